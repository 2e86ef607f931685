exec x
