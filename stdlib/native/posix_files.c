/* posix, what takes paths: stat and its kin, folders, links, modes and times.
 *
 * A path may be str, bytes or os.PathLike; where the system has a form for descriptors, an int is one. Names come back in the type that the
 * path had. Each call is the ...at form, so that dir_fd costs nothing. Not here: open (posix_fd.c), scandir (posix_scandir.c). */
#define _GNU_SOURCE
#include "stdlib/native/io.h"
#include "stdlib/native/posix.h"

#include <dirent.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "vm/types/bigint.h"
#include "vm/types/float.h"

/* ---- arguments ---- */

MrValue mr_path_fspath(MrThread *t, MrValue v)
{
    if (mr_is_str(v) || mr_is_kind(v, MR_KIND_BYTES))
        return v;
    MrValue method = mr_type_lookup(t, mr_typeof(t, v), mr_n(t, __fspath__));
    if (method == MR_UNBOUND || method == MR_NONE)
        return mr_raise(t, MR_EXC_TypeError, "expected str, bytes or os.PathLike object, not %s", mr_typeof(t, v)->name->bytes);
    MrValue text = mr_call1(t, method, v);
    if (text == MR_ERROR || mr_is_str(text) || mr_is_kind(text, MR_KIND_BYTES))
        return text;
    return mr_raise(t, MR_EXC_TypeError, "expected %s.__fspath__() to return str or bytes, not %s", mr_type_name(t, v), mr_type_name(t, text));
}

static bool read_descriptor(MrThread *t, MrValue v, MrPath *p)
{
    int64_t fd;
    v = mr_index(t, v);
    if (v == MR_ERROR)
        return false;
    if (!mr_to_i64(t, v, &fd)) {
        if (!mr_clear_if(t, MR_EXC_OverflowError))
            return false;
        fd = MR_INT(v)->size < 0 ? INT64_MIN : INT64_MAX;
    }
    p->fd = (int)fd;
    if (fd == p->fd)
        return true;
    mr_raise(t, MR_EXC_OverflowError, fd > 0 ? "fd is greater than maximum" : "fd is less than minimum");
    return false;
}

bool mr_path_read(MrThread *t, MrValue v, const char *function, const char *argument, unsigned allowed, MrPath *p)
{
    static const char *const kinds[] = {"string, bytes or os.PathLike", "string, bytes, os.PathLike or integer", "string, bytes, os.PathLike or None",
                                        "string, bytes, os.PathLike, integer or None"};
    *p = (MrPath){.given = v, .fd = -1};
    if ((allowed & MR_PATH_NONE) && (v == MR_UNBOUND || v == MR_NONE)) {
        p->name = ".";
        p->given = MR_UNBOUND;
        return true;
    }
    if ((allowed & MR_PATH_FD) && mr_is_integer(v))
        return read_descriptor(t, v, p);
    if (!mr_is_str(v) && !mr_is_kind(v, MR_KIND_BYTES) && mr_type_lookup(t, mr_typeof(t, v), mr_n(t, __fspath__)) == MR_UNBOUND) {
        mr_raise(t, MR_EXC_TypeError, "%s: %s should be %s, not %s", function, argument, kinds[allowed], mr_type_name(t, v));
        return false;
    }
    p->given = mr_path_fspath(t, v);
    if (p->given == MR_ERROR)
        return false;
    p->bytes = mr_is_kind(p->given, MR_KIND_BYTES);
    p->raw = p->bytes ? p->given : mr_encode(t, p->given, "utf-8", "surrogateescape");
    if (p->raw == MR_ERROR)
        return false;
    p->name = MR_BYTES(p->raw)->bytes;
    if (strlen(p->name) == MR_BYTES(p->raw)->length)
        return true;
    mr_raise(t, MR_EXC_ValueError, "embedded null byte");
    return false;
}

bool mr_posix_int(MrThread *t, MrValue v, int *out)
{
    int64_t i;
    if (!mr_to_i64(t, v, &i))
        return false;
    *out = (int)i;
    if (i == *out)
        return true;
    mr_raise(t, MR_EXC_OverflowError, "signed integer is %s", i > 0 ? "greater than maximum" : "less than minimum");
    return false;
}

bool mr_posix_dir_fd(MrThread *t, MrValue v, const char *function, const MrPath *p, int *out)
{
    *out = AT_FDCWD;
    if (v == MR_UNBOUND || v == MR_NONE)
        return true;
    if (!mr_is_integer(v)) {
        mr_raise(t, MR_EXC_TypeError, "argument should be integer or None, not %s", mr_type_name(t, v));
        return false;
    }
    if (!mr_posix_int(t, v, out))
        return false;
    if (!p || p->name)
        return true;
    mr_raise(t, MR_EXC_ValueError, "%s: can't specify dir_fd without matching path", function);
    return false;
}

/* The keyword follow_symlinks, which descriptors do not have. */
static bool read_follow(MrThread *t, MrValue v, const char *function, const MrPath *p, bool *follow)
{
    int yes = v == MR_UNBOUND ? 1 : mr_truth(t, v);
    *follow = yes;
    if (yes < 0)
        return false;
    if (yes || p->name)
        return true;
    mr_raise(t, MR_EXC_ValueError, "%s: cannot use fd and follow_symlinks together", function);
    return false;
}

/* ---- results ---- */

MrValue mr_path_name(MrThread *t, const char *s, size_t n, bool bytes)
{
    return bytes ? mr_bytes_new(t, s, n) : mr_decode(t, s, n, "utf-8", "surrogateescape");
}

MrValue mr_path_error(MrThread *t, const MrPath *p)
{
    return mr_pending(t) ? MR_ERROR : mr_raise_errno(t, errno, p ? p->given : MR_UNBOUND);
}

MrValue mr_posix_done(MrThread *t, int r, const MrPath *p) { return r < 0 ? mr_path_error(t, p) : MR_NONE; }

/* OSError with two names: [Errno n] text: 'a' -> 'b' */
static MrValue done_two(MrThread *t, int r, const MrPath *from, const MrPath *to)
{
    if (r >= 0)
        return MR_NONE;
    MrValue args[5] = {mr_small_int(errno), mr_str_c(t, strerror(errno)), from->given, MR_NONE, to->given};
    MrValue e = args[1] == MR_ERROR ? MR_ERROR : mr_call(t, mr_type_val(t, MR_EXC_OSError), 5, args);
    return e == MR_ERROR ? e : mr_raise_value(t, e);
}

bool mr_posix_reclaim(MrThread *t, bool *tried)
{
    int error = errno;
    if (*tried || mr_pending(t) || (error != EMFILE && error != ENFILE))
        return false;
    *tried = true;
    bool ok = mr_collect(t, NULL) != MR_ERROR && mr_poll(t);
    errno = error;
    return ok;
}

bool mr_posix_again(MrThread *t) { return errno == EINTR && mr_poll_wait(t); }

MrValue mr_posix_sequence(MrThread *t, const MrStructSeqDef *def, const MrValue *v, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (v[i] == MR_ERROR)
            return MR_ERROR;
    return mr_structseq_new(t, def, v);
}

/* ---- stat ---- */

static const MrGetSetDef stat_fields[] = {
    MR_STRUCTSEQ_FIELD(0, "st_mode", "type and permissions, see the stat module"), MR_STRUCTSEQ_FIELD(1, "st_ino",
         "number of the file on its device"), MR_STRUCTSEQ_FIELD(2, "st_dev",
         "number of the device that holds the file"),
    MR_STRUCTSEQ_FIELD(3, "st_nlink", "how many names the file has"), MR_STRUCTSEQ_FIELD(4, "st_uid", "numeric owner"),
    MR_STRUCTSEQ_FIELD(5, "st_gid", "numeric group"), MR_STRUCTSEQ_FIELD(6, "st_size", "length in bytes"),
    MR_STRUCTSEQ_FIELD(7, "st_atime", "last read, in seconds since 1970"), MR_STRUCTSEQ_FIELD(8, "st_mtime", "last change of the contents, in seconds since 1970"),
    MR_STRUCTSEQ_FIELD(9, "st_ctime", "last change of contents or metadata, in seconds since 1970"), MR_STRUCTSEQ_FIELD(10, "st_atime_ns", "last read, in nanoseconds since 1970"),
    MR_STRUCTSEQ_FIELD(11, "st_mtime_ns", "last change of the contents, in nanoseconds since 1970"), MR_STRUCTSEQ_FIELD(12, "st_ctime_ns",
         "last change of contents or metadata, in nanoseconds since 1970"),
    MR_STRUCTSEQ_FIELD(13, "st_blksize", "a good size for reads and writes"), MR_STRUCTSEQ_FIELD(14, "st_blocks",
         "how many blocks of 512 bytes it takes on disk"),
    MR_STRUCTSEQ_FIELD(15, "st_rdev", "for a device file: which device it is"), {0},
};
MR_POSIX_SEQUENCE(mr_posix_stat_def, "os.stat_result", stat_fields, 10, 3, "What a file's inode says: mode, owner, size, times.");

static const MrGetSetDef statvfs_fields[] = {
    MR_STRUCTSEQ_FIELD(0, "f_bsize", "bytes of a block"),
    MR_STRUCTSEQ_FIELD(1, "f_frsize", "bytes of the smallest unit"),
    MR_STRUCTSEQ_FIELD(2, "f_blocks", "units in all"),
    MR_STRUCTSEQ_FIELD(3, "f_bfree", "free units"),
    MR_STRUCTSEQ_FIELD(4, "f_bavail", "free units for ordinary users"),
    MR_STRUCTSEQ_FIELD(5, "f_files", "inodes in all"),
    MR_STRUCTSEQ_FIELD(6, "f_ffree", "free inodes"),
    MR_STRUCTSEQ_FIELD(7, "f_favail", "free inodes for ordinary users"),
    MR_STRUCTSEQ_FIELD(8, "f_flag", "mount flags, bits named ST_"),
    MR_STRUCTSEQ_FIELD(9, "f_namemax", "how long a name may be"),
    MR_STRUCTSEQ_FIELD(10, "f_fsid", "the file system's id"),
    {0},
};
MR_POSIX_SEQUENCE(mr_posix_statvfs_def, "os.statvfs_result", statvfs_fields, 10, 0, "Size, free space and limits of a file system.");

static MrValue nanoseconds(MrThread *t, struct timespec s) { return mr_int(t, (int64_t)s.tv_sec * 1000000000 + s.tv_nsec); }
static MrValue seconds(struct timespec s) { return mr_float((double)s.tv_sec + 1e-9 * (double)s.tv_nsec); }

MrValue mr_posix_stat_value(MrThread *t, const struct stat *s)
{
    MrValue v[] = {
        mr_int(t, s->st_mode), mr_int_u64(t, s->st_ino), mr_int_u64(t, s->st_dev), mr_int_u64(t, s->st_nlink), mr_int(t, s->st_uid), mr_int(t, s->st_gid),
        mr_int(t, s->st_size), mr_int(t, s->st_atim.tv_sec), mr_int(t, s->st_mtim.tv_sec), mr_int(t, s->st_ctim.tv_sec), seconds(s->st_atim),
        seconds(s->st_mtim), seconds(s->st_ctim), nanoseconds(t, s->st_atim), nanoseconds(t, s->st_mtim), nanoseconds(t, s->st_ctim),
        mr_int(t, s->st_blksize), mr_int(t, s->st_blocks), mr_int_u64(t, s->st_rdev),
    };
    return mr_posix_sequence(t, &mr_posix_stat_def, v, sizeof v / sizeof *v);
}

static MrValue posix_stat(MrThread *t, MrValue *a)
{
    MrPath p;
    struct stat s;
    int dir;
    bool follow;
    if (!mr_path_read(t, a[0], "stat", "path", MR_PATH_FD, &p) || !mr_posix_dir_fd(t, a[1], "stat", &p, &dir) || !read_follow(t, a[2], "stat", &p, &follow))
        return MR_ERROR;
    int r = p.name ? fstatat(dir, p.name, &s, follow ? 0 : AT_SYMLINK_NOFOLLOW) : fstat(p.fd, &s);
    if (!r && mr_io_complete_writers(t, &s))
        r = p.name ? fstatat(dir, p.name, &s, follow ? 0 : AT_SYMLINK_NOFOLLOW) : fstat(p.fd, &s);
    return r < 0 ? mr_path_error(t, &p) : mr_posix_stat_value(t, &s);
}

static MrValue posix_lstat(MrThread *t, MrValue *a)
{
    MrPath p;
    struct stat s;
    int dir;
    if (!mr_path_read(t, a[0], "lstat", "path", 0, &p) || !mr_posix_dir_fd(t, a[1], "lstat", &p, &dir))
        return MR_ERROR;
    return fstatat(dir, p.name, &s, AT_SYMLINK_NOFOLLOW) < 0 ? mr_path_error(t, &p) : mr_posix_stat_value(t, &s);
}

static MrValue posix_statvfs(MrThread *t, MrValue *a)
{
    MrPath p;
    struct statvfs s;
    if (!mr_path_read(t, a[0], "statvfs", "path", MR_PATH_FD, &p))
        return MR_ERROR;
    if ((p.name ? statvfs(p.name, &s) : fstatvfs(p.fd, &s)) < 0)
        return mr_path_error(t, &p);
    MrValue v[] = {mr_int_u64(t, s.f_bsize), mr_int_u64(t, s.f_frsize), mr_int_u64(t, s.f_blocks), mr_int_u64(t, s.f_bfree), mr_int_u64(t, s.f_bavail),
                   mr_int_u64(t, s.f_files), mr_int_u64(t, s.f_ffree), mr_int_u64(t, s.f_favail), mr_int_u64(t, s.f_flag), mr_int_u64(t, s.f_namemax),
                   mr_int_u64(t, s.f_fsid)};
    return mr_posix_sequence(t, &mr_posix_statvfs_def, v, sizeof v / sizeof *v);
}

static MrValue posix_access(MrThread *t, MrValue *a)
{
    MrPath p;
    int mode, dir, effective = a[3] == MR_UNBOUND ? 0 : mr_truth(t, a[3]);
    bool follow;
    if (effective < 0 || !mr_path_read(t, a[0], "access", "path", 0, &p) || !mr_posix_int(t, a[1], &mode) ||
        !mr_posix_dir_fd(t, a[2], "access", &p, &dir) || !read_follow(t, a[4], "access", &p, &follow))
        return MR_ERROR;
    return mr_bool(faccessat(dir, p.name, mode, (effective ? AT_EACCESS : 0) | (follow ? 0 : AT_SYMLINK_NOFOLLOW)) == 0);
}

/* ---- folders and names ---- */

static MrValue posix_fspath(MrThread *t, MrValue *a) { return mr_path_fspath(t, a[0]); }

static MrValue posix_listdir(MrThread *t, MrValue *a)
{
    MrPath p;
    if (!mr_path_read(t, a[0], "listdir", "path", MR_PATH_FD | MR_PATH_NONE, &p))
        return MR_ERROR;
    int copy = p.name ? -1 : fcntl(p.fd, F_DUPFD_CLOEXEC, 0);
    DIR *d = p.name ? opendir(p.name) : copy < 0 ? NULL : fdopendir(copy);
    if (!d) {
        int error = errno;
        if (copy >= 0)
            close(copy);
        errno = error;
        return mr_path_error(t, &p);
    }
    if (copy >= 0)
        rewinddir(d);
    MrValue list = mr_list_new(t, 16);
    struct dirent *e;
    while (list != MR_ERROR && (errno = 0, e = readdir(d)) != NULL) {
        if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, ".."))
            continue;
        MrValue name = mr_path_name(t, e->d_name, strlen(e->d_name), p.bytes);
        if (name == MR_ERROR || !mr_list_append(t, list, name))
            list = MR_ERROR;
    }
    int error = errno;
    closedir(d);
    if (list == MR_ERROR || !error)
        return list;
    errno = error;
    return mr_path_error(t, &p);
}

/* A call of one path, an int with a default, and dir_fd. */
#define PATH_AND_MODE(name, otherwise, call)                                                                                         \
    static MrValue posix_##name(MrThread *t, MrValue *a)                                                                             \
    {                                                                                                                                \
        MrPath p;                                                                                                                    \
        int mode = otherwise, dir;                                                                                                   \
        if (!mr_path_read(t, a[0], #name, "path", 0, &p) || (a[1] != MR_UNBOUND && !mr_posix_int(t, a[1], &mode)) ||                 \
            !mr_posix_dir_fd(t, a[2], #name, &p, &dir))                                                                              \
            return MR_ERROR;                                                                                                         \
        return mr_posix_done(t, call, &p);                                                                                           \
    }
PATH_AND_MODE(mkdir, 0777, mkdirat(dir, p.name, (mode_t)mode))
PATH_AND_MODE(mkfifo, 0666, mkfifoat(dir, p.name, (mode_t)mode))
#undef PATH_AND_MODE

#define PATH_ONLY(name, call)                                                                                  \
    static MrValue posix_##name(MrThread *t, MrValue *a)                                                       \
    {                                                                                                          \
        MrPath p;                                                                                              \
        int dir;                                                                                               \
        if (!mr_path_read(t, a[0], #name, "path", 0, &p) || !mr_posix_dir_fd(t, a[1], #name, &p, &dir))        \
            return MR_ERROR;                                                                                   \
        return mr_posix_done(t, call, &p);                                                                     \
    }
PATH_ONLY(rmdir, unlinkat(dir, p.name, AT_REMOVEDIR))
PATH_ONLY(remove, unlinkat(dir, p.name, 0))
PATH_ONLY(unlink, unlinkat(dir, p.name, 0))
#undef PATH_ONLY

#define TWO_PATHS(name, call)                                                                                                        \
    static MrValue posix_##name(MrThread *t, MrValue *a)                                                                             \
    {                                                                                                                                \
        MrPath p, q;                                                                                                                 \
        int from, to;                                                                                                                \
        if (!mr_path_read(t, a[0], #name, "src", 0, &p) || !mr_path_read(t, a[1], #name, "dst", 0, &q) ||                            \
            !mr_posix_dir_fd(t, a[2], #name, &p, &from) || !mr_posix_dir_fd(t, a[3], #name, &q, &to))                                \
            return MR_ERROR;                                                                                                         \
        return done_two(t, call, &p, &q);                                                                                            \
    }
TWO_PATHS(rename, renameat(from, p.name, to, q.name))
TWO_PATHS(replace, renameat(from, p.name, to, q.name))
#undef TWO_PATHS

static MrValue posix_link(MrThread *t, MrValue *a)
{
    MrPath p, q;
    int from, to;
    bool follow;
    if (!mr_path_read(t, a[0], "link", "src", 0, &p) || !mr_path_read(t, a[1], "link", "dst", 0, &q) || !mr_posix_dir_fd(t, a[2], "link", &p, &from) ||
        !mr_posix_dir_fd(t, a[3], "link", &q, &to) || !read_follow(t, a[4], "link", &p, &follow))
        return MR_ERROR;
    /* link() as the system has it does not follow: only an explicit wish to follow would differ */
    return done_two(t, linkat(from, p.name, to, q.name, follow && a[4] != MR_UNBOUND ? AT_SYMLINK_FOLLOW : 0), &p, &q);
}

static MrValue posix_symlink(MrThread *t, MrValue *a)
{
    MrPath p, q;
    int dir;
    if (!mr_path_read(t, a[0], "symlink", "src", 0, &p) || !mr_path_read(t, a[1], "symlink", "dst", 0, &q) || !mr_posix_dir_fd(t, a[3], "symlink", &q, &dir))
        return MR_ERROR;
    return done_two(t, symlinkat(p.name, dir, q.name), &p, &q);
}

static MrValue posix_readlink(MrThread *t, MrValue *a)
{
    MrPath p;
    int dir;
    char buf[PATH_MAX];
    if (!mr_path_read(t, a[0], "readlink", "path", 0, &p) || !mr_posix_dir_fd(t, a[1], "readlink", &p, &dir))
        return MR_ERROR;
    ssize_t n = readlinkat(dir, p.name, buf, sizeof buf);
    return n < 0 ? mr_path_error(t, &p) : mr_path_name(t, buf, (size_t)n, p.bytes);
}

static MrValue posix_chdir(MrThread *t, MrValue *a)
{
    MrPath p;
    if (!mr_path_read(t, a[0], "chdir", "path", MR_PATH_FD, &p))
        return MR_ERROR;
    return mr_posix_done(t, p.name ? chdir(p.name) : fchdir(p.fd), &p);
}

static MrValue posix_chroot(MrThread *t, MrValue *a)
{
    MrPath p;
    return mr_path_read(t, a[0], "chroot", "path", 0, &p) ? mr_posix_done(t, chroot(p.name), &p) : MR_ERROR;
}

static MrValue working_folder(MrThread *t, bool bytes)
{
    char buf[PATH_MAX];
    return getcwd(buf, sizeof buf) ? mr_path_name(t, buf, strlen(buf), bytes) : mr_path_error(t, NULL);
}

static MrValue posix_getcwd(MrThread *t, MrValue *a)
{
    (void)a;
    return working_folder(t, false);
}

static MrValue posix_getcwdb(MrThread *t, MrValue *a)
{
    (void)a;
    return working_folder(t, true);
}

static MrValue posix_mknod(MrThread *t, MrValue *a)
{
    MrPath p;
    int mode = 0600, dir;
    int64_t device = 0;
    if (!mr_path_read(t, a[0], "mknod", "path", 0, &p) || (a[1] != MR_UNBOUND && !mr_posix_int(t, a[1], &mode)) ||
        (a[2] != MR_UNBOUND && !mr_to_i64(t, a[2], &device)) || !mr_posix_dir_fd(t, a[3], "mknod", &p, &dir))
        return MR_ERROR;
    return mr_posix_done(t, mknodat(dir, p.name, (mode_t)mode, (dev_t)device), &p);
}

/* ---- modes, owners, sizes, times ---- */

static MrValue posix_chmod(MrThread *t, MrValue *a)
{
    MrPath p;
    int mode, dir;
    bool follow;
    if (!mr_path_read(t, a[0], "chmod", "path", MR_PATH_FD, &p) || !mr_posix_int(t, a[1], &mode) || !mr_posix_dir_fd(t, a[2], "chmod", &p, &dir) ||
        !read_follow(t, a[3], "chmod", &p, &follow))
        return MR_ERROR;
    if (!follow)
        return mr_raise(t, MR_EXC_NotImplementedError, "chmod: follow_symlinks unavailable on this platform");
    return mr_posix_done(t, p.name ? fchmodat(dir, p.name, (mode_t)mode, 0) : fchmod(p.fd, (mode_t)mode), &p);
}

static MrValue posix_chown(MrThread *t, MrValue *a)
{
    MrPath p;
    int dir;
    unsigned uid, gid;
    bool follow;
    if (!mr_path_read(t, a[0], "chown", "path", MR_PATH_FD, &p) || !mr_posix_id(t, a[1], "uid", &uid) || !mr_posix_id(t, a[2], "gid", &gid) ||
        !mr_posix_dir_fd(t, a[3], "chown", &p, &dir) || !read_follow(t, a[4], "chown", &p, &follow))
        return MR_ERROR;
    return mr_posix_done(t, p.name ? fchownat(dir, p.name, uid, gid, follow ? 0 : AT_SYMLINK_NOFOLLOW) : fchown(p.fd, uid, gid), &p);
}

static MrValue posix_lchown(MrThread *t, MrValue *a)
{
    MrPath p;
    unsigned uid, gid;
    if (!mr_path_read(t, a[0], "lchown", "path", 0, &p) || !mr_posix_id(t, a[1], "uid", &uid) || !mr_posix_id(t, a[2], "gid", &gid))
        return MR_ERROR;
    return mr_posix_done(t, lchown(p.name, uid, gid), &p);
}

static MrValue posix_truncate(MrThread *t, MrValue *a)
{
    MrPath p;
    int64_t n;
    if (!mr_path_read(t, a[0], "truncate", "path", MR_PATH_FD, &p) || !mr_to_i64(t, a[1], &n))
        return MR_ERROR;
    return mr_posix_done(t, p.name ? truncate(p.name, n) : ftruncate(p.fd, n), &p);
}

static bool read_seconds(MrThread *t, MrValue v, struct timespec *out)
{
    double d;
    int64_t whole;
    if (!mr_is_floating(v)) {
        if (!mr_to_i64(t, v, &whole))
            return false;
        *out = (struct timespec){.tv_sec = whole};
        return true;
    }
    if (!mr_to_double(t, v, &d))
        return false;
    if (isnan(d)) {
        mr_raise(t, MR_EXC_ValueError, "Invalid value NaN (not a number)");
        return false;
    }
    if (fabs(d) >= 9.2e18) {
        mr_raise(t, MR_EXC_OverflowError, "timestamp out of range for platform time_t");
        return false;
    }
    double down = floor(d), part = floor((d - down) * 1e9);
    *out = (struct timespec){.tv_sec = (time_t)down + (part >= 1e9), .tv_nsec = part >= 1e9 ? 0 : (long)part};
    return true;
}

static bool read_nanoseconds(MrThread *t, MrValue v, struct timespec *out)
{
    int64_t ns;
    if (!mr_to_i64(t, v, &ns))
        return false;
    int64_t rest = (ns % 1000000000 + 1000000000) % 1000000000;
    *out = (struct timespec){.tv_sec = (ns - rest) / 1000000000, .tv_nsec = rest};
    return true;
}

/* utime(path, times=None, *, ns=, dir_fd=None, follow_symlinks=True): neither pair means now */
static MrValue posix_utime(MrThread *t, MrValue *a)
{
    MrPath p;
    int dir;
    bool follow, exact = a[2] != MR_UNBOUND;
    struct timespec when[2] = {{.tv_nsec = UTIME_NOW}, {.tv_nsec = UTIME_NOW}};
    MrValue pair = exact ? a[2] : a[1] == MR_UNBOUND ? MR_NONE : a[1];
    if (!mr_path_read(t, a[0], "utime", "path", MR_PATH_FD, &p))
        return MR_ERROR;
    if (exact && a[1] != MR_UNBOUND && a[1] != MR_NONE)
        return mr_raise(t, MR_EXC_ValueError, "utime: you may specify either 'times' or 'ns' but not both");
    if ((exact || pair != MR_NONE) && (!mr_is_tuple(pair) || MR_TUPLE(pair)->length != 2))
        return mr_raise(t, MR_EXC_TypeError, exact ? "utime: 'ns' must be a tuple of two ints" : "utime: 'times' must be either a tuple of two ints or None");
    for (int i = 0; pair != MR_NONE && i < 2; i++)
        if (!(exact ? read_nanoseconds : read_seconds)(t, MR_TUPLE(pair)->items[i], &when[i]))
            return MR_ERROR;
    if (!mr_posix_dir_fd(t, a[3], "utime", &p, &dir) || !read_follow(t, a[4], "utime", &p, &follow))
        return MR_ERROR;
    return mr_posix_done(t, p.name ? utimensat(dir, p.name, when, follow ? 0 : AT_SYMLINK_NOFOLLOW) : futimens(p.fd, when), &p);
}

/* ---- extended attributes ---- */

static MrValue posix_getxattr(MrThread *t, MrValue *a)
{
    MrPath p, name;
    bool follow;
    char buf[65536];
    if (!mr_path_read(t, a[0], "getxattr", "path", MR_PATH_FD, &p) || !mr_path_read(t, a[1], "getxattr", "attribute", 0, &name) ||
        !read_follow(t, a[2], "getxattr", &p, &follow))
        return MR_ERROR;
    ssize_t n = !p.name ? fgetxattr(p.fd, name.name, buf, sizeof buf)
                : follow ? getxattr(p.name, name.name, buf, sizeof buf)
                         : lgetxattr(p.name, name.name, buf, sizeof buf);
    return n < 0 ? mr_path_error(t, &p) : mr_bytes_new(t, buf, (size_t)n);
}

static MrValue posix_setxattr(MrThread *t, MrValue *a)
{
    MrPath p, name;
    bool follow;
    const char *value;
    size_t n;
    int flags = 0;
    if (!mr_path_read(t, a[0], "setxattr", "path", MR_PATH_FD, &p) || !mr_path_read(t, a[1], "setxattr", "attribute", 0, &name) ||
        !mr_buffer_of(t, a[2], &value, &n) || (a[3] != MR_UNBOUND && !mr_posix_int(t, a[3], &flags)) || !read_follow(t, a[4], "setxattr", &p, &follow))
        return MR_ERROR;
    int r = !p.name ? fsetxattr(p.fd, name.name, value, n, flags)
            : follow ? setxattr(p.name, name.name, value, n, flags)
                     : lsetxattr(p.name, name.name, value, n, flags);
    return mr_posix_done(t, r, &p);
}

static MrValue posix_removexattr(MrThread *t, MrValue *a)
{
    MrPath p, name;
    bool follow;
    if (!mr_path_read(t, a[0], "removexattr", "path", MR_PATH_FD, &p) || !mr_path_read(t, a[1], "removexattr", "attribute", 0, &name) ||
        !read_follow(t, a[2], "removexattr", &p, &follow))
        return MR_ERROR;
    return mr_posix_done(t, !p.name ? fremovexattr(p.fd, name.name) : follow ? removexattr(p.name, name.name) : lremovexattr(p.name, name.name), &p);
}

static MrValue posix_listxattr(MrThread *t, MrValue *a)
{
    MrPath p;
    bool follow;
    char buf[65536];
    if (!mr_path_read(t, a[0], "listxattr", "path", MR_PATH_FD | MR_PATH_NONE, &p) || !read_follow(t, a[1], "listxattr", &p, &follow))
        return MR_ERROR;
    ssize_t n = !p.name ? flistxattr(p.fd, buf, sizeof buf) : follow ? listxattr(p.name, buf, sizeof buf) : llistxattr(p.name, buf, sizeof buf);
    if (n < 0)
        return mr_path_error(t, &p);
    MrValue list = mr_list_new(t, 4);
    for (const char *s = buf; list != MR_ERROR && s < buf + n; s += strlen(s) + 1) {
        MrValue name = mr_path_name(t, s, strlen(s), false);
        if (name == MR_ERROR || !mr_list_append(t, list, name))
            return MR_ERROR;
    }
    return list;
}

/* ---- device numbers ---- */

#define DEVICE_PART(name)                                                                       \
    static MrValue posix_##name(MrThread *t, MrValue *a)                                        \
    {                                                                                           \
        int64_t device;                                                                         \
        return mr_to_i64(t, a[0], &device) ? mr_int(t, name((dev_t)device)) : MR_ERROR;         \
    }
DEVICE_PART(major)
DEVICE_PART(minor)
#undef DEVICE_PART

static MrValue posix_makedev(MrThread *t, MrValue *a)
{
    int major_number, minor_number;
    if (!mr_posix_int(t, a[0], &major_number) || !mr_posix_int(t, a[1], &minor_number))
        return MR_ERROR;
    return mr_int_u64(t, makedev((unsigned)major_number, (unsigned)minor_number));
}

const MrMethodDef mr_posix_file_functions[] = {
    {"fspath(path)", posix_fspath, "The path as str or bytes: itself, or what its __fspath__() gives.", 0},
    {"stat(path, *, dir_fd=None, follow_symlinks=True)", posix_stat,
     "Type, size, times and owner of a file as a stat_result; follow_symlinks=False looks at a link itself.", 0},
    {"lstat(path, *, dir_fd=None)", posix_lstat, "stat() of a link itself, not of what it leads to.", 0},
    {"statvfs(path)", posix_statvfs, "Size and free space of the file system that holds path.", 0},
    {"fstatvfs(fd, /)", posix_statvfs, "Size and free space of the file system that holds an open file.", 0},
    {"access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", posix_access,
     "Whether the real user may do with path what mode asks: R_OK, W_OK, X_OK or just F_OK, there.", 0},
    {"listdir(path=None)", posix_listdir, "The names in a folder, without . and .. and in no special order.", 0},
    {"scandir(path=None)", mr_posix_scandir, "The entries of a folder as an iterator, which often know their type without another system call.", 0},
    {"mkdir(path, mode=511, *, dir_fd=None)", posix_mkdir, "Make a folder; raises FileExistsError if there is something of that name.", 0},
    {"mkfifo(path, mode=438, *, dir_fd=None)", posix_mkfifo, "Make a named pipe, through which processes can talk.", 0},
    {"mknod(path, mode=384, device=0, *, dir_fd=None)", posix_mknod, "Make a file, a device file or a named pipe, as the type bits of mode say.", 0},
    {"rmdir(path, *, dir_fd=None)", posix_rmdir, "Delete a folder; it must be empty.", 0},
    {"remove(path, *, dir_fd=None)", posix_remove, "Delete a file's name; the file itself goes with its last name and its last open descriptor.", 0},
    {"unlink(path, *, dir_fd=None)", posix_unlink, "Delete a file's name, as remove() does.", 0},
    {"rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", posix_rename,
     "Give a file or folder another name; a file of that name is replaced.", 0},
    {"replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", posix_replace,
     "Give a file or folder another name, in place of a file that has it.", 0},
    {"link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", posix_link, "Give a file one more name.", 0},
    {"symlink(src, dst, target_is_directory=False, *, dir_fd=None)", posix_symlink, "Make a symbolic link dst that leads to src.", 0},
    {"readlink(path, *, dir_fd=None)", posix_readlink, "Where a symbolic link leads, as it was written.", 0},
    {"chdir(path)", posix_chdir, "Make path the folder from which relative paths count.", 0},
    {"chroot(path)", posix_chroot, "Make path the root of the file system for this process.", 0},
    {"getcwd()", posix_getcwd, "The folder from which relative paths count.", 0},
    {"getcwdb()", posix_getcwdb, "getcwd() as bytes.", 0},
    {"chmod(path, mode, *, dir_fd=None, follow_symlinks=True)", posix_chmod, "Set a file's permissions.", 0},
    {"chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)", posix_chown, "Set a file's numeric owner and group; -1 leaves one as it is.", 0},
    {"lchown(path, uid, gid)", posix_lchown, "Set a file's numeric owner and group; -1 leaves one as it is.", 0},
    {"truncate(path, length)", posix_truncate, "Cut or extend a file to length bytes.", 0},
    {"utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)", posix_utime,
     "Set when a file was last read and changed: times in seconds, ns in nanoseconds, neither for now.", 0},
    {"getxattr(path, attribute, *, follow_symlinks=True)", posix_getxattr, "The value of one of the file's extended attributes, as bytes.", 0},
    {"setxattr(path, attribute, value, flags=0, *, follow_symlinks=True)", posix_setxattr, "Give the file an extended attribute.", 0},
    {"removexattr(path, attribute, *, follow_symlinks=True)", posix_removexattr, "Take an extended attribute away from the file.", 0},
    {"listxattr(path=None, *, follow_symlinks=True)", posix_listxattr, "The names of the file's extended attributes.", 0},
    {"major(device, /)", posix_major, "The major part of a device number.", 0},
    {"minor(device, /)", posix_minor, "The minor part of a device number.", 0},
    {"makedev(major, minor, /)", posix_makedev, "A device number from its two parts.", 0},
    {0},
};
