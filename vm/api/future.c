/* moray.h: MorayFuture, the host's side of an asynchronous native.
 *
 * A ticket stands for an asyncio future that a coroutine awaits. Its slot's generation changes when the ticket is used, so that a second use is noticed
 * and no pointer can dangle. The future that stands in it is a root of the collector until then.
 */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "vm/api/api.h"
#include "vm/async/state.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/exit.h"
#include "vm/generator.h"

typedef struct Ticket {
    MrValue future;      /* MR_UNBOUND: free */
    uint32_t generation; /* never 0 */
    uint32_t next_free;  /* index + 1 */
    char made_by[160];   /* "fetch(), awaited at FILE:LINE" */
    void (*on_cancel)(MorayVM *vm, MorayFuture future, void *data);
    void *data;
} Ticket;

struct MrTickets {
    Ticket *items;
    uint32_t used, capacity, free;
};

static Ticket *ticket_of(MorayVM *vm, MorayFuture future)
{
    struct MrTickets *all = vm->tickets;
    if (!all || !future.slot || future.slot > all->used)
        return NULL;
    Ticket *ticket = &all->items[future.slot - 1];
    return ticket->generation == future.generation && ticket->future != MR_UNBOUND ? ticket : NULL;
}

static Ticket *new_ticket(MorayVM *vm, MrThread *t, MorayFuture *future)
{
    struct MrTickets *all = vm->tickets;
    if (!all && !(all = vm->tickets = calloc(1, sizeof *all)))
        return mr_raise_no_memory(t), NULL;
    uint32_t i = all->free;
    if (i) {
        all->free = all->items[--i].next_free;
    } else {
        if (all->used == all->capacity) {
            uint32_t capacity = all->capacity ? all->capacity * 2 : 16;
            Ticket *items = capacity < UINT32_MAX / 2 ? realloc(all->items, capacity * sizeof *items) : NULL;
            if (!items)
                return mr_raise_no_memory(t), NULL;
            all->items = items;
            all->capacity = capacity;
        }
        i = all->used++;
        all->items[i] = (Ticket){.generation = vm->first_generation};
    }
    Ticket *ticket = &all->items[i];
    *future = (MorayFuture){i + 1, ticket->generation};
    *ticket = (Ticket){.generation = ticket->generation};
    vm->live_tickets++;
    return ticket;
}

static void retire(MorayVM *vm, MorayFuture future)
{
    Ticket *ticket = ticket_of(vm, future);
    uint32_t generation = ticket->generation + 1;
    *ticket = (Ticket){.generation = generation ? generation : 1, .next_free = vm->tickets->free};
    vm->tickets->free = future.slot;
    vm->live_tickets--;
}

void mr_api_futures_trace(MrGc *gc, MorayVM *vm)
{
    for (uint32_t i = 0; vm->tickets && i < vm->tickets->used; i++)
        mr_mark(gc, vm->tickets->items[i].future);
}

void mr_api_futures_fini(MorayVM *vm)
{
    if (vm->tickets)
        free(vm->tickets->items);
    free(vm->tickets);
}

void mr_api_futures_list(const MorayVM *vm, MrBuf *out)
{
    for (uint32_t i = 0; vm->tickets && i < vm->tickets->used; i++)
        if (vm->tickets->items[i].future != MR_UNBOUND)
            mr_buf_printf(out, "    %s\n", vm->tickets->items[i].made_by);
}

void mr_api_futures_report(MorayVM *vm, MrThread *t)
{
    for (uint32_t i = 0; vm->tickets && i < vm->tickets->used; i++) {
        char text[240];
        Ticket *ticket = &vm->tickets->items[i];
        if (ticket->future == MR_UNBOUND)
            continue;
        int n = snprintf(text, sizeof text, "moray: the host never completed the future of %s\n", ticket->made_by);
        mr_write_stderr(t, text, (size_t)n);
    }
}

MrValue mr_api_future_new(MorayVM *vm, MrThread *t, const char *name, MorayFuture *future)
{
    MrValue loop = mr_running_loop(t);
    if (loop == MR_UNBOUND)
        return mr_raise(t, MR_EXC_RuntimeError, "no running event loop");
    MrFuture *f = loop == MR_ERROR ? NULL : mr_future_new(t, loop);
    Ticket *ticket = f ? new_ticket(vm, t, future) : NULL;
    if (!ticket)
        return MR_ERROR;
    ticket->future = mr_val(f);
    const MrGenerator *own = t->frame > t->frames ? t->frame->gen : NULL, *awaiter = own ? own->awaiter : NULL; /* of the coroutine that the native stands behind */
    const MrCode *code = awaiter ? awaiter->function->code : NULL;
    if (code)
        snprintf(ticket->made_by, sizeof ticket->made_by, "%s(), awaited at %s:%u", name, code->filename->bytes,
                 mr_code_line(code, (uint32_t)(awaiter->pc - code->code)));
    else
        snprintf(ticket->made_by, sizeof ticket->made_by, "%s()", name);
    return mr_val(f);
}

/* ---- completing ---- */

/* Enters the VM; NULL with a RuntimeError if the future has been completed. The exception that was pending, if any, is put by. */
static Ticket *enter(MorayVM *vm, void *c_frame, MorayFuture future, MrValue *pending)
{
    MrThread *t = vm->iso->current;
    (void)!mr_api_enter(vm, c_frame);
    Ticket *ticket = ticket_of(vm, future);
    *pending = mr_take_pending(t);
    if (ticket)
        return ticket;
    if (*pending != MR_UNBOUND)
        t->pending = *pending;
    else
        mr_raise(t, MR_EXC_RuntimeError, "the future has been completed already");
    return NULL;
}

/* Ends the ticket; the future goes on with the value, or with the exception. */
static bool complete(MorayVM *vm, MrThread *t, MorayFuture future, MrValue value, MrValue exception)
{
    MrFuture *f = mr_future_of(ticket_of(vm, future)->future);
    retire(vm, future);
    if (mr_future_state(f) != MR_FUT_PENDING)
        return true;
    return exception == MR_UNBOUND ? mr_future_set_result(t, f, value) : mr_future_set_exception(t, f, exception);
}

bool moray_future_resolve(MorayVM *vm, MorayFuture future, MorayRef value)
{
    MrThread *t = vm->iso->current;
    MrValue pending;
    if (!enter(vm, __builtin_frame_address(0), future, &pending))
        return false;
    if (pending != MR_UNBOUND && t->iso->stopping) { /* a stop is for the host */
        t->pending = pending;
        return false;
    }
    MrValue v = MR_UNBOUND;
    if (pending == MR_UNBOUND && (v = mr_api_get(vm, value)) == MR_ERROR)
        pending = mr_take_pending(t);
    return complete(vm, t, future, v, pending == MR_NONE ? t->iso->no_memory : pending);
}

bool moray_future_reject(MorayVM *vm, MorayFuture future, const char *type, const char *format, ...)
{
    MrThread *t = vm->iso->current;
    MrValue before;
    if (!enter(vm, __builtin_frame_address(0), future, &before))
        return false;
    va_list ap;
    va_start(ap, format);
    mr_api_vraise(vm, t, type, format, ap);
    va_end(ap);
    MrValue exc = mr_take_pending(t);
    bool ok = complete(vm, t, future, MR_UNBOUND, mr_is_exception(exc) ? exc : t->iso->no_memory);
    if (ok && before != MR_UNBOUND)
        t->pending = before;
    return ok;
}

bool moray_future_drop(MorayVM *vm, MorayFuture future)
{
    MrThread *t = vm->iso->current;
    MrValue before;
    Ticket *ticket = enter(vm, __builtin_frame_address(0), future, &before);
    if (!ticket)
        return false;
    MrFuture *f = mr_future_of(ticket->future);
    retire(vm, future);
    bool ok = mr_future_state(f) != MR_FUT_PENDING || mr_future_cancel(t, f, MR_UNBOUND) >= 0;
    if (ok && before != MR_UNBOUND)
        t->pending = before;
    return ok;
}

/* ---- cancelling ---- */

/* The callback of a future whose host wants to know: `self` is the ticket's number. */
static MrValue on_done(MrThread *t, MrValue *a)
{
    MorayVM *vm = t->iso->host;
    uint64_t word = (uint64_t)mr_int_of(a[0]);
    MorayFuture future = {(uint32_t)(word & 0xffffff), (uint32_t)(word >> 24)};
    Ticket *ticket = future.slot && vm->tickets && future.slot <= vm->tickets->used ? &vm->tickets->items[future.slot - 1] : NULL;
    if (!ticket || (ticket->generation & 0x7fffff) != future.generation || ticket->future == MR_UNBOUND || !ticket->on_cancel ||
        mr_future_state(mr_future_of(ticket->future)) != MR_FUT_CANCELLED)
        return MR_NONE;
    future.generation = ticket->generation;
    void (*fn)(MorayVM *vm, MorayFuture future, void *data) = ticket->on_cancel;
    void *data = ticket->data;
    MR_API_CALLBACK(vm, fn(vm, future, data));
    return mr_pending(t) ? MR_ERROR : MR_NONE;
}

static const MrMethodDef done_row = {"_host_future_done(ticket, future, /)", on_done, NULL, 0};

bool moray_future_on_cancel(MorayVM *vm, MorayFuture future, void (*fn)(MorayVM *vm, MorayFuture future, void *data), void *data)
{
    MR_API_ENTER(vm, false);
    Ticket *ticket = ticket_of(vm, future);
    if (!ticket || future.slot > 0xffffff) {
        mr_raise(t, MR_EXC_RuntimeError, "the future has been completed already");
        return false;
    }
    bool first = !ticket->on_cancel;
    ticket->on_cancel = fn;
    ticket->data = data;
    if (!first)
        return true;
    MrValue number = mr_int(t, (int64_t)((uint64_t)(future.generation & 0x7fffff) << 24 | future.slot));
    MrValue callback = number == MR_ERROR ? number : mr_function_native(t, &done_row, MR_UNBOUND, number);
    return callback != MR_ERROR && mr_future_add_callback(t, mr_future_of(ticket_of(vm, future)->future), callback, mr_context_snapshot(t));
}
