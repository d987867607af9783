"""Numbers that count nothing of a war are set aside, each with its reason."""

from __future__ import annotations

import pytest

from ..said import claims, unread


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("Operation 1066 was over by noon.", "1066", "a designation"),
        ("Points 4 and 17 of the draft were struck out.", "17", "a designation"),
        ("The 20-point plan was read aloud.", "20", "a designation"),
        ("Envoys came with sons of 7 and 12.", "12", "an age"),
        ("The town of 12,000 lies on the river.", "12,000", "a population"),
        ("The motion passed by 13 votes to two.", "13", "a vote"),
        ("The motion won 78 percent of the vote.", "78 percent", "a vote"),
        ("The heat reached 39 degrees.", "39", "a temperature"),
        ("Gains in May fell short of those of April by 30 square kilometres.", "30", "by how much one figure"),
        ("The May total of 4,003 drones outstripped April's by more than 1,500.", "1,500", "by how much one figure"),
        ("He paid 4,000 pounds to cross.", "4,000", "a sum of money"),
        ("They fell after ten weary months.", "ten", "a stretch of time"),
        ("If Moscow fired 2,000 drones a night, few would get through.", "2,000", "a condition"),
        ("Unless 300 more shells a day arrive, the line breaks.", "300", "a condition"),
        ("Had 900 drones come at once, none would have been stopped.", "900", "a condition"),
        ("An earlier version of this article gave the number as 470.", "470", "the text corrects it"),
        ("It is not clear whether 40 or 50 people died.", "40 or 50", "a condition"),
        ("It is as if 500 shells had struck at once.", "500", "a condition"),
        ("Imagine 40 missiles over your town.", "40", "a condition"),
        ('The banner "One million drones" hung there.', "One million", "part of a title"),
        ("Train 712 was hit.", "712", "a designation"),
        ("The gun fires over a range of 90 kilometres.", "90", "a size"),
        ("The clinic lies 9 kilometres from the front.", "9", "a distance"),
        ("A 16-storey block burned.", "16", "a description"),
        ("The loan of 90 billion was signed.", "90 billion", "a sum of money"),
        ("Critics are 110 percent sure of it.", "110 percent", "a figure of speech"),
    ],
)
def test_it_is_no_figure(text: str, number: str, why: str) -> None:
    found = {u.exact: u.why for u in unread(text)}
    assert any(number in exact and reason.startswith(why) for exact, reason in found.items()), found
    assert not any(number in c.quote.exact for c in claims(text))


def test_how_many_spoke_is_no_toll() -> None:
    found = claims("Ten people were killed on August 28, two rescue workers said.")
    assert [c.quote.exact for c in found] == ["Ten people"]


def test_what_makes_an_event_count_is_no_toll() -> None:
    found = claims("The project coded 90 clashes with at least one death in August.")
    assert {c.measure for c in found} == {"events.count"}


@pytest.mark.parametrize(
    "text",
    [
        "Russia launched 598 drones on August 28, if the Air Force is right.",
        "Russian forces took 464 square kilometers in August.",
        "Troops advanced 14 kilometres west on August 28.",
        "The village of Dachne was hit by 14 drones on August 28.",
    ],
)
def test_figures_beside_them_stand(text: str) -> None:
    assert any(c.value in (598.0, 464.0, 14.0) for c in claims(text))
