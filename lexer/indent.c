/* Indentation and the joining of lines by a backslash.
 *
 * Each line's width is measured twice, with tabs to multiples of 8 and with tabs as one column; lines whose order differs
 * between the two measures mix tabs and spaces inconsistently (TabError). A form feed restarts the measure. */
#include "lexer/scan.h"

static bool fail_tabs(MrScan *s) {
    return mr_scan_fail_span(s, MR_DIAG_TAB_ERROR, MR_LEX_WEAK, (MrSpan){s->line, 0, s->line, MR_DIAG_NO_COL}, false,
                             "inconsistent use of tabs and spaces in indentation");
}

static bool fail_dedent(MrScan *s) {
    size_t length;
    mr_source_line(s->source, s->line, &length);
    return mr_scan_fail_span(s, MR_DIAG_INDENTATION_ERROR, MR_LEX_WEAK,
                             (MrSpan){s->line, (int)length, s->line, MR_DIAG_LINE_END}, false,
                             "unindent does not match any outer indentation level");
}

bool mr_scan_continuation(MrScan *s) {
    s->at++;
    if (*s->at && *s->at != '\n') {
        s->diag->joined_columns = true;
        return mr_scan_fail_span(s, MR_DIAG_SYNTAX_ERROR, MR_LEX_WEAK,
                                 (MrSpan){s->line, (int)(s->at - s->line_start), s->line, MR_DIAG_NO_COL}, false,
                                 "unexpected character after line continuation character");
    }
    if (*s->at == '\n') mr_scan_newline(s);
    if (s->at < s->end) return true;
    if (s->bracket_count) return mr_scan_fail_unclosed(s);
    size_t length;
    mr_source_line(s->source, s->line, &length);
    s->incomplete = true;
    return mr_scan_fail_span(s, MR_DIAG_SYNTAX_ERROR, MR_LEX_WEAK,
                             (MrSpan){s->line, (int)length, s->line, MR_DIAG_LINE_END}, false,
                             "unexpected EOF while parsing");
}

/* Appends the INDENT or DEDENT tokens that lead from the current level to the given width. */
static bool change_level(MrScan *s, int column, int alternate) {
    if (column == s->indents[s->indent_count - 1].column)
        return alternate == s->indents[s->indent_count - 1].alternate || fail_tabs(s);
    if (column > s->indents[s->indent_count - 1].column) {
        if (s->indent_count >= MR_SCAN_INDENTS)
            return mr_scan_fail_span(s, MR_DIAG_INDENTATION_ERROR, MR_LEX_WEAK,
                                     (MrSpan){s->line, 0, s->line, MR_DIAG_NO_COL}, false,
                                     "too many levels of indentation");
        if (alternate <= s->indents[s->indent_count - 1].alternate) return fail_tabs(s);
        s->indents[s->indent_count].column = column;
        s->indents[s->indent_count].alternate = alternate;
        s->indent_count++;
        mr_scan_begin(s);
        s->token_start = s->token_line_start;
        return mr_scan_emit(s, TOK_INDENT);
    }
    int level = s->indent_count;
    while (level > 1 && column < s->indents[level - 1].column) level--;
    if (column != s->indents[level - 1].column) return fail_dedent(s);
    if (alternate != s->indents[level - 1].alternate) return fail_tabs(s);
    mr_scan_begin(s);
    for (; s->indent_count > level; s->indent_count--)
        if (!mr_scan_emit(s, TOK_DEDENT)) return false;
    return true;
}

bool mr_scan_indentation(MrScan *s) {
    for (;;) {
        int column = 0, alternate = 0, joined = 0;
        for (;; s->at++) {
            if (*s->at == ' ') {
                column++;
                alternate++;
            } else if (*s->at == '\t') {
                column = (column / 8 + 1) * 8;
                alternate++;
            } else if (*s->at == '\f') {
                column = alternate = 0;
            } else if (*s->at == '\\') {
                /* The indentation of the first of several joined lines is the one that counts. */
                if (!joined) joined = column;
                if (!mr_scan_continuation(s)) return false;
                s->at--;
            } else {
                break;
            }
        }
        if (*s->at == '#')
            while (*s->at && *s->at != '\n') s->at++;
        if (!*s->at) return true;
        if (*s->at == '\n') {
            mr_scan_newline(s);
            continue;
        }
        return change_level(s, joined ? joined : column, joined ? joined : alternate);
    }
}
