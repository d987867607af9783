"""Points that are read off running sums are those that the whole question gives, part by part."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.figures import FigureError, figure, parts
from dateline.figures.steps import steps
from dateline.records.place import Place
from dateline.records.series import Point

LUHANSK = Place("Luhansk", "UA-09", "region")
WAR = (date(2024, 7, 8), date(2025, 9, 30))
#: Around what is not everyday: the ledger's ends, days without a map or a bulletin, a changed definition.
ASKED: list[tuple[str, date, date, dict[str, Any]]] = [
    ("territory.held", *WAR, {}),
    ("territory.held", *WAR, {"place": LUHANSK}),
    ("territory.net_change", *WAR, {}),
    ("territory.net_change", *WAR, {"as_of": date(2025, 6, 14)}),
    ("territory.net_change", *WAR, {"place": LUHANSK, "form": "rate", "per": "week"}),
    ("territory.gained", *WAR, {"into": "sqmi"}),
    ("territory.lost", *WAR, {"producer": "deepstate"}),
    ("strikes.launched", *WAR, {}),
    ("strikes.launched", *WAR, {"where": {"weapon": "shahed"}}),
    ("strikes.launched", *WAR, {"where": {"weapon": "missile"}, "as_of": date(2025, 3, 11)}),
    ("strikes.intercepted", *WAR, {}),
    ("strikes.lost", *WAR, {}),
    ("strikes.through", *WAR, {"per": "day"}),
    ("strikes.launched", date(2022, 9, 28), date(2023, 2, 1), {}),
    ("casualties.killed", *WAR, {}),
    ("casualties.injured", date(2022, 2, 24), date(2023, 1, 1), {}),
    ("casualties.killed", date(2023, 10, 7), date(2024, 11, 1), {"theatre": "gaza"}),
    ("casualties.injured", date(2023, 10, 7), date(2024, 11, 1), {"theatre": "gaza", "as_of": date(2024, 2, 3)}),
]


@pytest.mark.parametrize("by", ["day", "week", "month"])
@pytest.mark.parametrize(("measure", "start", "end", "options"), ASKED)
def test_a_point_is_the_first_reading_of_its_stretch(
    measure: str, start: date, end: date, options: dict[str, Any], by: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def points() -> tuple[Point, ...]:
        try:
            return figure(measure, start, end, by=by, **options).series.points
        except FigureError as fault:
            return (Point(start, end, None, (str(fault),)),)

    quick = points()
    monkeypatch.setattr(parts, "steps", lambda *asked: lambda stretch: None)
    assert quick == points()


def test_most_points_of_a_series_put_no_question(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Point | None] = []

    def watched(*asked: Any) -> Any:
        step = steps(*asked)

        def watching(stretch: Any) -> Point | None:
            given.append(step(stretch))
            return given[-1]

        return watching

    monkeypatch.setattr(parts, "steps", watched)
    for measure in ("territory.net_change", "strikes.launched", "casualties.killed"):
        given.clear()
        figure(measure, date(2024, 8, 1), date(2025, 6, 30), by="day")
        assert sum(point is not None for point in given) > 0.8 * len(given) > 200, measure
