"""Who says what, by the parse: forms of attribution, what they hold, and what is none."""

from __future__ import annotations

import pytest

from dateline.extracting.attributing.attributed import Attributed, attributions


def read(text: str) -> list[tuple[str | None, str | None, str]]:
    """Source, cue and content of each attribution as text; the pieces of a content are joined by a bar."""
    return [
        (_at(text, a.source), _at(text, a.cue), " | ".join(text[s:e] for s, e in a.content)) for a in attributions(text)
    ]


def _at(text: str, span: tuple[int, int] | None) -> str | None:
    return text[slice(*span)] if span is not None else None


def only(text: str) -> Attributed:
    found = attributions(text)
    assert len(found) == 1, read(text)
    return found[0]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The harbour master said that two ferries had sunk.",
            "The harbour master",
            "said",
            "that two ferries had sunk",
        ),
        ("Two ferries had sunk, the harbour master said.", "the harbour master", "said", "Two ferries had sunk"),
        ("Two ferries had sunk, said the harbour master.", "the harbour master", "said", "Two ferries had sunk"),
        (
            "The bridge, the engineer said, was closed for repairs.",
            "the engineer",
            "said",
            "The bridge | was closed for repairs",
        ),
        (
            "According to the coast guard, two ferries had sunk.",
            "the coast guard",
            "According to",
            "two ferries had sunk",
        ),
        ("Two ferries sank, according to the coast guard.", "the coast guard", "according to", "Two ferries sank"),
        (
            "The survey found that most voters stayed at home.",
            "The survey",
            "found",
            "that most voters stayed at home",
        ),
        ("The poll shows a narrow lead in the north.", "The poll", "shows", "a narrow lead in the north"),
        (
            "The minister denied reports of a shortage.",
            "The minister",
            "denied",
            "reports of a shortage",
        ),
        ("The union condemned the closure of the mine.", "The union", "condemned", "the closure of the mine"),
        ("The ministry put the toll at 14.", "The ministry", "put the toll at", "14"),
        ("The union took issue with the new rota.", "The union", "took issue with", "the new rota"),
        ("The union is against the new rota.", "The union", "against", "the new rota"),
        ("The mayor is a critic of the new rota.", "The mayor", "critic of", "the new rota"),
        ("In the latest survey, most voters stayed at home.", "the latest survey", "In", "most voters stayed at home"),
        ("The clerk admitted taking the money.", "The clerk", "admitted", "taking the money"),
        ("The union called for an inquiry.", "The union", "called for", "an inquiry"),
        ("The mayor promised to repair the bridge.", "The mayor", "promised", "to repair the bridge"),
        ("Farmers fear that the river will flood.", "Farmers", "fear", "that the river will flood"),
        ("The mayor is confident that the dam will hold.", "The mayor", "confident", "that the dam will hold"),
        (
            "The company's claim that the water was safe is wrong.",
            "The company's",
            "claim",
            "that the water was safe",
        ),
        ("The clerk left, saying that the office was closed.", "The clerk", "saying", "that the office was closed"),
    ],
)
def test_forms(text: str, source: str, cue: str, content: str) -> None:
    assert read(text) == [(source, cue, content)]


def test_a_quotation_around_its_source_is_one_content() -> None:
    text = "“The dam held all night,” the engineer said. “We were lucky. It could have burst.”"
    assert read(text) == [("the engineer", "said", "“The dam held all night,” | “We were lucky. It could have burst.”")]
    assert only(text).kind == "direct"


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "''{}''"])
def test_every_kind_of_marks(marks: str) -> None:
    text = marks.format("Nobody saw the flood coming,") + " said the mayor of the town."
    assert [r[2] for r in read(text)] == [marks.format("Nobody saw the flood coming,")]


def test_a_quoted_question_does_not_end_the_sentence() -> None:
    text = "“Who will pay for the bridge?” the councillor asked. The bridge is old."
    assert read(text) == [("the councillor", "asked", "“Who will pay for the bridge?”")]


def test_words_in_marks_within_a_statement_are_mixed() -> None:
    found = only("The engineer said the dam was “close to bursting” on Friday.")
    assert found.kind == "mixed"


def test_a_colon_introduces_a_quotation_and_a_paragraph() -> None:
    assert read("The engineer wrote: “The dam will hold.”") == [("The engineer", "wrote", "“The dam will hold.”")]
    text = "The engineer added:\n\nThe dam will hold until spring."
    assert read(text) == [("The engineer", "added", "The dam will hold until spring")]


def test_a_headline_names_its_source_before_a_colon_or_behind_a_dash() -> None:
    body = "\n\nAnna Berg said the dam would hold. The water rose again on Friday."
    assert read("Anna Berg: no danger from the dam" + body)[0] == ("Anna Berg", ":", "no danger from the dam")
    assert read("No danger from the dam – Anna Berg" + body)[0] == ("Anna Berg", "–", "No danger from the dam")
    assert "Weather" not in {r[0] for r in read("Weather: rain and wind" + body)}


def test_a_pronoun_is_named_by_the_source_before_it() -> None:
    text = "Anna Berg said the dam would hold. She added that the road was closed."
    last = attributions(text)[-1]
    assert _at(text, last.source) == "She"
    assert _at(text, last.named) == "Anna Berg"


def test_two_sources_in_a_sentence_have_their_own_contents() -> None:
    text = "The mayor said three people were hurt, while the hospital reported that five were."
    assert [(s, c) for s, _, c in read(text)] == [
        ("The mayor", "three people were hurt"),
        ("the hospital", "that five were"),
    ]


def test_what_others_are_said_to_say_is_not_listed_again() -> None:
    assert len(read("The mayor said that the engineer believed that the dam would hold.")) == 1


def test_a_relative_pronoun_stands_with_its_noun() -> None:
    text = "The guard, who warned that the dam would break, left."
    assert (_at(text, only(text).source) or "").startswith("The guard")


def test_hedges_are_kept() -> None:
    assert only("The guard said the dam had reportedly burst.").hedged
    assert not only("The guard said the dam had burst.").hedged


@pytest.mark.parametrize(
    "text",
    [
        "The captain said goodbye.",
        "The report was published on Monday.",
        "The road is closed.",
        "Rain fell all night and the river rose.",
        "He paid the “green fee” at the gate.",
    ],
)
def test_what_is_no_attribution(text: str) -> None:
    assert read(text) == []


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "The road is closed.\n\nThe guard said “it will be a long night,” and left.\n\nThe guard said it was late."
    for found in attributions(text):
        assert all(0 <= a < b <= len(text) for a, b in found.content)
    assert text[slice(*attributions(text)[-1].content[0])] == "it was late"


def test_an_empty_text_holds_nothing() -> None:
    assert attributions("") == []
    assert attributions("\n\n") == []
    assert attributions("“”") == []
