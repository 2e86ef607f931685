/* What the interpreter and print() need of the _io module: see _io.c for how its files share the work. */
#ifndef MR_STDLIB_IO_H
#define MR_STDLIB_IO_H

#include "vm/types/text.h"
#include "vm/vm.h"

/* The three standard streams as text files, made when sys is: 0 stdin, 1 stdout, 2 stderr. MR_NONE if the descriptor is closed. */
MrValue mr_io_standard(MrThread *t, int fd) MR_MUST_CHECK;
/* Writes out sys.stdout and sys.stderr; errors of stdout other than on a closed file are pending afterwards (false). [script] */
bool mr_io_flush_std(MrThread *t);
/* file.flush() */
bool mr_io_flush(MrThread *t, MrValue file) MR_MUST_CHECK;
/* Is v exactly a TextIOWrapper, attributes of its own and overridden methods excluded? Then mr_io_text_write does what its write() does. */
bool mr_io_is_plain_text(MrThread *t, MrValue v);
bool mr_io_text_write(MrThread *t, MrValue file, const char *utf8, size_t n) MR_MUST_CHECK; /* [script] only through a foreign buffer or codec */
bool mr_io_text_flush(MrThread *t, MrValue file) MR_MUST_CHECK;
/* Writes out what file objects hold for a file, or for all files (NULL). True when there was something. [script] only through a foreign codec */
struct stat;
bool mr_io_complete_writers(MrThread *t, const struct stat *of);
/* open(), shared by the builtins and _io. */
MrNativeDecl mr_io_open;

#endif
