#define _GNU_SOURCE
#include "Cores.h"

#include <pthread.h>
#include <sched.h>

static cpu_set_t all;
static pthread_once_t once = PTHREAD_ONCE_INIT;

/// Before any thread has been kept anywhere.
static void find_all(void) {
    if (sched_getaffinity(0, sizeof all, &all) != 0) CPU_ZERO(&all);
}

int linux_share_core(pid_t process, int known) {
    pthread_once(&once, find_all);
    int core = sched_getcpu();
    if (core < 0 || core >= CPU_SETSIZE || CPU_COUNT(&all) < 2) return -1;
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(core, &one);
    // Where it is not done, it is only slower.
    if (core != known && sched_setaffinity(process, sizeof one, &one) != 0) return -1;
    sched_setaffinity(0, sizeof one, &one);
    return core;
}

void linux_leave_core(pid_t process) {
    pthread_once(&once, find_all);
    if (CPU_COUNT(&all) > 1) sched_setaffinity(process, sizeof all, &all);
}

int linux_count_cores(void) {
    cpu_set_t cores;
    return sched_getaffinity(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 0;
}
