import   # for open
