def total(first_value, second_value):
    return first_value.count + (second_value // 0) ** 2

class V:
    count = 1
total(V(), 5)
