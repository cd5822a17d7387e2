// A crash must not leave a terminal that shows nothing and types blindly. The handlers here use only what is
// allowed inside one, and then let the signal do what it does by default: Swift's own handler would, on a
// terminal, ask for a key for 30 seconds.
#define _GNU_SOURCE
#include "internal.h"

#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE};
enum { FATAL = sizeof fatal / sizeof fatal[0] };

static struct sigaction before[FATAL];
static stack_t stack_before;
static char stack[64 * 1024];  // a crash by too deep recursion has no other left
static int installed;
static struct termios settings;
static int settings_known;
static int screen = -1;
static char leave[512];
static size_t leave_count;
static volatile sig_atomic_t crashed;

static void append(const char *text) {
  if (text == NULL) return;
  // Terminfo strings contain pauses such as $<5>, which are not for the terminal.
  while (*text && leave_count < sizeof leave) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end) {
      text = end + 1;
    } else {
      leave[leave_count++] = *text++;
    }
  }
}

void rk_crash_prepare(int descriptor, int ansi) {
  screen = descriptor;
  leave_count = 0;
  if (ansi) append("\033[?2026l");
  append(rk_type_string("sgr0"));
  append(rk_type_string("op"));
  append(rk_type_string("cnorm"));
  append(rk_type_string("rmkx"));
  const char *back = rk_type_string("rmcup");
  if (back) {
    append(back);
  } else {
    // No second screen: at least the message should not land in the middle of the board.
    if (ansi) append("\033[999;1H");
    append("\r\n");
  }
}

static void handle(int number) {
  if (!crashed) {
    crashed = 1;
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGTTOU, &ignore, NULL);
    // A terminal that reads nothing must not keep us from ending.
    tcflush(screen, TCOFLUSH);
    rk_write_all(screen, leave, leave_count);
    if (settings_known) tcsetattr(screen, TCSANOW, &settings);
    rk_stderr_release();
  }
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(number, &standard, NULL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
}

void rk_crash_install(void) {
  if (installed) return;
  installed = 1;
  crashed = 0;
  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, &stack_before);
  struct sigaction action = {.sa_handler = handle, .sa_flags = SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &action, &before[i]);
}

void rk_crash_settings(const struct termios *kept) {
  settings = *kept;
  settings_known = 1;
}

void rk_crash_restore(void) {
  if (!installed) return;
  installed = 0;
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &before[i], NULL);
  sigaltstack(&stack_before, NULL);
  screen = -1;
  settings_known = 0;
}
