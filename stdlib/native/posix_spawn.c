/* posix, programs: execv and execve, which go on as another program, and posix_spawn, which starts one beside this.
 *
 * What the program is given (arguments, environment) is copied into bytes objects that a list keeps; the C arrays point into them. Not here: fork
 * (posix_process.c), programs with pipes (_posixsubprocess.c). */
#define _GNU_SOURCE
#include "stdlib/native/posix.h"

#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

/* A NULL-terminated array of C strings out of values of str, bytes or path-likes. The bytes objects are kept alive by `keep`. */
static char **strings(MrThread *t, const MrValue *items, size_t n, MrValue keep)
{
    char **v = mr_buffer_new(t, (n + 1) * sizeof *v);
    for (size_t i = 0; v && i < n; i++) {
        MrValue text = mr_path_fspath(t, items[i]);
        MrValue raw = text == MR_ERROR || mr_is_kind(text, MR_KIND_BYTES) ? text : mr_encode(t, text, "utf-8", "surrogateescape");
        if (raw == MR_ERROR || !mr_list_append(t, keep, raw))
            return NULL;
        v[i] = MR_BYTES(raw)->bytes;
        if (strlen(v[i]) != MR_BYTES(raw)->length) {
            mr_raise(t, MR_EXC_ValueError, "embedded null byte");
            return NULL;
        }
    }
    return v;
}

/* key=value of each pair of a mapping. */
static char **environment_of(MrThread *t, MrValue mapping, MrValue keep)
{
    MrValue keys = mr_getattr_c(t, mapping, "keys"), values = keys == MR_ERROR ? keys : mr_getattr_c(t, mapping, "values");
    MrValue names = values == MR_ERROR ? values : mr_call0(t, keys);
    MrValue texts = names == MR_ERROR ? names : mr_call0(t, values);
    if (texts == MR_ERROR || (names = mr_list_of(t, names)) == MR_ERROR || (texts = mr_list_of(t, texts)) == MR_ERROR)
        return NULL;
    size_t n = MR_LIST(names)->length;
    char **left = strings(t, MR_LIST(names)->items, n, keep);
    char **right = left ? strings(t, MR_LIST(texts)->items, n < MR_LIST(texts)->length ? n : MR_LIST(texts)->length, keep) : NULL;
    char **v = right ? mr_buffer_new(t, (n + 1) * sizeof *v) : NULL;
    for (size_t i = 0; v && i < n; i++) {
        size_t k = strlen(left[i]), m = right[i] ? strlen(right[i]) : 0;
        if (strchr(left[i], '=')) {
            mr_raise(t, MR_EXC_ValueError, "illegal environment variable name");
            return NULL;
        }
        MrValue pair = mr_bytes_new(t, NULL, k + m + 1);
        if (pair == MR_ERROR || !mr_list_append(t, keep, pair))
            return NULL;
        v[i] = MR_BYTES(pair)->bytes;
        memcpy(v[i], left[i], k);
        v[i][k] = '=';
        memcpy(v[i] + k + 1, right[i] ? right[i] : "", m);
    }
    return v;
}

static MrValue execute(MrThread *t, MrValue *a, const char *function, bool with_environment)
{
    MrPath p;
    MrValue *items, keep = mr_list_new(t, 16);
    size_t n;
    char **argv, **env = environ;
    if (keep == MR_ERROR || !mr_path_read(t, a[0], function, "path", with_environment ? MR_PATH_FD : 0, &p))
        return MR_ERROR;
    if (!mr_sequence_items(a[1], &items, &n))
        return mr_raise(t, MR_EXC_TypeError, with_environment ? "execve: argv must be a tuple or list" : "execv() arg 2 must be a tuple or list");
    if (n == 0)
        return mr_raise(t, MR_EXC_ValueError, with_environment ? "execve: argv must not be empty" : "execv() arg 2 must not be empty");
    if (with_environment && mr_getattr_or(t, a[2], mr_intern(t, "keys", 4)) == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "execve: environment must be a mapping object");
    argv = strings(t, items, n, keep);
    if (!argv)
        return MR_ERROR;
    if (!argv[0][0])
        return mr_raise(t, MR_EXC_ValueError, with_environment ? "execve: argv first element cannot be empty" : "execv() arg 2 first element cannot be empty");
    if (with_environment && !(env = environment_of(t, a[2], keep)))
        return MR_ERROR;
    if (p.name)
        execve(p.name, argv, env);
    else
        fexecve(p.fd, argv, env);
    return mr_path_error(t, with_environment ? &p : NULL);
}

static MrValue posix_execv(MrThread *t, MrValue *a) { return execute(t, a, "execv", false); }
static MrValue posix_execve(MrThread *t, MrValue *a) { return execute(t, a, "execve", true); }

/* ---- posix_spawn ---- */

enum { ACTION_OPEN, ACTION_CLOSE, ACTION_DUP2 };

static bool fail(MrThread *t, int exception, const char *text)
{
    mr_raise(t, exception, "%s", text);
    return false;
}

static bool worked(MrThread *t, int error)
{
    if (error)
        mr_raise_errno(t, error, MR_UNBOUND);
    return !error;
}

/* One of file_actions: (POSIX_SPAWN_OPEN, fd, path, flags, mode), (POSIX_SPAWN_CLOSE, fd) or (POSIX_SPAWN_DUP2, fd, new_fd). The path's bytes go into keep. */
static bool add_action(MrThread *t, MrValue action, posix_spawn_file_actions_t *to, MrValue keep)
{
    int tag, fd, second, mode;
    MrPath path;
    if (!mr_is_tuple(action) || MR_TUPLE(action)->length == 0)
        return fail(t, MR_EXC_TypeError, "Each file_actions element must be a non-empty tuple");
    MrValue *v = MR_TUPLE(action)->items;
    size_t n = MR_TUPLE(action)->length;
    if (!mr_posix_int(t, v[0], &tag))
        return false;
    switch (tag) {
    case ACTION_OPEN:
        if (n != 5)
            return fail(t, MR_EXC_TypeError, "A open file_action tuple must have 5 elements");
        return mr_posix_int(t, v[1], &fd) && mr_path_read(t, v[2], "posix_spawn", "path", 0, &path) && mr_posix_int(t, v[3], &second) &&
               mr_posix_int(t, v[4], &mode) && mr_list_append(t, keep, path.raw) &&
               worked(t, posix_spawn_file_actions_addopen(to, fd, path.name, second, (mode_t)mode));
    case ACTION_CLOSE:
        if (n != 2)
            return fail(t, MR_EXC_TypeError, "A close file_action tuple must have 2 elements");
        return mr_posix_int(t, v[1], &fd) && worked(t, posix_spawn_file_actions_addclose(to, fd));
    case ACTION_DUP2:
        if (n != 3)
            return fail(t, MR_EXC_TypeError, "A dup2 file_action tuple must have 3 elements");
        return mr_posix_int(t, v[1], &fd) && mr_posix_int(t, v[2], &second) && worked(t, posix_spawn_file_actions_adddup2(to, fd, second));
    default:
        return fail(t, MR_EXC_TypeError, "Unknown file_actions identifier");
    }
}

static bool add_actions(MrThread *t, MrValue actions, posix_spawn_file_actions_t *to, MrValue keep)
{
    MrValue list = actions == MR_UNBOUND || actions == MR_NONE ? mr_list_new(t, 0) : mr_list_of(t, actions);
    if (list == MR_ERROR)
        return mr_clear_if(t, MR_EXC_TypeError) && fail(t, MR_EXC_TypeError, "file_actions must be a sequence or None");
    for (size_t i = 0; i < MR_LIST(list)->length; i++)
        if (!add_action(t, MR_LIST(list)->items[i], to, keep))
            return false;
    return true;
}

static bool read_signals(MrThread *t, MrValue v, sigset_t *set)
{
    MrValue list = mr_list_of(t, v);
    if (list == MR_ERROR)
        return false;
    sigemptyset(set);
    for (size_t i = 0; i < MR_LIST(list)->length; i++) {
        int64_t number;
        if (!mr_to_i64(t, MR_LIST(list)->items[i], &number))
            return false;
        if (number < 1 || number >= NSIG) {
            mr_raise(t, MR_EXC_ValueError, "signal number %lld out of range [1; %d]", (long long)number, NSIG - 1);
            return false;
        }
        sigaddset(set, (int)number); /* two of the C library's own are refused: no script can block them anyway */
    }
    return true;
}

static bool set_scheduler(MrThread *t, MrValue v, posix_spawnattr_t *to, short *flags)
{
    struct sched_param parameters;
    int policy;
    if (v == MR_UNBOUND || v == MR_NONE)
        return true;
    if (!mr_is_tuple(v) || MR_TUPLE(v)->length != 2)
        return fail(t, MR_EXC_TypeError, "A scheduler tuple must have two elements");
    if (!mr_posix_sched_parameters(t, MR_TUPLE(v)->items[1], &parameters))
        return false;
    if (MR_TUPLE(v)->items[0] != MR_NONE) {
        if (!mr_posix_int(t, MR_TUPLE(v)->items[0], &policy) || !worked(t, posix_spawnattr_setschedpolicy(to, policy)))
            return false;
        *flags |= POSIX_SPAWN_SETSCHEDULER;
    }
    *flags |= POSIX_SPAWN_SETSCHEDPARAM;
    return worked(t, posix_spawnattr_setschedparam(to, &parameters));
}

/* a: setpgroup, resetids, setsid, setsigmask, setsigdef, scheduler */
static bool set_attributes(MrThread *t, const MrValue *a, posix_spawnattr_t *to)
{
    short flags = 0;
    int group, ids = a[1] == MR_UNBOUND ? 0 : mr_truth(t, a[1]), session = a[2] == MR_UNBOUND ? 0 : mr_truth(t, a[2]);
    sigset_t set;
    if (ids < 0 || session < 0)
        return false;
    if (a[0] != MR_UNBOUND && a[0] != MR_NONE) {
        if (!mr_posix_int(t, a[0], &group) || !worked(t, posix_spawnattr_setpgroup(to, group)))
            return false;
        flags |= POSIX_SPAWN_SETPGROUP;
    }
    flags |= (short)((ids ? POSIX_SPAWN_RESETIDS : 0) | (session ? POSIX_SPAWN_SETSID : 0));
    if (a[3] != MR_UNBOUND && a[3] != MR_NONE) {
        if (!read_signals(t, a[3], &set) || !worked(t, posix_spawnattr_setsigmask(to, &set)))
            return false;
        flags |= POSIX_SPAWN_SETSIGMASK;
    }
    if (a[4] != MR_UNBOUND && a[4] != MR_NONE) {
        if (!read_signals(t, a[4], &set) || !worked(t, posix_spawnattr_setsigdefault(to, &set)))
            return false;
        flags |= POSIX_SPAWN_SETSIGDEF;
    }
    return set_scheduler(t, a[5], to, &flags) && worked(t, posix_spawnattr_setflags(to, flags));
}

typedef int Spawn(pid_t *, const char *, const posix_spawn_file_actions_t *, const posix_spawnattr_t *, char *const[], char *const[]);

static MrValue start(MrThread *t, MrValue *a, const char *function, Spawn *spawn)
{
    MrPath p;
    MrValue *items, keep = mr_list_new(t, 16);
    size_t n;
    char **argv;
    pid_t pid = 0;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    if (keep == MR_ERROR || !mr_path_read(t, a[0], function, "path", 0, &p))
        return MR_ERROR;
    if (!mr_sequence_items(a[1], &items, &n))
        return mr_raise(t, MR_EXC_TypeError, "%s: argv must be a tuple or list", function);
    if (n == 0)
        return mr_raise(t, MR_EXC_ValueError, "%s: argv must not be empty", function);
    if (mr_getattr_or(t, a[2], mr_intern(t, "keys", 4)) == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "%s: environment must be a mapping object", function);
    argv = strings(t, items, n, keep);
    if (!argv)
        return MR_ERROR;
    if (!argv[0][0])
        return mr_raise(t, MR_EXC_ValueError, "%s: argv first element cannot be empty", function);
    char **env = environment_of(t, a[2], keep);
    if (!env)
        return MR_ERROR;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    int error = 0;
    bool ready = add_actions(t, a[3], &actions, keep) && set_attributes(t, a + 4, &attributes);
    if (ready)
        error = spawn(&pid, p.name, &actions, &attributes, argv, env);
    mr_hold(keep);
    mr_hold(a[0]);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (!ready)
        return MR_ERROR;
    return error ? mr_raise_errno(t, error, p.given) : mr_int(t, pid);
}

static MrValue posix_posix_spawn(MrThread *t, MrValue *a) { return start(t, a, "posix_spawn", posix_spawn); }
static MrValue posix_posix_spawnp(MrThread *t, MrValue *a) { return start(t, a, "posix_spawnp", posix_spawnp); }

bool mr_posix_add_spawn(MrThread *t, MrModule *m)
{
    return mr_module_add(t, m, "POSIX_SPAWN_OPEN", mr_small_int(ACTION_OPEN)) && mr_module_add(t, m, "POSIX_SPAWN_CLOSE", mr_small_int(ACTION_CLOSE)) &&
           mr_module_add(t, m, "POSIX_SPAWN_DUP2", mr_small_int(ACTION_DUP2));
}

#define SPAWN_ARGUMENTS \
    "(path, argv, env, /, *, file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=None)"

const MrMethodDef mr_posix_spawn_functions[] = {
    {"execv(path, argv, /)", posix_execv, "Go on as another program, with these arguments and this process's environment.", 0},
    {"execve(path, argv, env)", posix_execve, "Go on as another program, with these arguments and this environment; path may be an open descriptor.", 0},
    {"posix_spawn" SPAWN_ARGUMENTS, posix_posix_spawn, "Start a program, without the copy of this process that fork() makes. Its process id is the result.", 0},
    {"posix_spawnp" SPAWN_ARGUMENTS, posix_posix_spawnp, "As posix_spawn(), for a program that is looked for in the folders of PATH.", 0},
    {0},
};
