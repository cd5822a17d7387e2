// Signals become bytes in a pipe, so that the loop handles them like any other input.
#define _GNU_SOURCE
#include "CNCurses.h"
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
enum { CAUGHT = sizeof caught / sizeof caught[0] };

static struct sigaction before[CAUGHT];
static int installed;
static int ends[2] = {-1, -1};
static volatile sig_atomic_t ending;
static int screen = -1;                     // the terminal
static int nowhere = -1;                    // where the rest of a frame goes that is cut short
static volatile sig_atomic_t sending = -1;  // what ncurses writes a frame to
static volatile sig_atomic_t cut;

static int ends_us(int number) {
  return number == SIGINT || number == SIGTERM || number == SIGHUP || number == SIGQUIT;
}

// A terminal that reads nothing would keep us in the middle of a frame for good. What it has not read is thrown
// away, as the line itself does for Ctrl-C, which makes room for what gives the terminal back; and the rest of
// the frame, which may be more than there is room for, goes nowhere.
static void make_way(void) {
  tcflush(screen, TCOFLUSH);
  if (sending >= 0 && nowhere >= 0 && dup3(nowhere, sending, O_CLOEXEC) >= 0) cut = 1;
}

static void note(int number) {
  int kept = errno;
  if (ends_us(number)) {
    ending = 1;
    make_way();
  }
  unsigned char byte = (unsigned char)number;
  // A full pipe means that the loop has plenty to wake up for already.
  ssize_t ignored = write(ends[1], &byte, 1);
  (void)ignored;
  errno = kept;
}

static void catch(int number, struct sigaction *old) {
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  sigaction(number, &action, old);
}

int rk_signals_install(int terminal, int *error) {
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
    *error = errno;
    return -1;
  }
  screen = terminal;
  nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  sending = -1;
  ending = cut = 0;
  for (int i = 0; i < CAUGHT; i++) catch(caught[i], &before[i]);
  installed = 1;
  return 0;
}

// ncurses puts its own handlers on ignored signals as well, so that even those have to be caught while it
// starts.
void rk_signals_keep_ignored(void) {
  for (int i = 0; i < CAUGHT; i++) {
    if (caught[i] != SIGWINCH && before[i].sa_handler == SIG_IGN) sigaction(caught[i], &before[i], NULL);
  }
}

void rk_signals_restore(void) {
  if (!installed) return;
  installed = 0;
  for (int i = 0; i < CAUGHT; i++) sigaction(caught[i], &before[i], NULL);
  close(ends[0]);
  close(ends[1]);
  if (nowhere >= 0) close(nowhere);
  ends[0] = ends[1] = nowhere = screen = -1;
}

void rk_signals_stop_here(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, stop, go;
  sigset_t only, mask;
  sigaction(SIGCONT, &standard, &go);
  sigaction(SIGTSTP, &standard, &stop);
  sigemptyset(&only);
  sigaddset(&only, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &only, &mask);
  raise(SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &stop, NULL);
  sigaction(SIGCONT, &go, NULL);
}

int rk_signals_ending(void) { return ending; }

void rk_signals_sending(int output) {
  cut = 0;
  sending = output;
}

int rk_signals_sent(void) {
  sending = -1;
  return cut;
}

int rk_signal_descriptor(void) { return ends[0]; }

int rk_read_signal(void) {
  unsigned char byte;
  ssize_t count;
  if (ends[0] < 0) return 0;
  do count = read(ends[0], &byte, 1);
  while (count < 0 && errno == EINTR);
  if (count != 1) return 0;
  if (ends_us(byte)) ending = 0;
  return byte;
}
