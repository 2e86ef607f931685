/* What the files of the generator types share. */
#ifndef MR_VM_TYPES_GENERATOR_H
#define MR_VM_TYPES_GENERATOR_H

#include "vm/generator.h"

/* The exception instance that throw(*args) raises, args being (type or instance[, value[, traceback]]). [script] */
MrValue mr_throw_exception(MrThread *t, const char *method, MrTuple *args) MR_MUST_CHECK;
/* Its __qualname__, a str. */
MrValue mr_generator_qualname(MrGenerator *g);
extern const MrGetSetDef mr_asyncgen_getset[];

#endif
