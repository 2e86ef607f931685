/* `_asyncio._StreamReader`: the buffer behind asyncio.StreamReader, with everything that is done per chunk or per line.
 *
 * Between chunks the buffer is one of two: a bytes object as the transport delivered it, of which a read may get the very object back, or memory of its own
 * once chunks had to be joined. Bytes [start, end) of either are unread. The coroutines are Python (stdlib/asyncio/streams.py): they ask with
 * a _try_ method, and wait for the future of _begin_wait when the answer is None.
 */
#define _GNU_SOURCE
#include "vm/async/stream.h"

#include "vm/async/loop.h"
#include "vm/attr.h"
#include "vm/error.h"

typedef struct MrStreamReader {
    MrObj h;
    MrValue loop, waiter, exception, transport; /* MR_NONE if there is none */
    MrValue chunk;        /* bytes, or MR_UNBOUND: the bytes are in `own` */
    char *own;            /* buffer */
    size_t start, end, capacity;
    size_t scanned;       /* of _try_until: so many unread bytes hold no separator */
    size_t limit;
    bool eof, paused;
} MrStreamReader;

#define READER(v) ((MrStreamReader *)mr_obj_of(v))
#define SELF READER(a[0])

/* ---- the buffer ---- */

static size_t unread(const MrStreamReader *r) { return r->end - r->start; }
static const char *bytes_of(const MrStreamReader *r) { return (r->chunk == MR_UNBOUND ? r->own : MR_BYTES(r->chunk)->bytes) + r->start; }

static void drop(MrStreamReader *r, size_t n)
{
    r->start += n;
    if (r->start == r->end) {
        r->start = r->end = 0;
        r->chunk = MR_UNBOUND;
    }
}

/* Room for n bytes behind the unread ones, in memory of its own. */
static bool make_room(MrThread *t, MrStreamReader *r, size_t n)
{
    size_t length = unread(r);
    if (r->chunk != MR_UNBOUND || r->capacity - length < n) {
        size_t capacity = r->capacity > length + n ? r->capacity : 2 * length + n;
        char *own = mr_buffer_new(t, capacity);
        if (!own)
            return false;
        if (length)
            memcpy(own, bytes_of(r), length);
        r->own = own;
        r->capacity = capacity;
        r->chunk = MR_UNBOUND;
    } else if (r->capacity - r->end < n) {
        memmove(r->own, r->own + r->start, length);
    } else {
        return true;
    }
    r->start = 0;
    r->end = length;
    return true;
}

static bool append(MrThread *t, MrStreamReader *r, MrValue data)
{
    const char *p;
    size_t n;
    if (!mr_buffer_of(t, data, &p, &n))
        return false;
    if (!unread(r) && mr_is_exact(data, MR_TYPE_bytes)) {
        r->chunk = data;
        mr_write_barrier(t, r, data);
        r->start = 0;
        r->end = n;
        return true;
    }
    if (!make_room(t, r, n))
        return false;
    memcpy(r->own + r->end, p, n);
    r->end += n;
    return true;
}

static bool resume_transport(MrThread *t, MrStreamReader *r)
{
    r->paused = false;
    MrValue method = mr_getattr_c(t, r->transport, "resume_reading");
    return method != MR_ERROR && mr_call0(t, method) != MR_ERROR;
}

/* At most n unread bytes, taken out; the transport goes on if that made room. */
static MrValue take(MrThread *t, MrStreamReader *r, size_t n)
{
    size_t length = unread(r);
    if (n > length)
        n = length;
    MrValue data = r->chunk;
    if (data == MR_UNBOUND || r->start || n < MR_BYTES(data)->length)
        data = mr_bytes_new(t, n ? bytes_of(r) : "", n);
    if (data == MR_ERROR)
        return data;
    drop(r, n);
    if (MR_UNLIKELY(r->paused) && unread(r) <= r->limit && !resume_transport(t, r))
        return MR_ERROR;
    return data;
}

/* ---- the waiting coroutine ---- */

static bool wake(MrThread *t, MrStreamReader *r, MrValue exc)
{
    MrValue waiter = r->waiter;
    if (waiter == MR_NONE)
        return true;
    r->waiter = MR_NONE;
    if (mr_is_future(waiter)) {
        MrFuture *f = mr_future_of(waiter);
        if (mr_future_state(f) == MR_FUT_CANCELLED)
            return true;
        return exc == MR_NONE ? mr_future_set_result(t, f, MR_NONE) : mr_future_set_exception(t, f, exc);
    }
    MrValue cancelled = mr_call_method0(t, waiter, mr_n(t, cancelled));
    int yes = cancelled == MR_ERROR ? -1 : mr_truth(t, cancelled);
    if (yes)
        return yes > 0;
    MrValue method = mr_getattr_c(t, waiter, exc == MR_NONE ? "set_result" : "set_exception");
    return method != MR_ERROR && mr_call1(t, method, exc) != MR_ERROR;
}

static MrValue reader_begin_wait(MrThread *t, MrValue *a)
{
    MrStreamReader *r = SELF;
    if (r->waiter != MR_NONE)
        return mr_raise(t, MR_EXC_RuntimeError, "%s() called while another coroutine is already waiting for incoming data",
                        mr_is_str(a[1]) ? mr_cstr(a[1]) : "read");
    if (r->eof)
        return mr_raise(t, MR_EXC_AssertionError, "_wait_for_data after EOF");
    if (r->paused && !resume_transport(t, r))
        return MR_ERROR;
    if (MR_LIKELY(mr_native_loop(t, r->loop) != NULL)) {
        MrFuture *f = mr_future_new(t, r->loop);
        r->waiter = f ? mr_val(f) : MR_NONE;
        return f ? mr_val(f) : MR_ERROR;
    }
    MrValue method = mr_getattr_c(t, r->loop, "create_future"), f = method == MR_ERROR ? method : mr_call0(t, method);
    r->waiter = f == MR_ERROR ? MR_NONE : f;
    return f;
}

/* ---- what the protocol calls ---- */

static bool pause_transport(MrThread *t, MrStreamReader *r)
{
    MrValue method = mr_getattr_c(t, r->transport, "pause_reading");
    if (method != MR_ERROR && mr_call0(t, method) != MR_ERROR)
        return r->paused = true;
    r->transport = MR_NONE; /* one that cannot be paused is not asked again */
    return mr_clear_if(t, MR_EXC_NotImplementedError);
}

static bool feed(MrThread *t, MrStreamReader *r, MrValue data)
{
    if (r->eof) {
        mr_raise(t, MR_EXC_AssertionError, "feed_data after feed_eof");
        return false;
    }
    int any = mr_is_kind(data, MR_KIND_BYTES) ? MR_BYTES(data)->length > 0 : mr_truth(t, data);
    if (any <= 0)
        return any == 0;
    if (!append(t, r, data) || !wake(t, r, MR_NONE))
        return false;
    return r->transport == MR_NONE || r->paused || unread(r) <= 2 * r->limit || pause_transport(t, r);
}

static MrValue reader_feed_data(MrThread *t, MrValue *a) { return feed(t, SELF, a[1]) ? MR_NONE : MR_ERROR; }

static MrValue reader_feed_eof(MrThread *t, MrValue *a)
{
    SELF->eof = true;
    return wake(t, SELF, MR_NONE) ? MR_NONE : MR_ERROR;
}

static MrValue reader_set_exception(MrThread *t, MrValue *a)
{
    SELF->exception = a[1];
    mr_write_barrier(t, SELF, a[1]);
    return wake(t, SELF, a[1]) ? MR_NONE : MR_ERROR;
}

static MrValue reader_exception(MrThread *t, MrValue *a)
{
    (void)t;
    return SELF->exception;
}

static MrValue reader_set_transport(MrThread *t, MrValue *a)
{
    if (SELF->transport != MR_NONE)
        return mr_raise(t, MR_EXC_AssertionError, "Transport already set");
    SELF->transport = a[1];
    mr_write_barrier(t, SELF, a[1]);
    return MR_NONE;
}

static MrValue reader_at_eof(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(SELF->eof && !unread(SELF));
}

/* ---- reading ---- */

static MrValue incomplete(MrThread *t, MrStreamReader *r, MrValue expected)
{
    MrValue args[2] = {mr_bytes_new(t, unread(r) ? bytes_of(r) : "", unread(r)), expected};
    MrValue module = args[0] == MR_ERROR ? MR_ERROR : mr_import(t, "asyncio.exceptions");
    MrValue cls = module == MR_ERROR ? module : mr_getattr_c(t, module, "IncompleteReadError"), exc = cls == MR_ERROR ? cls : mr_call(t, cls, 2, args);
    drop(r, unread(r));
    return exc == MR_ERROR ? exc : mr_raise_value(t, exc);
}

static MrValue overrun(MrThread *t, const char *message, size_t consumed)
{
    MrValue args[2] = {mr_str_c(t, message), mr_small_int((int64_t)consumed)};
    MrValue module = args[0] == MR_ERROR ? MR_ERROR : mr_import(t, "asyncio.exceptions");
    MrValue cls = module == MR_ERROR ? module : mr_getattr_c(t, module, "LimitOverrunError"), exc = cls == MR_ERROR ? cls : mr_call(t, cls, 2, args);
    return exc == MR_ERROR ? exc : mr_raise_value(t, exc);
}

static MrValue reader_take(MrThread *t, MrValue *a)
{
    int64_t n;
    return mr_to_i64(t, a[1], &n) ? take(t, SELF, n < 0 ? 0 : (size_t)n) : MR_ERROR;
}

/* Up to n bytes; None: wait first. n is not negative. */
static MrValue reader_try_read(MrThread *t, MrValue *a)
{
    MrStreamReader *r = SELF;
    if (r->exception != MR_NONE)
        return mr_raise_value(t, r->exception);
    int64_t n;
    if (!mr_to_i64(t, a[1], &n))
        return MR_ERROR;
    if (n == 0)
        return mr_bytes_new(t, "", 0);
    return unread(r) || r->eof ? take(t, r, (size_t)n) : MR_NONE;
}

/* Exactly n bytes; None: wait first. */
static MrValue reader_try_exactly(MrThread *t, MrValue *a)
{
    MrStreamReader *r = SELF;
    int64_t n;
    if (!mr_to_i64(t, a[1], &n))
        return MR_ERROR;
    if (n < 0)
        return mr_raise(t, MR_EXC_ValueError, "readexactly size can not be less than zero");
    if (r->exception != MR_NONE)
        return mr_raise_value(t, r->exception);
    if (n == 0)
        return mr_bytes_new(t, "", 0);
    if (unread(r) >= (size_t)n)
        return take(t, r, (size_t)n);
    return r->eof ? incomplete(t, r, a[1]) : MR_NONE;
}

/* Everything up to and with the separator; None: wait first. `again`: the second argument was the same before, and nothing has been taken since. */
static MrValue reader_try_until(MrThread *t, MrValue *a)
{
    MrStreamReader *r = SELF;
    const char *sep;
    size_t n;
    int again = mr_truth(t, a[2]);
    if (again < 0 || !mr_buffer_of(t, a[1], &sep, &n))
        return MR_ERROR;
    if (!n)
        return mr_raise(t, MR_EXC_ValueError, "Separator should be at least one-byte string");
    if (!again) {
        if (r->exception != MR_NONE)
            return mr_raise_value(t, r->exception);
        r->scanned = 0;
    }
    size_t length = unread(r);
    if (r->scanned <= length && length - r->scanned >= n) {
        const char *p = bytes_of(r), *from = p + r->scanned;
        const char *found = n == 1 ? memchr(from, *sep, length - r->scanned) : memmem(from, length - r->scanned, sep, n);
        if (found) {
            size_t at = (size_t)(found - p);
            if (at > r->limit)
                return overrun(t, "Separator is found, but chunk is longer than limit", at);
            return take(t, r, at + n);
        }
        r->scanned = length + 1 - n;
        if (r->scanned > r->limit)
            return overrun(t, "Separator is not found, and chunk exceed the limit", r->scanned);
    }
    return r->eof ? incomplete(t, r, MR_NONE) : MR_NONE;
}

/* After a line that was too long: drops it if it ends at `consumed`, else everything. */
static MrValue reader_drop_line(MrThread *t, MrValue *a)
{
    MrStreamReader *r = SELF;
    int64_t at;
    if (!mr_to_i64(t, a[1], &at))
        return MR_ERROR;
    bool ends = at >= 0 && (size_t)at < unread(r) && bytes_of(r)[at] == '\n';
    drop(r, ends ? (size_t)at + 1 : unread(r));
    return !r->paused || unread(r) > r->limit || resume_transport(t, r) ? MR_NONE : MR_ERROR;
}

/* ---- the type ---- */

static MrValue reader_new(MrThread *t, MrValue *a)
{
    MrStreamReader *r = mr_alloc_instance(t, sizeof *r, MR_TYPE(a[0]));
    if (!r)
        return MR_ERROR;
    r->loop = r->waiter = r->exception = r->transport = MR_NONE;
    r->limit = 65536;
    return mr_val(r);
}

static bool set_limit(MrThread *t, MrValue self, MrValue value)
{
    int64_t limit;
    if (value == MR_UNBOUND) {
        mr_raise(t, MR_EXC_AttributeError, "cannot delete attribute");
        return false;
    }
    if (!mr_to_i64(t, value, &limit))
        return false;
    READER(self)->limit = limit < 0 ? 0 : (size_t)limit;
    return true;
}

#define MEMBER(name)                                                     \
    static MrValue get_##name(MrThread *t, MrValue self)                 \
    {                                                                    \
        (void)t;                                                         \
        return READER(self)->name;                                       \
    }                                                                    \
    static bool set_##name(MrThread *t, MrValue self, MrValue value)     \
    {                                                                    \
        READER(self)->name = value == MR_UNBOUND ? MR_NONE : value;      \
        mr_write_barrier(t, READER(self), value);                        \
        return true;                                                     \
    }
MEMBER(loop)
MEMBER(waiter)
MEMBER(exception)
MEMBER(transport)
#undef MEMBER

#define FLAG(name)                                                                  \
    static MrValue get_##name(MrThread *t, MrValue self)                            \
    {                                                                               \
        (void)t;                                                                    \
        return mr_bool(READER(self)->name);                                         \
    }                                                                               \
    static bool set_##name(MrThread *t, MrValue self, MrValue value)                \
    {                                                                               \
        int on = value == MR_UNBOUND ? 0 : mr_truth(t, value);                      \
        READER(self)->name = on > 0;                                                \
        return on >= 0;                                                             \
    }
FLAG(eof)
FLAG(paused)
#undef FLAG

static MrValue get_limit(MrThread *t, MrValue self) { return mr_int_u64(t, READER(self)->limit); }

static MrValue get_buffer(MrThread *t, MrValue self)
{
    MrStreamReader *r = READER(self);
    return mr_bytearray_new(t, unread(r) ? bytes_of(r) : "", unread(r));
}

static MrValue get_length(MrThread *t, MrValue self) { return mr_int_u64(t, unread(READER(self))); }

static const MrGetSetDef reader_getset[] = {
    {"_loop", get_loop, set_loop, "the loop"},
    {"_waiter", get_waiter, set_waiter, "the future of a reader that waits, or None"},
    {"_exception", get_exception, set_exception, "what set_exception() set, or None"},
    {"_transport", get_transport, set_transport, "the transport, or None"},
    {"_eof", get_eof, set_eof, "whether the end was fed"},
    {"_paused", get_paused, set_paused, "whether the transport is paused"},
    {"_limit", get_limit, set_limit, "how long a line may be; twice as much pauses the transport"},
    {"_buffer", get_buffer, NULL, "A copy of what has not been read yet."},
    {"_length", get_length, NULL, "how many bytes are held"},
    {0},
};

static void reader_trace(MrGc *gc, MrObj *o)
{
    MrStreamReader *r = (MrStreamReader *)o;
    mr_mark_values(gc, &r->loop, 5);
    mr_mark_buffer(gc, r->own);
}

/* ---- the protocol ---- */

/* The part of StreamReaderProtocol that every chunk goes through. */
typedef struct MrStreamProtocol {
    MrObj h;
    MrValue reader; /* MR_NONE: what comes is dropped */
} MrStreamProtocol;

#define PROTOCOL(v) ((MrStreamProtocol *)mr_obj_of(v))

static MrValue protocol_new(MrThread *t, MrValue *a)
{
    MrStreamProtocol *p = mr_alloc_instance(t, sizeof *p, MR_TYPE(a[0]));
    if (!p)
        return MR_ERROR;
    p->reader = MR_NONE;
    return mr_val(p);
}

static MrValue protocol_data_received(MrThread *t, MrValue *a)
{
    MrValue reader = PROTOCOL(a[0])->reader;
    if (reader == MR_NONE)
        return MR_NONE;
    MrStr *name = mr_n(t, feed_data);
    MrValue f = mr_type_lookup(t, mr_typeof(t, reader), name);
    if (MR_LIKELY(mr_is_kind(f, MR_KIND_NATIVE) && ((MrNativeFn *)mr_obj_of(f))->fn == reader_feed_data))
        return feed(t, READER(reader), a[1]) ? MR_NONE : MR_ERROR;
    return f == MR_ERROR ? f : mr_call_method(t, reader, name, 1, a + 1);
}

static MrValue get_reader(MrThread *t, MrValue self)
{
    (void)t;
    return PROTOCOL(self)->reader;
}

static bool set_reader(MrThread *t, MrValue self, MrValue value)
{
    PROTOCOL(self)->reader = value == MR_UNBOUND ? MR_NONE : value;
    mr_write_barrier(t, PROTOCOL(self), value);
    return true;
}

static void protocol_trace(MrGc *gc, MrObj *o) { mr_mark(gc, ((MrStreamProtocol *)o)->reader); }

static const MrMethodDef protocol_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", protocol_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"data_received(self, data)", protocol_data_received, "Pass received bytes on to the reader.", 0},
    {0},
};

static const MrGetSetDef protocol_getset[] = {{"_stream_reader", get_reader, set_reader, "the reader it feeds, or None"}, {0}};

const MrTypeDef mr_stream_protocol_def = {
    .name = "_asyncio._StreamProtocol",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrStreamProtocol),
    .methods = protocol_methods,
    .getset = protocol_getset,
    .doc = "The part of StreamReaderProtocol that every chunk goes through.",
    .trace = protocol_trace,
    .module = "_asyncio",
};

/* ---- the reader's type ---- */

static const MrMethodDef reader_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", reader_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"feed_data(self, data)", reader_feed_data, "Feed data bytes in the internal buffer.", 0},
    {"feed_eof(self)", reader_feed_eof, "Acknowledge the EOF.", 0},
    {"set_exception(self, exc)", reader_set_exception, "Let readers fail with the exception.", 0},
    {"exception(self)", reader_exception, "What set_exception() set, or None.", 0},
    {"set_transport(self, transport)", reader_set_transport, "Take note of the transport.", 0},
    {"at_eof(self)", reader_at_eof, "Whether all data has been read and no more will come.", 0},
    {"_begin_wait(self, name, /)", reader_begin_wait, "A future for the next bytes.", 0},
    {"_take(self, n, /)", reader_take, "Take bytes out of the buffer.", 0},
    {"_try_read(self, n, /)", reader_try_read, "Bytes if there are some.", 0},
    {"_try_exactly(self, n, /)", reader_try_exactly, "So many bytes if they are there.", 0},
    {"_try_until(self, separator, again, /)", reader_try_until, "Bytes up to a separator if it is there.", 0},
    {"_drop_line(self, consumed, /)", reader_drop_line, "Skip a line that is too long.", 0},
    {0},
};

const MrTypeDef mr_stream_reader_def = {
    .name = "_asyncio._StreamReader",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrStreamReader),
    .methods = reader_methods,
    .getset = reader_getset,
    .doc = "The buffer of a StreamReader.",
    .trace = reader_trace,
    .module = "_asyncio",
};
