"""Sections: how an empty site comes to its first, and who may name them."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
from dateline.site.audit.models import Event
from dateline.site.comments.moderating import close
from dateline.site.operating.inviting import nobody_yet
from dateline.site.stories.models import Section
from newsroom.desk_fixtures import person
from newsroom.people_fixtures import published

pytestmark = pytest.mark.django_db
SECTIONS = "/desk/sections/"


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_an_editor_adds_the_first_section_and_stories_can_stand_in_it() -> None:
    editor = person(Role.EDITOR)
    client = logged_in(editor)
    assert f'href="{SECTIONS}"' in page(client, "/desk/new/").split("<form")[-1]
    assert "There is no section yet" in page(client, SECTIONS)
    assert client.post(SECTIONS, {"name": "  Black   Sea ", "about": "Ports and ships."}).status_code == 302
    made = Section.objects.get()
    assert (made.name, made.slug, made.about) == ("Black Sea", "black-sea", "Ports and ships.")
    event = Event.objects.get(what="section.added")
    assert (event.by, event.kind, event.detail) == (editor, "section", {"name": "Black Sea"})
    assert "There is no section yet" not in page(client, "/desk/new/")
    assert "Black Sea" in page(client, "/desk/new/") and "Black Sea" in page(Client(), "/")


def test_a_section_is_renamed_and_keeps_its_address() -> None:
    Section.objects.create(slug="war", name="War", about="All of it.")
    client = logged_in(person(Role.EDITOR))
    assert client.post(f"{SECTIONS}war/", {"name": "The war", "about": ""}).status_code == 302
    made = Section.objects.get()
    assert (made.slug, made.name, made.about) == ("war", "The war", "")
    detail = Event.objects.get(what="section.changed").detail
    assert detail == {"before": "War", "name": "The war", "fields": ["name", "about"]}


def test_two_sections_have_two_names_and_two_addresses() -> None:
    client = logged_in(person(Role.EDITOR))
    for name in ("Гостомель", "Чернігів", "War!", "War?"):
        assert client.post(SECTIONS, {"name": name}).status_code == 302
    assert sorted(Section.objects.values_list("slug", flat=True)) == ["section", "section-2", "war", "war-2"]
    refused = client.post(SECTIONS, {"name": "war!"})
    assert refused.status_code == 422 and "There is a section of this name" in refused.content.decode()
    refused = client.post(f"{SECTIONS}war/", {"name": "WAR?"})
    assert refused.status_code == 422 and '<h1 dir="auto">War!</h1>' in refused.content.decode()


def test_a_reporter_is_told_who_adds_a_section() -> None:
    client = logged_in(person(Role.REPORTER))
    for address in ("/desk/", "/desk/new/"):
        shown = page(client, address)
        assert "An editor adds" in shown and SECTIONS not in shown
    assert client.post(SECTIONS, {"name": "War"}).status_code == 403 and not Section.objects.exists()


def test_the_first_page_of_an_empty_desk_says_what_to_do() -> None:
    administrator = logged_in(person(Role.ADMINISTRATOR))
    shown = page(administrator, "/desk/")
    assert "First steps" in shown and f'<a href="{reverse("people")}">People</a>' in shown
    assert "People</a>" not in page(logged_in(person(Role.EDITOR)), "/desk/")
    Section.objects.create(slug="war", name="War")
    assert "First steps" not in page(administrator, "/desk/")


def test_a_site_knows_that_nobody_is_there() -> None:
    assert nobody_yet()
    person(Role.READER)
    assert not nobody_yet()


def test_the_desk_closes_a_story_to_comments() -> None:
    reporter, editor = person(Role.REPORTER), person(Role.EDITOR)
    story = published(reporter)
    address = f"/desk/stories/{story.slug}/"
    assert "Close to comments" not in page(logged_in(reporter), address)
    assert "Close to comments" in page(logged_in(editor), address)
    close(story, editor, shut=True)
    assert "Open to comments again" in page(logged_in(editor), address)
