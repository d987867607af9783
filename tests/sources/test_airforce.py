"""National tallies by night and model."""

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from dateline.sources import airforce
from dateline.sources.intake import Intake, SourceError

WEAPONS = {"Shahed-136/131": "shahed", "Iskander-M": "iskander_m", "Kalibr": "kalibr", "C-300": "sam",
           "X-101/X-555 and Kalibr": "cruise", "Reconnaissance UAV": "recon_drone"}  # fmt: skip
PARENTS = {"drone": "", "missile": "", "shahed": "drone", "recon_drone": "drone", "ballistic": "missile",
           "cruise": "missile", "sam": "missile", "iskander_m": "ballistic", "kalibr": "cruise"}  # fmt: skip


@pytest.fixture(scope="module")
def intake(twins: Path) -> Intake[airforce.Tally]:
    return airforce.read(twins / "missile_attacks_daily.csv", WEAPONS, PARENTS)


def tally(intake: Intake[airforce.Tally], night: str, model: str) -> list[airforce.Tally]:
    return [t for t in intake.rows if t.night == date.fromisoformat(night) and t.model == model]


def test_a_night_is_the_date_on_which_its_window_ends_and_windows_stay_apart(intake: Intake[airforce.Tally]) -> None:
    night = tally(intake, "2031-05-25", "Shahed-136/131")
    assert [(t.window_end, t.launched) for t in night] == [("2031-05-25 09:00", 200), ("2031-05-25 19:30", 30)]


def test_regional_rows_stand_apart_and_national_rows_of_others_stay(intake: Intake[airforce.Tally]) -> None:
    regional = [(t.model, t.target, t.launched) for t in intake.rows if t.scope == "regional"]
    assert regional == [("Reconnaissance UAV", "south", 9)]
    assert {t.target for t in intake.rows if t.scope == "national"} == {""}
    assert tally(intake, "2031-05-26", "Shahed-136/131")[0].launched == 50
    assert tally(intake, "2031-05-26", "X-101/X-555 and Kalibr")[0].launched == 12


def test_rows_of_one_model_in_one_window_are_added(intake: Intake[airforce.Tally]) -> None:
    (together,) = tally(intake, "2031-05-25", "Iskander-M")
    assert (together.launched, together.destroyed, together.lost) == (7, 1, None)


def test_an_empty_count_is_unknown(intake: Intake[airforce.Tally]) -> None:
    assert tally(intake, "2031-05-26", "X-101/X-555 and Kalibr")[0].destroyed is None
    assert tally(intake, "2031-05-27", "C-300")[0].launched is None
    assert tally(intake, "2031-05-27", "C-300")[0].destroyed == 0


def test_an_hour_with_one_digit_sorts_by_time(intake: Intake[airforce.Tally]) -> None:
    assert tally(intake, "2031-05-26", "Shahed-136/131")[0].window_end == "2031-05-26 08:30"


def test_a_combined_model_stays_whole_under_the_kind_its_parts_share(intake: Intake[airforce.Tally]) -> None:
    (combined,) = tally(intake, "2031-05-27", "Kalibr and Iskander-M")
    assert combined.weapon == "missile"
    assert combined.launched == 5


def test_posts_get_their_address(intake: Intake[airforce.Tally]) -> None:
    assert {t.source for t in intake.rows} >= {"https://www.facebook.com/kpszsu/posts/a1", "https://t.me/kpszsu/11"}


def test_what_is_odd_is_said_and_what_cannot_be_read_is_put_aside(intake: Intake[airforce.Tally]) -> None:
    assert any("15 destroyed and 11 lost of 16" in notice for notice in intake.notices)
    assert any("C-300: launched not stated" in notice for notice in intake.notices)
    assert any("'yesterday'" in item.why for item in intake.skipped)
    assert any("rows, expected" in notice for notice in intake.notices)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("time_start,model\n2031-01-01,X\n", encoding="utf-8")
    with pytest.raises(SourceError, match="lacks the column time_end"):
        airforce.read(tmp_path / "x.csv", WEAPONS, PARENTS)


def test_a_missing_file_says_where_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no such file.*kaggle"):
        airforce.read(tmp_path / "x.csv", WEAPONS, PARENTS)


# --- the publisher's own file -------------------------------------------------------------------------------------

REAL = Path(__file__).parents[3] / "shared" / "data" / "strikes" / "missile_attacks_daily_20260607.csv"
TAXONOMY = Path(airforce.__file__).parents[1] / "theatres" / "ukraine" / "weapons.csv"
real_file = pytest.mark.skipif(not REAL.is_file(), reason="the publishers' files (../shared/data) are not here")


@pytest.fixture(scope="module")
def real() -> Intake[airforce.Tally]:
    with TAXONOMY.open(encoding="utf-8", newline="") as stream:
        kinds = list(csv.DictReader(stream))
    weapons = {model: kind["id"] for kind in kinds for model in kind["models"].split("|")}
    return airforce.read(REAL, weapons, {kind["id"]: kind["parent"] for kind in kinds})


@real_file
def test_the_table_holds_the_national_dates_it_should(real: Intake[airforce.Tally]) -> None:
    windows = defaultdict(set)
    for t in real.rows:
        if t.scope == "regional":
            continue
        windows[t.night].add((t.window_start, t.window_end))
    assert len(windows) == 1051
    assert sum(len(found) > 1 for found in windows.values()) == 161
    assert real.skipped == ()


@real_file
def test_each_regional_row_is_told_apart_from_the_national_tallies(real: Intake[airforce.Tally]) -> None:
    with REAL.open(encoding="utf-8", newline="") as stream:
        stated = [row for row in csv.DictReader(stream) if not airforce.is_national(row)]
    regional = [t for t in real.rows if t.scope == "regional"]
    assert len(stated) == 1551
    assert sum(t.launched or 0 for t in regional) == sum(int(float(row["launched"] or 0)) for row in stated)


@real_file
def test_bulletins_that_the_table_took_from_elsewhere_are_there(real: Intake[airforce.Tally]) -> None:
    nights = {t.night for t in real.rows}
    for night in ("2024-11-02", "2025-07-20", "2025-10-01", "2025-10-13", "2026-04-27"):
        assert date.fromisoformat(night) in nights


@real_file
def test_every_model_has_a_kind_those_of_no_reference_table_included(real: Intake[airforce.Tally]) -> None:
    with (REAL.parent / "missiles_and_uavs.csv").open(encoding="utf-8", newline="") as stream:
        listed = {row["model"] for row in csv.DictReader(stream)}
    with REAL.open(encoding="utf-8", newline="") as stream:
        used = {row["model"] for row in csv.DictReader(stream) if row["model"]}
    assert len(used - listed) >= 5
    assert all(t.weapon for t in real.rows)
