"""A day of the newsroom, played in a browser on the real server: a reader, a commenter, a reporter and an editor, a
correction, a figure that its source puts right afterwards, and the same without scripts; on both databases.

What is played stands in tests/browser/newsroom/.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

import postgres
from newsroom.sites import NEEDED, browsed, served

pytestmark = NEEDED
#: A source's figure is put right after the story was published: 208 in the package's ledgers, 233 from now on.
CORRECT = [
    sys.executable, "-m", "dateline", "correct", "casualties.killed", "--producer", "hrmmu",
    "--from", "2025-08-01", "--to", "2025-08-31", "--value", "233",
    "--because", "the mission's own table has 233", "--by", "Ann Editor", "--source", "https://example.org/table",
]  # fmt: skip
#: One step of each part of the play, so that none is left out unseen.
PLAYED = (
    "a reader opens a card by keyboard, and Escape closes it",
    "a commenter reports what the newsroom said",
    "a reporter cannot publish",
    "publishing is refused while a contradicted figure is undecided",
    "an editor publishes, and a stranger reads it",
    "an editor decides otherwise, with a reason and a source",
    "an editor takes down the comment that was reported",
    "the correction stands on the story and in the public log",
    "one click prepares the correction and has it checked",
    "the corrected figure is published and the story says what it had said",
    "without scripts whoever writes a comment is sent to log in, and back to it",
    "without scripts a check is followed to its end",
)


def played(home: Path, database: str = "") -> dict[str, Any]:
    with served(home, database) as site:
        return browsed("newsroom.mjs", site, {"correct": CORRECT})


def all_went_well(found: dict[str, Any]) -> None:
    failed = found["failed"]
    assert failed is None, f"{failed['step']!r} failed at {failed['at']}: {failed['why']}\n\n{failed['page']}"
    assert [step for step in PLAYED if step not in found["steps"]] == []


def test_a_day_of_the_newsroom_on_sqlite(tmp_path: Path) -> None:
    all_went_well(played(tmp_path))


def test_a_day_of_the_newsroom_on_postgresql(tmp_path: Path) -> None:
    try:
        with postgres.server() as (folder, _):
            found = played(tmp_path, postgres.address(folder))
    except postgres.Unavailable as error:
        pytest.skip(f"PostgreSQL: {error}")
    all_went_well(found)
