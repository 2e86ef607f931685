/* A configuration file in Python, read by a program that does not trust it: no files, no network, at most 100,000 steps, a second and 8 MiB. What it sets is read into a
 * C struct; a wrong value, an error and an endless loop each end in a message. */
#include <moray.h>
#include <stdio.h>
#include <string.h>

typedef struct Settings {
    char host[64];
    int64_t port;
    double timeout;
    int64_t workers[8];
    size_t n_workers;
} Settings;

/* settings.host and so on from the globals of the file; false with an exception pending. */
static bool read_settings(MorayVM *vm, Settings *s)
{
    const char *host;
    if (!moray_to_str(vm, moray_global(vm, "host"), &host, NULL) || !moray_to_int(vm, moray_global(vm, "port"), &s->port) ||
        !moray_to_float(vm, moray_global(vm, "timeout"), &s->timeout))
        return false;
    snprintf(s->host, sizeof s->host, "%s", host);
    if (s->port < 1 || s->port > 65535)
        return !moray_is_null(moray_raise(vm, "ValueError", "port %lld is out of range", (long long)s->port));
    MorayRef iterator = moray_iter(vm, moray_global(vm, "workers")), item;
    for (s->n_workers = 0; s->n_workers < 8 && moray_next(vm, iterator, &item); s->n_workers++)
        moray_to_int(vm, item, &s->workers[s->n_workers]);
    return !moray_failed(vm);
}

static bool load(const char *text, const char *name, Settings *s)
{
    MorayConfig config;
    MorayError err;
    moray_config_init(&config);
    config.limits.steps = 100000;
    config.limits.time_ms = 1000;
    config.limits.heap = 8 << 20;
    MorayVM *vm = moray_new(&config);
    if (!vm)
        return false;
    bool ok = moray_run(vm, text, name) && read_settings(vm, s);
    if (moray_catch(vm, &err))
        printf("%s: %s: %s (line %d)\n", name, err.type, err.message, err.line);
    moray_free(vm);
    return ok;
}

int main(void)
{
    static const struct { const char *name, *text; } files[] = {
        {"good.conf", "base = 8000\nhost, port = 'localhost', base + 80\ntimeout = 2.5\nworkers = [2 ** i for i in range(4)]\n"},
        {"type.conf", "host, port = 'localhost', '80'\ntimeout = 1\nworkers = []\n"},
        {"range.conf", "host, port, timeout, workers = '', 123456, 1, ()\n"},
        {"syntax.conf", "host = 'localhost'\nport = = 80\n"},
        {"missing.conf", "host = 'localhost'\n"},
        {"curious.conf", "host = open('/etc/passwd').read()\n"},
        {"endless.conf", "while True:\n    pass\n"},
        {"hungry.conf", "host = 'x' * 10 ** 9\n"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        Settings s;
        if (!load(files[i].text, files[i].name, &s))
            continue;
        printf("%s: %s:%lld, timeout %.1f, workers", files[i].name, s.host, (long long)s.port, s.timeout);
        for (size_t k = 0; k < s.n_workers; k++)
            printf(" %lld", (long long)s.workers[k]);
        printf("\n");
    }
    return 0;
}
