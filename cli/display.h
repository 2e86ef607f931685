/* The prompt, the text and what belongs below it on the screen, and output of the program above them.
 *
 * Everything that is shown while a line is edited is a frame: rows that begin in column 0 of some line of the screen. Where that line is, nobody
 * knows; all movement is relative. A frame taller than the screen is shown in part, around the cursor. Other threads may print at any
 * time: every function takes the lock.
 */
#ifndef MR_CLI_DISPLAY_H
#define MR_CLI_DISPLAY_H

#include <pthread.h>

#include "cli/terminal.h"

typedef struct MrRow { char *bytes; size_t n, capacity; int width; } MrRow;
typedef struct MrRows { MrRow *items; int n, capacity; } MrRows;

/* What is to be shown. Positions count bytes of text. */
typedef struct MrFrame {
    const char *prompt, *more;   /* before the first line and before the others; may hold escape sequences */
    const char *text;
    size_t n, cursor;
    const unsigned char *styles; /* one for each byte; NULL: plain */
    const char *const *below;    /* lines under the text; longer ones are cut off */
    int n_below;
    bool whole;                  /* shown for the last time: all rows, though they scroll away */
} MrFrame;

typedef struct MrDisplay {
    MrTerminal *terminal;
    pthread_mutex_t lock;
    MrRows shown, next;          /* rows on the screen; `next` is being made */
    int row;                     /* of the cursor, in shown */
    int column;                  /* of the cursor */
    int cols;                    /* of the terminal when they were drawn */
    int top;                     /* first row of a frame too tall for the screen */
    bool active;                 /* a frame is on the screen */
    int loose;                   /* columns of an unfinished line of output right above the frame */
    bool asked;                  /* the terminal is to say where the cursor is, and nothing has been sent since */
    int doubted;                 /* by how many columns its last answer differed from `column` */
} MrDisplay;

void mr_display_init(MrDisplay *d, MrTerminal *t);
void mr_display_fini(MrDisplay *d);
/* Shows the frame in place of the one before. */
void mr_display_draw(MrDisplay *d, const MrFrame *f);
/* Leaves what is shown on the screen and goes to the line below it. */
void mr_display_finish(MrDisplay *d);
/* Takes the frame off the screen; the cursor is where it began. */
void mr_display_erase(MrDisplay *d);
/* An empty screen; the next frame is drawn at its top. */
void mr_display_clear(MrDisplay *d);
/* The terminal has another size: finds out what became of the rows, takes them off. */
void mr_display_resized(MrDisplay *d);
/* Output of the program: above the frame if one is shown. */
void mr_display_print(MrDisplay *d, const char *bytes, size_t n);
/* The cursor to column 0, of the next line if output has left it elsewhere. */
void mr_display_fresh_line(MrDisplay *d);
/* Asks the terminal where the cursor is. */
void mr_display_ask(MrDisplay *d);
/* The answer: the column, from 1. True: somebody else has written into the frame, which is to be drawn anew where the cursor is now. */
bool mr_display_answered(MrDisplay *d, int column);

#endif
