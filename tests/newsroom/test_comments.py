"""Comments: posted once, drawn as text, held where they should be, taken back, reported, moderated."""

from __future__ import annotations

import re
import threading
from collections import Counter
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, connections
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
from dateline.site.audit.models import Event
from dateline.site.comments.linking import drawn, links
from dateline.site.comments.models import Closed, Comment, Flag, Visibility
from dateline.site.comments.moderating import flag, moderate, taken_down, waiting
from dateline.site.comments.posting import LONGEST, Refused, post
from dateline.site.comments.showing import count, shown
from dateline.site.stories.edition import current
from dateline.site.stories.models import State, Story
from newsroom.people_fixtures import person, published, said

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


@pytest.fixture
def story() -> Story:
    return published(person(Role.REPORTER))


@pytest.fixture
def reader(story: Story) -> User:
    """A commenter who is known: one comment of theirs was shown before."""
    known = person(Role.COMMENTER)
    said(published(person(Role.REPORTER, "other"), "Another night"), known, "Seen before.")
    return known


def write(client: Client, story: Story, text: str) -> HttpResponse:
    return client.post(reverse("comment-write", args=[story.slug]), {"text": text})  # type: ignore[return-value]


SMUGGLED = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "<a href='javascript:alert(1)'>here</a>",
    "javascript:alert(1)",
    'https://example.org/"onmouseover=alert(1)//',
    "https://example.org/'><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<style>body{display:none}</style>",
    "http://example.org/<b>bold</b>",
    "{{ 7|add:7 }} {% csrf_token %}",
]


@pytest.mark.parametrize("text", SMUGGLED)
def test_what_is_typed_is_text_wherever_it_is_shown(client: Client, story: Story, reader: User, text: str) -> None:
    User.objects.filter(pk=reader.pk).update(name=f"Eve {text}"[:120])
    comment = said(story, reader, text)
    waits = said(story, reader, f"{text} again", Visibility.HELD)
    client.force_login(person(Role.EDITOR))
    asked = (
        reverse("story", args=[story.slug]), reverse("moderation"), reverse("comment-flag", args=[comment.pk]),
        reverse("comment-reply", args=[comment.pk]), reverse("comment", args=[waits.pk]),
    )  # fmt: skip
    told = "".join(client.get(address).content.decode() for address in asked)
    client.force_login(reader)
    told += client.get(reverse("comments-mine")).content.decode() + client.get(reverse("me")).content.decode()
    tags = re.findall(r"<[^>]*>", told)
    assert not [tag for tag in tags if re.search(r"alert\(|javascript:|onerror|onload|onmouseover", tag)]
    assert "<script>alert" not in told and "<style>" not in told and "<b>bold" not in told
    assert "{{ 7" in told or "{{" not in text


def test_addresses_can_be_followed_and_vouch_for_nothing() -> None:
    assert drawn("See https://example.org/a?b=1&c=2 & www.example.org.\n\nBye,\nAda") == (
        '<p>See <a href="https://example.org/a?b=1&amp;c=2" rel="nofollow ugc noopener">'
        "https://example.org/a?b=1&amp;c=2</a> &amp; "
        '<a href="http://www.example.org" rel="nofollow ugc noopener">www.example.org</a>.</p><p>Bye,<br>Ada</p>'
    )
    assert links("https://a.example www.b.example HTTP://C.example none") == 3


def test_a_comment_is_shown_below_its_story(client: Client, story: Story, reader: User) -> None:
    client.force_login(reader)
    response = write(client, story, "  I counted them.  ")
    comment = Comment.objects.get(story=story)
    assert comment.text == "I counted them."
    assert response.headers["Location"] == f"{story.get_absolute_url()}#comment-{comment.pk}"
    assert client.get(comment.permalink()).headers["Location"] == comment.get_absolute_url()
    [thread] = shown(story)
    assert (thread.comment.name, thread.comment.html, thread.replies) == ("Commenter", "<p>I counted them.</p>", ())


def test_sent_twice_it_is_said_once(client: Client, story: Story, reader: User) -> None:
    client.force_login(reader)
    places = {write(client, story, text).headers["Location"] for text in ("Twice.", "Twice.", "Twice. \r\n")}
    assert Comment.objects.filter(story=story).count() == len(places) == 1
    write(client, story, "Something else.")
    assert Comment.objects.filter(story=story).count() == 2


def test_what_was_deleted_can_be_said_again(client: Client, story: Story, reader: User) -> None:
    client.force_login(reader)
    write(client, story, "Again.")
    client.post(reverse("comment-delete", args=[Comment.objects.get(story=story).pk]))
    write(client, story, "Again.")
    states = Counter(Comment.objects.filter(story=story).values_list("state", flat=True))
    assert states == {"deleted": 1, "visible": 1}


@pytest.mark.parametrize(
    ("text", "told"), [("", "required"), (" \n ", "required"), ("a" * (LONGEST + 1), f"at most {LONGEST}")]
)
def test_a_form_says_what_is_wrong_with_it(client: Client, story: Story, reader: User, text: str, told: str) -> None:
    client.force_login(reader)
    response = write(client, story, text)
    assert response.status_code == 422
    assert told in response.content.decode()
    assert not Comment.objects.filter(story=story).exists()


def test_replies_stand_one_level_deep(client: Client, story: Story, reader: User) -> None:
    client.force_login(reader)
    first = said(story, person(Role.EDITOR), "First.")
    client.post(reverse("comment-reply", args=[first.pk]), {"text": "Second."})
    second = Comment.objects.get(text="Second.")
    client.post(reverse("comment-reply", args=[second.pk]), {"text": "Third."})
    [thread] = shown(story)
    assert [r.html for r in thread.replies] == ["<p>Second.</p>", "<p>Third.</p>"]
    with pytest.raises(Refused, match="not a reply"):
        post(story, reader, "Fourth.", second)
    with pytest.raises(Refused, match="this story"):
        post(story, reader, "Fifth.", Comment.objects.exclude(story=story).first())


@pytest.mark.parametrize(
    ("hold", "before", "text", "state"),
    [
        ("new", False, "Hello.", "held"),
        ("new", True, "Hello.", "visible"),
        ("new", True, "https://a.example https://b.example https://c.example", "held"),
        ("links", False, "Hello.", "visible"),
        ("links", True, "https://a.example www.b.example https://c.example", "held"),
        ("all", True, "Hello.", "held"),
        ("none", False, "https://a.example https://b.example https://c.example", "visible"),
    ],
)
def test_what_waits_for_a_moderator(
    story: Story, settings: Any, hold: str, before: bool, text: str, state: str
) -> None:
    settings.COMMENTS_HOLD = hold
    author = person(Role.COMMENTER)
    if before:
        said(story, author, "Before.")
    assert post(story, author, text).state == state
    assert post(story, person(Role.EDITOR), text).state == "visible", "the newsroom's own are never held"


def test_what_waits_is_seen_by_its_author_and_moderators_alone(client: Client, story: Story) -> None:
    author = person(Role.COMMENTER)
    client.force_login(author)
    place = write(client, story, "Hello.").headers["Location"]
    assert "waits for a moderator" in client.get(place).content.decode()
    client.force_login(person(Role.COMMENTER, "eve"))
    assert client.get(place).status_code == 404
    assert Client().get(place).status_code == 404
    assert shown(story) == []
    client.force_login(person(Role.EDITOR))
    assert client.get(place).status_code == 200


def test_an_author_takes_a_comment_back(client: Client, story: Story, reader: User) -> None:
    comment = said(story, reader, "I take this back.")
    said(story, person(Role.EDITOR), "An answer.", parent=comment)
    client.force_login(person(Role.COMMENTER, "eve"))
    assert client.post(reverse("comment-delete", args=[comment.pk])).status_code == 404
    client.force_login(reader)
    client.post(reverse("comment-delete", args=[comment.pk]))
    comment.refresh_from_db()
    assert (comment.state, comment.text) == ("deleted", "")
    [thread] = shown(story)
    assert (thread.comment.gone, thread.comment.name) == ("Deleted by its author.", "")
    assert len(thread.replies) == 1
    page = client.get(reverse("story", args=[story.slug])).content.decode()
    assert "Deleted by its author." in page
    assert count(story) == 1


@pytest.mark.parametrize("state", [State.DRAFT, State.WITHDRAWN])
def test_nothing_is_said_where_nothing_is_published(client: Client, story: Story, reader: User, state: str) -> None:
    Story.objects.filter(pk=story.pk).update(state=state)
    client.force_login(reader)
    assert write(client, story, "Hello.").status_code == 404


def test_a_story_is_closed_and_opened_again(client: Client, story: Story, reader: User) -> None:
    editor, closing = person(Role.EDITOR), reverse("comments-closing", args=[story.slug])
    client.force_login(editor)
    back = client.post(closing, {"shut": "1", "next": "https://evil.example/"}).headers["Location"]
    assert back == reverse("moderation")
    assert "Comments are closed" in Client().get(reverse("story", args=[story.slug])).content.decode()
    client.force_login(reader)
    response = write(client, story, "Too late.")
    assert response.status_code == 422
    assert "Comments are closed under this story." in response.content.decode()
    client.force_login(editor)
    client.post(closing, {"shut": "0"})
    assert not Closed.objects.exists()
    client.force_login(reader)
    assert write(client, story, "In time.").status_code == 302


def test_a_report_reaches_the_moderators_and_is_settled(client: Client, story: Story, reader: User) -> None:
    comment, editor = said(story, person(Role.COMMENTER, "eve"), "Rude words."), person(Role.EDITOR)
    client.force_login(reader)
    address = reverse("comment-flag", args=[comment.pk])
    assert client.post(address, {"reason": ""}).status_code == 422
    for reason in ("rude", "still rude"):
        client.post(address, {"reason": reason})
    assert list(Flag.objects.values_list("reason", flat=True)) == ["still rude"]
    client.force_login(editor)
    assert "Reported by Commenter: still rude" in client.get(reverse("moderation")).content.decode()
    acting = reverse("moderation-act")
    refused = client.post(acting, {"comment": [comment.pk], "act": "hide"})
    assert refused.status_code == 422
    assert "Say why" in refused.content.decode()
    client.post(acting, {"comment": [comment.pk], "act": "hide", "reason": "insults"})
    assert shown(story) == []
    assert list(waiting()) == []
    assert [c.pk for c in taken_down()] == [comment.pk]
    client.post(acting, {"comment": [comment.pk], "act": "show"})
    assert len(shown(story)) == 1
    trail = list(Event.objects.filter(kind="comment").order_by("id").values_list("what", flat=True))
    assert trail == ["comment.flagged", "comment.flagged", "comment.hidden", "comment.restored"]
    assert Event.objects.get(what="comment.hidden").detail["reason"] == "insults"


def test_many_are_moderated_at_once_and_what_is_deleted_stays_deleted(story: Story, reader: User) -> None:
    held = [said(story, reader, f"{n}", Visibility.HELD) for n in range(3)]
    gone = said(story, reader, "", Visibility.DELETED)
    changed = moderate([c.pk for c in [*held, gone]] + [10**9], "show", person(Role.EDITOR))
    assert [c.pk for c in changed] == [c.pk for c in held]
    gone.refresh_from_db()
    assert gone.state == "deleted"


@pytest.mark.parametrize("chosen", [[], ["x"], ["-1"], ["9" * 30]])
def test_nonsense_is_not_moderated(client: Client, story: Story, chosen: list[str]) -> None:
    client.force_login(person(Role.EDITOR))
    response = client.post(reverse("moderation-act"), {"comment": chosen, "act": "show"})
    assert response.status_code == 422
    assert "Tick at least one comment." in response.content.decode()


def test_one_s_own_comment_is_not_reported(story: Story, reader: User) -> None:
    with pytest.raises(Refused, match="your own"):
        flag(said(story, reader), reader, "regret")


def test_who_writes_too_often_waits(client: Client, story: Story, reader: User, settings: Any) -> None:
    settings.COMMENTS_A_MINUTE = 3
    client.force_login(reader)
    assert [write(client, story, f"{n}").status_code for n in range(5)] == [302] * 3 + [429] * 2
    assert Comment.objects.filter(story=story).count() == 3


def test_kept_pages_are_thrown_away_when_what_they_show_changes(
    story: Story, reader: User, django_capture_on_commit_callbacks: Any
) -> None:
    editor = person(Role.EDITOR)
    comment = said(story, reader, "Later hidden.")
    changes = (
        lambda: post(story, reader, "New."),
        lambda: moderate([comment.pk], "hide", editor, "because"),
        lambda: moderate([comment.pk], "show", editor),
    )
    for change in changes:
        before = current()
        with django_capture_on_commit_callbacks(execute=True):
            change()
        assert current() > before
    before = current()
    with django_capture_on_commit_callbacks(execute=True):
        post(story, person(Role.COMMENTER, "new"), "Held, so nothing is seen.")
    assert current() == before


def test_the_personal_part_is_the_reader_s_alone(client: Client, story: Story, reader: User) -> None:
    mine, other = said(story, reader, "Mine."), said(story, person(Role.EDITOR), "Not mine.")
    nobody = client.get(reverse("me"), {"story": story.slug})
    assert nobody.content == b""
    assert not nobody.cookies.get("sessionid")
    client.force_login(reader)
    response = client.get(reverse("me"), {"story": story.slug})
    told = response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]
    assert "Commenter" in told and "csrfmiddlewaretoken" in told
    assert f'data-own="{mine.pk}"' in told
    assert f'data-own="{other.pk}"' not in told
    assert "csrfmiddlewaretoken" not in client.get(reverse("story", args=[story.slug])).content.decode()


@pytest.mark.django_db(transaction=True)
def test_fifty_comment_at_once_and_none_is_lost(story: Story, settings: Any) -> None:
    """Each from a browser and a connection of their own, each twice, as a double click does."""
    assert "memory" not in str(connection.settings_dict["NAME"]), "a database in memory is one connection"
    settings.COMMENTS_HOLD = "none"
    people = [person(Role.COMMENTER, f"reader{n}") for n in range(50)]
    statuses: list[int] = []

    def comment(user: User) -> None:
        client = Client()
        client.force_login(user)
        try:
            statuses.extend(write(client, story, f"From {user}.").status_code for _ in range(2))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=comment, args=[user]) for user in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(statuses) == {302: 100}
    assert sorted(Comment.objects.values_list("text", flat=True)) == sorted(f"From {user}." for user in people)
