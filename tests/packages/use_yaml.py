import yaml

text = """
name: Test   # comment
list: [1, 2.5, true, null, ~, 'q', "d\\n"]
nested:
  - a: 1
    b: {c: d}
  - &anchor [x, y]
  - *anchor
block: |
  line 1
  line 2
folded: >
  some
  words
date: 2020-01-02
when: 2001-12-14T21:59:43.10Z
hex: 0x1F
set: !!set {a, b}
"""
data = yaml.safe_load(text)
data["set"] = sorted(data["set"])
print(data)
print(yaml.safe_dump({k: v for k, v in data.items() if k != "set"}, sort_keys=True))
print(yaml.dump([1, "a: b", None, {"x": [True, 1.5]}, "multi\nline", "é"], allow_unicode=True, default_flow_style=False))
print(list(yaml.safe_load_all("--- 1\n--- [a]\n...\n")))
for bad in ("a: [1", "a: b: c", "\tx", "!!python/object:os.system x"):
    try:
        print(yaml.safe_load(bad))
    except yaml.YAMLError as e:
        print(type(e).__name__, e)
print([type(e).__name__ for e in yaml.parse("a: [1]")])
