/* The heap: blocks, large objects, conservative look-up (heap.c), and the collector, whose rules gc.c tells. */
#ifndef MR_VM_GC_H
#define MR_VM_GC_H

#include "vm/object.h"

#define MR_BLOCK_SIZE 65536u
#define MR_GRANULE 16u
#define MR_SIZE_CLASSES 40

typedef struct MrBlock {
    struct MrBlock *next;
    struct MrBlock *spare_next;
    uint32_t cell_size;     /* bytes; 0 for a large block and a birth block */
    uint32_t n_cells;
    uint32_t first;         /* offset of the first cell */
    uint32_t bump;          /* index of the first cell never used */
    uint32_t size_class;
    bool watched;           /* some of its cells were passed to mr_gc_watch */
    bool birth;             /* cells of all sizes, behind each other; `bump` is the granule behind the last one, and MrBirthStarts follows the struct */
    void *free_list;        /* linked through the word after the header */
    size_t large_size;      /* large blocks: bytes of the mapping */
    uint64_t marks[MR_BLOCK_SIZE / MR_GRANULE / 64];
} MrBlock;

/* Where the cells of a birth block begin: a bit for each granule of the block. */
typedef struct MrBirthStarts { uint64_t bits[MR_BLOCK_SIZE / MR_GRANULE / 64]; } MrBirthStarts;

typedef struct MrSizeClass {
    MrBlock *current;       /* allocation goes on here */
    MrBlock *blocks;        /* swept and full ones */
    MrBlock *unswept;       /* not swept since the last collection */
    MrBlock *roomy;         /* of `blocks`, through spare_next: swept before allocation came to them, with free cells */
} MrSizeClass;

/* An object that something must happen to when it dies: a native finalizer, __del__, or a suspended generator to close. */
typedef struct MrFinalizable {
    MrObj *object;
    void (*finalize)(MrIsolate *iso, MrObj *o); /* NULL: script-visible finalization (__del__, generator close, coroutine never awaited) */
} MrFinalizable;

/* A weakref whose target died and that has a callback. */
typedef struct MrWeakRow {
    MrObj *target;          /* NULL: free row, (MrObj *)1: removed */
    MrValue refs;           /* list of MrWeakref objects, held weakly */
} MrWeakRow;

typedef struct MrHeap {
    MrSizeClass classes[MR_SIZE_CLASSES];
    MrBlock *large;
    MrBlock *birth;         /* blocks filled while the isolate was made, the newest first */
    size_t birth_bytes;     /* in use in them */
    struct { uintptr_t *keys; MrBlock **blocks; uint32_t count, log2; } table; /* 64 KiB page number -> block */
    uintptr_t lowest, highest;
    size_t bytes;           /* in use: survivors of the last collection and all since */
    size_t soft_limit;      /* atomic: allocation below it needs no thought; see gc.c */
    bool hurry;             /* atomic: the script has to stop, its next allocation fails */
    size_t threshold;       /* collect when bytes passes it */
    size_t live_after;      /* bytes that survived the last one */
    size_t limit;           /* 0: none */
    uint32_t forgotten_views; /* how often in a row a bytearray's views turned out to be dead: see mr_memoryview_settle */
    size_t marked_bytes;
    uint64_t collections, freed_cells;
    uint64_t fail_at, allocations; /* the Nth allocation fails: testing */
    struct MrMemoryTrace *memory_trace; /* see memtrace.h; NULL: off */
    bool collecting, disabled, mark_overflow, finalizing;
    bool gave_up; /* the last collection, for a script that has to stop */
    bool bearing;           /* see mr_heap_bear */
    bool counting;          /* somebody wants to know how many cells a sweep frees */
    uint8_t deferred;       /* so many collections in a row have left objects that are due to the next one */
    uint32_t stress;        /* collect at every Nth allocation and poison freed cells; 0: off */
    MrObj **mark_stack;
    size_t mark_count, mark_capacity;
    MrFinalizable *finalizable;
    size_t n_finalizable, cap_finalizable;
    MrObj **due;            /* dead objects whose script finalizer is due; alive until it has run */
    size_t n_due, cap_due;
    MrWeakRow *weak;        /* open addressing by target */
    uint32_t weak_log2, n_weak;
    MrValue *callbacks;     /* weakrefs whose callback is due */
    size_t n_callbacks, cap_callbacks;
    MrBlock *spare;         /* empty blocks kept */
    bool dead_taken;        /* take_dead_blocks has looked since the last collection */
    MrBlock *kept;          /* mappings of dead large objects, for reuse */
    MrBlock *leaving;       /* and those that go back to the kernel */
    size_t kept_bytes;
    void **chunks;
    size_t n_chunks, cap_chunks;
    char *fresh, *fresh_end;/* blocks of the newest chunk not used yet */
} MrHeap;

bool mr_heap_init(MrIsolate *iso);
void mr_heap_bear(MrHeap *h, bool on);    /* what is allocated meanwhile, with collections disabled, goes to birth blocks */
void mr_heap_fini(MrIsolate *iso);        /* runs native finalizers, frees all memory */
void mr_gc_set_limit(MrIsolate *iso, size_t bytes); /* 0: none */
/* Marks what the script can still get at, as far as that is known: without what only this thread's C stack refers to. mr_gc_marked() tells, until something
 * is allocated. For questions only: what is not marked may be in use. */
void mr_gc_mark_precisely(MrThread *t);
/* From any thread: until `hurry` is taken back, the script has to stop, and its next allocation sees to that (limits.c). */
void mr_gc_hurry(MrIsolate *iso, bool on);
void mr_gc_set_memory_trace(MrIsolate *iso, struct MrMemoryTrace *trace); /* NULL: none */
void mr_heap_collect(MrThread *t);        /* mark and set up lazy sweeping */
void mr_heap_collect_for_instruction(MrThread *t); /* the same, leaving out the dispatch loop's own C frame; only from an instruction that needs none of its values */
bool mr_gc_add_finalizable(MrThread *t, MrObj *o, void (*finalize)(MrIsolate *iso, MrObj *o));
/* Objects that need script-visible finalization only in some states (generators, coroutines): instead of a row for each, their block is
 * marked, and dead ones for which mr_gen_needs_finalization holds are found by walking such blocks. Costs nothing per object. */
/* Stress testing: frozen modules are the same for every script, so their imports are not stressed again and again (MORAY_GC_STRESS_IMPORTS
 * set in the environment: they are). pause gives what resume wants back. */
uint32_t mr_gc_pause_stress(MrIsolate *iso);
void mr_gc_resume_stress(MrIsolate *iso, uint32_t stress);
void mr_gc_watch(MrObj *o);
bool mr_gc_anything_to_finalize(MrIsolate *iso); /* could a collection make script code or a report run? */
void mr_gc_run_finalizers(MrThread *t);   /* [script] __del__ of what the last collection found, weakref callbacks */
MrObj *mr_heap_object_at(MrIsolate *iso, uintptr_t word); /* conservative: the live object that `word` points to or into, or NULL */
/* Calls fn for every live object (sweeping first). fn may not allocate. */
void mr_heap_each(MrIsolate *iso, void (*fn)(MrObj *o, void *data), void *data);
size_t mr_object_size(MrObj *o);          /* bytes of its cell */
void mr_gc_mark_shallow(MrGc *gc, MrObj *o); /* the object but not what it refers to */
void mr_mark_word(MrGc *gc, uint64_t word); /* conservatively */

static inline MrBlock *mr_block_of(const void *object)
{
    return (MrBlock *)((uintptr_t)object & ~(uintptr_t)(MR_BLOCK_SIZE - 1));
}

/* During a collection only. */
static inline bool mr_gc_marked(const void *object)
{
    uintptr_t g = ((uintptr_t)object & (MR_BLOCK_SIZE - 1)) / MR_GRANULE;
    return mr_block_of(object)->marks[g / 64] >> (g % 64) & 1;
}

/* heap.c for gc.c: the parts of a collection that deal with blocks. */
void mr_heap_set_marks(MrHeap *h, int byte);      /* of all blocks: 0 or 0xFF */
void mr_heap_finish_sweep(MrHeap *h);
/* At most so many blocks of it: true if nothing is left. */
bool mr_heap_sweep_part(MrHeap *h, uint32_t n);
void mr_heap_begin_sweep(MrHeap *h);              /* after marking; large and birth blocks are swept at once, the others as allocation needs cells */
void mr_heap_set_threshold(MrHeap *h, size_t live);
/* Calls fn for what stands in a swept heap's cells, buffers and dead objects that are not swept yet included. */
void mr_heap_each_cell(MrHeap *h, void (*fn)(MrObj *o, void *data), void *data);

struct MrGc {
    MrIsolate *iso;
    MrThread *thread; /* which collects */
    bool behind_loop;
    bool promptly;    /* somebody wants to know what is still referred to: see live.c */
    bool may_give_up, given_up; /* marking may end, has ended, before its time: the script has to stop */
};

/* Is the collection given up, since a script that has to stop waits for it? Looked at after so many values. */
enum { MR_MARKED_AT_A_TIME = 1 << 14 };
bool mr_gc_gives_up(MrGc *gc);

/* Weak references (vm/weak.c). The list of live weakrefs of `target`, made if `make`; MR_UNBOUND if none. */
MrValue mr_weak_refs(MrThread *t, MrObj *target, bool make);
void mr_weak_settle(MrGc *gc, bool last); /* after marking: clears refs to dead targets, queues callbacks */
void mr_weak_fini(MrIsolate *iso);

#endif
