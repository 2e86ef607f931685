class A: pass
A().zzzzzzzz
