/* Loading of source text: encoding, checks, line table. See source.h.
 *
 * The steps are CPython's for a file: BOM, coding cookie in the first two lines (PEP 263), then the whole text must
 * decode. Errors that come before there is a line to show are marked `at_source`. */
#include "base/source.h"

#include <stdlib.h>
#include <string.h>
#include "base/diag.h"
#include "base/utf8.h"

typedef enum Encoding { ENCODING_UTF8, ENCODING_LATIN1, ENCODING_ASCII, ENCODING_UNKNOWN } Encoding;

enum { COOKIE_MAX = 64 };

static bool is_cookie_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

/* Looks for `coding[:=] name` in the comment of one line. *only_comment: the next line may hold the cookie too. */
static bool find_cookie_in_line(const char *line, const char *end, char cookie[COOKIE_MAX], bool *only_comment) {
    const char *at = line;
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\f')) at++;
    *only_comment = at == end || *at == '#' || *at == '\r';
    if (at == end || *at != '#') return false;
    for (; at + 7 <= end; at++) {
        if (memcmp(at, "coding", 6) || (at[6] != ':' && at[6] != '=')) continue;
        const char *name = at + 7;
        while (name < end && (*name == ' ' || *name == '\t')) name++;
        const char *stop = name;
        while (stop < end && is_cookie_char(*stop)) stop++;
        if (stop == name) continue;
        size_t size = (size_t)(stop - name) < COOKIE_MAX - 1 ? (size_t)(stop - name) : COOKIE_MAX - 1;
        memcpy(cookie, name, size);
        cookie[size] = 0;
        return true;
    }
    return false;
}

static bool find_cookie(const char *text, size_t length, char cookie[COOKIE_MAX]) {
    const char *end = text + length;
    for (int line = 0; line < 2 && text < end; line++) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        const char *line_end = stop ? stop : end;
        bool only_comment;
        if (find_cookie_in_line(text, line_end, cookie, &only_comment)) return true;
        if (!only_comment || !stop) return false;
        text = stop + 1;
    }
    return false;
}

/* Normalises the cookie in place as CPython does (lower case, - for _) and tells which encoding it names. */
static Encoding name_encoding(char cookie[COOKIE_MAX]) {
    char name[COOKIE_MAX];
    size_t i = 0;
    for (; cookie[i]; i++) {
        bool upper = cookie[i] >= 'A' && cookie[i] <= 'Z';
        name[i] = cookie[i] == '_' ? '-' : upper ? (char)(cookie[i] + 32) : cookie[i];
    }
    name[i] = 0;
    if (!strcmp(name, "utf-8") || !strncmp(name, "utf-8-", 6)) {
        strcpy(cookie, "utf-8");
        return ENCODING_UTF8;
    }
    if (!strcmp(name, "utf8") || !strcmp(name, "u8")) return ENCODING_UTF8;
    static const char latin[][12] = {"latin-1", "iso-8859-1", "iso-latin-1"};
    for (size_t k = 0; k < sizeof latin / sizeof *latin; k++) {
        size_t size = strlen(latin[k]);
        if (!strncmp(name, latin[k], size) && (!name[size] || name[size] == '-')) {
            strcpy(cookie, "iso-8859-1");
            return ENCODING_LATIN1;
        }
    }
    if (!strcmp(name, "latin1") || !strcmp(name, "l1") || !strcmp(name, "iso8859-1")) return ENCODING_LATIN1;
    if (!strcmp(name, "ascii") || !strcmp(name, "us-ascii")) return ENCODING_ASCII;
    return ENCODING_UNKNOWN;
}

/* Copies text with \r\n and \r turned into \n, decoding Latin-1 on the way when asked. NULL when memory is out. */
static char *copy_text(const char *bytes, size_t length, bool latin1, size_t *result_length) {
    char *text = malloc((latin1 ? 2 * length : length) + 1);
    if (!text) return NULL;
    char *out = text;
    for (size_t i = 0; i < length; i++) {
        char c = bytes[i];
        if (c == '\r') {
            c = '\n';
            if (i + 1 < length && bytes[i + 1] == '\n') i++;
        }
        if (latin1)
            out += mr_utf8_encode((unsigned char)c, out);
        else
            *out++ = c;
    }
    *out = 0;
    *result_length = (size_t)(out - text);
    return text;
}

static bool build_lines(MrSource *source) {
    size_t count = 1;
    const char *end = source->text + source->length;
    for (const char *at = source->text; (at = memchr(at, '\n', (size_t)(end - at))); at++) count++;
    if (count > 1 && end[-1] == '\n') count--;
    source->lines = malloc((count + 1) * sizeof *source->lines);
    if (!source->lines) return false;
    source->line_count = (int)count;
    source->lines[0] = 0;
    const char *at = source->text;
    for (size_t i = 1; i < count; i++) {
        at = (const char *)memchr(at, '\n', (size_t)(end - at)) + 1;
        source->lines[i] = (uint32_t)(at - source->text);
    }
    source->lines[count] = (uint32_t)source->length;
    return true;
}

static bool fail_at_source(MrDiag *diag, bool shown) {
    if (diag->kind == MR_DIAG_SYNTAX_ERROR) diag->at_source = !shown;
    return false;
}

/* Reports the malformed byte at `offset` of the loaded text. */
static bool fail_utf8(MrSource *source, MrDiag *diag, size_t offset, bool declared) {
    int line = mr_source_line_at(source, offset);
    size_t column = offset - source->lines[line - 1];
    unsigned byte = (unsigned char)source->text[offset];
    if (!declared) {
        mr_diag_set(diag, MR_DIAG_SYNTAX_ERROR, (MrSpan){line, MR_DIAG_NO_COL, 0, 0},
                    "Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding declared; "
                    "see https://peps.python.org/pep-0263/ for details",
                    byte, source->filename, line);
        return fail_at_source(diag, false);
    }
    size_t bad;
    const char *reason = mr_utf8_explain(source->text, source->length, offset, &bad);
    if (bad > 1)
        mr_diag_set(diag, MR_DIAG_SYNTAX_ERROR, (MrSpan){line, MR_DIAG_NO_COL, 0, 0},
                    "(unicode error) 'utf-8' codec can't decode bytes in position %zu-%zu: %s", column,
                    column + bad - 1, reason);
    else
        mr_diag_set(diag, MR_DIAG_SYNTAX_ERROR, (MrSpan){line, MR_DIAG_NO_COL, 0, 0},
                    "(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %zu: %s", byte, column, reason);
    return fail_at_source(diag, true);
}

bool mr_source_init(MrSource *source, const char *filename, const char *bytes, size_t length, bool from_str,
                    MrDiag *diag) {
    *source = (MrSource){.filename = strdup(filename)};
    if (!source->filename || length > INT32_MAX / 2) return mr_diag_set_memory(diag);
    MrSpan nowhere = {0, MR_DIAG_NO_COL, 0, 0};
    bool bom = !from_str && length >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3);
    if (bom) {
        bytes += 3;
        length -= 3;
    }
    char cookie[COOKIE_MAX];
    Encoding encoding = ENCODING_UTF8;
    bool declared = !from_str && find_cookie(bytes, length, cookie);
    if (declared) {
        encoding = name_encoding(cookie);
        if (bom && encoding != ENCODING_UTF8) {
            mr_diag_set(diag, MR_DIAG_SYNTAX_ERROR, nowhere, "encoding problem: %s with BOM", cookie);
            return fail_at_source(diag, false);
        }
        if (encoding == ENCODING_UNKNOWN || (encoding == ENCODING_ASCII && !mr_utf8_is_ascii(bytes, length))) {
            mr_diag_set(diag, MR_DIAG_SYNTAX_ERROR, nowhere, "encoding problem: %s", cookie);
            return fail_at_source(diag, false);
        }
    }
    source->char_columns = from_str || bom || declared;
    source->text = copy_text(bytes, length, encoding == ENCODING_LATIN1, &source->length);
    if (!source->text || !build_lines(source)) return mr_diag_set_memory(diag);
    const char *nul = memchr(source->text, 0, source->length);
    size_t bad = mr_utf8_validate(source->text, source->length, false);
    if (nul && (size_t)(nul - source->text) < bad) {
        if (from_str) {
            mr_diag_set(diag, MR_DIAG_SYNTAX_ERROR, nowhere, "source code string cannot contain null bytes");
            return fail_at_source(diag, false);
        }
        int line = mr_source_line_at(source, (size_t)(nul - source->text));
        mr_diag_set(diag, MR_DIAG_SYNTAX_ERROR, (MrSpan){line, MR_DIAG_NO_COL, 0, 0},
                    "source code cannot contain null bytes");
        return fail_at_source(diag, true);
    }
    return bad == source->length || fail_utf8(source, diag, bad, declared || bom || from_str);
}

void mr_source_fini(MrSource *source) {
    free(source->filename);
    free(source->text);
    free(source->lines);
    *source = (MrSource){0};
}

const char *mr_source_line(const MrSource *source, int line, size_t *length) {
    *length = 0;
    if (line < 1 || line > source->line_count) return NULL;
    const char *start = source->text + source->lines[line - 1];
    const char *end = source->text + source->lines[line];
    if (end > start && end[-1] == '\n') end--;
    *length = (size_t)(end - start);
    return start;
}

int mr_source_line_at(const MrSource *source, size_t offset) {
    int low = 0, high = source->line_count - 1;
    while (low < high) {
        int middle = (low + high + 1) / 2;
        if (source->lines[middle] <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low + 1;
}
