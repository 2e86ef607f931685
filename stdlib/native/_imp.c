/* _imp: what importlib needs to know of the interpreter's own modules, and where it leaves its two hooks for import (vm/import.c calls them).
 * Names of modules are str; one that holds a NUL is no module's.
 */
#include "compiler/code.h"
#include "stdlib/native/builtins.h"
#include "vm/import.h"
#include "vm/omitted.h"
#include "vm/vm.h"

static const char *module_name(MrThread *t, MrValue name)
{
    if (mr_is_str(name))
        return strlen(mr_cstr(name)) == MR_STR(name)->nbytes ? mr_cstr(name) : "";
    mr_raise(t, MR_EXC_TypeError, "the name of a module must be str, not %s", mr_type_name(t, name));
    return NULL;
}

static MrValue is_builtin(MrThread *t, MrValue *a)
{
    const char *name = module_name(t, a[0]);
    return name ? mr_small_int(mr_native_module(name) != NULL) : MR_ERROR;
}

static MrValue is_frozen(MrThread *t, MrValue *a)
{
    const char *name = module_name(t, a[0]);
    return name ? mr_bool(mr_frozen_find(name) != NULL) : MR_ERROR;
}

static MrValue is_frozen_package(MrThread *t, MrValue *a)
{
    const char *name = module_name(t, a[0]);
    const MrFrozen *z = name ? mr_frozen_find(name) : NULL;
    return name ? mr_bool(z && z->package) : MR_ERROR;
}

static MrValue get_frozen_object(MrThread *t, MrValue *a)
{
    const char *name = module_name(t, a[0]);
    const MrFrozen *z = name ? mr_frozen_find(name) : NULL;
    if (name && !z)
        return mr_raise(t, MR_EXC_ImportError, "No such frozen object named %s", name);
    MrCode *code = z ? mr_frozen_code(t, z) : NULL;
    return code ? mr_val(code) : MR_ERROR;
}

static MrValue load_own(MrThread *t, MrValue *a)
{
    const char *name = module_name(t, a[0]);
    const MrModuleDef *def = name ? mr_native_module(name) : NULL;
    if (name && !def)
        return mr_raise(t, MR_EXC_ImportError, "%s is not a built-in module", name);
    MrModule *m = def ? mr_module_native(t, def) : NULL;
    return m ? mr_val(m) : MR_ERROR;
}

static MrValue frozen_names(MrThread *t, MrValue *a)
{
    (void)a;
    MrValue list = mr_list_new(t, mr_n_frozen);
    for (uint32_t i = 0; i < mr_n_frozen && list != MR_ERROR; i++) {
        MrValue name = mr_str_c(t, mr_frozen[i].name);
        if (name == MR_ERROR || !mr_list_append(t, list, name))
            return MR_ERROR;
    }
    return list;
}

static MrValue set_hooks(MrThread *t, MrValue *a)
{
    MrValue pair = mr_tuple_from(t, a, 2);
    if (pair == MR_ERROR)
        return MR_ERROR;
    t->iso->hooks[MR_HOOK_IMPORT] = pair;
    return MR_NONE;
}

static MrValue nothing(MrThread *t, MrValue *a)
{
    (void)t, (void)a;
    return MR_NONE;
}

static MrValue lock_held(MrThread *t, MrValue *a)
{
    (void)t, (void)a;
    return MR_FALSE;
}

/* [(module, name or None, reason)] */
static MrValue omissions(MrThread *t, MrValue *a)
{
    (void)a;
    MrValue list = mr_list_new(t, 64);
    for (const MrOmitted *o = mr_omitted; o->module && list != MR_ERROR; o++) {
        MrValue row[3] = {mr_str_c(t, o->module), o->name ? mr_str_c(t, o->name) : MR_NONE, mr_str_c(t, o->reason)};
        MrValue v = row[0] == MR_ERROR || row[1] == MR_ERROR || row[2] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, row, 3);
        if (v == MR_ERROR || !mr_list_append(t, list, v))
            return MR_ERROR;
    }
    return list;
}

/* For opcode: name, count of further words and kinds of operands of each operation. */
static MrValue opcodes(MrThread *t, MrValue *a)
{
    (void)a;
    MrValue list = mr_list_new(t, MR_OP_COUNT);
    for (int i = 0; i < MR_OP_COUNT && list != MR_ERROR; i++) {
        const char kinds[3] = {mr_op_info[i].a, mr_op_info[i].b, mr_op_info[i].c};
        MrValue row[3] = {mr_str_c(t, mr_op_info[i].name), mr_small_int(mr_op_info[i].words), mr_str_new(t, kinds, 3)};
        MrValue pair = row[0] == MR_ERROR || row[2] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, row, 3);
        if (pair == MR_ERROR || !mr_list_append(t, list, pair))
            return MR_ERROR;
    }
    return list;
}

static MrValue like_native(MrThread *t, MrValue *a)
{
    return mr_is_kind(a[0], MR_KIND_TYPE) && !mr_name_like_native(t, (MrType *)mr_obj_of(a[0])) ? MR_ERROR : a[0];
}

static const MrMethodDef functions[] = {
    {"_opcodes()", opcodes, "Name, count of further words and kinds of operands of each operation.", 0},
    {"omissions()", omissions, "What the standard library leaves out: (module, name or None, reason) of each.", 0},
    {"like_native(cls, /)", like_native, "Decorator of classes that CPython has in C: messages call them by their full name.", 0},
    {"is_builtin(name, /)", is_builtin, "1 for a module in C, else 0.", 0},
    {"is_frozen(name, /)", is_frozen, "Is the module frozen into the interpreter?", 0},
    {"is_frozen_package(name, /)", is_frozen_package, "Is it a frozen package?", 0},
    {"get_frozen_object(name, /)", get_frozen_object, "The code object of the frozen module called name.", 0},
    {"frozen_names()", frozen_names, "The names of all frozen modules.", 0},
    {"load_own(name, /)", load_own, "A new module object of a module in C.", 0},
    {"set_hooks(find, adopt, /)", set_hooks, "find(name, path) is asked before the interpreter's own search, adopt(module) told of each module made.", 0},
    {"acquire_lock()", nothing, "Modules have locks of their own; this one is always free.", 0},
    {"release_lock()", nothing, "See acquire_lock.", 0},
    {"lock_held()", lock_held, "Always False.", 0},
    {NULL, NULL, NULL, 0},
};

const MrModuleDef mr_module__imp = {
    .name = "_imp",
    .functions = functions,
    .doc = "The interpreter's own modules, for importlib.",
};
