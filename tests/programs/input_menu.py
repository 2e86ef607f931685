# Reading lines from standard input, with mistakes in them.
import sys

name = input("Name? ")
print(f"Hello, {name.strip().title()}!")
numbers = []
while True:
    try:
        line = input(f"Number {len(numbers) + 1}: ")
    except EOFError:
        print("<end>")
        break
    if not line:
        break
    try:
        numbers.append(float(line))
    except ValueError as error:
        print(f"Sorry, {error}.")
print(f"{numbers} sum {sum(numbers):g} mean {sum(numbers) / len(numbers):.3f}" if numbers else "nothing")
for number, line in enumerate(sys.stdin, 1):
    fields = line.rstrip("\n").split(",")
    print(number, fields, len(line))
    if fields[0] == "stop":
        break
print(repr(sys.stdin.read()))
try:
    input()
except EOFError as error:
    print(type(error).__name__, error)
