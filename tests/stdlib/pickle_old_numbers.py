# Opcodes of protocol 0 whose numbers and names stand in lines: which texts are taken, and what is said of the others.
import io
import pickle

LINES = {
    'I': ('1 01 00 5 -5 +5 08 010 0x10 0o17 0b11 1_0 5_ abc 1.5 1L +1 -0 9223372036854775807 9223372036854775808 -99999999999999999999').split(' ') + ['', ' 5 ', ' 1'],
    'L': '5L 5 5l LL L 5_0L 1__0L 0x10L 010L -0x5L 99999999999999999999L'.split(' ') + ['', ' 5 L'],
    'F': '1.5 1_0 1_0.5 nan NaN -nan inf -Infinity INFINITY infx 1e5 1e 1e+ . 1. -.5e-3 1e308 2e308 -2e308 0x1p3 1,5 x'.split(' ') + ['', ' 1.5 ', '1.5\0junk'],
    'c': ['', '\nint', 'builtins\n', 'builtins\nint'],
    '(i': ['', 'builtins\n', 'builtins\nlist'],
    'g': ['', '0', 'x', '-1', '1_0'],
    'I7\np': ['', '0', 'x', '-1', ' 3 '],
}

for opcode, lines in LINES.items():
    for line in lines:
        data = f'{opcode}{line}\n.'.encode()
        answers = []
        for load in pickle.loads, lambda data: pickle.load(io.BytesIO(data)):
            try:
                answers.append(repr(load(data)))
            except Exception as exc:
                answers.append(f'{type(exc).__name__}: {exc}')
        print(data, *answers[:1 if answers[0] == answers[1] else 2], sep='  ')
for data in b'T\xff\xff\xff\xff.', b'\x95\xff\xff\xff\xff\xff\xff\xff\x7fN.', b'\x95\xff\xff\xff\xff\xff\xff\xff\xffN.':
    try:
        print(pickle.loads(data))
    except Exception as exc:
        print(type(exc).__name__, exc)
