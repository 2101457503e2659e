#pragma once
// A process that forks others: it is small and alone on its thread, so that doing so is quick and safe, as in a server
// it would not be.
#include <sys/types.h>

/// Where a nursery finds its end of the pair.
enum { linux_nursery_socket = 3 };

/// Creates a pair of sockets that keep messages apart, the second for another program. 0, or -1 with errno.
int linux_create_sockets(int *ours, int *theirs);

/// Starts `gantry codec-worker` with nothing but a socket, in a process group of its own. Standard input
/// and output lead nowhere, and of the environment it sees where libraries are found. 0, or an errno.
///
/// @param path The gantry program.
int linux_spawn_nursery(const char *path, int socket, pid_t *process);

/// What the program does then: forks when it is asked to.
///
/// @return 0 in a child, which has `linux_worker_socket` and `linux_worker_memory` and nothing else; -1 when nobody
/// asks any more.
int linux_run_nursery(void);

/// Asks a nursery for a child with two descriptors of ours. 0, 1 when it cannot fork, or -1 when it is no more.
int linux_ask_for_child(int nursery, int socket, int memory, pid_t *process);

/// Asks a nursery to end a child of its, and waits until it has ended. 0, or -1 when the nursery is no more or late.
///
/// @param status How it ended, as wait(2) has it.
int linux_end_child(int nursery, pid_t process, int *status);
