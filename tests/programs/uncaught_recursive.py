# An error deep in a recursion: the report folds repeated lines.
def descend(n):
    if n == 0:
        return undefined_variabel
    return descend(n - 1) + 1


undefined_variable = 3
print("starting")
print(descend(10))
