/* _json: what makes the json package fast. Here are the quoting of strings and the module's table. */
#include "stdlib/native/_json.h"

#include "vm/isolate.h"

#define EVERY_BYTE(b) (0x0101010101010101ull * (b))

/* Nonzero if some byte of the word is below n (n <= 128). */
static inline uint64_t any_below(uint64_t word, unsigned n) { return (word - EVERY_BYTE(n)) & ~word & EVERY_BYTE(0x80); }

static inline bool is_plain(unsigned char c, bool ascii) { return c >= 0x20 && c != '"' && c != '\\' && !(ascii && c > '~'); }

const char *mr_json_plain_end(const char *p, const char *end, bool ascii)
{
    for (; end - p >= 8; p += 8) {
        uint64_t word;
        memcpy(&word, p, 8);
        uint64_t odd = any_below(word, 0x20) | any_below(word ^ EVERY_BYTE('"'), 1) | any_below(word ^ EVERY_BYTE('\\'), 1);
        if (ascii)
            odd |= (word & EVERY_BYTE(0x80)) | any_below(word ^ EVERY_BYTE(0x7F), 1);
        if (odd)
            break;
    }
    for (; p < end; p++) {
        if (!is_plain((unsigned char)*p, ascii))
            break;
    }
    return p;
}

enum { ESCAPE_LONGEST = 12 }; /* two units of a surrogate pair */

static char *write_unit(char *at, uint32_t unit)
{
    static const char digits[] = "0123456789abcdef";
    at[0] = '\\';
    at[1] = 'u';
    for (int i = 0; i < 4; i++)
        at[2 + i] = digits[unit >> (12 - 4 * i) & 15];
    return at + 6;
}

/* Writes the escape of a code point; returns where it ends. */
static char *write_escape(char *at, uint32_t c)
{
    static const char letters[] = "btn\0fr"; /* of 8 to 13 */
    char letter = c == '"' || c == '\\' ? (char)c : c >= 8 && c <= 13 ? letters[c - 8] : 0;
    if (letter) {
        at[0] = '\\';
        at[1] = letter;
        return at + 2;
    }
    if (c < 0x10000)
        return write_unit(at, c);
    return write_unit(write_unit(at, 0xD800 + ((c - 0x10000) >> 10)), 0xDC00 + ((c - 0x10000) & 0x3FF));
}

bool mr_json_quote(MrThread *t, MrBuf *out, const char *p, size_t n, bool ascii)
{
    const char *end = p + n;
    size_t work = 0;
    mr_buf_putc(out, '"');
    if (n > MR_WORK_PIECE)
        mr_buf_reserve(out, n); /* what grows is copied at once */
    while (p < end) {
        if (!mr_limits_work(t, work))
            return false;
        const char *pause = (size_t)(end - p) > MR_WORK_PIECE ? p + MR_WORK_PIECE : end, *stop = mr_json_plain_end(p, pause, ascii);
        mr_buf_write(out, p, (size_t)(stop - p));
        if (pause < end && !mr_limits_tick(t))
            return false;
        p = stop;
        while (p < end && !is_plain((unsigned char)*p, ascii)) {
            if (!mr_limits_work(t, work))
                return false;
            if (out->length + ESCAPE_LONGEST >= out->capacity && !mr_buf_reserve(out, ESCAPE_LONGEST))
                return true;
            out->length = (size_t)(write_escape(out->data + out->length, mr_utf8_decode_valid(&p)) - out->data);
        }
    }
    mr_buf_putc(out, '"');
    return true;
}

static MrValue quote(MrThread *t, MrValue v, bool ascii)
{
    MrBuf out = MR_BUF_EMPTY;
    if (!mr_is_str(v))
        return mr_raise(t, MR_EXC_TypeError, "first argument must be a string, not %s", mr_type_name(t, v));
    if (!mr_json_quote(t, &out, MR_STR(v)->bytes, MR_STR(v)->nbytes, ascii))
        return mr_buf_fini(&out), MR_ERROR;
    return mr_str_buf(t, &out);
}

MrValue mr_json_encode_ascii(MrThread *t, MrValue *a) { return quote(t, a[0], true); }
MrValue mr_json_encode(MrThread *t, MrValue *a) { return quote(t, a[0], false); }

/* ---- the module ---- */

static const MrMethodDef functions[] = {
    {"encode_basestring_ascii(string, /)", mr_json_encode_ascii, "The text as a JSON string in quotes, with everything beyond ASCII escaped.", 0},
    {"encode_basestring(string, /)", mr_json_encode, "The text as a JSON string in quotes, where only what must be is escaped.", 0},
    {"scanstring(string, end, strict=True, /)", mr_json_scanstring,
     "Read the JSON string whose text begins at index end, behind its quote. Gives it with the index behind the closing quote. Control characters "
     "are an error unless strict is false.", 0},
    {"skip(string, start, /)", mr_json_skip, "The index of the first character that is not white space.", 0},
    {0},
};

static const MrTypeDef *const types[] = {&mr_json_scanner_def, &mr_json_encoder_def, NULL};

static bool init_module(MrThread *t, MrModule *m)
{
    MrType *scanner = mr_type_from_def(t, &mr_json_scanner_def), *encoder = mr_type_from_def(t, &mr_json_encoder_def);
    return scanner && encoder && mr_module_add(t, m, "make_scanner", mr_val(scanner)) && mr_module_add(t, m, "make_encoder", mr_val(encoder));
}

const MrModuleDef mr_module__json = {.name = "_json", .functions = functions, .init = init_module, .types = types, .doc =
     "What json needs in C to be fast: the scanner, the encoder and the strings of both."};
