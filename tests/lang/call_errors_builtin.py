# TypeErrors of built-in functions and methods called with wrong arguments.
cases = ["len()", "len(1, 2)", "len(5)", "len(x=1)", "abs()", "abs('a')", "ord('ab')", "ord(5)", "chr('a')", "chr(-1)", "chr(0x110000)",
    "isinstance(1)", "isinstance(1, 5)", "issubclass(1, int)", "issubclass(int, 1)", "iter(5)", "next(5)", "hash([])", "hash({})",
    "hash(set())",
    "sum(5)", "sum(['a'])", "sum(['a'], '')", "min()", "min([])", "max(5)", "min(1, 2, foo=3)", "sorted()", "sorted(5)", "sorted([1], 2)",
    "sorted([1, 'a'])",
    "reversed(5)", "reversed({1})", "zip(5)", "map()", "map(len)", "filter(len)", "enumerate()", "enumerate(5)", "range()", "range('a')",
    "range(1, 2, 0)",
    "range(1.5)", "int('x')", "int('12', 1)", "int([])", "int(5, 2)", "float('x')", "float([])", "str(1, 2)", "str(b'a', 5)", "bool(1, 2)",
    "list(5)", "tuple(5)", "dict(5)",
    "dict([1])", "dict([(1, 2, 3)])", "set(5)", "pow(1)", "pow(2, -1, 0)", "pow('a', 2)", "round('a')", "round(1.5, 'a')", "divmod(1)",
    "divmod(1, 'a')", "divmod(1, 0)",
    "getattr(1)", "getattr(1, 2)", "setattr(1, 'a')", "hasattr(1, 2)", "callable()", "bin(1.5)", "hex('a')", "oct(None)", "print(1, foo=2)",
    "print(1, sep=5)", "id()",
    "[].append()", "[].append(1, 2)", "[].pop('a')", "[].pop()", "[].index()", "{}.get()", "{}.pop()", "''.join(5)", "''.join([1])",
    "'a'.split(5)", "'a'.replace('a')",
    "'a'.startswith(5)", "'a'.count()", "(1).bit_length(2)", "'a'.upper(1)", "slice()", "type()", "type(1, 2)", "object(1)", "super().x",
    "vars(5)", "compile()", "eval(5)", "exec(5)", "ascii()",
    "format(1, 2)", "complex('x')", "complex(1, 'a')", "bytes('a')", "bytes(-1)", "bytes([256])", "bytearray('a')", "memoryview('a')"]
for c in cases:
    try:
        print(c, "=", eval(c))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)
