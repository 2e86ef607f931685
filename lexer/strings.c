/* Strings and the literal text of f-strings: where they end. Their values are decoded in literals.c. */
#include "lexer/scan.h"

#include <string.h>

/* Moves the reading position back to the start of a literal that has no end, where its error is shown. */
static void return_to(MrScan *s, const char *start, int line, const char *line_start) {
    s->at = start + 1;
    s->line = line;
    s->line_start = line_start;
}

/* Reads the second and third quote of an opening triple quote; gives 1 or 3. */
static uint8_t take_opening(MrScan *s, char quote) {
    if (s->at[0] != quote || s->at[1] != quote) return 1;
    s->at += 2;
    return 3;
}

static bool ends_here(const MrScan *s, char quote, int quote_size) {
    return s->at[0] == quote && (quote_size == 1 || (s->at[1] == quote && s->at[2] == quote));
}

static bool fail_unterminated(MrScan *s, char quote, uint8_t quote_size) {
    bool at_end = !*s->at;
    int last_line = s->line;
    return_to(s, s->token_start, s->token_line, s->token_line_start);
    const MrScanFstring *f = mr_scan_fstring(s);
    if (f && f->quote == quote && f->quote_size == quote_size) return mr_scan_fail(s, "f-string: expecting '}'");
    if (quote_size == 1) return mr_scan_fail(s, "unterminated string literal (detected at line %d)", last_line);
    s->incomplete = at_end;
    return mr_scan_fail(s, "unterminated triple-quoted string literal (detected at line %d)", last_line);
}

bool mr_scan_string(MrScan *s) {
    char quote = s->at[-1];
    uint8_t quote_size = take_opening(s, quote);
    while (!ends_here(s, quote, quote_size)) {
        if (*s->at == '\\' && s->at[1]) s->at++;
        else if (!*s->at || (*s->at == '\n' && quote_size == 1)) return fail_unterminated(s, quote, quote_size);
        if (*s->at == '\n')
            mr_scan_newline(s);
        else
            s->at++;
    }
    s->at += quote_size;
    return mr_scan_emit(s, TOK_STRING);
}

bool mr_scan_fstring_start(MrScan *s) {
    if (s->fstring_count >= MR_SCAN_FSTRINGS) return mr_scan_fail(s, "too many nested f-strings");
    char quote = s->at[-1];
    char first = s->token_start[0], second = s->token_start[1];
    s->fstrings[s->fstring_count++] = (MrScanFstring){
        .start = s->token_start,
        .line = s->token_line,
        .line_start = s->token_line_start,
        .quote = quote,
        .quote_size = take_opening(s, quote),
        .raw = first == 'r' || first == 'R' || second == 'r' || second == 'R',
        .in_text = true,
        .depth = 0,
        .field = -1,
    };
    return mr_scan_emit(s, TOK_FSTRING_START);
}

static bool fail_unterminated_fstring(MrScan *s, const MrScanFstring *f) {
    bool at_end = !*s->at;
    int last_line = s->line;
    return_to(s, f->start, f->line, f->line_start);
    if (f->quote_size == 1) return mr_scan_fail(s, "unterminated f-string literal (detected at line %d)", last_line);
    s->incomplete = at_end;
    return mr_scan_fail(s, "unterminated triple-quoted f-string literal (detected at line %d)", last_line);
}

/* Appends the text read so far, if there is any, and leaves text mode with `at` before a brace or newline. */
static bool leave_text(MrScan *s, MrScanFstring *f) {
    f->in_text = false;
    return s->at == s->token_start || mr_scan_emit(s, TOK_FSTRING_MIDDLE);
}

bool mr_scan_fstring_text(MrScan *s) {
    MrScanFstring *f = mr_scan_fstring(s);
    bool in_spec = f->field >= 0;
    bool in_name = false; /* between \N{ and } */
    mr_scan_begin(s);
    while (!ends_here(s, f->quote, f->quote_size)) {
        char c = *s->at;
        if (!c || (c == '\n' && f->quote_size == 1)) {
            if (in_spec && f->quote_size == 1) return leave_text(s, f);
            return fail_unterminated_fstring(s, f);
        }
        if (c == '\n') {
            mr_scan_newline(s);
        } else if (c == '{') {
            if (s->at[1] != '{' || in_spec) {
                if (++f->field >= MR_SCAN_FIELD_NESTING)
                    return mr_scan_fail(s, "f-string: expressions nested too deeply");
                return leave_text(s, f);
            }
            s->at += 2;
        } else if (c == '}') {
            if (in_name) {
                in_name = false;
                s->at++;
            } else if (s->at[1] == '}' && !in_spec && f->depth == 0) {
                s->at += 2;
            } else {
                return leave_text(s, f);
            }
        } else if (c == '\\') {
            char next = *++s->at;
            if (next == '\n') {
                mr_scan_newline(s);
            } else if (next == 'N' && s->at[1] == '{' && !f->raw) {
                in_name = true;
                s->at += 2;
            } else if (next == '{' || next == '}') {
                if (!f->raw) {
                    int col = (int)(s->at - s->line_start);
                    mr_diag_warn(s->diag, MR_WARN_TOKEN, (MrSpan){s->line, col, s->line, col}, "invalid escape sequence '\\%c'", next);
                }
            } else if (next) {
                s->at++;
            }
        } else {
            s->at++;
        }
    }
    if (s->at > s->token_start && !mr_scan_emit(s, TOK_FSTRING_MIDDLE)) return false;
    mr_scan_begin(s);
    s->at += f->quote_size;
    s->fstring_count--;
    return mr_scan_emit(s, TOK_FSTRING_END);
}
