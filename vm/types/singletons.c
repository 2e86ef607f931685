/* The types of None, NotImplemented and Ellipsis: constants, never heap objects. Calling the type gives the one value back. */
#include "vm/vm.h"
#include "vm/isolate.h"

static bool takes_nothing(MrThread *t, MrValue *a, const char *name)
{
    if (!MR_TUPLE(a[1])->length && (a[2] == MR_UNBOUND || !MR_DICT(a[2])->length))
        return true;
    mr_raise(t, MR_EXC_TypeError, "%s takes no arguments", name);
    return false;
}

static MrValue none_new(MrThread *t, MrValue *a) { return takes_nothing(t, a, "NoneType") ? MR_NONE : MR_ERROR; }
static MrValue none_repr(MrThread *t, MrValue *a) { (void)a; return mr_str_c(t, "None"); }
static MrValue none_bool(MrThread *t, MrValue *a) { (void)t; (void)a; return MR_FALSE; }
static MrValue none_hash(MrThread *t, MrValue *a) { (void)t; (void)a; return mr_small_int(0xFCA86420); }

static MrValue notimplemented_new(MrThread *t, MrValue *a) { return takes_nothing(t, a, "NotImplementedType") ? MR_NOT_IMPLEMENTED : MR_ERROR; }
static MrValue notimplemented_repr(MrThread *t, MrValue *a) { (void)a; return mr_str_c(t, "NotImplemented"); }
static MrValue notimplemented_bool(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_warn(t, MR_EXC_DeprecationWarning, "NotImplemented should not be used in a boolean context") ? MR_TRUE : MR_ERROR;
}

static MrValue ellipsis_new(MrThread *t, MrValue *a) { return takes_nothing(t, a, "EllipsisType") ? MR_ELLIPSIS : MR_ERROR; }
static MrValue ellipsis_repr(MrThread *t, MrValue *a) { (void)a; return mr_str_c(t, "Ellipsis"); }

static const MrMethodDef none_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", none_new, "Make the object that __init__ then sets up.", MR_METHOD_STATIC},
    {"__repr__(self, /)", none_repr, "The text that repr(self) gives.", 0}, {"__bool__(self, /)", none_bool, "The truth value of self.", 0},
    {"__hash__(self, /)", none_hash, "The number that hash(self) gives.", 0}, {0}};
const MrTypeDef mr_NoneType_type = {.name = "NoneType", .kind = MR_KIND_NONE, .size = sizeof(MrObj), .flags = MR_TYPEDEF_FINAL, .methods = none_methods};

static const MrMethodDef notimplemented_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", notimplemented_new, "Make the object that __init__ then sets up.", MR_METHOD_STATIC},
    {"__repr__(self, /)", notimplemented_repr,
     "The text that repr(self) gives.", 0}, {"__bool__(self, /)", notimplemented_bool, "The truth value of self.", 0},
    {"__reduce__(self, /)", notimplemented_repr, "What pickle needs to make an equal one.", 0}, {0}};
const MrTypeDef mr_NotImplementedType_type = {.name = "NotImplementedType", .kind = MR_KIND_NOTIMPL, .size = sizeof(MrObj), .flags = MR_TYPEDEF_FINAL,
                                              .methods = notimplemented_methods};

static const MrMethodDef ellipsis_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", ellipsis_new, "Make the object that __init__ then sets up.", MR_METHOD_STATIC},
    {"__repr__(self, /)", ellipsis_repr, "The text that repr(self) gives.", 0},
    {"__reduce__(self, /)", ellipsis_repr, "What pickle needs to make an equal one.", 0},
    {0},
};
const MrTypeDef mr_ellipsis_type = {.name = "ellipsis", .kind = MR_KIND_ELLIPSIS, .size = sizeof(MrObj), .flags = MR_TYPEDEF_FINAL, .methods = ellipsis_methods};
