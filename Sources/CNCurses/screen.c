#define _GNU_SOURCE
#include "CNCurses.h"
#include "internal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static SCREEN *screen;
static FILE *input, *output;
static int descriptor = -1;
static struct termios settings;  // of the line, before we changed them
static int ansi;                 // understands sequences that begin with ESC [
static int left;                 // the screen was left and must not be drawn on
static int lost;
static int behind;               // the terminal does not show the last frame yet

// More than any terminal has; a size beyond it is a mistake, and would take the memory with it.
enum { LARGEST = 1000 };

static int open_terminal(const char *path, int *error) {
  do descriptor = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC);
  while (descriptor < 0 && errno == EINTR);
  *error = errno;
  if (descriptor < 0) return RK_CANNOT_OPEN;
  return tcgetattr(descriptor, &settings) == 0 ? RK_STARTED : RK_NOT_A_TERMINAL;
}

static void close_terminal(void) {
  if (input) fclose(input);
  if (output) fclose(output);
  if (descriptor >= 0) close(descriptor);
  input = output = NULL;
  descriptor = -1;
}

static int open_streams(void) {
  int reading = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  int writing = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  input = reading < 0 ? NULL : fdopen(reading, "r");
  output = writing < 0 ? NULL : fdopen(writing, "w");
  if (!input && reading >= 0) close(reading);
  if (!output && writing >= 0) close(writing);
  return input && output;
}

static void set_up(int colour) {
  struct termios now;
  cbreak();
  noecho();
  nonl();
  set_escdelay(25);
  // Ctrl-S would freeze the board, and nobody at the rink would know why.
  if (tcgetattr(descriptor, &now) == 0) {
    now.c_iflag &= ~(tcflag_t)IXON;
    tcsetattr(descriptor, TCSANOW, &now);
    def_prog_mode();
  }
  rk_draw_begin(colour);
  curs_set(0);
  // Nobody sees the cursor, so there is no need to send it anywhere.
  leaveok(stdscr, TRUE);
  rk_keys_begin(ansi);
}

int rk_start(const char *path, const char *type, int colour, int *error) {
  if (screen) return RK_ALREADY_STARTED;
  static int registered;
  // Somebody below us may call exit.
  if (!registered) registered = atexit(rk_end) == 0;
  left = lost = behind = 0;
  int result = open_terminal(path, error);
  if (result == RK_STARTED) result = rk_type_check(type, descriptor, &ansi);
  if (result == RK_STARTED && rk_signals_install(descriptor, error) != 0) result = RK_NO_SIGNAL_PIPE;
  if (result == RK_STARTED && !open_streams()) {
    *error = errno;
    result = RK_CANNOT_OPEN;
  }
  if (result == RK_STARTED) {
    // Otherwise LINES and COLUMNS in the environment would win over the terminal.
    use_tioctl(TRUE);
    rk_crash_settings(&settings);
    screen = newterm(type, output, input);
    if (!screen) result = RK_UNKNOWN_TYPE;
  }
  if (result != RK_STARTED) {
    rk_signals_restore();
    close_terminal();
    return result;
  }
  rk_signals_keep_ignored();
  rk_crash_prepare(descriptor, ansi);
  rk_crash_install();
  rk_stderr_capture();
  set_up(colour);
  return RK_STARTED;
}

static void send(const char *bytes) {
  if (rk_write_all(descriptor, bytes, strlen(bytes)) != 0) lost = 1;
}

// What poll says about the terminal now; notices when it has gone away.
static int state(int wanted) {
  struct pollfd state = {.fd = descriptor, .events = (short)wanted};
  if (poll(&state, 1, 0) != 1) return 0;
  if (state.revents & (POLLHUP | POLLERR | POLLNVAL)) lost = 1;
  return state.revents & wanted;
}

// Leaves the terminal as it was found. In the background, changing it would stop us halfway through.
static void leave(void) {
  struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
  sigaction(SIGTTOU, &ignore, &before);
  if (!left) {
    // Without room for what follows, nobody waits for what came before.
    if (behind || !state(POLLOUT)) tcflush(descriptor, TCOFLUSH);
    // Ending signals throw away what was not read: the end of a frame may be among it.
    if (ansi) send("\033[?2026l");
    endwin();
    // No second screen: the shell goes on below the board, not in its last line.
    if (!rk_type_string("rmcup")) send("\r\n");
    tcsetattr(descriptor, TCSANOW, &settings);
    left = 1;
  }
  sigaction(SIGTTOU, &before, NULL);
}

void rk_end(void) {
  if (!screen) return;
  leave();
  rk_crash_restore();
  rk_stderr_release();
  rk_keys_end();
  delscreen(screen);
  screen = NULL;
  rk_draw_end();
  close_terminal();
  rk_signals_restore();
}

int rk_columns(void) { return screen ? getmaxx(stdscr) : 0; }
int rk_rows(void) { return screen ? getmaxy(stdscr) : 0; }

void rk_fit(void) {
  struct winsize size;
  if (!screen || left || ioctl(descriptor, TIOCGWINSZ, &size) != 0) return;
  int rows = size.ws_row < LARGEST ? size.ws_row : LARGEST;
  int columns = size.ws_col < LARGEST ? size.ws_col : LARGEST;
  if (rows > 0 && columns > 0) resizeterm(rows, columns);
}

int rk_flush(int synchronised) {
  if (!screen || left || rk_lost()) return 0;
  behind = 1;
  if (!state(POLLOUT)) return 1;
  int stream = fileno(output);
  rk_signals_sending(stream);
  // A signal before this line finds nothing to cut short; one after it does.
  if (!rk_signals_ending()) {
    wnoutrefresh(stdscr);
    // Through ncurses these would come out in the wrong place, all at the end.
    if (synchronised && ansi) send("\033[?2026h");
    doupdate();
    if (synchronised && ansi) send("\033[?2026l");
    behind = 0;
  }
  if (rk_signals_sent()) {
    dup3(descriptor, stream, O_CLOEXEC);
    // Nobody knows what arrived.
    rk_repaint();
    behind = 1;
  }
  return behind;
}

void rk_repaint(void) {
  if (screen) clearok(curscr, TRUE);
}

void rk_suspend(void) {
  if (!screen || left || rk_lost()) return;
  // Only the shell of our controlling terminal knows that we stopped, and lets us go on.
  if (tcgetpgrp(descriptor) < 0) return;
  leave();
  rk_crash_restore();
  rk_stderr_release();
  rk_signals_stop_here();
  // Ended while stopped: the terminal belongs to the shell by now.
  if (!rk_signals_ending()) rk_resume();
}

// A terminal that is not our controlling one has no background.
static int in_background(void) {
  pid_t group = tcgetpgrp(descriptor);
  return group > 0 && group != getpgrp();
}

void rk_resume(void) {
  if (!screen) return;
  // Continued in the background, where changing the terminal is not allowed: wait for the foreground, stopped.
  // The count is for a process that nobody can stop, because its shell is gone.
  for (int tries = 0; in_background(); tries++) {
    left = 1;
    if (tries == 100 || rk_signals_ending()) return;
    rk_signals_stop_here();
  }
  rk_crash_settings(&settings);
  rk_crash_prepare(descriptor, ansi);
  rk_crash_install();
  rk_stderr_capture();
  reset_prog_mode();
  left = 0;
  rk_fit();
  rk_repaint();
}

int rk_lost(void) {
  if (!screen || lost) return lost;
  state(POLLIN);
  return lost;
}

// After the screen was left for good, reading keys could stop us.
int rk_key_descriptor(void) { return screen && !left ? descriptor : -1; }
