"""From a published figure that would read differently now to a correction of it, in one step."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction

from dateline.publishing import wording
from dateline.publishing.producers import names_of
from dateline.records.claim import Claim
from dateline.records.finding import Finding
from dateline.site.accounts.models import User
from dateline.site.audit import trail
from dateline.site.checks.keeping import kept
from dateline.site.checks.running import ask
from dateline.site.newsroom.correcting import NotFound, mend, suggested
from dateline.site.newsroom.models import PlannedCorrection
from dateline.site.newsroom.publishing import LONGEST
from dateline.site.newsroom.saving import draft_of, save, settle
from dateline.site.stories.models import Figure, Revision, Story


def plan(story: Story, by: User, figure: Figure | None = None, now: Finding | None = None) -> Revision | None:
    """Begins a correction, with what `figure` would read `now` as its first words. Where a sentence is suggested it is
    put in place: that revision, else None. From now on the story is checked with what is known today."""
    with transaction.atomic():
        locked = Story.objects.select_for_update().get(pk=story.pk)
        said, revision = "", None
        if figure is not None and now is not None:
            claim = _claim(figure, _newest(now))
            said = words(figure, claim)
            revision = _mended(locked, by, figure, claim)
        _note(locked, by, said)
        current = settle(locked, by)
        if current is not None:
            ask(current, by, "today")
    story.refresh_from_db()
    return revision


def drop(story: Story, by: User) -> None:
    """No correction is being prepared any more; what was written stays."""
    with transaction.atomic():
        if PlannedCorrection.objects.filter(story=story).delete()[0]:
            trail.note(by, "correction.dropped", story)


def words(figure: Figure, claim: Claim) -> str:
    """What readers could be told, for an editor to put better."""
    names = names_of(kept(figure.publication.evidence).theatre)
    said = f"The story said “{figure.exact}”. {wording.sentence(claim, names)}".replace("\u00a0", " ")
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"


def _note(story: Story, by: User, said: str) -> None:
    """Several figures of one story are corrected together."""
    planned, new = PlannedCorrection.objects.get_or_create(story=story, defaults={"text": said, "by": by})
    if not new and said and said not in planned.text:
        planned.text = f"{planned.text} {said}".strip()[:LONGEST]
        planned.save()
    trail.note(by, "correction.begun", story, text=said)


def _claim(figure: Figure, now: Finding) -> Claim:
    """The figure's claim, as published, with what would be found now."""
    check = kept(figure.publication.evidence)
    claim = next(claim for claim in check.claims if claim.id == figure.key)
    return replace(claim, finding=now)


def _newest(now: Finding) -> Finding:
    """What would be found where the published figure fits only what was known earlier: that the same producer's newest
    figure is another. Else `now` as it is."""
    fitting = [reading for reading in now.readings if reading.within]
    newest = [reading for reading in now.readings if not reading.departs and not reading.within]
    if now.verdict != "qualified" or not fitting or len(newest) != 1:
        return now
    (latest,) = newest
    if any("cut_off" not in reading.departs or reading.producer != latest.producer for reading in fitting):
        return now
    return replace(
        now, verdict="contradicted", reason=None, summary="", computed=latest.value, readings=(latest,)
    )  # fmt: skip


def _mended(story: Story, by: User, figure: Figure, claim: Claim) -> Revision | None:
    """A revision with the suggested sentence; None without one, or where the draft no longer says that sentence."""
    check = kept(figure.publication.evidence)
    better = suggested(check, claim)
    if better is None or story.current is None:
        return None
    try:
        mended = mend(draft_of(story.current), check, claim, better)
    except NotFound:
        return None
    return save(
        story, by, mended.draft, base=story.current.number, reason=f"correction of “{figure.exact[:120]}”"
    )  # fmt: skip
