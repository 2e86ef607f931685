/* What the methods of str, bytes and bytearray share: searching memory, and arguments that are positions.
 *
 * Searching works on bytes; valid UTF-8 may be searched bytewise because no character's encoding occurs inside another's. Nothing here
 * knows a string object.
 */
#ifndef MR_TYPES_TEXT_H
#define MR_TYPES_TEXT_H

#include "vm/vm.h"

/* Declares natives by name: `MrNativeDecl str_lower, str_upper;`. */
typedef MrValue MrNativeDecl(MrThread *t, MrValue *a);

/* Offset of the first / last occurrence, or -1. An empty needle is found at the start / the end. */
ptrdiff_t mr_mem_find(const char *hay, size_t n, const char *needle, size_t m);
ptrdiff_t mr_mem_rfind(const char *hay, size_t n, const char *needle, size_t m);

/* Occurrences that do not overlap, at most `max`. The needle is not empty. */
size_t mr_mem_count(const char *hay, size_t n, const char *needle, size_t m, size_t max);

/* The window [*start, *stop) that optional start and end arguments (MR_UNBOUND and MR_NONE count as missing) select in `length` items,
 * negative ones counted from the end. *start may exceed *stop. [script] false: TypeError pending. */
bool mr_arg_window(MrThread *t, MrValue from, MrValue to, size_t length, size_t *start, size_t *stop) MR_MUST_CHECK;

/* Does the class of v support operator.index()? */
bool mr_has_index(MrThread *t, MrValue v);

/* Is v of a class written in Python with an __radd__, to which a concatenation that cannot be done is left? */
bool mr_has_reflected_add(MrThread *t, MrValue v);

/* A subscript that has_index: IndexError if it does not fit, or is outside of `length` (then "<what> index out of range",
 * or nothing is raised where `what` is NULL).
 * Negative ones are counted from the end. The length is read after the script has run. [script] */
bool mr_arg_subscript(MrThread *t, MrValue key, const size_t *length, const char *what, size_t *index) MR_MUST_CHECK;

/* An optional count or width argument; `*out` keeps its value when v is MR_UNBOUND. [script] */

/* A str argument or the TypeError "<function>() argument <which> must be str, not x"; `which` like "1" or "'encoding'" or "". */
bool mr_arg_str(MrThread *t, MrValue v, const char *function, const char *which) MR_MUST_CHECK;

/* The same for a str that C code reads as a C string: ValueError if it has a NUL. */
bool mr_arg_name(MrThread *t, MrValue v, const char *function, const char *which) MR_MUST_CHECK;

/* mr_mem_find (`last`: mr_mem_rfind), mr_mem_count and mr_utf8_validate for texts of any length. False: the script has to stop. */
bool mr_mem_find_long(MrThread *t, const char *hay, size_t n, const char *needle, size_t m, bool last, ptrdiff_t *at) MR_MUST_CHECK;
bool mr_text_validate_long(MrThread *t, const char *bytes, size_t n, bool surrogates, size_t *good) MR_MUST_CHECK;
bool mr_mem_count_long(MrThread *t, const char *hay, size_t n, const char *needle, size_t m, size_t max, size_t *count) MR_MUST_CHECK;
/* Fills p[0..total) with copies of its first n bytes. False: the script has to stop. */
bool mr_bytes_double(MrThread *t, char *p, size_t n, size_t total) MR_MUST_CHECK;

/* Name of v's type for messages about arguments: "None" for None. */
const char *mr_arg_type_name(MrThread *t, MrValue v);

/* An optional argument that is a C int: *out stays as it is where there is none. [script] */
bool mr_arg_int(MrThread *t, MrValue v, int64_t *out) MR_MUST_CHECK;

#endif
