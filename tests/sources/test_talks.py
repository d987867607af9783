"""Meetings in order of time; what was announced and not held is marked."""

from datetime import date
from pathlib import Path

from dateline.sources import talks


def test_meetings_are_read_in_order_and_wrong_rows_put_aside(twins: Path) -> None:
    intake = talks.read(twins / "talks.csv")
    assert [(m.start, m.end, m.direct, m.held) for m in intake.rows] == [
        (date(2031, 1, 22), date(2031, 1, 22), False, True),
        (date(2031, 2, 4), date(2031, 2, 5), True, True),
        (date(2031, 3, 5), date(2031, 3, 9), False, False),
    ]
    assert [item.what for item in intake.skipped] == ["talks.csv line 5", "talks.csv line 6"]
