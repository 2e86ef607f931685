/* Bump arena over malloc'd chunks. See arena.h for the contract.
 *
 * Chunks double from 4 KiB to 256 KiB; a request larger than a quarter of the next chunk gets a chunk of its own, put behind
 * the current one so that the current one's free space stays in use. */
#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CHUNK = 4096, LAST_CHUNK = 256 * 1024 };

struct MrArenaChunk {
    MrArenaChunk *older;
    size_t size; /* of data */
    _Alignas(8) char data[];
};

void mr_arena_init(MrArena *arena) { *arena = (MrArena){NULL, NULL, NULL, 0, false}; }

void mr_arena_fini(MrArena *arena) {
    MrArenaChunk *chunk = arena->chunks;
    while (chunk) {
        MrArenaChunk *older = chunk->older;
        free(chunk);
        chunk = older;
    }
    mr_arena_init(arena);
}

static void *fail(MrArena *arena) {
    arena->failed = true;
    return NULL;
}

static MrArenaChunk *new_chunk(size_t size) {
    MrArenaChunk *chunk = malloc(sizeof *chunk + size);
    if (chunk) chunk->size = size;
    return chunk;
}

static void *alloc_raw(MrArena *arena, size_t size) {
    if (size > PTRDIFF_MAX / 2) return fail(arena);
    size = (size + 7) & ~(size_t)7;
    if (size > (size_t)(arena->end - arena->next) || !arena->chunks) {
        size_t next_size = arena->chunks ? arena->chunks->size * 2 : FIRST_CHUNK;
        if (next_size > LAST_CHUNK) next_size = LAST_CHUNK;
        if (next_size < FIRST_CHUNK) next_size = FIRST_CHUNK;
        bool alone = size > next_size / 4;
        MrArenaChunk *chunk = new_chunk(alone ? size : next_size);
        if (!chunk) return fail(arena);
        if (alone && arena->chunks) {
            chunk->older = arena->chunks->older;
            arena->chunks->older = chunk;
            arena->used += size;
            return chunk->data;
        }
        chunk->older = arena->chunks;
        arena->chunks = chunk;
        arena->next = chunk->data;
        arena->end = chunk->data + chunk->size;
    }
    void *result = arena->next;
    arena->next += size;
    arena->used += size;
    return result;
}

void *mr_arena_alloc(MrArena *arena, size_t size) {
    void *result = alloc_raw(arena, size);
    return result ? memset(result, 0, size) : NULL;
}

char *mr_arena_strdup(MrArena *arena, const char *text, size_t length) {
    char *copy = alloc_raw(arena, length + 1);
    if (!copy) return NULL;
    if (length) memcpy(copy, text, length);
    copy[length] = 0;
    return copy;
}

void *mr_arena_copy(MrArena *arena, const void *bytes, size_t size) {
    void *copy = alloc_raw(arena, size);
    if (copy && size) memcpy(copy, bytes, size);
    return copy;
}
