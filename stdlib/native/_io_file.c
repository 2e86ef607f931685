/* FileIO: a file descriptor. System calls are repeated after a signal whose handler returned. */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stdlib/native/_io.h"
#include "stdlib/native/posix.h"
#include "vm/error.h"
#include "vm/permit.h"
#include "vm/transfer.h"
#include "vm/types/bigint.h"

#define SELF ((MrFileIO *)mr_obj_of(a[0]))
#define MAX_AT_ONCE 0x7ffff000u /* what Linux transfers in one call */

/* ---- C interface ---- */

int64_t mr_fileio_read(MrThread *t, MrFileIO *f, char *to, size_t n)
{
    if (!mr_allowed(t, MR_ALLOW_FILES)) /* stdin */
        return MR_IO_ERROR;
    for (;;) {
        if (MR_UNLIKELY(mr_poll_bits(t->iso)) && !mr_poll_wait(t)) /* a signal that came before read() would not end it */
            return MR_IO_ERROR;
        mr_thread_leave(t);
        ssize_t got = mr_transfer_read(t->iso, f->fd, to, n < MAX_AT_ONCE ? n : MAX_AT_ONCE);
        mr_thread_enter(t);
        if (got == 0 && MR_UNLIKELY(mr_poll_bits(t->iso)) && !mr_poll(t)) /* the end came together with a signal, which matters more */
            return MR_IO_ERROR;
        if (got >= 0)
            return got;
        if (errno == EAGAIN)
            return MR_IO_BLOCKED;
        if (errno != EINTR)
            return mr_raise_errno(t, errno, MR_UNBOUND), MR_IO_ERROR;
        if (!mr_poll_wait(t))
            return MR_IO_ERROR;
    }
}

int64_t mr_fileio_write(MrThread *t, MrFileIO *f, const char *from, size_t n)
{
    if (f->fd <= STDERR_FILENO && !mr_limits_output(t, n))
        return MR_IO_ERROR;
    if (MR_UNLIKELY(t->iso->output != NULL) && (f->fd == STDOUT_FILENO || f->fd == STDERR_FILENO) && t->iso->output(t->iso->output_data, f->fd, from, n))
        return (int64_t)n;
    for (;;) {
        mr_thread_leave(t);
        ssize_t done = mr_transfer_write(t->iso, f->fd, from, n < MAX_AT_ONCE ? n : MAX_AT_ONCE);
        mr_thread_enter(t);
        if (done >= 0)
            return done;
        if (errno == EAGAIN)
            return MR_IO_BLOCKED;
        if (errno != EINTR)
            return mr_raise_errno(t, errno, MR_UNBOUND), MR_IO_ERROR;
        if (!mr_poll_wait(t))
            return MR_IO_ERROR;
    }
}

int64_t mr_fileio_seek(MrThread *t, MrFileIO *f, int64_t offset, int whence)
{
    if ((offset != 0 || whence != SEEK_CUR) && !mr_allowed(t, MR_ALLOW_FILES)) /* the host's standard streams */
        return MR_IO_ERROR;
    off_t at = lseek(f->fd, offset, whence);
    if (at < 0)
        return mr_raise_errno(t, errno, MR_UNBOUND), MR_IO_ERROR;
    return at;
}

bool mr_fileio_is_seekable(MrFileIO *f)
{
    if (f->seekable < 0)
        f->seekable = lseek(f->fd, 0, SEEK_CUR) >= 0;
    return f->seekable;
}

size_t mr_fileio_left(MrFileIO *f)
{
    struct stat st = {0};
    off_t at = lseek(f->fd, 0, SEEK_CUR);
    return at >= 0 && !fstat(f->fd, &st) && S_ISREG(st.st_mode) && st.st_size > at ? (size_t)(st.st_size - at) : 0;
}

MrValue mr_fileio_close(MrThread *t, MrFileIO *f)
{
    int fd = f->fd;
    f->fd = -1;
    if (fd >= 0 && f->closefd && close(fd) < 0 && errno != EINTR)
        return mr_raise_errno(t, errno, MR_UNBOUND);
    return MR_NONE;
}

static MrFileIO *file_new(MrThread *t, MrType *type)
{
    MrFileIO *f = mr_alloc_instance(t, sizeof *f, type);
    if (f) {
        f->fd = -1;
        f->seekable = -1;
    }
    return f;
}

MrValue mr_fileio_standard(MrThread *t, int fd, bool write, MrValue name)
{
    MrType *type = mr_type_from_def(t, &mr_fileio_type);
    MrFileIO *f = type ? mr_alloc_plain(t, sizeof *f, type) : NULL;
    if (!f)
        return MR_ERROR;
    f->fd = fd;
    f->seekable = -1;
    f->readable = !write;
    f->writable = write;
    f->name = name;
    f->h.flags |= MR_OBJ_FINALIZED; /* nobody forgot to close it */
    return mr_val(f);
}

/* ---- opening ---- */

static bool parse_mode(MrThread *t, MrFileIO *f, const char *mode, int *flags)
{
    int kinds = 0, pluses = 0;
    *flags = O_CLOEXEC;
    f->readable = f->writable = f->appending = f->created = false;
    for (const char *p = mode; *p; p++) {
        switch (*p) {
        case 'x': f->created = f->writable = true, *flags |= O_EXCL | O_CREAT, kinds++; break;
        case 'r': f->readable = true, kinds++; break;
        case 'w': f->writable = true, *flags |= O_CREAT | O_TRUNC, kinds++; break;
        case 'a': f->writable = f->appending = true, *flags |= O_APPEND | O_CREAT, kinds++; break;
        case 'b': break;
        case '+': pluses++; break;
        default: mr_raise(t, MR_EXC_ValueError, "invalid mode: %s", mode); return false;
        }
    }
    if (kinds != 1 || pluses > 1) {
        mr_raise(t, MR_EXC_ValueError, "Must have exactly one of create/read/write/append mode and at most one plus");
        return false;
    }
    if (pluses)
        f->readable = f->writable = true;
    *flags |= f->readable && f->writable ? O_RDWR : f->readable ? O_RDONLY : O_WRONLY;
    return true;
}

/* A str, bytes or os.PathLike: the bytes of the path, NULL: error. */
static const char *path_bytes(MrThread *t, MrValue file, MrValue *keep)
{
    if (!mr_is_str(file) && !mr_is_kind(file, MR_KIND_BYTES)) {
        MrType *type = mr_typeof(t, file);
        MrValue method = mr_type_ready(t, type) ? mr_type_lookup(t, type, mr_n(t, __fspath__)) : MR_ERROR;
        if (method == MR_UNBOUND)
            mr_raise(t, MR_EXC_TypeError, "expected str, bytes or os.PathLike object, not %s", mr_typeof(t, file)->name->bytes);
        file = method == MR_UNBOUND || method == MR_ERROR ? MR_ERROR : mr_call1(t, method, file);
        if (file == MR_ERROR)
            return NULL;
    }
    *keep = mr_is_str(file) ? mr_encode(t, file, "utf-8", "surrogateescape") : file;
    if (*keep == MR_ERROR)
        return NULL;
    if (memchr(MR_BYTES(*keep)->bytes, 0, MR_BYTES(*keep)->length)) {
        mr_raise(t, MR_EXC_ValueError, "embedded null byte");
        return NULL;
    }
    return MR_BYTES(*keep)->bytes;
}

static bool open_path(MrThread *t, MrFileIO *f, MrValue file, int flags, MrValue opener)
{
    MrValue keep;
    int64_t fd;
    if (opener != MR_NONE) {
        MrValue r = mr_call2(t, opener, file, mr_small_int(flags));
        if (r == MR_ERROR)
            return false;
        if (!mr_is_integer(r))
            return mr_raise(t, MR_EXC_TypeError, "expected integer from opener"), false;
        if (!mr_to_i64(t, r, &fd))
            return false;
        if (fd < 0)
            return mr_raise(t, MR_EXC_ValueError, "opener returned %d", (int)fd), false;
        f->fd = (int)fd;
        return true;
    }
    const char *path = path_bytes(t, file, &keep);
    bool tried = false;
    while (path) {
        mr_thread_leave(t);
        int opened = open(path, flags, 0666); /* of a named pipe it waits for the other end */
        mr_thread_enter(t);
        f->fd = opened;
        if (f->fd >= 0)
            return true;
        if (mr_posix_reclaim(t, &tried))
            continue;
        if (mr_pending(t))
            return false;
        if (errno != EINTR)
            return mr_raise_errno(t, errno, file), false;
        if (!mr_poll_wait(t))
            return false;
    }
    return false;
}

static bool file_open(MrThread *t, MrFileIO *f, MrValue file, const char *mode, MrValue closefd, MrValue opener)
{
    int flags, keep_open = closefd == MR_UNBOUND ? 1 : mr_truth(t, closefd);
    int64_t fd = -1;
    struct stat st = {0};
    if (!mr_allowed(t, MR_ALLOW_FILES))
        return false;
    if (keep_open < 0 || !parse_mode(t, f, mode, &flags))
        return false;
    bool is_fd = mr_is_integer(file);
    if (is_fd && !mr_to_i64(t, file, &fd))
        return false;
    if (is_fd && fd < 0)
        return mr_raise(t, MR_EXC_ValueError, "negative file descriptor"), false;
    if (!is_fd && !keep_open)
        return mr_raise(t, MR_EXC_ValueError, "Cannot use closefd=False with file name"), false;
    if (is_fd)
        f->fd = (int)fd;
    else if (!open_path(t, f, file, flags, opener == MR_UNBOUND ? MR_NONE : opener))
        return false;
    f->closefd = keep_open;
    int error = fstat(f->fd, &st) < 0 && (errno == EBADF || is_fd) ? errno : 0;
    if (!error && S_ISDIR(st.st_mode))
        error = EISDIR;
    if (error) {
        if (!is_fd)
            close(f->fd);
        f->fd = -1;
        return mr_raise_errno(t, error, error == EISDIR || !is_fd ? file : MR_UNBOUND), false;
    }
    f->name = file;
    if (f->appending)
        lseek(f->fd, 0, SEEK_END); /* fails on pipes: fine */
    return true;
}

MrValue mr_fileio_open(MrThread *t, MrType *type, MrValue file, const char *mode, MrValue closefd, MrValue opener)
{
    MrFileIO *f = file_new(t, type);
    return f && file_open(t, f, file, mode, closefd, opener) ? mr_val(f) : MR_ERROR;
}

/* ---- methods ---- */

static MrValue fileio_new(MrThread *t, MrValue *a)
{
    MrFileIO *f = file_new(t, MR_TYPE(a[0]));
    return f ? mr_val(f) : MR_ERROR;
}

static MrValue fileio_init(MrThread *t, MrValue *a)
{
    if (a[2] != MR_UNBOUND && !mr_is_str(a[2]))
        return mr_raise(t, MR_EXC_TypeError, "FileIO() argument 'mode' must be str, not %s", mr_arg_type_name(t, a[2]));
    if (SELF->fd >= 0 && mr_fileio_close(t, SELF) == MR_ERROR)
        return MR_ERROR;
    return file_open(t, SELF, a[1], a[2] == MR_UNBOUND ? "r" : mr_cstr(a[2]), a[3], a[4]) ? MR_NONE : MR_ERROR;
}

static bool check_open(MrThread *t, MrFileIO *f)
{
    return f->fd >= 0 || mr_raise(t, MR_EXC_ValueError, "I/O operation on closed file") != MR_ERROR;
}

static bool check_mode(MrThread *t, MrFileIO *f, bool reading)
{
    if (!check_open(t, f))
        return false;
    if (reading ? f->readable : f->writable)
        return true;
    mr_io_unsupported(t, reading ? "File not open for reading" : "File not open for writing");
    return false;
}

static MrValue read_all(MrThread *t, MrFileIO *f)
{
    size_t capacity = mr_fileio_left(f) + 1, n = 0;
    if (capacity < 1024)
        capacity = MR_IO_BUFFER;
    char *buf = mr_buffer_new(t, capacity);
    while (buf) {
        if (n == capacity && !(buf = mr_buffer_resize(t, buf, capacity += capacity / 2 + 4096)))
            break;
        int64_t got = mr_fileio_read(t, f, buf + n, capacity - n);
        if (got == MR_IO_ERROR)
            return MR_ERROR;
        if (got == MR_IO_BLOCKED && n == 0)
            return MR_NONE;
        if (got <= 0)
            return mr_bytes_new(t, buf, n);
        n += (size_t)got;
    }
    return MR_ERROR;
}

static MrValue fileio_readall(MrThread *t, MrValue *a) { return check_mode(t, SELF, true) ? read_all(t, SELF) : MR_ERROR; }

static MrValue fileio_read(MrThread *t, MrValue *a)
{
    int64_t n;
    if (!check_mode(t, SELF, true) || !mr_io_size(t, a[1], &n))
        return MR_ERROR;
    if (n < 0)
        return read_all(t, SELF);
    char *buf = mr_buffer_new(t, n ? (size_t)n : 1);
    int64_t got = buf ? mr_fileio_read(t, SELF, buf, (size_t)n) : MR_IO_ERROR;
    return got == MR_IO_ERROR ? MR_ERROR : got == MR_IO_BLOCKED ? MR_NONE : mr_bytes_new(t, buf, (size_t)got);
}

static MrValue count_or_none(MrThread *t, int64_t n) { return n == MR_IO_ERROR ? MR_ERROR : n == MR_IO_BLOCKED ? MR_NONE : mr_int(t, n); }

static MrValue fileio_readinto(MrThread *t, MrValue *a)
{
    char *p;
    size_t n;
    if (!check_mode(t, SELF, true) || !mr_io_writable_bytes(t, a[1], &p, &n))
        return MR_ERROR;
    return count_or_none(t, mr_fileio_read(t, SELF, p, n));
}

static MrValue fileio_write(MrThread *t, MrValue *a)
{
    const char *p;
    size_t n;
    if (!check_mode(t, SELF, false) || !mr_buffer_of(t, a[1], &p, &n))
        return MR_ERROR;
    return count_or_none(t, mr_fileio_write(t, SELF, p, n));
}

static MrValue fileio_seek(MrThread *t, MrValue *a)
{
    int64_t offset, whence = 0;
    if (!check_open(t, SELF))
        return MR_ERROR;
    if (mr_is_kind(a[1], MR_KIND_FLOAT) || mr_is_float(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "'float' object cannot be interpreted as an integer");
    if (!mr_to_i64(t, a[1], &offset) || (a[2] != MR_UNBOUND && !mr_to_i64(t, a[2], &whence)))
        return MR_ERROR;
    int64_t at = mr_fileio_seek(t, SELF, offset, (int)whence);
    return at < 0 ? MR_ERROR : mr_int(t, at);
}

static MrValue fileio_tell(MrThread *t, MrValue *a)
{
    int64_t at = check_open(t, SELF) ? mr_fileio_seek(t, SELF, 0, SEEK_CUR) : -1;
    return at < 0 ? MR_ERROR : mr_int(t, at);
}

static MrValue fileio_truncate(MrThread *t, MrValue *a)
{
    int64_t size;
    if (!mr_allowed(t, MR_ALLOW_FILES) || !check_mode(t, SELF, false))
        return MR_ERROR;
    if (a[1] == MR_UNBOUND || a[1] == MR_NONE) {
        size = mr_fileio_seek(t, SELF, 0, SEEK_CUR);
        if (size < 0)
            return MR_ERROR;
    } else if (!mr_to_i64(t, a[1], &size)) {
        return MR_ERROR;
    }
    while (ftruncate(SELF->fd, size) < 0)
        if (errno != EINTR || !mr_poll_wait(t))
            return mr_pending(t) ? MR_ERROR : mr_raise_errno(t, errno, MR_UNBOUND);
    return mr_int(t, size);
}

static MrValue fileio_close(MrThread *t, MrValue *a)
{
    if (!mr_io_is_exact(t, a[0], &mr_fileio_type) && SELF->fd >= 0) { /* a subclass may have something to flush */
        MrValue r = mr_call_method0(t, a[0], mr_n(t, flush));
        if (r == MR_ERROR) {
            MrValue first = mr_take_pending(t);
            (void)!mr_fileio_close(t, SELF);
            mr_take_pending(t);
            return mr_raise_value(t, first);
        }
    }
    if (SELF->dying && SELF->fd >= 0 && SELF->closefd && !mr_warn_unclosed(t, a[0], "file "))
        mr_report_unraisable(t, a[0]);
    return mr_fileio_close(t, SELF);
}

/* Who forgot to close it hears of that, if he listens to ResourceWarnings; a subclass is closed by its own close(). */
static MrValue fileio_del(MrThread *t, MrValue *a)
{
    int closed = mr_io_is_closed(t, a[0]);
    SELF->dying = true;
    if (closed < 0 || (!closed && mr_call_method0(t, a[0], mr_n(t, close)) == MR_ERROR))
        mr_take_pending(t);
    SELF->dying = false;
    return MR_NONE;
}

static MrValue fileio_fileno(MrThread *t, MrValue *a) { return check_open(t, SELF) ? mr_small_int(SELF->fd) : MR_ERROR; }
static MrValue fileio_isatty(MrThread *t, MrValue *a) { return check_open(t, SELF) ? mr_bool(isatty(SELF->fd)) : MR_ERROR; }
static MrValue fileio_readable(MrThread *t, MrValue *a) { return check_open(t, SELF) ? mr_bool(SELF->readable) : MR_ERROR; }
static MrValue fileio_writable(MrThread *t, MrValue *a) { return check_open(t, SELF) ? mr_bool(SELF->writable) : MR_ERROR; }
static MrValue fileio_seekable(MrThread *t, MrValue *a) { return check_open(t, SELF) ? mr_bool(mr_fileio_is_seekable(SELF)) : MR_ERROR; }
static MrValue fileio_flush(MrThread *t, MrValue *a) { return SELF->fd >= 0 ? MR_NONE : mr_raise(t, MR_EXC_ValueError, "I/O operation on closed file."); }

static const char *mode_of(const MrFileIO *f)
{
    if (f->created)
        return f->readable ? "xb+" : "xb";
    if (f->appending)
        return f->readable ? "ab+" : "ab";
    return f->readable ? (f->writable ? "rb+" : "rb") : "wb";
}

static MrValue fileio_repr(MrThread *t, MrValue *a)
{
    MrFileIO *f = SELF;
    MrBuf b = MR_BUF_EMPTY;
    if (f->fd < 0)
        return mr_str_c(t, "<_io.FileIO [closed]>");
    mr_buf_puts(&b, "<_io.FileIO ");
    MrValue name = mr_getattr_or(t, a[0], mr_n(t, name));
    if (name == MR_UNBOUND)
        mr_buf_printf(&b, "fd=%d", f->fd);
    else
        mr_buf_puts(&b, "name=");
    if (name == MR_ERROR || (name != MR_UNBOUND && !mr_repr_to(t, &b, name)))
        return mr_buf_fini(&b), MR_ERROR;
    mr_buf_printf(&b, " mode='%s' closefd=%s>", mode_of(f), f->closefd ? "True" : "False");
    return mr_str_buf(t, &b);
}

#define FILE_OF(v) ((MrFileIO *)mr_obj_of(v))

static MrValue get_closed(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(FILE_OF(self)->fd < 0);
}

static MrValue get_closefd(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(FILE_OF(self)->closefd);
}

static MrValue get_mode(MrThread *t, MrValue self) { return mr_str_c(t, mode_of(FILE_OF(self))); }

static MrValue get_name(MrThread *t, MrValue self)
{
    return FILE_OF(self)->name != MR_UNBOUND ? FILE_OF(self)->name : mr_raise(t, MR_EXC_AttributeError, "'%s' object has no attribute 'name'", mr_type_name(t, self));
}

static bool set_name(MrThread *t, MrValue self, MrValue v)
{
    mr_write_barrier(t, mr_obj_of(self), v);
    FILE_OF(self)->name = v;
    return true;
}

static void fileio_trace(MrGc *gc, MrObj *o) { mr_mark(gc, ((MrFileIO *)o)->name); }

static void fileio_finalize(MrIsolate *iso, MrObj *o)
{
    MrFileIO *f = (MrFileIO *)o;
    (void)iso;
    if (f->fd >= 0 && f->closefd)
        close(f->fd);
    f->fd = -1;
}

static const MrMethodDef methods[] = {
    {"__new__(cls, *args, **kwargs)", fileio_new, "Make an object that __init__ fills.", MR_METHOD_STATIC},
    {"__init__(self, /, file, mode='r', closefd=True, opener=None)", fileio_init, "Fill a new object; see help(type(self)).", 0},
    {"__del__(self, /)", fileio_del, "Close it when nobody holds it any more.", 0},
    {"__repr__(self, /)", fileio_repr, NULL, 0},
    {"__iter__(self, /)", io_iter, "Return iter(self).", 0},
    {"__next__(self, /)", io_next, "Return next(self).", 0},
    {"read(self, size=-1, /)", fileio_read,
     "Up to size bytes by a single system call; all that is left for a negative size. None where a non-blocking file has nothing.", 0},
    {"readall(self, /)", fileio_readall, "All bytes up to the end of the file.", 0},
    {"readinto(self, buffer, /)", fileio_readinto, "Read into a buffer with one system call and tell how many bytes came.", 0},
    {"readline(self, size=-1, /)", io_readline,
     "The next line with its end, or its first size bytes or characters; empty at the end of the file.", 0},
    {"write(self, b, /)", fileio_write, "Write with one system call; tells how many bytes were taken, which may be fewer.", 0},
    {"seek(self, pos, whence=0, /)", fileio_seek, "Set the position and return it, counted from the start.", 0},
    {"tell(self, /)", fileio_tell, "The position in bytes, from the start.", 0},
    {"truncate(self, size=None, /)", fileio_truncate, "Cut or extend the file to size, by default the position, and return size.", 0},
    {"flush(self, /)", fileio_flush, "Pass on what has been written but is still held back.", 0},
    {"close(self, /)", fileio_close, "Close the descriptor, unless closefd is false.", 0},
    {"fileno(self, /)", fileio_fileno, "The number of the descriptor.", 0},
    {"isatty(self, /)", fileio_isatty, "Whether the descriptor leads to a terminal.", 0},
    {"readable(self, /)", fileio_readable, "Whether the mode allows reading.", 0},
    {"writable(self, /)", fileio_writable, "Whether the mode allows writing.", 0},
    {"seekable(self, /)", fileio_seekable, "Whether the position can be set, as it can for regular files.", 0},
    MR_IO_METHODS,
    {0},
};

static const MrGetSetDef getset[] = {
    {"closed", get_closed, NULL, "Whether close() was called."},
    {"closefd", get_closefd, NULL, "Whether close() closes the descriptor, too."},
    {"mode", get_mode, NULL, "The mode, with \"b\" and in its canonical form."},
    {"name", get_name, set_name, "the path or descriptor it was opened with"},
    {0},
};

const MrTypeDef mr_fileio_type = {
    .name = "_io.FileIO", .base_def = &mr_rawiobase_type, .kind = MR_KIND_OTHER, .size = sizeof(MrFileIO), .flags = MR_TYPEDEF_DICT | MR_TYPEDEF_DEL_LAST, .methods = methods, .getset = getset,
    .trace = fileio_trace, .finalize = fileio_finalize, .doc =
         "A file of the operating system as a stream of bytes, without a buffer. `file` is a path or the number of a descriptor.",
};
