/* See omitted.h. The table is read when an error is about to be raised, so a linear search will do. */
#include "vm/omitted.h"

#include <string.h>

const MrOmitted mr_omitted[] = {
#define O(module, name, reason) {module, name, reason},
#include "vm/omitted.def"
#undef O
    {NULL, NULL, NULL},
};

const char *mr_omitted_reason(const char *module, const char *name)
{
    for (const MrOmitted *o = mr_omitted; o->module; o++)
        if (!strcmp(o->module, module) && (name ? o->name && !strcmp(o->name, name) : !o->name))
            return o->reason;
    return NULL;
}
