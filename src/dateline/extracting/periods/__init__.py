"""Expressions of time in a sentence, resolved against the report's date. One file a family of forms: its patterns with
the readers that resolve them beside them."""

from dateline.extracting.periods.mention import Mention
from dateline.extracting.periods.reading import mentions

__all__ = ["Mention", "mentions"]
