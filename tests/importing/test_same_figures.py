"""What is read from the store is what is read from the files that went into it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.importing import import_source
from dateline.ledgers.folder import FAMILIES, Ledgers
from dateline.ledgers.store import Store, open_store
from dateline.theatres import loader
from golden.checked import FOLDER, NAMES, check

REAL = Path(__file__).resolve().parents[3] / "shared" / "data"
#: Where the real files of each source lie.
PATHS = {
    "airforce": "strikes", "hrmmu": "casualties", "mapped_area": "territory_reference", "talks": "talks",
    "officials": "officials", "gaza": "gaza", "deepstate": "deepstate",
}  # fmt: skip
needs_real = pytest.mark.skipif(not REAL.is_dir(), reason="the publishers' files are not beside the repository")


def family_state(ledgers: Ledgers, family: str) -> dict[str, Any]:
    """All that a family has read, apart from where it read it."""
    return {key: value for key, value in vars(getattr(ledgers, family)).items() if key not in ("_folder", "weapons")}


@pytest.mark.parametrize(
    ("theatre", "family"),
    [(t, f) for t in loader.installed() for f in FAMILIES if Ledgers(loader.load(t).folder).available(f)],
)
def test_every_family_from_the_store_equals_the_same_from_its_files(layered: Store, theatre: str, family: str) -> None:
    folder = loader.load(theatre).folder
    assert family_state(Ledgers(folder, layered), family) == family_state(Ledgers(folder), family)


@pytest.mark.parametrize("name", NAMES)
def test_findings_from_the_store_are_the_same_to_the_byte(
    name: str, layered: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from_files = check(name).to_json()
    monkeypatch.setenv("DATELINE_HOME", str(layered.home))
    assert check(name).to_json() == from_files
    assert json.loads(from_files)["claims"], FOLDER / name


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store into which all the real files were imported."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATELINE_TODAY")
        store = open_store(tmp_path_factory.mktemp("full") / "home")
        for source, path in PATHS.items():
            import_source(source, REAL / path, store=store)
    return store


@needs_real
@pytest.mark.parametrize("theatre", loader.installed())
def test_every_family_after_importing_the_real_files_is_the_shipped_one(full: Store, theatre: str) -> None:
    folder = loader.load(theatre).folder
    stored, shipped = Ledgers(folder, full), Ledgers(folder)
    for family in FAMILIES:
        if shipped.available(family):
            assert family_state(stored, family) == family_state(shipped, family), family


@needs_real
def test_between_the_two_vintages_of_the_strikes_no_figure_changed_and_three_regional_rows_came_late(
    full: Store,
) -> None:
    releases = [r for r in full.releases() if r.source == "airforce"]
    counts = [r.tables["strikes"] for r in releases]
    assert sum(c["changed"] + c["vanished"] for c in counts) == 0
    assert sum(c["late_rows"] for c in counts) == 3
    now = set(full.entries("ukraine", "strikes"))
    late = now - set(full.entries("ukraine", "strikes", date(2026, 3, 15)))
    assert {dict(entry.dimensions)["scope"] for entry in late} == {"regional"}
    ledgers = Ledgers(loader.load("ukraine").folder, full)
    assert ledgers.as_of(date(2026, 3, 15)) is not ledgers.as_of(date(2026, 6, 7))
    assert ledgers.as_of(date(2026, 3, 15)).strikes.nightly(None) == ledgers.strikes.nightly(None)


@needs_real
@pytest.mark.parametrize("order", [("202603", "20260607"), ("20260607", "202603")], ids=" then ".join)
def test_either_order_of_the_two_vintages_gives_one_store(tmp_path: Path, order: tuple[str, str]) -> None:
    store = open_store(tmp_path / "home")
    for stamp in order:
        import_source("airforce", REAL / "strikes" / f"missile_attacks_daily_{stamp}.csv", store=store)
    by_day = {r.released: r.tables["strikes"] for r in store.releases() if r.origin == "starter" or r.segment}
    assert (by_day[date(2026, 6, 7)]["late_rows"], by_day[date(2026, 6, 7)]["changed"]) == (3, 0)
    assert len(store.entries("ukraine", "strikes")) - len(store.entries("ukraine", "strikes", date(2026, 3, 15))) == 6


@needs_real
@pytest.mark.parametrize(
    ("first", "last", "as_of", "value"),
    [
        ("2025-04-01", "2025-04-30", "2025-05-15", 209),
        ("2025-04-01", "2025-04-30", "2025-06-15", 221),
        ("2025-01-01", "2025-12-31", "2026-01-20", 2514),
        ("2025-01-01", "2025-12-31", "2026-11-22", 2526),
    ],
)
def test_a_month_and_a_year_as_of_days_before_and_after_their_revision(
    full: Store, monkeypatch: pytest.MonkeyPatch, first: str, last: str, as_of: str, value: float
) -> None:
    from dateline.figures import figure

    monkeypatch.setenv("DATELINE_HOME", str(full.home))
    days = map(date.fromisoformat, (first, last))
    assert figure("casualties.killed", *days, as_of=date.fromisoformat(as_of)).value == value
