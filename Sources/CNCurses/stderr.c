// While the screen is in use, whatever is written to standard error would spoil it and be lost. It goes to a
// file in memory instead, and is shown once the terminal is back to normal.
#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

static int terminal = -1;  // where standard error went before
static int memory = -1;

void rk_stderr_capture(void) {
  if (memory >= 0 || !isatty(STDERR_FILENO)) return;
  memory = memfd_create("rinkside-stderr", MFD_CLOEXEC);
  if (memory < 0) return;
  terminal = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (terminal < 0 || dup2(memory, STDERR_FILENO) < 0) {
    if (terminal >= 0) close(terminal);
    close(memory);
    memory = terminal = -1;
  }
}

void rk_stderr_release(void) {
  if (memory < 0) return;
  dup2(terminal, STDERR_FILENO);
  char block[1024];
  off_t place = 0;
  for (;;) {
    ssize_t count = pread(memory, block, sizeof block, place);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0 || rk_write_all(terminal, block, (size_t)count) != 0) break;
    place += count;
  }
  close(terminal);
  close(memory);
  memory = terminal = -1;
}

int rk_write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return -1;
    bytes += written;
    count -= (size_t)written;
  }
  return 0;
}
