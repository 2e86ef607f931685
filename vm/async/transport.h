/* The socket transport: a non-blocking stream socket, its watch in the loop, and the protocol that its data goes to. */
#ifndef MR_VM_ASYNC_TRANSPORT_H
#define MR_VM_ASYNC_TRANSPORT_H

#include "vm/async/loop.h"

/* The second word of a transport's entry in the ring of ready callbacks. */
typedef enum MrTransportEvent {
    MR_TRANSPORT_READ = 1, /* readable */
    MR_TRANSPORT_WRITE = 2,/* writable */
    MR_TRANSPORT_START,    /* connection_made has been called: begin to read */
    MR_TRANSPORT_WAITER,   /* tell the future that waits for the connection */
    MR_TRANSPORT_LOST      /* connection_lost and the end of everything */
} MrTransportEvent;

typedef struct MrTransport {
    MrObj h;
    MrValue loop, protocol, sock; /* MR_NONE after connection_lost */
    MrValue extra;                /* what get_extra_info knows: a dict */
    MrValue server;               /* or MR_NONE */
    MrValue context;              /* context value that the protocol is called in */
    MrValue waiter;               /* future to tell once the connection stands, or MR_NONE */
    MrValue empty_waiter;         /* future that waits for an empty queue, or MR_NONE */
    MrValue error;                /* what connection_lost is going to get */
    MrValue queue;                /* list of bytes that the socket did not take yet; MR_UNBOUND until needed */
    size_t head, offset;          /* the queue begins with item `head`, of which `offset` bytes are gone */
    size_t queued;                /* bytes in the queue */
    size_t high, low;             /* its water marks */
    MrSocketWatch *watch;         /* NULL until first needed, and after the end */
    int fd;
    unsigned conn_lost;           /* connection_lost is scheduled; writes since then */
    bool connected, closing, eof, paused, protocol_paused, buffered;
} MrTransport;

extern const MrTypeDef mr_transport_def;
#define MR_TRANSPORT(v) ((MrTransport *)mr_obj_of(v))

/* Runs an entry of the ring. False: something for report or for who runs the loop is pending. [script] */
bool mr_transport_run(MrThread *t, MrTransport *tr, MrTransportEvent event) MR_MUST_CHECK;
/* The Handle that CPython would have for that entry, for messages. */
MrHandle *mr_transport_handle(MrThread *t, MrTransport *tr, MrTransportEvent event) MR_MUST_CHECK;

/* transport.c, for transport_write.c */
bool mr_transport_watch(MrThread *t, MrTransport *tr, unsigned set, unsigned clear) MR_MUST_CHECK; /* of READ and WRITE */
/* Ends the connection because of the pending exception, which is reported unless it comes from the system. */
bool mr_transport_fail(MrThread *t, MrTransport *tr, const char *message) MR_MUST_CHECK;
bool mr_transport_finish(MrThread *t, MrTransport *tr) MR_MUST_CHECK; /* connection_lost(tr->error), now */
/* loop.call_exception_handler about a protocol's method that raised what is pending. */
bool mr_transport_report(MrThread *t, MrTransport *tr, const char *message, MrValue exc) MR_MUST_CHECK;
bool mr_transport_must_leave(MrThread *t); /* the pending exception is not for the transport to handle */

/* transport_write.c. All [script] */
bool mr_transport_flush(MrThread *t, MrTransport *tr) MR_MUST_CHECK; /* one attempt to send what is queued */
void mr_transport_drop_queue(MrTransport *tr);
MrValue mr_transport_write(MrThread *t, MrValue *a);
MrValue mr_transport_writelines(MrThread *t, MrValue *a);
MrValue mr_transport_write_eof(MrThread *t, MrValue *a);
MrValue mr_transport_can_write_eof(MrThread *t, MrValue *a);
MrValue mr_transport_get_size(MrThread *t, MrValue *a);
MrValue mr_transport_get_limits(MrThread *t, MrValue *a);
MrValue mr_transport_set_limits(MrThread *t, MrValue *a);

#endif
