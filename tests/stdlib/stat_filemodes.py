# stat: names of modes, kinds, bits, and filemode over every kind and permission.
import stat

kinds = ('S_IFDIR', 'S_IFCHR', 'S_IFBLK', 'S_IFREG', 'S_IFIFO', 'S_IFLNK', 'S_IFSOCK')
for kind in kinds:
    mode = getattr(stat, kind)
    print(kind, oct(mode), [name for name in ('S_ISDIR', 'S_ISCHR', 'S_ISBLK', 'S_ISREG', 'S_ISFIFO', 'S_ISLNK', 'S_ISSOCK', 'S_ISDOOR', 'S_ISPORT', 'S_ISWHT') if getattr(stat, name)(mode | 0o644)],
          [stat.filemode(mode | bits) for bits in (0, 0o777, 0o644, 0o4755, 0o2711, 0o1777, 0o7000, 0o4644, 0o1666)], oct(stat.S_IFMT(mode | 0o1234)), oct(stat.S_IMODE(mode | 0o7654)))
print(stat.filemode(0), stat.filemode(0o777), stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO == 0o777, stat.ST_MODE, stat.ST_CTIME, oct(stat.S_ISUID), oct(stat.S_ENFMT), stat.UF_NODUMP, stat.FILE_ATTRIBUTE_HIDDEN)
for action in (lambda: stat.filemode('x'), lambda: stat.filemode(), lambda: stat.S_IFMT(1.5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__)
