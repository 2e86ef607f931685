/* Encodings by name, error handlers, mr_decode and mr_encode. See codecs.h for the division of work.
 *
 * The standard handlers are done here in C; any other name is looked up in the isolate's registry when the first fault occurs, as CPython
 * does, so that an unknown handler is no error for clean text. Codecs written in Python live in the codecs module, imported on first need.
 */
#include "vm/types/codecs.h"

#include "base/uniname.h"
#include "base/utf8.h"
#include "vm/isolate.h"
#include "vm/types/str.h"
#include "vm/types/text.h"

/* ---- names ---- */

static const struct {
    const char *name, *aliases; /* normalized, separated by spaces */
} codec_names[MR_CODEC_PAGE] = {
    [MR_CODEC_UTF8] = {"utf-8", "utf_8 utf8 u8 utf cp65001 utf8_ucs2 utf8_ucs4"},
    [MR_CODEC_UTF8_SIG] = {"utf-8-sig", "utf_8_sig utf8_sig"},
    [MR_CODEC_ASCII] = {"ascii", "ascii us_ascii us 646 iso646_us ansi_x3.4_1968 ansi_x3_4_1968 cp367 ibm367 iso_ir_6"},
    [MR_CODEC_LATIN1] = {"iso8859-1", "latin_1 latin1 latin l1 iso8859_1 iso_8859_1 iso8859 8859 cp819 ibm819 iso_ir_100 iso_8859_1_1987"},
    [MR_CODEC_UTF16] = {"utf-16", "utf_16 utf16 u16"},
    [MR_CODEC_UTF16_LE] = {"utf-16-le", "utf_16_le utf_16le utf16_le utf16le unicodelittleunmarked"},
    [MR_CODEC_UTF16_BE] = {"utf-16-be", "utf_16_be utf_16be utf16_be utf16be unicodebigunmarked"},
    [MR_CODEC_UTF32] = {"utf-32", "utf_32 utf32 u32"},
    [MR_CODEC_UTF32_LE] = {"utf-32-le", "utf_32_le utf_32le utf32_le utf32le"},
    [MR_CODEC_UTF32_BE] = {"utf-32-be", "utf_32_be utf_32be utf32_be utf32be"},
    [MR_CODEC_UNICODE_ESCAPE] = {"unicode-escape", "unicode_escape unicodeescape"},
    [MR_CODEC_RAW_UNICODE_ESCAPE] = {"raw-unicode-escape", "raw_unicode_escape rawunicodeescape"},
};

enum { NAME_MAX_LENGTH = 64 };

/* Lower case, each run of other characters one '_'; false if too long to be known. */
static bool normalize_name(const char *encoding, char out[NAME_MAX_LENGTH])
{
    size_t n = 0;
    bool gap = false;
    for (const char *p = encoding; *p; p++) {
        char c = *p;
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
        if (!word) {
            gap = true;
            continue;
        }
        if (n + 3 > NAME_MAX_LENGTH)
            return false;
        if (gap && n)
            out[n++] = '_';
        gap = false;
        out[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    out[n] = 0;
    return true;
}

static bool has_word(const char *words, const char *word)
{
    size_t n = strlen(word);
    for (const char *p = words; n && (p = strstr(p, word)); p++)
        if ((p == words || p[-1] == ' ') && (p[n] == ' ' || !p[n]))
            return true;
    return false;
}

MrCodecId mr_codec_find(const char *encoding)
{
    if (!strcmp(encoding, "utf-8") || !strcmp(encoding, "utf8"))
        return MR_CODEC_UTF8;
    char name[NAME_MAX_LENGTH];
    if (!normalize_name(encoding, name))
        return MR_CODEC_NONE;
    for (int id = MR_CODEC_UTF8; id < MR_CODEC_PAGE; id++)
        if (has_word(codec_names[id].aliases, name))
            return (MrCodecId)id;
    const char *aliases;
    for (size_t i = 0; mr_codec_page_name(i, &aliases); i++)
        if (has_word(aliases, name))
            return (MrCodecId)(MR_CODEC_PAGE + i);
    return MR_CODEC_NONE;
}

const char *mr_codec_name(MrCodecId id)
{
    const char *aliases;
    return id < MR_CODEC_PAGE ? codec_names[id].name : mr_codec_page_name((size_t)id - MR_CODEC_PAGE, &aliases);
}

const char *mr_codec_aliases(size_t i)
{
    const char *aliases;
    if (i + MR_CODEC_UTF8 < MR_CODEC_PAGE)
        return codec_names[i + MR_CODEC_UTF8].aliases;
    return mr_codec_page_name(i + MR_CODEC_UTF8 - MR_CODEC_PAGE, &aliases) ? aliases : NULL;
}

/* What UnicodeErrors of the codec call the encoding. */
static const char *message_name(MrCodecId id)
{
    switch (id) {
    case MR_CODEC_UTF8_SIG: return "utf-8";
    case MR_CODEC_LATIN1: return "latin-1";
    case MR_CODEC_UNICODE_ESCAPE: return "unicodeescape";
    case MR_CODEC_RAW_UNICODE_ESCAPE: return "rawunicodeescape";
    default: return id >= MR_CODEC_PAGE ? "charmap" : codec_names[id].name;
    }
}

/* ---- faults ---- */

typedef enum Handler { STRICT, IGNORE, REPLACE, BACKSLASH, XMLCHARREF, NAMEREPLACE, SURROGATEESCAPE, SURROGATEPASS, CUSTOM } Handler;

static Handler find_handler(MrThread *t, const char *errors)
{
    static const char *const names[] = {"strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass"};
    if (t->iso->codec_errors && t->iso->codec_errors->length && mr_codec_handler(t, errors) != MR_UNBOUND)
        return CUSTOM;
    int h = 0;
    while (h < CUSTOM && strcmp(errors, names[h]))
        h++;
    return (Handler)h;
}

MrValue mr_codec_handler(MrThread *t, const char *name)
{
    if (!t->iso->codec_errors)
        return MR_UNBOUND;
    MrStr *key = mr_intern(t, name, strlen(name));
    return key ? mr_dict_get_str(t, t->iso->codec_errors, key) : MR_UNBOUND;
}

static MrValue make_exception(MrThread *t, MrTypeId type, const char *encoding, MrValue object, size_t start, size_t end, const char *reason)
{
    MrValue args[5] = {mr_str_c(t, encoding), object, mr_int(t, (int64_t)start), mr_int(t, (int64_t)end), mr_str_c(t, reason)};
    for (int i = 0; i < 5; i++)
        if (args[i] == MR_ERROR)
            return MR_ERROR;
    return mr_call(t, mr_type_val(t, type), 5, args);
}

/* A handler may have put other bytes into the exception: decoding goes on in them. */
static bool reread(MrDecoding *d, MrValue exception)
{
    MrValue object = mr_getattr(d->t, exception, mr_intern(d->t, "object", 6));
    if (object == MR_ERROR || object == d->object)
        return object != MR_ERROR;
    if (!mr_is_kind(object, MR_KIND_BYTES)) {
        mr_raise(d->t, MR_EXC_TypeError, "object attribute must be bytes");
        return false;
    }
    d->object = object;
    d->bytes = MR_BYTES(object)->bytes;
    d->n = MR_BYTES(object)->length;
    return true;
}

/* Calls a registered handler: replacement and position from its result. d: NULL where text is encoded, whose length then counts. */
static bool run_custom(MrThread *t, const char *errors, MrValue exception, MrDecoding *d, size_t length, MrValue *replacement, size_t *next)
{
    bool encoding = !d;
    MrValue handler = mr_codec_handler(t, errors);
    if (handler == MR_UNBOUND) {
        mr_raise(t, MR_EXC_LookupError, "unknown error handler name '%s'", errors);
        return false;
    }
    MrValue r = mr_call1(t, handler, exception);
    if (r == MR_ERROR)
        return false;
    MrValue *items = mr_is_tuple(r) ? MR_TUPLE(r)->items : NULL;
    if (!items || MR_TUPLE(r)->length != 2 || !(mr_is_str(items[0]) || (encoding && mr_is_kind(items[0], MR_KIND_BYTES))) || !mr_is_integer(items[1])) {
        mr_raise(t, MR_EXC_TypeError, encoding ? "encoding error handler must return (str/bytes, int) tuple" : "decoding error handler must return (str, int) tuple");
        return false;
    }
    int64_t at;
    if (!mr_to_i64(t, items[1], &at) || (d && !reread(d, exception)))
        return false;
    length = d ? d->n : length;
    int64_t position = at < 0 ? at + (int64_t)length : at;
    if (position < 0 || (uint64_t)position > length) {
        mr_raise(t, MR_EXC_IndexError, "position %lld from error handler out of bounds", (long long)at);
        return false;
    }
    *replacement = items[0];
    *next = (size_t)position;
    return true;
}

static bool raise_decode(MrDecoding *d, size_t start, size_t end, const char *reason, MrValue *exception)
{
    if (d->object == MR_UNBOUND)
        d->object = mr_bytes_new(d->t, d->bytes, d->n);
    *exception = d->object == MR_ERROR ? MR_ERROR : make_exception(d->t, MR_EXC_UnicodeDecodeError, d->encoding, d->object, start, end, reason);
    return *exception != MR_ERROR;
}

/* The surrogate that a three-, two- or four-byte sequence at `p` stands for, and its size; 0: none. */
static unsigned read_surrogate(MrCodecId id, const unsigned char *p, size_t left, uint32_t *c)
{
    *c = 0;
    unsigned size = 0;
    switch (id) {
    case MR_CODEC_UTF8: case MR_CODEC_UTF8_SIG:
        if (left >= 3 && (p[0] & 0xF0) == 0xE0 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
            *c = (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
            size = 3;
        }
        break;
    case MR_CODEC_UTF16: case MR_CODEC_UTF16_LE: case MR_CODEC_UTF16_BE:
        size = left >= 2 ? 2 : 0;
        if (size)
            *c = id == MR_CODEC_UTF16_BE ? p[0] << 8 | p[1] : p[1] << 8 | p[0];
        break;
    case MR_CODEC_UTF32: case MR_CODEC_UTF32_LE: case MR_CODEC_UTF32_BE:
        size = left >= 4 ? 4 : 0;
        for (unsigned i = 0; i < size; i++)
            *c = *c << 8 | p[id == MR_CODEC_UTF32_BE ? i : 3 - i];
        break;
    default: break;
    }
    return mr_codepoint_is_surrogate(*c) ? size : 0;
}

bool mr_codec_decode_fault(MrDecoding *d, size_t start, size_t end, const char *reason, size_t *next)
{
    MrThread *t = d->t;
    const unsigned char *p = (const unsigned char *)d->bytes;
    Handler handler = find_handler(t, d->errors);
    *next = end;
    switch (handler) {
    case IGNORE: return true;
    case REPLACE: mr_buf_put_codepoint(&d->out, 0xFFFD); return true;
    case BACKSLASH:
        for (size_t i = start; i < end; i++)
            mr_buf_printf(&d->out, "\\x%02x", p[i]);
        return true;
    case SURROGATEESCAPE: {
        size_t i = start;
        for (; i < end && i < start + 4 && p[i] >= 0x80; i++)
            mr_buf_put_codepoint(&d->out, 0xDC00 + p[i]);
        *next = i;
        if (i > start)
            return true;
        break;
    }
    case SURROGATEPASS: {
        uint32_t c;
        unsigned size = read_surrogate(d->id, p + start, d->n - start, &c);
        if (size) {
            mr_buf_put_codepoint(&d->out, c);
            *next = start + size;
            return true;
        }
        break;
    }
    default: break;
    }
    MrValue exception, replacement;
    if (handler == XMLCHARREF || handler == NAMEREPLACE) {
        mr_raise(t, MR_EXC_TypeError, "don't know how to handle UnicodeDecodeError in error callback");
        return false;
    }
    if (!raise_decode(d, start, end, reason, &exception))
        return false;
    if (handler != CUSTOM) {
        mr_raise_value(t, exception);
        return false;
    }
    if (!run_custom(t, d->errors, exception, d, 0, &replacement, next))
        return false;
    mr_buf_write(&d->out, MR_STR(replacement)->bytes, MR_STR(replacement)->nbytes);
    return true;
}

/* Bytes of a code unit. */
static unsigned unit_size(MrCodecId id)
{
    if (id >= MR_CODEC_UTF16 && id <= MR_CODEC_UTF16_BE)
        return 2;
    return id >= MR_CODEC_UTF32 && id <= MR_CODEC_UTF32_BE ? 4 : 1;
}

/* Writes ASCII or replacement text through the codec; false if a character has no encoding. */
static bool put_encoded(MrEncoding *e, const char *text, size_t n)
{
    for (const char *p = text, *end = text + n; p < end;)
        if (!mr_codec_put(e, mr_utf8_decode_valid(&p)))
            return false;
    return true;
}

static void put_surrogate(MrEncoding *e, uint32_t c)
{
    char b[4] = {0};
    switch (e->id) {
    case MR_CODEC_UTF8: case MR_CODEC_UTF8_SIG: mr_buf_put_codepoint(&e->out, c); return;
    case MR_CODEC_UTF16_BE: b[0] = (char)(c >> 8), b[1] = (char)c; break;
    case MR_CODEC_UTF16: case MR_CODEC_UTF16_LE: b[0] = (char)c, b[1] = (char)(c >> 8); break;
    case MR_CODEC_UTF32_BE: b[2] = (char)(c >> 8), b[3] = (char)c; break;
    default: b[0] = (char)c, b[1] = (char)(c >> 8); break;
    }
    mr_buf_write(&e->out, b, unit_size(e->id));
}

/* What a standard handler puts in place of one code point; false: it has nothing for it. */
static bool put_replacement(MrEncoding *e, Handler handler, uint32_t c)
{
    char name[MR_UNINAME_MAX];
    MrBuf text = MR_BUF_EMPTY;
    switch (handler) {
    case IGNORE: return true;
    case REPLACE: return mr_codec_put(e, '?');
    case XMLCHARREF: mr_buf_printf(&text, "&#%u;", c); break;
    case NAMEREPLACE:
        if (mr_uniname_of(c, name))
            mr_buf_printf(&text, "\\N{%s}", name);
        else
            mr_str_put_escape(&text, c);
        break;
    case BACKSLASH: mr_str_put_escape(&text, c); break;
    case SURROGATEESCAPE:
        if (c < 0xDC80 || c > 0xDCFF || unit_size(e->id) > 1)
            return false;
        mr_buf_putc(&e->out, (char)(c - 0xDC00));
        return true;
    case SURROGATEPASS:
        if (!mr_codepoint_is_surrogate(c) || e->id == MR_CODEC_ASCII || e->id == MR_CODEC_LATIN1 || e->id >= MR_CODEC_PAGE)
            return false;
        put_surrogate(e, c);
        return true;
    default: return false;
    }
    e->out.failed |= text.failed;
    bool ok = put_encoded(e, text.data ? text.data : "", text.length);
    mr_buf_fini(&text);
    return ok;
}

bool mr_codec_encode_fault(MrEncoding *e, size_t start, size_t end, const char *reason, size_t *next)
{
    MrThread *t = e->t;
    Handler handler = find_handler(t, e->errors);
    *next = end;
    size_t mark = e->out.length;
    if (handler != STRICT && handler != CUSTOM) {
        bool ok = true;
        const char *p = MR_STR(e->str)->bytes + mr_str_offset(t, MR_STR(e->str), start);
        size_t i = start;
        for (size_t work = 0; i < end && ok; i++) {
            if (!mr_limits_work(t, work))
                return false;
            ok = put_replacement(e, handler, mr_utf8_decode_valid(&p));
        }
        if (ok)
            return true;
        if (handler == SURROGATEESCAPE && e->id < MR_CODEC_PAGE)
            start = i - 1; /* the exception is about what could not be escaped */
        if (!e->out.failed)
            e->out.length = mark;
    }
    MrValue exception = make_exception(t, MR_EXC_UnicodeEncodeError, e->encoding, e->str, start, end, reason), replacement;
    if (exception == MR_ERROR)
        return false;
    if (handler == CUSTOM) {
        if (!run_custom(t, e->errors, exception, NULL, MR_STR(e->str)->length, &replacement, next))
            return false;
        bool is_bytes = mr_is_kind(replacement, MR_KIND_BYTES);
        if (is_bytes && MR_BYTES(replacement)->length % unit_size(e->id) == 0) {
            mr_buf_write(&e->out, MR_BYTES(replacement)->bytes, MR_BYTES(replacement)->length);
            return true;
        }
        bool encodes = is_bytes || e->id == MR_CODEC_ASCII || e->id == MR_CODEC_LATIN1 || e->id >= MR_CODEC_PAGE || mr_str_is_ascii(MR_STR(replacement));
        if (!is_bytes && encodes && put_encoded(e, MR_STR(replacement)->bytes, MR_STR(replacement)->nbytes))
            return true;
    }
    mr_raise_value(t, exception);
    return false;
}

/* ---- entry points ---- */

MrValue mr_codec_decode(MrThread *t, MrCodecId id, const char *bytes, size_t n, const char *errors, bool final, size_t *consumed)
{
    size_t good = 0;
    *consumed = n;
    if (id == MR_CODEC_UTF8 && !mr_text_validate_long(t, bytes, n, false, &good))
        return MR_ERROR;
    if (id == MR_CODEC_UTF8 && good == n)
        return mr_str_new(t, bytes, n);
    MrDecoding d = {t, id, message_name(id), errors, bytes, n, final, MR_BUF_EMPTY, MR_UNBOUND};
    if (n > MR_WORK_PIECE && id != MR_CODEC_UTF8)
        mr_buf_reserve(&d.out, n); /* what grows is copied at once */
    if (mr_codec_decode_text(&d, consumed))
        return mr_str_buf(t, &d.out);
    mr_buf_fini(&d.out);
    return MR_ERROR;
}

MrValue mr_codec_encode(MrThread *t, MrCodecId id, MrValue str, const char *errors)
{
    MrStr *s = MR_STR(str);
    if (id == MR_CODEC_UTF8 || id == MR_CODEC_ASCII || id == MR_CODEC_LATIN1)
        if (mr_str_is_ascii(s) || (id == MR_CODEC_UTF8 && (!memchr(s->bytes, 0xED, s->nbytes) || !mr_utf8_find_surrogate(s->bytes, s->nbytes, NULL))))
            return mr_bytes_new(t, s->bytes, s->nbytes);
    MrEncoding e = {t, id, message_name(id), errors, str, MR_BUF_EMPTY};
    MrValue v = MR_ERROR;
    if (mr_codec_encode_text(&e))
        v = e.out.failed ? mr_raise_no_memory(t) : mr_bytes_new(t, e.out.length ? e.out.data : "", e.out.length);
    mr_buf_fini(&e.out);
    return v;
}

/* The codec that the first search function to know the name gives; it is remembered. MR_NONE: nobody knows it. */
static MrValue run_searches(MrThread *t, MrValue name)
{
    MrValue searches = t->iso->codec_search;
    if (searches == MR_UNBOUND)
        return MR_NONE;
    MrDict *found = MR_DICT(MR_LIST(searches)->items[0]);
    MrValue r = mr_dict_get(t, found, name);
    if (r != MR_UNBOUND)
        return r;
    for (size_t i = 1; i < MR_LIST(searches)->length; i++) {
        r = mr_call1(t, MR_LIST(searches)->items[i], name);
        if (r == MR_ERROR)
            return MR_ERROR;
        if (r == MR_NONE)
            continue;
        if (!mr_is_tuple(r) || MR_TUPLE(r)->length != 4)
            return mr_raise(t, MR_EXC_TypeError, "codec search functions must return 4-tuples");
        return mr_dict_set(t, found, name, r) ? r : MR_ERROR;
    }
    return MR_NONE;
}

MrValue mr_codec_search(MrThread *t, const char *encoding)
{
    char normalized[NAME_MAX_LENGTH];
    if (normalize_name(encoding, normalized)) {
        if (mr_import(t, "codecs") == MR_ERROR)
            return MR_ERROR;
        MrValue name = mr_str_c(t, normalized);
        MrValue r = name == MR_ERROR ? MR_ERROR : run_searches(t, name);
        if (r != MR_NONE)
            return r;
    }
    return mr_raise(t, MR_EXC_LookupError, "unknown encoding: %s", encoding);
}

/* A failure of a codec gets a note that names it, except for the few that CPython runs without its registry. The result is MR_ERROR. */
static MrValue note_failure(MrThread *t, const char *encoding, const char *doing)
{
    if (!mr_pending(t) || !mr_pending_is(t, MR_EXC_Exception))
        return MR_ERROR;
    MrValue error = mr_take_pending(t);
    MrValue note = mr_strf(t, "%s with '%s' codec failed", doing, encoding);
    if (note != MR_ERROR && mr_call_method(t, error, mr_intern(t, "add_note", 8), 1, &note) != MR_ERROR)
        mr_raise_value(t, error);
    return MR_ERROR;
}

/* Result of a registered codec's encode (0) or decode (1) function. */
static MrValue run_registered(MrThread *t, const char *encoding, const char *errors, int which, MrValue object)
{
    MrValue codec = mr_codec_search(t, encoding);
    if (codec == MR_ERROR)
        return MR_ERROR;
    MrStr *attr = mr_intern(t, "_is_text_encoding", 17);
    MrValue is_text = attr ? mr_getattr_or(t, codec, attr) : MR_ERROR;
    if (is_text == MR_ERROR)
        return MR_ERROR;
    if (is_text == MR_FALSE)
        return mr_raise(t, MR_EXC_LookupError, "'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs", encoding, which ? "decode" : "encode");
    MrValue mode = mr_str_c(t, errors);
    MrValue r = mode == MR_ERROR ? MR_ERROR : mr_call2(t, MR_TUPLE(codec)->items[which], object, mode);
    if (r == MR_ERROR)
        return note_failure(t, encoding, which ? "decoding" : "encoding");
    if (!mr_is_tuple(r) || MR_TUPLE(r)->length != 2)
        return mr_raise(t, MR_EXC_TypeError, "%s must return a tuple (object, integer)", which ? "decoder" : "encoder");
    r = MR_TUPLE(r)->items[0];
    if (!mr_is_kind(r, which ? MR_KIND_STR : MR_KIND_BYTES))
        return mr_raise(t, MR_EXC_TypeError, "'%s' %s returned '%s' instead of '%s'; use codecs.%s() to %s to arbitrary types", encoding,
                        which ? "decoder" : "encoder", mr_type_name(t, r), which ? "str" : "bytes", which ? "decode" : "encode", which ? "decode" : "encode");
    return r;
}

static bool is_noted(MrCodecId id)
{
    return id >= MR_CODEC_PAGE || id == MR_CODEC_UTF8_SIG || id == MR_CODEC_UNICODE_ESCAPE || id == MR_CODEC_RAW_UNICODE_ESCAPE;
}

MrValue mr_decode(MrThread *t, const char *bytes, size_t n, const char *encoding, const char *errors)
{
    MrCodecId id = mr_codec_find(encoding);
    size_t consumed;
    if (id != MR_CODEC_NONE) {
        MrValue text = mr_codec_decode(t, id, bytes, n, errors ? errors : "strict", true, &consumed);
        return text == MR_ERROR && is_noted(id) ? note_failure(t, encoding, "decoding") : text;
    }
    MrValue object = mr_bytes_new(t, bytes, n);
    return object == MR_ERROR ? MR_ERROR : run_registered(t, encoding, errors ? errors : "strict", 1, object);
}

MrValue mr_encode(MrThread *t, MrValue str, const char *encoding, const char *errors)
{
    MrCodecId id = mr_codec_find(encoding);
    if (id != MR_CODEC_NONE) {
        MrValue bytes = mr_codec_encode(t, id, str, errors ? errors : "strict");
        return bytes == MR_ERROR && is_noted(id) ? note_failure(t, encoding, "encoding") : bytes;
    }
    return run_registered(t, encoding, errors ? errors : "strict", 0, str);
}
