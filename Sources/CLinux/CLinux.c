#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int linux_open_anonymous(const char *directory) {
    int descriptor = open(directory, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor >= 0) return descriptor;
    char name[PATH_MAX];
    int length = snprintf(name, sizeof name, "%s/gantry-XXXXXX", directory);
    if (length < 0 || (size_t)length >= sizeof name) return -1;
    descriptor = mkostemp(name, O_CLOEXEC);
    if (descriptor >= 0) unlink(name);
    return descriptor;
}

ssize_t linux_read(int descriptor, void *bytes, size_t count, off_t offset) {
    size_t done = 0;
    while (done < count) {
        ssize_t got = pread(descriptor, (char *)bytes + done, count - done, offset + (off_t)done);
        if (got == 0) break;
        if (got > 0) done += (size_t)got;
        else if (errno != EINTR) return -1;
    }
    return (ssize_t)done;
}

int linux_write(int descriptor, const void *bytes, size_t count, off_t offset) {
    size_t done = 0;
    while (done < count) {
        ssize_t written = pwrite(descriptor, (const char *)bytes + done, count - done, offset + (off_t)done);
        if (written >= 0) done += (size_t)written;
        else if (errno != EINTR) return -1;
    }
    return 0;
}

int linux_punch_hole(int descriptor, off_t offset, off_t length) {
    return fallocate(descriptor, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, offset, length);
}
