/* bool: two constants that are ints. Arithmetic is int's; the bit operators of two bools give a bool. */
#include "base/diag.h"
#include "vm/types/int.h"
#include "vm/types/number.h"

static MrValue bool_new(MrThread *t, MrValue *a)
{
    int truth;
    if (!mr_check_new(t, a[0], MR_TYPE_bool))
        return MR_ERROR;
    truth = a[1] == MR_UNBOUND ? 0 : mr_truth(t, a[1]);
    return truth < 0 ? MR_ERROR : mr_bool(truth);
}

static MrValue bool_repr(MrThread *t, MrValue *a) { return mr_val(mr_intern(t, a[0] == MR_TRUE ? "True" : "False", a[0] == MR_TRUE ? 4 : 5)); }

static MrValue bool_invert(MrThread *t, MrValue *a)
{
    if (!mr_warn(t, MR_EXC_DeprecationWarning, MR_TEXT_BOOL_INVERTED))
        return MR_ERROR;
    return mr_small_int(a[0] == MR_TRUE ? -2 : -1);
}

#define BINARY(name, op)                                                                         \
    static MrValue bool_##name(MrThread *t, MrValue *a)                                          \
    {                                                                                            \
        return mr_is_integer(a[1]) ? mr_number_binop(t, op, a[0], a[1]) : MR_NOT_IMPLEMENTED;    \
    }
BINARY(and, MR_BIN_AND)
BINARY(or, MR_BIN_OR)
BINARY(xor, MR_BIN_XOR)
#undef BINARY

static const MrMethodDef methods[] = {
    {"__new__(cls, object=False, /)", bool_new, "Create the bool of an object's truth.", MR_METHOD_STATIC},
    {"__repr__(self, /)", bool_repr, NULL, 0},
    {"__invert__(self, /)", bool_invert, NULL, 0},
    {"__and__(self, value, /)", bool_and, NULL, 0},
    {"__rand__(self, value, /)", bool_and, NULL, 0},
    {"__xor__(self, value, /)", bool_xor, NULL, 0},
    {"__rxor__(self, value, /)", bool_xor, NULL, 0},
    {"__or__(self, value, /)", bool_or, NULL, 0},
    {"__ror__(self, value, /)", bool_or, NULL, 0},
    {0},
};

const MrTypeDef mr_bool_type = {
    .name = "bool",
    .base = MR_TYPE_int,
    .kind = MR_KIND_BOOL,
    .flags = MR_TYPEDEF_FINAL,
    .methods = methods,
    .doc = "Whether something is true: bool(x) is True or False. An int with two values, which cannot be subclassed.",
};
