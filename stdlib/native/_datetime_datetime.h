/* Methods of datetime that stand in a file of their own: _datetime_order.c. */
#ifndef MR_STDLIB_NATIVE_DATETIME_DATETIME_H
#define MR_STDLIB_NATIVE_DATETIME_DATETIME_H

#include "vm/vm.h"

MrValue mr_datetime_hash(MrThread *t, MrValue *a);
MrValue mr_datetime_plus(MrThread *t, MrValue *a);
MrValue mr_datetime_minus(MrThread *t, MrValue *a);
MrValue mr_datetime_rminus(MrThread *t, MrValue *a);
MrValue mr_datetime_lt(MrThread *t, MrValue *a);
MrValue mr_datetime_le(MrThread *t, MrValue *a);
MrValue mr_datetime_eq(MrThread *t, MrValue *a);
MrValue mr_datetime_ne(MrThread *t, MrValue *a);
MrValue mr_datetime_gt(MrThread *t, MrValue *a);
MrValue mr_datetime_ge(MrThread *t, MrValue *a);

#endif
