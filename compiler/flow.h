/* The data flow of a unit from an untrusted place: what each register holds before each instruction, and whether that is what the
 * instruction takes for granted. Half of the verifier (verify.h), and its head says what follows from the two.
 */
#ifndef MR_COMPILER_FLOW_H
#define MR_COMPILER_FLOW_H

#include "compiler/code.h"

/* The unit's operands, jumps and handlers are in range already. Nested units are not looked at. False: *why says what is wrong at
 * instruction *at. */
bool mr_flow_check(const MrUnit *unit, const char **why, uint32_t *at);

#endif
