/* Tracebacks in colour. The text is what an uncaught exception prints; what its lines are is told by their looks. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/session.h"

#define FILE_ON "\033[35m"
#define NAME_ON "\033[1m"
#define TYPE_ON "\033[1;31m"
#define MARK_ON "\033[1;31m"
#define TEXT_ON "\033[31m"
#define OFF "\033[0m"

/* Leading blanks and the bars that groups of exceptions have at their left. */
static size_t margin(const char *line, size_t n)
{
    size_t i = 0;
    while (i < n && (line[i] == ' ' || line[i] == '|' || line[i] == '+'))
        i++;
    return i;
}

/* `File "x", line 3, in f`: the file, the number and the name stand out. */
static void put_place(FILE *f, const char *s, size_t n)
{
    const char *quote = memrchr(s + 6, '"', n - 6), *line = quote ? memmem(quote, n - (size_t)(quote - s), "line ", 5) : NULL;
    if (!line) {
        fwrite(s, 1, n, f);
        return;
    }
    size_t digits = strspn(line + 5, "0123456789");
    const char *rest = line + 5 + digits, *in = memmem(rest, n - (size_t)(rest - s), ", in ", 5);
    fprintf(f, "File " FILE_ON "%.*s" OFF ", line " FILE_ON "%.*s" OFF, (int)(quote + 1 - (s + 5)), s + 5, (int)digits, line + 5);
    if (in)
        fprintf(f, ", in " NAME_ON "%.*s" OFF, (int)(n - (size_t)(in + 5 - s)), in + 5);
    else
        fwrite(rest, 1, n - (size_t)(rest - s), f);
}

static bool all_marks(const char *s, size_t n) { return n > 0 && strspn(s, "^~ ") >= n; }

/* "ValueError: text" or "module.Error": a dotted name up to a colon or the end. */
static size_t type_length(const char *s, size_t n)
{
    size_t i = 0;
    while (i < n && (s[i] == '_' || s[i] == '.' || (s[i] >= '0' && s[i] <= '9') || (s[i] >= 'a' && s[i] <= 'z') || (s[i] >= 'A' && s[i] <= 'Z') || (unsigned char)s[i] >= 0x80))
        i++;
    return i == n || s[i] == ':' ? i : 0;
}

static bool is_helper(const char *s, size_t n) { return n > 16 && (!strncmp(s, "File \"<frozen _prompt>\"", 23) || !strncmp(s, "File \"<prompt>\"", 15)); }

char *mr_traceback_colored(const char *text)
{
    char *out = NULL;
    size_t length = 0;
    FILE *f = open_memstream(&out, &length);
    bool in_place = false, skipping = false;
    if (!f)
        return NULL;
    while (*text) {
        size_t n = strcspn(text, "\n"), lead = margin(text, n), rest = n - lead, type;
        const char *s = text + lead;
        bool place = rest > 6 && !strncmp(s, "File \"", 6);
        skipping = place ? is_helper(s, rest) : skipping && lead >= 4;
        if (!skipping) {
            fwrite(text, 1, lead, f);
            if (place)
                put_place(f, s, rest);
            else if (in_place && all_marks(s, rest))
                fprintf(f, MARK_ON "%.*s" OFF, (int)rest, s);
            else if ((type = lead < 4 || !in_place ? type_length(s, rest) : 0) > 0)
                fprintf(f, TYPE_ON "%.*s" OFF TEXT_ON "%.*s" OFF, (int)type, s, (int)(rest - type), s + type);
            else
                fwrite(s, 1, rest, f);
            if (text[n])
                putc('\n', f);
        }
        in_place = place || (in_place && lead >= 4);
        text += n + (text[n] == '\n');
    }
    if (fclose(f)) {
        free(out);
        return NULL;
    }
    return out;
}
