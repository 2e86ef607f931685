/* The history and its file. Whatever goes wrong with the file, the session goes on without it. */
#include "cli/history.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define KEPT 10000      /* entries that a rewritten file keeps */
#define TOO_MANY 12000
#define TOO_LARGE (64 << 20)

/* ---- the path ---- */

static char *join(const char *folder, const char *rest)
{
    size_t n = strlen(folder) + strlen(rest) + 2;
    char *path = malloc(n);
    if (path)
        snprintf(path, n, "%s/%s", folder, rest);
    return path;
}

static char *find_path(void)
{
    const char *named = getenv("MORAY_HISTORY"), *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    if (named)
        return *named ? strdup(named) : NULL;
    if (state && *state == '/')
        return join(state, "moray/history");
    return home && *home == '/' ? join(home, ".local/state/moray/history") : NULL;
}

static void make_folders(const char *path)
{
    char *copy = strdup(path);
    for (char *p = copy ? strchr(copy + 1, '/') : NULL; p; p = strchr(p + 1, '/')) {
        *p = 0;
        mkdir(copy, 0700);
        *p = '/';
    }
    free(copy);
}

/* ---- entries ---- */

static bool push(MrHistory *h, char *text)
{
    if (h->n == h->capacity) {
        size_t capacity = h->capacity ? h->capacity * 2 : 256;
        char **more = realloc(h->items, capacity * sizeof *more);
        if (!more)
            return false;
        h->items = more;
        h->capacity = capacity;
    }
    h->items[h->n++] = text;
    return true;
}

/* A line of the file as the text that it stands for. */
static char *unescape(const char *line, size_t n)
{
    char *text = malloc(n + 1), *out = text;
    if (!text)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        if (line[i] == '\\' && i + 1 < n)
            *out++ = line[++i] == 'n' ? '\n' : line[i];
        else if (line[i])
            *out++ = line[i];
    }
    *out = 0;
    return text;
}

static void put_escaped(FILE *f, const char *text)
{
    for (; *text; text++) {
        if (*text == '\n')
            fputs("\\n", f);
        else if (*text == '\\')
            fputs("\\\\", f);
        else
            putc(*text, f);
    }
    putc('\n', f);
}

/* ---- the file ---- */

static char *read_file(int fd, size_t *length)
{
    struct stat st;
    if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode))
        return NULL;
    off_t from = st.st_size > TOO_LARGE ? st.st_size - TOO_LARGE : 0;
    size_t n = (size_t)(st.st_size - from), got = 0;
    char *text = malloc(n + 1);
    while (text && got < n) {
        ssize_t k = pread(fd, text + got, n - got, from + (off_t)got);
        if (k <= 0)
            break;
        got += (size_t)k;
    }
    *length = got;
    return text;
}

/* Cuts the file down in place, under the lock that adding takes as well. */
static void rewrite(MrHistory *h, int fd)
{
    char *text = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&text, &n);
    if (!f)
        return;
    for (size_t i = h->n > KEPT ? h->n - KEPT : 0; i < h->n; i++)
        put_escaped(f, h->items[i]);
    if (!fclose(f) && !ftruncate(fd, 0))
        (void)!pwrite(fd, text, n, 0); /* a full disk: what was not written is lost to later sessions */
    free(text);
}

void mr_history_init(MrHistory *h)
{
    *h = (MrHistory){.path = find_path()};
    int fd = h->path ? open(h->path, O_RDWR | O_CLOEXEC) : -1;
    if (fd < 0)
        return;
    flock(fd, LOCK_EX);
    size_t n = 0;
    char *text = read_file(fd, &n);
    for (size_t at = 0; text && at < n;) {
        const char *end = memchr(text + at, '\n', n - at);
        size_t length = end ? (size_t)(end - text) - at : n - at;
        char *entry = length ? unescape(text + at, length) : NULL;
        if (entry && !push(h, entry))
            free(entry);
        at += length + 1;
    }
    if (h->n > TOO_MANY)
        rewrite(h, fd);
    free(text);
    close(fd); /* and with it the lock */
}

static void append(const char *path, const char *entry)
{
    char *text = NULL;
    size_t n = 0;
    int fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd < 0 && errno == ENOENT) {
        make_folders(path);
        fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
    if (fd < 0)
        return;
    FILE *f = open_memstream(&text, &n);
    if (f) {
        char last = '\n';
        flock(fd, LOCK_EX);
        off_t size = lseek(fd, 0, SEEK_END);
        if (size > 0 && pread(fd, &last, 1, size - 1) == 1 && last != '\n')
            putc('\n', f); /* a line that was cut off */
        put_escaped(f, entry);
        if (!fclose(f))
            (void)!write(fd, text, n);
        free(text);
    }
    close(fd);
}

static bool is_blank(const char *text) { return text[strspn(text, " \t\n")] == 0; }

void mr_history_add(MrHistory *h, const char *text)
{
    size_t n = strlen(text);
    while (n > 0 && (text[n - 1] == '\n' || text[n - 1] == ' '))
        n--;
    char *copy = is_blank(text) ? NULL : strndup(text, n);
    if (!copy)
        return;
    if ((h->n && !strcmp(h->items[h->n - 1], copy)) || !push(h, copy)) {
        free(copy);
        return;
    }
    if (h->path)
        append(h->path, copy);
}

void mr_history_fini(MrHistory *h)
{
    for (size_t i = 0; i < h->n; i++)
        free(h->items[i]);
    free(h->items);
    free(h->path);
    *h = (MrHistory){0};
}
