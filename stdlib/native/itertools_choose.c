/* product, permutations and combinations: tuples of items of a pool, chosen by a row of indices.
 *
 * `indices` is the choice that was returned last; stepping to the next one happens first, except before the first. The pools never change,
 * so nothing here runs script once an iterator has been made.
 */
#include "stdlib/native/itertools.h"

typedef struct MrChooser {
    MrIter base;     /* source: the pool, a tuple (product: a tuple of pools); MR_UNBOUND when all is done */
    size_t r;        /* items of a result */
    size_t *indices; /* buffer */
    size_t *cycles;  /* buffer; permutations only */
    bool begun;
} MrChooser;

#define CHOOSER(v) ((MrChooser *)mr_obj_of(v))

static void trace_chooser(MrGc *gc, MrObj *o)
{
    mr_mark_buffer(gc, ((MrChooser *)o)->indices);
    mr_mark_buffer(gc, ((MrChooser *)o)->cycles);
}

static size_t *indices_new(MrThread *t, size_t n)
{
    if (n > PTRDIFF_MAX / sizeof(size_t) / 2) {
        mr_raise_no_memory(t);
        return NULL;
    }
    return mr_buffer_new(t, (n ? n : 1) * sizeof(size_t));
}

/* A chooser of r out of `pool`, with n indices. */
static MrChooser *chooser_new(MrThread *t, const MrTypeDef *def, MrValue cls, MrValue pool, size_t r, size_t n)
{
    MrChooser *c = mr_def_new(t, def, cls);
    size_t *indices = c ? indices_new(t, n) : NULL;
    if (!indices)
        return NULL;
    c->base.source = pool;
    c->r = r;
    c->indices = indices;
    return c;
}

static bool read_r(MrThread *t, MrValue v, size_t *r)
{
    int64_t n;
    if (!mr_to_ssize(t, v, &n))
        return false;
    if (n < 0)
        mr_raise(t, MR_EXC_ValueError, "r must be non-negative");
    *r = (size_t)n;
    return n >= 0;
}

/* The tuple of the pool's items at the indices. */
static MrValue choice(MrThread *t, const MrChooser *c)
{
    MrValue out = mr_tuple_new(t, c->r);
    if (out == MR_ERROR)
        return MR_ERROR;
    const MrValue *pool = MR_TUPLE(c->base.source)->items;
    for (size_t i = 0; i < c->r; i++)
        MR_TUPLE(out)->items[i] = pool[c->indices[i]];
    return out;
}

static MrValue finish(MrChooser *c) { return c->base.source = MR_UNBOUND; }

/* ---- combinations ---- */

static MrValue combinations_new(MrThread *t, MrValue *a)
{
    size_t r;
    MrValue pool = mr_tuple_of(t, a[1]);
    if (pool == MR_ERROR || !read_r(t, a[2], &r))
        return MR_ERROR;
    bool none = r > MR_TUPLE(pool)->length;
    MrChooser *c = chooser_new(t, &mr_combinations_def, a[0], pool, r, none ? 0 : r);
    if (!c)
        return MR_ERROR;
    for (size_t i = 0; !none && i < r; i++)
        c->indices[i] = i;
    if (none)
        (void)finish(c);
    return mr_val(c);
}

static MrValue combinations_next(MrThread *t, MrValue self)
{
    MrChooser *c = CHOOSER(self);
    if (c->base.source == MR_UNBOUND)
        return MR_UNBOUND;
    if (!c->begun) {
        c->begun = true;
        return choice(t, c);
    }
    size_t n = MR_TUPLE(c->base.source)->length, i = c->r;
    while (i > 0 && c->indices[i - 1] == i - 1 + n - c->r)
        i--;
    if (!i)
        return finish(c);
    for (c->indices[i - 1]++; i < c->r; i++)
        c->indices[i] = c->indices[i - 1] + 1;
    return choice(t, c);
}

static MrValue combinations_with_replacement_new(MrThread *t, MrValue *a)
{
    size_t r;
    MrValue pool = mr_tuple_of(t, a[1]);
    if (pool == MR_ERROR || !read_r(t, a[2], &r))
        return MR_ERROR;
    bool none = !MR_TUPLE(pool)->length && r;
    MrChooser *c = chooser_new(t, &mr_combinations_with_replacement_def, a[0], pool, r, none ? 0 : r);
    if (!c)
        return MR_ERROR;
    if (none)
        (void)finish(c);
    return mr_val(c);
}

static MrValue combinations_with_replacement_next(MrThread *t, MrValue self)
{
    MrChooser *c = CHOOSER(self);
    if (c->base.source == MR_UNBOUND)
        return MR_UNBOUND;
    if (!c->begun) {
        c->begun = true;
        return choice(t, c);
    }
    size_t n = MR_TUPLE(c->base.source)->length, i = c->r;
    while (i > 0 && c->indices[i - 1] == n - 1)
        i--;
    if (!i)
        return finish(c);
    for (size_t index = c->indices[i - 1] + 1; i <= c->r; i++)
        c->indices[i - 1] = index;
    return choice(t, c);
}

/* ---- permutations: cycles[i] counts down how many choices are left at place i ---- */

static MrValue permutations_new(MrThread *t, MrValue *a)
{
    MrValue pool = mr_tuple_of(t, a[1]);
    if (pool == MR_ERROR)
        return MR_ERROR;
    size_t n = MR_TUPLE(pool)->length, r = n;
    if (a[2] != MR_UNBOUND && a[2] != MR_NONE) {
        if (!mr_is_integer(a[2]))
            return mr_raise(t, MR_EXC_TypeError, "Expected int as r");
        if (!read_r(t, a[2], &r))
            return MR_ERROR;
    }
    MrChooser *c = chooser_new(t, &mr_permutations_def, a[0], pool, r, n);
    size_t *cycles = c ? indices_new(t, r > n ? 0 : r) : NULL;
    if (!cycles)
        return MR_ERROR;
    c->cycles = cycles;
    for (size_t i = 0; i < n; i++)
        c->indices[i] = i;
    for (size_t i = 0; r <= n && i < r; i++)
        cycles[i] = n - i;
    if (r > n)
        (void)finish(c);
    return mr_val(c);
}

static MrValue permutations_next(MrThread *t, MrValue self)
{
    MrChooser *c = CHOOSER(self);
    if (c->base.source == MR_UNBOUND)
        return MR_UNBOUND;
    if (!c->begun) {
        c->begun = true;
        return choice(t, c);
    }
    size_t n = MR_TUPLE(c->base.source)->length;
    for (size_t i = c->r; i-- > 0;) {
        size_t index = c->indices[i];
        if (--c->cycles[i] == 0) { /* this place has seen all: what it held goes to the end */
            memmove(c->indices + i, c->indices + i + 1, (n - 1 - i) * sizeof index);
            c->indices[n - 1] = index;
            c->cycles[i] = n - i;
            continue;
        }
        size_t other = n - c->cycles[i];
        c->indices[i] = c->indices[other];
        c->indices[other] = index;
        return choice(t, c);
    }
    return finish(c);
}

/* ---- product: like an odometer, the last pool turns fastest ---- */

static bool read_repeat(MrThread *t, MrValue kwargs, size_t *repeat)
{
    int64_t n = 1;
    MrValue key, value;
    size_t pos = 0;
    *repeat = 1;
    if (kwargs == MR_UNBOUND)
        return true;
    if (MR_DICT(kwargs)->length > 1) {
        mr_raise(t, MR_EXC_TypeError, "product() takes at most 1 keyword argument (%u given)", MR_DICT(kwargs)->length);
        return false;
    }
    while (mr_dict_next(MR_DICT(kwargs), &pos, &key, &value)) {
        if (!mr_str_equal_c(key, "repeat")) {
            mr_raise(t, MR_EXC_TypeError, "'%s' is an invalid keyword argument for product()", mr_cstr(key));
            return false;
        }
        if (!mr_to_ssize(t, value, &n))
            return false;
    }
    if (n < 0)
        mr_raise(t, MR_EXC_ValueError, "repeat argument cannot be negative");
    *repeat = (size_t)n;
    return n >= 0;
}

static MrValue product_new(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    size_t repeat, n = args->length;
    if (!read_repeat(t, a[2], &repeat))
        return MR_ERROR;
    if (!repeat)
        n = 0;
    else if (n > PTRDIFF_MAX / sizeof(MrValue) / repeat)
        return mr_raise(t, MR_EXC_OverflowError, "repeat argument too large");
    MrValue pools = mr_tuple_new(t, n * repeat);
    if (pools == MR_ERROR)
        return MR_ERROR;
    MrValue *items = MR_TUPLE(pools)->items;
    bool none = false;
    for (size_t i = 0; i < n; i++) {
        if ((items[i] = mr_tuple_of(t, args->items[i])) == MR_ERROR) {
            items[i] = MR_UNBOUND;
            return MR_ERROR;
        }
        none |= !MR_TUPLE(items[i])->length;
    }
    for (size_t i = n; i < n * repeat; i++)
        items[i] = items[i - n];
    MrChooser *c = chooser_new(t, &mr_product_def, a[0], pools, n * repeat, n * repeat);
    if (!c)
        return MR_ERROR;
    if (none)
        (void)finish(c);
    return mr_val(c);
}

static MrValue product_next(MrThread *t, MrValue self)
{
    MrChooser *c = CHOOSER(self);
    if (c->base.source == MR_UNBOUND)
        return MR_UNBOUND;
    const MrValue *pools = MR_TUPLE(c->base.source)->items;
    if (c->begun) {
        size_t i = c->r;
        while (i > 0 && ++c->indices[i - 1] == MR_TUPLE(pools[i - 1])->length)
            c->indices[--i] = 0;
        if (!i)
            return finish(c);
    }
    c->begun = true;
    MrValue out = mr_tuple_new(t, c->r);
    for (size_t i = 0; out != MR_ERROR && i < c->r; i++)
        MR_TUPLE(out)->items[i] = MR_TUPLE(pools[i])->items[c->indices[i]];
    return out;
}

/* ---- copying ---- */

/* (class, arguments[, indices]) where the arguments begin anew and the state moves on. */
static MrValue chooser_reduce(MrThread *t, MrValue *a)
{
    MrChooser *c = CHOOSER(a[0]);
    bool product = mr_def_is(t, &mr_product_def, a[0]), permutations = mr_def_is(t, &mr_permutations_def, a[0]);
    MrValue empty = mr_tuple_new(t, 0), args[2] = {c->base.source, mr_int(t, (int64_t)c->r)};
    if (c->base.source == MR_UNBOUND && product)
        return mr_itertools_reduce(t, a[0], mr_tuple_from(t, &empty, 1), MR_UNBOUND);
    args[0] = c->base.source == MR_UNBOUND ? empty : c->base.source;
    if (c->base.source == MR_UNBOUND && !c->r) /* nothing can be chosen in one way: choose more than there is */
        args[1] = mr_small_int(1);
    MrValue tuple = product ? c->base.source : mr_tuple_from(t, args, 2);
    if (c->base.source == MR_UNBOUND || !c->begun)
        return mr_itertools_reduce(t, a[0], tuple, MR_UNBOUND);
    size_t n = permutations ? MR_TUPLE(c->base.source)->length : c->r;
    MrValue parts[2] = {mr_tuple_new(t, n), mr_tuple_new(t, permutations ? c->r : 0)};
    if (parts[0] == MR_ERROR || parts[1] == MR_ERROR)
        return MR_ERROR;
    for (size_t i = 0; i < n; i++)
        MR_TUPLE(parts[0])->items[i] = mr_small_int((int64_t)c->indices[i]);
    for (size_t i = 0; permutations && i < c->r; i++)
        MR_TUPLE(parts[1])->items[i] = mr_small_int((int64_t)c->cycles[i]);
    return mr_itertools_reduce(t, a[0], tuple, permutations ? mr_tuple_from(t, parts, 2) : parts[0]);
}

/* Reads a tuple of n numbers; each is cut to [low, limit(i)]. */
static bool read_indices(MrThread *t, const MrChooser *c, MrValue v, size_t n, size_t *out, int64_t low, bool product)
{
    if (!mr_is_tuple(v) || MR_TUPLE(v)->length != n) {
        mr_raise(t, MR_EXC_ValueError, "invalid arguments");
        return false;
    }
    const MrTuple *pools = MR_TUPLE(c->base.source);
    for (size_t i = 0; i < n; i++) {
        int64_t k, top = (int64_t)(product ? MR_TUPLE(pools->items[i])->length : pools->length) - (low ? 0 : 1);
        if (!mr_to_ssize(t, MR_TUPLE(v)->items[i], &k))
            return false;
        out[i] = (size_t)(k < low ? low : k > top ? top : k);
    }
    return true;
}

static MrValue chooser_setstate(MrThread *t, MrValue *a)
{
    MrChooser *c = CHOOSER(a[0]);
    bool product = mr_def_is(t, &mr_product_def, a[0]);
    if (c->base.source == MR_UNBOUND)
        return MR_NONE;
    if (mr_def_is(t, &mr_permutations_def, a[0])) {
        if (!mr_is_tuple(a[1]) || MR_TUPLE(a[1])->length != 2)
            return mr_raise(t, MR_EXC_TypeError, "invalid arguments");
        if (!read_indices(t, c, MR_TUPLE(a[1])->items[0], MR_TUPLE(c->base.source)->length, c->indices, 0, false) ||
            !read_indices(t, c, MR_TUPLE(a[1])->items[1], c->r, c->cycles, 1, false))
            return MR_ERROR;
    } else if (!read_indices(t, c, a[1], c->r, c->indices, 0, product)) {
        return MR_ERROR;
    }
    c->begun = true;
    return MR_NONE;
}

/* ---- tables ---- */

#define COPYING \
    {"__reduce__(self, /)", chooser_reduce, "What pickle and copy need to make such an object.", 0}, \
    {"__setstate__(self, state, /)", chooser_setstate, "Go to the state that __reduce__() gave.", 0}

static const MrMethodDef combinations_methods[] = {{"__new__(cls, /, iterable, r)", combinations_new, MR_NEW_DOC, MR_METHOD_STATIC}, COPYING, {0}};
static const MrMethodDef replacement_methods[] = {{"__new__(cls, /, iterable, r)", combinations_with_replacement_new, MR_NEW_DOC, MR_METHOD_STATIC}, COPYING, {0}};
static const MrMethodDef permutations_methods[] = {{"__new__(cls, /, iterable, r=None)", permutations_new, MR_NEW_DOC, MR_METHOD_STATIC}, COPYING, {0}};
static const MrMethodDef product_methods[] = {{"__new__(cls, /, *iterables, **kwargs)", product_new, MR_NEW_DOC, MR_METHOD_STATIC}, COPYING, {0}};

const MrTypeDef mr_combinations_def =
    MR_ITERTOOL(combinations, combinations_methods, MrChooser, trace_chooser,
         "All choices of r items as tuples; each item is used once, and kept in the order of the iterable.");
const MrTypeDef mr_combinations_with_replacement_def =
    MR_ITERTOOL(combinations_with_replacement, replacement_methods, MrChooser, trace_chooser,
                "All choices of r items as tuples in the order of the iterable, where an item may be chosen several times.");
const MrTypeDef mr_permutations_def =
    MR_ITERTOOL(permutations, permutations_methods, MrChooser, trace_chooser, "All arrangements of r items as tuples, by default of all of them.");
const MrTypeDef mr_product_def =
    MR_ITERTOOL(product, product_methods, MrChooser, trace_chooser,
         "All tuples of one item from each iterable, the last place changing fastest; repeat takes the iterables several times.");
