"""`dateline map` writes what was asked, from the user's own maps, and says in one line what it cannot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import toy_front

PERIOD = ("map", "--from", "2031-03-03", "--to", "2031-03-10")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("maps")
    toy_front.write(made, 14)
    return made


def test_a_picture_from_a_folder(cli: Callable, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "week.svg"
    ran = cli(*PERIOD, "--maps", str(folder), "--out", str(out))
    assert ran.code == 0 and out.read_text(encoding="utf-8").startswith("<svg")


def test_the_same_picture_from_the_store(
    cli: Callable, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))
    assert cli("import", "deepstate", str(folder)).code == 0
    one, other = tmp_path / "one.svg", tmp_path / "other.svg"
    assert cli(*PERIOD, "--out", str(one)).code == 0
    assert cli(*PERIOD, "--maps", str(folder), "--out", str(other)).code == 0
    assert one.read_bytes() == other.read_bytes()


def test_a_public_map_needs_no_maps(cli: Callable, tmp_path: Path) -> None:
    out = tmp_path / "public.svg"
    ran = cli("map", "--from", "2025-08-01", "--to", "2025-08-31", "--public", "--out", str(out))
    assert ran.code == 0 and "Donetsk" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--out", "map.pdf"), "ends in .svg or .html"),
        (("--out", "map.html", "--public"), "a public map is an .svg"),
        (("--out", "map.svg", "--public", "--place", "Donetsk"), "leave --place away"),
        (("--out", "no/such/map.svg"), "there is no folder"),
        (("--out", "map.svg", "--place", "Atlantis"), "is in no installed theatre"),
        (("--out", "map.svg", "--maps", "nowhere"), "no such folder"),
        (("--out", "map.svg", "--theatre", "gaza"), "nobody's maps are known"),
        (("--out", "map.svg"), "no maps there; fetch them with `dateline pull deepstate`"),
        (("--out", "map.html"), "run `dateline map --set-up` once"),
        ((), "name --from, --to and --out"),
    ],
)
def test_what_is_asked_amiss_is_said_in_one_line(
    more: tuple[str, ...], why: str, cli: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = cli(*PERIOD, *more)
    assert ran.code == 2 and why in ran.error
    assert list(tmp_path.iterdir()) == []


def test_a_map_that_was_put_aside_is_named(cli: Callable, folder: Path, tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    for path in folder.iterdir():
        (copies / path.name).write_bytes(path.read_bytes())
    (copies / "deepstatemap_data_20310311.geojson").write_bytes(b"{")
    ran = cli(*PERIOD, "--maps", str(copies), "--out", str(tmp_path / "a.svg"))
    assert ran.code == 0 and "the map of 2031-03-11 is put aside" in ran.err
