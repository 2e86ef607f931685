# sysconfig: schemes, paths, variables.
import io
import sysconfig

print(sysconfig.get_python_version(), sysconfig.get_platform(), sysconfig.get_scheme_names(), sysconfig.get_path_names())
print(sysconfig.get_default_scheme(), sysconfig.get_preferred_scheme('user'), sysconfig.get_preferred_scheme('home'))
for scheme in ('posix_prefix', 'posix_home', 'posix_user', 'nt'):
    print(scheme, sysconfig.get_paths(scheme, {'base': '/b', 'platbase': '/p', 'installed_base': '/i', 'installed_platbase': '/ip', 'userbase': '/u', 'abiflags': ''}))
print(sysconfig.get_path('purelib', 'posix_home', {'base': '/opt'}), sysconfig.get_path('data', 'nt', expand=False))
print(sysconfig.get_config_var('py_version_short'), sysconfig.get_config_vars('py_version_nodot', 'no such name'), sysconfig.get_config_var('nothing'))
print(isinstance(sysconfig.get_config_vars(), dict), sysconfig.is_python_build())
print(sysconfig.parse_config_h(io.StringIO('#define A_B 5\n#define TEXT "x"\n/* #undef NOT_THERE */\nother\n')), sysconfig.expand_makefile_vars('$(a)/${b}', {'a': 'x$(b)', 'b': 'y'}))
for wrong in (lambda: sysconfig.get_path('nothing'), lambda: sysconfig.get_paths('nowhere'), lambda: sysconfig.get_preferred_scheme('x')):
    try:
        wrong()
    except KeyError as error:
        print('KeyError', error)
