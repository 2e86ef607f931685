/* Checks a unit from an untrusted place before the VM runs it.
 *
 * What is accepted keeps memory whole when it runs, whoever made it: instructions, operands, jumps and tables are in range; each register
 * holds what the instruction that reads it works on, on all ways to it (flow.h, opkinds.def); functions get closures of the length that
 * their code wants; whatever goes round in a loop polls. It may be any program: that a compiler made it from some text is not checked, and what
 * scripts may do it may do as well. Everything that the compiler makes is accepted.
 */
#ifndef MR_COMPILER_VERIFY_H
#define MR_COMPILER_VERIFY_H

#include "base/buf.h"
#include "compiler/code.h"

/* True when the unit and all nested ones are sound; otherwise one line of reason is appended to `why` (may be NULL). */
bool mr_verify_unit(const MrUnit *unit, MrBuf *why);

/* Also that it can be run by itself: no parameters, no free variables, nothing that suspends. */
bool mr_verify_program(const MrUnit *unit, MrBuf *why);

#endif
