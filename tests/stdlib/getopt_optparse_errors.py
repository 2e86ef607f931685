# getopt: short and long options, abbreviations, the GNU order, errors.
import getopt


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


cases = [(['-a', '-b', 'x', 'rest'], 'ab:', []), (['-abx', 'rest', '-a'], 'ab:', []), (['--long', '--with=5', '--with', '6', '--', '-a'], 'a', ['long', 'with=']), (['--lo', '--wi=1'], '', ['long', 'with=']), (['--l'], '', ['long', 'list']), (['--long=1'], '', ['long']), (['--with'], '', ['with=']), (['-b'], 'b:', []),
         (['-z'], 'a', []), (['--zap'], '', ['long']), (['-'], 'a', []), (['--'], 'a', []), ([], '', []), (['a', '-b'], 'b', []), (['--list'], '', ['list', 'listing']), (['--with='], '', ['with=']), (['-a-b'], 'ab-', []), (['--a-b'], '', ['a-b']), (['-\u00e9'], '\u00e9', [])]
for args, short, long in cases:
    attempt(lambda: getopt.getopt(args, short, long))
    attempt(lambda: getopt.gnu_getopt(args, short, long))
attempt(lambda: getopt.gnu_getopt(['a', '-b', 'c', '--long'], '+b', ['long']))
attempt(lambda: getopt.gnu_getopt(['a', '-b', 'c', '--long', '--', '-b'], 'b', ['long']))
attempt(lambda: getopt.getopt(['--one'], '', 'one'))
try:
    getopt.getopt(['--bad'], '', [])
except getopt.error as error:
    print(error.msg, error.opt, getopt.error is getopt.GetoptError, str(error), error.args)
