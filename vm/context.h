/* Context variables: what a task, a handle or a callback needs to carry the values of contextvars along.
 *
 * A "context value" is one of three: MR_UNBOUND (no variable set), a map (immutable, a node of types/context.c), or an MrContext object.
 * t->context always holds one. Copying a context is taking its map, so nothing is allocated until a variable is set or somebody asks for
 * the Context object itself.
 */
#ifndef MR_VM_CONTEXT_H
#define MR_VM_CONTEXT_H

#include "vm/isolate.h"

typedef struct MrContext { /* h.aux: 1 while entered */
    MrObj h;
    MrValue map;   /* MR_UNBOUND: empty */
    MrValue outer; /* while entered by Context.run: the context value that was current before */
} MrContext;

static inline bool mr_is_context(MrValue v) { return mr_is_exact(v, MR_TYPE_Context); }

/* A copy of the current context as a context value that has no identity yet. Never allocates. */
static inline MrValue mr_context_snapshot(MrThread *t)
{
    MrValue c = t->context;
    return mr_is_context(c) ? ((MrContext *)mr_obj_of(c))->map : c;
}

/* The Context object of a context value: *context becomes it if it was none yet. NULL: out of memory. */
MrContext *mr_context_object(MrThread *t, MrValue *context) MR_MUST_CHECK;
/* Runs f(*args, **kwargs) inside `context`. RuntimeError if it is entered already. [script] */
MrValue mr_context_run(MrThread *t, MrContext *context, MrValue f, MrValue args_tuple, MrValue kwargs) MR_MUST_CHECK;

/* Context variables of natives: a new one without a fallback; its value in the current context, MR_UNBOUND if it has none; a new value. */
MrValue mr_context_var_new(MrThread *t, const char *name) MR_MUST_CHECK;
MrValue mr_context_var_get(MrThread *t, MrValue var);
bool mr_context_var_set(MrThread *t, MrValue var, MrValue value) MR_MUST_CHECK;

/* Token.MISSING of this isolate. */
MrValue mr_token_missing(MrThread *t) MR_MUST_CHECK;

#endif
