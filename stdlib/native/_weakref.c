/* _weakref: the weak references of the `weakref` module. The types are in vm/types/weakref.c. */
#include "vm/types/weakref.h"

static MrValue weakref_getweakrefcount(MrThread *t, MrValue *a)
{
    MrValue list = mr_weakref_list(t, a[0]);
    return list == MR_ERROR ? list : mr_small_int((int64_t)MR_LIST(list)->length);
}

static MrValue weakref_getweakrefs(MrThread *t, MrValue *a) { return mr_weakref_list(t, a[0]); }

static MrValue weakref_proxy(MrThread *t, MrValue *a) { return mr_weakproxy_new(t, a[0], a[1]); }

/* Removes dct[key] if that is a dead reference; silent otherwise. */
static MrValue weakref_remove_dead_weakref(MrThread *t, MrValue *a)
{
    if (!mr_is_dict(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "_remove_dead_weakref() argument 1 must be dict, not %s", mr_type_name(t, a[0]));
    MrValue ref = mr_dict_get(t, MR_DICT(a[0]), a[1]);
    if (ref == MR_ERROR)
        return ref;
    if (!mr_is_kind(ref, MR_KIND_WEAKREF) || ((MrWeakref *)mr_obj_of(ref))->target)
        return MR_NONE;
    return mr_dict_del(t, MR_DICT(a[0]), a[1]) < 0 ? MR_ERROR : MR_NONE;
}

static bool init(MrThread *t, MrModule *m)
{
    MrType *callable = mr_weakproxy_callable_type(t);
    return callable && mr_module_add(t, m, "ref", mr_type_val(t, MR_TYPE_weakref)) &&
           mr_module_add(t, m, "ReferenceType", mr_type_val(t, MR_TYPE_weakref)) && mr_module_add(t, m, "ProxyType", mr_type_val(t, MR_TYPE_weakproxy)) &&
           mr_module_add(t, m, "CallableProxyType", mr_val(callable));
}

static const MrMethodDef functions[] = {
    {"getweakrefcount(object, /)", weakref_getweakrefcount, "How many weak references and proxies of the object exist.", 0},
    {"getweakrefs(object, /)", weakref_getweakrefs, "The weak references and proxies of the object, as a list.", 0},
    {"proxy(object, callback=None, /)", weakref_proxy,
     "Something that behaves like object without keeping it alive; its use raises ReferenceError once object is gone.", 0},
    {"_remove_dead_weakref(dct, key, /)", weakref_remove_dead_weakref,
     "Delete key from dict if its value is a weak reference whose object is gone.", 0},
    {0}};

const MrModuleDef mr_module__weakref = {.name = "_weakref", .functions = functions, .init = init, .doc = "What the weakref module needs in C."};
