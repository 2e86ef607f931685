import errno

print(errno.ENOENT, errno.EEXIST, errno.EINTR, errno.EAGAIN == errno.EWOULDBLOCK)
print(errno.errorcode[errno.ENOENT], errno.errorcode[errno.EPIPE], errno.errorcode[errno.ENOTSUP], errno.errorcode[errno.EAGAIN])
print(len(errno.errorcode), all(getattr(errno, name) == number for number, name in errno.errorcode.items()))
