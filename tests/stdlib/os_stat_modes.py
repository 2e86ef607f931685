# stat: modes and their text
import stat
import genericpath
for mode in (0o100644, 0o040755, 0o120777, 0o104755, 0o102644, 0o041777, 0o041776, 0o020660, 0o060660, 0o010600, 0o140700, 0):
    print(oct(mode), stat.filemode(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)),
          [f.__name__ for f in (stat.S_ISDIR, stat.S_ISCHR, stat.S_ISBLK, stat.S_ISREG, stat.S_ISFIFO, stat.S_ISLNK, stat.S_ISSOCK, stat.S_ISDOOR, stat.S_ISPORT,
                                stat.S_ISWHT) if f(mode)])
print(sorted((k, v) for k, v in vars(stat).items() if isinstance(v, int) and k.startswith(('S_', 'ST_', 'UF', 'SF', 'FILE'))))
print(genericpath.commonprefix(['ab', 'ac']), genericpath.exists('/'))
