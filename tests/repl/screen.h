/* A small terminal: what a program writes becomes a grid of characters, so that a test can say what is to be seen instead of which bytes are
 * sent. It knows what the prompt uses of xterm's language, wraps as xterm does, and reports what it does not know. */
#ifndef TESTS_REPL_SCREEN_H
#define TESTS_REPL_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

enum { SCREEN_MAX_ROWS = 200, SCREEN_MAX_COLS = 400, CELL_BYTES = 32, LOOK_BYTES = 24 };

typedef struct Cell {
    char text[CELL_BYTES]; /* UTF-8; "" is blank */
    char look[LOOK_BYTES]; /* attributes as "1;34" */
    bool tail;             /* second half of a wide character */
} Cell;

typedef struct Screen {
    int rows, cols, row, col;
    bool wrap_pending, cursor_hidden, pastes_marked;
    Cell cells[SCREEN_MAX_ROWS][SCREEN_MAX_COLS];
    char look[LOOK_BYTES];
    char partial[64];      /* a sequence that is not whole yet */
    size_t n_partial;
    bool asked;            /* where the cursor is: whoever feeds it is to answer */
    char unknown[64];      /* the first sequence that it did not know */
} Screen;

void screen_init(Screen *s, int cols, int rows);
/* As terminals do that do not wrap old lines anew: what no longer fits is cut off. */
void screen_resize(Screen *s, int cols, int rows);
void screen_write(Screen *s, const char *bytes, size_t n);
/* A row without its trailing blanks. */
void screen_row(const Screen *s, int row, char *out, size_t size);
/* The text of the whole screen, rows ended by '\n', without trailing empty ones. malloc'd. */
char *screen_text(const Screen *s);
/* The look of the first place where the text is to be seen; NULL if it is not. */
const char *screen_look(const Screen *s, const char *text);

#endif
