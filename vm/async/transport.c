/* The socket transport: connecting its protocol, reading, closing, and the type.
 *
 * Readiness of the socket puts an entry of (transport, event) into the loop's ring, without a handle; in its turn the socket is read and the protocol
 * called, in the order and with the reports of CPython's selector loop. Errors of the system end the connection, errors of the protocol are
 * reported and end it too. While the loop watches the socket it keeps the transport alive. The Python half,
 * asyncio.selector_events._SelectorSocketTransport, adds what is done once per connection.
 * Not here: writing (transport_write.c), the watch itself (sockets.c).
 */
#include "vm/async/transport.h"

#include <errno.h>
#include <sys/socket.h>

#include "vm/attr.h"
#include "vm/error.h"
#include "vm/types/bytes.h"
#include "vm/types/memoryview.h"

#define SELF MR_TRANSPORT(a[0])
#define HIGH_WATER 65536u

/* ---- the loop ---- */

/* NULL: an error, it is over. */
static MrEventLoop *loop_of(MrThread *t, MrTransport *tr)
{
    if (mr_is_kind(tr->loop, MR_KIND_OTHER) && mr_typeof(t, tr->loop)->def == &mr_event_loop_def)
        return (MrEventLoop *)mr_obj_of(tr->loop);
    mr_raise(t, MR_EXC_RuntimeError, "the transport is closed");
    return NULL;
}

static bool soon(MrThread *t, MrTransport *tr, MrTransportEvent event)
{
    MrEventLoop *el = loop_of(t, tr);
    if (!el)
        return false;
    if (!el->closed)
        return mr_ready_push(t, el, mr_val(tr), mr_small_int(event));
    mr_raise(t, MR_EXC_RuntimeError, "Event loop is closed");
    return false;
}

bool mr_transport_watch(MrThread *t, MrTransport *tr, unsigned set, unsigned clear)
{
    unsigned now = mr_uv_socket_events(tr->watch), then = (now | set) & ~clear;
    if (now == then)
        return true;
    if (!tr->watch) {
        MrEventLoop *el = loop_of(t, tr);
        if (!el || !(tr->watch = mr_uv_open_socket(t, el, &tr->h, tr->fd)))
            return false;
    }
    return mr_uv_watch_socket(t, tr->watch, then);
}

static bool debugging(MrTransport *tr)
{
    return mr_is_kind(tr->loop, MR_KIND_OTHER) && ((MrEventLoop *)mr_obj_of(tr->loop))->debug;
}

/* In debug mode: logger.debug(format, transport). */
static bool log_debug(MrThread *t, MrTransport *tr, const char *format)
{
    if (!debugging(tr))
        return true;
    MrValue module = mr_import(t, "asyncio.log"), logger = module == MR_ERROR ? module : mr_getattr_c(t, module, "logger");
    MrValue method = logger == MR_ERROR ? logger : mr_getattr_c(t, logger, "debug"), text = method == MR_ERROR ? method : mr_str_c(t, format);
    return text != MR_ERROR && mr_call2(t, method, text, mr_val(tr)) != MR_ERROR;
}

/* ---- errors ---- */

bool mr_transport_must_leave(MrThread *t)
{
    return t->iso->stopping || mr_pending_is(t, MR_EXC_KeyboardInterrupt) || mr_pending_is(t, MR_EXC_SystemExit);
}

bool mr_transport_report(MrThread *t, MrTransport *tr, const char *message, MrValue exc)
{
    MrDict *d = mr_dict_new(t);
    MrValue text = mr_str_c(t, message);
    if (!d || text == MR_ERROR || !mr_dict_set_c(t, d, "message", text) || !mr_dict_set_c(t, d, "exception", exc) ||
        !mr_dict_set_c(t, d, "transport", mr_val(tr)) || !mr_dict_set_c(t, d, "protocol", tr->protocol))
        return false;
    MrValue method = mr_getattr_c(t, tr->loop, "call_exception_handler");
    return method != MR_ERROR && mr_call1(t, method, mr_val(d)) != MR_ERROR;
}

static bool schedule_lost(MrThread *t, MrTransport *tr, MrValue error)
{
    tr->conn_lost++;
    tr->error = error;
    mr_write_barrier(t, tr, error);
    tr->context = mr_context_snapshot(t);
    return soon(t, tr, MR_TRANSPORT_LOST);
}

static bool force_close(MrThread *t, MrTransport *tr, MrValue error)
{
    if (tr->conn_lost || tr->loop == MR_NONE)
        return true;
    mr_transport_drop_queue(tr);
    tr->closing = true;
    return mr_transport_watch(t, tr, 0, MR_WATCH_READ | MR_WATCH_WRITE) && schedule_lost(t, tr, error);
}

static bool fail_with(MrThread *t, MrTransport *tr, MrValue exc, const char *message)
{
    if (!mr_isinstance_of(t, exc, MR_EXC_OSError) && !mr_transport_report(t, tr, message, exc))
        return false;
    return force_close(t, tr, exc);
}

bool mr_transport_fail(MrThread *t, MrTransport *tr, const char *message)
{
    return !mr_transport_must_leave(t) && fail_with(t, tr, mr_take_pending(t), message);
}

/* ---- the end ---- */

bool mr_transport_finish(MrThread *t, MrTransport *tr)
{
    MrValue exc = tr->error == MR_UNBOUND ? MR_NONE : tr->error, r = MR_NONE;
    if (tr->connected && tr->protocol != MR_NONE)
        r = mr_call_method(t, tr->protocol, mr_n(t, connection_lost), 1, &exc);
    MrValue error = r == MR_ERROR ? mr_take_pending(t) : MR_UNBOUND, sock = tr->sock, server = tr->server;
    mr_uv_close_socket(tr->watch);
    tr->watch = NULL;
    tr->sock = tr->protocol = tr->loop = tr->server = MR_NONE;
    if (sock != MR_NONE && mr_call_method0(t, sock, mr_n(t, close)) == MR_ERROR)
        return false;
    if (server != MR_NONE) {
        MrValue detach = mr_getattr_c(t, server, "_detach");
        if (detach == MR_ERROR || mr_call0(t, detach) == MR_ERROR)
            return false;
    }
    if (tr->empty_waiter != MR_NONE && mr_is_future(tr->empty_waiter) && mr_future_state(mr_future_of(tr->empty_waiter)) == MR_FUT_PENDING) {
        MrValue text = mr_str_c(t, "Connection is closed by peer");
        MrValue lost = text == MR_ERROR ? text : mr_call1(t, mr_type_val(t, MR_EXC_ConnectionError), text);
        if (lost == MR_ERROR || !mr_future_set_exception(t, mr_future_of(tr->empty_waiter), lost))
            return false;
    }
    if (error != MR_UNBOUND)
        mr_raise_value(t, error);
    return error == MR_UNBOUND;
}

static bool close_transport(MrThread *t, MrTransport *tr)
{
    if (tr->closing || tr->loop == MR_NONE)
        return true;
    tr->closing = true;
    if (!mr_transport_watch(t, tr, 0, tr->queued ? MR_WATCH_READ : MR_WATCH_READ | MR_WATCH_WRITE))
        return false;
    return tr->queued || schedule_lost(t, tr, MR_NONE);
}

/* ---- reading ---- */

static bool at_eof(MrThread *t, MrTransport *tr)
{
    if (!log_debug(t, tr, "%r received EOF"))
        return false;
    MrValue keep = mr_call_method0(t, tr->protocol, mr_n(t, eof_received));
    int open = keep == MR_ERROR ? -1 : mr_truth(t, keep);
    if (open < 0)
        return mr_transport_fail(t, tr, "Fatal error: protocol.eof_received() call failed.");
    return open ? mr_transport_watch(t, tr, 0, MR_WATCH_READ) : close_transport(t, tr);
}

/* recv(): bytes received, 0 at the end, -1: nothing now, -2: error pending. */
static ssize_t receive(MrThread *t, MrTransport *tr, char *to, size_t room)
{
    ssize_t n;
    do
        n = recv(tr->fd, to, room, 0);
    while (n < 0 && errno == EINTR);
    if (n >= 0)
        return n;
    if (errno == EAGAIN || errno == EWOULDBLOCK)
        return -1;
    mr_raise_errno(t, errno, MR_UNBOUND);
    return -2;
}

static bool read_bytes(MrThread *t, MrTransport *tr)
{
    MrEventLoop *el = loop_of(t, tr);
    char *scratch = el ? mr_uv_scratch(t, el) : NULL;
    if (!scratch)
        return false;
    ssize_t n = receive(t, tr, scratch, MR_SCRATCH_SIZE);
    if (n == -1)
        return true;
    if (n < 0)
        return mr_transport_fail(t, tr, "Fatal read error on socket transport");
    if (n == 0)
        return at_eof(t, tr);
    MrValue data = mr_bytes_new(t, scratch, (size_t)n);
    if (data != MR_ERROR && mr_call_method(t, tr->protocol, mr_n(t, data_received), 1, &data) != MR_ERROR)
        return true;
    return mr_transport_fail(t, tr, "Fatal error: protocol.data_received() call failed.");
}

static bool writable_view(MrThread *t, MrValue v, const char **p, size_t *n)
{
    if (!mr_buffer_of(t, v, p, n))
        return false;
    if (mr_is_kind(v, MR_KIND_BYTES) || (mr_is_kind(v, MR_KIND_MEMORYVIEW) && ((MrMemoryView *)mr_obj_of(v))->readonly)) {
        mr_raise(t, MR_EXC_TypeError, "read-write bytes-like object expected");
        return false;
    }
    return true;
}

/* The same into a buffer that the protocol lends. */
static bool read_into(MrThread *t, MrTransport *tr)
{
    MrValue hint = mr_small_int(-1), buffer = mr_call_method(t, tr->protocol, mr_n(t, get_buffer), 1, &hint);
    int64_t length = buffer == MR_ERROR ? -1 : mr_len(t, buffer);
    if (length == 0)
        mr_raise(t, MR_EXC_RuntimeError, "get_buffer() returned an empty buffer");
    if (length <= 0)
        return mr_transport_fail(t, tr, "Fatal error: protocol.get_buffer() call failed.");
    const char *p;
    size_t room;
    ssize_t n = writable_view(t, buffer, &p, &room) ? receive(t, tr, (char *)p, room) : -2;
    if (n == -1)
        return true;
    if (n < 0)
        return mr_transport_fail(t, tr, "Fatal read error on socket transport");
    if (n == 0)
        return at_eof(t, tr);
    MrValue count = mr_small_int(n);
    if (mr_call_method(t, tr->protocol, mr_n(t, buffer_updated), 1, &count) != MR_ERROR)
        return true;
    return mr_transport_fail(t, tr, "Fatal error: protocol.buffer_updated() call failed.");
}

static bool read_ready(MrThread *t, MrTransport *tr)
{
    if (tr->conn_lost || tr->loop == MR_NONE)
        return true;
    return tr->buffered ? read_into(t, tr) : read_bytes(t, tr);
}

/* ---- entries of the ring ---- */

static bool start_reading(MrThread *t, MrTransport *tr)
{
    return tr->closing || tr->paused || tr->loop == MR_NONE || mr_transport_watch(t, tr, MR_WATCH_READ, 0);
}

static bool tell_waiter(MrThread *t, MrTransport *tr)
{
    MrValue waiter = tr->waiter;
    tr->waiter = MR_NONE;
    if (mr_is_future(waiter)) {
        MrFuture *f = mr_future_of(waiter);
        return mr_future_state(f) == MR_FUT_CANCELLED || mr_future_set_result(t, f, MR_NONE);
    }
    MrValue module = mr_import(t, "_asyncio"), f = module == MR_ERROR ? module : mr_getattr_c(t, module, "_set_result_unless_cancelled");
    return f != MR_ERROR && mr_call2(t, f, waiter, MR_NONE) != MR_ERROR;
}

bool mr_transport_run(MrThread *t, MrTransport *tr, MrTransportEvent event)
{
    if (event <= MR_TRANSPORT_WRITE && !(mr_uv_socket_events(tr->watch) & event)) /* no longer watched */
        return true;
    MrValue outer = t->context;
    t->context = tr->context;
    if (mr_is_context(t->context))
        mr_obj_of(t->context)->aux = 1;
    bool ok = true;
    switch (event) {
    case MR_TRANSPORT_READ: ok = read_ready(t, tr); break;
    case MR_TRANSPORT_WRITE: ok = mr_transport_flush(t, tr); break;
    case MR_TRANSPORT_START: ok = start_reading(t, tr); break;
    case MR_TRANSPORT_WAITER: ok = tell_waiter(t, tr); break;
    case MR_TRANSPORT_LOST: ok = mr_transport_finish(t, tr); break;
    }
    if (mr_is_context(t->context))
        mr_obj_of(t->context)->aux = 0;
    tr->context = t->context;
    mr_write_barrier(t, tr, tr->context);
    t->context = outer;
    return ok;
}

MrHandle *mr_transport_handle(MrThread *t, MrTransport *tr, MrTransportEvent event)
{
    static const char *const names[] = {"", "_read_ready", "_write_ready", "_add_reader", "_tell_waiter", "_call_connection_lost"};
    MrValue f = mr_getattr_c(t, mr_val(tr), names[event]), error = tr->error == MR_UNBOUND ? MR_NONE : tr->error;
    MrValue args = f == MR_ERROR ? f : mr_tuple_from(t, &error, event == MR_TRANSPORT_LOST);
    MrValue loop = tr->loop == MR_NONE ? t->loop : tr->loop;
    return args == MR_ERROR ? NULL : mr_handle_new(t, loop, f, args, tr->context, false);
}

/* ---- the type ---- */

static MrValue transport_new(MrThread *t, MrValue *a)
{
    MrTransport *tr = mr_alloc_instance(t, sizeof *tr, MR_TYPE(a[0]));
    if (!tr)
        return MR_ERROR;
    tr->loop = tr->protocol = tr->sock = tr->server = tr->waiter = tr->empty_waiter = tr->extra = MR_NONE;
    tr->fd = -1;
    tr->high = HIGH_WATER;
    tr->low = HIGH_WATER / 4;
    return mr_val(tr);
}

static bool set_protocol(MrThread *t, MrTransport *tr, MrValue protocol)
{
    MrValue module = mr_import(t, "asyncio.protocols"), cls = module == MR_ERROR ? module : mr_getattr_c(t, module, "BufferedProtocol");
    int buffered = cls == MR_ERROR ? -1 : mr_isinstance(t, protocol, cls);
    if (buffered < 0)
        return false;
    tr->buffered = buffered;
    tr->protocol = protocol;
    mr_write_barrier(t, tr, protocol);
    tr->connected = true;
    return true;
}

/* Takes the socket over, with connection_made and then reading to come soon. */
static MrValue transport_init(MrThread *t, MrValue *a)
{
    MrTransport *tr = SELF;
    MrValue fileno = mr_call_method0(t, a[2], mr_n(t, fileno));
    int64_t fd;
    if (fileno == MR_ERROR || !mr_to_i64(t, fileno, &fd))
        return MR_ERROR;
    tr->loop = a[1];
    if (!loop_of(t, tr))
        return tr->loop = MR_NONE, MR_ERROR;
    tr->sock = a[2];
    tr->fd = (int)fd;
    tr->extra = a[5];
    tr->server = a[6];
    tr->waiter = a[4];
    tr->context = mr_context_snapshot(t);
    if (!set_protocol(t, tr, a[3]))
        return MR_ERROR;
    if (tr->server != MR_NONE) {
        MrValue attach = mr_getattr_c(t, tr->server, "_attach");
        if (attach == MR_ERROR || mr_call0(t, attach) == MR_ERROR)
            return MR_ERROR;
    }
    MrValue made = mr_getattr_c(t, a[3], "connection_made"), call_soon = made == MR_ERROR ? made : mr_getattr_c(t, a[1], "call_soon");
    if (call_soon == MR_ERROR || mr_call2(t, call_soon, made, a[0]) == MR_ERROR || !soon(t, tr, MR_TRANSPORT_START))
        return MR_ERROR;
    return tr->waiter == MR_NONE || soon(t, tr, MR_TRANSPORT_WAITER) ? MR_NONE : MR_ERROR;
}

static MrValue transport_get_extra_info(MrThread *t, MrValue *a)
{
    MrValue v = mr_is_dict(SELF->extra) ? mr_dict_get(t, MR_DICT(SELF->extra), a[1]) : MR_UNBOUND;
    return v != MR_UNBOUND ? v : a[2] == MR_UNBOUND ? MR_NONE : a[2];
}

static MrValue transport_set_protocol(MrThread *t, MrValue *a) { return set_protocol(t, SELF, a[1]) ? MR_NONE : MR_ERROR; }
static MrValue transport_close(MrThread *t, MrValue *a) { return close_transport(t, SELF) ? MR_NONE : MR_ERROR; }
static MrValue transport_abort(MrThread *t, MrValue *a) { return force_close(t, SELF, MR_NONE) ? MR_NONE : MR_ERROR; }
static MrValue transport_force_close(MrThread *t, MrValue *a) { return force_close(t, SELF, a[1]) ? MR_NONE : MR_ERROR; }

static MrValue transport_fatal_error(MrThread *t, MrValue *a)
{
    MrValue message = a[2] == MR_UNBOUND ? mr_str_c(t, "Fatal error on transport") : mr_str(t, a[2]);
    return message != MR_ERROR && fail_with(t, SELF, a[1], mr_cstr(message)) ? MR_NONE : MR_ERROR;
}

static MrValue transport_get_protocol(MrThread *t, MrValue *a)
{
    (void)t;
    return SELF->protocol;
}

static MrValue transport_is_closing(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(SELF->closing);
}

static MrValue transport_is_reading(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(!SELF->closing && !SELF->paused);
}

static MrValue transport_pause_reading(MrThread *t, MrValue *a)
{
    MrTransport *tr = SELF;
    if (tr->closing || tr->paused)
        return MR_NONE;
    tr->paused = true;
    return mr_transport_watch(t, tr, 0, MR_WATCH_READ) && log_debug(t, tr, "%r pauses reading") ? MR_NONE : MR_ERROR;
}

static MrValue transport_resume_reading(MrThread *t, MrValue *a)
{
    MrTransport *tr = SELF;
    if (tr->closing || !tr->paused)
        return MR_NONE;
    tr->paused = false;
    tr->context = mr_context_snapshot(t);
    return mr_transport_watch(t, tr, MR_WATCH_READ, 0) && log_debug(t, tr, "%r resumes reading") ? MR_NONE : MR_ERROR;
}

static MrValue transport_read_ready(MrThread *t, MrValue *a) { return read_ready(t, SELF) ? MR_NONE : MR_ERROR; }
static MrValue transport_write_ready(MrThread *t, MrValue *a) { return mr_transport_flush(t, SELF) ? MR_NONE : MR_ERROR; }
static MrValue transport_add_reader(MrThread *t, MrValue *a) { return start_reading(t, SELF) ? MR_NONE : MR_ERROR; }
static MrValue transport_tell_waiter(MrThread *t, MrValue *a) { return tell_waiter(t, SELF) ? MR_NONE : MR_ERROR; }

static MrValue transport_call_connection_lost(MrThread *t, MrValue *a)
{
    SELF->error = a[1];
    return mr_transport_finish(t, SELF) ? MR_NONE : MR_ERROR;
}

static MrValue transport_make_empty_waiter(MrThread *t, MrValue *a)
{
    MrTransport *tr = SELF;
    if (tr->empty_waiter != MR_NONE)
        return mr_raise(t, MR_EXC_RuntimeError, "Empty waiter is already set");
    MrFuture *f = mr_future_new(t, tr->loop);
    if (!f || (!tr->queued && !mr_future_set_result(t, f, MR_NONE)))
        return MR_ERROR;
    tr->empty_waiter = mr_val(f);
    mr_write_barrier(t, tr, tr->empty_waiter);
    return tr->empty_waiter;
}

static MrValue transport_reset_empty_waiter(MrThread *t, MrValue *a)
{
    (void)t;
    SELF->empty_waiter = MR_NONE;
    return MR_NONE;
}

static MrValue transport_repr(MrThread *t, MrValue *a)
{
    MrTransport *tr = SELF;
    MrBuf buf = MR_BUF_EMPTY;
    mr_buf_printf(&buf, "<%s%s fd=%d", mr_typeof(t, a[0])->name->bytes, tr->sock == MR_NONE ? " closed" : tr->closing ? " closing" : "", tr->fd);
    if (tr->loop != MR_NONE && !((MrEventLoop *)mr_obj_of(tr->loop))->closed) {
        unsigned events = mr_uv_socket_events(tr->watch);
        mr_buf_printf(&buf, " read=%s write=<%s, bufsize=%zu>", events & MR_WATCH_READ ? "polling" : "idle", events & MR_WATCH_WRITE ? "polling" : "idle",
                      tr->queued);
    }
    mr_buf_putc(&buf, '>');
    return mr_str_buf(t, &buf);
}

#define GETTER(name, value)                          \
    static MrValue name(MrThread *t, MrValue self)   \
    {                                                \
        MrTransport *tr = MR_TRANSPORT(self);        \
        (void)t;                                     \
        return value;                                \
    }
GETTER(get_loop, tr->loop)
GETTER(get_sock, tr->sock)
GETTER(get_sock_fd, mr_small_int(tr->fd))
GETTER(get_protocol, tr->protocol)
GETTER(get_server, tr->server)
GETTER(get_extra, tr->extra)
GETTER(get_paused, mr_bool(tr->paused))
GETTER(get_closing, mr_bool(tr->closing))
GETTER(get_eof, mr_bool(tr->eof))
GETTER(get_conn_lost, mr_small_int(tr->conn_lost))
GETTER(get_protocol_paused, mr_bool(tr->protocol_paused))
GETTER(get_empty_waiter, tr->empty_waiter)
GETTER(get_high, mr_small_int((int64_t)tr->high))
GETTER(get_low, mr_small_int((int64_t)tr->low))
#undef GETTER

static const MrGetSetDef transport_getset[] = {
    {"_loop", get_loop, NULL, "the loop"},
    {"_sock", get_sock, NULL, "a socket object for extra info"},
    {"_sock_fd", get_sock_fd, NULL, "the descriptor"},
    {"_protocol", get_protocol, NULL, "the protocol that gets the data"},
    {"_server", get_server, NULL, "the server that accepted it, or None"},
    {"_extra", get_extra, NULL, "what get_extra_info() knows"},
    {"_paused", get_paused, NULL, "whether reading is paused"},
    {"_closing", get_closing, NULL, "whether close() was called"},
    {"_eof", get_eof, NULL, "whether write_eof() was called"},
    {"_conn_lost", get_conn_lost, NULL, "how many writes came after the connection was lost"},
    {"_protocol_paused", get_protocol_paused, NULL, "whether the protocol was told to pause writing"},
    {"_empty_waiter", get_empty_waiter, NULL, "a future for the moment when all is written, or None"},
    {"_high_water", get_high, NULL, "above so many bytes the protocol is paused"},
    {"_low_water", get_low, NULL, "below so many bytes it is resumed"},
    {0},
};

static void transport_trace(MrGc *gc, MrObj *o)
{
    MrTransport *tr = (MrTransport *)o;
    mr_mark_values(gc, &tr->loop, (offsetof(MrTransport, head) - offsetof(MrTransport, loop)) / sizeof(MrValue));
}

static void transport_finalize(MrIsolate *iso, MrObj *o)
{
    (void)iso;
    mr_uv_close_socket(((MrTransport *)o)->watch);
    ((MrTransport *)o)->watch = NULL;
}

static const MrMethodDef transport_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", transport_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, loop, sock, protocol, waiter, extra, server)", transport_init, "Set up the object; the class says which arguments it takes.", 0},
    {"__repr__(self, /)", transport_repr, "The text that repr(self) gives.", 0},
    {"get_extra_info(self, name, default=None)", transport_get_extra_info,
     "What is known about the connection under that name, such as 'peername' or 'socket', or default.", 0},
    {"set_protocol(self, protocol)", transport_set_protocol, "Give what arrives to another protocol from now on.", 0},
    {"get_protocol(self)", transport_get_protocol, "The protocol that gets what arrives.", 0},
    {"is_closing(self)", transport_is_closing, "Whether the connection is on its way to an end.", 0},
    {"is_reading(self)", transport_is_reading, "Whether data is passed on to the protocol.", 0},
    {"pause_reading(self)", transport_pause_reading, "Pass no data on until resume_reading().", 0},
    {"resume_reading(self)", transport_resume_reading, "Pass data on again.", 0},
    {"close(self)", transport_close, "Close the transport.", 0},
    {"abort(self)", transport_abort, "End the connection at once; what is not sent yet is lost.", 0},
    {"_force_close(self, exc)", transport_force_close, "Close at once, without sending what is left.", 0},
    {"_fatal_error(self, exc, message='Fatal error on transport')", transport_fatal_error, "Report an error and close at once.", 0},
    {"_read_ready(self)", transport_read_ready, "Take what has arrived.", 0},
    {"_write_ready(self)", transport_write_ready, "Send what is left.", 0},
    {"_add_reader(self)", transport_add_reader, "Call back when the descriptor can be read.", 0},
    {"_tell_waiter(self)", transport_tell_waiter, "Wake up who waits for an empty buffer.", 0},
    {"_call_connection_lost(self, exc)", transport_call_connection_lost, "Tell the protocol that it is over.", 0},
    {"_make_empty_waiter(self)", transport_make_empty_waiter, "A future that is done when all is sent.", 0},
    {"_reset_empty_waiter(self)", transport_reset_empty_waiter, "Forget that future.", 0},
    {"write(self, data)", mr_transport_write, "Send bytes: now as far as possible, the rest when the peer takes it.", 0},
    {"writelines(self, list_of_data)", mr_transport_writelines, "Send several pieces, as if they were one.", 0},
    {"write_eof(self)", mr_transport_write_eof, "Send what is left, then tell the peer that no more comes; reading goes on.", 0},
    {"can_write_eof(self)", mr_transport_can_write_eof, "Whether write_eof() is possible.", 0},
    {"get_write_buffer_size(self)", mr_transport_get_size, "How many bytes wait to be sent.", 0},
    {"get_write_buffer_limits(self)", mr_transport_get_limits, "Return the low and the high water mark for write flow control.", 0},
    {"set_write_buffer_limits(self, high=None, low=None)", mr_transport_set_limits,
     "Say above how many waiting bytes the protocol is told to pause, and below how many it may go on.", 0},
    {0},
};

const MrTypeDef mr_transport_def = {
    .name = "asyncio.selector_events._SelectorSocketTransport",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrTransport),
    .methods = transport_methods,
    .getset = transport_getset,
    .doc = "The native half of the socket transport.",
    .trace = transport_trace,
    .finalize = transport_finalize,
    .module = "asyncio.selector_events",
};
