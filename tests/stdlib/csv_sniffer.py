# Guessing a dialect and a header from samples.
import csv
samples = {
    "commas": "name,age,town\nAnn,31,Oslo\nBob,27,Rome\n", "semicolons": "a;b;c\n1;2;3\n4;5;6\n", "tabs": "x\ty\n1\t2\n3\t4\n",
    "pipes": "id|value\n1|10\n2|20\n3|30\n", "quoted": "'a', 'b', 'c'\n'1', '2', '3'\n", "double": '"one ""two""","x"\n"3","4"\n',
    "spaces": "a b c\nd e f\n", "single": "word\nother\n", "mixed": 'Harry\'s, Arlington, "2/1/03", "great"\nShark\'s, Glen, "12/3/02", "no"\n'}
for name, text in samples.items():
    try:
        d = csv.Sniffer().sniff(text)
        print(name, repr(d.delimiter), repr(d.quotechar), d.doublequote, d.skipinitialspace, repr(d.lineterminator), d.quoting)
        print(list(csv.reader(text.splitlines(), d)))
    except csv.Error as e:
        print(name, "error:", e)
    try:
        print(csv.Sniffer().has_header(text))
    except (csv.Error, StopIteration) as e:
        print(type(e).__name__, e)
print(csv.Sniffer().sniff("a:b;c\n1:2;3\n", delimiters=":").delimiter, csv.Sniffer().preferred)
