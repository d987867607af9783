"""Plain text and pages saved as text. `Draft.text` is exactly the text that was given."""

from __future__ import annotations

from dateline.reading.draft import Draft
from dateline.reading.lines import split_lines
from dateline.reading.roles import assign_roles


def read_plain(text: str) -> Draft:
    """Lines with roles, and what the page's head says of title, writers and dates."""
    return assign_roles(Draft(text, split_lines(text)))
