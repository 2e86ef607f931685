/* The libuv side of an event loop: one timer to wait with, one async handle to be woken by, and watchers of descriptors and signals.
 *
 * Everything here is malloc'd and lives until libuv's close callback has run. Callbacks from libuv run no script: they put handles into the
 * loop's ring of ready ones. The loop object traces the handles that watchers hold, so that they live while they are watched.
 * It is made when a loop first has to wait, so a program whose tasks never sleep makes no system call.
 */
#include "vm/async/uv.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>

typedef struct MrWatch {
    struct MrWatch *next;
    MrUv *uv;
    int number;               /* descriptor or signal */
    bool is_signal;
    int waiting;              /* UV_READABLE, UV_WRITABLE: has come while a host ran the loop, and is not in the ring yet */
    MrHandle *reader, *writer;/* of signals: reader only */
    union {
        uv_handle_t any;
        uv_poll_t poll;
        uv_signal_t signal;
    } u;
} Watch;

static void closed(uv_handle_t *handle) { mr_uv_release(handle->data); }

static void free_uv(MrUv *uv)
{
    free(uv->scratch);
    free(uv->started);
    free(uv);
}

void mr_uv_release(MrUv *uv)
{
    if (--uv->open || !uv->closing || uv->loop == &uv->own)
        return;
    void (*done)(void *) = uv->closed;
    void *data = uv->closed_data;
    free_uv(uv);
    if (done)
        done(data);
}

static void send_wake(void *wake) { uv_async_send(wake); }

/* Makes el->uv; 0 or libuv's code. */
static int open_uv(MrThread *t, MrEventLoop *el)
{
    MrUv *uv = calloc(1, sizeof *uv);
    if (!uv)
        return UV_ENOMEM;
    uv->iso = t->iso;
    t->iso->waker.send = send_wake;
    uv->loop = el->host_loop ? el->host_loop : &uv->own;
    int err = el->host_loop ? 0 : uv_loop_init(&uv->own);
    if (err) {
        free(uv);
        return err;
    }
    uv_timer_init(uv->loop, &uv->timer);
    uv->timer.data = uv;
    uv->open = 1;
    err = uv_async_init(uv->loop, &uv->wake, el->host_loop ? mr_uv_on_wake : NULL);
    if (err) {
        mr_uv_close(uv, NULL, NULL);
        return err;
    }
    uv->wake.data = uv;
    uv->open++;
    if (el->host_loop)
        mr_uv_attach(t, el, uv);
    el->uv = uv;
    return 0;
}

MrUv *mr_uv_open(MrThread *t, MrEventLoop *el)
{
    int err = el->uv ? 0 : open_uv(t, el);
    if (err == UV_ENOMEM)
        mr_raise_no_memory(t);
    else if (err)
        mr_raise_errno(t, -err, MR_UNBOUND);
    return el->uv;
}

static void free_watch(uv_handle_t *handle)
{
    Watch *w = handle->data;
    MrUv *uv = w->uv;
    free(w);
    mr_uv_release(uv);
}

void mr_uv_close(MrUv *uv, void (*done)(void *data), void *data)
{
    if (!uv) {
        if (done)
            done(data);
        return;
    }
    if (uv->iso && uv->iso->loop && uv->iso->loop->waiting == &uv->wake)
        uv->iso->loop->waiting = NULL;
    if (uv->iso)
        mr_waker_forget(&uv->iso->waker, &uv->wake);
    uv->owner = NULL;
    uv->closing = true;
    uv->closed = done;
    uv->closed_data = data;
    if (uv->loop != &uv->own)
        mr_uv_detach(uv, closed);
    if (uv->wake.data)
        uv_close((uv_handle_t *)&uv->wake, closed);
    for (Watch *w = uv->watches, *next; w; w = next) {
        next = w->next;
        w->reader = w->writer = NULL;
        uv_close(&w->u.any, free_watch);
    }
    mr_uv_detach_sockets(uv);
    uv_close((uv_handle_t *)&uv->timer, closed);
    if (uv->loop != &uv->own) /* freed when the host's loop has closed the last handle */
        return;
    uv_run(&uv->own, UV_RUN_DEFAULT);
    uv_loop_close(&uv->own);
    free_uv(uv);
    if (done)
        done(data);
}

void mr_uv_trace(MrGc *gc, MrUv *uv)
{
    for (Watch *w = uv ? uv->watches : NULL; w; w = w->next) {
        mr_mark_obj(gc, w->reader);
        mr_mark_obj(gc, w->writer);
    }
    if (uv)
        mr_uv_trace_sockets(gc, uv);
}

bool mr_uv_watches(const MrEventLoop *el) { return el->uv && (el->uv->watches || el->uv->sockets); }

unsigned mr_uv_handles(const MrEventLoop *el) { return el->uv ? el->uv->open : 0; }

/* ---- polling ---- */

/* libuv runs timers before it waits. One that is due by then must keep it from waiting for good. */
static void on_timer(uv_timer_t *timer) { uv_stop(timer->loop); }

/* The first callback of a poll takes the isolate again, for itself and those that follow. */
void mr_uv_come_back(MrUv *uv)
{
    if (uv->away)
        mr_thread_enter(uv->t);
    uv->away = false;
}

/* libuv aborts when it is to watch a descriptor that was closed in the meantime, so such ones are taken out first. */
void mr_uv_drop_closed(MrUv *uv)
{
    for (unsigned i = 0; i < uv->n_started; i++) {
        int fd = uv->started[i];
        if (fcntl(fd, F_GETFD) >= 0 || errno != EBADF)
            continue;
        for (Watch *w = uv->watches; w; w = w->next)
            if (!w->is_signal && w->number == fd)
                uv_poll_stop(&w->u.poll);
        mr_uv_stop_sockets(uv, fd);
    }
    uv->n_started = 0;
}

int mr_uv_poll_start(MrUv *uv, uv_poll_t *poll, int fd, int events, uv_poll_cb callback)
{
    if (uv->n_started == uv->cap_started) {
        unsigned cap = uv->cap_started ? uv->cap_started * 2 : 16;
        int *started = realloc(uv->started, cap * sizeof *started);
        if (!started)
            return UV_ENOMEM;
        uv->started = started;
        uv->cap_started = cap;
    }
    uv->started[uv->n_started++] = fd;
    return uv_poll_start(poll, events, callback);
}

/* No descriptors were left for libuv's own. A loop that watches nothing can do without: it looks from time to time whether there is something to do, and
 * tries again. */
static bool doze(MrThread *t, double seconds)
{
    struct timespec nap = {0, (long)(fmin(seconds, 0.01) * 1e9)};
    mr_thread_leave(t);
    nanosleep(&nap, NULL);
    mr_thread_enter(t);
    return true;
}

bool mr_uv_poll(MrThread *t, MrEventLoop *el, double seconds)
{
    int err = el->uv ? 0 : open_uv(t, el);
    if ((err == UV_EMFILE || err == UV_ENFILE) && !el->host_loop)
        return doze(t, seconds);
    MrUv *uv = mr_uv_open(t, el);
    if (!uv)
        return false;
    MrLoop *state = t->iso->loop;
    uv_run_mode mode = UV_RUN_ONCE;
    if (seconds <= 0) {
        mode = UV_RUN_NOWAIT;
    } else if (seconds < INFINITY) {
        double ms = ceil(seconds * 1e3);
        uv_update_time(uv->loop);
        uv_timer_start(&uv->timer, on_timer, ms < 86400e3 ? (uint64_t)ms : 86400000u, 0);
    }
    uv->t = t;
    uv->owner = el;
    mr_uv_drop_closed(uv);
    bool first = t == t->iso->threads.first; /* the one that signals wake */
    if (first) {
        state->waiting = &uv->wake;
        mr_waker_set(&t->iso->waker, &uv->wake);
    }
    if (mr_waker_is_posted(&t->iso->waker))
        mode = UV_RUN_NOWAIT;
    if (!first || !(mr_poll_bits(t->iso) & (MR_POLL_SIGNAL | MR_POLL_INTERRUPT))) { /* what comes from here on sends to `wake` */
        uv->away = mode == UV_RUN_ONCE;
        if (uv->away)
            mr_thread_leave(t);
        uv_run(uv->loop, mode);
        mr_uv_come_back(uv);
    }
    if (first)
        state->waiting = NULL;
    uv->t = NULL;
    if (uv->orphans)
        mr_uv_close_orphans(uv);
    uv_timer_stop(&uv->timer);
    return t->pending == MR_UNBOUND;
}

bool mr_uv_wake(MrThread *t, MrEventLoop *el)
{
    MrUv *uv = mr_uv_open(t, el);
    return uv && uv_async_send(&uv->wake) == 0;
}

void mr_async_wake(MrIsolate *iso)
{
    uv_async_t *wake = iso->loop ? iso->loop->waiting : NULL;
    if (wake)
        uv_async_send(wake);
}

void mr_uv_push(MrUv *uv, MrValue what, MrValue arg)
{
    if (uv->owner && uv->t && uv->t->pending == MR_UNBOUND)
        (void)!mr_ready_push(uv->t, uv->owner, what, arg); /* an error stays pending for mr_uv_poll */
}

static void push(MrUv *uv, MrHandle *h)
{
    if (h && !(h->h.aux & MR_HANDLE_CANCELLED))
        mr_uv_push(uv, mr_val(h), MR_UNBOUND);
}

int mr_uv_backend_fd(MrThread *t, MrEventLoop *el)
{
    MrUv *uv = mr_uv_open(t, el);
    if (!uv || (uv->loop == &uv->own && !mr_uv_poll(t, el, 0))) /* libuv tells the kernel of new watches when it polls */
        return -1;
    mr_waker_set(&t->iso->waker, &uv->wake);
    t->iso->loop->waiting = &uv->wake; /* a signal ends the caller's wait */
    return uv_backend_fd(uv->loop);
}

int mr_uv_backend_timeout(const MrEventLoop *el) { return el->uv ? uv_backend_timeout(el->uv->loop) : -1; }

/* A host's loop runs callbacks outside of the VM: the events are kept until its turn. */
static void happened(Watch *w, int events)
{
    if (w->uv->loop != &w->uv->own) {
        w->waiting |= events;
        w->uv->events = true;
        return;
    }
    mr_uv_come_back(w->uv);
    if (events & UV_READABLE)
        push(w->uv, w->reader);
    if (events & UV_WRITABLE)
        push(w->uv, w->writer);
}

void mr_uv_take_events(MrThread *t, MrUv *uv)
{
    uv->events = false;
    uv->t = t;
    for (Watch *w = uv->watches; w; w = w->next) {
        int events = w->waiting;
        w->waiting = 0;
        if (events & UV_READABLE)
            push(uv, w->reader);
        if (events & UV_WRITABLE)
            push(uv, w->writer);
    }
    mr_uv_take_socket_events(uv);
    uv->t = NULL;
}

/* ---- descriptors ---- */

static int start_poll(Watch *w);

/* libuv stops watching a descriptor that is in an error state. Whoever reads or writes it finds out; until then it counts as ready. */
static void on_events(uv_poll_t *poll, int status, int events)
{
    if (status < 0) {
        events = UV_READABLE | UV_WRITABLE;
        start_poll(poll->data);
    }
    happened(poll->data, (events & (UV_READABLE | UV_DISCONNECT) ? UV_READABLE : 0) | (events & UV_WRITABLE));
}

static Watch **find(MrEventLoop *el, int number, bool is_signal)
{
    Watch **link = &el->uv->watches;
    while (*link && ((*link)->number != number || (*link)->is_signal != is_signal))
        link = &(*link)->next;
    return link;
}

static Watch *add_watch(MrThread *t, MrEventLoop *el, int number, bool is_signal)
{
    Watch *w = calloc(1, sizeof *w);
    if (!w) {
        mr_raise_no_memory(t);
        return NULL;
    }
    w->uv = el->uv;
    w->number = number;
    w->is_signal = is_signal;
    int err = is_signal ? uv_signal_init(el->uv->loop, &w->u.signal) : uv_poll_init(el->uv->loop, &w->u.poll, number);
    if (err) {
        free(w);
        mr_raise_errno(t, -err, MR_UNBOUND);
        return NULL;
    }
    w->u.any.data = w;
    el->uv->open++;
    w->next = el->uv->watches;
    el->uv->watches = w;
    return w;
}

static void drop_watch(Watch **link)
{
    Watch *w = *link;
    *link = w->next;
    w->reader = w->writer = NULL;
    uv_close(&w->u.any, free_watch);
}

static int start_poll(Watch *w)
{
    return mr_uv_poll_start(w->uv, &w->u.poll, w->number, (w->reader ? UV_READABLE | UV_DISCONNECT : 0) | (w->writer ? UV_WRITABLE : 0), on_events);
}

bool mr_uv_add_fd(MrThread *t, MrEventLoop *el, int fd, bool writer, MrHandle *h)
{
    if (!mr_uv_open(t, el))
        return false;
    Watch *w = *find(el, fd, false);
    if (!w && !(w = add_watch(t, el, fd, false)))
        return false;
    MrHandle **slot = writer ? &w->writer : &w->reader, *old = *slot;
    *slot = h;
    int err = start_poll(w);
    if (err) {
        *slot = old;
        if (!w->reader && !w->writer)
            drop_watch(find(el, fd, false));
        mr_raise_errno(t, -err, MR_UNBOUND);
        return false;
    }
    return !old || mr_handle_cancel(t, old);
}

int mr_uv_remove_fd(MrThread *t, MrEventLoop *el, int fd, bool writer)
{
    Watch **link = el->uv ? find(el, fd, false) : NULL;
    if (!link || !*link)
        return 0;
    MrHandle **slot = writer ? &(*link)->writer : &(*link)->reader, *old = *slot;
    if (!old)
        return 0;
    *slot = NULL;
    if ((*link)->reader || (*link)->writer)
        start_poll(*link);
    else
        drop_watch(link);
    return mr_handle_cancel(t, old) ? 1 : -1;
}

/* ---- signals ---- */

static void on_signal(uv_signal_t *signal, int number)
{
    (void)number;
    happened(signal->data, UV_READABLE);
}

bool mr_uv_add_signal(MrThread *t, MrEventLoop *el, int number, MrHandle *h)
{
    if (!mr_uv_open(t, el))
        return false;
    Watch *w = *find(el, number, true);
    if (!w && !(w = add_watch(t, el, number, true)))
        return false;
    int err = uv_signal_start(&w->u.signal, on_signal, number);
    if (err) {
        drop_watch(find(el, number, true));
        mr_raise_errno(t, -err, MR_UNBOUND);
        return false;
    }
    w->reader = h;
    return true;
}

bool mr_uv_remove_signal(MrEventLoop *el, int number)
{
    Watch **link = el->uv ? find(el, number, true) : NULL;
    if (!link || !*link)
        return false;
    drop_watch(link);
    return true;
}
