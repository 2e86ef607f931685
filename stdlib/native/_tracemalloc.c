/* _tracemalloc: switches for vm/memtrace.c, and what it has noted as tuples. Living memory is reported: sums and traces begin with a collection. */
#include "vm/memtrace.h"

static MrValue tracemalloc_is_tracing(MrThread *t, MrValue *a) { (void)a; return mr_bool(mr_memtrace_is_on(t->iso)); }

static MrValue tracemalloc_start(MrThread *t, MrValue *a)
{
    int64_t n = 1;
    if (a[0] != MR_UNBOUND && !mr_to_i64(t, a[0], &n))
        return MR_ERROR;
    if (n < 1 || n > 65535)
        return mr_raise(t, MR_EXC_ValueError, "the number of frames must be in range [1; 65535]");
    return mr_memtrace_start(t, (uint32_t)n) ? MR_NONE : MR_ERROR;
}

static MrValue tracemalloc_stop(MrThread *t, MrValue *a) { (void)a; mr_memtrace_stop(t->iso); return MR_NONE; }
static MrValue tracemalloc_clear_traces(MrThread *t, MrValue *a) { (void)a; mr_memtrace_clear(t->iso); return MR_NONE; }
static MrValue tracemalloc_get_traceback_limit(MrThread *t, MrValue *a) { (void)a; return mr_small_int(mr_memtrace_limit(t->iso)); }

static MrValue tracemalloc_get_tracemalloc_memory(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_int_u64(t, mr_memtrace_own_memory(t->iso));
}

static MrValue tracemalloc_get_traced_memory(MrThread *t, MrValue *a)
{
    (void)a;
    size_t current, peak;
    if (mr_memtrace_is_on(t->iso))
        mr_heap_collect(t);
    mr_memtrace_sums(t->iso, &current, &peak);
    MrValue pair[2] = {mr_int_u64(t, current), mr_int_u64(t, peak)};
    return pair[0] == MR_ERROR || pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

static MrValue tracemalloc_reset_peak(MrThread *t, MrValue *a)
{
    (void)a;
    if (mr_memtrace_is_on(t->iso))
        mr_heap_collect(t);
    mr_memtrace_reset_peak(t->iso);
    return MR_NONE;
}

/* The place's lines as a tuple of (file, line), the newest first. */
static MrValue lines_of(MrThread *t, const MrMemoryPlace *place)
{
    MrValue list = mr_list_new(t, place->n_lines);
    for (uint32_t i = 0; i < place->n_lines && list != MR_ERROR; i++) {
        MrValue pair[2] = {mr_str_c(t, place->lines[i].filename), mr_small_int(place->lines[i].line)};
        MrValue tuple = pair[0] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
        if (tuple == MR_ERROR || !mr_list_append(t, list, tuple))
            return MR_ERROR;
    }
    return list == MR_ERROR ? list : mr_tuple_of(t, list);
}

typedef struct Walk { MrThread *t; MrValue list; const MrMemoryPlace *last; MrValue last_lines; } Walk;

static bool add_trace(void *data, size_t size, const MrMemoryPlace *place)
{
    Walk *w = data;
    MrThread *t = w->t;
    if (w->last != place) {
        MrValue lines = lines_of(t, place);
        if (lines == MR_ERROR)
            return false;
        w->last = place;
        w->last_lines = lines;
    }
    MrValue row[4] = {mr_small_int(0), mr_int_u64(t, size), w->last_lines, mr_small_int(place->depth)};
    MrValue tuple = row[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, row, 4);
    return tuple != MR_ERROR && mr_list_append(t, w->list, tuple);
}

static MrValue tracemalloc__get_traces(MrThread *t, MrValue *a)
{
    (void)a;
    if (mr_memtrace_is_on(t->iso))
        mr_heap_collect(t);
    Walk w = {t, mr_list_new(t, 0), NULL, MR_UNBOUND};
    return w.list != MR_ERROR && mr_memtrace_each(t->iso, add_trace, &w) ? w.list : MR_ERROR;
}

static MrValue tracemalloc__get_object_traceback(MrThread *t, MrValue *a)
{
    const MrMemoryPlace *place = mr_is_obj(a[0]) ? mr_memtrace_of(t->iso, mr_obj_of(a[0])) : NULL;
    return place ? lines_of(t, place) : MR_NONE;
}

static const MrMethodDef functions[] = {
    {"is_tracing()", tracemalloc_is_tracing, "Whether allocations are being recorded.", 0},
    {"clear_traces()", tracemalloc_clear_traces, "Forget what has been recorded.", 0},
    {"_get_traces()", tracemalloc__get_traces,
     "What is allocated now, as (domain, size, frames, count of all frames) each; empty when nothing is recorded.", 0},
    {"_get_object_traceback(obj, /)", tracemalloc__get_object_traceback,
     "Where obj was allocated, as ((filename, line), ...), or None when not known.", 0},
    {"start(nframe=1, /)", tracemalloc_start, "Begin to record allocations, with up to nframe frames each.", 0},
    {"stop()", tracemalloc_stop, "Stop recording and forget what has been recorded.", 0},
    {"get_traceback_limit()", tracemalloc_get_traceback_limit, "How many frames are kept of an allocation.", 0},
    {"get_tracemalloc_memory()", tracemalloc_get_tracemalloc_memory, "How many bytes the recording itself takes.", 0},
    {"get_traced_memory()", tracemalloc_get_traced_memory, "(current, peak): the bytes that recorded allocations take now, and took at most.", 0},
    {"reset_peak()", tracemalloc_reset_peak, "Let the peak start anew from the current size.", 0},
    {0},
};

const MrModuleDef mr_module__tracemalloc = {.name = "_tracemalloc", .functions = functions, .doc =
     "Records where memory is allocated, for tracemalloc."};
