/* Values of literals: strings and bytes with their escapes, and numbers.
 *
 * Text without escapes is not copied but points into the source. The words and places of errors are CPython's; an
 * error in an escape is reported over the whole token, for f-strings over the closing quote. */
#include "lexer/literals.h"

#include <stdlib.h>
#include <string.h>
#include "base/buf.h"
#include "base/numtext.h"
#include "base/uniname.h"
#include "base/utf8.h"

static MrQuote find_quote(const MrSource *source, const MrToken *token) {
    const char *text = source->text + token->start;
    MrQuote quote = {0};
    const char *at = text;
    for (; *at != '\'' && *at != '"'; at++) {
        switch (*at | 32) {
        case 'r': quote.prefix |= MR_PREFIX_RAW; break;
        case 'b': quote.prefix |= MR_PREFIX_BYTES; break;
        case 'f': quote.prefix |= MR_PREFIX_FORMAT; break;
        default: quote.prefix |= MR_PREFIX_UNICODE; break;
        }
    }
    quote.prefix_size = (unsigned)(at - text);
    quote.quote = *at;
    bool triple = token->end - token->start >= quote.prefix_size + 3 && at[1] == *at && at[2] == *at;
    /* "" is two quotes that are both opening and closing: only a third makes it triple. */
    quote.quote_size = triple ? 3 : 1;
    return quote;
}

/* One literal being decoded. */
typedef struct Decoder {
    const MrSource *source;
    const MrToken *token;
    MrDiag *diag;
    MrBuf out;
    const char *body, *at, *end;
    bool is_bytes, in_spec;
    const char *invalid; /* the first invalid escape, of which it is warned when all of the literal is right; NULL: none */
    size_t invalid_size;
    const char *invalid_kind;
} Decoder;

/* Offset of a place in the body as CPython counts it: before decoding it writes each character above 127 as \Uxxxxxxxx,
 * and a backslash before one as \u005c. */
static size_t count_position(const Decoder *d, const char *place) {
    size_t position = 0;
    for (const char *at = d->body; at < place; at++) {
        if (mr_utf8_is_continuation((unsigned char)*at)) continue;
        position += (unsigned char)*at < 0x80 ? 1 : 10;
    }
    for (const char *at = d->body; at + 1 < place; at++) {
        if (*at != '\\') continue;
        at++;
        if ((unsigned char)*at >= 0x80) position += 5;
    }
    return position;
}

/* Where errors are shown: CPython decodes the texts of an f-string when it has read all of it, and shows their
 * errors at its end; the text of a format spec is decoded, and shown, where it stands. */
static MrSpan span_of(const Decoder *d) {
    const MrToken *end = d->token;
    if (end->kind == TOK_FSTRING_MIDDLE && !d->in_spec)
        for (int depth = 0; depth || end->kind != TOK_FSTRING_END; end++) {
            if (end->kind == TOK_ENDMARKER || end->kind == TOK_ERROR) break;
            depth += (end->kind == TOK_FSTRING_START) - (end->kind == TOK_FSTRING_END);
        }
    return mr_token_span(end);
}

/* Reports a malformed escape as the codec does, by its range in the body. */
static bool fail_escape(Decoder *d, const char *from, const char *to, const char *reason) {
    return mr_diag_set(d->diag, MR_DIAG_SYNTAX_ERROR, span_of(d),
                       "(unicode error) 'unicodeescape' codec can't decode bytes in position %zu-%zu: %s",
                       count_position(d, from), count_position(d, to) - 1, reason);
}

static int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void note_escape(Decoder *d, const char *backslash, size_t size, const char *kind) {
    if (d->invalid || (d->token->kind == TOK_FSTRING_MIDDLE && (backslash[1] == '{' || backslash[1] == '}'))) return; /* the lexer has said it */
    d->invalid = backslash;
    d->invalid_size = size;
    d->invalid_kind = kind;
}

static void put_value(Decoder *d, uint32_t value) {
    if (d->is_bytes)
        mr_buf_putc(&d->out, (char)value);
    else
        mr_buf_put_codepoint(&d->out, value);
}

/* \x, \u and \U: `digits` hex digits behind the letter at `at`. */
static bool decode_hex(Decoder *d, const char *backslash, int digits) {
    uint32_t value = 0;
    const char *at = d->at + 1;
    int count = 0;
    for (; count < digits && at < d->end && hex_value(*at) >= 0; count++) value = value << 4 | (uint32_t)hex_value(*at++);
    if (count < digits && d->is_bytes)
        return mr_diag_set(d->diag, MR_DIAG_SYNTAX_ERROR, span_of(d),
                           "(value error) invalid \\x escape at position %zu", (size_t)(backslash - d->body));
    if (count < digits)
        return fail_escape(d, backslash, at,
                           digits == 2 ? "truncated \\xXX escape"
                                       : digits == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape");
    if (value > 0x10FFFF) return fail_escape(d, backslash, at, "illegal Unicode character");
    d->at = at;
    put_value(d, value);
    return true;
}

/* \N{NAME}; `at` is on the N. */
static bool decode_name(Decoder *d, const char *backslash) {
    const char *name = d->at + 2;
    if (d->at + 1 >= d->end || d->at[1] != '{')
        return fail_escape(d, backslash, d->at + 1, "malformed \\N character escape");
    const char *close = memchr(name, '}', (size_t)(d->end - name));
    if (!close) return fail_escape(d, backslash, d->end, "malformed \\N character escape");
    if (close == name) return fail_escape(d, backslash, close, "malformed \\N character escape");
    uint32_t points[MR_UNINAME_SEQUENCE_MAX];
    if (mr_uniname_lookup(name, (size_t)(close - name), false, points) != 1)
        return fail_escape(d, backslash, close + 1, "unknown Unicode character name");
    put_value(d, points[0]);
    d->at = close + 1;
    return true;
}

static void decode_octal(Decoder *d, const char *backslash) {
    uint32_t value = 0;
    for (int i = 0; i < 3 && d->at < d->end && *d->at >= '0' && *d->at <= '7'; i++)
        value = value << 3 | (uint32_t)(*d->at++ - '0');
    if (value > 0377) note_escape(d, backslash, (size_t)(d->at - backslash), "octal ");
    put_value(d, value);
}

/* Decodes one escape; `at` is on the backslash. */
static bool decode_escape(Decoder *d) {
    const char *backslash = d->at++;
    if (d->at == d->end) {
        mr_buf_putc(&d->out, '\\');
        return true;
    }
    char c = *d->at;
    static const char plain[] = "\\\\''\"\"a\ab\bf\fn\nr\rt\tv\v";
    for (const char *pair = plain; *pair; pair += 2) {
        if (*pair != c) continue;
        mr_buf_putc(&d->out, pair[1]);
        d->at++;
        return true;
    }
    if (c == '\n') {
        d->at++;
        return true;
    }
    if (c >= '0' && c <= '7') {
        decode_octal(d, backslash);
        return true;
    }
    if (c == 'x') return decode_hex(d, backslash, 2);
    if (!d->is_bytes) {
        if (c == 'u') return decode_hex(d, backslash, 4);
        if (c == 'U') return decode_hex(d, backslash, 8);
        if (c == 'N') return decode_name(d, backslash);
    }
    /* A backslash before a character above 127 stands for itself, without a warning. */
    if ((unsigned char)c >= 0x80) {
        mr_buf_putc(&d->out, '\\');
        return true;
    }
    /* An unknown escape keeps its backslash; the character is read again as ordinary text. */
    note_escape(d, backslash, 2, "");
    mr_buf_putc(&d->out, '\\');
    return true;
}

/* Decodes the body at `at`, collapsing doubled braces when asked. */
static bool decode_body(Decoder *d, bool raw, bool braces) {
    while (d->at < d->end) {
        char c = *d->at;
        if (c == '\\' && !raw) {
            if (!decode_escape(d)) return false;
            continue;
        }
        mr_buf_putc(&d->out, c);
        d->at++;
        if (braces && (c == '{' || c == '}') && d->at < d->end && *d->at == c) d->at++;
    }
    return true;
}

/* Gives the text from `from` to `to` decoded, without a copy when nothing in it needs decoding. */
static bool decode_range(const MrSource *source, const MrToken *token, const char *from, const char *to,
                         unsigned prefix, bool in_spec, MrArena *arena, MrDiag *diag, MrText *text) {
    size_t length = (size_t)(to - from);
    bool raw = prefix & MR_PREFIX_RAW, braces = token->kind == TOK_FSTRING_MIDDLE && !in_spec;
    text->is_bytes = prefix & MR_PREFIX_BYTES;
    text->is_unicode_prefix = prefix & MR_PREFIX_UNICODE;
    text->data = from;
    text->length = length;
    if (text->is_bytes && !mr_utf8_is_ascii(from, length))
        return mr_diag_set(diag, MR_DIAG_SYNTAX_ERROR, mr_token_span(token),
                           "bytes can only contain ASCII literal characters");
    bool needed = (!raw && memchr(from, '\\', length)) ||
                  (braces && (memchr(from, '{', length) || memchr(from, '}', length)));
    if (!needed) return true;
    Decoder d = {source, token, diag, MR_BUF_EMPTY, from, from, to, text->is_bytes, in_spec, NULL, 0, NULL};
    bool good = decode_body(&d, raw, braces);
    if (good && d.invalid)
        mr_diag_warn(diag, MR_WARN_TEXT, span_of(&d), "invalid %sescape sequence '%.*s'", d.invalid_kind, (int)d.invalid_size, d.invalid);
    if (good) {
        text->data = d.out.failed ? NULL : mr_arena_strdup(arena, d.out.data ? d.out.data : "", d.out.length);
        text->length = d.out.length;
        good = text->data || mr_diag_set_memory(diag);
    }
    mr_buf_fini(&d.out);
    return good;
}

bool mr_literal_string(const MrSource *source, const MrToken *token, MrArena *arena, MrDiag *diag, MrText *text) {
    MrQuote quote = find_quote(source, token);
    const char *from = source->text + token->start + quote.prefix_size + quote.quote_size;
    const char *to = source->text + token->end - quote.quote_size;
    return decode_range(source, token, from, to, quote.prefix, false, arena, diag, text);
}

bool mr_literal_fstring_text(const MrSource *source, const MrToken *start, const MrToken *middle, bool in_spec,
                             MrArena *arena, MrDiag *diag, MrText *text) {
    unsigned prefix = find_quote(source, start).prefix & MR_PREFIX_RAW;
    return decode_range(source, middle, source->text + middle->start, source->text + middle->end, prefix, in_spec,
                        arena, diag, text);
}

/* Copies a number's text to the arena without underscores, in lower case. */
static char *copy_digits(const char *from, const char *to, MrArena *arena, size_t *count) {
    char *copy = mr_arena_strdup(arena, from, (size_t)(to - from));
    if (!copy) return NULL;
    char *out = copy;
    for (const char *at = from; at < to; at++)
        if (*at != '_') *out++ = *at >= 'A' && *at <= 'Z' ? (char)(*at + 32) : *at;
    *out = 0;
    *count = (size_t)(out - copy);
    return copy;
}

/* Integer value of digits in a base; BIG when it does not fit. */
static void decode_integer(MrNumber *number, const char *digits, size_t count, int base) {
    while (count > 1 && *digits == '0') {
        digits++;
        count--;
    }
    number->kind = MR_NUMBER_INT;
    number->digits = digits;
    number->digit_count = count;
    number->base = base;
    uint64_t value = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t digit = (uint64_t)hex_value(digits[i]);
        if (value > ((uint64_t)INT64_MAX - digit) / (uint64_t)base) {
            number->kind = MR_NUMBER_BIG;
            return;
        }
        value = value * (uint64_t)base + digit;
    }
    number->integer = (int64_t)value;
}

bool mr_literal_number(const MrSource *source, const MrToken *token, int max_digits, MrArena *arena, MrDiag *diag,
                       MrNumber *number) {
    const char *from = source->text + token->start, *to = source->text + token->end;
    *number = (MrNumber){.base = 10};
    size_t count;
    char *text = copy_digits(from, to, arena, &count);
    if (!text) return mr_diag_set_memory(diag);
    char letter = text[0] == '0' ? text[1] : 0;
    if (letter == 'x' || letter == 'o' || letter == 'b') {
        decode_integer(number, text + 2, count - 2, letter == 'x' ? 16 : letter == 'o' ? 8 : 2);
        return true;
    }
    if (strspn(text, "0123456789") == count) {
        decode_integer(number, text, count, 10);
        if (max_digits > 0 && count > (size_t)max_digits)
            return mr_diag_set(diag, MR_DIAG_SYNTAX_ERROR,
                               (MrSpan){token->line, MR_DIAG_NO_COL, token->end_line, MR_DIAG_NO_COL},
                               "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; use "
                               "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge "
                               "integer literals to avoid decimal conversion limits.",
                               max_digits, count);
        return true;
    }
    number->kind = text[count - 1] == 'j' ? MR_NUMBER_IMAGINARY : MR_NUMBER_FLOAT;
    mr_double_parse(text, count, &number->real);
    return true;
}
