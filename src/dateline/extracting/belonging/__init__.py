"""What belongs to one figure of a sentence: its time, place, speaker and whole, and whether it is stated at all."""
