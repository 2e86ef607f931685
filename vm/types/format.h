/* The format mini-language (format(), f-strings, str.format) for the builtin types, and float to text for %-formatting.
 *
 * Each mr_format_x function takes the value and a spec (a str object, "" means str(value)), follows CPython's `Format Specification
 * Mini-Language`, and returns a str or raises ValueError / OverflowError with CPython's text. None of them runs script, except that an empty
 * spec on an instance of a subclass is str(value). */
#ifndef MR_VM_TYPES_FORMAT_H
#define MR_VM_TYPES_FORMAT_H

#include "vm/vm.h"

/* format(value, spec) of a str, an int (bool included), a double, a complex; subclass instances are taken by their value. */
MrValue mr_format_str(MrThread *t, MrValue str, MrStr *spec) MR_MUST_CHECK;
MrValue mr_format_int(MrThread *t, MrValue value, MrStr *spec) MR_MUST_CHECK;
MrValue mr_format_float(MrThread *t, double value, MrStr *spec) MR_MUST_CHECK;
MrValue mr_format_complex(MrThread *t, MrValue value, MrStr *spec) MR_MUST_CHECK;

enum {
    MR_FORMAT_ALTERNATE = 1, /* '#': keep the point and, for 'g', trailing zeros */
    MR_FORMAT_ADD_DOT_0 = 2, /* "1.0" rather than "1" (for 'r' and 'g') */
    MR_FORMAT_NO_NEG_0 = 4   /* a result that is rounded to zero has no sign */
};

/* Appends a double: type one of e E f F g G or r (repr; precision unused). A '-' sign is written, a '+' never. False: out of memory. */
bool mr_format_double_to(MrBuf *buf, double d, char type, int precision, unsigned flags);

/* The spec argument of a __format__ method as a str, or NULL with TypeError "__format__() argument must be str, not x". */
MrStr *mr_format_spec(MrThread *t, MrValue spec) MR_MUST_CHECK;

#endif
