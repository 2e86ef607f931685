/* What the files of _re share: the translation's result, patterns, matches.
 *
 * A pattern in Python's syntax is translated to one of PCRE2's (_re_translate.c, _re_atoms.c); PCRE2 does the matching, on the UTF-8 of strs and
 * on the bytes of bytes. Offsets are bytes everywhere in here; positions, which scripts see, are code points of a str. A pattern that is too large for
 * PCRE2's program of 64 KiB is a wide one: it has the program of the 32-bit library, and what it searches is copied to units of that size.
 */
#ifndef MR_STDLIB_NATIVE_RE_H
#define MR_STDLIB_NATIVE_RE_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "stdlib/native/_re_translate.h"
#include "stdlib/native/instance.h"

/* The functions of PCRE2 that are used. Each pattern holds its own copy, since a finalizer may look at no other object. Those of the 32-bit library
 * are used by the same types: all that differs is what the pointers to text and to PCRE2's own objects lead to. */
#define MR_RE_FUNCTIONS(X) \
    X(compile) X(code_free) X(match) X(match_data_create_from_pattern) X(match_data_free) X(get_ovector_pointer) X(get_mark) X(get_error_message) \
    X(match_context_create) X(match_context_free) X(set_match_limit) X(set_heap_limit) X(compile_context_create) X(compile_context_free) \
    X(set_newline) X(set_parens_nest_limit) X(set_callout) X(set_offset_limit) X(jit_compile) \
    X(jit_stack_create) X(jit_stack_assign) X(jit_stack_free) X(general_context_create) X(general_context_free)

#define MR_RE_JOIN(name) pcre2_##name##_8
typedef struct MrReLibrary {
#define X(name) __typeof__(&MR_RE_JOIN(name)) name;
    MR_RE_FUNCTIONS(X)
#undef X
} MrReLibrary;

typedef struct MrPattern {
    MrObj h;
    MrValue pattern;      /* str, bytes or another bytes-like object, as given */
    MrValue groupindex;   /* dict */
    MrValue template_text; /* the replacement that was parsed last, */
    struct MrReTemplate *template; /* buffer: and what came of it */
    unsigned flags;
    uint32_t n_groups;    /* the whole match not counted */
    uint32_t n_captures;  /* PCRE2's: the same, but in a lexicon */
    uint32_t *lexicon;    /* buffer: the capture that holds each phrase, and behind the last one n_captures + 1 (re.Scanner) */
    uint32_t *close_rank; /* buffer, by group */
    bool is_bytes, marks, wide, has_void;
    size_t largest_block; /* that PCRE2 may allocate for it */
    char *source;         /* buffer: the pattern as PCRE2 has it, wrapped (MR_RE_NOTHING_AHEAD), for its other forms */
    size_t source_length;
    uint32_t options;     /* PCRE2's */
    pcre2_code *code, *careful; /* careful: with callouts (_re_search.c), made when it is needed first */
    pcre2_code *machine;  /* machine code */
    pcre2_match_data *data;
    uint32_t work;        /* what searches have taken so far, about; MR_RE_COMPILED: machine code has been made, or cannot be */
    pcre2_match_context *context;
    pcre2_jit_stack *stack; /* for machine code that needs more than PCRE2 takes of the C stack */
    MrReLibrary lib;
} MrPattern;

typedef struct MrMatch {
    MrObj h;
    MrValue pattern;      /* MrPattern */
    MrValue string;       /* what was searched, as given */
    MrValue subject;      /* the str or bytes that was searched: `string`, or a copy of its bytes */
    size_t pos, endpos;   /* positions */
    uint32_t lastindex;   /* 0: no group took part */
    size_t *spans;        /* buffer: start and stop of each group, the whole match first; SIZE_MAX: took no part */
} MrMatch;

/* One scan over a subject. */
typedef struct MrReScan {
    MrPattern *pattern;
    MrValue string, subject;
    const char *bytes;
    size_t start, stop;   /* offsets: where the next search begins, where the subject ends */
    size_t pos, endpos;   /* positions, as matches show them */
    const uint32_t *units; /* buffer: the subject up to `stop` for a wide pattern, made by the first search */
    bool advance;         /* the next match may not be empty at `start` */
} MrReScan;

enum { MR_RE_FAILED = -1, MR_RE_NONE = 0, MR_RE_FOUND = 1 };

extern const MrTypeDef mr_re_pattern_def, mr_re_match_def, mr_re_scanner_def;

#define MR_PATTERN(v) ((MrPattern *)mr_obj_of(v))
#define MR_MATCH(v) ((MrMatch *)mr_obj_of(v))

/* Begins a scan of string[pos:endpos] (arguments of methods, may be MR_UNBOUND). [script] false: TypeError. */
bool mr_re_scan_open(MrThread *t, MrReScan *scan, MrPattern *p, MrValue string, MrValue pos, MrValue endpos) MR_MUST_CHECK;
/* Looks for the next match from scan->start with PCRE2's options; the spans are then in p->lib.get_ovector_pointer(p->data) until the next
 * search with the pattern. [script] MR_RE_FOUND, MR_RE_NONE, MR_RE_FAILED. */
int mr_re_search(MrThread *t, MrReScan *scan, uint32_t options);
/* The number that the last group to close has left as its mark, 0: none. */
uint32_t mr_re_mark(const MrPattern *p);
/* Forgets the spans. */
void mr_re_drop_data(MrPattern *p);
/* Moves the scan behind the match just found. */
void mr_re_scan_advance(MrReScan *scan);
/* An object for the match just found. */
MrValue mr_re_match_new(MrThread *t, const MrReScan *scan) MR_MUST_CHECK;
/* Part of a subject as an exact str or bytes. */
MrValue mr_re_slice(MrThread *t, MrValue subject, size_t start, size_t stop) MR_MUST_CHECK;

/* _re_compile.c: a pattern of a str or bytes-like object. [script] */
MrValue mr_re_compile(MrThread *t, MrValue pattern, unsigned flags) MR_MUST_CHECK;
/* The same for the phrases of a lexicon (a list of str or bytes): a group for each of them, which share the numbers of their own groups. [script] */
MrValue mr_re_compile_lexicon(MrThread *t, MrValue phrases, unsigned flags) MR_MUST_CHECK;
#define MR_RE_HEAP_MAX (1u << 20) /* KiB of memory for backtracking */
enum { MR_RE_COMPILED = UINT32_MAX };
/* _re_compile.c: other programs for the same pattern: with callouts, and one that is machine code. NULL: there can be none. */
pcre2_code *mr_re_compile_watched(MrPattern *p);
pcre2_code *mr_re_compile_machine_code(MrPattern *p);
/* A look-ahead for nothing and a group around it all hide the pattern's start from PCRE2, which may have wrong ideas about it. Machine code (of 10.42)
 * remembers too much of what failed there: (?:a|ab|)x*a misses "ab". Something that is repeated no times is still seen as the start: (\Aa){0}. */
#define MR_RE_NOTHING_AHEAD "(?=)(?:"
#define MR_RE_NOTHING_BEHIND ")"
/* Raises re.error(message, pattern, pos) for an error at a byte offset of the pattern, MR_RE_NO_PLACE for none; takes over the message. [script] */
MrValue mr_re_raise(MrThread *t, MrBuf *message, MrValue pattern, size_t offset);
/* Bytes of a str or bytes-like object; the latter is copied if it may change. *subject: what holds the bytes. [script] */
bool mr_re_text(MrThread *t, MrValue v, MrValue *subject, const char **bytes, size_t *n) MR_MUST_CHECK;

/* _re_replace.c: pattern.sub (a str or bytes) and subn (a tuple); match.expand. [script] */
MrValue mr_re_substitute(MrThread *t, MrPattern *p, MrValue replacement, MrValue string, MrValue count, bool with_count) MR_MUST_CHECK;
MrValue mr_re_expand(MrThread *t, MrMatch *m, MrValue text) MR_MUST_CHECK;

#endif
