/* Exceptions: making, raising, matching, tracebacks, reports. */
#ifndef MR_VM_ERROR_H
#define MR_VM_ERROR_H

#include "base/diag.h"
#include "vm/isolate.h"

#define MR_EXCEPTION(v) ((MrException *)mr_obj_of(v))

/* Adds `frame`'s current line to the pending exception's traceback. */
void mr_traceback_add(MrThread *t, MrFrame *frame);
MrValue mr_exception_new(MrThread *t, MrType *type, MrValue args_tuple) MR_MUST_CHECK; /* instance without running __init__ in script */
static inline bool mr_is_exception(MrValue v) { return mr_is_kind(v, MR_KIND_EXCEPTION); }
bool mr_is_exception_class(MrThread *t, MrValue v);
/* The instance for `raise v`: an instance itself, or a class called. TypeError otherwise. */
MrValue mr_exception_instance(MrThread *t, MrValue v);
/* Hands the pending exception to sys.unraisablehook, and clears it; see unraisable.c. `where`: "in thread started by"; NULL: "in". [script] */
void mr_report_unraisable(MrThread *t, MrValue obj);
void mr_report_unraisable_at(MrThread *t, const char *where, MrValue obj);
/* What sys.unraisablehook itself does with its argument: a line that names the object, and the exception without those that it is chained to. [script] */
bool mr_print_unraisable(MrThread *t, MrValue args);
/* Prints an uncaught exception as the interpreter does at its end, through sys.excepthook and the traceback module. [script] */
void mr_print_exception(MrThread *t, MrValue exc);
/* The same by another function of the traceback module. */
void mr_print_exception_by(MrThread *t, const char *function, MrValue exc);
/* SyntaxError (or its subclass) from a compile diag. */
MrValue mr_raise_diag(MrThread *t, const MrSource *source, const MrDiag *diag);
bool mr_exception_type_ready(MrThread *t, MrType *type);
/* Type-specific fields from args: what BaseException.__new__ does for builtin exceptions. */
void mr_exception_init_fields(MrThread *t, MrException *e, MrType *type);
void mr_write_stderr(MrThread *t, const char *text, size_t n); /* sys.stderr, or the C stream when there is none */
/* Warnings: through the warnings module. */
bool mr_warn_explicit(MrThread *t, MrTypeId category, const char *message, const char *filename, int line);
/* Line of the instruction at pc. */
uint32_t mr_code_line(const MrCode *code, uint32_t pc);
/* Group helpers for except*: splits exc by class; out[0] matching or None, out[1] rest or None. */
bool mr_group_split(MrThread *t, MrValue exc, MrValue cls, MrValue *out);
/* Merges for the end of except*: reraised leaves regain the original's shape. */
MrValue mr_group_merge(MrThread *t, MrValue orig, MrValue list);

#endif
