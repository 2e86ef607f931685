/* Importing: sys.modules, then native modules, frozen ones, then the folders of a path. Circular imports work as in CPython: a module stands in
 * sys.modules before its body runs and is taken out again if that fails.
 *
 * A script's own random.py comes before the standard library's, as it does where that one lies in files: what a script asks for is looked for in the folders
 * of sys.path first. What the standard library and the VM ask for is not, so that they are served by what they were written for.
 * Not here: the `importlib` module's Python face (stdlib/py/importlib).
 */
#include "vm/import_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "compiler/blob.h"
#include "compiler/compile.h"
#include "stdlib/native/io.h"
#include "vm/attr.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/interp.h"
#include "vm/omitted.h"
#include "vm/permit.h"

/* ---- modules ---- */

MrModule *mr_module_new(MrThread *t, MrValue name)
{
    MrModule *m = mr_alloc(t, sizeof *m + sizeof(MrTail), MR_KIND_MODULE, MR_TYPE_module); /* a tail, since `__class__ = ...` may make a subclass of it */
    if (!m || !(m->dict = mr_dict_new(t)))
        return NULL;
    m->name = name;
    MrDict *d = m->dict;
    if (!mr_dict_set_str(t, d, mr_n(t, __name__), name) || !mr_dict_set_str(t, d, mr_n(t, __doc__), MR_NONE) ||
        !mr_dict_set_str(t, d, mr_n(t, __package__), MR_NONE) || !mr_dict_set_str(t, d, mr_n(t, __loader__), MR_NONE) ||
        !mr_dict_set_str(t, d, mr_n(t, __spec__), MR_NONE))
        return NULL;
    return m;
}

bool mr_module_add(MrThread *t, MrModule *m, const char *name, MrValue v)
{
    return v != MR_ERROR && mr_dict_set_c(t, m->dict, name, v);
}

MrModule *mr_module_native(MrThread *t, const MrModuleDef *def)
{
    MrStr *name = mr_intern(t, def->name, strlen(def->name));
    MrModule *m = name ? mr_module_new(t, mr_val(name)) : NULL;
    if (!m)
        return NULL;
    m->def = def;
    if (def->doc && !mr_module_add(t, m, "__doc__", mr_str_c(t, def->doc)))
        return NULL;
    for (const MrMethodDef *f = def->functions; f && f->sig; f++) {
        const char *paren = strchr(f->sig, '(');
        MrStr *fname = mr_intern(t, f->sig, paren ? (size_t)(paren - f->sig) : strlen(f->sig));
        MrValue fn = fname ? mr_function_native(t, f, mr_val(m), MR_UNBOUND) : MR_ERROR;
        if (fn == MR_ERROR || !mr_dict_set_str(t, m->dict, fname, fn))
            return NULL;
    }
    for (const MrTypeDef *const *d = def->types; d && *d; d++) {
        MrType *type = mr_type_from_def(t, *d);
        if (!type || !mr_dict_set_str(t, m->dict, type->name, mr_val(type)))
            return NULL;
    }
    if (def->init && !def->init(t, m))
        return NULL;
    return m;
}

const MrModuleDef *mr_native_module(const char *name)
{
    for (const MrModuleDef *const *d = mr_native_modules; *d; d++)
        if (!strcmp((*d)->name, name))
            return *d;
    return NULL;
}

static bool set_initialized(MrThread *t, MrModule *m)
{
    MrValue spec = mr_dict_get_str(t, m->dict, mr_n(t, __spec__));
    return spec == MR_UNBOUND || spec == MR_NONE || mr_setattr(t, spec, mr_n(t, _initializing), MR_FALSE);
}

/* ---- finding ---- */

/* The text is malloc'd; false: errno. */
bool mr_read_file(const char *path, char **text, size_t *n)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    struct stat st;
    if (!fstat(fd, &st) && S_ISDIR(st.st_mode)) {
        close(fd);
        errno = EISDIR;
        return false;
    }
    size_t cap = st.st_size > 0 ? (size_t)st.st_size + 1 : 65536, len = 0;
    char *data = malloc(cap + 1);
    ssize_t got = 0;
    while (data && (got = read(fd, data + len, cap - len)) != 0) {
        if (got < 0) {
            if (errno == EINTR)
                continue;
            break;
        }
        len += (size_t)got;
        if (len == cap) {
            cap *= 2;
            char *more = realloc(data, cap + 1);
            if (!more) {
                free(data);
                data = NULL;
            } else {
                data = more;
            }
        }
    }
    int saved = data ? errno : ENOMEM;
    close(fd);
    if (!data || got < 0) {
        free(data);
        errno = saved;
        return false;
    }
    data[len] = 0;
    *text = data;
    *n = len;
    return true;
}

const MrFrozen *mr_frozen_find(const char *name)
{
    uint32_t low = 0, high = mr_n_frozen;
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        int c = strcmp(name, mr_frozen[mid].name);
        if (c == 0)
            return &mr_frozen[mid];
        if (c < 0)
            high = mid;
        else
            low = mid + 1;
    }
    return NULL;
}

bool mr_is_file(const char *path)
{
    struct stat st;
    return !stat(path, &st) && S_ISREG(st.st_mode);
}

bool mr_is_folder(const char *path)
{
    struct stat st;
    return !stat(path, &st) && S_ISDIR(st.st_mode);
}

/* The path of `tail` in a folder of sys.path, which is taken from the current folder when it is relative. False when it is too long. */
static bool join_path(char *out, size_t size, const char *dir, const char *tail)
{
    char here[2048];
    size_t n = strlen(dir);
    while (n > 1 && dir[n - 1] == '/')
        n--;
    if (dir[0] == '/')
        return snprintf(out, size, "%.*s/%s", dir[1] ? (int)n : 0, dir, tail) < (int)size;
    if (!strncmp(dir, "./", 2))
        dir += 2, n = n > 2 ? n - 2 : 0;
    if (!n || !strcmp(dir, "."))
        dir = "", n = 0;
    return getcwd(here, sizeof here) && snprintf(out, size, "%s/%.*s%s%s", here[1] ? here : "", (int)n, dir, n ? "/" : "", tail) < (int)size;
}

/* May modules come from this folder? Where files are denied, only from those that the host named, and folders in them. */
static bool is_granted(MrThread *t, MrValue folder)
{
    MrValue granted = t->iso->hooks[MR_HOOK_PATHS];
    if (!mr_denied(t, MR_ALLOW_FILES))
        return true;
    for (size_t i = 0; mr_is_tuple(granted) && i < MR_TUPLE(granted)->length; i++) {
        MrStr *g = MR_STR(MR_TUPLE(granted)->items[i]), *s = MR_STR(folder);
        if (mr_str_equal(t, g, s) || (g->nbytes && s->nbytes > g->nbytes && !memcmp(s->bytes, g->bytes, g->nbytes) && s->bytes[g->nbytes] == '/' &&
                                   !strstr(s->bytes + g->nbytes, "/..")))
            return true;
    }
    return false;
}

MrValue mr_import_path(MrThread *t)
{
    MrValue p = mr_sys_get(t, mr_n(t, path));
    return p == MR_UNBOUND ? mr_list_new(t, 0) : p;
}

/* Looks `tail` up in the folders of `path` (a sequence). 1 found, 0 not, -1 error. */
int mr_import_find(MrThread *t, MrValue path, const char *tail, MrFound *f, bool trusted)
{
    MrValue portions = MR_UNBOUND;
    bool denied = false;
    if (!*tail || strchr(tail, '/'))
        return 0;
    MrValue it = mr_iter(t, path);
    if (it == MR_ERROR)
        return -1;
    for (;;) {
        MrValue entry = mr_next(t, it);
        if (entry == MR_ERROR)
            return -1;
        if (entry == MR_UNBOUND)
            break;
        if (!mr_is_str(entry))
            continue;
        if (!trusted && !is_granted(t, entry)) {
            denied = true;
            continue;
        }
        if (mr_is_file(mr_cstr(entry)))
            f->archive = true;
        char base[3072];
        if (!join_path(base, sizeof base, mr_cstr(entry), tail))
            continue;
        snprintf(f->file, sizeof f->file, "%s/__init__.py", base);
        if (mr_is_file(f->file)) {
            f->package = true;
            MrValue folder = mr_str_c(t, base);
            f->search = folder == MR_ERROR ? folder : mr_list_from(t, &folder, 1);
            return f->search == MR_ERROR ? -1 : 1;
        }
        snprintf(f->file, sizeof f->file, "%s.py", base);
        if (mr_is_file(f->file)) {
            f->package = false;
            return 1;
        }
        if (mr_is_folder(base)) {
            MrValue folder = mr_str_c(t, base);
            if (portions == MR_UNBOUND)
                portions = mr_list_new(t, 2);
            if (folder == MR_ERROR || portions == MR_ERROR || !mr_list_append(t, portions, folder))
                return -1;
        }
    }
    if (portions == MR_UNBOUND)
        return denied && !mr_allowed(t, MR_ALLOW_FILES) ? -1 : 0;
    f->file[0] = 0;
    f->package = true;
    f->search = portions;
    return 1;
}

/* ---- the standard library and files of the same names ---- */

/* In a module's header. */
enum { MODULE_OWN = 1 /* of the standard library in the binary */, MODULE_UNSEEN = 2 /* and no script has asked for it yet */ };

static bool is_own(MrValue module, uint16_t flag) { return mr_is_kind(module, MR_KIND_MODULE) && mr_obj_of(module)->aux & flag; }

/* Those that CPython has in its binary, or has imported before a script's folder is on sys.path, cannot be replaced by a file. */
static bool comes_first(const char *name)
{
    static const char names[] = " _abc _ast _codecs _collections _collections_abc _functools _imp _io _locale _operator _signal _sitebuiltins _sre _stat _string "
                                "_thread _typing _warnings _weakref abc atexit builtins codecs encodings errno faulthandler gc genericpath io itertools marshal "
                                "os posix posixpath pwd runpy site stat sys time zipimport ";
    char key[32];
    return snprintf(key, sizeof key, " %s ", name) < (int)sizeof key && strstr(names, key);
}

/* Does a script ask for the module that is about to be imported? importlib asks for its caller. */
static bool asked_by_script(MrThread *t)
{
    const char *live = getenv("MORAY_STDLIB");
    for (MrFrame *f = t->frame; f > t->frames && !t->own_imports; f--) {
        const char *file = f->code->filename->bytes;
        bool own = !strncmp(file, "<frozen ", 8) || (live && !strncmp(file, live, strlen(live)));
        if (!own)
            return true;
        if (!strstr(file, "importlib"))
            return false;
    }
    return false;
}

/* A file on sys.path with the name of a module in the binary. 1 found, 0 not, -1 error. */
static int find_shadow(MrThread *t, const char *name, MrFound *f)
{
    if (strchr(name, '.') || comes_first(name) || mr_denied(t, MR_ALLOW_FILES))
        return 0;
    int found = mr_import_find(t, mr_import_path(t), name, f, false);
    if (found > 0 && f->file[0])
        return 1;
    *f = (MrFound){.search = MR_UNBOUND};
    return found < 0 ? found : 0;
}

/* ---- loading ---- */

/* __cached__: where CPython would keep the module compiled. Nothing is ever written there. */
static bool set_cached(MrThread *t, MrModule *m, const char *file)
{
    const char *slash = strrchr(file, '/');
    int folder = slash ? (int)(slash - file) + 1 : 0;
    MrValue path = mr_strf(t, "%.*s__pycache__/%.*s." MR_CACHE_TAG ".pyc", folder, file, (int)strcspn(file + folder, "."), file + folder);
    return path != MR_ERROR && mr_dict_set_str(t, m->dict, mr_n(t, __cached__), path);
}

bool mr_import_mark(MrThread *t, MrModule *m, const char *name, bool package, MrValue search, MrValue file)
{
    const char *dot = strrchr(name, '.');
    MrValue pkg = package ? mr_val(mr_intern(t, name, strlen(name))) : mr_str_new(t, name, dot ? (size_t)(dot - name) : 0);
    MrValue spec = mr_spec_new(t, name, file, package);
    if (pkg == MR_ERROR || spec == MR_ERROR || !mr_dict_set_str(t, m->dict, mr_n(t, __package__), pkg) || !mr_dict_set_str(t, m->dict, mr_n(t, __spec__), spec))
        return false;
    if (file != MR_NONE && !(mr_dict_set_str(t, m->dict, mr_n(t, __file__), file) && set_cached(t, m, mr_cstr(file))))
        return false;
    if (package && !mr_dict_set_str(t, m->dict, mr_n(t, __path__), search))
        return false;
    if (package) {
        MrStr *key = mr_intern(t, "submodule_search_locations", 26);
        if (!key || !mr_setattr(t, spec, key, search))
            return false;
    }
    MrValue hooks = t->iso->hooks[MR_HOOK_IMPORT];
    return !mr_is_tuple(hooks) || mr_call1(t, MR_TUPLE(hooks)->items[1], mr_val(m)) != MR_ERROR;
}

/* Lines of importlib at the beginning of the pending exception's traceback say nothing to anybody. */
static void drop_own_lines(MrThread *t)
{
    MrException *e = MR_EXCEPTION(t->pending);
    while (mr_is_kind(e->traceback, MR_KIND_TRACEBACK)) {
        MrTraceback *line = (MrTraceback *)mr_obj_of(e->traceback);
        if (strncmp(line->code->filename->bytes, "<frozen importlib", 17) != 0)
            return;
        e->traceback = line->next;
    }
}

/* Has a finder in sys.meta_path or a hook in sys.path_hooks the module? MR_UNBOUND: no. The finders are worked by importlib, which is imported when the
 * script has put something there; a script that does neither pays two look-ups. */
static MrValue ask_finders_call(MrThread *t, MrStr *name, MrValue path)
{
    MrValue *hooks = &t->iso->hooks[MR_HOOK_IMPORT];
    if (*hooks == MR_UNBOUND) {
        static const char *const lists[] = {"meta_path", "path_hooks"};
        bool any = false;
        for (size_t i = 0; i < 2; i++) {
            MrStr *key = mr_intern(t, lists[i], strlen(lists[i]));
            MrValue list = key ? mr_sys_get(t, key) : MR_ERROR;
            if (list == MR_ERROR)
                return MR_ERROR;
            any = any || (mr_is_list(list) && MR_LIST(list)->length);
        }
        if (!any)
            return MR_UNBOUND;
        *hooks = MR_NONE;
        if (mr_import(t, "importlib._bootstrap") == MR_ERROR)
            return MR_ERROR;
    }
    if (!mr_is_tuple(*hooks))
        return MR_UNBOUND;
    MrValue args[2] = {mr_val(name), path == MR_UNBOUND ? MR_NONE : path};
    MrValue m = mr_call(t, MR_TUPLE(*hooks)->items[0], 2, args);
    if (m == MR_ERROR)
        drop_own_lines(t);
    return m == MR_NONE ? MR_UNBOUND : m;
}

MrValue mr_import_run(MrThread *t, MrModule *m, MrCode *code)
{
    bool main = mr_dict_get_str(t, t->iso->modules, mr_n(t, __main__)) == mr_val(m); /* which alone has the module, as in CPython */
    MrValue builtins = main ? mr_dict_get_str(t, t->iso->modules, mr_n(t, builtins)) : mr_val(t->iso->builtins);
    if (!mr_dict_set_str(t, m->dict, mr_n(t, __builtins__), builtins))
        return MR_ERROR;
    MrFunction *f = mr_function_new(t, code, m->dict);
    return f ? mr_run_code(t, f, mr_val(m->dict)) : MR_ERROR;
}

MrCode *mr_frozen_code(MrThread *t, const MrFrozen *z)
{
    MrBuf why = MR_BUF_EMPTY;
    MrUnit *unit = mr_blob_read(z->blob, z->size, true, &why);
    if (!unit)
        mr_raise(t, MR_EXC_ImportError, "frozen module '%s' is damaged: %s", z->name, why.failed ? "out of memory" : why.data);
    mr_buf_fini(&why);
    if (!unit)
        return NULL;
    MrCode *code = mr_code_load(t, unit);
    mr_unit_free(unit);
    return code;
}

MrCode *mr_import_source(MrThread *t, const char *path)
{
    char *text;
    size_t n;
    struct stat st;
    if (!stat(path, &st))
        (void)mr_io_complete_writers(t, &st);
    if (!mr_read_file(path, &text, &n)) {
        MrValue name = mr_str_c(t, path);
        if (name != MR_ERROR)
            mr_raise_errno(t, errno, name);
        return NULL;
    }
    MrCode *code = mr_compile_text(t, text, n, path, MR_COMPILE_EXEC, 0);
    free(text);
    return code;
}

/* Puts the module into sys.modules, runs it, and takes it out again if it fails. */
static MrValue finish(MrThread *t, MrStr *name, MrModule *m, MrCode *code)
{
    MrDict *modules = t->iso->modules;
    if (!mr_dict_set_str(t, modules, name, mr_val(m)))
        return MR_ERROR;
    if (code && mr_import_run(t, m, code) == MR_ERROR) {
        MrValue exc = mr_take_pending(t);
        mr_dict_del(t, modules, mr_val(name));
        t->pending = exc;
        return MR_ERROR;
    }
    MrValue now = mr_dict_get_str(t, modules, name); /* a module may replace itself */
    if (now == MR_UNBOUND)
        return mr_raise_type_value(t, MR_EXC_KeyError, mr_val(name));
    if (now == mr_val(m) && !set_initialized(t, m))
        return MR_ERROR;
    return now;
}

/* Classes that pass for native ones take no more attributes once the module that they are said to be from is complete. */
static void seal_classes(MrModule *m, const MrStr *name)
{
    MrValue key, v;
    for (size_t pos = 0; mr_dict_next(m->dict, &pos, &key, &v);) {
        MrType *type = mr_is_type(v) ? MR_TYPE(v) : NULL;
        if (type && type->dotted && !(type->flags & MR_TYPE_IS_EXCEPTION) && !strncmp(type->dotted->bytes, name->bytes, name->nbytes) && type->dotted->bytes[name->nbytes] == '.')
            type->flags |= MR_TYPE_IMMUTABLE;
    }
}

static MrValue load_live_stdlib(MrThread *t, MrStr *name, const char *dir, MrFound *f)
{
    (void)name;
    MrValue folder = mr_str_c(t, dir);
    MrValue path = folder == MR_ERROR ? folder : mr_list_from(t, &folder, 1);
    if (path == MR_ERROR)
        return MR_ERROR;
    const char *dot = strrchr(name->bytes, '.');
    if (dot) {
        char sub[1024];
        int k = snprintf(sub, sizeof sub, "%s/%.*s", dir, (int)(dot - name->bytes), name->bytes);
        for (int i = (int)strlen(dir); i < k && i < (int)sizeof sub; i++)
            if (sub[i] == '.')
                sub[i] = '/';
        folder = mr_str_c(t, sub);
        path = folder == MR_ERROR ? folder : mr_list_from(t, &folder, 1);
        if (path == MR_ERROR)
            return MR_ERROR;
    }
    int found = mr_import_find(t, path, dot ? dot + 1 : name->bytes, f, true);
    return found < 0 ? MR_ERROR : mr_bool(found && f->file[0]);
}

static MrValue raise_not_found(MrThread *t, MrStr *name, MrValue msg)
{
    MrValue args = mr_tuple_from(t, &msg, 1);
    MrDict *kw = mr_dict_new(t);
    if (args == MR_ERROR || !kw || !mr_dict_set_str(t, kw, mr_n(t, name), mr_val(name)))
        return MR_ERROR;
    MrValue e = mr_call_kw(t, mr_type_val(t, MR_EXC_ModuleNotFoundError), args, mr_val(kw));
    return e == MR_ERROR ? e : mr_raise_value(t, e);
}

static MrValue not_found(MrThread *t, MrStr *name, const char *parent_text)
{
    MrValue shown = mr_repr(t, mr_val(name));
    if (shown == MR_ERROR)
        return shown;
    const char *reason = mr_omitted_reason(name->bytes, NULL);
    MrValue msg = parent_text ? mr_strf(t, "No module named %s; '%s' is not a package", mr_cstr(shown), parent_text)
                  : reason    ? mr_strf(t, "No module named %s (Moray leaves it out: %s)", mr_cstr(shown), reason)
                              : mr_strf(t, "No module named %s", mr_cstr(shown));
    return msg == MR_ERROR ? msg : raise_not_found(t, name, msg);
}

/* Does the thread that loads `m` wait, through whatever others, for the calling one? */
static bool waits_for(const MrImporting *m, const MrThread *t)
{
    for (; m; m = m->thread->wants)
        if (m->thread == t)
            return true;
    return false;
}

/* A module that another thread is loading is waited for, so that nobody sees half of it; but where two wait for each other it is taken as it is. */
static bool wait_for_import(MrThread *t, const MrStr *name)
{
    for (;;) {
        MrImporting *m = t->iso->importing;
        while (m && (m->name != name || m->thread == t))
            m = m->next;
        if (!m || waits_for(m, t))
            return true;
        t->wants = m;
        int woken = mr_thread_wait(t, &m->queue, -1);
        t->wants = NULL;
        if (woken < 0)
            return false;
    }
}

static MrValue load_now(MrThread *t, MrStr *name, MrValue path);

static bool has_zipimport(MrThread *t)
{
    MrStr *name = mr_intern(t, "zipimport", 9);
    return !name || mr_dict_get_str(t, t->iso->modules, name) != MR_UNBOUND;
}

static MrValue load_frozen(MrThread *t, MrStr *name, const MrFrozen *z, uint16_t own)
{
    MrModule *m = mr_module_new(t, mr_val(name));
    MrValue search = mr_list_new(t, 0);
    if (!m || search == MR_ERROR || !mr_import_mark(t, m, name->bytes, z->package, search, MR_NONE))
        return MR_ERROR;
    m->h.aux |= own;
    uint32_t stress = mr_gc_pause_stress(t->iso);
    MrCode *code = mr_frozen_code(t, z);
    MrValue r = code ? finish(t, name, m, code) : MR_ERROR;
    if (r != MR_ERROR)
        seal_classes(m, name);
    mr_gc_resume_stress(t->iso, stress);
    if (mr_is_kind(r, MR_KIND_MODULE))
        mr_obj_of(r)->aux |= own;
    return r;
}

/* Finds and runs one module; `path` is its package's __path__ or MR_UNBOUND for a top-level one. */
static MrValue load(MrThread *t, MrStr *name, MrValue path)
{
    MrImporting self = {t->iso->importing, name, t, {NULL, NULL}};
    t->iso->importing = &self;
    MrValue m = load_now(t, name, path);
    MrImporting **link = &t->iso->importing; /* other threads may have begun since */
    while (*link != &self)
        link = &(*link)->next;
    *link = self.next;
    while (self.queue.first)
        mr_thread_wake(&self.queue);
    return m;
}

static MrValue load_now(MrThread *t, MrStr *name, MrValue path)
{
    const char *dot = strrchr(name->bytes, '.');
    const char *tail = dot ? dot + 1 : name->bytes;
    MrFound f = {.search = MR_UNBOUND};
    const char *live = getenv("MORAY_STDLIB");
    if (t->iso->importer && strlen(name->bytes) == name->nbytes) {
        MrValue given = t->iso->importer(t, name->bytes);
        if (given != MR_UNBOUND)
            return given != MR_ERROR && mr_dict_set_str(t, t->iso->modules, name, given) ? given : MR_ERROR;
    }
    MrValue foreign = t->own_imports ? MR_UNBOUND : ask_finders_call(t, name, path);
    if (foreign != MR_UNBOUND)
        return foreign;
    const MrModuleDef *native = strlen(name->bytes) == name->nbytes ? mr_native_module(name->bytes) : NULL;
    const MrFrozen *z = mr_frozen_find(name->bytes);
    uint16_t own = 0;
    if (native || z) {
        bool script = asked_by_script(t);
        int shadow = script ? find_shadow(t, name->bytes, &f) : 0;
        if (shadow < 0)
            return MR_ERROR;
        own = shadow ? 0 : script ? MODULE_OWN : MODULE_OWN | MODULE_UNSEEN;
    }
    if (native && own) {
        MrModule *m = mr_module_native(t, native);
        if (!m || !mr_import_mark(t, m, name->bytes, false, MR_UNBOUND, MR_NONE))
            return MR_ERROR;
        m->h.aux |= own;
        return finish(t, name, m, NULL);
    }
    if (z && own && live) {
        MrValue got = load_live_stdlib(t, name, live, &f);
        if (got == MR_ERROR)
            return got;
        if (got == MR_TRUE)
            z = NULL;
    }
    if (z && own)
        return load_frozen(t, name, z, own);
    if (!f.file[0] && strlen(name->bytes) != name->nbytes)
        return not_found(t, name, NULL);
    if (!f.file[0]) {
        int found = mr_import_find(t, path == MR_UNBOUND ? mr_import_path(t) : path, tail, &f, false);
        if (found >= 0 && f.archive && !has_zipimport(t)) {
            if (mr_import(t, "zipimport") == MR_ERROR || (foreign = ask_finders_call(t, name, path)) == MR_ERROR)
                return MR_ERROR;
            if (foreign != MR_UNBOUND)
                return foreign;
        }
        if (found <= 0)
            return found < 0 ? MR_ERROR : not_found(t, name, NULL);
    }
    MrModule *m = mr_module_new(t, mr_val(name));
    MrValue file = f.file[0] ? mr_str_c(t, f.file) : MR_NONE;
    if (!m || file == MR_ERROR || !mr_import_mark(t, m, name->bytes, f.package, f.search, file))
        return MR_ERROR;
    if (file == MR_NONE) {
        if (!mr_dict_set_str(t, m->dict, mr_n(t, __file__), file) || mr_import(t, "importlib._bootstrap") == MR_ERROR)
            return MR_ERROR;
        MrValue hooks = t->iso->hooks[MR_HOOK_IMPORT];
        if (mr_is_tuple(hooks) && mr_call1(t, MR_TUPLE(hooks)->items[1], mr_val(m)) == MR_ERROR)
            return MR_ERROR;
    }
    m->h.aux |= own;
    MrCode *code = f.file[0] ? mr_import_source(t, f.file) : NULL;
    if (f.file[0] && !code)
        return MR_ERROR;
    return finish(t, name, m, code);
}

/* A module of the binary beside one of the script's that has its place in sys.modules. */
static MrValue import_hidden(MrThread *t, MrStr *name, const MrFrozen *z)
{
    MrValue *table = &t->iso->hooks[MR_HOOK_OWN_MODULES];
    if (*table == MR_UNBOUND) {
        MrDict *d = mr_dict_new(t);
        if (!d)
            return MR_ERROR;
        *table = mr_val(d);
    }
    MrValue m = mr_dict_get_str(t, MR_DICT(*table), name);
    if (m != MR_UNBOUND)
        return m;
    MrValue theirs = mr_dict_get_str(t, t->iso->modules, name);
    m = load_frozen(t, name, z, MODULE_OWN);
    MrValue pending = mr_take_pending(t);
    bool ok = mr_dict_set_str(t, t->iso->modules, name, theirs) && (m == MR_ERROR || mr_dict_set_str(t, MR_DICT(*table), name, m));
    if (m == MR_ERROR)
        t->pending = pending;
    return ok ? m : MR_ERROR;
}

/* Makes a module an attribute of its package, whichever that is by now; one that takes no attributes is warned of. */
static bool bind_child(MrThread *t, MrStr *parent_name, MrValue m, const char *tail)
{
    MrValue parent = mr_dict_get_str(t, t->iso->modules, parent_name);
    if (parent == MR_UNBOUND)
        return mr_raise_type_value(t, MR_EXC_KeyError, mr_val(parent_name)) != MR_ERROR;
    MrStr *name = mr_intern(t, tail, strlen(tail));
    if (!name || mr_setattr(t, parent, name, m))
        return name;
    if (!mr_clear_if(t, MR_EXC_AttributeError))
        return false;
    return mr_warn(t, MR_EXC_ImportWarning, "Cannot set an attribute on '%s' for child module '%s'", parent_name->bytes, tail);
}

/* The module of a full dotted name, its parents first. */
MrValue mr_import_dotted(MrThread *t, MrStr *name)
{
    if (MR_UNLIKELY(t->iso->importing && t->iso->threads.count) && !wait_for_import(t, name))
        return MR_ERROR;
    if (MR_UNLIKELY(!t->iso->sys) && !mr_sys_dict(t))
        return MR_ERROR;
    MrValue have = mr_dict_get_str(t, t->iso->modules, name);
    if (have == MR_NONE) {
        MrValue msg = mr_strf(t, "import of %s halted; None in sys.modules", name->bytes);
        return msg == MR_ERROR ? msg : raise_not_found(t, name, msg);
    }
    if (MR_UNLIKELY(t->own_imports) && have != MR_UNBOUND && !is_own(have, MODULE_OWN) && !strchr(name->bytes, '.')) {
        const MrFrozen *z = mr_frozen_find(name->bytes);
        if (z)
            return import_hidden(t, name, z);
    }
    if (MR_UNLIKELY(is_own(have, MODULE_UNSEEN)) && asked_by_script(t)) {
        mr_obj_of(have)->aux &= (uint16_t)~MODULE_UNSEEN;
        MrFound f = {.search = MR_UNBOUND};
        int shadow = find_shadow(t, name->bytes, &f);
        if (shadow)
            return shadow < 0 ? MR_ERROR : load(t, name, MR_UNBOUND);
    }
    if (have != MR_UNBOUND)
        return have;
    if (!mr_stack_ok(t))
        return MR_ERROR;
    const char *dot = strrchr(name->bytes, '.');
    if (!dot)
        return load(t, name, MR_UNBOUND);
    MrStr *parent_name = mr_intern(t, name->bytes, (size_t)(dot - name->bytes));
    MrValue parent = parent_name ? mr_import_dotted(t, parent_name) : MR_ERROR;
    if (parent == MR_ERROR)
        return parent;
    have = mr_dict_get_str(t, t->iso->modules, name);
    if (have != MR_UNBOUND)
        return have;
    MrValue path = mr_getattr_or(t, parent, mr_n(t, __path__));
    if (path == MR_ERROR)
        return path;
    if (path == MR_UNBOUND)
        return not_found(t, name, parent_name->bytes);
    MrValue m = load(t, name, path);
    return m == MR_ERROR || bind_child(t, parent_name, m, dot + 1) ? m : MR_ERROR;
}

MrValue mr_import(MrThread *t, const char *dotted)
{
    MrStr *name = mr_intern(t, dotted, strlen(dotted));
    if (!name)
        return MR_ERROR;
    if (!mr_frozen_find(dotted) && !mr_native_module(dotted))
        return mr_import_dotted(t, name);
    t->own_imports++;
    MrValue m = mr_import_dotted(t, name);
    t->own_imports--;
    return m;
}

/* ---- __import__ ---- */

static MrStr *absolute_name(MrThread *t, MrStr *name, MrValue globals, int64_t level)
{
    if (level == 0 && name->bytes[0] == '.')
        return not_found(t, name, NULL), NULL;
    if (level == 0)
        return mr_intern_str(t, name);
    MrValue package = mr_is_dict(globals) ? mr_dict_get_str(t, MR_DICT(globals), mr_n(t, __package__)) : MR_UNBOUND;
    if (package != MR_UNBOUND && package != MR_NONE && !mr_is_str(package)) {
        mr_raise(t, MR_EXC_TypeError, "package must be a string");
        return NULL;
    }
    if (package == MR_UNBOUND || package == MR_NONE) {
        if (!mr_is_dict(globals) || mr_dict_get_str(t, MR_DICT(globals), mr_n(t, __name__)) == MR_UNBOUND) {
            mr_raise(t, MR_EXC_KeyError, "'__name__' not in globals");
            return NULL;
        }
        package = mr_is_dict(globals) ? mr_dict_get_str(t, MR_DICT(globals), mr_n(t, __name__)) : MR_UNBOUND;
        bool is_pkg = mr_is_dict(globals) && mr_dict_get_str(t, MR_DICT(globals), mr_n(t, __path__)) != MR_UNBOUND;
        if (mr_is_str(package) && !is_pkg) {
            const char *dot = strrchr(mr_cstr(package), '.');
            package = mr_str_new(t, mr_cstr(package), dot ? (size_t)(dot - mr_cstr(package)) : 0);
            if (package == MR_ERROR)
                return NULL;
        }
    }
    if (!mr_is_str(package) || MR_STR(package)->nbytes == 0) {
        mr_raise(t, MR_EXC_ImportError, "attempted relative import with no known parent package");
        return NULL;
    }
    size_t n = MR_STR(package)->nbytes;
    const char *p = mr_cstr(package);
    for (int64_t i = 1; i < level; i++) {
        while (n && p[n - 1] != '.')
            n--;
        if (!n) {
            mr_raise(t, MR_EXC_ImportError, "attempted relative import beyond top-level package");
            return NULL;
        }
        n--;
    }
    MrValue full = name->nbytes ? mr_strf(t, "%.*s.%s", (int)n, p, name->bytes) : mr_str_new(t, p, n);
    return full == MR_ERROR ? NULL : mr_intern_str(t, MR_STR(full));
}

static bool import_submodule(MrThread *t, MrValue module, MrValue item)
{
    MrValue mod_name = mr_getattr(t, module, mr_n(t, __name__));
    if (mod_name == MR_ERROR)
        return false;
    MrValue full = mr_strf(t, "%s.%s", mr_cstr(mod_name), mr_cstr(item));
    MrStr *name = full == MR_ERROR ? NULL : mr_intern_str(t, MR_STR(full));
    if (!name)
        return false;
    if (mr_import_dotted(t, name) != MR_ERROR)
        return true;
    if (mr_pending_is(t, MR_EXC_ModuleNotFoundError)) {
        MrValue missing = MR_EXCEPTION(t->pending)->b;
        if (mr_is_str(missing) && mr_str_equal(t, MR_STR(missing), name)) {
            mr_take_pending(t);
            return true;
        }
    }
    return false;
}

static bool handle_fromlist(MrThread *t, MrValue module, MrValue fromlist)
{
    MrValue path = mr_getattr_or(t, module, mr_n(t, __path__));
    if (path == MR_ERROR)
        return false;
    if (path == MR_UNBOUND)
        return true;
    MrValue it = mr_iter(t, fromlist);
    if (it == MR_ERROR)
        return false;
    for (;;) {
        MrValue item = mr_next(t, it);
        if (item == MR_UNBOUND || item == MR_ERROR)
            return item == MR_UNBOUND;
        if (!mr_is_str(item)) {
            mr_raise(t, MR_EXC_TypeError, "Item in ``from list'' must be str, not %s", mr_type_name(t, item));
            return false;
        }
        if (mr_str_equal_c(item, "*")) {
            MrValue all = mr_getattr_or(t, module, mr_n(t, __all__));
            if (all == MR_ERROR || (all != MR_UNBOUND && all != fromlist && !handle_fromlist(t, module, all)))
                return false;
            continue;
        }
        MrValue have = mr_getattr_or(t, module, MR_STR(item));
        if (have == MR_ERROR || (have == MR_UNBOUND && !import_submodule(t, module, item)))
            return false;
    }
}

MrValue mr_import_module(MrThread *t, MrStr *name, MrValue globals, MrValue fromlist, int64_t level)
{
    if (level < 0)
        return mr_raise(t, MR_EXC_ValueError, "level must be >= 0");
    if (level == 0 && name->nbytes == 0)
        return mr_raise(t, MR_EXC_ValueError, "Empty module name");
    MrStr *full = absolute_name(t, name, globals, level);
    MrValue m = full ? mr_import_dotted(t, full) : MR_ERROR;
    if (m == MR_ERROR)
        return m;
    int wants = fromlist == MR_UNBOUND || fromlist == MR_NONE ? 0 : mr_truth(t, fromlist);
    if (wants < 0)
        return MR_ERROR;
    if (wants)
        return handle_fromlist(t, m, fromlist) ? m : MR_ERROR;
    const char *dot = strchr(name->bytes, '.');
    if (!dot)
        return m;
    size_t head = (size_t)(dot - name->bytes) + (full->nbytes - name->nbytes);
    MrStr *top = mr_intern(t, full->bytes, head);
    return top ? mr_import_dotted(t, top) : MR_ERROR;
}

MrValue mr_op_import_name(MrThread *t, MrFrame *f, MrStr *name, MrValue fromlist, MrValue level)
{
    MrValue hook = mr_dict_get_str(t, f->function->builtins, mr_n(t, __import__));
    if (hook == MR_UNBOUND)
        return mr_raise(t, MR_EXC_ImportError, "__import__ not found");
    if (mr_is_exact(hook, MR_TYPE_builtin_function))
        return mr_import_module(t, name, mr_val(f->function->globals), fromlist, mr_int_of(level));
    MrValue args[5] = {mr_val(name), mr_val(f->function->globals), f->ns == MR_UNBOUND ? MR_NONE : f->ns, fromlist, level};
    return mr_call(t, hook, 5, args);
}

const char *mr_module_omits(MrThread *t, const MrModule *m, const MrStr *name)
{
    MrValue module = mr_dict_get_str(t, m->dict, mr_n(t, __name__));
    bool own = mr_dict_get_str(t, m->dict, mr_n(t, __file__)) == MR_UNBOUND;
    return own && mr_is_str(module) ? mr_omitted_reason(mr_cstr(module), name->bytes) : NULL;
}

MrValue mr_op_import_from(MrThread *t, MrValue module, MrStr *name)
{
    MrValue v = mr_getattr_or(t, module, name);
    if (v != MR_UNBOUND)
        return v;
    MrValue mod_name = mr_getattr_or(t, module, mr_n(t, __name__));
    if (mod_name == MR_ERROR)
        return mod_name;
    if (mr_is_str(mod_name)) { /* a submodule that is still being imported */
        MrValue full = mr_strf(t, "%s.%s", mr_cstr(mod_name), name->bytes);
        v = full == MR_ERROR ? full : mr_dict_get(t, t->iso->modules, full);
        if (v != MR_UNBOUND)
            return v;
    }
    const char *shown = mr_is_str(mod_name) ? mr_cstr(mod_name) : "<unknown module name>";
    MrValue file = mr_getattr_or(t, module, mr_n(t, __file__));
    if (file == MR_ERROR)
        return file;
    const char *where = mr_is_str(file) ? mr_cstr(file) : "unknown location";
    MrValue spec = mr_getattr_or(t, module, mr_n(t, __spec__)), init = MR_FALSE;
    if (spec != MR_ERROR && spec != MR_UNBOUND && spec != MR_NONE)
        init = mr_getattr_or(t, spec, mr_n(t, _initializing));
    if (spec == MR_ERROR || init == MR_ERROR)
        return MR_ERROR;
    const char *reason = mr_is_kind(module, MR_KIND_MODULE) ? mr_module_omits(t, (MrModule *)mr_obj_of(module), name) : NULL;
    MrValue msg = init == MR_TRUE
                      ? mr_strf(t, "cannot import name '%s' from partially initialized module '%s' (most likely due to a circular import) (%s)", name->bytes, shown, where)
                      : mr_strf(t, "cannot import name '%s' from '%s' (%s%s)", name->bytes, shown, reason ? "Moray leaves it out: " : "", reason ? reason : where);
    if (msg == MR_ERROR)
        return msg;
    mr_raise_str(t, MR_EXC_ImportError, msg);
    if (mr_is_exact(t->pending, MR_EXC_ImportError)) {
        MrException *e = MR_EXCEPTION(t->pending);
        e->b = mod_name == MR_UNBOUND ? MR_NONE : mod_name;
        e->c = mr_is_str(file) ? file : MR_NONE;
        e->e = mr_val(name);
    }
    return MR_ERROR;
}

bool mr_op_import_star(MrThread *t, MrFrame *f, MrValue module)
{
    MrValue ns = f->ns == MR_UNBOUND ? mr_val(f->function->globals) : f->ns;
    MrValue all = mr_getattr_or(t, module, mr_n(t, __all__));
    if (all == MR_ERROR)
        return false;
    bool skip_private = all == MR_UNBOUND;
    if (skip_private) {
        MrDict *d = mr_instance_dict(t, module);
        if (!d) {
            if (!mr_pending(t))
                mr_raise(t, MR_EXC_ImportError, "from-import-* object has no __dict__ and no __all__");
            return false;
        }
        all = mr_list_of(t, mr_val(d));
    }
    MrValue it = all == MR_ERROR ? all : mr_iter(t, all);
    if (it == MR_ERROR)
        return false;
    for (;;) {
        MrValue name = mr_next(t, it);
        if (name == MR_UNBOUND || name == MR_ERROR)
            return name == MR_UNBOUND;
        if (!mr_is_str(name)) {
            MrValue mod_name = mr_getattr_or(t, module, mr_n(t, __name__));
            mr_raise(t, MR_EXC_TypeError, "%s in %s.%s must be str, not %s", skip_private ? "Key" : "Item", mr_is_str(mod_name) ? mr_cstr(mod_name) : "?",
                     skip_private ? "__dict__" : "__all__", mr_type_name(t, name));
            return false;
        }
        if (skip_private && mr_cstr(name)[0] == '_')
            continue;
        MrValue v = mr_getattr(t, module, MR_STR(name));
        if (v == MR_ERROR || !mr_setitem(t, ns, name, v))
            return false;
    }
}
