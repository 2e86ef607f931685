/* Instances of native modules' types. See instance.h. */
#include "stdlib/native/instance.h"

#include <stdarg.h>

bool mr_def_accepts(MrThread *t, const MrTypeDef *def, MrValue cls)
{
    MrType *base = mr_type_from_def(t, def);
    if (!base)
        return false;
    const char *name = def->name;
    if (!mr_is_type(cls)) {
        (void)mr_raise(t, MR_EXC_TypeError, "%s.__new__(X): X is not a type object (%s)", name, mr_type_name(t, cls));
        return false;
    }
    const MrType *type = MR_TYPE(cls);
    if (!mr_type_is_subtype(type, base)) {
        const char *given = type->name->bytes;
        (void)mr_raise(t, MR_EXC_TypeError, "%s.__new__(%s): %s is not a subtype of %s", name, given, given, name);
        return false;
    }
    if (type->def == def)
        return true;
    (void)mr_raise(t, MR_EXC_TypeError, "%s.__new__(%s) is not safe, use %s.__new__()", name, mr_class_name(type), type->def->name);
    return false;
}

void *mr_def_new(MrThread *t, const MrTypeDef *def, MrValue cls)
{
    return mr_def_accepts(t, def, cls) ? mr_alloc_instance(t, def->size, MR_TYPE(cls)) : NULL;
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

bool mr_module_add_exception(MrThread *t, MrModule *m, const char *module, const char *name, MrTypeId base)
{
    MrDict *body = mr_dict_new(t);
    MrValue base_type = mr_type_val(t, base), text = mr_str_c(t, name), home = mr_str_c(t, module);
    MrValue bases = mr_tuple_from(t, &base_type, 1);
    if (!body || text == MR_ERROR || home == MR_ERROR || bases == MR_ERROR || !mr_dict_set_c(t, body, "__module__", home))
        return false;
    MrValue type = mr_call3(t, mr_type_val(t, MR_TYPE_type), text, bases, mr_val(body));
    return type != MR_ERROR && mr_module_add(t, m, name, type);
}

MrValue mr_raise_from(MrThread *t, const char *module, const char *name, const char *fmt, ...)
{
    va_list args;
    MrBuf buf = MR_BUF_EMPTY;
    va_start(args, fmt);
    mr_buf_vprintf(&buf, fmt, args);
    va_end(args);
    MrValue text = mr_str_buf(t, &buf), home = text == MR_ERROR ? MR_ERROR : mr_import(t, module);
    MrValue type = home == MR_ERROR ? MR_ERROR : mr_getattr_c(t, home, name);
    MrValue error = type == MR_ERROR ? MR_ERROR : mr_call1(t, type, text);
    return error == MR_ERROR ? MR_ERROR : mr_raise_value(t, error);
}
