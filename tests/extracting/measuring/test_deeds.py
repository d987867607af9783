"""What a defender did to what flew in, in words that no list of verbs holds."""

from __future__ import annotations

import pytest

from ..said import expect, the


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Crews plucked 212 drones from the sky on Friday.", "212 drones"),
        ("On Friday the gunners smashed all of 212 drones out of the sky.", "212 drones"),
        ("Ukraine swatted away 212 drones on Friday.", "212 drones"),
        ("On Friday 212 drones fell victim to patrols.", "212 drones"),
        ("Ukrainian fire groups shot down 212 drones on Friday.", "212 drones"),
    ],
)
def test_what_was_taken_out_of_the_sky_was_intercepted(text: str, quote: str) -> None:
    expect(the(text, quote), measure="strikes.intercepted")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ukrainian gunners pocketed 212 drones on Friday.", "212 drones"),
        ("On Friday air defenders collected about 212 drones.", "about 212 drones"),
        ("Russia launched a raid on Friday; Ukrainian crews pocketed 212 drones.", "212 drones"),
        ("Mobile fire teams pocketed 212 drones on Friday.", "212 drones"),
    ],
)
def test_what_a_defender_did_in_unknown_words_is_not_launching(text: str, quote: str) -> None:
    expect(the(text, quote), measure=None)


@pytest.mark.parametrize("verb", ["endured", "faced", "weathered"])
def test_what_a_country_undergoes_was_launched_at_it(verb: str) -> None:
    expect(the(f"Ukraine {verb} 212 drones overnight.", "212 drones"), measure="strikes.launched")
