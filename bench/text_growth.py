"""A text put together by += in a loop, as beginners do."""
def digits(n):
    out = ""
    for i in range(n):
        out += str(i)
        if len(out) % 80 == 0:
            out += "\n"
    return out

def padded(n):
    line = ""
    while len(line) < n:
        line = line + "-="
    return line

print(len(digits(300000)), len(padded(600000)))
