"""What a publication keeps: every figure marked where it stands; nothing that runs or may not be passed on."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dateline import desk, reading
from dateline.records.check import Check
from dateline.records.claim import Quote, Unread
from dateline.site.stories.freezing import Frozen, annotated, card_parts, freeze
from dateline.site.stories.models import whole
from dateline.site.stories.rendering import body_html

DAY = dt.date(2025, 9, 2)
VOID = frozenset(("br", "hr", "img"))


class Tree(HTMLParser):
    """Checks that tags nest, collects the text, and what stands inside links and labels."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""
        self.marked: dict[str, str] = {}
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._label = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("a", "button", "label"):
            assert not {"a", "button", "label"} & set(self.open), f"{tag} in {self.open}"
        if tag not in VOID:
            self.open.append(tag)
        if tag == "label":
            self._label = (dict(attrs)["for"] or "").removeprefix("m-")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "label":
            self._label = ""

    def handle_data(self, data: str) -> None:
        if "button" not in self.open:
            self.text += data
        if self._label:
            self.marked[self._label] = self.marked.get(self._label, "") + data


def check_of(text: str, title: str = "What August brought", standfirst: str = "") -> Check:
    report = reading.read_text(whole(title, standfirst, text), published=DAY, markdown=True)
    return desk.check(desk.of_theatre(report, "ukraine"))


def frozen(text: str, **more: str) -> tuple[Check, Frozen]:
    check = check_of(text, **more)
    return check, freeze(check, text)


def badges(html: str) -> list[str]:
    return re.findall(r'id="m-(c\d+)"', html)


GAIN = "In August 2025, Russia gained 468 square kilometres of Ukraine, according to DeepState."


@pytest.mark.parametrize(
    "text",
    [
        GAIN,
        GAIN.replace("468 square", "**468** *square*"),
        GAIN.replace("468 square kilometres", "[468 square kilometres](https://example.org/a?b=1&c=2)"),
        GAIN.replace("square kilometres of", "[square kilometres of](https://example.org/)"),
        f"- {GAIN}\n- Another line & one more < or >.",
        f"> {GAIN}\n\nAnd so on.",
        f"## A heading\n\nWords before.\n\n{GAIN}\n\n## Another",
        f"```\ncode 468 square kilometres\n```\n\n{GAIN}",
        f"{GAIN[:40]}\n{GAIN[41:]}" if GAIN[40] == " " else GAIN.replace(" of Ukraine", "\nof Ukraine"),
        f"<div>A block of HTML</div>\n\n{GAIN}",
        f"<script>var a = 468;</script>\n\n{GAIN}",
    ],
    ids=["plain", "emphasis", "link", "half-link", "list", "quote", "headings", "code", "break", "html", "script"],
)
def test_a_figure_is_marked_wherever_it_stands(text: str) -> None:
    check, made = frozen(text)
    claim = next(c for c in check.claims if c.measure == "territory.net_change" and c.value == 468)
    tree = Tree(made.body)
    assert badges(made.body).count(claim.id) == 1
    words = " ".join(claim.quote.exact.split())
    plain = Tree(body_html(text)).text
    assert tree.text == plain, "marks add no words and take none away"
    shown = re.sub(r"<button.*?</button>", "", made.body)
    marked = re.findall(r'<(?:label|span)[^>]*class="fig[^>]*>(.*?)</(?:label|span)>', shown, re.DOTALL)
    joined = "".join(re.sub("<[^>]+>", "", m) for m in marked).replace("\n", " ")
    assert words.replace(" ", "") == joined.replace(" ", "")


def test_a_table_s_figures_are_marked_in_their_cells() -> None:
    text = "| Night | Launched |\n|---|---|\n| 28 August 2025 | Russia launched 598 drones |\n"
    check, made = frozen(text)
    assert check.claims, "the row states a figure"
    for claim in check.claims:
        assert claim.id in badges(made.body)
    Tree(made.body)
    assert "<td><label" in made.body or "<td>Russia launched <label" in made.body


def test_headline_and_standfirst_carry_marks() -> None:
    check, made = frozen("Much else happened.", title="Russia gained 468 square kilometres in August 2025",
                         standfirst="On the night of 28 August 2025 Russia launched 598 drones.")  # fmt: skip
    assert len(badges(made.title)) == 1 and len(badges(made.standfirst)) == 1
    assert "468" in Tree(made.title).text and "598" in Tree(made.standfirst).text
    assert badges(made.body) == [] and "Much else" in made.body
    assert {f.key for f in made.figures} == {c.id for c in check.claims}


def test_a_standfirst_that_says_what_the_story_says_stays_the_standfirst() -> None:
    same = "Russia launched 598 drones on the night of 28 August 2025."
    _, made = frozen(same + "\n\nMore words follow here.", standfirst=same)
    assert Tree(made.standfirst).text == same and len(badges(made.standfirst)) == 1 and len(badges(made.body)) == 1


def test_a_figure_that_the_html_lacks_is_listed_all_the_same() -> None:
    text = f"Words alone.\n\n![{GAIN}](https://example.org/a.png)"
    check, made = frozen(text)
    hidden = [c.id for c in check.claims if c.value == 468]
    assert hidden and not set(hidden) & set(badges(made.body + made.title + made.standfirst))
    assert set(hidden) <= {f.key for f in made.figures}
    assert "<img" not in made.body and made.standfirst == ""


def test_figures_inside_figures_have_a_badge_each() -> None:
    text = (
        "On the night of 28 August 2025 Russia launched 629 drones and missiles, including 598 drones and 31 missiles."
    )
    check, made = frozen(text)
    assert sorted(badges(made.body)) == sorted(c.id for c in check.claims) and len(check.claims) >= 3
    Tree(made.body)


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "<a href='javascript:alert(1)'>click</a>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<iframe src=//evil.example></iframe>",
    "<form action=//evil.example><button>go</button></form>",
    "<p style='position:fixed' onclick=alert(1) id=menu class=top>x</p>",
    "<a href='//evil.example'>x</a>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<label for=m-c1>x</label><button popovertarget=c1>y</button>",
    "[x](data:text/html,<script>alert(1)</script>)",
    "![x](https://evil.example/pixel.png)",
    "\u202egnp.exe\u202c and \u2066more\u2069",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_a_story_smuggles_in_does_nothing(hostile: str) -> None:
    _, made = frozen(f"{hostile}\n\n{GAIN} {hostile}", title=f"A night {hostile}", standfirst=f"Of it {hostile}")
    cards = [card_parts(f.card) for f in made.figures]
    worded = [part for c in cards for part in (c.head, c.said, c.decided, c.working)]  # what is left is our drawing
    for html in (made.title, made.standfirst, made.body, made.summary, *worded):
        for tag, attrs in Tree_loose(html):
            assert tag not in ("script", "img", "svg", "iframe", "form", "style", "object", "math", "input"), tag
            assert not any(name.startswith("on") or name == "style" for name in attrs), attrs
            link = attrs.get("href") or ""
            assert link.startswith(("http://", "https://", "mailto:", "#", "/")) or link == "", link
            assert not link.startswith(("//", "/\\")), link
    ids = re.findall(r'\bid="([^"]+)"', made.body)
    assert all(re.fullmatch(r"m-c\d+", name) for name in ids)


def Tree_loose(html: str) -> list[tuple[str, dict[str, str | None]]]:  # noqa: N802
    """The tags of a fragment whose optional ends may be missing."""
    found: list[tuple[str, dict[str, str | None]]] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, dict(attrs)))

    Tags(convert_charrefs=True).feed(html)
    return found


def test_a_card_is_kept_in_pieces_and_the_desk_s_is_whole() -> None:
    text = GAIN.replace("468", "868")
    check, made = frozen(text)
    figure = next(f for f in made.figures if f.verdict == "contradicted")
    parts = card_parts(figure.card)
    assert "Data show otherwise" in parts.head and "Claimed" in parts.said and "Decided by" in parts.decided
    assert "Readings" in parts.working and "chart-" not in parts.chart
    assert "It could read" not in figure.card and "<blockquote" not in figure.card
    assert figure.chart.startswith("<svg xmlns") and figure.series[0]["unit"] == "km2"
    assert {"start", "end", "value", "low", "high", "flags"} <= set(figure.series[0])
    drafted = next(f for f in annotated(check, text).figures if f.key == figure.key)
    whole_card = card_parts(drafted.card)
    assert "It could read" in whole_card.said and "<svg" in whole_card.chart and "<blockquote" in whole_card.said


def test_what_may_not_be_passed_on_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.publishing import withholding

    check = check_of(GAIN)
    monkeypatch.setattr(withholding, "may_leave", lambda producer, producers: producer != "deepstate")
    made = freeze(check, GAIN)
    figure = made.figures[0]
    assert figure.claim["finding"]["computed"] is None and figure.series == [] and figure.chart == ""
    parts = card_parts(figure.card)
    assert "withheld" in parts.working and "<dd>withheld (DeepState)" in parts.said and "Difference" not in parts.said
    assert all(r["value"] is None for r in figure.claim["finding"]["readings"] if r["producer"] == "deepstate")


def test_an_editors_reason_stands_on_a_card_from_which_figures_were_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.publishing import withholding

    monkeypatch.setattr(withholding, "may_leave", lambda producer, producers: producer != "deepstate")
    check = withholding.withhold(check_of(GAIN))
    claim = check.claims[0]
    assert claim.finding is not None and claim.finding.withheld == ("deepstate",)
    said = replace(
        claim.finding, verdict="disputed", summary="Our own map of that day bears it out.", decided_by="Ed Itor"
    )  # fmt: skip
    figure = freeze(replace(check, claims=(replace(claim, finding=said), *check.claims[1:])), GAIN).figures[0]
    assert "Our own map of that day bears it out." in figure.card and "Ed Itor" in figure.card
    assert all(r["value"] is None for r in figure.claim["finding"]["readings"] if r["producer"] == "deepstate")
    assert figure.chart == "" and figure.series == []


def test_who_decided_is_kept() -> None:
    check = check_of(GAIN)
    claims = tuple(
        replace(c, finding=replace(c.finding, decided_by="Mira Example")) if c.finding else c for c in check.claims
    )
    made = freeze(replace(check, claims=claims), GAIN)
    assert {f.decided_by for f in made.figures} == {"Mira Example"}
    assert "Mira Example (a person)" in card_parts(made.figures[0].card).decided


def test_what_was_not_checked_and_whose_borders_is_said_beside() -> None:
    check = check_of(GAIN)
    aside = (replace(check.claims[0], quote=Quote("<i>nine</i>", 0, 4)), "from <another> report")
    more = replace(check, unread=(Unread("12 <b>", 0, 2, "a count & no more"),), dismissed=(aside,))
    summary = freeze(more, GAIN).summary
    assert "Numbers seen and not checked (1)" in summary and "12 &lt;b&gt;" in summary and "&amp; no more" in summary
    assert "Put aside by an editor (1)" in summary and "&lt;another&gt;" in summary and "<i>nine" not in summary
    assert "Borders: Ukraine" in summary and "Not covered" in summary


REAL = Path(__file__).parents[2].parent / "shared" / "reports" / "russia_offensive_2025-05-30.txt"


@pytest.mark.skipif(not REAL.exists(), reason="the real report lies beside the repository, not in it")
def test_every_figure_of_the_real_report_is_marked() -> None:
    report = desk.read(str(REAL))
    text = "\n\n".join(report.text[b.start : b.end].strip() for b in report.blocks if b.role == "story")
    check, made = frozen(text, title=report.title or "", standfirst=report.standfirst or "")
    assert len(check.claims) > 20
    assert sorted(badges(made.title + made.standfirst + made.body)) == sorted(c.id for c in check.claims)
