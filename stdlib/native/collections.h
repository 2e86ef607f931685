/* What the files of _collections share. */
#ifndef MR_STDLIB_NATIVE_COLLECTIONS_H
#define MR_STDLIB_NATIVE_COLLECTIONS_H

#include "stdlib/native/instance.h"
#include "vm/shape.h"

/* collections.deque: a ring of values. Item i lies at items[(first + i) & (capacity - 1)]; capacity is a power of two or 0. `state` changes with every
 * change of the length or the order (not with an assignment to an item), by which iterators and searches notice that they have lost their place. */
typedef struct MrDeque {
    MrObj h;
    size_t length, capacity, first;
    int64_t maxlen; /* -1: unbounded */
    size_t state;
    MrValue *items; /* buffer */
} MrDeque;

static inline MrValue *mr_deque_at(const MrDeque *d, size_t i) { return &d->items[(d->first + i) & (d->capacity - 1)]; }
MrDeque *mr_deque_new(MrThread *t) MR_MUST_CHECK; /* empty and unbounded */
bool mr_deque_append_slow(MrThread *t, MrDeque *d, MrValue v) MR_MUST_CHECK;
static inline MR_MUST_CHECK bool mr_deque_append(MrThread *t, MrDeque *d, MrValue v)
{
    if (MR_UNLIKELY(d->length == d->capacity || d->maxlen >= 0))
        return mr_deque_append_slow(t, d, v);
    *mr_deque_at(d, d->length++) = v;
    mr_write_barrier(t, d, v);
    d->state++;
    return true;
}
static inline MrValue mr_deque_popleft(MrDeque *d) /* not of an empty one */
{
    MrValue *first = &d->items[d->first], v = *first;
    *first = MR_UNBOUND;
    d->first = (d->first + 1) & (d->capacity - 1);
    d->length--;
    d->state++;
    return v;
}
bool mr_deque_discard(MrDeque *d, MrValue v); /* removes the first item that is v itself; was there one? */

extern const MrTypeDef mr_deque_def, mr_deque_iterator_def, mr_deque_reverse_iterator_def;

/* v if it is exactly a collections.deque, else NULL. */
static inline MrDeque *mr_deque_exact(MrThread *t, MrValue v)
{
    if (!mr_is_kind(v, MR_KIND_OTHER))
        return NULL;
    return mr_shape_of(t, mr_obj_of(v))->type->def == &mr_deque_def ? (MrDeque *)mr_obj_of(v) : NULL;
}

#endif
