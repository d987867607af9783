"""Makes the demo by the services that the desk uses: nothing is written past them."""

from __future__ import annotations

import io
import secrets

from dateline.site.accounts import keeping as accounts
from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
from dateline.site.checks import deciding, running, working
from dateline.site.comments import moderating, posting
from dateline.site.demo.stories import PUBLISHED, SECTIONS, WAITING, Written
from dateline.site.intake.models import Feed
from dateline.site.newsroom import pictures, publishing, readiness, saving
from dateline.site.operating.setting_up import SiteError
from dateline.site.stories.models import Revision, Section, Story
from dateline.site.stories.writing import Draft

_NAMES = {
    Role.READER: "Rita Reader", Role.COMMENTER: "Carl Comment", Role.REPORTER: "Nora Example",
    Role.EDITOR: "Edda Desk", Role.ADMINISTRATOR: "Ada Keys",
}  # fmt: skip
_BIOGRAPHY = "Nora Example writes about what is counted in wars, and by whom. She was invented for Dateline's demo."
#: One who is new here: what they say first waits for a moderator.
_NEW = "reader-in-the-queue"


def make() -> dict[str, str]:
    """Accounts, stories, comments, a correction, a draft. Gives the passwords by address."""
    passwords = {f"{role.value}@example.org": secrets.token_urlsafe(12) for role in Role}
    people = {role.value: _account(role, passwords[f"{role.value}@example.org"]) for role in Role}
    people[_NEW] = accounts.create("Quentin Queue", "queue@example.org", secrets.token_urlsafe(24), Role.COMMENTER)
    sections = {slug: Section.objects.create(slug=slug, name=name, about=about)
                for slug, (name, about) in SECTIONS.items()}  # fmt: skip
    for written in PUBLISHED:
        story = _published(written, people, sections[written.section])
        _said(story, written, people)
    waiting = _begun(WAITING, people, sections[WAITING.section])
    _checked(waiting, people["reporter"])
    Feed.objects.create(
        address="https://news.example.org/feed.xml", name="A feed that is not polled", active=False,
        section=sections["war-in-ukraine"],
    )  # fmt: skip
    return passwords


def _account(role: Role, password: str) -> User:
    made = accounts.create(_NAMES[role], f"{role.value}@example.org", password, role)
    if role is Role.REPORTER:
        made.biography = _BIOGRAPHY
        made.save(update_fields=["biography"])
    return made


def _published(written: Written, people: dict[str, User], section: Section) -> Story:
    """The story as readers see it; with a slip first published as it was, then put right."""
    story = _begun(written, people, section)
    _checked(story, people["reporter"])
    _accepted(story, people["editor"])
    publishing.publish(story, people["editor"])
    if written.slip is not None:
        right, wrong, correction = written.slip
        draft = saving.draft_of(_current(story))
        put_right = Draft(draft.title, draft.text.replace(wrong, right), draft.standfirst, draft.picture, draft.theatre,
                          draft.day)  # fmt: skip
        place = saving.Place(section, written.tags, [people["reporter"]])
        saving.save(story, people["reporter"], put_right, place, base=_current(story).number, reason="drones alone")
        _checked(story, people["reporter"])
        publishing.publish(story, people["editor"], correction=correction)
    return story


def _begun(written: Written, people: dict[str, User], section: Section) -> Story:
    title, standfirst, text = written.parts()
    if written.slip is not None:
        right, wrong, _ = written.slip
        assert text.count(right) == 1, right
        text = text.replace(right, wrong)
    picture = None
    if written.picture is not None:
        drawn = written.picture()
        picture = pictures.keep(
            io.BytesIO(drawn), len(drawn), alternative=written.alternative, caption=written.caption,
            credit="drawn by Dateline",
        )  # fmt: skip
    draft = Draft(title, text, standfirst, picture, day=written.day)
    return saving.start(people["reporter"], draft, saving.Place(section, written.tags, [people["reporter"]]))


def _checked(story: Story, by: User) -> None:
    """Asks for a check and does it here and now, as the worker would."""
    run = running.ask(_current(story), by)
    working.work(until_idle=True)
    run.refresh_from_db()
    if run.state != "finished":
        raise SiteError(f"the demo's {story.slug} was not checked: {run.error or run.state}")


def _accepted(story: Story, by: User) -> None:
    """The editor signs what is shown openly as differing or qualified."""
    check = readiness.decided_check(story)
    assert check is not None
    for claim in check.claims:
        if claim.finding is not None and claim.finding.verdict in ("qualified", "disputed"):
            deciding.decide(story, claim, "accept", by)


def _said(story: Story, written: Written, people: dict[str, User]) -> None:
    for said in written.comments:
        comment = posting.post(story, people[said.by], said.text)
        if not said.held:
            moderating.moderate([comment.pk], "show", people["editor"])
            comment.refresh_from_db()
        if said.reply is not None:
            posting.post(story, people[said.reply[0]], said.reply[1], comment)


def _current(story: Story) -> Revision:
    assert story.current is not None
    return story.current
