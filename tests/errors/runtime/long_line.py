value_number_one = {"some key": 1}; other_value = [value_number_one["some key"], value_number_one["another key"], value_number_one.get("third"), 1]
