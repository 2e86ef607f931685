# A small object-relational layer: descriptors that check, a metaclass that collects fields, queries by operators, on sqlite.
import sqlite3
from datetime import date


class Condition:
    def __init__(self, sql, *args):
        self.sql, self.args = sql, args

    def __and__(self, other):
        return Condition(f"({self.sql} AND {other.sql})", *self.args, *other.args)

    def __or__(self, other):
        return Condition(f"({self.sql} OR {other.sql})", *self.args, *other.args)

    def __invert__(self):
        return Condition(f"NOT {self.sql}", *self.args)


class Field:
    kind, sql_type = object, "BLOB"

    def __init__(self, *, default=None, null=False, key=False):
        self.default, self.null, self.key = default, null, key

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        if value is None and not self.null and not self.key:
            raise ValueError(f"{type(obj).__name__}.{self.name} must not be None")
        if value is not None and not isinstance(value, self.kind):
            raise TypeError(f"{type(obj).__name__}.{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        obj.__dict__[self.name] = value

    def to_sql(self, value):
        return value

    from_sql = to_sql

    def _compare(self, op, value):
        return Condition(f"{self.name} {op} ?", self.to_sql(value))

    __hash__ = object.__hash__

    def __eq__(self, value): return self._compare("=", value)
    def __ne__(self, value): return self._compare("<>", value)
    def __lt__(self, value): return self._compare("<", value)
    def __ge__(self, value): return self._compare(">=", value)


class Int(Field):
    kind, sql_type = int, "INTEGER"


class Text(Field):
    kind, sql_type = str, "TEXT"

    def like(self, pattern):
        return self._compare("LIKE", pattern)


class Day(Field):
    kind, sql_type = date, "TEXT"

    def to_sql(self, value):
        return value and value.isoformat()

    def from_sql(self, value):
        return value and date.fromisoformat(value)


class ModelMeta(type):
    def __new__(mcs, name, bases, ns):
        fields = {}
        for base in reversed(bases):
            fields |= getattr(base, "_fields", {})
        fields |= {k: v for k, v in ns.items() if isinstance(v, Field)}
        ns["_fields"] = fields
        return super().__new__(mcs, name, bases, ns)

    @property
    def table(cls):
        return cls.__name__.lower()


class Model(metaclass=ModelMeta):
    db = None
    id = Int(key=True)

    def __init__(self, **values):
        if unknown := values.keys() - self._fields:
            raise AttributeError(f"unknown: {', '.join(sorted(unknown))}")
        for name in self._fields:
            setattr(self, name, values.get(name, self._fields[name].default))

    @classmethod
    def create(cls):
        cls.db.execute(f"CREATE TABLE {cls.table} (" + ", ".join(f"{f.name} {f.sql_type}{' PRIMARY KEY' * f.key}" for f in cls._fields.values()) + ")")

    def save(self):
        names = [n for n in self._fields if n != "id"]
        cursor = self.db.execute(f"INSERT INTO {type(self).table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
                                 [self._fields[n].to_sql(getattr(self, n)) for n in names])
        self.id = cursor.lastrowid
        return self

    @classmethod
    def select(cls, condition=None, order="id"):
        sql = f"SELECT {', '.join(cls._fields)} FROM {cls.table}" + (f" WHERE {condition.sql}" if condition else "") + f" ORDER BY {order}"
        for row in cls.db.execute(sql, condition.args if condition else ()):
            yield cls(**{n: f.from_sql(v) for (n, f), v in zip(cls._fields.items(), row)})

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in self._fields)})"


class Person(Model):
    name = Text()
    age = Int(default=0)
    born = Day(null=True)


Model.db = sqlite3.connect(":memory:")
Person.create()
for name, age, born in [("Ann", 31, date(1993, 2, 1)), ("Bob", 25, None), ("Ánna", 9, date(2015, 12, 31)), ("Bo", 70, None)]:
    Person(name=name, age=age, born=born).save()
print(*Person.select(), sep="\n")
print([p.name for p in Person.select((Person.age >= 25) & Person.name.like("B%"))])
print([p.name for p in Person.select(~(Person.age < 30) | (Person.name == "Bob"), order="age DESC")])
print((~(Person.age != 3)).sql, (Person.born == date(2020, 1, 1)).args)
for make in (lambda: Person(name=3), lambda: Person(name=None), lambda: Person(name="x", size=1), lambda: Person(nme="x", agee=2), lambda: next(Person.select(Person.id == 99))):
    try:
        make()
    except Exception as error:
        print(type(error).__name__, error)
print(list(Person._fields), Person.table, Person.age.default, type(Person.name).__mro__[:2])
try:
    Person.db.execute("SELECT nothing FROM person")
except sqlite3.OperationalError as error:
    print(error)
with Person.db as db:
    print(db.execute("SELECT count(*), avg(age), max(name) FROM person").fetchone())
