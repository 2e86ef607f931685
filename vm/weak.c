/* The weak table: which weak references point at an object. It lives outside the collected heap's reachability: rows keep neither the target nor
 * the references alive. After marking, rows of dead targets are cleared and callbacks of live references are queued.
 */
#include <stdlib.h>

#include "vm/error.h"
#include "vm/async/async.h"
#include "vm/types/weakref.h"
#include "vm/isolate.h"

#define REMOVED ((MrObj *)1)

static uint32_t row_hash(const MrObj *o, uint32_t log2)
{
    return (uint32_t)(((uintptr_t)o >> 4) * 0x9E3779B97F4A7C15ull >> (64 - log2));
}

static MrWeakRow *find_row(MrHeap *h, const MrObj *target)
{
    if (!h->weak_log2)
        return NULL;
    uint32_t mask = (1u << h->weak_log2) - 1;
    for (uint32_t i = row_hash(target, h->weak_log2);; i = (i + 1) & mask) {
        if (h->weak[i].target == target)
            return &h->weak[i];
        if (!h->weak[i].target)
            return NULL;
    }
}

static bool grow(MrHeap *h)
{
    uint32_t live = 0;
    for (uint32_t i = 0; h->weak_log2 && i < 1u << h->weak_log2; i++)
        live += h->weak[i].target > REMOVED;
    uint32_t log2 = 5;
    while (1u << log2 < live * 3 + 1)
        log2++;
    MrWeakRow *rows = calloc((size_t)1 << log2, sizeof *rows);
    if (!rows)
        return false;
    for (uint32_t i = 0; h->weak_log2 && i < 1u << h->weak_log2; i++) {
        if (h->weak[i].target <= REMOVED)
            continue;
        uint32_t j = row_hash(h->weak[i].target, log2);
        while (rows[j].target)
            j = (j + 1) & ((1u << log2) - 1);
        rows[j] = h->weak[i];
    }
    free(h->weak);
    h->weak = rows;
    h->weak_log2 = log2;
    h->n_weak = live;
    return true;
}

MrValue mr_weak_refs(MrThread *t, MrObj *target, bool make)
{
    MrHeap *h = &t->iso->heap;
    MrWeakRow *row = find_row(h, target);
    if (row)
        return row->refs;
    if (!make)
        return MR_UNBOUND;
    MrValue list = mr_list_new(t, 2);
    if (list == MR_ERROR)
        return list;
    if (!h->weak_log2 || (h->n_weak + 1) * 3 > 2u << h->weak_log2)
        if (!grow(h))
            return mr_raise_no_memory(t);
    uint32_t mask = (1u << h->weak_log2) - 1, i = row_hash(target, h->weak_log2);
    while (h->weak[i].target > REMOVED)
        i = (i + 1) & mask;
    if (!h->weak[i].target)
        h->n_weak++;
    h->weak[i] = (MrWeakRow){target, list};
    target->flags |= MR_OBJ_WEAKREFS;
    return list;
}

static void queue_callback(MrHeap *h, MrValue ref)
{
    if (h->n_callbacks == h->cap_callbacks) {
        size_t cap = h->cap_callbacks ? h->cap_callbacks * 2 : 16;
        MrValue *queue = realloc(h->callbacks, cap * sizeof *queue);
        if (!queue)
            return; /* out of memory: this callback is lost */
        h->callbacks = queue;
        h->cap_callbacks = cap;
    }
    h->callbacks[h->n_callbacks++] = ref;
}

void mr_weak_settle(MrGc *gc, bool last)
{
    MrHeap *h = &gc->iso->heap;
    for (uint32_t i = 0; h->weak_log2 && i < 1u << h->weak_log2; i++) {
        MrWeakRow *row = &h->weak[i];
        if (row->target <= REMOVED)
            continue;
        MrObj *list_obj = mr_obj_of(row->refs);
        bool dead = !mr_gc_marked(row->target);
        MrList *list = (MrList *)list_obj;
        size_t kept = 0;
        for (size_t k = 0; k < list->length; k++) {
            MrWeakref *ref = (MrWeakref *)mr_obj_of(list->items[k]);
            bool ref_alive = mr_gc_marked(&ref->h);
            if (dead) {
                ref->target = NULL;
                if (ref_alive && ref->callback != MR_UNBOUND && ref->callback != MR_NONE)
                    queue_callback(h, list->items[k]);
            } else if (ref_alive || !last) {
                list->items[kept++] = list->items[k];
            }
        }
        list->length = dead ? 0 : kept;
        if (dead || (last && kept == 0)) {
            if (!dead)
                row->target->flags &= (uint8_t)~MR_OBJ_WEAKREFS;
            row->target = REMOVED;
            row->refs = MR_UNBOUND;
            continue;
        }
        if (last) { /* the list itself and its buffer live on, its members only if something else holds them */
            mr_gc_mark_shallow(gc, list_obj);
            mr_mark_buffer(gc, list->items);
        }
    }
}

void mr_weak_fini(MrIsolate *iso)
{
    free(iso->heap.weak);
    free(iso->heap.callbacks);
}

/* ---- due finalizers and callbacks ---- */

static void run_del(MrThread *t, MrObj *o)
{
    o->flags |= MR_OBJ_FINALIZED;
    MrValue v = mr_val(o);
    MrValue del = mr_slot(t, mr_typeof(t, v), MR_SLOT_del);
    if (del == MR_UNBOUND)
        return;
    if (mr_call_slot(t, v, MR_SLOT_del, 0, NULL) == MR_ERROR)
        mr_report_unraisable(t, del);
}

static void finalize_one(MrThread *t, MrObj *o)
{
    switch (o->kind) {
    case MR_KIND_GENERATOR: mr_gen_finalize(t, (MrGenerator *)o); break;
    case MR_KIND_FUTURE:
    case MR_KIND_TASK: mr_future_finalize(t, o); /* fall through */
    default:
        if (!(o->flags & MR_OBJ_FINALIZED))
            run_del(t, o);
    }
}

enum { SERVED_FIRST, SERVED_THEN, SERVED_LAST };

/* Tasks and futures come first: they report what their coroutines look like. Descriptors come last: those who use them close them. */
static int when_served(MrThread *t, const MrObj *o)
{
    if (o->kind == MR_KIND_TASK || o->kind == MR_KIND_FUTURE)
        return SERVED_FIRST;
    return o->kind == MR_KIND_OTHER && mr_typeof(t, mr_val(o))->def->flags & MR_TYPEDEF_DEL_LAST ? SERVED_LAST : SERVED_THEN;
}

/* Runs what was due when it began. A row that is done is NULL; what becomes due meanwhile stands behind. */
static void run_due(MrThread *t)
{
    MrHeap *h = &t->iso->heap;
    size_t n = h->n_due;
    for (int now = SERVED_FIRST; now <= SERVED_LAST; now++)
        for (size_t i = 0; i < n; i++) {
            MrObj *o = h->due[i];
            if (!o || when_served(t, o) != now)
                continue;
            h->due[i] = NULL;
            finalize_one(t, o);
        }
    h->n_due -= n;
    memmove(h->due, h->due + n, h->n_due * sizeof *h->due);
}

void mr_gc_run_finalizers(MrThread *t)
{
    MrHeap *h = &t->iso->heap;
    mr_poll_clear(t->iso, MR_POLL_FINALIZE);
    if (h->finalizing) /* the round in progress goes on until nothing is due */
        return;
    h->finalizing = true;
    MrValue pending = mr_take_pending(t);
    while (h->n_due || h->n_callbacks) {
        if (h->n_due) { /* an object's own __del__ comes before those who watched it */
            run_due(t);
            continue;
        }
        MrWeakref *ref = (MrWeakref *)mr_obj_of(h->callbacks[--h->n_callbacks]);
        MrValue callback = ref->callback;
        ref->callback = MR_NONE;
        if (mr_call1(t, callback, mr_val(ref)) == MR_ERROR)
            mr_report_unraisable(t, callback);
    }
    h->finalizing = false;
    t->pending = pending;
}
