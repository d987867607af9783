"""Tests of dateline.cli."""
