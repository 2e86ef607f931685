/* The edited text: changes with undo and redo, movement, the kill ring. */
#include "cli/buffer.h"

#include <stdlib.h>
#include <string.h>

#include "cli/width.h"

struct MrChange {
    size_t at, n_old, n_new, cursor; /* cursor: before the change */
    char *old, *new;                 /* malloc'd together; old is the block */
    unsigned group;
};

bool mr_buffer_init(MrBuffer *b)
{
    *b = (MrBuffer){.s = calloc(1, 64), .capacity = 64};
    return b->s != NULL;
}

static void forget_changes(MrBuffer *b, size_t from)
{
    for (size_t i = from; i < b->n_changes; i++)
        free(b->changes[i].old);
    b->n_changes = from;
    if (b->n_done > from)
        b->n_done = from;
}

void mr_buffer_fini(MrBuffer *b)
{
    forget_changes(b, 0);
    free(b->changes);
    free(b->s);
    *b = (MrBuffer){0};
}

/* ---- changing ---- */

static bool grow(MrBuffer *b, size_t n)
{
    if (n + 1 <= b->capacity)
        return true;
    size_t capacity = (n + 1) * 2;
    char *more = realloc(b->s, capacity);
    if (!more)
        return false;
    b->s = more;
    b->capacity = capacity;
    return true;
}

static bool splice(MrBuffer *b, size_t from, size_t to, const char *s, size_t n)
{
    if (!grow(b, b->n - (to - from) + n))
        return false;
    memmove(b->s + from + n, b->s + to, b->n - to);
    if (n)
        memcpy(b->s + from, s, n);
    b->n = b->n - (to - from) + n;
    b->s[b->n] = 0;
    return true;
}

static bool note(MrBuffer *b, size_t from, size_t to, const char *s, size_t n)
{
    forget_changes(b, b->n_done);
    if (b->n_changes == b->cap_changes) {
        size_t capacity = b->cap_changes ? b->cap_changes * 2 : 32;
        MrChange *more = realloc(b->changes, capacity * sizeof *more);
        if (!more)
            return false;
        b->changes = more;
        b->cap_changes = capacity;
    }
    char *texts = malloc(to - from + n + 1);
    if (!texts)
        return false;
    memcpy(texts, b->s + from, to - from);
    if (n)
        memcpy(texts + (to - from), s, n);
    b->changes[b->n_changes++] = (MrChange){from, to - from, n, b->cursor, texts, texts + (to - from), b->group};
    b->n_done = b->n_changes;
    return true;
}

void mr_buffer_replace(MrBuffer *b, size_t from, size_t to, const char *s, size_t n)
{
    b->typing = false;
    if ((from == to && !n) || !grow(b, b->n - (to - from) + n) || !note(b, from, to, s, n))
        return;
    splice(b, from, to, s, n);
    b->cursor = from + n;
}

void mr_buffer_step(MrBuffer *b)
{
    b->group++;
    b->typing = false;
}

void mr_buffer_type(MrBuffer *b, const char *s, size_t n)
{
    bool joins = b->typing && !(n == 1 && *s == ' ' && b->cursor && b->s[b->cursor - 1] != ' ');
    if (!joins)
        b->group++;
    mr_buffer_replace(b, b->cursor, b->cursor, s, n);
    b->typing = true;
}

void mr_buffer_set(MrBuffer *b, const char *s, size_t n)
{
    forget_changes(b, 0);
    if (!splice(b, 0, b->n, s, n))
        return;
    b->cursor = n;
    mr_buffer_step(b);
}

bool mr_buffer_undo(MrBuffer *b)
{
    if (!b->n_done)
        return false;
    unsigned group = b->changes[b->n_done - 1].group;
    while (b->n_done && b->changes[b->n_done - 1].group == group) {
        MrChange *c = &b->changes[b->n_done - 1];
        if (!splice(b, c->at, c->at + c->n_new, c->old, c->n_old))
            return false;
        b->cursor = c->cursor;
        b->n_done--;
    }
    b->typing = false;
    return true;
}

bool mr_buffer_redo(MrBuffer *b)
{
    if (b->n_done == b->n_changes)
        return false;
    unsigned group = b->changes[b->n_done].group;
    while (b->n_done < b->n_changes && b->changes[b->n_done].group == group) {
        MrChange *c = &b->changes[b->n_done];
        if (!splice(b, c->at, c->at + c->n_old, c->new, c->n_new))
            return false;
        b->cursor = c->at + c->n_new;
        b->n_done++;
    }
    b->typing = false;
    return true;
}

/* ---- places ---- */

size_t mr_buffer_line_start(const MrBuffer *b, size_t at)
{
    while (at > 0 && b->s[at - 1] != '\n')
        at--;
    return at;
}

size_t mr_buffer_line_end(const MrBuffer *b, size_t at)
{
    const char *end = memchr(b->s + at, '\n', b->n - at);
    return end ? (size_t)(end - b->s) : b->n;
}

size_t mr_buffer_left(const MrBuffer *b, size_t at) { return at - mr_grapheme_back(b->s, at); }
size_t mr_buffer_right(const MrBuffer *b, size_t at) { return at + mr_grapheme_next(b->s + at, b->n - at); }

static bool in_word(char c) { return (unsigned char)c >= 0x80 || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

size_t mr_buffer_word_left(const MrBuffer *b, size_t at)
{
    while (at > 0 && !in_word(b->s[at - 1]))
        at--;
    while (at > 0 && in_word(b->s[at - 1]))
        at--;
    return at;
}

size_t mr_buffer_word_right(const MrBuffer *b, size_t at)
{
    while (at < b->n && !in_word(b->s[at]))
        at++;
    while (at < b->n && in_word(b->s[at]))
        at++;
    return at;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

size_t mr_buffer_blank_left(const MrBuffer *b, size_t at)
{
    while (at > 0 && is_blank(b->s[at - 1]))
        at--;
    while (at > 0 && !is_blank(b->s[at - 1]))
        at--;
    return at;
}

static size_t at_column(const MrBuffer *b, size_t start, int column)
{
    size_t end = mr_buffer_line_end(b, start), at = start;
    for (int now = 0; at < end;) {
        size_t n = mr_grapheme_next(b->s + at, end - at);
        now += mr_grapheme_width(b->s + at, n);
        if (now > column)
            break;
        at += n;
    }
    return at;
}

size_t mr_buffer_vertical(const MrBuffer *b, size_t at, int lines, int *column)
{
    size_t start = mr_buffer_line_start(b, at);
    int wanted = *column >= 0 ? *column : mr_text_width(b->s + start, at - start);
    size_t target = start;
    for (; lines < 0; lines++) {
        if (target == 0)
            return at;
        target = mr_buffer_line_start(b, target - 1);
    }
    for (; lines > 0; lines--) {
        size_t end = mr_buffer_line_end(b, target);
        if (end == b->n)
            return at;
        target = end + 1;
    }
    *column = wanted;
    return at_column(b, target, wanted);
}

size_t mr_buffer_indent(const MrBuffer *b, size_t at)
{
    size_t start = mr_buffer_line_start(b, at);
    return strspn(b->s + start, " \t");
}

/* ---- the kill ring ---- */

void mr_kill_add(MrKillRing *k, const char *s, size_t n, bool join, bool before)
{
    if (!n)
        return;
    if (join && k->count) {
        char *old = k->items[k->newest];
        size_t length = k->lengths[k->newest];
        char *both = malloc(length + n + 1);
        if (!both)
            return;
        memcpy(both + (before ? n : 0), old, length);
        memcpy(both + (before ? 0 : length), s, n);
        both[length + n] = 0;
        free(old);
        k->items[k->newest] = both;
        k->lengths[k->newest] = length + n;
        return;
    }
    char *copy = malloc(n + 1);
    if (!copy)
        return;
    memcpy(copy, s, n);
    copy[n] = 0;
    k->newest = (k->newest + 1) % MR_KILL_RING;
    free(k->items[k->newest]);
    k->items[k->newest] = copy;
    k->lengths[k->newest] = n;
    if (k->count < MR_KILL_RING)
        k->count++;
}

const char *mr_kill_get(const MrKillRing *k, int back, size_t *n)
{
    if (!k->count)
        return NULL;
    int i = ((k->newest - back % k->count) % MR_KILL_RING + MR_KILL_RING) % MR_KILL_RING;
    *n = k->lengths[i];
    return k->items[i];
}

void mr_kill_fini(MrKillRing *k)
{
    for (int i = 0; i < MR_KILL_RING; i++)
        free(k->items[i]);
    *k = (MrKillRing){0};
}
