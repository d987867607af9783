from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.publishing.marking import paragraphs, pieces
from dateline.records.check import Check
from dateline.records.claim import Claim, Quote

TEXT = "Of those, 56 breached defenses, including nine Iskander missiles, said one."


def span(id_: str, start: int, end: int) -> Claim:
    return Claim(id_, TEXT, Quote(TEXT[start:end], start, end), "level", None)


def test_a_claim_inside_another_owns_its_own_words() -> None:
    cut = pieces(TEXT, 0, len(TEXT), [span("c1", 10, 64), span("c2", 42, 64)])
    assert [(p.text, p.claims, p.ends) for p in cut[1:3]] == [
        ("56 breached defenses, including ", ("c1",), ()),
        ("nine Iskander missiles", ("c2", "c1"), ("c2", "c1")),
    ]


def test_overlapping_claims_both_close_where_they_end() -> None:
    cut = pieces(TEXT, 0, len(TEXT), [span("c1", 0, 20), span("c2", 10, 30)])
    assert [(p.claims, p.ends) for p in cut] == [(("c1",), ()), (("c2", "c1"), ("c1",)), (("c2",), ("c2",)), ((), ())]


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=6))
def test_pieces_join_to_the_text_and_every_claim_closes_once(spans: list[tuple[int, int]]) -> None:
    claims = [span(f"c{i}", min(s), max(s)) for i, s in enumerate(spans)]
    cut = pieces(TEXT, 0, len(TEXT), claims)
    assert "".join(p.text for p in cut) == TEXT
    closed = sorted(i for p in cut for i in p.ends)
    assert closed == sorted(c.id for c in claims if c.quote.end > c.quote.start)
    for c in claims:
        assert "".join(p.text for p in cut if c.id in p.claims) == c.quote.exact


def test_the_last_word_stays_with_the_badge() -> None:
    ended = pieces(TEXT, 0, len(TEXT), [span("c1", 42, 64)])[1]
    assert (ended.head, ended.tail) == ("nine Iskander ", "missiles")
    assert (ended.head + ended.tail, pieces(TEXT, 0, 9, [])[0].tail) == (ended.text, "")


def test_furniture_is_left_out_and_a_date_line_with_a_claim_is_kept(check: Check) -> None:
    shown = paragraphs(check.report, check.claims)
    assert [p.role for p in shown if p.role in ("furniture", "byline")] == []
    assert [p.role for p in shown].count("title") == 1, "a repeated title is shown once"
    assert shown[0].role == "dateline"
    assert paragraphs(check.report, [])[0].role == "title"


def test_a_claim_across_two_blocks_has_one_badge(check: Check) -> None:
    first, second, *_ = (b for b in check.report.blocks if b.role == "story")
    start, end = first.end - 9, second.start + 6
    across = replace(span("c1", 0, 1), quote=Quote(check.report.text[start:end], start, end))
    ends = [i for p in paragraphs(check.report, [across]) for piece in p.pieces for i in piece.ends]
    assert ends == ["c1"]
