"""The names of a program by block: which are local, global, free, imported, parameters.

The compiler's own tables are not shown here; the same rules are applied to the syntax tree.
"""

import ast

__all__ = ["symtable", "SymbolTable", "Class", "Function", "Symbol"]

_DEF_GLOBAL, _DEF_LOCAL, _DEF_PARAM, _DEF_NONLOCAL, _USE, _DEF_IMPORT, _DEF_ANNOT, _DEF_TYPE_PARAM = 1, 2, 4, 8, 16, 128, 256, 512
_BOUND = _DEF_LOCAL | _DEF_PARAM | _DEF_IMPORT | _DEF_TYPE_PARAM


def symtable(code, filename, compile_type):
    """The SymbolTable of a source text; compile_type is 'exec', 'eval' or 'single'."""
    if compile_type not in ('exec', 'eval', 'single'):
        raise ValueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'")
    tree = ast.parse(code, filename, compile_type)
    try:
        compile(code, filename, compile_type, dont_inherit=True)
    except SyntaxError as error:
        if ' outside ' not in error.msg and ' in loop' not in error.msg:    # those are no matter of names
            raise
    top = _Block('module', 'top', 0, None)
    _Walk(top).visit(tree)
    _inline(top)
    _resolve(top, frozenset(), frozenset())
    return _wrap(top)


class _Block:
    """A block as it is collected: flags and, in the end, the scope of each name."""

    def __init__(self, kind, name, lineno, parent):
        self.kind = kind
        self.name = name
        self.lineno = lineno
        self.parent = parent
        self.flags = {}
        self.scopes = {}
        self.children = []
        self.params = []
        self.nested = parent is not None and (parent.nested or parent.kind in ('function', 'comprehension'))
        self.private = parent.private if parent is not None else None
        if parent is not None:
            parent.children.append(self)

    def add(self, name, flag):
        if self.private and name.startswith('__') and not name.endswith('__') and '.' not in name:
            owner = self.private.lstrip('_')
            name = f'_{owner}{name}' if owner else name
        self.flags[name] = self.flags.get(name, 0) | flag
        if flag & _DEF_PARAM:
            self.params.append(name)


class _Walk(ast.NodeVisitor):
    """Goes through the tree and notes names in blocks, in the compiler's order."""

    def __init__(self, block):
        self.block = block

    def inside(self, kind, name, node):
        block = _Block(kind, name, node.lineno, self.block)
        return _Walk(block)

    def each(self, nodes):
        for node in nodes:
            if node is not None:
                self.visit(node)

    def visit_Name(self, node):
        self.block.add(node.id, _USE if isinstance(node.ctx, ast.Load) else _DEF_LOCAL)
        if node.id == 'super' and self.block.kind == 'function' and isinstance(node.ctx, ast.Load):
            self.block.add('__class__', _USE)

    def visit_Global(self, node):
        top = self.block
        while top.parent is not None:
            top = top.parent
        for name in node.names:
            self.block.add(name, _DEF_GLOBAL)
            top.add(name, _DEF_GLOBAL)

    def visit_Nonlocal(self, node):
        for name in node.names:
            self.block.add(name, _DEF_NONLOCAL)

    def visit_Import(self, node):
        for alias in node.names:
            if alias.name != '*':
                self.block.add(alias.asname or alias.name.partition('.')[0], _DEF_IMPORT)

    visit_ImportFrom = visit_Import

    def visit_AnnAssign(self, node):
        if isinstance(node.target, ast.Name):
            self.block.add(node.target.id, _DEF_ANNOT | _DEF_LOCAL if node.simple else _DEF_LOCAL if node.value is not None else 0)
        else:
            self.visit(node.target)
        self.visit(node.annotation)
        if node.value is not None:
            self.visit(node.value)

    def visit_ExceptHandler(self, node):
        if node.type:
            self.visit(node.type)
        if node.name:
            self.block.add(node.name, _DEF_LOCAL)
        self.each(node.body)

    def visit_MatchAs(self, node):
        if node.pattern:
            self.visit(node.pattern)
        if node.name:
            self.block.add(node.name, _DEF_LOCAL)

    def visit_MatchStar(self, node):
        if node.name:
            self.block.add(node.name, _DEF_LOCAL)

    def visit_MatchMapping(self, node):
        self.each(node.keys)
        self.each(node.patterns)
        if node.rest:
            self.block.add(node.rest, _DEF_LOCAL)

    def visit_NamedExpr(self, node):
        owner = self.block
        while owner.kind == 'comprehension':
            owner = owner.parent
        if owner is not self.block:
            self.block.add(node.target.id, _DEF_GLOBAL if owner.kind == 'module' or owner.flags.get(node.target.id, 0) & _DEF_GLOBAL else _DEF_NONLOCAL)
            owner.add(node.target.id, _DEF_GLOBAL if owner.flags.get(node.target.id, 0) & _DEF_GLOBAL else _DEF_LOCAL)
        else:
            self.block.add(node.target.id, _DEF_LOCAL)
        self.visit(node.value)

    def arguments(self, args):
        """Defaults and annotations, which belong to the block around the function."""
        self.each(args.defaults)
        self.each(args.kw_defaults)

    def annotations(self, args, returns):
        self.each(arg.annotation for arg in (*args.posonlyargs, *args.args, *([args.vararg] if args.vararg else []), *([args.kwarg] if args.kwarg else []),
                                             *args.kwonlyargs) if arg.annotation)
        if returns is not None:
            self.visit(returns)

    def parameters(self, args):
        for arg in args.posonlyargs + args.args + args.kwonlyargs + [args.vararg, args.kwarg]:
            if arg is not None:
                self.block.add(arg.arg, _DEF_PARAM)

    def type_parameters(self, node):
        if not getattr(node, 'type_params', None):
            return self
        scope = self.inside('type parameters', node.name if isinstance(node.name, str) else node.name.id, node)
        for param in node.type_params:
            scope.block.add(param.name, _DEF_TYPE_PARAM | _DEF_LOCAL)
            if getattr(param, 'bound', None) is not None:
                scope.inside('TypeVar bound', param.name, param).visit(param.bound)
        return scope

    def visit_FunctionDef(self, node):
        self.block.add(node.name, _DEF_LOCAL)
        self.arguments(node.args)
        self.each(node.decorator_list)
        outer = self.type_parameters(node)
        outer.annotations(node.args, node.returns)
        inner = outer.inside('function', node.name, node)
        inner.parameters(node.args)
        inner.each(node.body)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node):
        self.arguments(node.args)
        inner = self.inside('function', 'lambda', node)
        inner.parameters(node.args)
        inner.visit(node.body)

    def visit_ClassDef(self, node):
        self.block.add(node.name, _DEF_LOCAL)
        self.each(node.decorator_list)
        outer = self.type_parameters(node)
        outer.each(node.bases)
        outer.each(node.keywords)
        inner = outer.inside('class', node.name, node)
        inner.block.private = node.name
        inner.each(node.body)

    def visit_TypeAlias(self, node):
        self.visit(node.name)
        outer = self.type_parameters(node)
        outer.inside('type alias', node.name.id, node).visit(node.value)

    def comprehension(self, node, name, *values):
        first = node.generators[0]
        self.visit(first.iter)
        inner = self.inside('comprehension', name, node)
        inner.block.add('.0', _DEF_PARAM)
        for generator in node.generators:
            inner.visit(generator.target)
            if generator is not first:
                inner.visit(generator.iter)
            inner.each(generator.ifs)
        inner.each(values)

    def visit_ListComp(self, node):
        self.comprehension(node, 'listcomp', node.elt)

    def visit_SetComp(self, node):
        self.comprehension(node, 'setcomp', node.elt)

    def visit_GeneratorExp(self, node):
        self.comprehension(node, 'genexpr', node.elt)

    def visit_DictComp(self, node):
        self.comprehension(node, 'dictcomp', node.value, node.key)


def _inline(block):
    """Put comprehensions into the block around them, as the compiler does outside of classes."""
    children = []
    for child in block.children:
        _inline(child)
        if child.kind != 'comprehension' or child.name == 'genexpr' or block.kind not in ('module', 'function', 'comprehension'):
            children.append(child)
            continue
        for name, flags in child.flags.items():
            if name != '.0':
                block.flags.setdefault(name, flags)
        for inner in child.children:
            inner.parent = block
            inner.nested = block.nested or block.kind != 'module'
        children += child.children
    block.children = children


def _resolve(block, bound, declared):
    """Decide the scope of every name: local, global explicit or implicit, free or cell. The result are the names that are free below."""
    local = set()
    globals_here = set(declared)
    for name, flags in block.flags.items():
        if flags & _DEF_GLOBAL:
            block.scopes[name] = 'global explicit'
            globals_here.add(name)
        elif flags & _DEF_NONLOCAL:
            block.scopes[name] = 'free'
        elif flags & _BOUND:
            block.scopes[name] = 'local'
            local.add(name)
            globals_here.discard(name)
        elif name in bound and name not in declared:
            block.scopes[name] = 'free'
        else:
            block.scopes[name] = 'global implicit'
    if block.kind == 'module':
        visible = frozenset()
    elif block.kind == 'class':
        visible = bound | {'__class__'}
    else:
        visible = (bound | local) - {name for name, scope in block.scopes.items() if scope == 'global explicit'}
    free = set()
    for child in block.children:
        free |= _resolve(child, frozenset(visible), frozenset(globals_here if block.kind != 'module' else ()))
    if block.kind == 'class':
        free.discard('__class__')
    for name in free:
        if block.kind != 'class' and block.scopes.get(name) == 'local':
            block.scopes[name] = 'cell'
        elif name not in block.scopes:
            block.flags.setdefault(name, 0)
            block.scopes[name] = 'free'
    return {name for name, scope in block.scopes.items() if scope == 'free'} | {name for name in free if block.kind == 'class' and block.scopes.get(name) != 'local'
                                                                                 and block.scopes.get(name) != 'cell'}


def _wrap(block):
    made = block.__dict__.get('table')
    if made is None:
        cls = Function if block.kind in ('function', 'comprehension') else Class if block.kind == 'class' else SymbolTable
        made = block.table = cls(block)
    return made


class SymbolTable:
    """The names of a block."""

    def __init__(self, block):
        self._block = block
        self._symbols = {}

    def __repr__(self):
        kind = '' if self.__class__ is SymbolTable else '%s ' % self.__class__.__name__
        if self._block.name == 'top':
            return '<{0}SymbolTable for module ?>'.format(kind)
        return '<{0}SymbolTable for {1} in ?>'.format(kind, self._block.name)

    def get_type(self):
        """'module', 'function', 'class', or a word for the scopes of annotations."""
        return 'function' if self._block.kind == 'comprehension' else self._block.kind

    def get_id(self):
        """A number of the table."""
        return id(self._block)

    def get_name(self):
        """The block's name: that of the class or function, 'top' for the module."""
        return self._block.name

    def get_lineno(self):
        """The line where the block begins."""
        return self._block.lineno

    def is_optimized(self):
        """Are its locals not in a dict?"""
        return self._block.kind in ('function', 'comprehension')

    def is_nested(self):
        """Is it inside of a function?"""
        return self._block.nested

    def has_children(self):
        """Are there blocks in it?"""
        return bool(self._block.children)

    def get_identifiers(self):
        """The names."""
        return self._block.flags.keys()

    def lookup(self, name):
        """The Symbol of a name."""
        sym = self._symbols.get(name)
        if sym is None:
            flags = self._block.flags[name]
            spaces = [_wrap(child) for child in self._block.children if child.name == name]
            sym = self._symbols[name] = Symbol(name, flags, spaces, module_scope=self._block.kind == 'module', scope=self._block.scopes[name])
        return sym

    def get_symbols(self):
        """The Symbols of all names."""
        return [self.lookup(name) for name in self.get_identifiers()]

    def get_children(self):
        """The tables of the blocks in it."""
        return [_wrap(child) for child in self._block.children]


class Function(SymbolTable):
    """The names of a function, lambda or comprehension."""

    def _with(self, test):
        return tuple(name for name in self._block.flags if test(name))

    def get_parameters(self):
        """The parameters."""
        return self._with(lambda name: self._block.flags[name] & _DEF_PARAM)

    def get_locals(self):
        """The local names, parameters among them."""
        return self._with(lambda name: self._block.scopes[name] in ('local', 'cell'))

    def get_globals(self):
        """The global names."""
        return self._with(lambda name: self._block.scopes[name].startswith('global'))

    def get_nonlocals(self):
        """The names declared nonlocal."""
        return self._with(lambda name: self._block.flags[name] & _DEF_NONLOCAL)

    def get_frees(self):
        """The names that belong to a function around this one."""
        return self._with(lambda name: self._block.scopes[name] == 'free')


class Class(SymbolTable):
    """The names of a class."""

    def get_methods(self):
        """The functions and classes defined in it."""
        return tuple(dict.fromkeys(child.name for child in self._block.children))


class Symbol:
    """A name in a block."""

    def __init__(self, name, flags, namespaces=None, *, module_scope=False, scope='local'):
        self.__name = name
        self.__flags = flags
        self.__scope = scope
        self.__namespaces = namespaces or ()
        self.__module_scope = module_scope

    def __repr__(self):
        return "<symbol {0!r}>".format(self.__name)

    def get_name(self):
        """The name."""
        return self.__name

    def is_referenced(self):
        """Is it read?"""
        return bool(self.__flags & _USE)

    def is_parameter(self):
        """Is it a parameter?"""
        return bool(self.__flags & _DEF_PARAM)

    def is_global(self):
        """Is it global?"""
        return bool(self.__scope.startswith('global') or (self.__module_scope and self.__flags & _BOUND))

    def is_nonlocal(self):
        """Is it declared nonlocal?"""
        return bool(self.__flags & _DEF_NONLOCAL)

    def is_declared_global(self):
        """Is it declared global?"""
        return self.__scope == 'global explicit'

    def is_local(self):
        """Does it belong to this block?"""
        return bool(self.__scope in ('local', 'cell') or (self.__module_scope and self.__flags & _BOUND))

    def is_annotated(self):
        """Is it annotated?"""
        return bool(self.__flags & _DEF_ANNOT)

    def is_free(self):
        """Does it belong to a function around this block?"""
        return self.__scope == 'free'

    def is_imported(self):
        """Does an import bind it?"""
        return bool(self.__flags & _DEF_IMPORT)

    def is_assigned(self):
        """Is it assigned to?"""
        return bool(self.__flags & _DEF_LOCAL)

    def is_namespace(self):
        """Does it name a function or class of this block?"""
        return bool(self.__namespaces)

    def get_namespaces(self):
        """The tables of what it names."""
        return self.__namespaces

    def get_namespace(self):
        """The one table of what it names; a ValueError if there is none, or several."""
        if len(self.__namespaces) == 0:
            raise ValueError("name is not bound to any namespaces")
        if len(self.__namespaces) > 1:
            raise ValueError("name is bound to multiple namespaces")
        return self.__namespaces[0]
