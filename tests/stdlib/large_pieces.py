# Work that is done in pieces gives what work at once gives: texts and data beyond a piece, with what matters at the seams.
import json, csv, io, struct, gc
big = 'é"x\r\n' * 200000
assert json.loads(json.dumps(big)) == big and json.loads(json.dumps(big, ensure_ascii=False)) == big
csv.field_size_limit(10**8); o = io.StringIO(newline=""); csv.writer(o).writerow([big, 'a' * 600000, 'a' * 600000 + ',']); o.seek(0)
r = list(csv.reader(io.StringIO(o.getvalue(), newline='')))
assert r == [[big, 'a' * 600000, 'a' * 600000 + ',']]
assert io.StringIO('\r\n' * 300000 + '\r' * 5 + '\n', newline=None).getvalue() == '\n' * 300005
assert len(('a' * 700000 + '\n').splitlines() ) == 1 and ('é' * 500000 + '\n' + 'b' * 400000).splitlines() == ['é' * 500000, 'b' * 400000]
assert ('é' * 300000).isidentifier() and not ('é' * 300000 + ' ').isidentifier()
assert bytes(range(128)).decode('cp437') * 5000 == (bytes(range(128)) * 5000).decode('cp437')
assert ('abc' * 200000).replace('', '-') == '-' + '-'.join('abc' * 200000) + '-'
assert struct.unpack('600000s', struct.pack('600000s', b'x' * 600000)) == (b'x' * 600000,)
assert ('é' * 10 + 'a')[::-1] == 'a' + 'é' * 10
x = [1]; assert any(o is x for o in gc.get_objects())
class A: pass
a = A(); a.b = x; assert any(o is a or o is a.__dict__ for o in gc.get_referrers(x)); assert gc.get_referents(x, a)
assert '{0}{0}'.format('y' * 500000) == 'y' * 1000000 and '{}'.join('a' * 9).format(*range(8)) == 'a0a1a2a3a4a5a6a7a'
print('fine')
