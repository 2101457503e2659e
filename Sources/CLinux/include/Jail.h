#pragma once
// What confines a worker process, and what such a process is started with.
#include <stdint.h>
#include <sys/types.h>

/// The descriptors that a worker finds open: its end of the socket pair, and the memory that it shares with us.
enum { linux_worker_socket = 3, linux_worker_memory = 4 };

/// What is in force; a bit each.
enum {
    /// Limits of address space, processor time, files and their sizes, and no core files.
    linux_jail_limits = 1,
    /// No system call but those of a list that reads and opens nothing.
    linux_jail_system_calls = 2,
    /// A network of its own, with nothing in it.
    linux_jail_network = 4,
    /// No right to any file (Landlock).
    linux_jail_files = 8,
    /// No capability, and no way to gain one by another program.
    linux_jail_privileges = 16,
};

/// Creates anonymous memory of a size that nobody can change any more. Its descriptor, or -1 with errno.
int linux_create_shared_memory(size_t size);

/// Confines this process for good as far as one can be that forks others, which inherit it: it has no network, no files
/// and no capabilities.
///
/// @return The measures in force.
uint32_t linux_enter_yard(void);

/// Confines this process for good: afterwards it can compute, allocate, use what it has mapped, and send and receive on
/// the socket.
///
/// @param memory Bytes that it may map beyond what it had in the yard.
/// @param seconds Of processor time in all.
/// @return The further measures in force.
uint32_t linux_enter_jail(uint64_t memory, uint64_t seconds);

/// How many ways out are tried.
enum { linux_escapes = 5 };

/// Tries to open a file, to open a socket, to start a program (one that does not exist), to fork, and to move another
/// process to other cores (to none); the errno of each, or 0 of what succeeded.
void linux_try_to_escape(int32_t errors[linux_escapes]);
