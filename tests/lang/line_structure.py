# Physical and logical lines: joining, semicolons, comments, tabs, form feeds, odd indentation.
x = (1 +
     2
     # comment inside
     + 3)
y = 1 + \
    2
z = [
    1,
    2,

    3,
]
if x == 6 and \
   y == 3:
    print(x, y, z); print("semi"); a = 1; b = 2;
print(a, b)
if True: print("one-line if"); print("same suite")
for i in range(2): print(i, end=" ");
print()
while False: pass
else: print("else one line")
class C: a = 1; b = 2
def f(): return 1
def g():
        # deep comment
    # other comment
        x = 1
  # dedented comment
        return x
print(f(), g(), C.a + C.b)
if 1:
	print("tab indent")
	if 2:
		print("two tabs")
if 1:
 print("one space")
 if 1:
            print("many spaces")

print("after form feed")
def empty_lines():

    a = 1


    return a
print(empty_lines())
try: pass
finally: print("fin")
with open(__file__) as fh: first = fh.readline()
print(first.strip())
(lambda:
    print("lambda over lines"))()
print({
    "k": 1,
    **{
        "j": 2
    }
})
def many(a,
         b=2, *,
         c=3,
         ):
    return (
        a, b,
        c
    )
print(many(1,))
assert (x
        == 6), \
    "no"
d = {"a": 1}["a"] if True \
    else 2
print(d)
variable_with_unicode_é = 5; 变量 = 6; ª = 7
print(variable_with_unicode_é + 变量, globals()["a" if "a" in globals() else "ª"])
ﬁ = "nfkc"; print(fi)
...
pass; ...
"string statement"
5; 1, 2
print("end") # no newline after this
