/* The replacement-field syntax of str.format: splitting a format string into literals and fields, and a field's name into look-ups.
 *
 * Shared by str.format and the _string module. All texts point into the format string.
 */
#ifndef MR_TYPES_STR_FORMAT_H
#define MR_TYPES_STR_FORMAT_H

#include "vm/vm.h"

typedef struct MrSpan {
    const char *at, *end;
} MrSpan;

/* One step: a literal, then perhaps a field. */
typedef struct MrMarkup {
    MrSpan literal;
    bool has_field, spec_has_fields;
    MrSpan name, spec;
    uint32_t conversion; /* 0: none */
} MrMarkup;

/* Takes the next literal and field off `rest`: 1, 0 at the end, -1 with ValueError pending. */
int mr_markup_next(MrThread *t, MrSpan *rest, MrMarkup *out);

/* The part of a field's name before the first '.' or '['; `name` is left at what follows. *index is its number, -1 if it is none.
 * false: ValueError pending. */
bool mr_field_first(MrThread *t, MrSpan *name, MrSpan *first, int64_t *index);

/* Takes ".attr" or "[item]" off `rest`: 1, 0 at the end, -1 with ValueError pending. *index as above, for items. */
int mr_field_next(MrThread *t, MrSpan *rest, bool *is_attr, MrSpan *text, int64_t *index);

#endif
