"""collections: counting words and characters, grouping with defaultdict, a deque as a queue."""
from collections import Counter, defaultdict, deque

words = [f"word{i * i % 997}" for i in range(100000)]
for _ in range(5):
    counts = Counter(words)
    letters = Counter("".join(words))
    groups = defaultdict(list)
    for word in words:
        groups[word[-1]].append(word)
    queue = deque(maxlen=1000)
    for word in words:
        queue.append(word)
        if len(queue) > 500:
            queue.popleft()
print(counts.most_common(3), letters.most_common(2), len(groups), len(queue), (counts + counts).total())
