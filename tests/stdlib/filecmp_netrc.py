# filecmp on two folders, and netrc files.
import filecmp
import netrc
import os
import tempfile

with tempfile.TemporaryDirectory() as top:
    os.chdir(top)
    for path, text in {'a/same': 'x', 'b/same': 'x', 'a/other': '1', 'b/other': '2', 'a/left': '', 'b/right': '', 'a/sub/in': 'q', 'b/sub/in': 'q', 'b/sub/new': '',
                       'a/kind': '', 'b/kind/file': '', 'a/.git/x': '', 'a/long': 'abc', 'b/long': 'abcd'}.items():
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w') as file:
            file.write(text)
    print(filecmp.cmp('a/same', 'b/same'), filecmp.cmp('a/other', 'b/other', shallow=False), filecmp.cmp('a', 'b'), filecmp.cmpfiles('a', 'b', ['same', 'other', 'none', 'long'], shallow=False))
    both = filecmp.dircmp('a', 'b')
    print(both.left_list, both.right_list, both.common, both.left_only, both.right_only, both.common_dirs, both.common_files, both.common_funny)
    print(both.same_files, both.funny_files, sorted(both.subdirs), filecmp.DEFAULT_IGNORES[:2])
    both.report_full_closure()
    filecmp.dircmp('a', 'b', ignore=[]).report_partial_closure()
    try:
        both.nothing
    except AttributeError as error:
        print(error)
    try:
        filecmp.cmp('a/none', 'b/none')
    except OSError as error:
        print(type(error).__name__)
    filecmp.clear_cache()

    def read(text):
        with open('rc', 'w') as file:
            file.write(text)
        try:
            return netrc.netrc('rc')
        except netrc.NetrcParseError as error:
            print(error, error.msg, error.lineno)
    rc = read('# comment\nmachine host1 login me password "my secret"\nmachine host2\n  login you # remark\n account acc\n password p\\ w\n'
              'macdef hello\n line 1\n line 2\n\ndefault login anonymous password guest\n')
    print(rc.hosts, rc.macros, rc.authenticators('host1'), rc.authenticators('other'))
    print(rc)
    print(read('machine a login b').hosts, read('').hosts)
    read('machine x login y wrong z\n')
    read('what is this\n')
    read('macdef m\n line\n')
    read('machine\n')
    os.chdir('/')
