"""Accounts: signing up, confirming, logging in, being locked out, changing oneself, closing, and who manages whom."""

from __future__ import annotations

import io
import re
from urllib.parse import urlsplit

import pytest
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from PIL import Image

from dateline.site.accounts.keeping import Refused, close, create, decide
from dateline.site.accounts.models import User
from dateline.site.accounts.pictures import SIDE
from dateline.site.accounts.roles import Role
from dateline.site.audit.models import Event
from newsroom.people_fixtures import PASSWORD, person, published, said

pytestmark = pytest.mark.django_db
NEW = {"name": "Ada Byron", "email": "ada@example.org", "password1": "an analytical engine"}


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


def log_in(client: Client, email: str, password: str = PASSWORD, **more: str) -> HttpResponse:
    return client.post(reverse("account_login"), {"login": email, "password": password}, **more)  # type: ignore[arg-type, return-value]


def address_in(message: str, part: str) -> str:
    """The path of the first address of a mail that holds `part`."""
    found = re.search(rf"https?://\S*{part}\S*", message)
    assert found, message
    return urlsplit(found.group()).path


def logged_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_new_account_confirms_its_address_and_may_comment_then(client: Client) -> None:
    client.post(reverse("account_signup"), NEW)
    ada = User.objects.get(email="ada@example.org")
    assert (ada.role, ada.name, ada.slug) == ("reader", "Ada Byron", "ada-byron")
    assert not logged_in(client)
    log_in(client, "ada@example.org", NEW["password1"])
    assert not logged_in(client), "not before the address is confirmed"
    link = address_in(mail.outbox[0].body, "confirm-email")
    client.get(link)
    ada.refresh_from_db()
    assert ada.role == "reader", "looking at the link confirms nothing: mail scanners do it too"
    client.post(link)
    ada.refresh_from_db()
    assert ada.role == "commenter"
    log_in(client, "ada@example.org", NEW["password1"])
    assert logged_in(client)
    assert {"account.made", "account.confirmed"} <= set(Event.objects.values_list("what", flat=True))


def test_whoever_lost_the_right_to_comment_does_not_regain_it_by_another_address(client: Client) -> None:
    client.post(reverse("account_signup"), NEW)
    client.post(address_in(mail.outbox[0].body, "confirm-email"))
    ada = User.objects.get(email="ada@example.org")
    decide(ada, Role.READER, True, person(Role.ADMINISTRATOR))
    other = EmailAddress.objects.create(user=ada, email="other@example.org")
    client.post(reverse("account_confirm_email", args=[EmailConfirmationHMAC(other).key]))
    other.refresh_from_db()
    ada.refresh_from_db()
    assert other.verified
    assert ada.role == "reader"


def test_two_of_one_name_have_two_addresses(client: Client) -> None:
    slugs = [create("Ada Byron", f"ada{n}@example.org", PASSWORD, Role.READER).slug for n in range(3)]
    assert len(set(slugs)) == 3
    assert all(slug.startswith("ada-byron") for slug in slugs)
    assert create("李明", "li@example.org", PASSWORD, Role.READER).slug.startswith("reader")


@pytest.mark.parametrize("name", ["\u202e\u200b", "   ", "…"])
def test_a_name_that_cannot_be_read_is_no_name(client: Client, name: str) -> None:
    client.post(reverse("account_signup"), {**NEW, "name": name})
    assert not User.objects.exists()


def test_a_name_is_one_line_without_hidden_marks(client: Client) -> None:
    client.post(reverse("account_signup"), {**NEW, "name": "Ada\u202e  \n Byron"})
    assert User.objects.get().name == "Ada Byron"


def pages(response: HttpResponse) -> tuple[int, str, str]:
    """What can be told apart by whoever asked: status, where to, and the page without its token and the address."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
    return response.status_code, response.headers.get("Location", ""), re.sub(r"\w+@example\.org", "", text)


def test_a_reset_says_the_same_for_known_and_unknown_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    person(Role.COMMENTER)
    said_to: list[tuple[int, str, str]] = []
    for email in ("commenter@example.org", "nobody@example.org"):
        client = Client()
        said_to.append(pages(client.post(reverse("account_reset_password"), {"email": email})))
        said_to.append(pages(client.get(reverse("account_reset_password_done"))))
    assert said_to[:2] == said_to[2:]
    # the same work too: each gets one mail, so that the time it takes tells nothing
    assert sorted(m.to[0] for m in mail.outbox) == ["commenter@example.org", "nobody@example.org"]


def test_a_reset_sets_a_new_password_once(client: Client) -> None:
    user = person(Role.COMMENTER)
    client.post(reverse("account_reset_password"), {"email": user.email})
    link = address_in(mail.outbox[0].body, "password/reset/key")
    form = client.get(link).headers["Location"]
    wanted = {"password1": "a new long password", "password2": "a new long password"}
    client.post(form, wanted)
    user.refresh_from_db()
    assert user.check_password("a new long password")
    again = Client()
    assert again.get(link).status_code == 200, "used up: no form"
    assert "account.password_changed" in Event.objects.values_list("what", flat=True)


def test_signing_up_with_a_known_address_says_the_same(client: Client) -> None:
    person(Role.COMMENTER, "ada")
    known = pages(Client().post(reverse("account_signup"), NEW))
    unknown = pages(Client().post(reverse("account_signup"), {**NEW, "email": "eve@example.org"}))
    assert known == unknown
    assert User.objects.filter(email="ada@example.org").count() == 1


def test_a_wrong_password_costs_as_much_for_nobody(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    person(Role.COMMENTER)
    hashed: list[str] = []
    plain = MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher, "encode", lambda self, password, salt: hashed.append(password) or plain(self, password, salt)
    )
    counts = []
    for email in ("commenter@example.org", "nobody@example.org"):
        hashed.clear()
        log_in(Client(), email, "wrong")
        counts.append(len(hashed))
    assert counts[0] == counts[1] > 0


def test_five_wrong_passwords_lock_the_account_at_that_place(client: Client) -> None:
    user = person(Role.COMMENTER)
    codes = [log_in(client, "Commenter@example.org", f"wrong {n}").status_code for n in range(5)]
    assert codes == [200] * 4 + [429]
    response = log_in(client, user.email)
    assert response.status_code == 429
    assert "Too many attempts" in response.content.decode()
    assert not logged_in(client)
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    log_in(elsewhere, user.email)
    assert logged_in(elsewhere), "nobody locks others out of their accounts from afar"
    assert "account.locked_out" in Event.objects.values_list("what", flat=True)


def test_what_a_client_says_of_its_own_address_is_not_believed(client: Client) -> None:
    user = person(Role.COMMENTER)
    for n in range(5):
        log_in(client, user.email, "wrong", HTTP_X_FORWARDED_FOR=f"192.0.2.{n}")
    assert log_in(client, user.email, HTTP_X_FORWARDED_FOR="192.0.2.9").status_code == 429


def test_a_session_from_before_the_login_is_worth_nothing_after_it(client: Client) -> None:
    user = person(Role.COMMENTER)
    client.post(reverse("account_signup"), NEW)  # leaves something in the session
    before = client.session.session_key
    log_in(client, user.email)
    assert logged_in(client)
    assert client.session.session_key != before
    assert client.get(reverse("profile")).status_code == 200
    stolen = Client()
    stolen.cookies["sessionid"] = before or "none"
    assert stolen.get(reverse("profile")).status_code == 302


def test_a_new_password_ends_other_sessions() -> None:
    user = person(Role.COMMENTER)
    one, other = Client(), Client()
    for client in (one, other):
        log_in(client, user.email)
    wanted = {"oldpassword": PASSWORD, "password1": "a new long password", "password2": "a new long password"}
    one.post(reverse("account_change_password"), wanted)
    assert one.get(reverse("profile")).status_code == 200
    assert other.get(reverse("profile")).status_code == 302


@pytest.mark.parametrize("onward", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_a_login_leads_nowhere_else(client: Client, onward: str) -> None:
    user = person(Role.COMMENTER)
    sent = client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD, "next": onward})
    assert sent.status_code == 302
    assert "evil" not in sent.headers["Location"] and "javascript" not in sent.headers["Location"]


def photograph(size: tuple[int, int] = (900, 600), kind: str = "JPEG") -> bytes:
    """A picture that says where and with what it was taken."""
    picture, notes = Image.new("RGB", size, "teal"), Image.Exif()
    notes[0x010F] = "A camera of mine"
    notes[0x0112] = 6  # lies on its side
    kept = io.BytesIO()
    picture.save(kept, kind, exif=notes)
    return kept.getvalue()


def save_profile(client: Client, upload: bytes | None = None, **more: str) -> HttpResponse:
    fields: dict[str, object] = {"name": "Ada", "biography": "", **more}
    if upload is not None:
        fields["picture"] = SimpleUploadedFile("me.jpg", upload, "image/jpeg")
    return client.post(reverse("profile"), fields)  # type: ignore[return-value]


def test_a_picture_is_made_anew(client: Client) -> None:
    user = person(Role.REPORTER)
    client.force_login(user)
    assert save_profile(client, photograph()).status_code == 302
    user.refresh_from_db()
    kept = user.picture.read()
    assert b"A camera of mine" not in kept
    with Image.open(io.BytesIO(kept)) as shown:
        assert shown.format == "JPEG"
        assert not shown.getexif()
        assert shown.height == SIDE > shown.width, "turned upright, and small"
    first = user.picture
    save_profile(client, photograph(kind="PNG"))
    user.refresh_from_db()
    assert user.picture.name != first.name


@pytest.mark.parametrize(
    ("upload", "told"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "JPEG, PNG or WebP"),
        (b"GIF89a not really", "JPEG, PNG or WebP"),
        (photograph()[:600], "JPEG, PNG or WebP"),
        (photograph() + b"\0" * 5_000_000, "more than 5 MB"),
    ],
    ids=["svg", "gif", "torn", "large"],
)
def test_what_is_no_picture_is_refused(client: Client, upload: bytes, told: str) -> None:
    user = person(Role.REPORTER)
    client.force_login(user)
    response = save_profile(client, upload)
    assert response.status_code == 422
    assert told in response.content.decode()
    user.refresh_from_db()
    assert not user.picture


def test_a_picture_of_too_many_pixels_is_refused(client: Client) -> None:
    client.force_login(person(Role.REPORTER))
    flat = io.BytesIO()
    Image.new("1", (9000, 5000)).save(flat, "PNG")
    assert "million pixels" in save_profile(client, flat.getvalue()).content.decode()


def test_markup_in_a_name_or_biography_is_text(client: Client) -> None:
    user = person(Role.REPORTER)
    client.force_login(user)
    save_profile(client, name="<img src=x onerror=alert(1)>", biography="<script>alert(2)</script>")
    told = client.get(reverse("profile")).content.decode() + client.get(reverse("me")).content.decode()
    client.force_login(person(Role.ADMINISTRATOR))
    told += client.get(reverse("people")).content.decode()
    told += client.get(reverse("person", args=[user.pk])).content.decode()
    assert "onerror=alert(1)&gt;" in told
    assert "<img src=x" not in told and "<script>alert" not in told


def test_a_closed_account_leaves_its_comments_and_nothing_else(client: Client) -> None:
    user, story = person(Role.COMMENTER), published(person(Role.REPORTER))
    comment = said(story, user)
    client.force_login(user)
    assert client.post(reverse("account-close"), {"password": "wrong"}).status_code == 422
    assert client.post(reverse("account-close"), {"password": PASSWORD}).status_code == 200
    comment.refresh_from_db()
    closed = comment.author
    assert (str(closed), closed.is_active, closed.has_usable_password()) == ("A former reader", False, False)
    assert not EmailAddress.objects.filter(email="commenter@example.org").exists()
    kept = "".join(str(value) for value in User.objects.filter(pk=closed.pk).values().get().values())
    assert "commenter@" not in kept.lower()
    assert client.get(reverse("profile")).status_code == 302
    log_in(client, "commenter@example.org")
    assert not logged_in(client)
    with pytest.raises(Refused, match="closed for good"):
        decide(closed, Role.COMMENTER, True, person(Role.ADMINISTRATOR))


def test_the_newsroom_does_not_vanish_by_itself() -> None:
    with pytest.raises(Refused, match="newsroom"):
        close(person(Role.EDITOR))


def test_an_administrator_changes_a_role_and_the_trail_says_so(client: Client) -> None:
    user, boss = person(Role.COMMENTER), person(Role.ADMINISTRATOR)
    client.force_login(boss)
    wished = {"role": "reporter", "active": "on", "reason": "starts on Monday"}
    client.post(reverse("person", args=[user.pk]), wished)
    user.refresh_from_db()
    assert user.role == "reporter"
    event = Event.objects.get(what="account.role_changed")
    assert event.by == boss
    assert event.detail == {"before": "commenter", "after": "reporter", "reason": "starts on Monday"}
    client.post(reverse("person", args=[user.pk]), {"role": "reporter"})
    user.refresh_from_db()
    assert not user.is_active
    shut_out = Client()
    log_in(shut_out, user.email)
    assert not logged_in(shut_out)


@pytest.mark.parametrize("wished", [{"role": "editor", "active": "on"}, {"role": "administrator"}])
def test_the_last_administrator_stays(client: Client, wished: dict[str, str]) -> None:
    boss = person(Role.ADMINISTRATOR)
    client.force_login(boss)
    response = client.post(reverse("person", args=[boss.pk]), wished)
    assert response.status_code == 422
    assert "last administrator" in response.content.decode()
    boss.refresh_from_db()
    assert boss.may("account.manage")
    person(Role.ADMINISTRATOR, "second")
    assert client.post(reverse("person", args=[boss.pk]), wished).status_code == 302


def test_accounts_are_found_by_name_address_and_role(client: Client) -> None:
    client.force_login(person(Role.ADMINISTRATOR))
    person(Role.REPORTER, "ada")
    person(Role.COMMENTER, "bob")
    found = {
        query: re.findall(r">([A-Z]\w+)</a></th>", client.get(reverse("people") + query).content.decode())
        for query in ("?q=ADA", "?q=bob@", "?role=reporter", "?q=nobody")
    }
    assert found == {"?q=ADA": ["Ada"], "?q=bob@": ["Bob"], "?role=reporter": ["Ada"], "?q=nobody": []}
