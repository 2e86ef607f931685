/* Arithmetic on plain C numbers that the number types and the math modules share. See number.c. */
#ifndef MR_VM_TYPES_NUMBER_H
#define MR_VM_TYPES_NUMBER_H

#include "vm/vm.h"

typedef struct MrCpx { double re, im; } MrCpx;

/* divmod() of any two numbers: a pair, MR_NOT_IMPLEMENTED or MR_ERROR. */
MrValue mr_number_divmod(MrThread *t, MrValue a, MrValue b);

/* False: b is zero. */
bool mr_cpx_div(MrCpx a, MrCpx b, MrCpx *result);

uint64_t mr_double_hash(double d);

/* The double of an int value; false with OverflowError "int too large to convert to float". */
bool mr_int_to_double(MrThread *t, MrValue v, double *out) MR_MUST_CHECK;

/* The real parts of a float, complex, int value (no script is run); false for other types. im may be NULL (then complex is refused). */
bool mr_number_parts(MrValue v, double *re, double *im);

/* The value of any number, through __complex__, __float__ or __index__. [script] TypeError "must be real number, not x". */
bool mr_to_complex(MrThread *t, MrValue v, MrCpx *out) MR_MUST_CHECK;

#endif
