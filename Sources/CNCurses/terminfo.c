// The names in term.h are macros for words like "columns", so that it gets a file of its own.
#define _GNU_SOURCE
#include "CNCurses.h"
#include "internal.h"

#include <curses.h>
#include <string.h>
#include <term.h>

int rk_type_check(const char *type, int descriptor, int *ansi) {
  int found = 0;
  // Told to report, setupterm neither prints nor exits.
  if (setupterm(type, descriptor, &found) != OK || found != 1) return RK_UNKNOWN_TYPE;
  const char *move = tigetstr("cup");
  int usable = move && move != (char *)-1;
  *ansi = usable && strncmp(move, "\033[", 2) == 0;
  del_curterm(cur_term);
  return usable ? RK_STARTED : RK_NO_CURSOR;
}

const char *rk_type_string(const char *name) {
  const char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;
}
