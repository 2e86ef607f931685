/* The front end's listings of a source, for moray.h. */
#ifndef MR_VM_API_FRONT_H
#define MR_VM_API_FRONT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/source.h"

/* Appends a listing to out; false with the error in diag. `arena` is for what it needs meanwhile. */
typedef bool MrLister(const MrSource *source, MrArena *arena, MrDiag *diag, MrBuf *out);
MrLister mr_list_tokens, mr_list_ast;

/* How many bytes of a program text its first statement takes, with those that end in the same line; the lines before it are counted in. 0 if the text
 * has a syntax error or no statement. */
size_t mr_first_statement(const char *text, size_t n);

#endif
