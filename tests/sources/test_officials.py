"""Terms of office: none lost, none twice, no date made more exact than it is."""

from datetime import date
from pathlib import Path

import pytest

from dateline.sources import officials
from dateline.sources.intake import Intake, SourceError


@pytest.fixture(scope="module")
def intake(twins: Path) -> Intake[officials.Term]:
    return officials.read(twins / "officials.csv", twins / "executive.yaml")


def of(intake: Intake[officials.Term], person: str) -> list[officials.Term]:
    return [t for t in intake.rows if t.person == person]


def test_no_end_is_in_office(intake: Intake[officials.Term]) -> None:
    (term,) = of(intake, "Anna Example")
    assert (term.start, term.end) == (date(2030, 1, 14), None)
    assert term.titles == ("Defense Minister", "Defence Minister")


def test_a_partial_date_is_widened_and_said(intake: Intake[officials.Term]) -> None:
    (term,) = of(intake, "Olga Partial")
    assert (term.start, term.end) == (date(2030, 1, 1), date(2031, 2, 28))
    assert term.note == "seen; start known to 2030 only; end known to 2031-02 only"
    (unknown,) = of(intake, "Ivan Unknown")
    assert (unknown.start, unknown.end) == (None, None)


def test_a_term_in_both_files_stands_once_and_other_terms_take_the_tables_name(
    intake: Intake[officials.Term],
) -> None:
    terms = of(intake, "Joe Sample")
    assert [(t.office, t.start, t.end) for t in terms] == [
        ("President", date(2029, 1, 20), date(2033, 1, 20)),
        ("Vice President", date(2009, 1, 20), date(2017, 1, 20)),
    ]
    assert terms[1].names == ("Joe Sample", "Joseph Sample", "Joseph R. Sample", "Joseph R. Sample Jr.")


def test_only_terms_since_1989_and_consecutive_ones_joined(intake: Intake[officials.Term]) -> None:
    assert not of(intake, "Old Timer")
    (second,) = of(intake, "George C. Shrub")
    assert (second.start, second.end) == (date(2001, 1, 20), date(2009, 1, 20))


def test_people_of_one_name_are_told_apart(intake: Intake[officials.Term]) -> None:
    (first,) = of(intake, "George A. B. Shrub")
    assert first.names == ("George Shrub", "George A. B. Shrub", "George A.B. Shrub")


def test_a_term_that_ends_before_it_starts_is_put_aside(intake: Intake[officials.Term]) -> None:
    assert any("before it starts" in item.why for item in intake.skipped)


def test_a_file_that_is_no_list_of_executives_is_an_error_of_one_line(twins: Path, tmp_path: Path) -> None:
    (tmp_path / "executive.yaml").write_text("terms: 3\n", encoding="utf-8")
    with pytest.raises(SourceError, match="not the list of executives") as caught:
        officials.read(twins / "officials.csv", tmp_path / "executive.yaml")
    assert "\n" not in str(caught.value)


REAL = Path(__file__).parents[3] / "shared" / "data" / "officials"


@pytest.mark.skipif(not REAL.is_dir(), reason="the publishers' files (../shared/data) are not here")
def test_every_row_of_the_table_is_kept_and_presidents_join_it() -> None:
    intake = officials.read(REAL / "officials.csv", REAL / "executive.yaml")
    trump = [(t.office, t.start, t.end) for t in intake.rows if t.person == "Donald Trump"]
    assert trump == [
        ("President", date(2025, 1, 20), None),
        ("President", date(2017, 1, 20), date(2021, 1, 20)),
    ]
    assert sum(t.source != "https://github.com/unitedstates/congress-legislators" for t in intake.rows) == 118
    assert {"Barack Obama", "Bill Clinton", "George W. Bush", "George H. W. Bush"} <= {t.person for t in intake.rows}
