/* Which native modules exist: from registry.def. */
#include "vm/import.h"

#define MODULE(name) extern const MrModuleDef mr_module_##name;
#include "stdlib/registry.def"
#undef MODULE

const MrModuleDef *const mr_native_modules[] = {
#define MODULE(name) &mr_module_##name,
#include "stdlib/registry.def"
#undef MODULE
    NULL};
