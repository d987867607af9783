"""Input that no page holds: the extractor ends on it, and soon; how soon is measured elsewhere."""

from __future__ import annotations

import subprocess
import sys

import pytest

from dateline.extracting import sentences

HOSTILE = {
    "letters without an end": "a" * 20_000,
    "digits": "5" * 5_000,
    "words without a full stop": "the war and " * 400,
    "numbers and commas": "one, " * 250,
    "grouped digits": "1,000, " * 250,
    "names and commas": "Minister John Smith, " * 100,
    "quotation marks": '"' * 3_000,
    "counted things": "10 drones and " * 100,
}
READ = (
    "import sys, dateline; dateline.extract(dateline.read(sys.stdin.read(), published='2025-05-30', theatre='ukraine'))"
)


@pytest.mark.parametrize("name", HOSTILE)
def test_reading_ends(name: str) -> None:
    text = f"Russia launched 102 drones and, officials said, {HOSTILE[name]}\n"
    subprocess.run([sys.executable, "-c", READ], input=text.encode(), check=True, timeout=120)


def test_what_is_too_long_for_a_sentence_is_read_in_pieces() -> None:
    text = "word " * 1_000
    spans = sentences.split(text)
    assert len(spans) > 1
    assert [w for a, b in spans for w in text[a:b].split()] == text.split()
    assert sentences.split("a" * 4_000)[-1][1] == 4_000
