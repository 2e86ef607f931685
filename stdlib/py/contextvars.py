"""Context variables: values that belong to a task and what it calls. All of it is native."""

from _contextvars import Context, ContextVar, Token, copy_context

__all__ = ('Context', 'ContextVar', 'Token', 'copy_context')
