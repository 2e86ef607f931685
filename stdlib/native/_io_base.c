/* What every stream shares: methods written on top of other methods, and the abstract bases _IOBase, _RawIOBase, _BufferedIOBase and
 * _TextIOBase, whose defaults serve classes written in Python. The module io derives the public ABCs from them. */
#include "stdlib/native/_io.h"
#include "vm/error.h"
#include "vm/types/bigint.h"
#include "vm/types/bytes.h"
#include "vm/types/memoryview.h"

bool mr_io_is_exact(MrThread *t, MrValue v, const MrTypeDef *def)
{
    if (!mr_is_kind(v, MR_KIND_OTHER))
        return false;
    MrType *type = mr_typeof(t, v);
    return type->def == def && !(type->flags & MR_TYPE_HEAP) && mr_obj_of(v)->shape == type->root->id;
}

MrValue mr_io_unsupported(MrThread *t, const char *what) { return mr_raise(t, MR_EXC_UnsupportedOperation, "%s", what); }

MrValue mr_io_call(MrThread *t, MrValue obj, const char *method, size_t argc, const MrValue *args)
{
    MrStr *name = mr_intern(t, method, strlen(method));
    return name ? mr_call_method(t, obj, name, argc, args) : MR_ERROR;
}

int mr_io_is_closed(MrThread *t, MrValue obj)
{
    if (mr_io_is_exact(t, obj, &mr_fileio_type))
        return ((MrFileIO *)mr_obj_of(obj))->fd < 0;
    if (mr_io_is_plain_text(t, obj))
        return mr_text_is_closed(t, (MrTextIO *)mr_obj_of(obj));
    MrValue v = mr_getattr_c(t, obj, "closed");
    return v == MR_ERROR ? -1 : mr_truth(t, v);
}

int mr_io_ask(MrThread *t, MrValue obj, const char *method)
{
    MrValue v = mr_io_call(t, obj, method, 0, NULL);
    return v == MR_ERROR ? -1 : mr_truth(t, v);
}

bool mr_io_size(MrThread *t, MrValue v, int64_t *n)
{
    *n = -1;
    if (v == MR_UNBOUND || v == MR_NONE)
        return true;
    if (!mr_is_int(v) && mr_slot(t, mr_typeof(t, v), MR_SLOT_index) == MR_UNBOUND) {
        mr_raise(t, MR_EXC_TypeError, "argument should be integer or None, not '%s'", mr_type_name(t, v));
        return false;
    }
    return mr_to_ssize(t, v, n);
}

bool mr_io_offset(MrThread *t, MrValue v, int64_t *n)
{
    MrValue i = mr_index(t, v);
    if (i == MR_ERROR)
        return false;
    return mr_int_as_i64(i, n) || mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C ssize_t") != MR_ERROR;
}

bool mr_io_writable_bytes(MrThread *t, MrValue v, char **p, size_t *n)
{
    if (mr_is_kind(v, MR_KIND_BYTEARRAY)) {
        *p = MR_BYTEARRAY(v)->bytes;
        *n = MR_BYTEARRAY(v)->length;
        return true;
    }
    if (mr_buffer_writable(t, v, p, n))
        return true;
    if (!mr_clear_if(t, MR_EXC_TypeError))
        return false;
    mr_raise(t, MR_EXC_TypeError, "readinto() argument must be read-write bytes-like object, not %s", mr_arg_type_name(t, v));
    return false;
}

bool mr_io_repr_open(MrThread *t, MrBuf *b, MrValue v)
{
    const MrType *type = mr_typeof(t, v);
    mr_buf_printf(b, "<%s", type->flags & MR_TYPE_HEAP && type->def != &mr_textiowrapper_type ? type->name->bytes : type->def->name);
    MrValue name = mr_getattr_or(t, v, mr_n(t, name));
    if (name == MR_ERROR && mr_clear_if(t, MR_EXC_ValueError))
        return true;
    if (name == MR_ERROR || name == MR_UNBOUND)
        return name == MR_UNBOUND;
    mr_buf_puts(b, " name=");
    return mr_repr_to(t, b, name);
}

MrValue mr_io_both(MrThread *t, MrValue first, MrValue (*second)(MrThread *t, MrValue self), MrValue self)
{
    if (first != MR_ERROR)
        return second(t, self);
    MrValue error = mr_take_pending(t);
    if (second(t, self) != MR_ERROR)
        return mr_raise_value(t, error);
    if (MR_EXCEPTION(t->pending)->context == MR_NONE)
        MR_EXCEPTION(t->pending)->context = error;
    return MR_ERROR;
}

static bool check_closed(MrThread *t, MrValue v)
{
    int closed = mr_io_is_closed(t, v);
    if (closed > 0)
        mr_raise(t, MR_EXC_ValueError, "I/O operation on closed file.");
    return closed == 0;
}

/* ---- methods of all streams ---- */

MrValue io_check_closed(MrThread *t, MrValue *a) { return check_closed(t, a[0]) ? MR_NONE : MR_ERROR; }

static MrValue check_ability(MrThread *t, MrValue v, const char *method, const char *message)
{
    int r = mr_io_ask(t, v, method);
    return r < 0 ? MR_ERROR : r ? MR_TRUE : mr_io_unsupported(t, message);
}

MrValue io_check_readable(MrThread *t, MrValue *a) { return check_ability(t, a[0], "readable", "File or stream is not readable."); }
MrValue io_check_writable(MrThread *t, MrValue *a) { return check_ability(t, a[0], "writable", "File or stream is not writable."); }
MrValue io_check_seekable(MrThread *t, MrValue *a) { return check_ability(t, a[0], "seekable", "File or stream is not seekable."); }

MrValue io_enter(MrThread *t, MrValue *a) { return check_closed(t, a[0]) ? a[0] : MR_ERROR; }
MrValue io_iter(MrThread *t, MrValue *a) { return check_closed(t, a[0]) ? a[0] : MR_ERROR; }

MrValue io_exit(MrThread *t, MrValue *a)
{
    MrValue r = mr_call_method0(t, a[0], mr_n(t, close));
    return r == MR_ERROR ? r : MR_NONE;
}

/* Is the line (bytes or str) empty? */
static bool is_empty(MrValue line)
{
    return mr_is_kind(line, MR_KIND_BYTES) ? MR_BYTES(line)->length == 0 : mr_is_str(line) && MR_STR(line)->nbytes == 0;
}

static MrValue next_line(MrThread *t, MrValue self)
{
    MrValue line = mr_call_method0(t, self, mr_n(t, readline));
    return line != MR_ERROR && (is_empty(line) || line == MR_NONE) ? MR_UNBOUND : line;
}

MrValue io_next(MrThread *t, MrValue *a)
{
    MrValue line = next_line(t, a[0]);
    return line == MR_UNBOUND ? mr_raise_type_value(t, MR_EXC_StopIteration, MR_UNBOUND) : line;
}

MrValue io_readlines(MrThread *t, MrValue *a)
{
    int64_t hint, total = 0;
    bool bytes = mr_typeof(t, a[0])->def == &mr_bytesio_type;
    MrValue list = mr_list_new(t, 16), it = MR_UNBOUND;
    if (list == MR_ERROR || !mr_io_size(t, a[1], &hint) || (it = mr_iter(t, a[0])) == MR_ERROR)
        return MR_ERROR;
    for (;;) {
        MrValue line = mr_next(t, it);
        if (line == MR_UNBOUND)
            return list;
        if (line == MR_ERROR || !mr_list_append(t, list, line))
            return MR_ERROR;
        if (hint <= 0)
            continue;
        int64_t n = mr_len(t, line);
        if (n < 0)
            return MR_ERROR;
        total += n;
        if (total > hint || (total == hint && bytes)) /* BytesIO counts otherwise than the rest, as in CPython */
            return list;
    }
}

MrValue io_writelines(MrThread *t, MrValue *a)
{
    MrValue it = check_closed(t, a[0]) ? mr_iter(t, a[1]) : MR_ERROR;
    if (it == MR_ERROR)
        return MR_ERROR;
    for (;;) {
        MrValue line = mr_next(t, it);
        if (line == MR_UNBOUND || line == MR_ERROR)
            return line == MR_UNBOUND ? MR_NONE : line;
        if (mr_call_method(t, a[0], mr_n(t, write), 1, &line) == MR_ERROR)
            return MR_ERROR;
    }
}

/* The file at the bottom of native layers. */
static MrFileIO *file_below(MrThread *t, MrValue v)
{
    while (mr_is_kind(v, MR_KIND_OTHER)) {
        const MrTypeDef *def = mr_typeof(t, v)->def;
        if (def == &mr_fileio_type)
            return (MrFileIO *)mr_obj_of(v);
        if (def == &mr_textiowrapper_type)
            v = ((MrTextIO *)mr_obj_of(v))->buffer;
        else if (def == &mr_bufferedreader_type || def == &mr_bufferedwriter_type || def == &mr_bufferedrandom_type)
            v = ((MrBuffered *)mr_obj_of(v))->raw;
        else
            return NULL;
    }
    return NULL;
}

/* Garbage is closed; nobody is left to hear of an error. Who forgot to close a file hears of that, if he listens to ResourceWarnings. */
MrValue io_del(MrThread *t, MrValue *a)
{
    int closed = mr_io_is_closed(t, a[0]);
    MrFileIO *file = closed ? NULL : file_below(t, a[0]);
    if (file && file->fd >= 0 && file->closefd && !mr_warn_unclosed(t, a[0], "file "))
        mr_report_unraisable(t, mr_val(file));
    if (closed < 0 || (!closed && mr_call_method0(t, a[0], mr_n(t, close)) == MR_ERROR))
        mr_take_pending(t);
    return MR_NONE;
}

MrValue mr_io_memory_state(MrThread *t, MrValue self, MrValue *parts, size_t n)
{
    for (size_t i = 0; i < n - 1; i++)
        if (parts[i] == MR_ERROR)
            return MR_ERROR;
    MrValue d = mr_getattr_or(t, self, mr_n(t, __dict__));
    if (d == MR_ERROR)
        return d;
    parts[n - 1] = MR_NONE;
    if (mr_is_dict(d) && MR_DICT(d)->length) {
        MrDict *copy = mr_dict_copy(t, MR_DICT(d));
        if (!copy)
            return MR_ERROR;
        parts[n - 1] = mr_val(copy);
    }
    return mr_tuple_from(t, parts, n);
}

MrTuple *mr_io_memory_restore(MrThread *t, MrValue self, MrValue state, size_t n, int64_t *pos)
{
    MrTuple *items = mr_is_tuple(state) ? MR_TUPLE(state) : NULL;
    if (!items || items->length < n) {
        mr_raise(t, MR_EXC_TypeError, "%s.__setstate__ argument should be %zu-tuple, got %s", mr_type_name(t, self), n, mr_type_name(t, state));
        return NULL;
    }
    MrValue d = items->items[n - 1], position = items->items[n - 2];
    if (!mr_is_integer(position)) {
        mr_raise(t, MR_EXC_TypeError, n == 3 ? "second item of state must be an integer, not %s" : "third item of state must be an integer, got %s",
                 mr_type_name(t, position));
        return NULL;
    }
    if (!mr_to_ssize(t, position, pos))
        return NULL;
    if (*pos < 0) {
        mr_raise(t, MR_EXC_ValueError, "position value cannot be negative");
        return NULL;
    }
    if (d != MR_NONE && !mr_is_dict(d)) {
        mr_raise(t, MR_EXC_TypeError, "%s item of state should be a dict, got a %s", n == 3 ? "third" : "fourth", mr_type_name(t, d));
        return NULL;
    }
    MrValue key, value;
    for (size_t at = 0; d != MR_NONE && mr_dict_next(MR_DICT(d), &at, &key, &value);)
        if (mr_is_str(key) && !mr_setattr(t, self, MR_STR(key), value))
            return NULL;
    return items;
}

MrValue io_getstate(MrThread *t, MrValue *a)
{
    const char *name = mr_type_name(t, a[0]);
    return mr_raise(t, MR_EXC_TypeError, "cannot pickle '%s' instances", strncmp(name, "_io.", 4) ? name : name + 4);
}

/* Bytes up to a newline through read(1), or through peek() where there is one. */
MrValue io_readline(MrThread *t, MrValue *a)
{
    int64_t limit;
    if (!mr_io_size(t, a[1], &limit))
        return MR_ERROR;
    MrValue peek = mr_getattr_or(t, a[0], mr_intern(t, "peek", 4));
    MrBuf b = MR_BUF_EMPTY;
    while (peek != MR_ERROR && (limit < 0 || (int64_t)b.length < limit)) {
        size_t want = 1;
        MrView v;
        if (peek != MR_UNBOUND) {
            MrValue ahead = mr_call1(t, peek, mr_small_int(1));
            if (ahead == MR_ERROR)
                break;
            if (!mr_is_bytes(ahead)) {
                mr_raise(t, MR_EXC_OSError, "peek() should have returned a bytes object, not '%s'", mr_type_name(t, ahead));
                break;
            }
            v = mr_view(ahead);
            const char *end = v.n ? memchr(v.p, '\n', v.n) : NULL;
            want = end ? (size_t)(end - v.p) + 1 : v.n ? v.n : 1;
            if (limit >= 0 && want > (size_t)limit - b.length)
                want = (size_t)limit - b.length;
        }
        MrValue n = mr_small_int((int64_t)want), got = mr_call_method(t, a[0], mr_n(t, read), 1, &n);
        if (got == MR_ERROR)
            break;
        if (!mr_is_bytes(got)) {
            mr_raise(t, MR_EXC_OSError, "read() should have returned a bytes object, not '%s'", mr_type_name(t, got));
            break;
        }
        v = mr_view(got);
        if (v.n == 0)
            break;
        mr_buf_write(&b, v.p, v.n);
        if (v.p[v.n - 1] == '\n')
            break;
    }
    MrValue line = mr_pending(t) ? MR_ERROR : b.failed ? mr_raise_no_memory(t) : mr_bytes_new(t, b.data ? b.data : "", b.length);
    mr_buf_fini(&b);
    return line;
}

/* ---- _IOBase ---- */

static const char closed_mark[] = "__IOBase_closed";

static MrValue iobase_get_closed(MrThread *t, MrValue self)
{
    MrStr *name = mr_intern(t, closed_mark, sizeof closed_mark - 1);
    MrValue v = name ? mr_getattr_or(t, self, name) : MR_ERROR;
    return v == MR_ERROR ? v : mr_bool(v != MR_UNBOUND);
}

static MrValue iobase_flush(MrThread *t, MrValue *a)
{
    MrValue closed = iobase_get_closed(t, a[0]);
    return closed == MR_TRUE ? mr_raise(t, MR_EXC_ValueError, "I/O operation on closed file.") : closed == MR_ERROR ? closed : MR_NONE;
}

static MrValue mark_closed(MrThread *t, MrValue self)
{
    MrStr *name = mr_intern(t, closed_mark, sizeof closed_mark - 1);
    return name && mr_setattr(t, self, name, MR_TRUE) ? MR_NONE : MR_ERROR;
}

static MrValue iobase_close(MrThread *t, MrValue *a)
{
    MrValue closed = iobase_get_closed(t, a[0]);
    if (closed != MR_FALSE)
        return closed == MR_TRUE ? MR_NONE : MR_ERROR;
    return mr_io_both(t, mr_call_method0(t, a[0], mr_n(t, flush)), mark_closed, a[0]);
}

static MrValue answer_false(MrThread *t, MrValue *a) { return check_closed(t, a[0]) ? MR_FALSE : MR_ERROR; }

static MrValue iobase_tell(MrThread *t, MrValue *a)
{
    MrValue args[2] = {mr_small_int(0), mr_small_int(1)};
    return mr_io_call(t, a[0], "seek", 2, args);
}

#define UNSUPPORTED(name) \
    static MrValue no_##name(MrThread *t, MrValue *a) \
    { \
        (void)a; \
        return mr_io_unsupported(t, #name); \
    }
UNSUPPORTED(seek)
UNSUPPORTED(truncate)
UNSUPPORTED(fileno)
UNSUPPORTED(detach)
UNSUPPORTED(read)
UNSUPPORTED(read1)
UNSUPPORTED(readline)
UNSUPPORTED(write)
#undef UNSUPPORTED

static const MrMethodDef iobase_methods[] = {
    {"__iter__(self, /)", io_iter, "Return iter(self).", 0},
    {"__next__(self, /)", io_next, "Return next(self).", 0},
    {"__del__(self, /)", io_del, "Close it when nobody holds it any more.", 0},
    {"seek(self, offset, whence=0, /)", no_seek,
     "Move to offset, counted from the start (whence 0), the position (1) or the end (2), and return the new position.", 0},
    {"tell(self, /)", iobase_tell, "The position at which the next read or write takes place.", 0},
    {"truncate(self, size=None, /)", no_truncate, "Cut or extend the file to size bytes, by default the position; the position stays.", 0},
    {"fileno(self, /)", no_fileno, "The number of the file descriptor; raises OSError when there is none.", 0},
    {"isatty(self, /)", answer_false, "Whether a terminal is at the other end.", 0},
    {"readable(self, /)", answer_false, "Whether reading is possible.", 0},
    {"writable(self, /)", answer_false, "Whether writing is possible.", 0},
    {"seekable(self, /)", answer_false, "Whether seek() and tell() are possible.", 0},
    {"flush(self, /)", iobase_flush, "Pass on what has been written but is still held back.", 0},
    {"close(self, /)", iobase_close, "Flush, then give the resources back; more operations raise ValueError.", 0},
    {"readline(self, size=-1, /)", io_readline,
     "The next line with its end, or its first size bytes or characters; empty at the end of the file.", 0},
    MR_IO_METHODS,
    {0},
};

static const MrGetSetDef iobase_getset[] = {{"closed", iobase_get_closed, NULL, "whether close() was called"}, {0}};

#define BASE(id, above, full_name, table, fields, text) \
    const MrTypeDef id = {.name = full_name, .base_def = above, .kind = MR_KIND_INSTANCE, .size = sizeof(MrInstance), .flags = MR_TYPEDEF_DICT, \
                          .methods = table, .getset = fields, .doc = text}

BASE(mr_iobase_type, NULL, "_io._IOBase", iobase_methods, iobase_getset,
     "What all streams have in common: position, lines, closing, use in a with statement.");

/* ---- _RawIOBase ---- */

static MrValue rawiobase_readall(MrThread *t, MrValue *a)
{
    MrBuf b = MR_BUF_EMPTY;
    MrValue n = mr_small_int(MR_IO_BUFFER), got;
    for (;;) {
        got = mr_call_method(t, a[0], mr_n(t, read), 1, &n);
        if (got == MR_ERROR || (got == MR_NONE && b.length == 0))
            break;
        if (got != MR_NONE && !mr_is_bytes(got)) {
            got = mr_raise(t, MR_EXC_TypeError, "read() should return bytes");
            break;
        }
        if (got == MR_NONE || mr_view(got).n == 0) {
            got = b.failed ? mr_raise_no_memory(t) : mr_bytes_new(t, b.data ? b.data : "", b.length);
            break;
        }
        mr_buf_write(&b, mr_view(got).p, mr_view(got).n);
    }
    mr_buf_fini(&b);
    return got;
}

static MrValue rawiobase_read(MrThread *t, MrValue *a)
{
    int64_t n, got;
    if (!mr_io_size(t, a[1], &n))
        return MR_ERROR;
    if (n < 0)
        return mr_io_call(t, a[0], "readall", 0, NULL);
    MrValue into = mr_bytearray_new(t, NULL, (size_t)n);
    MrValue count = into == MR_ERROR ? into : mr_io_call(t, a[0], "readinto", 1, &into);
    if (count == MR_ERROR || count == MR_NONE)
        return count;
    if (!mr_to_ssize(t, count, &got))
        return MR_ERROR;
    if (got < 0 || (size_t)got > MR_BYTEARRAY(into)->length)
        return mr_raise(t, MR_EXC_ValueError, "readinto returned %lld outside buffer size %lld", (long long)got, (long long)n);
    return mr_bytes_new(t, MR_BYTEARRAY(into)->bytes, (size_t)got);
}

/* What a stream that is no more than this cannot do. */
static MrValue rawiobase_refuse(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_raise_type_value(t, MR_EXC_NotImplementedError, MR_UNBOUND);
}

static const MrMethodDef rawiobase_methods[] = {
    {"readinto(self, buffer, /)", rawiobase_refuse, "Read bytes into a buffer: for subclasses to provide. Returns their number.", 0},
    {"write(self, b, /)", rawiobase_refuse, "Write bytes: for subclasses to provide. Returns their number.", 0},
    {"read(self, size=-1, /)", rawiobase_read, "Read as much as asked for; all that is left when nothing or a negative size is given.", 0},
    {"readall(self, /)", rawiobase_readall, "All that is left, by as many read() calls as it takes.", 0},
    {0},
};
BASE(mr_rawiobase_type, &mr_iobase_type, "_io._RawIOBase", rawiobase_methods, NULL,
     "A stream of bytes without a buffer, where a call may transfer less than asked for.");

/* ---- _BufferedIOBase ---- */

static MrValue readinto_with(MrThread *t, MrValue *a, const char *method)
{
    char *p;
    size_t n;
    if (!mr_io_writable_bytes(t, a[1], &p, &n))
        return MR_ERROR;
    MrValue size = mr_int(t, (int64_t)n), data = mr_io_call(t, a[0], method, 1, &size);
    if (data == MR_ERROR)
        return data;
    if (!mr_is_bytes(data))
        return mr_raise(t, MR_EXC_TypeError, "read() should return bytes");
    MrView v = mr_view(data);
    if (!mr_io_writable_bytes(t, a[1], &p, &n))
        return MR_ERROR;
    if (v.n > n)
        return mr_raise(t, MR_EXC_ValueError, "read() returned too much data: %zu bytes requested, %zu returned", n, v.n);
    memcpy(p, v.p, v.n);
    return mr_int(t, (int64_t)v.n);
}

static MrValue bufferediobase_readinto(MrThread *t, MrValue *a) { return readinto_with(t, a, "read"); }
static MrValue bufferediobase_readinto1(MrThread *t, MrValue *a) { return readinto_with(t, a, "read1"); }

static const MrMethodDef bufferediobase_methods[] = {
    {"detach(self, /)", no_detach, "Give the raw stream away; this one is unusable afterwards.", 0},
    {"read(self, size=-1, /)", no_read, "Up to n bytes, or all that is left; short only at the end of the stream.", 0},
    {"read1(self, size=-1, /)", no_read1, "Up to size bytes, with one read() of the raw stream at most.", 0},
    {"readinto(self, buffer, /)", bufferediobase_readinto, "Read into a buffer; how many bytes came is the result.", 0},
    {"readinto1(self, buffer, /)", bufferediobase_readinto1, "Read into a buffer what a single call of the system gives.", 0},
    {"write(self, b, /)", no_write, "Take in the bytes of a buffer and tell how many there were.", 0},
    {0},
};
BASE(mr_bufferediobase_type, &mr_iobase_type, "_io._BufferedIOBase", bufferediobase_methods, NULL,
     "A stream of bytes that collects small reads and writes into large ones.");

/* ---- _TextIOBase ---- */

static MrValue answer_none(MrThread *t, MrValue self)
{
    (void)t;
    (void)self;
    return MR_NONE;
}

static const MrMethodDef textiobase_methods[] = {
    {"detach(self, /)", no_detach, "Give the underlying buffer away; this stream is unusable afterwards.", 0},
    {"read(self, size=-1, /)", no_read, "Up to size characters, or all that is left; empty at the end.", 0},
    {"readline(self, size=-1, /)", no_readline, "The next line, or its first size characters; empty at the end.", 0},
    {"write(self, s, /)", no_write, "Append a str at the position and tell how many characters it has.", 0},
    {0},
};

static const MrGetSetDef textiobase_getset[] = {
    {"encoding", answer_none, NULL, "The name of the encoding between text and bytes."},
    {"newlines", answer_none, NULL, "The kinds of line ends seen so far: None, a str or a tuple."},
    {"errors", answer_none, NULL, "What happens to text that cannot be converted, such as \"strict\"."},
    {0},
};
BASE(mr_textiobase_type, &mr_iobase_type, "_io._TextIOBase", textiobase_methods, textiobase_getset, "A stream of text: what its implementations have in common.");
