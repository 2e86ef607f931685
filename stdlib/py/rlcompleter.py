"""Completion of Python names at a prompt.

Completer.complete(text, state) gives the completions of a name or a dotted name, one after another for state 0, 1, 2..., and None at the end. Names are those
of keywords, builtins and __main__, or of the namespace that is given. A dotted name is evaluated as far as it is attributes.
"""

import builtins
import inspect
import keyword
import re
import __main__

__all__ = ["Completer"]


class Completer:
    def __init__(self, namespace=None):
        """Complete from `namespace`, a dict, or from __main__ as it is at that time."""
        if namespace and not isinstance(namespace, dict):
            raise TypeError('namespace must be a dictionary')
        self.use_main_ns = namespace is None
        if namespace is not None:
            self.namespace = namespace

    def complete(self, text, state):
        """The completion number `state` of a text, or None behind the last."""
        if self.use_main_ns:
            self.namespace = __main__.__dict__
        if not text.strip():
            if state > 0:
                return None
            try:
                import readline
            except ImportError:
                return '\t'
            readline.insert_text('\t')
            readline.redisplay()
            return ''
        if state == 0:
            self.matches = self.attr_matches(text) if "." in text else self.global_matches(text)
        try:
            return self.matches[state]
        except IndexError:
            return None

    def _callable_postfix(self, val, word):
        if callable(val):
            word += "("
            try:
                if not inspect.signature(val).parameters:
                    word += ")"
            except ValueError:
                pass
        return word

    def global_matches(self, text):
        """What a name without a dot may become: keywords, builtins and variables, with '(' behind what can be called."""
        found = []
        seen = {"__builtins__"}
        for word in keyword.kwlist + keyword.softkwlist:
            if word.startswith(text):
                seen.add(word)
                if word in ('finally', 'try'):
                    found.append(word + ':')
                else:
                    is_whole = word in ('False', 'None', 'True', 'break', 'continue', 'pass', 'else', '_')
                    found.append(word if is_whole else word + ' ')
        for names in (self.namespace, vars(builtins)):
            for word, value in names.items():
                if word.startswith(text) and word not in seen:
                    seen.add(word)
                    found.append(self._callable_postfix(value, word))
        return found

    def attr_matches(self, text):
        """What the attribute behind the last dot may become; the rest is evaluated."""
        m = re.match(r"(\w+(\.\w+)*)\.(\w*)", text)
        if not m:
            return []
        expr, attr = m.group(1, 3)
        try:
            thisobject = eval(expr, self.namespace)
        except Exception:
            return []
        words = set(dir(thisobject))
        words.discard("__builtins__")
        if hasattr(thisobject, '__class__'):
            words.add('__class__')
            words.update(get_class_members(thisobject.__class__))
        matches = []
        n = len(attr)
        # names with underscores only when they are asked for, or there is nothing else
        noprefix = '_' if attr == '' else '__' if attr == '_' else None
        while True:
            for word in words:
                if word[:n] == attr and not (noprefix and word[:n + 1] == noprefix):
                    match = "%s.%s" % (expr, word)
                    if isinstance(getattr(type(thisobject), word, None), property):
                        matches.append(match)
                        continue
                    value = getattr(thisobject, word, None)
                    matches.append(self._callable_postfix(value, match) if value is not None else match)
            if matches or not noprefix:
                break
            noprefix = '__' if noprefix == '_' else None
        matches.sort()
        return matches


def get_class_members(klass):
    ret = dir(klass)
    if hasattr(klass, '__bases__'):
        for base in klass.__bases__:
            ret = ret + get_class_members(base)
    return ret
