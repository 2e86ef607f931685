"""Where this interpreter's files are, and how it was built.

The standard library is inside of the interpreter, so the folders are those where scripts would look for what is installed beside it. There is no
Makefile and no pyconfig.h to read: get_config_vars() has what does not depend on them.
"""

import os
import sys

__all__ = ['get_config_h_filename', 'get_config_var', 'get_config_vars', 'get_makefile_filename', 'get_path', 'get_path_names', 'get_paths',
           'get_platform', 'get_python_version', 'get_scheme_names', 'parse_config_h', 'get_default_scheme', 'get_preferred_scheme',
           'expand_makefile_vars', 'is_python_build']

_KEYS = ('stdlib', 'platstdlib', 'purelib', 'platlib', 'include', 'scripts', 'data')
_version = '%d.%d' % sys.version_info[:2]


_INSTALL_SCHEMES = {
    'nt': {'stdlib': '{installed_base}/Lib', 'platstdlib': '{base}/Lib', 'purelib': '{base}/Lib/site-packages', 'platlib': '{base}/Lib/site-packages',
           'include': '{installed_base}/Include', 'platinclude': '{installed_base}/Include', 'scripts': '{base}/Scripts', 'data': '{base}'},
    'nt_user': {'stdlib': '{userbase}/Python{py_version_nodot}', 'platstdlib': '{userbase}/Python{py_version_nodot}',
                'purelib': '{userbase}/Python{py_version_nodot}/site-packages', 'platlib': '{userbase}/Python{py_version_nodot}/site-packages',
                'include': '{userbase}/Python{py_version_nodot}/Include', 'scripts': '{userbase}/Python{py_version_nodot}/Scripts', 'data': '{userbase}'},
    'osx_framework_user': {'stdlib': '{userbase}/lib/python', 'platstdlib': '{userbase}/lib/python', 'purelib': '{userbase}/lib/python/site-packages',
                           'platlib': '{userbase}/lib/python/site-packages', 'include': '{userbase}/include/python{py_version_short}',
                           'scripts': '{userbase}/bin', 'data': '{userbase}'},
    'posix_home': {'stdlib': '{installed_base}/lib/python', 'platstdlib': '{base}/lib/python', 'purelib': '{base}/lib/python', 'platlib': '{base}/lib/python',
                   'include': '{installed_base}/include/python', 'platinclude': '{installed_base}/include/python', 'scripts': '{base}/bin', 'data': '{base}'},
    'posix_prefix': {'stdlib': '{installed_base}/lib/python{py_version_short}', 'platstdlib': '{platbase}/lib/python{py_version_short}',
                     'purelib': '{base}/lib/python{py_version_short}/site-packages', 'platlib': '{platbase}/lib/python{py_version_short}/site-packages',
                     'include': '{installed_base}/include/python{py_version_short}{abiflags}',
                     'platinclude': '{installed_platbase}/include/python{py_version_short}{abiflags}', 'scripts': '{base}/bin', 'data': '{base}'},
    'posix_user': {'stdlib': '{userbase}/lib/python{py_version_short}', 'platstdlib': '{userbase}/lib/python{py_version_short}',
                   'purelib': '{userbase}/lib/python{py_version_short}/site-packages', 'platlib': '{userbase}/lib/python{py_version_short}/site-packages',
                   'include': '{userbase}/include/python{py_version_short}', 'scripts': '{userbase}/bin', 'data': '{userbase}'},
}
_INSTALL_SCHEMES['posix_venv'] = _INSTALL_SCHEMES['venv'] = _INSTALL_SCHEMES['posix_prefix']
_INSTALL_SCHEMES['nt_venv'] = _INSTALL_SCHEMES['nt']
_vars = None


def get_python_version():
    """'3.12': the two numbers that tell one language from another."""
    return _version


def get_scheme_names():
    """The names of all ways of laying files out."""
    return tuple(sorted(_INSTALL_SCHEMES))


def get_path_names():
    """The names of the folders in each of them."""
    return _KEYS


def get_preferred_scheme(key):
    """The layout for a purpose: 'prefix', 'home' or 'user'."""
    schemes = {'prefix': 'posix_prefix', 'home': 'posix_home', 'user': 'posix_user'}
    if key == 'prefix' and sys.prefix != sys.base_prefix:
        return 'venv'
    scheme = schemes[key]
    if scheme not in _INSTALL_SCHEMES:
        raise ValueError(f"{key!r} returned {scheme!r} which is not a valid scheme on this platform")
    return scheme


def get_default_scheme():
    """The layout that counts unless another is named."""
    return get_preferred_scheme('prefix')


def get_paths(scheme=None, vars=None, expand=True):
    """All folders of a layout: name -> path."""
    scheme = get_default_scheme() if scheme is None else scheme
    if not expand:
        return _INSTALL_SCHEMES[scheme]
    names = {**get_config_vars(), **(vars or {})}
    return {key: os.path.normpath(path.format(**names)) for key, path in _INSTALL_SCHEMES[scheme].items()}


def get_path(name, scheme=None, vars=None, expand=True):
    """One folder of a layout."""
    return get_paths(scheme, vars, expand)[name]


def get_config_vars(*args):
    """A dict of everything that is known; with names, a list of their values, None for what is not known."""
    global _vars
    if _vars is None:
        prefix = os.path.normpath(sys.prefix)
        exec_prefix = os.path.normpath(sys.exec_prefix)
        _vars = {
            'prefix': prefix, 'exec_prefix': exec_prefix, 'py_version': '%d.%d.%d' % sys.version_info[:3], 'py_version_short': _version,
            'py_version_nodot': _version.replace('.', ''), 'installed_base': os.path.normpath(sys.base_prefix), 'base': prefix,
            'installed_platbase': os.path.normpath(sys.base_exec_prefix), 'platbase': exec_prefix, 'projectbase': os.path.dirname(sys.executable or os.getcwd()),
            'platlibdir': getattr(sys, 'platlibdir', 'lib'), 'implementation': 'Python', 'implementation_lower': 'python', 'abiflags': getattr(sys, 'abiflags', ''),
            'py_version_nodot_plat': '', 'userbase': os.environ.get('PYTHONUSERBASE') or os.path.expanduser(os.path.join('~', '.local')),
            'VERSION': _version, 'BINDIR': os.path.join(prefix, 'bin'), 'EXE': '', 'SOABI': None, 'EXT_SUFFIX': None, 'Py_DEBUG': 0, 'Py_ENABLE_SHARED': 0,
            'Py_GIL_DISABLED': None, 'WITH_PYMALLOC': 0, 'SIZEOF_VOID_P': 8, 'HAVE_FORK': 1, 'MACHDEP': sys.platform,
        }
        _vars['LIBDEST'] = get_path('stdlib')
        _vars['INCLUDEPY'] = get_path('include')
    return [_vars.get(name) for name in args] if args else _vars


def get_config_var(name):
    """What is known by a name, or None."""
    return get_config_vars().get(name)


def get_platform():
    """'linux-x86_64': system and processor."""
    machine = os.uname()
    return f'{machine.sysname.lower().replace("/", "")}-{machine.machine.replace(" ", "_").replace("/", "-")}'


def is_python_build(check_home=None):
    """Does it run in the folder where it was built? Not a question here: False."""
    return False


def get_makefile_filename():
    """Where a Makefile would be."""
    return os.path.join(get_path('stdlib'), f'config-{_version}{get_config_var("abiflags")}', 'Makefile')


def get_config_h_filename():
    """Where pyconfig.h would be."""
    return os.path.join(get_path('platinclude'), 'pyconfig.h')


def parse_config_h(fp, vars=None):
    """The names that a file in the manner of pyconfig.h defines, with their values."""
    import re
    vars = {} if vars is None else vars
    for line in fp:
        if match := re.match(r'#define ([A-Z][A-Za-z0-9_]+) (.*)\n', line):
            name, value = match.groups()
            try:
                vars[name] = int(value)
            except ValueError:
                vars[name] = value
        elif match := re.match(r'/[*] #undef ([A-Z][A-Za-z0-9_]+) [*]/\n', line):
            vars[match[1]] = 0
    return vars


def expand_makefile_vars(s, vars):
    """The text with $(NAME) and ${NAME} put in."""
    import re
    while True:
        match = re.search(r'\$\(([A-Za-z][A-Za-z0-9_]*)\)|\$\{([A-Za-z][A-Za-z0-9_]*)\}', s)
        if not match:
            return s
        s = s[:match.start()] + str(vars.get(match[1] or match[2])) + s[match.end():]


def _main():
    print('Platform: "%s"' % get_platform())
    print('Python version: "%s"' % get_python_version())
    print('Current installation scheme: "%s"' % get_default_scheme())
    for title, data in ('Paths', get_paths()), ('Variables', get_config_vars()):
        print()
        print(f'{title}:')
        for key, value in sorted(data.items()):
            print(f'\t{key} = "{value}"')


if __name__ == '__main__':
    _main()
