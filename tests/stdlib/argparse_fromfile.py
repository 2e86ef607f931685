# arguments from files, file types, parsers made over: errors of a subclass, custom actions, namespaces given
import argparse
import os
import sys

name = f"/tmp/argparse_{os.getpid()}"
with open(name, "w", encoding="utf-8") as file:
    file.write("--level\n3\npositional\n")


class Quiet(argparse.ArgumentParser):
    def error(self, message):
        raise ValueError(message)


class Shout(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values.upper() + str(option_string))


p = Quiet(prog="p", fromfile_prefix_chars="@")
p.add_argument("--level", type=int)
p.add_argument("--shout", "-s", action=Shout)
p.add_argument("words", nargs="*")
p.add_argument("--in", dest="file", type=argparse.FileType("r"))
print(p.parse_args(["@" + name, "more", "-sloud"]))
given = argparse.Namespace(kept=1, level=7)
print(p.parse_args(["--shout=x"], given) is given, given)
args = p.parse_args(["--in", name])
print(args.file.read().split())
args.file.close()
for words in (["@/no/such/file"], ["--in", "/no/such/file"], ["--level", "x"], ["--le", "3", "--bad"], ["-s"]):
    try:
        print(p.parse_args(words))
    except ValueError as error:
        print("ValueError", error)
print(p.parse_args(["--in", "-"]).file is sys.stdin, argparse.FileType("w")("-") is sys.stdout, argparse.FileType("r", encoding="utf-8"))
os.remove(name)
