/* _string: the parts of str.format that string.Formatter is built on. Both functions return iterators that parse as they go. */
#include "vm/types/str.h"
#include "vm/types/str_format.h"

/* Both iterators are an MrIter over the format string: position is the byte offset of what is left. */
static MrSpan rest_of(const MrIter *it)
{
    const MrStr *s = MR_STR(it->source);
    return (MrSpan){s->bytes + it->position, s->bytes + s->nbytes};
}

static MrValue text_of(MrThread *t, MrSpan span) { return mr_str_new(t, span.at, (size_t)(span.end - span.at)); }

static MrValue tuple_of(MrThread *t, const MrValue *items, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (items[i] == MR_ERROR)
            return MR_ERROR;
    return mr_tuple_from(t, items, n);
}

static MrValue formatteriterator_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    MrSpan rest = rest_of(it);
    MrMarkup m;
    int more = mr_markup_next(t, &rest, &m);
    it->position = (size_t)(rest.at - MR_STR(it->source)->bytes);
    if (more <= 0)
        return more ? MR_ERROR : MR_UNBOUND;
    MrValue parts[4] = {text_of(t, m.literal), MR_NONE, MR_NONE, MR_NONE};
    if (m.has_field) {
        parts[1] = text_of(t, m.name);
        parts[2] = text_of(t, m.spec);
        parts[3] = m.conversion ? mr_str_char(t, m.conversion) : MR_NONE;
    }
    return tuple_of(t, parts, 4);
}

static MrValue fieldnameiterator_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    MrSpan rest = rest_of(it), text;
    bool is_attr;
    int64_t index;
    int more = mr_field_next(t, &rest, &is_attr, &text, &index);
    it->position = (size_t)(rest.at - MR_STR(it->source)->bytes);
    if (more <= 0)
        return more ? MR_ERROR : MR_UNBOUND;
    MrValue parts[2] = {mr_bool(is_attr), index >= 0 ? mr_int(t, index) : text_of(t, text)};
    return tuple_of(t, parts, 2);
}

static const MrTypeDef formatter_iterator_type = {
    .name = "formatteriterator", .kind = MR_KIND_ITER, .size = sizeof(MrIter), .flags = MR_TYPEDEF_NO_NEW | MR_TYPEDEF_FINAL, .next = formatteriterator_next,
};

static const MrTypeDef field_iterator_type = {
    .name = "fieldnameiterator", .kind = MR_KIND_ITER, .size = sizeof(MrIter), .flags = MR_TYPEDEF_NO_NEW | MR_TYPEDEF_FINAL, .next = fieldnameiterator_next,
};

static MrValue make_iterator(MrThread *t, const MrTypeDef *def, MrValue source, size_t position)
{
    MrType *type = mr_type_from_def(t, def);
    MrIter *it = type ? mr_alloc_instance(t, sizeof *it, type) : NULL;
    if (!it)
        return MR_ERROR;
    it->source = source;
    it->position = position;
    mr_write_barrier(t, it, source);
    return mr_val(it);
}

static MrValue string_formatter_parser(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "expected str, got %s", mr_type_name(t, a[0]));
    return make_iterator(t, &formatter_iterator_type, a[0], 0);
}

static MrValue string_formatter_field_name_split(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "expected str, got %s", mr_type_name(t, a[0]));
    MrStr *s = MR_STR(a[0]);
    MrSpan name = {s->bytes, s->bytes + s->nbytes}, first;
    int64_t index;
    if (!mr_field_first(t, &name, &first, &index))
        return MR_ERROR;
    MrValue parts[2] = {index >= 0 ? mr_int(t, index) : text_of(t, first),
                        make_iterator(t, &field_iterator_type, a[0], (size_t)(name.at - s->bytes))};
    return tuple_of(t, parts, 2);
}

static const MrMethodDef functions[] = {
    {"formatter_parser(string, /)", string_formatter_parser,
     "Take a format string apart: an iterator of (literal, field name, spec, conversion).", 0},
    {"formatter_field_name_split(string, /)", string_formatter_field_name_split,
     "Take a field name apart: its first part, and an iterator of (is attribute, name or index).", 0},
    {0},
};

const MrModuleDef mr_module__string = {.name = "_string", .functions = functions, .doc = "What string.Formatter needs in C."};
