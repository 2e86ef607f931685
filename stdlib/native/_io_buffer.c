/* BufferedReader, BufferedWriter, BufferedRandom: one struct with one buffer, which holds either bytes read ahead or bytes to be written.
 *
 * With read-ahead the raw position is at buf[end], so the stream's position is raw - (end - pos); with pending bytes it is raw + written. A
 * switch from one to the other goes through a flush or a seek back. Writes that a raw layer takes only in part are continued.
 */
#include <stdio.h>

#include "stdlib/native/_io.h"
#include "vm/error.h"
#include "vm/types/bytes.h"
#include "vm/types/bigint.h"

#define SELF ((MrBuffered *)mr_obj_of(a[0]))
#define HOST_PIECE ((size_t)64 << 10)

/* ---- threads ---- */

/* A system call lets other threads run. What they want of this buffer meanwhile waits until it is back. */
static bool wait_idle(MrThread *t, MrBuffered *b)
{
    while (MR_UNLIKELY(b->busy != NULL)) {
        if (b->busy == t) { /* a signal handler in the midst of a call */
            MrValue name = mr_repr(t, mr_val(b));
            if (name != MR_ERROR)
                mr_raise(t, MR_EXC_RuntimeError, "reentrant call inside %s", mr_cstr(name));
            return false;
        }
        if (t->iso->finalizing) /* the other one will never come back */
            return true;
        if (mr_thread_wait(t, &b->queue, -1) < 0)
            return false;
    }
    return true;
}

static void set_idle(MrBuffered *b)
{
    b->busy = NULL;
    mr_thread_wake(&b->queue);
}

/* ---- the raw layer ---- */

static int64_t raw_read(MrThread *t, MrBuffered *b, char *to, size_t n)
{
    if (b->file) {
        b->busy = t;
        int64_t got = mr_fileio_read(t, b->file, to, n);
        set_idle(b);
        return got;
    }
    MrValue into = mr_bytearray_new(t, NULL, n), count = into == MR_ERROR ? into : mr_io_call(t, b->raw, "readinto", 1, &into);
    int64_t got;
    if (count == MR_NONE)
        return MR_IO_BLOCKED;
    if (count == MR_ERROR)
        return MR_IO_ERROR;
    if (!mr_is_integer(count) || !mr_int_as_i64(count, &got) || got < 0 || (size_t)got > n)
        return mr_raise(t, MR_EXC_OSError, "raw readinto() returned invalid length %s (should have been between 0 and %zu)",
                        mr_is_int(count) ? "" : mr_type_name(t, count), n), MR_IO_ERROR;
    memcpy(to, MR_BYTEARRAY(into)->bytes, (size_t)got);
    return got;
}

static int64_t raw_write(MrThread *t, MrBuffered *b, const char *p, size_t n)
{
    if (b->file) {
        if (t->iso->output && n > HOST_PIECE) /* the host's function is not interrupted */
            n = HOST_PIECE;
        b->busy = t;
        int64_t done = mr_fileio_write(t, b->file, p, n);
        set_idle(b);
        return done;
    }
    MrValue data = mr_bytes_new(t, p, n), count = data == MR_ERROR ? data : mr_call_method(t, b->raw, mr_n(t, write), 1, &data);
    int64_t done;
    if (count == MR_NONE)
        return MR_IO_BLOCKED;
    if (count == MR_ERROR)
        return MR_IO_ERROR;
    if (!mr_is_integer(count) || !mr_int_as_i64(count, &done) || done < 0 || (size_t)done > n)
        return mr_raise(t, MR_EXC_OSError, "raw write() returned invalid length %s (should have been between 0 and %zu)",
                        mr_is_int(count) ? "" : mr_type_name(t, count), n), MR_IO_ERROR;
    return done;
}

static int64_t raw_seek(MrThread *t, MrBuffered *b, int64_t offset, int whence)
{
    if (b->file)
        return mr_fileio_seek(t, b->file, offset, whence);
    MrValue args[2] = {mr_int(t, offset), mr_small_int(whence)};
    MrValue at = args[0] == MR_ERROR ? MR_ERROR : mr_io_call(t, b->raw, "seek", 2, args);
    int64_t n;
    if (at == MR_ERROR || !mr_to_i64(t, at, &n))
        return MR_IO_ERROR;
    if (n < 0)
        return mr_raise(t, MR_EXC_OSError, "Raw stream returned invalid position %lld", (long long)n), MR_IO_ERROR;
    return n;
}

/* ---- states ---- */

static bool check_attached(MrThread *t, MrBuffered *b)
{
    if (!wait_idle(t, b))
        return false;
    if (b->raw != MR_UNBOUND)
        return true;
    mr_raise(t, MR_EXC_ValueError, b->size ? "raw stream has been detached" : "I/O operation on uninitialized object");
    return false;
}

/* 1 closed, 0 open, -1 error. */
static int is_closed(MrThread *t, MrBuffered *b)
{
    if (!check_attached(t, b))
        return -1;
    return b->closed ? 1 : b->file ? b->file->fd < 0 : mr_io_is_closed(t, b->raw);
}

static bool check_open(MrThread *t, MrBuffered *b, const char *message)
{
    int closed = is_closed(t, b);
    if (closed > 0)
        mr_raise(t, MR_EXC_ValueError, "%s", message);
    return closed == 0;
}

static bool check_read(MrThread *t, MrBuffered *b, const char *what)
{
    if (!b->readable && b->raw != MR_UNBOUND)
        return mr_io_unsupported(t, what), false;
    char message[48];
    snprintf(message, sizeof message, "%s of closed file", what);
    return check_open(t, b, message);
}

static bool blocked(MrThread *t, size_t done)
{
    MrValue text = mr_str_c(t, "write could not complete without blocking"), args[3] = {mr_small_int(11), text, mr_int(t, (int64_t)done)};
    MrValue e = text == MR_ERROR ? text : mr_call(t, mr_type_val(t, MR_EXC_BlockingIOError), 3, args);
    if (e != MR_ERROR)
        mr_raise_value(t, e);
    return false;
}

bool mr_buffered_flush(MrThread *t, MrBuffered *b)
{
    if (!wait_idle(t, b))
        return false;
    size_t done = 0;
    bool ok = true;
    while (done < b->written) {
        int64_t n = raw_write(t, b, b->buf + done, b->written - done);
        if (n < 0) {
            ok = n == MR_IO_BLOCKED ? blocked(t, 0) : false;
            break;
        }
        done += (size_t)n;
    }
    if (done && done < b->written)
        memmove(b->buf, b->buf + done, b->written - done);
    b->written -= done;
    return ok;
}

/* Gives up the read-ahead, so that the raw position is the stream's. */
static bool unread(MrThread *t, MrBuffered *b)
{
    int64_t ahead = (int64_t)(b->end - b->pos);
    b->pos = b->end = 0;
    return ahead == 0 || raw_seek(t, b, -ahead, 1) >= 0;
}

static bool prepare_read(MrThread *t, MrBuffered *b) { return b->written == 0 || mr_buffered_flush(t, b); }

/* The buffer gets its size when it is first used: many a standard stream never is. */
static bool make_room(MrThread *t, MrBuffered *b)
{
    if (MR_LIKELY(b->is_full_size))
        return true;
    char *buf = mr_buffer_new(t, b->size);
    if (!buf)
        return false;
    b->buf = buf;
    return b->is_full_size = true;
}

/* Refills an empty buffer: count, 0 at the end, or a code. */
static int64_t fill(MrThread *t, MrBuffered *b)
{
    b->pos = b->end = 0;
    int64_t n = make_room(t, b) ? raw_read(t, b, b->buf, b->size) : MR_IO_ERROR;
    if (n > 0)
        b->end = (size_t)n;
    return n;
}

/* ---- C interface ---- */

bool mr_buffered_write(MrThread *t, MrBuffered *b, const char *p, size_t n)
{
    if (!wait_idle(t, b))
        return false;
    if (b->end && !unread(t, b))
        return false;
    if (n > b->size - b->written) {
        if (!mr_buffered_flush(t, b))
            return false;
        while (n >= b->size) { /* large pieces go past the buffer */
            int64_t done = raw_write(t, b, p, n);
            if (done < 0)
                return done == MR_IO_BLOCKED ? blocked(t, 0) : false;
            p += done;
            n -= (size_t)done;
            if (n && MR_UNLIKELY(mr_poll_bits(t->iso)) && !mr_poll_wait(t)) /* a signal has cut it short */
                return false;
        }
    }
    if (!make_room(t, b))
        return false;
    memcpy(b->buf + b->written, p, n);
    b->written += n;
    return true;
}

int64_t mr_buffered_read1(MrThread *t, MrBuffered *b, char *to, size_t n)
{
    if (!wait_idle(t, b))
        return MR_IO_ERROR;
    if (!prepare_read(t, b))
        return MR_IO_ERROR;
    if (b->pos == b->end) {
        if (n >= b->size)
            return raw_read(t, b, to, n);
        int64_t got = fill(t, b);
        if (got <= 0)
            return got;
    }
    size_t have = b->end - b->pos;
    if (n > have)
        n = have;
    memcpy(to, b->buf + b->pos, n);
    b->pos += n;
    return (int64_t)n;
}

/* n bytes, fewer at the end. MR_NONE: nothing without blocking. */
static MrValue read_n(MrThread *t, MrBuffered *b, size_t n)
{
    if (b->end - b->pos >= n) {
        b->pos += n;
        return mr_bytes_new(t, b->buf + b->pos - n, n);
    }
    size_t capacity = n < 65536 ? n : 65536, have = 0;
    char *out = mr_buffer_new(t, capacity);
    while (out && have < n) {
        if (have == capacity) {
            capacity = capacity * 2 < n ? capacity * 2 : n;
            if (!(out = mr_buffer_resize(t, out, capacity)))
                break;
        }
        int64_t got = mr_buffered_read1(t, b, out + have, capacity - have);
        if (got == MR_IO_ERROR)
            return MR_ERROR;
        if (got == MR_IO_BLOCKED && have == 0)
            return MR_NONE;
        if (got <= 0)
            break;
        have += (size_t)got;
    }
    return out ? mr_bytes_new(t, out, have) : MR_ERROR;
}

MrValue mr_buffered_read_all(MrThread *t, MrBuffered *b)
{
    if (!wait_idle(t, b))
        return MR_ERROR;
    if (!prepare_read(t, b))
        return MR_ERROR;
    size_t have = b->end - b->pos;
    if (!b->file) {
        MrValue readall = mr_getattr_or(t, b->raw, mr_intern(t, "readall", 7));
        if (readall == MR_ERROR)
            return readall;
        if (readall != MR_UNBOUND) {
            MrValue head = mr_bytes_new(t, b->buf + b->pos, have), rest = head == MR_ERROR ? head : mr_call0(t, readall);
            b->pos = b->end = 0;
            if (rest == MR_ERROR)
                return rest;
            if (rest == MR_NONE || !have)
                return rest == MR_NONE && have ? head : rest;
            if (!mr_is_bytes(rest))
                return mr_raise(t, MR_EXC_TypeError, "readall() should return bytes");
            return mr_binary(t, MR_BIN_ADD, head, rest);
        }
    }
    size_t capacity = have + (b->file ? mr_fileio_left(b->file) : 0) + 1;
    if (capacity < MR_IO_BUFFER)
        capacity = MR_IO_BUFFER;
    char *out = mr_buffer_new(t, capacity);
    if (!out)
        return MR_ERROR;
    memcpy(out, b->buf + b->pos, have);
    b->pos = b->end = 0;
    for (;;) {
        if (have == capacity && !(out = mr_buffer_resize(t, out, capacity += capacity / 2)))
            return MR_ERROR;
        int64_t got = raw_read(t, b, out + have, capacity - have);
        if (got == MR_IO_ERROR)
            return MR_ERROR;
        if (got == MR_IO_BLOCKED && have == 0)
            return MR_NONE;
        if (got <= 0)
            return mr_bytes_new(t, out, have);
        have += (size_t)got;
    }
}

int64_t mr_buffered_tell(MrThread *t, MrBuffered *b)
{
    int64_t at = raw_seek(t, b, 0, 1);
    return at < 0 ? at : at - (int64_t)(b->end - b->pos) + (int64_t)b->written;
}

static int64_t seek_buffered(MrThread *t, MrBuffered *b, int64_t offset, int whence)
{
    if (b->written && !mr_buffered_flush(t, b))
        return MR_IO_ERROR;
    if (whence < 2 && b->end) { /* within what was read ahead? */
        int64_t raw = raw_seek(t, b, 0, 1);
        if (raw < 0)
            return raw;
        int64_t here = raw - (int64_t)(b->end - b->pos), distance = whence == 0 ? offset - here : offset;
        if (distance >= -(int64_t)b->pos && distance <= (int64_t)(b->end - b->pos)) {
            b->pos = (size_t)((int64_t)b->pos + distance);
            return here + distance;
        }
        if (whence == 1)
            offset -= (int64_t)(b->end - b->pos);
    }
    b->pos = b->end = 0;
    return raw_seek(t, b, offset, whence);
}

static MrValue close_raw(MrThread *t, MrValue self)
{
    MrBuffered *b = (MrBuffered *)mr_obj_of(self);
    b->closed = true;
    b->written = b->pos = b->end = 0;
    MrValue r = b->file ? mr_fileio_close(t, b->file) : mr_call_method0(t, b->raw, mr_n(t, close));
    return r == MR_ERROR ? r : MR_NONE;
}

static MrValue close_buffered(MrThread *t, MrValue self)
{
    MrBuffered *b = (MrBuffered *)mr_obj_of(self);
    int closed = is_closed(t, b);
    if (closed)
        return closed > 0 ? MR_NONE : MR_ERROR;
    MrValue flushed = mr_typeof(t, self)->flags & MR_TYPE_HEAP ? mr_call_method0(t, self, mr_n(t, flush)) : mr_buffered_flush(t, b) ? MR_NONE : MR_ERROR;
    return mr_io_both(t, flushed, close_raw, self);
}

static bool attach(MrThread *t, MrBuffered *b, MrValue raw, size_t size)
{
    b->buf = mr_buffer_new(t, 1);
    if (!b->buf)
        return false;
    b->is_full_size = false;
    b->raw = raw;
    b->file = mr_io_is_exact(t, raw, &mr_fileio_type) ? (MrFileIO *)mr_obj_of(raw) : NULL;
    b->size = size;
    b->pos = b->end = b->written = 0;
    b->closed = false;
    mr_write_barrier(t, b, raw);
    return true;
}

static void set_abilities(MrBuffered *b, const MrTypeDef *def)
{
    b->readable = def != &mr_bufferedwriter_type;
    b->writable = def != &mr_bufferedreader_type;
}

MrValue mr_buffered_new(MrThread *t, const MrTypeDef *def, MrValue raw, size_t size, bool standard)
{
    MrType *type = mr_type_from_def(t, def);
    MrBuffered *b = !type ? NULL : standard ? mr_alloc_plain(t, sizeof *b, type) : mr_alloc_instance(t, sizeof *b, type);
    if (!b || !attach(t, b, raw, size))
        return MR_ERROR;
    set_abilities(b, def);
    return mr_val(b);
}

/* ---- methods ---- */

static MrValue buffered_new(MrThread *t, MrValue *a)
{
    MrBuffered *b = mr_alloc_instance(t, sizeof *b, MR_TYPE(a[0]));
    return b ? mr_val(b) : MR_ERROR;
}

static MrValue buffered_init(MrThread *t, MrValue *a)
{
    int64_t size = MR_IO_BUFFER;
    MrBuffered *b = SELF;
    if (a[2] != MR_UNBOUND && !mr_to_ssize(t, a[2], &size))
        return MR_ERROR;
    if (size <= 0)
        return mr_raise(t, MR_EXC_ValueError, "buffer size must be strictly positive");
    set_abilities(b, mr_typeof(t, a[0])->def);
    int able = b->readable ? mr_io_ask(t, a[1], "readable") : 1;
    if (able > 0 && b->writable && (able = mr_io_ask(t, a[1], "writable")) == 0)
        return mr_raise(t, MR_EXC_UnsupportedOperation, "File or stream is not writable.");
    if (able == 0)
        return mr_raise(t, MR_EXC_UnsupportedOperation, "File or stream is not readable.");
    return able < 0 || !attach(t, b, a[1], (size_t)size) ? MR_ERROR : MR_NONE;
}

static MrValue buffered_read(MrThread *t, MrValue *a)
{
    int64_t n;
    if (!mr_io_size(t, a[1], &n))
        return MR_ERROR;
    if (n < -1)
        return mr_raise(t, MR_EXC_ValueError, "read length must be non-negative or -1");
    if (!check_read(t, SELF, "read"))
        return MR_ERROR;
    return n < 0 ? mr_buffered_read_all(t, SELF) : prepare_read(t, SELF) ? read_n(t, SELF, (size_t)n) : MR_ERROR;
}

static MrValue buffered_read1(MrThread *t, MrValue *a)
{
    int64_t n;
    if (!mr_io_size(t, a[1], &n) || !check_read(t, SELF, "read"))
        return MR_ERROR;
    if (n < 0)
        n = (int64_t)SELF->size;
    char *out = mr_buffer_new(t, n ? (size_t)n : 1);
    int64_t got = out && n ? mr_buffered_read1(t, SELF, out, (size_t)n) : out ? 0 : MR_IO_ERROR;
    return got == MR_IO_ERROR ? MR_ERROR : mr_bytes_new(t, out, got < 0 ? 0 : (size_t)got);
}

static MrValue readinto(MrThread *t, MrValue *a, bool once)
{
    char *p;
    size_t n, have = 0;
    if (!check_read(t, SELF, "readinto") || !mr_io_writable_bytes(t, a[1], &p, &n))
        return MR_ERROR;
    while (have < n) {
        int64_t got = mr_buffered_read1(t, SELF, p + have, n - have);
        if (got == MR_IO_ERROR)
            return MR_ERROR;
        if (got == MR_IO_BLOCKED && have == 0)
            return MR_NONE;
        if (got <= 0)
            break;
        have += (size_t)got;
        if (once)
            break;
    }
    return mr_int(t, (int64_t)have);
}

static MrValue buffered_readinto(MrThread *t, MrValue *a) { return readinto(t, a, false); }
static MrValue buffered_readinto1(MrThread *t, MrValue *a) { return readinto(t, a, true); }

static MrValue buffered_peek(MrThread *t, MrValue *a)
{
    MrBuffered *b = SELF;
    if (!check_read(t, b, "peek") || !prepare_read(t, b))
        return MR_ERROR;
    if (b->pos == b->end && fill(t, b) == MR_IO_ERROR)
        return MR_ERROR;
    return mr_bytes_new(t, b->buf + b->pos, b->end - b->pos);
}

/* A line as bytes; limit -1: none. */
static MrValue read_line(MrThread *t, MrBuffered *b, int64_t limit)
{
    MrBuf out = MR_BUF_EMPTY;
    if (!prepare_read(t, b))
        return MR_ERROR;
    for (;;) {
        size_t have = b->end - b->pos, want = limit >= 0 && (size_t)limit - out.length < have ? (size_t)limit - out.length : have;
        const char *start = b->buf + b->pos, *end = want ? memchr(start, '\n', want) : NULL;
        bool done = end || (limit >= 0 && out.length + want >= (size_t)limit);
        if (end)
            want = (size_t)(end - start) + 1;
        b->pos += want;
        if (done && out.length == 0)
            return mr_bytes_new(t, start, want);
        if (want)
            mr_buf_write(&out, start, want);
        int64_t got = done ? 0 : fill(t, b);
        if (got <= 0) {
            MrValue line = got == MR_IO_ERROR ? MR_ERROR : out.failed ? mr_raise_no_memory(t) : mr_bytes_new(t, out.data ? out.data : "", out.length);
            mr_buf_fini(&out);
            return line;
        }
    }
}

static MrValue buffered_readline(MrThread *t, MrValue *a)
{
    int64_t limit;
    return mr_io_size(t, a[1], &limit) && check_read(t, SELF, "readline") ? read_line(t, SELF, limit) : MR_ERROR;
}

static MrValue buffered_next(MrThread *t, MrValue self)
{
    MrBuffered *b = (MrBuffered *)mr_obj_of(self);
    MrValue line;
    if (mr_typeof(t, self)->flags & MR_TYPE_HEAP)
        line = mr_call_method0(t, self, mr_n(t, readline));
    else
        line = check_read(t, b, "readline") ? read_line(t, b, -1) : MR_ERROR;
    if (line == MR_ERROR)
        return line;
    if (!mr_is_bytes(line))
        return mr_raise(t, MR_EXC_OSError, "readline() should have returned a bytes object, not '%s'", mr_type_name(t, line));
    return mr_view(line).n ? line : MR_UNBOUND;
}

static MrValue buffered_write(MrThread *t, MrValue *a)
{
    const char *p;
    size_t n;
    if (!SELF->writable)
        return mr_io_unsupported(t, "write");
    if (mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "a bytes-like object is required, not 'str'");
    if (!check_open(t, SELF, "write to closed file") || !mr_buffer_of(t, a[1], &p, &n))
        return MR_ERROR;
    return mr_buffered_write(t, SELF, p, n) ? mr_int(t, (int64_t)n) : MR_ERROR;
}

static MrValue buffered_flush(MrThread *t, MrValue *a)
{
    MrBuffered *b = SELF;
    if (!check_open(t, b, b->writable ? "flush of closed file" : "I/O operation on closed file.") || !mr_buffered_flush(t, b))
        return MR_ERROR;
    if (!b->file) {
        MrValue r = mr_call_method0(t, b->raw, mr_n(t, flush));
        return r == MR_ERROR ? r : MR_NONE;
    }
    return !b->readable || !b->writable || !b->end || unread(t, b) ? MR_NONE : MR_ERROR; /* a mere reader keeps what it has read ahead */
}

static bool check_seekable(MrThread *t, MrBuffered *b)
{
    int able = b->file ? mr_fileio_is_seekable(b->file) : mr_io_ask(t, b->raw, "seekable");
    if (able == 0)
        mr_io_unsupported(t, "File or stream is not seekable.");
    return able > 0;
}

static MrValue buffered_seek(MrThread *t, MrValue *a)
{
    int64_t offset, whence = 0;
    if (a[2] != MR_UNBOUND && !mr_to_i64(t, a[2], &whence))
        return MR_ERROR;
    if (whence < 0 || whence > 4) /* 3 and 4: to the next data, to the next hole */
        return mr_raise(t, MR_EXC_ValueError, "whence value %d unsupported", (int)whence);
    if (!check_open(t, SELF, "seek of closed file") || !check_seekable(t, SELF))
        return MR_ERROR;
    if (!mr_to_i64(t, a[1], &offset))
        return mr_clear_if(t, MR_EXC_OverflowError) ? mr_raise(t, MR_EXC_ValueError, "cannot fit '%s' into an offset-sized integer", mr_type_name(t, a[1])) : MR_ERROR;
    int64_t at = seek_buffered(t, SELF, offset, (int)whence);
    return at < 0 ? MR_ERROR : mr_int(t, at);
}

static MrValue buffered_tell(MrThread *t, MrValue *a)
{
    int64_t at = check_attached(t, SELF) ? mr_buffered_tell(t, SELF) : -1;
    return at < 0 ? MR_ERROR : mr_int(t, at);
}

static MrValue buffered_truncate(MrThread *t, MrValue *a)
{
    MrBuffered *b = SELF;
    if (!check_open(t, b, "truncate of closed file"))
        return MR_ERROR;
    if (!b->writable)
        return mr_io_unsupported(t, "truncate");
    if (!mr_buffered_flush(t, b))
        return MR_ERROR;
    if (b->end) { /* what was read ahead may not be there any more */
        int64_t ahead = (int64_t)(b->end - b->pos);
        b->pos = b->end = 0;
        if (ahead && raw_seek(t, b, -ahead, 1) < 0)
            return MR_ERROR;
    }
    MrValue size = a[1];
    if (size == MR_UNBOUND || size == MR_NONE) {
        int64_t at = mr_buffered_tell(t, b);
        if (at < 0 || (size = mr_int(t, at)) == MR_ERROR)
            return MR_ERROR;
    }
    return mr_io_call(t, b->raw, "truncate", 1, &size);
}

static MrValue buffered_close(MrThread *t, MrValue *a) { return close_buffered(t, a[0]); }

static MrValue buffered_detach(MrThread *t, MrValue *a)
{
    MrBuffered *b = SELF;
    if (!check_attached(t, b) || !mr_buffered_flush(t, b))
        return MR_ERROR;
    MrValue raw = b->raw;
    b->raw = MR_UNBOUND;
    b->file = NULL;
    return raw;
}

/* Garbage: the text layer, which may hold the last bytes, goes first. */
static MrValue buffered_del(MrThread *t, MrValue *a)
{
    MrBuffered *b = SELF;
    if (b->raw == MR_UNBOUND)
        return MR_NONE;
    if (b->text != MR_UNBOUND) {
        MrValue text = b->text;
        b->text = MR_UNBOUND;
        return io_del(t, &text);
    }
    return io_del(t, a);
}

#define ASK_RAW(name) \
    static MrValue buffered_##name(MrThread *t, MrValue *a) \
    { \
        return check_attached(t, SELF) ? mr_io_call(t, SELF->raw, #name, 0, NULL) : MR_ERROR; \
    }
ASK_RAW(fileno)
ASK_RAW(isatty)
ASK_RAW(seekable)
ASK_RAW(readable)
ASK_RAW(writable)
#undef ASK_RAW

static MrValue answer_no(MrThread *t, MrValue *a)
{
    return check_open(t, SELF, "I/O operation on closed file.") ? MR_FALSE : MR_ERROR;
}

static MrValue buffered_repr(MrThread *t, MrValue *a)
{
    MrBuf b = MR_BUF_EMPTY;
    if (!mr_io_repr_open(t, &b, a[0]))
        return mr_buf_fini(&b), MR_ERROR;
    mr_buf_putc(&b, '>');
    return mr_str_buf(t, &b);
}

#define BUFFERED(v) ((MrBuffered *)mr_obj_of(v))

static MrValue get_closed(MrThread *t, MrValue self)
{
    int closed = is_closed(t, BUFFERED(self));
    return closed < 0 ? MR_ERROR : mr_bool(closed);
}

static MrValue get_raw(MrThread *t, MrValue self)
{
    (void)t;
    return BUFFERED(self)->raw == MR_UNBOUND ? MR_NONE : BUFFERED(self)->raw;
}

static MrValue get_name(MrThread *t, MrValue self) { return check_attached(t, BUFFERED(self)) ? mr_getattr(t, BUFFERED(self)->raw, mr_n(t, name)) : MR_ERROR; }
static MrValue get_mode(MrThread *t, MrValue self) { return check_attached(t, BUFFERED(self)) ? mr_getattr_c(t, BUFFERED(self)->raw, "mode") : MR_ERROR; }

static void buffered_trace(MrGc *gc, MrObj *o)
{
    MrBuffered *b = (MrBuffered *)o;
    mr_mark(gc, b->raw);
    mr_mark(gc, b->text);
    mr_mark_buffer(gc, b->buf);
}

static const MrGetSetDef getset[] = {
    {"closed", get_closed, NULL, "whether close() was called"},
    {"raw", get_raw, NULL, "the raw stream below"},
    {"name", get_name, NULL, "the name of the raw stream"},
    {"mode", get_mode, NULL, "the mode of the raw stream"},
    {0},
};

#define COMMON_ROWS \
    {"__new__(cls, *args, **kwargs)", buffered_new, "Make an object that __init__ fills.", MR_METHOD_STATIC}, \
    {"__init__(self, /, raw, buffer_size=8192)", buffered_init, "Fill a new object; see help(type(self)).", 0}, \
    {"__repr__(self, /)", buffered_repr, NULL, 0}, \
    {"__del__(self, /)", buffered_del, "Close it when nobody holds it any more.", 0}, \
    {"__iter__(self, /)", io_iter, "Return iter(self).", 0}, \
    {"__getstate__(self, /)", io_getstate, "What copy and pickle ask for.", 0}, \
    {"seek(self, target, whence=0, /)", buffered_seek, "Go to a position, counted from the start (whence 0), from here (1) or from the end (2); the new one is the result.", 0}, \
    {"tell(self, /)", buffered_tell, "The position.", 0}, \
    {"truncate(self, pos=None, /)", buffered_truncate, "Cut the file off at a position, by default here.", 0}, \
    {"flush(self, /)", buffered_flush, "Hand what was written to the system.", 0}, \
    {"close(self, /)", buffered_close, "Flush and close; doing so twice is fine.", 0}, \
    {"detach(self, /)", buffered_detach, "Give away what lies below; this object cannot be used afterwards.", 0}, \
    {"fileno(self, /)", buffered_fileno, "The system's number of the file.", 0}, \
    {"isatty(self, /)", buffered_isatty, "Is it a terminal?", 0}, \
    {"seekable(self, /)", buffered_seekable, "Can the position be changed?", 0}
#define READ_ROWS \
    {"read(self, size=-1, /)", buffered_read, "Read as much as asked for; all that is left when nothing or a negative size is given.", 0}, \
    {"read1(self, size=-1, /)", buffered_read1, "Read what a single call of the system gives, at most as much as asked for.", 0}, \
    {"readinto(self, buffer, /)", buffered_readinto, "Read into a buffer; how many bytes came is the result.", 0}, \
    {"readinto1(self, buffer, /)", buffered_readinto1, "Read into a buffer what a single call of the system gives.", 0}, \
    {"peek(self, size=0, /)", buffered_peek, "Bytes that the next read will give, without moving on.", 0}, \
    {"readline(self, size=-1, /)", buffered_readline, "Read to the end of the line, the newline included.", 0}
#define NO_WRITE_ROWS {"write(self, buffer, /)", buffered_write, "Write it; how much was taken is the result.", 0}, {"writable(self, /)", answer_no, "Can it be written?", 0}
#define WRITE_ROWS {"write(self, buffer, /)", buffered_write, "Write it; how much was taken is the result.", 0}, {"writable(self, /)", buffered_writable, "Can it be written?", 0}

static const MrMethodDef reader_methods[] = {COMMON_ROWS, READ_ROWS, NO_WRITE_ROWS, {"readable(self, /)", buffered_readable, "Can it be read?", 0}, MR_IO_METHODS, {0}};
static const MrMethodDef writer_methods[] = {COMMON_ROWS, READ_ROWS, WRITE_ROWS, {"readable(self, /)", answer_no, "Can it be read?", 0}, MR_IO_METHODS, {0}};
static const MrMethodDef random_methods[] = {COMMON_ROWS, READ_ROWS, WRITE_ROWS, {"readable(self, /)", buffered_readable, "Can it be read?", 0}, MR_IO_METHODS, {0}};

#define BUFFERED_TYPE(id, full_name, table, text) \
    const MrTypeDef id = {.name = full_name, .base_def = &mr_bufferediobase_type, .kind = MR_KIND_OTHER, .size = sizeof(MrBuffered), .flags = MR_TYPEDEF_DICT, .methods = table, \
                          .getset = getset, .next = buffered_next, .trace = buffered_trace, .doc = text}

BUFFERED_TYPE(mr_bufferedreader_type, "_io.BufferedReader", reader_methods, "Reads a raw stream of bytes in blocks of buffer_size.");
BUFFERED_TYPE(mr_bufferedwriter_type, "_io.BufferedWriter", writer_methods,
     "Collects bytes and writes them to a raw stream in blocks of buffer_size.");
BUFFERED_TYPE(mr_bufferedrandom_type, "_io.BufferedRandom", random_methods, "Reads and writes a raw stream that can seek, with one buffer for both.");
