/* Generators, coroutines and async generators: one struct for the three. The registers live in the object. See generator.c. */
#ifndef MR_VM_GENERATOR_H
#define MR_VM_GENERATOR_H

#include "vm/isolate.h"

typedef enum MrGenState { MR_GEN_CREATED, MR_GEN_SUSPENDED, MR_GEN_RUNNING, MR_GEN_DONE } MrGenState;

/* What few generators have. */
typedef struct MrGenSide {
    MrValue origin;        /* of a coroutine: the function that made it, or a tuple of places if they are tracked; of an async generator: its finalizer */
    MrValue frame_object;
    MrValue names[2];      /* __name__ and __qualname__ once they were set */
} MrGenSide;

struct MrGenerator {
    MrObj h;
    uint8_t state;         /* MrGenState */
    uint8_t throwing;      /* resumed with an exception instead of a value */
    uint8_t closing;
    uint8_t hooks_done;    /* async generators: first-iteration hook has been called */
    uint8_t ag_running;    /* an asend/athrow awaitable is active */
    uint8_t ag_closed;
    uint8_t sided;         /* which of the union below it is */
    uint32_t depth;        /* length of the chain of awaiters: bounds recursion */
    uint32_t origin_pc;    /* of a coroutine: which instruction of the function `origin` made it */
    MrFunction *function;
    MrInstr *pc;           /* where it is suspended */
    MrGenerator *awaiter;  /* who awaits this one through a linked SEND, or NULL */
    MrGenerator *awaiting; /* whom this one awaits through a linked SEND, or NULL */
    MrGenerator *leaf;     /* of a root: the innermost suspended frame when last seen, a hint */
    MrExcState exc;        /* exceptions being handled inside */
    union {
        MrValue origin;    /* see MrGenSide */
        MrGenSide *side;   /* buffer */
    };
    MrValue regs[];
};

static inline MrValue mr_gen_origin(const MrGenerator *g) { return MR_UNLIKELY(g->sided) ? g->side->origin : g->origin; }
static inline MrValue mr_gen_frame_object(const MrGenerator *g) { return MR_UNLIKELY(g->sided) ? g->side->frame_object : MR_UNBOUND; }
static inline void mr_gen_drop_frame(MrGenerator *g)
{
    if (MR_UNLIKELY(g->sided))
        g->side->frame_object = MR_UNBOUND;
}
MrGenSide *mr_gen_side(MrThread *t, MrGenerator *g) MR_MUST_CHECK; /* made if it has none */

/* A generator object of the kind that the code's flags ask for, suspended before its first instruction. `args` are the nparams bound values. */
MrGenerator *mr_generator_new(MrThread *t, MrFunction *f, const MrValue *args) MR_MUST_CHECK;

/* How a resume ended. */
typedef enum MrGenResult { MR_GEN_YIELDED, MR_GEN_RETURNED, MR_GEN_RAISED } MrGenResult;

/* Resumes the innermost frame of g's chain with `value` sent in (MR_NONE for next), or with the exception `exc` thrown in when that is not
 * MR_UNBOUND. *out: the yielded or returned value. [script] */
MrGenResult mr_gen_resume(MrThread *t, MrGenerator *g, MrValue value, MrValue exc, MrValue *out);
/* First half of a resume: checks that g may run, marks the leaf of its chain running and links the exception states. *finished: g had ended
 * before (no error pending). NULL with an error pending otherwise. */
MrGenerator *mr_gen_enter(MrThread *t, MrGenerator *g, MrValue value, bool *finished);
/* Puts the leaf's frame into *frame (a slot of the frame stack). */
void mr_gen_frame(MrThread *t, MrFrame *frame, MrGenerator *leaf, MrGenerator *root);
/* The exception in t->pending is thrown into the leaf, which is suspended at a SEND: delegates to a foreign iterator's throw. */
typedef enum MrThrowResult { MR_THROW_RAISE, MR_THROW_YIELD, MR_THROW_RETURN } MrThrowResult;
MrThrowResult mr_gen_delegate_throw(MrThread *t, MrValue it, MrValue *out);
/* gen.send / throw / close semantics on any of the three kinds. */
MrValue mr_gen_next(MrThread *t, MrValue self);      /* for iteration: value, MR_UNBOUND, MR_ERROR */
MrValue mr_gen_send(MrThread *t, MrGenerator *g, MrValue value); /* value or MR_ERROR with StopIteration */
MrValue mr_gen_throw(MrThread *t, MrGenerator *g, MrValue exc);
bool mr_gen_close(MrThread *t, MrGenerator *g);
/* Sends `value` into any awaitable's iterator: as mr_gen_resume. */
MrGenResult mr_send_any(MrThread *t, MrValue it, MrValue value, MrValue *out);
/* Script-visible finalization of a dead generator or coroutine: close it, or warn that it was never awaited. */
bool mr_gen_needs_finalization(const MrGenerator *g); /* may be called on a dead one, before anything is swept */
void mr_gen_finalize(MrThread *t, MrGenerator *g);
MrValue mr_await_iter(MrThread *t, MrValue v, int context); /* GET_AWAITABLE */
MrValue mr_anext_awaitable(MrThread *t, MrValue aiter);     /* GET_ANEXT */

bool mr_gen_is_running(MrGenerator *g);
MrValue mr_raise_stop_iteration(MrThread *t, MrValue value); /* StopIteration(value), or without argument for None */
/* asend objects (types/asyncgen.c) */
MrValue mr_asyncgen_anext(MrThread *t, MrGenerator *g);
MrGenResult mr_asyncgen_send(MrThread *t, MrValue awaitable, MrValue value, MrValue *out);
/* What anext(it, fallback) returns: awaits `awaitable`, which it.__anext__() gave, and turns StopAsyncIteration into the fallback. */
MrValue mr_anext_default(MrThread *t, MrValue awaitable, MrValue fallback);
void mr_coroutine_note_origin(MrThread *t, MrGenerator *g); /* remembers where it was made, for the never-awaited warning */
void mr_warn_never_awaited(MrThread *t, MrGenerator *g);

static inline bool mr_is_coroutine(MrValue v) { return mr_is_exact(v, MR_TYPE_coroutine); }

#endif
