/* re.Match: where a pattern matched, group by group. Offsets become positions when they are asked for. */
#include "stdlib/native/_re.h"

#include "vm/types/sequence.h"
#include "vm/types/str.h"

/* Number of the group that closed last, 0 if none took part. Without marks it is the one among them whose end comes last in the pattern. */
static uint32_t last_group(const MrPattern *p, const size_t *spans)
{
    if (p->marks)
        return mr_re_mark(p);
    uint32_t last = 0;
    for (uint32_t i = 1; i <= p->n_groups; i++)
        if (spans[2 * i] != SIZE_MAX && (!last || p->close_rank[i] > p->close_rank[last]))
            last = i;
    return last;
}

MrValue mr_re_match_new(MrThread *t, const MrReScan *scan)
{
    MrPattern *p = scan->pattern;
    size_t size = 2 * ((size_t)p->n_groups + 1) * sizeof(size_t);
    MrMatch *m = mr_def_alloc(t, &mr_re_match_def);
    if (!m)
        return MR_ERROR;
    m->pattern = mr_val(p);
    m->string = scan->string;
    m->subject = scan->subject;
    m->pos = scan->pos;
    m->endpos = scan->endpos;
    m->spans = mr_buffer_new(t, size);
    if (!m->spans)
        return MR_ERROR;
    memcpy(m->spans, p->lib.get_ovector_pointer(p->data), size);
    m->lastindex = last_group(p, m->spans);
    return mr_val(m);
}

MrValue mr_re_slice(MrThread *t, MrValue subject, size_t start, size_t stop)
{
    if (mr_is_str(subject)) {
        MrStr *s = MR_STR(subject);
        if (start == 0 && stop == s->nbytes && mr_is_exact(subject, MR_TYPE_str))
            return subject;
        if (stop - start == 1)
            return mr_str_char(t, (unsigned char)s->bytes[start]);
        return mr_str_new(t, s->bytes + start, stop - start);
    }
    if (start == 0 && stop == MR_BYTES(subject)->length && mr_is_exact(subject, MR_TYPE_bytes))
        return subject;
    return mr_bytes_new(t, MR_BYTES(subject)->bytes + start, stop - start);
}

static MrValue group_value(MrThread *t, const MrMatch *m, uint32_t i, MrValue otherwise)
{
    return m->spans[2 * i] == SIZE_MAX ? otherwise : mr_re_slice(t, m->subject, m->spans[2 * i], m->spans[2 * i + 1]);
}

/* A position as an int; -1 for a group that took no part. */
static MrValue position(MrThread *t, const MrMatch *m, size_t offset)
{
    if (offset == SIZE_MAX)
        return mr_small_int(-1);
    if (mr_is_str(m->subject)) {
        MrStr *s = MR_STR(m->subject);
        if (!s->index && !mr_str_is_ascii(s) && offset > 4096)
            (void)mr_str_offset(t, s, s->length - 1); /* has the index of positions built */
        offset = mr_str_position(s, offset);
    }
    return mr_int(t, (int64_t)offset);
}

static MrValue span_of(MrThread *t, const MrMatch *m, uint32_t i)
{
    MrValue both[2] = {position(t, m, m->spans[2 * i]), position(t, m, m->spans[2 * i + 1])};
    return mr_tuple_from(t, both, 2);
}

/* Number of the group that an argument names; UINT32_MAX with IndexError. [script] */
static uint32_t group_number(MrThread *t, MrPattern *p, MrValue which)
{
    int64_t n = -1;
    if (mr_has_index(t, which)) {
        if (!mr_to_ssize(t, which, &n)) {
            if (!mr_clear_if(t, MR_EXC_OverflowError))
                return UINT32_MAX;
            n = -1;
        }
    } else if (MR_DICT(p->groupindex)->length) {
        MrValue found = mr_dict_get(t, MR_DICT(p->groupindex), which);
        if (found == MR_ERROR)
            return UINT32_MAX;
        if (found != MR_UNBOUND)
            n = mr_int_of(found);
    }
    if (n >= 0 && n <= p->n_groups)
        return (uint32_t)n;
    (void)mr_raise(t, MR_EXC_IndexError, "no such group");
    return UINT32_MAX;
}

/* ---- methods ---- */

static MrValue match_getitem(MrThread *t, MrValue *a)
{
    MrMatch *m = MR_MATCH(a[0]);
    uint32_t i = group_number(t, MR_PATTERN(m->pattern), a[1]);
    return i == UINT32_MAX ? MR_ERROR : group_value(t, m, i, MR_NONE);
}

static MrValue match_group(MrThread *t, MrValue *a)
{
    MrMatch *m = MR_MATCH(a[0]);
    MrTuple *which = MR_TUPLE(a[1]);
    if (!which->length)
        return group_value(t, m, 0, MR_NONE);
    MrValue one[2] = {a[0], which->items[0]};
    if (which->length == 1)
        return match_getitem(t, one);
    MrValue result = mr_list_new(t, which->length);
    for (size_t i = 0; result != MR_ERROR && i < which->length; i++) {
        one[1] = which->items[i];
        MrValue v = match_getitem(t, one);
        if (v == MR_ERROR || !mr_list_append(t, result, v))
            return MR_ERROR;
    }
    return result == MR_ERROR ? MR_ERROR : mr_tuple_of(t, result);
}

static MrValue match_groups(MrThread *t, MrValue *a)
{
    MrMatch *m = MR_MATCH(a[0]);
    uint32_t n = MR_PATTERN(m->pattern)->n_groups;
    MrValue result = mr_list_new(t, n);
    for (uint32_t i = 1; result != MR_ERROR && i <= n; i++) {
        MrValue v = group_value(t, m, i, a[1] == MR_UNBOUND ? MR_NONE : a[1]);
        if (v == MR_ERROR || !mr_list_append(t, result, v))
            return MR_ERROR;
    }
    return result == MR_ERROR ? MR_ERROR : mr_tuple_of(t, result);
}

static MrValue match_groupdict(MrThread *t, MrValue *a)
{
    MrMatch *m = MR_MATCH(a[0]);
    MrDict *names = MR_DICT(MR_PATTERN(m->pattern)->groupindex), *result = mr_dict_new(t);
    MrValue name, number;
    for (size_t at = 0; result && mr_dict_next(names, &at, &name, &number);) {
        MrValue v = group_value(t, m, (uint32_t)mr_int_of(number), a[1] == MR_UNBOUND ? MR_NONE : a[1]);
        if (v == MR_ERROR || !mr_dict_set(t, result, name, v))
            return MR_ERROR;
    }
    return result ? mr_val(result) : MR_ERROR;
}

/* The group of an optional argument; UINT32_MAX with an error. */
static uint32_t which_group(MrThread *t, MrValue *a)
{
    return a[1] == MR_UNBOUND ? 0 : group_number(t, MR_PATTERN(MR_MATCH(a[0])->pattern), a[1]);
}

static MrValue match_start(MrThread *t, MrValue *a)
{
    uint32_t i = which_group(t, a);
    return i == UINT32_MAX ? MR_ERROR : position(t, MR_MATCH(a[0]), MR_MATCH(a[0])->spans[2 * i]);
}

static MrValue match_end(MrThread *t, MrValue *a)
{
    uint32_t i = which_group(t, a);
    return i == UINT32_MAX ? MR_ERROR : position(t, MR_MATCH(a[0]), MR_MATCH(a[0])->spans[2 * i + 1]);
}

static MrValue match_span(MrThread *t, MrValue *a)
{
    uint32_t i = which_group(t, a);
    return i == UINT32_MAX ? MR_ERROR : span_of(t, MR_MATCH(a[0]), i);
}

static MrValue match_expand(MrThread *t, MrValue *a) { return mr_re_expand(t, MR_MATCH(a[0]), a[1]); }

static MrValue match_self(MrThread *t, MrValue *a)
{
    (void)t;
    return a[0];
}

#define MAX_SHOWN 50 /* characters of the matched text's repr */

static MrValue match_repr(MrThread *t, MrValue *a)
{
    MrMatch *m = MR_MATCH(a[0]);
    MrValue text = group_value(t, m, 0, MR_NONE), span = span_of(t, m, 0);
    if (text == MR_ERROR || span == MR_ERROR)
        return MR_ERROR;
    MrBuf buf = MR_BUF_EMPTY;
    mr_buf_puts(&buf, "<re.Match object; span=");
    bool ok = mr_repr_to(t, &buf, span);
    mr_buf_puts(&buf, ", match=");
    MrValue shown = ok ? mr_repr(t, text) : MR_ERROR;
    if (shown != MR_ERROR && MR_STR(shown)->length > MAX_SHOWN)
        shown = mr_str_slice(t, shown, 0, MAX_SHOWN);
    if (shown == MR_ERROR) {
        mr_buf_fini(&buf);
        return MR_ERROR;
    }
    mr_buf_write(&buf, MR_STR(shown)->bytes, MR_STR(shown)->nbytes);
    mr_buf_putc(&buf, '>');
    return mr_str_buf(t, &buf);
}

/* ---- attributes ---- */

static MrValue get_string(MrThread *t, MrValue self)
{
    (void)t;
    return MR_MATCH(self)->string;
}

static MrValue get_re(MrThread *t, MrValue self)
{
    (void)t;
    return MR_MATCH(self)->pattern;
}

static MrValue get_pos(MrThread *t, MrValue self) { return mr_int(t, (int64_t)MR_MATCH(self)->pos); }

static MrValue get_endpos(MrThread *t, MrValue self) { return mr_int(t, (int64_t)MR_MATCH(self)->endpos); }

static MrValue get_lastindex(MrThread *t, MrValue self) { return MR_MATCH(self)->lastindex ? mr_int(t, MR_MATCH(self)->lastindex) : MR_NONE; }

static MrValue get_lastgroup(MrThread *t, MrValue self)
{
    MrMatch *m = MR_MATCH(self);
    MrValue name, number;
    (void)t;
    for (size_t at = 0; mr_dict_next(MR_DICT(MR_PATTERN(m->pattern)->groupindex), &at, &name, &number);)
        if (mr_int_of(number) == m->lastindex)
            return name;
    return MR_NONE;
}

static MrValue get_regs(MrThread *t, MrValue self)
{
    MrMatch *m = MR_MATCH(self);
    uint32_t n = MR_PATTERN(m->pattern)->n_groups;
    MrValue result = mr_list_new(t, n + 1);
    for (uint32_t i = 0; result != MR_ERROR && i <= n; i++) {
        MrValue span = span_of(t, m, i);
        if (span == MR_ERROR || !mr_list_append(t, result, span))
            return MR_ERROR;
    }
    return result == MR_ERROR ? MR_ERROR : mr_tuple_of(t, result);
}

static void trace(MrGc *gc, MrObj *o)
{
    MrMatch *m = (MrMatch *)o;
    mr_mark(gc, m->pattern);
    mr_mark(gc, m->string);
    mr_mark(gc, m->subject);
    mr_mark_buffer(gc, m->spans);
}

static const MrMethodDef methods[] = {
    {"__getitem__(self, key, /)", match_getitem, "What self[key] gives.", 0},
    {"__repr__(self, /)", match_repr, "The text that repr(self) gives.", 0},
    {"group(self, /, *args)", match_group,
     "The text of a group, by number or name (0, the whole match, by default); a tuple for several groups. None for a group that took no part.", 0},
    {"start(self, group=0, /)", match_start, "Where the group's text begins, -1 if it took no part.", 0},
    {"end(self, group=0, /)", match_end, "Where the group's text ends, -1 if it took no part.", 0},
    {"span(self, group=0, /)", match_span, "(start(group), end(group)) as one pair.", 0},
    {"groups(self, /, default=None)", match_groups, "The texts of groups 1, 2, 3... as a tuple, with default for those that took no part.", 0},
    {"groupdict(self, /, default=None)", match_groupdict, "The texts of the named groups by name, with default for those that took no part.", 0},
    {"expand(self, /, template)", match_expand, "template with its backslash references to groups, filled in from this match.", 0},
    {"__copy__(self, /)", match_self, "Return self: it never changes.", 0},
    {"__deepcopy__(self, memo, /)", match_self, "Return self: it never changes.", 0},
    {"__class_getitem__(cls, item, /)", mr_container_class_getitem,
     "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0},
};
static const MrGetSetDef getset[] = {
    {"string", get_string, NULL, "What was searched."},
    {"re", get_re, NULL, "The pattern that matched."},
    {"pos", get_pos, NULL, "Where the search began."},
    {"endpos", get_endpos, NULL, "Where the search was to end."},
    {"lastindex", get_lastindex, NULL, "The number of the group that closed last, or None."},
    {"lastgroup", get_lastgroup, NULL, "The name of the group that closed last, or None."},
    {"regs", get_regs, NULL, "(start, end) of the match and of each group"},
    {0},
};

const MrTypeDef mr_re_match_def = {
    .name = "re.Match",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrMatch),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = methods,
    .getset = getset,
    .trace = trace,
    .doc = "A place where a pattern matched: what the groups took and where. It is always true.",
};
