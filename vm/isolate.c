/* Making and freeing an isolate; interned names; polling; signals.
 *
 * Order of birth: heap, types (structs only), the intern table, names, then what needs names. Until mr_types_link no str can be looked up by
 * attribute code, so nothing before it may touch attributes.
 */
#include "vm/isolate.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <sys/random.h>

#include "base/hash.h"
#include "vm/async/async.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/exit.h"
#include "vm/fault.h"
#include "vm/import.h"
#include "vm/interp.h"
#include "vm/type.h"

static const struct { const char *text; } name_texts[] = {
#define NAME(id) {#id},
#include "vm/names.def"
#undef NAME
};
static const char *const slot_texts[] = {
#define SLOT(id, name) name,
#include "vm/slots.def"
#undef SLOT
};

/* ---- interning ---- */

MrStr *mr_name(MrThread *t, MrNameId id) { return t->iso->names[id]; }
MrStr *mr_slot_name(MrThread *t, MrSlot slot) { return t->iso->slot_names[slot]; }

/* Of very long texts the two ends count. */
static uint32_t intern_hash(const char *s, size_t n)
{
    if (MR_UNLIKELY(n > 2 * MR_WORK_PIECE))
        return (uint32_t)(mr_hash_quick(s, MR_WORK_PIECE) + n * mr_hash_quick(s + n - MR_WORK_PIECE, MR_WORK_PIECE));
    return (uint32_t)mr_hash_quick(s, n);
}

static bool intern_grow(MrThread *t)
{
    MrIsolate *iso = t->iso;
    uint32_t live = 0;
    for (uint32_t i = 0; iso->intern.log2 && i < 1u << iso->intern.log2; i++)
        live += iso->intern.table[i] > (MrStr *)1;
    uint32_t log2 = 11; /* what start-up needs */
    while (1u << log2 < live * 3)
        log2++;
    MrStr **table = calloc((size_t)1 << log2, sizeof *table);
    if (!table) {
        mr_raise_no_memory(t);
        return false;
    }
    for (uint32_t i = 0; iso->intern.log2 && i < 1u << iso->intern.log2; i++) {
        MrStr *s = iso->intern.table[i];
        if (s <= (MrStr *)1)
            continue;
        uint32_t j = intern_hash(s->bytes, s->nbytes) & ((1u << log2) - 1);
        while (table[j])
            j = (j + 1) & ((1u << log2) - 1);
        table[j] = s;
    }
    free(iso->intern.table);
    iso->intern.table = table;
    iso->intern.log2 = log2;
    iso->intern.count = live;
    return true;
}

static MrStr *intern(MrThread *t, const char *bytes, size_t n, MrStr *have)
{
    MrIsolate *iso = t->iso;
    if ((!iso->intern.log2 || iso->intern.count * 3 >= 2u << iso->intern.log2) && !intern_grow(t))
        return NULL;
    uint32_t mask = (1u << iso->intern.log2) - 1, i = intern_hash(bytes, n) & mask;
    for (; iso->intern.table[i]; i = (i + 1) & mask) {
        MrStr *s = iso->intern.table[i];
        if (s > (MrStr *)1 && s->nbytes == n && !mr_work_compare(t, s->bytes, bytes, n))
            return s;
    }
    if (!have) {
        MrValue v = mr_str_new(t, bytes, n);
        if (v == MR_ERROR)
            return NULL;
        have = MR_STR(v);
        mask = (1u << iso->intern.log2) - 1; /* a collection may have emptied slots, never moved them */
        for (i = intern_hash(have->bytes, n) & mask; iso->intern.table[i]; i = (i + 1) & mask)
            ;
    }
    have->interned = 1;
    iso->intern.table[i] = have;
    iso->intern.count++;
    return have;
}

MrStr *mr_intern(MrThread *t, const char *bytes, size_t n)
{
    return intern(t, bytes, n, NULL);
}

MrStr *mr_intern_str(MrThread *t, MrStr *s)
{
    if (s->interned)
        return s;
    return intern(t, s->bytes, s->nbytes, s->h.shape == MR_TYPE_str ? s : NULL);
}

static bool init_names(MrThread *t)
{
    for (int i = 0; i < MR_SLOT_COUNT; i++) {
        MrStr *s = mr_intern(t, slot_texts[i], strlen(slot_texts[i]));
        if (!s)
            return false;
        s->h.aux = (uint16_t)(i + 1);
        t->iso->slot_names[i] = s;
    }
    for (int i = 0; i < MR_NAME_COUNT; i++)
        if (!(t->iso->names[i] = mr_intern(t, name_texts[i].text, strlen(name_texts[i].text))))
            return false;
    return true;
}

/* ---- birth and death ---- */

static bool init_values(MrThread *t)
{
    MrIsolate *iso = t->iso;
    MrTuple *empty = mr_alloc(t, sizeof *empty, MR_KIND_TUPLE, MR_TYPE_tuple);
    MrStr *s = mr_alloc(t, sizeof *s + 1, MR_KIND_STR, MR_TYPE_str);
    MrBytes *b = mr_alloc(t, sizeof *b + 1, MR_KIND_BYTES, MR_TYPE_bytes);
    if (!empty || !s || !b)
        return false;
    iso->empty_tuple = mr_val(empty);
    iso->empty_str = mr_val(s);
    iso->empty_bytes = mr_val(b);
    return intern(t, "", 0, s) == s;
}

/* The MemoryError for when there is none left, in a cell of its own making: mr_exception_new would make its classes' dicts. */
static MrValue last_error(MrThread *t)
{
    MrException *e = mr_alloc(t, sizeof *e, MR_KIND_EXCEPTION, MR_EXC_MemoryError);
    if (!e)
        return MR_ERROR;
    e->args = t->iso->empty_tuple;
    e->traceback = e->cause = e->context = MR_NONE;
    return mr_val(e);
}

static bool init_modules(MrThread *t)
{
    MrIsolate *iso = t->iso;
    if (!(iso->def_types = mr_dict_new(t)) || !(iso->modules = mr_dict_new(t)) || !(iso->codec_errors = mr_dict_new(t)))
        return false;
    if ((iso->no_memory = last_error(t)) == MR_ERROR)
        return false;
    MrModule *b = mr_module_native(t, mr_native_module("builtins"));
    if (!b)
        return false;
    iso->builtins = b->dict;
    return mr_dict_set_str(t, iso->modules, mr_n(t, builtins), mr_val(b));
}

/* As the isolate itself is made, without collections and limits: only a machine without memory can fail it. */
static bool make_sys(MrThread *t)
{
    MrIsolate *iso = t->iso;
    MrValue pending = t->pending;
    bool disabled = iso->heap.disabled;
    t->pending = MR_UNBOUND;
    iso->heap.disabled = true;
    mr_heap_bear(&iso->heap, true);
    MrModule *m = mr_module_native(t, mr_native_module("sys"));
    bool ok = m && mr_dict_set_str(t, iso->modules, mr_n(t, sys), mr_val(m));
    mr_heap_bear(&iso->heap, false);
    iso->heap.disabled = disabled;
    if (!ok)
        return false;
    iso->sys = m;
    t->pending = pending;
    return true;
}

MrDict *mr_sys_dict(MrThread *t)
{
    return t->iso->sys || make_sys(t) ? t->iso->sys->dict : NULL;
}

MrValue mr_sys_get(MrThread *t, MrStr *name)
{
    MrDict *d = mr_sys_dict(t);
    if (d)
        return mr_dict_get_str(t, d, name);
    mr_take_pending(t);
    return MR_UNBOUND;
}

/* What the making of types left in the look-up caches is of little use to the script, and an idle isolate is to be small: their pages go back. */
static void empty_caches(MrIsolate *iso)
{
    uintptr_t start = (uintptr_t)iso->method_cache, end = (uintptr_t)iso->attr_cache + sizeof iso->attr_cache;
    _Static_assert(offsetof(MrIsolate, attr_cache) - offsetof(MrIsolate, method_cache) == sizeof iso->method_cache, "the caches lie side by side");
    start = (start + 4095) & ~(uintptr_t)4095;
    end &= ~(uintptr_t)4095;
    if (start < end)
        madvise((void *)start, end - start, MADV_DONTNEED);
}

MrIsolate *mr_isolate_new(void *c_base, uint64_t hash_seed)
{
    MrIsolate *iso = calloc(1, sizeof *iso);
    if (!iso)
        return NULL;
    iso->int_max_str_digits = 4300;
    iso->executable = "";
    iso->empty_frozenset = iso->codec_search = MR_UNBOUND;
    if (hash_seed)
        iso->hash_seed[0] = hash_seed;
    else if (getrandom(iso->hash_seed, sizeof iso->hash_seed, 0) < 0)
        iso->hash_seed[0] = (uint64_t)(uintptr_t)iso;
    mr_waker_init(&iso->waker);
    const char *stress = getenv("MORAY_GC_STRESS");
    iso->heap.disabled = true;
    mr_heap_bear(&iso->heap, true);
    MrThread *t = &iso->main;
    bool ok = mr_threads_init(iso) && mr_heap_init(iso);
    mr_thread_set_c_stack(t, c_base);
    ok = ok && mr_types_init(t) && init_values(t) && init_names(t) && mr_types_link(t) && init_modules(t);
    if (!ok) {
        mr_isolate_free(iso);
        return NULL;
    }
    empty_caches(iso);
    mr_heap_bear(&iso->heap, false);
    iso->heap.disabled = false;
    const char *fail = getenv("MORAY_FAIL_ALLOC");
    iso->heap.fail_at = fail ? strtoull(fail, NULL, 10) : 0;
    iso->heap.stress = stress ? (uint32_t)strtoul(stress, NULL, 10) : 0;
    return iso;
}

bool mr_isolate_free(MrIsolate *iso)
{
    if (!iso)
        return true;
    if (!mr_threads_stop(iso))
        return false;
    iso->finalizing = true;
    mr_limits_fini(iso);
    mr_async_fini(iso);
    mr_heap_fini(iso);
    mr_waker_fini(&iso->waker);
    free(iso->intern.table);
    mr_threads_fini(iso);
    free(iso);
    return true;
}

static void collect_to_end(MrThread *t)
{
    const MrHeap *h = &t->iso->heap;
    uint64_t n;
    do {
        n = h->collections;
        mr_heap_collect(t);
        mr_gc_run_finalizers(t);
    } while (h->deferred && n != h->collections);
}

/* The end of the program, while everything still works: exit hooks, then a collection with __main__ emptied, so that what is lost is reported. */
void mr_isolate_finish(MrThread *t)
{
    MrIsolate *iso = t->iso;
    mr_run_exit_hooks(t);
    mr_threads_close(t);
    iso->finalizing = true;
    t->pending = MR_UNBOUND;
    MrValue main = mr_dict_get_str(t, iso->modules, mr_n(t, __main__));
    if (!mr_gc_anything_to_finalize(iso)) /* the common end: nothing could come of a collection */
        return;
    mr_forget_uncaught(t);
    collect_to_end(t);
    if (mr_is_kind(main, MR_KIND_MODULE)) {
        MrDict *d = ((MrModule *)mr_obj_of(main))->dict;
        for (uint32_t i = 0; i < d->used; i++)
            if (d->entries[i].key != MR_UNBOUND && !(mr_is_str(d->entries[i].key) && !strncmp(mr_cstr(d->entries[i].key), "__", 2)))
                d->entries[i].value = MR_NONE;
    }
    collect_to_end(t);
    t->pending = MR_UNBOUND;
}

/* ---- polling ---- */

/* All but limits. */
static bool poll_rest(MrThread *t)
{
    MrIsolate *iso = t->iso;
    bool first = t == iso->threads.first;
    if (iso->threads.ending && !first) {
        if (!mr_pending(t))
            mr_raise_type_value(t, MR_EXC_SystemExit, MR_UNBOUND);
        return false;
    }
    if (mr_poll_bits(iso) & MR_POLL_SIGNAL && first) { /* before finalizers, which would swallow what a handler raises */
        mr_poll_clear(iso, MR_POLL_SIGNAL);
        if (!mr_signals_run(t))
            return false;
    }
    if (mr_poll_bits(iso) & MR_POLL_FINALIZE)
        mr_gc_run_finalizers(t);
    if (mr_poll_bits(iso) & MR_POLL_DUMP)
        mr_fault_poll(t);
    if (mr_poll_bits(iso) & MR_POLL_SWITCH)
        mr_thread_yield(t);
    if (mr_poll_bits(iso) & MR_POLL_SIGNAL && first) {
        mr_poll_clear(iso, MR_POLL_SIGNAL);
        return mr_signals_run(t);
    }
    return true;
}

bool mr_poll(MrThread *t)
{
    MrIsolate *iso = t->iso;
    if (!mr_poll_bits(iso))
        return true;
    if (mr_poll_bits(iso) & MR_POLL_LIMIT)
        return mr_limits_check(t, MR_NATIVE_POLL_STEPS) && poll_rest(t);
    return poll_rest(t);
}

bool mr_poll_wait(MrThread *t)
{
    if (mr_poll_bits(t->iso) & MR_POLL_LIMIT && !mr_limits_check(t, 0))
        return false;
    return !mr_poll_bits(t->iso) || poll_rest(t);
}

bool mr_poll_slow(MrThread *t)
{
    if (mr_poll_bits(t->iso) & MR_POLL_LIMIT && !mr_limits_check(t, 1))
        return false;
    return !(mr_poll_bits(t->iso) & ~MR_POLL_LIMIT) || poll_rest(t);
}
