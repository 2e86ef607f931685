/* The line editor: keys in, a text out, and the VM's event loop goes round meanwhile.
 *
 * The parts know little of each other: the terminal (terminal.c), keys (keys.c), the text (buffer.c), its look (highlight.c, display.c), former
 * texts (history.c). Here they meet. lineedit.c reads and waits, bindings.c says what keys do, search.c and complete.c are the modes with keys of
 * their own.
 */
#ifndef MR_CLI_LINEEDIT_H
#define MR_CLI_LINEEDIT_H

#include "cli/buffer.h"
#include "cli/display.h"
#include "cli/history.h"
#include "cli/keys.h"
#include "moray.h"

typedef enum MrEditEnd {
    MR_EDIT_GOES_ON,
    MR_EDIT_TEXT,      /* a text was entered */
    MR_EDIT_CTRL_D,    /* Ctrl-D in an empty line */
    MR_EDIT_GONE,      /* nobody is there any more */
    MR_EDIT_EXCEPTION  /* one is pending in the VM: Ctrl-C, or what a background task let out. The text stays for another mr_editor_read */
} MrEditEnd;

enum { MR_MAX_BELOW = 64 };

/* When the terminal is asked whether somebody else has written to it; times in milliseconds, 0: never. */
typedef struct MrWatch {
    long long next, asked; /* the next question; the last one, while there is no answer */
    int pause;             /* between two of them */
    bool again, deaf;      /* there were programs left; the terminal does not answer */
} MrWatch;

typedef struct MrEditor {
    MorayVM *vm;
    MrTerminal terminal;
    MrDisplay display;
    MrAside aside;
    MrWatch watch;
    MrKeys keys;
    MrBuffer buffer;
    MrKillRing kills;
    MrHistory history;
    MrEditEnd end;
    const char *prompt, *more;
    char *search_prompt;       /* while a search goes on */
    size_t found, n_found;     /* part of the text that it found */
    char *below[MR_MAX_BELOW]; /* lines shown under the text, malloc'd */
    int n_below;
    bool below_is_hint;        /* they are about the call around the cursor */
    char *hint_about;          /* the callee that the hint was made for */
    size_t browsing;           /* entry of the history that is shown; history.n: none */
    char *draft;               /* what was typed before browsing */
    size_t n_prefix;           /* while browsing: entries that begin like the first so many bytes of the draft; 0: any */
    int column;                /* kept over vertical moves; -1 */
    int count;                 /* numeric argument, 0: none */
    int yanked;                /* which kill was yanked last, counted back from the newest */
    size_t yank_start;
    uint32_t last_action;      /* what the key before did: bindings.c */
    long long indent_time;     /* when an indentation was put in, in milliseconds, while nothing else has been typed since */
    size_t auto_indent, typed_blanks;
    long long idle;            /* when it last waited, in milliseconds */
    bool key_waited;           /* the last key had come before it was asked for: a program types, or a very fast person */
    bool dirty;                /* the screen is behind */
    long long collect_at;      /* when garbage is to be looked for, if nothing happens till then; 0: not at all */
    bool slow_collections;     /* they take too long to be made while somebody types */
    bool untidy;               /* the cursor may be anywhere: a fresh line is due */
} MrEditor;

/* False: there is no terminal to edit on. Nothing is to be undone then. */
bool mr_editor_init(MrEditor *e, MorayVM *vm);
void mr_editor_fini(MrEditor *e);
/* Lets somebody edit a text, e->buffer, until it is entered. */
MrEditEnd mr_editor_read(MrEditor *e, const char *prompt, const char *more);

/* ---- for the parts ---- */

/* The next key, with the screen brought up to date and the event loop running while there is none. 0: e->end says why there is none. */
uint32_t mr_editor_key(MrEditor *e);
void mr_editor_set_below(MrEditor *e, char **lines, int n); /* takes the lines over */
void mr_editor_clear_below(MrEditor *e);
void mr_editor_draw(MrEditor *e, bool last);
long long mr_now_ms(void);
/* Drops the pending exception, if any, but for a KeyboardInterrupt: that Ctrl-C was meant for more than what it happened to hit. */
void mr_drop_exception(MorayVM *vm);

void mr_editor_do(MrEditor *e, uint32_t key);          /* bindings.c: what the key does */
uint32_t mr_editor_search(MrEditor *e, bool forward);  /* search.c: until a key that it does not know, which is returned; 0: nothing more to do */
uint32_t mr_editor_complete(MrEditor *e);              /* complete.c: likewise */
void mr_editor_hint(MrEditor *e);                      /* complete.c: signature and docstring of the call around the cursor */
void mr_editor_newline(MrEditor *e);                   /* indent.c: a new line with its indentation */
void mr_editor_dedent_bracket(MrEditor *e);                 /* indent.c: a closing bracket was typed */
void mr_editor_dedent_for(MrEditor *e);                     /* indent.c: `else:` and its kin, when their colon is typed */

void mr_editor_watch(MrEditor *e);                          /* watch.c: a line begins: are there programs that may write into it? */
void mr_editor_look(MrEditor *e);                           /* watch.c: asks the terminal if it is time to */
void mr_editor_answered(MrEditor *e, int column);           /* watch.c: it said where the cursor is */
void mr_editor_unwatch(MrEditor *e);                        /* watch.c: the line is done */

#endif
