/* Typed growable arrays as macros over one growth function.
 *
 *     typedef MR_VEC(int) IntVec;
 *     IntVec v = MR_VEC_EMPTY;
 *     if (!MR_VEC_PUSH(&v, 7)) ...out of memory...
 *     for (size_t i = 0; i < v.count; i++) use(v.items[i]);
 *     MR_VEC_FREE(&v);
 *
 * Items are moved with realloc, so they must not point at each other, and a pointer to an item dies with the next push. */
#ifndef MR_BASE_VEC_H
#define MR_BASE_VEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

#define MR_VEC(type) struct { type *items; size_t count, capacity; }
#define MR_VEC_EMPTY {NULL, 0, 0}

/* Makes room for `extra` more items; an expression that is false when memory is out. */
#define MR_VEC_RESERVE(vec, extra) \
    ((vec)->capacity - (vec)->count >= (size_t)(extra) || \
     mr_vec_grow((void **)&(vec)->items, &(vec)->capacity, (vec)->count, (size_t)(extra), sizeof *(vec)->items))

/* Appends an item; an expression that is false when memory is out. Evaluates `vec` more than once. */
#define MR_VEC_PUSH(vec, ...) (MR_VEC_RESERVE(vec, 1) && ((vec)->items[(vec)->count++] = (__VA_ARGS__), true))

/* Removes and gives the last item; the array must not be empty. */
#define MR_VEC_POP(vec) ((vec)->items[--(vec)->count])
#define MR_VEC_LAST(vec) ((vec)->items[(vec)->count - 1])
#define MR_VEC_FREE(vec) (free((vec)->items), (vec)->items = NULL, (vec)->count = (vec)->capacity = 0)

/* Grows storage for `count + extra` items of `size` bytes. False, with nothing changed, when memory is out. */
bool mr_vec_grow(void **items, size_t *capacity, size_t count, size_t extra, size_t size);

#endif
