/* Diagnostics and their rendering. See diag.h.
 *
 * The rendering follows what CPython 3.12's top level prints for a SyntaxError: the line without its leading blanks, and carets
 * counted by plain arithmetic on the offsets, even when the span ends on another line. */
#include "base/diag.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"

void mr_diag_init(MrDiag *diag) {
    *diag = (MrDiag){.kind = MR_DIAG_NONE, .col = MR_DIAG_NO_COL};
}

void mr_diag_fini(MrDiag *diag) {
    free(diag->owned);
    for (MrWarning *warning = diag->warnings; warning;) {
        MrWarning *next = warning->next;
        free(warning);
        warning = next;
    }
    mr_diag_init(diag);
}

void mr_diag_clear_error(MrDiag *diag) {
    free(diag->owned);
    MrWarning *warnings = diag->warnings, **tail = diag->warnings_tail;
    mr_diag_init(diag);
    diag->warnings = warnings;
    diag->warnings_tail = tail;
}

bool mr_diag_vset(MrDiag *diag, MrDiagKind kind, MrSpan span, const char *format, va_list arguments) {
    if (diag->kind != MR_DIAG_NONE) return false;
    MrBuf text = MR_BUF_EMPTY;
    mr_buf_vprintf(&text, format, arguments);
    diag->owned = mr_buf_steal(&text, NULL);
    if (!diag->owned) return mr_diag_set_memory(diag);
    diag->message = diag->owned;
    diag->kind = kind;
    diag->line = span.line;
    diag->col = span.col;
    diag->end_line = span.end_line;
    diag->end_col = span.end_col;
    return false;
}

bool mr_diag_set(MrDiag *diag, MrDiagKind kind, MrSpan span, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    mr_diag_vset(diag, kind, span, format, arguments);
    va_end(arguments);
    return false;
}

bool mr_diag_set_memory(MrDiag *diag) {
    if (diag->kind != MR_DIAG_NONE) return false;
    diag->kind = MR_DIAG_MEMORY_ERROR;
    diag->message = "";
    diag->line = 0;
    diag->col = MR_DIAG_NO_COL;
    return false;
}

void mr_diag_copy_error(MrDiag *to, const MrDiag *from) {
    if (from->kind == MR_DIAG_NONE || to == from) return;
    mr_diag_clear_error(to);
    MrSpan span = {from->line, from->col, from->end_line, from->end_col};
    mr_diag_set(to, from->kind, span, "%s", from->message);
    to->at_source = from->at_source;
    to->char_columns = from->char_columns;
    to->byte_columns = from->byte_columns;
    to->passed = from->passed;
    to->joined_columns = from->joined_columns;
}

void mr_diag_warn(MrDiag *diag, MrWarningKind kind, MrSpan span, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    MrBuf text = MR_BUF_EMPTY;
    mr_buf_vprintf(&text, format, arguments);
    va_end(arguments);
    MrWarning *warning = text.failed ? NULL : malloc(sizeof *warning + text.length + 1);
    if (warning) {
        *warning = (MrWarning){NULL, kind, span};
        memcpy(warning->message, text.data, text.length + 1);
        *(diag->warnings ? diag->warnings_tail : &diag->warnings) = warning;
        diag->warnings_tail = &warning->next;
    }
    mr_buf_fini(&text);
}

static bool is_before(const MrWarning *a, const MrWarning *b) {
    return a->span.line != b->span.line ? a->span.line < b->span.line : a->span.col < b->span.col;
}

void mr_diag_drop_warnings(MrDiag *diag, int line, int col) {
    MrWarning **link = &diag->warnings;
    while (*link) {
        MrWarning *w = *link;
        if (w->span.line < line || (w->span.line == line && w->span.col < col)) {
            link = &w->next;
            continue;
        }
        *link = w->next;
        free(w);
    }
    diag->warnings_tail = link;
}

static bool has_warning(const MrWarning *from, const MrWarning *end) {
    for (; from != end; from = from->next)
        if (from->kind == end->kind && !memcmp(&from->span, &end->span, sizeof from->span)) return true;
    return false;
}

void mr_diag_drop_repeated(MrDiag *diag) {
    MrWarning **link = &diag->warnings;
    while (*link) {
        MrWarning *w = *link;
        if (!has_warning(diag->warnings, w)) {
            link = &w->next;
            continue;
        }
        *link = w->next;
        free(w);
    }
    diag->warnings_tail = link;
}

void mr_diag_drop_since(MrDiag *diag, MrWarning **mark) {
    MrWarning *w = *mark;
    *mark = NULL;
    diag->warnings_tail = mark;
    while (w) {
        MrWarning *next = w->next;
        free(w);
        w = next;
    }
}

void mr_diag_merge_warnings(MrDiag *to, MrDiag *from) {
    MrWarning *a = to->warnings, *b = from->warnings, **link = &to->warnings;
    while (a || b) {
        MrWarning **least = !a || (b && is_before(b, a)) ? &b : &a;
        *link = *least;
        *least = (*least)->next;
        link = &(*link)->next;
    }
    *link = NULL;
    to->warnings_tail = link;
    from->warnings = NULL;
}

/* Name of the Python exception class of a kind. */
static const char *class_name(MrDiagKind kind) {
    switch (kind) {
    case MR_DIAG_NONE: break;
    case MR_DIAG_SYNTAX_ERROR: return "SyntaxError";
    case MR_DIAG_INDENTATION_ERROR: return "IndentationError";
    case MR_DIAG_TAB_ERROR: return "TabError";
    case MR_DIAG_RECURSION_ERROR: return "RecursionError";
    case MR_DIAG_MEMORY_ERROR: return "MemoryError";
    case MR_DIAG_OVERFLOW_ERROR: return "OverflowError";
    case MR_DIAG_VALUE_ERROR: return "ValueError";
    }
    return "Exception";
}

/* Offset from 1 of a byte column; 0 for no column. */
static int count_offset(const MrSource *source, int line, int col, bool in_chars) {
    if (col < 0) return 0;
    size_t length;
    const char *text = mr_source_line(source, line, &length);
    if (!text || !in_chars) return col + 1;
    size_t column = (size_t)col;
    if (column <= length) return (int)mr_utf8_count(text, column) + 1;
    return (int)(mr_utf8_count(text, length) + (column - length)) + 1;
}

void mr_diag_join_lines(const MrSource *source, const MrDiag *diag, MrDiagPlace *place) {
    size_t length;
    int first = diag->first_line;
    if (first <= 0 || first >= diag->line) return;
    const char *text = mr_source_line(source, first, &length);
    place->text_length += (size_t)(place->text - text);
    place->text = text;
}

MrDiagPlace mr_diag_place(const MrSource *source, const MrDiag *diag) {
    MrDiagPlace place = {0};
    if (diag->line < 1 || diag->at_source) return place;
    bool in_chars = !diag->byte_columns && (diag->char_columns || (source->char_columns && !diag->parsed));
    place.line = diag->line;
    place.offset = count_offset(source, diag->line, diag->col, in_chars);
    if (diag->col == MR_DIAG_LINE_END) { /* CPython's numbers for an error at the end of the text */
        size_t length;
        const char *line = mr_source_line(source, diag->line, &length);
        place.offset = source->streamed ? 0 : (line ? (int)mr_utf8_count(line, length) : 0) + 1;
        place.end_line = diag->line;
        place.end_offset = -1;
    } else if (diag->end_line > 0) {
        place.end_line = diag->end_line;
        place.end_offset = diag->end_col == MR_DIAG_LINE_END ? -1 : count_offset(source, diag->end_line, diag->end_col, in_chars);
    }
    place.text = mr_source_line(source, diag->line, &place.text_length);
    if (place.text) place.text_length = strnlen(place.text, place.text_length); /* a NUL is what the error is about */
    return place;
}

/* The lines before `Class: message`, for a SyntaxError object that a script may have made. Offsets count from 1, 0 or
 * less when absent (as are end_line and end_offset); `text` may be NULL. */
static void print_place(MrBuf *out, const char *filename, const MrDiagPlace *place) {
    if (place->line < 1) return;
    mr_buf_printf(out, "  File \"%s\", line %d\n", filename, place->line);
    if (!place->text) return;
    const char *text = place->text, *end = text + place->text_length;
    long offset = place->offset - 1L;
    while (text < end && (*text == ' ' || *text == '\t' || *text == '\f')) {
        text++;
        offset--;
    }
    if (offset > end - text) offset = end - text;
    mr_buf_puts(out, "    ");
    mr_buf_write(out, text, (size_t)(end - text));
    mr_buf_putc(out, '\n');
    if (offset < 0 || place->offset <= 0 || place->end_offset < 0) return;
    /* A range that goes on in a later line is marked up to the end of this one. */
    long width = (long)place->end_offset - place->offset;
    if (place->end_line > place->line) width = (long)mr_utf8_count(text, (size_t)(end - text)) - offset;
    mr_buf_fill(out, ' ', 4 + (size_t)offset);
    mr_buf_fill(out, '^', width > 0 ? (size_t)width : 1);
    mr_buf_putc(out, '\n');
}

void mr_diag_print(MrBuf *out, const MrSource *source, const MrDiag *diag) {
    if (source) {
        MrDiagPlace place = mr_diag_place(source, diag);
        if (diag->kind == MR_DIAG_INDENTATION_ERROR) place.end_line = place.end_offset = 0; /* shown by one mark */
        print_place(out, source->filename, &place);
    }
    mr_buf_puts(out, class_name(diag->kind));
    if (diag->message && *diag->message) mr_buf_printf(out, ": %s", diag->message);
    mr_buf_putc(out, '\n');
}
