/* What the files of _json share: _json.c the text of strings and the module, _json_scan.c the Scanner, _json_encode.c the Encoder. */
#ifndef MR_STDLIB_NATIVE_JSON_H
#define MR_STDLIB_NATIVE_JSON_H

#include "stdlib/native/instance.h"
#include "vm/types/str.h"

/* Appends the JSON string for n bytes of UTF-8, with \u escapes for all that is not ASCII if `ascii`. A buffer out of memory says so itself. */
bool mr_json_quote(MrThread *t, MrBuf *out, const char *p, size_t n, bool ascii) MR_MUST_CHECK;

/* How far from p the bytes may be copied as they are: up to a quote, a backslash, a control character and, if `ascii`, any byte above '~'. */
const char *mr_json_plain_end(const char *p, const char *end, bool ascii);

/* encode_basestring_ascii and encode_basestring: the Encoder knows them and does without the call. */
MrValue mr_json_encode_ascii(MrThread *t, MrValue *a);
MrValue mr_json_encode(MrThread *t, MrValue *a);

/* scanstring(string, end, strict=True). */
MrValue mr_json_scanstring(MrThread *t, MrValue *a);

/* skip(string, start): the index of the first character from `start` on that is not JSON's white space. */
MrValue mr_json_skip(MrThread *t, MrValue *a);

extern const MrTypeDef mr_json_scanner_def, mr_json_encoder_def;

#endif
