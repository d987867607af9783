"""Which part each line of a page or a draft plays."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.reading import read_text
from dateline.records.report import Report

from .pages import SAVED_PAGE, said

TODAY = date(2026, 1, 15)


def reading(text: str) -> Report:
    return read_text(text, today=TODAY)


def test_page_saved_as_text() -> None:
    report = reading(SAVED_PAGE)
    assert report.title == "Ukraine reports largest drone attack of the war"
    assert report.standfirst == "The night's raid was larger than any since the invasion began, officials said."
    assert report.authors == ("Ann Lee",)
    assert (report.published, report.updated) == (date(2025, 7, 9), date(2025, 7, 10))
    assert (report.date, report.date_basis) == (date(2025, 7, 9), "published")
    assert said(report, "title") == [report.title]
    assert said(report, "standfirst") == [report.standfirst]
    assert said(report, "caption") == ["A firefighter works in the ruins of a warehouse in the west of the country."]
    assert said(report, "story") == [
        "Russia launched 728 drones overnight, the air force said.",
        "Of those, 296 were shot down.",
        "The officials said that 12 people were hurt. They gave no other figure.",
    ]
    assert said(report, "byline") == ["By ANN LEE", "Ann Lee"]
    assert said(report, "dateline") == ["Published: 9 July 2025, 10:15 GMT • Updated 10 July 2025 • 3 min read"]


def test_updated_alone_leaves_published_open() -> None:
    report = reading("Home\nLog in\n\nA long raid over the coast again\n\n"
                     "Ann Lee\nPublished • Updated May 3, 2025 • 7 MIN READ\n\n"
                     "Russia launched 367 drones.\n\nIt was the largest raid.")  # fmt: skip
    assert (report.published, report.updated, report.date_basis) == (None, date(2025, 5, 3), "updated")
    assert report.authors == ("Ann Lee",)
    assert report.title == "A long raid over the coast again"


@pytest.mark.parametrize(
    "text",
    [
        "Russia launched 367 drones and missiles overnight",
        "Russia launched 367 drones and missiles overnight.",
        "Russia launched 367 drones\nUkraine downed 45",
        "Russia launched 367 drones.\n\nOf those, 56 got through.\n\nTwelve people died.",
        "- 367 drones launched\n- 56 got through\n",
        "By Friday evening, Russia had launched 367 drones.\n\nPublished figures show 404 sq km in May 2025.",
        "Updated numbers for May 30, 2025 put the toll at 12.\n\nShare prices fell 3 percent.",
        "Copyright cases rose 12 percent in 2024.\n\nComments on 45 drones came from Kyiv.",
        "Follow-up raids killed 12.\n\nRelated deaths rose to 45 in May.\n\nMore from the east: 12 drones fell.",
        "Sign-ups rose by 300 in May.\n\nThe newsletter reached 500 soldiers.",
        "Map: 404 square kilometres in May\nVideo: 12 drones shot down",
    ],
)
def test_a_bare_text_is_all_story(text: str) -> None:
    report = reading(text)
    assert {block.role for block in report.blocks} == {"story"}
    assert "".join("".join(said(report, "story")).split()) == "".join(text.split())


def test_short_first_line_of_a_draft_is_its_title() -> None:
    report = reading(
        "Russia takes 404 square km in May\n\nRussian forces took 404 square kilometres.\n\nMore is to come."
    )
    assert report.title == "Russia takes 404 square km in May"
    assert len(said(report, "story")) == 2


def test_title_standfirst_and_byline_of_a_draft() -> None:
    report = reading(
        "Front line shifts again\nGains double in a month, map shows\n\n"
        "By Jane Doe and John O'Neil in Kyiv | 30 May 2025\n\n"
        "Russian forces took 404 square kilometres."
    )
    assert (report.title, report.standfirst) == ("Front line shifts again", "Gains double in a month, map shows")
    assert report.authors == ("Jane Doe", "John O'Neil")
    assert (report.date, report.date_basis) == (date(2025, 5, 30), "dateline")
    assert said(report, "story") == ["Russian forces took 404 square kilometres."]


def test_a_headline_above_a_stamp_is_no_name() -> None:
    report = reading(
        "Kyiv Under Fire\nPublished May 30, 2025\n\nRussia launched 367 drones.\n\nIt was the largest raid."
    )
    assert report.title == "Kyiv Under Fire"
    assert report.authors == ()


def test_subheadings_stay_story() -> None:
    report = reading("A title here\n\nRussia launched 367 drones.\n\nWhat comes next\n\nUkraine shot down 45 of them.")
    assert [report.text[b.start : b.end] for b in report.blocks if b.heading] == ["What comes next"]
    assert "What comes next" in said(report, "story")


def test_wrapped_lines_are_one_paragraph_with_exact_offsets() -> None:
    text = (
        "Russian forces captured 404 square kilometres of Ukrainian territory in May,\n"
        "more than double the area taken in April, according to DeepState, a group of\n"
        "Ukrainian analysts.\n\n"
        "Russia launched 367 drones and missiles at Ukraine on the night of May 24-25.\n"
        "Of those, 56 got through.\n"
    )
    report = reading(text)
    assert [words.split()[0] for words in said(report, "story")] == ["Russian", "Russia"]
    assert said(report, "story")[0] == text.split("\n\n", maxsplit=1)[0]


def test_captions_with_a_credit_anywhere() -> None:
    report = reading(
        "Russia launched 367 drones.\n\nSmoke over Kyiv on May 25, 2025. REUTERS/Ann Lee\n\nOf those, 56 got through."
    )
    assert said(report, "caption") == ["Smoke over Kyiv on May 25, 2025. REUTERS/Ann Lee"]
    assert len(said(report, "story")) == 2


def test_counter_above_the_story_does_not_end_it() -> None:
    report = reading(
        "Drone attack kills 12\n\n14 comments\n\nRussia launched 728 drones.\n\nOf those, 296 fell.\n\nIt was long."
    )
    assert said(report, "furniture") == ["14 comments"]
    assert len(said(report, "story")) == 3


def test_author_is_named_in_the_story_too() -> None:
    report = reading(
        "A raid over the coast\n\nBy Ann Lee\n\nAnn Lee reported from the roof.\n\nRussia launched 367 drones.\n\n"
        "Of those, 56 got through.\n\nTwelve died.\n\nAnn Lee covers the war from Kyiv."
    )
    assert "Ann Lee reported from the roof." in said(report, "story")
    assert said(report, "furniture") == ["Ann Lee covers the war from Kyiv."]


def test_dates_below_the_story() -> None:
    report = reading(
        "A raid over the coast\n\nRussia launched 367 drones.\n\nOf those, 56 fell.\n\nIt was long.\n\n"
        "Published May 30, 2025"
    )
    assert (report.published, report.date_basis) == (date(2025, 5, 30), "published")


def test_a_date_line_right_under_the_first_line_shows_that_it_is_a_headline() -> None:
    report = reading("Fewer raids over the south in June\n3 July 2025\n\nRussia launched 210 drones.\n\nTwo came down.")
    assert (report.title, report.date) == ("Fewer raids over the south in June", date(2025, 7, 3))
    assert said(report, "title") == ["Fewer raids over the south in June"]


def test_a_first_line_right_above_a_sentence_is_no_headline() -> None:
    assert reading("Fewer raids over the south\nRussia launched 210 drones.\n\nTwo came down.").title is None


def test_a_line_that_ends_with_a_date_shows_a_headline_above_it() -> None:
    report = reading(
        "Fewer raids over the south in June\nOur own wire, 3 July 2025\n\nRussia launched 210 drones.\n\nOne fell."
    )
    assert (report.title, report.date) == ("Fewer raids over the south in June", date(2025, 7, 3))
