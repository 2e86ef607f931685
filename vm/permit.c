/* The policy of what scripts may reach: one table for all native modules, and the refusals.
 *
 * A native whose row is denied is never put into the isolate: its function object holds a refusing C function instead. So it does not matter how a
 * script gets hold of the object. What is decided by more than the row (which descriptor, which path) asks mr_allowed in its own file: FileIO
 * (_io_file.c), import (import.c), watching descriptors and signals (async/eventloop.c), the environment's copy (posix.c).
 */
#include "vm/permit.h"

#include <string.h>

#include "vm/error.h"

/* The first row that fits counts. names: of functions, between spaces; NULL: all. needs: flags, of which one is enough with EITHER; 0: harmless. */
typedef struct Rule { const char *where; unsigned needs; const char *names; } Rule;
#define EITHER 0x100
#define ANY_DESCRIPTOR (EITHER | MR_ALLOW_FILES | MR_ALLOW_NETWORK | MR_ALLOW_PROCESSES)

static const Rule rules[] = {
    {"posix", 0,
     " fspath strerror cpu_count urandom getrandom waitstatus_to_exitcode WIFEXITED WEXITSTATUS WIFSIGNALED WTERMSIG WIFSTOPPED WSTOPSIG WIFCONTINUED WCOREDUMP "
     "major minor makedev sched_yield times isatty get_terminal_size device_encoding getpid register_at_fork "},
    {"posix", MR_ALLOW_ENVIRONMENT, " putenv unsetenv "},
    {"posix", MR_ALLOW_PROCESSES,
     " getppid getuid geteuid getgid getegid getresuid getresgid getgroups getlogin getpgid getpgrp getsid setpgid setpgrp setsid setuid seteuid setgid setegid "
     "setreuid setregid setresuid setresgid initgroups setgroups nice getpriority setpriority sched_get_priority_max sched_get_priority_min sched_getaffinity "
     "sched_setaffinity sched_getscheduler sched_setscheduler fork forkpty execv execve posix_spawn posix_spawnp _exit abort wait wait3 wait4 waitid waitpid kill "
     "killpg pidfd_open system uname getloadavg tcgetpgrp tcsetpgrp getgrouplist login_tty sched_getparam sched_setparam sched_rr_get_interval "
     "setns unshare sysconf confstr "},
    {"posix", EITHER | MR_ALLOW_FILES | MR_ALLOW_PROCESSES, " umask "}, /* of use to those who make files or processes */
    {"posix", MR_ALLOW_FILES, NULL},
    {"_signal", 0, " getsignal default_int_handler strsignal valid_signals _names "},
    {"_signal", MR_ALLOW_PROCESSES, NULL},
    {"_thread", MR_ALLOW_THREADS, " start_new_thread start_new start_joinable_thread interrupt_main "},
    {"_thread", 0, NULL},
    {"_posixsubprocess", MR_ALLOW_PROCESSES, NULL},
    {"_multiprocessing", MR_ALLOW_PROCESSES, NULL},
    {"_multiprocessing.SemLock", MR_ALLOW_PROCESSES, " __new__ __init__ _rebuild "},
    {"_multiprocessing.Region", MR_ALLOW_PROCESSES, " __new__ __init__ "},
    {"_posixshmem", MR_ALLOW_PROCESSES, NULL},
    {"_socket", 0, " htons htonl ntohs ntohl inet_aton inet_ntoa inet_pton inet_ntop getdefaulttimeout setdefaulttimeout CMSG_LEN CMSG_SPACE "},
    {"_socket", MR_ALLOW_NETWORK, NULL},
    {"_socket.socket", MR_ALLOW_NETWORK, " __new__ __init__ "},
    {"select", ANY_DESCRIPTOR, NULL},
    {"select.epoll", ANY_DESCRIPTOR, " __new__ __init__ fromfd "},
    {"select.poll", ANY_DESCRIPTOR, " __new__ __init__ "},
    {"asyncio.selector_events._SelectorSocketTransport", ANY_DESCRIPTOR, " __init__ "},
    {"fcntl", MR_ALLOW_FILES, NULL},
    {"termios", MR_ALLOW_FILES, NULL},
    {"readline", MR_ALLOW_FILES, NULL},
    {"mmap", MR_ALLOW_FILES, NULL},
    {"mmap.mmap", MR_ALLOW_FILES, " __new__ __init__ "},
    {"resource", MR_ALLOW_PROCESSES, NULL},
    {"syslog", MR_ALLOW_PROCESSES, NULL},
    {"grp", MR_ALLOW_FILES, NULL},
    {"pwd", MR_ALLOW_FILES, NULL},
    {"_sqlite3", MR_ALLOW_NATIVE | MR_ALLOW_FILES, NULL},
    {"_sqlite3.Database", MR_ALLOW_NATIVE | MR_ALLOW_FILES, " __new__ __init__ "},
    {"_ssl", MR_ALLOW_NATIVE, NULL},
    {"_ssl._SSLContext", MR_ALLOW_NATIVE, " __new__ __init__ "},
    {"_ssl._SSLContext", MR_ALLOW_FILES, " load_cert_chain load_verify_locations set_default_verify_paths load_dh_params "},
    {"_ssl.MemoryBIO", MR_ALLOW_NATIVE, " __new__ __init__ "},
    {"faulthandler", 0, " is_enabled "},
    {"faulthandler", ANY_DESCRIPTOR, " dump_traceback "},
    {"faulthandler", MR_ALLOW_PROCESSES, NULL},
    {"time", MR_ALLOW_PROCESSES, " clock_settime clock_settime_ns tzset "},
    {"time", 0, NULL},
};

/* Modules that reach nothing outside of the isolate, or ask by themselves. */
static const char harmless[] =
    " _abc _ast_trees _asyncio _bisect _blake2 _bz2 _codecs _collections _contextvars _crypt _csv _datetime _decimal _elementtree _functools _hashlib _heapq _iconv _imp _io _json "
    "_lsprof _lzma _md5 _opcode _operator _pickle _queue _random _re _sha1 _sha2 _sha3 _sre _stat _statistics _string _struct _symtable _tokenize _tracemalloc _typing "
    "_warnings _weakref _zoneinfo array atexit audioop binascii builtins cmath errno gc itertools marshal math pyexpat sys unicodedata zlib ";

static bool lists(const char *names, const char *name, size_t n)
{
    for (const char *p = names; p && (p = strchr(p, ' ')); p++)
        if (!strncmp(p + 1, name, n) && p[1 + n] == ' ')
            return true;
    return false;
}

bool mr_permit_knows(const char *module)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (!strcmp(rules[i].where, module))
            return true;
    return lists(harmless, module, strlen(module));
}

/* ---- refusals ---- */

static const struct { unsigned flag; const char *name, *what; } flags[] = {
    {MR_ALLOW_FILES, "MORAY_ALLOW_FILES", "files"},
    {MR_ALLOW_NETWORK, "MORAY_ALLOW_NETWORK", "network"},
    {MR_ALLOW_PROCESSES, "MORAY_ALLOW_PROCESSES", "processes"},
    {MR_ALLOW_ENVIRONMENT, "MORAY_ALLOW_ENVIRONMENT", "environment"},
    {MR_ALLOW_THREADS, "MORAY_ALLOW_THREADS", "threads"},
    {MR_ALLOW_NATIVE, "MORAY_ALLOW_NATIVE", "native modules"},
};

static bool refuse(MrThread *t, unsigned what)
{
    size_t i = 0;
    while (i + 1 < sizeof flags / sizeof *flags && !(what & t->iso->denied & flags[i].flag))
        i++;
    mr_raise(t, MR_EXC_PermissionError, "no access to %s: the host has not set %s", flags[i].what, flags[i].name);
    return false;
}

bool mr_allowed(MrThread *t, unsigned what) { return !(t->iso->denied & what) || refuse(t, what); }
bool mr_allowed_any(MrThread *t, unsigned what) { return (t->iso->denied & what) != what || refuse(t, what); }

#define REFUSAL(name, flag) static MrValue name(MrThread *t, MrValue *a) { (void)a, refuse(t, flag); return MR_ERROR; }
REFUSAL(no_files, MR_ALLOW_FILES)
REFUSAL(no_network, MR_ALLOW_NETWORK)
REFUSAL(no_processes, MR_ALLOW_PROCESSES)
REFUSAL(no_environment, MR_ALLOW_ENVIRONMENT)
REFUSAL(no_threads, MR_ALLOW_THREADS)
REFUSAL(no_native, MR_ALLOW_NATIVE)

static MrNative refusal_of(unsigned denied)
{
    return denied & MR_ALLOW_FILES         ? no_files
           : denied & MR_ALLOW_NETWORK     ? no_network
           : denied & MR_ALLOW_PROCESSES   ? no_processes
           : denied & MR_ALLOW_ENVIRONMENT ? no_environment
           : denied & MR_ALLOW_THREADS     ? no_threads
                                           : no_native;
}

MrNative mr_permit_filter(const MrIsolate *iso, const char *where, const MrMethodDef *row)
{
    size_t n = strcspn(row->sig, "(");
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (strcmp(rules[i].where, where) || (rules[i].names && !lists(rules[i].names, row->sig, n)))
            continue;
        unsigned needs = rules[i].needs;
        unsigned flags_needed = needs & MR_ALLOW_ALL;
        bool denied = needs & EITHER ? (needs & iso->denied) == flags_needed : (needs & iso->denied) != 0;
        return denied ? refusal_of(needs & iso->denied) : row->fn;
    }
    return row->fn;
}
