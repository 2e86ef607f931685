# __name__ is "__main__" for the script and the module name when imported.
import sys
print(__name__)
if __name__ == "__main__":
    print("as script", sys.argv[0], sys.argv[1:])
    import main_guard
    print(main_guard.__name__, main_guard is sys.modules["__main__"], hasattr(sys.modules["__main__"], "mark"))
    print(main_guard.mark)
mark = f"mark of {__name__}" if __name__ != "__main__" else "main's mark"
