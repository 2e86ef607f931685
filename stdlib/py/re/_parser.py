"""Regular expressions as trees, for programs that look into patterns. Matching does not come by here: that is PCRE2's work.

A pattern is compiled first, so that what is wrong with it is found there; what is read here is right. A tree is a SubPattern, a list of pairs of
an operator of re._constants and its argument.
"""
import re
import unicodedata

from ._constants import *
from ._constants import MAXREPEAT, MAXGROUPS, _NamedIntConstant

SPECIAL_CHARS = '.\\[{()*+?^$|'
REPEAT_CHARS = '*+?{'
DIGITS = frozenset('0123456789')
OCTDIGITS = frozenset('01234567')
HEXDIGITS = frozenset('0123456789abcdefABCDEF')
ASCIILETTERS = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')
WHITESPACE = frozenset(' \t\n\r\v\f')
MAXWIDTH = 1 << 64
FLAGS = {'i': SRE_FLAG_IGNORECASE, 'L': SRE_FLAG_LOCALE, 'm': SRE_FLAG_MULTILINE, 's': SRE_FLAG_DOTALL, 'x': SRE_FLAG_VERBOSE,
         'a': SRE_FLAG_ASCII, 't': SRE_FLAG_TEMPLATE, 'u': SRE_FLAG_UNICODE}
TYPE_FLAGS = SRE_FLAG_ASCII | SRE_FLAG_LOCALE | SRE_FLAG_UNICODE
GLOBAL_FLAGS = SRE_FLAG_DEBUG | SRE_FLAG_TEMPLATE
ESCAPES = {r'\a': (LITERAL, 7), r'\b': (LITERAL, 8), r'\f': (LITERAL, 12), r'\n': (LITERAL, 10), r'\r': (LITERAL, 13), r'\t': (LITERAL, 9),
           r'\v': (LITERAL, 11), r'\\': (LITERAL, 92)}
CATEGORIES = {r'\A': (AT, AT_BEGINNING_STRING), r'\b': (AT, AT_BOUNDARY), r'\B': (AT, AT_NON_BOUNDARY), r'\Z': (AT, AT_END_STRING),
              r'\d': (IN, [(CATEGORY, CATEGORY_DIGIT)]), r'\D': (IN, [(CATEGORY, CATEGORY_NOT_DIGIT)]),
              r'\s': (IN, [(CATEGORY, CATEGORY_SPACE)]), r'\S': (IN, [(CATEGORY, CATEGORY_NOT_SPACE)]),
              r'\w': (IN, [(CATEGORY, CATEGORY_WORD)]), r'\W': (IN, [(CATEGORY, CATEGORY_NOT_WORD)])}
_REPEATCODES = frozenset({MIN_REPEAT, MAX_REPEAT, POSSESSIVE_REPEAT})
_UNITCODES = frozenset({ANY, RANGE, IN, LITERAL, NOT_LITERAL, CATEGORY})


class State:
    """What is known of a whole pattern: its text, flags and groups."""

    def __init__(self):
        self.flags = 0
        self.groupdict = {}
        self.groupwidths = [None]
        self.grouprefpos = {}

    @property
    def groups(self):
        return len(self.groupwidths)


class SubPattern:
    """A sequence of operators with their arguments."""

    def __init__(self, state, data=None):
        self.state = state
        self.data = [] if data is None else data
        self.width = None

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return SubPattern(self.state, self.data[index]) if isinstance(index, slice) else self.data[index]

    def __setitem__(self, index, code):
        self.data[index] = code

    def __delitem__(self, index):
        del self.data[index]

    def insert(self, index, code):
        self.data.insert(index, code)

    def append(self, code):
        self.data.append(code)

    def _item_width(self, op, av):
        if op in _UNITCODES:
            return 1, 1
        if op in _REPEATCODES:
            low, high = av[2].getwidth()
            return low * av[0], MAXWIDTH if high and av[1] is MAXREPEAT else high * av[1]
        if op is SUBPATTERN:
            return av[3].getwidth()
        if op is ATOMIC_GROUP:
            return av.getwidth()
        if op is GROUPREF:
            return self.state.groupwidths[av] or (0, MAXWIDTH)
        if op is BRANCH or op is GROUPREF_EXISTS:
            choices = av[1] if op is BRANCH else av[1:]
            widths = [(0, 0) if choice is None else choice.getwidth() for choice in choices]
            return min(low for low, _ in widths), max(high for _, high in widths)
        return 0, 0

    def getwidth(self):
        """The least and the greatest number of characters that match."""
        if self.width is None:
            widths = [self._item_width(op, av) for op, av in self.data]
            self.width = min(sum(low for low, _ in widths), MAXWIDTH), min(sum(high for _, high in widths), MAXWIDTH)
        return self.width

    def dump(self, level=0):
        """Print the tree."""
        for op, av in self.data:
            print('  ' * level + str(op), end='')
            if op is IN:
                print()
                for inner, value in av:
                    print('  ' * (level + 1) + str(inner), value)
            elif op is BRANCH:
                print()
                for i, choice in enumerate(av[1]):
                    if i:
                        print('  ' * level + 'OR')
                    choice.dump(level + 1)
            elif op is GROUPREF_EXISTS:
                print('', av[0])
                av[1].dump(level + 1)
                if av[2] is not None:
                    print('  ' * level + 'ELSE')
                    av[2].dump(level + 1)
            elif isinstance(av, SubPattern):
                print()
                av.dump(level + 1)
            elif isinstance(av, (tuple, list)):
                trees = [value for value in av if isinstance(value, SubPattern)]
                print('', *[value for value in av if not isinstance(value, SubPattern)])
                for tree in trees:
                    tree.dump(level + 1)
            else:
                print('', av)


class _Reader:
    # Reads a text that is known to be a pattern.
    def __init__(self, text, state):
        self.text, self.state, self.at = text, state, 0

    def peek(self, word):
        return self.text.startswith(word, self.at)

    def take(self, word):
        if self.peek(word):
            self.at += len(word)
            return True
        return False

    def until(self, end):
        stop = self.text.index(end, self.at)
        word = self.text[self.at:stop]
        self.at = stop + len(end)
        return word

    def choice(self, verbose):
        """Alternatives, up to a closing parenthesis or the end."""
        branches = [self.sequence(verbose)]
        while self.take('|'):
            branches.append(self.sequence(verbose))
        return branches[0] if len(branches) == 1 else self.joined(branches)

    def joined(self, branches):
        whole = SubPattern(self.state)
        while all(branches) and all(branch[0] == branches[0][0] for branch in branches):
            whole.append(branches[0][0])
            for branch in branches:
                del branch[0]
        singles = []
        for branch in branches:
            op, av = branch[0] if len(branch) == 1 else (None, None)
            if op is LITERAL:
                singles.append((op, av))
            elif op is IN and av[0][0] is not NEGATE:
                singles += av
            else:
                whole.append((BRANCH, (None, branches)))
                return whole
        whole.append((IN, list(dict.fromkeys(singles))))
        return whole

    def sequence(self, verbose):
        out = SubPattern(self.state)
        while self.at < len(self.text) and self.text[self.at] not in '|)':
            char = self.text[self.at]
            if verbose and (char in WHITESPACE or char == '#'):
                self.at = self.at + 1 if char != '#' else (self.text + '\n').index('\n', self.at) + 1
                continue
            self.at += 1
            if char == '(':
                self.group(out, verbose)
            elif char in '*+?' or char == '{' and self.counted():
                self.repeat(out, char)
            else:
                out.append(self.single(char))
        for i, (op, av) in reversed(list(enumerate(out.data))):
            if op is SUBPATTERN and av[0] is None and not av[1] and not av[2]:
                out.data[i:i + 1] = av[3].data
        return out

    def single(self, char):
        if char == '\\':
            return self.escape(in_set=False)
        if char == '[':
            return self.set()
        return {'.': (ANY, None), '^': (AT, AT_BEGINNING), '$': (AT, AT_END)}.get(char, (LITERAL, ord(char)))

    def counted(self):
        # Is what follows the brace a repeat count? Then it is left for repeat() to read.
        end = self.text.find('}', self.at)
        low, comma, high = self.text[self.at:end].partition(',') if end >= 0 else ('', '', 'x')
        return bool(low or comma) and set(low + high) <= DIGITS

    def repeat(self, out, char):
        if char == '{':
            low, comma, high = self.until('}').partition(',')
            least = int(low or 0)
            most = (int(high) if high else MAXREPEAT) if comma else least
        else:
            least, most = {'*': (0, MAXREPEAT), '+': (1, MAXREPEAT), '?': (0, 1)}[char]
        item = out[-1:]
        if item[0][0] is SUBPATTERN:
            number, on, off, inner = item[0][1]
            if number is None and not on and not off:
                item = inner
        op = MIN_REPEAT if self.take('?') else POSSESSIVE_REPEAT if self.take('+') else MAX_REPEAT
        out[-1] = op, (least, most, item)

    def group(self, out, verbose):
        state, name, number, on, off = self.state, None, None, 0, 0
        if not self.take('?'):
            number = state.groups
        elif self.take('P<'):
            name, number = self.until('>'), state.groups
        elif self.take('P='):
            out.append((GROUPREF, state.groupdict[self.until(')')]))
            return
        elif self.take('#'):
            self.until(')')
            return
        elif self.take('('):
            name = self.until(')')
            which = int(name) if name.isdecimal() else state.groupdict[name]
            yes = self.sequence(verbose)
            no = self.sequence(verbose) if self.take('|') else None
            self.take(')')
            out.append((GROUPREF_EXISTS, (which, yes, no)))
            return
        elif (look := next((mark for mark in ('=', '!', '<=', '<!', '>') if self.peek(mark)), None)):
            self.at += len(look)
            inner = self.choice(verbose)
            self.take(')')
            if look == '>':
                out.append((ATOMIC_GROUP, inner))
            else:
                out.append((ASSERT_NOT if '!' in look else ASSERT, (-1 if '<' in look else 1, inner)))
            return
        elif not self.take(':'):
            words = ''
            while self.text[self.at] not in ':)':
                words += self.text[self.at]
                self.at += 1
            plus, _, minus = words.partition('-')
            on, off = (sum(FLAGS[letter] for letter in letters) for letters in (plus, minus))
            if self.text[self.at] == ')':  # for the whole pattern; its start has been looked at
                self.at += 1
                return
            self.at += 1
            verbose = (verbose or bool(on & SRE_FLAG_VERBOSE)) and not off & SRE_FLAG_VERBOSE
        if number is not None:
            if name:
                state.groupdict[name] = number
            state.groupwidths.append(None)
        inner = self.choice(verbose)
        self.take(')')
        if number is not None:
            state.groupwidths[number] = inner.getwidth()
        out.append((SUBPATTERN, (number, on, off, inner)))

    def code(self, digits, base):
        value = int(self.text[self.at:self.at + digits], base)
        self.at += digits
        return LITERAL, value

    def escape(self, in_set):
        char = self.text[self.at]
        self.at += 1
        word = '\\' + char
        if in_set and word in ESCAPES:
            return ESCAPES[word]
        if word in CATEGORIES and not (in_set and CATEGORIES[word][0] is AT):
            return CATEGORIES[word]
        if word in ESCAPES:
            return ESCAPES[word]
        if char in 'xuU':
            return self.code({'x': 2, 'u': 4, 'U': 8}[char], 16)
        if char == 'N':
            self.take('{')
            return LITERAL, ord(unicodedata.lookup(self.until('}')))
        if char not in DIGITS:
            return LITERAL, ord(char)
        digits = char
        while self.text[self.at:self.at + 1] in OCTDIGITS and self.at < len(self.text) and len(digits) < 3:
            digits += self.text[self.at]
            self.at += 1
        if in_set or char == '0' or len(digits) == 3 and set(digits) <= OCTDIGITS:
            return LITERAL, int(digits, 8)
        number = char  # a group has one or two digits
        self.at -= len(digits) - 1
        if self.text[self.at:self.at + 1] in DIGITS and self.at < len(self.text):
            number += self.text[self.at]
            self.at += 1
        return GROUPREF, int(number)

    def set_item(self):
        char = self.text[self.at]
        self.at += 1
        return self.escape(in_set=True) if char == '\\' else (LITERAL, ord(char))

    def set(self):
        negated = self.take('^')
        items = []
        while not items or not self.peek(']'):
            first = self.set_item()
            if self.peek('-') and self.text[self.at + 1] != ']':
                self.at += 1
                items.append((RANGE, (first[1], self.set_item()[1])))
            else:
                items.append(first[1][0] if first[0] is IN else first)
        self.take(']')
        items = list(dict.fromkeys(items))
        if len(items) == 1 and items[0][0] is LITERAL:
            return (NOT_LITERAL, items[0][1]) if negated else items[0]
        return IN, [(NEGATE, None), *items] if negated else items


def parse(str, flags=0, state=None):
    """The tree of a pattern."""
    text = str if hasattr(str, 'encode') else bytes(str).decode('latin-1')
    state = State() if state is None else state
    state.str = str
    state.flags = int(re.compile(str, int(flags) & ~SRE_FLAG_DEBUG).flags)
    tree = _Reader(text, state).choice(bool(state.flags & SRE_FLAG_VERBOSE))
    if flags & SRE_FLAG_DEBUG:
        tree.dump()
    return tree


def parse_template(source, pattern):
    """A replacement as a list: texts, and at every second place the number of a group."""
    text = source if isinstance(source, str) else bytes(source).decode('latin-1')
    parts, word, at = [], '', 0
    rule = re.compile(r'\\(?:g<([^>]*)>|(0[0-7]{0,2}|[1-3][0-7]{2})|([1-9][0-9]?)|(.))', re.S)
    while (found := rule.search(text, at)):
        word += text[at:found.start()]
        at = found.end()
        name, octal, number, letter = found.groups()
        if octal:
            word += chr(int(octal, 8) & 0o377)
        elif letter:
            known = ESCAPES.get('\\' + letter)
            if known is None and letter in ASCIILETTERS:
                raise error(f'bad escape \\{letter}', source, found.start())
            word += chr(known[1]) if known else '\\' + letter
        else:
            name = name or number
            group = int(name) if name.isdecimal() else pattern.groupindex.get(name)
            if group is None:
                raise IndexError(f'unknown group name {name!r}')
            if group > pattern.groups:
                raise error(f'invalid group reference {group}', source, found.start() + 1)
            parts += [word, group]
            word = ''
    parts.append(word + text[at:])
    return parts if isinstance(source, str) else [part.encode('latin-1') if isinstance(part, str) else part for part in parts]
