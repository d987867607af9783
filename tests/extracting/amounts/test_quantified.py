"""Every quantity with its kind: values, units, directions and concepts, in sentences of this file's own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.extracting.amounts.concepts import normalized, singular
from dateline.extracting.amounts.figure import Stated
from dateline.extracting.amounts.quantified import Quantity, quantities
from dateline.extracting.amounts.stated import stated

from .test_numerals import spelt


def figure(text: str) -> Stated:
    found = stated(text)
    assert len(found) == 1, found
    return found[0]


def quantity(text: str) -> Quantity:
    found = quantities([text])[0]
    assert len(found) == 1, found
    return found[0]


@given(st.integers(0, 999_999), st.sampled_from([",", "", " ", "\u00a0", "\u202f"]))
def test_any_whole_number_in_digits_is_read_back(n: int, separator: str) -> None:
    text = f"{n:,}".replace(",", separator)
    found = figure(f"They counted {text} km of track.")
    assert (found.value, found.name) == (n, "kilometre")
    assert found.core_end - found.core_start == len(text)


@given(st.integers(2, 999_999), st.sampled_from([" and ", " "]))
def test_any_whole_number_in_words_is_read_back(n: int, joined: str) -> None:
    text = f"They laid {spelt(n, joined)} kilometres of track."
    found = figure(text)
    assert (found.value, found.name) == (n, "kilometre")
    assert text[found.core_start : found.core_end] == spelt(n, joined)


@given(st.text(max_size=60))
@example("5¢6")
def test_figures_lie_in_their_text_and_in_order(text: str) -> None:
    found = stated(text)
    assert all(0 <= f.start <= f.core_start < f.core_end <= f.end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.integers(1, 400), st.integers(1, 400), st.sampled_from(["{0} to {1}", "between {0} and {1}", "{0}-{1}"]))
def test_two_rising_ends_are_a_range(a: int, more: int, form: str) -> None:
    found = figure(f"The trench is {form.format(a, a + more)} metres long.")
    assert (found.value, found.low, found.high, found.name) == (None, a, a + more, "metre")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The depot held 1.2 million litres.", 1.2e6),
        ("The depot held €3.5bn.", 3.5e9),
        ("Some 2.5k people came.", 2500),
        ("It lasted two and a half hours.", 2.5),
        ("It lasted half an hour.", 0.5),
        ("It held 2½ litres.", 2.5),
        ("It held 3/4 of a litre.", 0.75),
        ("A loss of 1.234.567,50 euros was booked.", 1_234_567.5),
        ("Two-thirds of the fields are mined.", 2 / 3),
        ("A quarter of the fields are mined.", 0.25),
        ("Three out of five fields are mined.", 0.6),
        ("One of every four fields is mined.", 0.25),
        ("The thermometer showed -14C.", -14),
        ("They ran a 100m sprint.", 100),
        ("They run 100m lamps.", 1e8),
    ],
)
def test_values(text: str, value: float) -> None:
    assert figure(text).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It cost $5-6 million.", 5e6, 6e6),
        ("It cost between £200 and £3,000.", 200, 3000),
        ("It cost from $300 to $2 million.", 300, 2e6),
        ("The wall is 5 km to 7 km long.", 5, 7),
        ("Wait two or three days.", 2, 3),
        ("He went from 90 kilos to 70.", 90, 70),
        ("It grew by 3 to 4 percent.", 3, 4),
        ("Dozens of tents stood there.", 24, 99),
    ],
)
def test_ranges(text: str, low: float, high: float) -> None:
    assert (figure(text).value, figure(text).low, figure(text).high) == (None, low, high)


def test_what_it_moved_by_and_to_are_two_figures() -> None:
    assert [f.value for f in stated("Stocks rose by 40 to 7,000.")] == [40, 7000]
    assert [f.value for f in stated("Stocks rose 3 percent to 96.")] == [3, 96]


@pytest.mark.parametrize(
    "text",
    [
        "It opened in 1998.",
        "It ran in the 1970s and the '80s.",
        "It opened on 4 March 2021.",
        "It opened on March 4, 2021 and on 2021-03-04.",
        "It opens at 7:30 and at 9 p.m. and at 0600 GMT.",
        "It is the 3rd door on the 21st floor.",
        "The T-72 and the F-16 met at B52.",
        "Apollo 11 landed.",
        "See Article 5, page 12 and Figure 3.",
        "Call 555-123-4567.",
        "They won 3-1 and drew 2-2.",
        "The vote was 7-to-2.",
        "She is one who knows no one.",
        "Play it in 1080p.",
        "It was last year's second half.",
        "In 2016-17 and 1914/18.",
        "He lives at 12 Station Road.",
        "She is in her 40s.",
        "By 2140 it is gone, as in 1066.",
        "The Nova 300 index rose.",
        "A one-off and a 4x4 stood there.",
    ],
)
def test_numbers_that_are_no_figures(text: str) -> None:
    assert quantities([text]) == [[]]


@pytest.mark.parametrize(
    ("text", "unit", "name", "kind"),
    [
        ("It is 40 km long.", "km", "kilometre", "measure"),
        ("It is 40 square miles large.", "square miles", "square mile", "measure"),
        ("It is a 40-tonne beam.", "tonne", "ton", "measure"),
        ("It makes 40 MW.", "MW", "megawatt", "measure"),
        ("It costs 40 US dollars.", "US dollars", "dollar", "money"),
        ("It costs €40 a month.", "€ a month", "euro per month", "money"),
        ("It costs HK$40 per share.", "HK$ per share", "hong kong dollar per share", "money"),
        ("It costs 40 hryvnias.", "hryvnias", "ukrainian hryvnia", "money"),
        ("It fell 40 per cent.", "per cent", "percentage", "percent"),
        ("It fell 4 percentage points.", "percentage points", "percentage point", "points"),
        ("It grew 4 percent a year.", "percent a year", "percentage per year", "percent"),
        ("It took 40 minutes.", "minutes", "minute", "duration"),
        ("It does 40 km/h.", "km/h", "kilometre per hour", "measure"),
        ("They took 40 hectares daily.", "hectares daily", "hectare per day", "measure"),
        ("They pay 4 percent per annum.", "percent per annum", "percentage per year", "percent"),
        ("The wire is 40in long.", "in", "inch", "measure"),
        ("The calf weighs 14st.", "st", "stone", "measure"),
        ("A field of 3.5 A/cm2 was set.", "A/cm2", "ampere per square centimetre", "measure"),
        ("They saw three consecutive nights of rain.", "consecutive nights", "night", "duration"),
        ("It broke 40 times.", "times", "count", "multiple"),
        ("Ivan Melnyk, 40, wept.", "-", "year of age", "age"),
        ("A 40-year-old driver wept.", "year-old", "year of age", "age"),
        ("They saw 40 tall grey horses.", "tall grey horses", "tall grey horse", "count"),
        ("They saw 40 horses a day.", "horses a day", "horse per day", "count"),
        ("Half of the old houses burned.", "old houses", "old house", "fraction"),
        ("They saw one of the oldest houses.", "oldest houses", "oldest house", "count"),
        ("They launched a 40-drone raid.", "drone", "drone", "count"),
        ("The index closed at 4,012.5.", "-", "-", "count"),
        ("The noise doubled.", "-", "-", "multiple"),
    ],
)
def test_units(text: str, unit: str, name: str, kind: str) -> None:
    found = quantity(text)
    assert (found.unit, found.normalized_unit, found.kind) == (unit, name, kind)


def test_a_list_shares_its_unit() -> None:
    assert [f.name for f in stated("Pipes of 4.5, 6 and 8.25 inches were laid.")] == ["inch"] * 3
    assert [f.name for f in stated("They have children aged 4, 7 and 12.")] == ["year of age"] * 3


def test_a_year_ago_is_no_rate() -> None:
    assert [f.name for f in stated("It cost $5 a year ago.")] == ["dollar"]


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("was 30", "="),
        ("was about 30", "~"),
        ("was nearly 30", "~"),
        ("was more than 30", ">"),
        ("was at least 30", ">"),
        ("was up to 30", "<"),
        ("was under 30", "<"),
        ("rose 30", "up"),
        ("climbed by another 30", "up"),
        ("fell 30", "down"),
        ("was down by 30", "down"),
        ("rose to 30", "="),
        ("rose by about 30", "~"),
        ("over the past 30", "="),
        ("was cut by another 30", "down"),
        ("was shot down 30", "="),
        ("had 30 or more", ">"),
    ],
)
def test_changes(words: str, change: str) -> None:
    assert figure(f"The level {words} centimetres.".replace("more centimetres", "more")).change == change


def test_a_figure_in_brackets_moves_as_the_one_before() -> None:
    assert [f.change for f in stated("The river fell 3 feet (91 cm).")] == ["down", "down"]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("The bakery sold 400 loaves.", "bakery"),
        ("The price of bread rose 5 percent.", "price of bread"),
        ("They asked for 40 tonnes of wheat.", "wheat"),
        ("They took a 40-minute ride.", "ride"),
        ("Twelve percent of voters stayed at home.", "voters"),
        ("The mayor promised a subsidy of $5 million.", "subsidy"),
        ("The bakery is large and it sold 400 loaves.", "bakery"),
    ],
)
def test_concepts(text: str, concept: str) -> None:
    assert concept in quantity(text).concepts


def test_a_counted_subject_is_said_of_nothing_else() -> None:
    assert quantity("Forty loaves burned.").concepts == ()


def test_only_texts_with_figures_are_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.extracting import parsing

    monkeypatch.setattr(parsing, "parsed", lambda texts: pytest.fail("parsed"))
    assert quantities(["No figure here.", "It opened in 1998."]) == [[], []]


@pytest.mark.parametrize(
    ("word", "single"),
    [("houses", "house"), ("cities", "city"), ("boxes", "box"), ("women", "woman"), ("buses", "bus"),
     ("glass", "glass"), ("people", "people"), ("Salvoes", "Salvo"), ("analysis", "analysis"), ("missiles", "missile")],
)  # fmt: skip
def test_singulars(word: str, single: str) -> None:
    assert singular(word) == single


def test_the_first_noun_of_a_phrase_is_singular() -> None:
    assert normalized("kinds of goods") == "kind of goods"
