/* Incremental search in the history: Ctrl-R towards older entries, Ctrl-S towards newer ones. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/lineedit.h"
#include "cli/width.h"

#define MAX_QUERY 256

typedef struct Search {
    char query[MAX_QUERY];
    size_t n;
    size_t entry;      /* history.n: the text itself */
    bool forward, failed;
} Search;

static bool matches(const MrEditor *e, size_t entry, const char *query)
{
    return entry < e->history.n && strstr(e->history.items[entry], query) != NULL;
}

static void show(MrEditor *e, const Search *s)
{
    char *text = NULL;
    if (asprintf(&text, "(%s%s-i-search)`%s': ", s->failed ? "failed " : "", s->forward ? "forward" : "reverse", s->query) >= 0) {
        free(e->search_prompt);
        e->search_prompt = text;
    }
    e->n_found = 0;
    const char *at = s->n && !s->failed ? strstr(e->buffer.s, s->query) : NULL;
    if (at) {
        e->found = (size_t)(at - e->buffer.s);
        e->n_found = s->n;
        e->buffer.cursor = e->found;
    }
    e->dirty = true;
}

/* Looks on from `entry`, which may itself be the answer if `here`. */
static void look(MrEditor *e, Search *s, bool here)
{
    size_t i = s->entry;
    if (!s->n)
        return;
    if (here && matches(e, i, s->query)) {
        s->failed = false;
        return;
    }
    const char *shown = i < e->history.n ? e->history.items[i] : NULL;
    while (s->forward ? i + 1 < e->history.n : i > 0) {
        i += s->forward ? 1 : (size_t)-1;
        if (matches(e, i, s->query) && !(shown && !strcmp(shown, e->history.items[i]))) {
            s->entry = i;
            s->failed = false;
            mr_buffer_set(&e->buffer, e->history.items[i], strlen(e->history.items[i]));
            return;
        }
    }
    s->failed = true;
}

static void shorten(Search *s)
{
    s->n -= mr_grapheme_back(s->query, s->n);
    s->query[s->n] = 0;
}

static bool lengthen(Search *s, uint32_t key)
{
    char text[4];
    size_t n = mr_char_encode(key, text);
    if (s->n + n >= MAX_QUERY)
        return false;
    memcpy(s->query + s->n, text, n);
    s->n += n;
    s->query[s->n] = 0;
    return true;
}

static void leave(MrEditor *e)
{
    free(e->search_prompt);
    e->search_prompt = NULL;
    e->n_found = 0;
    e->dirty = true;
}

uint32_t mr_editor_search(MrEditor *e, bool forward)
{
    Search s = {.entry = e->history.n, .forward = forward};
    char *before = strdup(e->buffer.s);
    size_t cursor = e->buffer.cursor;
    mr_editor_clear_below(e);
    show(e, &s);
    uint32_t key;
    for (;;) {
        key = mr_editor_key(e);
        if (!key)
            break;
        if (key == ('r' | MR_KEY_CTRL) || key == ('s' | MR_KEY_CTRL)) {
            s.forward = key == ('s' | MR_KEY_CTRL);
            look(e, &s, false);
        } else if (key == MR_KEY_BACKSPACE) {
            shorten(&s);
            s.entry = e->history.n;
            s.forward = forward;
            look(e, &s, true);
        } else if (key == ('g' | MR_KEY_CTRL)) {
            if (before)
                mr_buffer_set(&e->buffer, before, strlen(before));
            e->buffer.cursor = cursor <= e->buffer.n ? cursor : e->buffer.n;
            key = 0;
            break;
        } else if (key >= 32 && key < MR_KEY_NONE) {
            if (lengthen(&s, key))
                look(e, &s, true);
        } else {
            break;
        }
        show(e, &s);
    }
    if (s.entry < e->history.n)
        e->browsing = s.entry;
    leave(e);
    free(before);
    return key == MR_KEY_ESCAPE ? 0 : key;
}
