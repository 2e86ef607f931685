match x:
    case 1: pass
    case -1: pass
    case 1 + 2j: pass
    case -1.5 - 2j: pass
    case 'a' 'b': pass
    case b'c': pass
    case None | True | False: pass
    case _: pass
match x, y:
    case a: pass
match x,:
    case a.b: pass
    case a.b.c as d: pass
    case (a): pass
    case (a | b) as c: pass
    case []: pass
    case (): pass
    case [a]: pass
    case (a,): pass
    case a, b: pass
    case a,: pass
    case *a, b: pass
    case [a, *_, b]: pass
    case {}: pass
    case {'a': 1, b.c: x, -1: y, None: z}: pass
    case {'a': 1, **rest}: pass
    case {**rest,}: pass
    case A(): pass
    case a.B(1, x): pass
    case A(x=1, y=B(z=2)): pass
    case A(1, [a, b], x=c,): pass
    case [A(x=1) | {'k': v}, *rest] if v > 1: pass
match (x):
    case y if (z := y): pass
match -x:
    case _: pass
match *a, b:
    case _: pass
