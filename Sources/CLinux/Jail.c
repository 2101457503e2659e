#define _GNU_SOURCE
#include "Jail.h"

#include "Cores.h"
#include "Nursery.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <malloc.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/// The system calls of a worker: memory, time, messages on its socket, and its end.
///
/// None of them opens, connects, starts or signals anything; those that take a descriptor find two.
static const int allowed[] = {
    SCMP_SYS(brk),          SCMP_SYS(clock_gettime),  SCMP_SYS(exit),         SCMP_SYS(exit_group),
    SCMP_SYS(futex),        SCMP_SYS(getpid),         SCMP_SYS(getrandom),    SCMP_SYS(gettid),
    SCMP_SYS(gettimeofday), SCMP_SYS(madvise),        SCMP_SYS(mremap),       SCMP_SYS(munmap),
    SCMP_SYS(recvfrom),     SCMP_SYS(recvmsg),        SCMP_SYS(restart_syscall), SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sched_yield),  SCMP_SYS(sendmsg),
    SCMP_SYS(sendto),       SCMP_SYS(sigaltstack),
};

static bool allow_system_calls(scmp_filter_ctx filter) {
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0) != 0) return false;
    }
    // Memory yes, but none that can be executed.
    const struct scmp_arg_cmp not_executable = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, not_executable) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, not_executable) == 0;
}

static bool filter_system_calls(void) {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (filter == NULL) return false;
    bool is_done = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1) == 0 && allow_system_calls(filter) &&
                   seccomp_load(filter) == 0;
    seccomp_release(filter);
    return is_done;
}

static bool limit(int resource, uint64_t value) {
    const struct rlimit limit = {value, value};
    return setrlimit(resource, &limit) == 0;
}

/// Bytes of address space in use.
static uint64_t address_space(void) {
    unsigned long pages = 0;
    FILE *file = fopen("/proc/self/statm", "re");
    if (file == NULL) return 0;
    if (fscanf(file, "%lu", &pages) != 1) pages = 0;
    fclose(file);
    return (uint64_t)pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

static bool forbid_files(void) {
    const struct landlock_ruleset_attr all = {.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
    if (rules < 0) return false;
    bool is_done = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return is_done;
}

static bool leave_network(void) {
    // Who is not root needs a user namespace for it.
    return unshare(CLONE_NEWNET | CLONE_NEWIPC) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC) == 0;
}

static bool drop_capabilities(void) {
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct none[2] = {0};
    return syscall(SYS_capset, &header, none) == 0;
}

/// Of the yard, in bytes: no file can be read later that would tell it.
static uint64_t yard_space;

/// Ends this process with the one that started it, and keeps others from looking into it.
static void follow_parent(void) {
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    // It ends with its socket, not with the signals that end us: requests may be under way.
    signal(SIGTERM, SIG_IGN);
    signal(SIGINT, SIG_IGN);
}

uint32_t linux_enter_yard(void) {
    uint32_t measures = 0;
    close_range(linux_nursery_socket + 1, ~0U, 0);
    bool is_unprivileged = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    yard_space = address_space();
    if (leave_network()) measures |= linux_jail_network;
    if (forbid_files()) measures |= linux_jail_files;
    if (drop_capabilities() && is_unprivileged) measures |= linux_jail_privileges;
    follow_parent();  // The new namespaces have undone an earlier one.
    // What is freed is overwritten, so that one image's samples are not found by the next.
    mallopt(M_PERTURB, 0xFF);
    return measures;
}

uint32_t linux_enter_jail(uint64_t memory, uint64_t seconds) {
    uint32_t measures = 0;
    close_range(linux_worker_memory + 1, ~0U, 0);
    follow_parent();
    if (yard_space > 0 && limit(RLIMIT_AS, yard_space + memory) && limit(RLIMIT_CPU, seconds) &&
        limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 0)) {
        measures |= linux_jail_limits;
    }
    if (filter_system_calls()) measures |= linux_jail_system_calls;
    return measures;
}

void linux_try_to_escape(int32_t errors[linux_escapes]) {
    int file = open("/", O_RDONLY | O_CLOEXEC);
    errors[0] = file < 0 ? errno : 0;
    int network = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    errors[1] = network < 0 ? errno : 0;
    char *const nothing[] = {NULL};
    execve("/nonexistent/program", nothing, nothing);
    errors[2] = errno;
    pid_t child = (pid_t)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
    errors[3] = child < 0 ? errno : 0;
    if (child == 0) _exit(0);
    if (child > 0) waitpid(child, NULL, 0);
    // By its number it is a process like others. To be nowhere is what the kernel refuses by itself, with another errno.
    const cpu_set_t nowhere = {0};
    errors[4] = sched_setaffinity(getpid(), sizeof nowhere, &nowhere) < 0 ? errno : 0;
    if (file >= 0) close(file);
    if (network >= 0) close(network);
}
