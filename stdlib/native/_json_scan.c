/* _json.Scanner: JSON text to values.
 *
 * The text is read as UTF-8, by byte; only positions that scripts see (the end of a value, an error's place) are turned into code points.
 * What is not the beginning of any value raises StopIteration(position), which the decoder turns into its error; every other fault raises
 * JSONDecodeError from here. Equal keys of one text are one str: a small table in the C frame remembers them, also with their hash.
 */
#include "base/hash.h"
#include "base/numtext.h"
#include "stdlib/native/_json.h"

typedef struct MrScanner {
    MrObj h;
    bool strict;
    MrValue object_hook, object_pairs_hook, parse_float, parse_int, parse_constant;
} MrScanner;
#define SCANNER(v) ((MrScanner *)mr_obj_of(v))

enum { KEY_SLOTS = 256, KEY_LONGEST = 64, DIGITS_IN_WORD = 18 };

typedef struct Scan {
    MrThread *t;
    const MrScanner *scanner;
    MrStr *text;
    const char *start, *end;
    bool strict;
    bool plain_float, plain_int; /* parse_float is float, parse_int is int */
    uint32_t steps;
    MrStr *keys[KEY_SLOTS];
} Scan;

static MrValue scan_value(Scan *s, const char **at);

/* ---- errors ---- */

static MrValue raise_stop(Scan *s, const char *at)
{
    return mr_raise_type_value(s->t, MR_EXC_StopIteration, mr_int(s->t, (int64_t)mr_str_position(s->text, (size_t)(at - s->start))));
}

static MrValue raise_fault(Scan *s, const char *message, const char *at)
{
    MrThread *t = s->t;
    MrValue args[3] = {mr_str_c(t, message), mr_val(s->text), mr_int(t, (int64_t)mr_str_position(s->text, (size_t)(at - s->start)))};
    MrValue module = args[0] == MR_ERROR ? MR_ERROR : mr_import(t, "json.decoder");
    MrValue cls = module == MR_ERROR ? MR_ERROR : mr_getattr_c(t, module, "JSONDecodeError");
    MrValue error = cls == MR_ERROR ? MR_ERROR : mr_call(t, cls, 3, args);
    return error == MR_ERROR ? MR_ERROR : mr_raise_value(t, error);
}

static MrValue raise_depth(Scan *s, const char *what)
{
    if (!mr_clear_if(s->t, MR_EXC_RecursionError))
        return MR_ERROR;
    return mr_raise(s->t, MR_EXC_RecursionError, "maximum recursion depth exceeded while decoding a JSON %s from a unicode string", what);
}

static inline const char *skip_space(const char *p, const char *end)
{
    while (p < end && (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r'))
        p++;
    return p;
}

/* ---- strings ---- */

/* Four hexadecimal digits, or -1. */
static int32_t read_unit(const char *p, const char *end)
{
    int32_t unit = 0;
    if (end - p < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        char c = p[i], lower = (char)(c | 32);
        if (c >= '0' && c <= '9')
            unit = unit * 16 + (c - '0');
        else if (lower >= 'a' && lower <= 'f')
            unit = unit * 16 + (lower - 'a' + 10);
        else
            return -1;
    }
    return unit;
}

/* The escape behind a backslash at `p`, to the buffer; where it ends, or NULL with the error pending. */
static const char *read_escape(Scan *s, const char *p, MrBuf *out)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    const char *letter = *p ? strchr(from, *p) : NULL;
    if (letter) {
        mr_buf_putc(out, to[letter - from]);
        return p + 1;
    }
    if (*p != 'u') {
        (void)raise_fault(s, "Invalid \\escape", p - 1);
        return NULL;
    }
    int32_t unit = read_unit(p + 1, s->end), low = 0;
    if (unit < 0 || p + 5 == s->end) {
        (void)raise_fault(s, "Invalid \\uXXXX escape", p);
        return NULL;
    }
    p += 5;
    if (unit >> 10 == 0xD800 >> 10 && s->end - p > 6 && p[0] == '\\' && p[1] == 'u') {
        if ((low = read_unit(p + 2, s->end)) < 0) {
            (void)raise_fault(s, "Invalid \\uXXXX escape", p + 1);
            return NULL;
        }
        if (low >> 10 == 0xDC00 >> 10) {
            mr_buf_put_codepoint(out, 0x10000 + (((uint32_t)unit & 0x3FF) << 10 | ((uint32_t)low & 0x3FF)));
            return p + 6;
        }
    }
    mr_buf_put_codepoint(out, (uint32_t)unit);
    return p;
}

/* Where the run of bytes that are copied as they are ends; they count as faults: a control character under strict, the text's end. */
static const char *read_run(Scan *s, const char *begin, const char *p)
{
    for (;;) {
        p = mr_json_plain_end(p, s->end, false);
        if (p == s->end) {
            (void)raise_fault(s, "Unterminated string starting at", begin);
            return NULL;
        }
        if (*p == '"' || *p == '\\')
            return p;
        if (s->strict) {
            (void)raise_fault(s, "Invalid control character at", p);
            return NULL;
        }
        p++;
    }
}

/* A string with escapes; `p` is at its first backslash. */
static MrValue scan_escaped(Scan *s, const char **at, const char *p)
{
    MrBuf out = MR_BUF_EMPTY;
    const char *begin = *at - 1, *run = *at;
    for (;;) {
        mr_buf_write(&out, run, (size_t)(p - run));
        if (*p == '"')
            break;
        if (++p == s->end) {
            (void)raise_fault(s, "Unterminated string starting at", begin);
            p = NULL;
        }
        if (!p || !(run = read_escape(s, p, &out)) || !(p = read_run(s, begin, run))) {
            mr_buf_fini(&out);
            return MR_ERROR;
        }
    }
    *at = p + 1;
    return mr_str_buf(s->t, &out);
}

/* *at: behind the opening quote, then behind the closing one. A key comes from the table of keys. */
static MrValue scan_string(Scan *s, const char **at, bool key)
{
    const char *text = *at, *p = read_run(s, text - 1, text);
    if (!p)
        return MR_ERROR;
    if (*p == '\\')
        return scan_escaped(s, at, p);
    size_t n = (size_t)(p - text);
    *at = p + 1;
    MrStr **slot = NULL;
    if (key && n <= KEY_LONGEST) {
        uint64_t hash = mr_hash_quick(text, n);
        slot = &s->keys[(hash ^ hash >> 32) % KEY_SLOTS];
        if (*slot && (*slot)->nbytes == n && !memcmp((*slot)->bytes, text, n))
            return mr_val(*slot);
    }
    MrValue v = mr_str_is_ascii(s->text) ? mr_str_sized(s->t, text, n, n) : mr_str_new(s->t, text, n);
    if (slot && v != MR_ERROR)
        *slot = MR_STR(v);
    return v;
}

/* ---- numbers and names ---- */

static inline const char *skip_digits(const char *p, const char *end)
{
    while (p < end && *p >= '0' && *p <= '9')
        p++;
    return p;
}

static inline bool is_digit_at(const char *p, const char *end) { return p < end && *p >= '0' && *p <= '9'; }

static MrValue make_float(const char *p, size_t n)
{
    bool negative = *p == '-';
    double d = 0;
    (void)mr_double_parse(p + negative, n - negative, &d);
    return mr_float(negative ? -d : d);
}

static MrValue make_int(Scan *s, const char *p, size_t n)
{
    if (n > DIGITS_IN_WORD)
        return mr_int_parse(s->t, p, n, 10);
    int64_t i = 0;
    for (size_t k = *p == '-'; k < n; k++)
        i = i * 10 + (p[k] - '0');
    return mr_int(s->t, *p == '-' ? -i : i);
}

static MrValue scan_number(Scan *s, const char **at)
{
    const char *first = *at, *end = s->end, *p = first + (*first == '-');
    bool is_float = false;
    if (!is_digit_at(p, end))
        return raise_stop(s, first);
    p = *p == '0' ? p + 1 : skip_digits(p, end);
    if (p < end && *p == '.' && is_digit_at(p + 1, end)) {
        is_float = true;
        p = skip_digits(p + 1, end);
    }
    if (p < end && (*p | 32) == 'e') {
        const char *power = p + 1 + (p + 1 < end && (p[1] == '+' || p[1] == '-'));
        if (is_digit_at(power, end)) {
            is_float = true;
            p = skip_digits(power, end);
        }
    }
    *at = p;
    size_t n = (size_t)(p - first);
    if (is_float ? s->plain_float : s->plain_int)
        return is_float ? make_float(first, n) : make_int(s, first, n);
    MrValue text = mr_str_sized(s->t, first, n, n);
    return text == MR_ERROR ? MR_ERROR : mr_call1(s->t, is_float ? s->scanner->parse_float : s->scanner->parse_int, text);
}

static bool take(const char **at, const char *end, const char *word, size_t n)
{
    if ((size_t)(end - *at) < n || memcmp(*at, word, n))
        return false;
    *at += n;
    return true;
}
#define TAKE(word) take(at, s->end, word, sizeof(word) - 1)

static MrValue scan_constant(Scan *s, const char *name)
{
    MrValue text = mr_str_c(s->t, name);
    return text == MR_ERROR ? MR_ERROR : mr_call1(s->t, s->scanner->parse_constant, text);
}

/* ---- objects and arrays; *at: behind the opening bracket ---- */

/* One key and its value. */
static bool scan_pair(Scan *s, const char **at, MrValue pair[2])
{
    const char *p = *at;
    if (p == s->end || *p != '"') {
        (void)raise_fault(s, "Expecting property name enclosed in double quotes", p);
        return false;
    }
    p++;
    if ((pair[0] = scan_string(s, &p, true)) == MR_ERROR)
        return false;
    p = skip_space(p, s->end);
    if (p == s->end || *p != ':') {
        (void)raise_fault(s, "Expecting ':' delimiter", p);
        return false;
    }
    *at = skip_space(p + 1, s->end);
    return (pair[1] = scan_value(s, at)) != MR_ERROR;
}

/* Behind an item: 1 another one follows at *at, 0 the container has ended, -1 error. */
static int scan_comma(Scan *s, const char **at, char bracket)
{
    const char *p = skip_space(*at, s->end);
    if (p < s->end && *p == ',') {
        *at = skip_space(p + 1, s->end);
        return 1;
    }
    if (p < s->end && *p == bracket) {
        *at = p + 1;
        return 0;
    }
    (void)raise_fault(s, "Expecting ',' delimiter", p);
    return -1;
}

static MrValue scan_object(Scan *s, const char **at)
{
    MrThread *t = s->t;
    const MrScanner *hooks = s->scanner;
    bool pairs = hooks->object_pairs_hook != MR_NONE;
    MrDict *dict = pairs ? NULL : mr_dict_new(t);
    MrValue list = pairs ? mr_list_new(t, 0) : MR_UNBOUND, pair[2];
    int more = 1;
    if (list == MR_ERROR || (!pairs && !dict))
        return MR_ERROR;
    *at = skip_space(*at, s->end);
    if (*at < s->end && **at == '}') {
        ++*at;
        more = 0;
    }
    while (more) {
        if (!scan_pair(s, at, pair))
            return MR_ERROR;
        MrValue item = pairs ? mr_tuple_from(t, pair, 2) : MR_UNBOUND;
        if (item == MR_ERROR || !(pairs ? mr_list_append(t, list, item) : mr_dict_set_str(t, dict, MR_STR(pair[0]), pair[1])))
            return MR_ERROR;
        if ((more = scan_comma(s, at, '}')) < 0)
            return MR_ERROR;
    }
    if (pairs)
        return mr_call1(t, hooks->object_pairs_hook, list);
    return hooks->object_hook == MR_NONE ? mr_val(dict) : mr_call1(t, hooks->object_hook, mr_val(dict));
}

static MrValue scan_array(Scan *s, const char **at)
{
    MrValue list = mr_list_new(s->t, 0);
    int more = 1;
    if (list == MR_ERROR)
        return MR_ERROR;
    *at = skip_space(*at, s->end);
    if (*at < s->end && **at == ']') {
        ++*at;
        more = 0;
    }
    while (more) {
        MrValue v = scan_value(s, at);
        if (v == MR_ERROR || !mr_list_append(s->t, list, v) || (more = scan_comma(s, at, ']')) < 0)
            return MR_ERROR;
    }
    return list;
}

/* The value that begins at *at. */
static MrValue scan_value(Scan *s, const char **at)
{
    const char *first = *at;
    if (first >= s->end)
        return raise_stop(s, first);
    if (MR_UNLIKELY(++s->steps % 8192 == 0) && !mr_poll(s->t))
        return MR_ERROR;
    switch (*first) {
    case '"':
        ++*at;
        return scan_string(s, at, false);
    case '{':
        ++*at;
        return MR_LIKELY(mr_stack_ok(s->t)) ? scan_object(s, at) : raise_depth(s, "object");
    case '[':
        ++*at;
        return MR_LIKELY(mr_stack_ok(s->t)) ? scan_array(s, at) : raise_depth(s, "array");
    case 'n':
        return TAKE("null") ? MR_NONE : raise_stop(s, first);
    case 't':
        return TAKE("true") ? MR_TRUE : raise_stop(s, first);
    case 'f':
        return TAKE("false") ? MR_FALSE : raise_stop(s, first);
    case 'N':
        return TAKE("NaN") ? scan_constant(s, "NaN") : raise_stop(s, first);
    case 'I':
        return TAKE("Infinity") ? scan_constant(s, "Infinity") : raise_stop(s, first);
    case '-':
        if (TAKE("-Infinity"))
            return scan_constant(s, "-Infinity");
        return scan_number(s, at);
    default:
        return scan_number(s, at);
    }
}

/* ---- the functions and the type ---- */

static void begin_scan(MrThread *t, Scan *s, const MrScanner *scanner, MrValue text)
{
    memset(s, 0, sizeof *s);
    s->t = t;
    s->scanner = scanner;
    s->text = MR_STR(text);
    s->start = s->text->bytes;
    s->end = s->start + s->text->nbytes;
}

/* (value, position of `at`), or the error that the value is. */
static MrValue result(Scan *s, MrValue v, const char *at)
{
    MrValue pair[2] = {v, mr_int(s->t, (int64_t)mr_str_position(s->text, (size_t)(at - s->start)))};
    return v == MR_ERROR ? MR_ERROR : mr_tuple_from(s->t, pair, 2);
}

static MrValue raise_not_str(MrThread *t, MrValue v)
{
    return mr_raise(t, MR_EXC_TypeError, "first argument must be a string, not %s", mr_type_name(t, v));
}

MrValue mr_json_scanstring(MrThread *t, MrValue *a)
{
    Scan s;
    int64_t index;
    int strict = a[2] == MR_UNBOUND ? 1 : mr_truth(t, a[2]);
    if (strict < 0 || !mr_arg_ssize(t, a[1], &index))
        return MR_ERROR;
    if (!mr_is_str(a[0]))
        return raise_not_str(t, a[0]);
    if (index < 0 || (uint64_t)index > MR_STR(a[0])->length)
        return mr_raise(t, MR_EXC_ValueError, "end is out of bounds");
    begin_scan(t, &s, NULL, a[0]);
    s.strict = strict;
    const char *at = s.start + mr_str_offset(t, s.text, (size_t)index);
    MrValue v = scan_string(&s, &at, false);
    return result(&s, v, at);
}

MrValue mr_json_skip(MrThread *t, MrValue *a)
{
    int64_t index;
    if (!mr_is_str(a[0]))
        return raise_not_str(t, a[0]);
    if (!mr_arg_ssize(t, a[1], &index))
        return MR_ERROR;
    MrStr *text = MR_STR(a[0]);
    size_t from = index < 0 ? 0 : (size_t)index < text->length ? (size_t)index : text->length;
    const char *p = text->bytes + mr_str_offset(t, text, from), *stop = skip_space(p, text->bytes + text->nbytes);
    return mr_int(t, (int64_t)(from + (size_t)(stop - p)));
}

static void trace_scanner(MrGc *gc, MrObj *o) { mr_mark_values(gc, &((MrScanner *)o)->object_hook, 5); }

static MrValue scanner_new(MrThread *t, MrValue *a)
{
    static const char *const names[] = {"object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant"};
    MrScanner *s = mr_def_new(t, &mr_json_scanner_def, a[0]);
    MrValue strict = s ? mr_getattr_c(t, a[1], "strict") : MR_ERROR;
    int truth = strict == MR_ERROR ? -1 : mr_truth(t, strict);
    if (truth < 0)
        return MR_ERROR;
    s->strict = truth;
    for (int i = 0; i < 5; i++) {
        MrValue v = mr_getattr_c(t, a[1], names[i]);
        if (v == MR_ERROR)
            return MR_ERROR;
        (&s->object_hook)[i] = v;
        mr_write_barrier(t, s, v);
    }
    return mr_val(s);
}

static MrValue scanner_call(MrThread *t, MrValue *a)
{
    Scan s;
    int64_t index;
    const MrScanner *scanner = SCANNER(a[0]);
    if (!mr_is_str(a[1]))
        return raise_not_str(t, a[1]);
    if (!mr_arg_ssize(t, a[2], &index))
        return MR_ERROR;
    if (index < 0)
        return mr_raise(t, MR_EXC_ValueError, "idx cannot be negative");
    if ((uint64_t)index >= MR_STR(a[1])->length)
        return mr_raise_type_value(t, MR_EXC_StopIteration, a[2]);
    begin_scan(t, &s, scanner, a[1]);
    s.strict = scanner->strict;
    s.plain_float = scanner->parse_float == mr_type_val(t, MR_TYPE_float);
    s.plain_int = scanner->parse_int == mr_type_val(t, MR_TYPE_int);
    const char *at = s.start + mr_str_offset(t, s.text, (size_t)index);
    MrValue v = scan_value(&s, &at);
    return result(&s, v, at);
}

static MrValue get_strict(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(SCANNER(self)->strict);
}

#define GETTER(field)                                       \
    static MrValue get_##field(MrThread *t, MrValue self)   \
    {                                                       \
        (void)t;                                            \
        return SCANNER(self)->field;                        \
    }
GETTER(object_hook)
GETTER(object_pairs_hook)
GETTER(parse_float)
GETTER(parse_int)
GETTER(parse_constant)
#undef GETTER

static const MrMethodDef scanner_methods[] = {
    {"__new__(cls, /, context)", scanner_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__call__(self, /, string, idx)", scanner_call, "What self(...) runs.", 0},
    {0},
};

static const MrGetSetDef scanner_getset[] = {
    {"strict", get_strict, NULL, "strict"},
    {"object_hook", get_object_hook, NULL, "object_hook"},
    {"object_pairs_hook", get_object_pairs_hook, NULL, "what makes an object from its pairs, or None"},
    {"parse_float", get_parse_float, NULL, "parse_float"},
    {"parse_int", get_parse_int, NULL, "parse_int"},
    {"parse_constant", get_parse_constant, NULL, "parse_constant"},
    {0},
};

const MrTypeDef mr_json_scanner_def = {
    .name = "_json.Scanner",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrScanner),
    .methods = scanner_methods,
    .getset = scanner_getset,
    .trace = trace_scanner,
    .doc = "Reads a JSON value that starts at an index of a text.",
};
