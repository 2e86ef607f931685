star_one = 1
star_two = 2
_hidden = 3
