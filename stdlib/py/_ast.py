"""The node classes of ast under the name by which CPython's own module for them goes."""
import ast
from ast import AST, PyCF_ALLOW_TOP_LEVEL_AWAIT, PyCF_ONLY_AST, PyCF_TYPE_COMMENTS

globals().update((name, getattr(ast, name)) for name in ast._nodes)
del ast
