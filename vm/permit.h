/* What a host allows the scripts of an isolate to reach outside of it. */
#ifndef MR_VM_PERMIT_H
#define MR_VM_PERMIT_H

#include "vm/isolate.h"

/* The numbers of moray.h's MORAY_ALLOW_... */
enum {
    MR_ALLOW_FILES = 1,        /* paths and descriptors: open, os, import from sys.path, reading stdin */
    MR_ALLOW_NETWORK = 2,      /* sockets, names */
    MR_ALLOW_PROCESSES = 4,    /* starting, signalling, waiting; signal handlers; what changes or ends this process */
    MR_ALLOW_ENVIRONMENT = 8,  /* environment variables */
    MR_ALLOW_THREADS = 16,     /* starting threads */
    MR_ALLOW_NATIVE = 32,      /* modules that load foreign libraries */
    MR_ALLOW_ALL = 63
};

/* True if the isolate may do this; otherwise a PermissionError that names the flag is pending. */
bool mr_allowed(MrThread *t, unsigned what) MR_MUST_CHECK;
/* The same for what any one of several flags allows. */
bool mr_allowed_any(MrThread *t, unsigned what) MR_MUST_CHECK;
static inline bool mr_denied(const MrThread *t, unsigned what) { return t->iso->denied & what; }
/* The C function that stands behind a row of a native module or type in this isolate: its own, or one that refuses. `where` is the module's
 * name, or the type's with its module. Only asked for isolates that are denied something. */
MrNative mr_permit_filter(const MrIsolate *iso, const char *where, const MrMethodDef *row);
/* Is the module classified in permit.c's table? Every native module has to be. */
bool mr_permit_knows(const char *module);

#endif
