"""Tests of dateline.editing."""
