# A template with another delimiter.
import string

class D(string.Template):
    delimiter = '#'


print(D('#a $b ##').substitute(a=1))
