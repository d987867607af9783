"""`redistribute: none`: the verdict is published, the producer's rows and figures are not, at every exit there is.

The theatre is the one of docs/how-to/add-a-theatre.md, with all its producers but the calendar turned to `none`. The
numbers looked for stand in the ledgers and not in the report, so that each exit that shows one has let it out.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

import dateline
from dateline.cli.guard import run
from dateline.publishing import FORMATS
from dateline.rechecking import recheck, telling
from dateline.records.finding import Verdict

TODAY = dt.date(2021, 5, 1)
REPORT = """Published March 8, 2021

On March 2, Sudmark launched about 67,000 drones at Norland, the Home Guard said, 50 percent more than the night before.

On the night of February 28 to March 1, 99 drones and missiles were launched at Norland, the Home Guard said.

In February, some 13,000 people were killed in Norland, according to the Norland Health Board.

In March, 500 people were killed in Norland, according to the Norland Health Board.

Sudmarker forces captured 36 square kilometers in February, according to Border Watch.

Sudmarker forces captured 9.4 square kilometers on March 1 and 2, according to Border Watch.

Sudmark holds some 40 square kilometers of Norland, according to Border Watch.
"""
#: The theatre's numbers made unlike any other, so that each can be looked for in any text.
SPELT = {
    "starter/strikes.csv": {
        ",60,50,": ",66771,50,",
        ",6,6,": ",3,3,",
        ",40,30,5,": ",44113,30,5,",
        ",10,4,0,": ",8,4,0,",
    },
    "starter/casualties.csv": {",120,": ",12983,", ",131,": ",14729,"},
    "starter/area_published.csv": {",35,": ",35.417,"},
    "starter/territory_held.csv": {",38,4,": ",38.617,4,"},
}
#: What the ledgers say of the claims above, none of it in the text, with and without a separator of thousands.
FIGURES = ("66771", "66774", "44113", "44121", "12983", "14729", "110895", "35.4", "42.6", "42.617", "38.6")
WHY = "does not let its figures be passed on"


@pytest.fixture
def spelt(tiny: Path) -> Path:
    """The theatre with figures that stand nowhere else."""
    for name, changes in SPELT.items():
        text = (tiny / name).read_text(encoding="utf-8")
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new)
        (tiny / name).write_text(text, encoding="utf-8")
    return tiny


@pytest.fixture
def held(spelt: Path) -> Path:
    """The theatre whose producers let nothing be passed on."""
    path = spelt / "producers.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("redistribute: figures", "redistribute: none"), encoding="utf-8")
    return spelt


def let_out(shown: str) -> list[str]:
    """The ledgers' figures in `shown`."""
    bare = re.sub(r"(?<=\d)[,\u00a0\u202f](?=\d{3})", "", shown)
    return [figure for figure in FIGURES if re.search(rf"(?<![\d.]){re.escape(figure)}(?!\d)", bare)]


def verdicts(check: Any) -> list[str]:
    return [claim.finding.verdict for claim in check.claims]


def test_the_verdicts_stay(held: Path) -> None:
    check = dateline.check(dateline.read(REPORT), today=TODAY)
    told = json.loads(check.to_json())
    assert [c["finding"]["verdict"] for c in told["claims"]] == verdicts(check)
    assert {"holds", "disputed"} <= set(verdicts(check)) <= set(get_args(Verdict))


@pytest.mark.parametrize("format", FORMATS)
def test_no_format_of_a_check_lets_a_figure_out(held: Path, format: str) -> None:
    check = dateline.check(dateline.read(REPORT), today=TODAY)
    assert len([v for v in verdicts(check) if v in ("holds", "contradicted", "qualified", "disputed")]) >= 5
    shown = check.render(format)
    assert WHY in " ".join(shown.split())
    assert let_out(shown) == []
    assert "maps of 2021" not in shown and "<svg" not in shown


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_formats_show_them_where_they_may(spelt: Path, format: str) -> None:
    """So that the test above can fail: with the page's own licences the figures are there, but the Health Board's."""
    shown = dateline.check(dateline.read(REPORT), today=TODAY).render(format)
    assert let_out(shown)
    assert not {"12983", "14729"} & set(let_out(shown))


def test_a_notebook_shows_none_either(held: Path) -> None:
    assert let_out(dateline.check(dateline.read(REPORT), today=TODAY)._repr_html_()) == []


ASKED = ["figure", "strikes.launched", "--from", "2021-03-01", "--to", "2021-03-02", "--theatre", "tiny", "--by", "day"]


@pytest.mark.parametrize("format", ["json", "csv"])
@pytest.mark.parametrize("form", [(), ("--as", "change", "--than", "2021-03-01/2021-03-01", "--from", "2021-03-02")])
def test_no_format_of_a_figure_lets_one_out(
    held: Path, capsys: pytest.CaptureFixture[str], format: str, form: tuple[str, ...]
) -> None:
    assert run([*ASKED, *form, "--format", format]) == 0
    shown = capsys.readouterr().out
    assert WHY in shown or "withheld" in shown
    assert let_out(shown) == []


def test_no_chart_lets_one_out(held: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "chart.svg"
    assert run([*ASKED, "--format", "svg", "--out", str(out)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert WHY in line and not out.exists()


def test_ones_own_screen_has_it(held: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ASKED) == 0
    assert {"66774", "110895"} <= set(let_out(capsys.readouterr().out))


def test_python_shows_none_in_a_file_or_notebook(held: Path) -> None:
    found = dateline.figure("strikes.launched", "2021-03-01", "2021-03-02", by="day", theatre="tiny")
    assert found.value == 110895
    for shown in (found.to_json(), found.to_csv(), found._repr_html_()):
        assert let_out(shown) == []


@pytest.mark.parametrize("render", [lambda r: telling.text(r, 100), lambda r: json.dumps(telling.as_dict(r))])
def test_a_recheck_lets_none_out(held: Path, tmp_path: Path, render: Callable[[Any], str]) -> None:
    report = REPORT.replace("some 13,000", "12,983")
    file = tmp_path / "check.json"
    file.write_text(dateline.check(dateline.read(report), today=TODAY).to_json(), encoding="utf-8")
    assert recheck(file, as_of="published", today=TODAY).differences == ()
    found = recheck(file, today=TODAY)
    assert [d.now.verdict for d in found.differences if d.claim.quote.exact == "12,983 people"] == ["qualified"]
    assert "14729" not in let_out(render(found))


def bundled(check: Any, text: bool) -> str:
    from io import BytesIO
    from zipfile import ZipFile

    from dateline.publishing.bundling.packing import pack

    with ZipFile(BytesIO(pack(check, text=text))) as archive:
        return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())


@pytest.mark.parametrize("text", [True, False])
def test_no_bundle_lets_one_out(held: Path, text: bool) -> None:
    check = dateline.check(dateline.read(REPORT), today=TODAY)
    assert let_out(bundled(check, text)) == []


def test_a_bundle_has_them_where_they_may(spelt: Path) -> None:
    assert "66774" in let_out(bundled(dateline.check(dateline.read(REPORT), today=TODAY), True))


def test_no_assistant_is_told_one(held: Path) -> None:
    from dateline import mcp

    asked = ("strikes.launched", "2021-03-01", "2021-03-02")
    told = (
        mcp.check_text(REPORT),
        mcp.figure(*asked, by="day", theatre="tiny"),
        mcp.cite(*asked, theatre="tiny"),
    )
    assert [let_out(json.dumps(answer)) for answer in told] == [[], [], []]
