/* What the decompressors with an input buffer of their own share (bz2, lzma, zlib._ZlibDecompressor).
 *
 * decompress(data, max_length) gives at most max_length bytes; input that was not used up waits in the object, so that a small input that swells
 * to a huge output is taken piece by piece. The kind of stream is a function that makes one step.
 */
#ifndef MR_STDLIB_NATIVE_DECOMPRESS_H
#define MR_STDLIB_NATIVE_DECOMPRESS_H

#include "stdlib/native/instance.h"

typedef struct MrDecompressor {
    MrObj h;
    bool eof, needs_input;
    bool greedy;          /* needs input as soon as all of it was taken, though more output may be due */
    MrValue pending;      /* bytes: input not used yet, or MR_UNBOUND */
    MrValue unused;       /* bytes behind the end of the stream, or MR_UNBOUND */
} MrDecompressor;
#define MR_DECOMPRESSOR(v) ((MrDecompressor *)mr_obj_of(v))

enum { MR_STREAM_GOES_ON, MR_STREAM_ENDED, MR_STREAM_FAILED };

/* Makes one step: moves *in and *out on, lessens the counts. MR_STREAM_FAILED: exception pending. */
typedef int MrStreamStep(MrThread *t, MrDecompressor *d, const unsigned char **in, size_t *n_in, unsigned char **out, size_t *n_out);

void mr_decompressor_init(MrDecompressor *d, bool greedy);
void mr_decompressor_trace(MrGc *gc, MrObj *o);

/* decompress(data, max_length=-1) */
MrValue mr_decompress(MrThread *t, MrDecompressor *d, MrStreamStep *step, MrValue data, MrValue max_length) MR_MUST_CHECK;

/* Rows for eof, needs_input, unused_data. */
MrValue mr_decompressor_get_eof(MrThread *t, MrValue self);
MrValue mr_decompressor_get_needs_input(MrThread *t, MrValue self);
MrValue mr_decompressor_get_unused(MrThread *t, MrValue self);
#define MR_DECOMPRESSOR_GETSET \
    {"eof", mr_decompressor_get_eof, NULL, "Whether the stream's end has been reached."}, \
    {"needs_input", mr_decompressor_get_needs_input, NULL, "Whether decompress() has to be given more data before it can return something."}, \
    {"unused_data", mr_decompressor_get_unused, NULL, "What came behind the end of the stream."}

/* Makes room behind what `out` holds: *room bytes from the returned address. NULL: MemoryError. */
unsigned char *mr_stream_room(MrThread *t, MrBuf *out, size_t most, size_t *room) MR_MUST_CHECK;
/* The bytes object of what a buffer holds; frees the buffer. */
MrValue mr_stream_bytes(MrThread *t, MrBuf *out) MR_MUST_CHECK;

#endif
