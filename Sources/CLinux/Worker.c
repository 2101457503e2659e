#define _GNU_SOURCE
#include "Jail.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

/// Descriptors below are the worker's own, and may be written over while it starts.
static const int first_free_descriptor = 16;

static void close_keeping_errno(int descriptor) {
    int code = errno;
    close(descriptor);
    errno = code;
}

/// The same under a number that no worker writes over; the other one is closed.
static int moved(int descriptor) {
    if (descriptor < 0) return -1;
    int high = fcntl(descriptor, F_DUPFD_CLOEXEC, first_free_descriptor);
    close_keeping_errno(descriptor);
    return high;
}

int linux_create_shared_memory(size_t size) {
    int memory = moved(memfd_create("gantry-codec", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (memory < 0) return -1;
    // A worker that shrank it would end us by SIGBUS.
    if (ftruncate(memory, (off_t)size) == 0 &&
        fcntl(memory, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0) {
        return memory;
    }
    close_keeping_errno(memory);
    return -1;
}

int linux_create_worker_sockets(int *ours, int *theirs) {
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) return -1;
    *ours = pair[0];
    *theirs = moved(pair[1]);
    if (*theirs >= 0) return 0;
    close_keeping_errno(*ours);
    return -1;
}

static int add_descriptors(posix_spawn_file_actions_t *actions, int socket, int memory) {
    for (int standard = 0; standard <= 2; standard++) {
        int code = posix_spawn_file_actions_addopen(actions, standard, "/dev/null", O_RDWR, 0);
        if (code != 0) return code;
    }
    int code = posix_spawn_file_actions_adddup2(actions, socket, linux_worker_socket);
    return code != 0 ? code : posix_spawn_file_actions_adddup2(actions, memory, linux_worker_memory);
}

static int set_attributes(posix_spawnattr_t *attributes) {
    sigset_t all, none;
    sigfillset(&all);
    sigemptyset(&none);
    int code = posix_spawnattr_setsigdefault(attributes, &all);
    if (code == 0) code = posix_spawnattr_setsigmask(attributes, &none);
    if (code == 0) code = posix_spawnattr_setpgroup(attributes, 0);
    if (code != 0) return code;
    return posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
}

/// What a worker sees of the environment: not the passwords that stand there.
static char *const *environment(char *place[2]) {
    extern char **environ;
    static const char name[] = "LD_LIBRARY_PATH=";
    for (char **each = environ; *each != NULL; each++) {
        if (strncmp(*each, name, sizeof name - 1) == 0) place[0] = *each;
    }
    return place;
}

int linux_spawn_worker(const char *path, int socket, int memory, pid_t *process) {
    char *const arguments[] = {"gantry", "codec-worker", NULL};
    char *place[2] = {NULL, NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int code = posix_spawn_file_actions_init(&actions);
    if (code != 0) return code;
    code = posix_spawnattr_init(&attributes);
    if (code == 0) {
        code = set_attributes(&attributes);
        if (code == 0) code = add_descriptors(&actions, socket, memory);
        if (code == 0) code = posix_spawn(process, path, &actions, &attributes, arguments, environment(place));
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return code;
}
