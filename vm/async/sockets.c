/* Watches of transports' sockets.
 *
 * A watch belongs to two sides: libuv, until its close callback has run, and the transport, until it lets go. The struct is freed by the later one, so
 * that loop and transport may die in any order. While it has something to watch for, the loop keeps the transport alive.
 * Not here: descriptors watched by script, polling (watch.c).
 */
#include "vm/async/uv.h"

#include <assert.h>
#include <stdlib.h>

static_assert((int)MR_WATCH_READ == (int)UV_READABLE && (int)MR_WATCH_WRITE == (int)UV_WRITABLE, "the numbers of events are libuv's");

struct MrSocketWatch {
    uv_poll_t poll;
    MrUv *uv;             /* NULL once libuv has been told to close it */
    MrUv *opened_in;
    MrObj *owner;         /* NULL once the transport has let go of it */
    MrSocketWatch *next, **link;
    int fd;
    unsigned events;      /* MR_WATCH_* */
    unsigned waiting;     /* came while a host ran the loop, and is not in the ring yet */
    bool closed;          /* libuv's close callback has run */
};

static void on_closed(uv_handle_t *handle)
{
    MrSocketWatch *w = handle->data;
    MrUv *uv = w->opened_in;
    w->closed = true;
    if (!w->owner)
        free(w);
    mr_uv_release(uv);
}

static void detach(MrSocketWatch *w)
{
    *w->link = w->next;
    if (w->next)
        w->next->link = w->link;
    w->uv = NULL;
    w->events = w->waiting = 0;
    uv_close((uv_handle_t *)&w->poll, on_closed);
}

void mr_uv_detach_sockets(MrUv *uv)
{
    while (uv->sockets)
        detach(uv->sockets);
}

void mr_uv_stop_sockets(MrUv *uv, int fd)
{
    for (MrSocketWatch *w = uv->sockets; w; w = w->next)
        if (w->fd == fd)
            uv_poll_stop(&w->poll);
}

void mr_uv_trace_sockets(MrGc *gc, MrUv *uv)
{
    for (MrSocketWatch *w = uv->sockets; w; w = w->next)
        if (w->events)
            mr_mark_obj(gc, w->owner);
}

static void push(MrUv *uv, MrSocketWatch *w, unsigned events)
{
    events &= w->events;
    if (events & MR_WATCH_READ)
        mr_uv_push(uv, mr_val(w->owner), mr_small_int(MR_WATCH_READ));
    if (events & MR_WATCH_WRITE)
        mr_uv_push(uv, mr_val(w->owner), mr_small_int(MR_WATCH_WRITE));
}

void mr_uv_take_socket_events(MrUv *uv)
{
    for (MrSocketWatch *w = uv->sockets; w; w = w->next) {
        push(uv, w, w->waiting);
        w->waiting = 0;
    }
}

static void on_socket(uv_poll_t *poll, int status, int events)
{
    MrSocketWatch *w = poll->data;
    if (w->uv->loop == &w->uv->own)
        mr_uv_come_back(w->uv);
    if (status < 0) { /* libuv has stopped watching a socket in an error state; the next call on it tells which */
        events = MR_WATCH_READ | MR_WATCH_WRITE;
        mr_uv_poll_start(w->uv, &w->poll, w->fd, (int)w->events, on_socket);
    }
    if (w->uv->loop == &w->uv->own) {
        push(w->uv, w, (unsigned)events);
        return;
    }
    w->waiting |= (unsigned)events;
    w->uv->events = true;
}

MrSocketWatch *mr_uv_open_socket(MrThread *t, MrEventLoop *el, MrObj *owner, int fd)
{
    MrUv *uv = mr_uv_open(t, el);
    if (!uv)
        return NULL;
    MrSocketWatch *w = calloc(1, sizeof *w);
    if (!w) {
        mr_raise_no_memory(t);
        return NULL;
    }
    int err = uv_poll_init(uv->loop, &w->poll, fd);
    if (err) {
        free(w);
        mr_raise_errno(t, -err, MR_UNBOUND);
        return NULL;
    }
    uv->open++;
    w->poll.data = w;
    w->uv = w->opened_in = uv;
    w->owner = owner;
    w->fd = fd;
    w->link = &uv->sockets;
    w->next = uv->sockets;
    if (w->next)
        w->next->link = &w->next;
    return uv->sockets = w;
}

bool mr_uv_watch_socket(MrThread *t, MrSocketWatch *w, unsigned events)
{
    if (!w->uv || w->events == events)
        return true;
    int err = 0;
    if (events)
        err = mr_uv_poll_start(w->uv, &w->poll, w->fd, (int)events, on_socket);
    else
        uv_poll_stop(&w->poll);
    if (err) {
        mr_raise_errno(t, -err, MR_UNBOUND);
        return false;
    }
    w->events = events;
    return true;
}

unsigned mr_uv_socket_events(const MrSocketWatch *w) { return w ? w->events : 0; }

void mr_uv_close_orphans(MrUv *uv)
{
    uv->orphans = false;
    for (MrSocketWatch *w = uv->sockets, *next; w; w = next) {
        next = w->next;
        if (!w->owner)
            detach(w);
    }
}

void mr_uv_close_socket(MrSocketWatch *w)
{
    if (!w)
        return;
    w->owner = NULL;
    if (w->uv && w->uv->away) /* collected by another thread while its loop is inside libuv */
        w->uv->orphans = true;
    else if (w->uv)
        detach(w);
    else if (w->closed)
        free(w);
}

MrObj *mr_uv_socket_owner(const MrEventLoop *el, int fd)
{
    for (MrSocketWatch *w = el->uv ? el->uv->sockets : NULL; w; w = w->next)
        if (w->fd == fd && w->owner)
            return w->owner;
    return NULL;
}

char *mr_uv_scratch(MrThread *t, MrEventLoop *el)
{
    MrUv *uv = mr_uv_open(t, el);
    if (uv && !uv->scratch && !(uv->scratch = malloc(MR_SCRATCH_SIZE)))
        mr_raise_no_memory(t);
    return uv ? uv->scratch : NULL;
}
