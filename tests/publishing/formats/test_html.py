"""The proof page: whole in itself, harmless, and every mark leads to a card."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dateline import publishing
from dateline.publishing import render
from dateline.records.check import Check
from dateline.records.finding import DECISIVE

VOID = {"meta", "link", "br", "img", "path", "line", "circle", "input", "hr"}
OPTIONAL = {"tr", "td", "th", "dt", "dd", "li", "thead", "tbody"}


class Page(HTMLParser):
    """Collects tags with their attributes, the text a reader sees, and what does not nest."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text, self.open, self.faults = "", [], []  # type: str, list[str], list[str]
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID and tag not in OPTIONAL:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in OPTIONAL or tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.text += data

    def all(self, name: str, key: str) -> list[str]:
        return [attrs[key] or "" for tag, attrs in self.tags if tag == name and key in attrs]


@pytest.fixture(scope="module")
def source(check: Check) -> str:
    return render(check, "html")


@pytest.fixture(scope="module")
def page(source: str) -> Page:
    return Page(source)


def test_it_is_well_formed(page: Page, bare: Check, large: Check) -> None:
    for made in (page, Page(render(bare, "html")), Page(render(large, "html"))):
        assert made.faults == [] and made.open == []
        ids = Counter(attrs["id"] for _, attrs in made.tags if "id" in attrs)
        assert [i for i, n in ids.items() if n > 1] == []
        for tag, key in (("button", "popovertarget"), ("label", "for")):
            assert set(made.all(tag, key)) <= set(ids)
        assert {h[1:] for h in made.all("a", "href") if h.startswith("#")} <= set(ids)


def test_it_needs_no_network_and_runs_one_script_of_its_own(page: Page, source: str) -> None:
    assert [tag for tag, _ in page.tags].count("script") == 1
    script = source[source.index("<script>") + len("<script>") : source.index("</script>")]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert any(f"script-src 'sha256-{digest}';" in content for content in page.all("meta", "content"))
    for _, attrs in page.tags:
        assert not [key for key in attrs if key.startswith("on") or key in ("src", "style", "srcset")]
    assert page.all("link", "href") == ["data:,"]
    assert "url(" not in source and "@import" not in source
    assert any("default-src 'none'" in content for content in page.all("meta", "content"))


def test_a_hostile_report_is_text(page: Page, source: str) -> None:
    assert '<script>alert("x")</script>' in page.text
    assert "<img src=x onerror=alert(1)>" in page.text and "{{ 7 * 7 }}" in page.text
    assert "<b>Bulletins</b>" in page.text
    assert [h for h in page.all("a", "href") if not h.startswith(("#", "https://", "http://"))] == []
    assert "javascript:alert(document.domain)" in page.text, "an address that is no link is still shown"


def test_hostile_ids_titles_and_dates_are_escaped(check: Check) -> None:
    evil = '"><script>alert(1)</script>'
    claim = replace(check.claims[1], sentence=evil)
    report = replace(check.report, title=evil, language=evil, authors=(evil,), sha256=evil, standfirst=evil)
    made = Page(render(replace(check, report=report, claims=(claim,), border_policy=evil, policy=evil), "html"))
    assert [tag for tag, _ in made.tags].count("script") == 1, "the page's own"


def test_every_claim_has_one_badge_one_card_and_its_words(check: Check, page: Page) -> None:
    badges = [attrs for tag, attrs in page.tags if tag == "button" and "badge" in (attrs.get("class") or "")]
    assert Counter(b["popovertarget"] for b in badges) == Counter(c.id for c in check.claims)
    cards = [attrs["id"] for tag, attrs in page.tags if tag == "article" and "popover" in attrs]
    assert cards == [c.id for c in check.claims]
    for claim in check.claims:
        assert claim.quote.exact in page.text
    label = next(b["aria-label"] for b in badges if b["popovertarget"] == "c6")
    assert label == "Matches: an average of 14 square kilometers per day. Open c6"


def test_the_text_is_whole_and_the_furniture_is_out(check: Check, page: Page) -> None:
    assert "Subscribe for" not in page.text and "0 Comments" not in page.text
    squeezed = re.sub(
        r"\s+", " ", re.sub(r"[✓≈⇄✕?–] (Matches, but|Matches|Sources differ|Not checked)c\d+", "", page.text)
    )
    assert (
        "seizing an average of 14 square kilometers per day, according to Deepstate. It is the fastest pace" in squeezed
    )


def test_verdicts_are_told_by_word_and_shape_and_line(check: Check, source: str) -> None:
    css = (Path(publishing.__file__).parent / "templates" / "page.css").read_text("utf-8")
    for verdict in DECISIVE:
        assert re.search(rf"\.{verdict}\{{--v:var\(--{verdict}\);--vb:[^}}]*--u:(\w+)", css)
    lines = re.findall(r"--u:(\w+)", css)
    assert len(lines) == len(set(lines)) == 5
    for words in ("✓</b> <span>Matches", "✕</b> <span>Data show otherwise", "–</b> <span>Plan", "⇄</b> <span>Sources"):
        assert words in source


def card(source: str, claim: str) -> str:
    """The text of one card."""
    cut = source[source.index(f'id="{claim}" popover') :].split("</article>", maxsplit=1)[0]
    return Page(f'<article class="card" {cut}').text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "words",
    [
        "Claimed14 km² a day", "13.9 km² a day (DeepState)", "13.5 to 14.5 km² a day (as many digits", "hedged",
        "Confirmed: the producer", "Yes: a producer independent", "52 more readings", "The territory ledger answers",
        "10–11 May 2025 (file repeats the day before)", "Daily snapshots of the control map", "9f9f9f", "How to cite",
        "dateline figure territory.net_change", "Held at the end minus", "machine, policy 1, 23 August 2026",
        "The values", "no answer", "May 2025 (claimed)", "✓ within", "outside", "independent check",
    ],
)  # fmt: skip
def test_a_card_holds_the_proof(source: str, words: str) -> None:
    assert words in card(source, "c6")


def test_a_card_tells_a_person_from_the_machine(source: str) -> None:
    assert "Ann Editor (a person)" in card(source, "c3") and "another scope" in card(source, "c3")


def test_an_unverified_card_says_what_would_settle_it(page: Page) -> None:
    assert "What would settle it: A pull of the missing files." in page.text


def test_size(large: Check, check: Check) -> None:
    assert len(render(large, "html").encode()) <= 7_750 * len(large.claims)  # 38 figures within 300 kB
    assert len(render(check, "html").encode()) <= 100_000


def luminance(color: str) -> float:
    short = color.lstrip("#")
    full = "".join(c * 2 for c in short) if len(short) == 3 else short
    parts = [int(full[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_reach_the_contrast_of_wcag_aa(scheme: int) -> None:
    css = (Path(publishing.__file__).parent / "templates" / "page.css").read_text("utf-8")
    colors = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})", re.findall(r":root\{([^}]*)\}", css)[scheme]))
    pairs = [(fore, back) for fore in ("ink", "soft", "link") for back in ("bg", "card")]
    pairs += [(v, f"{v}-bg") for v in ("holds", "qualified", "disputed", "contradicted", "unverified")]
    pairs += [(v, "card") for v in ("holds", "qualified", "disputed", "contradicted", "unverified", "claim")]
    pairs += [("ink", f"{v}-bg") for v in ("holds", "qualified", "disputed", "contradicted", "unverified")]
    for fore, back in pairs:
        low, high = sorted((luminance(colors[fore]), luminance(colors[back])))
        assert (high + 0.05) / (low + 0.05) >= 4.5, (fore, back)
