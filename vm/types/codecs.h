/* Text encodings: names, error handlers, and the conversions between str and bytes.
 *
 * codecs.c knows encodings by name, asks the codecs that scripts register, and runs error handlers; codec_text.c holds the conversions. A
 * conversion works through a whole input, reporting each fault to mr_codec_decode_fault / mr_codec_encode_fault, which tell it where to go on.
 */
#ifndef MR_TYPES_CODECS_H
#define MR_TYPES_CODECS_H

#include "vm/vm.h"

typedef enum MrCodecId {
    MR_CODEC_NONE, MR_CODEC_UTF8, MR_CODEC_UTF8_SIG, MR_CODEC_ASCII, MR_CODEC_LATIN1, MR_CODEC_UTF16, MR_CODEC_UTF16_LE, MR_CODEC_UTF16_BE,
    MR_CODEC_UTF32, MR_CODEC_UTF32_LE, MR_CODEC_UTF32_BE, MR_CODEC_UNICODE_ESCAPE, MR_CODEC_RAW_UNICODE_ESCAPE,
    MR_CODEC_PAGE /* the first single-byte code page; more follow */
} MrCodecId;

/* The native codec of an encoding's name or alias, MR_CODEC_NONE if there is none. */
MrCodecId mr_codec_find(const char *encoding);

/* Its standard name ("utf-8", "iso8859-2"). */
const char *mr_codec_name(MrCodecId id);

/* All names of codec number i, separated by spaces; NULL behind the last. */
const char *mr_codec_aliases(size_t i);

/* One decoding in progress. */
typedef struct MrDecoding {
    MrThread *t;
    MrCodecId id;
    const char *encoding, *errors; /* encoding: as messages call it */
    const char *bytes;
    size_t n;
    bool final;       /* false: an incomplete sequence at the end is left over */
    MrBuf out;
    MrValue object;   /* the bytes object for exceptions, made when needed */
} MrDecoding;

/* One encoding in progress. */
typedef struct MrEncoding {
    MrThread *t;
    MrCodecId id;
    const char *encoding, *errors;
    MrValue str;
    MrBuf out;
} MrEncoding;

/* Decodes; *consumed gets the count of bytes used. [script] */
MrValue mr_codec_decode(MrThread *t, MrCodecId id, const char *bytes, size_t n, const char *errors, bool final, size_t *consumed) MR_MUST_CHECK;
/* [script] bytes */
MrValue mr_codec_encode(MrThread *t, MrCodecId id, MrValue str, const char *errors) MR_MUST_CHECK;

/* bytes[start, end) cannot be decoded: runs the handler, which writes to d->out. *next gets where to go on. false: exception. [script] */
bool mr_codec_decode_fault(MrDecoding *d, size_t start, size_t end, const char *reason, size_t *next) MR_MUST_CHECK;

/* The code points [start, end) cannot be encoded; the same. [script] */
bool mr_codec_encode_fault(MrEncoding *e, size_t start, size_t end, const char *reason, size_t *next) MR_MUST_CHECK;

/* codec_text.c: the conversion loops. Decoding returns the bytes consumed through *consumed. */
bool mr_codec_decode_text(MrDecoding *d, size_t *consumed) MR_MUST_CHECK;
bool mr_codec_encode_text(MrEncoding *e) MR_MUST_CHECK;
/* Appends one code point in the encoding; false (nothing written, nothing pending) if it has none. */
bool mr_codec_put(MrEncoding *e, uint32_t c);
/* Names of code page number i; NULL behind the last. */
const char *mr_codec_page_name(size_t i, const char **aliases);

/* The handler registered by scripts, or MR_UNBOUND. */
MrValue mr_codec_handler(MrThread *t, const char *name);

/* iso->codec_search, once a script registers one, is a list: a dict of the codecs found so far by name, then the search functions. */

/* The 4-tuple of a codec registered by scripts; LookupError if there is none. [script] */
MrValue mr_codec_search(MrThread *t, const char *encoding) MR_MUST_CHECK;

#endif
