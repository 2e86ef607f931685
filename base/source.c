/* Loading of source text: encoding, checks, line table. See source.h.
 *
 * The steps are CPython's for a file: BOM, coding cookie in the first two lines (PEP 263), then the whole text must
 * decode. Errors that come before there is a line to show are marked `at_source`. */
#include "base/source.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/diag.h"
#include "base/utf8.h"

typedef enum Encoding { ENCODING_UTF8, ENCODING_LATIN1, ENCODING_ASCII, ENCODING_UNKNOWN } Encoding;

static bool is_cookie_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

/* Looks for `coding[:=] name` in the comment of one line. *only_comment: the next line may hold the cookie too. */
static bool find_cookie_in_line(const char *line, const char *end, char cookie[MR_SOURCE_COOKIE_MAX], bool *only_comment) {
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
        size_t size = (size_t)(stop - name) < MR_SOURCE_COOKIE_MAX - 1 ? (size_t)(stop - name) : MR_SOURCE_COOKIE_MAX - 1;
        memcpy(cookie, name, size);
        cookie[size] = 0;
        return true;
    }
    return false;
}

static bool find_cookie(const char *text, size_t length, char cookie[MR_SOURCE_COOKIE_MAX]) {
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
static Encoding name_encoding(char cookie[MR_SOURCE_COOKIE_MAX]) {
    char name[MR_SOURCE_COOKIE_MAX];
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

static bool is_quote(char c) { return c == '"' || c == '\''; }
static bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (unsigned char)c >= 0x80;
}

/* A token of text that need not be well-formed, as far as it matters to what a malformed byte is in. */
typedef struct RawToken {
    enum { RAW_OTHER, RAW_NAME, RAW_COMMENT, RAW_STRING } kind;
    size_t start, body, body_end, end;
} RawToken;

static RawToken next_raw_token(const char *text, size_t length, size_t at) {
    RawToken token = {RAW_OTHER, at, at, at + 1, at + 1};
    size_t i = at;
    if (text[i] == '#') {
        while (i < length && text[i] != '\n') i++;
        return (RawToken){RAW_COMMENT, at, at, i, i};
    }
    while (i < length && is_name_byte(text[i])) i++;
    if (i == length || !is_quote(text[i]) || i - at > 2) {
        if (i > at) token = (RawToken){RAW_NAME, at, at, i, i};
        return token;
    }
    char quote = text[i];
    size_t quotes = i + 2 < length && text[i + 1] == quote && text[i + 2] == quote ? 3 : 1;
    token.kind = RAW_STRING;
    token.body = i += quotes;
    for (; i < length; i++) {
        if (text[i] == '\\')
            i++;
        else if (quotes == 1 && text[i] == '\n')
            break;
        else if (text[i] == quote && (quotes == 1 || (i + 2 < length && text[i + 1] == quote && text[i + 2] == quote)))
            break;
    }
    if (i > length) i = length;
    token.body_end = i;
    token.end = i + quotes < length ? i + quotes : length;
    return token;
}

/* Reports malformed UTF-8 in a token, with positions that count from the token. */
static bool fail_in_token(MrSource *source, MrDiag *diag, const RawToken *token, size_t offset) {
    size_t shown = token->kind == RAW_STRING ? token->start : offset, bad;
    int line = mr_source_line_at(source, shown), end_line = mr_source_line_at(source, token->end);
    MrSpan span = {line, (int)(shown - source->lines[line - 1]), end_line, (int)(token->end - source->lines[end_line - 1])};
    if (token->kind != RAW_STRING) span.end_line = line, span.end_col = MR_DIAG_LINE_END;
    const char *reason = mr_utf8_explain(source->text + token->body, token->body_end - token->body, offset - token->body, &bad);
    size_t position = offset - token->body;
    if (bad > 1)
        mr_diag_set(diag, MR_DIAG_SYNTAX_ERROR, span, "(unicode error) 'utf-8' codec can't decode bytes in position %zu-%zu: %s", position, position + bad - 1, reason);
    else
        mr_diag_set(diag, MR_DIAG_SYNTAX_ERROR, span, "(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %zu: %s",
                    (unsigned char)source->text[offset], position, reason);
    return false;
}

/* The first malformed byte is at `offset`. In a comment such bytes do no harm and give way to question marks; true if all of them do. */
static bool settle_malformed(MrSource *source, MrDiag *diag, size_t offset) {
    for (size_t at = 0; offset < source->length;) {
        RawToken token = next_raw_token(source->text, source->length, at);
        at = token.end;
        if (offset >= at) continue;
        if (token.kind != RAW_COMMENT) return fail_in_token(source, diag, &token, offset);
        for (; offset < at; offset += mr_utf8_validate(source->text + offset, source->length - offset, false)) source->text[offset] = '?';
    }
    return true;
}

/* A program without a cookie: the line is read before anything is understood of it. */
static bool fail_undeclared(MrSource *source, MrDiag *diag, size_t offset) {
    int line = mr_source_line_at(source, offset);
    mr_diag_set(diag, MR_DIAG_SYNTAX_ERROR, (MrSpan){line, MR_DIAG_NO_COL, 0, 0},
                "Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding declared; "
                "see https://peps.python.org/pep-0263/ for details",
                (unsigned)(unsigned char)source->text[offset], source->filename, line);
    return fail_at_source(diag, false);
}

static bool fail_encoding(MrDiag *diag, MrSourceOrigin origin, const char *format, const char *cookie) {
    char message[2 * MR_SOURCE_COOKIE_MAX];
    snprintf(message, sizeof message, format, cookie);
    mr_diag_set(diag, MR_DIAG_SYNTAX_ERROR, (MrSpan){0, MR_DIAG_NO_COL, 0, 0}, "%s", message);
    diag->unplaced = origin == MR_SOURCE_BYTES;
    return fail_at_source(diag, false);
}

static bool skip_bom(const char **bytes, size_t *length) {
    if (*length < 3 || memcmp(*bytes, "\xEF\xBB\xBF", 3)) return false;
    *bytes += 3;
    *length -= 3;
    return true;
}

bool mr_source_foreign(const char *bytes, size_t length, char cookie[MR_SOURCE_COOKIE_MAX]) {
    if (skip_bom(&bytes, &length) || !find_cookie(bytes, length, cookie)) return false;
    Encoding encoding = name_encoding(cookie);
    return encoding == ENCODING_UNKNOWN || (encoding == ENCODING_ASCII && !mr_utf8_is_ascii(bytes, length));
}

bool mr_source_init(MrSource *source, const char *filename, const char *bytes, size_t length, MrSourceOrigin origin,
                    MrDiag *diag) {
    *source = (MrSource){.filename = strdup(filename)};
    if (!source->filename || length > INT32_MAX / 2) return mr_diag_set_memory(diag);
    bool from_str = origin == MR_SOURCE_STR;
    bool bom = !from_str && skip_bom(&bytes, &length);
    char cookie[MR_SOURCE_COOKIE_MAX];
    Encoding encoding = ENCODING_UTF8;
    bool declared = !from_str && find_cookie(bytes, length, cookie);
    if (declared) {
        encoding = name_encoding(cookie);
        if (bom && encoding != ENCODING_UTF8) return fail_encoding(diag, origin, "encoding problem: %s with BOM", cookie);
        if (encoding == ENCODING_UNKNOWN || (encoding == ENCODING_ASCII && !mr_utf8_is_ascii(bytes, length)))
            return fail_encoding(diag, origin, "encoding problem: %s", cookie);
    }
    source->char_columns = from_str || bom || declared;
    source->text = copy_text(bytes, length, encoding == ENCODING_LATIN1, &source->length);
    if (!source->text || !build_lines(source)) return mr_diag_set_memory(diag);
    const char *nul = memchr(source->text, 0, source->length);
    size_t bad = mr_utf8_validate(source->text, source->length, false);
    if (nul && (size_t)(nul - source->text) < bad) {
        int line = mr_source_line_at(source, (size_t)(nul - source->text));
        bool whole = origin != MR_SOURCE_PROGRAM;
        mr_diag_set(diag, MR_DIAG_SYNTAX_ERROR, (MrSpan){whole ? 0 : line, MR_DIAG_NO_COL, 0, 0},
                    whole ? "source code string cannot contain null bytes" : "source code cannot contain null bytes");
        return fail_at_source(diag, !whole);
    }
    if (bad == source->length) return true;
    return origin == MR_SOURCE_PROGRAM && !declared && !bom ? fail_undeclared(source, diag, bad) : settle_malformed(source, diag, bad);
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

bool mr_source_joins(const MrSource *source, int line) {
    size_t length;
    const char *text = mr_source_line(source, line, &length);
    return text && length && text[length - 1] == '\\' && !memchr(text, '#', length);
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
