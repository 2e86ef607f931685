/* _contextvars: the module behind contextvars. The types are in vm/types/context.c.
 */
#include "vm/context.h"
#include "vm/type.h"

static MrValue contextvars_copy_context(MrThread *t, MrValue *a)
{
    (void)a;
    MrValue copy = mr_context_snapshot(t);
    return mr_context_object(t, &copy) ? copy : MR_ERROR;
}

static bool init(MrThread *t, MrModule *m)
{
    static const struct { const char *name; MrTypeId id; } rows[] = {
        {"Context", MR_TYPE_Context}, {"ContextVar", MR_TYPE_ContextVar}, {"Token", MR_TYPE_Token}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!mr_module_add(t, m, rows[i].name, mr_type_val(t, rows[i].id)))
            return false;
    MrType *token = mr_builtin_type(t, MR_TYPE_Token);
    MrValue missing = mr_token_missing(t);
    return missing != MR_ERROR && mr_type_ready(t, token) && mr_dict_set_c(t, token->dict, "MISSING", missing) &&
           mr_type_modified(t, token, MR_STR(mr_str_c(t, "MISSING")));
}

static const MrMethodDef functions[] = {{"copy_context()", contextvars_copy_context, "Return a copy of the current context.", 0}, {0}};

const MrModuleDef mr_module__contextvars = {.name = "_contextvars", .functions = functions, .init = init, .doc =
     "Context, ContextVar, Token and copy_context(): variables that each task has for itself."};
