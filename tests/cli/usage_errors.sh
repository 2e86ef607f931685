# Options that do not exist or lack their value.
run -z
run --zork
run -c
run -m
run -X
run -W
run -qz
