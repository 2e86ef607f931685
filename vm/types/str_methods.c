/* Methods of str that map or test characters: case, classes, stripping, padding, translation, encoding.
 *
 * ASCII text takes loops over bytes without branches per character; other text is decoded and rebuilt in a buffer. Case mappings are the full
 * ones, so that a result may be longer than its source; a capital sigma at a word's end becomes the final form.
 */
#include "vm/types/str.h"
#include "vm/isolate.h"
#include "vm/types/unicode.h"

/* ---- case ---- */

static inline char ascii_lower(char c) { return (char)(c + (((unsigned char)(c - 'A') < 26) << 5)); }
static inline char ascii_upper(char c) { return (char)(c - (((unsigned char)(c - 'a') < 26) << 5)); }

static void put_mapped(MrBuf *buf, uint32_t c, MrCaseMap map)
{
    uint32_t out[MR_UNI_MAPPING_MAX];
    unsigned n = mr_uni_map(c, map, out);
    for (unsigned i = 0; i < n; i++)
        mr_buf_put_codepoint(buf, out[i]);
}

/* Does a cased letter stand before, and none after, the sigma in [at, after)? Case-ignorable characters are looked through. */
static bool is_final_sigma(const MrStr *s, const char *at, const char *after)
{
    uint32_t c = 0;
    const char *end = s->bytes + s->nbytes;
    bool found = false;
    while (at > s->bytes && !found) {
        c = mr_utf8_decode_back(&at, s->bytes);
        found = !mr_uni_is(c, MR_UNI_IGNORABLE);
    }
    if (!found || !mr_uni_is(c, MR_UNI_CASED))
        return false;
    while (after < end) {
        c = mr_utf8_decode_valid(&after);
        if (!mr_uni_is(c, MR_UNI_IGNORABLE))
            return !mr_uni_is(c, MR_UNI_CASED);
    }
    return true;
}

enum { SIGMA = 0x3A3, SMALL_SIGMA = 0x3C3, FINAL_SIGMA = 0x3C2 };

static void put_lower(MrBuf *buf, const MrStr *s, const char *at, const char *after, uint32_t c)
{
    if (c == SIGMA)
        mr_buf_put_codepoint(buf, is_final_sigma(s, at, after) ? FINAL_SIGMA : SMALL_SIGMA);
    else
        put_mapped(buf, c, MR_CASE_LOWER);
}

/* `n` bytes of ASCII in the other case, eight at a time. `from` is 'a' to make capitals, 'A' to make small letters. */
static void copy_recased(char *to, const char *text, size_t n, char from)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), above = ones * (uint64_t)(128 - from), beyond = ones * (uint64_t)(127 - (from + 25));
    size_t i = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t word;
        memcpy(&word, text + i, 8);
        word ^= ((word + above) & ~(word + beyond) & ones << 7) >> 2; /* bit 7 says that it is one of the 26; bit 5 is the case */
        memcpy(to + i, &word, 8);
    }
    for (; i < n; i++)
        to[i] = from == 'a' ? ascii_upper(text[i]) : ascii_lower(text[i]);
}

static MrValue map_all(MrThread *t, const MrStr *s, MrCaseMap map)
{
    if (mr_str_is_ascii(s)) {
        MrStr *r = mr_str_alloc(t, s->nbytes, s->length);
        if (!r)
            return MR_ERROR;
        for (size_t from = 0, to; from < s->nbytes; from = to) {
            to = mr_work_piece(from, s->nbytes);
            if (!mr_limits_tick(t))
                return MR_ERROR;
            copy_recased(r->bytes + from, s->bytes + from, to - from, map == MR_CASE_UPPER ? 'a' : 'A');
        }
        return mr_val(r);
    }
    MrBuf buf = MR_BUF_EMPTY;
    mr_buf_reserve(&buf, s->nbytes);
    for (const char *p = s->bytes, *end = p + s->nbytes; p < end;) {
        const char *at = p;
        uint32_t c = mr_utf8_decode_valid(&p);
        if (!mr_limits_tick(t))
            return mr_buf_fini(&buf), MR_ERROR;
        if (map == MR_CASE_LOWER)
            put_lower(&buf, s, at, p, c);
        else
            put_mapped(&buf, c, map);
    }
    return mr_str_buf(t, &buf);
}

MrValue str_lower(MrThread *t, MrValue *a) { return map_all(t, MR_STR(a[0]), MR_CASE_LOWER); }
MrValue str_upper(MrThread *t, MrValue *a) { return map_all(t, MR_STR(a[0]), MR_CASE_UPPER); }
MrValue str_casefold(MrThread *t, MrValue *a) { return map_all(t, MR_STR(a[0]), MR_CASE_FOLD); }

typedef enum WordCase { CAPITALIZE, TITLE, SWAP } WordCase;

/* The mappings below for ASCII text. */
static MrValue recase_ascii(MrThread *t, const MrStr *s, WordCase mode)
{
    MrStr *r = mr_str_alloc(t, s->nbytes, s->length);
    if (!r)
        return MR_ERROR;
    bool inside = false;
    for (size_t i = 0, work = 0; i < s->nbytes; i++) {
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        char c = s->bytes[i], lower = ascii_lower(c);
        bool up = mode == SWAP ? lower == c : !inside;
        r->bytes[i] = up ? ascii_upper(c) : lower;
        inside = mode == CAPITALIZE || (unsigned char)(lower - 'a') < 26;
    }
    return mr_val(r);
}

MrValue str_capitalize(MrThread *t, MrValue *a)
{
    const MrStr *s = MR_STR(a[0]);
    if (mr_str_is_ascii(s))
        return recase_ascii(t, s, CAPITALIZE);
    MrBuf buf = MR_BUF_EMPTY;
    size_t work = 0;
    for (const char *p = s->bytes, *end = p + s->nbytes; p < end;) {
        const char *at = p;
        uint32_t c = mr_utf8_decode_valid(&p);
        if (!mr_limits_work(t, work))
            return mr_buf_fini(&buf), MR_ERROR;
        if (at == s->bytes)
            put_mapped(&buf, c, MR_CASE_TITLE);
        else
            put_lower(&buf, s, at, p, c);
    }
    return mr_str_buf(t, &buf);
}

MrValue str_title(MrThread *t, MrValue *a)
{
    const MrStr *s = MR_STR(a[0]);
    if (mr_str_is_ascii(s))
        return recase_ascii(t, s, TITLE);
    MrBuf buf = MR_BUF_EMPTY;
    bool inside = false;
    size_t work = 0;
    for (const char *p = s->bytes, *end = p + s->nbytes; p < end;) {
        const char *at = p;
        uint32_t c = mr_utf8_decode_valid(&p);
        if (!mr_limits_work(t, work))
            return mr_buf_fini(&buf), MR_ERROR;
        if (inside)
            put_lower(&buf, s, at, p, c);
        else
            put_mapped(&buf, c, MR_CASE_TITLE);
        inside = mr_uni_is(c, MR_UNI_CASED);
    }
    return mr_str_buf(t, &buf);
}

MrValue str_swapcase(MrThread *t, MrValue *a)
{
    const MrStr *s = MR_STR(a[0]);
    if (mr_str_is_ascii(s))
        return recase_ascii(t, s, SWAP);
    MrBuf buf = MR_BUF_EMPTY;
    size_t work = 0;
    for (const char *p = s->bytes, *end = p + s->nbytes; p < end;) {
        const char *at = p;
        uint32_t c = mr_utf8_decode_valid(&p);
        unsigned flags = mr_uni_record(c)->flags;
        if (!mr_limits_work(t, work))
            return mr_buf_fini(&buf), MR_ERROR;
        if (flags & MR_UNI_UPPER)
            put_lower(&buf, s, at, p, c);
        else if (flags & MR_UNI_LOWER)
            put_mapped(&buf, c, MR_CASE_UPPER);
        else
            mr_buf_write(&buf, at, (size_t)(p - at));
    }
    return mr_str_buf(t, &buf);
}

/* ---- character classes ---- */

/* Not empty, and every character has one of the flags. */
static MrValue test_all(MrThread *t, const MrStr *s, unsigned flags)
{
    size_t work = 0;
    for (const char *p = s->bytes, *end = p + s->nbytes; p < end;) {
        if (!mr_uni_is(mr_utf8_decode_valid(&p), flags))
            return MR_FALSE;
        if (!mr_limits_work(t, work))
            return MR_ERROR;
    }
    return mr_bool(s->nbytes > 0);
}

#define CLASS(name, flags)                                                                                                                  \
    MrValue str_##name(MrThread *t, MrValue *a)                                                                                             \
    {                                                                                                                                       \
        return test_all(t, MR_STR(a[0]), flags);                                                                                            \
    }
CLASS(isalpha, MR_UNI_ALPHA)
CLASS(isalnum, MR_UNI_ALPHA | MR_UNI_DECIMAL | MR_UNI_DIGIT | MR_UNI_NUMERIC)
CLASS(isdecimal, MR_UNI_DECIMAL)
CLASS(isdigit, MR_UNI_DIGIT)
CLASS(isnumeric, MR_UNI_NUMERIC)
CLASS(isspace, MR_UNI_SPACE)
#undef CLASS

MrValue str_isprintable(MrThread *t, MrValue *a)
{
    return MR_STR(a[0])->nbytes ? test_all(t, MR_STR(a[0]), MR_UNI_PRINTABLE) : MR_TRUE;
}

MrValue str_isascii(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(mr_str_is_ascii(MR_STR(a[0])));
}

MrValue str_isidentifier(MrThread *t, MrValue *a)
{
    const char *p = MR_STR(a[0])->bytes, *end = p + MR_STR(a[0])->nbytes;
    if (end - p <= 4096)
        return mr_bool(mr_uni_is_identifier(p, (size_t)(end - p)));
    bool fits = mr_uni_is(mr_utf8_decode_valid(&p), MR_UNI_XID_START);
    for (size_t work = 0; fits && p < end;) {
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        fits = mr_uni_is(mr_utf8_decode_valid(&p), MR_UNI_XID_CONTINUE);
    }
    return mr_bool(fits);
}

/* At least one character of `good` and none of `bad`. */
static MrValue test_case(MrThread *t, const MrStr *s, unsigned good, unsigned bad)
{
    bool found = false;
    size_t work = 0;
    for (const char *p = s->bytes, *end = p + s->nbytes; p < end;) {
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        unsigned flags = mr_uni_record(mr_utf8_decode_valid(&p))->flags;
        if (flags & bad)
            return MR_FALSE;
        found |= (flags & good) != 0;
    }
    return mr_bool(found);
}

MrValue str_islower(MrThread *t, MrValue *a)
{
    return test_case(t, MR_STR(a[0]), MR_UNI_LOWER, MR_UNI_UPPER | MR_UNI_TITLE);
}

MrValue str_isupper(MrThread *t, MrValue *a)
{
    return test_case(t, MR_STR(a[0]), MR_UNI_UPPER, MR_UNI_LOWER | MR_UNI_TITLE);
}

MrValue str_istitle(MrThread *t, MrValue *a)
{
    const MrStr *s = MR_STR(a[0]);
    bool found = false, inside = false;
    size_t work = 0;
    for (const char *p = s->bytes, *end = p + s->nbytes; p < end;) {
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        unsigned flags = mr_uni_record(mr_utf8_decode_valid(&p))->flags;
        if (flags & (MR_UNI_UPPER | MR_UNI_TITLE)) {
            if (inside)
                return MR_FALSE;
            inside = found = true;
        } else if (flags & MR_UNI_LOWER) {
            if (!inside)
                return MR_FALSE;
            found = true;
        } else {
            inside = false;
        }
    }
    return mr_bool(found);
}

/* ---- strip ---- */

/* A set of characters: a bitmap for ASCII, searching the text for the others. */
typedef struct CharSet {
    uint64_t ascii[2];
    const MrStr *chars;
    bool spaces;
} CharSet;

static inline bool in_ascii(const CharSet *set, char c) { return set->ascii[(unsigned char)c >> 6] >> (c & 63) & 1; }

static bool in_set(const CharSet *set, uint32_t c)
{
    if (set->spaces)
        return mr_uni_is_space(c);
    char bytes[MR_UTF8_MAX];
    return mr_mem_find(set->chars->bytes, set->chars->nbytes, bytes, mr_utf8_encode(c, bytes)) >= 0;
}

enum { LEFT = 1, RIGHT = 2 };

static MrValue strip(MrThread *t, MrValue *a, unsigned sides, const char *name)
{
    const MrStr *s = MR_STR(a[0]);
    CharSet set = {{(uint64_t)0x1F << 9 | (uint64_t)0xF << 28 | (uint64_t)1 << 32, 0}, NULL, a[1] == MR_UNBOUND || a[1] == MR_NONE};
    if (!set.spaces) {
        set.ascii[0] = 0;
        if (!mr_is_str(a[1]))
            return mr_raise(t, MR_EXC_TypeError, "%s arg must be None or str", name);
        set.chars = MR_STR(a[1]);
        for (size_t i = 0; i < set.chars->nbytes; i++) {
            unsigned char c = (unsigned char)set.chars->bytes[i];
            if (c < 128)
                set.ascii[c >> 6] |= 1ull << (c & 63);
        }
    }
    const char *from = s->bytes, *to = from + s->nbytes;
    size_t work = 0;
    for (const char *p = from; sides & LEFT && p < to; from = p)
        if (!((unsigned char)*p < 128 ? in_ascii(&set, *p++) : in_set(&set, mr_utf8_decode_multibyte(&p))))
            break;
        else if (!mr_limits_work(t, work))
            return MR_ERROR;
    for (const char *p = to; sides & RIGHT && p > from; to = p)
        if (!((unsigned char)p[-1] < 128 ? in_ascii(&set, *--p) : in_set(&set, mr_utf8_decode_back(&p, from))))
            break;
        else if (!mr_limits_work(t, work))
            return MR_ERROR;
    if ((size_t)(to - from) == s->nbytes)
        return mr_str_exact(t, a[0]);
    return mr_str_piece(t, s, (size_t)(from - s->bytes), (size_t)(to - s->bytes));
}

MrValue str_strip(MrThread *t, MrValue *a) { return strip(t, a, LEFT | RIGHT, "strip"); }
MrValue str_lstrip(MrThread *t, MrValue *a) { return strip(t, a, LEFT, "lstrip"); }
MrValue str_rstrip(MrThread *t, MrValue *a) { return strip(t, a, RIGHT, "rstrip"); }

/* ---- padding ---- */

/* The text with `left` and `right` copies of a fill character around it. */
static MrValue pad(MrThread *t, MrValue v, size_t left, size_t right, uint32_t fill)
{
    const MrStr *s = MR_STR(v);
    if (!left && !right)
        return mr_str_exact(t, v);
    char bytes[MR_UTF8_MAX];
    size_t width = mr_utf8_encode(fill, bytes);
    if (left > (PTRDIFF_MAX - s->length) || right > (PTRDIFF_MAX - s->length - left))
        return mr_raise(t, MR_EXC_OverflowError, "padded string is too long");
    if ((left + right) > (PTRDIFF_MAX - s->nbytes) / width)
        return mr_raise_no_memory(t);
    MrStr *r = mr_str_alloc(t, s->nbytes + (left + right) * width, s->length + left + right);
    if (!r)
        return MR_ERROR;
    char *out = r->bytes;
    for (int side = 0; side < 2; side++) {
        size_t count = side ? right : left;
        for (size_t from = 0, to; from < count; from = to) {
            to = mr_work_piece(from, count);
            if (!mr_limits_tick(t))
                return MR_ERROR;
            if (width == 1)
                memset(out, bytes[0], to - from);
            for (size_t i = from; i < to; i++, out += width)
                if (width > 1)
                    memcpy(out, bytes, width);
        }
        if (!side) {
            memcpy(out, s->bytes, s->nbytes);
            out += s->nbytes;
        }
    }
    return mr_val(r);
}

/* Reads width and fillchar; *missing gets how many characters are to be added. */
static bool read_padding(MrThread *t, MrValue *a, size_t *missing, uint32_t *fill)
{
    int64_t width = 0;
    if (!mr_arg_ssize(t, a[1], &width))
        return false;
    *fill = ' ';
    if (a[2] != MR_UNBOUND) {
        if (!mr_is_str(a[2])) {
            mr_raise(t, MR_EXC_TypeError, "The fill character must be a unicode character, not %s", mr_type_name(t, a[2]));
            return false;
        }
        if (MR_STR(a[2])->length != 1) {
            mr_raise(t, MR_EXC_TypeError, "The fill character must be exactly one character long");
            return false;
        }
        *fill = mr_str_at(t, MR_STR(a[2]), 0);
    }
    size_t length = MR_STR(a[0])->length;
    *missing = width > (int64_t)length ? (size_t)width - length : 0;
    return true;
}

MrValue str_ljust(MrThread *t, MrValue *a)
{
    size_t missing;
    uint32_t fill;
    return read_padding(t, a, &missing, &fill) ? pad(t, a[0], 0, missing, fill) : MR_ERROR;
}

MrValue str_rjust(MrThread *t, MrValue *a)
{
    size_t missing;
    uint32_t fill;
    return read_padding(t, a, &missing, &fill) ? pad(t, a[0], missing, 0, fill) : MR_ERROR;
}

MrValue str_center(MrThread *t, MrValue *a)
{
    size_t missing;
    uint32_t fill;
    if (!read_padding(t, a, &missing, &fill))
        return MR_ERROR;
    size_t width = MR_STR(a[0])->length + missing;
    size_t left = missing / 2 + (missing & width & 1);
    return pad(t, a[0], left, missing - left, fill);
}

MrValue str_zfill(MrThread *t, MrValue *a)
{
    const MrStr *s = MR_STR(a[0]);
    int64_t width = 0;
    if (!mr_arg_ssize(t, a[1], &width))
        return MR_ERROR;
    size_t missing = width > (int64_t)s->length ? (size_t)width - s->length : 0;
    MrValue v = pad(t, a[0], missing, 0, '0');
    if (v != MR_ERROR && missing && (s->bytes[0] == '+' || s->bytes[0] == '-')) {
        MR_STR(v)->bytes[missing] = '0';
        MR_STR(v)->bytes[0] = s->bytes[0];
    }
    return v;
}

MrValue str_expandtabs(MrThread *t, MrValue *a)
{
    int64_t size = 8;
    if (!mr_arg_int(t, a[1], &size))
        return MR_ERROR;
    const MrStr *s = MR_STR(a[0]);
    if (!memchr(s->bytes, '\t', s->nbytes))
        return mr_str_exact(t, a[0]);
    MrBuf buf = MR_BUF_EMPTY;
    int64_t column = 0;
    size_t work = 0;
    for (const char *p = s->bytes, *end = p + s->nbytes; p < end;) {
        const char *at = p;
        uint32_t c = mr_utf8_decode_valid(&p);
        if (!mr_limits_work(t, work))
            return mr_buf_fini(&buf), MR_ERROR;
        if (c == '\t') {
            int64_t n = size > 0 ? size - column % size : 0;
            if (!mr_limits_buf(t, &buf, n))
                return mr_buf_fini(&buf), MR_ERROR;
            mr_work_fill_buf(t, &buf, ' ', (size_t)n);
            column += n;
        } else {
            mr_buf_write(&buf, at, (size_t)(p - at));
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    return mr_str_buf(t, &buf);
}

/* ---- translate ---- */

/* Appends what the table says about c. false: error. [script] */
static bool put_translated(MrThread *t, MrBuf *buf, MrValue table, uint32_t c)
{
    MrValue key = mr_small_int(c);
    MrValue v = mr_is_exact(table, MR_TYPE_dict) ? mr_dict_get(t, MR_DICT(table), key) : mr_getitem(t, table, key);
    if (v == MR_ERROR && mr_clear_if(t, MR_EXC_LookupError))
        v = MR_UNBOUND;
    if (v == MR_ERROR)
        return false;
    if (v == MR_UNBOUND) {
        mr_buf_put_codepoint(buf, c);
    } else if (mr_is_str(v)) {
        mr_buf_write(buf, MR_STR(v)->bytes, MR_STR(v)->nbytes);
    } else if (mr_is_integer(v)) {
        int64_t i;
        if (!mr_to_i64(t, v, &i)) {
            mr_clear_if(t, MR_EXC_OverflowError);
            i = -1;
        }
        if (i < 0 || i > 0x10FFFF) {
            mr_raise(t, MR_EXC_ValueError, "character mapping must be in range(0x110000)");
            return false;
        }
        mr_buf_put_codepoint(buf, (uint32_t)i);
    } else if (v != MR_NONE) {
        mr_raise(t, MR_EXC_TypeError, "character mapping must return integer, None or str");
        return false;
    }
    return true;
}

MrValue str_translate(MrThread *t, MrValue *a)
{
    MrStr *s = MR_STR(a[0]);
    MrBuf buf = MR_BUF_EMPTY;
    size_t work = 0;
    for (const char *p = s->bytes, *end = p + s->nbytes; p < end;)
        if (!mr_limits_work(t, work) || !put_translated(t, &buf, a[1], mr_utf8_decode_valid(&p))) {
            mr_buf_fini(&buf);
            return MR_ERROR;
        }
    return mr_str_buf(t, &buf);
}

static MrValue table_from_pairs(MrThread *t, MrDict *table, const MrStr *from, const MrStr *to)
{
    if (from->length != to->length)
        return mr_raise(t, MR_EXC_ValueError, "the first two maketrans arguments must have equal length");
    const char *p = from->bytes, *q = to->bytes;
    for (size_t i = 0; i < from->length; i++) {
        MrValue key = mr_small_int(mr_utf8_decode_valid(&p)), value = mr_small_int(mr_utf8_decode_valid(&q));
        if (!mr_dict_set(t, table, key, value))
            return MR_ERROR;
    }
    return mr_val(table);
}

static MrValue table_from_dict(MrThread *t, MrDict *table, MrValue dict)
{
    if (!mr_is_dict(dict))
        return mr_raise(t, MR_EXC_TypeError, "if you give only one argument to maketrans it must be a dict");
    MrValue key, value;
    for (size_t pos = 0; mr_dict_next(MR_DICT(dict), &pos, &key, &value);) {
        if (mr_is_str(key)) {
            if (MR_STR(key)->length != 1)
                return mr_raise(t, MR_EXC_ValueError, "string keys in translate table must be of length 1");
            key = mr_small_int(mr_str_at(t, MR_STR(key), 0));
        } else if (!mr_is_integer(key)) {
            return mr_raise(t, MR_EXC_TypeError, "keys in translate table must be strings or integers");
        }
        if (!mr_dict_set(t, table, key, value))
            return MR_ERROR;
    }
    return mr_val(table);
}

MrValue str_maketrans(MrThread *t, MrValue *a)
{
    MrDict *table = mr_dict_new(t);
    if (!table)
        return MR_ERROR;
    if (a[1] == MR_UNBOUND)
        return table_from_dict(t, table, a[0]);
    if (!mr_arg_str(t, a[1], "maketrans", "2") || (a[2] != MR_UNBOUND && !mr_arg_str(t, a[2], "maketrans", "3")))
        return MR_ERROR;
    if (!mr_is_str(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "first maketrans argument must be a string if there is a second argument");
    if (!mr_arg_str(t, a[1], "maketrans", "2") || (a[2] != MR_UNBOUND && !mr_arg_str(t, a[2], "maketrans", "3")))
        return MR_ERROR;
    if (table_from_pairs(t, table, MR_STR(a[0]), MR_STR(a[1])) == MR_ERROR)
        return MR_ERROR;
    if (a[2] != MR_UNBOUND)
        for (const char *p = MR_STR(a[2])->bytes, *end = p + MR_STR(a[2])->nbytes; p < end;)
            if (!mr_dict_set(t, table, mr_small_int(mr_utf8_decode_valid(&p)), MR_NONE))
                return MR_ERROR;
    return mr_val(table);
}

MrValue str_encode(MrThread *t, MrValue *a)
{
    if ((a[1] != MR_UNBOUND && !mr_arg_name(t, a[1], "encode", "'encoding'")) || (a[2] != MR_UNBOUND && !mr_arg_name(t, a[2], "encode", "'errors'")))
        return MR_ERROR;
    return mr_encode(t, a[0], a[1] == MR_UNBOUND ? "utf-8" : mr_cstr(a[1]), a[2] == MR_UNBOUND ? "strict" : mr_cstr(a[2]));
}
