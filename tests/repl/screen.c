/* The grid, and the sequences that change it. */
#define _GNU_SOURCE
#include "screen.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

void screen_init(Screen *s, int cols, int rows)
{
    memset(s, 0, sizeof *s);
    s->cols = cols;
    s->rows = rows;
}

static void clear(Screen *s, int row, int from, int to)
{
    if (row < s->rows && from < to)
        memset(&s->cells[row][from], 0, sizeof(Cell) * (size_t)(to - from));
}

static void scroll(Screen *s)
{
    memmove(&s->cells[0], &s->cells[1], sizeof s->cells[0] * (size_t)(s->rows - 1));
    clear(s, s->rows - 1, 0, SCREEN_MAX_COLS);
}

void screen_resize(Screen *s, int cols, int rows)
{
    while (s->row >= rows) {
        scroll(s);
        s->row--;
    }
    for (int i = 0; i < SCREEN_MAX_ROWS; i++)
        memset(&s->cells[i][i < rows ? cols : 0], 0, sizeof(Cell) * (size_t)(SCREEN_MAX_COLS - (i < rows ? cols : 0)));
    s->cols = cols;
    s->rows = rows;
    if (s->col >= cols)
        s->col = cols - 1;
    s->wrap_pending = false;
}

static void line_feed(Screen *s)
{
    if (s->row == s->rows - 1)
        scroll(s);
    else
        s->row++;
    s->wrap_pending = false;
}

static void put(Screen *s, const char *text, size_t n, uint32_t c)
{
    int width = utf8proc_charwidth((utf8proc_int32_t)c);
    if (width == 0) { /* combines with what stands before */
        int col = s->wrap_pending ? s->col : s->col - 1;
        if (col > 0 && s->cells[s->row][col].tail)
            col--;
        if (col >= 0 && strlen(s->cells[s->row][col].text) + n < CELL_BYTES)
            strncat(s->cells[s->row][col].text, text, n);
        return;
    }
    if (s->wrap_pending || s->col + width > s->cols) {
        s->col = 0;
        line_feed(s);
    }
    Cell *cell = &s->cells[s->row][s->col];
    memset(cell, 0, sizeof *cell * (size_t)width);
    memcpy(cell->text, text, n);
    strcpy(cell->look, s->look);
    if (width == 2)
        cell[1].tail = true;
    s->col += width;
    s->wrap_pending = s->col >= s->cols;
    if (s->wrap_pending)
        s->col = s->cols - 1;
}

/* ---- sequences ---- */

static void unknown(Screen *s, const char *sequence, size_t n)
{
    if (!*s->unknown)
        snprintf(s->unknown, sizeof s->unknown, "%.*s", (int)n, sequence);
}

static void set_look(Screen *s, const char *params, size_t n)
{
    char text[64];
    snprintf(text, sizeof text, "%.*s", (int)n, params);
    char *next = text;
    if (!*text)
        *s->look = 0;
    for (char *p; *text && (p = strsep(&next, ";"));) {
        if (!*p || !strcmp(p, "0"))
            *s->look = 0;
        else if (strlen(s->look) + strlen(p) + 2 < LOOK_BYTES)
            sprintf(s->look + strlen(s->look), "%s%s", *s->look ? ";" : "", p);
    }
}

static void set_mode(Screen *s, const char *params, bool on)
{
    if (!strcmp(params, "?25"))
        s->cursor_hidden = !on;
    else if (!strcmp(params, "?2004"))
        s->pastes_marked = on;
}

static int at_most(int n, int limit) { return n > limit ? limit : n; }

static void control_sequence(Screen *s, const char *sequence, size_t n)
{
    char params[48];
    snprintf(params, sizeof params, "%.*s", (int)(n - 3), sequence + 2);
    int a = atoi(params), many = a ? a : 1;
    const char *second = strchr(params, ';');
    char last = sequence[n - 1];
    if (last != 'm' && last != 'h' && last != 'l')
        s->wrap_pending = s->wrap_pending && last == 'K' && a == 1;
    switch (last) {
    case 'A': s->row -= at_most(many, s->row); break;
    case 'B': s->row += at_most(many, s->rows - 1 - s->row); break;
    case 'C': s->col += at_most(many, s->cols - 1 - s->col); break;
    case 'D': s->col -= at_most(many, s->col); break;
    case 'G': s->col = at_most(many, s->cols) - 1; break;
    case 'H':
        s->row = at_most(many, s->rows) - 1;
        s->col = second && atoi(second + 1) ? at_most(atoi(second + 1), s->cols) - 1 : 0;
        break;
    case 'J':
        if (a == 2) {
            for (int i = 0; i < s->rows; i++)
                clear(s, i, 0, SCREEN_MAX_COLS);
        } else {
            clear(s, s->row, s->col, SCREEN_MAX_COLS);
            for (int i = s->row + 1; i < s->rows; i++)
                clear(s, i, 0, SCREEN_MAX_COLS);
        }
        break;
    case 'K': clear(s, s->row, s->col, SCREEN_MAX_COLS); break;
    case 'n': s->asked = a == 6; break;
    case 'm': set_look(s, sequence + 2, n - 3); break;
    case 'h': set_mode(s, params, true); break;
    case 'l': set_mode(s, params, false); break;
    default: unknown(s, sequence, n);
    }
}

/* How many bytes the sequence or character at p takes; 0: it is not whole. */
static size_t length_at(const unsigned char *p, size_t n)
{
    if (*p == 27) {
        size_t i = 2;
        if (n < 2)
            return 0;
        if (p[1] != '[')
            return 2;
        while (i < n && p[i] >= 0x20 && p[i] < 0x40)
            i++;
        return i < n ? i + 1 : 0;
    }
    size_t need = *p < 0xc0 ? 1 : *p < 0xe0 ? 2 : *p < 0xf0 ? 3 : 4;
    return need <= n ? need : 0;
}

static void take(Screen *s, const char *p, size_t n)
{
    switch (*p) {
    case 27:
        if (p[1] == '[')
            control_sequence(s, p, n);
        else
            unknown(s, p, n);
        return;
    case '\r': s->col = 0; s->wrap_pending = false; return;
    case '\n': line_feed(s); return;
    case '\b': s->col -= s->col > 0; s->wrap_pending = false; return;
    case '\t': s->col = at_most((s->col / 8 + 1) * 8, s->cols - 1); return;
    case 7: return;
    default: break;
    }
    utf8proc_int32_t c;
    if (utf8proc_iterate((const utf8proc_uint8_t *)p, (utf8proc_ssize_t)n, &c) < 0 || c < 32)
        unknown(s, p, n);
    else
        put(s, p, n, (uint32_t)c);
}

void screen_write(Screen *s, const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        s->partial[s->n_partial++] = bytes[i];
        if (length_at((const unsigned char *)s->partial, s->n_partial) == 0 && s->n_partial < sizeof s->partial - 1)
            continue;
        s->partial[s->n_partial] = 0;
        take(s, s->partial, s->n_partial);
        s->n_partial = 0;
    }
}

/* ---- looking ---- */

void screen_row(const Screen *s, int row, char *out, size_t size)
{
    size_t n = 0;
    for (int col = 0; col < s->cols; col++) {
        const Cell *cell = &s->cells[row][col];
        const char *text = *cell->text ? cell->text : cell->tail ? "" : " ";
        size_t length = strlen(text);
        if (n + length + 1 < size) {
            memcpy(out + n, text, length);
            n += length;
        }
    }
    while (n > 0 && out[n - 1] == ' ')
        n--;
    out[n] = 0;
}

char *screen_text(const Screen *s)
{
    char row[SCREEN_MAX_COLS * 8];
    char *text = calloc((size_t)s->rows + 1, sizeof row);
    size_t end = 0, n = 0;
    for (int i = 0; text && i < s->rows; i++) {
        screen_row(s, i, row, sizeof row);
        n += (size_t)sprintf(text + n, "%s\n", row);
        if (*row)
            end = n;
    }
    if (text)
        text[end] = 0;
    return text;
}

const char *screen_look(const Screen *s, const char *text)
{
    for (int row = 0; row < s->rows; row++) {
        for (int col = 0; col < s->cols; col++) {
            const char *rest = text;
            for (int i = col; *rest && i < s->cols; i++) {
                const char *cell = *s->cells[row][i].text ? s->cells[row][i].text : " ";
                if (s->cells[row][i].tail)
                    continue;
                if (strncmp(rest, cell, strlen(cell)))
                    break;
                rest += strlen(cell);
            }
            if (!*rest)
                return s->cells[row][col].look;
        }
    }
    return NULL;
}
