#define _GNU_SOURCE
#include "Nursery.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/// Descriptors below may be written over while a program starts.
static const int first_free_descriptor = 16;

int linux_create_sockets(int *ours, int *theirs) {
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) return -1;
    *ours = pair[0];
    *theirs = fcntl(pair[1], F_DUPFD_CLOEXEC, first_free_descriptor);
    int code = errno;
    close(pair[1]);
    if (*theirs >= 0) return 0;
    close(pair[0]);
    errno = code;
    return -1;
}

static int add_descriptors(posix_spawn_file_actions_t *actions, int socket) {
    for (int standard = 0; standard <= 2; standard++) {
        int code = posix_spawn_file_actions_addopen(actions, standard, "/dev/null", O_RDWR, 0);
        if (code != 0) return code;
    }
    return posix_spawn_file_actions_adddup2(actions, socket, linux_nursery_socket);
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

/// What a nursery sees of the environment: not the passwords that stand there.
static char *const *environment(char *place[2]) {
    extern char **environ;
    static const char name[] = "LD_LIBRARY_PATH=";
    for (char **each = environ; *each != NULL; each++) {
        if (strncmp(*each, name, sizeof name - 1) == 0) place[0] = *each;
    }
    return place;
}

int linux_spawn_nursery(const char *path, int socket, pid_t *process) {
    char *const arguments[] = {"gantry", "codec-worker", NULL};
    char *place[2] = {NULL, NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int code = posix_spawn_file_actions_init(&actions);
    if (code != 0) return code;
    code = posix_spawnattr_init(&attributes);
    if (code == 0) {
        code = set_attributes(&attributes);
        if (code == 0) code = add_descriptors(&actions, socket);
        if (code == 0) code = posix_spawn(process, path, &actions, &attributes, arguments, environment(place));
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return code;
}
