/* Translation of regular expressions: alternatives, groups, repetition, flags.
 *
 * One walk over the text that writes as it goes. A second walk is made when the first has seen what changes the text from its beginning: groups
 * in loops or look-arounds, so that marks are needed, or Unicode's classes inside a pattern for ASCII. Widths are computed along the way, since
 * Python demands that a look-behind has exactly one. Escapes and sets are in _re_atoms.c.
 */
#include "stdlib/native/_re_translate.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "vm/types/unicode.h"

#define DEPTH_MAX 300     /* about where CPython's parser runs into its recursion limit */
#define REPEAT_MAX 65535  /* PCRE2's */
#define MANY ((uint64_t)4294967295u) /* what Python takes as a count without an end */

static bool walk_alternatives(MrRe *re, unsigned flags, MrReWidth *width, bool first);

/* Messages may quote the pattern; bytes beyond ASCII are shown as escapes. */
static void escape_bytes(MrBuf *message)
{
    MrBuf raw = *message;
    mr_buf_init(message);
    for (size_t i = 0; i < raw.length; i++)
        if ((unsigned char)raw.data[i] < 128)
            mr_buf_putc(message, raw.data[i]);
        else
            mr_buf_printf(message, "\\x%02x", (unsigned char)raw.data[i]);
    message->failed |= raw.failed;
    mr_buf_fini(&raw);
}

/* Is a backslash next with nothing behind it? Python's parser, which looks one ahead, reports that before all else. */
static bool at_lone_backslash(const MrRe *re) { return re->at + 1 == re->end && *re->at == '\\'; }

/* Steps over a character, or an escaped one, of text without meaning; false at a lone backslash, which is left for mr_re_fail. */
static bool skip_one(MrRe *re)
{
    if (at_lone_backslash(re))
        return false;
    re->at += *re->at == '\\' ? 2 : 1;
    return true;
}

bool mr_re_fail(MrRe *re, const char *at, const char *format, ...)
{
    va_list arguments;
    if (re->problem)
        return false;
    if (at_lone_backslash(re)) {
        at = re->at;
        format = "bad escape (end of pattern)";
        mr_buf_clear(&re->message);
    }
    va_start(arguments, format);
    mr_buf_vprintf(&re->message, format, arguments);
    va_end(arguments);
    if (re->is_bytes)
        escape_bytes(&re->message);
    re->problem = re->message.failed ? MR_RE_MEMORY : MR_RE_SYNTAX;
    re->error_at = at ? (size_t)(at - re->text) : MR_RE_NO_PLACE;
    return false;
}

uint32_t mr_re_next(MrRe *re) { return re->is_bytes ? (unsigned char)*re->at++ : mr_utf8_decode_valid(&re->at); }

static bool at_end(const MrRe *re) { return re->at == re->end; }

static bool accept(MrRe *re, char c)
{
    if (at_end(re) || *re->at != c)
        return false;
    re->at++;
    return true;
}

static void put_shown(MrRe *re, MrBuf *buf, const char *at)
{
    mr_buf_write(buf, at, re->is_bytes ? 1 : mr_utf8_step((unsigned char)*at));
}

static bool fail_unknown(MrRe *re, const char *at, const char *prefix, const char *c)
{
    MrBuf shown = MR_BUF_EMPTY;
    if (c < re->end) {
        put_shown(re, &shown, c);
        if (*c == '\\' && c + 1 < re->end)
            put_shown(re, &shown, c + 1);
    }
    if (!re->problem) {
        mr_buf_printf(&re->message, "unknown extension ?%s", prefix);
        mr_buf_write(&re->message, shown.data ? shown.data : "", shown.length); /* a NUL may be in it */
    }
    mr_buf_fini(&shown);
    return mr_re_fail(re, at, "%s", "");
}

static bool fail_end(MrRe *re) { return mr_re_fail(re, re->end, "unexpected end of pattern"); }

bool mr_re_read_until(MrRe *re, char terminator, const char *what, const char **name, size_t *length)
{
    const char *start = re->at;
    while (re->at < re->end && *re->at != terminator && skip_one(re))
        continue;
    if (at_lone_backslash(re))
        return mr_re_fail(re, re->at, "missing %c, unterminated name", terminator);
    if (at_end(re) && start == re->end)
        return mr_re_fail(re, start, "missing %s", what);
    if (at_end(re))
        return mr_re_fail(re, start, "missing %c, unterminated name", terminator);
    if (re->at == start)
        return mr_re_fail(re, start, "missing %s", what);
    *name = start;
    *length = (size_t)(re->at++ - start);
    return true;
}

/* ---- groups ---- */

static bool same(const char *a, size_t a_length, const char *b, size_t b_length) { return a_length == b_length && !memcmp(a, b, a_length); }

/* Number of the group with a name, 0 if there is none. */
static uint32_t find_group(const MrRe *re, const char *name, size_t length)
{
    for (uint32_t i = 1; i < re->n_groups; i++)
        if (same(re->text + re->groups[i].name, re->groups[i].name_length, name, length))
            return i;
    return 0;
}

/* A name in the form of a repr, as far as names in patterns go. */
static void put_repr(MrRe *re, MrBuf *buf, const char *name, size_t length)
{
    char quote = memchr(name, '\'', length) && !memchr(name, '"', length) ? '"' : '\'';
    mr_buf_putc(buf, quote);
    for (const char *p = name, *end = name + length; p < end;) {
        uint32_t c = re->is_bytes ? (unsigned char)*p++ : mr_utf8_decode_valid(&p);
        if (c == (unsigned char)quote || c == '\\')
            mr_buf_printf(buf, "\\%c", (int)c);
        else if (c == '\n' || c == '\t' || c == '\r')
            mr_buf_printf(buf, "\\%c", c == '\n' ? 'n' : c == '\t' ? 't' : 'r');
        else if (c < 32 || c == 127 || (c > 127 && (re->is_bytes || !mr_uni_is(c, MR_UNI_PRINTABLE))))
            mr_buf_printf(buf, c < 256 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
        else
            mr_buf_put_codepoint(buf, c);
    }
    mr_buf_putc(buf, quote);
}

bool mr_re_fail_name(MrRe *re, const char *at, const char *format, const char *name, size_t length)
{
    MrBuf shown = MR_BUF_EMPTY;
    put_repr(re, &shown, name, length);
    mr_re_fail(re, at, "%s %s", format, shown.data ? shown.data : "");
    mr_buf_fini(&shown);
    return false;
}

static bool fail_name(MrRe *re, const char *format, const char *name, size_t length)
{
    return mr_re_fail_name(re, name, format, name, length);
}

static bool check_name(MrRe *re, const char *name, size_t length)
{
    bool good = true;
    for (const char *p = name, *end = name + length; p < end && good;) {
        bool first = p == name;
        uint32_t c = re->is_bytes ? (unsigned char)*p++ : mr_utf8_decode_valid(&p);
        if (c < 128)
            good = c == '_' || (c | 32) - 'a' < 26 || (!first && c - '0' < 10);
        else
            good = !re->is_bytes && mr_uni_is(c, first ? MR_UNI_XID_START : MR_UNI_XID_CONTINUE);
    }
    return good || fail_name(re, "bad character in group name", name, length);
}

bool mr_re_check_reference(MrRe *re, uint32_t n, const char *at)
{
    if (!re->lookbehind_groups)
        return true;
    if (n >= re->n_groups || !re->groups[n].closed)
        return mr_re_fail(re, at, "cannot refer to an open group");
    return n < re->lookbehind_groups || mr_re_fail(re, at, "cannot refer to group defined in the same lookbehind subpattern");
}

static uint32_t open_group(MrRe *re, const char *name, size_t length)
{
    uint32_t n = re->n_groups, before = length ? find_group(re, name, length) : 0;
    if (before) {
        MrBuf shown = MR_BUF_EMPTY;
        put_repr(re, &shown, name, length);
        mr_re_fail(re, name, "redefinition of group name %s as group %u; was group %u", shown.data ? shown.data : "", n, before);
        mr_buf_fini(&shown);
        return 0;
    }
    if (n == re->cap_groups) {
        uint32_t capacity = n ? n * 2 : 8;
        MrReGroup *groups = realloc(re->groups, capacity * sizeof *groups);
        if (!groups) {
            re->problem = MR_RE_MEMORY;
            return 0;
        }
        re->groups = groups;
        re->cap_groups = capacity;
    }
    re->groups[n] = (MrReGroup){.name = length ? (size_t)(name - re->text) : 0, .name_length = length};
    if (re->loops && n > 0)
        re->wants_marks = true;
    return re->n_groups++;
}

/* What stands between the parentheses, and the closing one. `start` is the opening one's place. */
static bool walk_inside(MrRe *re, unsigned flags, const char *start, MrReWidth *width)
{
    if (++re->depth > DEPTH_MAX) {
        re->problem = MR_RE_TOO_DEEP;
        return false;
    }
    if (!walk_alternatives(re, flags, width, false))
        return false;
    re->depth--;
    if (!accept(re, ')'))
        return mr_re_fail(re, start, "missing ), unterminated subpattern");
    mr_buf_putc(&re->out, ')');
    return true;
}

static bool walk_capture(MrRe *re, unsigned flags, const char *start, const char *name, size_t length, MrReWidth *width)
{
    uint32_t n = open_group(re, name, length);
    if (!n)
        return false;
    mr_buf_puts(&re->out, re->marks ? "((?:" : "(");
    if (!walk_inside(re, flags, start, width))
        return false;
    if (re->marks)
        mr_buf_printf(&re->out, "(*MARK:%u))", re->base + n);
    MrReGroup *g = &re->groups[n];
    g->closed = true;
    g->close_rank = re->n_closed++;
    g->low = width->low;
    g->high = width->high;
    return true;
}

static bool walk_named_reference(MrRe *re, unsigned flags, MrReWidth *width)
{
    const char *name;
    size_t length;
    if (!mr_re_read_until(re, ')', "group name", &name, &length) || !check_name(re, name, length))
        return false;
    uint32_t n = find_group(re, name, length);
    if (!n)
        return fail_name(re, "unknown group name", name, length);
    if (!re->groups[n].closed)
        return mr_re_fail(re, name, "cannot refer to an open group");
    if (!mr_re_check_reference(re, n, re->at))
        return false;
    *width = (MrReWidth){re->groups[n].low, re->groups[n].high};
    mr_buf_printf(&re->out, flags & MR_RE_I && !mr_re_folds(re, flags) ? "(?i:\\g{%u})" : "\\g{%u}", re->base + n);
    return true;
}

static bool walk_lookaround(MrRe *re, unsigned flags, const char *start, const char *opening, bool behind, MrReWidth *width)
{
    uint32_t outer = re->lookbehind_groups;
    if (behind && !outer)
        re->lookbehind_groups = re->n_groups;
    mr_buf_puts(&re->out, opening);
    re->loops++;
    if (!walk_inside(re, flags, start, width))
        return false;
    re->loops--;
    re->lookbehind_groups = outer;
    re->loose_lookbehind |= behind && width->low != width->high;
    *width = (MrReWidth){0, 0};
    return true;
}

static bool walk_items(MrRe *re, unsigned flags, MrReWidth *width, bool first);

/* A number that a conditional named before there was such a group. */
typedef struct Forward { uint32_t group; size_t at; } Forward;

static bool read_condition(MrRe *re, uint32_t *group)
{
    const char *name;
    size_t length;
    if (!mr_re_read_until(re, ')', "group name", &name, &length))
        return false;
    bool number = true;
    uint64_t n = 0;
    for (size_t i = 0; i < length; i++) {
        number &= (unsigned char)(name[i] - '0') < 10;
        n = n > MANY ? n : n * 10 + (unsigned)(name[i] - '0');
    }
    if (!number) {
        if (!check_name(re, name, length))
            return false;
        n = find_group(re, name, length);
        if (!n)
            return fail_name(re, "unknown group name", name, length);
    } else if (n == 0) {
        return mr_re_fail(re, name, "bad group number");
    } else if (n > MANY / 4) {
        return mr_re_fail(re, name, "invalid group reference %.*s", (int)length, name);
    } else if (n >= re->n_groups) {
        Forward forward = {(uint32_t)n, (size_t)(name - re->text)};
        mr_buf_write(&re->forward, (const char *)&forward, sizeof forward);
    }
    *group = (uint32_t)n;
    return mr_re_check_reference(re, *group, re->at);
}

static bool walk_conditional(MrRe *re, unsigned flags, const char *start, MrReWidth *width)
{
    uint32_t n = 0;
    if (!read_condition(re, &n))
        return false;
    mr_buf_printf(&re->out, "(?(%u)", re->base + n);
    MrReWidth otherwise = {0, 0};
    if (++re->depth > DEPTH_MAX) {
        re->problem = MR_RE_TOO_DEEP;
        return false;
    }
    if (!walk_items(re, flags, width, false))
        return false;
    if (accept(re, '|')) {
        mr_buf_putc(&re->out, '|');
        if (!walk_items(re, flags, &otherwise, false))
            return false;
        if (!at_end(re) && *re->at == '|')
            return mr_re_fail(re, re->at, "conditional backref with more than two branches");
    }
    re->depth--;
    if (!accept(re, ')'))
        return mr_re_fail(re, start, "missing ), unterminated subpattern");
    mr_buf_putc(&re->out, ')');
    if (otherwise.low < width->low)
        width->low = otherwise.low;
    if (otherwise.high > width->high)
        width->high = otherwise.high;
    return true;
}

/* ---- flags ---- */

static unsigned flag_of(uint32_t c)
{
    switch (c) {
    case 'i': return MR_RE_I;
    case 'L': return MR_RE_L;
    case 'm': return MR_RE_M;
    case 's': return MR_RE_S;
    case 'x': return MR_RE_X;
    case 'a': return MR_RE_A;
    case 'u': return MR_RE_U;
    default: return 0;
    }
}

static bool is_letter(uint32_t c) { return c < 128 ? (c | 32) - 'a' < 26 : mr_uni_is(c, MR_UNI_ALPHA); }

/* Reads the character behind a flag; false if it is none of `stops` and no flag. */
static bool next_flag(MrRe *re, const char *stops, const char *missing, uint32_t *c)
{
    if (at_end(re))
        return mr_re_fail(re, re->at, "%s", missing);
    const char *at = re->at;
    *c = mr_re_next(re);
    if (flag_of(*c) || (*c < 128 && *c && strchr(stops, (int)*c)))
        return true;
    return mr_re_fail(re, at, "%s", is_letter(*c) ? "unknown flag" : missing);
}

/* Inline flags from `c` on. *scoped: a group follows; else they are for the whole pattern. */
static bool read_flags(MrRe *re, uint32_t c, unsigned *on, unsigned *off, bool *scoped)
{
    *on = *off = 0;
    while (c != '-') {
        unsigned flag = flag_of(c);
        if (!re->is_bytes && c == 'L')
            return mr_re_fail(re, re->at, "bad inline flags: cannot use 'L' flag with a str pattern");
        if (re->is_bytes && c == 'u')
            return mr_re_fail(re, re->at, "bad inline flags: cannot use 'u' flag with a bytes pattern");
        *on |= flag;
        if (flag & MR_RE_TYPES && (*on & MR_RE_TYPES) != flag)
            return mr_re_fail(re, re->at, "bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        if (!next_flag(re, ")-:", "missing -, : or )", &c))
            return false;
        if (!flag_of(c))
            break;
    }
    *scoped = c != ')';
    if (c == '-') {
        if (!next_flag(re, "", "missing flag", &c))
            return false;
        do {
            if (flag_of(c) & MR_RE_TYPES)
                return mr_re_fail(re, re->at, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
            *off |= flag_of(c);
            if (!next_flag(re, ":", "missing :", &c))
                return false;
        } while (c != ':');
    }
    return !(*on & *off) || mr_re_fail(re, re->at - 1, "bad inline flags: flag turned on and off");
}

static bool walk_flagged(MrRe *re, unsigned flags, const char *start, unsigned on, unsigned off, MrReWidth *width)
{
    unsigned inner = on & MR_RE_TYPES ? (flags & ~MR_RE_TYPES) | on : flags | on;
    inner &= ~off;
    if (inner & MR_RE_U)
        re->wants_ucp = true;
    bool folds = mr_re_folds(re, inner);
    mr_buf_puts(&re->out, folds == mr_re_folds(re, flags) ? "(?:" : folds ? "(?i:" : "(?-i:");
    return walk_inside(re, inner, start, width);
}

/* ---- items ---- */

/* What the item before a repetition was. */
typedef enum Item { ITEM_NONE, ITEM_PLAIN, ITEM_PLACE, ITEM_REPEAT } Item;

/* Behind an opening parenthesis. *item becomes ITEM_NONE when nothing is there to repeat: a comment, flags. */
static bool walk_group(MrRe *re, unsigned *flags, const char *start, bool first, Item *item, MrReWidth *width)
{
    const char *name;
    size_t length;
    unsigned on, off;
    bool scoped = true;
    *item = ITEM_PLAIN;
    if (!accept(re, '?'))
        return walk_capture(re, *flags, start, NULL, 0, width);
    if (at_end(re))
        return fail_end(re);
    const char *at = re->at;
    uint32_t c = mr_re_next(re);
    switch (c) {
    case 'P':
        if (accept(re, '<'))
            return mr_re_read_until(re, '>', "group name", &name, &length) && check_name(re, name, length) &&
                   walk_capture(re, *flags, start, name, length, width);
        if (accept(re, '='))
            return walk_named_reference(re, *flags, width);
        return at_end(re) ? fail_end(re) : fail_unknown(re, at - 1, "P", re->at);
    case ':': mr_buf_puts(&re->out, "(?:"); return walk_inside(re, *flags, start, width);
    case '>': mr_buf_puts(&re->out, "(?>"); return walk_inside(re, *flags, start, width);
    /* The empty group keeps PCRE2 from taking what is looked for to be the first character of the match and another than its last: (?=b)a?b. */
    case '=': return walk_lookaround(re, *flags, start, "(?:)(?=", false, width);
    case '!': return walk_lookaround(re, *flags, start, "(?!", false, width);
    case '<':
        if (at_end(re))
            return fail_end(re);
        if (accept(re, '='))
            return walk_lookaround(re, *flags, start, "(?<=", true, width);
        return accept(re, '!') ? walk_lookaround(re, *flags, start, "(?<!", true, width) : fail_unknown(re, at - 1, "<", re->at);
    case '(': return walk_conditional(re, *flags, start, width);
    case '#':
        *item = ITEM_NONE;
        while (re->at < re->end && *re->at != ')' && skip_one(re))
            continue;
        return accept(re, ')') || mr_re_fail(re, start, "missing ), unterminated comment");
    default: break;
    }
    if (!flag_of(c) && c != '-')
        return fail_unknown(re, at - 1, "", at);
    if (!read_flags(re, c, &on, &off, &scoped))
        return false;
    if (scoped)
        return walk_flagged(re, *flags, start, on, off, width);
    *item = ITEM_NONE;
    if (!first || re->out.length)
        return mr_re_fail(re, start, "global flags not at the start of the expression");
    re->flags |= on;
    *flags = re->flags;
    if (on & MR_RE_A)
        *flags &= ~(unsigned)MR_RE_U;
    return true;
}

/* Decimal digits, if there are any. */
static bool read_number(MrRe *re, uint64_t *n)
{
    const char *start = re->at;
    for (; re->at < re->end && (unsigned char)(*re->at - '0') < 10; re->at++) {
        uint64_t before = re->at == start ? 0 : *n;
        *n = before > MANY ? before : before * 10 + (unsigned)(*re->at - '0');
    }
    return re->at > start;
}

/* Bounds of a repetition behind its first character `c`; *literal: the brace is one. */
static bool read_bounds(MrRe *re, char c, uint64_t *low, uint64_t *high, bool *literal)
{
    const char *here = re->at;
    *literal = false;
    *low = c == '+';
    *high = c == '?' ? 1 : MANY;
    if (c != '{')
        return true;
    bool has_low, has_high;
    *literal = !at_end(re) && *re->at == '}';
    if (*literal)
        return true;
    *low = 0;
    has_low = read_number(re, low);
    if (accept(re, ',')) {
        has_high = read_number(re, high);
    } else {
        has_high = has_low;
        *high = has_low ? *low : MANY;
    }
    if (!accept(re, '}')) {
        re->at = here;
        *literal = true;
        return true;
    }
    re->too_many |= (has_low && *low > REPEAT_MAX) || (has_high && *high > REPEAT_MAX);
    if ((has_low && *low >= MANY) || (has_high && *high >= MANY)) {
        re->problem = MR_RE_TOO_MANY;
        return false;
    }
    return *high >= *low || mr_re_fail(re, here, "min repeat greater than max repeat");
}

static uint64_t times(uint64_t width, uint64_t n)
{
    if (!width || !n)
        return 0;
    return n >= MANY || width >= MR_RE_ENDLESS / n ? MR_RE_ENDLESS : width * n;
}

/* Behind one of * + ? {, which stands at `start`. The item before has written re->out from `item_at` on and has a width. */
static bool walk_repeat(MrRe *re, const char *start, unsigned flags, Item *item, MrReWidth *width)
{
    uint64_t low, high;
    bool literal;
    if (!read_bounds(re, *start, &low, &high, &literal))
        return false;
    if (literal) {
        mr_re_put_literal(re, '{', flags);
        *width = (MrReWidth){1, 1};
        *item = ITEM_PLAIN;
        return true;
    }
    if (*item == ITEM_NONE || *item == ITEM_PLACE)
        return mr_re_fail(re, start, "nothing to repeat");
    if (*item == ITEM_REPEAT)
        return mr_re_fail(re, start, "multiple repeat");
    re->has_void |= high == 0;
    if (*start != '{')
        mr_buf_putc(&re->out, *start);
    else if (high == MANY)
        mr_buf_printf(&re->out, "{%u,}", (unsigned)low);
    else
        mr_buf_printf(&re->out, "{%u,%u}", (unsigned)low, (unsigned)high);
    if (accept(re, '?'))
        mr_buf_putc(&re->out, '?');
    else if (accept(re, '+'))
        mr_buf_putc(&re->out, '+');
    *width = (MrReWidth){times(width->low, low), times(width->high, high)};
    *item = ITEM_REPEAT;
    return true;
}

static void add_width(MrReWidth *sum, MrReWidth item)
{
    sum->low = sum->low + item.low < MR_RE_ENDLESS ? sum->low + item.low : MR_RE_ENDLESS;
    sum->high = sum->high + item.high < MR_RE_ENDLESS ? sum->high + item.high : MR_RE_ENDLESS;
}

static bool walk_item(MrRe *re, unsigned *flags, bool first, Item *item, MrReWidth *width)
{
    const char *start = re->at;
    if (*start == '\\') {
        bool is_place = false;
        *width = (MrReWidth){1, 1};
        if (!mr_re_escape(re, *flags, width, &is_place))
            return false;
        *item = is_place ? ITEM_PLACE : ITEM_PLAIN;
        return true;
    }
    uint32_t c = mr_re_next(re);
    if (c == '(')
        return walk_group(re, flags, start, first, item, width);
    *item = ITEM_PLAIN;
    *width = (MrReWidth){1, 1};
    switch (c) {
    case '[': return mr_re_set(re, *flags);
    case '.': mr_buf_puts(&re->out, *flags & MR_RE_S ? "." : "\\N"); return true;
    case '^':
    case '$':
        *item = ITEM_PLACE;
        *width = (MrReWidth){0, 0};
        mr_buf_puts(&re->out, c == '^' ? (*flags & MR_RE_M ? "(?m:^)" : "\\A") : *flags & MR_RE_M ? "(?m:$)" : "\\Z");
        return true;
    default: mr_re_put_literal(re, c, *flags); return true;
    }
}

/* Steps over the white space and comments of verbose patterns. */
static bool skip_verbose(MrRe *re)
{
    char c = *re->at;
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
        re->at++;
        return true;
    }
    if (c != '#')
        return false;
    while (re->at < re->end && *re->at != '\n' && skip_one(re))
        continue;
    accept(re, '\n');
    return true;
}

/* Items up to '|', ')' or the end. */
static bool walk_items(MrRe *re, unsigned flags, MrReWidth *width, bool first)
{
    MrReWidth last = {0, 0};  /* of the item before, which a repetition may still change */
    uint32_t groups = re->n_groups; /* before that item */
    Item item = ITEM_NONE;
    *width = last;
    while (re->at < re->end && *re->at != '|' && *re->at != ')') {
        const char *start = re->at;
        MrReWidth next = last;
        Item kind = item;
        if (flags & MR_RE_X && skip_verbose(re))
            continue;
        if (memchr("*+?{", *start, 4)) {
            re->at++;
            if (!walk_repeat(re, start, flags, &kind, &next))
                return false;
            if (kind == ITEM_REPEAT) {
                re->wants_marks |= *start != '?' && groups < re->n_groups;
                last = next;
                item = kind;
                continue;
            }
        } else {
            uint32_t before = re->n_groups;
            if (!walk_item(re, &flags, first, &kind, &next))
                return false;
            if (kind == ITEM_NONE) /* what stood before is still what a repetition means */
                continue;
            groups = before;
        }
        item = kind;
        add_width(width, last);
        last = next;
    }
    add_width(width, last);
    return true;
}

static bool walk_alternatives(MrRe *re, unsigned flags, MrReWidth *width, bool first)
{
    if (!walk_items(re, flags, width, first))
        return false;
    if (first) /* flags at the start are for all alternatives */
        flags = re->flags & MR_RE_A ? re->flags & ~(unsigned)MR_RE_U : re->flags;
    while (accept(re, '|')) {
        MrReWidth other;
        mr_buf_putc(&re->out, '|');
        if (!walk_items(re, flags, &other, false))
            return false;
        if (other.low < width->low)
            width->low = other.low;
        if (other.high > width->high)
            width->high = other.high;
    }
    return true;
}

/* ---- the whole ---- */

static bool flags_exclude_each_other(const MrRe *re)
{
    unsigned odd = re->is_bytes ? MR_RE_U : MR_RE_L, two = re->is_bytes ? MR_RE_L | MR_RE_A : MR_RE_A | MR_RE_U;
    return re->flags & odd || (re->flags & two) == two;
}

static bool walk_pattern(MrRe *re, unsigned flags)
{
    MrReWidth width;
    re->at = re->text;
    re->flags = flags;
    re->n_groups = re->n_closed = re->lookbehind_groups = 0;
    re->depth = re->loops = 0;
    re->loose_lookbehind = re->has_void = re->too_many = false;
    mr_buf_clear(&re->forward);
    mr_buf_clear(&re->out);
    mr_buf_clear(&re->warnings);
    open_group(re, NULL, 0);
    if (re->problem || !walk_alternatives(re, flags, &width, true))
        return false;
    if (flags_exclude_each_other(re)) /* an error that precedes the rest */
        return true;
    if (!at_end(re))
        return mr_re_fail(re, re->at, "unbalanced parenthesis");
    for (const char *p = re->forward.data, *end = p ? p + re->forward.length : p; p < end; p += sizeof(Forward)) {
        Forward forward;
        memcpy(&forward, p, sizeof forward);
        if (forward.group >= re->n_groups)
            return mr_re_fail(re, re->text + forward.at, "invalid group reference %u", forward.group);
    }
    if (re->loose_lookbehind) /* found when all else is known to be right */
        return mr_re_fail(re, NULL, "look-behind requires fixed-width pattern");
    if (re->too_many)
        re->problem = MR_RE_TOO_MANY;
    if (re->out.failed)
        re->problem = MR_RE_MEMORY;
    return !re->problem;
}

bool mr_re_translate(MrRe *re, const char *text, size_t length, bool is_bytes, unsigned flags, uint32_t base)
{
    *re = (MrRe){.text = text, .end = text + length, .is_bytes = is_bytes, .base = base};
    re->ucp = !is_bytes && !(flags & MR_RE_A);
    if (!walk_pattern(re, flags))
        return false;
    bool again = re->wants_marks && re->n_groups > 2;
    re->marks = again;
    if (re->ucp && re->flags & MR_RE_A && !(flags & MR_RE_A)) {
        re->ucp = false;
        again = true;
    }
    if (re->wants_ucp && !re->ucp)
        again = re->ucp = true;
    return !again || walk_pattern(re, flags);
}

void mr_re_translation_fini(MrRe *re)
{
    mr_buf_fini(&re->out);
    mr_buf_fini(&re->message);
    mr_buf_fini(&re->warnings);
    mr_buf_fini(&re->forward);
    free(re->groups);
}
