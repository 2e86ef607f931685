/* An interactive session: what its files share. */
#ifndef MR_CLI_SESSION_H
#define MR_CLI_SESSION_H

#include "cli/lineedit.h"

typedef struct MrSession {
    MrEditor editor;
    MorayVM *vm;
    char **inputs;    /* what was typed and ran, for :save */
    size_t n_inputs, cap_inputs;
    unsigned number;  /* of the last input: its file is "<input-N>" */
    bool over;
    int status;
} MrSession;

/* Runs a text as the statements of a file of that name; what goes wrong is reported. False: it failed. */
bool mr_session_run(MrSession *s, const char *text, const char *filename);
/* Takes the pending exception: a coloured traceback, or the end of the session if it is a SystemExit. */
void mr_session_report(MrSession *s);
void mr_session_print(MrSession *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* commands.c: `:name argument`, or `?`. False: it is none. */
bool mr_command_run(MrSession *s, const char *text);
/* report.c: a traceback with colours; malloc'd. */
char *mr_traceback_colored(const char *text);

#endif
