"""What stands in the way of publishing a story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.records.check import Check
from dateline.site.checks.deciding import decided, undecided
from dateline.site.checks.keeping import KeepingError, kept
from dateline.site.checks.models import Run, RunState
from dateline.site.newsroom.models import PlannedCorrection
from dateline.site.stories.models import Publication, Revision, State, Story

#: Where on the desk a hindrance is removed.
Step = Literal["write", "check", "decide", "publish"]


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One reason why a story cannot be published, in one line, and the step that removes it. `claim` is the id of the
    figure it is about, if any."""

    text: str
    step: Step
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Ready:
    """What would be published: the revision, and its check with every decision in it (what may not be passed on was
    taken out of it when it was made). `changed` says whether readers saw other words or figures."""

    revision: Revision
    check: Check
    changed: bool


def finished(revision: Revision, as_of: str) -> Run | None:
    """The last check of a revision that came to its end."""
    return revision.runs.filter(as_of=as_of, state=RunState.FINISHED).order_by("-id").first()


def basis(story: Story) -> str:
    """What the story is checked with: "published", what was known on its day, or "today" where a correction is being
    prepared, which would be none if it knew no more than the report did. What was published after such a correction
    stays with "today": with its day's knowledge the corrected figure would be contradicted."""
    if PlannedCorrection.objects.filter(story=story).exists():
        return "today"
    last = story.publication
    try:
        return "today" if last is not None and kept(last.evidence).as_of == "today" else "published"
    except KeepingError:  # kept by a version whose checks are not read any more
        return "published"


def found_check(story: Story) -> Check | None:
    """The check of what the story says now, as the machine found it; None before it is finished."""
    run = finished(story.current, basis(story)) if story.current is not None else None
    return kept(run.result) if run is not None else None


def decided_check(story: Story) -> Check | None:
    """The same with what the editors decided."""
    check = found_check(story)
    return decided(check, story.decisions.select_related("by")) if check is not None else None


def examine(story: Story) -> tuple[list[Hindrance], Ready | None]:
    """What stands in the way, and what would be published: None as long as there is no check to publish."""
    revision = story.current
    if revision is None:
        return [Hindrance("The story has no text yet: write it.", "write")], None
    found = list(_unwritten(story, revision))
    check = decided_check(story)
    if check is None:
        return [*found, Hindrance(_unchecked(revision, basis(story)), "check")], None
    found += [
        Hindrance(f"“{_short(claim.quote.exact)}” is contradicted by the data: decide what is to be done.", "decide",
                  claim.id)
        for claim in undecided(check)
    ]  # fmt: skip
    return found, Ready(revision, check, _changed(story.publication, revision, check))


def _unwritten(story: Story, revision: Revision) -> Iterator[Hindrance]:
    """What the story itself lacks."""
    if not revision.title.strip():
        yield Hindrance("The story has no headline: write one.", "write")
    if not revision.text.strip():
        yield Hindrance("The story has no text: write it.", "write")
    if story.section is None:
        yield Hindrance("The story is in no section: choose one.", "write")
    if not story.authors.exists():
        yield Hindrance("The story has no author: name one.", "write")
    if revision.picture is not None and not revision.picture.alternative.strip():
        yield Hindrance("The picture has no alternative text: say what it shows.", "write")


def _unchecked(revision: Revision, as_of: str) -> str:
    """Why there is no check of the revision."""
    run = revision.runs.filter(as_of=as_of).order_by("-id").first()
    if run is None:
        return f"Revision {revision.number} has not been checked: check it."
    if run.state == RunState.FAILED:
        return f"The check of revision {revision.number} failed: {run.error or 'check it again.'}"
    return f"The check of revision {revision.number} is not finished: wait for it."


def _changed(last: Publication | None, revision: Revision, check: Check) -> bool:
    """Whether words or figures are other than those of the last publication."""
    if last is None:
        return False
    if last.revision.sha256 != revision.sha256:
        return True
    return _shown(kept(last.evidence)) != _shown(check)


def _shown(check: Check) -> list[tuple[str, str, str]]:
    return [(c.quote.exact, c.finding.verdict, c.finding.summary) for c in check.claims if c.finding is not None]


def is_public(story: Story) -> bool:
    """Whether readers see the story."""
    return story.state == State.PUBLISHED


def _short(text: str, most: int = 80) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"
