"""Who says what: the rules that the checker uses, and the parse that reads attributions of any text."""
