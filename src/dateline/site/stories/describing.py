"""What machines read of a page: a NewsArticle for a story, a ClaimReview for a figure that a person signed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, cast

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from dateline.publishing import wording
from dateline.records.finding import Verdict
from dateline.site.accounts.models import User
from dateline.site.stories.models import Correction, Figure, Picture, Story

_CONTEXT = "https://schema.org"
#: In a script element "<" could end it; the rest keeps the text harmless wherever it is pasted.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def address(path: str) -> str:
    """`path` of this site as readers find it."""
    return f"{settings.SITE_ADDRESS}{path}"


def article(story: Story, authors: Sequence[User], corrections: Sequence[Correction]) -> SafeString:
    """A published story as JSON-LD, safe inside a script element."""
    assert story.publication is not None
    revision = story.publication.revision
    url = address(story.get_absolute_url())
    return _script({
        "@context": _CONTEXT, "@type": "NewsArticle", "@id": url, "url": url, "mainEntityOfPage": url,
        "headline": revision.title, "description": revision.standfirst,
        "datePublished": _moment(story.published), "dateModified": _moment(story.updated or story.published),
        "author": [_person(author) for author in authors], "publisher": _publisher(),
        "articleSection": story.section.name if story.section else None, "inLanguage": "en",
        "wordCount": len(revision.whole.split()), "image": _image(revision.picture),
        "correction": [
            {"@type": "CorrectionComment", "text": c.text, "datePublished": _moment(c.at)} for c in corrections
        ],
    })  # fmt: skip


def figure(shown: Figure) -> SafeString:
    """A figure as JSON-LD: a Claim, and a ClaimReview where a person decided about it. A finding that the machine
    alone made is described and reviewed by nobody."""
    url, story = address(shown.get_absolute_url()), shown.publication.story
    finding = shown.claim.get("finding") or {}
    claim = _told({
        "@type": "Claim", "@id": f"{url}#claim", "text": shown.exact, "abstract": finding.get("summary"),
        "appearance": {"@id": address(story.get_absolute_url())},
    })  # fmt: skip
    if shown.decided_by == "machine":
        return _script({"@context": _CONTEXT, **claim})
    review = {
        "@type": "ClaimReview", "@id": url, "url": url, "claimReviewed": shown.claim.get("sentence") or shown.exact,
        "itemReviewed": claim, "author": {"@type": "Person", "name": shown.decided_by}, "publisher": _publisher(),
        "datePublished": _moment(shown.publication.at), "reviewBody": finding.get("summary"),
        "reviewRating": {"@type": "Rating", "alternateName": verdict_word(shown.verdict)},
    }  # fmt: skip
    return _script({"@context": _CONTEXT, **_told(review)})


def verdict_word(verdict: str) -> str:
    """A verdict as it is printed; no number stands for it."""
    return wording.WORDS.get(cast(Verdict, verdict), verdict)


def _person(user: User) -> dict[str, Any]:
    return {"@type": "Person", "name": str(user), "url": address(f"/authors/{user.slug}/")}


def _publisher() -> dict[str, Any]:
    return {"@type": "NewsMediaOrganization", "name": settings.SITE_NAME, "url": address("/")}


def _image(picture: Picture | None) -> dict[str, Any] | None:
    if picture is None:
        return None
    return _told({
        "@type": "ImageObject", "url": address(picture.file.url), "width": picture.width, "height": picture.height,
        "caption": picture.caption or picture.alternative, "creditText": picture.credit,
    })  # fmt: skip


def _moment(at: Any) -> str | None:
    return None if at is None else str(at.isoformat(timespec="seconds"))


def _told(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}


def _script(data: dict[str, Any]) -> SafeString:
    written = json.dumps(_told(data), ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return mark_safe(written)  # nothing in it can end the element
