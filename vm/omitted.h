/* What Moray's standard library leaves out, with reasons: the rows of omitted.def, for the errors that say so and for the documentation. */
#ifndef MR_VM_OMITTED_H
#define MR_VM_OMITTED_H

#include <stddef.h>

typedef struct MrOmitted { const char *module, *name, *reason; } MrOmitted;

/* Ends in a row without a module. */
extern const MrOmitted mr_omitted[];

/* Why `name` of the module (NULL: the module itself) is left out, or NULL when nothing is known. */
const char *mr_omitted_reason(const char *module, const char *name);

#endif
