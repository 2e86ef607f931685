# A program that ends in an error with a cause, after output and through several functions.
class AppError(Exception):
    """Raised by the application."""


class Loader:
    def __init__(self, table):
        self.table = table

    def get(self, key):
        return self.table[key]["value"] + 1

    def load(self, *keys):
        return [self.get(key) for key in keys]


def run(loader):
    try:
        return loader.load("a", "b")
    except TypeError as error:
        error.add_note("while loading b")
        raise AppError(f"cannot load ({error})") from error


loader = Loader({"a": {"value": 1}, "b": {"value": "x"}})
print(loader.load("a"))
try:
    run(loader)
except AppError as error:
    print("first:", error, "-", type(error.__cause__).__name__)
try:
    print("second")
    result = {"x": [1, 2, 3]}["x"][5]
finally:
    print("cleaning up")
    run(
        loader,
    )
