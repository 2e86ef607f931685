import sys
print("to stdout")
sys.stderr.write("to stderr\n")
print("no newline at end", end="")
raise ValueError("after output")
