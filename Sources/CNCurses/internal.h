// Shared between the files of the shim, seen by nobody else.
#ifndef RK_INTERNAL_H
#define RK_INTERNAL_H

#include <stddef.h>
#include <termios.h>

// signals.c
int rk_signals_install(int terminal, int *error);  // 0 or -1 with *error
void rk_signals_keep_ignored(void);   // signals the parent had ignored are ignored again
void rk_signals_restore(void);
void rk_signals_stop_here(void);      // stops the process by its own SIGTSTP
int rk_signals_ending(void);          // 1 while a signal that asks the program to end is unread
void rk_signals_sending(int output);  // a frame goes out through this descriptor: it may be cut short
int rk_signals_sent(void);            // no longer; 1 if it was cut short

// stderr.c
void rk_stderr_capture(void);
void rk_stderr_release(void);         // async-signal-safe

// crash.c
void rk_crash_prepare(int descriptor, int ansi);  // reads the strings from terminfo: after newterm
void rk_crash_settings(const struct termios *kept);
void rk_crash_install(void);
void rk_crash_restore(void);

// keys.c
void rk_keys_begin(int ansi);
void rk_keys_end(void);

// draw.c
void rk_draw_begin(int colour);
void rk_draw_end(void);

// terminfo.c
int rk_type_check(const char *type, int descriptor, int *ansi);  // as rk_start; *ansi: begins with ESC [
const char *rk_type_string(const char *name);                    // NULL when the terminal has none

// A write that goes on after interruptions and gives up on errors. Async-signal-safe. Returns 0 or -1.
int rk_write_all(int descriptor, const char *bytes, size_t count);

#endif
