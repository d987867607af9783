"""Furniture by its words, and sentences that only look like it."""

from __future__ import annotations

import pytest

from dateline.reading import phrases


@pytest.mark.parametrize(
    "line",
    ["Log In", "MENU", "Sign up", "Share | Tweet | Email", "Facebook • X",
     "7 MIN READ", "5-minute read",
     "Advertisement", "Skip to main content", "© 2025 The Daily", "Copyright 2025 The Daily. All rights reserved.",
     "We use cookies to improve your experience.", "Sign up for our newsletter", "Subscribe to read the full story",
     "Get our news in your inbox every morning.",
     "Photo: Ann Lee/Getty Images", "Getty Images",
     "Follow us on Telegram", "Follow Ann Lee on X", "Be the first to comment!", "Accept all cookies",
     "1.2K shares", "Read more"],
)  # fmt: skip
def test_furniture(line: str) -> None:
    assert phrases.is_interface(line)


@pytest.mark.parametrize(
    "line",
    ["Russia shares 404 square kilometres of border.", "Subscribers rose 12 percent.", "Menu prices rose 12 percent.",
     "Copyright cases rose 12 percent.", "Search teams found 12 bodies.", "Sign of 45 new graves",
     "367", "Home guards: 300",
     "Photo of 12 soldiers", "More than 5,000", "Register of deaths: 45", "Video showed 12 drones.",
     "By using 367 drones, Russia won."],
)  # fmt: skip
def test_statements(line: str) -> None:
    assert not phrases.is_interface(line)
    assert not phrases.is_related_link(line)
    assert not phrases.is_comments_header(line)


def test_related_and_comments() -> None:
    assert phrases.is_related_header("Related stories")
    assert phrases.is_related_header("You may also like:")
    assert phrases.is_related_link("READ MORE: Russia launches 500 drones")
    assert not phrases.is_related_link("Read more: Russia launched 500 drones.")
    assert phrases.is_comments_header("0 Comments")
    assert phrases.is_comments_header("Leave a reply")
    assert phrases.is_sign_off("(Reporting by Ann Lee; Editing by Bob Roy)")
