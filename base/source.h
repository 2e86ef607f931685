/* Source text in memory with its line table.
 *
 * The text is valid UTF-8, NUL terminated, without BOM and without inner NULs; newlines are normalised to \n (as
 * CPython does before it looks at a file), so byte offsets refer to this text and not to the file's bytes. */
#ifndef MR_BASE_SOURCE_H
#define MR_BASE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct MrDiag;

typedef struct MrSource {
    char *filename;
    char *text;        /* `length` bytes and a NUL */
    size_t length;
    uint32_t *lines;   /* byte offset of each line's start; line_count + 1 entries, the last one is `length` */
    int line_count;    /* at least 1; text after the last newline counts as a line when it is not empty */
    bool char_columns; /* parser and compiler errors count columns in characters; false (CPython does this for files
                          without a coding cookie) means in bytes */
    bool open_end;     /* a last line without a newline stays one: CPython ends it for modules, not for eval() and single statements */
    bool streamed;     /* the program itself, which CPython reads line by line: an error at the end of the text then has no column */
} MrSource;

/* Where text comes from. CPython reads a program line by line and looks at each; a module's bytes are looked at where
 * a token needs them; a str has no encoding, its cookie is ignored. The words of errors differ. */
typedef enum MrSourceOrigin { MR_SOURCE_PROGRAM, MR_SOURCE_STR, MR_SOURCE_BYTES } MrSourceOrigin;

/* Copies and checks text: BOM, PEP 263 cookie (utf-8, latin-1 and ascii are known), NUL bytes, UTF-8. False with the
 * error in `diag`; mr_source_fini() may be called on the source in either case. Needs length < 2 GiB. */
bool mr_source_init(MrSource *source, const char *filename, const char *bytes, size_t length, MrSourceOrigin origin,
                    struct MrDiag *diag);

enum { MR_SOURCE_COOKIE_MAX = 64 };

/* Does the cookie name an encoding in which mr_source_init() cannot read the text? Whoever has more codecs makes a str of it. */
bool mr_source_foreign(const char *bytes, size_t length, char cookie[MR_SOURCE_COOKIE_MAX]);

/* Frees what mr_source_init() allocated. */
void mr_source_fini(MrSource *source);

/* Text of line N (from 1) without its newline; NULL and 0 when there is no such line. */
const char *mr_source_line(const MrSource *source, int line, size_t *length);

/* Does a backslash at its end join that line to the next? (Not in a line with a '#'.) */
bool mr_source_joins(const MrSource *source, int line);

/* Line (from 1) that holds a byte offset. */
int mr_source_line_at(const MrSource *source, size_t offset);

#endif
