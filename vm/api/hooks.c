/* moray.h: the host as importer and as reader of warnings. Not here: output (prompt.c). */
#include <string.h>

#include "vm/api/api.h"
#include "vm/call.h"
#include "vm/error.h"

/* ---- import ---- */

/* The module that the host gives for a name; MR_UNBOUND if it has none. */
static MrValue ask_importer(MrThread *t, const char *name)
{
    MorayVM *vm = t->iso->host;
    MrValue v = MR_UNBOUND;
    MR_API_CALLBACK(vm, v = mr_api_peek(vm, vm->importer(vm, name, vm->importer_data)));
    return mr_pending(t) ? MR_ERROR : v;
}

void moray_set_importer(MorayVM *vm, MorayImporter importer, void *data)
{
    vm->importer = importer;
    vm->importer_data = data;
    vm->iso->importer = importer ? ask_importer : NULL;
}

/* ---- warnings ---- */

static MrValue show_warning(MrThread *t, MrValue *a)
{
    MorayVM *vm = t->iso->host;
    MrValue category = mr_getattr_c(t, a[1], "__name__"), message = category == MR_ERROR ? category : mr_str(t, a[0]), file = message == MR_ERROR ? message : mr_str(t, a[2]);
    int64_t line = 0;
    if (file == MR_ERROR || (mr_is_integer(a[3]) && !mr_to_i64(t, a[3], &line)))
        return MR_ERROR;
    MorayWarner warner = vm->warner;
    if (warner && mr_is_str(category))
        MR_API_CALLBACK(vm, warner(vm, mr_cstr(category), mr_cstr(message), mr_cstr(file), (int)line, vm->warner_data));
    return mr_pending(t) ? MR_ERROR : MR_NONE;
}

static const MrMethodDef show_row = {"showwarning(message, category, filename, lineno, file=None, line=None)", show_warning, NULL, 0};

bool moray_set_warner(MorayVM *vm, MorayWarner warner, void *data)
{
    MR_API_ENTER(vm, false);
    MrValue warnings = mr_import(t, "warnings");
    MrValue show = warnings == MR_ERROR ? warnings
                   : warner             ? mr_function_native(t, &show_row, MR_UNBOUND, MR_UNBOUND)
                                        : mr_getattr_c(t, warnings, "_showwarning_orig");
    MrStr *name = show == MR_ERROR ? NULL : mr_api_name(t, "showwarning");
    if (!name || !mr_setattr(t, warnings, name, show))
        return false;
    vm->warner = warner;
    vm->warner_data = data;
    return true;
}
