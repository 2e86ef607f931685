"""The data of an archive's members: as files to read from, and where it lies for files with holes, in the four ways that tar has told of them.

A map of holes is a list of (offset, size): the pieces of the file that have data, which follow one another in the archive.
"""
import io

BLOCKSIZE = 512


def old_map(header, number):
    """What GNU's old header says: (pieces, whether more headers follow, size of the file)."""
    pieces = []
    for at in range(386, 386 + 4 * 24, 24):
        try:
            pieces.append((number(header[at:at + 12]), number(header[at + 12:at + 24])))
        except ValueError:
            break
    return pieces, bool(header[482]), number(header[483:495])


def more_of_old_map(file, pieces, number):
    """Reads the headers that go on with an old map."""
    more = True
    while more:
        block = file.read(BLOCKSIZE)
        for at in range(0, 21 * 24, 24):
            try:
                piece = number(block[at:at + 12]), number(block[at + 12:at + 24])
            except (ValueError, IndexError):
                break
            if all(piece):
                pieces.append(piece)
        more = len(block) > 504 and bool(block[504])


def pax_map(file, records, pairs):
    """The map that the records of a pax header tell of, or None. Version 1.0 has it before the data, which `file` is at."""
    def split(numbers):
        numbers = [int(number) for number in numbers]
        return list(zip(numbers[::2], numbers[1::2]))

    if 'GNU.sparse.map' in records:
        return split(records['GNU.sparse.map'].split(','))
    if 'GNU.sparse.size' in records:
        return split([value for key, value in pairs if key in ('GNU.sparse.offset', 'GNU.sparse.numbytes')])
    if records.get('GNU.sparse.major') == '1' and records.get('GNU.sparse.minor') == '0':
        block = file.read(BLOCKSIZE)
        count, _, block = block.partition(b'\n')
        while block.count(b'\n') < 2 * int(count):
            more = file.read(BLOCKSIZE)
            if not more:
                break
            block += more
        return split(block.split(b'\n')[:2 * int(count)])
    return None


class MemberFile(io.RawIOBase):
    """The data of a member as a raw stream."""

    def __init__(self, file, start, size, name, sparse, failure):
        self._file, self._size, self._place = file, size, 0
        self.name = name
        self._failure = failure
        # (start in the member, its end, start in the archive or None for a hole)
        self._pieces, end, at = [], 0, start
        for offset, length in [(0, size)] if sparse is None else sparse:
            if offset > end:
                self._pieces.append((end, offset, None))
            end = offset + length
            self._pieces.append((offset, end, at))
            at += length
        if end < size:
            self._pieces.append((end, size, None))

    def readable(self):
        return True

    def seekable(self):
        return self._file.seekable() if hasattr(self._file, "seekable") else True

    def tell(self):
        return self._place

    def seek(self, position, whence=io.SEEK_SET):
        if whence not in (0, 1, 2):
            raise ValueError("Invalid argument")
        place = position + (0, self._place, self._size)[whence]
        self._place = min(max(place, 0), self._size)
        return self._place

    def readinto(self, b):
        wanted = min(len(b), self._size - self._place)
        if wanted <= 0:
            return 0
        start, end, at = next(piece for piece in self._pieces if piece[0] <= self._place < piece[1])
        n = min(wanted, end - self._place)
        if at is None:
            data = bytes(n)
        else:
            self._file.seek(at + self._place - start)
            data = self._file.read(n)
            if not data:
                raise self._failure("unexpected end of data")
        b[:len(data)] = data
        self._place += len(data)
        return len(data)
