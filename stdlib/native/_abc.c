/* _abc: what the abc module needs from the VM. Patterns ask a class itself whether it is a sequence or a mapping, so registering a virtual
 * subclass has to mark it. And answers given are found again without a search through weak references: by the versions of both classes, numbers
 * that are never used twice. */
#include "vm/attr.h"
#include "vm/isolate.h"
#include "vm/type.h"
#include "vm/types/bigint.h"

static const uint32_t both = MR_TYPE_SEQ | MR_TYPE_MAP;

/* A class that has an answer of its own keeps it, as do those below it. Builtin types are what they are: a str is no sequence to a pattern. */
static void mark(MrType *type, uint32_t flags)
{
    if (type->flags & (both | MR_TYPE_IMMUTABLE))
        return;
    type->flags |= flags;
    if (type->subclasses == MR_UNBOUND)
        return;
    MrList *subs = MR_LIST(type->subclasses);
    for (size_t i = 0; i < subs->length; i++)
        mark(MR_TYPE(subs->items[i]), flags);
}

static MrValue inherit_pattern_flags(MrThread *t, MrValue *a)
{
    if (!mr_is_type(a[0]) || !mr_is_type(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "two classes are needed");
    mark(MR_TYPE(a[0]), MR_TYPE(a[1])->flags & both);
    return MR_NONE;
}

static MrValue set_pattern_flags(MrThread *t, MrValue *a)
{
    int64_t bits;
    if (!mr_is_type(a[0]) || !(MR_TYPE(a[0])->flags & MR_TYPE_HEAP))
        return mr_raise(t, MR_EXC_TypeError, "a class is needed");
    if (!mr_is_int(a[1]) || !mr_int_as_i64(a[1], &bits))
        return MR_NONE;
    MrType *type = MR_TYPE(a[0]);
    uint32_t flags = bits == 1 << 5 ? MR_TYPE_SEQ : bits == 1 << 6 ? MR_TYPE_MAP : 0;
    if (flags)
        type->flags = (type->flags & ~both) | flags;
    return MR_NONE;
}

static MrAbcAnswer *place(MrThread *t, const MrType *abc, const MrType *cls)
{
    return &t->iso->abc_answers[(abc->version * 31 + cls->version) % MR_ABC_ANSWERS];
}

static MrValue answer_of(MrThread *t, const MrType *abc, const MrType *cls)
{
    const MrAbcAnswer *a = place(t, abc, cls);
    return a->abc == abc->version && a->cls == cls->version ? mr_bool(a->yes) : MR_NONE;
}

static MrValue known(MrThread *t, MrValue *a)
{
    return mr_is_type(a[0]) && mr_is_type(a[1]) ? answer_of(t, MR_TYPE(a[0]), MR_TYPE(a[1])) : MR_NONE;
}

/* Only of an instance whose __class__ is its class. */
static MrValue known_of(MrThread *t, MrValue *a)
{
    MrType *type = mr_class_of(t, a[1]);
    if (!mr_is_type(a[0]) || (!(type->flags & MR_TYPE_READY) && !mr_type_ready(t, type)))
        return mr_pending(t) ? MR_ERROR : MR_NONE;
    if (type->flags & MR_TYPE_CUSTOM_GETATTR || mr_type_lookup(t, type, mr_n(t, __class__)) != mr_type_lookup(t, t->iso->types[MR_TYPE_object], mr_n(t, __class__)))
        return MR_NONE;
    return answer_of(t, MR_TYPE(a[0]), type);
}

static MrValue remember(MrThread *t, MrValue *a)
{
    if (mr_is_type(a[0]) && mr_is_type(a[1]))
        *place(t, MR_TYPE(a[0]), MR_TYPE(a[1])) = (MrAbcAnswer){MR_TYPE(a[0])->version, MR_TYPE(a[1])->version, a[2] == MR_TRUE};
    return MR_NONE;
}

static MrValue forget(MrThread *t, MrValue *a)
{
    (void)a;
    memset(t->iso->abc_answers, 0, sizeof t->iso->abc_answers);
    return MR_NONE;
}

static const MrMethodDef functions[] = {
    {"known(cls, subclass, /)", known, "The answer of cls about subclass that is remembered, or None.", 0},
    {"known_of(cls, instance, /)", known_of, "The answer of cls about the class of instance that is remembered, or None.", 0},
    {"remember(cls, subclass, answer, /)", remember, "Keep an answer for known() and known_of().", 0},
    {"forget()", forget, "Remember no answers.", 0},
    {"inherit_pattern_flags(subclass, cls, /)", inherit_pattern_flags, "Make subclass match sequence or mapping patterns if cls does.", 0},
    {"set_pattern_flags(cls, bits, /)", set_pattern_flags, "Make cls match sequence (1 << 5) or mapping (1 << 6) patterns.", 0},
    {0}};

const MrModuleDef mr_module__abc = {.name = "_abc", .functions = functions, .doc = "Internals of abc."};
