"""Disassembler of this interpreter's code.

Instructions are those of a register machine of its own (docs/opcodes.md): what dis() prints for a function names other operations than CPython's. The functions are
the same where they speak of the source: code_info(), findlinestarts(), and Bytecode as an iterable of Instructions with names, positions and lines.
"""

import collections
import io
import sys
import types

import opcode as _opcode
from opcode import *

__all__ = ["code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "findlabels", "show_code", "get_instructions", "Instruction",
           "Bytecode", *_opcode.__all__]

COMPILER_FLAG_NAMES = {1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED", 32: "GENERATOR", 64: "NOFREE",
                       128: "COROUTINE", 256: "ITERABLE_COROUTINE", 512: "ASYNC_GENERATOR"}
_have_code = (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)


def pretty_flags(flags):
    """The names of the bits in co_flags, separated by commas."""
    names = []
    for i in range(32):
        flag = 1 << i
        if flags & flag:
            names.append(COMPILER_FLAG_NAMES.get(flag, hex(flag)))
            flags ^= flag
    return ", ".join(names) or hex(flags)


def _get_code_object(x):
    """The code of what dis() takes: functions, methods, generators, classes' methods, source text, code."""
    x = getattr(x, '__func__', x)
    for name in ('__code__', 'gi_code', 'ag_code', 'cr_code'):
        if hasattr(x, name):
            return getattr(x, name)
    if isinstance(x, str):
        try:
            return compile(x, "<disassembly>", 'eval')
        except SyntaxError:
            return compile(x, "<disassembly>", 'exec')
    if hasattr(x, 'co_code'):
        return x
    raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def code_info(x):
    """A table of what a code object says about itself: name, file, counts, flags, constants and names."""
    co = _get_code_object(x)
    lines = ["Name:              %s" % co.co_name, "Filename:          %s" % co.co_filename, "Argument count:    %s" % co.co_argcount,
             "Positional-only arguments: %s" % co.co_posonlyargcount, "Kw-only arguments: %s" % co.co_kwonlyargcount,
             "Number of locals:  %s" % co.co_nlocals, "Stack size:        %s" % co.co_stacksize, "Flags:             %s" % pretty_flags(co.co_flags)]
    for title, names, width in (("Constants:", co.co_consts, 4), ("Names:", co.co_names, 4), ("Variable names:", co.co_varnames, 4),
                               ("Free variables:", co.co_freevars, 4), ("Cell variables:", co.co_cellvars, 4)):
        if names:
            lines.append(title)
            lines += ["%4d: %s" % (i, repr(name) if title == "Constants:" else name) for i, name in enumerate(names)]
    return "\n".join(lines)


def show_code(co, *, file=None):
    """Write code_info() to a file, or to standard output."""
    print(code_info(co), file=file)


class Instruction(collections.namedtuple('Instruction', 'opname opcode arg argval argrepr offset starts_line is_jump_target positions',
                                         defaults=[None])):
    """An instruction: opname, opcode, the operands as text (argrepr) and as a tuple (arg, argval), offset in words, line if it begins one."""


Positions = collections.namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=[None] * 4)


def _listing(co):
    """(offset, opcode, operands) for each instruction."""
    code = co.co_code
    at = 0
    while at * 8 < len(code):
        word = int.from_bytes(code[at * 8:at * 8 + 8], 'little')
        opcode = word & 255
        name, words, kinds = _opcode._rows[opcode] if opcode < len(_opcode._rows) else (opname[opcode], 0, '___')
        yield at, opcode, name, (word >> 8 & 255, word >> 16 & 65535, word >> 32 & 65535, word >> 48)
        at += 1 + words


def get_instructions(x, *, first_line=None, show_caches=False, adaptive=False):
    """The Instructions of a function, a method, source text or a code object."""
    co = _get_code_object(x)
    shift = 0 if first_line is None else first_line - co.co_firstlineno
    positions = list(co.co_positions())
    labels = set(findlabels(co))
    last = None
    for at, opcode, name, operands in _listing(co):
        where = Positions(*positions[at]) if at < len(positions) else Positions()
        line = where.lineno
        starts = line + shift if line is not None and line != last else None
        last = line if line is not None else last
        yield Instruction(name, opcode, operands, operands, ' '.join(map(str, operands)), at, starts, at in labels, where)


def findlinestarts(code):
    """Pairs (offset, line) for each place where another line begins."""
    last = None
    for start, end, line in code.co_lines():
        if line is not None and line != last:
            last = line
            yield start, line


def findlabels(code):
    """The offsets that jumps go to, in words."""
    labels = set()
    for at, number, name, (x, a, b, c) in _listing(code if hasattr(code, 'co_code') else types.SimpleNamespace(co_code=code)):
        kinds = _opcode._rows[number][2] if number < len(_opcode._rows) else '___'
        if 'S' in kinds:
            offset = (a, b, c)[kinds.index('S')]
            labels.add(at + offset - (offset >> 15 << 16))
        elif 'J' in kinds:
            offset = b | c << 16
            labels.add(at + offset - (offset >> 31 << 32))
    return sorted(labels)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False):
    """Write the listing of one code object; `lasti` marks an instruction."""
    instructions = list(get_instructions(co))
    width = max([len(str(i.starts_line)) for i in instructions if i.starts_line is not None] + [3])
    for n, i in enumerate(instructions):
        if i.starts_line is not None and n:
            print(file=file)
        line = str(i.starts_line) if i.starts_line is not None else ''
        print(line.rjust(width), '-->' if i.offset == lasti else '   ', str(i.offset).rjust(7), i.opname.ljust(20), i.argrepr, file=file)


disco = disassemble


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
    """Write the listing of a function, class, module, source text, generator or code object.

    With no argument, the last traceback is taken. Nested code objects follow, down to `depth` levels.
    """
    if x is None:
        distb(file=file)
        return
    if isinstance(x, type) or isinstance(x, types.ModuleType):
        for name, x1 in sorted(x.__dict__.items()):
            if isinstance(x1, _have_code):
                print("Disassembly of %s:" % name, file=file)
                try:
                    dis(x1, file=file, depth=depth)
                except TypeError as msg:
                    print("Sorry:", msg, file=file)
                print(file=file)
        return
    co = _get_code_object(x)
    disassemble(co, file=file)
    if depth is None or depth > 0:
        for constant in co.co_consts:
            if hasattr(constant, 'co_code'):
                print(file=file)
                print("Disassembly of %r:" % (constant,), file=file)
                dis(constant, file=file, depth=None if depth is None else depth - 1)


def distb(tb=None, *, file=None, show_caches=False, adaptive=False):
    """Write the listing of the code that raised: of a traceback, or of the last uncaught one."""
    if tb is None:
        try:
            tb = sys.last_exc.__traceback__
        except AttributeError:
            raise RuntimeError("no last traceback to disassemble") from None
        while tb.tb_next:
            tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti // 2, file=file)


class Bytecode:
    """The instructions of a piece of code: iterating gives Instructions, dis() a listing, info() details."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False):
        self.codeobj = _get_code_object(x)
        self.first_line = self.codeobj.co_firstlineno if first_line is None else first_line
        self._original_object = x
        self.current_offset = current_offset

    def __iter__(self):
        return get_instructions(self.codeobj, first_line=self.first_line)

    def __repr__(self):
        return "{}({!r})".format(self.__class__.__name__, self._original_object)

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        """The code where a traceback ends, with the instruction marked that raised."""
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti // 2)

    def info(self):
        """What code_info() says of the code."""
        return code_info(self.codeobj)

    def dis(self):
        """The listing as a str."""
        with io.StringIO() as output:
            disassemble(self.codeobj, -1 if self.current_offset is None else self.current_offset, file=output)
            return output.getvalue()


if __name__ == "__main__":
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument('infile', type=argparse.FileType('rb'), nargs='?', default='-')
    args = parser.parse_args()
    with args.infile as infile:
        source = infile.read()
    dis(compile(source, args.infile.name, "exec"))
