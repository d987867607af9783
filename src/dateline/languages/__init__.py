"""Languages: the words that a language uses for numbers, times, verbs and speech. Data, no behaviour."""
