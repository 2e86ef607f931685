"""A tiny Lisp and a tiny stack VM, with a tokenizer by regular expressions."""
import re, operator as op, math
from dataclasses import dataclass
from collections import ChainMap
from functools import reduce, singledispatch

TOKEN = re.compile(r'''\s*(?:(?P<str>"(?:\\.|[^"\\])*")|(?P<par>[()'])|(?P<num>-?\d+(?:\.\d+)?)|(?P<sym>[^\s()'"]+)|(?P<bad>.))''', re.X | re.S)

class Symbol(str):
    __slots__ = ()
    def __repr__(self): return f'`{self}`'

def tokens(text):
    pos = 0; text = text.rstrip()
    while pos < len(text):
        m = TOKEN.match(text, pos)
        if m.lastgroup == 'bad': raise SyntaxError(f'bad char {m["bad"]!r} at {m.start("bad")}')
        yield m.lastgroup, m[m.lastgroup]; pos = m.end()

def parse(text):
    stack, quotes = [[]], []
    for kind, tok in tokens(text):
        match kind, tok:
            case 'par', '(': stack.append([]); continue
            case 'par', ')':
                if len(stack) == 1: raise SyntaxError('unexpected )')
                item = stack.pop()
            case 'par', "'": stack[-1].append(Symbol('quote')); continue
            case 'num', t if '.' in t: item = float(t)
            case 'num', t: item = int(t)
            case 'str', t: item = t[1:-1].encode().decode('unicode_escape')
            case _, t: item = Symbol(t)
        top = stack[-1]
        while top and top[-1] == 'quote' and isinstance(top[-1], Symbol): top.pop(); item = [Symbol('quote'), item]
        top.append(item)
    if len(stack) > 1: raise SyntaxError(f'{len(stack) - 1} unclosed')
    return stack[0]

class Lambda:
    def __init__(self, params, body, env): self.params, self.body, self.env = params, body, env
    def __call__(self, *args):
        if len(args) != len(self.params): raise TypeError(f'{len(self.params)} args wanted, {len(args)} given')
        return evaluate(self.body, self.env.new_child(dict(zip(self.params, args))))

GLOBALS = {'+': lambda *a: sum(a), '*': lambda *a: reduce(op.mul, a, 1), '-': op.sub, '/': op.truediv, '<': op.lt, '=': op.eq, 'car': lambda l: l[0], 'cdr': lambda l: l[1:],
           'list': lambda *a: list(a), 'map': lambda f, l: [*map(f, l)], 'sqrt': math.sqrt, 'print': print, 'len': len}

def evaluate(x, env):
    while True:
        match x:
            case Symbol():
                try: return env[x]
                except KeyError: raise NameError(f'no {x!r}') from None
            case [Symbol('quote'), v]: return v
            case [Symbol('if'), c, a, *rest]: x = a if evaluate(c, env) else rest[0] if rest else None
            case [Symbol('define'), [Symbol() as name, *params], *body]: env[name] = Lambda(params, [Symbol('begin'), *body], env); return name
            case [Symbol('define'), name, v]: env[name] = evaluate(v, env); return name
            case [Symbol('lambda'), params, body]: return Lambda(params, body, env)
            case [Symbol('begin'), *init, last]:
                for e in init: evaluate(e, env)
                x = last
            case [Symbol('let'), binds, body]:
                env = env.new_child({k: evaluate(v, env) for k, v in binds}); x = body
            case [f, *args]:
                f, args = evaluate(f, env), [evaluate(a, env) for a in args]
                if isinstance(f, Lambda) and len(args) == len(f.params): x, env = f.body, f.env.new_child(dict(zip(f.params, args)))
                else: return f(*args)
            case _: return x

env = ChainMap({}, GLOBALS)
for src in ['(+ 1 2.5)', '(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))', '(fact 30)', "(map (lambda (x) (* x x)) '(1 2 3))", '(let ((a 3) (b 4)) (sqrt (+ (* a a) (* b b))))',
            '(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))', '(loop 3000 0)', '(print "hi\\t\\"you\\"" \'(a (b c)))', '(nope)', '(fact)', '(car 5)', '(', ')', '(/ 1 0)', "''a", '(1 2)', '(let ((x)) x)']:
    try:
        for form in parse(src): print(src[:30], '=>', evaluate(form, env))
    except Exception as e: print(src[:30], '!!', type(e).__name__, e)

@dataclass
class Ins: op: str; arg: object = None

def compile_expr(text):
    prec = {'+': 1, '-': 1, '*': 2, '/': 2, '^': 3}; out, stack = [], []
    for t in re.findall(r'\d+\.?\d*|[-+*/^()]|\w+', text):
        if t[0].isdigit(): out.append(Ins('push', float(t)))
        elif t.isidentifier(): out.append(Ins('load', t))
        elif t == '(': stack.append(t)
        elif t == ')':
            while stack[-1] != '(': out.append(Ins('bin', stack.pop()))
            stack.pop()
        else:
            while stack and stack[-1] != '(' and (prec[stack[-1]] > prec[t] or prec[stack[-1]] == prec[t] and t != '^'): out.append(Ins('bin', stack.pop()))
            stack.append(t)
    return out + [Ins('bin', o) for o in reversed(stack)]

def run_vm(code, env):
    stack = []
    for ins in code:
        match ins:
            case Ins('push', v): stack.append(v)
            case Ins('load', name): stack.append(env[name])
            case Ins(op='bin', arg=o):
                b, a = stack.pop(), stack.pop()
                stack.append({'+': op.add, '-': op.sub, '*': op.mul, '/': op.truediv, '^': pow}[o](a, b))
    return stack.pop()
for e in ['1+2*3', '(1+2)*3', '2^3^2', '10-4-3', 'x*(y+2)/4']: print(e, run_vm(compile_expr(e), {'x': 3, 'y': 5}), compile_expr(e)[-1])
@singledispatch
def show(x): return f'obj {x!r}'
@show.register
def _(x: int | float): return f'num {x}'
@show.register(list)
def _(x): return '[' + '; '.join(map(show, x)) + ']'
print(show([1, 'a', [2.5, None, True]]), show.registry.keys())
