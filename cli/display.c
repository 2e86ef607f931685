/* Laying a frame out in rows, and bringing the screen from one set of rows to the next: rows that have not changed are not sent again, and all of a
 * change is one write. */
#define _GNU_SOURCE
#include "cli/display.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/highlight.h"
#include "cli/width.h"

#define TAB 8

/* ---- rows ---- */

static MrRow *add_row(MrRows *rows)
{
    if (rows->n == rows->capacity) {
        int capacity = rows->capacity ? rows->capacity * 2 : 16;
        MrRow *more = realloc(rows->items, (size_t)capacity * sizeof *more);
        if (!more)
            return NULL;
        memset(more + rows->capacity, 0, (size_t)(capacity - rows->capacity) * sizeof *more);
        rows->items = more;
        rows->capacity = capacity;
    }
    MrRow *row = &rows->items[rows->n++];
    row->n = 0;
    row->width = 0;
    return row;
}

static void put(MrRow *row, const char *bytes, size_t n)
{
    if (!row)
        return;
    if (row->n + n + 1 > row->capacity) {
        size_t capacity = (row->n + n + 1) * 2;
        char *more = realloc(row->bytes, capacity);
        if (!more)
            return;
        row->bytes = more;
        row->capacity = capacity;
    }
    memcpy(row->bytes + row->n, bytes, n);
    row->n += n;
}

static void put_text(MrRow *row, const char *text) { put(row, text, strlen(text)); }

static void free_rows(MrRows *rows)
{
    for (int i = 0; i < rows->capacity; i++)
        free(rows->items[i].bytes);
    free(rows->items);
    *rows = (MrRows){0};
}

void mr_display_init(MrDisplay *d, MrTerminal *t)
{
    *d = (MrDisplay){.terminal = t};
    pthread_mutex_init(&d->lock, NULL);
}

void mr_display_fini(MrDisplay *d)
{
    free_rows(&d->shown);
    free_rows(&d->next);
    pthread_mutex_destroy(&d->lock);
}

/* ---- layout ---- */

typedef struct Layout {
    MrRows *rows;
    MrRow *row;
    int cols, column, style;
    bool colors;
} Layout;

static void new_row(Layout *l)
{
    if (l->row && l->style != MR_STYLE_PLAIN)
        put_text(l->row, "\033[0m");
    if (l->row)
        l->row->width = l->column;
    l->row = add_row(l->rows);
    l->column = 0;
    if (l->row && l->style != MR_STYLE_PLAIN)
        put_text(l->row, mr_style_sequence((MrStyle)l->style));
}

static void set_style(Layout *l, int style)
{
    if (!l->colors || style == l->style)
        return;
    l->style = style;
    if (l->row)
        put_text(l->row, mr_style_sequence((MrStyle)style));
}

/* One character of so many columns. */
static void put_cell(Layout *l, const char *s, size_t n, int width)
{
    if (width > l->cols) { /* wider than the whole screen */
        s = "?";
        n = 1;
        width = 1;
    }
    if (l->column + width > l->cols)
        new_row(l);
    put(l->row, s, n);
    l->column += width;
}

static void put_character(Layout *l, const char *s, size_t n)
{
    char buffer[8];
    if (*s == '\t') {
        int width = TAB - l->column % TAB;
        for (int i = 0; i < width && (i == 0 || l->column < l->cols); i++)
            put_cell(l, " ", 1, 1);
        return;
    }
    const char *shown = mr_grapheme_shown(s, n, buffer);
    if (!shown) {
        put_cell(l, s, n, mr_grapheme_width(s, n));
        return;
    }
    if (shown != buffer) {
        put_cell(l, shown, strlen(shown), 1);
        return;
    }
    for (; *shown; shown++)
        put_cell(l, shown, 1, 1);
}

/* A prompt: its escape sequences pass through. */
static void put_prompt(Layout *l, const char *s)
{
    for (size_t n = strlen(s), at = 0; at < n;) {
        if (s[at] == 27) {
            size_t end = at + 1;
            while (end < n && !((s[end] >= 'a' && s[end] <= 'z') || (s[end] >= 'A' && s[end] <= 'Z')))
                end++;
            end += end < n;
            put(l->row, s + at, end - at);
            at = end;
        } else if (s[at] == '\n') {
            new_row(l);
            at++;
        } else if (s[at] == 1 || s[at] == 2) { /* readline's marks around what takes no room */
            at++;
        } else {
            size_t used = mr_grapheme_next(s + at, n - at);
            put_character(l, s + at, used);
            at += used;
        }
    }
}

/* A line below: cut at the screen's width; escape sequences pass. */
static void put_below(Layout *l, const char *s)
{
    new_row(l);
    for (size_t n = strlen(s), at = 0; at < n;) {
        if (s[at] == 27) {
            size_t end = at + 1 + strcspn(s + at + 1, "m");
            end += end < n;
            put(l->row, s + at, end - at);
            at = end;
            continue;
        }
        size_t used = mr_grapheme_next(s + at, n - at);
        int width = mr_grapheme_width(s + at, used);
        if (l->column + width <= l->cols)
            put_character(l, s + at, used);
        at += used;
    }
}

typedef struct Place { int row, column; } Place;

static Place lay_out(MrDisplay *d, const MrFrame *f, int *n_text)
{
    Layout l = {.rows = &d->next, .cols = d->terminal->cols, .style = MR_STYLE_PLAIN, .colors = d->terminal->colors};
    Place cursor = {0, 0};
    d->next.n = 0;
    new_row(&l);
    put_prompt(&l, f->prompt);
    for (size_t at = 0; at <= f->n;) {
        if (at == f->cursor) {
            size_t n = at < f->n && f->text[at] != '\n' ? mr_grapheme_next(f->text + at, f->n - at) : 0;
            int width = n ? mr_grapheme_width(f->text + at, n) : 1;
            if (l.column && l.column + (width > l.cols ? 1 : width < 1 ? 1 : width) > l.cols)
                new_row(&l);
            cursor = (Place){d->next.n - 1, l.column};
        }
        if (at == f->n)
            break;
        if (f->text[at] == '\n') {
            set_style(&l, MR_STYLE_PLAIN);
            new_row(&l);
            put_prompt(&l, f->more);
            at++;
            continue;
        }
        size_t n = mr_grapheme_next(f->text + at, f->n - at);
        set_style(&l, f->styles ? f->styles[at] : MR_STYLE_PLAIN);
        put_character(&l, f->text + at, n);
        at += n;
    }
    set_style(&l, MR_STYLE_PLAIN);
    *n_text = d->next.n;
    for (int i = 0; i < f->n_below; i++)
        put_below(&l, f->below[i]);
    if (l.row)
        l.row->width = l.column;
    return cursor;
}

/* Keeps the rows [from, to) of a frame. */
static void keep(MrRows *rows, int from, int to)
{
    for (int i = from; from > 0 && i < to; i++) {
        MrRow row = rows->items[i - from];
        rows->items[i - from] = rows->items[i];
        rows->items[i] = row;
    }
    rows->n = to - from;
}

/* Cuts a frame that is taller than the screen down to what is around the cursor. */
static void fit(MrDisplay *d, Place *cursor, int n_text)
{
    int room = d->terminal->rows, below = d->next.n - n_text;
    if (d->next.n <= room) {
        d->top = 0;
        return;
    }
    int for_below = room - n_text;
    if (for_below < room / 2)
        for_below = room / 2;
    if (below > for_below)
        below = for_below;
    room -= below;
    if (room < 1) {
        room = 1;
        below = d->terminal->rows - 1;
    }
    if (cursor->row < d->top)
        d->top = cursor->row;
    if (cursor->row >= d->top + room)
        d->top = cursor->row - room + 1;
    if (d->top > n_text - room)
        d->top = n_text - room > 0 ? n_text - room : 0;
    int end = d->top + room < n_text ? d->top + room : n_text;
    for (int i = 0; i < below; i++) { /* what is below follows the part that is shown */
        MrRow row = d->next.items[end + i];
        d->next.items[end + i] = d->next.items[n_text + i];
        d->next.items[n_text + i] = row;
    }
    keep(&d->next, d->top, end + below);
    cursor->row -= d->top;
}

/* ---- the screen ---- */

static void printf_to(MrRow *out, const char *format, int n)
{
    char text[32];
    int length = snprintf(text, sizeof text, format, n);
    put(out, text, (size_t)length);
}

static void move_rows(MrRow *out, int from, int to)
{
    if (to < from)
        printf_to(out, "\033[%dA", from - to);
    else if (to > from)
        printf_to(out, "\033[%dB", to - from);
}

static void move_column(MrRow *out, int column)
{
    put(out, "\r", 1);
    if (column)
        printf_to(out, "\033[%dC", column);
}

static void send(MrDisplay *d, MrRow *out)
{
    mr_terminal_write(d->terminal, out->bytes, out->n);
    free(out->bytes);
    d->asked = false;
}

/* From the screen as it is, with the cursor at d->row, to the rows of `next`. */
static void bring(MrDisplay *d, Place cursor)
{
    MrRow out = {0};
    int at = d->row;
    if (d->shown.n)
        put_text(&out, "\033[?25l");
    for (int i = 0; i < d->next.n; i++) {
        MrRow *row = &d->next.items[i];
        MrRow *old = i < d->shown.n ? &d->shown.items[i] : NULL;
        if (old && old->n == row->n && !memcmp(old->bytes ? old->bytes : "", row->bytes ? row->bytes : "", row->n))
            continue;
        if (i < d->shown.n) {
            move_rows(&out, at, i);
            put(&out, "\r", 1);
        } else if (i > 0) { /* a line that the screen may not have yet */
            move_rows(&out, at, i - 1);
            put(&out, "\r\n", 2);
        }
        put(&out, row->bytes ? row->bytes : "", row->n);
        if (row->width < d->terminal->cols)
            put_text(&out, "\033[K");
        at = i;
    }
    if (d->shown.n > d->next.n) {
        move_rows(&out, at, d->next.n);
        at = d->next.n;
        put_text(&out, "\r\033[J");
    }
    move_rows(&out, at, cursor.row);
    move_column(&out, cursor.column);
    if (d->shown.n)
        put_text(&out, "\033[?25h");
    d->row = cursor.row;
    d->column = cursor.column;
    MrRows old = d->shown;
    d->shown = d->next;
    d->next = old;
    d->active = true;
    d->cols = d->terminal->cols;
    send(d, &out);
}

void mr_display_draw(MrDisplay *d, const MrFrame *f)
{
    int n_text;
    pthread_mutex_lock(&d->lock);
    Place cursor = lay_out(d, f, &n_text);
    if (!f->whole)
        fit(d, &cursor, n_text);
    else if (d->next.n > d->terminal->rows && d->active) { /* begins where the part that was shown began */
        MrRow out = {0};
        move_rows(&out, d->row, 0);
        put_text(&out, "\r\033[J");
        send(d, &out);
        d->row = 0;
        d->shown.n = 0;
    }
    bring(d, cursor);
    pthread_mutex_unlock(&d->lock);
}

static void forget(MrDisplay *d)
{
    d->shown.n = 0;
    d->row = d->column = d->top = 0;
    d->active = false;
}

void mr_display_finish(MrDisplay *d)
{
    pthread_mutex_lock(&d->lock);
    if (d->active) {
        MrRow out = {0};
        move_rows(&out, d->row, d->shown.n - 1);
        put(&out, "\r\n", 2);
        send(d, &out);
        forget(d);
        d->loose = 0;
    }
    pthread_mutex_unlock(&d->lock);
}

static void erase(MrDisplay *d, MrRow *out)
{
    move_rows(out, d->row, 0);
    put_text(out, "\r\033[J");
}

void mr_display_erase(MrDisplay *d)
{
    pthread_mutex_lock(&d->lock);
    if (d->active) {
        MrRow out = {0};
        erase(d, &out);
        send(d, &out);
        forget(d);
    }
    pthread_mutex_unlock(&d->lock);
}

void mr_display_clear(MrDisplay *d)
{
    pthread_mutex_lock(&d->lock);
    mr_terminal_puts(d->terminal, "\033[H\033[2J");
    forget(d);
    d->loose = 0;
    pthread_mutex_unlock(&d->lock);
}

/* Most terminals wrap rows that have become too long, so the frame may be taller than it was; its first row is found by that assumption. */
void mr_display_resized(MrDisplay *d)
{
    pthread_mutex_lock(&d->lock);
    int cols = d->terminal->cols, up = 0;
    if (d->active && cols < d->cols) {
        for (int i = 0; i < d->row; i++) {
            int width = d->shown.items[i].width;
            up += width ? (width + cols - 1) / cols : 1;
        }
        d->row = up + d->column / cols;
    }
    if (d->active) {
        MrRow out = {0};
        if (d->row >= d->terminal->rows)
            d->row = d->terminal->rows - 1;
        erase(d, &out);
        send(d, &out);
        forget(d);
    }
    d->loose = 0;
    pthread_mutex_unlock(&d->lock);
}

/* ---- output of other programs ---- */

void mr_display_ask(MrDisplay *d)
{
    pthread_mutex_lock(&d->lock);
    mr_terminal_puts(d->terminal, "\033[6n");
    d->asked = d->active;
    pthread_mutex_unlock(&d->lock);
}

/* The terminal may be of another opinion about the width of a character: then the same difference comes again, and counts once. At the start of a row
 * only output that ended in a newline leaves the cursor. */
bool mr_display_answered(MrDisplay *d, int column)
{
    pthread_mutex_lock(&d->lock);
    int off = column - 1 - d->column;
    bool spoiled = d->asked && d->active && off && (column == 1 || off != d->doubted);
    d->doubted = column == 1 ? 0 : off;
    if (spoiled) {
        if (column > 1)
            mr_terminal_puts(d->terminal, "\r\n");
        forget(d);
        d->loose = 0;
    }
    d->asked = false;
    pthread_mutex_unlock(&d->lock);
    return spoiled;
}

/* ---- output of the program ---- */

/* The column in which the output leaves the cursor, if it was in d->loose. */
static int column_after(MrDisplay *d, const char *bytes, size_t n)
{
    const char *line = memrchr(bytes, '\n', n);
    int column = line ? 0 : d->loose;
    line = line ? line + 1 : bytes;
    size_t rest = n - (size_t)(line - bytes);
    const char *back = memrchr(line, '\r', rest);
    if (back) {
        rest -= (size_t)(back + 1 - line);
        line = back + 1;
        column = 0;
    }
    column += mr_text_width(line, rest);
    int cols = d->terminal->cols;
    return column > cols ? (column - 1) % cols + 1 : column;
}

void mr_display_print(MrDisplay *d, const char *bytes, size_t n)
{
    pthread_mutex_lock(&d->lock);
    if (!d->active) {
        d->loose = 0;
        mr_terminal_write(d->terminal, bytes, n);
    } else if (n) {
        MrRow out = {0};
        Place cursor = {d->row, d->column};
        put_text(&out, "\033[?25l");
        erase(d, &out);
        if (d->loose) { /* goes on where the unfinished line ended */
            put_text(&out, "\033[A");
            move_column(&out, d->loose < d->terminal->cols ? d->loose : d->terminal->cols - 1);
            if (d->loose == d->terminal->cols)
                put_text(&out, "\r\n");
        }
        put(&out, bytes, n);
        d->loose = column_after(d, bytes, n);
        put_text(&out, d->loose ? "\033[0m\r\n" : "");
        for (int i = 0; i < d->shown.n; i++) {
            if (i)
                put(&out, "\r\n", 2);
            put(&out, d->shown.items[i].bytes ? d->shown.items[i].bytes : "", d->shown.items[i].n);
        }
        move_rows(&out, d->shown.n - 1, cursor.row);
        move_column(&out, cursor.column);
        put_text(&out, "\033[?25h");
        send(d, &out);
    }
    pthread_mutex_unlock(&d->lock);
}

/* As many blanks as a line has columns: they fill the line the cursor is in if it is at its start, and reach the next one otherwise. */
void mr_display_fresh_line(MrDisplay *d)
{
    MrRow out = {0};
    pthread_mutex_lock(&d->lock);
    for (int i = 0; i < d->terminal->cols; i++)
        put(&out, " ", 1);
    put_text(&out, "\r\033[K");
    send(d, &out);
    pthread_mutex_unlock(&d->lock);
}
