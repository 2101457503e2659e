#pragma once
// Where a thread and the process that it waits for run.
#include <sys/types.h>

/// Keeps this thread and another process on the core where this thread is: what the one has written is in that core's
/// cache when the other reads it, and none has to be woken from its sleep. For a thread that is about to wait for that process.
///
/// `known` is the core that the process is kept on already, or -1. Returns the one that both are kept on now, or -1 where
/// nothing is kept.
int linux_share_core(pid_t process, int known);

/// Lets a process, or with 0 this thread, run on any core again that this process may use.
void linux_leave_core(pid_t process);

/// How many cores this thread may use; 0 where it cannot be told.
int linux_count_cores(void);
