/* read(2), write(2) and their kin for as much as a script may choose: large transfers of files are made in pieces, between which they can be stopped. */
#ifndef MR_VM_TRANSFER_H
#define MR_VM_TRANSFER_H

#include <sys/types.h>
#include <sys/uio.h>

#include "vm/isolate.h"

/* As the system calls of these names do, of the thread that has left (mr_thread_leave). A transfer of a file that is stopped is a short one: the next poll
 * raises. What pipes, sockets and terminals transfer is what one call of the kernel does. */
ssize_t mr_transfer_read(MrIsolate *iso, int fd, void *to, size_t n);
ssize_t mr_transfer_pread(MrIsolate *iso, int fd, void *to, size_t n, off_t at);
ssize_t mr_transfer_write(MrIsolate *iso, int fd, const void *from, size_t n);
ssize_t mr_transfer_pwrite(MrIsolate *iso, int fd, const void *from, size_t n, off_t at);
ssize_t mr_transfer_readv(MrIsolate *iso, int fd, const struct iovec *v, int n);
ssize_t mr_transfer_writev(MrIsolate *iso, int fd, const struct iovec *v, int n);
ssize_t mr_transfer_sendfile(MrIsolate *iso, int to, int from, off_t *at, size_t n);
ssize_t mr_transfer_copy(MrIsolate *iso, int from, off_t *from_at, int to, off_t *to_at, size_t n);

#endif
