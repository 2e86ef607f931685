/* mmap: files and plain memory as a mutable sequence of bytes that has a position as a file has.
 *
 * The object is of array's kind with items of one byte, so that it is bytes-like as an array is; the bytearray that it counts its views in has the
 * mapped memory for its bytes. What is closed keeps its range of addresses, without memory behind it, until the object dies: a system call of
 * another thread may still be about to fill it. */
#define _GNU_SOURCE
#include <errno.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stdlib/native/instance.h"
#include "stdlib/native/posix.h"
#include "vm/isolate.h"
#include "vm/types/memoryview.h"
#include "vm/types/sequence.h"
#include "vm/types/text.h"

enum { ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY };

typedef struct MrMmap {
    MrArray array;
    char *range;       /* what is to be unmapped at last */
    size_t length, range_length;
    size_t position;
    int64_t offset;    /* in the file */
    int fd;            /* its own; -1: none */
    int flags, access;
    bool closed;
} MrMmap;

#define MMAP(v) ((MrMmap *)mr_obj_of(v))
static const MrTypeDef mmap_def, iterator_def;

static bool check_open(MrThread *t, const MrMmap *m) { return !m->closed || mr_raise(t, MR_EXC_ValueError, "mmap closed or invalid") != MR_ERROR; }

static bool check_writable(MrThread *t, const MrMmap *m)
{
    return m->access != ACCESS_READ || mr_raise(t, MR_EXC_TypeError, "mmap can't modify a readonly memory map.") != MR_ERROR;
}

/* May the memory go away? Views are counted anew if there seem to be any. */
static bool check_unviewed(MrThread *t, MrMmap *m, const char *message)
{
    MrByteArray *store = m->array.store;
    if (store->exports)
        mr_memoryview_recount(t, store);
    return !store->exports || mr_raise(t, MR_EXC_BufferError, "%s", message) != MR_ERROR;
}

static MrValue failed(MrThread *t) { return mr_raise_errno(t, errno, MR_UNBOUND); }

static void set_memory(MrMmap *m, char *data, size_t n)
{
    m->array.store->bytes = data;
    m->array.store->length = m->length = n;
    m->array.store->capacity = 0;
}

/* ---- making ---- */

/* What access says about flags and protection, or the other way round. */
static bool settle_access(MrThread *t, int *access, int *flags, int *protection)
{
    if (*access != ACCESS_DEFAULT && (*flags != MAP_SHARED || *protection != (PROT_WRITE | PROT_READ)))
        return mr_raise(t, MR_EXC_ValueError, "mmap can't specify both access and flags, prot.") != MR_ERROR;
    switch (*access) {
    case ACCESS_READ: *flags = MAP_SHARED, *protection = PROT_READ; return true;
    case ACCESS_WRITE: *flags = MAP_SHARED, *protection = PROT_READ | PROT_WRITE; return true;
    case ACCESS_COPY: *flags = MAP_PRIVATE, *protection = PROT_READ | PROT_WRITE; return true;
    case ACCESS_DEFAULT:
        if (!(*protection & PROT_READ && *protection & PROT_WRITE))
            *access = *protection & PROT_WRITE ? ACCESS_WRITE : ACCESS_READ;
        return true;
    default: return mr_raise(t, MR_EXC_ValueError, "mmap invalid access parameter.") != MR_ERROR;
    }
}

/* The length that is meant, given what the file has. */
static bool settle_length(MrThread *t, int fd, int64_t offset, int64_t *length)
{
    struct stat s;
    if (fd == -1 || fstat(fd, &s) < 0 || !S_ISREG(s.st_mode))
        return true;
    if (*length == 0) {
        if (s.st_size == 0)
            return mr_raise(t, MR_EXC_ValueError, "cannot mmap an empty file") != MR_ERROR;
        if (offset >= s.st_size)
            return mr_raise(t, MR_EXC_ValueError, "mmap offset is greater than file size") != MR_ERROR;
        *length = s.st_size - offset;
    } else if (offset > s.st_size || s.st_size - offset < *length) {
        return mr_raise(t, MR_EXC_ValueError, "mmap length is greater than file size") != MR_ERROR;
    }
    return true;
}

static MrValue mmap_new(MrThread *t, MrValue *a)
{
    int fd, flags = MAP_SHARED, protection = PROT_WRITE | PROT_READ, access = ACCESS_DEFAULT;
    int64_t length, offset = 0;
    if (!mr_posix_int(t, a[1], &fd) || !mr_arg_ssize(t, a[2], &length) || (a[3] != MR_UNBOUND && !mr_posix_int(t, a[3], &flags)) ||
        (a[4] != MR_UNBOUND && !mr_posix_int(t, a[4], &protection)) || (a[5] != MR_UNBOUND && !mr_posix_int(t, a[5], &access)) ||
        (a[6] != MR_UNBOUND && !mr_to_i64(t, a[6], &offset)))
        return MR_ERROR;
    if (length < 0 || offset < 0)
        return mr_raise(t, MR_EXC_OverflowError, "memory mapped %s must be %s", length < 0 ? "length" : "offset", length < 0 ? "positive" : "positive");
    if (!settle_access(t, &access, &flags, &protection) || !settle_length(t, fd, offset, &length))
        return MR_ERROR;
    MrMmap *m = mr_def_new(t, &mmap_def, a[0]);
    MrValue store = m ? mr_bytearray_new(t, "", 0) : MR_ERROR;
    if (store == MR_ERROR)
        return MR_ERROR;
    m->array = (MrArray){m->array.h, MR_BYTEARRAY(store), 'B', 1, access == ACCESS_READ ? MR_ARRAY_READONLY_MAP : MR_ARRAY_MAP};
    m->fd = -1;
    m->closed = true;
    if (fd == -1)
        flags |= MAP_ANONYMOUS;
    else if ((m->fd = fcntl(fd, F_DUPFD_CLOEXEC, 0)) < 0)
        return failed(t);
    void *data = mmap(NULL, (size_t)length, protection, flags, fd, offset);
    if (data == MAP_FAILED)
        return failed(t);
    m->range = data;
    m->range_length = (size_t)length;
    m->offset = offset;
    m->flags = flags;
    m->access = access;
    m->closed = false;
    set_memory(m, data, (size_t)length);
    return mr_val(m);
}

static void close_fd(MrMmap *m)
{
    if (m->fd >= 0)
        close(m->fd);
    m->fd = -1;
}

static void free_mmap(MrIsolate *iso, MrObj *o)
{
    MrMmap *m = (MrMmap *)o;
    (void)iso;
    close_fd(m);
    if (m->range)
        munmap(m->range, m->range_length);
}

static MrValue mmap_close(MrThread *t, MrValue *a)
{
    MrMmap *m = MMAP(a[0]);
    if (m->closed)
        return MR_NONE;
    if (!check_unviewed(t, m, "cannot close exported pointers exist"))
        return MR_ERROR;
    m->closed = true;
    set_memory(m, m->range, 0);
    close_fd(m);
    if (mmap(m->range, m->range_length, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0) == MAP_FAILED)
        return failed(t);
    return MR_NONE;
}

static MrValue mmap_enter(MrThread *t, MrValue *a) { return check_open(t, MMAP(a[0])) ? a[0] : MR_ERROR; }

static void trace_mmap(MrGc *gc, MrObj *o) { mr_mark_obj(gc, ((MrArray *)o)->store); }

/* ---- items ---- */

static MrValue mmap_len(MrThread *t, MrValue *a) { return check_open(t, MMAP(a[0])) ? mr_small_int((int64_t)MMAP(a[0])->length) : MR_ERROR; }

/* The place that an index means; false: IndexError or another. [script] */
static bool place_of(MrThread *t, const MrMmap *m, MrValue index, const char *wrong_type, size_t *place)
{
    int64_t i;
    if (!mr_has_index(t, index))
        return mr_raise(t, MR_EXC_TypeError, "%s", wrong_type) != MR_ERROR;
    if (!mr_to_ssize(t, index, &i)) {
        if (mr_clear_if(t, MR_EXC_OverflowError))
            mr_raise(t, MR_EXC_IndexError, "cannot fit '%s' into an index-sized integer", mr_type_name(t, index));
        return false;
    }
    if (!check_open(t, m))
        return false;
    i += i < 0 ? (int64_t)m->length : 0;
    if (i < 0 || (size_t)i >= m->length)
        return mr_raise(t, MR_EXC_IndexError, "mmap index out of range") != MR_ERROR;
    *place = (size_t)i;
    return true;
}

static MrValue mmap_getitem(MrThread *t, MrValue *a)
{
    MrMmap *m = MMAP(a[0]);
    int64_t start, step;
    size_t n, i, work;
    if (!check_open(t, m))
        return MR_ERROR;
    if (!mr_is_slice(a[1]))
        return place_of(t, m, a[1], "mmap indices must be integers", &i) ? mr_small_int((unsigned char)m->array.store->bytes[i]) : MR_ERROR;
    if (!mr_slice_indices(t, a[1], &m->length, &start, &step, &n) || !check_open(t, m))
        return MR_ERROR;
    MrValue bytes = mr_bytes_new(t, NULL, n);
    if (bytes == MR_ERROR || !n)
        return bytes;
    const char *from = m->array.store->bytes;
    if (step == 1)
        return mr_work_copy(t, MR_BYTES(bytes)->bytes, from + start, n) ? bytes : MR_ERROR;
    for (i = 0, work = 0; i < n; i++) {
        MR_BYTES(bytes)->bytes[i] = from[start + (int64_t)i * step];
        if (!mr_limits_work(t, work))
            return MR_ERROR;
    }
    return bytes;
}

static MrValue set_slice(MrThread *t, MrMmap *m, MrValue slice, MrValue value)
{
    int64_t start, step;
    size_t count, n;
    const char *p;
    if (!mr_slice_indices(t, slice, &m->length, &start, &step, &count) || !mr_buffer_of(t, value, &p, &n) || !check_open(t, m))
        return MR_ERROR;
    if (n != count)
        return mr_raise(t, MR_EXC_IndexError, "mmap slice assignment is wrong size");
    char *to = m->array.store->bytes;
    if (step == 1)
        return mr_work_move(t, to + start, p, n) ? MR_NONE : MR_ERROR;
    for (size_t i = 0, work = 0; i < n; i++) {
        to[start + (int64_t)i * step] = p[i];
        if (!mr_limits_work(t, work))
            return MR_ERROR;
    }
    return MR_NONE;
}

static MrValue mmap_setitem(MrThread *t, MrValue *a)
{
    MrMmap *m = MMAP(a[0]);
    size_t i;
    int64_t byte;
    if (!check_open(t, m) || !check_writable(t, m))
        return MR_ERROR;
    if (mr_is_slice(a[1]))
        return set_slice(t, m, a[1], a[2]);
    if (!place_of(t, m, a[1], "mmap indices must be integer", &i))
        return MR_ERROR;
    if (!mr_has_index(t, a[2]))
        return mr_raise(t, MR_EXC_TypeError, "mmap item value must be an int");
    if (!mr_to_ssize(t, a[2], &byte))
        return mr_clear_if(t, MR_EXC_OverflowError) ? mr_raise(t, MR_EXC_TypeError, "cannot fit 'int' into an index-sized integer") : MR_ERROR;
    if (byte < 0 || byte > 255)
        return mr_raise(t, MR_EXC_ValueError, "mmap item value must be in range(0, 256)");
    if (!check_open(t, m))
        return MR_ERROR;
    m->array.store->bytes[i] = (char)byte;
    return MR_NONE;
}

static MrValue mmap_delitem(MrThread *t, MrValue *a)
{
    MrMmap *m = MMAP(a[0]);
    if (!check_open(t, m) || !check_writable(t, m))
        return MR_ERROR;
    return mr_raise(t, MR_EXC_TypeError, mr_is_slice(a[1]) ? "mmap object doesn't support slice deletion" : "mmap doesn't support item deletion");
}

typedef struct MrMmapIter {
    MrObj h;
    MrValue mmap;
    size_t next;
} MrMmapIter;

static MrValue iterator_next(MrThread *t, MrValue self)
{
    MrMmapIter *it = (MrMmapIter *)mr_obj_of(self);
    MrMmap *m = MMAP(it->mmap);
    if (!check_open(t, m))
        return MR_ERROR;
    return it->next < m->length ? mr_bytes_new(t, m->array.store->bytes + it->next++, 1) : MR_UNBOUND;
}

static void trace_iterator(MrGc *gc, MrObj *o) { mr_mark(gc, ((MrMmapIter *)o)->mmap); }

static MrValue mmap_iter(MrThread *t, MrValue *a)
{
    MrMmapIter *it = mr_def_alloc(t, &iterator_def);
    if (!it)
        return MR_ERROR;
    it->mmap = a[0];
    return mr_val(it);
}

static MrValue mmap_buffer(MrThread *t, MrValue *a)
{
    MrMmap *m = MMAP(a[0]);
    return check_open(t, m) ? mr_memoryview_new(t, a[0], m->array.store->bytes, m->length, m->access == ACCESS_READ) : MR_ERROR;
}

/* ---- as a file ---- */

static size_t rest(const MrMmap *m) { return m->position < m->length ? m->length - m->position : 0; }

static MrValue take(MrThread *t, MrMmap *m, size_t n)
{
    MrValue bytes = mr_bytes_new(t, m->array.store->bytes + m->position, n);
    if (bytes != MR_ERROR)
        m->position += n;
    return bytes;
}

static MrValue mmap_read(MrThread *t, MrValue *a)
{
    MrMmap *m = MMAP(a[0]);
    int64_t n = -1;
    if (!check_open(t, m))
        return MR_ERROR;
    if (a[1] != MR_UNBOUND && a[1] != MR_NONE) {
        if (!mr_has_index(t, a[1]))
            return mr_raise(t, MR_EXC_TypeError, "argument should be integer or None, not '%s'", mr_type_name(t, a[1]));
        if (!mr_to_ssize(t, a[1], &n) || !check_open(t, m))
            return MR_ERROR;
    }
    return take(t, m, n < 0 || (size_t)n > rest(m) ? rest(m) : (size_t)n);
}

static MrValue mmap_read_byte(MrThread *t, MrValue *a)
{
    MrMmap *m = MMAP(a[0]);
    if (!check_open(t, m))
        return MR_ERROR;
    return rest(m) ? mr_small_int((unsigned char)m->array.store->bytes[m->position++]) : mr_raise(t, MR_EXC_ValueError, "read byte out of range");
}

static MrValue mmap_readline(MrThread *t, MrValue *a)
{
    MrMmap *m = MMAP(a[0]);
    if (!check_open(t, m))
        return MR_ERROR;
    ptrdiff_t end = -1;
    if (rest(m) && !mr_mem_find_long(t, m->array.store->bytes + m->position, rest(m), "\n", 1, false, &end))
        return MR_ERROR;
    return take(t, m, end >= 0 ? (size_t)end + 1 : rest(m));
}

static MrValue mmap_write(MrThread *t, MrValue *a)
{
    MrMmap *m = MMAP(a[0]);
    const char *p;
    size_t n;
    if (!check_open(t, m) || !mr_buffer_of(t, a[1], &p, &n) || !check_writable(t, m) || !check_open(t, m))
        return MR_ERROR;
    if (n > rest(m))
        return mr_raise(t, MR_EXC_ValueError, "data out of range");
    if (!mr_work_move(t, m->array.store->bytes + m->position, p, n))
        return MR_ERROR;
    m->position += n;
    return mr_small_int((int64_t)n);
}

static MrValue mmap_write_byte(MrThread *t, MrValue *a)
{
    MrMmap *m = MMAP(a[0]);
    int64_t byte;
    if (!mr_to_i64(t, a[1], &byte))
        return MR_ERROR;
    if (byte < 0 || byte > 255)
        return mr_raise(t, MR_EXC_OverflowError, byte < 0 ? "unsigned byte integer is less than minimum" : "unsigned byte integer is greater than maximum");
    if (!check_open(t, m) || !check_writable(t, m))
        return MR_ERROR;
    if (!rest(m))
        return mr_raise(t, MR_EXC_ValueError, "write byte out of range");
    m->array.store->bytes[m->position++] = (char)byte;
    return MR_NONE;
}

static MrValue mmap_tell(MrThread *t, MrValue *a) { return check_open(t, MMAP(a[0])) ? mr_small_int((int64_t)MMAP(a[0])->position) : MR_ERROR; }

static MrValue mmap_seek(MrThread *t, MrValue *a)
{
    MrMmap *m = MMAP(a[0]);
    int64_t distance, to = 0;
    int how = SEEK_SET;
    if (!mr_arg_ssize(t, a[1], &distance) || (a[2] != MR_UNBOUND && !mr_posix_int(t, a[2], &how)) || !check_open(t, m))
        return MR_ERROR;
    if (how < SEEK_SET || how > SEEK_END)
        return mr_raise(t, MR_EXC_ValueError, "unknown seek type");
    int64_t from = how == SEEK_SET ? 0 : how == SEEK_CUR ? (int64_t)m->position : (int64_t)m->length;
    if (__builtin_add_overflow(from, distance, &to) || to < 0 || (size_t)to > m->length)
        return mr_raise(t, MR_EXC_ValueError, "seek out of range");
    m->position = (size_t)to;
    return MR_NONE;
}

static MrValue mmap_size(MrThread *t, MrValue *a)
{
    const MrMmap *m = MMAP(a[0]);
    struct stat s;
    if (!check_open(t, m))
        return MR_ERROR;
    if (m->fd < 0)
        return mr_small_int((int64_t)m->length);
    return fstat(m->fd, &s) < 0 ? failed(t) : mr_int(t, s.st_size);
}

/* ---- searching and moving ---- */

static MrValue find(MrThread *t, MrValue *a, bool backwards)
{
    MrMmap *m = MMAP(a[0]);
    int64_t start = (int64_t)m->position, end = (int64_t)m->length, size = end;
    const char *p;
    size_t n;
    if (!check_open(t, m) || (a[2] != MR_UNBOUND && !mr_arg_ssize(t, a[2], &start)) || (a[3] != MR_UNBOUND && !mr_arg_ssize(t, a[3], &end)) ||
        !mr_buffer_of(t, a[1], &p, &n) || !check_open(t, m))
        return MR_ERROR;
    start = start < 0 ? start + size : start;
    end = end < 0 ? end + size : end;
    start = start < 0 ? 0 : start > size ? size : start;
    end = end < 0 ? 0 : end > size ? size : end;
    const char *text = m->array.store->bytes;
    if (end - start < (int64_t)n)
        return mr_small_int(-1);
    if (!backwards) {
        ptrdiff_t at = 0;
        if (n && !mr_mem_find_long(t, text + start, (size_t)(end - start), p, n, false, &at))
            return MR_ERROR;
        return mr_small_int(at < 0 ? -1 : start + at);
    }
    ptrdiff_t at = end - start;
    if (n && !mr_mem_find_long(t, text + start, (size_t)(end - start), p, n, true, &at))
        return MR_ERROR;
    return mr_small_int(at < 0 ? -1 : start + at);
}

static MrValue mmap_find(MrThread *t, MrValue *a) { return find(t, a, false); }
static MrValue mmap_rfind(MrThread *t, MrValue *a) { return find(t, a, true); }

static MrValue mmap_move(MrThread *t, MrValue *a)
{
    MrMmap *m = MMAP(a[0]);
    int64_t to, from, n, size;
    if (!mr_arg_ssize(t, a[1], &to) || !mr_arg_ssize(t, a[2], &from) || !mr_arg_ssize(t, a[3], &n) || !check_open(t, m) || !check_writable(t, m))
        return MR_ERROR;
    size = (int64_t)m->length;
    if (to < 0 || from < 0 || n < 0 || size - to < n || size - from < n)
        return mr_raise(t, MR_EXC_ValueError, "source, destination, or count out of range");
    return mr_work_move(t, m->array.store->bytes + to, m->array.store->bytes + from, (size_t)n) ? MR_NONE : MR_ERROR;
}

static MrValue mmap_flush(MrThread *t, MrValue *a)
{
    MrMmap *m = MMAP(a[0]);
    int64_t offset = 0, n = (int64_t)m->length;
    if ((a[1] != MR_UNBOUND && !mr_arg_ssize(t, a[1], &offset)) || (a[2] != MR_UNBOUND && !mr_arg_ssize(t, a[2], &n)) || !check_open(t, m))
        return MR_ERROR;
    if (offset < 0 || n < 0 || (int64_t)m->length - offset < n)
        return mr_raise(t, MR_EXC_ValueError, "flush values out of range");
    if (m->access == ACCESS_READ || m->access == ACCESS_COPY)
        return MR_NONE;
    return msync(m->array.store->bytes + offset, (size_t)n, MS_SYNC) < 0 ? failed(t) : MR_NONE;
}

static MrValue mmap_madvise(MrThread *t, MrValue *a)
{
    MrMmap *m = MMAP(a[0]);
    int option;
    int64_t start = 0, n = (int64_t)m->length;
    if (!mr_posix_int(t, a[1], &option) || (a[2] != MR_UNBOUND && !mr_arg_ssize(t, a[2], &start)) || (a[3] != MR_UNBOUND && !mr_arg_ssize(t, a[3], &n)) ||
        !check_open(t, m))
        return MR_ERROR;
    if (start < 0 || start >= (int64_t)m->length)
        return mr_raise(t, MR_EXC_ValueError, "madvise start out of bounds");
    if (n < 0)
        return mr_raise(t, MR_EXC_ValueError, "madvise length invalid");
    if (INT64_MAX - start < n)
        return mr_raise(t, MR_EXC_OverflowError, "madvise length too large");
    n = n > (int64_t)m->length - start ? (int64_t)m->length - start : n;
    return madvise(m->array.store->bytes + start, (size_t)n, option) < 0 ? failed(t) : MR_NONE;
}

static MrValue mmap_resize(MrThread *t, MrValue *a)
{
    MrMmap *m = MMAP(a[0]);
    int64_t size;
    if (!mr_arg_ssize(t, a[1], &size) || !check_open(t, m) || !check_unviewed(t, m, "mmap can't resize with extant pointers exported."))
        return MR_ERROR;
    if (m->access != ACCESS_WRITE && m->access != ACCESS_DEFAULT)
        return mr_raise(t, MR_EXC_TypeError, "mmap can't resize a readonly or copy-on-write memory map.");
    if (size < 0 || INT64_MAX - size < m->offset)
        return mr_raise(t, MR_EXC_ValueError, "new size out of range");
    if (m->fd >= 0 && ftruncate(m->fd, m->offset + size) < 0)
        return failed(t);
    void *data = mremap(m->range, m->range_length, (size_t)size, MREMAP_MAYMOVE);
    if (data == MAP_FAILED)
        return failed(t);
    m->range = data;
    m->range_length = (size_t)size;
    set_memory(m, data, (size_t)size);
    return MR_NONE;
}

static MrValue mmap_repr(MrThread *t, MrValue *a)
{
    static const char *const names[] = {"ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY"};
    const MrMmap *m = MMAP(a[0]);
    const char *type = mr_type_name(t, a[0]), *access = names[m->access];
    if (m->closed)
        return mr_strf(t, "<%s closed=True>", type);
    return mr_strf(t, "<%s closed=False, access=%s, length=%zu, pos=%zu, offset=%lld>", type, access, m->length, m->position, (long long)m->offset);
}

static MrValue mmap_sizeof(MrThread *t, MrValue *a) { return mr_int(t, (int64_t)(sizeof(MrMmap) + MMAP(a[0])->length)); }

static MrValue get_closed(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(MMAP(self)->closed);
}

static const MrMethodDef methods[] = {
    {"__new__(cls, fileno, length, flags=1, prot=3, access=0, offset=0)", mmap_new,
     "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"close(self, /)", mmap_close, "Give the memory back; the object cannot be used afterwards.", 0},
    {"find(self, sub, start=None, end=None, /)", mmap_find, "The lowest place of some bytes, -1 if they are nowhere.", 0},
    {"rfind(self, sub, start=None, end=None, /)", mmap_rfind, "The highest place of some bytes, -1 if they are nowhere.", 0},
    {"flush(self, offset=None, size=None, /)", mmap_flush, "Have the changes written to the file.", 0},
    {"madvise(self, option, start=None, length=None, /)", mmap_madvise, "Tell the system how the memory is going to be used.", 0},
    {"move(self, dest, src, count, /)", mmap_move, "Copy count bytes from one place to another.", 0},
    {"read(self, n=None, /)", mmap_read, "Read as much as asked for; all that is left when nothing or a negative size is given.", 0},
    {"read_byte(self, /)", mmap_read_byte, "The byte at the position as an int; the position moves on.", 0},
    {"readline(self, /)", mmap_readline, "Read to the end of the line, the newline included.", 0},
    {"resize(self, newsize, /)", mmap_resize, "Change the size of the mapping and of the file.", 0},
    {"seek(self, pos, whence=0, /)", mmap_seek, "Go to a position, counted from the start (whence 0), from here (1) or from the end (2); the new one is the result.", 0},
    {"size(self, /)", mmap_size, "How many bytes the file has.", 0},
    {"tell(self, /)", mmap_tell, "The position.", 0},
    {"write(self, bytes, /)", mmap_write, "Write it; how much was taken is the result.", 0},
    {"write_byte(self, byte, /)", mmap_write_byte, "Write the byte of a number; the position moves on.", 0},
    {"__enter__(self, /)", mmap_enter, "Gives the object itself, for `as`; leaving the block closes it.", 0},
    {"__exit__(self, exc_type=None, exc_value=None, exc_tb=None, /)", mmap_close, "Close the mapping.", 0},
    {"__len__(self, /)", mmap_len, "The number that len(self) gives.", 0},
    {"__iter__(self, /)", mmap_iter, "An iterator over self.", 0},
    {"__getitem__(self, key, /)", mmap_getitem, "What self[key] gives.", 0},
    {"__setitem__(self, key, value, /)", mmap_setitem, "Carry out self[key] = value.", 0},
    {"__delitem__(self, key, /)", mmap_delitem, "Carry out del self[key].", 0},
    {"__buffer__(self, flags, /)", mmap_buffer, "A memoryview of the object's memory, for consumers of the buffer protocol.", 0},
    {"__repr__(self, /)", mmap_repr, "The text that repr(self) gives.", 0},
    {"__sizeof__(self, /)", mmap_sizeof, "How many bytes of memory the object takes.", 0},
    {0},
};

static const MrGetSetDef getset[] = {{"closed", get_closed, NULL, "whether close() was called"}, {0}};

static const MrTypeDef mmap_def = {
    .name = "mmap.mmap", .module = "mmap", .kind = MR_KIND_ARRAY, .size = sizeof(MrMmap), .methods = methods, .getset = getset, .trace = trace_mmap,
    .finalize = free_mmap, .doc = "The bytes of a file as memory, to read and change like a bytearray; with fileno -1, memory without a file."};

static const MrTypeDef iterator_def = {.name = "iterator", .kind = MR_KIND_OTHER, .size = sizeof(MrMmapIter), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
                                       .next = iterator_next, .trace = trace_iterator};

#define N(name) {#name, name}
static const struct { const char *name; int number; } numbers[] = {
    N(PROT_EXEC), N(PROT_READ), N(PROT_WRITE), N(MAP_SHARED), N(MAP_PRIVATE), N(MAP_DENYWRITE), N(MAP_EXECUTABLE), {"MAP_ANON", MAP_ANONYMOUS}, N(MAP_ANONYMOUS),
    N(MAP_POPULATE), N(MAP_STACK), N(ACCESS_DEFAULT), N(ACCESS_READ), N(ACCESS_WRITE), N(ACCESS_COPY), N(MADV_NORMAL), N(MADV_RANDOM), N(MADV_SEQUENTIAL),
    N(MADV_WILLNEED), N(MADV_DONTNEED), N(MADV_REMOVE), N(MADV_DONTFORK), N(MADV_DOFORK), N(MADV_HWPOISON), N(MADV_MERGEABLE), N(MADV_UNMERGEABLE),
    N(MADV_HUGEPAGE), N(MADV_NOHUGEPAGE), N(MADV_DONTDUMP), N(MADV_DODUMP), N(MADV_FREE),
};
#undef N

static bool init(MrThread *t, MrModule *m)
{
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (!mr_module_add(t, m, numbers[i].name, mr_small_int(numbers[i].number)))
            return false;
    int64_t page = sysconf(_SC_PAGESIZE);
    return mr_module_add(t, m, "error", mr_type_val(t, MR_EXC_OSError)) && mr_module_add(t, m, "PAGESIZE", mr_small_int(page)) &&
           mr_module_add(t, m, "ALLOCATIONGRANULARITY", mr_small_int(page));
}

static const MrTypeDef *const types[] = {&mmap_def, NULL};

const MrModuleDef mr_module_mmap = {.name = "mmap", .init = init, .types = types, .doc = "Files mapped into memory."};
