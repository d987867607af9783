"""Which measure a predicate means for which thing: one file a family of ledgers."""
