/* Struct sequences: see structseq.h for the layout. The types are final, so nothing else lies behind their items. */
#include "vm/types/structseq.h"

#include "vm/type.h"

static const MrStructSeqDef *def_of(const MrType *type) { return (const MrStructSeqDef *)(const void *)type->def; }

static size_t count_names(const MrStructSeqDef *def)
{
    size_t n = 0;
    while (def->type.getset[n].name != NULL)
        n++;
    return n;
}

/* Count of all items, hidden ones included. */
static size_t size_of(const MrStructSeqDef *def) { return count_names(def) + def->n_unnamed; }

static MrValue get_field(MrThread *t, MrValue self, size_t row)
{
    const MrStructSeqDef *def = def_of(mr_typeof(t, self));
    return MR_TUPLE(self)->items[row < def->n_visible - def->n_unnamed ? row : row + def->n_unnamed];
}

#define GETTER(i) MrValue mr_structseq_get_##i(MrThread *t, MrValue self) { return get_field(t, self, i); }
MR_STRUCTSEQ_EACH(GETTER)
#undef GETTER

bool mr_structseq_set(MrThread *t, MrValue self, MrValue value)
{
    (void)self, (void)value;
    (void)mr_raise(t, MR_EXC_AttributeError, "readonly attribute");
    return false;
}

MrType *mr_structseq_type_new(MrThread *t, const MrStructSeqDef *def) { return mr_type_from_def(t, &def->type); }

bool mr_structseq_fill_dict(MrThread *t, MrType *type)
{
    const MrStructSeqDef *def = def_of(type);
    MrValue names[32], match;
    size_t i, n = def->n_visible - def->n_unnamed;
    for (i = 0; i < n; i++) {
        names[i] = mr_str_c(t, def->type.getset[i].name);
        if (names[i] == MR_ERROR)
            return false;
    }
    match = mr_tuple_from(t, names, n);
    return match != MR_ERROR && mr_dict_set_str(t, type->dict, mr_n(t, __match_args__), match) &&
           mr_dict_set_c(t, type->dict, "n_fields", mr_small_int((int64_t)size_of(def))) &&
           mr_dict_set_c(t, type->dict, "n_sequence_fields", mr_small_int((int64_t)def->n_visible)) &&
           mr_dict_set_c(t, type->dict, "n_unnamed_fields", mr_small_int((int64_t)def->n_unnamed));
}

MrValue mr_structseq_new(MrThread *t, const MrStructSeqDef *def, const MrValue *values)
{
    MrType *type = mr_structseq_type_new(t, def);
    size_t n = size_of(def);
    MrTuple *tuple = type == NULL ? NULL : mr_alloc_plain(t, sizeof(MrTuple) + n * sizeof(MrValue), type);
    if (tuple == NULL)
        return MR_ERROR;
    tuple->length = def->n_visible;
    tuple->h.aux = (uint16_t)(n - def->n_visible);
    memcpy(tuple->items, values, n * sizeof(MrValue));
    return mr_val(tuple);
}

/* X(sequence, dict={}): hidden fields come from a longer sequence, from the dict, or are None. */
static MrValue structseq_new(MrThread *t, MrValue *a)
{
    const MrStructSeqDef *def;
    MrValue items[32], sequence, v;
    size_t n, given, i, row;
    if (!mr_is_type(a[0]) || !(MR_TYPE(a[0])->def->flags & MR_TYPEDEF_STRUCTSEQ))
        return mr_raise(t, MR_EXC_TypeError, "a struct sequence type is required");
    def = def_of(MR_TYPE(a[0]));
    n = size_of(def);
    sequence = mr_tuple_of(t, a[1]);
    if (sequence == MR_ERROR)
        return mr_clear_if(t, MR_EXC_TypeError) ? mr_raise(t, MR_EXC_TypeError, "constructor requires a sequence") : MR_ERROR;
    given = MR_TUPLE(sequence)->length;
    if (a[2] != MR_UNBOUND && a[2] != MR_NONE && !mr_is_dict(a[2]))
        return mr_raise(t, MR_EXC_TypeError, "%s() takes a dict as second arg, if any", def->type.name);
    if (given < def->n_visible || given > n) {
        if (n == def->n_visible)
            return mr_raise(t, MR_EXC_TypeError, "%s() takes a %zu-sequence (%zu-sequence given)", def->type.name, n, given);
        return mr_raise(t, MR_EXC_TypeError, "%s() takes an at %s %zu-sequence (%zu-sequence given)", def->type.name,
                        given < def->n_visible ? "least" : "most", given < def->n_visible ? def->n_visible : n, given);
    }
    memcpy(items, MR_TUPLE(sequence)->items, given * sizeof *items);
    for (i = given; i < n; i++) {
        row = i - def->n_unnamed;
        items[i] = MR_NONE;
        if (a[2] == MR_UNBOUND || a[2] == MR_NONE)
            continue;
        v = mr_str_c(t, def->type.getset[row].name);
        v = v == MR_ERROR ? v : mr_dict_get(t, MR_DICT(a[2]), v);
        if (v == MR_ERROR)
            return v;
        if (v != MR_UNBOUND)
            items[i] = v;
    }
    return mr_structseq_new(t, def, items);
}

MrValue mr_structseq_repr(MrThread *t, MrValue *a)
{
    MrType *type = mr_typeof(t, a[0]);
    const MrStructSeqDef *def = def_of(type);
    MrBuf buf = MR_BUF_EMPTY;
    MrTuple *tuple = MR_TUPLE(a[0]);
    size_t i;
    mr_buf_puts(&buf, def->type.name);
    mr_buf_putc(&buf, '(');
    for (i = 0; i < tuple->length; i++) {
        mr_buf_puts(&buf, i > 0 ? ", " : "");
        mr_buf_puts(&buf, def->type.getset[i].name);
        mr_buf_putc(&buf, '=');
        if (!mr_repr_to(t, &buf, tuple->items[i])) {
            mr_buf_fini(&buf);
            return MR_ERROR;
        }
    }
    mr_buf_putc(&buf, ')');
    return mr_str_buf(t, &buf);
}

/* (type, (tuple of the visible items, dict of the hidden ones)) */
MrValue mr_structseq_reduce(MrThread *t, MrValue *a)
{
    MrType *type = mr_typeof(t, a[0]);
    const MrStructSeqDef *def = def_of(type);
    MrTuple *tuple = MR_TUPLE(a[0]);
    MrDict *hidden = mr_dict_new(t);
    MrValue pair[2], result[2];
    size_t i, n = size_of(def);
    if (hidden == NULL)
        return MR_ERROR;
    for (i = def->n_visible; i < n; i++)
        if (!mr_dict_set_c(t, hidden, def->type.getset[i - def->n_unnamed].name, tuple->items[i]))
            return MR_ERROR;
    pair[0] = mr_tuple_from(t, tuple->items, tuple->length);
    pair[1] = mr_val(hidden);
    result[0] = mr_val(type);
    result[1] = pair[0] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
    return result[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, result, 2);
}

const MrMethodDef mr_structseq_methods[] = {
    {"__new__(cls, sequence, dict={})", structseq_new, "Make one of a sequence of its visible fields; others come from the dict.", MR_METHOD_STATIC},
    {"__repr__(self, /)", mr_structseq_repr, "The text that repr(self) gives.", 0},
    {"__reduce__(self, /)", mr_structseq_reduce, "What pickle needs to make it again.", 0},
    {0},
};
