/* product, permutations, combinations, combinations_with_replacement: a pool (or several) and the indices of the next result. */
#include "stdlib/native/itertools.h"

typedef struct Combi {
    MrObj h;
    MrTuple *pool;      /* of items; product: of pools */
    size_t *indices;    /* buffer */
    size_t *cycles;     /* buffer; permutations only */
    size_t r;
    bool started, done;
} Combi;

#define COMBI(v) ((Combi *)mr_obj_of(v))

static Combi *combi_new(MrThread *t, MrValue cls, MrValue pool, size_t r, size_t n_indices)
{
    Combi *c = mr_alloc_instance(t, sizeof *c, MR_TYPE(cls));
    if (!c)
        return NULL;
    if (n_indices > SIZE_MAX / 16) {
        mr_raise_no_memory(t);
        return NULL;
    }
    c->pool = MR_TUPLE(pool);
    c->r = r;
    c->indices = mr_buffer_new(t, (n_indices + 1) * sizeof *c->indices);
    mr_write_barrier(t, c, pool);
    return c->indices ? c : NULL;
}

/* The result for the current indices. */
static MrValue result(MrThread *t, Combi *c)
{
    MrValue out = mr_tuple_new(t, c->r);
    for (size_t i = 0; out != MR_ERROR && i < c->r; i++)
        MR_TUPLE(out)->items[i] = c->pool->items[c->indices[i]];
    return out;
}

/* The argument r: false with an error. */
static bool read_r(MrThread *t, MrValue v, size_t *r)
{
    int64_t n;
    if (!mr_to_ssize(t, v, &n))
        return false;
    *r = (size_t)n;
    return n >= 0 || mr_raise(t, MR_EXC_ValueError, "r must be non-negative") != MR_ERROR;
}

/* ---- product ---- */

static MrValue product_new(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    int64_t repeat = 1;
    if (a[2] != MR_UNBOUND && !mr_to_ssize(t, a[2], &repeat))
        return MR_ERROR;
    if (repeat < 0)
        return mr_raise(t, MR_EXC_ValueError, "repeat argument cannot be negative");
    size_t n = args->length * (size_t)repeat;
    if (args->length && (size_t)repeat > (size_t)PTRDIFF_MAX / 64 / args->length)
        return mr_raise(t, MR_EXC_OverflowError, "repeat argument too large");
    MrValue pools = mr_list_new(t, n), tuple;
    for (size_t i = 0; pools != MR_ERROR && i < n; i++) {
        tuple = i < args->length ? mr_tuple_of(t, args->items[i]) : MR_LIST(pools)->items[i - args->length];
        if (tuple == MR_ERROR || !mr_list_append(t, pools, tuple))
            return MR_ERROR;
    }
    tuple = pools == MR_ERROR ? pools : mr_tuple_of(t, pools);
    Combi *c = tuple == MR_ERROR ? NULL : combi_new(t, a[0], tuple, n, n);
    return c ? mr_val(c) : MR_ERROR;
}

static MrTuple *pool_at(Combi *c, size_t i) { return MR_TUPLE(c->pool->items[i]); }

static MrValue product_next(MrThread *t, MrValue self)
{
    Combi *c = COMBI(self);
    if (c->done)
        return MR_UNBOUND;
    if (!c->started) {
        c->started = true;
        for (size_t i = 0; i < c->r; i++)
            c->done |= pool_at(c, i)->length == 0;
    } else {
        size_t i = c->r;
        while (i > 0 && ++c->indices[i - 1] == pool_at(c, i - 1)->length)
            c->indices[--i] = 0;
        c->done = i == 0;
    }
    if (c->done)
        return MR_UNBOUND;
    MrValue out = mr_tuple_new(t, c->r);
    for (size_t i = 0; out != MR_ERROR && i < c->r; i++)
        MR_TUPLE(out)->items[i] = pool_at(c, i)->items[c->indices[i]];
    return out;
}

/* ---- combinations ---- */

static MrValue combinations_new(MrThread *t, MrValue *a)
{
    size_t r;
    MrValue pool = mr_tuple_of(t, a[1]);
    if (pool == MR_ERROR || !read_r(t, a[2], &r))
        return MR_ERROR;
    bool done = r > MR_TUPLE(pool)->length;
    Combi *c = combi_new(t, a[0], pool, r, done ? 0 : r);
    if (!c)
        return MR_ERROR;
    for (size_t i = 0; !done && i < r; i++)
        c->indices[i] = i;
    c->done = done;
    return mr_val(c);
}

static MrValue combinations_next(MrThread *t, MrValue self)
{
    Combi *c = COMBI(self);
    if (c->done)
        return MR_UNBOUND;
    if (c->started) {
        size_t i = c->r, n = c->pool->length;
        while (i > 0 && c->indices[i - 1] == i - 1 + n - c->r)
            i--;
        if (i == 0) {
            c->done = true;
            return MR_UNBOUND;
        }
        c->indices[i - 1]++;
        for (; i < c->r; i++)
            c->indices[i] = c->indices[i - 1] + 1;
    }
    c->started = true;
    return result(t, c);
}

/* ---- combinations_with_replacement ---- */

static MrValue cwr_new(MrThread *t, MrValue *a)
{
    size_t r;
    MrValue pool = mr_tuple_of(t, a[1]);
    if (pool == MR_ERROR || !read_r(t, a[2], &r))
        return MR_ERROR;
    Combi *c = combi_new(t, a[0], pool, r, r);
    if (!c)
        return MR_ERROR;
    c->done = MR_TUPLE(pool)->length == 0 && r > 0;
    return mr_val(c);
}

static MrValue cwr_next(MrThread *t, MrValue self)
{
    Combi *c = COMBI(self);
    if (c->done)
        return MR_UNBOUND;
    if (c->started) {
        size_t i = c->r, n = c->pool->length;
        while (i > 0 && c->indices[i - 1] == n - 1)
            i--;
        if (i == 0) {
            c->done = true;
            return MR_UNBOUND;
        }
        size_t next = c->indices[i - 1] + 1;
        for (i--; i < c->r; i++)
            c->indices[i] = next;
    }
    c->started = true;
    return result(t, c);
}

/* ---- permutations ---- */

static MrValue permutations_new(MrThread *t, MrValue *a)
{
    MrValue pool = mr_tuple_of(t, a[1]);
    if (pool == MR_ERROR)
        return pool;
    size_t n = MR_TUPLE(pool)->length, r = n;
    if (a[2] != MR_UNBOUND && a[2] != MR_NONE) {
        if (!mr_is_integer(a[2]))
            return mr_raise(t, MR_EXC_TypeError, "Expected int as r");
        if (!read_r(t, a[2], &r))
            return MR_ERROR;
    }
    Combi *c = combi_new(t, a[0], pool, r, n);
    if (!c)
        return MR_ERROR;
    c->done = r > n;
    if (c->done)
        return mr_val(c);
    if (!(c->cycles = mr_buffer_new(t, (r + 1) * sizeof *c->cycles)))
        return MR_ERROR;
    for (size_t i = 0; i < n; i++)
        c->indices[i] = i;
    for (size_t i = 0; i < r; i++)
        c->cycles[i] = n - i;
    return mr_val(c);
}

static MrValue permutations_next(MrThread *t, MrValue self)
{
    Combi *c = COMBI(self);
    if (c->done)
        return MR_UNBOUND;
    if (c->started) {
        size_t i = c->r, n = c->pool->length;
        while (i > 0) {
            i--;
            if (--c->cycles[i] == 0) { /* this place is through: rotate the rest back */
                size_t first = c->indices[i];
                memmove(c->indices + i, c->indices + i + 1, (n - 1 - i) * sizeof *c->indices);
                c->indices[n - 1] = first;
                c->cycles[i] = n - i;
                continue;
            }
            size_t j = n - c->cycles[i], swap = c->indices[i];
            c->indices[i] = c->indices[j];
            c->indices[j] = swap;
            return result(t, c);
        }
        c->done = true;
        return MR_UNBOUND;
    }
    c->started = true;
    return result(t, c);
}

static void combi_trace(MrGc *gc, MrObj *o)
{
    Combi *c = (Combi *)o;
    mr_mark_obj(gc, c->pool);
    mr_mark_buffer(gc, c->indices);
    mr_mark_buffer(gc, c->cycles);
}

#define COMBI_TYPE(id, name_, fn, sig, text)                                                                                        \
    static const MrMethodDef fn##_methods[] = {{"__new__" sig, fn##_new, NULL, MR_METHOD_STATIC}, {0}};                             \
    const MrTypeDef id = {.name = "itertools." name_, .kind = MR_KIND_OTHER, .size = sizeof(Combi), .methods = fn##_methods,        \
                          .next = fn##_next, .trace = combi_trace, .doc = text}

COMBI_TYPE(mr_itertools_product_type, "product", product, "(cls, /, *iterables, repeat=1)",
           "Cartesian product of input iterables.  Equivalent to nested for-loops.");
COMBI_TYPE(mr_itertools_permutations_type, "permutations", permutations, "(cls, iterable, r=None)",
           "Return successive r-length permutations of elements in the iterable.");
COMBI_TYPE(mr_itertools_combinations_type, "combinations", combinations, "(cls, iterable, r)",
           "Return successive r-length combinations of elements in the iterable.");
COMBI_TYPE(mr_itertools_cwr_type, "combinations_with_replacement", cwr, "(cls, iterable, r)",
           "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.");
