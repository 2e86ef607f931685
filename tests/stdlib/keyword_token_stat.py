import keyword, stat, errno, os
print(keyword.kwlist, keyword.softkwlist, keyword.iskeyword("for"), keyword.iskeyword("For"), keyword.issoftkeyword("match"))
for mode in (0o100644, 0o40755, 0o120777, 0o104755, 0o102711, 0o41777, 0o20620, 0o60660, 0o10600, 0o140755, 0, 0o100000): print(oct(mode), stat.filemode(mode), stat.S_ISREG(mode), stat.S_ISDIR(mode), stat.S_ISLNK(mode), stat.S_ISSOCK(mode), stat.S_ISFIFO(mode), stat.S_ISCHR(mode), stat.S_ISBLK(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)))
print(stat.S_IRWXU, stat.S_IRUSR, stat.S_ISUID, stat.S_ISVTX, stat.ST_MODE, stat.ST_SIZE, errno.ENOENT, errno.errorcode[2], os.strerror(13), len(errno.errorcode) > 100)
