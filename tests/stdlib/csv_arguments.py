"""What the functions of csv say of wrong arguments, and what a dialect looks like."""
import _csv, csv, io
def t(f):
    try: print(f())
    except BaseException as e: print(type(e), e)
t(lambda: csv.reader())
t(lambda: csv.reader([],1,2))
t(lambda: csv.writer())
t(lambda: csv.register_dialect())
t(lambda: csv.register_dialect('a', 'excel', 3))
t(lambda: csv.register_dialect(3))
t(lambda: csv.register_dialect('a', foo=3))
t(lambda: csv.register_dialect('a', 'nope'))
t(lambda: _csv.Dialect('excel',',',True,None,'a','b',0,1,1,1))
t(lambda: _csv.Dialect('excel',',',True,None,'a','b',0,1,1,strict=4))
t(lambda: _csv.Dialect('excel',dialect=4))
t(lambda: _csv.Dialect(foo=4))
t(lambda: _csv.Dialect(delimiter=None))
t(lambda: _csv.Dialect(delimiter=3))
t(lambda: _csv.Dialect(delimiter=''))
t(lambda: _csv.Dialect(delimiter='ab'))
t(lambda: _csv.Dialect(quotechar='ab'))
t(lambda: _csv.Dialect(quotechar=4))
t(lambda: _csv.Dialect(quoting=True))
t(lambda: _csv.Dialect(quoting=10**20))
t(lambda: _csv.Dialect(quoting=-1))
t(lambda: _csv.Dialect(quoting=9))
t(lambda: _csv.Dialect(lineterminator=None))
t(lambda: _csv.Dialect(lineterminator=4))
t(lambda: type(_csv.Dialect()))
t(lambda: _csv.Dialect().__reduce__())
t(lambda: _csv.Dialect().__reduce_ex__(4))
t(lambda: csv.field_size_limit(1.0))
t(lambda: csv.field_size_limit(True))
t(lambda: csv.field_size_limit(10**30))
t(lambda: csv.field_size_limit(1,2))
t(lambda: csv.field_size_limit(limit=1))
t(lambda: csv.get_dialect())
t(lambda: csv.get_dialect([]))
t(lambda: csv.get_dialect('z'))
t(lambda: csv.get_dialect(name='z'))
t(lambda: csv.unregister_dialect([]))
t(lambda: csv.unregister_dialect('z'))
t(lambda: csv.list_dialects(1))
t(lambda: csv.writer(3))
t(lambda: csv.writer(io.StringIO()).writerow(3))
t(lambda: csv.writer(io.StringIO()).writerows(3))
t(lambda: csv.writer(io.StringIO()).writerow())
t(lambda: type(csv.reader([]))())
t(lambda: bool(type(csv.reader([])).__doc__))
t(lambda: bool(type(csv.writer(io.StringIO())).__doc__))
t(lambda: type(csv.writer(io.StringIO())))
t(lambda: csv.reader(3))
t(lambda: csv.reader([1]).__next__())
t(lambda: list(csv.reader(['a\rb'])))
t(lambda: list(csv.reader(['a'], strict=1, foo=2)))
t(lambda: setattr(csv.reader([]),'line_num', 3))
t(lambda: setattr(csv.reader([]),'dialect', 3))
t(lambda: setattr(csv.reader([]),'foo', 3))
t(lambda: setattr(_csv.Dialect(),'foo', 3))
t(lambda: setattr(_csv.Dialect(),'strict', 3))
t(lambda: setattr(_csv.Dialect(),'delimiter', 3))
t(lambda: setattr(_csv,'foo', 3))
t(lambda: setattr(csv.Dialect(),'foo', 3))
t(lambda: setattr(_csv.Dialect,'foo', 3))
for term in ('!', '', '\r\n', 'é'):
    s = io.StringIO(); w = csv.writer(s, lineterminator=term)
    for r in (['a\rb'], ['a\nb'], ['a!b'], ['é'], [' '], [''], [None], ['',''],[None,None]):
        t(lambda: w.writerow(r))
    print(repr(s.getvalue()))
s = io.StringIO(); w = csv.writer(s, delimiter=' ', skipinitialspace=True)
t(lambda: w.writerow(['', 'a', '']));print(repr(s.getvalue()))
class A(_csv.Dialect): pass
t(lambda: A(delimiter=';').delimiter)
t(lambda: _csv.Error.__module__ + str(_csv.Error.__mro__))
import copy,pickle
t(lambda: copy.copy(_csv.Dialect()))
t(lambda: pickle.dumps(csv.reader([])))
t(lambda: csv.__all__)
t(lambda: csv.__version__)
t(lambda: csv.list_dialects())
# a writer whose fields write
class Field:
    def __str__(self):
        w.writerow(['in', 'side'])
        return 'x,y'
s = io.StringIO()
w = csv.writer(s)
w.writerow([1, Field(), 2.5, None, True])
class Fails:
    def __str__(self): raise KeyError('no text')
t(lambda: w.writerow([1, Fails()]))
def failing():
    yield 'a,b\n'
    raise OSError('gone')
r = csv.reader(failing())
print(next(r))
t(lambda: next(r))
def text(rows, **options):
    s = io.StringIO()
    try:
        csv.writer(s, **options).writerows(rows)
    except csv.Error as e:
        return str(e)
    return s.getvalue()
rows = [['é,ü', 'a€b', '€'], [1, -2.5, 1e100], ['"', '""', "'"], ['', None], [''], [None], ['\\', 'a\\b']]
for options in ({}, {'delimiter': '€'}, {'quotechar': 'é'}, {'quoting': csv.QUOTE_NONE, 'escapechar': '\\'}, {'doublequote': False, 'escapechar': 'ü'},
                {'quoting': csv.QUOTE_NONNUMERIC}, {'quoting': csv.QUOTE_STRINGS}, {'quoting': csv.QUOTE_NOTNULL}, {'lineterminator': '€\n'}, {'delimiter': '1'}):
    for row in rows:
        made = text([row], **options)
        try:
            print(options, repr(made), list(csv.reader([made], **options)))
        except (csv.Error, ValueError) as e:
            print(options, repr(made), e)
csv.field_size_limit(4)
for line in ('abcd,efgh', 'abcde', '"ab""cd"', '"ab""c"', 'éééé', 'ééééé', '"ab\n'):
    t(lambda: list(csv.reader([line, 'cde"'])))
csv.field_size_limit(-1)
t(lambda: list(csv.reader(['a'])))
