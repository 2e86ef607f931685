/* posix: the system calls behind the module os. Here the module is put together: its constants, types, the environment as it was found at
 * import. The calls are in posix_files.c, posix_fd.c and posix_process.c. What is policy (environ as a mapping, walk, makedirs) is in os.py. */
#define _GNU_SOURCE
#include "stdlib/native/posix.h"
#include "vm/permit.h"

#include <dlfcn.h>
#include <limits.h>
#include <linux/memfd.h>
#include <linux/sched.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

static const struct { const char *name; int64_t value; } constants[] = {
#define C(name) {#name, name}
    C(F_OK), C(R_OK), C(W_OK), C(X_OK), C(F_LOCK), C(F_TLOCK), C(F_ULOCK), C(F_TEST),
    C(O_RDONLY), C(O_WRONLY), C(O_RDWR), C(O_ACCMODE), C(O_CREAT), C(O_EXCL), C(O_TRUNC), C(O_APPEND), C(O_NONBLOCK), C(O_NDELAY), C(O_CLOEXEC),
    C(O_DIRECTORY), C(O_NOFOLLOW), C(O_SYNC), C(O_DSYNC), C(O_RSYNC), C(O_FSYNC), C(O_NOCTTY), C(O_ASYNC), C(O_DIRECT), C(O_LARGEFILE), C(O_NOATIME),
    C(O_PATH), C(O_TMPFILE),
    C(EX_OK), C(EX_USAGE), C(EX_DATAERR), C(EX_NOINPUT), C(EX_NOUSER), C(EX_NOHOST), C(EX_UNAVAILABLE), C(EX_SOFTWARE), C(EX_OSERR), C(EX_OSFILE),
    C(EX_CANTCREAT), C(EX_IOERR), C(EX_TEMPFAIL), C(EX_PROTOCOL), C(EX_NOPERM), C(EX_CONFIG),
    C(WNOHANG), C(WUNTRACED), C(WCONTINUED), C(WEXITED), C(WSTOPPED), C(WNOWAIT), C(P_ALL), C(P_PID), C(P_PGID),
    C(PRIO_PROCESS), C(PRIO_PGRP), C(PRIO_USER), C(SCHED_OTHER), C(SCHED_BATCH), C(SCHED_IDLE), C(SCHED_FIFO), C(SCHED_RR),
    C(SEEK_DATA), C(SEEK_HOLE), C(NGROUPS_MAX), C(TMP_MAX), C(GRND_NONBLOCK), C(GRND_RANDOM), C(MFD_CLOEXEC), C(MFD_ALLOW_SEALING),
    C(ST_RDONLY), C(ST_NOSUID), C(ST_NODEV), C(ST_NOEXEC), C(ST_SYNCHRONOUS), C(ST_MANDLOCK), C(ST_WRITE), C(ST_APPEND), C(ST_NOATIME), C(ST_NODIRATIME),
    C(ST_RELATIME), {"XATTR_CREATE", 1}, {"XATTR_REPLACE", 2}, {"XATTR_SIZE_MAX", 65536},
    C(CLD_CONTINUED), C(CLD_DUMPED), C(CLD_EXITED), C(CLD_KILLED), C(CLD_STOPPED), C(CLD_TRAPPED), C(CLONE_FILES), C(CLONE_FS), C(CLONE_NEWCGROUP),
    C(CLONE_NEWIPC), C(CLONE_NEWNET), C(CLONE_NEWNS), C(CLONE_NEWPID), C(CLONE_NEWTIME), C(CLONE_NEWUSER), C(CLONE_NEWUTS), C(CLONE_SIGHAND),
    C(CLONE_SYSVSEM), C(CLONE_THREAD), C(CLONE_VM), C(EFD_CLOEXEC), C(EFD_NONBLOCK), C(EFD_SEMAPHORE), C(MFD_HUGETLB), C(MFD_HUGE_16GB), C(MFD_HUGE_16MB),
    C(MFD_HUGE_1GB), C(MFD_HUGE_1MB), C(MFD_HUGE_256MB), C(MFD_HUGE_2GB), C(MFD_HUGE_2MB), C(MFD_HUGE_32MB), C(MFD_HUGE_512KB), C(MFD_HUGE_512MB),
    C(MFD_HUGE_64KB), C(MFD_HUGE_8MB), C(MFD_HUGE_MASK), C(MFD_HUGE_SHIFT), C(POSIX_FADV_DONTNEED), C(POSIX_FADV_NOREUSE), C(POSIX_FADV_NORMAL),
    C(POSIX_FADV_RANDOM), C(POSIX_FADV_SEQUENTIAL), C(POSIX_FADV_WILLNEED), C(P_PIDFD), C(RTLD_DEEPBIND), C(RTLD_GLOBAL), C(RTLD_LAZY), C(RTLD_LOCAL),
    C(RTLD_NODELETE), C(RTLD_NOLOAD), C(RTLD_NOW), C(RWF_APPEND), C(RWF_DSYNC), C(RWF_HIPRI), C(RWF_NOWAIT), C(RWF_SYNC), C(SCHED_RESET_ON_FORK),
    C(SPLICE_F_MORE), C(SPLICE_F_MOVE), C(SPLICE_F_NONBLOCK),
#undef C
};

/* bytes to bytes, as os.py wants it; of a name that stands there twice the first counts */
static MrDict *environment(MrThread *t)
{
    MrDict *d = mr_dict_new(t);
    for (char **e = mr_denied(t, MR_ALLOW_ENVIRONMENT) ? NULL : environ; d && e && *e; e++) {
        const char *eq = strchr(*e, '=');
        if (!eq)
            continue;
        MrValue key = mr_bytes_new(t, *e, (size_t)(eq - *e)), value = mr_bytes_new(t, eq + 1, strlen(eq + 1));
        if (key == MR_ERROR || value == MR_ERROR)
            return NULL;
        MrValue have = mr_dict_get(t, d, key);
        if (have == MR_ERROR || (have == MR_UNBOUND && !mr_dict_set(t, d, key, value)))
            return NULL;
    }
    return d;
}

static bool add_functions(MrThread *t, MrModule *m, const MrMethodDef *f)
{
    for (; f->sig; f++) {
        char name[64];
        size_t n = strcspn(f->sig, "(");
        MrValue v = mr_function_native(t, f, mr_val(m), MR_UNBOUND);
        memcpy(name, f->sig, n);
        name[n] = 0;
        if (v == MR_ERROR || !mr_module_add(t, m, name, v))
            return false;
    }
    return true;
}

static bool add_types(MrThread *t, MrModule *m)
{
    static const MrStructSeqDef *const sequences[] = {&mr_posix_stat_def, &mr_posix_statvfs_def, &mr_posix_terminal_def, &mr_posix_uname_def, &mr_posix_waitid_def,
                                                      &mr_posix_times_def};
    for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++) {
        MrType *type = mr_structseq_type_new(t, sequences[i]);
        if (!type || !mr_dict_set_str(t, m->dict, type->name, mr_val(type)))
            return false;
    }
    MrType *entry = mr_type_from_def(t, &mr_posix_direntry_def);
    return entry && mr_module_add(t, m, "DirEntry", mr_val(entry));
}

static bool init(MrThread *t, MrModule *m)
{
    MrDict *env = environment(t);
    if (!env || !mr_module_add(t, m, "environ", mr_val(env)) ||
        !mr_module_add(t, m, "_environ_denied", mr_bool(mr_denied(t, MR_ALLOW_ENVIRONMENT))) || !mr_module_add(t, m, "error", mr_type_val(t, MR_EXC_OSError)))
        return false;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (!mr_module_add(t, m, constants[i].name, mr_int(t, constants[i].value)))
            return false;
    return add_functions(t, m, mr_posix_file_functions) && add_functions(t, m, mr_posix_fd_functions) &&
           add_functions(t, m, mr_posix_process_functions) && add_functions(t, m, mr_posix_spawn_functions) &&
           add_functions(t, m, mr_posix_system_functions) && add_functions(t, m, mr_posix_config_functions) && add_types(t, m) &&
           mr_posix_add_config(t, m) && mr_posix_add_spawn(t, m) && mr_posix_add_system(t, m);
}

const MrModuleDef mr_module_posix = {
    .name = "posix", .init = init, .doc = "The system's calls for processes, files and descriptors; the os module is their public face.",
};
