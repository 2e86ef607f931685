/* Which temporaries of a frame are still needed: see live.c. */
#ifndef MR_VM_LIVE_H
#define MR_VM_LIVE_H

#include "vm/vm.h"

/* The registers that the instruction at pc, or what may come after it, reads before they are written: bit r of the result, malloc'd, is register r.
 * NULL: not known (a code object too long to look at, one that is being watched, no memory), and all must pass for needed. */
uint64_t *mr_live_registers(const MrCode *code, const MrInstr *pc) MR_MUST_CHECK;

#endif
