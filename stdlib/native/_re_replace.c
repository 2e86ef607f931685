/* Replacing: Pattern.sub and subn, and Match.expand.
 *
 * A replacement with backslashes is parsed to a run of parts, each some literal text or the number of a group; the pattern keeps the last one.
 * A function is called with each match.
 */
#include "stdlib/native/_re.h"

#include "base/utf8.h"
#include "vm/types/dict.h"
#include "vm/types/unicode.h"

#define POLL_EVERY 1000

typedef struct Part {
    uint32_t group;        /* UINT32_MAX: literal text, */
    uint32_t size;         /* of so many bytes, */
    size_t at;             /* from here in the text behind the parts */
} Part;

struct MrReTemplate {
    size_t n;
    Part parts[];
};

/* ---- templates ---- */

typedef struct Parser {
    MrThread *t;
    MrPattern *pattern;
    MrValue source;
    const char *start, *at, *end;
    bool is_bytes;
    MrBuf parts, text;
} Parser;

static bool fail(Parser *r, const char *at, const char *format, ...) __attribute__((format(printf, 3, 4)));
static bool fail(Parser *r, const char *at, const char *format, ...)
{
    MrBuf message = MR_BUF_EMPTY;
    va_list arguments;
    va_start(arguments, format);
    mr_buf_vprintf(&message, format, arguments);
    va_end(arguments);
    (void)mr_re_raise(r->t, &message, r->source, (size_t)(at - r->start));
    return false;
}

static void put_part(Parser *r, Part part) { mr_buf_write(&r->parts, &part, sizeof part); }

/* Notes that the text from `from` on is a literal. */
static void put_literal(Parser *r, size_t from)
{
    if (r->text.length > from)
        put_part(r, (Part){UINT32_MAX, (uint32_t)(r->text.length - from), from});
}

/* Python reads one token ahead: a lone backslash at the end comes up before the token that it follows is looked at. */
static bool check_ahead(Parser *r)
{
    return r->end - r->at != 1 || *r->at != '\\' || fail(r, r->at, "bad escape (end of pattern)");
}

static bool put_group(Parser *r, uint64_t n, const char *at)
{
    if (!check_ahead(r))
        return false;
    if (n > r->pattern->n_groups)
        return fail(r, at, "invalid group reference %llu", (unsigned long long)n);
    put_part(r, (Part){(uint32_t)n, 0, 0});
    return true;
}

static void put_char(Parser *r, uint32_t c)
{
    if (r->is_bytes)
        mr_buf_putc(&r->text, (char)c);
    else
        mr_buf_put_codepoint(&r->text, c);
}

static bool is_digit(const Parser *r, unsigned base) { return r->at < r->end && (unsigned char)(*r->at - '0') < base; }

static bool is_identifier(const Parser *r, const char *p, const char *end)
{
    for (bool first = true; p < end; first = false) {
        uint32_t c = r->is_bytes ? (unsigned char)*p++ : mr_utf8_decode_valid(&p);
        bool good = c < 128 ? c == '_' || (c | 32) - 'a' < 26 || (!first && c - '0' < 10)
                            : !r->is_bytes && mr_uni_is(c, first ? MR_UNI_XID_START : MR_UNI_XID_CONTINUE);
        if (!good)
            return false;
    }
    return true;
}

static MrValue repr_of(Parser *r, const char *from, const char *to)
{
    MrValue v = r->is_bytes ? mr_decode(r->t, from, (size_t)(to - from), "latin-1", "strict") : mr_str_new(r->t, from, (size_t)(to - from));
    return v == MR_ERROR ? MR_ERROR : r->is_bytes ? mr_ascii(r->t, v) : mr_repr(r->t, v);
}

/* The group of a \g<name>, behind the g. */
static bool parse_named(Parser *r)
{
    if (r->at == r->end || *r->at != '<')
        return fail(r, r->at, "missing <");
    const char *name = ++r->at, *end = NULL;
    uint64_t n = 0;
    if (!check_ahead(r))
        return false;
    while (r->at < r->end && !end) { /* an escaped > does not end the name */
        end = *r->at == '>' ? r->at : NULL;
        r->at += 1 + (*r->at == '\\' && r->end - r->at > 1);
        if (!check_ahead(r))
            return false;
    }
    if (name == r->end || end == name)
        return fail(r, name, "missing group name");
    if (!end)
        return fail(r, name, "missing >, unterminated name");
    bool number = true;
    for (const char *p = name; p < end; p++) {
        number &= (unsigned char)(*p - '0') < 10;
        n = n > UINT32_MAX ? n : n * 10 + (unsigned char)(*p - '0');
    }
    if (number)
        return put_group(r, n, name);
    MrValue shown = repr_of(r, name, end);
    if (shown == MR_ERROR)
        return false;
    if (!is_identifier(r, name, end))
        return fail(r, name, "bad character in group name %s", mr_cstr(shown));
    MrValue key = mr_str_new(r->t, name, (size_t)(end - name));
    MrValue found = key == MR_ERROR ? MR_ERROR : mr_dict_get(r->t, MR_DICT(r->pattern->groupindex), key);
    if (found == MR_UNBOUND)
        (void)mr_raise(r->t, MR_EXC_IndexError, "unknown group name %s", mr_cstr(shown));
    return found != MR_UNBOUND && found != MR_ERROR && put_group(r, (uint64_t)mr_int_of(found), name);
}

/* A number behind the backslash at `start`: \0 and octal numbers are characters, others groups. */
static bool parse_number(Parser *r, const char *start)
{
    unsigned first = (unsigned)(*r->at++ - '0');
    unsigned c = first;
    if (first == 0) {
        for (int i = 0; i < 2 && is_digit(r, 8); i++)
            c = c * 8 + (unsigned)(*r->at++ - '0');
        put_char(r, c & 0xff);
        return true;
    }
    if (!is_digit(r, 10))
        return put_group(r, first, start + 1);
    unsigned second = (unsigned)(*r->at++ - '0');
    if (first > 7 || second > 7 || !is_digit(r, 8))
        return put_group(r, first * 10 + second, start + 1);
    c = (first * 8 + second) * 8 + (unsigned)(*r->at++ - '0');
    if (c > 0377)
        return check_ahead(r) && fail(r, start, "octal escape value %.*s outside of range 0-0o377", (int)(r->at - start), start);
    put_char(r, c);
    return true;
}

static bool parse_escape(Parser *r)
{
    static const char letters[] = "abfnrtv", codes[] = "\a\b\f\n\r\t\v";
    const char *start = r->at++;
    if (r->at == r->end)
        return fail(r, start, "bad escape (end of pattern)");
    unsigned c = (unsigned char)*r->at;
    if (c - '0' < 10)
        return parse_number(r, start);
    r->at++;
    if (!check_ahead(r))
        return false;
    if (c == 'g')
        return parse_named(r);
    const char *found = c ? strchr(letters, (int)c) : NULL;
    if (found)
        put_char(r, (unsigned char)codes[found - letters]);
    else if ((c | 32) - 'a' < 26)
        return fail(r, start, "bad escape \\%c", (int)c);
    else if (c == '\\')
        mr_buf_putc(&r->text, '\\');
    else
        mr_buf_write(&r->text, start, 2); /* the rest of a longer character follows as text */
    return true;
}

static bool parse_parts(Parser *r)
{
    size_t literal = 0;
    while (r->at < r->end) {
        if (*r->at != '\\') {
            const char *next = memchr(r->at, '\\', (size_t)(r->end - r->at));
            next = next ? next : r->end;
            mr_buf_write(&r->text, r->at, (size_t)(next - r->at));
            r->at = next;
            continue;
        }
        bool group = r->at + 1 < r->end && (r->at[1] == 'g' || (unsigned char)(r->at[1] - '1') < 9);
        if (group) {
            put_literal(r, literal);
            literal = r->text.length;
        }
        if (!parse_escape(r))
            return false;
    }
    put_literal(r, literal);
    return true;
}

/* Has the pattern parse a template, unless it is the one that it parsed last. */
static struct MrReTemplate *parse(MrThread *t, MrPattern *p, MrValue source)
{
    if (p->template && p->template_text == source)
        return p->template;
    Parser r = {.t = t, .pattern = p, .source = source};
    MrValue subject;
    size_t n;
    if (!mr_re_text(t, source, &subject, &r.start, &n)) {
        uint64_t hash;
        mr_take_pending(t);
        if (mr_key_hash(t, source, &hash)) /* templates are remembered by their hash, so this is asked for first */
            (void)mr_raise(t, MR_EXC_TypeError, "decoding to str: need a bytes-like object, %s found", mr_type_name(t, source));
        return NULL;
    }
    r.is_bytes = !mr_is_str(subject);
    r.at = r.start;
    r.end = r.start + n;
    struct MrReTemplate *result = NULL;
    if (parse_parts(&r)) {
        result = mr_buffer_new(t, sizeof *result + r.parts.length + r.text.length);
        if (r.parts.failed || r.text.failed) {
            result = NULL;
            if (!mr_pending(t))
                mr_raise_no_memory(t);
        }
    }
    if (result) {
        result->n = r.parts.length / sizeof(Part);
        if (r.parts.length)
            memcpy(result->parts, r.parts.data, r.parts.length);
        if (r.text.length)
            memcpy(result->parts + result->n, r.text.data, r.text.length);
        p->template = subject == source ? result : NULL; /* what may change is parsed anew */
        p->template_text = source;
    }
    mr_buf_fini(&r.parts);
    mr_buf_fini(&r.text);
    return result;
}

static void put_template(MrBuf *out, const struct MrReTemplate *m, const char *bytes, const size_t *spans)
{
    const char *text = (const char *)(m->parts + m->n);
    for (const Part *part = m->parts, *end = part + m->n; part < end; part++) {
        if (part->group == UINT32_MAX)
            mr_buf_write(out, text + part->at, part->size);
        else if (spans[2 * (size_t)part->group] != SIZE_MAX)
            mr_buf_write(out, bytes + spans[2 * (size_t)part->group], spans[2 * (size_t)part->group + 1] - spans[2 * (size_t)part->group]);
    }
}

static MrValue finish(MrThread *t, MrBuf *out, bool is_bytes)
{
    if (!is_bytes)
        return mr_str_buf(t, out);
    MrValue v = out->failed ? mr_raise_no_memory(t) : mr_bytes_new(t, out->data ? out->data : "", out->length);
    mr_buf_fini(out);
    return v;
}

/* Replacements of the other kind of text cannot be joined with the rest. */
static bool check_kind(MrThread *t, const MrPattern *p, MrValue v, size_t item)
{
    const char *bytes;
    size_t n;
    if (p->is_bytes ? !mr_is_str(v) && mr_buffer_of(t, v, &bytes, &n) : mr_is_str(v))
        return true;
    if (mr_pending(t))
        mr_take_pending(t);
    mr_raise(t, MR_EXC_TypeError, "sequence item %zu: expected %s, %s found", item, p->is_bytes ? "a bytes-like object" : "str instance", mr_type_name(t, v));
    return false;
}

MrValue mr_re_expand(MrThread *t, MrMatch *m, MrValue text)
{
    MrPattern *p = MR_PATTERN(m->pattern);
    struct MrReTemplate *template = parse(t, p, text);
    bool plain = template && (!template->n || (template->n == 1 && template->parts[0].group == UINT32_MAX));
    if (!template || (!plain && !check_kind(t, p, text, 0)))
        return MR_ERROR;
    MrBuf out = MR_BUF_EMPTY;
    put_template(&out, template, p->is_bytes ? MR_BYTES(m->subject)->bytes : MR_STR(m->subject)->bytes, m->spans);
    return finish(t, &out, plain ? !mr_is_str(text) : p->is_bytes); /* text without groups may be of the other kind */
}

/* ---- substitution ---- */

/* What stands in for matches: a function, or a template, or (neither) plain text. */
typedef struct Replacement {
    MrValue function;
    struct MrReTemplate *template;
    MrValue value;
    const char *text;
    size_t length;
} Replacement;

static bool open_replacement(MrThread *t, MrPattern *p, MrValue v, Replacement *r)
{
    *r = (Replacement){.function = MR_UNBOUND};
    if (mr_callable(t, v)) {
        r->function = v;
        return true;
    }
    if (mr_re_text(t, v, &r->value, &r->text, &r->length) && !memchr(r->text, '\\', r->length))
        return true;
    if (mr_pending(t))
        mr_take_pending(t);
    r->template = parse(t, p, v);
    r->value = v;
    return r->template != NULL;
}

/* Appends what replaces the match just found; *items counts the parts of the result as a join would. */
static bool put_replacement(MrThread *t, MrBuf *out, const MrReScan *scan, const Replacement *r, size_t *items)
{
    MrPattern *p = scan->pattern;
    if (r->function == MR_UNBOUND) {
        if (!check_kind(t, p, r->value, *items))
            return false;
        ++*items;
        if (r->template)
            put_template(out, r->template, scan->bytes, p->lib.get_ovector_pointer(p->data));
        else
            mr_buf_write(out, r->text, r->length);
        return true;
    }
    MrValue subject, m = mr_re_match_new(t, scan), v = m == MR_ERROR ? MR_ERROR : mr_call1(t, r->function, m);
    const char *text;
    size_t n;
    if (v == MR_ERROR || v == MR_NONE)
        return v == MR_NONE;
    if (!check_kind(t, p, v, (*items)++) || !mr_re_text(t, v, &subject, &text, &n))
        return false;
    mr_buf_write(out, text, n);
    return true;
}

/* Replaces up to `max` (0: all) matches, writing to out; the number of them or -1. */
static int64_t replace_all(MrThread *t, MrBuf *out, MrReScan *scan, const Replacement *r, int64_t max)
{
    size_t from = 0, items = 0;
    int64_t n = 0;
    while (max == 0 || n < max) {
        int found = mr_re_search(t, scan, 0);
        if (found == MR_RE_FAILED)
            return -1;
        if (found == MR_RE_NONE)
            break;
        const size_t *spans = scan->pattern->lib.get_ovector_pointer(scan->pattern->data);
        size_t start = spans[0], stop = spans[1];
        mr_re_scan_advance(scan);
        mr_buf_write(out, scan->bytes + from, start - from);
        items += from < start;
        from = stop;
        if (!put_replacement(t, out, scan, r, &items))
            return -1;
        n++;
        if (n % POLL_EVERY == 0 && !mr_poll(t))
            return -1;
    }
    mr_buf_write(out, scan->bytes + from, scan->stop - from);
    return n;
}

MrValue mr_re_substitute(MrThread *t, MrPattern *p, MrValue replacement, MrValue string, MrValue count, bool with_count)
{
    MrReScan scan;
    Replacement r;
    int64_t max = 0;
    if ((count != MR_UNBOUND && !mr_arg_ssize(t, count, &max)) || !open_replacement(t, p, replacement, &r) ||
        !mr_re_scan_open(t, &scan, p, string, MR_UNBOUND, MR_UNBOUND))
        return MR_ERROR;
    MrBuf out = MR_BUF_EMPTY;
    int64_t n = max < 0 ? 0 : replace_all(t, &out, &scan, &r, max);
    if (n < 0) {
        mr_buf_fini(&out);
        return MR_ERROR;
    }
    MrValue result;
    if (n == 0) {
        mr_buf_fini(&out);
        result = mr_re_slice(t, scan.subject, 0, scan.stop);
    } else {
        result = finish(t, &out, p->is_bytes);
    }
    if (!with_count || result == MR_ERROR)
        return result;
    MrValue both[2] = {result, mr_int(t, n)};
    return mr_tuple_from(t, both, 2);
}
