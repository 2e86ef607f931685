/* Frame objects: what sys._getframe and tracebacks hand out. They read through the activation while it runs; when it ends, mr_frame_end leaves the
 * values of its locals with them. An activation has an object only when somebody asks, or when it catches an exception and so outlives a line of its
 * traceback; a frame that an exception ends leaves its locals in the traceback's line itself (vm/error.c). */
#ifndef MR_VM_FRAME_H
#define MR_VM_FRAME_H

#include "vm/isolate.h"

typedef struct MrFrameObject {
    MrObj h;
    MrCode *code;
    MrFunction *function;
    MrDict *globals;
    MrValue back;          /* frame object, MR_NONE, or MR_UNBOUND: not asked for yet */
    MrValue locals;        /* namespace of a module or class body; of a function the dict, once it was asked for, or MR_UNBOUND */
    MrFrame *live;         /* while the activation lies on the frame stack, checked against frame->frame_object */
    MrValue generator;     /* generator that owns the activation, MR_UNBOUND */
    uint32_t pc;           /* when no longer live */
    MrTraceback *line;     /* where it was asked for in a traceback: leads to its caller */
    /* see watch.c */
    MrValue trace;         /* f_trace, MR_UNBOUND: none */
    MrValue hook_locals;   /* what f_locals gave to the hook that runs: changes in it are put back; MR_UNBOUND */
    uint32_t event_line, event_at; /* where the last line event came from */
    bool entering;         /* in its call event: the line is that of the `def` */
    bool skips_lines, wants_opcodes;
    bool snapshot;         /* of another thread's activation: only the dict is there */
    MrValue values[];      /* locals, once it has ended; as many as code->nlocals */
} MrFrameObject;

/* The frame `depth` levels above the innermost Python frame (0: itself). MR_NONE if there are not so many. */
MrValue mr_frame_object(MrThread *t, int64_t depth) MR_MUST_CHECK;

/* What locals() gives: the namespace, or a function's dict of its locals, the same at each call and brought up to date. */
MrValue mr_frame_locals_kept(MrThread *t, MrFrame *frame) MR_MUST_CHECK;

/* The object of one activation, which reads through it while it lies on the stack. */
MrValue mr_frame_object_of(MrThread *t, MrFrame *frame) MR_MUST_CHECK;
/* That of a generator or coroutine that has no frame on the stack: suspended, or awaiting the running one, and so between in the chain of callers. */
MrValue mr_frame_object_waiting(MrThread *t, MrGenerator *g) MR_MUST_CHECK;
/* The activation with MR_FRAME_KEPT, or of a generator that has a frame object, ends now: its object takes over position and locals. */
void mr_frame_end(MrThread *t, MrFrame *frame);
/* The innermost frame of another thread with those below it, as they are now: they do not follow what it does later. MR_NONE: it runs no Python code. */
MrValue mr_frame_snapshot(MrThread *t, MrThread *other) MR_MUST_CHECK;
/* Frame object for a traceback line, made on demand. */
MrValue mr_traceback_frame(MrThread *t, MrTraceback *tb) MR_MUST_CHECK;
/* The Python-visible caller: function name, file and line of the innermost frame, for warnings. False: no frame. */
bool mr_frame_place(MrThread *t, int level, MrStr **filename, uint32_t *line, MrDict **globals);

#endif
