# Tracing sees what Moray executes
#
# `sys.settrace` and pdb get an event for each line on which there is something to do: a line with nothing but `try:` or `pass` has no instruction here. Modules that are part of Moray have no files,
# so a debugger shows their lines without text, and the line that is executed next cannot be changed (`jump`). Objects that end without being closed make no events, since it is the collector who ends them.
import sys

lines = []


def tracer(frame, event, arg):
    if event == 'line':
        lines.append(frame.f_lineno - frame.f_code.co_firstlineno)
    return tracer


def work():
    try:
        a = 1
    except ValueError:
        pass
    for i in range(1):
        pass


sys.settrace(tracer)
work()
sys.settrace(None)
print(lines)
