/* Checks a unit from an untrusted place before the VM runs it: operands in range, jumps to starts of instructions,
 * handlers sane, no way to fall off the end. What the verifier accepts cannot make the VM read outside its registers and tables.
 */
#ifndef MR_COMPILER_VERIFY_H
#define MR_COMPILER_VERIFY_H

#include "base/buf.h"
#include "compiler/code.h"

/* True when the unit and all nested ones are sound; otherwise one line of reason is appended to `why` (may be NULL). */
bool mr_verify_unit(const MrUnit *unit, MrBuf *why);

#endif
