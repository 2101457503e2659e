#pragma once
// What Linux has and Swift's Glibc module does not show.
#include <sys/types.h>

/// Opens a file without a name in a directory, or -1 with errno. Where the file system has no O_TMPFILE, the file has
/// a name for the time of two system calls.
int linux_open_anonymous(const char *directory);

/// Gives the blocks of a range back to the file system; the file's size stays. 0, or -1 with errno.
int linux_punch_hole(int descriptor, off_t offset, off_t length);
