/* What the search for modules (vm/import.c) and the running of programs (vm/run.c) share. */
#ifndef MR_VM_IMPORT_PARTS_H
#define MR_VM_IMPORT_PARTS_H

#include "vm/import.h"

/* Where a module was found. */
typedef struct MrFound {
    char file[4096];  /* source to run, empty for a namespace package */
    bool package;
    bool archive;     /* the path has a file in it, which may be a ZIP archive */
    MrValue search;   /* a package's __path__ (list) or MR_UNBOUND */
} MrFound;

bool mr_is_file(const char *path);
bool mr_is_folder(const char *path);
/* All of a file; the text is malloc'd. False: errno. */
bool mr_read_file(const char *path, char **text, size_t *n);

/* sys.path; an empty list where a script has deleted it. */
MrValue mr_import_path(MrThread *t) MR_MUST_CHECK;
/* Looks `tail` up in the folders of `path` (a sequence). 1 found, 0 not, -1 error. */
int mr_import_find(MrThread *t, MrValue path, const char *tail, MrFound *f, bool trusted) MR_MUST_CHECK;
/* Gives a module __package__, __spec__, __file__ (unless `file` is None) and, to a package, __path__. */
bool mr_import_mark(MrThread *t, MrModule *m, const char *name, bool package, MrValue search, MrValue file) MR_MUST_CHECK;
/* The code of a source file. [script] */
MrCode *mr_import_source(MrThread *t, const char *path) MR_MUST_CHECK;
/* Runs code in a module. [script] */
MrValue mr_import_run(MrThread *t, MrModule *m, MrCode *code) MR_MUST_CHECK;
/* The module of a full dotted name, its parents first. [script] */
MrValue mr_import_dotted(MrThread *t, MrStr *name) MR_MUST_CHECK;

#endif
