// Signals become bytes in a pipe, so that the loop handles them like any other input.
#define _GNU_SOURCE
#include "CNCurses.h"
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
enum { CAUGHT = sizeof caught / sizeof caught[0] };

static struct sigaction before[CAUGHT];
static int installed;
static int ends[2] = {-1, -1};
static volatile sig_atomic_t ending;

static int ends_us(int number) {
  return number == SIGINT || number == SIGTERM || number == SIGHUP || number == SIGQUIT;
}

static void note(int number) {
  int kept = errno;
  if (ends_us(number)) ending = 1;
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

int rk_signals_install(int *error) {
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
    *error = errno;
    return -1;
  }
  for (int i = 0; i < CAUGHT; i++) catch(caught[i], &before[i]);
  ending = 0;
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
  ends[0] = ends[1] = -1;
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
