/* What the files of _csv share: a dialect with its characters sorted out for the scanners.
 *
 * A dialect is checked once, when it is made, and does not change. `special` tells for each byte of UTF-8 text whether a scan has to stop there; where a
 * character of the dialect is not ASCII, it does so at every byte that begins one which is not.
 */
#ifndef MR_STDLIB_NATIVE_CSV_H
#define MR_STDLIB_NATIVE_CSV_H

#include "stdlib/native/instance.h"

enum { MR_CSV_MINIMAL, MR_CSV_ALL, MR_CSV_NONNUMERIC, MR_CSV_NONE, MR_CSV_STRINGS, MR_CSV_NOTNULL };
#define MR_CSV_NO_CHAR UINT32_MAX /* an option that is None */

/* What ends a run: of an unquoted field, of a quoted one, of text that is written as it is; and what an unquoted field cannot begin with. */
enum { MR_CSV_ENDS_BARE = 1, MR_CSV_ENDS_QUOTED = 2, MR_CSV_ENDS_WRITTEN = 4, MR_CSV_NOT_FIRST = 8 };

typedef struct MrCsvDialect {
    MrObj h;
    uint32_t delimiter, quotechar, escapechar;
    int quoting;
    bool doublequote, skipinitialspace, strict;
    MrValue lineterminator; /* str */
    uint8_t special[256];
} MrCsvDialect;
#define MR_CSV_DIALECT(v) ((MrCsvDialect *)mr_obj_of(v))

extern const MrTypeDef mr_csv_dialect_def, mr_csv_reader_def, mr_csv_writer_def;

/* Dialect(dialect, **options) for what reader(), writer() and register_dialect() are given: a dialect, a name, any object with attributes; MR_UNBOUND: none.
 * kwargs: a dict or MR_UNBOUND. [script] */
MrValue mr_csv_dialect_of(MrThread *t, MrValue dialect, MrValue kwargs) MR_MUST_CHECK;

/* Raises _csv.Error. Returns MR_ERROR. [script] */
#define mr_csv_raise(t, ...) mr_raise_from(t, "_csv", "Error", __VA_ARGS__)

/* The greatest size of a field that a reader accepts. */
int64_t mr_csv_field_limit(const MrThread *t);

MrValue mr_csv_reader_new(MrThread *t, MrValue lines, MrValue dialect, MrValue kwargs) MR_MUST_CHECK; /* [script] */
MrValue mr_csv_writer_new(MrThread *t, MrValue file, MrValue dialect, MrValue kwargs) MR_MUST_CHECK;  /* [script] */

#endif
