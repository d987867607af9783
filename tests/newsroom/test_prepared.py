"""Queries whose SQL is written once: the rows are those of the query, for every key, in its order."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dateline.site.accounts.models import User
from dateline.site.stories import asking
from dateline.site.stories.models import Section, State, Story, Tag
from dateline.site.stories.prepared import NUMBER, WORD, Prepared

from .reader_fixtures import author, get, story

pytestmark = pytest.mark.django_db
__all__ = ["author", "story"]


def rows(found: Any) -> list[tuple[Any, ...]]:
    return [(row.slug, row.name, row.length) for row in found]


def test_each_key_gives_the_rows_of_its_own_query() -> None:
    from django.db.models.functions import Length

    def build(state: str) -> Any:
        return Section.objects.filter(stories__state=state).annotate(length=Length("name")).order_by("-slug")

    for number, state in enumerate((State.DRAFT, State.DRAFT, State.PUBLISHED)):
        section = Section.objects.create(slug=f"s{number}", name=f"100% of {number}")
        Story.objects.create(slug=f"story-{number}", section=section, state=state)
    prepared = Prepared(WORD, build)
    for state in (State.DRAFT, State.PUBLISHED, State.WITHDRAWN, "\\", "%s", "' OR 1=1 --"):
        assert rows(prepared.of(state)) == rows(build(state))
    assert [row.slug for row in prepared.of(State.DRAFT)] == ["s1", "s0"]


def test_the_sql_is_written_once() -> None:
    built: list[int] = []

    def build(key: int) -> Any:
        built.append(key)
        return Tag.objects.filter(pk=key)

    tag = Tag.objects.create(slug="a", name="A")
    prepared = Prepared(NUMBER, build)
    assert [prepared.of(tag.pk), prepared.of(tag.pk + 1), prepared.of(tag.pk)] == [[tag], [], [tag]]
    assert built == [NUMBER]


def test_what_changed_since_is_seen(story: Story, author: User) -> None:
    story.tags.add(Tag.objects.create(slug="b", name="B"))
    assert [tag.name for tag in asking.TAGS.of(story.pk)] == ["B"]
    Tag.objects.update(name="C")
    User.objects.filter(pk=author.pk).update(biography="Another life.")
    assert [tag.name for tag in asking.TAGS.of(story.pk)] == ["C"]
    assert [user.biography for user in asking.AUTHORS.of(story.pk)] == ["Another life."]


def test_a_story_without_a_section_and_one_that_is_not_there(story: Story) -> None:
    assert "War in Ukraine" in get(story.get_absolute_url())
    Story.objects.filter(pk=story.pk).update(section=None)
    assert "War in Ukraine</a></p>" not in get(f"{story.get_absolute_url()}?anew")
    get("/stories/no-such-story/", 404)


def test_a_story_s_page_asks_six_times(story: Story) -> None:
    get(story.get_absolute_url())  # what never changes is read once
    with CaptureQueriesContext(connection) as asked:
        get(f"{story.get_absolute_url()}?anew")
    told = [query["sql"] for query in asked.captured_queries]
    assert len(told) == 6, told
    assert not any("password" in sql or "evidence" in sql for sql in told)
