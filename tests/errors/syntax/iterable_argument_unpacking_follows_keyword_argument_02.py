f(*a, **b, *c)
