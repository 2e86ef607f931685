/* _abc: what the abc module needs from the VM: patterns ask a class itself whether it is a sequence or a mapping, so registering a virtual
 * subclass has to mark it. */
#include "vm/type.h"

static void mark(MrType *type, uint32_t flags)
{
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
    mark(MR_TYPE(a[0]), MR_TYPE(a[1])->flags & (MR_TYPE_SEQ | MR_TYPE_MAP));
    return MR_NONE;
}

static const MrMethodDef functions[] = {
    {"inherit_pattern_flags(subclass, cls, /)", inherit_pattern_flags, "Make subclass match sequence or mapping patterns if cls does.", 0}, {0}};

const MrModuleDef mr_module__abc = {.name = "_abc", .functions = functions, .doc = "Internals of abc."};
