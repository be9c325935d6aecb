// What Glibc's Swift module does not carry: variadic calls, macros, and system calls younger than
// the C library's wrappers. Each function is the call itself; retrying and errors are Swift's.
#ifndef BRINGUP_CLINUX_H
#define BRINGUP_CLINUX_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
// With _GNU_SOURCE a field of fd_set has another name than in the toolchain's own modules, which Swift then takes for two
// types. The one header is read as they read it.
#include <features.h>
#pragma push_macro("__USE_XOPEN")
#undef __USE_XOPEN
#include <sys/select.h>
#pragma pop_macro("__USE_XOPEN")
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/fsuid.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

// linux/openat2.h, written out so that older kernel headers do.
struct clinux_open_how {
  uint64_t flags;
  uint64_t mode;
  uint64_t resolve;
};

enum {
  clinux_resolve_no_magiclinks = 0x02,
  clinux_resolve_no_symlinks = 0x04,
  clinux_resolve_beneath = 0x08,
  clinux_resolve_in_root = 0x10,
};

static inline int clinux_openat2(int directory, const char *path, int flags, mode_t mode, uint64_t resolve) {
  struct clinux_open_how how = {.flags = (uint64_t)(unsigned)flags, .mode = mode, .resolve = resolve};
  return (int)syscall(437 /* the same number on every architecture */, directory, path, &how, sizeof how);
}

static inline int clinux_openat(int directory, const char *path, int flags, mode_t mode) {
  return openat(directory, path, flags, mode);
}

static inline int clinux_renameat2(int from_directory, const char *from, int to_directory, const char *to, unsigned flags) {
  return (int)syscall(SYS_renameat2, from_directory, from, to_directory, to, flags);
}

// By the real user. The C library's faccessat makes the younger call, whatever its flags.
static inline int clinux_faccessat(int directory, const char *path, int mode) {
  return (int)syscall(SYS_faccessat, directory, path, mode);
}

static inline int clinux_fcntl_int(int descriptor, int command, int argument) {
  return fcntl(descriptor, command, argument);
}

static inline int clinux_ioctl_pointer(int descriptor, unsigned long request, void *argument) {
  return ioctl(descriptor, request, argument);
}

extern char **environ;

// sys/socket.h is read by Glibc's module alone: its constants would come from two modules.
static inline int clinux_accept(int listener, void *address, unsigned *size, int flags) {
  return (int)syscall(SYS_accept4, listener, address, size, flags);
}

// Flags of open(2); the C library hides the names without underscores from a header that was read without _GNU_SOURCE, as Swift's
// module of it was.
enum { clinux_tmpfile = __O_TMPFILE, clinux_direct = __O_DIRECT };

enum { clinux_mounted_noexec = 0x08 /* ST_NOEXEC of statvfs(3) */ };

static inline char **clinux_environment(void) { return environ; }

static inline int clinux_pidfd_open(pid_t process) {
  return (int)syscall(434 /* the same number on every architecture */, process, 0);
}

static inline int clinux_signalfd(const sigset_t *signals) { return signalfd(-1, signals, SFD_CLOEXEC | SFD_NONBLOCK); }

// Never waits for the entropy pool, which early in a boot may not be ready for long.
static inline ssize_t clinux_getrandom(void *buffer, size_t count) { return getrandom(buffer, count, GRND_NONBLOCK); }

static inline int clinux_ignores(int signal) {
  struct sigaction action;
  return sigaction(signal, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

// The call itself, which tells how many bytes of the mask it filled; the C library's wrapper takes masks of its own type.
static inline int clinux_sched_getaffinity(pid_t process, size_t size, void *mask) {
  return (int)syscall(SYS_sched_getaffinity, process, size, mask);
}

static inline int clinux_wifexited(int status) { return WIFEXITED(status); }
static inline int clinux_wexitstatus(int status) { return WEXITSTATUS(status); }
static inline int clinux_wifsignaled(int status) { return WIFSIGNALED(status); }
static inline int clinux_wtermsig(int status) { return WTERMSIG(status); }
static inline unsigned clinux_major(dev_t device) { return major(device); }
static inline unsigned clinux_minor(dev_t device) { return minor(device); }

#endif
