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

/* Where the statements of a program text end, those of one line counting as one: size_t offsets are appended to `ends`. Nothing if the text has a syntax
 * error or no statement. */
void mr_statement_ends(const char *text, size_t n, MrBuf *ends);

#endif
