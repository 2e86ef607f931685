/* _abc: what the abc module needs from the VM: patterns ask a class itself whether it is a sequence or a mapping, so registering a virtual
 * subclass has to mark it. */
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

static const MrMethodDef functions[] = {
    {"inherit_pattern_flags(subclass, cls, /)", inherit_pattern_flags, "Make subclass match sequence or mapping patterns if cls does.", 0},
    {"set_pattern_flags(cls, bits, /)", set_pattern_flags, "Make cls match sequence (1 << 5) or mapping (1 << 6) patterns.", 0},
    {0}};

const MrModuleDef mr_module__abc = {.name = "_abc", .functions = functions, .doc = "Internals of abc."};
