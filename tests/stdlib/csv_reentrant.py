"""A reader whose lines ask it for rows, and a writer whose fields write: CPython 3.12 crashes."""
# test: moray only
import csv, io

class Lines:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n == 2:
            inner.append(next(rows))
        if self.n > 4: raise StopIteration
        return f'a{self.n},"b\n' if self.n == 1 else f'{self.n}",c\n'
inner = []
rows = csv.reader(Lines())
print(list(rows), inner, rows.line_num)
# a writer whose fields write
class Field:
    def __str__(self):
        w.writerow(['in', 'side'])
        return 'x,y'
s = io.StringIO()
w = csv.writer(s)
w.writerow([1, Field(), 2.5, None, True])
print(repr(s.getvalue()))
