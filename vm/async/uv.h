/* What the files that see libuv share: the handles of one event loop. */
#ifndef MR_VM_ASYNC_UV_H
#define MR_VM_ASYNC_UV_H

#include <uv.h>

#include "vm/async/loop.h"

struct MrUv {
    uv_loop_t *loop;          /* &own, or the host's, to which handles are added and nothing else is done */
    uv_loop_t own;
    uv_timer_t timer;
    uv_async_t wake;
    uv_check_t check;         /* these two for a host's loop only */
    uv_idle_t idle;
    struct MrWatch *watches;
    MrSocketWatch *sockets;
    bool orphans;             /* some of them have lost their transport while the loop was polled */
    char *scratch;            /* MR_SCRATCH_SIZE bytes to receive into */
    int *started;             /* descriptors whose watching has begun or changed since the last poll */
    unsigned n_started, cap_started;
    MrThread *t;              /* while the loop is polled, else NULL */
    bool away;                /* the thread has let go of the isolate for the time of the poll */
    MrEventLoop *owner;
    unsigned open;            /* handles whose close callback has not run */
    bool closing, events;     /* events: some watch has one waiting */
    MrIsolate *iso;
    void (*closed)(void *data);
    void *closed_data;
};

MrUv *mr_uv_open(MrThread *t, MrEventLoop *el) MR_MUST_CHECK;
void mr_uv_release(MrUv *uv);                       /* a handle has been closed */
void mr_uv_take_events(MrThread *t, MrUv *uv);      /* puts what waits into the ring; an error stays pending */
void mr_uv_come_back(MrUv *uv);                     /* first thing in a callback of a poll: it has the isolate from here on */
void mr_uv_push(MrUv *uv, MrValue what, MrValue arg); /* into the ring; an error stays pending */
/* uv_poll_start, for a descriptor that script may close before libuv looks at it; mr_uv_drop_closed has to be called before it does. */
void mr_uv_drop_closed(MrUv *uv);
int mr_uv_poll_start(MrUv *uv, uv_poll_t *poll, int fd, int events, uv_poll_cb callback);

/* sockets.c */
void mr_uv_detach_sockets(MrUv *uv);                /* closes them all, with the loop */
void mr_uv_stop_sockets(MrUv *uv, int fd);          /* fd is not open any more */
void mr_uv_close_orphans(MrUv *uv);
void mr_uv_trace_sockets(MrGc *gc, MrUv *uv);
void mr_uv_take_socket_events(MrUv *uv);

/* drive.c */
void mr_uv_attach(MrThread *t, MrEventLoop *el, MrUv *uv);
void mr_uv_detach(MrUv *uv, uv_close_cb closed);
void mr_uv_on_wake(uv_async_t *wake);

#endif
