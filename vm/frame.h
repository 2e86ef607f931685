/* Frame objects: what sys._getframe and tracebacks hand out. Snapshots that refer to a live frame while it runs. */
#ifndef MR_VM_FRAME_H
#define MR_VM_FRAME_H

#include "vm/isolate.h"

typedef struct MrFrameObject {
    MrObj h;
    MrCode *code;
    MrFunction *function;
    MrDict *globals;
    MrValue back;          /* frame object, MR_NONE, or MR_UNBOUND: not asked for yet */
    MrValue locals;        /* snapshot, MR_UNBOUND until asked for or the frame ended */
    MrFrame *live;         /* while the activation lies on the frame stack, checked against frame->frame_object */
    MrValue generator;     /* generator that owns the activation, MR_UNBOUND */
    uint32_t pc;           /* when no longer live */
} MrFrameObject;

/* The frame `depth` levels above the innermost Python frame (0: itself). MR_NONE if there are not so many. */
MrValue mr_frame_object(MrThread *t, int64_t depth) MR_MUST_CHECK;

/* The object of one activation, which reads through it while it lies on the stack. */
MrValue mr_frame_object_of(MrThread *t, MrFrame *frame) MR_MUST_CHECK;
/* Makes the frame object of a running frame and has it remember position and locals in case the frame ends now. False: out of memory. */
bool mr_frame_keep(MrThread *t, MrFrame *frame) MR_MUST_CHECK;
/* Frame object for a traceback line, made on demand. */
MrValue mr_traceback_frame(MrThread *t, MrTraceback *tb) MR_MUST_CHECK;
uint32_t mr_frame_line(MrThread *t, MrFrameObject *f);
/* The Python-visible caller: function name, file and line of the innermost frame, for warnings. False: no frame. */
bool mr_frame_place(MrThread *t, int level, MrStr **filename, uint32_t *line, MrDict **globals);

#endif
