"""Translations of messages from .mo files, and functions that give the message itself where there is none."""

import os
import re
import sys

__all__ = ['NullTranslations', 'GNUTranslations', 'Catalog', 'bindtextdomain', 'find', 'translation', 'install', 'textdomain', 'dgettext',
           'dngettext', 'gettext', 'ngettext', 'pgettext', 'dpgettext', 'npgettext', 'dnpgettext']

_default_localedir = os.path.join(sys.base_prefix, 'share', 'locale')


def c2py(plural):
    """A function of n for a Plural-Forms expression in C."""
    if len(plural) > 1000:
        raise ValueError('plural form expression is too long')
    tokens = re.findall(r'\d+|n|\|\||&&|[<>=!]=|[-+*/%<>!?:()]|\S', plural)
    place = 0

    def peek():
        return tokens[place] if place < len(tokens) else ''

    def take():
        nonlocal place
        place += 1
        return tokens[place - 1] if place <= len(tokens) else ''

    levels = (('||',), ('&&',), ('==', '!='), ('<', '>', '<=', '>='), ('+', '-'), ('*', '/', '%'))

    def ternary(depth):
        if depth > 20:
            raise ValueError('plural form expression is too complex')
        test = binary(0, depth)
        if peek() != '?':
            return test
        take()
        then = ternary(depth + 1)
        if take() != ':':
            raise ValueError('unbalanced ? in plural form')
        other = ternary(depth + 1)
        return lambda n: then(n) if test(n) else other(n)

    def binary(level, depth):
        if level == len(levels):
            return unary(depth)
        left = binary(level + 1, depth)
        while peek() in levels[level]:
            left = _operation(take(), left, binary(level + 1, depth))
        return left

    def unary(depth):
        token = take()
        if token == '!':
            inner = unary(depth)
            return lambda n: int(not inner(n))
        if token == '(':
            inner = ternary(depth + 1)
            if take() != ')':
                raise ValueError('unbalanced parenthesis in plural form')
            return inner
        if token == 'n':
            return lambda n: n
        if token.isdigit():
            value = int(token)
            return lambda n: value
        raise ValueError('unexpected token in plural form: %s' % token if token else 'unexpected end of plural form')

    result = ternary(0)
    if place < len(tokens):
        raise ValueError('unexpected token in plural form: %s' % tokens[place])
    return lambda n: int(result(int(n)))


def _operation(sign, left, right):
    return {
        '||': lambda n: int(bool(left(n) or right(n))), '&&': lambda n: int(bool(left(n) and right(n))),
        '==': lambda n: int(left(n) == right(n)), '!=': lambda n: int(left(n) != right(n)),
        '<': lambda n: int(left(n) < right(n)), '>': lambda n: int(left(n) > right(n)),
        '<=': lambda n: int(left(n) <= right(n)), '>=': lambda n: int(left(n) >= right(n)),
        '+': lambda n: left(n) + right(n), '-': lambda n: left(n) - right(n), '*': lambda n: left(n) * right(n),
        '/': lambda n: left(n) // right(n), '%': lambda n: left(n) % right(n),
    }[sign]


def _expand_lang(lang):
    # From the most special form, language_COUNTRY.codeset@modifier, to the language alone.
    base, at, modifier = lang.partition('@')
    base, dot, codeset = base.partition('.')
    language, under, country = base.partition('_')
    found = []
    for use_country in (True, False) if under else (False,):
        for use_codeset in (True, False) if dot else (False,):
            for use_modifier in (True, False) if at else (False,):
                found.append((use_modifier, use_country, use_codeset, language + (under + country if use_country else '') +
                              (dot + codeset if use_codeset else '') + (at + modifier if use_modifier else '')))
    found.sort(key=lambda item: (item[1], item[2], item[0]), reverse=True)
    return [item[3] for item in found]


class NullTranslations:
    """Gives each message back, or asks a fallback."""

    def __init__(self, fp=None):
        self._info = {}
        self._charset = None
        self._fallback = None
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        pass

    def add_fallback(self, fallback):
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def install(self, names=None):
        import builtins
        builtins.__dict__['_'] = self.gettext
        for name in names or ():
            if name in {'gettext', 'ngettext', 'pgettext', 'npgettext'}:
                builtins.__dict__[name] = getattr(self, name)


class GNUTranslations(NullTranslations):
    """The messages of a .mo file."""

    LE_MAGIC = 0x950412de
    BE_MAGIC = 0xde120495
    CONTEXT = "%s\x04%s"
    VERSIONS = (0, 1)

    def _parse(self, fp):
        import struct
        filename = getattr(fp, 'name', '')
        self._catalog = catalog = {}
        self.plural = lambda n: int(n != 1)
        data = fp.read()
        magic = struct.unpack('<I', data[:4])[0] if len(data) >= 4 else 0
        if magic not in (self.LE_MAGIC, self.BE_MAGIC):
            raise OSError(0, 'Bad magic number', filename)
        order = '<' if magic == self.LE_MAGIC else '>'
        version, count, ids_at, texts_at = struct.unpack(order + '4I', data[4:20])
        if version >> 16 not in self.VERSIONS:
            raise OSError(0, 'Bad version number ' + str(version >> 16), filename)
        for i in range(count):
            id_len, id_off = struct.unpack(order + 'II', data[ids_at + 8 * i:ids_at + 8 * i + 8])
            text_len, text_off = struct.unpack(order + 'II', data[texts_at + 8 * i:texts_at + 8 * i + 8])
            if id_off + id_len >= len(data) or text_off + text_len >= len(data):
                raise OSError(0, 'File is corrupt', filename)
            msg, text = data[id_off:id_off + id_len], data[text_off:text_off + text_len]
            if not msg:
                self._read_header(text)
            charset = self._charset or 'ascii'
            if b'\x00' in msg:
                first = str(msg.split(b'\x00')[0], charset)
                for number, form in enumerate(text.split(b'\x00')):
                    catalog[first, number] = str(form, charset)
            else:
                catalog[str(msg, charset)] = str(text, charset)

    def _read_header(self, text):
        last = None
        for line in text.split(b'\n'):
            item = str(line, 'utf-8').strip()
            if not item or item.startswith('#-#-#-#-#') and item.endswith('#-#-#-#-#'):
                continue
            key, colon, value = item.partition(':')
            if colon:
                last = key = key.strip().lower()
                self._info[key] = value = value.strip()
                if key == 'content-type':
                    self._charset = value.split('charset=')[1]
                elif key == 'plural-forms':
                    self.plural = c2py(value.split(';')[1].split('plural=')[1])
            elif last:
                self._info[last] += '\n' + item

    def _find(self, key, first, second, n, fallback):
        text = self._catalog.get((key, self.plural(n)))
        if text is not None:
            return text
        if self._fallback:
            return fallback()
        return first if n == 1 else second

    def gettext(self, message):
        text = self._catalog.get(message)
        if text is None:
            text = self._catalog.get((message, self.plural(1)))
        return text if text is not None else super().gettext(message)

    def ngettext(self, msgid1, msgid2, n):
        return self._find(msgid1, msgid1, msgid2, n, lambda: self._fallback.ngettext(msgid1, msgid2, n))

    def pgettext(self, context, message):
        key = self.CONTEXT % (context, message)
        text = self._catalog.get(key)
        if text is None:
            text = self._catalog.get((key, self.plural(1)))
        return text if text is not None else super().pgettext(context, message)

    def npgettext(self, context, msgid1, msgid2, n):
        return self._find(self.CONTEXT % (context, msgid1), msgid1, msgid2, n,
                          lambda: self._fallback.npgettext(context, msgid1, msgid2, n))


def find(domain, localedir=None, languages=None, all=False):
    """The .mo file of a domain for the wanted languages, or a list of all."""
    if localedir is None:
        localedir = _default_localedir
    if languages is None:
        languages = []
        for name in 'LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG':
            value = os.environ.get(name)
            if value:
                languages = value.split(':')
                break
        if 'C' not in languages:
            languages.append('C')
    found = []
    forms = dict.fromkeys(form for lang in languages for form in _expand_lang(lang))
    for lang in forms:
        if lang == 'C':
            break
        path = os.path.join(localedir, lang, 'LC_MESSAGES', '%s.mo' % domain)
        if os.path.exists(path):
            if not all:
                return path
            found.append(path)
    return found if all else None


_translations = {}


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    """The translations of a domain, more general ones as fallbacks."""
    import copy
    if class_ is None:
        class_ = GNUTranslations
    files = find(domain, localedir, languages, all=True)
    if not files:
        if fallback:
            return NullTranslations()
        from errno import ENOENT
        raise FileNotFoundError(ENOENT, 'No translation file found for domain', domain)
    result = None
    for path in files:
        key = class_, os.path.abspath(path)
        t = _translations.get(key)
        if t is None:
            with open(path, 'rb') as fp:
                t = _translations.setdefault(key, class_(fp))
        t = copy.copy(t)
        if result is None:
            result = t
        else:
            result.add_fallback(t)
    return result


def install(domain, localedir=None, *, names=None):
    """Puts _() into builtins."""
    translation(domain, localedir, fallback=True).install(names)


_localedirs = {}
_current_domain = 'messages'


def textdomain(domain=None):
    """The domain of gettext(), which may be set."""
    global _current_domain
    if domain is not None:
        _current_domain = domain
    return _current_domain


def bindtextdomain(domain, localedir=None):
    """The folder of a domain's files, which may be set."""
    if localedir is not None:
        _localedirs[domain] = localedir
    return _localedirs.get(domain, _default_localedir)


def _of(domain):
    return translation(domain, _localedirs.get(domain), fallback=True)


def dgettext(domain, message):
    return _of(domain).gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    return _of(domain).ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    return _of(domain).pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    return _of(domain).npgettext(context, msgid1, msgid2, n)


def gettext(message):
    return dgettext(_current_domain, message)


def ngettext(msgid1, msgid2, n):
    return dngettext(_current_domain, msgid1, msgid2, n)


def pgettext(context, message):
    return dpgettext(_current_domain, context, message)


def npgettext(context, msgid1, msgid2, n):
    return dnpgettext(_current_domain, context, msgid1, msgid2, n)


Catalog = translation
