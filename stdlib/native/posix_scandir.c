/* os.scandir: an iterator over a folder, and the DirEntry objects that it yields.
 *
 * An entry knows its kind from the folder where the file system tells it, and asks stat only where it must: for links that are to be followed,
 * and for kinds that were not told. Stat results are kept. The iterator holds the open folder until the end, close(), or its own death. */
#define _GNU_SOURCE
#include "stdlib/native/posix.h"

#include <dirent.h>
#include <unistd.h>

#include "vm/error.h"
#include "vm/isolate.h"
#include "vm/types/sequence.h"

typedef struct MrDirEntry {
    MrObj h;
    MrValue name, path;
    MrValue stat, lstat; /* MR_UNBOUND: not asked for yet */
    uint64_t inode;
    int dir_fd;          /* of a folder given as descriptor, or AT_FDCWD */
    uint8_t kind;        /* DT_... */
} MrDirEntry;

typedef struct MrScandir {
    MrObj h;
    MrValue folder; /* str or bytes: the path's start; MR_UNBOUND: none */
    DIR *dir;       /* NULL: at the end or closed */
    int fd;
    bool bytes;
} MrScandir;

#define ENTRY(v) ((MrDirEntry *)mr_obj_of(v))
#define SCANDIR(v) ((MrScandir *)mr_obj_of(v))

/* ---- entries ---- */

static void direntry_trace(MrGc *gc, MrObj *o)
{
    MrDirEntry *e = (MrDirEntry *)o;
    mr_mark(gc, e->name);
    mr_mark(gc, e->path);
    mr_mark(gc, e->stat);
    mr_mark(gc, e->lstat);
}

static MrValue direntry_name(MrThread *t, MrValue self)
{
    (void)t;
    return ENTRY(self)->name;
}

static MrValue direntry_path(MrThread *t, MrValue self)
{
    (void)t;
    return ENTRY(self)->path;
}

static MrValue stat_of(MrThread *t, MrDirEntry *e, bool follow)
{
    struct stat s;
    MrPath p;
    if (follow && e->kind != DT_LNK && e->kind != DT_UNKNOWN)
        follow = false; /* no link: one result serves both */
    MrValue *kept = follow ? &e->stat : &e->lstat;
    if (*kept != MR_UNBOUND)
        return *kept;
    if (!mr_path_read(t, e->path, "stat", "path", 0, &p))
        return MR_ERROR;
    if (fstatat(e->dir_fd, p.name, &s, follow ? 0 : AT_SYMLINK_NOFOLLOW) < 0)
        return mr_path_error(t, &p);
    MrValue v = mr_posix_stat_value(t, &s);
    if (v != MR_ERROR)
        *kept = v;
    return v;
}

static int follows(MrThread *t, MrValue v) { return v == MR_UNBOUND ? 1 : mr_truth(t, v); }

static MrValue direntry_stat(MrThread *t, MrValue *a)
{
    int follow = follows(t, a[1]);
    return follow < 0 ? MR_ERROR : stat_of(t, ENTRY(a[0]), follow);
}

/* Is it of the kind? What is gone is of no kind. */
static MrValue has_kind(MrThread *t, MrDirEntry *e, int follow, unsigned kind, mode_t format)
{
    if (follow < 0)
        return MR_ERROR;
    if (e->kind != DT_UNKNOWN && !(follow && e->kind == DT_LNK))
        return mr_bool(e->kind == kind);
    MrValue s = stat_of(t, e, follow);
    if (s == MR_ERROR)
        return mr_clear_if(t, MR_EXC_FileNotFoundError) ? MR_FALSE : MR_ERROR;
    return mr_bool(((mode_t)mr_int_of(MR_TUPLE(s)->items[0]) & S_IFMT) == format);
}

static MrValue direntry_is_dir(MrThread *t, MrValue *a) { return has_kind(t, ENTRY(a[0]), follows(t, a[1]), DT_DIR, S_IFDIR); }
static MrValue direntry_is_file(MrThread *t, MrValue *a) { return has_kind(t, ENTRY(a[0]), follows(t, a[1]), DT_REG, S_IFREG); }
static MrValue direntry_is_symlink(MrThread *t, MrValue *a) { return has_kind(t, ENTRY(a[0]), 0, DT_LNK, S_IFLNK); }

static MrValue direntry_is_junction(MrThread *t, MrValue *a)
{
    (void)t;
    (void)a;
    return MR_FALSE;
}

static MrValue direntry_inode(MrThread *t, MrValue *a) { return mr_int_u64(t, ENTRY(a[0])->inode); }

static MrValue direntry_fspath(MrThread *t, MrValue *a)
{
    (void)t;
    return ENTRY(a[0])->path;
}

static MrValue direntry_repr(MrThread *t, MrValue *a)
{
    MrValue name = mr_repr(t, ENTRY(a[0])->name);
    return name == MR_ERROR ? name : mr_strf(t, "<DirEntry %s>", mr_cstr(name));
}

static const MrMethodDef direntry_methods[] = {
    {"is_symlink(self, /)", direntry_is_symlink, "Whether the entry itself is a symbolic link.", 0},
    {"is_junction(self, /)", direntry_is_junction, "False: only Windows has junctions.", 0},
    {"is_dir(self, /, *, follow_symlinks=True)", direntry_is_dir,
     "Whether it is a folder, or a link that leads to one if follow_symlinks is true. The answer is remembered.", 0},
    {"is_file(self, /, *, follow_symlinks=True)", direntry_is_file,
     "Whether it is a regular file, or a link that leads to one if follow_symlinks is true. The answer is remembered.", 0},
    {"stat(self, /, *, follow_symlinks=True)", direntry_stat, "What os.stat() tells about it; asked for once and remembered.", 0},
    {"inode(self, /)", direntry_inode, "The number of the file on its device.", 0},
    {"__fspath__(self, /)", direntry_fspath, "The path, for open() and os functions.", 0},
    {"__repr__(self, /)", direntry_repr, NULL, 0},
    {"__class_getitem__(cls, item, /)", mr_container_class_getitem,
     "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0},
};

static const MrGetSetDef direntry_getset[] = {
    {"name", direntry_name, NULL, "the last part of the path"},
    {"path", direntry_path, NULL, "the folder as it was given to scandir(), and the name"},
    {0},
};

const MrTypeDef mr_posix_direntry_def = {
    .name = "posix.DirEntry", .kind = MR_KIND_OTHER, .size = sizeof(MrDirEntry), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = direntry_methods, .getset = direntry_getset, .trace = direntry_trace, .module = "posix",
    .doc = "An entry of a folder, from scandir(): a name, a path and what is known about the file.",
};

/* ---- the iterator ---- */

static void close_folder(MrScandir *s)
{
    DIR *d = s->dir;
    s->dir = NULL;
    if (d) {
        if (s->fd >= 0)
            rewinddir(d);
        closedir(d);
    }
}

static void scandir_trace(MrGc *gc, MrObj *o) { mr_mark(gc, ((MrScandir *)o)->folder); }

static void scandir_finalize(MrIsolate *iso, MrObj *o)
{
    (void)iso;
    close_folder((MrScandir *)o);
}

/* folder/name, in the type of the folder */
static MrValue join(MrThread *t, const MrScandir *s, MrValue name)
{
    if (s->folder == MR_UNBOUND)
        return name;
    if (!s->bytes) {
        const MrStr *f = MR_STR(s->folder);
        return mr_strf(t, f->nbytes && f->bytes[f->nbytes - 1] == '/' ? "%s%s" : "%s/%s", f->bytes, mr_cstr(name));
    }
    const MrBytes *f = MR_BYTES(s->folder), *n = MR_BYTES(name);
    size_t slash = f->length && f->bytes[f->length - 1] != '/';
    MrValue v = mr_bytes_new(t, NULL, f->length + slash + n->length);
    if (v == MR_ERROR)
        return v;
    char *out = MR_BYTES(v)->bytes;
    memcpy(out, f->bytes, f->length);
    if (slash)
        out[f->length] = '/';
    memcpy(out + f->length + slash, n->bytes, n->length);
    return v;
}

static MrValue entry_new(MrThread *t, const MrScandir *s, const struct dirent *d)
{
    MrType *type = mr_type_from_def(t, &mr_posix_direntry_def);
    MrDirEntry *e = type ? mr_alloc_instance(t, sizeof *e, type) : NULL;
    if (!e)
        return MR_ERROR;
    e->name = e->path = e->stat = e->lstat = MR_UNBOUND;
    e->inode = d->d_ino;
    e->kind = d->d_type;
    e->dir_fd = s->fd >= 0 ? s->fd : AT_FDCWD;
    MrValue name = mr_path_name(t, d->d_name, strlen(d->d_name), s->bytes);
    MrValue path = name == MR_ERROR ? name : join(t, s, name);
    if (path == MR_ERROR)
        return path;
    e->name = name;
    e->path = path;
    return mr_val(e);
}

static MrValue scandir_next(MrThread *t, MrValue self)
{
    MrScandir *s = SCANDIR(self);
    while (s->dir) {
        errno = 0;
        struct dirent *d = readdir(s->dir);
        if (!d) {
            int error = errno;
            close_folder(s);
            return error ? mr_raise_errno(t, error, s->folder) : MR_UNBOUND;
        }
        if (strcmp(d->d_name, ".") && strcmp(d->d_name, ".."))
            return entry_new(t, s, d);
    }
    return MR_UNBOUND;
}

static MrValue scandir_close(MrThread *t, MrValue *a)
{
    (void)t;
    close_folder(SCANDIR(a[0]));
    return MR_NONE;
}

static MrValue scandir_del(MrThread *t, MrValue *a)
{
    if (SCANDIR(a[0])->dir && !mr_warn_unclosed(t, a[0], "scandir iterator "))
        mr_report_unraisable(t, a[0]);
    return scandir_close(t, a);
}

static MrValue scandir_enter(MrThread *t, MrValue *a)
{
    (void)t;
    return a[0];
}

static const MrMethodDef scandir_methods[] = {
    {"__enter__(self, /)", scandir_enter, "Gives the object itself, for `as`; leaving the block closes it.", 0},
    {"__exit__(self, /, *args)", scandir_close, "Close it.", 0},
    {"__del__(self, /)", scandir_del, "Close it when nobody holds it any more.", 0},
    {"close(self, /)", scandir_close, "Flush and close; doing so twice is fine.", 0},
    {0},
};

static const MrTypeDef scandir_def = {
    .name = "posix.ScandirIterator", .kind = MR_KIND_OTHER, .size = sizeof(MrScandir), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = scandir_methods, .next = scandir_next, .trace = scandir_trace, .finalize = scandir_finalize, .module = "posix",
};

MrValue mr_posix_scandir(MrThread *t, MrValue *a)
{
    MrPath p;
    if (!mr_path_read(t, a[0], "scandir", "path", MR_PATH_FD | MR_PATH_NONE, &p))
        return MR_ERROR;
    MrType *type = mr_type_from_def(t, &scandir_def);
    MrScandir *s = type ? mr_alloc_instance(t, sizeof *s, type) : NULL;
    MrValue here = s && p.given == MR_UNBOUND ? mr_str_c(t, ".") : p.given;
    if (!s || here == MR_ERROR)
        return MR_ERROR;
    s->folder = p.name ? here : MR_UNBOUND;
    s->bytes = p.bytes;
    s->fd = p.fd;
    int copy = p.name ? -1 : fcntl(p.fd, F_DUPFD_CLOEXEC, 0);
    s->dir = p.name ? opendir(p.name) : copy < 0 ? NULL : fdopendir(copy);
    if (s->dir) {
        if (copy >= 0)
            rewinddir(s->dir);
        return mr_val(s);
    }
    int error = errno;
    if (copy >= 0)
        close(copy);
    errno = error;
    return mr_path_error(t, &p);
}
