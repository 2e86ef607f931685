# input() and sys.stdin over a prepared stdin.
import sys
print(repr(input()))
name = input("name? ")
print(f"[{name}]")
print(int(input()) + 1, [int(x) for x in input().split()])
print(repr(sys.stdin.readline()), repr(sys.stdin.read(5)), repr(sys.stdin.readline()))
for i, line in enumerate(sys.stdin):
    print(i, repr(line))
    if i == 1: break
print(repr(input("p:")), sys.stdin.readlines()[:1], repr(sys.stdin.read()))
try: input("at end ")
except EOFError as e: print(repr(e))
try: input(1, 2)
except TypeError as e: print(e)
print(sys.stdin.fileno(), sys.stdin.isatty(), sys.stdin.readable(), sys.stdin.name, sys.stdin.encoding, sys.stdout.encoding.lower())
