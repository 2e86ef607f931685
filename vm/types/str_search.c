/* Methods of str that search: find and its kin, replace, split, partition, prefixes and suffixes, splitlines.
 *
 * Everything is done on the UTF-8 bytes; code points are counted only where a position or a length is handed out.
 */
#include "vm/types/str.h"
#include "vm/isolate.h"
#include "vm/types/unicode.h"

static MrValue piece(MrThread *t, const MrStr *s, size_t from, size_t to)
{
    if (from == 0 && to == s->nbytes && s->h.shape == MR_TYPE_str)
        return mr_val(s);
    return mr_str_piece(t, s, from, to);
}

/* ---- find ---- */

typedef struct Window {
    const MrStr *sub;
    size_t from, to; /* bytes; from > to: the window lies outside of the text and not even '' is found */
} Window;

static bool read_window(MrThread *t, MrValue *a, Window *w)
{
    MrStr *s = MR_STR(a[0]);
    size_t start, stop;
    if (!mr_arg_window(t, a[2], a[3], s->length, &start, &stop))
        return false;
    if (!mr_is_str(a[1])) {
        mr_raise(t, MR_EXC_TypeError, "must be str, not %s", mr_type_name(t, a[1]));
        return false;
    }
    w->sub = MR_STR(a[1]);
    if (start > stop) {
        w->from = 1;
        w->to = 0;
    } else {
        w->from = mr_str_offset(t, s, start);
        w->to = mr_str_offset(t, s, stop);
    }
    return true;
}

/* Position or -1 of the first (last) occurrence; false: error. */
static bool search(MrThread *t, MrValue *a, bool last, int64_t *position)
{
    MrStr *s = MR_STR(a[0]);
    Window w;
    *position = -1;
    if (!read_window(t, a, &w))
        return false;
    if (w.from > w.to)
        return true;
    ptrdiff_t at;
    if (!mr_mem_find_long(t, s->bytes + w.from, w.to - w.from, w.sub->bytes, w.sub->nbytes, last, &at))
        return false;
    if (at >= 0)
        *position = (int64_t)mr_str_position(s, w.from + (size_t)at);
    return true;
}

MrValue str_find(MrThread *t, MrValue *a)
{
    int64_t at;
    return search(t, a, false, &at) ? mr_small_int(at) : MR_ERROR;
}

MrValue str_rfind(MrThread *t, MrValue *a)
{
    int64_t at;
    return search(t, a, true, &at) ? mr_small_int(at) : MR_ERROR;
}

MrValue str_index(MrThread *t, MrValue *a)
{
    int64_t at;
    if (!search(t, a, false, &at))
        return MR_ERROR;
    return at >= 0 ? mr_small_int(at) : mr_raise(t, MR_EXC_ValueError, "substring not found");
}

MrValue str_rindex(MrThread *t, MrValue *a)
{
    int64_t at;
    if (!search(t, a, true, &at))
        return MR_ERROR;
    return at >= 0 ? mr_small_int(at) : mr_raise(t, MR_EXC_ValueError, "substring not found");
}

MrValue str_count(MrThread *t, MrValue *a)
{
    Window w;
    if (!read_window(t, a, &w))
        return MR_ERROR;
    if (w.from > w.to)
        return mr_small_int(0);
    const char *text = MR_STR(a[0])->bytes + w.from;
    size_t n = w.to - w.from;
    if (!w.sub->nbytes)
        return mr_small_int((int64_t)mr_utf8_count(text, n) + 1);
    size_t times;
    return mr_mem_count_long(t, text, n, w.sub->bytes, w.sub->nbytes, SIZE_MAX, &times) ? mr_small_int((int64_t)times) : MR_ERROR;
}

MrValue str_contains(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "'in <string>' requires string as left operand, not %s", mr_type_name(t, a[1]));
    const MrStr *s = MR_STR(a[0]), *sub = MR_STR(a[1]);
    ptrdiff_t at;
    return mr_mem_find_long(t, s->bytes, s->nbytes, sub->bytes, sub->nbytes, false, &at) ? mr_bool(at >= 0) : MR_ERROR;
}

static bool matches_end(MrThread *t, const MrStr *s, const Window *w, const MrStr *affix, bool tail)
{
    if (w->from > w->to || affix->nbytes > w->to - w->from)
        return false;
    return !mr_work_compare(t, s->bytes + (tail ? w->to - affix->nbytes : w->from), affix->bytes, affix->nbytes);
}

static MrValue test_affix(MrThread *t, MrValue *a, bool tail)
{
    const char *name = tail ? "endswith" : "startswith";
    MrStr *s = MR_STR(a[0]);
    size_t start, stop;
    if (!mr_arg_window(t, a[2], a[3], s->length, &start, &stop))
        return MR_ERROR;
    Window w = {NULL, 1, 0};
    if (start <= stop) {
        w.from = mr_str_offset(t, s, start);
        w.to = mr_str_offset(t, s, stop);
    }
    if (mr_is_str(a[1]))
        return mr_bool(matches_end(t, s, &w, MR_STR(a[1]), tail));
    if (!mr_is_tuple(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "%s first arg must be str or a tuple of str, not %s", name, mr_type_name(t, a[1]));
    MrTuple *options = MR_TUPLE(a[1]);
    for (size_t i = 0; i < options->length; i++) {
        if (!mr_is_str(options->items[i]))
            return mr_raise(t, MR_EXC_TypeError, "tuple for %s must only contain str, not %s", name, mr_type_name(t, options->items[i]));
        if (matches_end(t, s, &w, MR_STR(options->items[i]), tail))
            return MR_TRUE;
    }
    return MR_FALSE;
}

MrValue str_startswith(MrThread *t, MrValue *a) { return test_affix(t, a, false); }
MrValue str_endswith(MrThread *t, MrValue *a) { return test_affix(t, a, true); }

MrValue str_removeprefix(MrThread *t, MrValue *a)
{
    if (!mr_arg_str(t, a[1], "removeprefix", ""))
        return MR_ERROR;
    const MrStr *s = MR_STR(a[0]), *prefix = MR_STR(a[1]);
    Window w = {NULL, 0, s->nbytes};
    return piece(t, s, matches_end(t, s, &w, prefix, false) ? prefix->nbytes : 0, s->nbytes);
}

MrValue str_removesuffix(MrThread *t, MrValue *a)
{
    if (!mr_arg_str(t, a[1], "removesuffix", ""))
        return MR_ERROR;
    const MrStr *s = MR_STR(a[0]), *suffix = MR_STR(a[1]);
    Window w = {NULL, 0, s->nbytes};
    return piece(t, s, 0, s->nbytes - (matches_end(t, s, &w, suffix, true) ? suffix->nbytes : 0));
}

/* ---- replace ---- */

/* new before every code point and at the end, up to `max` times */
static MrValue interleave(MrThread *t, const MrStr *s, const MrStr *new, size_t max)
{
    size_t times = s->length + 1 < max ? s->length + 1 : max;
    if (new->nbytes && times > ((size_t)PTRDIFF_MAX - s->nbytes) / new->nbytes)
        return mr_raise(t, MR_EXC_OverflowError, "replace string is too long");
    MrStr *r = mr_str_alloc(t, s->nbytes + times * new->nbytes, s->length + times * new->length);
    if (!r)
        return MR_ERROR;
    char *out = r->bytes;
    const char *p = s->bytes, *end = p + s->nbytes;
    size_t work = 0;
    while (times--) {
        if (!mr_limits_work(t, work) || !mr_work_copy(t, out, new->bytes, new->nbytes))
            return MR_ERROR;
        out += new->nbytes;
        if (p < end) {
            unsigned step = mr_utf8_step((unsigned char)*p);
            memcpy(out, p, step);
            out += step;
            p += step;
        }
    }
    return mr_work_copy(t, out, p, (size_t)(end - p)) ? mr_val(r) : MR_ERROR;
}

/* One ASCII character for another in a text of moderate length. */
static MrValue replace_byte(MrThread *t, const MrStr *s, char from, char to)
{
    const char *at = memchr(s->bytes, from, s->nbytes);
    if (!at)
        return mr_str_exact(t, mr_val(s));
    if (s->length == 1)
        return mr_str_char(t, (unsigned char)to);
    size_t first = (size_t)(at - s->bytes);
    MrStr *r = mr_str_alloc(t, s->nbytes, s->length);
    if (!r)
        return MR_ERROR;
    memcpy(r->bytes, s->bytes, first);
    for (size_t i = first; i < s->nbytes; i++)
        r->bytes[i] = s->bytes[i] == from ? to : s->bytes[i];
    return mr_val(r);
}

MrValue str_replace(MrThread *t, MrValue *a)
{
    if (!mr_arg_str(t, a[1], "replace", "1") || !mr_arg_str(t, a[2], "replace", "2"))
        return MR_ERROR;
    int64_t limit = -1;
    if (!mr_arg_ssize(t, a[3], &limit))
        return MR_ERROR;
    const MrStr *s = MR_STR(a[0]), *old = MR_STR(a[1]), *new = MR_STR(a[2]);
    size_t max = limit < 0 ? SIZE_MAX : (size_t)limit;
    if (!max || mr_str_equal(t, old, new) || old->nbytes > s->nbytes)
        return mr_str_exact(t, a[0]);
    if (!old->nbytes)
        return interleave(t, s, new, max);
    if (old->nbytes == 1 && new->nbytes == 1 && max == SIZE_MAX && s->nbytes <= MR_WORK_PIECE)
        return replace_byte(t, s, old->bytes[0], new->bytes[0]);
    size_t times;
    if (!mr_mem_count_long(t, s->bytes, s->nbytes, old->bytes, old->nbytes, max, &times))
        return MR_ERROR;
    if (!times)
        return mr_str_exact(t, a[0]);
    if (new->nbytes > old->nbytes && times > ((size_t)PTRDIFF_MAX - s->nbytes) / (new->nbytes - old->nbytes))
        return mr_raise(t, MR_EXC_OverflowError, "replace string is too long");
    size_t nbytes = s->nbytes - times * old->nbytes + times * new->nbytes;
    size_t length = s->length - times * old->length + times * new->length;
    if (!nbytes)
        return mr_str_sized(t, "", 0, 0);
    MrStr *r = mr_str_alloc(t, nbytes, length);
    if (!r)
        return MR_ERROR;
    char *out = r->bytes;
    const char *p = s->bytes, *end = p + s->nbytes;
    while (times--) {
        ptrdiff_t skip;
        if (!mr_limits_tick(t) || !mr_mem_find_long(t, p, (size_t)(end - p), old->bytes, old->nbytes, false, &skip) || !mr_work_copy(t, out, p, (size_t)skip))
            return MR_ERROR;
        out += skip;
        if (!mr_work_copy(t, out, new->bytes, new->nbytes))
            return MR_ERROR;
        out += new->nbytes;
        p += (size_t)skip + old->nbytes;
    }
    return mr_work_copy(t, out, p, (size_t)(end - p)) ? mr_val(r) : MR_ERROR;
}

/* ---- split ---- */

/* The parts found so far: the first ones here, on the C stack, so that the list is made when it is known how long it is; the rest in the list. */
typedef struct Parts {
    size_t n;
    MrValue list; /* MR_UNBOUND: there are only the first ones */
    MrValue first[16];
} Parts;

static bool push_long(MrThread *t, Parts *parts, MrValue v)
{
    if (parts->list == MR_UNBOUND && (parts->list = mr_list_from(t, parts->first, parts->n)) == MR_ERROR)
        return false;
    return mr_list_append(t, parts->list, v);
}

static bool push(MrThread *t, Parts *parts, const MrStr *s, size_t from, size_t to)
{
    MrValue v = mr_limits_tick(t) ? piece(t, s, from, to) : MR_ERROR;
    if (v == MR_ERROR)
        return false;
    if (MR_UNLIKELY(parts->n == sizeof parts->first / sizeof *parts->first))
        return push_long(t, parts, v);
    parts->first[parts->n++] = v;
    return true;
}

static MrValue list_of(MrThread *t, const Parts *parts) { return parts->list == MR_UNBOUND ? mr_list_from(t, parts->first, parts->n) : parts->list; }

/* Past the white space (or the rest of a word) at byte i. */
static inline __attribute__((always_inline)) size_t skip_while(const MrStr *s, size_t i, bool space)
{
    const char *p = s->bytes + i, *end = s->bytes + s->nbytes;
    for (; p < end; p++) {
        if (MR_UNLIKELY((signed char)*p < 0)) {
            const char *next = p;
            if (mr_uni_is_space(mr_utf8_decode_valid(&next)) != space)
                break;
            p = next - 1;
        } else if (mr_uni_is_space((unsigned char)*p) != space) {
            break;
        }
    }
    return (size_t)(p - s->bytes);
}

static size_t skip_back_while(const MrStr *s, size_t i, bool space)
{
    const char *p = s->bytes + i;
    while (p > s->bytes) {
        const char *here = p;
        if (mr_uni_is_space(mr_utf8_decode_back(&p, s->bytes)) != space)
            return (size_t)(here - s->bytes);
    }
    return 0;
}

static bool split_words(MrThread *t, Parts *parts, const MrStr *s, size_t max)
{
    for (size_t i = skip_while(s, 0, true); i < s->nbytes;) {
        size_t stop = skip_while(s, i, false);
        if (!max--) /* the rest, with the white space at its end */
            return push(t, parts, s, i, s->nbytes);
        if (!push(t, parts, s, i, stop))
            return false;
        i = skip_while(s, stop, true);
    }
    return true;
}

static bool rsplit_words(MrThread *t, Parts *parts, const MrStr *s, size_t max)
{
    for (size_t i = skip_back_while(s, s->nbytes, true); i > 0;) {
        size_t start = skip_back_while(s, i, false);
        if (!max--)
            return push(t, parts, s, 0, i);
        if (!push(t, parts, s, start, i))
            return false;
        i = skip_back_while(s, start, true);
    }
    return true;
}

/* Parts are short more often than not: the call of memchr would cost more than looking. */
static const char *find_byte(const char *p, const char *end, char c)
{
    const char *near = end - p > 16 ? p + 16 : end;
    for (; p < near; p++)
        if (*p == c)
            return p;
    return p < end ? memchr(p, c, (size_t)(end - p)) : NULL;
}

static bool split_by(MrThread *t, Parts *parts, const MrStr *s, const MrStr *sep, size_t max)
{
    size_t from = 0;
    for (; max; max--) {
        const char *p = s->bytes + from;
        const char *hit = sep->nbytes == 1 ? find_byte(p, s->bytes + s->nbytes, sep->bytes[0]) : NULL;
        ptrdiff_t at = hit ? hit - p : sep->nbytes == 1 ? -1 : mr_mem_find(p, s->nbytes - from, sep->bytes, sep->nbytes);
        if (at < 0)
            break;
        if (!push(t, parts, s, from, from + (size_t)at))
            return false;
        from += (size_t)at + sep->nbytes;
    }
    return push(t, parts, s, from, s->nbytes);
}

static bool rsplit_by(MrThread *t, Parts *parts, const MrStr *s, const MrStr *sep, size_t max)
{
    size_t to = s->nbytes;
    for (; max; max--) {
        ptrdiff_t at = mr_mem_rfind(s->bytes, to, sep->bytes, sep->nbytes);
        if (at < 0)
            break;
        if (!push(t, parts, s, (size_t)at + sep->nbytes, to))
            return false;
        to = (size_t)at;
    }
    return push(t, parts, s, 0, to);
}

static void reverse_list(MrValue list)
{
    MrList *l = MR_LIST(list);
    for (size_t i = 0, j = l->length; i + 1 < j; i++) {
        MrValue v = l->items[i];
        l->items[i] = l->items[--j];
        l->items[j] = v;
    }
}

static MrValue split(MrThread *t, MrValue *a, bool from_right)
{
    int64_t limit = -1;
    if (!mr_arg_ssize(t, a[2], &limit))
        return MR_ERROR;
    size_t max = limit < 0 ? SIZE_MAX : (size_t)limit;
    MrValue sep = a[1];
    const MrStr *s = MR_STR(a[0]);
    Parts parts;
    parts.n = 0;
    parts.list = MR_UNBOUND;
    bool ok;
    if (sep == MR_UNBOUND || sep == MR_NONE) {
        ok = (from_right ? rsplit_words : split_words)(t, &parts, s, max);
    } else {
        if (!mr_is_str(sep))
            return mr_raise(t, MR_EXC_TypeError, "must be str or None, not %s", mr_type_name(t, sep));
        if (!MR_STR(sep)->nbytes)
            return mr_raise(t, MR_EXC_ValueError, "empty separator");
        ok = (from_right ? rsplit_by : split_by)(t, &parts, s, MR_STR(sep), max);
    }
    MrValue list = ok ? list_of(t, &parts) : MR_ERROR;
    if (from_right && ok && list != MR_ERROR)
        reverse_list(list);
    return list;
}

MrValue str_split(MrThread *t, MrValue *a) { return split(t, a, false); }
MrValue str_rsplit(MrThread *t, MrValue *a) { return split(t, a, true); }

static MrValue partition(MrThread *t, MrValue *a, bool last)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "must be str, not %s", mr_type_name(t, a[1]));
    const MrStr *s = MR_STR(a[0]), *sep = MR_STR(a[1]);
    if (!sep->nbytes)
        return mr_raise(t, MR_EXC_ValueError, "empty separator");
    ptrdiff_t at = (last ? mr_mem_rfind : mr_mem_find)(s->bytes, s->nbytes, sep->bytes, sep->nbytes);
    MrValue parts[3];
    if (at < 0) {
        parts[last ? 2 : 0] = mr_str_exact(t, a[0]);
        parts[1] = parts[last ? 0 : 2] = mr_str_sized(t, "", 0, 0);
    } else {
        parts[0] = piece(t, s, 0, (size_t)at);
        parts[1] = mr_str_exact(t, a[1]);
        parts[2] = piece(t, s, (size_t)at + sep->nbytes, s->nbytes);
    }
    for (int i = 0; i < 3; i++)
        if (parts[i] == MR_ERROR)
            return MR_ERROR;
    return mr_tuple_from(t, parts, 3);
}

MrValue str_partition(MrThread *t, MrValue *a) { return partition(t, a, false); }
MrValue str_rpartition(MrThread *t, MrValue *a) { return partition(t, a, true); }

MrValue str_splitlines(MrThread *t, MrValue *a)
{
    int keep = a[1] == MR_UNBOUND ? 0 : mr_truth(t, a[1]);
    if (keep < 0)
        return MR_ERROR;
    const MrStr *s = MR_STR(a[0]);
    Parts parts;
    parts.n = 0;
    parts.list = MR_UNBOUND;
    const char *p = s->bytes, *end = p + s->nbytes, *line = p;
    while (p < end) {
        const char *pause = (size_t)(end - p) > MR_WORK_PIECE ? p + MR_WORK_PIECE : end;
        while (p < pause && (signed char)*p >= ' ') /* plain ASCII, the most of it */
            p++;
        if (p == pause) {
            if (p < end && !mr_limits_tick(t))
                return MR_ERROR;
            continue;
        }
        const char *stop = p;
        uint32_t c = mr_utf8_decode_valid(&p);
        if (c < 128 ? !((c >= 10 && c <= 13) || (c >= 28 && c <= 30)) : !mr_uni_is(c, MR_UNI_LINEBREAK))
            continue;
        if (c == '\r' && p < end && *p == '\n')
            p++;
        if (!push(t, &parts, s, (size_t)(line - s->bytes), (size_t)((keep ? p : stop) - s->bytes)))
            return MR_ERROR;
        line = p;
    }
    if (line < end && !push(t, &parts, s, (size_t)(line - s->bytes), s->nbytes))
        return MR_ERROR;
    return list_of(t, &parts);
}
