/* ModuleSpec as the interpreter itself puts it into a module's __spec__. What only the import system in Python knows of a module, such as its loader, is asked of the real
 * spec, which importlib._bootstrap makes of this one. That module is imported at that moment: most programs never do it.
 */
#include <string.h>

#include "vm/attr.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/import.h"

MrValue mr_spec_new(MrThread *t, const char *name, MrValue origin, bool package)
{
    MrObj *spec = mr_alloc_plain(t, sizeof(MrInstance), t->iso->types[MR_TYPE_ModuleSpec]);
    if (!spec)
        return MR_ERROR;
    const char *dot = strrchr(name, '.');
    MrValue parent = package ? mr_str_c(t, name) : mr_str_new(t, name, dot ? (size_t)(dot - name) : 0);
    const struct { const char *name; MrValue value; } rows[] = {
        {"name", mr_str_c(t, name)}, {"parent", parent}, {"submodule_search_locations", MR_NONE}, {"has_location", mr_bool(origin != MR_NONE)},
        {"_file", origin}, {"_initializing", MR_TRUE}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        MrStr *key = mr_intern(t, rows[i].name, strlen(rows[i].name));
        if (!key || rows[i].value == MR_ERROR || !mr_tail_set(t, spec, key, rows[i].value))
            return MR_ERROR;
    }
    return mr_val(spec);
}

static MrValue real_spec(MrThread *t, MrValue self)
{
    MrValue bootstrap = mr_import(t, "importlib._bootstrap");
    MrValue find = bootstrap == MR_ERROR ? bootstrap : mr_getattr_c(t, bootstrap, "_spec_of_plain");
    return find == MR_ERROR ? find : mr_call1(t, find, self);
}

static MrValue spec_getattr(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]) || mr_cstr(a[1])[0] == '_')
        return mr_raise_no_attr(t, a[0], MR_STR(a[1]));
    MrValue real = real_spec(t, a[0]);
    return real == MR_ERROR ? real : mr_getattr(t, real, MR_STR(a[1]));
}

static MrValue spec_repr(MrThread *t, MrValue *a)
{
    MrValue real = real_spec(t, a[0]);
    return real == MR_ERROR ? real : mr_repr(t, real);
}

static MrValue spec_eq(MrThread *t, MrValue *a)
{
    if (a[0] == a[1])
        return MR_TRUE;
    MrValue real = real_spec(t, a[0]);
    return real == MR_ERROR ? real : mr_compare(t, MR_CMP_EQ, real, a[1]);
}

static const MrMethodDef methods[] = {
    {"__getattr__(self, name, /)", spec_getattr, NULL, 0},
    {"__repr__(self, /)", spec_repr, "The text that repr(self) gives.", 0},
    {"__eq__(self, value, /)", spec_eq, "Whether self == value.", 0},
    {0}};
const MrTypeDef mr_ModuleSpec_type = {.name = "_frozen_importlib.ModuleSpec", .kind = MR_KIND_INSTANCE, .size = sizeof(MrInstance),
                                      .flags = MR_TYPEDEF_DICT | MR_TYPEDEF_NO_NEW, .methods = methods, .doc = "What is known of a module before it is loaded."};
