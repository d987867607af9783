"""Where a request may go."""

from __future__ import annotations

import socket

import pytest

from dateline import hosts
from dateline.hosts import HostError, check_hop, check_redirect, is_private

PUBLIC = "https://93.184.216.34/file.csv"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "10.1.2.3", "172.16.0.9", "192.168.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "::1", "fe80::1",
     "fd00::5", "::ffff:10.0.0.1", "224.0.0.1", "localhost"],
)  # fmt: skip
def test_private(host: str) -> None:
    assert is_private(host)


@pytest.mark.parametrize("host", ["93.184.216.34", "2606:2800:220:1::1", "nowhere.invalid"])
def test_not_private(host: str) -> None:
    assert not is_private(host)


def test_a_public_name_for_a_private_address_is_private(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in ("93.184.216.34", "10.0.0.8")]
    monkeypatch.setattr(hosts.socket, "getaddrinfo", lambda *_, **__: answers)
    assert is_private("cdn.example.org")
    with pytest.raises(HostError, match="own network"):
        check_hop("https://cdn.example.org/x", PUBLIC)


@pytest.mark.parametrize("address", [PUBLIC, "https://1.1.1.1/other"])
def test_https_may_lead_to_https(address: str) -> None:
    check_hop(address, PUBLIC)


@pytest.mark.parametrize(
    "address",
    ["http://93.184.216.34/file.csv", "https://127.0.0.1/x", "https://[::1]/x", "https://169.254.169.254/latest",
     "file:///etc/passwd", "data:text/csv,1", "gopher://1.1.1.1/", "//", ""],
)  # fmt: skip
def test_and_to_nothing_else(address: str) -> None:
    with pytest.raises(HostError):
        check_hop(address, PUBLIC)


def test_a_mirror_in_the_own_network_may_be_stated() -> None:
    check_hop("http://192.168.7.7/ged.zip", "http://192.168.7.7/ged.zip")
    check_hop("http://192.168.7.8/ged.zip", "http://192.168.7.7/ged.zip")
    with pytest.raises(HostError, match="not https"):
        check_hop("http://1.1.1.1/ged.zip", "http://192.168.7.7/ged.zip")


def test_a_page_may_be_plain_http_but_not_lead_inside() -> None:
    check_redirect("http://1.1.1.1/page", "http://93.184.216.34/page")
    with pytest.raises(HostError, match="own network"):
        check_redirect("http://192.168.0.1/admin", "http://93.184.216.34/page")


@pytest.mark.parametrize(
    ("value", "is_offline"), [("1", True), ("yes", True), ("0", False), ("", False), (None, False)]
)
def test_offline(monkeypatch: pytest.MonkeyPatch, value: str | None, is_offline: bool) -> None:
    if value is None:
        monkeypatch.delenv("DATELINE_OFFLINE", raising=False)
    else:
        monkeypatch.setenv("DATELINE_OFFLINE", value)
    assert hosts.offline() is is_offline
