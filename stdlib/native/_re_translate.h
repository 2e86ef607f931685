/* From Python's syntax of regular expressions to PCRE2's. Nothing here knows an object of the VM.
 *
 * The translation finds all errors that Python finds, with Python's texts and places. What it writes uses only constructs whose meaning does not
 * depend on PCRE2's settings, apart from those that _re.c gives: newline is LF, DOTALL, ALT_CIRCUMFLEX, and UTF with UCP as the result says.
 */
#ifndef MR_STDLIB_NATIVE_RE_TRANSLATE_H
#define MR_STDLIB_NATIVE_RE_TRANSLATE_H

#include "base/buf.h"

/* The numbers are those of re.RegexFlag. */
enum {
    MR_RE_I = 2, MR_RE_L = 4, MR_RE_M = 8, MR_RE_S = 16, MR_RE_U = 32, MR_RE_X = 64, MR_RE_DEBUG = 128, MR_RE_A = 256,
    MR_RE_TYPES = MR_RE_A | MR_RE_L | MR_RE_U
};

#define MR_RE_ENDLESS ((uint64_t)1 << 40) /* width of what has no bound */
#define MR_RE_NO_PLACE SIZE_MAX

typedef struct MrReGroup {
    size_t name, name_length; /* where the name stands in the pattern; length 0: none */
    uint64_t low, high;       /* how many characters it can match */
    uint32_t close_rank;      /* how many groups close before it */
    bool closed;
} MrReGroup;

typedef enum MrReProblem { MR_RE_FINE, MR_RE_SYNTAX, MR_RE_MEMORY, MR_RE_TOO_DEEP, MR_RE_TOO_MANY } MrReProblem;

/* A translation and, while it is made, its state. mr_re_translation_fini frees it. */
typedef struct MrRe {
    const char *text, *end, *at;
    bool is_bytes;
    unsigned flags;       /* of the whole pattern, its own inline ones included */
    MrBuf out;            /* in PCRE2's syntax */
    bool ucp;             /* \w, \d and \b go by Unicode's properties */
    bool marks;           /* each group leaves its number as a mark when it closes, because which closed last cannot be told otherwise */
    uint32_t n_groups, cap_groups; /* the whole match included */
    uint32_t base;
    MrReGroup *groups;
    uint32_t n_closed;
    uint32_t lookbehind_groups; /* groups there were at the start of the look-behind that we are in; 0: in none */
    MrBuf forward;        /* conditionals that named a number before there was such a group */
    int depth, loops;     /* nesting of groups; of groups inside look-arounds */
    bool loose_lookbehind; /* one of no fixed width was seen */
    bool too_many;         /* a repetition of more rounds than PCRE2 counts */
    bool has_void;         /* something is repeated no times: PCRE2 still takes what it begins with for the pattern's start */
    bool wants_ucp, wants_marks; /* seen on the way: another pass is due */
    MrBuf warnings;       /* about sets that may mean something else in the future, a line each */
    MrReProblem problem;
    MrBuf message;
    size_t error_at;      /* byte offset in the pattern; MR_RE_NO_PLACE: none */
} MrRe;

/* Translates a pattern, whose text must stay; false with `problem` set. In PCRE2's syntax its groups will be counted from `base` + 1. */
bool mr_re_translate(MrRe *re, const char *text, size_t length, bool is_bytes, unsigned flags, uint32_t base);
void mr_re_translation_fini(MrRe *re);

/* ---- between _re_translate.c and _re_atoms.c ---- */

typedef struct MrReWidth { uint64_t low, high; } MrReWidth;

/* Notes a syntax error at an offset, with what re->message holds already and the text, and returns false. */
bool mr_re_fail(MrRe *re, const char *at, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* The same with a repr of a name behind the text. */
bool mr_re_fail_name(MrRe *re, const char *at, const char *text, const char *name, size_t length);
/* Steps over a character and returns it; the caller has checked that there is one. */
uint32_t mr_re_next(MrRe *re);
/* Reads up to the terminator into [*name, *name + *length), steps over it. */
bool mr_re_read_until(MrRe *re, char terminator, const char *what, const char **name, size_t *length);
/* May group `n` be referred to from here? */
bool mr_re_check_reference(MrRe *re, uint32_t n, const char *at);
/* What PCRE2's caseless mode does in text with these flags; where letters of ASCII alone are to fold, both are written instead. */
static inline bool mr_re_folds(const MrRe *re, unsigned flags) { return flags & MR_RE_I && (re->is_bytes || !(flags & MR_RE_A)); }

/* A literal character. */
void mr_re_put_literal(MrRe *re, uint32_t c, unsigned flags);
/* An escape outside of a set, whose backslash is next; *is_place: it matches a place and cannot be repeated. */
bool mr_re_escape(MrRe *re, unsigned flags, MrReWidth *width, bool *is_place);
/* A set, behind its '['. */
bool mr_re_set(MrRe *re, unsigned flags);

#endif
