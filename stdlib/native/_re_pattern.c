/* re.Pattern: its methods that search; scanners and the iterator of finditer.
 *
 * All searching goes through mr_re_search (_re_search.c). After an empty match the next one may not be empty at the same place; after another one it may.
 * Replacing is in _re_replace.c.
 */
#include "stdlib/native/_re.h"

#include "vm/isolate.h"
#include "vm/types/dict.h"
#include "vm/types/sequence.h"
#include "vm/types/str.h"

#define POLL_EVERY 1000

/* ---- searching ---- */

/* A position argument, clamped to 0..limit. */
static bool read_position(MrThread *t, MrValue v, size_t limit, size_t *out)
{
    int64_t i;
    if (v == MR_UNBOUND)
        return true;
    if (!mr_arg_ssize(t, v, &i))
        return false;
    *out = i < 0 ? 0 : (uint64_t)i > limit ? limit : (size_t)i;
    return true;
}

bool mr_re_scan_open(MrThread *t, MrReScan *scan, MrPattern *p, MrValue string, MrValue pos, MrValue endpos)
{
    size_t n;
    *scan = (MrReScan){.pattern = p, .string = string};
    if (!mr_re_text(t, string, &scan->subject, &scan->bytes, &n))
        return false;
    bool is_str = mr_is_str(scan->subject);
    if (is_str == p->is_bytes) {
        mr_raise(t, MR_EXC_TypeError, is_str ? "cannot use a bytes pattern on a string-like object" : "cannot use a string pattern on a bytes-like object");
        return false;
    }
    size_t length = is_str ? MR_STR(scan->subject)->length : n;
    scan->endpos = length;
    if (!read_position(t, pos, length, &scan->pos) || !read_position(t, endpos, length, &scan->endpos))
        return false;
    scan->start = is_str ? mr_str_offset(t, MR_STR(scan->subject), scan->pos) : scan->pos;
    scan->stop = is_str ? mr_str_offset(t, MR_STR(scan->subject), scan->endpos) : scan->endpos;
    return true;
}

void mr_re_scan_advance(MrReScan *scan)
{
    const size_t *spans = scan->pattern->lib.get_ovector_pointer(scan->pattern->data);
    scan->advance = spans[0] == spans[1];
    scan->start = spans[1];
}

/* Group `i` of the match just found; `otherwise` if it took no part. */
static MrValue re_scan_group(MrThread *t, const MrReScan *scan, uint32_t i, MrValue otherwise)
{
    const size_t *spans = scan->pattern->lib.get_ovector_pointer(scan->pattern->data) + 2 * (size_t)i;
    return spans[0] == SIZE_MAX ? otherwise : mr_re_slice(t, scan->subject, spans[0], spans[1]);
}

static MrValue find_one(MrThread *t, MrReScan *scan, uint32_t options)
{
    int r = mr_re_search(t, scan, options);
    return r == MR_RE_FOUND ? mr_re_match_new(t, scan) : r == MR_RE_NONE ? MR_NONE : MR_ERROR;
}

static MrValue match_with(MrThread *t, MrValue *a, uint32_t options)
{
    MrReScan scan;
    return mr_re_scan_open(t, &scan, MR_PATTERN(a[0]), a[1], a[2], a[3]) ? find_one(t, &scan, options) : MR_ERROR;
}

static MrValue pattern_search(MrThread *t, MrValue *a) { return match_with(t, a, 0); }

static MrValue pattern_match(MrThread *t, MrValue *a) { return match_with(t, a, PCRE2_ANCHORED); }

static MrValue pattern_fullmatch(MrThread *t, MrValue *a) { return match_with(t, a, PCRE2_ANCHORED | PCRE2_ENDANCHORED); }

/* ---- all matches ---- */

static MrValue empty_of(MrThread *t, const MrPattern *p) { return p->is_bytes ? mr_bytes_new(t, "", 0) : mr_str_new(t, "", 0); }

/* What findall gives for the match just found: the group, or a tuple of more than one. */
static MrValue found_value(MrThread *t, const MrReScan *scan, MrValue empty)
{
    uint32_t n = scan->pattern->n_groups;
    if (n < 2)
        return re_scan_group(t, scan, n, empty);
    MrValue list = mr_list_new(t, n);
    for (uint32_t i = 1; list != MR_ERROR && i <= n; i++) {
        MrValue v = re_scan_group(t, scan, i, empty);
        if (v == MR_ERROR || !mr_list_append(t, list, v))
            return MR_ERROR;
    }
    return list == MR_ERROR ? MR_ERROR : mr_tuple_of(t, list);
}

static MrValue pattern_findall(MrThread *t, MrValue *a)
{
    MrReScan scan;
    if (!mr_re_scan_open(t, &scan, MR_PATTERN(a[0]), a[1], a[2], a[3]))
        return MR_ERROR;
    MrValue list = mr_list_new(t, 0), empty = empty_of(t, scan.pattern);
    if (list == MR_ERROR || empty == MR_ERROR)
        return MR_ERROR;
    for (size_t n = 1;; n++) {
        int r = mr_re_search(t, &scan, 0);
        if (r != MR_RE_FOUND)
            return r == MR_RE_NONE ? list : MR_ERROR;
        MrValue v = found_value(t, &scan, empty);
        if (v == MR_ERROR || !mr_list_append(t, list, v))
            return MR_ERROR;
        mr_re_scan_advance(&scan);
        if (n % POLL_EVERY == 0 && !mr_poll(t))
            return MR_ERROR;
    }
}

static MrValue pattern_split(MrThread *t, MrValue *a)
{
    MrReScan scan;
    int64_t max = 0;
    if ((a[2] != MR_UNBOUND && !mr_arg_ssize(t, a[2], &max)) || !mr_re_scan_open(t, &scan, MR_PATTERN(a[0]), a[1], MR_UNBOUND, MR_UNBOUND))
        return MR_ERROR;
    MrValue list = mr_list_new(t, 0);
    size_t from = 0;
    for (int64_t n = 1; list != MR_ERROR && (max == 0 || n <= max); n++) {
        int r = mr_re_search(t, &scan, 0);
        if (r == MR_RE_FAILED)
            return MR_ERROR;
        if (r == MR_RE_NONE)
            break;
        const size_t *spans = scan.pattern->lib.get_ovector_pointer(scan.pattern->data);
        MrValue v = mr_re_slice(t, scan.subject, from, spans[0]);
        from = spans[1];
        for (uint32_t i = 1; v != MR_ERROR && i <= scan.pattern->n_groups; i++)
            v = mr_list_append(t, list, v) ? re_scan_group(t, &scan, i, MR_NONE) : MR_ERROR;
        if (v == MR_ERROR || !mr_list_append(t, list, v))
            return MR_ERROR;
        mr_re_scan_advance(&scan);
        if (n % POLL_EVERY == 0 && !mr_poll(t))
            return MR_ERROR;
    }
    MrValue rest = list == MR_ERROR ? MR_ERROR : mr_re_slice(t, scan.subject, from, scan.stop);
    return rest != MR_ERROR && mr_list_append(t, list, rest) ? list : MR_ERROR;
}

/* ---- scanners ---- */

typedef struct MrReScanner {
    MrObj h;
    bool ended;
    MrReScan scan;
} MrReScanner;

#define SCANNER(v) ((MrReScanner *)mr_obj_of(v))

static MrValue scanner_step(MrThread *t, MrValue self, uint32_t options)
{
    MrReScanner *s = SCANNER(self);
    if (s->ended)
        return MR_NONE;
    MrValue m = find_one(t, &s->scan, options);
    if (mr_is_obj(m))
        mr_re_scan_advance(&s->scan);
    else
        s->ended = m == MR_NONE;
    return m;
}

static MrValue scanner_search(MrThread *t, MrValue *a) { return scanner_step(t, a[0], 0); }

static MrValue scanner_match(MrThread *t, MrValue *a) { return scanner_step(t, a[0], PCRE2_ANCHORED); }

static MrValue finditer_next(MrThread *t, MrValue self)
{
    MrValue m = scanner_step(t, self, 0);
    return m == MR_NONE ? MR_UNBOUND : m;
}

static MrValue scanner_new(MrThread *t, const MrTypeDef *def, MrValue *a)
{
    MrReScan scan;
    if (!mr_re_scan_open(t, &scan, MR_PATTERN(a[0]), a[1], a[2], a[3]))
        return MR_ERROR;
    MrReScanner *s = mr_def_alloc(t, def);
    if (!s)
        return MR_ERROR;
    s->scan = scan;
    return mr_val(s);
}

static MrValue pattern_scanner(MrThread *t, MrValue *a) { return scanner_new(t, &mr_re_scanner_def, a); }

static const MrTypeDef finditer_def;

static MrValue pattern_finditer(MrThread *t, MrValue *a) { return scanner_new(t, &finditer_def, a); }

static MrValue get_scanner_pattern(MrThread *t, MrValue self)
{
    (void)t;
    return mr_val(SCANNER(self)->scan.pattern);
}

static void trace_scanner(MrGc *gc, MrObj *o)
{
    MrReScan *scan = &((MrReScanner *)o)->scan;
    mr_mark_obj(gc, scan->pattern);
    mr_mark(gc, scan->string);
    mr_mark(gc, scan->subject);
    mr_mark_buffer(gc, (void *)scan->units);
}

static MrValue pattern_reduce(MrThread *t, MrValue *a)
{
    MrValue re = mr_import(t, "re"), pair[2] = {mr_getattr_c(t, a[0], "pattern"), mr_getattr_c(t, a[0], "flags")};
    if (re == MR_ERROR || pair[0] == MR_ERROR || pair[1] == MR_ERROR)
        return MR_ERROR;
    MrValue out[2] = {mr_getattr_c(t, re, "_compile"), mr_tuple_from(t, pair, 2)};
    return out[0] == MR_ERROR || out[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, out, 2);
}

static const MrMethodDef scanner_methods[] = {
    {"match(self, /)", scanner_match, "The match that begins where the last one ended, or None.", 0},
    {"search(self, /)", scanner_search, "The next match behind the last one, or None.", 0},
    {0},
};
static const MrGetSetDef scanner_getset[] = {{"pattern", get_scanner_pattern, NULL, "the compiled pattern"}, {0}};

const MrTypeDef mr_re_scanner_def = {
    .name = "_sre.SRE_Scanner", .kind = MR_KIND_OTHER, .size = sizeof(MrReScanner), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = scanner_methods, .getset = scanner_getset, .trace = trace_scanner,
    .doc = "Matches one after the other, from Pattern.scanner().",
};
static const MrTypeDef finditer_def = {
    .name = "callable_iterator", .kind = MR_KIND_OTHER, .size = sizeof(MrReScanner), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .next = finditer_next, .trace = trace_scanner,
};

/* ---- the other methods ---- */

static MrValue pattern_sub(MrThread *t, MrValue *a) { return mr_re_substitute(t, MR_PATTERN(a[0]), a[1], a[2], a[3], false); }

static MrValue pattern_subn(MrThread *t, MrValue *a) { return mr_re_substitute(t, MR_PATTERN(a[0]), a[1], a[2], a[3], true); }

static MrValue pattern_self(MrThread *t, MrValue *a)
{
    (void)t;
    return a[0];
}

static void put_flags(MrBuf *buf, const MrPattern *p)
{
    static const struct { unsigned flag; const char *name; } names[] = {
        {1, "re.TEMPLATE"}, {MR_RE_I, "re.IGNORECASE"}, {MR_RE_L, "re.LOCALE"}, {MR_RE_M, "re.MULTILINE"}, {MR_RE_S, "re.DOTALL"}, {MR_RE_U, "re.UNICODE"},
        {MR_RE_X, "re.VERBOSE"}, {MR_RE_DEBUG, "re.DEBUG"}, {MR_RE_A, "re.ASCII"},
    };
    unsigned flags = p->flags;
    if (!p->is_bytes && (flags & MR_RE_TYPES) == MR_RE_U)
        flags &= ~(unsigned)MR_RE_U;
    const char *separator = ", ";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!(flags & names[i].flag))
            continue;
        mr_buf_printf(buf, "%s%s", separator, names[i].name);
        separator = "|";
        flags &= ~names[i].flag;
    }
    if (flags)
        mr_buf_printf(buf, "%s0x%x", separator, flags);
}

static MrValue pattern_repr(MrThread *t, MrValue *a)
{
    MrPattern *p = MR_PATTERN(a[0]);
    MrValue text = mr_repr(t, p->pattern);
    if (text == MR_ERROR)
        return MR_ERROR;
    MrBuf buf = MR_BUF_EMPTY;
    mr_buf_puts(&buf, "re.compile(");
    MrStr *s = MR_STR(text);
    mr_buf_write(&buf, s->bytes, s->length > 200 ? mr_str_offset(t, s, 200) : s->nbytes);
    put_flags(&buf, p);
    mr_buf_putc(&buf, ')');
    return mr_str_buf(t, &buf);
}

static MrValue pattern_eq(MrThread *t, MrValue *a)
{
    if (!mr_def_is(t, &mr_re_pattern_def, a[1]))
        return MR_NOT_IMPLEMENTED;
    MrPattern *p = MR_PATTERN(a[0]), *q = MR_PATTERN(a[1]);
    if (p == q)
        return MR_TRUE;
    if (p->flags != q->flags || p->is_bytes != q->is_bytes)
        return MR_FALSE;
    int r = mr_eq(t, p->pattern, q->pattern);
    return r < 0 ? MR_ERROR : mr_bool(r);
}

static MrValue pattern_hash(MrThread *t, MrValue *a)
{
    MrPattern *p = MR_PATTERN(a[0]);
    uint64_t hash;
    if (!mr_hash(t, p->pattern, &hash))
        return MR_ERROR;
    return mr_int(t, (int64_t)((hash ^ p->flags * 0x9E3779B97F4A7C15ull) >> 3));
}

static MrValue get_pattern(MrThread *t, MrValue self)
{
    (void)t;
    return MR_PATTERN(self)->pattern;
}

static MrValue get_flags(MrThread *t, MrValue self) { return mr_int(t, MR_PATTERN(self)->flags); }

static MrValue get_groups(MrThread *t, MrValue self) { return mr_int(t, MR_PATTERN(self)->n_groups); }

static MrValue get_groupindex(MrThread *t, MrValue self) { return mr_mappingproxy_new(t, MR_PATTERN(self)->groupindex); }

static void trace(MrGc *gc, MrObj *o)
{
    MrPattern *p = (MrPattern *)o;
    mr_mark(gc, p->pattern);
    mr_mark(gc, p->groupindex);
    mr_mark(gc, p->template_text);
    mr_mark_buffer(gc, p->template);
    mr_mark_buffer(gc, p->close_rank);
    mr_mark_buffer(gc, p->lexicon);
    mr_mark_buffer(gc, p->source);
}

static void finalize(MrIsolate *iso, MrObj *o)
{
    MrPattern *p = (MrPattern *)o;
    (void)iso;
    mr_re_drop_data(p);
    if (p->code)
        p->lib.code_free(p->code);
    if (p->careful)
        p->lib.code_free(p->careful);
    if (p->machine)
        p->lib.code_free(p->machine);
    if (p->context)
        p->lib.match_context_free(p->context);
    if (p->stack)
        p->lib.jit_stack_free(p->stack);
    p->code = p->careful = p->machine = NULL;
    p->context = NULL;
}

static const MrMethodDef methods[] = {
    {"match(self, /, string, pos=0, endpos=9223372036854775807)", pattern_match, "A Match if the pattern matches right at pos, else None.", 0},
    {"fullmatch(self, /, string, pos=0, endpos=9223372036854775807)", pattern_fullmatch,
     "A Match if the pattern matches all of [pos:endpos], else None.", 0},
    {"search(self, /, string, pos=0, endpos=9223372036854775807)", pattern_search,
     "A Match for the leftmost place in [pos:endpos] that the pattern matches, else None.", 0},
    {"sub(self, /, repl, string, count=0)", pattern_sub,
     "string with repl, a template or a function of the Match, in place of each match, or of the first count.", 0},
    {"subn(self, /, repl, string, count=0)", pattern_subn, "What sub() gives, and how many matches were replaced, as a pair.", 0},
    {"findall(self, /, string, pos=0, endpos=9223372036854775807)", pattern_findall,
     "The texts of all matches as a list; if there are groups, what they took.", 0},
    {"split(self, /, string, maxsplit=0)", pattern_split,
     "The text between the matches as a list, with what the groups took in between; at most maxsplit cuts.", 0},
    {"finditer(self, /, string, pos=0, endpos=9223372036854775807)", pattern_finditer,
     "An iterator of a Match for each place, from the left and without overlaps.", 0},
    {"scanner(self, /, string, pos=0, endpos=9223372036854775807)", pattern_scanner, "An object whose match() and search() go on where the last one ended.", 0},
    {"__reduce__(self, /)", pattern_reduce, "What pickle needs to make an equal one.", 0},
    {"__copy__(self, /)", pattern_self, "Return self: it never changes.", 0},
    {"__deepcopy__(self, memo, /)", pattern_self, "Return self: it never changes.", 0},
    {"__repr__(self, /)", pattern_repr, "The text that repr(self) gives.", 0},
    {"__eq__(self, value, /)", pattern_eq, "Whether self == value.", 0},
    {"__hash__(self, /)", pattern_hash, "The number that hash(self) gives.", 0},
    {"__class_getitem__(cls, item, /)", mr_container_class_getitem,
     "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0},
};
static const MrGetSetDef getset[] = {
    {"pattern", get_pattern, NULL, "The source text."},
    {"flags", get_flags, NULL, "The flags, those written inside the pattern included."},
    {"groups", get_groups, NULL, "How many groups there are."},
    {"groupindex", get_groupindex, NULL, "The numbers of the named groups, by name."},
    {0},
};

const MrTypeDef mr_re_pattern_def = {
    .name = "re.Pattern",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrPattern),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = methods,
    .getset = getset,
    .trace = trace,
    .finalize = finalize,
    .doc = "A compiled pattern.",
};
