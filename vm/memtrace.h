/* Where memory was allocated: for tracemalloc. While it is on, each allocation is noted with its size and the lines that led to it.
 *
 * While it is off the allocator does not know of it: h->memory_trace makes the soft limit 0, so that allocations take the slow path (gc.c).
 */
#ifndef MR_VM_MEMTRACE_H
#define MR_VM_MEMTRACE_H

#include "vm/isolate.h"

typedef struct MrMemoryTrace MrMemoryTrace;

typedef struct MrMemoryLine { const char *filename; uint32_t line; } MrMemoryLine;
/* One place that memory comes from: its lines, newest first. Those beyond the limit are only counted. */
typedef struct MrMemoryPlace { uint32_t n_lines, depth; MrMemoryLine *lines; uint32_t hash; } MrMemoryPlace;

bool mr_memtrace_start(MrThread *t, uint32_t max_lines); /* false: MemoryError */
void mr_memtrace_stop(MrIsolate *iso);
void mr_memtrace_clear(MrIsolate *iso);
bool mr_memtrace_is_on(const MrIsolate *iso);
uint32_t mr_memtrace_limit(const MrIsolate *iso);        /* lines of a place */
void mr_memtrace_sums(MrIsolate *iso, size_t *current, size_t *peak);
void mr_memtrace_reset_peak(MrIsolate *iso);
size_t mr_memtrace_own_memory(const MrIsolate *iso);
/* Calls fn for each block that is noted; it may allocate, what it allocates is not noted. False from fn ends the walk. */
bool mr_memtrace_each(MrIsolate *iso, bool (*fn)(void *data, size_t size, const MrMemoryPlace *place), void *data);
const MrMemoryPlace *mr_memtrace_of(const MrIsolate *iso, const MrObj *o); /* NULL: not noted */

/* For gc.c. An allocation that may be noted: true if it is to be made by calling the allocator again and noted then. */
bool mr_memtrace_begin(MrThread *t);
void mr_memtrace_note(MrThread *t, MrObj *o, size_t size); /* o NULL: it failed */
void mr_memtrace_settle(MrIsolate *iso);                 /* after marking: forgets what is dead */
void mr_memtrace_forget(MrIsolate *iso, const MrObj *o); /* it is freed at once */

#endif
