#define _GNU_SOURCE
#include "CNCurses.h"
#include "internal.h"

#include <curses.h>
#include <stdlib.h>
#include <wchar.h>

static int coloured;
static cchar_t *line;
static int line_room;

void rk_draw_begin(int colour) {
  coloured = colour && has_colors() && start_color() == OK;
  if (coloured) use_default_colors();
}

void rk_draw_end(void) {
  free(line);
  line = NULL;
  line_room = 0;
  coloured = 0;
}

int rk_colours(void) { return coloured ? COLORS : 0; }

int rk_pair(int foreground, int background) {
  if (!coloured || (foreground < 0 && background < 0)) return 0;
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

static attr_t attributes(uint8_t bits) {
  return (bits & RK_BOLD ? WA_BOLD : 0) | (bits & RK_DIM ? WA_DIM : 0)
      | (bits & RK_REVERSE ? WA_REVERSE : 0) | (bits & RK_UNDERLINE ? WA_UNDERLINE : 0);
}

static void set(cchar_t *out, const wchar_t *text, const rk_cell *cell) {
  int pair = cell->pair;
  // The pair travels in the last argument, which takes more than the 255 the short one can hold.
  setcchar(out, text, attributes(cell->attributes), (short)(pair & 0x7fff), &pair);
}

// The cells that stand for one of ours. Where the C library measures a character differently, ncurses would
// lose its place in the row; such a character is replaced.
static int convert(cchar_t *out, const rk_cell *cell) {
  wchar_t text[6] = {(wchar_t)cell->scalars[0]};
  int used = 1;
  if (wcwidth(text[0]) != cell->width) {
    wchar_t stand_in = wcwidth(0xFFFD) == 1 ? 0xFFFD : L'?';
    text[0] = stand_in;
    for (int i = 0; i < cell->width; i++) set(&out[i], text, cell);
    return cell->width;
  }
  for (int i = 1; i < 5; i++) {
    wchar_t mark = (wchar_t)cell->scalars[i];
    if (mark && wcwidth(mark) == 0) text[used++] = mark;
  }
  set(out, text, cell);
  return 1;
}

void rk_put_row(int row, const rk_cell *cells, int count) {
  if (row < 0 || row >= rk_rows()) return;
  int columns = rk_columns();
  if (line_room < columns + 2) {
    cchar_t *more = realloc(line, sizeof *more * (size_t)(columns + 2));
    if (!more) return;
    line = more;
    line_room = columns + 2;
  }
  int used = 0, column = 0;
  for (int i = 0; i < count && column + cells[i].width <= columns; i++) {
    used += convert(&line[used], &cells[i]);
    column += cells[i].width;
  }
  wmove(stdscr, row, 0);
  if (column < columns) wclrtoeol(stdscr);
  if (used > 0) mvwadd_wchnstr(stdscr, row, 0, line, used);
}
