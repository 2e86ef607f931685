/* Brackets: what is open, what may close it, and where the fields of f-strings end. */
#include "lexer/scan.h"

bool mr_scan_open(MrScan *s, MrTokenKind kind) {
    if (s->bracket_count >= MR_SCAN_BRACKETS) return mr_scan_fail(s, "too many nested parentheses");
    s->brackets[s->bracket_count++] = (MrScanBracket){
        .open = s->at[-1],
        .line = s->line,
        .col = (int)(s->token_start - s->token_line_start),
    };
    MrScanFstring *f = mr_scan_fstring(s);
    if (f) f->depth++;
    return mr_scan_emit(s, kind);
}

static bool is_pair(char open, char close) {
    return (open == '(' && close == ')') || (open == '[' && close == ']') || (open == '{' && close == '}');
}

bool mr_scan_close(MrScan *s, MrTokenKind kind) {
    char close = s->at[-1];
    MrScanFstring *f = mr_scan_fstring(s);
    if (f && f->depth == 0 && close == '}') return mr_scan_fail(s, "f-string: single '}' is not allowed");
    if (s->bracket_count == 0) return mr_scan_fail(s, "unmatched '%c'", close);
    const MrScanBracket *open = &s->brackets[--s->bracket_count];
    if (!is_pair(open->open, close)) {
        if (f && open->open == '{' && f->depth - 1 == f->field) return mr_scan_fail(s, "f-string: unmatched '%c'", close);
        if (open->line != s->line)
            return mr_scan_fail(s, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", close,
                                open->open, open->line);
        return mr_scan_fail(s, "closing parenthesis '%c' does not match opening parenthesis '%c'", close, open->open);
    }
    if (f) {
        f->depth--;
        if (close == '}' && f->depth == f->field) {
            f->field--;
            f->in_text = true;
        }
    }
    return mr_scan_emit(s, kind);
}
