#ifndef RK_CNCURSES_H
#define RK_CNCURSES_H
#endif
