/* _iconv: the C library's conversions, for the East Asian encodings of encodings._multibyte.
 *
 * A call converts as far as it gets and says how far that was and why it stopped: error handlers, incremental decoding and the few
 * characters on which CPython's tables differ are the Python's business. Nothing is kept between calls. The C library loads its tables
 * when a conversion is first opened; where it has none for a name, a LookupError says so.
 */
#include <errno.h>
#include <iconv.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "vm/isolate.h"
#include "vm/limits.h"
#include "vm/types/str.h"

enum { PIECE = 1 << 16 };

typedef enum Stop { STOP_DONE, STOP_ILLEGAL, STOP_INCOMPLETE } Stop;

/* Converts what is at *from, appending to `out`; *from is where it stopped. False: an exception is pending. */
static bool convert(MrThread *t, iconv_t cd, const char **from, const char *end, MrBuf *out, Stop *stop)
{
    char *piece = malloc(PIECE);
    bool good = piece != NULL;
    *stop = STOP_DONE;
    for (bool flushing = false; good;) {
        char *in = (char *)*from, *to = piece;
        size_t wanted = (size_t)(end - *from) < PIECE ? (size_t)(end - *from) : PIECE, left = wanted, room = PIECE;
        bool last = wanted == (size_t)(end - *from);
        size_t r = flushing ? iconv(cd, NULL, NULL, &to, &room) : iconv(cd, &in, &left, &to, &room);
        int error = r == (size_t)-1 ? errno : 0;
        mr_buf_write(out, piece, (size_t)(to - piece));
        *from = in;
        if (!mr_limits_tick(t) || out->failed) {
            free(piece);
            return out->failed ? mr_raise_no_memory(t) != MR_ERROR : false;
        }
        if (error == E2BIG || (error == EINVAL && !last) || (!error && !last))
            continue;
        if (error == EILSEQ || error == EINVAL)
            *stop = error == EILSEQ ? STOP_ILLEGAL : STOP_INCOMPLETE;
        if (flushing)
            break;
        flushing = true; /* back to the initial state, also before an error */
    }
    if (!good)
        mr_raise_no_memory(t);
    free(piece);
    return good;
}

static MrValue run(MrThread *t, MrValue name, bool decoding, const char *text, size_t n)
{
    const char *at = text;
    Stop stop;
    iconv_t cd = decoding ? iconv_open("UTF-8", mr_cstr(name)) : iconv_open(mr_cstr(name), "UTF-8");
    if (cd == (iconv_t)-1)
        return mr_raise(t, MR_EXC_LookupError, "the C library knows no encoding '%s'", mr_cstr(name));
    MrBuf out = MR_BUF_EMPTY;
    MrValue parts[3] = {MR_ERROR};
    if (convert(t, cd, &at, text + n, &out, &stop)) {
        const char *data = out.data ? out.data : "";
        parts[0] = decoding ? mr_str_new(t, data, out.length) : mr_bytes_new(t, data, out.length);
    }
    iconv_close(cd);
    mr_buf_fini(&out);
    if (parts[0] == MR_ERROR)
        return MR_ERROR;
    parts[1] = mr_small_int((int64_t)(decoding ? (size_t)(at - text) : mr_utf8_count(text, (size_t)(at - text))));
    parts[2] = mr_small_int(stop);
    return mr_tuple_from(t, parts, 3);
}

static MrValue iconv_decode(MrThread *t, MrValue *a)
{
    const char *bytes;
    size_t n;
    if (!mr_arg_str(t, a[0], "decode", "1") || !mr_buffer_of(t, a[1], &bytes, &n))
        return MR_ERROR;
    return run(t, a[0], true, bytes, n);
}

static MrValue iconv_encode(MrThread *t, MrValue *a)
{
    if (!mr_arg_str(t, a[0], "encode", "1") || !mr_arg_str(t, a[1], "encode", "2"))
        return MR_ERROR;
    return run(t, a[0], false, MR_STR(a[1])->bytes, MR_STR(a[1])->nbytes);
}

static const MrMethodDef functions[] = {
    {"decode(charset, data, /)", iconv_decode, "The text of as much of the data as can be read, how many bytes that was, and why it is not all: 1 illegal, 2 incomplete, else 0.", 0},
    {"encode(charset, text, /)", iconv_encode, "The bytes of as much of the text as can be written, how many characters that was, and 1 if it is not all, else 0.", 0},
    {0},
};

const MrModuleDef mr_module__iconv = {.name = "_iconv", .functions = functions, .doc = "Conversions of the C library."};
