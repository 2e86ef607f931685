/* What was typed before, in this session and in former ones.
 *
 * The file holds one entry a line, '\n' and '\\' in it written as \n and \\. Each entry is added as soon as it is made, by one write under a
 * lock, so that sessions side by side neither lose nor mix entries; a file that has grown too long is rewritten when a session begins.
 */
#ifndef MR_CLI_HISTORY_H
#define MR_CLI_HISTORY_H

#include <stdbool.h>
#include <stddef.h>

typedef struct MrHistory {
    char **items;
    size_t n, capacity;
    char *path;       /* NULL: kept in memory alone */
} MrHistory;

/* Reads $XDG_STATE_HOME/moray/history (~/.local/state/moray/history), or the file that MORAY_HISTORY names; an empty MORAY_HISTORY: none. */
void mr_history_init(MrHistory *h);
void mr_history_fini(MrHistory *h);
/* Adds an entry, unless it is blank or what the last one was. */
void mr_history_add(MrHistory *h, const char *text);

#endif
