/* BytesIO: bytes in memory. The store is a bytearray, so that getbuffer() is a memoryview of it; while such views live it keeps its size. */
#include "stdlib/native/_io.h"
#include "vm/isolate.h"
#include "vm/types/bytes.h"
#include "vm/types/memoryview.h"

typedef struct MrBytesIO {
    MrObj h;
    MrByteArray *store; /* NULL: closed, or not initialized */
    size_t pos;
    bool ready;
} MrBytesIO;

#define SELF ((MrBytesIO *)mr_obj_of(a[0]))

static bool check(MrThread *t, MrBytesIO *b)
{
    if (b->store)
        return true;
    mr_raise(t, MR_EXC_ValueError, b->ready ? "I/O operation on closed file." : "I/O operation on uninitialized object");
    return false;
}

static bool check_exports(MrThread *t, MrBytesIO *b)
{
    if (b->store->exports)
        mr_memoryview_settle(t, b->store);
    if (!b->store->exports)
        return true;
    mr_raise(t, MR_EXC_BufferError, "Existing exports of data: object cannot be re-sized");
    return false;
}

/* Makes the store n bytes long; new ones are zero. */
static bool resize(MrThread *t, MrBytesIO *b, size_t n)
{
    MrByteArray *s = b->store;
    if (n > s->capacity || !s->bytes) {
        size_t capacity = s->capacity + s->capacity / 2 + 64;
        char *bytes = mr_buffer_resize(t, s->bytes, capacity < n ? n : capacity);
        if (!bytes)
            return false;
        s->bytes = bytes;
        s->capacity = capacity < n ? n : capacity;
    }
    if (n > s->length && !mr_work_fill(t, s->bytes + s->length, 0, n - s->length))
        return false;
    s->length = n;
    return true;
}

static MrValue bytesio_new(MrThread *t, MrValue *a)
{
    MrBytesIO *b = mr_alloc_instance(t, sizeof *b, MR_TYPE(a[0]));
    return b ? mr_val(b) : MR_ERROR;
}

static MrValue bytesio_init(MrThread *t, MrValue *a)
{
    const char *p = "";
    size_t n = 0;
    if (a[1] != MR_UNBOUND && a[1] != MR_NONE && !mr_buffer_of(t, a[1], &p, &n))
        return MR_ERROR;
    MrValue store = mr_bytearray_new(t, p, n);
    if (store == MR_ERROR)
        return store;
    SELF->store = MR_BYTEARRAY(store);
    SELF->pos = 0;
    SELF->ready = true;
    mr_write_barrier(t, SELF, store);
    return MR_NONE;
}

static MrValue bytesio_write(MrThread *t, MrValue *a)
{
    MrBytesIO *b = SELF;
    const char *p;
    size_t n;
    if (!check(t, b) || !check_exports(t, b) || !mr_buffer_of(t, a[1], &p, &n))
        return MR_ERROR;
    if (n == 0)
        return mr_small_int(0);
    if (b->pos + n > b->store->length && !resize(t, b, b->pos + n))
        return MR_ERROR;
    memcpy(b->store->bytes + b->pos, p, n);
    b->pos += n;
    return mr_int(t, (int64_t)n);
}

static MrValue bytesio_getvalue(MrThread *t, MrValue *a)
{
    return check(t, SELF) ? mr_bytes_new(t, SELF->store->bytes ? SELF->store->bytes : "", SELF->store->length) : MR_ERROR;
}

static MrValue bytesio_getbuffer(MrThread *t, MrValue *a)
{
    return check(t, SELF) ? mr_memoryview_new(t, mr_val(SELF->store), SELF->store->bytes, SELF->store->length, false) : MR_ERROR;
}

static size_t left_in(const MrBytesIO *b) { return b->pos < b->store->length ? b->store->length - b->pos : 0; }

static MrValue take(MrThread *t, MrBytesIO *b, size_t n)
{
    MrValue v = n ? mr_bytes_new(t, b->store->bytes + b->pos, n) : mr_bytes_new(t, "", 0);
    b->pos += n;
    return v;
}

static MrValue bytesio_read(MrThread *t, MrValue *a)
{
    int64_t n;
    if (!mr_io_size(t, a[1], &n) || !check(t, SELF))
        return MR_ERROR;
    size_t left = left_in(SELF);
    return take(t, SELF, n < 0 || (size_t)n > left ? left : (size_t)n);
}

static MrValue read_line(MrThread *t, MrBytesIO *b, int64_t limit)
{
    size_t left = left_in(b);
    const char *p = left ? b->store->bytes + b->pos : "", *end = left ? memchr(p, '\n', left) : NULL;
    size_t n = end ? (size_t)(end - p) + 1 : left;
    return take(t, b, limit >= 0 && (size_t)limit < n ? (size_t)limit : n);
}

static MrValue bytesio_readline(MrThread *t, MrValue *a)
{
    int64_t limit;
    return mr_io_size(t, a[1], &limit) && check(t, SELF) ? read_line(t, SELF, limit) : MR_ERROR;
}

static MrValue bytesio_next(MrThread *t, MrValue self)
{
    MrBytesIO *b = (MrBytesIO *)mr_obj_of(self);
    if (!check(t, b))
        return MR_ERROR;
    return left_in(b) ? read_line(t, b, -1) : MR_UNBOUND;
}

static MrValue bytesio_readinto(MrThread *t, MrValue *a)
{
    char *p;
    size_t n;
    if (!check(t, SELF) || !mr_io_writable_bytes(t, a[1], &p, &n))
        return MR_ERROR;
    if (n > left_in(SELF))
        n = left_in(SELF);
    if (n)
        memmove(p, SELF->store->bytes + SELF->pos, n);
    SELF->pos += n;
    return mr_int(t, (int64_t)n);
}

static MrValue bytesio_seek(MrThread *t, MrValue *a)
{
    MrBytesIO *b = SELF;
    int64_t pos, whence = 0;
    if (!check(t, b) || !mr_io_offset(t, a[1], &pos) || (a[2] != MR_UNBOUND && !mr_to_i64(t, a[2], &whence)))
        return MR_ERROR;
    if (whence < 0 || whence > 2)
        return mr_raise(t, MR_EXC_ValueError, "invalid whence (%d, should be 0, 1 or 2)", (int)whence);
    if (whence == 0 && pos < 0)
        return mr_raise(t, MR_EXC_ValueError, "negative seek value %lld", (long long)pos);
    if (whence)
        pos += (int64_t)(whence == 1 ? b->pos : b->store->length);
    b->pos = pos < 0 ? 0 : (size_t)pos;
    return mr_int(t, (int64_t)b->pos);
}

static MrValue bytesio_tell(MrThread *t, MrValue *a) { return check(t, SELF) ? mr_int(t, (int64_t)SELF->pos) : MR_ERROR; }

static MrValue bytesio_truncate(MrThread *t, MrValue *a)
{
    if (!check(t, SELF) || !check_exports(t, SELF))
        return MR_ERROR;
    int64_t size = (int64_t)SELF->pos;
    if (a[1] != MR_UNBOUND && a[1] != MR_NONE && !mr_io_size(t, a[1], &size))
        return MR_ERROR;
    if (size < 0)
        return mr_raise(t, MR_EXC_ValueError, "negative size value %lld", (long long)size);
    if ((size_t)size < SELF->store->length)
        SELF->store->length = (size_t)size;
    return mr_int(t, size);
}

static MrValue bytesio_close(MrThread *t, MrValue *a)
{
    if (SELF->store && !check_exports(t, SELF))
        return MR_ERROR;
    SELF->store = NULL;
    SELF->ready = true;
    return MR_NONE;
}

static MrValue answer_yes(MrThread *t, MrValue *a) { return check(t, SELF) ? MR_TRUE : MR_ERROR; }
static MrValue answer_no(MrThread *t, MrValue *a) { return check(t, SELF) ? MR_FALSE : MR_ERROR; }
static MrValue answer_none(MrThread *t, MrValue *a) { return check(t, SELF) ? MR_NONE : MR_ERROR; }

static MrValue no_fileno(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_io_unsupported(t, "fileno");
}

static MrValue no_detach(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_io_unsupported(t, "detach");
}

static MrValue get_closed(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(!((MrBytesIO *)mr_obj_of(self))->store);
}

static void bytesio_trace(MrGc *gc, MrObj *o) { mr_mark_obj(gc, ((MrBytesIO *)o)->store); }

static MrValue bytesio_getstate(MrThread *t, MrValue *a)
{
    MrValue parts[3] = {bytesio_getvalue(t, a)};
    if (parts[0] != MR_ERROR)
        parts[1] = mr_int(t, (int64_t)SELF->pos);
    return parts[0] == MR_ERROR ? MR_ERROR : mr_io_memory_state(t, a[0], parts, 3);
}

static MrValue bytesio_setstate(MrThread *t, MrValue *a)
{
    int64_t pos;
    if (SELF->ready && !check(t, SELF))
        return MR_ERROR;
    MrTuple *state = mr_io_memory_restore(t, a[0], a[1], 3, &pos);
    MrValue args[2] = {a[0], state ? state->items[0] : MR_ERROR};
    if (!state || bytesio_init(t, args) == MR_ERROR)
        return MR_ERROR;
    SELF->pos = (size_t)pos;
    return MR_NONE;
}

static const MrMethodDef methods[] = {
    {"__new__(cls, *args, **kwargs)", bytesio_new, "Make an object that __init__ fills.", MR_METHOD_STATIC},
    {"__init__(self, /, initial_bytes=b'')", bytesio_init, "Fill a new object; see help(type(self)).", 0},
    {"__iter__(self, /)", io_iter, "Return iter(self).", 0},
    {"__getstate__(self, /)", bytesio_getstate, "What copy and pickle ask for.", 0},
    {"__setstate__(self, state, /)", bytesio_setstate, "Take over what __getstate__ gave.", 0},
    {"getvalue(self, /)", bytesio_getvalue, "All the bytes, wherever the position is.", 0},
    {"getbuffer(self, /)", bytesio_getbuffer, "A memoryview of the bytes; the stream cannot change its size while one exists.", 0},
    {"read(self, size=-1, /)", bytesio_read, "Up to size bytes from the position on; all that are left for None or a negative size.", 0},
    {"read1(self, size=-1, /)", bytesio_read, "Up to size bytes from the position on; all that are left for None or a negative size.", 0},
    {"readinto(self, buffer, /)", bytesio_readinto, "Fill a buffer and tell how many bytes were there.", 0},
    {"readinto1(self, buffer, /)", bytesio_readinto, "Fill a buffer and tell how many bytes were there.", 0},
    {"readline(self, size=-1, /)", bytesio_readline, "The bytes up to and including the next newline, or size of them; empty at the end.", 0},
    {"write(self, b, /)", bytesio_write, "Put the bytes of a buffer at the position and tell how many there were.", 0},
    {"seek(self, pos, whence=0, /)", bytesio_seek,
     "Move to an offset that counts from the start, the position or the end (whence 0, 1, 2) and return the new position.", 0},
    {"tell(self, /)", bytesio_tell, "How many bytes lie before the position.", 0},
    {"truncate(self, size=None, /)", bytesio_truncate, "Drop what lies behind size (by default the position); return size.", 0},
    {"flush(self, /)", answer_none, "Nothing is held back, so there is nothing to do.", 0},
    {"close(self, /)", bytesio_close, "Let go of the contents; more operations raise ValueError.", 0},
    {"isatty(self, /)", answer_no, "False: memory is no terminal.", 0},
    {"fileno(self, /)", no_fileno, "The system's number of the file.", 0},
    {"detach(self, /)", no_detach, "Give away what lies below; this object cannot be used afterwards.", 0},
    {"readable(self, /)", answer_yes, "True until the stream is closed, which raises ValueError.", 0},
    {"writable(self, /)", answer_yes, "True until the stream is closed, then ValueError.", 0},
    {"seekable(self, /)", answer_yes, "True as long as the stream is open; ValueError after that.", 0},
    MR_IO_METHODS,
    {0},
};

static const MrGetSetDef getset[] = {{"closed", get_closed, NULL, "Whether close() has been called."}, {0}};

const MrTypeDef mr_bytesio_type = {
    .name = "_io.BytesIO", .base_def = &mr_bufferediobase_type, .kind = MR_KIND_OTHER, .size = sizeof(MrBytesIO), .flags = MR_TYPEDEF_DICT, .methods = methods, .getset = getset,
    .next = bytesio_next, .trace = bytesio_trace, .doc = "A stream of bytes that are kept in memory, starting with initial_bytes.",
};
