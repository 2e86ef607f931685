/* Translation of regular expressions: characters, escapes and sets.
 *
 * A character is written in a form that PCRE2 takes literally anywhere, inside a set too. Python's classes are written as PCRE2's where these
 * mean the same, and as ranges otherwise: white space differs in Unicode, and text for ASCII may stand inside a pattern for Unicode. Under
 * IGNORECASE with ASCII PCRE2's folding is off, and letters of ASCII are written in both cases.
 */
#include "stdlib/native/_re_translate.h"

#include "base/uniname.h"
#include "base/utf8.h"

#define ASCII_WORD "0-9A-Z_a-z"
#define ASCII_SPACE "\\x{9}-\\x{d}\\x{20}"
#define UNICODE_SPACE "\\x{9}-\\x{d}\\x{1c}-\\x{20}\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}"
#define UNICODE_NO_SPACE "\\x{0}-\\x{8}\\x{e}-\\x{1b}\\x{21}-\\x{84}\\x{86}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}" \
                         "\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{10ffff}"

static bool is_letter(uint32_t c) { return c < 128 && (c | 32) - 'a' < 26; }

static bool is_digit(uint32_t c) { return c - '0' < 10; }

static bool is_octal(uint32_t c) { return c - '0' < 8; }

static bool is_ascii(const MrRe *re, unsigned flags) { return re->is_bytes || flags & MR_RE_A; }

/* Both cases of ASCII letters are written out. */
static bool spells_cases(const MrRe *re, unsigned flags) { return flags & MR_RE_I && !mr_re_folds(re, flags); }

static void put_char(MrRe *re, uint32_t c)
{
    if (is_letter(c) || is_digit(c) || c == '_')
        mr_buf_putc(&re->out, (char)c);
    else if (c < 32 || c == 127 || (re->is_bytes && c > 127))
        mr_buf_printf(&re->out, "\\x{%x}", c);
    else if (c < 127)
        mr_buf_printf(&re->out, "\\%c", (int)c);
    else
        mr_buf_put_codepoint(&re->out, c);
}

/* Characters that are the same for Python when case is ignored, and that PCRE2 keeps apart. */
typedef struct Fold {
    uint32_t all[4]; /* 0: no more */
    const char *text;
} Fold;
static const Fold folds[] = {{{'I', 'i', 0x130, 0x131}, "i\\x{130}\\x{131}"},
                             {{0x390, 0x1fd3}, "\\x{390}\\x{1fd3}"},
                             {{0x3b0, 0x1fe3}, "\\x{3b0}\\x{1fe3}"},
                             {{0xfb05, 0xfb06}, "\\x{fb05}\\x{fb06}"}};

/* For a set: what the characters from low to high are the same as. True if there was such a one. */
static bool put_folds(MrRe *re, uint32_t low, uint32_t high, unsigned flags, const char *before)
{
    bool found = false;
    if (re->is_bytes || !mr_re_folds(re, flags))
        return false;
    for (size_t i = 0; i < sizeof folds / sizeof *folds; i++)
        for (size_t k = 0; k < 4 && folds[i].all[k]; k++)
            if (low <= folds[i].all[k] && folds[i].all[k] <= high) {
                mr_buf_puts(&re->out, before);
                mr_buf_puts(&re->out, folds[i].text);
                found = true;
                break;
            }
    return found;
}

void mr_re_put_literal(MrRe *re, uint32_t c, unsigned flags)
{
    if (put_folds(re, c, c, flags, "["))
        mr_buf_putc(&re->out, ']');
    else if (spells_cases(re, flags) && is_letter(c))
        mr_buf_printf(&re->out, "[%c%c]", (int)(c & ~32u), (int)(c | 32));
    else
        put_char(re, c);
}

/* ---- escapes ---- */

/* What an escape stands for. */
typedef struct Escape {
    const char *start; /* the backslash */
    bool is_class;     /* one of d D s S w W in `c` */
    uint32_t c;
} Escape;

/* Digits of a base, `max` at most; how many there were. */
static int read_digits(MrRe *re, int base, int max, uint32_t *value)
{
    int n = 0;
    for (*value = 0; n < max && re->at < re->end; n++, re->at++) {
        uint32_t c = (unsigned char)*re->at, digit = is_digit(c) ? c - '0' : is_letter(c) ? (c | 32) - 'a' + 10 : 99;
        if (digit >= (uint32_t)base)
            break;
        *value = *value * (uint32_t)base + digit;
    }
    return n;
}

static bool fail_escape(MrRe *re, const char *what, const char *start)
{
    return mr_re_fail(re, start, "%s %.*s", what, (int)(re->at - start), start);
}

static bool read_hex(MrRe *re, Escape *e, int digits)
{
    if (read_digits(re, 16, digits, &e->c) != digits)
        return fail_escape(re, "incomplete escape", e->start);
    return e->c <= 0x10FFFF || fail_escape(re, "bad escape", e->start);
}

static bool read_character_name(MrRe *re, Escape *e)
{
    const char *name;
    size_t length;
    uint32_t codes[MR_UNINAME_SEQUENCE_MAX];
    if (re->at == re->end || *re->at != '{')
        return mr_re_fail(re, re->at, "missing {");
    re->at++;
    if (!mr_re_read_until(re, '}', "character name", &name, &length))
        return false;
    if (mr_uniname_lookup(name, length, false, codes) != 1)
        return mr_re_fail_name(re, e->start, "undefined character name", name, length);
    e->c = codes[0];
    return true;
}

static bool check_octal(MrRe *re, Escape *e)
{
    if (e->c <= 0377)
        return true;
    return mr_re_fail(re, e->start, "octal escape value %.*s outside of range 0-0o377", (int)(re->at - e->start), e->start);
}

/* The escapes that mean the same everywhere. `c` is the character behind the backslash, already read. */
static bool read_common(MrRe *re, Escape *e, uint32_t c)
{
    e->c = c;
    switch (c) {
    case 'a': e->c = 7; return true;
    case 'f': e->c = 12; return true;
    case 'n': e->c = 10; return true;
    case 'r': e->c = 13; return true;
    case 't': e->c = 9; return true;
    case 'v': e->c = 11; return true;
    case 'd': case 'D': case 's': case 'S': case 'w': case 'W': e->is_class = true; return true;
    case 'x': return read_hex(re, e, 2);
    case 'u': case 'U': case 'N':
        if (re->is_bytes)
            break;
        return c == 'N' ? read_character_name(re, e) : read_hex(re, e, c == 'u' ? 4 : 8);
    default: break;
    }
    return !is_letter(c) || fail_escape(re, "bad escape", e->start);
}

static bool start_escape(MrRe *re, Escape *e, uint32_t *c)
{
    *e = (Escape){.start = re->at++};
    if (re->at == re->end)
        return mr_re_fail(re, e->start, "bad escape (end of pattern)");
    *c = mr_re_next(re);
    return true;
}

/* A class outside of a set. */
static void put_class(MrRe *re, uint32_t c, unsigned flags)
{
    bool ascii = is_ascii(re, flags);
    const char *not = c < 'a' ? "^" : "";
    if (ascii ? !re->ucp : re->ucp && (c | 32) != 's')
        mr_buf_printf(&re->out, "\\%c", (int)c);
    else if ((c | 32) == 's')
        mr_buf_printf(&re->out, "[%s%s]", not, ascii ? ASCII_SPACE : UNICODE_SPACE);
    else if (ascii)
        mr_buf_printf(&re->out, "[%s%s]", not, (c | 32) == 'd' ? "0-9" : ASCII_WORD);
    else
        mr_buf_printf(&re->out, "[%s%s]", not, (c | 32) == 'd' ? "\\p{Nd}" : "\\p{L}\\p{N}_");
}

/* A class inside a set. */
static void put_class_in_set(MrRe *re, uint32_t c, unsigned flags)
{
    bool ascii = is_ascii(re, flags);
    if (ascii ? !re->ucp : (c | 32) != 's') {
        mr_buf_printf(&re->out, "\\%c", (int)c);
        return;
    }
    switch (c) {
    case 's': mr_buf_puts(&re->out, ascii ? ASCII_SPACE : UNICODE_SPACE); break;
    case 'S': mr_buf_puts(&re->out, ascii ? "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{10ffff}" : UNICODE_NO_SPACE); break;
    case 'd': mr_buf_puts(&re->out, "0-9"); break;
    case 'D': mr_buf_puts(&re->out, "\\x{0}-/:-\\x{10ffff}"); break;
    case 'w': mr_buf_puts(&re->out, ASCII_WORD); break;
    default: mr_buf_puts(&re->out, "\\x{0}-/:-@\\[-\\^`{-\\x{10ffff}"); break;
    }
}

/* An empty text has no place that is no boundary, as Python sees it. */
static void put_boundary(MrRe *re, uint32_t c, unsigned flags)
{
    if (c == 'B')
        mr_buf_puts(&re->out, "(?!\\A\\z)");
    if (is_ascii(re, flags) == !re->ucp)
        mr_buf_printf(&re->out, "\\%c", (int)c);
    else if (c == 'b')
        mr_buf_puts(&re->out, "(?:(?<=[" ASCII_WORD "])(?![" ASCII_WORD "])|(?<![" ASCII_WORD "])(?=[" ASCII_WORD "]))");
    else
        mr_buf_puts(&re->out, "(?:(?<=[" ASCII_WORD "])(?=[" ASCII_WORD "])|(?<![" ASCII_WORD "])(?![" ASCII_WORD "]))");
}

/* A reference to a group, or an octal number; `first` is the digit that has been read. */
static bool read_numbered(MrRe *re, Escape *e, uint32_t first, unsigned flags, MrReWidth *width)
{
    uint32_t group = first - '0';
    if (re->at < re->end && is_digit((unsigned char)*re->at)) {
        uint32_t second = (unsigned char)*re->at++;
        if (is_octal(first) && is_octal(second) && re->at < re->end && is_octal((unsigned char)*re->at)) {
            e->c = (group * 8 + second - '0') * 8 + (uint32_t)(*re->at++ - '0');
            if (!check_octal(re, e))
                return false;
            mr_re_put_literal(re, e->c, flags);
            return true;
        }
        group = group * 10 + second - '0';
    }
    if (group >= re->n_groups)
        return mr_re_fail(re, e->start + 1, "invalid group reference %u", group);
    if (!re->groups[group].closed)
        return mr_re_fail(re, e->start, "cannot refer to an open group");
    if (!mr_re_check_reference(re, group, re->at))
        return false;
    *width = (MrReWidth){re->groups[group].low, re->groups[group].high};
    mr_buf_printf(&re->out, spells_cases(re, flags) ? "(?i:\\g{%u})" : "\\g{%u}", re->base + group);
    return true;
}

bool mr_re_escape(MrRe *re, unsigned flags, MrReWidth *width, bool *is_place)
{
    Escape e;
    uint32_t c = 0, more;
    if (!start_escape(re, &e, &c))
        return false;
    *is_place = c == 'A' || c == 'Z' || c == 'b' || c == 'B';
    if (*is_place) {
        *width = (MrReWidth){0, 0};
        if (c == 'A' || c == 'Z')
            mr_buf_puts(&re->out, c == 'A' ? "\\A" : "\\z");
        else
            put_boundary(re, c, flags);
        return true;
    }
    if (c == '0') {
        read_digits(re, 8, 2, &more);
        mr_re_put_literal(re, more, flags);
        return true;
    }
    if (is_digit(c))
        return read_numbered(re, &e, c, flags, width);
    if (!read_common(re, &e, c))
        return false;
    if (e.is_class)
        put_class(re, e.c, flags);
    else
        mr_re_put_literal(re, e.c, flags);
    return true;
}

/* ---- sets ---- */

/* One member of a set, a character or a class; *token_end: where the part of it ends that messages show. */
static bool read_member(MrRe *re, Escape *e, const char **token_end)
{
    uint32_t c = 0;
    if (*re->at != '\\') {
        *e = (Escape){.start = re->at};
        e->c = mr_re_next(re);
        *token_end = re->at;
        return true;
    }
    if (!start_escape(re, e, &c))
        return false;
    *token_end = re->at;
    if (c == 'b') {
        e->c = 8;
        return true;
    }
    if (is_octal(c)) {
        re->at--;
        read_digits(re, 8, 3, &e->c);
        return check_octal(re, e);
    }
    if (is_digit(c))
        return fail_escape(re, "bad escape", e->start);
    return read_common(re, e, c);
}

/* How the members of a set are written. */
typedef enum Cases { AS_FLAGGED, AS_WRITTEN, SWAPPED } Cases;

static void put_range(MrRe *re, uint32_t low, uint32_t high, unsigned flags, Cases cases)
{
    if (cases == SWAPPED) {
        for (uint32_t c = low; c <= high; c++)
            put_char(re, is_letter(c) ? c ^ 32 : c);
        return;
    }
    put_char(re, low);
    if (high != low) {
        mr_buf_putc(&re->out, '-');
        put_char(re, high);
    }
    if (cases == AS_WRITTEN)
        return;
    put_folds(re, low, high, flags, "");
    if (!spells_cases(re, flags))
        return;
    for (uint32_t c = low; c <= high && c < 128; c++)
        if (is_letter(c))
            put_char(re, c ^ 32);
}

static bool fail_range(MrRe *re, const char *low, const char *low_end, const char *high, const char *high_end)
{
    const char *at = re->at;
    size_t width = (size_t)(high_end - high) + 1;
    for (const char *p = low; p < low_end; p++) /* Python counts the characters back from where it is */
        width += re->is_bytes || (*p & 0xC0) != 0x80;
    for (const char *p = high; p < high_end; p++)
        width -= !re->is_bytes && (*p & 0xC0) == 0x80;
    while (width--)
        do
            at--;
        while (!re->is_bytes && (*at & 0xC0) == 0x80);
    mr_buf_puts(&re->message, "bad character range ");
    mr_buf_write(&re->message, low, (size_t)(low_end - low)); /* a NUL may be in it */
    mr_buf_putc(&re->message, '-');
    mr_buf_write(&re->message, high, (size_t)(high_end - high));
    return mr_re_fail(re, at, "%s", "");
}

/* Notes a warning about the place `at`. */
static void warn(MrRe *re, const char *what, const char *at)
{
    size_t offset = (size_t)(at - re->text);
    mr_buf_printf(&re->warnings, "Possible %s at position %zu\n", what, re->is_bytes ? offset : mr_utf8_count(re->text, offset));
}

/* A doubled character that set operations may be written with some day. */
static void warn_of_operator(MrRe *re)
{
    char c = *re->at;
    if (re->at + 1 == re->end || re->at[1] != c)
        return;
    const char *what = c == '-' ? "set difference" : c == '&' ? "set intersection" : c == '~' ? "set symmetric difference" : c == '|' ? "set union" : NULL;
    if (what)
        warn(re, what, re->at);
}

static bool fail_open_set(MrRe *re, const char *start) { return mr_re_fail(re, start, "unterminated character set"); }

/* The members of a set up to and with its bracket; `start` is where the set begins. *single: it is just one character. */
static bool put_members(MrRe *re, const char *start, unsigned flags, Cases cases, bool *single)
{
    int characters = 0, others = 0;
    const char *low_end, *high_end;
    Escape low, high;
    for (const char *first = re->at;;) {
        if (re->at == re->end)
            return fail_open_set(re, start);
        if (*re->at == ']' && re->at != first)
            break;
        if (re->at != first)
            warn_of_operator(re);
        if (!read_member(re, &low, &low_end))
            return false;
        if (re->at < re->end && *re->at == '-' && re->at + 1 < re->end && re->at[1] != ']') {
            re->at++;
            if (*re->at == '-')
                warn(re, "set difference", re->at - 1);
            if (!read_member(re, &high, &high_end))
                return false;
            if (low.is_class || high.is_class || high.c < low.c)
                return fail_range(re, low.start, low_end, high.start, high_end);
            put_range(re, low.c, high.c, flags, cases);
            others++;
        } else if (low.is_class) {
            put_class_in_set(re, low.c, flags);
            others++;
        } else {
            put_range(re, low.c, low.c, flags, cases);
            characters++;
        }
    }
    *single = characters == 1 && !others;
    re->at++;
    mr_buf_putc(&re->out, ']');
    return true;
}

bool mr_re_set(MrRe *re, unsigned flags)
{
    const char *start = re->at - 1;
    if (re->at < re->end && *re->at == '[')
        warn(re, "nested set", re->at);
    bool negated = re->at < re->end && *re->at == '^';
    re->at += negated;
    const char *members = re->at;
    size_t from = re->out.length, warned = re->warnings.length;
    bool single, ok;
    mr_buf_puts(&re->out, negated ? "[^" : "[");
    if (!put_members(re, start, flags, AS_FLAGGED, &single))
        return false;
    if (single || !negated || !re->is_bytes || !(flags & MR_RE_L) || !(flags & MR_RE_I))
        return true;
    /* Python asks twice there, for the small and the capital letter: whatever has one of the two outside of the set matches. */
    re->out.length = from;
    re->at = members;
    mr_buf_puts(&re->out, "(?>(?-i)[^");
    ok = put_members(re, start, flags, AS_WRITTEN, &single);
    re->at = members;
    mr_buf_puts(&re->out, "|[^");
    ok = ok && put_members(re, start, flags, SWAPPED, &single);
    re->warnings.length = warned;
    mr_buf_putc(&re->out, ')');
    return ok;
}
