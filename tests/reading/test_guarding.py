"""Where a site may be sent by people it does not know."""

from __future__ import annotations

import datetime as dt
import gzip
import ipaddress
import socket
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline import hosts, reading
from dateline.hosts import Guard, HostError
from dateline.reading.address import fetch
from dateline.reading.errors import ReadingError
from dateline.reading.feed import FEED_LIMIT, fetch_feed
from local_server import Asked, Site, fails, leads, whole

#: What each name's lookups answer, one after the other; the last one stays.
Lookups = dict[str, list[list[str]]]
STORY = "<p>In August 2025, Russia gained 468 square kilometres of Ukraine, the group that maps the front said.</p>"
PAGE = f"<html><title>A month</title><body><article><h1>A month</h1>{STORY}<p>It rained.</p></article>".encode()
HTML = {"Content_Type": "text/html"}
INSIDE = [
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.9", "192.168.0.1", "169.254.169.254", "100.64.0.1",
    "198.18.0.1", "192.0.2.7", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fec0::1",
    "fd00::5", "ff02::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::127.0.0.1", "2002:7f00:1::", "2002:a00:1::1",
    "64:ff9b::a00:1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2001:0:53aa:64c:0:fbff:f5ff:fffe",
]  # fmt: skip
OUTSIDE = ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822", "2002:5db8:d822::1"]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Lookups:
    """The names that are known here."""
    told: Lookups = {}
    real = socket.getaddrinfo

    def getaddrinfo(host: str, port: int | None, *given: Any, **named: Any) -> list[Any]:
        try:
            ipaddress.ip_address(str(host))
        except ValueError:
            pass
        else:
            return real(host, port, *given, **named)
        coming = told.get(str(host).lower())
        if coming is None:
            raise socket.gaierror(-2, "Name or service not known")
        answers = coming.pop(0) if len(coming) > 1 else coming[0]
        return [found for answer in answers for found in real(answer, port, *given, **named)]

    monkeypatch.setattr(hosts.socket, "getaddrinfo", getaddrinfo)
    return told


@pytest.mark.parametrize("address", INSIDE)
def test_no_address_of_the_own_network(address: str, names: Lookups) -> None:
    names["news.example"] = [[address]]
    for host in (address, f"[{address}]", "news.example", "news.example."):
        with pytest.raises(HostError):
            Guard().addresses(host, 80)


@pytest.mark.parametrize("address", OUTSIDE)
def test_any_address_of_the_internet(address: str, names: Lookups) -> None:
    names["news.example"] = [[address]]
    assert Guard().addresses(address, 443) and Guard().addresses("news.example", 443)


def test_one_address_inside_is_one_too_many(names: Lookups) -> None:
    names["news.example"] = [["93.184.216.34", "10.0.0.8"]]
    with pytest.raises(HostError, match="own network"):
        Guard().addresses("news.example", 443)


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "0177.0.0.1", "127.1", "localhost", "%31%32%37.0.0.1", ""])
def test_however_an_address_is_written(host: str) -> None:
    with pytest.raises(HostError):
        Guard().addresses(host, 80)


@pytest.mark.parametrize(
    "address",
    ["ftp://news.example/", "file:///etc/passwd", "gopher://news.example/", "//news.example/", "news.example", "",
     "http://", "https://user@news.example/", "https://user:word@news.example/", "http://news.example:22/",
     "http://news.example:8080/", "https://news.example:6379/", "http://news.example:99999/", "http://[::1/",
     "http://:80/", "javascript:alert(1)"],
)  # fmt: skip
def test_what_is_no_address_of_the_web(address: str) -> None:
    with pytest.raises(HostError, match=r"^[^\n]+$"):
        Guard().check(address)


@pytest.mark.parametrize(
    "address",
    ["http://news.example/", "https://news.example/a?b=c@d", "http://news.example:80/", "HTTPS://x.example:443"],
)
def test_what_is_one(address: str) -> None:
    Guard().check(address)


@pytest.mark.parametrize(
    ("allowed", "passes"),
    [("wiki.example", True), ("wiki.example:8080", True), ("wiki.example:8081", False), ("wiki", False),
     ("example", False), ("10.0.0.8", False)],
)  # fmt: skip
def test_a_host_may_be_allowed_by_name(allowed: str, passes: bool, names: Lookups) -> None:
    names["wiki.example"] = [["10.0.0.8"]]
    guard = Guard(frozenset({allowed}))
    for ask in (lambda: guard.check("http://WIKI.example:8080/"), lambda: guard.addresses("Wiki.example", 8080)):
        if passes:
            ask()
        else:
            with pytest.raises(HostError):
                ask()


@pytest.fixture
def guard(site: Site) -> Guard:
    return Guard(frozenset({f"127.0.0.1:{site.server_port}"}))


def test_what_is_allowed_is_read(site: Site, guard: Guard) -> None:
    address = site.plays_at("/page", whole(PAGE, **HTML))
    assert fetch(address, guard=guard).data == PAGE
    report = reading.read(address, guard=guard, published=dt.date(2025, 9, 2))
    assert "468 square kilometres" in report.text


def test_what_is_not_is_not_even_asked(site: Site) -> None:
    address = site.plays_at("/page", whole(PAGE, **HTML))
    for attempt in (lambda: fetch(address, guard=Guard()), lambda: fetch_feed(address, guard=Guard())):
        with pytest.raises(ReadingError, match="is not read, as it leads to port"):
            attempt()
    assert site.asked == []


def test_without_a_guard_a_person_reads_what_they_like(site: Site) -> None:
    assert fetch(site.plays_at("/page", whole(PAGE, **HTML))).data == PAGE


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1:9/", "http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest/meta-data/",
           "http://inside.example/", "file:///etc/passwd", "http://user@8.8.8.8/", "http://8.8.8.8:25/"],
)  # fmt: skip
def test_a_redirect_leads_to_none_of_these(site: Site, guard: Guard, names: Lookups, to: str) -> None:
    names["inside.example"] = [["192.168.1.1"]]
    address = site.plays_at("/page", leads(to))
    with pytest.raises(ReadingError, match=r"^[^\n]+$"):
        fetch(address, guard=guard, timeout_s=5)
    assert [path for path, _ in site.asked] == ["/page"]


def test_redirects_end(site: Site, guard: Guard) -> None:
    address = site.plays_at("/page", leads("/page"))
    with pytest.raises(ReadingError, match="page to page"):
        fetch(address, guard=guard)
    assert len(site.asked) == 6


def test_a_name_is_looked_up_once_and_that_address_is_asked(site: Site, names: Lookups) -> None:
    """Its next lookup would lead to another machine: nothing asks for it."""
    port = site.server_port
    names["news.example"] = [["127.0.0.1"], ["203.0.113.9"]]
    site.plays_at("/page", whole(PAGE, **HTML))
    guard = Guard(frozenset({f"news.example:{port}"}))
    raw = fetch(f"http://news.example:{port}/page", guard=guard)
    assert raw.data == PAGE
    assert raw.name == f"http://news.example:{port}/page"
    assert site.asked[0][1]["host"] == f"news.example:{port}"
    assert names["news.example"] == [["203.0.113.9"]]


def test_the_next_address_of_a_name_is_tried(site: Site, names: Lookups) -> None:
    port = site.server_port
    names["news.example"] = [["127.0.0.9", "127.0.0.1"]]
    site.plays_at("/page", whole(PAGE, **HTML))
    assert fetch(f"http://news.example:{port}/page", guard=Guard(frozenset({"news.example"}))).data == PAGE


def test_a_proxy_is_not_asked(site: Site, guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Site()
    try:
        monkeypatch.setenv("HTTP_PROXY", other.address)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        assert fetch(site.plays_at("/page", whole(PAGE, **HTML)), guard=guard).data == PAGE
        assert other.asked == []
    finally:
        other.end()


@pytest.mark.parametrize(("name", "passes"), [("news.example", True), ("other.example", False)])
def test_a_certificate_is_that_of_the_host_that_was_asked(
    site: Site,
    names: Lookups,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    passes: bool,
) -> None:
    file = _certificate("news.example", tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    asked: list[str | None] = []
    context.sni_callback = lambda _, server, __: asked.append(server)
    site.socket = context.wrap_socket(site.socket, server_side=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    names[name] = [["127.0.0.1"]]
    site.plays_at("/page", whole(PAGE, **HTML))
    ask = f"https://{name}:{site.server_port}/page"
    if passes:
        assert fetch(ask, guard=Guard(frozenset({name}))).data == PAGE
    else:
        with pytest.raises(ReadingError, match="cannot be reached"):
            fetch(ask, guard=Guard(frozenset({name})))
    assert asked == [name]


def _certificate(name: str, folder: Path) -> Path:
    """A certificate of `name`, signed by itself, with its key."""
    x509 = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(called)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    pem = serialization.Encoding.PEM
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    file.write_bytes(key.private_bytes(pem, *plain) + made.public_bytes(pem))
    return file


def test_a_feed_that_has_not_changed_is_not_sent_again(site: Site, guard: Guard) -> None:
    address = site.plays_at("/feed", whole(b"<rss/>", ETag='"1"', Last_Modified="Tue, 02 Sep 2025 00:00:00 GMT"))
    first = fetch_feed(address, guard=guard)
    assert (first.data, first.etag, first.modified) == (b"<rss/>", '"1"', "Tue, 02 Sep 2025 00:00:00 GMT")
    second = fetch_feed(address, etag=first.etag, modified=first.modified, guard=guard)
    assert (second.data, second.etag) == (None, '"1"')
    assert site.asked[1][1]["if-modified-since"] == first.modified


def _packed(packing: str, data: bytes) -> Callable[[Asked], None]:
    return lambda asked: asked.give(data, Content_Encoding=packing, Content_Type="application/xml")


@pytest.mark.parametrize(
    "play",
    [fails(404), fails(500), whole(b"x" * (FEED_LIMIT + 1)), _packed("gzip", gzip.compress(b" " * (FEED_LIMIT + 1))),
     _packed("br", b"x"), _packed("gzip, gzip", b"x"), _packed("gzip", b"no gzip")],
    ids=["404", "500", "large", "bomb", "br", "twice", "broken"],
)  # fmt: skip
def test_a_feed_that_cannot_be_read_is_one_line(site: Site, guard: Guard, play: Callable[[Asked], None]) -> None:
    with pytest.raises(ReadingError, match=r"^[^\n]+$"):
        fetch_feed(site.plays_at("/feed", play), guard=guard)


def test_a_feed_is_not_asked_for_offline(site: Site, guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_OFFLINE", "1")
    with pytest.raises(ReadingError, match="DATELINE_OFFLINE"):
        fetch_feed(site.plays_at("/feed", whole(b"<rss/>")), guard=guard)
    assert site.asked == []
