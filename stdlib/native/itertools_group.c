/* groupby and tee: iterators that share one source. */
#include "stdlib/native/itertools.h"
#include "vm/type.h"

/* ---- groupby ---- */

/* value and key are the item read last; value is MR_UNBOUND once given out, key before the first read. */
typedef struct GroupBy {
    MrObj h;
    MrValue it, function, target, key, value;
    MrValue grouper; /* the group given out last: older ones are at their end */
} GroupBy;

typedef struct Grouper {
    MrObj h;
    GroupBy *parent;
    MrValue key;
} Grouper;

static MrValue groupby_new(MrThread *t, MrValue *a)
{
    GroupBy *g = mr_alloc_instance(t, sizeof *g, MR_TYPE(a[0]));
    if (!g)
        return MR_ERROR;
    g->it = mr_iter(t, a[1]);
    g->function = a[2] == MR_UNBOUND ? MR_NONE : a[2];
    return g->it == MR_ERROR ? MR_ERROR : mr_val(g);
}

/* Reads the next item: 1, 0 at the end, -1. */
static int step(MrThread *t, GroupBy *g)
{
    MrValue v = mr_itertools_pull(t, g->it);
    if (v == MR_UNBOUND || v == MR_ERROR)
        return v == MR_UNBOUND ? 0 : -1;
    MrValue key = g->function == MR_NONE ? v : mr_call1(t, g->function, v);
    if (key == MR_ERROR)
        return -1;
    g->value = v;
    g->key = key;
    mr_write_barrier(t, g, v);
    mr_write_barrier(t, g, key);
    return 1;
}

static MrValue groupby_next(MrThread *t, MrValue self)
{
    GroupBy *g = (GroupBy *)mr_obj_of(self);
    g->grouper = MR_UNBOUND;
    for (;;) {
        if (g->key != MR_UNBOUND) {
            int same = g->target == MR_UNBOUND ? 0 : mr_eq(t, g->target, g->key);
            if (same < 0)
                return MR_ERROR;
            if (!same)
                break;
        }
        int more = step(t, g);
        if (more <= 0)
            return more ? MR_ERROR : MR_UNBOUND;
    }
    g->target = g->key;
    MrType *type = mr_type_from_def(t, &mr_itertools_grouper_type);
    Grouper *group = type ? mr_alloc_instance(t, sizeof *group, type) : NULL;
    if (!group)
        return MR_ERROR;
    group->parent = g;
    group->key = g->target;
    g->grouper = mr_val(group);
    mr_write_barrier(t, g, g->grouper);
    MrValue pair[2] = {g->key, mr_val(group)};
    return mr_tuple_from(t, pair, 2);
}

static MrValue grouper_next(MrThread *t, MrValue self)
{
    Grouper *group = (Grouper *)mr_obj_of(self);
    GroupBy *g = group->parent;
    if (g->grouper != self)
        return MR_UNBOUND;
    if (g->value == MR_UNBOUND) {
        int more = step(t, g);
        if (more <= 0)
            return more ? MR_ERROR : MR_UNBOUND;
    }
    int same = mr_eq(t, group->key, g->key);
    if (same <= 0)
        return same ? MR_ERROR : MR_UNBOUND;
    MrValue v = g->value;
    g->value = MR_UNBOUND;
    return v;
}

static void groupby_trace(MrGc *gc, MrObj *o) { mr_mark_values(gc, &((GroupBy *)o)->it, 6); }

static void grouper_trace(MrGc *gc, MrObj *o)
{
    mr_mark_obj(gc, ((Grouper *)o)->parent);
    mr_mark(gc, ((Grouper *)o)->key);
}

static const MrMethodDef groupby_methods[] = {{"__new__(cls, iterable, key=None)", groupby_new, NULL, MR_METHOD_STATIC}, {0}};

const MrTypeDef mr_itertools_groupby_type = {
    .name = "itertools.groupby", .kind = MR_KIND_OTHER, .size = sizeof(GroupBy), .methods = groupby_methods, .next = groupby_next, .trace = groupby_trace,
    .doc = "make an iterator that returns consecutive keys and groups from the iterable",
};
const MrTypeDef mr_itertools_grouper_type = {
    .name = "itertools._grouper", .kind = MR_KIND_OTHER, .size = sizeof(Grouper), .flags = MR_TYPEDEF_NO_NEW | MR_TYPEDEF_FINAL, .next = grouper_next,
    .trace = grouper_trace,
};

/* ---- tee ---- */

enum { BLOCK_SIZE = 57 };

/* A stretch of items read from the source; the last block of the chain reads on. */
typedef struct TeeBlock {
    MrObj h;
    MrValue it;
    struct TeeBlock *next;
    uint32_t n;
    bool running;
    MrValue values[BLOCK_SIZE];
} TeeBlock;

typedef struct Tee {
    MrObj h;
    TeeBlock *block;
    uint32_t at;
} Tee;

#define TEE(v) ((Tee *)mr_obj_of(v))

static TeeBlock *block_new(MrThread *t, MrValue it)
{
    MrType *type = mr_type_from_def(t, &mr_itertools_teeblock_type);
    TeeBlock *b = type ? mr_alloc_instance(t, sizeof *b, type) : NULL;
    if (b)
        b->it = it;
    return b;
}

static MrValue tee_over(MrThread *t, MrType *type, TeeBlock *block, uint32_t at)
{
    Tee *tee = block ? mr_alloc_instance(t, sizeof *tee, type) : NULL;
    if (!tee)
        return MR_ERROR;
    tee->block = block;
    tee->at = at;
    return mr_val(tee);
}

static bool is_tee(MrThread *t, MrValue v) { return mr_is_kind(v, MR_KIND_OTHER) && mr_typeof(t, v)->def == &mr_itertools_tee_type; }

static MrValue tee_new(MrThread *t, MrValue *a)
{
    MrValue it = mr_iter(t, a[1]);
    if (it == MR_ERROR)
        return it;
    if (is_tee(t, it))
        return tee_over(t, MR_TYPE(a[0]), TEE(it)->block, TEE(it)->at);
    return tee_over(t, MR_TYPE(a[0]), block_new(t, it), 0);
}

static MrValue tee_copy(MrThread *t, MrValue *a) { return tee_over(t, mr_type_from_def(t, &mr_itertools_tee_type), TEE(a[0])->block, TEE(a[0])->at); }

static MrValue tee_next(MrThread *t, MrValue self)
{
    Tee *tee = TEE(self);
    TeeBlock *b = tee->block;
    if (tee->at == BLOCK_SIZE) {
        if (!b->next && !(b->next = block_new(t, b->it)))
            return MR_ERROR;
        mr_write_barrier(t, b, mr_val(b->next));
        b = tee->block = b->next;
        tee->at = 0;
    }
    if (tee->at < b->n)
        return b->values[tee->at++];
    if (b->running)
        return mr_raise(t, MR_EXC_RuntimeError, "cannot re-enter the tee iterator");
    b->running = true;
    MrValue v = mr_itertools_pull(t, b->it);
    b->running = false;
    if (v == MR_UNBOUND || v == MR_ERROR)
        return v;
    b->values[b->n++] = v;
    mr_write_barrier(t, b, v);
    tee->at++;
    return v;
}

MrValue mr_itertools_tee(MrThread *t, MrValue *a)
{
    int64_t n = 2;
    if (a[1] != MR_UNBOUND && !mr_to_ssize(t, a[1], &n))
        return MR_ERROR;
    if (n < 0)
        return mr_raise(t, MR_EXC_ValueError, "n must be >= 0");
    if (n == 0)
        return mr_tuple_new(t, 0);
    MrValue it = mr_iter(t, a[0]);
    MrStr *name = it == MR_ERROR ? NULL : mr_intern(t, "__copy__", 8);
    MrValue copy = name ? mr_getattr_or(t, it, name) : MR_ERROR;
    if (copy == MR_UNBOUND) {
        MrType *type = mr_type_from_def(t, &mr_itertools_tee_type);
        it = type ? tee_over(t, type, block_new(t, it), 0) : MR_ERROR;
        copy = it == MR_ERROR ? it : mr_getattr(t, it, name);
    }
    MrValue out = copy == MR_ERROR ? copy : mr_list_from(t, &it, 1);
    for (int64_t i = 1; out != MR_ERROR && i < n; i++) {
        MrValue v = mr_call0(t, copy);
        if (v == MR_ERROR || !mr_list_append(t, out, v))
            return MR_ERROR;
    }
    return out == MR_ERROR ? out : mr_tuple_of(t, out);
}

static void block_trace(MrGc *gc, MrObj *o)
{
    TeeBlock *b = (TeeBlock *)o;
    mr_mark(gc, b->it);
    mr_mark_obj(gc, b->next);
    mr_mark_values(gc, b->values, b->n);
}

static void tee_trace(MrGc *gc, MrObj *o) { mr_mark_obj(gc, ((Tee *)o)->block); }

static const MrMethodDef tee_methods[] = {
    {"__new__(cls, iterable, /)", tee_new, NULL, MR_METHOD_STATIC},
    {"__copy__(self, /)", tee_copy, "Returns an independent iterator.", 0},
    {0},
};

const MrTypeDef mr_itertools_tee_type = {
    .name = "itertools._tee", .kind = MR_KIND_OTHER, .size = sizeof(Tee), .flags = MR_TYPEDEF_FINAL, .methods = tee_methods, .next = tee_next,
    .trace = tee_trace, .doc = "Iterator wrapped to make it copyable.",
};
const MrTypeDef mr_itertools_teeblock_type = {
    .name = "itertools._tee_dataobject", .kind = MR_KIND_OTHER, .size = sizeof(TeeBlock), .flags = MR_TYPEDEF_NO_NEW | MR_TYPEDEF_FINAL, .trace = block_trace,
};
