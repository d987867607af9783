"""Frames in other words than the plainest: runs of falls, ranks without a stretch, counts of times, spells planned."""

from __future__ import annotations

import pytest

from ..said import claims, elsewhere, there

FRAMES = [
    # streaks
    ("Rain slowed both armies, a third straight decline in clashes.", "a third straight decline", "streak", 3),
    ("Deaths rose to 212 in May, the second monthly rise in a row.", "the second monthly rise in a row", "streak", 2),
    ("The line at Fizuli has not moved for nine days running.", "nine days running", "streak", 9),
    # ranks and records
    ("South Kivu ranked third with 88 deaths in June.", "ranked third", "rank", 3),
    ("Shells hit Saada, the worst in a decade.", "the worst in a decade", "extreme", None),
    ("Thursday's talks were the shortest since the truce.", "the shortest since the truce", "extreme", None),
    ("The march was the rebels' farthest since the war began.", "farthest since the war began", "extreme", None),
    # counts of times
    ("The dam changed hands for the fifth time in four months.", "for the fifth time", "level", 5),
    ("The presidents met in Sochi for the third time this year.", "met in Sochi for the third time", "level", 3),
    ("The envoy and the president met twice in a week.", "met twice", "level", 2),
    # spells
    ("A year of shelling has left no window whole.", "A year of shelling", "elapsed", 1),
    ("Two months and a week on, the bodies are unclaimed.", "Two months and a week on", "elapsed", 2),
    ("More than a year after rebels seized the dam, it is dark.", "More than a year after", "elapsed", 1),
    ("The delegates, eight days into talks, went home.", "eight days into talks", "elapsed", 8),
    # what is to come
    ("The vote was postponed to 14 October.", "postponed to 14 October", "plan", None),
    ("The truce would last 45 days, the envoy said.", "45 days", "plan", 45),
    ("The rebels are to leave the hills within 20 days.", "20 days", "plan", 20),
    ("The accord lays out four phases.", "four phases", "plan", 4),
    # multiples and parts
    ("Raids in June were double May's.", "double", "ratio", 2),
    ("The advance was slower by about a third in June.", "about a third", "change", -33.3333),
    ("An ambush killed 27 people on Sunday, most of them traders.", "most", "share", 50),
    ("Of 640 deaths in July, hunger accounted for more than half.", "more than half", "share", 50),
    ("Monitors logged 410 raids in June, more than a third by night.", "more than a third", "share", 33.3333),
    ("The army controls 55 percent of the state and the rebels 30.", "30", "share", 30),
    # trends
    ("The army is losing ground in Sagaing.", "losing ground", "trend", None),
    ("The fronts have barely moved since May.", "have barely moved", "trend", None),
]


@pytest.mark.parametrize(("text", "quote", "frame", "value"), FRAMES)
def test_frames_in_other_words(text: str, quote: str, frame: str, value: float | None) -> None:
    found = there(text, quote)
    assert found.frame == frame
    assert found.value == (pytest.approx(value) if value is not None else None)


@pytest.mark.parametrize(
    ("text", "said", "who"),
    [
        ("The offensive, one colonel believes, is a farce.", "is a farce", "one colonel"),
        ("In the bishop's view no army can hold the pass.", "no army can hold the pass", "the bishop"),
        ("Hardly a victory, one aid worker said.", "Hardly a victory", "one aid worker"),
        ('The raid was "a second Guernica", in the words of one envoy.', "a second Guernica", "one envoy"),
        ("Few officers thought either side meant to stop.", "either side meant to stop", "officers"),
        ("No one should have to choose between two armies.", "No one should have to choose between two armies", None),
        ("The great powers have betrayed us all.", "have betrayed us all", None),
        ("This is no turning point.", "no turning point", None),
    ],
)
def test_opinions_and_whose_they_are(text: str, said: str, who: str | None) -> None:
    found = there(text, said)
    assert found.frame == "opinion"
    assert (found.attribution.source if found.attribution else None) == who


@pytest.mark.parametrize(
    "text",
    [
        "One official believes 300 people were killed in May.",  # a figure is a claim, whoever believes it
        "In the ministry's view 40 drones were launched on Monday.",
        "He should have gone.",
        "The darkest hour is before dawn.",
    ],
)
def test_no_opinions(text: str) -> None:
    assert [c for c in elsewhere(text) if c.frame == "opinion"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The column moved for two hours.",  # nothing is put off
        "She met the general at noon.",
        "The talks went into a third day.",
        "Most of the 500 lorries were turned back.",  # and not drones
    ],
)
def test_nothing_is_made_of_these(text: str) -> None:
    assert [c for c in elsewhere(text) if c.frame in ("plan", "share", "rank") or c.measure is not None] == []


def test_what_an_office_could_confirm_is_no_forecast() -> None:
    text = "Of the 1,824 civilians whose deaths the mission could verify in 2024, 531 were women."
    assert {c.frame for c in elsewhere(text)} == {"level", "part_of"}
    assert {c.measure for c in elsewhere(text)} == {"casualties.killed"}


def test_what_is_likely_to_have_been_is_read_as_stated() -> None:
    found = claims("It is likely that the tempo of drone launches increased in August.")
    assert [c.frame for c in found] == ["trend"]


def test_the_share_that_another_side_holds_is_in_no_ledger_of_the_attackers() -> None:
    text = "Russia holds 76 percent of Donetsk region, Ukraine 24."
    other = next(c for c in claims(text) if c.value == 24)
    assert (other.frame, other.measure) == ("share", None)


def test_a_weapon_goes_on_with_a_number() -> None:
    text = "Saturday night brought 57 drones, the second-highest number this month."
    rank = next(c for c in claims(text) if c.frame == "rank")
    assert rank.dimensions["weapon"] == "drone"
    mixed = next(c for c in claims("Russia sent 98 Shaheds and imitator drones of other types overnight."))
    assert mixed.dimensions["weapon"] == "drone"
