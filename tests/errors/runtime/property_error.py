class A:
    @property
    def size(self):
        return len(self.items)
print(A().size)
