/* Limits that scripts cannot catch, and being stopped from outside.
 *
 * Reaching one makes an exception pending with iso->stopping set: no handler catches it until the host has taken it. What a native swallows
 * comes back at the next poll. Loops of natives keep to the limits by calling mr_poll every few thousand rounds (vm.h). */
#ifndef MR_VM_LIMITS_H
#define MR_VM_LIMITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "vm/value.h"

struct MrIsolate;
struct MrThread;
struct MrBuf;

typedef enum MrLimit { MR_LIMIT_NONE, MR_LIMIT_HEAP, MR_LIMIT_STEPS, MR_LIMIT_TIME, MR_LIMIT_DEPTH, MR_LIMIT_OUTPUT, MR_LIMIT_INTERRUPT } MrLimit;

/* Room for the contents of a MrBuf, looked at once it is large. */
#define mr_limits_buf(t, buf, more) (MR_LIKELY((buf)->length + (size_t)(more) < (1u << 20)) || mr_limits_room(t, (buf)->length + (size_t)(more)))
#define MR_NATIVE_POLL_STEPS 100 /* what one poll inside a native counts */

typedef struct MrLimits {
    uint64_t heap;        /* all in all; 0 in any of them: no limit */
    uint64_t steps, output;
    uint64_t time_ms;
    uint32_t depth;
    uint64_t steps_used, output_used;
    int64_t deadline;     /* of the monotonic clock, in ns; 0: none */
    bool due;             /* atomic: the watchdog says that the deadline is over */
    struct MrWatchdog *watchdog; /* a thread that waits for the deadline; made when there is one first */
    MrLimit reached;
    bool interrupted;     /* atomic: another thread asked for a stop */
    bool interruptible;   /* waits in the kernel are cut into slices, since nothing else ends them */
} MrLimits;

/* New limits, counted from now. Ends a stop. */
void mr_limits_set(struct MrIsolate *iso, const MrLimits *limits);
/* What is set and used up, without the flags that other threads set. */
MrLimits mr_limits_copy(const struct MrIsolate *iso);
/* Goes back to such a copy after a mr_limits_set: what was used up then and the deadline count again. */
void mr_limits_restore(struct MrIsolate *iso, const MrLimits *before);
/* Called by a poll when MR_POLL_LIMIT is set. False: the script has to stop, an exception is pending. */
bool mr_limits_check(struct MrThread *t, uint64_t steps);
/* Stops the script for this reason. False. */
bool mr_limits_stop(struct MrThread *t, MrLimit reason);
/* A native wrote so many bytes to a standard stream: false if that was too much. */
bool mr_limits_output(struct MrThread *t, uint64_t bytes);
/* Would so many bytes more break the heap's limit? Then the script is stopped. For memory outside of the heap whose size a script chooses. */
bool mr_limits_room(struct MrThread *t, uint64_t bytes);
/* The allocation of `size` bytes failed: because of the limit (the script is stopped then) or of the machine. */
void mr_limits_no_memory(struct MrThread *t);
/* Nanoseconds that a native may wait in the kernel before it must poll again, at most `wanted`; `wanted` < 0: for ever, INT64_MAX then. */
int64_t mr_limits_wait(struct MrIsolate *iso, int64_t wanted);
/* Something that takes about so many ns and cannot be interrupted is to be done: false, and the script is stopped, if the deadline is nearer. */
bool mr_limits_cost(struct MrThread *t, double ns);
/* For loops in C that call nothing: a step that runs no script, unlike mr_poll. False: stop. */
#define mr_limits_tick(t) (MR_LIKELY(!(mr_poll_bits((t)->iso) & 4)) || mr_limits_check(t, 1))
/* The same for loops over bytes and characters, whose `counter` (a size_t of theirs) goes up: a step for every 4096 rounds. */
#define mr_limits_work(t, counter) (MR_LIKELY(++(counter) % 4096 != 0) || mr_limits_tick(t))
/* And for those that work through memory in pieces of this size: the end of the piece that begins at `from`. */
#define MR_WORK_PIECE ((size_t)256 << 10)
#define mr_work_piece(from, n) ((n) - (from) > MR_WORK_PIECE ? (from) + MR_WORK_PIECE : (n))
/* memcpy and memset of as much as a script may choose, in such pieces. False: stop. */
bool mr_work_copy(struct MrThread *t, void *to, const void *from, size_t n);
bool mr_work_fill(struct MrThread *t, void *to, char byte, size_t n);
/* The same where the pieces overlap. */
bool mr_work_move(struct MrThread *t, void *to, const void *from, size_t n);
/* Copies n values, which are few as a rule. */
static inline bool mr_work_copy_values(struct MrThread *t, uint64_t *to, const uint64_t *from, size_t n)
{
    if (__builtin_expect(n > MR_WORK_PIECE / sizeof *to, 0))
        return mr_work_copy(t, to, from, n * sizeof *to);
    if (n <= 8)
        mr_copy_few(to, from, n);
    else
        memcpy(to, from, n * sizeof *to);
    return true;
}
/* memcmp and the hash (mr_hash_bytes) of as much. Where the script has to stop meanwhile they raise nothing, since the next poll will: it compares as 1, and the hash is false. */
int mr_work_compare_long(struct MrThread *t, const void *a, const void *b, size_t n);
static inline int mr_work_compare(struct MrThread *t, const void *a, const void *b, size_t n)
{
    return __builtin_expect(n > MR_WORK_PIECE, 0) ? mr_work_compare_long(t, a, b, n) : memcmp(a, b, n);
}
bool mr_work_hash(struct MrThread *t, const void *bytes, size_t n, uint64_t *hash);
/* mr_buf_fill and mr_buf_write in the same way; to stop, the buffer fails. */
void mr_work_fill_buf(struct MrThread *t, struct MrBuf *buf, char byte, size_t n);
void mr_work_write_buf(struct MrThread *t, struct MrBuf *buf, const char *bytes, size_t n);
/* Has another thread asked for a stop? Also to be asked by a thread that has left. */
bool mr_limits_is_asked(struct MrIsolate *iso);
/* Has the script to stop at its next poll, whatever it counts? */
bool mr_limits_is_over(struct MrIsolate *iso);
/* The same, or is it to be interrupted by a SIGINT? mr_limits_check then says false. */
bool mr_limits_is_ending(const struct MrThread *t);
/* Ends the watchdog. */
void mr_limits_fini(struct MrIsolate *iso);
/* From any thread: the script is to stop at its next poll. */
void mr_limits_interrupt(struct MrIsolate *iso);
/* The host has taken the exception: script can run again, as far as the limits go. */
void mr_limits_resume(struct MrIsolate *iso);

#endif
