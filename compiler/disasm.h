/* Text listing of a unit, for people: `line  index  OPNAME a b c  ; meaning`, nested units after their parent. */
#ifndef MR_COMPILER_DISASM_H
#define MR_COMPILER_DISASM_H

#include "base/buf.h"
#include "compiler/code.h"

/* Appends the listing; out->failed says whether memory ran out. */
void mr_disasm_unit(const MrUnit *unit, MrBuf *out);

/* Appends a constant as Python would write it (long texts cut short). */
void mr_disasm_const(const MrConst *value, MrBuf *out);

#endif
