"""Bytes to text."""

from __future__ import annotations

import pytest

from dateline.reading.decoding import decode
from dateline.reading.errors import ReadingError

TEXT = "Russia’s café raid – 367 drones, said Łukasz. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "-") == TEXT


def test_windows_code_pages() -> None:
    western = "Russia’s café raid – 367 drones"
    assert decode(western.encode("cp1252"), "-") == western
    cyrillic = "Россия выпустила 367 дронов по Украине за ночь"
    assert decode(cyrillic.encode("cp1251"), "-") == cyrillic


def test_what_is_declared_comes_before_guessing() -> None:
    page = '<meta charset="windows-1251"><p>дрон: 367 drones, English text otherwise in this page</p>'
    assert decode(page.encode("cp1251"), "-", markup=True) == page
    assert decode("дрон".encode("koi8-r"), "-", charset="koi8-r") == "дрон"
    assert decode("дрон".encode(), "-", charset="no-such-set") == "дрон"


def test_one_stray_byte_does_not_spoil_a_page() -> None:
    data = TEXT.encode() * 5 + b"\xff" + TEXT.encode()
    assert decode(data, "-").count("’") == 18


@pytest.mark.parametrize("data", [b"abc\0def", b"\x01\x02\x03\x04\x05 text " * 9])
def test_binary(data: bytes) -> None:
    with pytest.raises(ReadingError, match="binary"):
        decode(data, "x.txt")
