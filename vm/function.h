/* Function and code objects. */
#ifndef MR_VM_FUNCTION_H
#define MR_VM_FUNCTION_H

#include "compiler/code.h"
#include "vm/isolate.h"

MrFunction *mr_function_new(MrThread *t, MrCode *code, MrDict *globals) MR_MUST_CHECK;
/* A code object of this isolate from a unit, nested ones included. The unit is not kept. */
MrCode *mr_code_load(MrThread *t, const MrUnit *unit) MR_MUST_CHECK;
/* The dict of builtins that code with these globals uses: globals["__builtins__"], or the isolate's. */
MrDict *mr_builtins_of(MrThread *t, MrDict *globals);
struct MrSource;
struct MrDiag;
enum {
    MR_COMPILE_FROM_STR = 1u << 30, /* the text was a str: coding cookies are ignored */
    MR_COMPILE_STREAMED = 1u << 29, /* the program's own text, not a module's (MrSource.streamed) */
};
/* Compiles text and loads it. SyntaxError etc. pending on NULL. Warnings are issued. mode: MR_COMPILE_EXEC..., flags: MR_COMPILE_*. [script] */
struct MrAst;
struct MrArena;
/* A code object of a syntax tree; see compile.h. */
MrCode *mr_compile_ast(MrThread *t, struct MrAst *tree, struct MrArena *arena, const char *filename, int mode, unsigned flags) MR_MUST_CHECK;
/* mr_source_init(), and through the codecs where the cookie asks for it. False: an exception is pending or the error is in `diag`. [script] */
bool mr_source_read(MrThread *t, struct MrSource *source, const char *filename, const char *text, size_t n, int origin, struct MrDiag *diag) MR_MUST_CHECK;
MrCode *mr_compile_text(MrThread *t, const char *text, size_t n, const char *filename, int mode, unsigned flags) MR_MUST_CHECK;
/* locals() of a frame: a fresh dict for functions, the namespace otherwise. */
MrValue mr_frame_locals(MrThread *t, MrFrame *f) MR_MUST_CHECK;
bool mr_frame_has_registers(const MrFrame *f); /* a function's: its locals become a dict only when somebody asks */
bool mr_frame_refresh_locals(MrThread *t, MrFrame *f, MrDict *d) MR_MUST_CHECK; /* brings such a dict up to date; what is no local's name stays */
/* Sets the locals and free variables that `locals`, a dict, has other values for; what it lacks is left alone. */
bool mr_frame_store_locals(MrThread *t, MrFrame *f, MrValue locals) MR_MUST_CHECK;

#endif
