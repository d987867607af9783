from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli.guard import run


def test_a_page_with_its_charts_beside_it_is_confirmed_by_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "march.md"
    assert run(["brief", "--month", "2026-02", "--as-of", "2026-04-20", "--out", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert "![territory](march-territory.svg)" in text
    assert (tmp_path / "march-territory.svg").read_text(encoding="utf-8").startswith("<svg")
    assert sorted(p.name for p in tmp_path.iterdir() if p.suffix == ".part") == []
    assert run(["check", str(page), "--fail-on", "not_checkable", "--format", "csv"]) == 0


def test_the_html_has_cards_and_charts(tmp_path: Path) -> None:
    page = tmp_path / "week.html"
    assert run(["brief", "--theatre", "ukraine", "--week", "2025-10-15", "--out", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert 'aria-labelledby="brief-territory-t' in text and 'id="c1"' in text and "Launched, by week and kind" in text
    assert "From 13 to 19 October 2025" in text
    assert " style=" not in text


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "name a period"),
        (["--week", "--month"], "choose one"),
        (["--month", "2025-13"], "is no month"),
        (["--week", "soon"], "is no date"),
        (["--from", "2025-08-01"], "go together"),
        (["--from", "2025-08-09", "--to", "2025-08-01"], "lies before"),
        (["--month", "2025-08", "--theatre", "nowhere"], "nowhere"),
        (["--month", "2025-08", "--out", "brief.pdf"], ".md or .html"),
    ],
)
def test_bad_periods_are_one_line(
    options: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    out = [] if "--out" in options else ["--out", "brief.md"]
    assert run(["brief", *options, *out]) == 2
    err = capsys.readouterr().err
    assert said in err and err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
