#define _GNU_SOURCE
#include "Nursery.h"

#include "Jail.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/// What is asked of a nursery, and its answer: for a child, with two descriptors, or for the end of one.
typedef struct {
    /// 0 asks for a child.
    pid_t process;
    /// Of a child that has ended.
    int status;
} message;

/// Room for two descriptors beside a message.
typedef union {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(2 * sizeof(int))];
} descriptors;

static int send_message(int socket, message message, const int *passed) {
    descriptors room = {0};
    struct iovec data = {&message, sizeof message};
    struct msghdr envelope = {.msg_iov = &data, .msg_iovlen = 1};
    if (passed != NULL) {
        envelope.msg_control = room.bytes;
        envelope.msg_controllen = sizeof room.bytes;
        struct cmsghdr *header = CMSG_FIRSTHDR(&envelope);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(2 * sizeof(int));
        memcpy(CMSG_DATA(header), passed, 2 * sizeof(int));
    }
    ssize_t sent;
    do sent = sendmsg(socket, &envelope, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)sizeof message ? 0 : -1;
}

static int receive_message(int socket, message *message, int passed[2]) {
    descriptors room = {0};
    struct iovec data = {message, sizeof *message};
    struct msghdr envelope = {
        .msg_iov = &data, .msg_iovlen = 1, .msg_control = room.bytes, .msg_controllen = sizeof room.bytes};
    ssize_t got;
    do got = recvmsg(socket, &envelope, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    struct cmsghdr *header = got > 0 ? CMSG_FIRSTHDR(&envelope) : NULL;
    if (header != NULL && header->cmsg_len == CMSG_LEN(2 * sizeof(int))) {
        memcpy(passed, CMSG_DATA(header), 2 * sizeof(int));
    }
    return got == (ssize_t)sizeof *message ? 0 : -1;
}

/// Ties a child to its parent, and gives it its two descriptors under their numbers, by way of others, since they may
/// have each other's.
static int become_child(pid_t parent, const int passed[2]) {
    // Where the parent ended just before, nothing would tell.
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 || getppid() != parent) return -1;
    int socket = fcntl(passed[0], F_DUPFD, linux_worker_memory + 1);
    int memory = fcntl(passed[1], F_DUPFD, linux_worker_memory + 1);
    if (memory < 0 || socket < 0) return -1;
    return dup2(socket, linux_worker_socket) < 0 || dup2(memory, linux_worker_memory) < 0 ? -1 : 0;
}

int linux_run_nursery(void) {
    while (true) {
        message message;
        int passed[2] = {-1, -1};
        if (receive_message(linux_nursery_socket, &message, passed) != 0) return -1;
        if (message.process != 0) {
            kill(message.process, SIGKILL);
            while (waitpid(message.process, &message.status, 0) < 0 && errno == EINTR) {
            }
        } else {
            const pid_t parent = getpid();
            message.process = fork();
            if (message.process == 0) {
                if (become_child(parent, passed) == 0) return 0;
                _exit(1);
            }
            close(passed[0]);
            close(passed[1]);
        }
        if (send_message(linux_nursery_socket, message, NULL) != 0) return -1;
    }
}

int linux_ask_for_child(int nursery, int socket, int memory, pid_t *process) {
    const int passed[2] = {socket, memory};
    message answer = {0};
    int none[2];
    if (send_message(nursery, answer, passed) != 0 || receive_message(nursery, &answer, none) != 0) return -1;
    *process = answer.process;
    return answer.process > 0 ? 0 : 1;
}

int linux_end_child(int nursery, pid_t process, int *status) {
    message answer = {.process = process};
    int none[2];
    if (send_message(nursery, answer, NULL) != 0 || receive_message(nursery, &answer, none) != 0) return -1;
    *status = answer.status;
    return 0;
}
