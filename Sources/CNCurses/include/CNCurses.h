// What the board needs of ncurses, and nothing else. curses.h stays out of this header: its macros and globals
// would all become visible to Swift, and clash there.
//
// One screen per process, used by one thread. Everything here is safe to call in any order.
#ifndef RK_CNCURSES_H
#define RK_CNCURSES_H

#include <stdint.h>

// How a cell looks, beside its colours.
enum {
  RK_BOLD = 1,
  RK_DIM = 2,
  RK_REVERSE = 4,
  RK_UNDERLINE = 8,
};

// One or two columns of a row.
typedef struct rk_cell {
  uint32_t scalars[5];  // base and combining marks, 0 where there is none
  int32_t pair;         // from rk_pair, 0 for the terminal's own colours
  uint8_t attributes;   // RK_BOLD and so on
  uint8_t width;        // columns: 1 or 2
} rk_cell;

// What rk_start returns.
enum {
  RK_STARTED = 0,
  RK_ALREADY_STARTED,
  RK_CANNOT_OPEN,      // *error holds errno
  RK_NOT_A_TERMINAL,
  RK_UNKNOWN_TYPE,     // no description of this terminal type is installed
  RK_NO_CURSOR,        // the terminal type cannot place the cursor
  RK_NO_SIGNAL_PIPE,   // *error holds errno
};

// Sets the locale from the environment, numbers excepted.
//   utf8: 1 to insist on UTF-8 where the system has any, 0 to take what the environment says.
// Returns 1 if text is UTF-8. An environment that says nothing, or names a UTF-8 locale that is not installed,
// counts as UTF-8; one that names another codeset does not.
int rk_locale(int utf8);

// Takes a terminal over: signals, crash handlers, alternate screen, keys one by one, cursor hidden.
//   path: the terminal's file. type: its terminfo name. colour: 0 for none.
int rk_start(const char *path, const char *type, int colour, int *error);

// Gives the terminal back as it was, and then shows what was written to standard error meanwhile.
void rk_end(void);

// Colours the terminal has; 0 for none.
int rk_colours(void);

// A colour pair; -1 stands for the terminal's own. Returns 0 when there is no such pair.
int rk_pair(int foreground, int background);

// The screen's size in cells.
int rk_columns(void);
int rk_rows(void);

// Asks the terminal for its size and takes it on. A size of 0 is ignored.
void rk_fit(void);

// Replaces a row; columns beyond the cells become blank. Nothing is sent before rk_flush.
void rk_put_row(int row, const rk_cell *cells, int count);

// Sends the difference to what the terminal shows.
//   synchronised: 1 to ask the terminal to show it all at once.
// Returns 1 if the terminal takes nothing now, or a signal that ends the program cut it short: the difference
// is still to be sent.
int rk_flush(int synchronised);

// Makes the next rk_flush clear the terminal and send everything.
void rk_repaint(void);

// Leaves the screen, stops the process as Ctrl-Z would, and takes the screen again when it continues.
void rk_suspend(void);

// Takes the screen again after the process was stopped without having been asked.
void rk_resume(void);

// 1 once the terminal has gone away. Nothing more is written to it.
int rk_lost(void);

// What the poll should watch; -1 when there is no screen.
int rk_key_descriptor(void);
int rk_signal_descriptor(void);

// What rk_read_key returns.
enum { RK_NO_KEY = 0, RK_CHARACTER, RK_SPECIAL };

// Keys without a character.
enum {
  RK_KEY_OTHER = 0,
  RK_KEY_LEFT,
  RK_KEY_RIGHT,
  RK_KEY_UP,
  RK_KEY_DOWN,
  RK_KEY_SHIFT_LEFT,
  RK_KEY_SHIFT_RIGHT,
  RK_KEY_PAGE_UP,
  RK_KEY_PAGE_DOWN,
  RK_KEY_HOME,
  RK_KEY_END,
  RK_KEY_ENTER,
  RK_KEY_BACKSPACE,
  RK_KEY_BACK_TAB,
  RK_KEY_DELETE,
  RK_KEY_FUNCTION = 0x100,  // plus the number on the key
};

// Takes one key, without waiting: a Unicode scalar or one of the codes above.
int rk_read_key(uint32_t *code);

// Takes one signal number; 0 when there is none.
int rk_read_signal(void);

#endif
