/* The collector: non-moving mark and sweep over size-class blocks.
 *
 * Rules that everything else relies on:
 *  - Objects never move, so any word anywhere on the C stack that points to or into a live object keeps it alive.
 *  - Frames' locals are precise. Temporaries are looked at conservatively, and those above a call's window base are known dead.
 *  - All weak entries and finalizers are settled right after marking, while every dead object's memory is still whole; sweeping itself
 *    looks at nothing but mark bits, and happens block by block as allocation needs cells.
 *  - A cell whose kind is MR_KIND_FREE is free. Blocks never used beyond `bump` are not looked at.
 *  - Allocation may collect at any time except while the heap is `disabled` or collecting.
 * Not here: what each builtin object points to is in trace.c; weak references' own type is types/weakref.c.
 */
#include "vm/gc.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "vm/generator.h"
#include "vm/async/async.h"
#include "vm/isolate.h"
#include "vm/memtrace.h"
#include "vm/trace.h"

#define CHUNK_BLOCKS 16
#define MIN_THRESHOLD (8u << 20)
#define MAX_SPARE 64
#define MIN_KEPT ((size_t)4 << 20)
#define MAX_KEPT ((size_t)64 << 20)
#define MAX_MARK_STACK 16384 /* entries kept from one collection to the next */
#define AFTER_GIVING_UP (1u << 20) /* bytes */
#define TRACED_AT_A_TIME 4096 /* objects between two looks at whether a limit is over */

static const uint32_t cell_sizes[] = {16,   32,   48,   64,   80,   96,   112,  128,  144,  160,  176,  192,   208,   224,   240,   256,   320,   384,
                                      448,  512,  640,  768,  896,  1024, 1280, 1536, 1792, 2048, 2560, 3072,  3584,  4096,  5120,  6144,  8096,  10800,
                                      12960, 16208, 21616, 32432};
_Static_assert(sizeof cell_sizes / sizeof *cell_sizes == MR_SIZE_CLASSES, "one cell size per class");
#define LARGEST_CELL 32432u

static uint32_t class_of(size_t size)
{
    if (size <= 256)
        return (uint32_t)((size + 15) / 16) - 1;
    uint32_t c = 16;
    while (cell_sizes[c] < size)
        c++;
    return c;
}

static MrBlock *block_of(const void *object)
{
    return (MrBlock *)((uintptr_t)object & ~(uintptr_t)(MR_BLOCK_SIZE - 1));
}

static bool marked(const void *object)
{
    uintptr_t g = ((uintptr_t)object & (MR_BLOCK_SIZE - 1)) / MR_GRANULE;
    return block_of(object)->marks[g / 64] >> (g % 64) & 1;
}

bool mr_gc_marked(const MrObj *o)
{
    return marked(o);
}

/* ---- block table ---- */

static bool table_grow(MrHeap *h)
{
    uint32_t log2 = h->table.log2 ? h->table.log2 + 1 : 6;
    uintptr_t *keys = calloc((size_t)1 << log2, sizeof *keys);
    MrBlock **blocks = calloc((size_t)1 << log2, sizeof *blocks);
    if (!keys || !blocks) {
        free(keys);
        free(blocks);
        return false;
    }
    for (uint32_t i = 0; h->table.log2 && i < 1u << h->table.log2; i++) {
        if (h->table.keys[i] <= 1)
            continue;
        uint32_t j = (uint32_t)((h->table.keys[i] * 0x9E3779B97F4A7C15ull) >> (64 - log2));
        while (keys[j])
            j = (j + 1) & ((1u << log2) - 1);
        keys[j] = h->table.keys[i];
        blocks[j] = h->table.blocks[i];
    }
    free(h->table.keys);
    free(h->table.blocks);
    h->table.keys = keys;
    h->table.blocks = blocks;
    h->table.log2 = log2;
    return true;
}

static bool table_add(MrHeap *h, uintptr_t page, MrBlock *b)
{
    if (!h->table.log2 || h->table.count * 2 >= 1u << h->table.log2)
        if (!table_grow(h))
            return false;
    uint32_t mask = (1u << h->table.log2) - 1;
    uint32_t i = (uint32_t)((page * 0x9E3779B97F4A7C15ull) >> (64 - h->table.log2));
    while (h->table.keys[i] > 1)
        i = (i + 1) & mask;
    if (h->table.keys[i] == 0)
        h->table.count++;
    h->table.keys[i] = page;
    h->table.blocks[i] = b;
    if (page < h->lowest)
        h->lowest = page;
    if (page > h->highest)
        h->highest = page;
    return true;
}

static void table_remove(MrHeap *h, uintptr_t page)
{
    uint32_t mask = (1u << h->table.log2) - 1;
    uint32_t i = (uint32_t)((page * 0x9E3779B97F4A7C15ull) >> (64 - h->table.log2));
    while (h->table.keys[i] != page) {
        if (!h->table.keys[i])
            return;
        i = (i + 1) & mask;
    }
    h->table.keys[i] = 1; /* removed; slots are reused by table_add */
    h->table.blocks[i] = NULL;
}

static MrBlock *table_find(MrHeap *h, uintptr_t page)
{
    if (page < h->lowest || page > h->highest)
        return NULL;
    uint32_t mask = (1u << h->table.log2) - 1;
    uint32_t i = (uint32_t)((page * 0x9E3779B97F4A7C15ull) >> (64 - h->table.log2));
    while (h->table.keys[i] != page) {
        if (!h->table.keys[i])
            return NULL;
        i = (i + 1) & mask;
    }
    return h->table.blocks[i];
}

/* ---- blocks ---- */

static void *map_aligned(size_t size)
{
    size_t room = size + MR_BLOCK_SIZE;
    char *p = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); /* what the machine cannot have is refused here */
    if (p == MAP_FAILED)
        return NULL;
    char *start = (char *)(((uintptr_t)p + MR_BLOCK_SIZE - 1) & ~(uintptr_t)(MR_BLOCK_SIZE - 1));
    if (start > p)
        munmap(p, (size_t)(start - p));
    if (p + room > start + size)
        munmap(start + size, (size_t)(p + room - (start + size)));
    return start;
}

/* Blocks come from chunks of sixteen. Chunks are listed through their first block's page being registered in `chunks`. */
static bool refill_spare(MrHeap *h)
{
    if (h->n_chunks == h->cap_chunks) {
        size_t cap = h->cap_chunks ? h->cap_chunks * 2 : 8;
        void **chunks = realloc(h->chunks, cap * sizeof *chunks);
        if (!chunks)
            return false;
        h->chunks = chunks;
        h->cap_chunks = cap;
    }
    char *chunk = map_aligned((size_t)CHUNK_BLOCKS * MR_BLOCK_SIZE);
    if (!chunk)
        return false;
    h->chunks[h->n_chunks++] = chunk;
    h->fresh = chunk;
    h->fresh_end = chunk + (size_t)CHUNK_BLOCKS * MR_BLOCK_SIZE;
    return true;
}

static MrBlock *take_block(MrHeap *h, uint32_t size_class)
{
    MrBlock *b = h->spare;
    if (b) {
        h->spare = b->spare_next;
        h->n_spare--;
    } else {
        if (h->fresh == h->fresh_end && !refill_spare(h))
            return NULL;
        b = (MrBlock *)h->fresh;
        if (!table_add(h, (uintptr_t)b >> 16, b))
            return NULL;
        h->fresh += MR_BLOCK_SIZE;
    }
    memset(b, 0, sizeof *b);
    b->cell_size = cell_sizes[size_class];
    b->size_class = size_class;
    b->first = (sizeof(MrBlock) + MR_GRANULE - 1) / MR_GRANULE * MR_GRANULE;
    b->n_cells = (MR_BLOCK_SIZE - b->first) / b->cell_size;
    return b;
}

/* Links the unmarked cells of `b` into its free list. Returns the number of live cells. */
static uint32_t sweep_block(MrHeap *h, MrBlock *b)
{
    uint32_t live = 0;
    char *cell = (char *)b + b->first;
    void *list = NULL;
    void **tail = &list;
    for (uint32_t i = 0; i < b->bump; i++, cell += b->cell_size) {
        MrObj *o = (MrObj *)cell;
        if (o->kind != MR_KIND_FREE) {
            if (marked(o)) {
                live++;
                continue;
            }
            h->freed_cells++;
            if (h->stress)
                memset(cell, 0xDB, b->cell_size);
            o->kind = MR_KIND_FREE;
        }
        *tail = cell;
        tail = (void **)(cell + 8);
    }
    *tail = NULL;
    b->free_list = list;
    return live;
}

/* Takes one block off the unswept list, sweeps it, and files it: true if it has room and is current now. */
static bool sweep_next(MrHeap *h, MrSizeClass *c)
{
    MrBlock *b = c->unswept;
    c->unswept = b->next;
    uint32_t live = sweep_block(h, b);
    if (live == 0 && h->n_spare < MAX_SPARE) {
        b->spare_next = h->spare;
        h->spare = b;
        h->n_spare++;
        b->bump = 0;
        b->cell_size = 0;
        b->n_cells = 0;
        b->large_size = 0;
        return false;
    }
    b->next = c->blocks;
    c->blocks = b;
    if (!b->free_list && b->bump == b->n_cells)
        return false;
    c->current = b;
    return true;
}

static void finish_sweep(MrHeap *h)
{
    for (uint32_t i = 0; i < MR_SIZE_CLASSES; i++) {
        MrSizeClass *c = &h->classes[i];
        MrBlock *keep = c->current;
        while (c->unswept)
            sweep_next(h, c);
        c->current = keep;
    }
}

/* Mappings of large objects that died are kept until the next collection, for the next large object of about the size: what the kernel
 * takes for a mapping and for the first touch of each of its pages is several times what filling it takes. */
static void drop_kept(MrHeap *h)
{
    while (h->kept) {
        MrBlock *b = h->kept;
        h->kept = b->spare_next;
        munmap(b, b->large_size);
    }
    h->kept_bytes = 0;
}

static MrBlock *take_kept(MrHeap *h, size_t total)
{
    for (MrBlock **link = &h->kept; *link; link = &(*link)->spare_next) {
        MrBlock *b = *link;
        if (b->large_size >= total && b->large_size - total <= total / 4) {
            *link = b->spare_next;
            h->kept_bytes -= b->large_size;
            return b;
        }
    }
    return NULL;
}

static void release_large(MrHeap *h, MrBlock *b, bool keep)
{
    size_t size = b->large_size;
    for (uintptr_t p = (uintptr_t)b >> 16, end = ((uintptr_t)b + size - 1) >> 16; p <= end; p++)
        table_remove(h, p);
    size_t most = MIN_KEPT + h->live_after / 2;
    if (!keep || h->stress || h->limit || h->kept_bytes + size > (most < MAX_KEPT ? most : MAX_KEPT)) {
        munmap(b, size);
        return;
    }
    b->spare_next = h->kept;
    h->kept = b;
    h->kept_bytes += size;
}

static void sweep_large(MrHeap *h)
{
    MrBlock **link = &h->large;
    while (*link) {
        MrBlock *b = *link;
        if (marked((char *)b + b->first)) {
            link = &b->next;
        } else {
            *link = b->next;
            h->freed_cells++;
            release_large(h, b, true);
        }
    }
}

/* ---- allocation ---- */

/* Zeroed, but for the bytes of a str or bytes, which are written at once. */
static void *alloc_large(MrHeap *h, size_t size, bool text)
{
    if (size > (size_t)1 << 46)
        return NULL;
    uint32_t first = (sizeof(MrBlock) + MR_GRANULE - 1) / MR_GRANULE * MR_GRANULE;
    size_t total = (first + size + 4095) & ~(size_t)4095;
    MrBlock *b = take_kept(h, total);
    if (b) {
        total = b->large_size;
        memset(b, 0, text ? first + sizeof(MrStr) : total);
    } else if (!(b = map_aligned(total))) {
        return NULL;
    }
#ifdef MADV_POPULATE_WRITE
    else if (text && total <= MAX_KEPT)
        (void)madvise(b, total, MADV_POPULATE_WRITE); /* all pages at once take half the time; where the kernel cannot, one by one will do */
#endif
    b->first = first;
    b->large_size = total;
    b->n_cells = b->bump = 1;
    for (uintptr_t p = (uintptr_t)b >> 16, end = ((uintptr_t)b + total - 1) >> 16; p <= end; p++) {
        if (!table_add(h, p, b)) {
            release_large(h, b, false);
            return NULL;
        }
    }
    b->next = h->large;
    h->large = b;
    h->bytes += total;
    return (char *)b + first;
}

static void *alloc_slow(MrHeap *h, uint32_t size_class)
{
    MrSizeClass *c = &h->classes[size_class];
    c->current = NULL;
    while (c->unswept)
        if (sweep_next(h, c))
            break;
    if (!c->current) {
        MrBlock *b = take_block(h, size_class);
        if (!b)
            return NULL;
        b->next = c->blocks;
        c->blocks = c->current = b;
    }
    MrBlock *b = c->current;
    void *cell = b->free_list;
    if (cell)
        b->free_list = *(void **)((char *)cell + 8);
    else
        cell = (char *)b + b->first + (size_t)b->bump++ * b->cell_size;
    h->bytes += b->cell_size;
    return cell;
}

/* The fast path of allocation compares with one number: the nearer of the collection's threshold and the limit;
 * 0 when every allocation has to be looked at (stress, failing allocator, tracemalloc, a script that has to stop). */
static void set_soft_limit(MrHeap *h)
{
    size_t at = h->threshold;
    if (h->limit && h->limit < at)
        at = h->limit;
    __atomic_store_n(&h->soft_limit, h->stress || h->fail_at || h->memory_trace ? 0 : at, __ATOMIC_SEQ_CST);
    if (__atomic_load_n(&h->hurry, __ATOMIC_SEQ_CST))
        __atomic_store_n(&h->soft_limit, 0, __ATOMIC_SEQ_CST);
}

void mr_gc_hurry(MrIsolate *iso, bool on)
{
    __atomic_store_n(&iso->heap.hurry, on, __ATOMIC_SEQ_CST);
    if (on)
        __atomic_store_n(&iso->heap.soft_limit, 0, __ATOMIC_SEQ_CST);
}

void mr_gc_set_memory_trace(MrIsolate *iso, struct MrMemoryTrace *trace)
{
    iso->heap.memory_trace = trace;
    set_soft_limit(&iso->heap);
}

void mr_gc_set_limit(MrIsolate *iso, size_t bytes)
{
    iso->heap.limit = bytes;
    set_soft_limit(&iso->heap);
}

/* Decides about an allocation that passes the soft limit: collects when that is due. False: there is no memory for it. */
static bool admit(MrThread *t, size_t size)
{
    MrHeap *h = &t->iso->heap;
    if (h->disabled || h->collecting)
        return true;
    if (__atomic_load_n(&h->hurry, __ATOMIC_RELAXED) && !t->iso->finalizing && !t->iso->stopping && mr_limits_is_over(t->iso))
        return false;
    h->allocations++;
    if (h->fail_at && h->allocations >= h->fail_at)
        return false;
    if (h->stress ? h->allocations % h->stress == 0
                  : h->bytes + size > h->threshold || (h->limit && h->bytes + size > h->limit))
        mr_heap_collect(t);
    set_soft_limit(h);
    return !h->limit || h->bytes + size <= h->limit;
}

uint32_t mr_gc_pause_stress(MrIsolate *iso)
{
    uint32_t stress = iso->heap.stress;
    if (!stress || getenv("MORAY_GC_STRESS_IMPORTS"))
        return stress;
    iso->heap.stress = 0;
    set_soft_limit(&iso->heap);
    return stress;
}

void mr_gc_resume_stress(MrIsolate *iso, uint32_t stress)
{
    iso->heap.stress = stress;
    set_soft_limit(&iso->heap);
}

/* Clears whole words; small sizes dominate, for which a call of memset costs more than the stores. */
#ifdef __clang__
#define KEEP_LOOP
#else
#define KEEP_LOOP __attribute__((optimize("no-tree-loop-distribute-patterns"))) /* or gcc makes it a memset again */
#endif
KEEP_LOOP static inline void clear(char *p, size_t size)
{
    if (size > 256) {
        memset(p, 0, size);
        return;
    }
    typedef uint64_t pair __attribute__((vector_size(16), aligned(8)));
    char *end = p + (size & ~(size_t)15);
    for (; p < end; p += 16)
        *(pair *)p = (pair){0, 0};
    if (size & 8)
        *(uint64_t *)p = 0;
}

void *mr_alloc(MrThread *t, size_t size, MrKind kind, MrTypeId type)
{
    MrHeap *h = &t->iso->heap;
    if (MR_UNLIKELY(h->bytes + size > __atomic_load_n(&h->soft_limit, __ATOMIC_RELAXED))) {
        if (h->memory_trace && mr_memtrace_begin(t)) {
            MrObj *noted = mr_alloc(t, size, kind, type);
            mr_memtrace_note(t, noted, size);
            return noted;
        }
        if (!admit(t, size)) {
            mr_limits_no_memory(t);
            return NULL;
        }
    }
    MrObj *o;
    if (MR_LIKELY(size <= LARGEST_CELL)) {
        uint32_t k = class_of(size);
        MrBlock *b = h->classes[k].current;
        if (MR_LIKELY(b && b->free_list)) {
            o = b->free_list;
            b->free_list = *(void **)((char *)o + 8);
            h->bytes += b->cell_size;
        } else if (b && b->bump < b->n_cells) {
            o = (MrObj *)((char *)b + b->first + (size_t)b->bump++ * b->cell_size);
            h->bytes += b->cell_size;
        } else {
            o = alloc_slow(h, k);
        }
        if (MR_LIKELY(o != NULL))
            clear((char *)o + 8, (size + 7) / 8 * 8 - 8);
    } else {
        if (MR_UNLIKELY(size > ((size_t)8 << 20)) && !h->disabled && !mr_limits_cost(t, (double)size / 2)) /* the time to fill it */
            return NULL;
        o = alloc_large(h, size, kind == MR_KIND_STR || kind == MR_KIND_BYTES);
    }
    if (MR_UNLIKELY(!o)) {
        mr_raise_no_memory(t);
        return NULL;
    }
    o->shape = (uint32_t)type;
    o->kind = (uint8_t)kind;
    o->flags = 0;
    o->aux = 0;
    return o;
}

void *mr_buffer_new(MrThread *t, size_t size)
{
    MrObj *o = mr_alloc(t, size + sizeof(MrObj), MR_KIND_BUFFER, MR_TYPE_none_);
    if (!o)
        return NULL;
    /* the rest of the cell as well: resizing copies all of it */
    size_t used = (size + sizeof(MrObj) + 7) / 8 * 8, cell = block_of(o)->cell_size;
    if (cell > used)
        memset((char *)o + used, 0, cell - used);
    return o + 1;
}

size_t mr_object_size(MrObj *o)
{
    MrBlock *b = block_of(o);
    return b->cell_size ? b->cell_size : b->large_size - b->first;
}

void *mr_buffer_resize(MrThread *t, void *buffer, size_t size)
{
    if (!buffer)
        return mr_buffer_new(t, size);
    size_t old = mr_object_size((MrObj *)buffer - 1) - sizeof(MrObj);
    void *fresh = mr_buffer_new(t, size);
    return fresh && mr_work_copy(t, fresh, buffer, old < size ? old : size) ? fresh : NULL;
}

void mr_buffer_free(MrThread *t, void *buffer)
{
    MrHeap *h = &t->iso->heap;
    MrBlock *b = buffer ? block_of((MrObj *)buffer - 1) : NULL;
    if (!b || b->cell_size || h->collecting)
        return;
    if (h->memory_trace)
        mr_memtrace_forget(t->iso, (MrObj *)buffer - 1);
    MrBlock **link = &h->large;
    while (*link != b)
        link = &(*link)->next;
    *link = b->next;
    h->bytes -= b->large_size < h->bytes ? b->large_size : h->bytes;
    release_large(h, b, false); /* of what grows, the next one is larger */
}

/* ---- marking ---- */

static void push_mark(MrHeap *h, MrObj *o)
{
    if (MR_UNLIKELY(h->mark_count == h->mark_capacity)) {
        size_t cap = h->mark_capacity ? h->mark_capacity * 2 : 1024;
        MrObj **stack = realloc(h->mark_stack, cap * sizeof *stack);
        if (!stack) { /* the object stays marked and is found again by the rescan */
            h->mark_overflow = true;
            return;
        }
        h->mark_stack = stack;
        h->mark_capacity = cap;
    }
    h->mark_stack[h->mark_count++] = o;
}

void mr_mark_obj(MrGc *gc, void *object)
{
    if (!object)
        return;
    MrBlock *b = block_of(object);
    uintptr_t g = ((uintptr_t)object & (MR_BLOCK_SIZE - 1)) / MR_GRANULE;
    uint64_t bit = (uint64_t)1 << (g % 64);
    if (b->marks[g / 64] & bit)
        return;
    b->marks[g / 64] |= bit;
    MrHeap *h = &gc->iso->heap;
    h->marked_bytes += b->cell_size ? b->cell_size : b->large_size;
    if (((MrObj *)object)->kind != MR_KIND_BUFFER)
        push_mark(h, object);
}

void mr_gc_mark_shallow(MrGc *gc, MrObj *o)
{
    uintptr_t g = ((uintptr_t)o & (MR_BLOCK_SIZE - 1)) / MR_GRANULE;
    block_of(o)->marks[g / 64] |= (uint64_t)1 << (g % 64);
    (void)gc;
}

void mr_mark(MrGc *gc, MrValue v)
{
    if (mr_is_obj(v))
        mr_mark_obj(gc, mr_obj_of(v));
}

void mr_mark_buffer(MrGc *gc, void *buffer)
{
    if (buffer)
        mr_mark_obj(gc, (MrObj *)buffer - 1);
}

void mr_mark_values(MrGc *gc, const MrValue *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        mr_mark(gc, values[i]);
}

MrObj *mr_heap_object_at(MrIsolate *iso, uintptr_t word)
{
    MrBlock *b = table_find(&iso->heap, word >> 16);
    if (!b)
        return NULL;
    if (!b->cell_size) {
        if (!b->large_size || word < (uintptr_t)b + b->first)
            return NULL;
        return (MrObj *)((char *)b + b->first);
    }
    uintptr_t off = word - (uintptr_t)b;
    if (off < b->first)
        return NULL;
    uint32_t i = (uint32_t)((off - b->first) / b->cell_size);
    if (i >= b->bump)
        return NULL;
    MrObj *o = (MrObj *)((char *)b + b->first + (size_t)i * b->cell_size);
    return o->kind == MR_KIND_FREE ? NULL : o;
}

/* C code that copies out of a list may have nothing left of it but a pointer to its items: what a buffer seems to hold lives as long as it does.
 * A thread that is away may be reading a file into it. */
__attribute__((no_sanitize("thread"))) static void mark_held_by(MrGc *gc, MrObj *buffer)
{
    const uint64_t *words = (const uint64_t *)(buffer + 1);
    size_t n = (mr_object_size(buffer) - sizeof *buffer) / sizeof *words;
    for (size_t i = 0; i < n; i++) {
        MrObj *o = mr_is_obj(words[i]) ? mr_heap_object_at(gc->iso, (uintptr_t)words[i]) : NULL;
        if (o && mr_val(o) == words[i])
            mr_mark_obj(gc, o);
    }
}

void mr_mark_word(MrGc *gc, uint64_t word)
{
    MrObj *o = mr_heap_object_at(gc->iso, (uintptr_t)word);
    if (!o)
        return;
    mr_mark_obj(gc, o);
    if (o->kind == MR_KIND_BUFFER)
        mark_held_by(gc, o);
}

/* Traces what is marked, and what that leads to. False: a script that has to stop waits for this, and it was given up. */
static bool drain(MrGc *gc, bool may_give_up)
{
    MrHeap *h = &gc->iso->heap;
    for (;;) {
        for (uint32_t n = 1; h->mark_count; n++) {
            if (MR_UNLIKELY(n % TRACED_AT_A_TIME == 0) && may_give_up && mr_limits_is_over(gc->iso))
                return false;
            mr_trace_object(gc, h->mark_stack[--h->mark_count]);
        }
        if (!h->mark_overflow)
            return true;
        h->mark_overflow = false; /* the mark stack could not grow: trace every marked object again */
        for (uint32_t c = 0; c < MR_SIZE_CLASSES; c++)
            for (MrBlock *b = h->classes[c].blocks; b; b = b->next)
                for (uint32_t i = 0; i < b->bump; i++) {
                    MrObj *o = (MrObj *)((char *)b + b->first + (size_t)i * b->cell_size);
                    if (o->kind != MR_KIND_FREE && o->kind != MR_KIND_BUFFER && marked(o)) {
                        mr_trace_object(gc, o);
                        while (h->mark_count)
                            mr_trace_object(gc, h->mark_stack[--h->mark_count]);
                    }
                }
    }
}

__attribute__((noinline, no_sanitize("address"))) static void scan_c_stack(MrGc *gc, MrThread *t)
{
    uintptr_t low = (uintptr_t)__builtin_frame_address(0) & ~(uintptr_t)7;
#ifdef __x86_64__ /* where callee-saved registers lie right below the frame pointer */
    if (gc->behind_loop && t->c_entry)
        low = (uintptr_t)t->c_entry & ~(uintptr_t)7;
#endif
    for (uintptr_t p = low; p < (uintptr_t)t->c_base; p += 8)
        mr_mark_word(gc, *(uint64_t *)p);
}

__attribute__((noinline)) static void scan_roots(MrGc *gc, MrThread *t)
{
    __builtin_unwind_init(); /* callee-saved registers go to this frame */
    scan_c_stack(gc, t);
    for (MrThread *other = t->iso->threads.list; other; other = other->next)
        if (other != t)
            mr_threads_mark_away(gc, other);
    mr_trace_isolate(gc);
}

/* ---- after marking: finalizers and weak references ---- */

static bool push_due(MrHeap *h, MrObj *o)
{
    if (h->n_due == h->cap_due) {
        size_t cap = h->cap_due ? h->cap_due * 2 : 64;
        MrObj **due = realloc(h->due, cap * sizeof *due);
        if (!due)
            return false;
        h->due = due;
        h->cap_due = cap;
    }
    h->due[h->n_due++] = o;
    return true;
}

/* Script finalizers of dead objects are queued, and what they reach lives one round longer. */
static void settle_finalizable(MrGc *gc)
{
    MrHeap *h = &gc->iso->heap;
    size_t kept = 0;
    for (size_t i = 0; i < h->n_finalizable; i++) {
        MrFinalizable f = h->finalizable[i];
        if (marked(f.object) || f.finalize)
            h->finalizable[kept++] = f;
        else if (!push_due(h, f.object))
            h->finalizable[kept++] = f, mr_mark_obj(gc, f.object); /* no room in the queue: next time */
    }
    h->n_finalizable = kept;
}

/* Native finalizers, once it is known what script finalizers can still reach. */
static void settle_native(MrGc *gc)
{
    MrHeap *h = &gc->iso->heap;
    size_t kept = 0;
    for (size_t i = 0; i < h->n_finalizable; i++) {
        MrFinalizable f = h->finalizable[i];
        if (marked(f.object) || !f.finalize)
            h->finalizable[kept++] = f;
        else
            f.finalize(gc->iso, f.object);
    }
    h->n_finalizable = kept;
}

void mr_gc_watch(MrObj *o)
{
    block_of(o)->watched = true;
}

/* Dead generators, coroutines, futures and tasks with something left to do join the queue; a block without any is watched no longer. */
static void settle_watched(MrHeap *h)
{
    for (uint32_t c = 0; c < MR_SIZE_CLASSES; c++)
        for (MrBlock *b = h->classes[c].blocks; b; b = b->next) {
            if (!b->watched)
                continue;
            b->watched = false;
            for (uint32_t i = 0; i < b->bump; i++) {
                MrObj *o = (MrObj *)((char *)b + b->first + (size_t)i * b->cell_size);
                bool generator = o->kind == MR_KIND_GENERATOR;
                if (!generator && o->kind != MR_KIND_TASK && o->kind != MR_KIND_FUTURE)
                    continue;
                if (marked(o))
                    b->watched = true;
                else if (generator ? mr_gen_needs_finalization((MrGenerator *)o) : mr_future_needs_finalization(o))
                    b->watched |= push_due(h, o);
            }
        }
}

bool mr_gc_anything_to_finalize(MrIsolate *iso)
{
    MrHeap *h = &iso->heap;
    if (h->n_weak || h->n_due)
        return true;
    for (size_t i = 0; i < h->n_finalizable; i++)
        if (!h->finalizable[i].finalize)
            return true;
    for (uint32_t c = 0; c < MR_SIZE_CLASSES; c++) {
        for (MrBlock *b = h->classes[c].blocks; b; b = b->next)
            if (b->watched)
                return true;
        for (MrBlock *b = h->classes[c].unswept; b; b = b->next)
            if (b->watched)
                return true;
    }
    return false;
}

/* How often objects may be put off in a row: a chain of a few dies link by link, many objects are not worth as many collections. */
enum { FEW_DUE = 64, ROUNDS_OF_FEW = 8 };

/* Who holds others is finalized before them, as where references are counted: of the objects that joined the queue from `first` on, those that none of
 * the others reaches are served in this round. The others go back to their list and die, unless they have been revived, in the next one. */
static void put_holders_first(MrGc *gc, size_t first)
{
    MrHeap *h = &gc->iso->heap;
    size_t n = h->n_due - first, holders = 0, held = 0;
    MrObj **due = h->due + first, **others = n < 2 ? NULL : malloc(n * sizeof *others);
    bool put_off = h->deferred < (n <= FEW_DUE ? ROUNDS_OF_FEW : 1);
    uint8_t rounds = h->deferred;
    h->deferred = 0;
    if (!others)
        return;
    for (size_t i = 0; i < n; i++)
        if (!marked(due[i])) { /* what it reaches gets marked, but not itself */
            mr_trace_object(gc, due[i]);
            (void)drain(gc, false);
        }
    for (size_t i = 0; i < n; i++)
        if (marked(due[i]))
            others[held++] = due[i];
        else
            due[holders++] = due[i];
    put_off &= holders > 0;
    h->n_due = first + holders;
    for (size_t i = 0; i < held; i++) {
        MrObj *o = others[i];
        bool listed = o->kind != MR_KIND_GENERATOR && o->kind != MR_KIND_TASK && o->kind != MR_KIND_FUTURE;
        if (put_off && listed && h->n_finalizable < h->cap_finalizable) {
            h->finalizable[h->n_finalizable++] = (MrFinalizable){o, NULL};
            h->deferred = (uint8_t)(rounds + 1);
        } else {
            h->due[h->n_due++] = o;
        }
    }
    free(others);
}

static void mark_due(MrGc *gc)
{
    MrHeap *h = &gc->iso->heap;
    for (size_t i = 0; i < h->n_due; i++)
        mr_mark_obj(gc, h->due[i]);
    (void)drain(gc, false);
}

bool mr_gc_add_finalizable(MrThread *t, MrObj *o, void (*finalize)(MrIsolate *iso, MrObj *o))
{
    MrHeap *h = &t->iso->heap;
    if (h->n_finalizable == h->cap_finalizable) {
        size_t cap = h->cap_finalizable ? h->cap_finalizable * 2 : 64;
        MrFinalizable *rows = realloc(h->finalizable, cap * sizeof *rows);
        if (rows)
            h->finalizable = rows;
        if (!rows) {
            mr_raise_no_memory(t);
            return false;
        }
        h->cap_finalizable = cap;
    }
    h->finalizable[h->n_finalizable++] = (MrFinalizable){o, finalize};
    return true;
}

/* ---- the collection ---- */

static void clear_marks(MrHeap *h)
{
    for (uint32_t i = 0; i < MR_SIZE_CLASSES; i++)
        for (MrBlock *b = h->classes[i].blocks; b; b = b->next)
            memset(b->marks, 0, sizeof b->marks);
    for (MrBlock *b = h->large; b; b = b->next)
        memset(b->marks, 0, sizeof b->marks);
}

/* Nothing has been changed before the marks are complete: a collection that is given up leaves everything as it was. */
static void collect(MrThread *t, bool behind_loop, bool promptly, bool may_give_up)
{
    MrHeap *h = &t->iso->heap;
    if (h->collecting || h->disabled)
        return;
    h->collecting = true;
    finish_sweep(h);
    clear_marks(h);
    MrGc gc = {.iso = t->iso, .thread = t, .behind_loop = behind_loop, .promptly = promptly};
    h->marked_bytes = 0;
    scan_roots(&gc, t);
    if (!drain(&gc, may_give_up && !t->iso->finalizing)) {
        h->mark_count = 0;
        h->mark_overflow = h->collecting = false;
        h->threshold = h->bytes + AFTER_GIVING_UP; /* until then the script has stopped */
        return;
    }
    h->collections++;
    mr_weak_settle(&gc, false); /* weak references without regard to what finalizers revive, as CPython clears them first */
    size_t due = h->n_due;
    settle_finalizable(&gc);
    settle_watched(h);
    put_holders_first(&gc, due);
    mark_due(&gc);
    settle_native(&gc);
    mr_weak_settle(&gc, true);
    mr_trace_settle(&gc);
    (void)drain(&gc, false);
    drop_kept(h);
    if (h->memory_trace)
        mr_memtrace_settle(t->iso);
    sweep_large(h);
    for (uint32_t i = 0; i < MR_SIZE_CLASSES; i++) {
        MrSizeClass *c = &h->classes[i];
        c->unswept = c->blocks;
        c->blocks = c->current = NULL;
    }
    h->live_after = h->bytes = h->marked_bytes;
    h->threshold = h->live_after * 2 > MIN_THRESHOLD ? h->live_after * 2 : MIN_THRESHOLD;
    set_soft_limit(h);
    if (h->stress)
        finish_sweep(h);
    if (h->mark_capacity > MAX_MARK_STACK) {
        free(h->mark_stack);
        h->mark_stack = NULL;
        h->mark_capacity = 0;
    }
    h->collecting = false;
    if (h->n_due || h->n_callbacks)
        mr_poll_set(t->iso, MR_POLL_FINALIZE);
}

void mr_heap_collect(MrThread *t)
{
    collect(t, false, false, true);
}

void mr_heap_collect_for_instruction(MrThread *t)
{
    collect(t, true, true, true);
}

/* gc.collect() as a statement of the running frame: no native stands between, so the dispatch loop's own C frame can be left out, and what a
 * script just let go of is really gone. */
static bool called_by_instruction(MrThread *t, MrNative fn)
{
    MrFrame *f = t->frame;
    if (f <= t->frames || (f->pc->op != MR_OP_CALL && f->pc->op != MR_OP_CALL_METHOD && f->pc->op != MR_OP_CALL_KW))
        return false;
    MrValue callee = f->regs[f->pc->b];
    return mr_is_kind(callee, MR_KIND_NATIVE) && ((MrNativeFn *)mr_obj_of(callee))->fn == fn;
}

void mr_gc_mark_precisely(MrThread *t)
{
    MrHeap *h = &t->iso->heap;
    finish_sweep(h);
    clear_marks(h);
    h->marked_bytes = 0;
    MrGc gc = {.iso = t->iso, .thread = t, .promptly = true};
    for (MrThread *other = t->iso->threads.list; other; other = other->next)
        if (other != t)
            mr_threads_mark_away(&gc, other);
    mr_trace_isolate(&gc);
    (void)drain(&gc, false);
}

MrValue mr_collect(MrThread *t, MrNative caller)
{
    MrHeap *h = &t->iso->heap;
    bool disabled = h->disabled;
    h->disabled = false;
    uint64_t before = h->freed_cells;
    bool by_instruction = caller && called_by_instruction(t, caller);
    collect(t, by_instruction, true, caller);
    for (uint64_t n = 0; h->deferred && n != h->collections;) { /* once more for what the holders' finalizers let go of */
        n = h->collections;
        mr_gc_run_finalizers(t);
        collect(t, by_instruction, true, caller);
    }
    finish_sweep(h);
    uint64_t freed = h->freed_cells - before;
    h->disabled = disabled;
    mr_gc_run_finalizers(t);
    return mr_int(t, (int64_t)freed);
}

void mr_heap_each(MrIsolate *iso, void (*fn)(MrObj *o, void *data), void *data)
{
    MrHeap *h = &iso->heap;
    finish_sweep(h);
    for (uint32_t c = 0; c < MR_SIZE_CLASSES; c++)
        for (MrBlock *b = h->classes[c].blocks; b; b = b->next)
            for (uint32_t i = 0; i < b->bump; i++) {
                MrObj *o = (MrObj *)((char *)b + b->first + (size_t)i * b->cell_size);
                if (o->kind != MR_KIND_FREE)
                    fn(o, data);
            }
    for (MrBlock *b = h->large; b; b = b->next)
        fn((MrObj *)((char *)b + b->first), data);
}

bool mr_heap_init(MrIsolate *iso)
{
    MrHeap *h = &iso->heap;
    h->threshold = MIN_THRESHOLD; /* soft_limit stays 0: the first allocation sets it */
    h->lowest = UINTPTR_MAX;
    return table_grow(h);
}

void mr_heap_fini(MrIsolate *iso)
{
    MrHeap *h = &iso->heap;
    mr_memtrace_stop(iso);
    for (size_t i = 0; i < h->n_finalizable; i++)
        if (h->finalizable[i].finalize)
            h->finalizable[i].finalize(iso, h->finalizable[i].object);
    drop_kept(h);
    while (h->large) {
        MrBlock *b = h->large;
        h->large = b->next;
        munmap(b, b->large_size);
    }
    for (size_t i = 0; i < h->n_chunks; i++)
        munmap(h->chunks[i], (size_t)CHUNK_BLOCKS * MR_BLOCK_SIZE);
    free(h->chunks);
    free(h->table.keys);
    free(h->table.blocks);
    free(h->mark_stack);
    free(h->finalizable);
    free(h->due);
    mr_weak_fini(iso);
    memset(h, 0, sizeof *h);
}
