/* What the command line's files share. They use nothing but moray.h. */
#ifndef MR_CLI_CLI_H
#define MR_CLI_CLI_H

#include "moray.h"

typedef enum MrProgram { MR_PROGRAM_PROMPT, MR_PROGRAM_STDIN, MR_PROGRAM_FILE, MR_PROGRAM_TEXT, MR_PROGRAM_MODULE } MrProgram;
typedef enum MrListing { MR_LIST_NOTHING, MR_LIST_TOKENS, MR_LIST_AST, MR_LIST_CODE } MrListing;

typedef struct MrOptions {
    MorayConfig config;
    MrProgram program;
    MrListing listing;
    const char *what;      /* file, text or module name */
    const char **warnings; /* room for every argument */
    const char **xoptions;
    char **argv;           /* for sys.argv, with `first` in front where the program is no file */
    char first[4];
    bool skip_line;        /* -x: the script's first line is for somebody else */
    char *env_warnings;    /* PYTHONWARNINGS, cut at its commas */
    char letters[16];      /* options that show in sys.flags only, and -P */
    const char *program_name;   /* argv[0] */
    const char *stdio_encoding, *pycache_prefix; /* NULL: not given */
    int tracemalloc;            /* frames to keep, 0: not tracing */
    bool fault_handler;
} MrOptions;

/* Reads the command line. Returns -1 to go on, or the exit status after having printed what there is to say. */
int mr_options_read(MrOptions *options, int argc, char **argv);
void mr_options_fini(MrOptions *options);
/* What variables and -X options set (settings.c): read before there is a VM, and applied to it. Both return -1 to go on or the exit status. */
int mr_settings_read(MrOptions *options);
int mr_settings_apply(MorayVM *vm, const MrOptions *options);
/* Reads and runs statements until the input ends. Returns the exit status (or MORAY_STATUS_INTERRUPT). */
int mr_repl_run(MorayVM *vm, bool banner);
/* The same without a terminal that could be edited on: for pipes and dumb terminals. */
int mr_plain_run(MorayVM *vm, bool banner);

#endif
