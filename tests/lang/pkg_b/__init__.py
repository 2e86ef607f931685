from_init = 1
