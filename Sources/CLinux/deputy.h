// Processes that do one thing for another one: after fork(2) in a process that may have threads only what is
// async-signal-safe may run, which Swift's runtime is not. What to call, and what it means, is Swift's.
#ifndef BRINGUP_CLINUX_DEPUTY_H
#define BRINGUP_CLINUX_DEPUTY_H

#include "shim.h"
#include <sys/prctl.h>
#include <sys/statfs.h>

// Lies in memory that both processes share at one address, like all that its arguments point at.
struct clinux_call {
  int64_t number;
  int64_t arguments[6];
  // A negative number is an errno.
  int64_t result;
};

static inline void clinux_close_all_but(int lowest, int kept) {
  for (int i = lowest; i < kept; i++) close(i);
  // close_range(2), the same number on every architecture; without it (before Linux 5.9) what a process has by default.
  if (syscall(436, kept + 1, ~0U, 0) == 0) return;
  for (int i = kept + 1; i < 4096; i++) close(i);
}

// A close(2) has given the number back whatever it says, and is not made again.
static inline long clinux_carry_out(const volatile struct clinux_call *call) {
  const volatile int64_t *a = call->arguments;
  if (call->number == SYS_close) return close((int)a[0]) == -1 && errno != EINTR ? -1 : 0;
  return TEMP_FAILURE_RETRY(syscall(call->number, a[0], a[1], a[2], a[3], a[4], a[5]));
}

// The process's id. It makes the call whenever a byte comes over `line`, answers with a byte, and ends with its parent.
static inline pid_t clinux_fork_deputy(volatile struct clinux_call *call, int line) {
  pid_t parent = getpid();
  pid_t process = fork();
  if (process != 0) return process;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);
  // The terminal's signals are the parent's to act upon.
  setsid();
  clinux_close_all_but(0, line);
  char byte;
  while (TEMP_FAILURE_RETRY(read(line, &byte, 1)) == 1) {
    long result = clinux_carry_out(call);
    call->result = result == -1 ? -errno : result;
    if (TEMP_FAILURE_RETRY(write(line, &byte, 1)) != 1) break;
  }
  _exit(0);
}

// False once nobody takes more.
static inline int clinux_write_all(int to, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = TEMP_FAILURE_RETRY(write(to, bytes, count));
    if (written >= 0) {
      bytes += written;
      count -= written;
    } else if (errno == EAGAIN) {
      usleep(10000);
    } else {
      return 0;
    }
  }
  return 1;
}

// Writes `rest` to one descriptor, and then what comes from another one until its end, in a process that is not the caller's
// child. Where there is no `to` (-1), what comes is dropped; where there is no `from` (-1), nothing comes. The id is that of a
// process which ends at once and is to be waited for.
static inline pid_t clinux_fork_relay(int from, int to, const uint8_t *rest, size_t count) {
  pid_t process = fork();
  if (process != 0) return process;
  if (setsid() == -1 || fork() != 0) _exit(0);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGPIPE, SIG_DFL);
  if (chdir("/") == -1) _exit(1);
  if (to != -1 && TEMP_FAILURE_RETRY(dup2(to, 1)) == -1) _exit(1);
  if (from != -1 && TEMP_FAILURE_RETRY(dup2(from, 0)) == -1) _exit(1);
  // Whoever waits for the end of what the caller prints does not wait for this process, too.
  int last = to == -1 ? 0 : 1;
  clinux_close_all_but(last, last);
  if (!clinux_write_all(1, rest, count) || from == -1) _exit(0);
  uint8_t buffer[4096];
  ssize_t length;
  while ((length = TEMP_FAILURE_RETRY(read(0, buffer, sizeof buffer))) > 0) {
    if (to != -1 && !clinux_write_all(1, buffer, length)) _exit(1);
  }
  _exit(0);
}

#endif
