"""Reading of .netrc files: logins and passwords by machine."""

import os
import stat

__all__ = ["netrc", "NetrcParseError"]


class NetrcParseError(Exception):
    """The file has a line that cannot be read, or others may read it."""

    def __init__(self, msg, filename=None, lineno=None):
        self.filename = filename
        self.lineno = lineno
        self.msg = msg
        Exception.__init__(self, msg)

    def __str__(self):
        return "%s (%s, line %s)" % (self.msg, self.filename, self.lineno)


class _Words:
    """The words of a file: between blanks, or between double quotes; a backslash takes the next character as it is."""

    def __init__(self, file):
        self.lineno = 1
        self.file = file
        self.pushed = []

    def char(self):
        c = self.file.read(1)
        self.lineno += c == '\n'
        return c

    def next(self):
        if self.pushed:
            return self.pushed.pop(0)
        c = self.char()
        while c and c in '\n\t\r ':
            c = self.char()
        if not c:
            return ''
        word = ''
        if c == '"':
            while (c := self.char()) and c != '"':
                word += self.char() if c == '\\' else c
            return word
        while c and c not in '\n\t\r ':
            word += self.char() if c == '\\' else c
            c = self.char()
        return word


class netrc:
    """hosts: machine -> (login, account, password); macros: name -> lines."""

    def __init__(self, file=None):
        check = file is None
        if file is None:
            file = os.path.join(os.path.expanduser("~"), ".netrc")
        self.hosts = {}
        self.macros = {}
        try:
            with open(file, encoding="utf-8") as stream:
                self._parse(file, stream, check)
        except UnicodeDecodeError:
            with open(file, encoding="locale") as stream:
                self._parse(file, stream, check)

    def _parse(self, name, stream, check):
        words = _Words(stream)
        while True:
            line = words.lineno
            top = words.next()
            if not top:
                return
            if top[0] == '#':
                if words.lineno == line:
                    stream.readline()
                    words.lineno += 1
                continue
            if top == 'machine':
                entry = words.next()
            elif top == 'default':
                entry = 'default'
            elif top == 'macdef':
                self._macro(name, stream, words)
                continue
            else:
                raise NetrcParseError("bad toplevel token %r" % top, name, words.lineno)
            if not entry:
                raise NetrcParseError("missing %r name" % top, name, words.lineno)
            self._entry(name, stream, words, entry, check)

    def _macro(self, name, stream, words):
        entry = words.next()
        lines = self.macros[entry] = []
        while True:
            line = stream.readline()
            if not line:
                raise NetrcParseError("Macro definition missing null line terminator.", name, words.lineno)
            if line == '\n':
                return
            lines.append(line)

    def _entry(self, name, stream, words, entry, check):
        login = account = password = ''
        self.hosts[entry] = {}
        while True:
            before = words.lineno
            word = words.next()
            if word.startswith('#'):
                if words.lineno == before:
                    stream.readline()
                    words.lineno += 1
                continue
            if word in ('', 'machine', 'default', 'macdef'):
                if word:
                    words.pushed.append(word)
                break
            if word in ('login', 'user'):
                login = words.next()
            elif word == 'account':
                account = words.next()
            elif word == 'password':
                password = words.next()
            else:
                raise NetrcParseError("bad follower token %r" % word, name, words.lineno)
        self.hosts[entry] = (login, account, password)
        if check and login != 'anonymous' and hasattr(os, 'getuid'):
            self._check_owner(name, stream)

    @staticmethod
    def _check_owner(name, stream):
        status = os.fstat(stream.fileno())
        if status.st_uid != os.getuid():
            import pwd

            def user(uid):
                try:
                    return pwd.getpwuid(uid)[0]
                except KeyError:
                    return 'uid %s' % uid
            raise NetrcParseError(f"~/.netrc file owner ({user(status.st_uid)}) does not match current user ({user(os.getuid())})", name)
        if status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise NetrcParseError("~/.netrc access too permissive: access permissions must restrict access to only the owner", name)

    def authenticators(self, host):
        """(login, account, password) for a machine, or those of the default entry, or None."""
        return self.hosts.get(host) or self.hosts.get('default')

    def __repr__(self):
        text = ''
        for host, (login, account, password) in self.hosts.items():
            text += f"machine {host}\n\tlogin {login}\n" + (f"\taccount {account}\n" if account else '') + f"\tpassword {password}\n"
        for name, lines in self.macros.items():
            text += f"macdef {name}\n" + ''.join(lines) + "\n"
        return text


if __name__ == '__main__':
    print(netrc())
