/* MrValue: one NaN-boxed 64-bit word.
 *
 *   0x0000 pppp pppp pppp   heap pointer (>= 4096) or, below 4096, a constant
 *   0x0002.. - 0xFFFA..     a double, its bits plus 2^49
 *   0xFFFF iiii iiii iiii   a small int, 48 bits, signed
 *
 * MR_UNBOUND is all zeros so that cleared memory is valid. MR_ERROR is what a failing function returns, with the exception pending in the
 * thread; it is never stored anywhere. Every NaN that is computed or comes from outside is made canonical by mr_float;
 * only float("nan") makes others (see vm/types/float.c).
 */
#ifndef MR_VM_VALUE_H
#define MR_VM_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef uint64_t MrValue;
typedef struct MrObj MrObj;

#define MR_UNBOUND ((MrValue)0)  /* no value: unbound local, missing argument, exhausted iterator, absent key */
#define MR_ERROR ((MrValue)1)
#define MR_NONE ((MrValue)16)
#define MR_FALSE ((MrValue)32)
#define MR_TRUE ((MrValue)33)
#define MR_NOT_IMPLEMENTED ((MrValue)48)
#define MR_ELLIPSIS ((MrValue)64)

#define MR_INT_TAG 0xFFFF000000000000ull
#define MR_DOUBLE_OFFSET 0x0002000000000000ull
#define MR_INT_MAX ((int64_t)0x7FFFFFFFFFFF)
#define MR_INT_MIN (-MR_INT_MAX - 1)

static inline bool mr_is_int(MrValue v) { return v >= MR_INT_TAG; } /* a small one; big ints are heap objects */
static inline bool mr_both_int(MrValue a, MrValue b) { return (a & b) >= MR_INT_TAG; }
static inline bool mr_is_obj(MrValue v) { return v - 4096 < 0x0001000000000000ull - 4096; }
static inline bool mr_is_float(MrValue v) { return v - MR_DOUBLE_OFFSET < 0xFFFD000000000000ull - MR_DOUBLE_OFFSET; }
static inline bool mr_is_bool(MrValue v) { return (v | 1) == MR_TRUE; }

static inline int64_t mr_int_of(MrValue v) { return (int64_t)(v << 16) >> 16; }
static inline bool mr_int_fits(int64_t i) { return i >= MR_INT_MIN && i <= MR_INT_MAX; }
static inline MrValue mr_small_int(int64_t i) { return MR_INT_TAG | ((uint64_t)i & 0x0000FFFFFFFFFFFFull); } /* i must fit */
/* Copies a few values. The compiler would make the plain loop a call of memcpy or a string instruction, whose start costs more than the stores. */
static inline void mr_copy_few(MrValue *to, const MrValue *from, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        to[i] = from[i];
        __asm__("" : "+r"(i)); /* it cannot know what becomes of i */
    }
}

static inline MrValue mr_bool(bool b) { return MR_FALSE | (MrValue)b; }

static inline double mr_float_of(MrValue v)
{
    double d;
    v -= MR_DOUBLE_OFFSET;
    memcpy(&d, &v, sizeof d);
    return d;
}

static inline MrValue mr_float(double d)
{
    uint64_t bits;
    if (__builtin_expect(d != d, 0))
        return (0x7FF8000000000000ull | (__builtin_signbit(d) ? 0x8000000000000000ull : 0)) + MR_DOUBLE_OFFSET;
    memcpy(&bits, &d, sizeof bits);
    return bits + MR_DOUBLE_OFFSET;
}

static inline MrObj *mr_obj_of(MrValue v) { return (MrObj *)(uintptr_t)v; }
static inline MrValue mr_val(const void *object) { return (MrValue)(uintptr_t)object; }

#define MR_LIKELY(x) __builtin_expect(!!(x), 1)
#define MR_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define MR_MUST_CHECK __attribute__((warn_unused_result))

#endif
