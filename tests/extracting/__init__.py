"""Extraction, tested by what it makes of sentences written for these tests."""
