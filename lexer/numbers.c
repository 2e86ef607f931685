/* Number tokens: their extent and what may stand behind them. Their values are computed in literals.c.
 *
 * CPython lets a keyword follow a number without a blank (`1if x else 2`) but warns; any other
 * ASCII letter is an error. */
#include "lexer/scan.h"

#include <string.h>

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_digit_of(char c, int base) {
    if (base == 16) return is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'f');
    return c >= '0' && c < '0' + base;
}

static bool is_name_char(char c) {
    return is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_';
}

static bool fail_here(MrScan *s, const char *kind) { return mr_scan_fail(s, "invalid %s literal", kind); }

/* Whether a keyword that may follow a number begins here. CPython looks at two letters of `if`, `in` and `is`, but wants the
 * whole of the others. */
static bool starts_keyword(const char *at) {
    static const char *const words[] = {"and", "else", "for", "or", "not"};
    if (at[0] == 'i') return at[1] == 'f' || at[1] == 'n' || at[1] == 's';
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (!strncmp(at, words[i], length)) return !is_name_char(at[length]) && (unsigned char)at[length] < 0x80;
    }
    return false;
}

/* `at` is behind the number: emits it if nothing that looks like part of it follows. */
static bool end_number(MrScan *s, const char *kind) {
    if (starts_keyword(s->at)) {
        int last = (int)(s->at - s->line_start) - 1;
        mr_diag_warn(s->diag, MR_WARN_TOKEN, (MrSpan){s->line, last, s->line, last}, "invalid %s literal", kind);
    } else if (is_name_char(*s->at))
        return fail_here(s, kind);
    return mr_scan_emit(s, TOK_NUMBER);
}

/* Reads digits with single underscores between them; `at` is on a digit. */
static bool take_digits(MrScan *s) {
    for (;;) {
        while (is_digit(*s->at)) s->at++;
        if (*s->at != '_') return true;
        s->at++;
        if (!is_digit(*s->at)) return fail_here(s, "decimal");
    }
}

/* Reads what follows 0x, 0o or 0b; `at` is behind the letter. */
static bool scan_prefixed(MrScan *s, int base, const char *kind) {
    do {
        if (*s->at == '_') s->at++;
        if (!is_digit_of(*s->at, base)) {
            if (!is_digit(*s->at)) return fail_here(s, kind);
            s->at++;
            return mr_scan_fail(s, "invalid digit '%c' in %s literal", s->at[-1], kind);
        }
        while (is_digit_of(*s->at, base)) s->at++;
    } while (*s->at == '_');
    if (is_digit(*s->at)) {
        s->at++;
        return mr_scan_fail(s, "invalid digit '%c' in %s literal", s->at[-1], kind);
    }
    return end_number(s, kind);
}

/* Reads an optional exponent. *ended: the number was emitted before an `e` that is no exponent. */
static bool take_exponent(MrScan *s, bool *ended) {
    if ((*s->at | 32) != 'e') return true;
    const char *after = s->at + 1;
    if (*after == '+' || *after == '-') {
        s->at += 2;
        return is_digit(*s->at) ? take_digits(s) : fail_here(s, "decimal");
    }
    if (is_digit(*after)) {
        s->at++;
        return take_digits(s);
    }
    *ended = true;
    return end_number(s, "decimal");
}

/* Reads the rest of a decimal number; `at` is behind the integer part. */
static bool scan_fraction(MrScan *s) {
    if (*s->at == '.') {
        s->at++;
        if (is_digit(*s->at) && !take_digits(s)) return false;
    }
    bool ended = false;
    if (!take_exponent(s, &ended)) return false;
    if (ended) return true;
    if ((*s->at | 32) != 'j') return end_number(s, "decimal");
    s->at++;
    return end_number(s, "imaginary");
}

/* Decimal integers may be zero in any length, but must not begin with zeros otherwise (they were octal once). */
static bool scan_zeros(MrScan *s) {
    while (*s->at == '0' || *s->at == '_') {
        if (*s->at++ == '_' && !is_digit(*s->at)) return fail_here(s, "decimal");
    }
    const char *zeros_end = s->at;
    bool nonzero = is_digit(*s->at);
    if (nonzero && !take_digits(s)) return false;
    if (nonzero && *s->at != '.' && (*s->at | 32) != 'e' && (*s->at | 32) != 'j') {
        int start = (int)(s->token_start - s->line_start);
        s->diag->byte_columns = true;
        return mr_scan_fail_span(s, MR_DIAG_SYNTAX_ERROR, MR_LEX_STRONG,
                                 (MrSpan){s->line, start, s->line, (int)(zeros_end - s->line_start)}, true,
                                 "leading zeros in decimal integer literals are not permitted; "
                                 "use an 0o prefix for octal integers");
    }
    return scan_fraction(s);
}

bool mr_scan_number(MrScan *s) {
    if (*s->at == '0') {
        char letter = s->at[1] | 32;
        int base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10;
        if (base == 10) return scan_zeros(s);
        s->at += 2;
        return scan_prefixed(s, base, base == 16 ? "hexadecimal" : base == 8 ? "octal" : "binary");
    }
    if (*s->at != '.' && !take_digits(s)) return false;
    return scan_fraction(s);
}
