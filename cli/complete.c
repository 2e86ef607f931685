/* Tab completion with its menu, and hints about calls. What there is to complete is found by the module _prompt, which looks at objects without
 * running properties; here it is shown and chosen from. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/highlight.h"
#include "cli/lineedit.h"
#include "cli/width.h"

#define MOST_HINT 8 /* rows of a signature and its docstring */

typedef struct Menu {
    char **items;
    int n, selected;    /* -1: none yet */
    size_t from, to;    /* what the items stand in place of */
    char *typed;        /* what stood there before */
} Menu;

/* ---- asking ---- */

static char *copy_str(MorayVM *vm, MorayRef ref)
{
    const char *text;
    return moray_to_str(vm, ref, &text, NULL) ? strdup(text) : NULL;
}

/* _prompt.name(*texts); the exception, if any, is dropped. */
static MorayRef ask(MorayVM *vm, const char *name, const char *const *texts, int n)
{
    MorayRef args[4];
    for (int i = 0; i < n; i++)
        args[i] = moray_str(vm, texts[i]);
    return moray_call(vm, moray_getattr(vm, moray_import(vm, "_prompt"), name), args, (size_t)n);
}

static char *slice(const char *s, size_t from, size_t to) { return strndup(s + from, to - from); }

static bool in_name(char c)
{
    return (unsigned char)c >= 0x80 || c == '_' || c == '.' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What stands in its line before the bracket that encloses the cursor, if that calls something: "x = os.path.join". NULL: it does not. malloc'd. */
static char *callee(const MrBuffer *b, MrOpen open)
{
    if (!open.depth || open.in_string || b->s[open.bracket] != '(')
        return NULL;
    size_t end = open.bracket, start = end;
    while (start > 0 && in_name(b->s[start - 1]))
        start--;
    bool defines = start >= 4 && (!strncmp(b->s + start - 4, "def ", 4) || (start >= 6 && !strncmp(b->s + start - 6, "class ", 6)));
    if (start == end || defines || mr_is_keyword(b->s + start, end - start))
        return NULL;
    if (b->s[start] == '.')
        start = mr_buffer_line_start(b, start);
    return slice(b->s, start, end);
}

static void fetch(MrEditor *e, Menu *m)
{
    MorayVM *vm = e->vm;
    MrBuffer *b = &e->buffer;
    MrOpen open = mr_look_open(b->s, b->cursor);
    MorayScope scope = moray_scope_open(vm);
    int64_t bytes = 0;
    MorayRef r = MORAY_NULL;
    if (open.in_string) {
        char *text = slice(b->s, open.string_start, b->cursor), *before = slice(b->s, mr_buffer_line_start(b, open.string_prefix), open.string_prefix);
        r = ask(vm, "complete_string", (const char *const[]){text ? text : "", (char[]){open.quote, 0}, before ? before : ""}, 3);
        free(text);
        free(before);
    } else if (!open.in_comment) {
        char *line = slice(b->s, mr_buffer_line_start(b, b->cursor), b->cursor), *f = callee(b, open);
        r = ask(vm, "complete", (const char *const[]){line ? line : "", f ? f : ""}, 2);
        free(line);
        free(f);
    }
    MorayRef list = moray_is_null(r) ? r : moray_item(vm, r, 1);
    int64_t n = moray_is_null(r) || !moray_to_int(vm, moray_item(vm, r, 0), &bytes) ? 0 : moray_len(vm, list);
    m->items = n > 0 && bytes >= 0 && (size_t)bytes <= b->cursor ? calloc((size_t)n, sizeof *m->items) : NULL;
    for (int64_t i = 0; m->items && i < n; i++) {
        char *item = copy_str(vm, moray_item(vm, list, i));
        if (item)
            m->items[m->n++] = item;
    }
    mr_drop_exception(vm);
    moray_scope_close(vm, scope);
    m->from = b->cursor - (size_t)bytes;
    m->to = b->cursor;
    m->typed = slice(b->s, m->from, m->to);
}

static void free_menu(Menu *m)
{
    for (int i = 0; i < m->n; i++)
        free(m->items[i]);
    free(m->items);
    free(m->typed);
}

/* ---- the menu ---- */

static void substitute(MrEditor *e, Menu *m, const char *text, size_t n)
{
    mr_buffer_replace(&e->buffer, m->from, m->to, text, n);
    m->to = m->from + n;
}

static size_t common_prefix(const Menu *m)
{
    size_t n = strlen(m->items[0]);
    for (int i = 1; i < m->n; i++) {
        size_t k = 0;
        while (k < n && m->items[i][k] == m->items[0][k])
            k++;
        n = k;
    }
    while (n > 0 && ((unsigned char)m->items[0][n] & 0xc0) == 0x80)
        n--;
    return n;
}

/* What is shown of an item: without the path or the objects before it. */
static const char *label(const char *item)
{
    size_t n = strlen(item);
    const char *at = item;
    for (size_t i = 0; i + 1 < n; i++)
        if (item[i] == '/' || (item[i] == '.' && item[i + 1] != '.'))
            at = item + i + 1;
    return *at ? at : item;
}

typedef struct Grid { int width, rows, per_row; } Grid;

/* Columns as wide as the longest label, but so that a few very long ones, which are cut, do not take the room of all others. */
static Grid grid_of(const MrEditor *e, const Menu *m)
{
    int cols = e->terminal.cols, most = cols / 3 > 20 ? cols / 3 : 20;
    Grid g = {.width = 1};
    for (int i = 0; i < m->n; i++) {
        const char *text = label(m->items[i]);
        int w = mr_text_width(text, strlen(text));
        g.width = w > g.width ? w : g.width;
    }
    if (g.width > most)
        g.width = most;
    g.per_row = cols / (g.width + 2) > 0 ? cols / (g.width + 2) : 1;
    g.rows = (m->n + g.per_row - 1) / g.per_row;
    g.per_row = (m->n + g.rows - 1) / g.rows;
    return g;
}

/* A label of at most so many columns; returns how many it takes. */
static int put_label(FILE *f, const char *text, int most)
{
    size_t n = strlen(text), at = 0;
    int width = mr_text_width(text, n), used = 0;
    if (width <= most) {
        fputs(text, f);
        return width;
    }
    while (at < n) {
        size_t length = mr_grapheme_next(text + at, n - at);
        int w = mr_grapheme_width(text + at, length);
        if (used + w > most - 1)
            break;
        fwrite(text + at, 1, length, f);
        used += w;
        at += length;
    }
    fputs("…", f);
    return used + 1;
}

static void show_menu(MrEditor *e, const Menu *m)
{
    int most = e->terminal.rows > 8 ? e->terminal.rows / 2 : 3;
    Grid g = grid_of(e, m);
    if (most > MR_MAX_BELOW - 1)
        most = MR_MAX_BELOW - 1;
    int shown = g.rows > most ? most : g.rows, first = 0;
    if (m->selected >= 0 && m->selected % g.rows >= shown)
        first = m->selected % g.rows - shown + 1;
    char *lines[MR_MAX_BELOW];
    int n = 0;
    for (int row = first; row < first + shown; row++) {
        size_t length = 0;
        char *line = NULL;
        FILE *f = open_memstream(&line, &length);
        for (int col = 0; f && col < g.per_row && col * g.rows + row < m->n; col++) {
            int i = col * g.rows + row;
            bool marked = i == m->selected, plain = !e->terminal.colors;
            fputs(!marked ? "" : plain ? "[" : "\033[7m", f);
            int used = put_label(f, label(m->items[i]), g.width);
            fputs(!marked ? "" : plain ? "]" : "\033[0m", f);
            used += marked && plain ? 2 : 0;
            if (col + 1 < g.per_row)
                fprintf(f, "%*s", g.width + 2 > used ? g.width + 2 - used : 0, "");
        }
        if (f && !fclose(f) && line)
            lines[n++] = line;
    }
    char *more = NULL;
    if (g.rows > shown && asprintf(&more, e->terminal.colors ? "\033[90m%d of %d rows\033[0m" : "%d of %d rows", shown, g.rows) >= 0)
        lines[n++] = more;
    mr_editor_set_below(e, lines, n);
}

static void choose(MrEditor *e, Menu *m, int i)
{
    m->selected = (i % m->n + m->n) % m->n;
    substitute(e, m, m->items[m->selected], strlen(m->items[m->selected]));
    show_menu(e, m);
}

static uint32_t run_menu(MrEditor *e, Menu *m)
{
    show_menu(e, m);
    for (;;) {
        uint32_t key = mr_editor_key(e);
        bool moving = m->selected >= 0;
        if (key == MR_KEY_TAB || (moving && key == MR_KEY_DOWN)) {
            choose(e, m, m->selected + 1);
        } else if (key == (MR_KEY_TAB | MR_KEY_SHIFT) || (moving && key == MR_KEY_UP)) {
            choose(e, m, moving ? m->selected - 1 : m->n - 1);
        } else if (moving && (key == MR_KEY_RIGHT || key == MR_KEY_LEFT)) {
            int rows = grid_of(e, m).rows, i = m->selected + (key == MR_KEY_RIGHT ? rows : -rows);
            choose(e, m, i >= 0 && i < m->n ? i : m->selected);
        } else if (key == MR_KEY_ESCAPE || key == ('g' | MR_KEY_CTRL)) {
            substitute(e, m, m->typed ? m->typed : "", m->typed ? strlen(m->typed) : 0);
            mr_editor_clear_below(e);
            return 0;
        } else {
            mr_editor_clear_below(e);
            return moving && key == MR_KEY_ENTER ? 0 : key;
        }
    }
}

uint32_t mr_editor_complete(MrEditor *e)
{
    Menu m = {.selected = -1};
    uint32_t key = 0;
    fetch(e, &m);
    mr_buffer_step(&e->buffer);
    if (m.n) {
        size_t n = common_prefix(&m), typed = m.to - m.from;
        if (n > typed || (n == typed && m.n == 1) || (n == typed && strncmp(m.items[0], m.typed ? m.typed : "", n)))
            substitute(e, &m, m.items[0], n);
        if (m.n > 1)
            key = run_menu(e, &m);
    }
    free_menu(&m);
    return key;
}

/* ---- hints ---- */

/* How much of a line goes into a row of so many columns: up to a blank, if there is one. */
static size_t row_length(const char *text, size_t n, int cols)
{
    size_t at = 0, blank = 0;
    for (int used = 0; at < n;) {
        size_t length = mr_grapheme_next(text + at, n - at);
        used += mr_grapheme_width(text + at, length);
        if (used > cols)
            return blank ? blank : at ? at : length;
        if (text[at] == ' ' && at)
            blank = at + 1;
        at += length;
    }
    return n;
}

static void show_hint(MrEditor *e, const char *text)
{
    char *lines[MOST_HINT];
    int n = 0;
    const char *on = e->terminal.colors ? "\033[0;36m" : "", *off = e->terminal.colors ? "\033[0m" : "";
    while (*text && n < MOST_HINT) {
        size_t length = strcspn(text, "\n");
        for (size_t at = 0; at < length && n < MOST_HINT;) {
            size_t used = row_length(text + at, length - at, e->terminal.cols - (at ? 4 : 0));
            if (asprintf(&lines[n], "%s%s%.*s%s", on, at ? "    " : "", (int)used, text + at, off) >= 0)
                n++;
            at += used;
        }
        on = e->terminal.colors ? "\033[90m" : "";
        text += length + (text[length] == '\n');
    }
    mr_editor_set_below(e, lines, n);
    e->below_is_hint = n > 0;
}

void mr_editor_hint(MrEditor *e)
{
    MrBuffer *b = &e->buffer;
    if ((e->n_below && !e->below_is_hint) || e->search_prompt || b->n > 65536)
        return;
    MrOpen open = mr_look_open(b->s, b->cursor);
    char *name = callee(b, open);
    if (!name) {
        if (e->below_is_hint)
            mr_editor_clear_below(e);
        free(e->hint_about);
        e->hint_about = NULL;
        return;
    }
    if (e->hint_about && !strcmp(e->hint_about, name)) {
        free(name);
        return;
    }
    free(e->hint_about);
    e->hint_about = name;
    MorayScope scope = moray_scope_open(e->vm);
    char *text = copy_str(e->vm, ask(e->vm, "describe_call", (const char *const[]){name}, 1));
    mr_drop_exception(e->vm);
    moray_scope_close(e->vm, scope);
    show_hint(e, text ? text : "");
    free(text);
    e->dirty = true;
}
