#pragma once
// What Linux has and Swift's Glibc module does not show, and loops over system calls whose errno must not be lost.
#include <stddef.h>
#include <sys/types.h>

#include "Cores.h"
#include "Jail.h"
#include "Nursery.h"

/// Opens a file without a name in a directory, or -1 with errno. Where the file system has no O_TMPFILE, the file has
/// a name for the time of two system calls.
int linux_open_anonymous(const char *directory);

/// Reads at an offset until so many bytes are there or the file ends, interrupted or not. How many bytes, or -1 with
/// errno.
ssize_t linux_read(int descriptor, void *bytes, size_t count, off_t offset);

/// Writes all of the bytes at an offset, interrupted or not. 0, or -1 with errno.
int linux_write(int descriptor, const void *bytes, size_t count, off_t offset);

/// Gives the blocks of a range back to the file system; the file's size stays. 0, or -1 with errno.
int linux_punch_hole(int descriptor, off_t offset, off_t length);
