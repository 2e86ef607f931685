fruits = ["apple", "banana"]
for i in range(3):
    print(i, fruits[i])
