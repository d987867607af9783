"""Writing at the desk, as a browser without scripts does it: typed, received, saved, saved twice at once."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from dateline.site.accounts.models import User
from dateline.site.audit.models import Event
from dateline.site.intake.models import Feed, Item
from dateline.site.newsroom import pictures, receiving
from dateline.site.stories.models import Picture, Revision, Story

from .desk_fixtures import HOLDS, editor, reporter, written

pytestmark = pytest.mark.django_db
__all__ = ["editor", "reporter"]


@pytest.fixture
def desk(client: Client, reporter: User) -> Client:
    client.force_login(reporter)
    return client


def form(**values: object) -> dict[str, object]:
    return {"title": "The front in August", "text": HOLDS, "do": "save", **values}


def png(size: tuple[int, int] = (40, 20), mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, "PNG")
    return out.getvalue()


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def received(desk: Client, name: str, data: bytes) -> tuple[dict[str, str], list[str]]:
    """The fields that an upload fills in, and the errors beside its field."""
    answer = desk.post(reverse("desk-receive"), {"file": upload(name, data)})
    shown = answer.context["form"].initial
    return {k: shown.get(k, "") for k in ("title", "standfirst", "text")}, list(answer.context["begin"].errors.values())


def test_a_typed_story_is_kept_with_its_place(desk: Client, reporter: User) -> None:
    answer = desk.post(reverse("desk-new"), form(tags="drones, Kharkiv , drones,!", day="2025-09-02"))
    story = Story.objects.get()
    assert answer.status_code == 302 and answer["Location"] == reverse("desk-story", args=[story.slug])
    assert story.current is not None and story.current.text == HOLDS and story.current.author == reporter
    assert list(story.authors.all()) == [reporter]
    assert sorted(tag.name for tag in story.tags.all()) == ["Kharkiv", "drones"]
    assert {e.what for e in Event.objects.all()} == {"story.begun", "story.revised", "story.filed"}


def test_what_is_missing_is_said_beside_its_field(desk: Client) -> None:
    answer = desk.post(reverse("desk-new"), form(title=" ", day="soon"))
    assert answer.status_code == 422 and set(answer.context["form"].errors) == {"title", "day"}
    page = answer.content.decode()
    assert page.index("id_title_error") < page.index("This field is required") < page.index('name="title"')
    assert not Story.objects.exists()


def test_a_preview_saves_nothing_and_keeps_what_was_typed(desk: Client) -> None:
    answer = desk.post(reverse("desk-new"), form(text="Some **bold** words.", do="preview"))
    assert "Some <strong>bold</strong> words." in answer.content.decode()
    assert "Some **bold** words.</textarea>" in answer.content.decode()
    assert not Story.objects.exists()


@pytest.mark.parametrize("way", ["desk-new", "desk-preview"])
def test_nothing_that_is_typed_runs(desk: Client, way: str) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>[x](javascript:alert(1))"
    page = desk.post(reverse(way), form(title=evil, standfirst=evil, text=evil, do="preview")).content.decode()
    assert "alert(1)" in page
    assert "<script>alert" not in page and "<img src=x" not in page and 'href="javascript' not in page


def test_a_hostile_headline_is_words_on_every_page(desk: Client, reporter: User) -> None:
    evil = '"><script>alert(1)</script>'
    story = written(reporter, HOLDS, title=f"Five {evil}")
    desk.force_login(reporter)
    for name in ("desk-story", "desk-edit", "desk-publish", "desk-history", "desk-compare", "desk-difference"):
        page = desk.get(reverse(name, args=[story.slug])).content.decode()
        assert "alert(1)" in page and "<script>alert" not in page, name
    for name in ("desk", "desk-stories"):
        assert "<script>alert" not in desk.get(reverse(name)).content.decode(), name


def test_markdown_stays_as_it_was_written(desk: Client) -> None:
    text = (
        "---\ntitle: The front\nstandfirst: What moved.\n---\n\n# The front\n\nA [link](https://example.org) *here*.\n"
    )
    fields, errors = received(desk, "front.md", text.encode())
    assert errors == []
    assert fields == {
        "title": "The front",
        "standfirst": "What moved.",
        "text": "A [link](https://example.org) *here*.",
    }


def test_a_plain_text_says_in_markdown_what_it_said(desk: Client) -> None:
    text = "The front in August\n\nBy A Writer\n\n3. August: 5 * 4 is 20_000.\n\n# of men <unknown> & more.\n"
    fields, errors = received(desk, "front.txt", text.encode())
    assert errors == [] and fields["title"] == "The front in August"
    shown = desk.post(reverse("desk-preview"), form(text=fields["text"])).content.decode()
    assert "<p>3. August: 5 * 4 is 20_000.</p>" in shown
    assert "<p># of men &lt;unknown&gt; &amp; more.</p>" in shown


def test_a_page_and_a_document_are_read(desk: Client) -> None:
    page = "<html><head><title>The front</title></head><body><article><h1>The front</h1>" + "".join(
        f"<p>In August 2025, Russia gained {n} square kilometres of Ukraine, as the map says.</p>" for n in (1, 2, 3)
    )
    fields, errors = received(desk, "front.html", f"{page}</article></body></html>".encode())
    assert errors == [] and fields["title"] == "The front" and fields["text"].count("\n\n") == 2
    document = docx.Document()
    document.add_heading("The front", 0)
    document.add_paragraph(HOLDS)
    out = io.BytesIO()
    document.save(out)
    fields, errors = received(desk, "front.docx", out.getvalue())
    assert errors == [] and fields["title"] == "The front" and fields["text"] == HOLDS


def bomb() -> bytes:
    """A DOCX that is small, and unpacks to more text than any report has."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"<w>" + b" " * 80_000_000 + b"</w>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"PK\x03\x04 word/document.xml and no more", "damaged DOCX"),
        ("a.zip", b"PK\x03\x04 something else", "no DOCX"),
        ("a.txt", b"%PDF-1.7 whatever", "is a PDF"),
        ("a.md", b"\x89PNG\r\n\x1a\n", "a picture"),
        ("a.txt", b"   ", "is empty"),
        ("../../etc/<b>a</b>.txt", b"\x00\x01\x02", "binary"),
    ],
)
def test_what_is_no_report_is_refused_in_one_line(desk: Client, name: str, data: bytes, said: str) -> None:
    fields, errors = received(desk, name, data)
    assert fields["text"] == ""
    (lines,) = errors
    (line,) = lines
    assert said in line and "\n" not in line


def test_a_bomb_and_a_giant_are_refused(desk: Client) -> None:
    packed = bomb()
    assert len(packed) < 1_000_000
    assert "unpacks to 80 MB" in str(received(desk, "bomb.docx", packed)[1])
    assert "send one report of up to 5 MB" in str(received(desk, "a.txt", b"word " * 1_000_001)[1])


def test_one_way_at_a_time(desk: Client) -> None:
    for values in ({}, {"address": "https://example.org/", "pasted": HOLDS}):
        answer = desk.post(reverse("desk-receive"), values)
        assert answer.status_code == 422 and "Give one of the three" in answer.content.decode()


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000/", "http://169.254.169.254/latest", "file:///etc/passwd"])
def test_addresses_of_this_machine_are_not_asked(desk: Client, address: str) -> None:
    answer = desk.post(reverse("desk-receive"), {"address": address})
    assert answer.status_code == 422 and list(answer.context["begin"].errors) == ["address"]


def test_a_pasted_page_is_read_and_not_saved(desk: Client) -> None:
    answer = desk.post(reverse("desk-receive"), {"pasted": f"The front in August\n\n{HOLDS}\n\nThat is all it says."})
    assert answer.context["form"].initial["title"] == "The front in August"
    assert not Story.objects.exists()


def test_a_report_of_a_feed_becomes_a_story_once(desk: Client) -> None:
    feed = Feed.objects.create(address="https://example.org/feed.xml")
    item = Item.objects.create(feed=feed, guid="1", title="The front", text=HOLDS, address="https://example.org/1")
    shown = desk.get(reverse("desk-new"), {"item": item.pk}).context["form"].initial
    assert (shown["title"], shown["text"], shown["item"]) == ("The front", HOLDS, item.pk)
    desk.post(reverse("desk-new"), form(item=item.pk, source=item.address))
    item.refresh_from_db()
    assert item.story is not None and item.story.source == "https://example.org/1"


def test_a_picture_needs_words_and_is_drawn_anew(desk: Client) -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "where it was taken"
    Image.new("RGB", (3000, 1000)).save(out, "JPEG", exif=exif)
    sent = {"picture": upload("a.jpg", out.getvalue())}
    answer = desk.post(reverse("desk-new"), form(**sent))
    assert list(answer.context["form"].errors) == ["alternative"]
    sent["picture"].seek(0)
    desk.post(reverse("desk-new"), form(alternative="A field.", **sent))
    picture = Picture.objects.get()
    assert (picture.width, picture.height, picture.alternative) == (1600, 533, "A field.")
    assert b"where it was taken" not in picture.file.read()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "no picture"),
        (b"\x89PNG\r\n\x1a\n and then nothing", "no picture"),
        (png((7000, 7000), "1"), "million pixels"),
    ],
)
def test_what_is_no_picture_is_refused(desk: Client, data: bytes, said: str) -> None:
    answer = desk.post(reverse("desk-new"), form(alternative="A field.", picture=upload("a.png", data)))
    assert answer.status_code == 422 and said in str(answer.context["form"].errors["picture"])
    assert not Picture.objects.exists() and not Story.objects.exists()


def test_a_picture_too_large_is_refused_unread() -> None:
    with pytest.raises(pictures.PictureError, match="up to 5 MB"):
        pictures.keep(io.BytesIO(b""), 5_000_001, alternative="A field.")
    assert pictures.redrawn(png(mode="RGBA"))[1] == ".png"


def test_an_edit_is_a_revision_and_words_alone_are_a_new_picture(desk: Client, reporter: User) -> None:
    desk.post(reverse("desk-new"), form(alternative="A field.", picture=upload("a.png", png())))
    story = Story.objects.get()
    address = reverse("desk-edit", args=[story.slug])
    desk.post(address, form(base=1, alternative="A field in August.", reason="the picture's words"))
    story.refresh_from_db()
    assert story.current is not None and story.current.number == 2 and story.current.reason == "the picture's words"
    first, second = story.revisions.order_by("number")
    assert first.picture != second.picture and first.picture.file.name == second.picture.file.name
    assert first.picture.alternative == "A field."
    desk.post(address, form(base=2, alternative="A field in August."))
    assert story.revisions.count() == 2
    desk.post(address, form(base=2, no_picture="on"))
    assert story.revisions.first().picture is None


def test_the_second_of_two_who_save_loses_nothing(client: Client, reporter: User, editor: User) -> None:
    story = written(reporter, f"{HOLDS}\n\nIt rained.")
    other = Client()
    client.force_login(reporter)
    other.force_login(editor)
    address = reverse("desk-edit", args=[story.slug])
    assert other.post(address, form(base=1, text=f"{HOLDS}\n\nIt snowed.")).status_code == 302
    answer = client.post(address, form(base=1, text=f"{HOLDS}\n\nIt rained hard.", standfirst="Mine."))
    page = answer.content.decode()
    assert answer.status_code == 409 and story.revisions.count() == 2
    assert "It rained hard.</textarea>" in page and "It snowed.</textarea>" not in page.split("What you wrote")[1]
    assert "Editor saved revision 2" in page
    assert '<span class="sr">taken out: </span>snowed</del>' in page
    assert '<span class="sr">put in: </span>rained hard</ins>' in page
    assert client.post(address, form(base=2, text=f"{HOLDS}\n\nIt snowed hard.")).status_code == 302
    assert [r.text.split("\n\n")[1] for r in Revision.objects.order_by("number")] == [
        "It rained.",
        "It snowed.",
        "It snowed hard.",
    ]


def test_marks_of_markdown_are_escaped_where_they_would_mean_something() -> None:
    assert receiving.escaped("1. May") == "1\\. May"
    assert receiving.escaped("- 5 degrees") == "\\- 5 degrees"
    assert receiving.escaped("a-b 1.5 (c)") == "a-b 1.5 (c)"


def test_a_number_that_no_database_holds_leads_nowhere(desk: Client, reporter: User) -> None:
    story = written(reporter, HOLDS)
    for number in (0, 10**9, 10**30):
        assert desk.get(reverse("desk-publication", args=[story.slug, number])).status_code == 404
        assert desk.post(reverse("desk-restore", args=[story.slug, number])).status_code == 404
        assert desk.get(reverse("desk-new"), {"item": number}).status_code == 200
