"""Places that a sentence names: those of a theatre, and toponyms of the whole world."""
