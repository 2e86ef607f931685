/* Loading libraries. See library.h. */
#include "stdlib/native/library.h"

#include <dlfcn.h>

#include "vm/isolate.h"

static bool load(MrThread *t, const MrLibraryDef *def, void **functions)
{
    void *handle = NULL;
    for (const char *const *file = def->files; *file && !handle; file++)
        handle = dlopen(*file, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!handle) {
        mr_raise(t, MR_EXC_ImportError, "%s needs the library %s: %s", def->module, def->title, dlerror());
        return false;
    }
    for (size_t i = 0; i < def->n; i++) {
        if (!(functions[i] = dlsym(handle, def->symbols[i]))) {
            mr_raise(t, MR_EXC_ImportError, "%s needs a newer library %s: it has no %s", def->module, def->title, def->symbols[i]);
            return false;
        }
    }
    dlclose(handle);
    return true;
}

const void *mr_library(MrThread *t, const MrLibraryDef *def)
{
    MrValue *hook = &t->iso->hooks[def->hook];
    if (*hook == MR_UNBOUND) {
        MrValue store = mr_bytes_new(t, NULL, def->n * sizeof(void *));
        if (store == MR_ERROR || !load(t, def, (void **)(void *)MR_BYTES(store)->bytes))
            return NULL;
        *hook = store;
    }
    return MR_BYTES(*hook)->bytes;
}
