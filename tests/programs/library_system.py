# A library with books, members, loans and reports; several small classes together.
from collections import defaultdict
from dataclasses import dataclass, field
from functools import total_ordering
from itertools import groupby


@total_ordering
@dataclass(eq=False)
class Book:
    title: str
    author: str
    year: int
    copies: int = 1
    isbn: str = field(default="", repr=False)

    def __eq__(self, other):
        if not isinstance(other, Book):
            return NotImplemented
        return (self.author, self.year) == (other.author, other.year)

    def __lt__(self, other):
        return (self.author, self.year) < (other.author, other.year)

    def __hash__(self):
        return hash((self.author, self.year))


@dataclass
class Member:
    name: str
    loans: list = field(default_factory=list)
    limit: int = 2

    def __contains__(self, book):
        return book in self.loans


class LibraryError(Exception):
    code = 1

    def __str__(self):
        return f"[{self.code}] {super().__str__()}"


class NotAvailable(LibraryError):
    code = 2


class LimitReached(LibraryError):
    code = 3


class Library:
    def __init__(self, *books):
        self._books = {b.title: b for b in books}
        self._members = {}
        self.log = []

    def __getitem__(self, title):
        try:
            return self._books[title]
        except KeyError:
            near = [t for t in self._books if title.lower() in t.lower()]
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise LibraryError(f"no book {title!r}{hint}") from None

    def __len__(self):
        return sum(b.copies for b in self._books.values())

    def __iter__(self):
        yield from sorted(self._books.values())

    def __contains__(self, title):
        return title in self._books

    def member(self, name):
        return self._members.setdefault(name, Member(name))

    def lend(self, title, name):
        book, member = self[title], self.member(name)
        if book.copies < 1:
            raise NotAvailable(f"{title} is out")
        if len(member.loans) >= member.limit:
            raise LimitReached(f"{name} has {member.limit} books")
        book.copies -= 1
        member.loans.append(book)
        self.log.append((name, "took", title))

    def give_back(self, title, name):
        book, member = self[title], self.member(name)
        try:
            member.loans.remove(book)
        except ValueError as error:
            raise LibraryError(f"{name} does not have {title}") from error
        book.copies += 1
        self.log.append((name, "returned", title))


library = Library(Book("Emma", "Austen", 1815, 2), Book("Dune", "Herbert", 1965), Book("Persuasion", "Austen", 1817), Book("Ulysses", "Joyce", 1922))
print(len(library), "Emma" in library, [b.title for b in library], library["Dune"])
for step in (("lend", "Dune", "Ann"), ("lend", "Dune", "Bob"), ("lend", "Emma", "Ann"), ("lend", "Ulysses", "Ann"), ("give_back", "Dune", "Bob"), ("give_back", "Dune", "Ann"), ("lend", "persua", "Bob"), ("lend", "Zorro", "Bob"), ("borrow", "Dune", "Bob")):
    action, *args = step
    try:
        getattr(library, action)(*args)
    except NotAvailable as error:
        print("not available:", error)
    except LibraryError as error:
        print(type(error).__name__, error, "|", repr(error.__cause__), error.code)
    except AttributeError as error:
        print(error)
    else:
        print("ok", *step)
print(library.log)
for author, books in groupby(library, key=lambda b: b.author):
    print(f"{author:-<12}{', '.join(f'{b.title} ({b.year})' for b in books):->40}")
per_member = defaultdict(lambda: [0, 0])
for name, action, _ in library.log:
    per_member[name][action == "returned"] += 1
print(dict(per_member), library.member("Ann"), library["Emma"] in library.member("Ann"), max(library), {Book("x", "a", 1), Book("y", "a", 1)})
print(Book("x", "a", 1) == 3, Book("x", "a", 1) <= Book("y", "a", 2), sorted(library, reverse=True)[0].title, library["Emma"] is library["Emma"])
