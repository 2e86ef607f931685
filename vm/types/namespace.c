/* types.SimpleNamespace: an object that is its attributes. */
#include "vm/attr.h"
#include "vm/error.h"
#include "vm/shape.h"

static MrValue namespace_new(MrThread *t, MrValue *a)
{
    MrObj *o = mr_alloc_instance(t, sizeof(MrInstance), MR_TYPE(a[0]));
    return o ? mr_val(o) : MR_ERROR;
}

enum { FEW = 16 };

static MrValue namespace_init(MrThread *t, MrValue *a)
{
    if (MR_TUPLE(a[1])->length)
        return mr_raise(t, MR_EXC_TypeError, "no positional arguments expected");
    if (a[2] == MR_UNBOUND)
        return MR_NONE;
    size_t pos = 0;
    MrValue key, value;
    if (MR_DICT(a[2])->length <= FEW) { /* attributes as assignments make them, not a dict: reading them is faster */
        while (mr_dict_next(MR_DICT(a[2]), &pos, &key, &value)) {
            MrStr *name = mr_is_str(key) ? mr_intern_str(t, MR_STR(key)) : NULL;
            if (!name || !mr_tail_set(t, mr_obj_of(a[0]), name, value))
                return MR_ERROR;
        }
        return MR_NONE;
    }
    MrDict *own = mr_instance_dict(t, a[0]);
    return own && mr_dict_update(t, own, a[2]) ? MR_NONE : MR_ERROR;
}

static bool write_attributes(MrThread *t, MrBuf *b, MrDict *d)
{
    size_t pos = 0;
    bool first = true;
    MrValue key, value;
    while (mr_dict_next(d, &pos, &key, &value)) {
        if (!mr_is_str(key) || !MR_STR(key)->nbytes)
            continue;
        mr_buf_write(b, ", ", first ? 0 : 2);
        first = false;
        mr_buf_write(b, MR_STR(key)->bytes, MR_STR(key)->nbytes);
        mr_buf_putc(b, '=');
        if (!mr_repr_to(t, b, value))
            return false;
    }
    return true;
}

static MrValue namespace_repr(MrThread *t, MrValue *a)
{
    bool exact = mr_typeof(t, a[0]) == mr_builtin_type(t, MR_TYPE_SimpleNamespace);
    const char *name = exact ? "namespace" : mr_type_name(t, a[0]);
    int entered = mr_repr_enter(t, a[0]);
    if (entered <= 0)
        return entered < 0 ? MR_ERROR : mr_strf(t, "%s(...)", name);
    MrBuf b;
    mr_buf_init(&b);
    mr_buf_printf(&b, "%s(", name);
    MrDict *d = mr_instance_dict(t, a[0]);
    bool ok = d && write_attributes(t, &b, d);
    mr_repr_leave(t, a[0]);
    if (!ok) {
        mr_buf_fini(&b);
        return MR_ERROR;
    }
    mr_buf_putc(&b, ')');
    return mr_str_buf(t, &b);
}

static MrValue compare(MrThread *t, MrCompare op, MrValue *a)
{
    if (!mr_isinstance_of(t, a[0], MR_TYPE_SimpleNamespace) || !mr_isinstance_of(t, a[1], MR_TYPE_SimpleNamespace))
        return MR_NOT_IMPLEMENTED;
    MrDict *x = mr_instance_dict(t, a[0]), *y = x ? mr_instance_dict(t, a[1]) : NULL;
    return y ? mr_compare(t, op, mr_val(x), mr_val(y)) : MR_ERROR;
}

static MrValue namespace_lt(MrThread *t, MrValue *a) { return compare(t, MR_CMP_LT, a); }
static MrValue namespace_le(MrThread *t, MrValue *a) { return compare(t, MR_CMP_LE, a); }
static MrValue namespace_gt(MrThread *t, MrValue *a) { return compare(t, MR_CMP_GT, a); }
static MrValue namespace_ge(MrThread *t, MrValue *a) { return compare(t, MR_CMP_GE, a); }
static MrValue namespace_eq(MrThread *t, MrValue *a) { return compare(t, MR_CMP_EQ, a); }
static MrValue namespace_ne(MrThread *t, MrValue *a) { return compare(t, MR_CMP_NE, a); }

static MrValue namespace_reduce(MrThread *t, MrValue *a)
{
    MrDict *d = mr_instance_dict(t, a[0]);
    if (!d)
        return MR_ERROR;
    MrValue out[3] = {mr_val(mr_typeof(t, a[0])), t->iso->empty_tuple, mr_val(d)};
    return mr_tuple_from(t, out, 3);
}

static MrValue get_dict(MrThread *t, MrValue self)
{
    MrDict *d = mr_instance_dict(t, self);
    return d ? mr_val(d) : MR_ERROR;
}

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", namespace_new, "Make the object that __init__ then sets up.", MR_METHOD_STATIC},
    {"__init__(self, /, *args, **kwargs)", namespace_init, "Set up a new object from the arguments.", 0},
    {"__repr__(self, /)", namespace_repr, "The text that repr(self) gives.", 0},
    {"__lt__(self, value, /)", namespace_lt, "Whether self < value.", 0},
    {"__le__(self, value, /)", namespace_le, "Whether self <= value.", 0},
    {"__gt__(self, value, /)", namespace_gt, "Whether self > value.", 0},
    {"__ge__(self, value, /)", namespace_ge, "Whether self >= value.", 0},
    {"__eq__(self, value, /)", namespace_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", namespace_ne, "Whether self != value.", 0},
    {"__reduce__(self, /)", namespace_reduce, "What pickle needs to make an equal one.", 0},
    {0}};
static const MrGetSetDef getset[] = {{"__dict__", get_dict, mr_set_readonly, "the attributes"}, {0}};
const MrTypeDef mr_SimpleNamespace_type = {.name = "types.SimpleNamespace", .kind = MR_KIND_INSTANCE, .size = sizeof(MrInstance),
                                           .flags = MR_TYPEDEF_DICT | MR_TYPEDEF_ABSTRACT_HASH, .methods = methods, .getset = getset,
                                           .doc = "Attributes given as keyword arguments, with a readable repr; nothing more."};
