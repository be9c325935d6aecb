// Starting a program. posix_spawn(3) of the C library would do, but for old container engines: their seccomp filters answer the
// clone3(2) that it makes with EPERM, and only "not implemented" has it try the older call. fork(2) makes the older call.
#ifndef BRINGUP_CLINUX_START_H
#define BRINGUP_CLINUX_START_H

#include "deputy.h"

// Between fork(2) and execve(2): only what is async-signal-safe. Returns where something is refused.
static inline void clinux_become(
    const char *path, char *const *arguments, char *const *environment, const char *directory, int output, int report) {
  int input = TEMP_FAILURE_RETRY(open("/dev/null", O_RDONLY));
  if (input == -1) {
    // An image may have no devices. A pipe that nobody writes to is as empty.
    int ends[2];
    if (pipe(ends) == -1) return;
    close(ends[1]);
    input = ends[0];
  }
  if (TEMP_FAILURE_RETRY(dup2(output, 1)) == -1 || TEMP_FAILURE_RETRY(dup2(1, 2)) == -1 ||
      TEMP_FAILURE_RETRY(dup2(input, 0)) == -1)
    return;
  clinux_close_all_but(3, report);
  setsid();
  umask(022);
  for (int signal = 1; signal < NSIG; signal++) {
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigaction(signal, &action, NULL);
  }
  if (chdir(directory) == -1) return;
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(path, arguments, environment);
}

// 0 where the program was started, and then `process` is its id; the errno with which its process could not become it; or the
// negative of that with which there could be no process. It leads a session of its
// own, with an empty standard input, `output` as standard output and error, no other descriptor, default signal dispositions, an
// empty signal mask and umask 022.
static inline int clinux_start(
    const char *path, char *const *arguments, char *const *environment, const char *directory, int output,
    pid_t *process) {
  int report[2];
  if (pipe2(report, O_CLOEXEC) == -1) return -errno;
  pid_t child = fork();
  if (child == 0) {
    clinux_become(path, arguments, environment, directory, output, report[1]);
    int error = errno;
    _exit(write(report[1], &error, sizeof error) == sizeof error ? 127 : 126);
  }
  int error = child == -1 ? -errno : 0;
  close(report[1]);
  if (child != -1) {
    ssize_t count;
    do count = read(report[0], &error, sizeof error);
    while (count == -1 && errno == EINTR);
    if (count == sizeof error) {
      while (waitpid(child, NULL, 0) == -1 && errno == EINTR) continue;
    } else {
      error = 0;
    }
  }
  close(report[0]);
  *process = child;
  return error;
}

#endif
