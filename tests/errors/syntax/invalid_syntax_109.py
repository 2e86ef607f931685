f(lambda x: )
