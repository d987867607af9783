"""Every figure at an address of its own: what it says, what it said, as a page, data, a table, a chart."""

from __future__ import annotations

import base64
import csv
import hashlib
import json
import re
from xml.etree import ElementTree

import pytest
from django.test import Client

from dateline.site.accounts.models import User
from dateline.site.audit.appending import Immutable
from dateline.site.checks.deciding import decide
from dateline.site.newsroom.publishing import publish
from dateline.site.stories.models import Figure, Story

from .desk_fixtures import HOLDS, WRONG, checked, written
from .reader_fixtures import author, corrected, get, story

pytestmark = pytest.mark.django_db
__all__ = ["author", "story"]
STRIKES = "On the night of 28 August 2025 Russia launched 598 drones."


def figure_of(story: Story, exact: str) -> Figure:
    found = Figure.objects.filter(publication__story=story, exact=exact).last()
    assert found is not None
    return found


@pytest.fixture
def gain(story: Story) -> Figure:
    return Figure.objects.get(publication=story.publication, exact="468 square kilometres", key="c2")


def test_a_figure_s_page_has_its_whole_proof(gain: Figure, story: Story) -> None:
    page = get(gain.get_absolute_url())
    for expected in (
        "<h1 dir=\"auto\">468 square kilometres</h1>", "Matches", "Readings", "Sources", "Work it out again",
        "How to cite", "History", "The values behind the chart", "<svg class=\"chart\"", "machine, policy",
        f"{story.get_absolute_url()}#m-{gain.key}", f"{gain.get_absolute_url()[:-1]}.csv", "Definition",
    ):  # fmt: skip
        assert expected in page, expected
    assert page.count("<h1") == 1


def test_a_figure_as_data(gain: Figure, story: Story) -> None:
    told = json.loads(get(f"/figures/{gain.address}.json"))
    assert told["address"] == f"http://127.0.0.1:8000/figures/{gain.address}/"
    assert told["claim"]["finding"]["verdict"] == told["verdict"] == "holds"
    assert told["evidence_sha256"] == story.publication.sha256  # type: ignore[union-attr]
    assert len(told["history"]) == 1 and told["series"] == gain.series


def test_a_figure_as_a_table(gain: Figure) -> None:
    answer = Client().get(f"/figures/{gain.address}.csv")
    assert answer["Content-Type"].startswith("text/csv") and gain.address in answer["Content-Disposition"]
    rows = list(csv.DictReader(answer.content.decode().splitlines()))
    readings = [row for row in rows if row["kind"] == "reading"]
    points = [row for row in rows if row["kind"] == "series"]
    assert len(points) == len(gain.series) and len(readings) == len(gain.claim["finding"]["readings"])
    assert readings[0]["producer"] == "deepstate" and float(readings[0]["value"]) == pytest.approx(468, abs=1)


def test_a_cell_that_a_spreadsheet_would_run_is_made_inert(gain: Figure) -> None:
    evil = {**gain.claim, "finding": {**gain.claim["finding"], "readings": [
        {**gain.claim["finding"]["readings"][0], "definition": "=HYPERLINK(\"http://evil.example\")"}]}}  # fmt: skip
    Figure.objects.create(publication=gain.publication, address="evil", key="c9", exact="=1+1", verdict="holds",
                          decided_by="machine", claim=evil, card="", series=[])  # fmt: skip
    assert "'=HYPERLINK" in get("/figures/evil.csv")


def test_a_chart_is_a_document_with_its_own_style_allowed_and_nothing_else(gain: Figure) -> None:
    answer = Client().get(f"/figures/{gain.address}.svg")
    assert answer["Content-Type"].startswith("image/svg+xml")
    root = ElementTree.fromstring(answer.content)
    style = next(e.text for e in root.iter() if e.tag.endswith("style"))
    digest = base64.b64encode(hashlib.sha256((style or "").encode()).digest()).decode()
    policy = answer["Content-Security-Policy"]
    assert f"'sha256-{digest}'" in policy and "script-src 'none'" in policy and "default-src 'none'" in policy


def test_a_figure_without_a_chart_has_none(story: Story) -> None:
    said = {"finding": None, "sentence": "Two."}
    bare = Figure.objects.create(
        publication=story.publication, address="bare", key="c9", exact="two", verdict="unverified",
        decided_by="machine", claim=said, card="<p>Card</p>",
    )  # fmt: skip
    get("/figures/bare.svg", 404)
    page = get(bare.get_absolute_url())
    assert "bare.svg" not in page and "<p>Card</p>" in page
    assert get("/figures/bare.csv").count("\n") == 1


@pytest.mark.parametrize(
    "path", ["/figures/nothing/", "/figures/nothing.json", "/figures/nothing.csv", "/figures/nothing.svg"]
)
def test_an_address_that_no_figure_has(db: None, path: str) -> None:
    get(path, 404)


def test_a_figure_keeps_its_address_and_says_what_it_was(author: User) -> None:
    draft = written(author, WRONG)
    decide(draft, checked(draft).claims[0], "accept", author)
    publish(draft, author)
    before = figure_of(draft, "868 square kilometres")
    corrected(draft, author, HOLDS, "It was 468, not 868.")
    after = figure_of(draft, "468 square kilometres")
    assert after.address == before.address
    page = get(after.get_absolute_url())
    assert page.count("<h1") == 1 and "468 square kilometres</h1>" in page
    assert "868 square kilometres" in page and "<b>changed</b>" in page and "Data show otherwise" in page
    history = json.loads(get(f"/figures/{after.address}.json"))["history"]
    assert [(h["exact"], h["verdict"], h["decided_by"]) for h in history] == [
        ("868 square kilometres", "contradicted", "Mira"), ("468 square kilometres", "holds", "machine")
    ]  # fmt: skip


def test_a_figure_that_the_story_no_longer_states_says_so(story: Story, author: User) -> None:
    gone = Figure.objects.get(publication=story.publication, exact="598 drones")
    corrected(story, author, HOLDS, "Drones taken out.")
    page = get(gone.get_absolute_url())
    assert "The story no longer says this" in page and f"#m-{gone.key}" not in page
    assert gone.get_absolute_url() not in get("/figures/")


def test_a_person_s_finding_is_a_claim_review_and_the_machine_s_is_not(author: User, gain: Figure) -> None:
    def told(path: str) -> dict[str, object]:
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', get(path), re.DOTALL)
        assert found is not None
        return dict(json.loads(found[1]))

    assert told(gain.get_absolute_url())["@type"] == "Claim"
    draft = written(author, WRONG)
    decide(draft, checked(draft).claims[0], "accept", author)
    publish(draft, author)
    review = told(figure_of(draft, "868 square kilometres").get_absolute_url())
    assert review["@type"] == "ClaimReview" and review["author"] == {"@type": "Person", "name": "Mira"}
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "Data show otherwise"}
    assert review["itemReviewed"]["@type"] == "Claim"  # type: ignore[index]


def test_the_index_is_filtered_by_measure_and_verdict(story: Story) -> None:
    whole = get("/figures/")
    assert whole.count("/figures/") > 3 and "598 drones" in whole and "468 square kilometres" in whole
    strikes = get("/figures/?measure=strikes.launched")
    assert "598 drones" in strikes and "468 square" not in strikes
    assert '<option value="strikes.launched" selected>strikes, launched</option>' in strikes
    assert "No figure is of this kind." in get("/figures/?verdict=contradicted")
    assert "No figure is of this kind." in get("/figures/?measure=%27%3B--&verdict=%00")


def test_the_index_keeps_its_filter_from_page_to_page(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.site.stories import figures

    monkeypatch.setattr(figures, "FIGURES_A_PAGE", 1)
    assert "?verdict=holds&amp;page=2" in get("/figures/?verdict=holds")


def test_what_was_published_stays(gain: Figure, story: Story) -> None:
    gain.exact = "868 square kilometres"
    for change in (gain.save, gain.delete, Figure.objects.all().delete, lambda: Figure.objects.update(card="")):
        with pytest.raises(Immutable):
            change()
    with pytest.raises(Immutable):
        story.publication.save()  # type: ignore[union-attr]
    assert Figure.objects.get(pk=gain.pk).exact == "468 square kilometres"
