numbers = [3, 1, 2]
result = numbers.sort()
print(result[0])
