/* The memoryview object: one-dimensional views of the memory of bytes, bytearray and other memoryviews.
 *
 * While a view of a bytearray is alive the bytearray cannot be resized, so `data` stays valid.
 */
#ifndef MR_TYPES_MEMORYVIEW_H
#define MR_TYPES_MEMORYVIEW_H

#include "vm/vm.h"

typedef struct MrMemoryView {
    MrObj h;
    MrValue object;    /* what it views: bytes, bytearray, an array, or the object that owns the memory */
    char *data;        /* first item */
    size_t length;     /* items */
    int64_t stride;    /* bytes from item to item */
    uint32_t itemsize;
    char format;       /* a struct code */
    bool native;       /* format was written with '@' */
    bool readonly, released;
} MrMemoryView;

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

static inline bool mr_memoryview_contiguous(const MrMemoryView *m) { return m->length == 1 || m->stride == (int64_t)m->itemsize; }

/* The items' bytes one after the other, a bytes object. */
MrValue mr_memoryview_bytes(MrThread *t, MrMemoryView *m) MR_MUST_CHECK;

/* Counts anew the live views of a bytearray that has exports: views die unnoticed when they are collected. */
void mr_memoryview_recount(MrThread *t, MrByteArray *array);

#endif
