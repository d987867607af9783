"""Dateline: reads a war report, finds its figures, works each one out again from open data."""
