/* posix, what takes file descriptors: open, reading and writing, pipes, flags of descriptors, terminals.
 *
 * Descriptors made here are not inherited by programs that exec starts, unless asked for. A call that a signal breaks off is repeated after the
 * signal's handler ran, if that raised nothing. */
#define _GNU_SOURCE
#include "stdlib/native/posix.h"
#include "vm/transfer.h"
#include "vm/isolate.h"

#include <limits.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <unistd.h>

static const MrGetSetDef terminal_fields[] = {
    MR_STRUCTSEQ_FIELD(0, "columns", "How many characters fit into a line."),
    MR_STRUCTSEQ_FIELD(1, "lines", "How many lines fit on the screen."), {0}};
MR_POSIX_SEQUENCE(mr_posix_terminal_def, "os.terminal_size", terminal_fields, 2, 0, "The size of a terminal: (columns, lines).");

/* Repeats `call`, which makes a descriptor, once more after a collection if there are too many. */
#define RETRY_OPEN(r, call)                              \
    do {                                                 \
        bool tried = false;                              \
        do                                               \
            RETRY(r, call);                              \
        while (r < 0 && mr_posix_reclaim(t, &tried));    \
    } while (0)

/* Repeats `call` while signals break it off; the result is in r. */
#define RETRY(r, call)        \
    do {                      \
        mr_thread_leave(t);   \
        r = call;             \
        mr_thread_enter(t);   \
    } while (r < 0 && mr_posix_again(t))

int mr_fileno_of(MrThread *t, MrValue v)
{
    int64_t fd;
    if (!mr_is_integer(v)) {
        MrValue method = mr_getattr_or(t, v, mr_intern(t, "fileno", 6));
        if (method == MR_UNBOUND)
            mr_raise(t, MR_EXC_TypeError, "argument must be an int, or have a fileno() method.");
        v = method == MR_UNBOUND || method == MR_ERROR ? MR_ERROR : mr_call0(t, method);
        if (v == MR_ERROR)
            return -1;
        if (!mr_is_integer(v))
            return mr_raise(t, MR_EXC_TypeError, "fileno() returned a non-integer"), -1;
    }
    bool small = mr_to_i64(t, v, &fd);
    if (!small && !mr_clear_if(t, MR_EXC_OverflowError))
        return -1;
    if (!small || fd != (int)fd)
        return mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C int"), -1;
    if (fd < 0)
        return mr_raise(t, MR_EXC_ValueError, "file descriptor cannot be a negative integer (%d)", (int)fd), -1;
    return (int)fd;
}

static MrValue posix_open(MrThread *t, MrValue *a)
{
    MrPath p;
    int flags, mode = 0777, dir, fd;
    if (!mr_path_read(t, a[0], "open", "path", 0, &p) || !mr_posix_int(t, a[1], &flags) || (a[2] != MR_UNBOUND && !mr_posix_int(t, a[2], &mode)) ||
        !mr_posix_dir_fd(t, a[3], "open", &p, &dir))
        return MR_ERROR;
    RETRY_OPEN(fd, openat(dir, p.name, flags | O_CLOEXEC, (mode_t)mode));
    return fd < 0 ? mr_path_error(t, &p) : mr_small_int(fd);
}

static MrValue posix_close(MrThread *t, MrValue *a)
{
    int fd;
    if (!mr_posix_int(t, a[0], &fd))
        return MR_ERROR;
    int r = close(fd); /* after EINTR the descriptor is gone, too */
    return r < 0 && errno != EINTR ? mr_path_error(t, NULL) : MR_NONE;
}

static MrValue posix_closerange(MrThread *t, MrValue *a)
{
    int low, high;
    if (!mr_posix_int(t, a[0], &low) || !mr_posix_int(t, a[1], &high))
        return MR_ERROR;
    for (int fd = low < 0 ? 0 : low; fd < high; fd++)
        close(fd);
    return MR_NONE;
}

static MrValue posix_fstat(MrThread *t, MrValue *a)
{
    int fd;
    struct stat s;
    if (!mr_posix_int(t, a[0], &fd))
        return MR_ERROR;
    return fstat(fd, &s) < 0 ? mr_path_error(t, NULL) : mr_posix_stat_value(t, &s);
}

/* ---- reading and writing ---- */

/* Up to n bytes from fd; at < 0: from where it stands. */
static MrValue read_bytes(MrThread *t, int fd, int64_t n, int64_t at)
{
    ssize_t got;
    if (n < 0) {
        errno = EINVAL;
        return mr_path_error(t, NULL);
    }
    char *buf = mr_buffer_new(t, (size_t)n + 1);
    if (!buf)
        return MR_ERROR;
    RETRY(got, at < 0 ? mr_transfer_read(t->iso, fd, buf, (size_t)n) : mr_transfer_pread(t->iso, fd, buf, (size_t)n, at));
    return got < 0 ? mr_path_error(t, NULL) : mr_bytes_new(t, buf, (size_t)got);
}

static MrValue posix_read(MrThread *t, MrValue *a)
{
    int fd;
    int64_t n;
    return mr_posix_int(t, a[0], &fd) && mr_arg_ssize(t, a[1], &n) ? read_bytes(t, fd, n, -1) : MR_ERROR;
}

static MrValue posix_pread(MrThread *t, MrValue *a)
{
    int fd;
    int64_t n, at;
    if (!mr_posix_int(t, a[0], &fd) || !mr_arg_ssize(t, a[1], &n) || !mr_to_i64(t, a[2], &at))
        return MR_ERROR;
    if (at >= 0)
        return read_bytes(t, fd, n, at);
    errno = EINVAL;
    return mr_path_error(t, NULL);
}

static MrValue posix_write(MrThread *t, MrValue *a)
{
    int fd;
    const char *p;
    size_t n;
    ssize_t r;
    if (!mr_posix_int(t, a[0], &fd) || !mr_buffer_of(t, a[1], &p, &n))
        return MR_ERROR;
    if (t->iso->output && (fd == STDOUT_FILENO || fd == STDERR_FILENO) && t->iso->output(t->iso->output_data, fd, p, n))
        return mr_int(t, (int64_t)n);
    RETRY(r, mr_transfer_write(t->iso, fd, p, n));
    return r < 0 ? mr_path_error(t, NULL) : mr_int(t, r);
}

static MrValue posix_pwrite(MrThread *t, MrValue *a)
{
    int fd;
    const char *p;
    size_t n;
    ssize_t r;
    int64_t at;
    if (!mr_posix_int(t, a[0], &fd) || !mr_buffer_of(t, a[1], &p, &n) || !mr_to_i64(t, a[2], &at))
        return MR_ERROR;
    RETRY(r, mr_transfer_pwrite(t->iso, fd, p, n, at));
    return r < 0 ? mr_path_error(t, NULL) : mr_int(t, r);
}

bool mr_posix_vector(MrThread *t, MrValue buffers, const char *function, bool writable, struct iovec *v, int *count)
{
    MrValue *items;
    size_t n;
    if (!mr_sequence_items(buffers, &items, &n)) {
        mr_raise(t, MR_EXC_TypeError, "%s() arg 2 must be a sequence", function);
        return false;
    }
    *count = n > IOV_MAX ? IOV_MAX : (int)n;
    for (int i = 0; i < *count; i++) {
        const char *bytes;
        if (writable && mr_is_kind(items[i], MR_KIND_BYTES)) {
            mr_raise(t, MR_EXC_BufferError, "Object is not writable.");
            return false;
        }
        if (!mr_buffer_of(t, items[i], &bytes, &v[i].iov_len))
            return false;
        v[i].iov_base = (char *)bytes;
    }
    return true;
}

static MrValue posix_readv(MrThread *t, MrValue *a)
{
    int fd, n;
    struct iovec v[IOV_MAX];
    ssize_t r;
    if (!mr_posix_int(t, a[0], &fd) || !mr_posix_vector(t, a[1], "readv", true, v, &n))
        return MR_ERROR;
    RETRY(r, mr_transfer_readv(t->iso, fd, v, n));
    return r < 0 ? mr_path_error(t, NULL) : mr_int(t, r);
}

static MrValue posix_writev(MrThread *t, MrValue *a)
{
    int fd, n;
    struct iovec v[IOV_MAX];
    ssize_t r;
    if (!mr_posix_int(t, a[0], &fd) || !mr_posix_vector(t, a[1], "writev", false, v, &n))
        return MR_ERROR;
    RETRY(r, mr_transfer_writev(t->iso, fd, v, n));
    return r < 0 ? mr_path_error(t, NULL) : mr_int(t, r);
}

/* sendfile(out_fd, in_fd, offset, count): offset None goes on where in_fd stands */
static MrValue posix_sendfile(MrThread *t, MrValue *a)
{
    int out, in;
    int64_t offset = 0, n;
    ssize_t r;
    if (!mr_posix_int(t, a[0], &out) || !mr_posix_int(t, a[1], &in) || (a[2] != MR_NONE && !mr_to_i64(t, a[2], &offset)) || !mr_to_i64(t, a[3], &n))
        return MR_ERROR;
    off_t at = offset;
    RETRY(r, mr_transfer_sendfile(t->iso, out, in, a[2] == MR_NONE ? NULL : &at, (size_t)n));
    return r < 0 ? mr_path_error(t, NULL) : mr_int(t, r);
}

static MrValue posix_copy_file_range(MrThread *t, MrValue *a)
{
    int from, to;
    int64_t n, offsets[2] = {0, 0};
    loff_t at[2];
    ssize_t r;
    if (!mr_posix_int(t, a[0], &from) || !mr_posix_int(t, a[1], &to) || !mr_to_i64(t, a[2], &n))
        return MR_ERROR;
    for (int i = 0; i < 2; i++) {
        if (a[3 + i] != MR_UNBOUND && a[3 + i] != MR_NONE && !mr_to_i64(t, a[3 + i], &offsets[i]))
            return MR_ERROR;
        at[i] = offsets[i];
    }
    RETRY(r, mr_transfer_copy(t->iso, from, a[3] == MR_UNBOUND || a[3] == MR_NONE ? NULL : &at[0], to, a[4] == MR_UNBOUND || a[4] == MR_NONE ? NULL : &at[1],
                              (size_t)n));
    return r < 0 ? mr_path_error(t, NULL) : mr_int(t, r);
}

static MrValue posix_lseek(MrThread *t, MrValue *a)
{
    int fd, whence;
    int64_t offset;
    if (!mr_posix_int(t, a[0], &fd) || !mr_to_i64(t, a[1], &offset) || !mr_posix_int(t, a[2], &whence))
        return MR_ERROR;
    off_t at = lseek(fd, offset, whence);
    return at < 0 ? mr_path_error(t, NULL) : mr_int(t, at);
}

static MrValue posix_ftruncate(MrThread *t, MrValue *a)
{
    int fd;
    int64_t n;
    return mr_posix_int(t, a[0], &fd) && mr_to_i64(t, a[1], &n) ? mr_posix_done(t, ftruncate(fd, n), NULL) : MR_ERROR;
}

static MrValue posix_posix_fallocate(MrThread *t, MrValue *a)
{
    int fd;
    int64_t offset, n;
    if (!mr_posix_int(t, a[0], &fd) || !mr_to_i64(t, a[1], &offset) || !mr_to_i64(t, a[2], &n))
        return MR_ERROR;
    int error = posix_fallocate(fd, offset, n);
    return error ? mr_raise_errno(t, error, MR_UNBOUND) : MR_NONE;
}

/* ---- descriptors themselves ---- */

#define FD_ONLY(name, call)                                                                \
    static MrValue posix_##name(MrThread *t, MrValue *a)                                   \
    {                                                                                      \
        int fd, r;                                                                         \
        if (!mr_posix_int(t, a[0], &fd))                                                   \
            return MR_ERROR;                                                               \
        RETRY(r, call);                                                                    \
        return mr_posix_done(t, r, NULL);                                                  \
    }
FD_ONLY(fsync, fsync(fd))
FD_ONLY(fdatasync, fdatasync(fd))
FD_ONLY(fchdir, fchdir(fd))
#undef FD_ONLY

static MrValue posix_fchmod(MrThread *t, MrValue *a)
{
    int fd, mode;
    return mr_posix_int(t, a[0], &fd) && mr_posix_int(t, a[1], &mode) ? mr_posix_done(t, fchmod(fd, (mode_t)mode), NULL) : MR_ERROR;
}

static MrValue posix_fchown(MrThread *t, MrValue *a)
{
    int fd;
    unsigned uid, gid;
    return mr_posix_int(t, a[0], &fd) && mr_posix_id(t, a[1], "uid", &uid) && mr_posix_id(t, a[2], "gid", &gid)
               ? mr_posix_done(t, fchown(fd, uid, gid), NULL)
               : MR_ERROR;
}

static MrValue pair_of(MrThread *t, int r, const int fd[2])
{
    MrValue v[2] = {mr_small_int(fd[0]), mr_small_int(fd[1])};
    return r < 0 ? mr_path_error(t, NULL) : mr_tuple_from(t, v, 2);
}

static MrValue posix_pipe(MrThread *t, MrValue *a)
{
    int fd[2] = {-1, -1}, r;
    (void)a;
    RETRY_OPEN(r, pipe2(fd, O_CLOEXEC));
    return pair_of(t, r, fd);
}

static MrValue posix_pipe2(MrThread *t, MrValue *a)
{
    int fd[2] = {-1, -1}, flags, r;
    if (!mr_posix_int(t, a[0], &flags))
        return MR_ERROR;
    RETRY_OPEN(r, pipe2(fd, flags));
    return pair_of(t, r, fd);
}

static MrValue posix_openpty(MrThread *t, MrValue *a)
{
    int fd[2] = {-1, -1};
    (void)a;
    int r = openpty(&fd[0], &fd[1], NULL, NULL, NULL);
    if (r == 0) {
        fcntl(fd[0], F_SETFD, FD_CLOEXEC);
        fcntl(fd[1], F_SETFD, FD_CLOEXEC);
    }
    return pair_of(t, r, fd);
}

static MrValue posix_dup(MrThread *t, MrValue *a)
{
    int fd, r;
    if (!mr_posix_int(t, a[0], &fd))
        return MR_ERROR;
    RETRY_OPEN(r, fcntl(fd, F_DUPFD_CLOEXEC, 0));
    return r < 0 ? mr_path_error(t, NULL) : mr_small_int(r);
}

static MrValue posix_dup2(MrThread *t, MrValue *a)
{
    int from, to, r, inherit = a[2] == MR_UNBOUND ? 1 : mr_truth(t, a[2]);
    if (inherit < 0 || !mr_posix_int(t, a[0], &from) || !mr_posix_int(t, a[1], &to))
        return MR_ERROR;
    RETRY(r, inherit || from == to ? dup2(from, to) : dup3(from, to, O_CLOEXEC));
    return r < 0 ? mr_path_error(t, NULL) : mr_small_int(r);
}

static MrValue posix_isatty(MrThread *t, MrValue *a)
{
    int fd;
    return mr_posix_int(t, a[0], &fd) ? mr_bool(isatty(fd)) : MR_ERROR;
}

/* A bit of a descriptor's flags: F_GETFL's O_NONBLOCK or F_GETFD's FD_CLOEXEC, both told by their opposite. */
static MrValue get_flag(MrThread *t, MrValue v, int get, int bit)
{
    int fd;
    if (!mr_posix_int(t, v, &fd))
        return MR_ERROR;
    int flags = fcntl(fd, get);
    return flags < 0 ? mr_path_error(t, NULL) : mr_bool(!(flags & bit));
}

static MrValue set_flag(MrThread *t, MrValue v, MrValue off, int get, int set, int bit)
{
    int fd, without = mr_truth(t, off);
    if (without < 0 || !mr_posix_int(t, v, &fd))
        return MR_ERROR;
    int flags = fcntl(fd, get);
    return mr_posix_done(t, flags < 0 ? -1 : fcntl(fd, set, without ? flags & ~bit : flags | bit), NULL);
}

static MrValue posix_get_blocking(MrThread *t, MrValue *a) { return get_flag(t, a[0], F_GETFL, O_NONBLOCK); }
static MrValue posix_set_blocking(MrThread *t, MrValue *a) { return set_flag(t, a[0], a[1], F_GETFL, F_SETFL, O_NONBLOCK); }
static MrValue posix_get_inheritable(MrThread *t, MrValue *a) { return get_flag(t, a[0], F_GETFD, FD_CLOEXEC); }
static MrValue posix_set_inheritable(MrThread *t, MrValue *a) { return set_flag(t, a[0], a[1], F_GETFD, F_SETFD, FD_CLOEXEC); }

static MrValue posix_lockf(MrThread *t, MrValue *a)
{
    int fd, command, r;
    int64_t n;
    if (!mr_posix_int(t, a[0], &fd) || !mr_posix_int(t, a[1], &command) || !mr_to_i64(t, a[2], &n))
        return MR_ERROR;
    RETRY(r, lockf(fd, command, n));
    return mr_posix_done(t, r, NULL);
}

static MrValue posix_memfd_create(MrThread *t, MrValue *a)
{
    MrPath name;
    int flags = MFD_CLOEXEC;
    if (!mr_path_read(t, a[0], "memfd_create", "name", 0, &name) || (a[1] != MR_UNBOUND && !mr_posix_int(t, a[1], &flags)))
        return MR_ERROR;
    int fd = memfd_create(name.name, (unsigned)flags);
    return fd < 0 ? mr_path_error(t, NULL) : mr_small_int(fd);
}

/* ---- terminals ---- */

static MrValue posix_get_terminal_size(MrThread *t, MrValue *a)
{
    int fd = 1;
    struct winsize w;
    if (a[0] != MR_UNBOUND && !mr_posix_int(t, a[0], &fd))
        return MR_ERROR;
    if (ioctl(fd, TIOCGWINSZ, &w) < 0)
        return mr_path_error(t, NULL);
    MrValue v[2] = {mr_small_int(w.ws_col), mr_small_int(w.ws_row)};
    return mr_structseq_new(t, &mr_posix_terminal_def, v);
}

static MrValue posix_ttyname(MrThread *t, MrValue *a)
{
    int fd;
    char buf[PATH_MAX];
    if (!mr_posix_int(t, a[0], &fd))
        return MR_ERROR;
    int error = ttyname_r(fd, buf, sizeof buf);
    return error ? mr_raise_errno(t, error, MR_UNBOUND) : mr_path_name(t, buf, strlen(buf), false);
}

static MrValue posix_device_encoding(MrThread *t, MrValue *a)
{
    int fd;
    if (!mr_posix_int(t, a[0], &fd))
        return MR_ERROR;
    return isatty(fd) ? mr_str_c(t, "UTF-8") : MR_NONE;
}

static MrValue posix_tcgetpgrp(MrThread *t, MrValue *a)
{
    int fd;
    if (!mr_posix_int(t, a[0], &fd))
        return MR_ERROR;
    pid_t group = tcgetpgrp(fd);
    return group < 0 ? mr_path_error(t, NULL) : mr_int(t, group);
}

static MrValue posix_tcsetpgrp(MrThread *t, MrValue *a)
{
    int fd, group;
    return mr_posix_int(t, a[0], &fd) && mr_posix_int(t, a[1], &group) ? mr_posix_done(t, tcsetpgrp(fd, group), NULL) : MR_ERROR;
}

const MrMethodDef mr_posix_fd_functions[] = {
    {"open(path, flags, mode=511, *, dir_fd=None)", posix_open,
     "Open or create a file; flags are the O_ constants, mode the permissions of a new file. Returns the descriptor.", 0},
    {"close(fd)", posix_close, "Give a descriptor back to the system.", 0},
    {"closerange(fd_low, fd_high, /)", posix_closerange,
     "Close the descriptors from fd_low up to, without, fd_high; those that are not open are passed over.", 0},
    {"fstat(fd)", posix_fstat, "Type, size, times and owner of the file behind a descriptor, as a stat_result.", 0},
    {"read(fd, length, /)", posix_read, "Up to length bytes from a descriptor; b'' at the end.", 0},
    {"pread(fd, length, offset, /)", posix_pread, "Up to length bytes from the given offset; the descriptor's position stays.", 0},
    {"write(fd, data, /)", posix_write, "Write a buffer to a descriptor; tells how many bytes were taken.", 0},
    {"pwrite(fd, buffer, offset, /)", posix_pwrite,
     "Write a buffer at the given offset; the descriptor's position stays. Tells how many bytes were taken.", 0},
    {"readv(fd, buffers, /)", posix_readv, "Fill several buffers in turn from a descriptor; tells how many bytes came.", 0},
    {"writev(fd, buffers, /)", posix_writev, "Write several buffers in turn to a descriptor; tells how many bytes were taken.", 0},
    {"sendfile(out_fd, in_fd, offset, count)", posix_sendfile,
     "Send count bytes of one file to another descriptor inside the kernel; tells how many were sent.", 0},
    {"copy_file_range(src, dst, count, offset_src=None, offset_dst=None)", posix_copy_file_range,
     "Let the kernel copy count bytes between two files; tells how many were copied.", 0},
    {"lseek(fd, position, whence, /)", posix_lseek,
     "Move a descriptor's position: offset from the start (0), the position (1) or the end (2). Gives the new one.", 0},
    {"ftruncate(fd, length, /)", posix_ftruncate, "Cut or extend the open file to length bytes.", 0},
    {"posix_fallocate(fd, offset, length, /)", posix_posix_fallocate, "Reserve room on the disk for the bytes of [offset, offset + length).", 0},
    {"fsync(fd)", posix_fsync, "Wait until the file's data and metadata are on the disk.", 0},
    {"fdatasync(fd)", posix_fdatasync, "Wait until the file's data are on the disk; times and the like may follow later.", 0},
    {"fchdir(fd)", posix_fchdir, "Make the folder behind a descriptor the current one.", 0},
    {"fchmod(fd, mode)", posix_fchmod, "Set the permissions of the open file.", 0},
    {"fchown(fd, uid, gid)", posix_fchown, "Set owner and group of the open file; -1 leaves one as it is.", 0},
    {"pipe()", posix_pipe, "A pair of connected descriptors: the first is for reading, the second for writing.", 0},
    {"pipe2(flags, /)", posix_pipe2, "pipe() with flags such as O_NONBLOCK from the start.", 0},
    {"openpty()", posix_openpty, "A new pair of descriptors: the controlling and the terminal side of a pseudo-terminal.", 0},
    {"dup(fd, /)", posix_dup, "Another descriptor for the same open file; programs started do not inherit it.", 0},
    {"dup2(fd, fd2, inheritable=True)", posix_dup2, "Make fd2 a descriptor for the open file of fd, closing what it was before.", 0},
    {"isatty(fd, /)", posix_isatty, "Whether the descriptor leads to a terminal.", 0},
    {"get_blocking(fd, /)", posix_get_blocking, "Whether reading and writing wait; False after O_NONBLOCK was set.", 0},
    {"set_blocking(fd, blocking, /)", posix_set_blocking, "Make reading and writing wait, or fail at once with BlockingIOError.", 0},
    {"get_inheritable(fd, /)", posix_get_inheritable, "Whether programs started from here get the descriptor.", 0},
    {"set_inheritable(fd, inheritable, /)", posix_set_inheritable, "Say whether programs started from here get the descriptor.", 0},
    {"lockf(fd, command, length, /)", posix_lockf,
     "Lock, try to lock, or unlock a range of the file, counted from the position (F_LOCK, F_TLOCK, F_ULOCK, F_TEST).", 0},
    {"memfd_create(name, flags=1)", posix_memfd_create, "A file that lives in memory alone: its descriptor.", 0},
    {"get_terminal_size(fd=1, /)", posix_get_terminal_size, "The terminal's (columns, lines); raises OSError when fd is not one.", 0},
    {"ttyname(fd, /)", posix_ttyname, "The path of the device, such as /dev/pts/0; raises OSError if it is no terminal.", 0},
    {"device_encoding(fd)", posix_device_encoding, "The encoding of a terminal, None for anything else.", 0},
    {"tcgetpgrp(fd, /)", posix_tcgetpgrp, "Which process group is in the foreground of the terminal.", 0},
    {"tcsetpgrp(fd, pgid, /)", posix_tcsetpgrp, "Put a process group into the foreground of the terminal.", 0},
    {0},
};
