/* The runner of script tests.
 *
 * A test is a script `NAME.py` that has a file `NAME.out` beside it, what the script must print, or a file `NAME.err`: what must
 * appear on stderr. Where one of the two is missing, that stream must stay empty. Optional files of the same name say more: `.in`
 * (stdin; /dev/null without it), `.args` (words handed to the script), `.exit` (exit status; without it 0, or 1 where there is an
 * `.err`). The scripts run with their own folder as working directory and their base name as argument. Tracebacks name a script by
 * its absolute path, as CPython's do, so each mention of the script's folder in what it printed is replaced by `{dir}` before the
 * comparison, and the address in an object's repr by `{addr}`.
 *
 * `-k` picks tests by a part of their path, `--light` leaves out those marked `# test: heavy`, `--retry` runs a few failed ones again.
 *
 * Everything is compared byte for byte. Tests run in parallel, each in a process group of its own which is killed when its time
 * or its output runs over. The last line printed is always `N passed, N failed`. How the stored outputs come about is told in
 * oracle.sh, not here.
 */
#define _GNU_SOURCE
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_JOBS = 64, MAX_ARGS = 64, OUTPUT_CAP = 8 << 20, DIFF_LINES = 4, DIFF_WIDTH = 200 };

typedef struct {
    char *data;
    size_t len, cap;
} Text;

typedef enum { TEST_WAITING, TEST_RUNNING, TEST_PASSED, TEST_FAILED } TestState;

typedef struct {
    char *stem; /* path without ".py" */
    TestState state;
    Text report; /* why it failed */
    double seconds;
} Test;

typedef struct {
    Test *test;
    pid_t pid;
    int fds[2]; /* stdout, stderr; -1 once closed */
    Text got[2];
    double started, deadline;
    const char *killed; /* why we killed it, or NULL */
} Job;

typedef struct {
    const char *moray, *filter;
    int jobs;
    double timeout;
    bool verbose, light, retry;
    Test *tests;
    size_t count, cap;
} Run;

static void die(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));
static void text_printf(Text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void die(const char *format, ...) {
    va_list args;
    va_start(args, format);
    fputs("run: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    exit(2);
}

static void *checked(void *memory) {
    if (!memory)
        die("out of memory");
    return memory;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void text_add(Text *text, const char *data, size_t len) {
    if (text->len + len + 1 > text->cap) {
        text->cap = (text->len + len + 1) * 2;
        text->data = checked(realloc(text->data, text->cap));
    }
    memcpy(text->data + text->len, data, len);
    text->len += len;
    text->data[text->len] = 0;
}

static void text_printf(Text *text, const char *format, ...) {
    char *line = NULL;
    va_list args;
    va_start(args, format);
    int len = vasprintf(&line, format, args);
    va_end(args);
    if (len < 0)
        die("out of memory");
    text_add(text, line, (size_t)len);
    free(line);
}

static void text_free(Text *text) {
    free(text->data);
    *text = (Text){0};
}

/* Reads `stem` + `suffix` whole; false where there is no such file. */
static bool read_beside(const char *stem, const char *suffix, Text *into) {
    char path[PATH_MAX], chunk[65536];
    snprintf(path, sizeof path, "%s%s", stem, suffix);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    text_add(into, "", 0);
    ssize_t n;
    while ((n = read(fd, chunk, sizeof chunk)) > 0)
        text_add(into, chunk, (size_t)n);
    close(fd);
    return true;
}

static bool exists_beside(const char *stem, const char *suffix) {
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s%s", stem, suffix);
    return access(path, R_OK) == 0;
}

/* A script may say in its first lines that it is one of `# test: heavy`: too much for a run that collects at every allocation. */
static bool is_heavy(const char *script) {
    char head[512];
    int fd = open(script, O_RDONLY | O_CLOEXEC);
    ssize_t len = fd < 0 ? 0 : read(fd, head, sizeof head - 1);
    if (fd >= 0)
        close(fd);
    head[len > 0 ? len : 0] = 0;
    return strstr(head, "# test: heavy") != NULL;
}

static void add_test(Run *run, const char *script) {
    size_t len = strlen(script);
    if (len < 4 || strcmp(script + len - 3, ".py") != 0 || (run->filter && !strstr(script, run->filter)))
        return;
    char *stem = checked(strndup(script, len - 3));
    if ((!exists_beside(stem, ".out") && !exists_beside(stem, ".err")) || (run->light && is_heavy(script))) {
        free(stem);
        return;
    }
    if (run->count == run->cap) {
        run->cap = run->cap ? run->cap * 2 : 256;
        run->tests = checked(realloc(run->tests, run->cap * sizeof *run->tests));
    }
    run->tests[run->count++] = (Test){.stem = stem};
}

static void find_tests(Run *run, const char *path) {
    struct stat info;
    if (stat(path, &info) != 0)
        die("%s: %s", path, strerror(errno));
    if (!S_ISDIR(info.st_mode)) {
        add_test(run, path);
        return;
    }
    DIR *dir = opendir(path);
    if (!dir)
        die("%s: %s", path, strerror(errno));
    struct dirent *entry;
    while ((entry = readdir(dir))) {
        if (entry->d_name[0] == '.' || strcmp(entry->d_name, "__pycache__") == 0)
            continue;
        char inner[PATH_MAX];
        size_t len = strlen(path);
        while (len > 1 && path[len - 1] == '/')
            len--;
        if (snprintf(inner, sizeof inner, "%.*s/%s", (int)len, path, entry->d_name) >= (int)sizeof inner)
            die("%s: path too long", path);
        if (stat(inner, &info) != 0)
            continue;
        if (S_ISDIR(info.st_mode))
            find_tests(run, inner);
        else
            add_test(run, inner);
    }
    closedir(dir);
}

static int compare_tests(const void *a, const void *b) {
    return strcmp(((const Test *)a)->stem, ((const Test *)b)->stem);
}

static void folder_of(const Test *test, char folder[static PATH_MAX]) {
    const char *slash = strrchr(test->stem, '/');
    snprintf(folder, PATH_MAX, "%.*s", slash ? (int)(slash - test->stem) : 1, slash ? test->stem : ".");
}

static void exec_child(const Run *run, const Test *test, int out, int err) {
    char dir[PATH_MAX], script[PATH_MAX], input[PATH_MAX];
    const char *slash = strrchr(test->stem, '/');
    folder_of(test, dir);
    snprintf(script, sizeof script, "%s.py", slash ? slash + 1 : test->stem);
    snprintf(input, sizeof input, "%s.in", test->stem);

    Text words = {0};
    char *argv[MAX_ARGS + 3] = {(char *)run->moray, script};
    int argc = 2;
    if (read_beside(test->stem, ".args", &words))
        for (char *word = strtok(words.data, " \t\n"); word && argc < MAX_ARGS + 2; word = strtok(NULL, " \t\n"))
            argv[argc++] = word;

    int in = open(input, O_RDONLY);
    if (in < 0)
        in = open("/dev/null", O_RDONLY);
    if (in < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0)
        _exit(126);
    if (in > 2)
        close(in);
    if (chdir(dir) != 0) {
        dprintf(2, "run: cannot enter %s\n", dir);
        _exit(126);
    }
    static const char *const options[] = {"PYTHONUNBUFFERED", "PYTHONWARNINGS", "PYTHONOPTIMIZE", "PYTHONINSPECT", "PYTHONVERBOSE", "PYTHONDEVMODE",
                                          "PYTHONSAFEPATH", "PYTHONDONTWRITEBYTECODE", "PYTHONASYNCIODEBUG", "PYTHONSTARTUP", "PYTHONPATH"};
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) /* what the caller's environment asks of Python is not the tests' */
        unsetenv(options[i]);
    setenv("TZ", "UTC", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("NO_COLOR", "1", 1);
    signal(SIGPIPE, SIG_DFL);
    signal(SIGINT, SIG_DFL); /* a job in the background inherits that it is ignored */
    signal(SIGQUIT, SIG_DFL);
    execv(run->moray, argv);
    dprintf(2, "run: cannot run %s: %s\n", run->moray, strerror(errno));
    _exit(127);
}

static void start_job(const Run *run, Job *job, Test *test) {
    int out[2], err[2];
    if (pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0)
        die("pipe: %s", strerror(errno));
    fflush(NULL);
    pid_t pid = fork();
    if (pid < 0)
        die("fork: %s", strerror(errno));
    if (pid == 0) {
        setpgid(0, 0);
        exec_child(run, test, out[1], err[1]);
    }
    setpgid(pid, pid); /* also here: whoever comes first, the group exists before we may have to kill it */
    close(out[1]);
    close(err[1]);
    double start = now();
    *job = (Job){.test = test, .pid = pid, .fds = {out[0], err[0]}, .started = start, .deadline = start + run->timeout};
    for (int i = 0; i < 2; i++) {
        text_add(&job->got[i], "", 0);
        fcntl(job->fds[i], F_SETFL, O_NONBLOCK);
    }
    test->state = TEST_RUNNING;
}

static void kill_job(Job *job, const char *why) {
    if (!job->killed) {
        job->killed = why;
        kill(-job->pid, SIGKILL);
    }
}

static void read_output(Job *job, int which) {
    char chunk[65536];
    ssize_t n = read(job->fds[which], chunk, sizeof chunk);
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (n <= 0) {
        close(job->fds[which]);
        job->fds[which] = -1;
    } else if (job->got[which].len + (size_t)n > OUTPUT_CAP) {
        kill_job(job, "printed too much");
    } else {
        text_add(&job->got[which], chunk, (size_t)n);
    }
}

static void hide_folder(const Test *test, Text *text) {
    char relative[PATH_MAX], folder[PATH_MAX];
    folder_of(test, relative);
    if (!realpath(relative, folder))
        return;
    Text clean = {0};
    size_t len = strlen(folder);
    const char *at = text->data, *end = at + text->len, *hit;
    while ((hit = memmem(at, (size_t)(end - at), folder, len))) {
        text_add(&clean, at, (size_t)(hit - at));
        text_add(&clean, "{dir}", 5);
        at = hit + len;
    }
    text_add(&clean, at, (size_t)(end - at));
    text_free(text);
    *text = clean;
}

/* Puts `{addr}` for the number in ` at 0x7f0123456789`, as the reprs of objects have it. */
static void hide_addresses(Text *text) {
    static const char mark[] = " at 0x";
    enum { MARK = sizeof mark - 1, SHORTEST = 6 };
    Text clean = {0};
    const char *at = text->data, *end = at + text->len, *hit;
    while ((hit = memmem(at, (size_t)(end - at), mark, MARK))) {
        size_t digits = strspn(hit + MARK, "0123456789abcdef");
        text_add(&clean, at, (size_t)(hit - at));
        if (digits >= SHORTEST)
            text_add(&clean, " at {addr}", 10);
        else
            text_add(&clean, hit, MARK + digits);
        at = hit + MARK + digits;
    }
    text_add(&clean, at, (size_t)(end - at));
    text_free(text);
    *text = clean;
}

static void add_diff_line(Text *report, char sign, const char *line, size_t len) {
    text_printf(report, "    %c ", sign);
    for (size_t i = 0; i < len && i < DIFF_WIDTH; i++) {
        unsigned char c = (unsigned char)line[i];
        if ((c < ' ' && c != '\t') || c == 127)
            text_printf(report, "\\x%02x", c);
        else
            text_add(report, line + i, 1);
    }
    text_add(report, len > DIFF_WIDTH ? "...\n" : "\n", len > DIFF_WIDTH ? 4 : 1);
}

/* Skips the lines that both begin with, then shows a few of each side: enough to see what went wrong. */
static void add_diff(Text *report, const char *name, const Text *want, const Text *got) {
    const char *a = want->data, *a_end = a + want->len, *b = got->data, *b_end = b + got->len;
    int line = 1;
    while (a < a_end && b < b_end) {
        const char *a_eol = memchr(a, '\n', (size_t)(a_end - a)), *b_eol = memchr(b, '\n', (size_t)(b_end - b));
        if (!a_eol || !b_eol || a_eol - a != b_eol - b || memcmp(a, b, (size_t)(a_eol - a)) != 0)
            break;
        a = a_eol + 1;
        b = b_eol + 1;
        line++;
    }
    text_printf(report, "  %s differs at line %d\n", name, line);
    const char *at[2] = {a, b}, *end[2] = {a_end, b_end};
    for (int side = 0; side < 2; side++) {
        for (int i = 0; i < DIFF_LINES && at[side] < end[side]; i++) {
            const char *eol = memchr(at[side], '\n', (size_t)(end[side] - at[side]));
            if (!eol) {
                add_diff_line(report, "-+"[side], at[side], (size_t)(end[side] - at[side]));
                text_printf(report, "    \\ no newline at the end\n");
                break;
            }
            add_diff_line(report, "-+"[side], at[side], (size_t)(eol - at[side]));
            at[side] = eol + 1;
        }
    }
}

static void judge_job(const Run *run, Job *job, int status) {
    Test *test = job->test;
    Text want_out = {0}, want_err = {0}, want_exit = {0};
    read_beside(test->stem, ".out", &want_out);
    bool has_err = read_beside(test->stem, ".err", &want_err);
    int expected = has_err ? 1 : 0;
    if (read_beside(test->stem, ".exit", &want_exit))
        expected = atoi(want_exit.data);
    if (!want_err.data)
        text_add(&want_err, "", 0);

    int code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status); /* as a shell tells it */
    if (job->killed)
        text_printf(&test->report, "  %s, killed after %.1f s\n", job->killed, now() - job->started);
    else if (code != expected && WIFSIGNALED(status))
        text_printf(&test->report, "  died of signal %d (%s)\n", WTERMSIG(status), strsignal(WTERMSIG(status)));
    else if (code != expected)
        text_printf(&test->report, "  exit status %d, expected %d\n", code, expected);
    const Text *want[2] = {&want_out, &want_err};
    for (int i = 0; i < 2; i++) {
        hide_folder(test, &job->got[i]);
        hide_addresses(&job->got[i]);
    }
    for (int i = 0; i < 2; i++)
        if (want[i]->len != job->got[i].len || memcmp(want[i]->data, job->got[i].data, want[i]->len) != 0)
            add_diff(&test->report, i ? "stderr" : "stdout", want[i], &job->got[i]);

    test->seconds = now() - job->started;
    test->state = test->report.len ? TEST_FAILED : TEST_PASSED;
    if (test->state == TEST_FAILED)
        printf("FAIL %s\n%s", test->stem, test->report.data);
    else if (run->verbose)
        printf("ok   %s (%.2f s)\n", test->stem, test->seconds);
    fflush(stdout);
    for (int i = 0; i < 2; i++)
        text_free(&job->got[i]);
    text_free(&want_out);
    text_free(&want_err);
    text_free(&want_exit);
}

/* Both pipes are closed, or the group was killed: collect the child. A child that closed its pipes but lives on is given until its
 * deadline, then killed. Returns false while it still runs. */
static bool finish_job(const Run *run, Job *job) {
    if (!job->killed && (job->fds[0] >= 0 || job->fds[1] >= 0))
        return false;
    int status;
    pid_t pid = waitpid(job->pid, &status, job->killed ? 0 : WNOHANG);
    if (pid == 0)
        return false;
    if (pid < 0)
        die("waitpid: %s", strerror(errno));
    kill(-job->pid, SIGKILL); /* whatever it left behind */
    for (int i = 0; i < 2; i++)
        if (job->fds[i] >= 0)
            close(job->fds[i]);
    judge_job(run, job, status);
    job->test = NULL;
    return true;
}

static void run_tests(Run *run) {
    Job jobs[MAX_JOBS] = {0};
    size_t next = 0, done = 0;
    while (done < run->count) {
        struct pollfd fds[2 * MAX_JOBS];
        int count = 0;
        double wake = now() + 1;
        bool lingering = false;
        for (int i = 0; i < run->jobs; i++) {
            Job *job = &jobs[i];
            if (!job->test && next < run->count)
                start_job(run, job, &run->tests[next++]);
            if (!job->test)
                continue;
            lingering |= job->fds[0] < 0 && job->fds[1] < 0;
            if (job->deadline < wake)
                wake = job->deadline;
            for (int j = 0; j < 2; j++)
                if (job->fds[j] >= 0)
                    fds[count++] = (struct pollfd){.fd = job->fds[j], .events = POLLIN};
        }
        double wait = wake - now();
        poll(fds, (nfds_t)count, lingering ? 2 : wait > 0 ? (int)(wait * 1000) + 1 : 0);
        for (int i = 0; i < run->jobs; i++) {
            Job *job = &jobs[i];
            if (!job->test)
                continue;
            for (int k = 0; k < count; k++)
                for (int j = 0; j < 2; j++)
                    if (fds[k].fd == job->fds[j] && fds[k].revents)
                        read_output(job, j);
            if (now() > job->deadline)
                kill_job(job, "timed out");
            done += finish_job(run, job);
        }
    }
}

/* What depends on time may fail on a busy machine: up to MAX_RETRIES failed tests are run once more, each alone. They are named, whatever comes of it. */
static void retry_alone(Run *run) {
    enum { MAX_RETRIES = 8 };
    size_t failed = 0;
    for (size_t i = 0; i < run->count; i++)
        failed += run->tests[i].state == TEST_FAILED;
    if (failed > MAX_RETRIES)
        return;
    for (size_t i = 0; i < run->count; i++) {
        Test *test = &run->tests[i];
        if (test->state != TEST_FAILED)
            continue;
        text_free(&test->report);
        Run alone = *run;
        alone.tests = test;
        alone.count = 1;
        alone.jobs = 1;
        run_tests(&alone);
        printf("%s %s when run alone\n", test->stem, test->state == TEST_FAILED ? "fails, too," : "passes");
    }
}

static void usage(void) {
    fputs("usage: run [-j N] [-v] [-k substring] [--light] [--retry] [--timeout seconds] [--moray path] folder-or-script...\n", stderr);
    exit(2);
}

int main(int argc, char **argv) {
    Run run = {.moray = "build/moray", .timeout = 20};
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    run.jobs = cores > 0 ? (int)cores : 1;
    int i = 1;
    for (; i < argc && argv[i][0] == '-'; i++) {
        const char *option = argv[i], *value = NULL;
        if (strcmp(option, "-v") == 0) {
            run.verbose = true;
            continue;
        }
        if (strcmp(option, "--light") == 0) {
            run.light = true;
            continue;
        }
        if (strcmp(option, "--retry") == 0) {
            run.retry = true;
            continue;
        }
        if (strncmp(option, "-j", 2) == 0 && isdigit((unsigned char)option[2]))
            value = option + 2;
        else if (++i == argc)
            usage();
        else
            value = argv[i];
        if (strncmp(option, "-j", 2) == 0)
            run.jobs = atoi(value);
        else if (strcmp(option, "-k") == 0)
            run.filter = value;
        else if (strcmp(option, "--timeout") == 0)
            run.timeout = atof(value);
        else if (strcmp(option, "--moray") == 0)
            run.moray = value;
        else
            usage();
    }
    if (i == argc)
        usage();
    if (run.jobs < 1)
        run.jobs = 1;
    if (run.jobs > MAX_JOBS)
        run.jobs = MAX_JOBS;
    char *moray = realpath(run.moray, NULL); /* the scripts run in their own folders */
    if (!moray)
        die("%s: %s", run.moray, strerror(errno));
    run.moray = moray;
    signal(SIGPIPE, SIG_IGN);

    for (; i < argc; i++)
        find_tests(&run, argv[i]);
    if (run.count)
        qsort(run.tests, run.count, sizeof *run.tests, compare_tests);
    run_tests(&run);
    if (run.retry)
        retry_alone(&run);

    size_t failed = 0;
    for (size_t k = 0; k < run.count; k++) {
        failed += run.tests[k].state == TEST_FAILED;
        free(run.tests[k].stem);
        text_free(&run.tests[k].report);
    }
    free(run.tests);
    free(moray);
    printf("%zu passed, %zu failed\n", run.count - failed, failed);
    return failed ? 1 : 0;
}
