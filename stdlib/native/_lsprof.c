/* _lsprof: the profiler below cProfile. It hears of calls and returns through mr_watch_native and keeps sums for each function, and for each
 * pair of caller and callee.
 *
 * A function is known by its code object, a native one by its definition. Time is the monotonic clock's, or what a timer of the script's says. A function's
 * total counts from its outermost activation only, so that recursion is not counted twice; its own time leaves out what its callees took.
 * Tables are heap buffers, so that the collector sees the code objects in them. One thread is profiled: the one that enables.
 */
#include <time.h>

#include "stdlib/native/instance.h"
#include "vm/types/structseq.h"
#include "vm/watch.h"

typedef struct Sums { int64_t total, own; uint32_t calls, recursive, depth; } Sums;
typedef struct Entry { MrValue what; const void *key; Sums sums; } Entry;
typedef struct Pair { uint32_t caller, callee; Sums sums; } Pair; /* caller NO_ENTRY: called from outside; not kept */
typedef struct Active { uint32_t entry, pair; int64_t start, children; } Active;
#define NO_ENTRY UINT32_MAX

typedef struct Profiler {
    MrObj h;
    Entry *entries;      /* buffers; the tables are open addressing over indices + 1 */
    Pair *pairs;
    uint32_t *entry_table, *pair_table;
    Active *stack;
    uint32_t n_entries, cap_entries, n_pairs, cap_pairs, depth, cap_depth;
    MrValue timer;       /* MR_UNBOUND: the clock */
    double unit;         /* seconds of one tick of the timer's ints, 0: it gives seconds */
    bool enabled, subcalls, builtins;
} Profiler;
#define P(v) ((Profiler *)mr_obj_of(v))

static void profiler_trace(MrGc *gc, MrObj *o)
{
    Profiler *p = (Profiler *)o;
    void *buffers[] = {p->entries, p->pairs, p->entry_table, p->pair_table, p->stack};
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++)
        mr_mark_buffer(gc, buffers[i]);
    for (uint32_t i = 0; i < p->n_entries; i++)
        mr_mark(gc, p->entries[i].what);
    mr_mark(gc, p->timer);
}

static bool now(MrThread *t, Profiler *p, int64_t *out)
{
    if (p->timer == MR_UNBOUND) {
        struct timespec ts;
        clock_gettime(CLOCK_MONOTONIC, &ts);
        *out = ts.tv_sec * INT64_C(1000000000) + ts.tv_nsec;
        return true;
    }
    MrValue v = mr_call0(t, p->timer);
    double d;
    if (v == MR_ERROR || !mr_to_double(t, v, &d))
        return false;
    *out = (int64_t)(d * (p->unit > 0 ? p->unit : 1.0) * 1e9);
    return true;
}

/* ---- tables ---- */

static bool grow(MrThread *t, void **buffer, uint32_t *capacity, uint32_t wanted, size_t item)
{
    if (wanted <= *capacity)
        return true;
    uint32_t n = *capacity ? *capacity * 2 : 64;
    void *bigger = mr_buffer_resize(t, *buffer, n * item);
    if (!bigger)
        return false;
    *buffer = bigger;
    *capacity = n;
    return true;
}

static uint32_t spread(uint64_t x) { return (uint32_t)((x ^ x >> 32) * 0x9E3779B1u >> 7); }
static uint32_t key_hash(const void *key) { return spread((uint64_t)(uintptr_t)key >> 4); }
static uint32_t pair_hash(uint32_t caller, uint32_t callee) { return spread((uint64_t)caller * 40503u + callee); }

/* Tables have four places for each item that the arrays have room for. */
static bool find_entry(MrThread *t, Profiler *p, MrValue what, const void *key, uint32_t *index)
{
    for (;;) {
        if (p->cap_entries) {
            uint32_t mask = p->cap_entries * 4 - 1, i = key_hash(key) & mask;
            for (; p->entry_table[i]; i = (i + 1) & mask)
                if (p->entries[p->entry_table[i] - 1].key == key) {
                    *index = p->entry_table[i] - 1;
                    return true;
                }
            if (p->n_entries < p->cap_entries) {
                *index = p->n_entries;
                p->entries[p->n_entries] = (Entry){.what = what, .key = key};
                p->entry_table[i] = ++p->n_entries;
                return true;
            }
        }
        uint32_t cap = p->cap_entries;
        if (!grow(t, (void **)&p->entries, &cap, p->n_entries + 1, sizeof *p->entries))
            return false;
        uint32_t *table = mr_buffer_new(t, cap * 4 * sizeof *table);
        if (!table)
            return false;
        for (uint32_t e = 0; e < p->n_entries; e++) {
            uint32_t i = key_hash(p->entries[e].key) & (cap * 4 - 1);
            while (table[i])
                i = (i + 1) & (cap * 4 - 1);
            table[i] = e + 1;
        }
        p->entry_table = table;
        p->cap_entries = cap;
    }
}

static bool find_pair(MrThread *t, Profiler *p, uint32_t caller, uint32_t callee, uint32_t *index)
{
    for (;;) {
        if (p->cap_pairs) {
            uint32_t mask = p->cap_pairs * 4 - 1, i = pair_hash(caller, callee) & mask;
            for (; p->pair_table[i]; i = (i + 1) & mask)
                if (p->pairs[p->pair_table[i] - 1].caller == caller && p->pairs[p->pair_table[i] - 1].callee == callee) {
                    *index = p->pair_table[i] - 1;
                    return true;
                }
            if (p->n_pairs < p->cap_pairs) {
                *index = p->n_pairs;
                p->pairs[p->n_pairs] = (Pair){.caller = caller, .callee = callee};
                p->pair_table[i] = ++p->n_pairs;
                return true;
            }
        }
        uint32_t cap = p->cap_pairs;
        if (!grow(t, (void **)&p->pairs, &cap, p->n_pairs + 1, sizeof *p->pairs))
            return false;
        uint32_t *table = mr_buffer_new(t, cap * 4 * sizeof *table);
        if (!table)
            return false;
        for (uint32_t e = 0; e < p->n_pairs; e++) {
            uint32_t i = pair_hash(p->pairs[e].caller, p->pairs[e].callee) & (cap * 4 - 1);
            while (table[i])
                i = (i + 1) & (cap * 4 - 1);
            table[i] = e + 1;
        }
        p->pair_table = table;
        p->cap_pairs = cap;
    }
}

/* ---- events ---- */

static bool push(MrThread *t, Profiler *p, MrValue what)
{
    const void *key = mr_is_kind(what, MR_KIND_NATIVE) ? (const void *)((MrNativeFn *)mr_obj_of(what))->def : (const void *)mr_obj_of(what);
    Active a = {.pair = NO_ENTRY};
    if (!find_entry(t, p, what, key, &a.entry) || !grow(t, (void **)&p->stack, &p->cap_depth, p->depth + 1, sizeof *p->stack))
        return false;
    if (p->subcalls && p->depth) {
        if (!find_pair(t, p, p->stack[p->depth - 1].entry, a.entry, &a.pair))
            return false;
        p->pairs[a.pair].sums.depth++;
    }
    p->entries[a.entry].sums.depth++;
    if (!now(t, p, &a.start))
        return false;
    p->stack[p->depth++] = a;
    return true;
}

static void add(Sums *s, int64_t elapsed, int64_t own)
{
    s->calls++;
    s->own += own;
    if (--s->depth == 0)
        s->total += elapsed;
    else
        s->recursive++;
}

static bool pop(MrThread *t, Profiler *p)
{
    int64_t end;
    if (p->depth == 0)
        return true;
    if (!now(t, p, &end))
        return false;
    Active a = p->stack[--p->depth];
    int64_t elapsed = end - a.start;
    if (p->depth)
        p->stack[p->depth - 1].children += elapsed;
    add(&p->entries[a.entry].sums, elapsed, elapsed - a.children);
    if (a.pair != NO_ENTRY)
        add(&p->pairs[a.pair].sums, elapsed, elapsed - a.children);
    return true;
}

static bool event(MrThread *t, MrValue self, int e, MrValue what)
{
    Profiler *p = P(self);
    if (e >= MR_WATCH_C_CALL && !p->builtins)
        return true;
    if (e == MR_WATCH_CALL || e == MR_WATCH_C_CALL) {
        if (mr_is_kind(what, MR_KIND_METHOD))
            what = ((MrMethod *)mr_obj_of(what))->function;
        return push(t, p, what);
    }
    return pop(t, p);
}

/* ---- the type ---- */

static const MrTypeDef profiler_type;

static MrValue profiler_new(MrThread *t, MrValue *a)
{
    Profiler *p = mr_def_new(t, &profiler_type, a[0]);
    if (p)
        p->subcalls = p->builtins = true;
    return p ? mr_val(p) : MR_ERROR;
}

static MrValue profiler_init(MrThread *t, MrValue *a)
{
    Profiler *p = P(a[0]);
    p->timer = a[1] == MR_NONE ? MR_UNBOUND : a[1];
    if (a[2] != MR_UNBOUND && a[2] != MR_NONE && !mr_to_double(t, a[2], &p->unit))
        return MR_ERROR;
    p->subcalls = a[3] == MR_UNBOUND || mr_truth(t, a[3]) == 1;
    p->builtins = a[4] == MR_UNBOUND || mr_truth(t, a[4]) == 1;
    return MR_NONE;
}

static MrValue profiler_enable(MrThread *t, MrValue *a)
{
    Profiler *p = P(a[0]);
    if (a[1] != MR_UNBOUND)
        p->subcalls = mr_truth(t, a[1]) == 1;
    if (a[2] != MR_UNBOUND)
        p->builtins = mr_truth(t, a[2]) == 1;
    if (t->profiler_hook && t->profiler != a[0])
        return mr_raise(t, MR_EXC_ValueError, "Another profiling tool is already active");
    p->enabled = true;
    mr_watch_native(t, event, a[0]);
    return MR_NONE;
}

static MrValue profiler_disable(MrThread *t, MrValue *a)
{
    Profiler *p = P(a[0]);
    if (t->profiler_hook == event && t->profiler == a[0])
        mr_watch_native(t, NULL, MR_UNBOUND);
    p->enabled = false;
    while (p->depth)
        if (!pop(t, p))
            return MR_ERROR;
    return MR_NONE;
}

static MrValue profiler_clear(MrThread *t, MrValue *a)
{
    (void)t;
    Profiler *p = P(a[0]);
    p->entries = NULL;
    p->pairs = NULL;
    p->entry_table = p->pair_table = NULL;
    p->n_entries = p->cap_entries = p->n_pairs = p->cap_pairs = p->depth = 0;
    return MR_NONE;
}

#define FIELDS(F)                                                                                     \
    F(0, "code", "a code object, or the name of a native function")                                   \
    F(1, "callcount", "number of calls")                                                              \
    F(2, "reccallcount", "number of calls made while it was already running")                         \
    F(3, "totaltime", "seconds until its calls returned")                                             \
    F(4, "inlinetime", "seconds in its own code")
#define ROW(i, name, doc) MR_STRUCTSEQ_FIELD(i, name, doc),

static const MrGetSetDef entry_fields[] = {FIELDS(ROW) MR_STRUCTSEQ_FIELD(5, "calls", "what it called: a list of entries, or None"), {0}};
static const MrGetSetDef subentry_fields[] = {FIELDS(ROW){0}};
static const MrStructSeqDef entry_def = {.type = {.name = "_lsprof.profiler_entry", .base = MR_TYPE_tuple, .kind = MR_KIND_TUPLE, .flags = MR_STRUCTSEQ_FLAGS,
                                                  .methods = mr_structseq_methods, .getset = entry_fields}, .n_visible = 6};
static const MrStructSeqDef subentry_def = {.type = {.name = "_lsprof.profiler_subentry", .base = MR_TYPE_tuple, .kind = MR_KIND_TUPLE,
                                                     .flags = MR_STRUCTSEQ_FLAGS, .methods = mr_structseq_methods, .getset = subentry_fields}, .n_visible = 5};

/* A code object, or the text that stands for a native function. */
static MrValue describe(MrThread *t, MrValue what)
{
    if (!mr_is_kind(what, MR_KIND_NATIVE))
        return what;
    MrNativeFn *f = (MrNativeFn *)mr_obj_of(what);
    int n = (int)strcspn(f->def->sig, "(");
    if (mr_is_type(f->owner)) {
        MrValue type = mr_getattr_c(t, f->owner, "__qualname__"), module = mr_getattr_c(t, f->owner, "__module__");
        if (type == MR_ERROR || module == MR_ERROR || !mr_is_str(type) || !mr_is_str(module))
            return MR_ERROR;
        bool plain = !strcmp(mr_cstr(module), "builtins");
        return mr_strf(t, "<method '%.*s' of '%s%s%s' objects>", n, f->def->sig, plain ? "" : mr_cstr(module), plain ? "" : ".", mr_cstr(type));
    }
    MrValue module = mr_getattr_c(t, what, "__module__");
    if (module == MR_ERROR)
        return module;
    return mr_is_str(module) ? mr_strf(t, "<built-in method %s.%.*s>", mr_cstr(module), n, f->def->sig)
                             : mr_strf(t, "<built-in method %.*s>", n, f->def->sig);
}

static MrValue row(MrThread *t, const MrStructSeqDef *def, MrValue what, const Sums *s, MrValue calls)
{
    MrValue code = describe(t, what);
    if (code == MR_ERROR)
        return code;
    MrValue items[] = {code, mr_small_int(s->calls), mr_small_int(s->recursive), mr_float((double)s->total / 1e9), mr_float((double)s->own / 1e9), calls};
    return mr_structseq_new(t, def, items);
}

static MrValue profiler_getstats(MrThread *t, MrValue *a)
{
    Profiler *p = P(a[0]);
    MrValue all = mr_list_new(t, p->n_entries);
    if (all == MR_ERROR)
        return all;
    for (uint32_t e = 0; e < p->n_entries; e++) {
        MrValue calls = MR_NONE;
        for (uint32_t i = 0; i < p->n_pairs; i++) {
            if (p->pairs[i].caller != e || !p->pairs[i].sums.calls)
                continue;
            if (calls == MR_NONE && (calls = mr_list_new(t, 4)) == MR_ERROR)
                return calls;
            MrValue sub = row(t, &subentry_def, p->entries[p->pairs[i].callee].what, &p->pairs[i].sums, MR_NONE);
            if (sub == MR_ERROR || !mr_list_append(t, calls, sub))
                return MR_ERROR;
        }
        if (!p->entries[e].sums.calls)
            continue;
        MrValue entry = row(t, &entry_def, p->entries[e].what, &p->entries[e].sums, calls);
        if (entry == MR_ERROR || !mr_list_append(t, all, entry))
            return MR_ERROR;
    }
    return all;
}

static const MrMethodDef profiler_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", profiler_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, timer=None, timeunit=None, subcalls=True, builtins=True)", profiler_init,
     "Set up the object; the class says which arguments it takes.", 0},
    {"getstats(self, /)", profiler_getstats,
     "The measurements as a list, an entry (code, callcount, reccallcount, totaltime, inlinetime, calls) for each function, in the order of the "
     "first calls. calls is None or a list of the same without calls, for what it called.", 0},
    {"enable(self, /, subcalls=True, builtins=True)", profiler_enable,
     "Begin to measure. subcalls also keeps sums for each pair of caller and callee; builtins includes functions written in C.", 0},
    {"disable(self, /)", profiler_disable, "Stop measuring; what has been measured stays.", 0},
    {"clear(self, /)", profiler_clear, "Forget what has been measured.", 0},
    {0},
};

static const MrTypeDef profiler_type = {
    .name = "_lsprof.Profiler",
    .kind = MR_KIND_OTHER,
    .size = sizeof(Profiler),
    .methods = profiler_methods,
    .trace = profiler_trace,
    .doc = "Counts calls and measures the time spent in each function. timer gives the time as a number, in units of timeunit seconds.",
};
static const MrTypeDef *const types[] = {&profiler_type, NULL};

static bool init(MrThread *t, MrModule *m)
{
    MrType *entry = mr_structseq_type_new(t, &entry_def), *subentry = entry ? mr_structseq_type_new(t, &subentry_def) : NULL;
    return subentry && mr_module_add(t, m, "profiler_entry", mr_val(entry)) && mr_module_add(t, m, "profiler_subentry", mr_val(subentry));
}

const MrModuleDef mr_module__lsprof = {.name = "_lsprof", .types = types, .init = init, .doc = "The measuring part of cProfile."};
