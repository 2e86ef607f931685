/* Memory: blocks of cells of one size, large objects, the block of what an isolate is born with; allocation; sweeping.
 *
 *  - Blocks are 64 KiB and aligned, so an object's block is found by masking its address. A table tells which addresses are blocks at all.
 *  - A cell whose kind is MR_KIND_FREE is free. Cells beyond a block's `bump` have never been used and are not looked at.
 *  - Sweeping looks at nothing but mark bits, and happens block by block as allocation needs cells.
 *  - What is made before the script can run stands in birth blocks, cell behind cell whatever their sizes: in blocks by size, each of two dozen
 *    sizes would begin pages of its own, for which an isolate that does nothing yet pays. Birth cells that die are not used again.
 * What lives is decided in gc.c.
 */
#include "vm/gc.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "vm/async/async.h"
#include "vm/isolate.h"
#include "vm/memtrace.h"

#define CHUNK_BLOCKS 16
#define FEW_CHUNKS 4   /* up to here a heap gets its pages as it touches them */
#define SOON_FILLED 16 /* from here on it takes whole chunks of pages, in between whole blocks */
#define MIN_THRESHOLD (8u << 20)
#define MIN_KEPT ((size_t)8 << 20)
#define MAX_KEPT ((size_t)64 << 20)

static const uint32_t cell_sizes[] = {16,   32,   48,   64,   80,   96,   112,  128,  144,  160,  176,  192,   208,   224,   240,   256,   320,   384,
                                      448,  512,  640,  768,  896,  1024, 1280, 1536, 1792, 2048, 2560, 3072,  3584,  4096,  5120,  6144,  8096,  10800,
                                      12960, 16208, 21616, 32432};
_Static_assert(sizeof cell_sizes / sizeof *cell_sizes == MR_SIZE_CLASSES, "one cell size per class");
#define LARGEST_CELL 32432u

enum { SMALL_CELL = 256 }; /* up to here there is a class for each granule */

static uint32_t class_of(size_t size)
{
    if (size <= SMALL_CELL)
        return (uint32_t)((size + 15) / 16) - 1;
    uint32_t c = 16;
    while (cell_sizes[c] < size)
        c++;
    return c;
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

/* What the kernel does with pages, and what is done to all bytes of a large object, takes its time: it is done in pieces, between which a script that has to stop is thought of. */
#define PIECE ((size_t)2 << 20)
static bool in_a_hurry(const MrHeap *h) { return __atomic_load_n(&h->hurry, __ATOMIC_RELAXED); }

/* Has the script to stop, so that an allocation can be refused? */
static bool refuses(MrThread *t)
{
    const MrHeap *h = &t->iso->heap;
    return MR_UNLIKELY(in_a_hurry(h)) && !h->disabled && !t->iso->finalizing && !t->iso->stopping && mr_limits_is_over(t->iso);
}

/* Asks for all the pages at once, which takes half the time of a fault for each; where the kernel cannot, one by one will do. */
static void populate(const MrHeap *h, char *start, size_t size)
{
#ifdef MADV_POPULATE_WRITE
    for (size_t at = 0; at < size && !in_a_hurry(h); at += PIECE)
        (void)madvise(start + at, size - at < PIECE ? size - at : PIECE, MADV_POPULATE_WRITE);
#else
    (void)h, (void)start, (void)size;
#endif
}

/* Gives mappings of large objects back; in a hurry the rest of them stays for the next time. */
static void unmap_leaving(MrHeap *h, bool all)
{
    for (size_t done = 0; h->leaving;) {
        MrBlock *b = h->leaving;
        if (done >= PIECE) {
            if (!all && in_a_hurry(h))
                return;
            done = 0;
        }
        size_t part = b->large_size > PIECE ? PIECE : b->large_size;
        done += part;
        b->large_size -= part;
        if (!b->large_size)
            h->leaving = b->spare_next;
        munmap((char *)b + b->large_size, part);
    }
}

static void unmap_large(MrHeap *h, MrBlock *b)
{
    b->spare_next = h->leaving;
    h->leaving = b;
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
    if (h->n_chunks >= SOON_FILLED)
        populate(h, chunk, (size_t)CHUNK_BLOCKS * MR_BLOCK_SIZE);
    h->chunks[h->n_chunks++] = chunk;
    h->fresh = chunk;
    h->fresh_end = chunk + (size_t)CHUNK_BLOCKS * MR_BLOCK_SIZE;
    return true;
}

static MrBlock *fresh_block(MrHeap *h)
{
    if (h->fresh == h->fresh_end && !refill_spare(h))
        return NULL;
    MrBlock *b = (MrBlock *)h->fresh;
    if (!table_add(h, (uintptr_t)b >> 16, b))
        return NULL;
    if (h->n_chunks > FEW_CHUNKS && h->n_chunks <= SOON_FILLED)
        populate(h, (char *)b, MR_BLOCK_SIZE);
    h->fresh += MR_BLOCK_SIZE;
    return b;
}

static uint32_t sweep_block(MrHeap *h, MrBlock *b);

static void make_spare(MrHeap *h, MrBlock *b)
{
    b->spare_next = h->spare;
    h->spare = b;
    b->bump = 0;
    b->cell_size = 0;
    b->n_cells = 0;
    b->large_size = 0;
}

/* Is nothing alive in `b`? */
static bool is_dead(const MrBlock *b)
{
    uint64_t marked = 0;
    for (size_t k = 0; k < sizeof b->marks / sizeof *b->marks; k++)
        marked |= b->marks[k];
    return !marked;
}

/* The blocks of all classes that nothing alive is left in, found without waiting until their class sweeps them: once after each collection,
 * before the heap grows. */
static void take_dead_blocks(MrHeap *h)
{
    h->dead_taken = true;
    for (uint32_t i = 0; i < MR_SIZE_CLASSES; i++)
        for (MrBlock **link = &h->classes[i].unswept; *link;) {
            MrBlock *b = *link;
            if (!is_dead(b)) {
                link = &b->next;
                continue;
            }
            *link = b->next;
            sweep_block(h, b);
            make_spare(h, b);
        }
}

static MrBlock *take_block(MrHeap *h, uint32_t size_class)
{
    if (!h->spare && !h->dead_taken)
        take_dead_blocks(h);
    MrBlock *b = h->spare;
    if (b) {
        h->spare = b->spare_next;
    } else if (!(b = fresh_block(h))) {
        return NULL;
    }
    memset(b, 0, sizeof *b);
    b->cell_size = cell_sizes[size_class];
    b->size_class = size_class;
    b->first = (sizeof(MrBlock) + MR_GRANULE - 1) / MR_GRANULE * MR_GRANULE;
    b->n_cells = (MR_BLOCK_SIZE - b->first) / b->cell_size;
    return b;
}

/* Links the unmarked cells of `b` into its free list. Returns the number of live cells. A block that nothing is alive in will be used from
 * its beginning again, and short-lived objects leave many: its cells are not touched, unless somebody wants to know how many died. */
static uint32_t sweep_block(MrHeap *h, MrBlock *b)
{
    if (!h->stress && !h->counting && is_dead(b)) {
        h->freed_cells += b->bump;
        return 0;
    }
    uint32_t live = 0;
    char *cell = (char *)b + b->first;
    void *list = NULL;
    void **tail = &list;
    for (uint32_t i = 0; i < b->bump; i++, cell += b->cell_size) {
        MrObj *o = (MrObj *)cell;
        if (o->kind != MR_KIND_FREE) {
            if (mr_gc_marked(o)) {
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
    if (live == 0) {
        make_spare(h, b);
        return false;
    }
    b->next = c->blocks;
    c->blocks = b;
    if (!b->free_list && b->bump == b->n_cells)
        return false;
    c->current = b;
    return true;
}

bool mr_heap_sweep_part(MrHeap *h, uint32_t n)
{
    for (uint32_t i = 0; i < MR_SIZE_CLASSES; i++) {
        MrSizeClass *c = &h->classes[i];
        MrBlock *keep = c->current;
        for (; c->unswept && n; n--)
            if (sweep_next(h, c)) {
                c->current->spare_next = c->roomy;
                c->roomy = c->current;
            }
        c->current = keep;
    }
    return n;
}

void mr_heap_finish_sweep(MrHeap *h)
{
    while (!mr_heap_sweep_part(h, UINT32_MAX))
        ;
}

/* ---- birth blocks ---- */

static MrBirthStarts *starts_of(MrBlock *b) { return (MrBirthStarts *)(b + 1); }

/* A zeroed cell. */
static void *birth_cell(MrHeap *h, size_t size)
{
    uint32_t granules = (uint32_t)((size + MR_GRANULE - 1) / MR_GRANULE);
    MrBlock *b = h->birth;
    if (!b || b->bump + granules > MR_BLOCK_SIZE / MR_GRANULE) {
        if (!(b = fresh_block(h)))
            return NULL;
        b->birth = true;
        b->first = (sizeof(MrBlock) + sizeof(MrBirthStarts) + MR_GRANULE - 1) / MR_GRANULE * MR_GRANULE;
        b->bump = b->first / MR_GRANULE;
        b->next = h->birth;
        h->birth = b;
    }
    uint32_t at = b->bump;
    starts_of(b)->bits[at / 64] |= (uint64_t)1 << (at % 64);
    b->bump += granules;
    h->bytes += (size_t)granules * MR_GRANULE;
    h->birth_bytes += (size_t)granules * MR_GRANULE;
    return (char *)b + (size_t)at * MR_GRANULE;
}

/* The granule of the first cell at or behind granule `at`, or that behind the last one's end. */
static uint32_t birth_next(MrBlock *b, uint32_t at)
{
    while (at < b->bump) {
        uint64_t word = starts_of(b)->bits[at / 64] >> (at % 64);
        if (word)
            return at + (uint32_t)__builtin_ctzll(word);
        at = (at / 64 + 1) * 64;
    }
    return b->bump;
}

static MrObj *birth_object_at(MrBlock *b, uint32_t offset)
{
    uint32_t at = offset / MR_GRANULE;
    if (offset < b->first || at >= b->bump)
        return NULL;
    while (!(starts_of(b)->bits[at / 64] >> (at % 64) & 1))
        at--;
    MrObj *o = (MrObj *)((char *)b + (size_t)at * MR_GRANULE);
    return o->kind == MR_KIND_FREE ? NULL : o;
}

static size_t birth_size(MrBlock *b, const MrObj *o)
{
    uint32_t at = (uint32_t)((const char *)o - (char *)b) / MR_GRANULE;
    return (size_t)(birth_next(b, at + 1) - at) * MR_GRANULE;
}

static void sweep_birth(MrHeap *h)
{
    for (MrBlock *b = h->birth; b; b = b->next)
        for (uint32_t at = b->first / MR_GRANULE, end; at < b->bump; at = end) {
            MrObj *o = (MrObj *)((char *)b + (size_t)at * MR_GRANULE);
            end = birth_next(b, at + 1);
            if (o->kind == MR_KIND_FREE || mr_gc_marked(o))
                continue;
            h->freed_cells++;
            if (h->stress)
                memset(o, 0xDB, (size_t)(end - at) * MR_GRANULE);
            o->kind = MR_KIND_FREE;
        }
}

/* ---- large objects ---- */

/* Mappings of large objects that died are kept until the collection after the next, for the next large object of about the size: what the
 * kernel takes for a mapping and for the first touch of each of its pages is several times what filling it takes. */
static void drop_kept(MrHeap *h, bool all)
{
    for (MrBlock **link = &h->kept; *link;) {
        MrBlock *b = *link;
        if (!all && !b->bump++) { /* counts the collections for which it has been kept */
            link = &b->spare_next;
            continue;
        }
        *link = b->spare_next;
        h->kept_bytes -= b->large_size;
        unmap_large(h, b);
    }
}

/* Rounds the size of a mapping up by an eighth at most, or to a whole block, so that those of objects of about the size fit each other. */
static size_t round_mapping(size_t total)
{
    size_t unit = MR_BLOCK_SIZE;
    while (unit < total / 16)
        unit *= 2;
    return (total + unit - 1) & ~(unit - 1);
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
        unmap_large(h, b);
        return;
    }
    b->bump = 0;
    b->spare_next = h->kept;
    h->kept = b;
    h->kept_bytes += size;
}

static void sweep_large(MrHeap *h)
{
    MrBlock **link = &h->large;
    while (*link) {
        MrBlock *b = *link;
        if (mr_gc_marked((char *)b + b->first)) {
            link = &b->next;
        } else {
            *link = b->next;
            h->freed_cells++;
            release_large(h, b, true);
        }
    }
}

/* False: stop. */
static bool zero(MrThread *t, char *p, size_t n)
{
    for (size_t at = 0; at < n; at += PIECE) {
        if (at && refuses(t))
            return false;
        memset(p + at, 0, n - at < PIECE ? n - at : PIECE);
    }
    return true;
}

/* Zeroed, but for the bytes of a str or bytes, which are written at once. */
static void *alloc_large(MrThread *t, size_t size, bool text)
{
    MrHeap *h = &t->iso->heap;
    if (size > (size_t)1 << 46)
        return NULL;
    unmap_leaving(h, false);
    uint32_t first = (sizeof(MrBlock) + MR_GRANULE - 1) / MR_GRANULE * MR_GRANULE;
    size_t needed = (first + size + 4095) & ~(size_t)4095, total = h->limit ? needed : round_mapping(needed);
    MrBlock *b = take_kept(h, total);
    if (b) {
        total = b->large_size;
        if (!zero(t, (char *)b, text ? first + sizeof(MrStr) : total)) {
            b->large_size = total;
            unmap_large(h, b);
            return NULL;
        }
    } else if (!(b = map_aligned(total))) {
        return NULL;
    } else if (text && total <= MAX_KEPT) {
        populate(h, (char *)b, needed);
    }
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

/* ---- allocation ---- */

static void *alloc_slow(MrHeap *h, uint32_t size_class)
{
    MrSizeClass *c = &h->classes[size_class];
    c->current = NULL;
    if (c->roomy) {
        c->current = c->roomy;
        c->roomy = c->roomy->spare_next;
    }
    while (!c->current && c->unswept)
        sweep_next(h, c);
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
 * 0 when every allocation has to be looked at (birth, stress, failing allocator, tracemalloc, a script that has to stop). */
static void set_soft_limit(MrHeap *h)
{
    size_t at = h->threshold;
    if (h->limit && h->limit < at)
        at = h->limit;
    __atomic_store_n(&h->soft_limit, h->stress || h->fail_at || h->memory_trace || h->bearing ? 0 : at, __ATOMIC_SEQ_CST);
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
    if (refuses(t))
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

/* The bytes of these are written at once. */
static inline bool is_text(MrKind kind) { return kind == MR_KIND_STR || kind == MR_KIND_BYTES; }

static void *bear(MrHeap *h, size_t size, MrKind kind, MrTypeId type)
{
    MrObj *o = birth_cell(h, size);
    if (o)
        *o = (MrObj){.shape = (uint32_t)type, .kind = (uint8_t)kind};
    return o;
}

__attribute__((noinline)) static void *alloc_any(MrThread *t, size_t size, MrKind kind, MrTypeId type)
{
    MrHeap *h = &t->iso->heap;
    if (MR_UNLIKELY(h->bytes + size > __atomic_load_n(&h->soft_limit, __ATOMIC_RELAXED))) {
        if (h->bearing && size <= LARGEST_CELL)
            return bear(h, size, kind, type);
        if (h->memory_trace && mr_memtrace_begin(t)) {
            MrObj *noted = alloc_any(t, size, kind, type);
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
            clear((char *)o + 8, size > 256 && is_text(kind) ? sizeof(MrStr) : (size + 7) / 8 * 8 - 8);
    } else {
        if (MR_UNLIKELY(size > ((size_t)8 << 20)) && !h->disabled && !mr_limits_cost(t, (double)size / 2)) /* the time to fill it */
            return NULL;
        o = alloc_large(t, size, is_text(kind));
    }
    if (MR_UNLIKELY(!o)) {
        if (refuses(t))
            mr_limits_no_memory(t);
        else
            mr_raise_no_memory(t);
        return NULL;
    }
    *o = (MrObj){.shape = (uint32_t)type, .kind = (uint8_t)kind};
    return o;
}

/* The frequent case, without a call: a small cell of a block that has one. Everything else is alloc_any's, which asks all questions. */
KEEP_LOOP void *mr_alloc(MrThread *t, size_t size, MrKind kind, MrTypeId type)
{
    typedef uint64_t pair __attribute__((vector_size(16), aligned(8)));
    MrHeap *h = &t->iso->heap;
    MrObj *o;
    if (MR_UNLIKELY(size > SMALL_CELL || h->bytes + size > __atomic_load_n(&h->soft_limit, __ATOMIC_RELAXED)))
        return alloc_any(t, size, kind, type);
    size_t units = (size + MR_GRANULE - 1) / MR_GRANULE;
    MrBlock *b = h->classes[units - 1].current;
    if (MR_UNLIKELY(!b))
        return alloc_any(t, size, kind, type);
    if (MR_LIKELY((o = b->free_list) != NULL))
        b->free_list = *(void **)((char *)o + 8);
    else if (MR_LIKELY(b->bump < b->n_cells))
        o = (MrObj *)((char *)b + b->first + (size_t)b->bump++ * units * MR_GRANULE);
    else
        return alloc_any(t, size, kind, type);
    h->bytes += units * MR_GRANULE;
    *(uint64_t *)(o + 1) = 0;
    for (pair *p = (pair *)(o + 2), *end = (pair *)((char *)o + units * MR_GRANULE); p < end; p++)
        *p = (pair){0, 0};
    *o = (MrObj){.shape = (uint32_t)type, .kind = (uint8_t)kind};
    return o;
}


void *mr_buffer_new(MrThread *t, size_t size)
{
    MrObj *o = mr_alloc(t, size + sizeof(MrObj), MR_KIND_BUFFER, MR_TYPE_none_);
    if (!o)
        return NULL;
    /* the rest of the cell as well: resizing copies all of it */
    size_t used = (size + sizeof(MrObj) + 7) / 8 * 8, cell = mr_block_of(o)->cell_size;
    if (cell > used)
        memset((char *)o + used, 0, cell - used);
    return o + 1;
}

size_t mr_object_size(MrObj *o)
{
    MrBlock *b = mr_block_of(o);
    return b->cell_size ? b->cell_size : b->birth ? birth_size(b, o) : b->large_size - b->first;
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
    MrBlock *b = buffer ? mr_block_of((MrObj *)buffer - 1) : NULL;
    if (!b || b->cell_size || b->birth || h->collecting)
        return;
    if (h->memory_trace)
        mr_memtrace_forget(t->iso, (MrObj *)buffer - 1);
    MrBlock **link = &h->large;
    while (*link != b)
        link = &(*link)->next;
    *link = b->next;
    h->bytes -= b->large_size < h->bytes ? b->large_size : h->bytes;
    release_large(h, b, false); /* of what grows, the next one is larger */
    unmap_leaving(h, false);
}

MrObj *mr_heap_object_at(MrIsolate *iso, uintptr_t word)
{
    MrBlock *b = table_find(&iso->heap, word >> 16);
    if (!b)
        return NULL;
    if (!b->cell_size) {
        if (b->birth)
            return birth_object_at(b, (uint32_t)(word - (uintptr_t)b));
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

void mr_heap_set_marks(MrHeap *h, int byte)
{
    for (uint32_t i = 0; i < MR_SIZE_CLASSES; i++)
        for (MrBlock *b = h->classes[i].blocks; b; b = b->next)
            memset(b->marks, byte, sizeof b->marks);
    for (MrBlock *b = h->birth; b; b = b->next)
        memset(b->marks, byte, sizeof b->marks);
    for (MrBlock *b = h->large; b; b = b->next)
        memset(b->marks, byte, sizeof b->marks);
}

void mr_heap_each_cell(MrHeap *h, void (*fn)(MrObj *o, void *data), void *data)
{
    for (MrBlock *b = h->birth; b; b = b->next)
        for (uint32_t at = b->first / MR_GRANULE; at < b->bump; at = birth_next(b, at + 1)) {
            MrObj *o = (MrObj *)((char *)b + (size_t)at * MR_GRANULE);
            if (o->kind != MR_KIND_FREE)
                fn(o, data);
        }
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

void mr_heap_each(MrIsolate *iso, void (*fn)(MrObj *o, void *data), void *data)
{
    mr_heap_finish_sweep(&iso->heap);
    mr_heap_each_cell(&iso->heap, fn, data);
}

void mr_heap_begin_sweep(MrHeap *h)
{
    drop_kept(h, h->stress || h->limit);
    h->dead_taken = false;
    sweep_large(h);
    unmap_leaving(h, false);
    sweep_birth(h);
    for (uint32_t i = 0; i < MR_SIZE_CLASSES; i++) {
        MrSizeClass *c = &h->classes[i];
        c->unswept = c->blocks;
        c->blocks = c->current = c->roomy = NULL;
    }
}

void mr_heap_set_threshold(MrHeap *h, size_t live)
{
    h->live_after = h->bytes = live;
    h->threshold = live * 2 > MIN_THRESHOLD ? live * 2 : MIN_THRESHOLD;
    set_soft_limit(h);
}

void mr_heap_bear(MrHeap *h, bool on)
{
    h->bearing = on;
    set_soft_limit(h);
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
    drop_kept(h, true);
    unmap_leaving(h, true);
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
