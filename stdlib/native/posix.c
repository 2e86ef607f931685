/* posix: the system calls behind the module os. Paths may be str, bytes or os.PathLike; where a call has a form for descriptors, an int is one.
 * Results are of the type that the path had. What is policy (environ, walk, makedirs) is in os.py. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include "vm/isolate.h"
#include "vm/type.h"
#include "vm/types/structseq.h"
#include "vm/types/text.h"

extern char **environ;

/* A path argument as the system takes it. fd >= 0: it was a descriptor. */
typedef struct Path {
    const char *name;
    MrValue given; /* for messages; MR_UNBOUND: none */
    bool bytes;
    int fd;
} Path;

static MrValue posix_fspath(MrThread *t, MrValue *a)
{
    if (mr_is_str(a[0]) || mr_is_kind(a[0], MR_KIND_BYTES))
        return a[0];
    MrType *type = mr_typeof(t, a[0]);
    MrValue method = mr_type_ready(t, type) ? mr_type_lookup(t, type, mr_n(t, __fspath__)) : MR_ERROR;
    if (method == MR_UNBOUND || method == MR_NONE)
        return mr_raise(t, MR_EXC_TypeError, "expected str, bytes or os.PathLike object, not %s", mr_type_name(t, a[0]));
    MrValue v = method == MR_ERROR ? method : mr_call1(t, method, a[0]);
    if (v == MR_ERROR || mr_is_str(v) || mr_is_kind(v, MR_KIND_BYTES))
        return v;
    return mr_raise(t, MR_EXC_TypeError, "expected %s.__fspath__() to return str or bytes, not %s", mr_type_name(t, a[0]), mr_type_name(t, v));
}

static bool read_path(MrThread *t, MrValue v, const char *function, const char *argument, bool takes_fd, Path *p)
{
    int64_t fd;
    *p = (Path){.given = v, .fd = -1};
    if (takes_fd && mr_is_integer(v)) {
        if (!mr_to_i64(t, v, &fd))
            return false;
        p->fd = (int)fd;
        return true;
    }
    if (!mr_is_str(v) && !mr_is_kind(v, MR_KIND_BYTES) && mr_type_lookup(t, mr_typeof(t, v), mr_n(t, __fspath__)) == MR_UNBOUND) {
        mr_raise(t, MR_EXC_TypeError, "%s: %s should be string, bytes%s os.PathLike%s, not %s", function, argument, takes_fd ? "," : " or",
                 takes_fd ? " or integer" : "", mr_type_name(t, v));
        return false;
    }
    MrValue text = posix_fspath(t, &v);
    p->bytes = text != MR_ERROR && mr_is_kind(text, MR_KIND_BYTES);
    MrValue raw = text == MR_ERROR || p->bytes ? text : mr_encode(t, text, "utf-8", "surrogateescape");
    if (raw == MR_ERROR)
        return false;
    p->name = MR_BYTES(raw)->bytes;
    if (strlen(p->name) == MR_BYTES(raw)->length)
        return true;
    mr_raise(t, MR_EXC_ValueError, "%s: embedded null character in %s", function, argument);
    return false;
}

static MrValue fail(MrThread *t, const Path *p) { return mr_raise_errno(t, errno, p && p->fd < 0 ? p->given : MR_UNBOUND); }

/* OSError with two names: [Errno n] text: 'a' -> 'b' */
static MrValue fail_two(MrThread *t, MrValue from, MrValue to)
{
    MrValue args[5] = {mr_small_int(errno), mr_str_c(t, strerror(errno)), from, MR_NONE, to};
    MrValue e = args[1] == MR_ERROR ? MR_ERROR : mr_call(t, mr_type_val(t, MR_EXC_OSError), 5, args);
    return e == MR_ERROR ? e : mr_raise_value(t, e);
}

static MrValue name_value(MrThread *t, const char *s, size_t n, bool bytes)
{
    return bytes ? mr_bytes_new(t, s, n) : mr_decode(t, s, n, "utf-8", "surrogateescape");
}

/* An int argument that fits a C int. */
static bool read_int(MrThread *t, MrValue v, int *out)
{
    int64_t i;
    if (!mr_to_i64(t, v, &i))
        return false;
    *out = (int)i;
    return i == *out || mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C int") != MR_ERROR;
}

/* For calls that are to be repeated after a signal: true to repeat. */
static bool again(MrThread *t) { return errno == EINTR && mr_poll(t); }

static MrValue done(MrThread *t, int r, const Path *p) { return r < 0 ? (mr_pending(t) ? MR_ERROR : fail(t, p)) : MR_NONE; }

/* ---- stat ---- */

static const MrGetSetDef stat_fields[] = {
    MR_STRUCTSEQ_FIELD(0, "st_mode", "protection bits"), MR_STRUCTSEQ_FIELD(1, "st_ino", "inode"), MR_STRUCTSEQ_FIELD(2, "st_dev", "device"),
    MR_STRUCTSEQ_FIELD(3, "st_nlink", "number of hard links"), MR_STRUCTSEQ_FIELD(4, "st_uid", "user ID of owner"),
    MR_STRUCTSEQ_FIELD(5, "st_gid", "group ID of owner"), MR_STRUCTSEQ_FIELD(6, "st_size", "total size, in bytes"),
    MR_STRUCTSEQ_FIELD(7, "st_atime", "time of last access"), MR_STRUCTSEQ_FIELD(8, "st_mtime", "time of last modification"),
    MR_STRUCTSEQ_FIELD(9, "st_ctime", "time of last change"), MR_STRUCTSEQ_FIELD(10, "st_atime_ns", "time of last access in nanoseconds"),
    MR_STRUCTSEQ_FIELD(11, "st_mtime_ns", "time of last modification in nanoseconds"), MR_STRUCTSEQ_FIELD(12, "st_ctime_ns", "time of last change in nanoseconds"),
    MR_STRUCTSEQ_FIELD(13, "st_blksize", "blocksize for filesystem I/O"), MR_STRUCTSEQ_FIELD(14, "st_blocks", "number of blocks allocated"),
    MR_STRUCTSEQ_FIELD(15, "st_rdev", "device type (if inode device)"), {0},
};

#define SEQUENCE(id, full_name, rows, visible, unnamed)                                                                                                 \
    static const MrStructSeqDef id = {                                                                                                                  \
        .type = {.name = full_name, .base = MR_TYPE_tuple, .kind = MR_KIND_TUPLE, .flags = MR_STRUCTSEQ_FLAGS, .methods = mr_structseq_methods, .getset = rows}, \
        .n_visible = visible, .n_unnamed = unnamed}
SEQUENCE(stat_def, "os.stat_result", stat_fields, 10, 3);

static const MrGetSetDef size_fields[] = {MR_STRUCTSEQ_FIELD(0, "columns", NULL), MR_STRUCTSEQ_FIELD(1, "lines", NULL), {0}};
SEQUENCE(size_def, "os.terminal_size", size_fields, 2, 0);
static const MrGetSetDef uname_fields[] = {MR_STRUCTSEQ_FIELD(0, "sysname", NULL), MR_STRUCTSEQ_FIELD(1, "nodename", NULL), MR_STRUCTSEQ_FIELD(2, "release", NULL),
                                           MR_STRUCTSEQ_FIELD(3, "version", NULL), MR_STRUCTSEQ_FIELD(4, "machine", NULL), {0}};
SEQUENCE(uname_def, "posix.uname_result", uname_fields, 5, 0);
static const MrGetSetDef times_fields[] = {MR_STRUCTSEQ_FIELD(0, "user", NULL), MR_STRUCTSEQ_FIELD(1, "system", NULL), MR_STRUCTSEQ_FIELD(2, "children_user", NULL),
                                           MR_STRUCTSEQ_FIELD(3, "children_system", NULL), MR_STRUCTSEQ_FIELD(4, "elapsed", NULL), {0}};
SEQUENCE(times_def, "posix.times_result", times_fields, 5, 0);

/* A struct sequence of values that may be MR_ERROR. */
static MrValue sequence(MrThread *t, const MrStructSeqDef *def, const MrValue *v, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (v[i] == MR_ERROR)
            return MR_ERROR;
    return mr_structseq_new(t, def, v);
}

static MrValue nanoseconds(MrThread *t, struct timespec s) { return mr_int(t, (int64_t)s.tv_sec * 1000000000 + s.tv_nsec); }
static MrValue seconds(struct timespec s) { return mr_float((double)s.tv_sec + 1e-9 * (double)s.tv_nsec); }

static MrValue stat_value(MrThread *t, const struct stat *s)
{
    MrValue v[] = {
        mr_int(t, s->st_mode), mr_int_u64(t, s->st_ino), mr_int_u64(t, s->st_dev), mr_int_u64(t, s->st_nlink), mr_int(t, s->st_uid), mr_int(t, s->st_gid),
        mr_int(t, s->st_size), mr_int(t, s->st_atim.tv_sec), mr_int(t, s->st_mtim.tv_sec), mr_int(t, s->st_ctim.tv_sec), seconds(s->st_atim),
        seconds(s->st_mtim), seconds(s->st_ctim), nanoseconds(t, s->st_atim), nanoseconds(t, s->st_mtim), nanoseconds(t, s->st_ctim),
        mr_int(t, s->st_blksize), mr_int(t, s->st_blocks), mr_int_u64(t, s->st_rdev),
    };
    return sequence(t, &stat_def, v, sizeof v / sizeof *v);
}

static MrValue get_stat(MrThread *t, MrValue path, const char *function, bool follow)
{
    Path p;
    struct stat s;
    if (!read_path(t, path, function, "path", follow, &p))
        return MR_ERROR;
    int r = p.fd >= 0 ? fstat(p.fd, &s) : follow ? stat(p.name, &s) : lstat(p.name, &s);
    return r < 0 ? fail(t, &p) : stat_value(t, &s);
}

static MrValue posix_stat(MrThread *t, MrValue *a)
{
    int follow = a[2] == MR_UNBOUND ? 1 : mr_truth(t, a[2]);
    return follow < 0 ? MR_ERROR : get_stat(t, a[0], "stat", follow);
}

static MrValue posix_lstat(MrThread *t, MrValue *a) { return get_stat(t, a[0], "lstat", false); }

static MrValue posix_fstat(MrThread *t, MrValue *a)
{
    int fd;
    struct stat s;
    if (!read_int(t, a[0], &fd))
        return MR_ERROR;
    return fstat(fd, &s) < 0 ? fail(t, NULL) : stat_value(t, &s);
}

/* ---- folders and names ---- */

static MrValue posix_listdir(MrThread *t, MrValue *a)
{
    Path p = {.name = ".", .given = MR_UNBOUND, .fd = -1};
    if (a[0] != MR_UNBOUND && a[0] != MR_NONE && !read_path(t, a[0], "listdir", "path", true, &p))
        return MR_ERROR;
    int copy = p.fd >= 0 ? dup(p.fd) : -1;
    DIR *d = p.fd >= 0 ? (copy < 0 ? NULL : fdopendir(copy)) : opendir(p.name);
    if (!d) {
        int error = errno;
        if (copy >= 0)
            close(copy);
        errno = error;
        return fail(t, &p);
    }
    MrValue list = mr_list_new(t, 16);
    for (struct dirent *e; list != MR_ERROR && (errno = 0, e = readdir(d));) {
        if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, ".."))
            continue;
        MrValue name = name_value(t, e->d_name, strlen(e->d_name), p.bytes);
        if (name == MR_ERROR || !mr_list_append(t, list, name))
            list = MR_ERROR;
    }
    closedir(d);
    return list;
}

static MrValue posix_mkdir(MrThread *t, MrValue *a)
{
    Path p;
    int mode = 0777;
    if (!read_path(t, a[0], "mkdir", "path", false, &p) || (a[1] != MR_UNBOUND && !read_int(t, a[1], &mode)))
        return MR_ERROR;
    return done(t, mkdir(p.name, (mode_t)mode), &p);
}

#define ONE_PATH(name, call)                                                              \
    static MrValue posix_##name(MrThread *t, MrValue *a)                                  \
    {                                                                                     \
        Path p;                                                                           \
        if (!read_path(t, a[0], #name, "path", false, &p))                                \
            return MR_ERROR;                                                              \
        return done(t, call, &p);                                                         \
    }
ONE_PATH(rmdir, rmdir(p.name))
ONE_PATH(remove, unlink(p.name))
ONE_PATH(unlink, unlink(p.name))

#define TWO_PATHS(name, call, first, second)                                                                                   \
    static MrValue posix_##name(MrThread *t, MrValue *a)                                                                       \
    {                                                                                                                          \
        Path p, q;                                                                                                             \
        if (!read_path(t, a[0], #name, first, false, &p) || !read_path(t, a[1], #name, second, false, &q))                     \
            return MR_ERROR;                                                                                                   \
        return call < 0 ? fail_two(t, a[0], a[1]) : MR_NONE;                                                                   \
    }
TWO_PATHS(rename, rename(p.name, q.name), "src", "dst")
TWO_PATHS(replace, rename(p.name, q.name), "src", "dst")
TWO_PATHS(link, link(p.name, q.name), "src", "dst")
TWO_PATHS(symlink, symlink(p.name, q.name), "src", "dst")

static MrValue posix_readlink(MrThread *t, MrValue *a)
{
    Path p;
    char buf[4096];
    if (!read_path(t, a[0], "readlink", "path", false, &p))
        return MR_ERROR;
    ssize_t n = readlink(p.name, buf, sizeof buf);
    return n < 0 ? fail(t, &p) : name_value(t, buf, (size_t)n, p.bytes);
}

static MrValue posix_chdir(MrThread *t, MrValue *a)
{
    Path p;
    if (!read_path(t, a[0], "chdir", "path", true, &p))
        return MR_ERROR;
    return done(t, p.fd >= 0 ? fchdir(p.fd) : chdir(p.name), &p);
}

static MrValue working_folder(MrThread *t, bool bytes)
{
    char buf[4096];
    return getcwd(buf, sizeof buf) ? name_value(t, buf, strlen(buf), bytes) : fail(t, NULL);
}

static MrValue posix_getcwd(MrThread *t, MrValue *a)
{
    (void)a;
    return working_folder(t, false);
}

static MrValue posix_getcwdb(MrThread *t, MrValue *a)
{
    (void)a;
    return working_folder(t, true);
}

static MrValue posix_access(MrThread *t, MrValue *a)
{
    Path p;
    int mode;
    return read_path(t, a[0], "access", "path", false, &p) && read_int(t, a[1], &mode) ? mr_bool(access(p.name, mode) == 0) : MR_ERROR;
}

static MrValue posix_chmod(MrThread *t, MrValue *a)
{
    Path p;
    int mode;
    if (!read_path(t, a[0], "chmod", "path", true, &p) || !read_int(t, a[1], &mode))
        return MR_ERROR;
    return done(t, p.fd >= 0 ? fchmod(p.fd, (mode_t)mode) : chmod(p.name, (mode_t)mode), &p);
}

static MrValue posix_truncate(MrThread *t, MrValue *a)
{
    Path p;
    int64_t n;
    if (!read_path(t, a[0], "truncate", "path", true, &p) || !mr_to_i64(t, a[1], &n))
        return MR_ERROR;
    return done(t, p.fd >= 0 ? ftruncate(p.fd, n) : truncate(p.name, n), &p);
}

/* times: a pair of seconds, ns: a pair of nanoseconds; neither: now */
static MrValue posix_utime(MrThread *t, MrValue *a)
{
    Path p;
    struct timespec when[2] = {{.tv_nsec = UTIME_NOW}, {.tv_nsec = UTIME_NOW}};
    MrValue pair = a[1] != MR_UNBOUND && a[1] != MR_NONE ? a[1] : a[2] == MR_UNBOUND ? MR_NONE : a[2];
    if (!read_path(t, a[0], "utime", "path", true, &p))
        return MR_ERROR;
    if (pair != MR_NONE && (!mr_is_tuple(pair) || MR_TUPLE(pair)->length != 2))
        return mr_raise(t, MR_EXC_TypeError, "utime: '%s' must be a tuple of two ints", pair == a[2] ? "ns" : "times");
    for (int i = 0; pair != MR_NONE && i < 2; i++) {
        MrValue v = MR_TUPLE(pair)->items[i];
        double d;
        int64_t ns;
        if (pair == a[2]) {
            if (!mr_to_i64(t, v, &ns))
                return MR_ERROR;
            when[i] = (struct timespec){.tv_sec = ns / 1000000000 - (ns % 1000000000 < 0), .tv_nsec = (ns % 1000000000 + 1000000000) % 1000000000};
        } else {
            if (!mr_to_double(t, v, &d))
                return MR_ERROR;
            int64_t whole = (int64_t)d - (d < (double)(int64_t)d);
            when[i] = (struct timespec){.tv_sec = whole, .tv_nsec = (long)((d - (double)whole) * 1e9)};
        }
    }
    return done(t, p.fd >= 0 ? futimens(p.fd, when) : utimensat(AT_FDCWD, p.name, when, 0), &p);
}

/* ---- descriptors ---- */

static MrValue posix_open(MrThread *t, MrValue *a)
{
    Path p;
    int flags, mode = 0777, fd;
    if (!read_path(t, a[0], "open", "path", false, &p) || !read_int(t, a[1], &flags) || (a[2] != MR_UNBOUND && !read_int(t, a[2], &mode)))
        return MR_ERROR;
    do
        fd = open(p.name, flags | O_CLOEXEC, (mode_t)mode);
    while (fd < 0 && again(t));
    return fd < 0 ? done(t, fd, &p) : mr_small_int(fd);
}

static MrValue posix_close(MrThread *t, MrValue *a)
{
    int fd;
    if (!read_int(t, a[0], &fd))
        return MR_ERROR;
    int r = close(fd);
    return r < 0 && errno == EINTR ? MR_NONE : done(t, r, NULL);
}

static MrValue posix_read(MrThread *t, MrValue *a)
{
    int fd;
    int64_t n;
    if (!read_int(t, a[0], &fd) || !mr_to_i64(t, a[1], &n))
        return MR_ERROR;
    if (n < 0) {
        errno = EINVAL;
        return fail(t, NULL);
    }
    char *buf = mr_buffer_new(t, (size_t)n + 1);
    ssize_t got = -1;
    if (!buf)
        return MR_ERROR;
    do
        got = read(fd, buf, (size_t)n);
    while (got < 0 && again(t));
    return got < 0 ? done(t, -1, NULL) : mr_bytes_new(t, buf, (size_t)got);
}

static MrValue posix_write(MrThread *t, MrValue *a)
{
    int fd;
    const char *p;
    size_t n;
    ssize_t r;
    if (!read_int(t, a[0], &fd) || !mr_buffer_of(t, a[1], &p, &n))
        return MR_ERROR;
    do
        r = write(fd, p, n);
    while (r < 0 && again(t));
    return r < 0 ? done(t, -1, NULL) : mr_int(t, r);
}

static MrValue posix_lseek(MrThread *t, MrValue *a)
{
    int fd, whence;
    int64_t offset;
    if (!read_int(t, a[0], &fd) || !mr_to_i64(t, a[1], &offset) || !read_int(t, a[2], &whence))
        return MR_ERROR;
    off_t at = lseek(fd, offset, whence);
    return at < 0 ? fail(t, NULL) : mr_int(t, at);
}

static MrValue posix_pipe(MrThread *t, MrValue *a)
{
    int fd[2];
    (void)a;
    if (pipe2(fd, O_CLOEXEC) < 0)
        return fail(t, NULL);
    MrValue v[2] = {mr_small_int(fd[0]), mr_small_int(fd[1])};
    return mr_tuple_from(t, v, 2);
}

static MrValue posix_dup(MrThread *t, MrValue *a)
{
    int fd;
    if (!read_int(t, a[0], &fd))
        return MR_ERROR;
    int r = fcntl(fd, F_DUPFD_CLOEXEC, 0);
    return r < 0 ? fail(t, NULL) : mr_small_int(r);
}

static MrValue posix_dup2(MrThread *t, MrValue *a)
{
    int from, to;
    if (!read_int(t, a[0], &from) || !read_int(t, a[1], &to))
        return MR_ERROR;
    int r = dup2(from, to);
    return r < 0 ? fail(t, NULL) : mr_small_int(r);
}

static MrValue posix_fsync(MrThread *t, MrValue *a)
{
    int fd;
    return read_int(t, a[0], &fd) ? done(t, fsync(fd), NULL) : MR_ERROR;
}

static MrValue posix_ftruncate(MrThread *t, MrValue *a)
{
    int fd;
    int64_t n;
    return read_int(t, a[0], &fd) && mr_to_i64(t, a[1], &n) ? done(t, ftruncate(fd, n), NULL) : MR_ERROR;
}

static MrValue posix_isatty(MrThread *t, MrValue *a)
{
    int fd;
    return read_int(t, a[0], &fd) ? mr_bool(isatty(fd)) : MR_ERROR;
}

static MrValue posix_set_blocking(MrThread *t, MrValue *a)
{
    int fd, on = mr_truth(t, a[1]);
    if (on < 0 || !read_int(t, a[0], &fd))
        return MR_ERROR;
    int flags = fcntl(fd, F_GETFL);
    return done(t, flags < 0 ? -1 : fcntl(fd, F_SETFL, on ? flags & ~O_NONBLOCK : flags | O_NONBLOCK), NULL);
}

static MrValue posix_get_terminal_size(MrThread *t, MrValue *a)
{
    int fd = 1;
    struct winsize w;
    if (a[0] != MR_UNBOUND && !read_int(t, a[0], &fd))
        return MR_ERROR;
    if (ioctl(fd, TIOCGWINSZ, &w) < 0)
        return fail(t, NULL);
    MrValue v[2] = {mr_small_int(w.ws_col), mr_small_int(w.ws_row)};
    return mr_structseq_new(t, &size_def, v);
}

/* ---- the process ---- */

#define NUMBER(name, value)                                  \
    static MrValue posix_##name(MrThread *t, MrValue *a)     \
    {                                                        \
        (void)a;                                             \
        return mr_int(t, (int64_t)(value));                  \
    }
NUMBER(getpid, getpid())
NUMBER(getppid, getppid())
NUMBER(getuid, getuid())
NUMBER(geteuid, geteuid())
NUMBER(getgid, getgid())
NUMBER(getegid, getegid())
#undef NUMBER

static MrValue posix_cpu_count(MrThread *t, MrValue *a)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    (void)a;
    return n < 1 ? MR_NONE : mr_int(t, n);
}

static MrValue posix_urandom(MrThread *t, MrValue *a)
{
    int64_t n;
    if (!mr_to_i64(t, a[0], &n))
        return MR_ERROR;
    if (n < 0)
        return mr_raise(t, MR_EXC_ValueError, "negative argument not allowed");
    MrValue v = mr_bytes_new(t, NULL, (size_t)n);
    for (size_t at = 0; v != MR_ERROR && at < (size_t)n;) {
        ssize_t got = getrandom(MR_BYTES(v)->bytes + at, (size_t)n - at, 0);
        if (got < 0 && !again(t))
            return done(t, -1, NULL);
        at += got < 0 ? 0 : (size_t)got;
    }
    return v;
}

static MrValue posix_umask(MrThread *t, MrValue *a)
{
    int mask;
    return read_int(t, a[0], &mask) ? mr_small_int(umask((mode_t)mask)) : MR_ERROR;
}

static MrValue posix_kill(MrThread *t, MrValue *a)
{
    int pid, number;
    if (!read_int(t, a[0], &pid) || !read_int(t, a[1], &number))
        return MR_ERROR;
    if (kill(pid, number) < 0)
        return fail(t, NULL);
    return mr_poll(t) ? MR_NONE : MR_ERROR; /* a signal to itself is handled at once */
}

static MrValue posix__exit(MrThread *t, MrValue *a)
{
    int status;
    if (!read_int(t, a[0], &status))
        return MR_ERROR;
    _exit(status);
}

static MrValue posix_abort(MrThread *t, MrValue *a)
{
    (void)t;
    (void)a;
    abort();
}

static MrValue posix_strerror(MrThread *t, MrValue *a)
{
    int number;
    return read_int(t, a[0], &number) ? mr_str_c(t, strerror(number)) : MR_ERROR;
}

static MrValue posix_system(MrThread *t, MrValue *a)
{
    Path p;
    if (!read_path(t, a[0], "system", "command", false, &p))
        return MR_ERROR;
    return mr_small_int(system(p.name));
}

static MrValue posix_putenv(MrThread *t, MrValue *a)
{
    Path name, value;
    if (!read_path(t, a[0], "putenv", "name", false, &name) || !read_path(t, a[1], "putenv", "value", false, &value))
        return MR_ERROR;
    return done(t, setenv(name.name, value.name, 1), NULL);
}

static MrValue posix_unsetenv(MrThread *t, MrValue *a)
{
    Path name;
    return read_path(t, a[0], "unsetenv", "name", false, &name) ? done(t, unsetenv(name.name), NULL) : MR_ERROR;
}

static MrValue posix_uname(MrThread *t, MrValue *a)
{
    struct utsname u;
    (void)a;
    if (uname(&u) < 0)
        return fail(t, NULL);
    MrValue v[] = {mr_str_c(t, u.sysname), mr_str_c(t, u.nodename), mr_str_c(t, u.release), mr_str_c(t, u.version), mr_str_c(t, u.machine)};
    return sequence(t, &uname_def, v, 5);
}

static MrValue posix_times(MrThread *t, MrValue *a)
{
    struct tms s;
    clock_t now = times(&s);
    double tick = (double)sysconf(_SC_CLK_TCK);
    (void)a;
    MrValue v[] = {mr_float((double)s.tms_utime / tick), mr_float((double)s.tms_stime / tick), mr_float((double)s.tms_cutime / tick),
                   mr_float((double)s.tms_cstime / tick), mr_float((double)now / tick)};
    return mr_structseq_new(t, &times_def, v);
}

static const MrMethodDef functions[] = {
    {"fspath(path)", posix_fspath, "Return the file system path representation of the object.", 0},
    {"stat(path, *, dir_fd=None, follow_symlinks=True)", posix_stat, "Perform a stat system call on the given path.", 0},
    {"lstat(path, *, dir_fd=None)", posix_lstat, "Perform a stat system call on the given path, without following symbolic links.", 0},
    {"fstat(fd)", posix_fstat, "Perform a stat system call on the given file descriptor.", 0},
    {"listdir(path=None)", posix_listdir, "Return a list containing the names of the files in the directory.", 0},
    {"mkdir(path, mode=511, *, dir_fd=None)", posix_mkdir, "Create a directory.", 0},
    {"rmdir(path, *, dir_fd=None)", posix_rmdir, "Remove a directory.", 0},
    {"remove(path, *, dir_fd=None)", posix_remove, "Remove a file (same as unlink()).", 0},
    {"unlink(path, *, dir_fd=None)", posix_unlink, "Remove a file (same as remove()).", 0},
    {"rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", posix_rename, "Rename a file or directory.", 0},
    {"replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", posix_replace, "Rename a file or directory, overwriting the destination.", 0},
    {"link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", posix_link, "Create a hard link to a file.", 0},
    {"symlink(src, dst, target_is_directory=False, *, dir_fd=None)", posix_symlink, "Create a symbolic link pointing to src named dst.", 0},
    {"readlink(path, *, dir_fd=None)", posix_readlink, "Return a string representing the path to which the symbolic link points.", 0},
    {"chdir(path)", posix_chdir, "Change the current working directory to the specified path.", 0},
    {"getcwd()", posix_getcwd, "Return a unicode string representing the current working directory.", 0},
    {"getcwdb()", posix_getcwdb, "Return a bytes string representing the current working directory.", 0},
    {"access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", posix_access, "Use the real uid/gid to test for access to a path.", 0},
    {"chmod(path, mode, *, dir_fd=None, follow_symlinks=True)", posix_chmod, "Change the access permissions of a file.", 0},
    {"truncate(path, length)", posix_truncate, "Truncate a file, specified by path, to a specific length.", 0},
    {"utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)", posix_utime, "Set the access and modified time of path.", 0},
    {"open(path, flags, mode=511, *, dir_fd=None)", posix_open, "Open a file for low level IO.  Returns a file descriptor (integer).", 0},
    {"close(fd)", posix_close, "Close a file descriptor.", 0},
    {"read(fd, length, /)", posix_read, "Read from a file descriptor.  Returns a bytes object.", 0},
    {"write(fd, data, /)", posix_write, "Write a bytes object to a file descriptor.", 0},
    {"lseek(fd, position, whence, /)", posix_lseek, "Set the position of a file descriptor.  Return the new position.", 0},
    {"pipe()", posix_pipe, "Create a pipe.", 0},
    {"dup(fd, /)", posix_dup, "Return a duplicate of a file descriptor.", 0},
    {"dup2(fd, fd2, inheritable=True)", posix_dup2, "Duplicate file descriptor.", 0},
    {"fsync(fd)", posix_fsync, "Force write of fd to disk.", 0},
    {"ftruncate(fd, length, /)", posix_ftruncate, "Truncate a file, specified by file descriptor, to a specific length.", 0},
    {"isatty(fd, /)", posix_isatty, "Return True if the fd is connected to a terminal.", 0},
    {"set_blocking(fd, blocking, /)", posix_set_blocking, "Set the blocking mode of the specified file descriptor.", 0},
    {"get_terminal_size(fd=1, /)", posix_get_terminal_size, "Return the size of the terminal window as (columns, lines).", 0},
    {"getpid()", posix_getpid, "Return the current process id.", 0},
    {"getppid()", posix_getppid, "Return the parent's process id.", 0},
    {"getuid()", posix_getuid, "Return the current process's user id.", 0},
    {"geteuid()", posix_geteuid, "Return the current process's effective user id.", 0},
    {"getgid()", posix_getgid, "Return the current process's group id.", 0},
    {"getegid()", posix_getegid, "Return the current process's effective group id.", 0},
    {"cpu_count()", posix_cpu_count, "Return the number of logical CPUs in the system.", 0},
    {"urandom(size, /)", posix_urandom, "Return a bytes object containing random bytes suitable for cryptographic use.", 0},
    {"umask(mask, /)", posix_umask, "Set the current numeric umask and return the previous umask.", 0},
    {"kill(pid, signal, /)", posix_kill, "Kill a process with a signal.", 0},
    {"_exit(status)", posix__exit, "Exit to the system with specified status, without normal exit processing.", 0},
    {"abort()", posix_abort, "Abort the interpreter immediately.", 0},
    {"strerror(code, /)", posix_strerror, "Translate an error code to a message string.", 0},
    {"system(command)", posix_system, "Execute the command in a subshell.", 0},
    {"putenv(name, value, /)", posix_putenv, "Change or add an environment variable.", 0},
    {"unsetenv(name, /)", posix_unsetenv, "Delete an environment variable.", 0},
    {"uname()", posix_uname, "Return an object identifying the current operating system.", 0},
    {"times()", posix_times, "Return a collection containing process timing information.", 0},
    {0},
};

static const struct { const char *name; int value; } constants[] = {
    {"F_OK", F_OK}, {"R_OK", R_OK}, {"W_OK", W_OK}, {"X_OK", X_OK}, {"O_RDONLY", O_RDONLY}, {"O_WRONLY", O_WRONLY}, {"O_RDWR", O_RDWR},
    {"O_CREAT", O_CREAT}, {"O_EXCL", O_EXCL}, {"O_TRUNC", O_TRUNC}, {"O_APPEND", O_APPEND}, {"O_NONBLOCK", O_NONBLOCK}, {"O_CLOEXEC", O_CLOEXEC},
    {"O_DIRECTORY", O_DIRECTORY}, {"O_NOFOLLOW", O_NOFOLLOW}, {"O_SYNC", O_SYNC}, {"EX_OK", 0}, {"WNOHANG", WNOHANG},
};

/* bytes to bytes, as os.py wants it */
static MrDict *environment(MrThread *t)
{
    MrDict *d = mr_dict_new(t);
    for (char **e = environ; d && e && *e; e++) {
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

static bool init(MrThread *t, MrModule *m)
{
    const MrStructSeqDef *const sequences[] = {&stat_def, &size_def, &uname_def, &times_def};
    MrDict *env = environment(t);
    if (!env || !mr_module_add(t, m, "environ", mr_val(env)) || !mr_module_add(t, m, "error", mr_type_val(t, MR_EXC_OSError)))
        return false;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (!mr_module_add(t, m, constants[i].name, mr_small_int(constants[i].value)))
            return false;
    for (size_t i = 0; i < 4; i++) {
        MrType *type = mr_structseq_type_new(t, sequences[i]);
        if (!type || !mr_dict_set_str(t, m->dict, type->name, mr_val(type)))
            return false;
    }
    return true;
}

const MrModuleDef mr_module_posix = {
    .name = "posix", .functions = functions, .init = init, .doc = "Access to operating system functionality that is standardized by POSIX.",
};
