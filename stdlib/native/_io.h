/* Internals of _io. A file opened by open() is three objects, as in CPython: raw (FileIO), buffered, text. A layer whose lower neighbour is a
 * native one of the exact type calls it in C; over anything else it calls methods by name. Layers: _io_file.c, _io_buffer.c, _io_text.c (with
 * _io_text_read.c); in memory: _io_bytes.c, _io_string.c; what all share and the abstract bases: _io_base.c; open() and the module: _io.c.
 *
 * Counts of bytes are int64: MR_IO_ERROR with the exception pending, MR_IO_BLOCKED when a non-blocking descriptor has nothing to give.
 */
#ifndef MR_STDLIB_IO_INTERNAL_H
#define MR_STDLIB_IO_INTERNAL_H

#include "stdlib/native/io.h"
#include "vm/type.h"
#include "vm/types/codecs.h"

#define MR_IO_BUFFER 8192
enum { MR_IO_ERROR = -1, MR_IO_BLOCKED = -2 };

typedef struct MrFileIO {
    MrObj h;
    MrValue name;            /* MR_UNBOUND: opened without one */
    int fd;                  /* -1: closed */
    bool readable, writable, appending, created, closefd, dying;
    int8_t seekable;         /* -1: not asked yet */
} MrFileIO;

typedef struct MrBuffered {
    MrObj h;
    MrValue raw;             /* MR_UNBOUND: detached or not initialized */
    MrFileIO *file;          /* raw if it is exactly a FileIO, else NULL */
    MrValue text;            /* the text layer on top: it must be flushed first when all are garbage */
    char *buf;               /* buffer */
    size_t size, pos, end;   /* buf[pos..end): read ahead */
    size_t written;          /* buf[0..written): to be written; never both */
    bool is_full_size;       /* buf has `size` bytes; until it is used it has none */
    bool readable, writable, closed;
    MrThread *busy;          /* this thread is away with the buffer in a system call; the others wait */
    MrWaitQueue queue;
} MrBuffered;

typedef struct MrTextIO {
    MrObj h;
    MrValue buffer;          /* MR_UNBOUND: detached or not initialized */
    MrBuffered *native;      /* buffer if it is exactly a native buffered one */
    MrValue encoding, errors, mode; /* mode: MR_UNBOUND unless open() set it */
    MrCodecId codec, in, out;/* as named; as the next bytes are to be read and written (after a BOM); NONE: of codecs.register */
    bool universal, translate; /* reading: any line end counts; and is given as \n */
    char line_end[3];        /* reading: what ends a line when not universal */
    char write_end[3];       /* writing: what \n becomes; "" for itself */
    bool line_buffering, write_through, closed, telling, at_eof;
    uint8_t seen;            /* line ends seen: 1 \r, 2 \n, 4 \r\n */
    char *pending;           /* buffer: encoded, not yet handed down */
    size_t n_pending;
    MrValue decoded;         /* str, MR_UNBOUND: none */
    size_t at;               /* byte offset of what is unread in decoded */
    MrValue chunk;           /* bytes that decoded came from, and after chunk_used the start of the next */
    size_t chunk_used;
    bool plain;              /* decoded has the very bytes of the chunk */
} MrTextIO;

extern const MrTypeDef mr_fileio_type, mr_bufferedreader_type, mr_bufferedwriter_type, mr_bufferedrandom_type, mr_textiowrapper_type, mr_bytesio_type,
    mr_stringio_type, mr_iobase_type, mr_rawiobase_type, mr_bufferediobase_type, mr_textiobase_type;

/* Is v an instance of the def's type itself, without attributes of its own? */
bool mr_io_is_exact(MrThread *t, MrValue v, const MrTypeDef *def);

/* ---- _io_base.c ---- */
MrValue mr_io_unsupported(MrThread *t, const char *what);
MrValue mr_io_call(MrThread *t, MrValue obj, const char *method, size_t argc, const MrValue *args) MR_MUST_CHECK;
/* The truth of an attribute or of a method's answer: 1, 0, -1. */
int mr_io_is_closed(MrThread *t, MrValue obj);
int mr_io_ask(MrThread *t, MrValue obj, const char *method);
/* A size argument: None and a missing one are -1. */
bool mr_io_size(MrThread *t, MrValue v, int64_t *n) MR_MUST_CHECK;
/* An int argument that must fit 64 bits. */
bool mr_io_offset(MrThread *t, MrValue v, int64_t *n) MR_MUST_CHECK;
/* Bytes that may be written to, of a readinto() argument. */
bool mr_io_writable_bytes(MrThread *t, MrValue v, char **p, size_t *n) MR_MUST_CHECK;
/* "<_io.X name='...' ...": opens a repr with the name attribute of v when it has one. */
bool mr_io_repr_open(MrThread *t, MrBuf *b, MrValue v) MR_MUST_CHECK;
/* Runs two steps of a close: the second even when the first failed, whose error then becomes the context. */
MrValue mr_io_both(MrThread *t, MrValue first, MrValue (*second)(MrThread *t, MrValue self), MrValue self);
/* The state of StringIO and BytesIO for pickle: `n` parts, of which the last one, the attributes, is filled in here. */
MrValue mr_io_memory_state(MrThread *t, MrValue self, MrValue *parts, size_t n) MR_MUST_CHECK;
/* Sets the attributes of such a state, reads the position. NULL: an exception is pending. */
MrTuple *mr_io_memory_restore(MrThread *t, MrValue self, MrValue state, size_t n, int64_t *pos) MR_MUST_CHECK;

MrNativeDecl io_enter, io_exit, io_iter, io_next, io_readline, io_readlines, io_writelines, io_del, io_getstate, io_check_closed, io_check_readable, io_check_writable,
    io_check_seekable;
#define MR_IO_METHODS \
    {"__enter__(self, /)", io_enter, "Gives the object itself, for `as`; leaving the block closes it.", 0}, \
    {"__exit__(self, /, *args)", io_exit, "Close it.", 0}, \
    {"readlines(self, hint=-1, /)", io_readlines, \
     "The remaining lines as a list; no further line is read once hint bytes or characters are exceeded.", 0}, \
    {"writelines(self, lines, /)", io_writelines, "Write each item; no line ends are added.", 0}, \
    {"_checkClosed(self, /)", io_check_closed, "ValueError if it is closed.", 0}, \
    {"_checkReadable(self, /)", io_check_readable, "UnsupportedOperation unless it can be read.", 0}, \
    {"_checkWritable(self, /)", io_check_writable, "UnsupportedOperation unless it can be written.", 0}, \
    {"_checkSeekable(self, /)", io_check_seekable, "UnsupportedOperation unless its position can be changed.", 0}

/* ---- _io_file.c ---- */
/* A FileIO over what open() was given. */
MrValue mr_fileio_open(MrThread *t, MrType *type, MrValue file, const char *mode, MrValue closefd, MrValue opener) MR_MUST_CHECK;
/* The raw file of a standard stream. */
MrValue mr_fileio_standard(MrThread *t, int fd, bool write, MrValue name) MR_MUST_CHECK;
int64_t mr_fileio_read(MrThread *t, MrFileIO *f, char *to, size_t n) MR_MUST_CHECK;
int64_t mr_fileio_write(MrThread *t, MrFileIO *f, const char *from, size_t n) MR_MUST_CHECK;
int64_t mr_fileio_seek(MrThread *t, MrFileIO *f, int64_t offset, int whence) MR_MUST_CHECK;
MrValue mr_fileio_close(MrThread *t, MrFileIO *f) MR_MUST_CHECK;
bool mr_fileio_is_seekable(MrFileIO *f);
/* Bytes from here to the end of a regular file, 0 if unknown. */
size_t mr_fileio_left(MrFileIO *f);

/* ---- _io_buffer.c ---- */
/* Over `raw`; `standard`: made at start-up, without a finalizer. */
MrValue mr_buffered_new(MrThread *t, const MrTypeDef *def, MrValue raw, size_t size, bool standard) MR_MUST_CHECK;
bool mr_buffered_flush(MrThread *t, MrBuffered *b) MR_MUST_CHECK; /* pending writes go to the raw layer */
bool mr_buffered_write(MrThread *t, MrBuffered *b, const char *p, size_t n) MR_MUST_CHECK;
/* At most n bytes with at most one read of the raw layer. */
int64_t mr_buffered_read1(MrThread *t, MrBuffered *b, char *to, size_t n) MR_MUST_CHECK;
/* All that is left, as bytes. */
MrValue mr_buffered_read_all(MrThread *t, MrBuffered *b) MR_MUST_CHECK;
int64_t mr_buffered_tell(MrThread *t, MrBuffered *b) MR_MUST_CHECK;

/* ---- _io_text.c, _io_text_read.c ---- */
/* What TextIOWrapper.__init__ does with values of the right kinds. */
bool mr_text_init(MrThread *t, MrTextIO *f, MrValue buffer, MrValue encoding, MrValue errors, MrValue newline, bool line_buffering, bool write_through) MR_MUST_CHECK;
int mr_text_is_closed(MrThread *t, MrTextIO *f);                  /* 1 closed, 0 open, -1 error */
bool mr_text_check(MrThread *t, MrTextIO *f) MR_MUST_CHECK;       /* initialized, attached, open */
bool mr_text_flush(MrThread *t, MrTextIO *f) MR_MUST_CHECK;       /* and flushes the buffer below */
void mr_text_forget(MrTextIO *f);                                 /* drops what was read ahead */
MrNativeDecl textio_read, textio_readline, textio_tell, textio_seek, textio_truncate;
MrValue textio_next(MrThread *t, MrValue self);
MrValue mr_text_newlines(MrThread *t, unsigned seen) MR_MUST_CHECK;
/* UTF-8 text with \r\n and \r replaced by \n. Returns the new length; `to` may be `from`. */
size_t mr_text_translate(MrThread *t, char *to, const char *from, size_t n);
/* Notes the kinds of line ends in the text: bits of MrTextIO.seen. */
unsigned mr_text_line_ends(MrThread *t, const char *p, size_t n);
/* The mode of newline=: false with TypeError or ValueError. `readnl` and `writenl` get at most 3 bytes. */
bool mr_text_newline(MrThread *t, MrValue newline, bool *universal, bool *translate, char line_end[3], char write_end[3]) MR_MUST_CHECK;
/* Length of the first line in the text with its end, by these rules; 0: there is no complete line. */
size_t mr_text_line(const char *p, size_t n, bool universal, bool translate, const char *line_end);

#endif
