/* The socket transport's writing half.
 *
 * A write goes to the socket at once, and only what the socket does not take is kept: bytes objects as they are, anything that could change as a copy.
 * While the queue is not empty the loop watches the socket for writing, and one sendmsg() at each readiness takes as much of the queue as it
 * can. The protocol hears pause_writing when the queue passes the high-water mark, resume_writing when it is down to the low one.
 */
#include "vm/async/transport.h"

#include <errno.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include "vm/attr.h"
#include "vm/error.h"

#define SELF MR_TRANSPORT(a[0])
#define LOG_AFTER 5 /* writes to a lost connection before the log says so */
#define MOST_PARTS 1024 /* of one sendmsg(): what the kernel takes */

/* ---- flow control ---- */

/* protocol.pause_writing() or resume_writing(); its errors are reported only. */
static bool call_protocol(MrThread *t, MrTransport *tr, MrStr *method, const char *message)
{
    if (mr_call_method0(t, tr->protocol, method) != MR_ERROR)
        return true;
    return !mr_transport_must_leave(t) && mr_transport_report(t, tr, message, mr_take_pending(t));
}

static bool pause_protocol(MrThread *t, MrTransport *tr)
{
    if (tr->queued <= tr->high || tr->protocol_paused)
        return true;
    tr->protocol_paused = true;
    return call_protocol(t, tr, mr_n(t, pause_writing), "protocol.pause_writing() failed");
}

static bool resume_protocol(MrThread *t, MrTransport *tr)
{
    if (!tr->protocol_paused || tr->queued > tr->low)
        return true;
    tr->protocol_paused = false;
    return call_protocol(t, tr, mr_n(t, resume_writing), "protocol.resume_writing() failed");
}

/* ---- the queue ---- */

void mr_transport_drop_queue(MrTransport *tr)
{
    if (tr->queue != MR_UNBOUND)
        MR_LIST(tr->queue)->length = 0;
    tr->head = tr->offset = tr->queued = 0;
}

/* Adds data without its first `gone` bytes, which is allowed only when the queue is empty. */
static bool enqueue(MrThread *t, MrTransport *tr, MrValue data, const char *p, size_t n, size_t gone)
{
    if (tr->queue == MR_UNBOUND && (tr->queue = mr_list_new(t, 4)) == MR_ERROR)
        return tr->queue = MR_UNBOUND, false;
    if (!mr_is_kind(data, MR_KIND_BYTES)) {
        data = mr_bytes_new(t, p + gone, n - gone);
        n -= gone;
        gone = 0;
        if (data == MR_ERROR)
            return false;
    }
    if (!tr->queued)
        tr->offset = gone;
    tr->queued += n - gone;
    return mr_list_append(t, tr->queue, data);
}

static void drop_sent(MrTransport *tr, size_t sent)
{
    MrList *list = MR_LIST(tr->queue);
    tr->queued -= sent;
    while (sent) {
        size_t left = MR_BYTES(list->items[tr->head])->length - tr->offset;
        if (sent < left) {
            tr->offset += sent;
            break;
        }
        sent -= left;
        list->items[tr->head++] = MR_NONE;
        tr->offset = 0;
    }
    if (!tr->queued) {
        mr_transport_drop_queue(tr);
    } else if (tr->head > 64 && tr->head > list->length / 2) {
        list->length -= tr->head;
        memmove(list->items, list->items + tr->head, list->length * sizeof *list->items);
        tr->head = 0;
    }
}

static ssize_t send_queue(MrTransport *tr)
{
    struct iovec parts[MOST_PARTS];
    MrList *list = MR_LIST(tr->queue);
    size_t n = 0;
    for (size_t i = tr->head; i < list->length && n < MOST_PARTS; i++, n++) {
        MrBytes *b = MR_BYTES(list->items[i]);
        size_t gone = n ? 0 : tr->offset;
        parts[n] = (struct iovec){b->bytes + gone, b->length - gone};
    }
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = n};
    ssize_t sent;
    do
        sent = sendmsg(tr->fd, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent;
}

/* Everything has been sent. */
static bool drained(MrThread *t, MrTransport *tr)
{
    if (!mr_transport_watch(t, tr, 0, MR_WATCH_WRITE))
        return false;
    if (tr->empty_waiter != MR_NONE && mr_is_future(tr->empty_waiter) && mr_future_state(mr_future_of(tr->empty_waiter)) == MR_FUT_PENDING &&
        !mr_future_set_result(t, mr_future_of(tr->empty_waiter), MR_NONE))
        return false;
    if (tr->closing)
        return mr_transport_finish(t, tr);
    if (tr->eof && shutdown(tr->fd, SHUT_WR) < 0)
        return mr_raise_errno(t, errno, MR_UNBOUND), false;
    return true;
}

static bool write_failed(MrThread *t, MrTransport *tr, int error)
{
    mr_raise_errno(t, error, MR_UNBOUND);
    MrValue exc = t->pending;
    mr_transport_drop_queue(tr);
    if (!mr_transport_fail(t, tr, "Fatal write error on socket transport"))
        return false;
    if (tr->empty_waiter == MR_NONE || !mr_is_future(tr->empty_waiter) || mr_future_state(mr_future_of(tr->empty_waiter)) != MR_FUT_PENDING)
        return true;
    return mr_future_set_exception(t, mr_future_of(tr->empty_waiter), exc);
}

bool mr_transport_flush(MrThread *t, MrTransport *tr)
{
    if (tr->conn_lost || !tr->queued)
        return true;
    ssize_t sent = send_queue(tr);
    if (sent < 0)
        return errno == EAGAIN || errno == EWOULDBLOCK || write_failed(t, tr, errno);
    drop_sent(tr, (size_t)sent);
    return resume_protocol(t, tr) && (tr->queued || drained(t, tr));
}

/* ---- methods ---- */

/* A write to a connection that is lost: nothing but a line in the log when it goes on and on. */
static MrValue write_lost(MrThread *t, MrTransport *tr)
{
    if (tr->conn_lost++ < LOG_AFTER)
        return MR_NONE;
    MrValue module = mr_import(t, "asyncio.log"), logger = module == MR_ERROR ? module : mr_getattr_c(t, module, "logger");
    MrValue method = logger == MR_ERROR ? logger : mr_getattr_c(t, logger, "warning");
    MrValue text = method == MR_ERROR ? method : mr_str_c(t, "socket.send() raised exception.");
    return text == MR_ERROR || mr_call1(t, method, text) == MR_ERROR ? MR_ERROR : MR_NONE;
}

MrValue mr_transport_write(MrThread *t, MrValue *a)
{
    MrTransport *tr = SELF;
    MrValue data = a[1];
    if (!mr_is_kind(data, MR_KIND_BYTES) && !mr_is_kind(data, MR_KIND_BYTEARRAY) && !mr_is_kind(data, MR_KIND_MEMORYVIEW))
        return mr_raise(t, MR_EXC_TypeError, "data argument must be a bytes-like object, not '%s'", mr_type_name(t, data));
    if (tr->eof)
        return mr_raise(t, MR_EXC_RuntimeError, "Cannot call write() after write_eof()");
    if (tr->empty_waiter != MR_NONE)
        return mr_raise(t, MR_EXC_RuntimeError, "unable to write; sendfile is in progress");
    const char *p;
    size_t n, gone = 0;
    if (!mr_buffer_of(t, data, &p, &n))
        return MR_ERROR;
    if (!n)
        return MR_NONE;
    if (tr->conn_lost || tr->loop == MR_NONE)
        return write_lost(t, tr);
    if (!tr->queued) {
        ssize_t sent;
        do
            sent = send(tr->fd, p, n, MSG_NOSIGNAL);
        while (sent < 0 && errno == EINTR);
        if (sent == (ssize_t)n)
            return MR_NONE;
        if (sent < 0 && errno != EAGAIN && errno != EWOULDBLOCK) {
            mr_raise_errno(t, errno, MR_UNBOUND);
            return mr_transport_fail(t, tr, "Fatal write error on socket transport") ? MR_NONE : MR_ERROR;
        }
        gone = sent < 0 ? 0 : (size_t)sent;
        if (!mr_transport_watch(t, tr, MR_WATCH_WRITE, 0))
            return MR_ERROR;
    }
    return enqueue(t, tr, data, p, n, gone) && pause_protocol(t, tr) ? MR_NONE : MR_ERROR;
}

MrValue mr_transport_writelines(MrThread *t, MrValue *a)
{
    MrTransport *tr = SELF;
    if (tr->eof)
        return mr_raise(t, MR_EXC_RuntimeError, "Cannot call writelines() after write_eof()");
    if (tr->empty_waiter != MR_NONE)
        return mr_raise(t, MR_EXC_RuntimeError, "unable to writelines; sendfile is in progress");
    int any = mr_truth(t, a[1]);
    if (any <= 0)
        return any < 0 ? MR_ERROR : MR_NONE;
    MrValue parts = mr_list_of(t, a[1]);
    if (parts == MR_ERROR)
        return MR_ERROR;
    if (tr->conn_lost || tr->loop == MR_NONE)
        return write_lost(t, tr);
    for (size_t i = 0; i < MR_LIST(parts)->length; i++) {
        const char *p;
        size_t n;
        MrValue part = MR_LIST(parts)->items[i];
        if (mr_is_str(part) || !mr_is_obj(part))
            return mr_raise(t, MR_EXC_TypeError, "memoryview: a bytes-like object is required, not '%s'", mr_type_name(t, part));
        if (!mr_buffer_of(t, part, &p, &n) || (n && !enqueue(t, tr, part, p, n, 0)))
            return MR_ERROR;
    }
    if (!mr_transport_flush(t, tr))
        return MR_ERROR;
    if (!tr->queued)
        return MR_NONE;
    return mr_transport_watch(t, tr, MR_WATCH_WRITE, 0) && pause_protocol(t, tr) ? MR_NONE : MR_ERROR;
}

MrValue mr_transport_write_eof(MrThread *t, MrValue *a)
{
    MrTransport *tr = SELF;
    if (tr->closing || tr->eof)
        return MR_NONE;
    tr->eof = true;
    if (!tr->queued && shutdown(tr->fd, SHUT_WR) < 0)
        return mr_raise_errno(t, errno, MR_UNBOUND);
    return MR_NONE;
}

MrValue mr_transport_can_write_eof(MrThread *t, MrValue *a)
{
    (void)t, (void)a;
    return MR_TRUE;
}

MrValue mr_transport_get_size(MrThread *t, MrValue *a) { return mr_int_u64(t, SELF->queued); }

MrValue mr_transport_get_limits(MrThread *t, MrValue *a)
{
    MrValue pair[2] = {mr_small_int((int64_t)SELF->low), mr_small_int((int64_t)SELF->high)};
    return mr_tuple_from(t, pair, 2);
}

MrValue mr_transport_set_limits(MrThread *t, MrValue *a)
{
    bool no_high = a[1] == MR_UNBOUND || a[1] == MR_NONE, no_low = a[2] == MR_UNBOUND || a[2] == MR_NONE;
    int64_t high = 65536, low = 0;
    if ((!no_high && !mr_to_i64(t, a[1], &high)) || (!no_low && !mr_to_i64(t, a[2], &low)))
        return MR_ERROR;
    if (no_high && !no_low)
        high = low > INT64_MAX / 4 ? INT64_MAX : 4 * low;
    if (no_low)
        low = high >= 0 ? high / 4 : -((3 - high) / 4);
    if (!(high >= low && low >= 0))
        return mr_raise(t, MR_EXC_ValueError, "high (%lld) must be >= low (%lld) must be >= 0", (long long)high, (long long)low);
    SELF->high = (size_t)high;
    SELF->low = (size_t)low;
    return pause_protocol(t, SELF) ? MR_NONE : MR_ERROR;
}
