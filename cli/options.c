/* The command line's options, as CPython takes them: letters may be joined, -c and -m end the list, messages are CPython's. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

static const char help[] =
    "usage: moray [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
    "Options:\n"
    "-c cmd : program passed in as string (terminates option list)\n"
    "-h     : print this help message and exit (also -? or --help)\n"
    "-i     : inspect interactively after running script; forces a prompt even\n"
    "         if stdin does not appear to be a terminal\n"
    "-P     : don't prepend a potentially unsafe path to sys.path\n"
    "-u     : write what is printed at once\n"
    "-I     : isolate the program from the user's environment\n"
    "-m mod : run library module as a script (terminates option list)\n"
    "-O     : remove assert and __debug__-dependent statements\n"
    "-OO    : do -O changes and also discard docstrings\n"
    "-q     : don't print version messages on interactive startup\n"
    "-v     : set sys.flags.verbose\n"
    "-V     : print the version number and exit (also --version)\n"
    "-W arg : warning control; arg is action:message:category:module:lineno\n"
    "-x     : skip the first line of the script\n"
    "-X opt : set implementation-specific option: see --help-xoptions\n"
    "--tokens, --ast, --dis : list the program's tokens, syntax tree or\n"
    "         instructions instead of running it\n"
    "file   : program read from script file\n"
    "-      : program read from stdin (default; interactive mode if a tty)\n"
    "arg ...: arguments passed to program in sys.argv[1:]\n"
    "\n"
    "--help-env : print help about environment variables and exit\n"
    "--help-xoptions : print help about -X options and exit\n"
    "--help-all : print all of this and exit\n";

static const char help_env[] =
    "Environment variables, which -E and -I ignore:\n"
    "MORAYPATH : folders, separated by ':', that are searched for modules after the program's own\n"
    "PYTHONWARNINGS, PYTHONOPTIMIZE, PYTHONUNBUFFERED, PYTHONINSPECT, PYTHONVERBOSE, PYTHONDEBUG, PYTHONSAFEPATH,\n"
    "PYTHONNOUSERSITE, PYTHONDONTWRITEBYTECODE : what -W, -O, -u, -i, -v, -d, -P, -s and -B do\n"
    "PYTHONDEVMODE, PYTHONUTF8, PYTHONFAULTHANDLER, PYTHONTRACEMALLOC, PYTHONINTMAXSTRDIGITS,\n"
    "PYTHONPYCACHEPREFIX, PYTHONWARNDEFAULTENCODING : what -X options of these names do\n"
    "PYTHONIOENCODING : encoding[:errors] of stdin, stdout and stderr\n"
    "PYTHONHASHSEED : \"random\", or a number that hashes of str and bytes are made with\n"
    "PYTHONBREAKPOINT : what breakpoint() calls; 0: nothing\n"
    "PYTHONASYNCIODEBUG : asyncio's debug mode\n";

static const char help_xoptions[] =
    "-X options; all are found in sys._xoptions:\n"
    "-X dev : development mode: more warnings, the fault handler and asyncio's debug mode\n"
    "-X utf8[=0|1] : sys.flags.utf8_mode; text is UTF-8 in any case\n"
    "-X faulthandler : tracebacks after fatal signals\n"
    "-X tracemalloc[=N] : trace allocations, with N lines for each\n"
    "-X int_max_str_digits=N : digits that an int may have when it becomes text, or is made of it\n"
    "-X pycache_prefix=PATH : sys.pycache_prefix\n"
    "-X warn_default_encoding : sys.flags.warn_default_encoding\n";

static int usage(const MrOptions *o)
{
    fprintf(stderr, "usage: %s [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `moray -h' for more information.\n", o->program_name);
    return 2;
}

static int unknown(const MrOptions *o, const char *text)
{
    fprintf(stderr, "%s %s\n", text[1] == '-' ? "unknown option" : "Unknown option:", text);
    return usage(o);
}

static int print_version(void)
{
    printf("Moray %s (Python %s)\n", moray_version(), moray_python_version());
    return 0;
}

static int long_option(MrOptions *o, const char *text)
{
    if (!strcmp(text, "--version"))
        return print_version();
    if (!strcmp(text, "--help")) {
        fputs(help, stdout);
        return 0;
    }
    if (!strcmp(text, "--help-env") || !strcmp(text, "--help-xoptions") || !strcmp(text, "--help-all")) {
        if (text[7] == 'a')
            fputs(help, stdout);
        if (text[7] != 'x')
            fputs(help_env, stdout);
        if (text[7] != 'e')
            fputs(help_xoptions, stdout);
        return 0;
    }
    if (!strcmp(text, "--tokens"))
        o->listing = MR_LIST_TOKENS;
    else if (!strcmp(text, "--ast"))
        o->listing = MR_LIST_AST;
    else if (!strcmp(text, "--dis"))
        o->listing = MR_LIST_CODE;
    else
        return unknown(o, text);
    return -1;
}

/* A letter that takes no value. */
static int flag(MrOptions *o, char letter)
{
    MorayConfig *c = &o->config;
    switch (letter) {
    case 'B':
    case 'E':
    case 's':
    case 'S':
    case 'b':
    case 'd':
    case 'P':
        if (!strchr(o->letters, letter) || (letter == 'b' && !strstr(o->letters, "bb")))
            strcat(o->letters, (char[]){letter, 0});
        return -1;
    case 't':
    case 'R': return -1; /* accepted for scripts' sake: nothing here depends on them */
    case 'x': o->skip_line = true; return -1;
    case 'u': c->unbuffered = true; return -1;
    case 'i': c->inspect = true; return -1;
    case 'I': c->isolated = true; return -1;
    case 'O': c->optimize++; return -1;
    case 'q': c->quiet = true; return -1;
    case 'v': c->verbose = true; return -1;
    case 'V': return print_version();
    case 'h':
    case '?': fputs(help, stdout); return 0;
    default: return unknown(o, (char[]){'-', letter, 0});
    }
}

static void valued(MrOptions *o, char letter, const char *value)
{
    MorayConfig *c = &o->config;
    if (letter == 'W') {
        o->warnings[c->n_warnings++] = value;
    } else if (letter == 'X') {
        o->xoptions[c->n_xoptions++] = value;
        if (!strcmp(value, "dev"))
            c->dev_mode = true;
    } else {
        o->program = letter == 'c' ? MR_PROGRAM_TEXT : MR_PROGRAM_MODULE;
        o->what = value;
    }
}

/* A variable of the environment that is set to something. */
static const char *given(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

/* The variables that say what options say. Warnings of the environment stand before those of -W, so that these win. */
static void read_environment(MrOptions *o)
{
    MorayConfig *c = &o->config;
    static const struct { const char *name; char letter; } switches[] = {
        {"PYTHONUNBUFFERED", 'u'}, {"PYTHONINSPECT", 'i'}, {"PYTHONVERBOSE", 'v'}, {"PYTHONSAFEPATH", 'P'}, {"PYTHONDONTWRITEBYTECODE", 'B'},
        {"PYTHONNOUSERSITE", 's'}};
    if (c->isolated || strchr(o->letters, 'E'))
        return;
    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++)
        if (given(switches[i].name))
            (void)flag(o, switches[i].letter);
    for (int n = given("PYTHONDEBUG") ? atoi(given("PYTHONDEBUG")) : 0; n > 0 && n < 4 && strlen(o->letters) + 2 < sizeof o->letters; n--)
        strcat(o->letters, "d");
    c->dev_mode = c->dev_mode || given("PYTHONDEVMODE");
    const char *level = given("PYTHONOPTIMIZE"), *list = given("PYTHONWARNINGS");
    int number = level ? atoi(level) : 0;
    if (level && c->optimize < (number > 0 ? number : 1))
        c->optimize = number > 0 ? number : 1;
    size_t n = 1;
    for (const char *p = list; p && *p; p++)
        n += *p == ',';
    const char **all = list ? calloc(n + c->n_warnings + 3, sizeof *all) : NULL;
    if (!all || !(o->env_warnings = strdup(list))) {
        free(all);
        return;
    }
    size_t kept = 0;
    for (char *p = strtok(o->env_warnings, ","); p; p = strtok(NULL, ","))
        all[kept++] = p;
    memcpy(all + kept, o->warnings, c->n_warnings * sizeof *all);
    c->n_warnings += kept;
    free(o->warnings);
    o->warnings = all;
}

/* -b and -bb end the list, so that their filter is tried first. */
static void add_bytes_warning(MrOptions *o)
{
    if (strchr(o->letters, 'b'))
        o->warnings[o->config.n_warnings++] = strstr(o->letters, "bb") ? "error::BytesWarning" : "default::BytesWarning";
}

/* Dev mode shows every warning: its filter stands before those of -W, as sys.warnoptions has it. */
static void add_dev_warning(MrOptions *o)
{
    if (!o->config.dev_mode)
        return;
    memmove(o->warnings + 1, o->warnings, o->config.n_warnings * sizeof *o->warnings);
    o->warnings[0] = "default";
    o->config.n_warnings++;
}

static int read_all(MrOptions *o, int argc, char **argv, int *rest)
{
    int i = 1;
    for (; i < argc && argv[i][0] == '-' && argv[i][1]; i++) {
        if (argv[i][1] == '-') {
            if (!argv[i][2]) {
                i++;
                break;
            }
            int status = long_option(o, argv[i]);
            if (status >= 0)
                return status;
            continue;
        }
        for (const char *p = argv[i] + 1; *p; p++) {
            if (!strchr("cmWX", *p)) {
                int status = flag(o, *p);
                if (status >= 0)
                    return status;
                continue;
            }
            char letter = *p;
            const char *value = p[1] ? p + 1 : argv[++i];
            if (!value) {
                fprintf(stderr, "Argument expected for the -%c option\n", letter);
                return usage(o);
            }
            valued(o, letter, value);
            break;
        }
        if (o->what) {
            i++;
            break;
        }
    }
    *rest = i;
    return -1;
}

/* sys.argv: the script or what stands for it (-c, -m, nothing), then its arguments. */
static void set_arguments(MrOptions *o, int n, char **rest)
{
    char **argv = o->argv;
    if (o->program == MR_PROGRAM_TEXT || o->program == MR_PROGRAM_MODULE || n == 0) {
        static const char *const shown[] = {[MR_PROGRAM_TEXT] = "-c", [MR_PROGRAM_MODULE] = "-m"};
        const char *first = n == 0 && !o->what ? "" : shown[o->program];
        argv[0] = strcpy(o->first, first);
        argv++;
    }
    memcpy(argv, rest, (size_t)n * sizeof *argv);
    o->config.argc = (int)(argv - o->argv) + n;
    o->config.argv = o->argv;
}

int mr_options_read(MrOptions *o, int argc, char **argv)
{
    memset(o, 0, sizeof *o);
    moray_config_init(&o->config);
    o->warnings = calloc((size_t)argc + 2, sizeof *o->warnings);
    o->xoptions = calloc((size_t)argc + 1, sizeof *o->xoptions);
    o->argv = calloc((size_t)argc + 2, sizeof *o->argv);
    if (!o->warnings || !o->xoptions || !o->argv) {
        fputs("moray: out of memory\n", stderr);
        return 1;
    }
    o->program_name = argc && *argv[0] ? argv[0] : "moray";
    int rest = argc;
    int status = read_all(o, argc, argv, &rest);
    if (status >= 0)
        return status;
    read_environment(o);
    status = mr_settings_read(o);
    if (status >= 0)
        return status;
    add_dev_warning(o);
    o->config.letters = o->letters;
    add_bytes_warning(o);
    o->config.warnings = o->warnings;
    o->config.xoptions = o->xoptions;
    o->config.orig_argc = argc;
    o->config.orig_argv = argv;
    if (!o->what && rest < argc) {
        o->program = strcmp(argv[rest], "-") ? MR_PROGRAM_FILE : MR_PROGRAM_STDIN;
        o->what = argv[rest];
    }
    set_arguments(o, argc - rest, argv + rest);
    return -1;
}

void mr_options_fini(MrOptions *o)
{
    free(o->env_warnings);
    free(o->warnings);
    free(o->xoptions);
    free(o->argv);
}
