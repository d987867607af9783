"""Amounts of a sentence: numbers with their bounds and units, and what they count; quantities of any kind."""
