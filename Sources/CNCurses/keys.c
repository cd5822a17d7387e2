#define _GNU_SOURCE
#include "CNCurses.h"
#include "internal.h"

#include <curses.h>
#include <stddef.h>

// Codes for the keys of the number pad: above all that ncurses gives out itself.
enum { PAD = 0x10000 };

// Keys in forms that the terminal's description may not list: terminals that ignore the request for
// application mode send the first ones.
static const struct { const char *bytes; int code; } forms[] = {
    {"\033[A", KEY_UP},       {"\033[B", KEY_DOWN},    {"\033[C", KEY_RIGHT},      {"\033[D", KEY_LEFT},
    {"\033OA", KEY_UP},       {"\033OB", KEY_DOWN},    {"\033OC", KEY_RIGHT},      {"\033OD", KEY_LEFT},
    {"\033[H", KEY_HOME},     {"\033[F", KEY_END},     {"\033[1~", KEY_HOME},      {"\033[4~", KEY_END},
    {"\033OH", KEY_HOME},     {"\033OF", KEY_END},     {"\033[3~", KEY_DC},        {"\033[Z", KEY_BTAB},
    {"\033[5~", KEY_PPAGE},   {"\033[6~", KEY_NPAGE},  {"\033[1;2D", KEY_SLEFT},   {"\033[1;2C", KEY_SRIGHT},
};

// Keys come through a pad: reading from a window would refresh it first.
static WINDOW *pad;

void rk_keys_begin(int ansi) {
  pad = newpad(1, 1);
  if (pad) {
    keypad(pad, TRUE);
    nodelay(pad, TRUE);
  }
  if (!ansi) return;
  for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) define_key(forms[i].bytes, forms[i].code);
  // In application mode the number pad sends ESC O and a letter: p to y are its digits.
  for (int i = 0; i < 10; i++) {
    char bytes[] = {'\033', 'O', (char)('p' + i), 0};
    define_key(bytes, PAD + '0' + i);
  }
  define_key("\033Ok", PAD + '+');
  define_key("\033Om", PAD + '-');
  define_key("\033Oj", PAD + '*');
  define_key("\033Oo", PAD + '/');
  define_key("\033On", PAD + '.');
  define_key("\033OM", KEY_ENTER);
}

void rk_keys_end(void) {
  if (pad) delwin(pad);
  pad = NULL;
}

static uint32_t special(wint_t key) {
  if (key >= KEY_F(1) && key <= KEY_F(63)) return RK_KEY_FUNCTION + (key - KEY_F0);
  switch (key) {
    case KEY_LEFT: return RK_KEY_LEFT;
    case KEY_RIGHT: return RK_KEY_RIGHT;
    case KEY_UP: case KEY_SR: return RK_KEY_UP;
    case KEY_DOWN: case KEY_SF: return RK_KEY_DOWN;
    case KEY_SLEFT: return RK_KEY_SHIFT_LEFT;
    case KEY_SRIGHT: return RK_KEY_SHIFT_RIGHT;
    case KEY_PPAGE: case KEY_A3: return RK_KEY_PAGE_UP;
    case KEY_NPAGE: case KEY_C3: return RK_KEY_PAGE_DOWN;
    case KEY_HOME: case KEY_A1: return RK_KEY_HOME;
    case KEY_END: case KEY_LL: case KEY_C1: return RK_KEY_END;
    case KEY_ENTER: return RK_KEY_ENTER;
    case KEY_BACKSPACE: return RK_KEY_BACKSPACE;
    case KEY_BTAB: return RK_KEY_BACK_TAB;
    case KEY_DC: return RK_KEY_DELETE;
    default: return RK_KEY_OTHER;
  }
}

int rk_read_key(uint32_t *code) {
  wint_t key = 0;
  if (rk_key_descriptor() < 0 || !pad) return RK_NO_KEY;
  switch (wget_wch(pad, &key)) {
    case OK: *code = key; return RK_CHARACTER;
    case KEY_CODE_YES:
      if (key >= PAD) { *code = key - PAD; return RK_CHARACTER; }
      *code = special(key);
      return RK_SPECIAL;
    default: return RK_NO_KEY;
  }
}
