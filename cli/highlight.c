/* A forgiving scan of program text. F-strings' replacement fields are scanned as code. Brackets are kept on a stack whose depth is bounded: what
 * lies deeper is not matched. */
#include "cli/highlight.h"

#include <string.h>

#define DEEPEST 1000
#define MAX_NESTING 8 /* f-strings in f-strings */

/* Keywords and soft keywords, NULL at the end. */
static const char *const keywords[] = {
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally",
    "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    "match", "case", "type", NULL};
enum { FIRST_SOFT = 35 };

static const char *const builtins[] = {
    "abs", "aiter", "all", "anext", "any", "ascii", "bin", "bool", "breakpoint", "bytearray", "bytes", "callable", "chr", "classmethod", "compile",
    "complex", "delattr", "dict", "dir", "divmod", "enumerate", "eval", "exec", "filter", "float", "format", "frozenset", "getattr", "globals",
    "hasattr", "hash", "help", "hex", "id", "input", "int", "isinstance", "issubclass", "iter", "len", "list", "locals", "map", "max", "memoryview",
    "min", "next", "object", "oct", "open", "ord", "pow", "print", "property", "range", "repr", "reversed", "round", "run", "self", "set", "setattr",
    "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple", "type", "vars", "zip", "__import__", NULL};

typedef struct Scan {
    const char *s;
    size_t n, at;
    unsigned char *styles;              /* NULL: not wanted */
    size_t partner_of, partner;         /* bracket to match, and what was found: SIZE_MAX if nothing */
    size_t stack[DEEPEST];
    int depth;
    MrOpen open;
    bool line_begun;                    /* something but blanks stands in the line */
    const char *before;                 /* the word before: "def", "class" */
} Scan;

static void paint(Scan *c, size_t from, size_t to, MrStyle style)
{
    if (c->styles && to > from)
        memset(c->styles + from, (int)style, to - from);
}

static bool in_list(const char *const *list, const char *s, size_t n)
{
    for (; *list; list++)
        if (**list == *s && strlen(*list) == n && !memcmp(*list, s, n))
            return true;
    return false;
}

bool mr_is_keyword(const char *s, size_t n)
{
    for (int i = 0; i < FIRST_SOFT; i++)
        if (*keywords[i] == *s && strlen(keywords[i]) == n && !memcmp(keywords[i], s, n))
            return true;
    return false;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80; }
static bool is_name(char c) { return is_letter(c) || is_digit(c); }
static char peek(const Scan *c, size_t ahead) { return c->at + ahead < c->n ? c->s[c->at + ahead] : 0; }

static void scan_code(Scan *c, int nesting, bool field);

/* ---- strings ---- */

static void open_string(Scan *c, size_t prefix, char quote)
{
    c->open.in_string = true;
    c->open.quote = quote;
    c->open.string_prefix = prefix;
    c->open.string_start = c->at;
}

/* At a quote; `prefix` is where its letters begin. */
static void scan_string(Scan *c, size_t prefix, int nesting)
{
    char quote = c->s[c->at];
    bool raw = false, formatted = false;
    for (size_t i = prefix; i < c->at; i++) {
        raw |= c->s[i] == 'r' || c->s[i] == 'R';
        formatted |= c->s[i] == 'f' || c->s[i] == 'F';
    }
    bool triple = peek(c, 1) == quote && peek(c, 2) == quote;
    size_t painted = prefix;
    c->at += triple ? 3 : 1;
    open_string(c, prefix, quote);
    while (c->at < c->n) {
        char x = c->s[c->at];
        if (x == '\\' && !(raw && peek(c, 1) != quote && peek(c, 1) != '\\')) {
            c->at += c->at + 1 < c->n ? 2 : 1;
        } else if (x == quote && (!triple || (peek(c, 1) == quote && peek(c, 2) == quote))) {
            c->at += triple ? 3 : 1;
            c->open.in_string = false;
            break;
        } else if (x == '\n' && !triple) {
            paint(c, painted, c->at, MR_STYLE_WRONG); /* not closed in its line */
            c->open.in_string = false;
            return;
        } else if (formatted && x == '{' && peek(c, 1) == '{') {
            c->at += 2;
        } else if (formatted && x == '{' && nesting < MAX_NESTING) {
            paint(c, painted, c->at, MR_STYLE_STRING);
            paint(c, c->at, c->at + 1, MR_STYLE_OPERATOR);
            c->at++;
            c->open.in_string = false;
            scan_code(c, nesting + 1, true);
            if (c->at == c->n)
                return;
            open_string(c, prefix, quote);
            painted = c->at;
        } else {
            c->at++;
        }
    }
    paint(c, painted, c->at, MR_STYLE_STRING);
}

/* ---- code ---- */

static void scan_name(Scan *c, int nesting)
{
    size_t start = c->at;
    while (c->at < c->n && is_name(c->s[c->at]))
        c->at++;
    size_t n = c->at - start;
    const char *word = c->s + start;
    if (c->at < c->n && (c->s[c->at] == '"' || c->s[c->at] == '\'') && n <= 2 && strspn(word, "rRbBuUfF") >= n) {
        scan_string(c, start, nesting);
        return;
    }
    if (!c->styles)
        return;
    MrStyle style = MR_STYLE_PLAIN;
    bool attribute = start > 0 && c->s[start - 1] == '.';
    bool definition = c->before && (!strncmp(c->before, "def", 3) || !strncmp(c->before, "class", 5));
    bool first = !c->line_begun;
    c->before = NULL;
    if (definition) {
        style = MR_STYLE_DEFINITION;
    } else if (!attribute && mr_is_keyword(word, n)) {
        style = *word == 'F' || *word == 'N' || *word == 'T' ? MR_STYLE_CONSTANT : MR_STYLE_KEYWORD;
        c->before = word;
    } else if (!attribute && first && in_list(keywords + FIRST_SOFT, word, n)) { /* soft ones: `match x`, but not `match = x` or `match(x)` alone */
        size_t i = c->at;
        while (i < c->n && c->s[i] == ' ')
            i++;
        if (i > c->at && i < c->n && (is_name(c->s[i]) || strchr("\"'[{(-", c->s[i])))
            style = MR_STYLE_KEYWORD;
    } else if (!attribute && in_list(builtins, word, n)) {
        style = MR_STYLE_BUILTIN;
    }
    paint(c, start, c->at, style);
}

static void scan_number(Scan *c)
{
    size_t start = c->at;
    while (c->at < c->n && (is_name(c->s[c->at]) || c->s[c->at] == '.' ||
                            ((c->s[c->at] == '+' || c->s[c->at] == '-') && (c->s[c->at - 1] == 'e' || c->s[c->at - 1] == 'E') && peek(c, 1) && is_digit(peek(c, 1)) &&
                             c->s[start + 1] != 'x' && c->s[start + 1] != 'X')))
        c->at++;
    paint(c, start, c->at, MR_STYLE_NUMBER);
}

static char partner_of(char c) { return c == ')' ? '(' : c == ']' ? '[' : '{'; }

static void scan_bracket(Scan *c)
{
    char x = c->s[c->at];
    MrStyle style = MR_STYLE_BRACKET;
    if (strchr("([{", x)) {
        if (c->depth < DEEPEST)
            c->stack[c->depth] = c->at;
        c->depth++;
    } else if (c->depth > DEEPEST) {
        c->depth--;
    } else if (c->depth && c->s[c->stack[c->depth - 1]] == partner_of(x)) {
        size_t other = c->stack[--c->depth];
        if (c->partner_of == c->at)
            c->partner = other;
        else if (c->partner_of == other)
            c->partner = c->at;
    } else {
        style = MR_STYLE_WRONG;
    }
    paint(c, c->at, c->at + 1, style);
    c->at++;
}

/* Code up to the end of the text or, in a replacement field, up to its closing brace. */
static void scan_code(Scan *c, int nesting, bool field)
{
    int base = c->depth;
    while (c->at < c->n) {
        char x = c->s[c->at];
        bool blank = x == ' ' || x == '\t' || x == '\f' || x == '\r' || x == '\\';
        if (field && x == '}' && c->depth == base) {
            paint(c, c->at, c->at + 1, MR_STYLE_OPERATOR);
            c->at++;
            return;
        }
        if (field && c->depth == base && (x == ':' || x == '!') && peek(c, 1) != '=') { /* the format: text, with fields in it */
            size_t start = c->at;
            while (c->at < c->n && c->s[c->at] != '}' && c->s[c->at] != '{' && c->s[c->at] != '\n')
                c->at++;
            paint(c, start, c->at, MR_STYLE_STRING);
            if (c->at < c->n && c->s[c->at] == '{' && nesting < MAX_NESTING) {
                c->at++;
                scan_code(c, nesting + 1, true);
            }
            if (c->at < c->n && c->s[c->at] == '\n')
                return;
            continue;
        }
        if (x == '\n') {
            if (field && c->depth == base)
                return; /* a field that was never closed */
            c->line_begun = false;
            c->before = NULL;
            c->at++;
            continue;
        }
        if (x == '#') {
            size_t start = c->at;
            while (c->at < c->n && c->s[c->at] != '\n')
                c->at++;
            paint(c, start, c->at, MR_STYLE_COMMENT);
            c->open.in_comment = c->at == c->n;
            continue;
        }
        if (blank) {
            c->at++;
            continue;
        }
        c->open.colon = x == ':' && c->depth == 0;
        if (!c->line_begun && c->depth == 0)
            c->open.last_word = c->at;
        if (is_letter(x)) {
            scan_name(c, nesting);
        } else if (is_digit(x) || (x == '.' && is_digit(peek(c, 1)))) {
            scan_number(c);
            c->before = NULL;
        } else if (x == '"' || x == '\'') {
            scan_string(c, c->at, nesting);
            c->before = NULL;
        } else if (strchr("()[]{}", x)) {
            scan_bracket(c);
            c->before = NULL;
        } else if (x == '@' && !c->line_begun) {
            size_t start = c->at++;
            while (c->at < c->n && (is_name(c->s[c->at]) || c->s[c->at] == '.'))
                c->at++;
            paint(c, start, c->at, MR_STYLE_DECORATOR);
        } else {
            paint(c, c->at, c->at + 1, strchr("+-*/%@<>=!&|^~", x) ? MR_STYLE_OPERATOR : MR_STYLE_PLAIN);
            c->at++;
            c->before = NULL;
        }
        c->line_begun = true;
    }
}

static void scan(Scan *c, const char *s, size_t n, unsigned char *styles)
{
    c->s = s;
    c->n = n;
    c->at = 0;
    c->styles = styles;
    c->depth = 0;
    c->open = (MrOpen){0};
    c->line_begun = false;
    c->before = NULL;
    scan_code(c, 0, false);
}

void mr_highlight(const char *s, size_t n, unsigned char *styles)
{
    Scan c;
    c.partner_of = c.partner = (size_t)-1;
    memset(styles, MR_STYLE_PLAIN, n);
    size_t lead = strspn(s, " ");
    if (lead < n && (s[lead] == ':' || (s[lead] == '?' && n == lead + 1))) { /* a command of the prompt */
        memset(styles + lead, MR_STYLE_COMMAND, 1 + strspn(s + lead + 1, "abcdefghijklmnopqrstuvwxyz"));
        return;
    }
    scan(&c, s, n, styles);
}

void mr_highlight_match(const char *s, size_t n, size_t cursor, unsigned char *styles)
{
    size_t at = cursor < n && strchr("()[]{}", s[cursor]) ? cursor : cursor > 0 && strchr("()[]{}", s[cursor - 1]) ? cursor - 1 : n;
    if (at == n || styles[at] != MR_STYLE_BRACKET)
        return;
    Scan c;
    c.partner_of = at;
    c.partner = (size_t)-1;
    scan(&c, s, n, NULL);
    if (c.partner != (size_t)-1)
        styles[at] = styles[c.partner] = MR_STYLE_MATCH;
}

MrOpen mr_look_open(const char *s, size_t n)
{
    Scan c;
    c.partner_of = c.partner = (size_t)-1;
    scan(&c, s, n, NULL);
    c.open.depth = c.depth;
    if (c.depth && c.depth <= DEEPEST)
        c.open.bracket = c.stack[c.depth - 1];
    return c.open;
}

const char *mr_style_sequence(MrStyle style)
{
    static const char *const sequences[MR_STYLE_COUNT] = {
        [MR_STYLE_PLAIN] = "\033[0m",        [MR_STYLE_KEYWORD] = "\033[0;1;34m", [MR_STYLE_CONSTANT] = "\033[0;34m", [MR_STYLE_BUILTIN] = "\033[0;36m",
        [MR_STYLE_STRING] = "\033[0;32m",    [MR_STYLE_NUMBER] = "\033[0;33m",    [MR_STYLE_COMMENT] = "\033[0;90m",  [MR_STYLE_DEFINITION] = "\033[0;1m",
        [MR_STYLE_DECORATOR] = "\033[0;35m", [MR_STYLE_OPERATOR] = "\033[0m",     [MR_STYLE_BRACKET] = "\033[0m",     [MR_STYLE_WRONG] = "\033[0;31m",
        [MR_STYLE_MATCH] = "\033[0;1;7m",    [MR_STYLE_FOUND] = "\033[0;4m",      [MR_STYLE_COMMAND] = "\033[0;1;35m"};
    return sequences[style];
}
