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

/* drive.c */
void mr_uv_attach(MrThread *t, MrEventLoop *el, MrUv *uv);
void mr_uv_detach(MrUv *uv, uv_close_cb closed);
void mr_uv_on_wake(uv_async_t *wake);

#endif
