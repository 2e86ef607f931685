/* Making instances of the types that native modules bring along (those outside types.def). */
#ifndef MR_STDLIB_NATIVE_INSTANCE_H
#define MR_STDLIB_NATIVE_INSTANCE_H

#include "vm/vm.h"

/* May a __new__ of `def` make an instance of cls: is that the type or a subclass without a layout of its own in C? False: TypeError. */
bool mr_def_accepts(MrThread *t, const MrTypeDef *def, MrValue cls) MR_MUST_CHECK;

/* What a __new__ of `def` allocates: a zeroed instance of cls, which it must accept. NULL: TypeError, MemoryError. */
void *mr_def_new(MrThread *t, const MrTypeDef *def, MrValue cls) MR_MUST_CHECK;

/* An instance of the type of `def` itself, for types that C code makes objects of. NULL: MemoryError. */
void *mr_def_alloc(MrThread *t, const MrTypeDef *def) MR_MUST_CHECK;

/* Is v an instance of the type of `def` or of a subclass? */
bool mr_def_is(MrThread *t, const MrTypeDef *def, MrValue v);

/* Adds an exception class to a module: `base` is a builtin one, `module` what the class shows as its __module__. [script] */
bool mr_module_add_exception(MrThread *t, MrModule *m, const char *module, const char *name, MrTypeId base) MR_MUST_CHECK;

/* Raises an exception whose class is the attribute `name` of the module `module`. Returns MR_ERROR. [script] */
MrValue mr_raise_from(MrThread *t, const char *module, const char *name, const char *fmt, ...) __attribute__((format(printf, 4, 5)));

#endif
