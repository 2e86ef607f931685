/* _os: the little that tracebacks need of the file system, so that printing one imports nothing large. */
#include <errno.h>
#include <sys/stat.h>

#include "vm/isolate.h"
#include "vm/shape.h"

static bool add(MrThread *t, MrObj *o, const char *name, MrValue v)
{
    MrStr *key = mr_intern(t, name, strlen(name));
    return key && v != MR_ERROR && mr_tail_set(t, o, key, v);
}

static MrValue os_stat(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "stat: path should be string, not %s", mr_type_name(t, a[0]));
    if (strlen(mr_cstr(a[0])) != MR_STR(a[0])->nbytes)
        return mr_raise(t, MR_EXC_ValueError, "embedded null byte");
    struct stat st;
    if (stat(mr_cstr(a[0]), &st) < 0)
        return mr_raise_errno(t, errno, a[0]);
    MrObj *o = mr_alloc_instance(t, sizeof(MrInstance), t->iso->types[MR_TYPE_SimpleNamespace]);
    if (!o || !add(t, o, "st_mode", mr_int(t, st.st_mode)) || !add(t, o, "st_size", mr_int(t, st.st_size)) ||
        !add(t, o, "st_mtime", mr_float((double)st.st_mtime)))
        return MR_ERROR;
    return mr_val(o);
}

static const MrMethodDef functions[] = {{"stat(path, /)", os_stat, "Size, mode and time of a file.", 0}, {0}};

const MrModuleDef mr_module__os = {.name = "_os", .functions = functions, .doc = "Files as tracebacks see them."};
