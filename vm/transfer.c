/* Transfers in pieces. The next piece is begun only where the one before was transferred whole, so that a file's end, a full disk and a
 * breaking-off signal show as the kernel would have shown them: as a count that is short, the error with the next call.
 *
 * Nothing here needs the interpreter: a reason to stop is read from flags that other threads set (limits.h). Signals wait for the end, as they do in the kernel.
 */
#define _GNU_SOURCE
#include "vm/transfer.h"

#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE = 256 << 10 };

typedef struct Transfer {
    ssize_t (*step)(const struct Transfer *t, size_t done, size_t n);
    int fd, other;
    char *memory;
    off_t at; /* -1: where the descriptor stands */
    off_t *from_at, *to_at;
} Transfer;

/* Is it always as much as was asked for, but for the end? */
static bool is_file(int fd)
{
    struct stat s;
    return !fstat(fd, &s) && (S_ISREG(s.st_mode) || S_ISBLK(s.st_mode) || S_ISCHR(s.st_mode));
}

static ssize_t go(MrIsolate *iso, const Transfer *t, size_t n)
{
    if (n <= PIECE || !is_file(t->fd))
        return t->step(t, 0, n);
    size_t done = 0;
    while (done < n && !(done && mr_limits_is_asked(iso))) {
        size_t part = n - done < PIECE ? n - done : PIECE;
        ssize_t got = t->step(t, done, part);
        if (got < 0)
            return done ? (ssize_t)done : got;
        done += (size_t)got;
        if ((size_t)got < part)
            break;
    }
    return (ssize_t)done;
}

static ssize_t read_step(const Transfer *t, size_t done, size_t n)
{
    return t->at < 0 ? read(t->fd, t->memory + done, n) : pread(t->fd, t->memory + done, n, t->at + (off_t)done);
}

static ssize_t write_step(const Transfer *t, size_t done, size_t n)
{
    return t->at < 0 ? write(t->fd, t->memory + done, n) : pwrite(t->fd, t->memory + done, n, t->at + (off_t)done);
}

static ssize_t send_step(const Transfer *t, size_t done, size_t n)
{
    (void)done;
    return sendfile(t->other, t->fd, t->from_at, n);
}

static ssize_t copy_step(const Transfer *t, size_t done, size_t n)
{
    (void)done;
    return copy_file_range(t->fd, t->from_at, t->other, t->to_at, n, 0);
}

ssize_t mr_transfer_read(MrIsolate *iso, int fd, void *to, size_t n)
{
    return n <= PIECE ? read(fd, to, n) : go(iso, &(Transfer){.step = read_step, .fd = fd, .memory = to, .at = -1}, n);
}

ssize_t mr_transfer_pread(MrIsolate *iso, int fd, void *to, size_t n, off_t at)
{
    return n <= PIECE ? pread(fd, to, n, at) : go(iso, &(Transfer){.step = read_step, .fd = fd, .memory = to, .at = at}, n);
}

ssize_t mr_transfer_write(MrIsolate *iso, int fd, const void *from, size_t n)
{
    return n <= PIECE ? write(fd, from, n) : go(iso, &(Transfer){.step = write_step, .fd = fd, .memory = (char *)from, .at = -1}, n);
}

/* A negative place is an error of pwrite's. */
ssize_t mr_transfer_pwrite(MrIsolate *iso, int fd, const void *from, size_t n, off_t at)
{
    return at < 0 ? pwrite(fd, from, n, at) : go(iso, &(Transfer){.step = write_step, .fd = fd, .memory = (char *)from, .at = at}, n);
}

ssize_t mr_transfer_sendfile(MrIsolate *iso, int to, int from, off_t *at, size_t n)
{
    return go(iso, &(Transfer){.step = send_step, .fd = from, .other = to, .from_at = at}, n);
}

ssize_t mr_transfer_copy(MrIsolate *iso, int from, off_t *from_at, int to, off_t *to_at, size_t n)
{
    return go(iso, &(Transfer){.step = copy_step, .fd = from, .other = to, .from_at = from_at, .to_at = to_at}, n);
}

/* One memory after the other where together they are large: a single call would not do it in pieces. */
static ssize_t go_vector(MrIsolate *iso, int fd, const struct iovec *v, int n, ssize_t whole(int, const struct iovec *, int), ssize_t step(const Transfer *, size_t, size_t))
{
    size_t all = 0, done = 0;
    for (int i = 0; i < n && all <= PIECE; i++)
        all += v[i].iov_len;
    if (all <= PIECE || !is_file(fd))
        return whole(fd, v, n);
    for (int i = 0; i < n && !(done && mr_limits_is_asked(iso)); i++) {
        ssize_t got = go(iso, &(Transfer){.step = step, .fd = fd, .memory = v[i].iov_base, .at = -1}, v[i].iov_len);
        if (got < 0)
            return done ? (ssize_t)done : got;
        done += (size_t)got;
        if ((size_t)got < v[i].iov_len)
            break;
    }
    return (ssize_t)done;
}

ssize_t mr_transfer_readv(MrIsolate *iso, int fd, const struct iovec *v, int n) { return go_vector(iso, fd, v, n, readv, read_step); }
ssize_t mr_transfer_writev(MrIsolate *iso, int fd, const struct iovec *v, int n) { return go_vector(iso, fd, v, n, writev, write_step); }
