"""One-time codes, recovery codes and passkeys, with an app and an authenticator made of a few lines."""

from __future__ import annotations

import json
import secrets
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.core import mail
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from fido2.cose import ES256
from fido2.utils import sha256, websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from dateline.site.accounts.roles import Role
from dateline.site.audit.models import Event
from newsroom.people_fixtures import PASSWORD, person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


def log_in(client: Client, email: str) -> HttpResponse:
    return client.post(reverse("account_login"), {"login": email, "password": PASSWORD})  # type: ignore[return-value]


def confirmed_again(client: Client) -> None:
    """Says the password once more, as every change of keys asks for."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def logged_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def app_code(secret: str) -> str:
    """What an app shows for this secret now."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def with_app(client: Client) -> str:
    """Adds an app to whoever is logged in; its secret."""
    confirmed_again(client)
    secret: str = client.get(reverse("mfa_activate_totp")).context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": app_code(secret)})
    return secret


@pytest.mark.django_db(transaction=True)  # what follows a new key happens once it is kept
def test_an_app_asks_for_its_code_at_each_login(client: Client) -> None:
    user = person(Role.EDITOR)
    log_in(client, user.email)
    secret = with_app(client)
    assert "account.authenticator_added" in Event.objects.values_list("what", flat=True)
    assert mail.outbox[-1].to == [user.email], "they are told"
    cache.clear()  # a code is taken once
    later = Client()
    assert log_in(later, user.email).headers["Location"] == reverse("mfa_authenticate")
    assert not logged_in(later)
    later.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert not logged_in(later)
    later.post(reverse("mfa_authenticate"), {"code": app_code(secret)})
    assert logged_in(later)


def test_the_code_to_scan_is_drawn_into_the_page(client: Client) -> None:
    user = person(Role.EDITOR)
    log_in(client, user.email)
    confirmed_again(client)
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    assert "<svg" in page
    assert "data:image" not in page, "the policy lets no picture come from an address of that kind"
    assert "style=" not in page


def test_guessing_codes_ends_soon(client: Client) -> None:
    user = person(Role.EDITOR)
    log_in(client, user.email)
    secret = with_app(client)
    cache.clear()
    thief = Client()
    log_in(thief, user.email)
    for _ in range(6):
        thief.post(reverse("mfa_authenticate"), {"code": "000000"})
    thief.post(reverse("mfa_authenticate"), {"code": app_code(secret)})
    assert not logged_in(thief)


def test_a_recovery_code_works_once(client: Client) -> None:
    user = person(Role.EDITOR)
    log_in(client, user.email)
    with_app(client)
    code = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()[0]
    entered = []
    for _ in range(2):
        cache.clear()
        later = Client()
        log_in(later, user.email)
        later.post(reverse("mfa_authenticate"), {"code": code})
        entered.append(logged_in(later))
    assert entered == [True, False]


class Key:
    """An authenticator with one passkey for the only host that needs no https."""

    HOST = "localhost"

    def __init__(self) -> None:
        self.id = secrets.token_bytes(16)
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.user = b""
        self.count = 0

    def made(self, options: Any) -> str:
        """What a browser answers to the options for a new key."""
        asked = options["publicKey"]
        self.user = websafe_decode(asked["user"]["id"])
        public = ES256.from_cryptography_key(self.private.public_key())
        about = AttestedCredentialData.create(b"\0" * 16, self.id, public)
        data = AuthenticatorData.create(sha256(self.HOST.encode()), 0b1000101, 0, about)  # present, verified, new
        attested = AttestationObject.create("none", data, {})
        return self._answer({"attestationObject": websafe_encode(attested)}, "webauthn.create", asked["challenge"])

    def used(self, options: Any, origin: str = "") -> str:
        """What a browser answers to the options for a login."""
        asked = options["publicKey"]
        self.count += 1
        data = AuthenticatorData.create(sha256(self.HOST.encode()), 0b101, self.count)
        client = self._client("webauthn.get", asked["challenge"], origin)
        signed = self.private.sign(data + client.hash, ec.ECDSA(hashes.SHA256()))
        response = {
            "authenticatorData": websafe_encode(data),
            "signature": websafe_encode(signed),
            "userHandle": websafe_encode(self.user),
        }
        return self._answer(response, "webauthn.get", asked["challenge"], origin)

    def _client(self, kind: str, challenge: str, origin: str = "") -> CollectedClientData:
        return CollectedClientData.create(kind, challenge, origin or f"http://{self.HOST}")

    def _answer(self, response: dict[str, str], kind: str, challenge: str, origin: str = "") -> str:
        client = websafe_encode(self._client(kind, challenge, origin))
        named = websafe_encode(self.id)
        passkey = {"credProps": {"rk": True}}
        told = {"id": named, "rawId": named, "type": "public-key", "clientExtensionResults": passkey}
        return json.dumps({**told, "response": {**response, "clientDataJSON": client}})


def with_key(client: Client) -> Key:
    """Adds a passkey to whoever is logged in."""
    confirmed_again(client)
    page, key = client.get(reverse("mfa_add_webauthn")), Key()
    answer = key.made(page.context["js_data"]["creation_options"])
    client.post(reverse("mfa_add_webauthn"), {"name": "A key", "passwordless": "on", "credential": answer})
    return key


def asked_for(client: Client) -> Any:
    """What the page of the login gives a browser to sign."""
    return client.get(reverse("mfa_login_webauthn"), HTTP_ACCEPT="application/json").json()["request_options"]


def browser() -> Client:
    return Client(headers={"host": Key.HOST})


def test_a_passkey_logs_in_without_a_password() -> None:
    client, user = browser(), person(Role.EDITOR)
    log_in(client, user.email)
    key = with_key(client)
    assert Authenticator.objects.filter(user=user, type="webauthn").count() == 1
    later = browser()
    later.post(reverse("mfa_login_webauthn"), {"credential": key.used(asked_for(later))})
    assert later.session["_auth_user_id"] == str(user.pk)


def test_a_passkey_signs_neither_twice_nor_for_another_site() -> None:
    client = browser()
    log_in(client, person(Role.EDITOR).email)
    key = with_key(client)
    phished = browser()
    phished.post(reverse("mfa_login_webauthn"), {"credential": key.used(asked_for(phished), "http://evil.example")})
    assert not logged_in(phished)
    seen = key.used(asked_for(browser()))
    replayed = browser()
    asked_for(replayed)
    replayed.post(reverse("mfa_login_webauthn"), {"credential": seen})
    assert not logged_in(replayed)


def test_a_stranger_s_key_opens_nothing() -> None:
    client = browser()
    log_in(client, person(Role.EDITOR).email)
    key = with_key(client)
    key.private = ec.generate_private_key(ec.SECP256R1())
    later = browser()
    later.post(reverse("mfa_login_webauthn"), {"credential": key.used(asked_for(later))})
    assert not logged_in(later)


def test_pages_of_the_second_factor_speak_plainly(client: Client) -> None:
    client.force_login(person(Role.READER), "django.contrib.auth.backends.ModelBackend")
    shown = client.get(reverse("mfa_index")).content.decode()
    assert "Passkeys and codes</h1>" in " ".join(shown.split()).replace(" </h1>", "</h1>")
    asked = client.get(reverse("mfa_activate_totp"), follow=True).content.decode()
    assert "Confirm that it is you" in asked
    for words in ("Two-Factor", "Authenticator", "Confirm Access", "reauthenticate to"):
        assert words not in shown + asked, words
