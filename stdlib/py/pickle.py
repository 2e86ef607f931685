"""Objects as bytes and back: dumps() and loads(), dump() and load() for files, Pickler and Unpickler for those who want a say.

The work is done in _pickle. A pickle from an untrusted source can do anything when it is loaded: never load one.
"""
from copyreg import dispatch_table
from sys import maxsize
from _pickle import (PickleBuffer, PickleError, Pickler, PicklingError, Unpickler, UnpicklingError, dump, dumps, load, loads)

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads", "PickleBuffer"]

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
bytes_types = (bytes, bytearray)

_dump, _dumps, _load, _loads = dump, dumps, load, loads

_opcodes = {
    'MARK': 40, 'STOP': 46, 'POP': 48, 'POP_MARK': 49, 'DUP': 50, 'FLOAT': 70, 'INT': 73, 'BININT': 74, 'BININT1': 75, 'LONG': 76, 'BININT2': 77,
    'NONE': 78, 'PERSID': 80, 'BINPERSID': 81, 'REDUCE': 82, 'STRING': 83, 'BINSTRING': 84, 'SHORT_BINSTRING': 85, 'UNICODE': 86,
    'BINUNICODE': 88, 'APPEND': 97, 'BUILD': 98, 'GLOBAL': 99, 'DICT': 100, 'EMPTY_DICT': 125, 'APPENDS': 101, 'GET': 103, 'BINGET': 104,
    'INST': 105, 'LONG_BINGET': 106, 'LIST': 108, 'EMPTY_LIST': 93, 'OBJ': 111, 'PUT': 112, 'BINPUT': 113, 'LONG_BINPUT': 114, 'SETITEM': 115,
    'TUPLE': 116, 'EMPTY_TUPLE': 41, 'SETITEMS': 117, 'BINFLOAT': 71, 'PROTO': 128, 'NEWOBJ': 129, 'EXT1': 130, 'EXT2': 131, 'EXT4': 132,
    'TUPLE1': 133, 'TUPLE2': 134, 'TUPLE3': 135, 'NEWTRUE': 136, 'NEWFALSE': 137, 'LONG1': 138, 'LONG4': 139, 'BINBYTES': 66,
    'SHORT_BINBYTES': 67, 'SHORT_BINUNICODE': 140, 'BINUNICODE8': 141, 'BINBYTES8': 142, 'EMPTY_SET': 143, 'ADDITEMS': 144, 'FROZENSET': 145,
    'NEWOBJ_EX': 146, 'STACK_GLOBAL': 147, 'MEMOIZE': 148, 'FRAME': 149, 'BYTEARRAY8': 150, 'NEXT_BUFFER': 151, 'READONLY_BUFFER': 152}
globals().update((name, bytes((code,))) for name, code in _opcodes.items())
__all__ += sorted((*_opcodes, "TRUE", "FALSE", "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL"))
TRUE = b'I01\n'
FALSE = b'I00\n'


def encode_long(x):
    """An int as little-endian two's complement, as short as it can be."""
    if x == 0:
        return b''
    size = (x.bit_length() >> 3) + 1
    result = x.to_bytes(size, 'little', signed=True)
    if x < 0 and size > 1 and result[-1] == 0xff and result[-2] & 0x80:
        result = result[:-1]
    return result


def decode_long(data):
    """The int that encode_long() gave the bytes of."""
    return int.from_bytes(data, 'little', signed=True)


def whichmodule(obj, name):
    """The name of the module that an object is from."""
    import sys
    module = getattr(obj, '__module__', None)
    if module is not None:
        return module
    for module_name, module in sys.modules.copy().items():
        if module_name in ('__main__', '__mp_main__') or module is None:
            continue
        try:
            found = module
            for part in name.split('.'):
                found = getattr(found, part)
            if found is obj:
                return module_name
        except AttributeError:
            pass
    return '__main__'


def _main():
    import argparse
    import pprint
    parser = argparse.ArgumentParser(description='display contents of the pickle files')
    parser.add_argument('pickle_file', type=argparse.FileType('rb'), nargs='*', help='the pickle file')
    arguments = parser.parse_args()
    if not arguments.pickle_file:
        parser.print_help()
    for file in arguments.pickle_file:
        pprint.pprint(load(file))


if __name__ == '__main__':
    _main()
