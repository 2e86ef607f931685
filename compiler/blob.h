/* A code unit as bytes, for frozen modules and caches. Little-endian, numbers as varints, a version and a checksum up front;
 * readable only by the same version of the instruction set. Reading never trusts the bytes: sizes are checked against what is
 * left, and the unit is verified before it is handed out, unless the caller knows who made it.
 */
#ifndef MR_COMPILER_BLOB_H
#define MR_COMPILER_BLOB_H

#include "base/buf.h"
#include "compiler/code.h"

/* Appends the unit; false (and out->failed) when memory is out. */
bool mr_blob_write(const MrUnit *unit, MrBuf *out);

/* The unit, malloc'd, or NULL with one line of reason appended to `why`. It is verified as a program that can be run by itself, and its inline
 * caches are empty. `trusted`: a part of this binary, which is not verified again. */
MrUnit *mr_blob_read(const void *bytes, size_t length, bool trusted, MrBuf *why);

#endif
