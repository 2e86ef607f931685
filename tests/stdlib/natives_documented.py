# Every native function and method has a docstring, and a signature wherever CPython has one for it.
# test: moray only
import importlib
import inspect
import sys
import types

natives = (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType, types.ClassMethodDescriptorType)
modules = ['builtins', 'types', '_io', '_thread', '_collections', '_functools', '_struct', '_socket', '_random', 'itertools', 'math', 'cmath', 'time', 'posix', 'sys',
           'gc', 'array', 'select', 'fcntl', 'mmap', 'zlib', 'errno', 'unicodedata', 'grp', 'pwd', 'resource', 'atexit', 'faulthandler', '_operator', '_json',
           '_weakref', 'weakref', '_signal', '_heapq', '_bisect', '_contextvars', '_pickle', '_re', '_string', '_hashlib', '_asyncio', 'asyncio', 'termios', '_codecs']
seen = set()
lacking = []
count = 0


def look(path, native):
    global count
    count += 1
    if not native.__doc__:
        lacking.append((path, 'no docstring'))
    try:
        inspect.signature(native)
    except ValueError as error:
        if getattr(native, '__text_signature__', None) not in (None, '(default=<unrepresentable>, /)') and name not in ('faulthandler', '_thread'):
            lacking.append((path, str(error)))


for name in modules:
    module = importlib.import_module(name)
    if not module.__doc__:
        lacking.append((name, 'no docstring'))
    for key, value in list(vars(module).items()):
        if isinstance(value, natives):
            look(f'{name}.{key}', value)
        elif isinstance(value, type) and value not in seen:
            seen.add(value)
            for attribute, member in list(vars(value).items()):
                member = member.__func__ if isinstance(member, staticmethod) else member
                if isinstance(member, natives):
                    look(f'{name}.{key}.{attribute}', member)
print(count > 2000)
for path, reason in lacking:
    print(path, reason)
