"""What values of headers are made of: trees of words, as RFC 5322, 2045 and 2047 describe them.

A Leaf is text that is not divided further; a Branch is a list of nodes. Both have a `kind`, and `encodable`: may encoded words stand for
it? Nothing here raises for a malformed header: what is wrong becomes a defect of the branch where it stands. Writing the trees as lines
is email._header_fold's."""

import re

from email import errors

SPECIALS = frozenset('()<>@,:;."[]\\')
_SPACE = ' \t'
_pieces = re.compile(r'[ \t]+|[^ \t]+')
_encoded_word = re.compile(r'=\?([^?\s]*)\?([^?\s]*)\?([^?]*?)\?=')
_encoded_word_inside = re.compile(r'=\?[^?]*\?[qQbB]\?[^?]*?\?=')
_atom = re.compile(r'[^()<>@,:;."\[\]\\ \t\r\n]+')
_token = re.compile(r'[^()<>@,:;"/\[\]?=\\ \t\r\n]+')
_attribute = re.compile(r"[^()<>@,:;\"/\[\]?=\\ \t\r\n*'%]+")
_unprintable = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]')


class Leaf(str):
    """Text with a kind."""

    breaks = encodable = combinable = True
    kind = None
    defects = ()

    def __new__(cls, text, kind):
        self = str.__new__(cls, text)
        self.kind = kind
        return self

    def __getnewargs__(self):
        return str(self), self.kind


class Branch(list):
    """Nodes in order. `written` puts what their texts are joined to into its form, for quoted strings and comments."""

    breaks = combinable = True

    def __init__(self, kind, nodes=(), encodable=None, written=None):
        super().__init__(nodes)
        self.kind = kind
        self._encodable = encodable
        self._written = written
        self.defects = []

    @property
    def encodable(self):
        if self._encodable is not None:
            return self._encodable
        return all(node.encodable for node in self)

    def __str__(self):
        text = ''.join(map(str, self))
        return self._written(text) if self._written else text

    @property
    def all_defects(self):
        """The defects of this branch and then of those in it."""
        found = list(self.defects)
        for node in self:
            if isinstance(node, Branch):
                found.extend(node.all_defects)
        return found


def quoted(text):
    """The text as a quoted string."""
    return '"' + str(text).replace('\\', '\\\\').replace('"', '\\"') + '"'


def has_surrogates(text):
    """Are there bytes that no character stands for?"""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def sanitize(text):
    """The text with what could not be decoded replaced by U+FFFD."""
    data = text.encode('utf-8', 'surrogateescape')
    return data.decode('utf-8', 'replace')


def _check(branch, text):
    found = _unprintable.findall(text)
    if found:
        branch.defects.append(errors.NonPrintableDefect(found))
    if has_surrogates(text):
        branch.defects.append(errors.UndecodableBytesDefect('Non-ASCII characters found in header token'))


# Encoded words (RFC 2047).

def decode_word(match):
    """The text of an encoded word and its defects."""
    from binascii import a2b_base64
    charset, _, coding, content = match[1].partition('*')[0], None, match[2].lower(), match[3]
    defects = []
    if coding == 'q':
        data = re.sub(rb'=([0-9a-fA-F]{2})', lambda m: bytes([int(m[1], 16)]), content.replace('_', ' ').encode('ascii', 'surrogateescape'))
    else:
        raw = content.encode('ascii', 'surrogateescape')
        letters = re.sub(rb'[^A-Za-z0-9+/]', b'', raw)
        if len(letters) % 4 == 1:
            defects.append(errors.InvalidBase64LengthDefect())
            data = raw
        else:
            missing = -len(raw) % 4
            if missing:
                defects.append(errors.InvalidBase64PaddingDefect())
            if len(letters) != len(raw.rstrip(b'=')):
                defects.append(errors.InvalidBase64CharactersDefect())
            data = a2b_base64(letters + b'=' * (-len(letters) % 4))
    try:
        text = data.decode(charset)
    except UnicodeDecodeError:
        defects.append(errors.UndecodableBytesDefect('Encoded word contains bytes not decodable using {!r} charset'.format(charset)))
        text = data.decode(charset, 'surrogateescape')
    except LookupError:
        text = data.decode('ascii', 'surrogateescape')
        if charset.lower() != 'unknown-8bit':
            defects.append(errors.CharsetError('Unknown charset {!r} in encoded word; decoded as unknown bytes'.format(charset)))
    return text, defects


def _word_branch(match, kind):
    branch = Branch('encoded-word')
    text, branch.defects = decode_word(match)
    for piece in _pieces.findall(text):
        branch.append(Leaf(piece, 'fws' if piece[0] in _SPACE else kind))
        _check(branch, piece)
    if ' ' in match[0]:
        branch.defects.append(errors.InvalidHeaderDefect('whitespace inside encoded word'))
    return branch


def _is_word(match):
    return match is not None and match[2].lower() in ('q', 'b')


def unstructured(text):
    """Words and the space between them."""
    tree = Branch('unstructured')
    at = 0
    while at < len(text):
        piece = _pieces.match(text, at)[0]
        if piece[0] in _SPACE:
            tree.append(Leaf(piece, 'fws'))
            at += len(piece)
            continue
        match = _encoded_word.match(text, at)
        if _is_word(match):
            if tree and tree[-1].kind != 'fws':
                tree.defects.append(errors.InvalidHeaderDefect('missing whitespace before encoded word'))
            elif len(tree) > 1 and tree[-2].kind == 'encoded-word':
                tree[-1] = Leaf('', 'fws')
            tree.append(_word_branch(match, 'vtext'))
            at = match.end()
            continue
        inside = _encoded_word_inside.search(piece)
        if inside and inside.start():
            piece = piece[:inside.start()]
        tree.append(Leaf(piece, 'vtext'))
        _check(tree, piece)
        at += len(piece)
    return tree


# Addresses and parameters.

class Reader:
    """Reads a value from left to right; `at` is where it stands."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def peek(self):
        return self.text[self.at:self.at + 1]

    def rest(self):
        return self.text[self.at:]

    def take(self, kind, count=1):
        """The next characters as a leaf."""
        leaf = Leaf(self.text[self.at:self.at + count], kind)
        self.at += count
        return leaf

    def match(self, pattern, kind):
        """What a pattern matches here as a leaf, None if it does not."""
        found = pattern.match(self.text, self.at)
        if not found:
            return None
        self.at = found.end()
        return Leaf(found[0], kind)

    def space(self, into):
        """White space and comments, if there are any, as one more node of `into`."""
        branch = Branch('cfws')
        while (c := self.peek()) and c in ' \t\r\n(':
            if c == '(':
                branch.append(self.comment())
            else:
                branch.append(self.match(re.compile(r'[ \t\r\n]+'), 'fws'))
        if branch:
            into.append(branch)

    def comment(self):
        branch = Branch('comment', written=lambda text: '(' + text + ')')
        self.at += 1
        while (c := self.peek()) != ')':
            if not c:
                branch.defects.append(errors.InvalidHeaderDefect('end of header inside comment'))
                return branch
            if c == '(':
                branch.append(self.comment())
            elif c in ' \t':
                branch.append(self.match(re.compile('[ \t]+'), 'fws'))
            else:
                branch.append(self.match(re.compile(r'(?:\\.|[^() \t\\])+|\\', re.S), 'ptext'))
        self.at += 1
        return branch

    def quoted_string(self):
        outer = Branch('quoted-string')
        self.space(outer)
        inner = Branch('bare-quoted-string', written=quoted)
        outer.append(inner)
        self.at += 1
        while (c := self.peek()) != '"':
            if not c:
                inner.defects.append(errors.InvalidHeaderDefect('end of header inside quoted string'))
                break
            match = _encoded_word.match(self.text, self.at)
            if c in _SPACE:
                inner.append(self.match(re.compile('[ \t]+'), 'fws'))
            elif _is_word(match) and '"' not in match[0]:
                inner.append(_word_branch(match, 'text'))
                inner.defects.append(errors.InvalidHeaderDefect('encoded word inside quoted string'))
                self.at = match.end()
                if len(inner) > 2 and inner[-2].kind == 'fws' and inner[-3].kind == 'encoded-word':
                    inner[-2] = Leaf('', 'fws')
            else:
                raw = self.match(re.compile(r'(?:\\.|[^" \t\\])+|\\', re.S), 'ptext')
                text = re.sub(r'\\(.)', r'\1', raw, flags=re.S)
                inner.append(Leaf(text, 'ptext'))
                _check(inner, text)
        else:
            self.at += 1
        self.space(outer)
        return outer

    def atom(self):
        branch = Branch('atom')
        self.space(branch)
        match = _encoded_word.match(self.text, self.at)
        if _is_word(match):
            branch.append(_word_branch(match, 'atext'))
            self.at = match.end()
        else:
            leaf = self.match(_atom, 'atext')
            if leaf is None:
                return None
            branch.append(leaf)
            _check(branch, leaf)
        self.space(branch)
        return branch

    def word(self):
        """An atom or a quoted string with the space around it; None and no progress if there is neither."""
        start = self.at
        self.space([])
        quotes = self.peek() == '"'
        self.at = start
        if quotes:
            return self.quoted_string()
        found = self.atom()
        if found is None:
            self.at = start
        return found


def _plain(nodes):
    """The meaning of nodes: no comments, no quotes, runs of space as one space."""
    out = []
    for node in nodes:
        if node.kind == 'cfws':
            out.append(' ')
        elif isinstance(node, Branch):
            out.append(''.join(map(str, node)) if node.kind in ('encoded-word', 'bare-quoted-string') else _plain(node))
        else:
            out.append(str(node))
    return ''.join(out)


def _phrase(reader):
    """A display name: words, perhaps with periods among them."""
    tree = Branch('display-name')
    tree.combinable = False
    while True:
        word = reader.word()
        if word is not None:
            tree.append(word)
        elif reader.peek() == '.' and tree:
            tree.append(reader.take('dot'))
            tree.defects.append(errors.ObsoleteHeaderDefect("period in 'phrase'"))
        else:
            return tree


def _dotted(reader, kind):
    """Atoms with dots between them; the nodes, or None."""
    tree = Branch('dot-atom', encodable=None)
    reader.space(tree)
    text = Branch('dot-atom-text', encodable=True)
    leaf = reader.match(_atom, kind)
    if leaf is None:
        return None
    text.append(leaf)
    while reader.peek() == '.':
        dot = reader.at
        reader.at += 1
        leaf = reader.match(_atom, kind)
        if leaf is None:
            reader.at = dot
            return None
        text.append(Leaf('.', 'dot'))
        text.append(leaf)
    tree.append(text)
    reader.space(tree)
    return tree


def addr_spec(reader):
    """local@domain, or the local part alone with a defect."""
    tree = Branch('addr-spec', encodable=False)
    local = Branch('local-part', encodable=False)
    tree.append(local)
    start = reader.at
    reader.space([])
    first = reader.peek()
    reader.at = start
    found = None
    if first == '"':
        found = reader.quoted_string()
        if reader.peek() not in ('', '@', '>', ',', ';', ':', '<'):
            reader.at, found = start, None
    elif first:
        found = _dotted(reader, 'atext')
        if found is None or reader.peek() not in ('', '@', '>', ',', ';', ':', '<'):
            reader.at, found = start, None
    if found is not None:
        local.append(found)
        tree.local_part = _plain(found[1:] if found[0].kind == 'cfws' else found).strip() if found.kind == 'dot-atom' else ''.join(
            ''.join(map(str, node)) for node in found if node.kind == 'bare-quoted-string')
    else:
        obsolete = Branch('obs-local-part', encodable=False)
        after_word = False
        while True:
            if reader.peek() == '.':
                obsolete.append(reader.take('dot'))
                after_word = False
                continue
            word = reader.word()
            if word is None:
                break
            if after_word:
                obsolete.kind = 'invalid-obs-local-part'
                obsolete.defects.append(errors.InvalidHeaderDefect("missing '.' between words"))
            obsolete.append(word)
            after_word = True
        local.append(obsolete)
        if obsolete.kind == 'invalid-obs-local-part':
            local.defects.append(errors.InvalidHeaderDefect('local-part is not dot-atom, quoted-string, or obs-local-part'))
        else:
            local.defects.append(errors.ObsoleteHeaderDefect('local-part is not a dot-atom (contains CFWS)'))
        tree.local_part = _plain(obsolete).strip()
        if obsolete.kind == 'obs-local-part':
            tree.local_part = re.sub(r' *\. *', '.', tree.local_part)
    tree.domain = None
    if not tree.local_part.isascii():
        local.defects.append(errors.NonASCIILocalPartDefect('local-part contains non-ASCII characters)'))
    if reader.peek() != '@':
        tree.defects.append(errors.InvalidHeaderDefect('addr-spec local part with no domain'))
        return tree
    tree.append(reader.take('address-at-symbol'))
    domain = Branch('domain', encodable=False)
    tree.append(domain)
    reader.space(domain)
    if reader.peek() == '[':
        literal = Branch('domain-literal', encodable=False)
        end = reader.text.find(']', reader.at)
        if end < 0:
            end = len(reader.text)
            literal.defects.append(errors.InvalidHeaderDefect('end of input inside domain-literal'))
        literal.append(reader.take('ptext', end + 1 - reader.at))
        domain.append(literal)
        reader.space(domain)
        tree.domain = ''.join(str(literal).split())
        return tree
    at = reader.at
    found = _dotted(reader, 'atext')
    if found is None:
        reader.at = at
        parts = []
        while (leaf := reader.match(_atom, 'atext')) is not None or reader.peek() == '.':
            parts.append(leaf if leaf is not None else reader.take('dot'))
            reader.space(parts)
        domain.extend(parts)
        if not parts:
            tree.defects.append(errors.InvalidHeaderDefect('missing domain'))
            return tree
        domain.defects.append(errors.ObsoleteHeaderDefect('domain is not a dot-atom (contains CFWS)'))
        tree.domain = ''.join(_plain(parts).split())
        return tree
    domain.append(found)
    tree.domain = ''.join(_plain(found).split())
    return tree


class _Mailbox(Branch):
    """A name and an address, either of which may be missing."""

    display_name = local_part = domain = None


def _angle(reader, tree):
    """<local@domain>, into a name-addr."""
    branch = Branch('angle-addr')
    reader.space(branch)
    branch.append(reader.take('angle-addr-start'))
    if reader.peek() == '>':
        branch.append(reader.take('angle-addr-end'))
        branch.defects.append(errors.InvalidHeaderDefect('null addr-spec in angle-addr'))
        spec = None
    else:
        route = re.compile(r'[ \t]*@[^:>]*:').match(reader.text, reader.at)
        if route:
            branch.append(reader.take('obs-route', len(route[0])))
            branch.defects.append(errors.ObsoleteHeaderDefect('obsolete route specification in angle-addr'))
        spec = addr_spec(reader)
        branch.append(spec)
        if reader.peek() == '>':
            branch.append(reader.take('angle-addr-end'))
        else:
            branch.defects.append(errors.InvalidHeaderDefect("missing trailing '>' on angle-addr"))
    reader.space(branch)
    tree.append(branch)
    return spec


def mailbox(reader, ends):
    """One mailbox up to one of the characters of `ends`."""
    box = _Mailbox('mailbox')
    start = reader.at
    name = _phrase(reader)
    reader.space([])
    following = reader.peek()
    if following == '<':
        tree = Branch('name-addr', [name] if name else ())
        if not name:
            reader.at = start
        spec = _angle(reader, tree)
        box.append(tree)
        if name:
            box.display_name = _plain(name).strip()
        if spec is not None:
            box.local_part, box.domain = spec.local_part, spec.domain
            if spec.domain is None:
                box.kind = 'invalid-mailbox'
        else:
            box.local_part = box.domain = ''
    elif name or following == '@':
        reader.at = start
        if name:
            spec = addr_spec(reader)
            box.append(spec)
            box.local_part, box.domain = spec.local_part, spec.domain
            if any(type(d) is errors.InvalidHeaderDefect for d in spec.all_defects):
                box.kind = 'invalid-mailbox'
    if not box or reader.peek() and reader.peek() not in ends:
        # what cannot be read, up to the next address
        found = re.compile('(?:"(?:\\\\.|[^"\\\\])*"?|[^%s"])*' % re.escape(ends), re.S).match(reader.text, reader.at)
        if not box:
            box.kind = 'invalid-mailbox'
            box.append(reader.take('misplaced-special', len(found[0])))
            box.defects.append(errors.InvalidHeaderDefect('invalid address in address-list'))
        elif found[0]:
            box.append(reader.take('misplaced-special', len(found[0])))
            box.kind = 'invalid-mailbox'
            box.defects.append(errors.InvalidHeaderDefect('invalid address in address-list'))
    return box


class _Address(Branch):
    """A mailbox or a group of mailboxes."""

    display_name = None
    mailboxes = ()


def _group(reader, name):
    address = _Address('address')
    tree = Branch('group', [name, reader.take('group-display-name-terminator')])
    address.append(tree)
    address.display_name = _plain(name).strip()
    members = Branch('group-list')
    tree.append(members)
    boxes = []
    reader.space(members)
    while reader.peek() not in ('', ';'):
        if reader.peek() == ',':
            members.append(reader.take('list-separator'))
            reader.space(members)
            continue
        boxes.append(mailbox(reader, ',;'))
        members.append(boxes[-1])
    address.mailboxes = boxes
    if reader.peek() == ';':
        tree.append(reader.take('group-terminator'))
    else:
        tree.defects.append(errors.InvalidHeaderDefect('end of header in group'))
    reader.space(tree)
    return address


def address_list(text):
    """The addresses of a header."""
    reader = Reader(text)
    tree = Branch('address-list')
    tree.addresses = []
    while reader.at < len(text):
        if reader.peek() == ',':
            tree.append(reader.take('list-separator'))
            tree.defects.append(errors.ObsoleteHeaderDefect('empty element in address-list'))
            continue
        start = reader.at
        blank = Branch('cfws')
        reader.space(blank)
        if blank and reader.peek() in ('', ','):
            tree.append(blank[0])
            if reader.peek():
                tree.append(reader.take('list-separator'))
            tree.defects.append(errors.ObsoleteHeaderDefect(
                'address-list entry with no content' if reader.at < len(text) or tree.addresses else 'empty element in address-list'))
            continue
        reader.at = start
        name = _phrase(reader)
        if name and reader.peek() == ':':
            address = _group(reader, name)
        else:
            reader.at = start
            box = mailbox(reader, ',')
            address = _Address('address', [box])
            address.mailboxes = [box]
        tree.append(address)
        tree.addresses.append(address)
        if reader.peek() == ',':
            tree.append(reader.take('list-separator'))
        elif reader.at == start:
            tree.append(reader.take('misplaced-special'))
    return tree


def message_id(text):
    """<left@right>, with space around it; anything else is taken as it is."""
    match = re.fullmatch(r'(\s*)(<[^<>@\s]*@[^<>\s]*>)(\s*)', text, re.S)
    tree = Branch('message-id', encodable=False)
    if match:
        for piece, kind in zip(match.groups(), ('fws', 'msg-id', 'fws')):
            if piece:
                tree.append(Leaf(piece, kind))
        return tree
    tree = unstructured(text)
    tree.kind, tree._encodable = 'invalid-message-id', False
    tree.defects.append(errors.InvalidHeaderDefect('Invalid msg-id: {!r}'.format(text)))
    return tree


# Headers of MIME (RFC 2045, 2231).

def mime_version(text):
    """1.0 with comments around the digits. The tree has major and minor, None if they are not there."""
    tree = Branch('mime-version')
    tree.major = tree.minor = None
    reader = Reader(text)
    if not text.strip():
        tree.defects.append(errors.HeaderMissingRequiredValue('Missing MIME version number (eg: 1.0)'))
        return tree
    numbers = []
    digits = re.compile(r'[^\s.(]+')
    for separator in ('.', ''):
        reader.space(tree)
        found = reader.match(digits, 'digits')
        if found is not None:
            tree.append(found)
            numbers.append(found)
        reader.space(tree)
        if separator and reader.peek() == separator:
            tree.append(reader.take('version-separator'))
    if reader.rest():
        tree.append(reader.take('xtext', len(reader.rest())))
        tree.defects.append(errors.InvalidHeaderDefect('Excess non-CFWS text after MIME version'))
    if len(numbers) == 2 and all(number.isdigit() for number in numbers):
        tree.major, tree.minor = map(int, numbers)
    elif not numbers or not numbers[0].isdigit():
        tree.defects.append(errors.InvalidHeaderDefect('Expected MIME major version number but found {!r}'.format(str(numbers[0]) if numbers else text)))
    else:
        tree.defects.append(errors.InvalidHeaderDefect('Incomplete MIME version; found only major number' if len(numbers) < 2 else
                                                       'Expected MIME minor version number but found {!r}'.format(str(numbers[1]))))
    return tree


def transfer_encoding(text):
    """One token. The tree has its lower case as cte."""
    tree = Branch('content-transfer-encoding', encodable=False)
    tree.cte = '7bit'
    reader = Reader(text)
    if not text:
        tree.defects.append(errors.HeaderMissingRequiredValue('Missing content transfer encoding'))
        return tree
    word = _token_of(reader)
    if word is None:
        tree.defects.append(errors.InvalidHeaderDefect("Expected content transfer encoding but found {!r}".format(text)))
    else:
        tree.append(word)
        tree.cte = _plain(word).strip().lower()
    if reader.rest():
        tree.defects.append(errors.InvalidHeaderDefect('Extra text after content transfer encoding'))
        tree.append(reader.take('misplaced', len(reader.rest())))
    return tree


def _token_of(reader):
    branch = Branch('token')
    start = reader.at
    reader.space(branch)
    leaf = reader.match(_token, 'ttext')
    if leaf is None:
        reader.at = start
        return None
    branch.append(leaf)
    reader.space(branch)
    return branch


class Parameters(Branch):
    """name=value pairs: `params` has them with continued ones joined and encoded ones decoded."""

    breaks = False

    def __init__(self):
        super().__init__('mime-parameters')
        self.params = []

    def __str__(self):
        text = '; '.join('{}={}'.format(name, quoted(value)) for name, value in self.params)
        return ' ' + text if text else ''


def _join_parameters(tree, found):
    """Set tree.params from (name, section, extended, charset, value) tuples."""
    import urllib.parse
    names = {}
    for item in found:
        names.setdefault(item[0].lower(), []).append(item)
    for parts in names.values():
        name = parts[0][0]
        parts.sort(key=lambda item: item[1] or 0)
        charset = parts[0][3]
        if not parts[0][2] and len(parts) > 1 and not parts[0][1] and parts[1][1] in (0, None):
            tree.defects.append(errors.InvalidHeaderDefect('duplicate parameter name; duplicate(s) ignored'))
            parts = parts[:1]
        values = []
        for number, (_, section, extended, _, value) in enumerate(parts):
            if section is not None and section != number:
                if section < number:
                    tree.defects.append(errors.InvalidHeaderDefect('duplicate parameter name; duplicate(s) ignored'))
                    continue
                tree.defects.append(errors.InvalidHeaderDefect('inconsistent multipart parameter numbering'))
            if extended:
                data = urllib.parse.unquote_to_bytes(value.encode('utf-8', 'surrogateescape'))
                try:
                    value = data.decode(charset or 'us-ascii', 'surrogateescape')
                except LookupError:
                    value = data.decode('us-ascii', 'surrogateescape')
                if has_surrogates(value):
                    tree.defects.append(errors.UndecodableBytesDefect())
            values.append(value)
        tree.params.append((name, ''.join(values)))


_parameter = re.compile(r'''(?P<name>[^=;*\s()]+)[ \t]*(?:\*(?P<section>\d+))?(?P<star>\*)?[ \t]*=''')


def _parameters(reader, outer):
    tree = Parameters()
    found = []
    text = reader.text
    while reader.at < len(text):
        start = reader.at
        reader.space([])
        match = _parameter.match(text, reader.at)
        if match is None:
            end = text.find(';', reader.at)
            end = len(text) if end < 0 else end
            part = text[reader.at:end]
            bare = _attribute.fullmatch(part.strip())
            if bare:
                found.append((bare[0], None, False, None, ''))
            elif part.strip():
                tree.defects.append(errors.InvalidHeaderDefect('invalid parameter {!r}'.format(text[start:end])))
            elif end < len(text):
                tree.defects.append(errors.InvalidHeaderDefect('parameter entry with no content'))
            reader.at = end
        else:
            reader.at = match.end()
            section = None if match['section'] is None else int(match['section'])
            reader.space([])
            charset = None
            if reader.peek() == '"':
                inner = reader.quoted_string()
                value = ''.join(''.join(map(str, node)) for node in inner if node.kind == 'bare-quoted-string')
                tree.defects.extend(inner.all_defects)
                end = text.find(';', reader.at)
                reader.at = len(text) if end < 0 else end
                if match['star']:
                    tree.defects.append(errors.InvalidHeaderDefect('Quoted string value for extended parameter is invalid'))
            else:
                end = text.find(';', reader.at)
                end = len(text) if end < 0 else end
                value = re.sub(r'\s*(\([^()]*\))?\s*$', '', text[reader.at:end])
                reader.at = end
            extended = bool(match['star'])
            if extended and not section:
                parts = value.split("'", 2)
                if len(parts) == 3:
                    charset, value = parts[0], parts[2]
                else:
                    tree.defects.append(errors.InvalidHeaderDefect('Expected RFC2231 char/lang encoding delimiter, but found {!r}'.format(value)))
            elif not extended and '=?' in value and _is_word(whole := _encoded_word.fullmatch(value)):
                value = decode_word(whole)[0]
            found.append((match['name'], section, extended, charset, value))
        if reader.peek() == ';':
            reader.at += 1
            if not reader.rest().strip():
                break
    tree.append(Leaf(text, 'parameters'))
    _join_parameters(tree, found)
    outer.append(tree)
    return tree.params


def _parametric(kind):
    tree = Branch(kind, encodable=False)
    tree.breaks = False
    tree.params = []
    return tree


def content_type(text):
    """main/sub; name=value... What is malformed is text/plain."""
    tree = _parametric('content-type')
    tree.maintype, tree.subtype = 'text', 'plain'
    if not text:
        tree.defects.append(errors.HeaderMissingRequiredValue('Missing content type specification'))
        return tree
    reader = Reader(text)
    main = _token_of(reader)
    if main is None or reader.peek() != '/':
        tree.defects.append(errors.InvalidHeaderDefect(
            'Expected content maintype but found {!r}'.format(text) if main is None else 'Invalid content type'))
        if main is not None:
            tree.append(main)
        return _rest_invalid(tree, reader)
    tree.append(main)
    tree.append(reader.take('content-type-separator'))
    sub = _token_of(reader)
    if sub is None:
        tree.defects.append(errors.InvalidHeaderDefect('Expected content subtype but found {!r}'.format(reader.rest())))
        return _rest_invalid(tree, reader)
    tree.append(sub)
    tree.maintype, tree.subtype = _plain(main).strip().lower(), _plain(sub).strip().lower()
    return _with_parameters(tree, reader, 'content type')


def _rest_invalid(tree, reader):
    head, semicolon, _ = reader.rest().partition(';')
    if head:
        tree.append(reader.take('misplaced', len(head)))
    if semicolon:
        tree.append(reader.take('parameter-separator'))
        tree.params = _parameters(reader, tree)
    return tree


def _with_parameters(tree, reader, what):
    if reader.rest():
        if reader.peek() != ';':
            if tree.kind == 'content-type':
                tree.maintype, tree.subtype = 'text', 'plain'
            tree.defects.append(errors.InvalidHeaderDefect('Only parameters are valid after {}, but found {!r}'.format(what, reader.rest())))
            return _rest_invalid(tree, reader)
        tree.append(reader.take('parameter-separator'))
        tree.params = _parameters(reader, tree)
    return tree


def content_disposition(text):
    """A token and parameters."""
    tree = _parametric('content-disposition')
    tree.content_disposition = None
    if not text:
        tree.defects.append(errors.HeaderMissingRequiredValue('Missing content disposition'))
        return tree
    reader = Reader(text)
    word = _token_of(reader)
    if word is None:
        tree.defects.append(errors.InvalidHeaderDefect('Expected content disposition but found {!r}'.format(text)))
        return _rest_invalid(tree, reader)
    tree.append(word)
    tree.content_disposition = _plain(word).strip().lower()
    return _with_parameters(tree, reader, 'content disposition')
