/* The text that is edited: UTF-8 in one piece with a cursor in it, its history of changes, and the ring of killed texts.
 *
 * Positions are byte offsets and always lie between characters as a reader sees them. Lines are separated by '\n'. Every change goes through
 * mr_buffer_replace, so that every change can be undone. When memory is out, a change does not happen.
 */
#ifndef MR_CLI_BUFFER_H
#define MR_CLI_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct MrChange MrChange;

typedef struct MrBuffer {
    char *s;               /* with a NUL behind; never NULL after init */
    size_t n, capacity, cursor;
    MrChange *changes;     /* n_done that are in the text, then those that were undone */
    size_t n_changes, n_done, cap_changes;
    unsigned group;        /* changes of one group are undone together */
    bool typing;           /* the last change was a typed character: the next one may join it */
} MrBuffer;

enum { MR_KILL_RING = 32 };
typedef struct MrKillRing {
    char *items[MR_KILL_RING];
    size_t lengths[MR_KILL_RING];
    int newest, count;
} MrKillRing;

bool mr_buffer_init(MrBuffer *b);
void mr_buffer_fini(MrBuffer *b);
/* Starts anew with this text, cursor at its end, nothing to undo. */
void mr_buffer_set(MrBuffer *b, const char *s, size_t n);
/* s[from..to) becomes these bytes; the cursor goes behind them. */
void mr_buffer_replace(MrBuffer *b, size_t from, size_t to, const char *s, size_t n);
/* The next changes are a step of their own for undo. */
void mr_buffer_step(MrBuffer *b);
/* A typed character: joins the ones typed before it. */
void mr_buffer_type(MrBuffer *b, const char *s, size_t n);
bool mr_buffer_undo(MrBuffer *b);
bool mr_buffer_redo(MrBuffer *b);

/* Places relative to `at`. */
size_t mr_buffer_left(const MrBuffer *b, size_t at);
size_t mr_buffer_right(const MrBuffer *b, size_t at);
size_t mr_buffer_line_start(const MrBuffer *b, size_t at);
size_t mr_buffer_line_end(const MrBuffer *b, size_t at);
/* Word ends as Emacs has them: letters, digits, _ and everything beyond ASCII make words. */
size_t mr_buffer_word_left(const MrBuffer *b, size_t at);
size_t mr_buffer_word_right(const MrBuffer *b, size_t at);
/* Start of the run of non-blanks before `at`. */
size_t mr_buffer_blank_left(const MrBuffer *b, size_t at);
/* The place a line above or below, in the same column as far as there is one; `column` is kept over several moves (-1: take it from `at`).
 * Returns `at` if there is no such line. */
size_t mr_buffer_vertical(const MrBuffer *b, size_t at, int lines, int *column);
/* Bytes of blanks that the line of `at` begins with. */
size_t mr_buffer_indent(const MrBuffer *b, size_t at);

/* Adds a killed text, or, with `join`, puts it behind (before) the newest one. */
void mr_kill_add(MrKillRing *k, const char *s, size_t n, bool join, bool before);
const char *mr_kill_get(const MrKillRing *k, int back, size_t *n); /* NULL if there is none */
void mr_kill_fini(MrKillRing *k);

#endif
