/* Keys out of the bytes that a terminal sends: characters, control keys, escape sequences of xterm and its kin, pasted text. */
#ifndef MR_CLI_KEYS_H
#define MR_CLI_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A key is a code point or one of these, with modifiers. Control keys are the letter with MR_KEY_CTRL: Ctrl-A is 'a' | MR_KEY_CTRL. */
enum {
    MR_KEY_CTRL = 1 << 24, MR_KEY_ALT = 1 << 25, MR_KEY_SHIFT = 1 << 26,
    MR_KEY_NONE = 0x110000, /* a sequence that means nothing here */
    MR_KEY_UP, MR_KEY_DOWN, MR_KEY_LEFT, MR_KEY_RIGHT, MR_KEY_HOME, MR_KEY_END, MR_KEY_PAGE_UP, MR_KEY_PAGE_DOWN, MR_KEY_INSERT, MR_KEY_DELETE,
    MR_KEY_ENTER, MR_KEY_TAB, MR_KEY_BACKSPACE, MR_KEY_ESCAPE,
    MR_KEY_PASTE, /* the pasted text is in the MrKeys */
    MR_KEY_REPORT /* no key: the terminal says in which column, from 1, the cursor is; that is in the MrKeys, too */
};

typedef struct MrKeys {
    unsigned char *bytes;  /* what has come and not been decoded */
    size_t start, end, capacity;
    bool pasting;
    char *paste;           /* with a NUL behind */
    size_t n_paste, cap_paste;
    int column;
} MrKeys;

void mr_keys_fini(MrKeys *k);
/* Takes in what was read. False: out of memory. */
bool mr_keys_feed(MrKeys *k, const char *bytes, size_t n);
/* The next key; 0 if more bytes are needed. `quiet`: none have come for a while, so that a lone Escape is the key of that name. */
uint32_t mr_keys_next(MrKeys *k, bool quiet);
/* Takes a whole MR_KEY_REPORT from anywhere in what has come and not been decoded. False: there is none. */
bool mr_keys_take_report(MrKeys *k, int *column);
/* Are there bytes left, and would a pause make a key of them? */
static inline bool mr_keys_waiting(const MrKeys *k) { return k->start < k->end; }

#endif
