"""What machine, system and interpreter this is."""
import os
import sys
from collections import namedtuple


class uname_result(namedtuple("uname_result_base", "system node release version machine")):
    """What the system says of itself; the processor is looked up when asked for."""

    _fields = ('system', 'node', 'release', 'version', 'machine', 'processor')

    @property
    def processor(self):
        return ''

    def __iter__(self):
        yield from super().__iter__()
        yield self.processor

    def __getitem__(self, key):
        return tuple(self)[key]

    def __len__(self):
        return 6

    @classmethod
    def _make(cls, iterable):
        return cls(*iterable)

    def __reduce__(self):
        return uname_result, tuple(self)[:5]


uname_result.__qualname__ = 'uname_result'
_uname = None


def uname():
    """What the system tells about itself, as a named tuple: system, node, release, version, machine, and, found out late, processor."""
    global _uname
    if _uname is None:
        found = os.uname()
        _uname = uname_result(found.sysname, found.nodename, found.release, found.version, found.machine)
    return _uname


def system():
    """The system's name: 'Linux'."""
    return uname().system


def node():
    """The machine's name in the network."""
    return uname().node


def release():
    """The system's release."""
    return uname().release


def version():
    """The system's version."""
    return uname().version


def machine():
    """The kind of machine: 'x86_64'."""
    return uname().machine


def processor():
    """The processor's name, where the system tells."""
    return uname().processor


def architecture(executable=sys.executable, bits='', linkage=''):
    """(bits, linkage) of the interpreter."""
    return bits or ('64bit' if sys.maxsize > 2 ** 32 else '32bit'), linkage or 'ELF'


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    """(name, version) of the C library: the running one, or what an executable file names."""
    if not executable:
        try:
            found = os.confstr('CS_GNU_LIBC_VERSION').split(maxsplit=1)
            if len(found) == 2:
                return tuple(found)
        except (AttributeError, ValueError, OSError):
            pass
        executable = sys.executable
        if not executable:
            return lib, version
    import re
    with open(os.path.realpath(executable), 'rb') as file:
        data = file.read()

    def order(text):
        return [int(part) for part in text.split('.') if part.isdigit()]

    for match in re.finditer(rb'(__libc_init)|GLIBC_([0-9.]+)|libc(_\w+)?\.so(?:\.(\d[0-9.]*))?', data):
        start, glibc, threads, number = (group and group.decode('latin-1') for group in match.groups())
        if start:
            lib = lib or 'libc'
        elif glibc:
            if lib != 'glibc' or order(glibc) > order(version):
                lib, version = 'glibc', glibc
        elif lib != 'glibc':
            lib = 'libc'
            if number and (not version or order(number) > order(version)):
                version = number
            if threads and not version.endswith(threads):
                version += threads
    return lib, version


def java_ver(release='', vendor='', vminfo=('', '', ''), osinfo=('', '', '')):
    """Of Jython; elsewhere the arguments as they came."""
    return release, vendor, vminfo, osinfo


def mac_ver(release='', versioninfo=('', '', ''), machine=''):
    """Of macOS; elsewhere the arguments as they came."""
    return release, versioninfo, machine


def win32_ver(release='', version='', csd='', ptype=''):
    """Of Windows; elsewhere the arguments as they came."""
    return release, version, csd, ptype


def win32_edition():
    """The edition of Windows, None elsewhere."""


def win32_is_iot():
    """Whether this is an edition of Windows for small devices."""
    return False


def platform(aliased=False, terse=False):
    """The system in one word, for people to read."""
    found = uname()
    if terse and found.system != 'Linux':  # there it has no effect in CPython
        return f"{found.system}-{found.release}".replace(' ', '_')
    return f"{found.system}-{found.release}-{found.machine}-with-{''.join(libc_ver())}".replace(' ', '_').rstrip('-')


def python_implementation():
    """The language's implementation that this one is like: 'CPython'."""
    return 'CPython'


def python_version():
    """The version of the language: '3.12.0'."""
    return '.'.join(map(str, sys.version_info[:3]))


def python_version_tuple():
    """The version as a tuple of texts."""
    return tuple(python_version().split('.'))


def python_branch():
    """The branch it was built from: unknown."""
    return ''


def python_revision():
    """The revision it was built from: unknown."""
    return ''


def python_build():
    """(number, date) of the build."""
    return 'main', ''


def python_compiler():
    """The compiler it was built with."""
    version = sys.version
    return version[version.find('[') + 1:version.rfind(']')] if '[' in version else ''


def freedesktop_os_release():
    """The content of the file os-release as a dict."""
    import errno
    import shlex
    for path in ('/etc/os-release', '/usr/lib/os-release'):
        try:
            with open(path, encoding='utf-8') as f:
                info = {'NAME': 'Linux', 'ID': 'linux', 'PRETTY_NAME': 'Linux'}
                for line in f:
                    key, eq, value = line.strip().partition('=')
                    if eq and not key.startswith('#'):
                        info[key] = ''.join(shlex.split(value))
                return info
        except OSError:
            continue
    raise OSError(errno.ENOENT, f"Unable to read files {', '.join(('/etc/os-release', '/usr/lib/os-release'))}")


if __name__ == '__main__':
    print(platform('nonaliased' not in sys.argv and '--nonaliased' not in sys.argv, 'terse' in sys.argv or '--terse' in sys.argv))
