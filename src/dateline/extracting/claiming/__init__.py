"""Claims of one kind, made from an amount and what belongs to it: weapons, ground, shares, tolls, comparisons."""
