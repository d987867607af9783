"""Theatres: one folder of data a conflict, no code."""
