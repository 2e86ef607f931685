/* What the collector marks: roots and each builtin kind's references. */
#ifndef MR_VM_TRACE_H
#define MR_VM_TRACE_H

#include "vm/isolate.h"

void mr_trace_object(MrGc *gc, MrObj *o);
void mr_trace_settle(MrGc *gc); /* after marking: drops dead entries of weak tables of the core */
void mr_trace_isolate(MrGc *gc);

#endif
