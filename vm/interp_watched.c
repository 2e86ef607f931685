/* The dispatch loop once more, for threads that are watched: the same text as interp.c with the calls of watch.h in it. */
#define MR_WATCHED_LOOP 1
#include "vm/interp.c"
