// As in CLinux, so that the C library's structures look the same from every module.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <zlib.h>
