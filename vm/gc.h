/* The heap: size-class blocks, large objects, conservative look-up. See gc.c for the collector's rules. */
#ifndef MR_VM_GC_H
#define MR_VM_GC_H

#include "vm/object.h"

#define MR_BLOCK_SIZE 65536u
#define MR_GRANULE 16u
#define MR_SIZE_CLASSES 40

typedef struct MrBlock {
    struct MrBlock *next;
    uint32_t cell_size;     /* bytes; for a large block: 0 */
    uint32_t n_cells;
    uint32_t first;         /* offset of the first cell */
    uint32_t reciprocal;    /* 2^32 / cell_size rounded up: offset to index by multiply */
    uint32_t bump;          /* cells from this index on were never used */
    uint32_t n_free;
    uint8_t size_class;
    uint8_t swept;          /* up to date with the last collection */
    void *free_list;        /* linked through the word after the header */
    size_t large_size;      /* large blocks: bytes of the object's mapping */
    uint64_t marks[MR_BLOCK_SIZE / MR_GRANULE / 64];
} MrBlock;

typedef struct MrSizeClass {
    MrBlock *current;       /* allocation goes on here */
    MrBlock *blocks;        /* all blocks of the class */
    MrBlock *sweep;         /* next block to be swept */
} MrSizeClass;

/* One weak table row: the referent's weakrefs. */
typedef struct MrWeakEntry { MrObj *target; MrValue refs; /* list of MrWeakref, not keeping the target alive */ } MrWeakEntry;

typedef struct MrHeap {
    MrSizeClass classes[MR_SIZE_CLASSES];
    MrBlock *large;
    struct { uintptr_t *keys; MrBlock **blocks; uint32_t count, log2; } table; /* 64 KiB page number -> block, for conservative look-up */
    uintptr_t lowest, highest;
    size_t bytes;           /* in use since the last collection's estimate */
    size_t threshold;       /* collect when bytes passes it */
    size_t live_after;      /* bytes that survived the last one */
    size_t limit;           /* 0: none */
    size_t external;        /* counted malloc'd memory */
    uint64_t collections;
    uint64_t fail_at, allocations; /* fail-nth testing */
    bool collecting, disabled, stress;
    MrObj **mark_stack;
    size_t mark_count, mark_capacity;
    MrObj **finalizable;    /* objects with __del__ or a native finalizer that needs order */
    size_t n_finalizable, cap_finalizable;
    MrWeakEntry *weak;
    uint32_t weak_log2, n_weak;
    MrValue to_finalize;    /* list of objects whose __del__ is due, or MR_UNBOUND */
    MrBlock *spare;         /* empty blocks kept */
    uint32_t n_spare;
} MrHeap;

bool mr_heap_init(MrIsolate *iso);
void mr_heap_fini(MrIsolate *iso);        /* runs native finalizers, frees all memory */
void mr_heap_collect(MrThread *t);        /* mark and set up lazy sweeping */
bool mr_gc_add_finalizable(MrThread *t, MrObj *o);
void mr_gc_run_finalizers(MrThread *t);   /* [script] __del__ of what the last collection found, weakref callbacks */
MrObj *mr_heap_object_at(MrIsolate *iso, uintptr_t word); /* conservative: the live object that `word` points to or into, or NULL */
/* Calls fn for every live object (sweeping first). fn may not allocate. */
void mr_heap_each(MrIsolate *iso, void (*fn)(MrObj *o, void *data), void *data);
size_t mr_object_size(MrObj *o);          /* bytes of its cell */
/* weak table: the entry's list of refs, made if `make`; NULL if none or out of memory */
MrWeakEntry *mr_weak_entry(MrThread *t, MrObj *target, bool make);
void mr_weak_drop(MrThread *t, MrObj *target);

#endif
