// What Glibc's Swift module does not carry: variadic calls, macros, and system calls younger than
// the C library's wrappers. Each function is the call itself; retrying and errors are Swift's.
#ifndef BRINGUP_CLINUX_H
#define BRINGUP_CLINUX_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/ioctl.h>
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

static inline int clinux_fcntl_int(int descriptor, int command, int argument) {
  return fcntl(descriptor, command, argument);
}

static inline int clinux_ioctl_pointer(int descriptor, unsigned long request, void *argument) {
  return ioctl(descriptor, request, argument);
}

static inline int clinux_wifexited(int status) { return WIFEXITED(status); }
static inline int clinux_wexitstatus(int status) { return WEXITSTATUS(status); }
static inline int clinux_wifsignaled(int status) { return WIFSIGNALED(status); }
static inline int clinux_wtermsig(int status) { return WTERMSIG(status); }
static inline unsigned clinux_major(dev_t device) { return major(device); }
static inline unsigned clinux_minor(dev_t device) { return minor(device); }

#endif
