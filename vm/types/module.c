/* module: the type of modules, native and written in Python. Importing, and what fills them, is in vm/import.c; the missing-attribute hook
 * (a module's __getattr__) is in vm/attr.c.
 */
#include "vm/attr.h"
#include "vm/error.h"
#include "vm/shape.h"

#define MODULE(v) ((MrModule *)mr_obj_of(v))

static MrValue module_new(MrThread *t, MrValue *a)
{
    MrModule *m = mr_alloc_instance(t, sizeof *m + sizeof(MrTail), MR_TYPE(a[0]));
    if (!m || !(m->dict = mr_dict_new(t)))
        return MR_ERROR;
    m->name = MR_NONE;
    return mr_val(m);
}

static MrValue module_init(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "module() argument 'name' must be str, not %s", a[1] == MR_NONE ? "None" : mr_type_name(t, a[1]));
    MrModule *m = MODULE(a[0]);
    m->name = a[1];
    MrDict *d = m->dict;
    MrValue doc = a[2] == MR_UNBOUND ? MR_NONE : a[2];
    bool ok = mr_dict_set_str(t, d, mr_n(t, __name__), a[1]) && mr_dict_set_str(t, d, mr_n(t, __doc__), doc) &&
              mr_dict_set_str(t, d, mr_n(t, __package__), MR_NONE) && mr_dict_set_str(t, d, mr_n(t, __loader__), MR_NONE) &&
              mr_dict_set_str(t, d, mr_n(t, __spec__), MR_NONE);
    return ok ? MR_NONE : MR_ERROR;
}

/* "from '/x.py'", "(built-in)", "(frozen)" or nothing, by what import has left in __spec__ and __file__. */
static MrValue module_repr(MrThread *t, MrValue *a)
{
    MrDict *d = MODULE(a[0])->dict;
    MrValue spec = mr_dict_get_str(t, d, mr_n(t, __spec__)), name = mr_dict_get_str(t, d, mr_n(t, __name__));
    MrValue file = mr_dict_get_str(t, d, mr_n(t, __file__)), origin = MR_NONE;
    if (spec != MR_UNBOUND && spec != MR_NONE) {
        MrValue spec_name = mr_getattr_or(t, spec, mr_n(t, name));
        origin = mr_getattr_c(t, spec, "origin");
        if (spec_name == MR_ERROR || (origin == MR_ERROR && !mr_clear_if(t, MR_EXC_AttributeError)))
            return MR_ERROR;
        name = spec_name == MR_UNBOUND ? name : spec_name;
    }
    MrValue shown = name == MR_UNBOUND ? mr_str_c(t, "'?'") : mr_repr(t, name);
    if (shown == MR_ERROR)
        return shown;
    MrValue portions = mr_dict_get_str(t, d, mr_n(t, __path__));
    if (file == MR_NONE && portions != MR_UNBOUND) {
        MrValue list = mr_list_of(t, portions), path = list == MR_ERROR ? list : mr_repr(t, list);
        return path == MR_ERROR ? path : mr_strf(t, "<module %s (namespace) from %s>", mr_cstr(shown), mr_cstr(path));
    }
    if (file != MR_UNBOUND) {
        MrValue path = mr_repr(t, file);
        return path == MR_ERROR ? path : mr_strf(t, "<module %s from %s>", mr_cstr(shown), mr_cstr(path));
    }
    if (mr_is_str(origin))
        return mr_strf(t, "<module %s (%s)>", mr_cstr(shown), mr_cstr(origin));
    if (MODULE(a[0])->def)
        return mr_strf(t, "<module %s (built-in)>", mr_cstr(shown));
    MrValue loader = mr_dict_get_str(t, d, mr_n(t, __loader__));
    if (loader == MR_UNBOUND || loader == MR_NONE)
        return mr_strf(t, "<module %s>", mr_cstr(shown));
    MrValue by = mr_repr(t, loader);
    return by == MR_ERROR ? by : mr_strf(t, "<module %s (%s)>", mr_cstr(shown), mr_cstr(by));
}

static MrValue module_dir(MrThread *t, MrValue *a)
{
    MrDict *d = MODULE(a[0])->dict;
    const MrModuleDef *def = MODULE(a[0])->def;
    if (def && def->missing && def->missing(t, MODULE(a[0]), NULL) == MR_ERROR)
        return MR_ERROR;
    MrValue hook = mr_dict_get_str(t, d, mr_n(t, __dir__));
    return hook != MR_UNBOUND ? mr_call0(t, hook) : mr_list_of(t, mr_val(d));
}

static MrValue get_dict(MrThread *t, MrValue self) { (void)t; return mr_val(MODULE(self)->dict); }

static MrValue get_annotations(MrThread *t, MrValue self)
{
    MrDict *d = MODULE(self)->dict;
    MrValue v = mr_dict_get_str(t, d, mr_n(t, __annotations__));
    if (v != MR_UNBOUND)
        return v;
    MrDict *made = mr_dict_new(t);
    return made && mr_dict_set_str(t, d, mr_n(t, __annotations__), mr_val(made)) ? mr_val(made) : MR_ERROR;
}

static bool set_annotations(MrThread *t, MrValue self, MrValue v)
{
    MrDict *d = MODULE(self)->dict;
    if (v != MR_UNBOUND)
        return mr_dict_set_str(t, d, mr_n(t, __annotations__), v);
    int r = mr_dict_del(t, d, mr_nv(t, __annotations__));
    if (!r)
        mr_raise(t, MR_EXC_AttributeError, "__annotations__");
    return r > 0;
}

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", module_new, "Make the object that __init__ then sets up.", MR_METHOD_STATIC},
    {"__init__(self, name, doc=None)", module_init, "Set up a new object from the arguments.", 0},
    {"__repr__(self, /)", module_repr, "The text that repr(self) gives.", 0},
    {"__dir__(self, /)", module_dir, "The names of the module's variables, or what its own __dir__() gives.", 0},
    {0}};
static const MrGetSetDef getset[] = {
    {"__dict__", get_dict, mr_set_readonly, "the module's variables"},
    {"__annotations__", get_annotations, set_annotations, "annotations of the module's variables"},
    {0},
};
const MrTypeDef mr_module_type = {.name = "module", .kind = MR_KIND_MODULE, .size = sizeof(MrModule), .methods = methods, .getset = getset,
                                  .doc = "The variables of a module, as attributes."};
