# os.environ: a mapping that the process's environment follows
import os
os.environ['MORAY_T'] = 'one'
print(os.environ['MORAY_T'], os.getenv('MORAY_T'), os.getenvb(b'MORAY_T'), os.environb[b'MORAY_T'])
print('MORAY_T' in os.environ, 'MORAY_NO' in os.environ, os.getenv('MORAY_NO'), os.getenv('MORAY_NO', 'd'))
os.environ.update(MORAY_T='two')
print(os.system('test "$MORAY_T" = two'))
print(os.environ.setdefault('MORAY_T', 'x'), os.environ.setdefault('MORAY_U', 'x'))
print(os.environ.pop('MORAY_U'), os.environ.pop('MORAY_U', None))
os.environ['MORAY_B'] = '\udcff\xe9'
print(ascii(os.environ['MORAY_B']), os.environb[b'MORAY_B'])
del os.environ['MORAY_T'], os.environ['MORAY_B']
print(os.system('test -z "$MORAY_T"'))
for f in (lambda: os.environ['MORAY_NO'], lambda: os.environ.__delitem__('MORAY_NO'), lambda: os.environ.__setitem__('a', 3),
          lambda: os.environ.__setitem__('a=b', 'c'), lambda: os.environ[3], lambda: os.environb['a'], lambda: os.putenv('a\0', 'b')):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
copy = os.environ.copy()
print(type(copy) is dict, type(os.environ | {}) is dict, type({} | os.environ) is dict)
env = os.environ
env |= {'MORAY_V': '3'}
print(env is os.environ, os.environ['MORAY_V'])
print(os.get_exec_path({'PATH': '/a:/b'}), os.get_exec_path({}), os.get_exec_path({b'PATH': b'/x'}))
