# Reading, writing, access as mappings, interpolation, converters, options of parsers, errors.
import configparser
import io
import os
import tempfile


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


TEXT = """
# comment
[DEFAULT]
ServerAliveInterval = 45
Compression = yes
base: /srv

[forge.example]
User = hg
Path = %(base)s/%(user)s
rate = 95%%

[topsecret.server.example]
Port = 50022
ForwardX11 = no
multi = first
    second
      third

    after empty
; another comment
colon: a:b=c
empty =
spaces in keys = and in values
"""
c = configparser.ConfigParser()
c.read_string(TEXT)
print(c.sections(), c.defaults(), c.options("forge.example"), len(c), list(c))
for section in c:
    print(section, dict(c[section]))
s = c["forge.example"]
print(s, s.name, s.parser is c, s["USER"], s["path"], s["rate"], s.get("nothing"), s.get("nothing", "x"), s.getint("serveraliveinterval"), "user" in s, len(s), list(s))
t = c["topsecret.server.example"]
print(t.getboolean("forwardx11"), t.getboolean("compression"), t.getint("port"), t.getfloat("port"), repr(t["multi"]), t["colon"], repr(t["empty"]))
print(c.get("forge.example", "path", raw=True), c.get("forge.example", "path", vars={"user": "me"}), c.items("forge.example"), c.has_option("DEFAULT", "base"),
      c.has_section("DEFAULT"), "forge.example" in c, c.getint("x", "y", fallback=3), c.get("x", "y", fallback=None))
for call in (lambda: c["none"], lambda: s["none"], lambda: c.get("none", "x"), lambda: c.get("forge.example", "x"), lambda: c.getint("forge.example", "user"),
             lambda: c.getboolean("forge.example", "user"), lambda: c.add_section("forge.example"), lambda: c.add_section("DEFAULT"), lambda: c.add_section(3),
             lambda: c.set("forge.example", "x", 3), lambda: c.set("none", "x", "y"), lambda: c.set("forge.example", "x", "%"), lambda: c.set("forge.example", "x", "a %(b c"),
             lambda: c.remove_option("none", "x"), lambda: c.options("none"), lambda: c.items("none"), lambda: s.__setitem__("x", 3), lambda: c.__delitem__("DEFAULT"),
             lambda: c.__delitem__("none"), lambda: s.__delitem__("none")):
    show(call)
c["new"] = {"a": "1", "B": "two"}
c["new"]["c"] = "multi\nline"
c.set("new", "d", "%(a)s-%%")
del c["new"]["a"]
c["new"]["a"] = "9"
out = io.StringIO()
c.write(out)
print(out.getvalue())
out = io.StringIO()
c.write(out, space_around_delimiters=False)
print(out.getvalue()[:60])
print(c.remove_option("new", "b"), c.remove_option("new", "b"), c.remove_section("new"), c.remove_section("new"), c.popitem()[0])
for text in ("a = 1", "[s]\na", "[s]\na=1\na=2", "[s]\n[s]", "[s]\n = 3", "[s\nx=1", "[s]\nx %% y", "[]\na=1", "[s] ; c\na=1", "[a]b]\nx=1", "  [s]\n  a = 1\n   b = 2"):
    p = configparser.ConfigParser()
    try:
        p.read_string(text)
        print(repr(text), {k: dict(v) for k, v in p.items()})
    except configparser.Error as error:
        print(repr(text), type(error).__name__, "|", error)
for text in ("%(b)s", "%(a)s", "%", "%(", "%(b", "%x", "%(B)s", "%(c)s"):
    p = configparser.ConfigParser()
    p.read_string(f"[s]\na = {text}\nb = 5\nc = %(d)s\nd = %(c)s")
    show(p.get, "s", "a")
p = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
p.read_string("[one]\nx = 1\ny = ${x}+${two:z}\nbad = ${no}\nbad2 = ${two:no}\nbad3 = $x\nbad4 = ${\nbad5 = ${a:b:c}\nprice = 5$$\nloop = ${loop}\n[two]\nz = ${one:x}${w}\nw = q")
for option in p["one"]:
    show(p.get, "one", option)
show(p.set, "one", "x", "$")
p = configparser.ConfigParser(allow_no_value=True, delimiters=("=",), comment_prefixes=("//",), inline_comment_prefixes=("#",), strict=False, default_section="common",
                              interpolation=None, empty_lines_in_values=False, converters={"list": lambda v: v.split(",")})
p.read_string("[common]\nd = 1\n[s]\nflag\na:b = %x # inline\n// comment\na:b = 2\nv = x\n  y\n\nw#z = 5\nl = 1,2,3\n[s]\nmore = 1")
print({k: dict(v) for k, v in p.items()}, p["s"].getlist("l"), p.getlist("s", "l"), p.getlist("s", "no", fallback=[]))
out = io.StringIO()
p.write(out)
print(out.getvalue())
p.optionxform = str
p.read_dict({"D": {"Key": 1, "None": None}, 5: {6: 7.5}})
print(dict(p["D"]), dict(p["5"]))
path = os.path.join(tempfile.mkdtemp(), "x.ini")
with open(path, "w") as f:
    f.write("[a]\nb = h\xe9\n[a]")
p = configparser.RawConfigParser()
try:
    p.read([path, "/no/such/file"], encoding="utf-8")
except configparser.DuplicateSectionError as error:
    print(str(error).replace(path, "PATH"), error.args[0], error.lineno)
p = configparser.RawConfigParser(strict=False)
print(len(p.read([path, "/no/such/file"])), ascii(p["a"]["b"]), p.get("a", "b", raw=True) == "h\xe9")
r = configparser.RawConfigParser({"x": 1})
print(r.defaults(), r.get("DEFAULT", "x"))
show(configparser.ConfigParser, {"x": 1})
show(configparser.ConfigParser, interpolation=3)
e = configparser.NoOptionError("o", "s")
print(repr(e), e.args, e.message, configparser.ParsingError("f").args, isinstance(e, configparser.Error))
