"""Looking into pickles: genops() gives the opcodes one by one, dis() prints them, optimize() drops what nothing refers to."""

import codecs
import io
import pickle

__all__ = ['dis', 'genops', 'optimize']


class ArgumentDescriptor:
    """What stands behind an opcode, and how it is read from a file."""

    __slots__ = ('name', 'n', 'reader', 'doc')

    def __init__(self, name, reader):
        self.name = name
        self.reader = reader


class StackObject:
    """A kind of thing on the stack."""

    __slots__ = ('name',)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


markobject, stackslice, anyobject = StackObject('mark'), StackObject('stackslice'), StackObject('any')


def _exactly(f, n, what):
    data = f.read(n)
    if len(data) != n:
        raise ValueError('not enough data in stream to read %s' % what)
    return data


def _unsigned(width, name):
    return ArgumentDescriptor(name, lambda f: int.from_bytes(_exactly(f, width, name), 'little'))


def _counted(width, name, convert=bytes):
    def read(f):
        n = int.from_bytes(_exactly(f, width, name), 'little')
        data = f.read(n)
        if len(data) != n:
            raise ValueError('expected %d bytes in a %s, but only %d remain' % (n, name, len(data)))
        return convert(data)
    return ArgumentDescriptor(name, read)


def _line(f):
    data = f.readline()
    if not data.endswith(b'\n'):
        raise ValueError('no newline found when trying to read stringnl')
    return data[:-1]


def read_stringnl(f, decode=True, stripquotes=True):
    data = _line(f)
    if stripquotes:
        for q in (b'"', b"'"):
            if data.startswith(q):
                if not data.endswith(q):
                    raise ValueError('strinq quote %r not found at both ends of %r' % (q, data))
                data = data[1:-1]
                break
        else:
            raise ValueError('no string quotes around %r' % data)
    return codecs.escape_decode(data)[0].decode('ascii') if decode else data


def _read_pair(f):
    return '%s %s' % (read_stringnl(f, stripquotes=False), read_stringnl(f, stripquotes=False))


def _read_int_line(f):
    data = _line(f)
    return {b'00': False, b'01': True}[data] if data in (b'00', b'01') else int(data)


def _read_long_line(f):
    data = _line(f)
    return int(data[:-1] if data[-1:] == b'L' else data)


def _read_float(f):
    import struct
    return struct.unpack('>d', _exactly(f, 8, 'float8'))[0]


def _text(data):
    return str(data, 'utf-8', 'surrogatepass')


def _latin(data):
    return data.decode('latin-1')


_arguments = {
    None: None,
    'uint1': _unsigned(1, 'uint1'), 'uint2': _unsigned(2, 'uint2'), 'uint4': _unsigned(4, 'uint4'), 'uint8': _unsigned(8, 'uint8'),
    'int4': ArgumentDescriptor('int4', lambda f: int.from_bytes(_exactly(f, 4, 'int4'), 'little', signed=True)),
    'stringnl': ArgumentDescriptor('stringnl', read_stringnl),
    'stringnl_noescape': ArgumentDescriptor('stringnl_noescape', lambda f: read_stringnl(f, stripquotes=False)),
    'stringnl_noescape_pair': ArgumentDescriptor('stringnl_noescape_pair', _read_pair),
    'string1': _counted(1, 'string1', _latin), 'string4': _counted(4, 'string4', _latin),
    'bytes1': _counted(1, 'bytes1'), 'bytes4': _counted(4, 'bytes4'), 'bytes8': _counted(8, 'bytes8'), 'bytearray8': _counted(8, 'bytearray8', bytearray),
    'unicodestringnl': ArgumentDescriptor('unicodestringnl', lambda f: str(_line(f), 'raw-unicode-escape')),
    'unicodestring1': _counted(1, 'unicodestring1', _text), 'unicodestring4': _counted(4, 'unicodestring4', _text),
    'unicodestring8': _counted(8, 'unicodestring8', _text),
    'decimalnl_short': ArgumentDescriptor('decimalnl_short', _read_int_line), 'decimalnl_long': ArgumentDescriptor('decimalnl_long', _read_long_line),
    'floatnl': ArgumentDescriptor('floatnl', lambda f: float(_line(f))), 'float8': ArgumentDescriptor('float8', _read_float),
    'long1': _counted(1, 'long1', pickle.decode_long), 'long4': _counted(4, 'long4', pickle.decode_long),
}


class OpcodeInfo:
    """One opcode: name, code, arg, stack_before, stack_after, proto."""

    __slots__ = ('name', 'code', 'arg', 'stack_before', 'stack_after', 'proto')

    def __init__(self, name, code, arg, stack_before, stack_after, proto):
        self.name = name
        self.code = code
        self.arg = arg
        self.stack_before = stack_before
        self.stack_after = stack_after
        self.proto = proto


def _kinds(letters):
    return [{'a': anyobject, 'm': markobject, 's': stackslice}[letter] for letter in letters]


# name, code, argument, what it takes from the stack > what it leaves (a: anything, m: the mark, s: all above it), protocol
_TABLE = """
INT I decimalnl_short >a 0
BININT J int4 >a 1
BININT1 K uint1 >a 1
BININT2 M uint2 >a 1
LONG L decimalnl_long >a 0
LONG1 \x8a long1 >a 2
LONG4 \x8b long4 >a 2
STRING S stringnl >a 0
BINSTRING T string4 >a 1
SHORT_BINSTRING U string1 >a 1
BINBYTES B bytes4 >a 3
SHORT_BINBYTES C bytes1 >a 3
BINBYTES8 \x8e bytes8 >a 4
BYTEARRAY8 \x96 bytearray8 >a 5
NEXT_BUFFER \x97 - >a 5
READONLY_BUFFER \x98 - a>a 5
NONE N - >a 0
NEWTRUE \x88 - >a 2
NEWFALSE \x89 - >a 2
UNICODE V unicodestringnl >a 0
SHORT_BINUNICODE \x8c unicodestring1 >a 4
BINUNICODE X unicodestring4 >a 1
BINUNICODE8 \x8d unicodestring8 >a 4
FLOAT F floatnl >a 0
BINFLOAT G float8 >a 1
EMPTY_LIST ] - >a 1
APPEND a - aa>a 0
APPENDS e - ams>a 1
LIST l - ms>a 0
EMPTY_TUPLE ) - >a 1
TUPLE t - ms>a 0
TUPLE1 \x85 - a>a 2
TUPLE2 \x86 - aa>a 2
TUPLE3 \x87 - aaa>a 2
EMPTY_DICT } - >a 1
DICT d - ms>a 0
SETITEM s - aaa>a 0
SETITEMS u - ams>a 1
EMPTY_SET \x8f - >a 4
ADDITEMS \x90 - ams>a 4
FROZENSET \x91 - ms>a 4
POP 0 - a> 0
DUP 2 - a>aa 0
MARK ( - >m 0
POP_MARK 1 - ms> 1
GET g decimalnl_short >a 0
BINGET h uint1 >a 1
LONG_BINGET j uint4 >a 1
PUT p decimalnl_short > 0
BINPUT q uint1 > 1
LONG_BINPUT r uint4 > 1
MEMOIZE \x94 - a>a 4
EXT1 \x82 uint1 >a 2
EXT2 \x83 uint2 >a 2
EXT4 \x84 int4 >a 2
GLOBAL c stringnl_noescape_pair >a 0
STACK_GLOBAL \x93 - aa>a 4
REDUCE R - aa>a 0
BUILD b - aa>a 0
INST i stringnl_noescape_pair ms>a 0
OBJ o - mas>a 1
NEWOBJ \x81 - aa>a 2
NEWOBJ_EX \x92 - aaa>a 4
PROTO \x80 uint1 > 2
STOP . - a> 0
FRAME \x95 uint8 > 4
PERSID P stringnl_noescape >a 0
BINPERSID Q - a>a 1
"""

# What the result is called, where it is more than any.
_RESULTS = {'INT': 'int_or_bool', 'NONE': 'None', 'FLOAT': 'float', 'BINFLOAT': 'float', 'NEXT_BUFFER': 'buffer', 'READONLY_BUFFER': 'buffer', 'FROZENSET': 'frozenset'}
for _result, _names in (
        ('int', 'BININT BININT1 BININT2 LONG LONG1 LONG4'), ('bytes_or_str', 'STRING BINSTRING SHORT_BINSTRING'), ('bytes', 'BINBYTES SHORT_BINBYTES BINBYTES8'),
        ('bytearray', 'BYTEARRAY8'), ('bool', 'NEWTRUE NEWFALSE'), ('str', 'UNICODE SHORT_BINUNICODE BINUNICODE BINUNICODE8'), ('list', 'EMPTY_LIST APPEND APPENDS LIST'),
        ('tuple', 'EMPTY_TUPLE TUPLE TUPLE1 TUPLE2 TUPLE3'), ('dict', 'EMPTY_DICT DICT SETITEM SETITEMS'), ('set', 'EMPTY_SET ADDITEMS')):
    _RESULTS.update(dict.fromkeys(_names.split(), _result))

opcodes = []
for _row in _TABLE.split('\n'):
    if _row:
        _name, _code, _arg, _effect, _proto = _row.split(' ')
        _before, _, _after = _effect.partition('>')
        opcodes.append(OpcodeInfo(_name, _code, _arguments[None if _arg == '-' else _arg], _kinds(_before), [StackObject(_RESULTS[_name])] if _name in _RESULTS else _kinds(_after), int(_proto)))
del _result, _names, _row, _name, _code, _arg, _effect, _proto, _before, _, _after

code2op = {op.code: op for op in opcodes}


def _genops(data, yield_end_pos=False):
    if isinstance(data, (bytes, bytearray)):
        data = io.BytesIO(data)
    getpos = getattr(data, 'tell', lambda: None)
    while True:
        pos = getpos()
        code = data.read(1)
        opcode = code2op.get(code.decode('latin-1'))
        if opcode is None:
            if code == b'':
                raise ValueError('pickle exhausted before seeing STOP')
            raise ValueError('at position %s, opcode %r unknown' % ('<unknown>' if pos is None else pos, code))
        arg = None if opcode.arg is None else opcode.arg.reader(data)
        if yield_end_pos:
            yield opcode, arg, pos, getpos()
        else:
            yield opcode, arg, pos
        if code == b'.':
            assert opcode.name == 'STOP'
            break


def genops(pickle):
    """Each opcode of a pickle, a bytes object or a binary file, as (OpcodeInfo, argument or None, position)."""
    return _genops(pickle)


def optimize(p):
    """The pickle without the memo entries that nothing fetches."""
    puts = set()            # indexes that are fetched
    steps = []              # what to write: kind, index in the memo, start, end
    proto = 0
    protoheader = b''
    for opcode, arg, pos, end_pos in _genops(p, yield_end_pos=True):
        if 'PUT' in opcode.name:
            steps.append(('put', arg, pos, end_pos))
        elif opcode.name == 'MEMOIZE':
            steps.append(('memoize', sum(step[0] in ('put', 'memoize') for step in steps), pos, end_pos))
        elif 'FRAME' in opcode.name:
            pass
        elif 'GET' in opcode.name:
            if opcode.proto > proto:
                proto = opcode.proto
            puts.add(arg)
            steps.append(('get', arg, pos, end_pos))
        elif opcode.name == 'PROTO':
            if arg > proto:
                proto = arg
            if pos == 0:
                protoheader = p[pos:end_pos]
            else:
                steps.append(('code', None, pos, end_pos))
        else:
            steps.append(('code', None, pos, end_pos))
    out = io.BytesIO()
    out.write(protoheader)
    pickler = _Emitter(out, proto)
    new_index = {}
    for kind, index, start, stop in steps:
        if kind in ('put', 'memoize'):
            if index not in puts:
                continue
            new_index[index] = len(new_index)
            data = pickler.put(new_index[index])
        elif kind == 'get':
            data = pickler.get(new_index[index])
        else:
            data = p[start:stop]
        pickler.write(data)
    pickler.end()
    return out.getvalue()


class _Emitter:
    # writes opcodes, from protocol 4 on in frames
    def __init__(self, out, proto):
        self.out = out
        self.proto = proto
        self.frame = io.BytesIO() if proto >= 4 else None

    def put(self, index):
        if self.proto >= 4:
            return pickle.MEMOIZE
        if self.proto >= 1:
            return pickle.BINPUT + bytes((index,)) if index < 256 else pickle.LONG_BINPUT + index.to_bytes(4, 'little')
        return pickle.PUT + b'%d\n' % index

    def get(self, index):
        if self.proto >= 1:
            return pickle.BINGET + bytes((index,)) if index < 256 else pickle.LONG_BINGET + index.to_bytes(4, 'little')
        return pickle.GET + b'%d\n' % index

    def write(self, data):
        if self.frame is None:
            self.out.write(data)
            return
        if len(data) > 64 * 1024:
            self.end()
            self.out.write(data)
            return
        if self.frame.tell() >= 64 * 1024:
            self.end()
        self.frame.write(data)

    def end(self):
        if self.frame is None:
            return
        data = self.frame.getvalue()
        if len(data) >= 4:
            self.out.write(pickle.FRAME + len(data).to_bytes(8, 'little'))
        self.out.write(data)
        self.frame = io.BytesIO()


def dis(pickle, out=None, memo=None, indentlevel=4, annotate=0):
    """Print the opcodes of a pickle, with the depth of marks as indentation, and check that the stack comes out even."""
    stack = []  # the kinds of objects that the machine would have
    marks = []  # where the marks among them come from
    memo = {} if memo is None else memo
    highest = -1
    for opcode, arg, pos in genops(pickle):
        if pos is not None:
            print('%5d:' % pos, end=' ', file=out)
        line = '%-4s %s%s' % (repr(opcode.code)[1:-1], ' ' * indentlevel * len(marks), opcode.name)
        highest = max(highest, opcode.proto)
        taken, left = len(opcode.stack_before), opcode.stack_after
        note = problem = None
        if markobject in opcode.stack_before or (opcode.name == 'POP' and stack and stack[-1] is markobject):
            assert markobject not in left
            if marks:
                taken, note = _take_to_mark(opcode, stack, marks)
            else:
                note = problem = 'no MARK exists on stack'
        if opcode.name in ('PUT', 'BINPUT', 'LONG_BINPUT', 'MEMOIZE'):
            key = arg
            if opcode.name == 'MEMOIZE':
                key = len(memo)
                note = '(as %d)' % key
            problem = _store(memo, key, stack) or problem
        elif opcode.name in ('GET', 'BINGET', 'LONG_BINGET'):
            if arg not in memo:
                problem = 'memo key %r has never been stored into' % arg
            else:
                assert len(left) == 1
                left = [memo[arg]]
        if arg is not None or note:
            line += ' ' * (10 - len(opcode.name))
            if arg is not None:
                line += ' ' + (ascii if opcode.name in ('STRING', 'BINSTRING', 'SHORT_BINSTRING') else repr)(arg)
            if note:
                line += ' ' + note
        print(line, file=out)
        if problem:
            raise ValueError(problem)
        if len(stack) < taken:
            raise ValueError('tries to pop %d items from stack with only %d items' % (taken, len(stack)))
        del stack[len(stack) - taken:]
        if markobject in left:
            assert markobject not in opcode.stack_before
            marks.append(pos)
        stack.extend(left)
    print('highest protocol among opcodes =', highest, file=out)
    if stack:
        raise ValueError('stack not empty after STOP: %r' % stack)


def _take_to_mark(opcode, stack, marks):
    """Take what lies above the last mark, and the mark: how many objects below it the opcode takes, and where the mark was made."""
    place = marks.pop()
    while stack.pop() is not markobject:
        pass
    if markobject in opcode.stack_before:
        taken = opcode.stack_before.index(markobject)
    else:
        assert opcode.name == 'POP'
        taken = 0
    return taken, '(MARK at unknown opcode offset)' if place is None else '(MARK at %d)' % place


def _store(memo, key, stack):
    """Note the object on top under a key; a text says why it cannot be."""
    if key in memo:
        return 'memo key %r already defined' % key
    if not stack:
        return "stack is empty -- can't store into memo"
    if stack[-1] is markobject:
        return "can't store markobject in the memo"
    memo[key] = stack[-1]
    return None


def _main():
    import argparse
    import sys
    parser = argparse.ArgumentParser(description='disassemble one or more pickle files')
    parser.add_argument('pickle_file', type=argparse.FileType('rb'), nargs='*', help='the pickle file')
    parser.add_argument('-o', '--output', type=argparse.FileType('w'), default=sys.stdout, help='the file where the output should be written')
    parser.add_argument('-m', '--memo', action='store_true', help='preserve memo between disassemblies')
    parser.add_argument('-l', '--indentlevel', type=int, default=4, help='the number of blanks by which to indent a new MARK level')
    parser.add_argument('-a', '--annotate', action='store_true', help='annotate each line with a short opcode description')
    parser.add_argument('-p', '--preamble', default='==> {name} <==',
                        help='if more than one pickle file is specified, print this before each disassembly')
    arguments = parser.parse_args()
    files = arguments.pickle_file
    if not files:
        parser.print_help()
    column = 30 if arguments.annotate else 0
    memo = {} if arguments.memo else None
    for file in files:
        if len(files) > 1:
            arguments.output.write(arguments.preamble.format(name=file.name) + '\n')
        dis(file, arguments.output, memo, arguments.indentlevel, column)


if __name__ == '__main__':
    _main()
