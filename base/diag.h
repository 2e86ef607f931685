/* Diagnostics of the front end: one error with its place, and a list of warnings.
 *
 * The first error set wins; later ones are ignored, so that a caller may unwind through code that also reports.
 * Lines are 1-based. Columns are 0-based byte offsets in the line; MR_DIAG_NO_COL says that there is none,
 * MR_DIAG_LINE_END that the error is behind all text of the line, where no caret is shown.
 * The text follows CPython 3.12's. Printing needs the source for the line's text and for character columns.
 * Tracebacks of running code are not here (vm/traceback). */
#ifndef MR_BASE_DIAG_H
#define MR_BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include "base/buf.h"
#include "base/source.h"

typedef enum MrDiagKind {
    MR_DIAG_NONE,
    MR_DIAG_SYNTAX_ERROR,
    MR_DIAG_INDENTATION_ERROR,
    MR_DIAG_TAB_ERROR,
    MR_DIAG_RECURSION_ERROR, /* no place: "too many nested ..." of the parser or compiler */
    MR_DIAG_MEMORY_ERROR,    /* no place */
    MR_DIAG_OVERFLOW_ERROR,  /* no place */
    MR_DIAG_VALUE_ERROR,     /* no place */
} MrDiagKind;

enum { MR_DIAG_NO_COL = -1, MR_DIAG_LINE_END = -2 };

/* A span of source. end_line 0 means that there is only a start. */
typedef struct MrSpan {
    int line, col;
    int end_line, end_col;
} MrSpan;

/* What a SyntaxWarning is about: the token that is being read, the text of a literal, or, in the compiler, what a tree means. */
/* MR_WARN_FOLDED: a DeprecationWarning of an operation done while compiling; its place is the call that compiles. */
typedef enum MrWarningKind { MR_WARN_TOKEN, MR_WARN_TEXT, MR_WARN_MEANING, MR_WARN_FOLDED } MrWarningKind;

#define MR_TEXT_BOOL_INVERTED \
    "Bitwise inversion '~' on bool is deprecated. This returns the bitwise inversion of the underlying int object and is usually not what you " \
    "expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the " \
    "underlying int."

typedef struct MrWarning {
    struct MrWarning *next;
    MrWarningKind kind;
    MrSpan span;
    char message[];
} MrWarning;

typedef struct MrDiag {
    MrDiagKind kind; /* MR_DIAG_NONE: no error */
    int line, col;   /* line 0: no place at all */
    int end_line, end_col;
    const char *message; /* NULL while there is no error */
    bool at_source;      /* the error came while loading the text: there is no line to show */
    bool unplaced;       /* no line at all, but the file is known: CPython says line 0 */
    bool passed;         /* the lexer was in a later line already when the parser found the error */
    int first_line;      /* strings and joined lines lead from this line to the error's: the text begins there; or 0 */
    bool char_columns;   /* the offset is in characters whatever the source says; the lexer sets it on its errors */
    bool byte_columns;   /* but for this one the offset stays in bytes: the range of leading zeros */
    bool joined_columns; /* the column is shown counted from the start of first_line, as CPython does for what follows a backslash */
    bool parsed;         /* the syntax is right, the error is about its meaning: CPython looks for the line in the file, not in the text */
    MrWarning *warnings, **warnings_tail;
    bool scoping;        /* found while names were sorted into scopes: CPython's exception then has the place in its attributes, not in its arguments */
    char *owned;         /* storage of `message`, NULL if it is a literal */
} MrDiag;

/* Makes an empty diagnostic. */
void mr_diag_init(MrDiag *diag);

/* Frees message and warnings; the diagnostic is empty and usable afterwards. */
void mr_diag_fini(MrDiag *diag);

/* Forgets the warnings of what begins behind this place. */
void mr_diag_drop_warnings(MrDiag *diag, int line, int col);

/* Forgets warnings about a place of which there was one already: literals are read again in search of an error. */
void mr_diag_drop_repeated(MrDiag *diag);

/* The end of the warnings now, and back to it: what a parser that backtracks has heard is forgotten. */
static inline MrWarning **mr_diag_mark(MrDiag *diag) { return diag->warnings ? diag->warnings_tail : &diag->warnings; }
void mr_diag_drop_since(MrDiag *diag, MrWarning **mark);

/* Forgets the error (the warnings stay), for a parser that backtracks. */
void mr_diag_clear_error(MrDiag *diag);

static inline bool mr_diag_failed(const MrDiag *diag) { return diag->kind != MR_DIAG_NONE; }

/* Sets the error unless one is set already. Always returns false, for `return mr_diag_set(...)`. */
bool mr_diag_set(MrDiag *diag, MrDiagKind kind, MrSpan span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
bool mr_diag_vset(MrDiag *diag, MrDiagKind kind, MrSpan span, const char *format, va_list arguments)
    __attribute__((format(printf, 4, 0)));

/* Sets a MemoryError unless an error is set already. Always returns false. Allocates nothing. */
bool mr_diag_set_memory(MrDiag *diag);

/* Copies the error of `from`, when it has one, over whatever `to` holds. Warnings stay where they are. */
void mr_diag_copy_error(MrDiag *to, const MrDiag *from);

/* Appends a warning; dropped silently when memory is out. */
void mr_diag_warn(MrDiag *diag, MrWarningKind kind, MrSpan span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Moves the warnings of `from` in among those of `to`; both are in order of place, and so is the result. */
void mr_diag_merge_warnings(MrDiag *to, MrDiag *from);

/* SyntaxError's attributes as CPython computes them: offset and end_offset from 1, 0 where absent. */
typedef struct MrDiagPlace {
    int line, offset, end_line, end_offset;
    const char *text; /* the source line without its newline, NULL when there is none; points into the source */
    size_t text_length;
} MrDiagPlace;
MrDiagPlace mr_diag_place(const MrSource *source, const MrDiag *diag);

/* Makes the text begin with the lines that a string or backslashes join to the error's: CPython's tokenizer still has them all when it reads
 * from memory. */
void mr_diag_join_lines(const MrSource *source, const MrDiag *diag, MrDiagPlace *place);

/* Appends `  File "x.py", line 3 / source line / carets / SyntaxError: message`, as CPython's traceback prints it.
 * `source` may be NULL: then only the last line. */
void mr_diag_print(MrBuf *out, const MrSource *source, const MrDiag *diag);

#endif
