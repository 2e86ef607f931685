/* Warnings of the VM and of natives, which go to scripts' `warnings` module. While that cannot be imported, none are given. */
#include <stdarg.h>

#include "vm/error.h"
#include "vm/frame.h"
#include "vm/isolate.h"

/* warnings.warn_explicit(message, category, filename, line, module, registry), the last two only where there is a module. False: an exception is
 * pending, perhaps the warning itself. */
static bool give(MrThread *t, MrTypeId category, MrValue message, MrValue filename, uint32_t line, MrValue module, MrValue registry)
{
    if (message == MR_ERROR || filename == MR_ERROR)
        return false;
    MrValue m = mr_import(t, "warnings");
    if (m == MR_ERROR)
        return mr_clear_if(t, MR_EXC_ImportError);
    MrStr *name = mr_intern(t, "warn_explicit", 13);
    MrValue f = name ? mr_getattr_or(t, m, name) : MR_ERROR;
    if (f == MR_UNBOUND) /* it is being imported */
        return true;
    MrValue args[6] = {message, mr_type_val(t, category), filename, mr_small_int(line), module, registry};
    return f != MR_ERROR && mr_call(t, f, module == MR_UNBOUND ? 4 : 6, args) != MR_ERROR;
}

/* The dict in which a module's globals remember what was shown. */
static MrValue registry_of(MrThread *t, MrDict *globals)
{
    MrStr *name = mr_intern(t, "__warningregistry__", 19);
    MrValue r = name ? mr_dict_get_str(t, globals, name) : MR_ERROR;
    if (r != MR_UNBOUND)
        return r;
    MrDict *d = mr_dict_new(t);
    return d && mr_dict_set_str(t, globals, name, mr_val(d)) ? mr_val(d) : MR_ERROR;
}

bool mr_warn(MrThread *t, MrTypeId category, const char *fmt, ...)
{
    MrBuf b = MR_BUF_EMPTY;
    va_list ap;
    va_start(ap, fmt);
    mr_buf_vprintf(&b, fmt, ap);
    va_end(ap);
    MrValue message = mr_str_buf(t, &b);
    MrStr *file;
    uint32_t line;
    MrDict *globals;
    if (message == MR_ERROR)
        return false;
    if (!mr_frame_place(t, 0, &file, &line, &globals))
        return give(t, category, message, mr_str_c(t, "sys"), 1, mr_nv(t, sys), MR_NONE);
    MrValue module = mr_dict_get_str(t, globals, mr_n(t, __name__)), registry = registry_of(t, globals);
    if (registry == MR_ERROR)
        return false;
    if (module == MR_UNBOUND && (module = mr_str_c(t, "<string>")) == MR_ERROR)
        return false;
    return give(t, category, message, mr_val(file), line, module, registry);
}

/* Nobody can hear of ResourceWarnings when `warnings` was never imported and no option is given: they are ignored by default. */
static bool nobody_listens(MrThread *t)
{
    MrDict *sys = t->iso->sys->dict;
    MrStr *names[3] = {mr_intern(t, "warnoptions", 11), mr_intern(t, "warnings", 8), mr_intern(t, "modules", 7)};
    if (!names[0] || !names[1] || !names[2])
        return true;
    MrValue options = mr_dict_get_str(t, sys, names[0]), modules = mr_dict_get_str(t, sys, names[2]);
    return mr_is_list(options) && !MR_LIST(options)->length && mr_is_dict(modules) && mr_dict_get_str(t, MR_DICT(modules), names[1]) == MR_UNBOUND;
}

/* The warning names the object as its source, which only a program that still runs can do. */
bool mr_warn_unclosed(MrThread *t, MrValue object, const char *kind)
{
    MrStr *file;
    uint32_t line;
    MrDict *globals;
    if (nobody_listens(t))
        return true;
    MrValue shown = mr_repr(t, object);
    if (shown == MR_ERROR)
        return false;
    if (!mr_frame_place(t, 0, &file, &line, &globals))
        return mr_warn(t, MR_EXC_ResourceWarning, "unclosed %s%s", kind, mr_cstr(shown));
    MrValue module = mr_import(t, "warnings"), warn = module == MR_ERROR ? module : mr_getattr_c(t, module, "warn");
    MrValue args[4] = {mr_strf(t, "unclosed %s%s", kind, mr_cstr(shown)), mr_type_val(t, MR_EXC_ResourceWarning), mr_small_int(1), object};
    return warn != MR_ERROR && args[0] != MR_ERROR && mr_call(t, warn, 4, args) != MR_ERROR;
}

bool mr_warn_encoding(MrThread *t, int level)
{
    if (!strchr(t->iso->letters, 'w'))
        return true;
    MrValue module = mr_import(t, "warnings"), warn = module == MR_ERROR ? module : mr_getattr_c(t, module, "warn");
    MrValue args[3] = {mr_str_c(t, "'encoding' argument not specified"), mr_type_val(t, MR_EXC_EncodingWarning), mr_small_int(level)};
    return warn != MR_ERROR && args[0] != MR_ERROR && mr_call(t, warn, 3, args) != MR_ERROR;
}

bool mr_warn_explicit(MrThread *t, MrTypeId category, const char *message, const char *filename, int line)
{
    MrValue text = mr_str_c(t, message);
    return give(t, category, text, mr_str_c(t, filename), (uint32_t)line, MR_UNBOUND, MR_UNBOUND);
}
