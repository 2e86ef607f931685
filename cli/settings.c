/* What variables of the environment and -X options set beside the options that have letters: the streams' encoding, the hashes' seed, the length of ints' texts, and the modules
 * that work from the start. A value that makes no sense ends the program with CPython's message. Part of it goes into the configuration, the rest is done in the new VM.
 */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

static const char *variable(const MrOptions *o, const char *name)
{
    const char *value = o->config.isolated || strchr(o->letters, 'E') ? NULL : getenv(name);
    return value && *value ? value : NULL;
}

/* The value of the last -X NAME or -X NAME=VALUE: "" without a value, NULL where it is not given. */
static const char *xoption(const MrOptions *o, const char *name)
{
    size_t n = strlen(name);
    for (size_t i = o->config.n_xoptions; i-- > 0;) {
        const char *text = o->xoptions[i];
        if (!strncmp(text, name, n) && (!text[n] || text[n] == '='))
            return text + n + (text[n] == '=');
    }
    return NULL;
}

static bool read_number(const char *text, long low, long high, long *out)
{
    char *end;
    errno = 0;
    *out = strtol(text, &end, 10);
    return *text && !*end && !errno && *out >= low && *out <= high;
}

static int fatal(const char *where, const char *what, const char *state)
{
    fprintf(stderr, "Fatal Python error: %s: %s\nPython runtime state: %s\n\n", where, what, state);
    return 1;
}

static void add_letter(MrOptions *o, char letter)
{
    size_t n = strlen(o->letters);
    if (n + 1 < sizeof o->letters && !strchr(o->letters, letter))
        memcpy(o->letters + n, (char[]){letter, 0}, 2);
}

static int read_hash_seed(MrOptions *o)
{
    const char *text = variable(o, "PYTHONHASHSEED");
    long seed;
    if (!text || !strcmp(text, "random"))
        return -1;
    if (!read_number(text, 0, 4294967295, &seed))
        return fatal("config_init_hash_seed", "PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]", "preinitialized");
    o->config.hash_seed = (uint64_t)seed + 1;
    if (!seed)
        add_letter(o, 'h');
    return -1;
}

/* Is the locale that the environment asks for the plain C one, perhaps because the one asked for is not there? */
static bool locale_is_plain(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    const char *name = NULL;
    for (size_t i = 0; i < 3 && (!name || !*name); i++)
        name = getenv(names[i]);
    if (!name || !*name || !strcmp(name, "C") || !strcmp(name, "POSIX"))
        return true;
    if (!strcmp(name, "C.UTF-8") || !strcmp(name, "C.utf8"))
        return false;
    locale_t found = newlocale(LC_CTYPE_MASK, name, (locale_t)0);
    if (found != (locale_t)0)
        freelocale(found);
    return found == (locale_t)0;
}

/* PEP 538: programs that this one starts are to use UTF-8, too. */
static void coerce_locale(const MrOptions *o)
{
    const char *all = getenv("LC_ALL"), *wanted = variable(o, "PYTHONCOERCECLOCALE");
    if ((all && *all) || (wanted && !strcmp(wanted, "0")))
        return;
    setenv("LC_CTYPE", "C.UTF-8", 1);
    if (wanted && !strcmp(wanted, "warn"))
        fputs("Python detected LC_CTYPE=C: LC_CTYPE coerced to C.UTF-8 (set another locale or PYTHONCOERCECLOCALE=0 to disable this locale coercion behavior).\n", stderr);
}

static int read_utf8_mode(MrOptions *o)
{
    const char *option = xoption(o, "utf8"), *text = option ? option : variable(o, "PYTHONUTF8");
    bool on = text && (!strcmp(text, "1") || (option && !*option));
    if (text && !on && strcmp(text, "0") != 0)
        return fatal("preconfig_init_utf8_mode", option ? "invalid -X utf8 option value" : "invalid PYTHONUTF8 environment variable value", "preinitializing");
    bool plain = locale_is_plain();
    if (plain)
        coerce_locale(o);
    if (on || (plain && !text))
        add_letter(o, '8');
    return -1;
}

static int read_digits(MrOptions *o)
{
    const char *option = xoption(o, "int_max_str_digits"), *text = variable(o, "PYTHONINTMAXSTRDIGITS");
    const char *given[2] = {text, option}; /* the option wins, but both are checked */
    for (int i = 0; i < 2; i++) {
        long digits;
        if (!given[i])
            continue;
        if (!read_number(given[i], 0, 2147483647, &digits) || (digits && digits < 640))
            return fatal("config_init_int_max_str_digits", i ? "-X int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited."
                                                            : "PYTHONINTMAXSTRDIGITS: invalid limit; must be >= 640 or 0 for unlimited.", "preinitialized");
        o->config.int_max_str_digits = digits ? (int)digits : -1;
    }
    return -1;
}

static int read_tracemalloc(MrOptions *o)
{
    const char *option = xoption(o, "tracemalloc"), *text = option ? option : variable(o, "PYTHONTRACEMALLOC");
    long frames = 1;
    if (!text)
        return -1;
    if (!(option && !*option) && !read_number(text, 0, 65535, &frames))
        return fatal("config_init_tracemalloc", option ? "-X tracemalloc=NFRAME: invalid number of frames" : "PYTHONTRACEMALLOC: invalid number of frames", "preinitialized");
    o->tracemalloc = (int)frames;
    return -1;
}

int mr_settings_read(MrOptions *o)
{
    static int (*const readers[])(MrOptions *) = {read_utf8_mode, read_hash_seed, read_digits, read_tracemalloc};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        int status = readers[i](o);
        if (status >= 0)
            return status;
    }
    if (xoption(o, "warn_default_encoding") || variable(o, "PYTHONWARNDEFAULTENCODING"))
        add_letter(o, 'w');
    o->fault_handler = o->config.dev_mode || xoption(o, "faulthandler") || variable(o, "PYTHONFAULTHANDLER");
    const char *prefix = xoption(o, "pycache_prefix");
    o->pycache_prefix = prefix ? prefix : variable(o, "PYTHONPYCACHEPREFIX");
    o->stdio_encoding = variable(o, "PYTHONIOENCODING");
    return -1;
}

/* PYTHONIOENCODING=encoding:errors, either of which may be missing; stderr keeps its way with what cannot be encoded. */
static bool set_streams(MorayVM *vm, const char *text)
{
    char expression[400];
    size_t n = strcspn(text, ":");
    const char *errors = text[n] ? text + n + 1 : "";
    if (strlen(text) > 80 || strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:") != strlen(text))
        return false;
    if (n && !*errors)
        errors = "strict";
    snprintf(expression, sizeof expression,
             "[getattr(__import__('sys'), n).reconfigure(encoding=__import__('codecs').lookup('%.*s' or 'utf-8').name, errors='backslashreplace' if n == 'stderr' else '%s' or None) "
             "for n in ('stdin', 'stdout', 'stderr') if hasattr(getattr(__import__('sys'), n), 'reconfigure')]", (int)n, text, errors);
    return !moray_is_null(moray_eval(vm, expression));
}

int mr_settings_apply(MorayVM *vm, const MrOptions *o)
{
    if (o->stdio_encoding && !set_streams(vm, o->stdio_encoding)) {
        fatal("init_stdio_encoding", "failed to get the Python codec name of the stdio encoding", "core initialized");
        (void)moray_report(vm);
        return 1;
    }
    if (o->fault_handler)
        moray_call_method(vm, moray_import(vm, "faulthandler"), "enable", NULL, 0);
    if (o->tracemalloc) {
        MorayRef frames = moray_int(vm, o->tracemalloc);
        moray_call_method(vm, moray_import(vm, "tracemalloc"), "start", &frames, 1);
    }
    if (o->pycache_prefix && *o->pycache_prefix)
        moray_setattr(vm, moray_import(vm, "sys"), "pycache_prefix", moray_str(vm, o->pycache_prefix));
    return moray_failed(vm) ? moray_report(vm) : -1;
}
