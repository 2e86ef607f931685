/* The memoryview object: views of the memory of bytes, bytearray and other memoryviews.
 *
 * Of several dimensions, which only cast() makes, the first one has a length and a stride; the others say what a row is, whose items lie one after
 * the other. That is all there can be: slices are taken of the first dimension alone, in CPython as well.
 *
 * While a view of a bytearray is alive the bytearray cannot be resized, so `data` stays valid.
 */
#ifndef MR_TYPES_MEMORYVIEW_H
#define MR_TYPES_MEMORYVIEW_H

#include "vm/vm.h"

enum { MR_MEMORYVIEW_DIMS = 64 }; /* most that cast() takes */

typedef struct MrMemoryView {
    MrObj h;
    MrValue object;    /* what it views: bytes, bytearray, an array, or the object that owns the memory */
    char *data;        /* first item */
    size_t length;     /* rows, which are items where there is one dimension */
    int64_t stride;    /* bytes from row to row */
    size_t inner;      /* items in a row */
    MrValue dims;      /* a tuple of the lengths of all dimensions but the first; 0 unless there are several */
    uint32_t itemsize;
    char format;       /* a struct code */
    bool native;       /* format was written with '@' */
    bool readonly, released;
    uint8_t ndim;
} MrMemoryView;

static inline size_t mr_memoryview_row(const MrMemoryView *m) { return m->inner * m->itemsize; }
static inline size_t mr_memoryview_nbytes(const MrMemoryView *m) { return m->length * mr_memoryview_row(m); }

/* array.array: items of one format in the memory of a bytearray that no script sees. Views of it count as that bytearray's exports. mmap.mmap
 * begins with the same struct. */
typedef struct MrArray {
    MrObj h;
    MrByteArray *store;
    char code;         /* a type code of the array module */
    uint8_t width;     /* bytes of an item */
    uint8_t map;       /* MR_ARRAY_*: it is an mmap */
} MrArray;
enum { MR_ARRAY_PLAIN, MR_ARRAY_MAP, MR_ARRAY_READONLY_MAP };

/* A view of n bytes of `object` (bytes or bytearray) from `data`. */
MrValue mr_memoryview_new(MrThread *t, MrValue object, char *data, size_t n, bool readonly) MR_MUST_CHECK;

/* The memoryview that v's own __buffer__(flags) gives: for objects that no C code knows as bytes-like. MR_UNBOUND: its class has none. [script] */
MrValue mr_memoryview_asked(MrThread *t, MrValue v, int flags);
enum { MR_BUFFER_SIMPLE = 0, MR_BUFFER_WRITABLE = 1, MR_BUFFER_FULL_READONLY = 284 };

/* __buffer__ of the bytes-like types: a view of a[0], all of it. */
MrValue mr_memoryview_of(MrThread *t, MrValue *a) MR_MUST_CHECK;
/* __buffer__(self, flags): the same, refused where the flags ask for memory to write to and there is none. */
MrValue mr_buffer_method(MrThread *t, MrValue *a) MR_MUST_CHECK;

static inline bool mr_memoryview_contiguous(const MrMemoryView *m) { return m->length == 1 || (m->ndim > 1 && !m->length) || m->stride == (int64_t)mr_memoryview_row(m); }

/* The items' bytes one after the other, a bytes object. */
MrValue mr_memoryview_bytes(MrThread *t, MrMemoryView *m) MR_MUST_CHECK;

/* memoryview_dims.c: what is about several dimensions. `made` is the cast's view, of one dimension, which is given the shape. */
bool mr_memoryview_reshape(MrThread *t, MrMemoryView *made, MrValue shape) MR_MUST_CHECK;
char *mr_memoryview_locate(MrThread *t, MrMemoryView *m, MrValue indices); /* the item at a tuple of indices; NULL: error */
MrValue mr_memoryview_shape(MrThread *t, const MrMemoryView *m, bool strides) MR_MUST_CHECK;
MrValue mr_memoryview_list(MrThread *t, const MrMemoryView *m) MR_MUST_CHECK;
MrValue mr_memoryview_columns(MrThread *t, const MrMemoryView *m) MR_MUST_CHECK; /* the bytes in Fortran's order */
bool mr_memoryview_is_line(const MrMemoryView *m); /* at most one dimension has more than one item */
bool mr_memoryview_same_shape(const MrMemoryView *x, const MrMemoryView *y);
MrValue mr_memoryview_load(MrThread *t, const MrMemoryView *m, const char *p) MR_MUST_CHECK; /* memoryview.c: an item as a value */

/* Counts anew the live views of a bytearray that has exports: views die unnoticed when they are collected. */
void mr_memoryview_recount(MrThread *t, MrByteArray *array);

/* The same for a bytearray that may be resized under a view without harm. A program that makes a view for each piece that it sends and lets go of
 * it (where references are counted it would die at once) would pay for a collection at each resize: after some in a row that found no view alive,
 * the next waits until the heap has grown. A view that is alive meanwhile sees memory of its own from then on, which the collector keeps for it. */
void mr_memoryview_settle(MrThread *t, MrByteArray *array);

#endif
