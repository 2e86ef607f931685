# An uncaught NameError that names a module.
def main():
    return fractions.Fraction(1)


main()
