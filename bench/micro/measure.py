"""Times cases in this interpreter, a sample at a time, as `bench/micro/run.sh` asks: a line `name` of the group given as the
argument comes in, a line with the CPU time of one statement in nanoseconds goes out, or `-` and the error."""

import importlib
import re
import sys
import tempfile
import time

from cases import CASES

SPAN = 0.02  # CPU seconds of one sample
COPIES = 4  # of the statement in one turn of the loop, so that the loop itself weighs little
MODULES = """asyncio base64 bisect collections contextlib copy csv dataclasses datetime decimal enum fractions functools hashlib
heapq io itertools json math operator os pickle random re statistics string struct time""".split()


def indented(text, width):
    return "".join(" " * width + line + "\n" for line in text.splitlines())


def build(setup, statement, scratch):
    """A generator that has run the setup: sent a range, it runs the statement COPIES times in each turn and gives the CPU seconds."""
    source = "def run_case(clock):\n" + indented(setup, 4) + "    took = None\n    while True:\n        turns = yield took\n"
    source += "        start = clock()\n        for turn in turns:\n" + indented(statement, 12) * COPIES + "        took = clock() - start\n"
    names = {name: importlib.import_module(name) for name in MODULES if re.search(rf"\b{name}\b", f"{setup}\n{statement}")}
    names["SCRATCH"] = scratch
    if "collections.abc" in setup:
        importlib.import_module("collections.abc")
    exec(source, names)
    case = names["run_case"](time.process_time)
    next(case)
    return case


def calibrate(case):
    """How many turns take about SPAN."""
    turns = 1
    while (took := case.send(range(turns))) < SPAN / 8:
        turns *= 4
    return max(1, int(turns * SPAN / took))


def serve(cases, scratch):
    """Runs the cases that are asked for; one stays prepared until another is asked for."""
    prepared = None
    for name in map(str.strip, sys.stdin):
        try:
            if name != prepared:
                case = build(*cases[name], scratch)
                turns, prepared = calibrate(case), name
            print(f"{case.send(range(turns)) / turns / COPIES * 1e9:.1f}", flush=True)
        except Exception as error:
            print(f"- {error!r}", flush=True)


if sys.argv[1:]:
    with tempfile.NamedTemporaryFile() as scratch:
        serve({name: (setup, statement) for group, name, setup, statement in CASES if group == sys.argv[1]}, scratch.name)
else:
    for group, name, setup, statement in CASES:
        print(group, name, sep="\t")
