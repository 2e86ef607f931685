/* Decompressors that keep their input. See decompress.h. */
#include "stdlib/native/decompress.h"

#include "vm/isolate.h"

enum { FIRST_ROOM = 32768, MOST_ROOM = 1 << 18 /* is filled in some milliseconds */ };

void mr_decompressor_init(MrDecompressor *d, bool greedy)
{
    d->needs_input = true;
    d->greedy = greedy;
    d->pending = d->unused = MR_UNBOUND;
}

void mr_decompressor_trace(MrGc *gc, MrObj *o)
{
    const MrDecompressor *d = (const MrDecompressor *)o;
    mr_mark(gc, d->pending);
    mr_mark(gc, d->unused);
}

unsigned char *mr_stream_room(MrThread *t, MrBuf *out, size_t most, size_t *room)
{
    size_t want = out->length ? out->length : FIRST_ROOM;
    if (want > MOST_ROOM)
        want = MOST_ROOM;
    if (want > most)
        want = most;
    if (!mr_buf_reserve(out, want)) {
        mr_raise_no_memory(t);
        return NULL;
    }
    *room = want;
    return (unsigned char *)out->data + out->length;
}

MrValue mr_stream_bytes(MrThread *t, MrBuf *out)
{
    MrValue bytes = out->failed ? mr_raise_no_memory(t) : mr_bytes_new(t, out->data ? out->data : "", out->length);
    mr_buf_fini(out);
    return bytes;
}

/* What there is to read: `data` behind what is pending, in a bytes object. */
static MrValue joined(MrThread *t, MrDecompressor *d, const char *data, size_t n)
{
    if (d->pending == MR_UNBOUND || !MR_BYTES(d->pending)->length)
        return mr_bytes_new(t, data, n);
    size_t before = MR_BYTES(d->pending)->length;
    MrValue all = mr_bytes_new(t, NULL, before + n);
    if (all == MR_ERROR)
        return MR_ERROR;
    memcpy(MR_BYTES(all)->bytes, MR_BYTES(d->pending)->bytes, before);
    memcpy(MR_BYTES(all)->bytes + before, data, n);
    return all;
}

MrValue mr_decompress(MrThread *t, MrDecompressor *d, MrStreamStep *step, MrValue data, MrValue max_length)
{
    const char *bytes;
    size_t n;
    int64_t limit = -1;
    if (!mr_buffer_of(t, data, &bytes, &n) || (max_length != MR_UNBOUND && !mr_arg_ssize(t, max_length, &limit)))
        return MR_ERROR;
    if (d->eof)
        return mr_raise(t, MR_EXC_EOFError, "End of stream already reached");
    if (!mr_buffer_of(t, data, &bytes, &n))
        return MR_ERROR;
    MrValue input = joined(t, d, bytes, n);
    if (input == MR_ERROR)
        return MR_ERROR;
    const unsigned char *in = (const unsigned char *)MR_BYTES(input)->bytes;
    size_t n_in = MR_BYTES(input)->length, most = limit < 0 ? SIZE_MAX : (size_t)limit;
    MrBuf out = MR_BUF_EMPTY;
    bool filled = false;
    int state = MR_STREAM_GOES_ON;
    d->pending = MR_UNBOUND;
    for (;;) {
        size_t room = 0;
        unsigned char *start = mr_stream_room(t, &out, most - out.length, &room), *end = start;
        size_t left = room;
        state = start ? step(t, d, &in, &n_in, &end, &left) : MR_STREAM_FAILED;
        out.length += room - left;
        filled = !left;
        if (state == MR_STREAM_FAILED || (filled && !mr_poll(t))) {
            mr_buf_fini(&out);
            return MR_ERROR;
        }
        if (state == MR_STREAM_ENDED || (!n_in && !filled) || (filled && out.length >= most))
            break;
        if (!filled && room == left && n_in)
            break;
    }
    MrValue rest = n_in ? mr_bytes_new(t, (const char *)in, n_in) : MR_UNBOUND;
    if (rest == MR_ERROR) {
        mr_buf_fini(&out);
        return MR_ERROR;
    }
    if (state == MR_STREAM_ENDED) {
        d->eof = true;
        d->needs_input = false;
        d->unused = rest;
    } else {
        d->pending = rest;
        d->needs_input = !n_in && (d->greedy || !filled);
    }
    return mr_stream_bytes(t, &out);
}

MrValue mr_decompressor_get_eof(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(MR_DECOMPRESSOR(self)->eof);
}

MrValue mr_decompressor_get_needs_input(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(MR_DECOMPRESSOR(self)->needs_input);
}

MrValue mr_decompressor_get_unused(MrThread *t, MrValue self)
{
    return MR_DECOMPRESSOR(self)->unused == MR_UNBOUND ? mr_bytes_new(t, "", 0) : MR_DECOMPRESSOR(self)->unused;
}
