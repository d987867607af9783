"""Publishing, republishing and withdrawing. What is published is frozen with its evidence and never changed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from dateline.site.accounts.models import User
from dateline.site.audit import trail
from dateline.site.checks.keeping import keep
from dateline.site.newsroom.addressing import addresses
from dateline.site.newsroom.models import PlannedCorrection
from dateline.site.newsroom.readiness import Hindrance, Ready, examine, is_public
from dateline.site.stories.edition import bump
from dateline.site.stories.freezing import Frozen, freeze
from dateline.site.stories.models import Correction, Figure, Publication, State, Story

#: The longest correction, in characters.
LONGEST = 600


class PublishingRefused(Exception):
    """One line that says what stands in the way; `hindrances` has each reason apart."""

    def __init__(self, hindrances: Sequence[Hindrance]) -> None:
        self.hindrances = tuple(hindrances)
        super().__init__(" ".join(hindrance.text for hindrance in hindrances))


def publish(story: Story, by: User, *, correction: str = "", minor: str = "") -> Publication:
    """Freezes what the story says now, with its check and the editors' decisions, and shows it to readers.

    `correction` is what readers are told was put right; `minor` is why a change needs no correction (a typing error),
    kept in the audit trail. One of them is needed where a published story's words or figures changed. Raises
    PublishingRefused.
    """
    with transaction.atomic():
        locked = _locked(story)
        ready = _ready(locked, correction.strip(), minor.strip())
        evidence = keep(ready.check)
        _refuse_the_same(locked, ready, evidence)
        publication = put_down(locked, by, ready, evidence)
        if correction.strip():
            Correction.objects.create(story=locked, publication=publication, text=correction.strip(), by=by)
        PlannedCorrection.objects.filter(story=locked).delete()
        show(locked, publication)
        transaction.on_commit(lambda: bump(locked.slug))
        trail.note(
            by, "story.published", locked,
            number=publication.number, revision=ready.revision.number, sha256=publication.sha256,
            correction=correction.strip(), minor=minor.strip(),
        )  # fmt: skip
    story.refresh_from_db()
    return publication


def withdraw(story: Story, by: User, reason: str) -> None:
    """Takes a published story off the site. `reason` is public: it stands in the log of corrections. Raises
    PublishingRefused."""
    with transaction.atomic():
        locked = _locked(story)
        said = reason.strip()
        if not is_public(locked) or locked.publication is None:
            raise _refused("The story is not published: there is nothing to withdraw.")
        if not said or len(said) > LONGEST - 20:
            raise _refused(f"Say why in at most {LONGEST - 20} characters: readers are told.")
        Correction.objects.create(
            story=locked, publication=locked.publication, text=f"Withdrawn: {said}", by=by
        )  # fmt: skip
        locked.state = State.WITHDRAWN
        locked.save(update_fields=["state"])
        trail.note(by, "story.withdrawn", locked, reason=said)
        transaction.on_commit(lambda: bump(locked.slug))
    story.refresh_from_db()


def _locked(story: Story) -> Story:
    """The story as it is now; nobody else changes it before this transaction is over."""
    return Story.objects.select_for_update().get(pk=story.pk)


def _ready(story: Story, correction: str, minor: str) -> Ready:
    hindrances, ready = examine(story)
    if len(correction) > LONGEST:
        hindrances.append(Hindrance(f"The correction is over {LONGEST} characters: shorten it.", "publish"))
    if ready is not None and (ready.changed or story.state == State.WITHDRAWN) and not correction and not minor:
        hindrances.append(
            Hindrance("Readers saw other words or figures: write a correction, or say why none is needed.", "publish")
        )
    if hindrances or ready is None:
        raise PublishingRefused(hindrances)
    return ready


def _refuse_the_same(story: Story, ready: Ready, evidence: str) -> None:
    last = story.publication
    if last is None or not is_public(story) or last.revision_id != ready.revision.pk:
        return
    if last.sha256 == _sha256(evidence):
        raise _refused(f"Nothing has changed since publication {last.number}.")


def put_down(story: Story, by: User, ready: Ready, evidence: str, *, charts: bool = True) -> Publication:
    """The publication and its figures, each under its address; without `charts`, which have addresses too."""
    frozen = freeze(ready.check, ready.revision.text)
    last = story.publications.order_by("-number").first()
    publication = Publication.objects.create(
        story=story,
        revision=ready.revision,
        number=last.number + 1 if last else 1,
        by=by,
        evidence=evidence,
        sha256=_sha256(evidence),
        page={
            "title": frozen.title, "standfirst": frozen.standfirst, "body": frozen.body, "summary": frozen.summary,
        },
    )  # fmt: skip
    places = addresses(story, ready.check.claims)
    Figure.objects.bulk_create(_figures(publication, frozen, places, charts))
    return publication


def _figures(publication: Publication, frozen: Frozen, places: dict[str, str], charts: bool) -> list[Figure]:
    return [
        Figure(
            publication=publication,
            address=places[figure.key],
            key=figure.key,
            exact=figure.exact[:300],
            measure=figure.measure,
            verdict=figure.verdict,
            decided_by=figure.decided_by,
            claim=figure.claim,
            card=figure.card,
            chart=figure.chart if charts else "",
            series=figure.series,
        )
        for figure in frozen.figures
    ]


def show(story: Story, publication: Publication) -> None:
    """Makes the publication the one that readers see."""
    now = timezone.now()
    story.state = State.PUBLISHED
    story.publication = publication
    if story.published is None:
        story.published = now
    else:
        story.updated = now
    story.save(update_fields=["state", "publication", "published", "updated"])


def _sha256(evidence: str) -> str:
    return hashlib.sha256(evidence.encode()).hexdigest()


def _refused(text: str) -> PublishingRefused:
    return PublishingRefused([Hindrance(text, "publish")])
