/* Instances of native modules' types. See instance.h. */
#include "stdlib/native/instance.h"

void *mr_def_new(MrThread *t, const MrTypeDef *def, MrValue cls)
{
    MrType *base = mr_type_from_def(t, def);
    if (!base)
        return NULL;
    const char *name = def->name;
    if (!mr_is_type(cls)) {
        (void)mr_raise(t, MR_EXC_TypeError, "%s.__new__(X): X is not a type object (%s)", name, mr_type_name(t, cls));
        return NULL;
    }
    if (mr_type_is_subtype(MR_TYPE(cls), base))
        return mr_alloc_instance(t, def->size, MR_TYPE(cls));
    const char *given = MR_TYPE(cls)->name->bytes;
    (void)mr_raise(t, MR_EXC_TypeError, "%s.__new__(%s): %s is not a subtype of %s", name, given, given, name);
    return NULL;
}

void *mr_def_alloc(MrThread *t, const MrTypeDef *def)
{
    MrType *type = mr_type_from_def(t, def);
    return type ? mr_alloc_instance(t, def->size, type) : NULL;
}

bool mr_def_is(MrThread *t, const MrTypeDef *def, MrValue v)
{
    MrType *type = mr_is_obj(v) ? mr_type_from_def(t, def) : NULL;
    return type && mr_type_is_subtype(mr_typeof(t, v), type);
}
