/* Bump arena: many small allocations, freed together.
 *
 * Memory comes in malloc'd chunks that never move, so pointers into an arena stay valid until mr_arena_fini().
 * Nothing is freed singly. When memory runs out, an allocation returns NULL and `failed` stays set: a caller that
 * builds a large structure may check each result, or stop at the first NULL and let its own caller look at the flag. */
#ifndef MR_BASE_ARENA_H
#define MR_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

typedef struct MrArenaChunk MrArenaChunk;

typedef struct MrArena {
    MrArenaChunk *chunks; /* newest first */
    char *next;           /* first free byte of the newest chunk */
    char *end;
    size_t used;          /* bytes handed out, for statistics and limits */
    bool failed;          /* an allocation has failed since init */
} MrArena;

/* Makes an empty arena. Allocates nothing yet, so it cannot fail. */
void mr_arena_init(MrArena *arena);

/* Frees everything allocated from the arena and leaves it empty and usable. */
void mr_arena_fini(MrArena *arena);

/* Returns `size` zeroed bytes aligned to 8, or NULL (and sets `failed`) when memory is out. Size 0 gives a valid pointer. */
void *mr_arena_alloc(MrArena *arena, size_t size);

/* Copies `length` bytes and adds a NUL. NULL when memory is out. */
char *mr_arena_strdup(MrArena *arena, const char *text, size_t length);

/* Copies `size` raw bytes, aligned to 8. NULL when memory is out. */
void *mr_arena_copy(MrArena *arena, const void *bytes, size_t size);

#define MR_ARENA_NEW(arena, type) ((type *)mr_arena_alloc((arena), sizeof(type)))
#define MR_ARENA_NEW_ARRAY(arena, type, count) ((type *)mr_arena_alloc((arena), sizeof(type) * (size_t)(count)))

#endif
