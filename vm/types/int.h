/* What int.c gives to the other number types. The conversions everyone uses are in vm/vm.h. */
#ifndef MR_VM_TYPES_INT_H
#define MR_VM_TYPES_INT_H

#include "vm/vm.h"

/* int.__new__(cls, x, /, base). */
MrValue mr_int_new(MrThread *t, MrValue *a);

/* int(s) where s is nothing but a few digits, perhaps behind a minus sign; false: it is something else. */
bool mr_int_of_digits(MrThread *t, const MrStr *s, MrValue *out);

/* The text of a number as bytes: other scripts' decimal digits and blanks become ASCII ones, what is neither becomes '?'. NULL: out of
 * memory. Valid while the str (or a C local holding the pointer) lives. */
const char *mr_number_text(MrThread *t, MrStr *s, size_t *n);

/* Checks that cls, the first argument of base.__new__, is base or a subclass of it; false with a TypeError. */
bool mr_check_new(MrThread *t, MrValue cls, MrTypeId base) MR_MUST_CHECK;

#endif
