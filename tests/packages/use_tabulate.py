from tabulate import tabulate, tabulate_formats

rows = [["spam", 42, 1.5], ["eggs", 451, -0.125], ["äöü", None, 1e10]]
for fmt in tabulate_formats:
    print(fmt)
    print(tabulate(rows, headers=["name", "count", "ratio"], tablefmt=fmt))
print(tabulate({"a": [1, 2], "b": ["x", "y"]}, headers="keys", showindex=True))
print(tabulate([{"k": 1}, {"k": 2, "j": 3}], headers="keys", floatfmt=".3f", stralign="right"))
