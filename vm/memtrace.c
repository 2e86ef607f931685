/* Where memory was allocated; see memtrace.h.
 *
 * Blocks are noted in a table by address, places in an array with a table by hash, file names once each. All of it is malloc'd memory of its own, which
 * holds no values: the collector neither sees it nor is it counted. Dead blocks leave the table when the collector has marked. The peak is that of living memory:
 * when what is noted passes the last peak by some slack, a collection tells how much of it lives.
 */
#include "vm/memtrace.h"

#include <stdlib.h>

#include "vm/error.h"

enum { FIRST_SLACK = 256 << 10, MAX_LINES = 65535 };

typedef struct Block { uintptr_t address; size_t size; uint32_t place; } Block; /* address 0: free, 1: removed */

struct MrMemoryTrace {
    uint32_t max_lines;
    bool busy;               /* the allocation in progress is not to be noted */
    Block *blocks;           /* open addressing */
    size_t n_blocks, n_used, cap_blocks;
    MrMemoryPlace *places;
    uint32_t n_places, cap_places;
    uint32_t *place_table;   /* indices + 1 */
    uint32_t cap_place_table;
    char **names;
    uint32_t n_names, cap_names;
    const MrStr *last_name;  /* the name found last, as long as no collection has come between */
    const char *last_text;
    size_t current, peak, collect_at, own;
    MrMemoryLine scratch[];  /* max_lines */
};

static MrMemoryTrace *trace_of(const MrIsolate *iso) { return iso->heap.memory_trace; }

static size_t address_hash(uintptr_t a) { return (size_t)((a >> 4) * UINT64_C(0x9E3779B97F4A7C15) >> 20); }

/* ---- blocks ---- */

static Block *find_block(const MrMemoryTrace *m, uintptr_t address)
{
    size_t mask = m->cap_blocks - 1;
    for (size_t i = address_hash(address) & mask; m->cap_blocks && m->blocks[i].address; i = (i + 1) & mask)
        if (m->blocks[i].address == address)
            return &m->blocks[i];
    return NULL;
}

static void put_block(Block *table, size_t capacity, Block b)
{
    size_t i = address_hash(b.address) & (capacity - 1);
    while (table[i].address)
        i = (i + 1) & (capacity - 1);
    table[i] = b;
}

/* A table for `wanted` blocks with none that `keep` refuses. Out of memory: the old one stays. */
static bool rebuild(MrMemoryTrace *m, size_t wanted)
{
    size_t capacity = 1024;
    while (capacity < wanted * 2)
        capacity *= 2;
    Block *table = calloc(capacity, sizeof *table);
    if (!table)
        return false;
    for (size_t i = 0; i < m->cap_blocks; i++)
        if (m->blocks[i].address > 1)
            put_block(table, capacity, m->blocks[i]);
    m->own += (capacity - m->cap_blocks) * sizeof *table;
    free(m->blocks);
    m->blocks = table;
    m->cap_blocks = capacity;
    m->n_used = m->n_blocks;
    return true;
}

static void drop_block(MrMemoryTrace *m, Block *b)
{
    m->current -= b->size;
    m->n_blocks--;
    b->address = 1;
}

/* ---- places ---- */

static const char *keep_name(MrMemoryTrace *m, const MrStr *name)
{
    if (name == m->last_name)
        return m->last_text;
    const char *found = NULL;
    for (uint32_t i = m->n_names; i-- && !found;)
        if (!strcmp(m->names[i], name->bytes))
            found = m->names[i];
    if (!found) {
        if (m->n_names == m->cap_names) {
            uint32_t cap = m->cap_names ? m->cap_names * 2 : 32;
            char **bigger = realloc(m->names, cap * sizeof *bigger);
            if (!bigger)
                return NULL;
            m->names = bigger;
            m->cap_names = cap;
        }
        char *copy = strdup(name->bytes);
        if (!copy)
            return NULL;
        m->names[m->n_names++] = copy;
        m->own += strlen(copy) + 1;
        found = copy;
    }
    m->last_name = name;
    m->last_text = found;
    return found;
}

static bool same_place(const MrMemoryPlace *a, const MrMemoryPlace *b)
{
    if (a->hash != b->hash || a->n_lines != b->n_lines || a->depth != b->depth)
        return false;
    for (uint32_t i = 0; i < a->n_lines; i++)
        if (a->lines[i].filename != b->lines[i].filename || a->lines[i].line != b->lines[i].line)
            return false;
    return true;
}

static bool grow_places(MrMemoryTrace *m)
{
    uint32_t cap = m->cap_places ? m->cap_places * 2 : 128;
    MrMemoryPlace *places = realloc(m->places, cap * sizeof *places);
    if (!places)
        return false;
    m->places = places;
    uint32_t *table = calloc(cap * 2, sizeof *table);
    if (!table)
        return false;
    for (uint32_t p = 0; p < m->n_places; p++) {
        uint32_t i = places[p].hash & (cap * 2 - 1);
        while (table[i])
            i = (i + 1) & (cap * 2 - 1);
        table[i] = p + 1;
    }
    free(m->place_table);
    m->place_table = table;
    m->own += (cap - m->cap_places) * (sizeof *places + 2 * sizeof *table);
    m->cap_places = cap;
    m->cap_place_table = cap * 2;
    return true;
}

/* The number of the place where the thread is, UINT32_MAX: out of memory. */
static uint32_t place_here(MrMemoryTrace *m, MrThread *t)
{
    MrMemoryPlace here = {.lines = m->scratch, .hash = 17};
    for (MrFrame *f = t->frame; f > t->frames; f--, here.depth++) {
        if (here.n_lines == m->max_lines)
            continue;
        const char *name = keep_name(m, f->code->filename);
        if (!name)
            return UINT32_MAX;
        uint32_t line = mr_code_line(f->code, (uint32_t)(f->pc - f->code->code));
        here.hash = (here.hash ^ (uint32_t)((uintptr_t)name >> 4) ^ line * 2654435761u) * 16777619u;
        m->scratch[here.n_lines++] = (MrMemoryLine){name, line};
    }
    if (!here.n_lines)
        m->scratch[here.n_lines++] = (MrMemoryLine){"<unknown>", 0};
    if (m->n_places == m->cap_places && !grow_places(m))
        return UINT32_MAX;
    uint32_t mask = m->cap_place_table - 1, i = here.hash & mask;
    for (; m->place_table[i]; i = (i + 1) & mask)
        if (same_place(&m->places[m->place_table[i] - 1], &here))
            return m->place_table[i] - 1;
    MrMemoryLine *lines = malloc(here.n_lines * sizeof *lines);
    if (!lines)
        return UINT32_MAX;
    memcpy(lines, m->scratch, here.n_lines * sizeof *lines);
    m->own += here.n_lines * sizeof *lines;
    here.lines = lines;
    m->places[m->n_places] = here;
    m->place_table[i] = ++m->n_places;
    return m->n_places - 1;
}

/* ---- for the allocator ---- */

bool mr_memtrace_begin(MrThread *t)
{
    MrMemoryTrace *m = trace_of(t->iso);
    if (m->busy || t->iso->heap.collecting)
        return false;
    if (m->current > m->collect_at)
        mr_heap_collect(t);
    m->busy = true;
    return true;
}

void mr_memtrace_note(MrThread *t, MrObj *o, size_t size)
{
    MrMemoryTrace *m = trace_of(t->iso);
    if (!m)
        return;
    m->busy = false;
    if (!o || (m->n_used * 2 >= m->cap_blocks && !rebuild(m, m->n_blocks + m->n_blocks / 2 + 512)))
        return;
    uint32_t place = place_here(m, t);
    if (place == UINT32_MAX)
        return;
    put_block(m->blocks, m->cap_blocks, (Block){(uintptr_t)o, size, place});
    m->n_blocks++;
    m->n_used++;
    m->current += size;
}

void mr_memtrace_settle(MrIsolate *iso)
{
    MrMemoryTrace *m = trace_of(iso);
    for (size_t i = 0; i < m->cap_blocks; i++)
        if (m->blocks[i].address > 1 && !mr_gc_marked((const MrObj *)m->blocks[i].address))
            drop_block(m, &m->blocks[i]);
    (void)!rebuild(m, m->n_blocks + 512);
    m->last_name = NULL;
    if (m->current > m->peak)
        m->peak = m->current;
    m->collect_at = m->peak + (m->peak / 4 > FIRST_SLACK ? m->peak / 4 : FIRST_SLACK);
}

void mr_memtrace_forget(MrIsolate *iso, const MrObj *o)
{
    MrMemoryTrace *m = trace_of(iso);
    Block *b = find_block(m, (uintptr_t)o);
    if (!b)
        return;
    if (m->current > m->peak)
        m->peak = m->current; /* it lived until now */
    drop_block(m, b);
}

/* ---- switching ---- */

bool mr_memtrace_start(MrThread *t, uint32_t max_lines)
{
    if (trace_of(t->iso))
        return true;
    MrMemoryTrace *m = calloc(1, sizeof *m + max_lines * sizeof *m->scratch);
    if (!m) {
        mr_raise_no_memory(t);
        return false;
    }
    m->max_lines = max_lines;
    m->own = sizeof *m + max_lines * sizeof *m->scratch;
    m->collect_at = FIRST_SLACK;
    mr_gc_set_memory_trace(t->iso, m);
    return true;
}

void mr_memtrace_clear(MrIsolate *iso)
{
    MrMemoryTrace *m = trace_of(iso);
    if (!m)
        return;
    for (uint32_t i = 0; i < m->n_places; i++)
        free(m->places[i].lines);
    for (uint32_t i = 0; i < m->n_names; i++)
        free(m->names[i]);
    free(m->places);
    free(m->place_table);
    free(m->names);
    free(m->blocks);
    *m = (MrMemoryTrace){.max_lines = m->max_lines, .busy = m->busy, .collect_at = FIRST_SLACK, .own = sizeof *m + m->max_lines * sizeof *m->scratch};
}

void mr_memtrace_stop(MrIsolate *iso)
{
    MrMemoryTrace *m = trace_of(iso);
    if (!m)
        return;
    mr_memtrace_clear(iso);
    mr_gc_set_memory_trace(iso, NULL);
    free(m);
}

/* ---- looking ---- */

bool mr_memtrace_is_on(const MrIsolate *iso) { return trace_of(iso); }

uint32_t mr_memtrace_limit(const MrIsolate *iso) { return trace_of(iso) ? trace_of(iso)->max_lines : 1; }

void mr_memtrace_sums(MrIsolate *iso, size_t *current, size_t *peak)
{
    MrMemoryTrace *m = trace_of(iso);
    *current = m ? m->current : 0;
    if (m && m->current > m->peak)
        m->peak = m->current;
    *peak = m ? m->peak : 0;
}

void mr_memtrace_reset_peak(MrIsolate *iso)
{
    MrMemoryTrace *m = trace_of(iso);
    if (m)
        m->peak = m->current;
    if (m)
        m->collect_at = m->peak + (m->peak / 4 > FIRST_SLACK ? m->peak / 4 : FIRST_SLACK);
}

size_t mr_memtrace_own_memory(const MrIsolate *iso) { return trace_of(iso) ? trace_of(iso)->own : 0; }

bool mr_memtrace_each(MrIsolate *iso, bool (*fn)(void *data, size_t size, const MrMemoryPlace *place), void *data)
{
    MrMemoryTrace *m = trace_of(iso);
    if (!m)
        return true;
    m->busy = true;
    bool ok = true;
    size_t n = 0;
    Block *copy = malloc((m->n_blocks + 1) * sizeof *copy); /* a collection meanwhile changes the table */
    for (size_t i = 0; copy && i < m->cap_blocks; i++)
        if (m->blocks[i].address > 1)
            copy[n++] = m->blocks[i];
    for (size_t i = 0; i < n && ok; i++)
        ok = fn(data, copy[i].size, &m->places[copy[i].place]);
    free(copy);
    m->busy = false;
    return ok;
}

const MrMemoryPlace *mr_memtrace_of(const MrIsolate *iso, const MrObj *o)
{
    MrMemoryTrace *m = trace_of(iso);
    Block *b = m ? find_block(m, (uintptr_t)o) : NULL;
    return b ? &m->places[b->place] : NULL;
}
