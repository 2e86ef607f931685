def average(numbers):
    return sum(numbers) / len(numbers)

def report(groups):
    for name, values in groups.items():
        print(f"{name}: {average(values):.1f}")

report({
    "first": [1, 2, 3],
    "second": [],
})
