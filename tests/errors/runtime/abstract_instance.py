from abc import ABC, abstractmethod
class A(ABC):
    @abstractmethod
    def run(self): ...
A()
