import string
f = string.Formatter()
for text, args, kwargs in (("{0} {1}", (1, 2), {}), ("{} {}", (1, 2), {}), ("{a} {b!r:>5}", (), {"a": 1, "b": "x"}), ("{0[k]} {1.real}", ({"k": 5}, 3), {}), ("{{}}", (), {}), ("{:{}}", (5, 3), {}), ("{0} {}", (1, 2), {}), ("{a}", (), {}), ("{5}", (1,), {}), ("{0!z}", (1,), {}), ("{", (), {}), ("}", (), {}), ("{0.nope}", (1,), {}), ("{0[9]}", ([1],), {}), ("{:{:{}}}", (1, 2, 3), {}), ("{!s}", (1.5,), {}), ("{0!a}", ("é",), {})):
    try: print(text, f.format(text, *args, **kwargs))
    except Exception as e: print(text, type(e).__name__, e)
class Default(string.Formatter):
    def get_value(self, key, args, kwargs): return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)
    def convert_field(self, value, conversion): return str(value).upper() if conversion == "u" else super().convert_field(value, conversion)
    def format_field(self, value, spec): return super().format_field(value, spec) + "|"
    def check_unused_args(self, used, args, kwargs): print("used", sorted(map(str, used)), args, kwargs)
print(Default().format("{x} {y!u} {0:>4}", 7, y="abc", z=1)); print(Default().vformat("{0}", (1, 2), {}))
print(list(f.parse("a{b!r:c}d{{e}}{}{f[0].g:{h}}")), f.get_field("0.real", (5,), {}), f.parse("").__class__.__name__)
try: f.format()
except TypeError as e: print(e)
