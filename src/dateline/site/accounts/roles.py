"""Roles, and the one table of what each may do."""

from __future__ import annotations

from enum import Enum


class Role(Enum):
    """What somebody is to the desk. Each may do all that those before it may."""

    READER = "reader"
    COMMENTER = "commenter"
    REPORTER = "reporter"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"

    @property
    def rank(self) -> int:
        return list(Role).index(self)


#: Every action that asks for more than reading published pages, and the first role that may do it.
ACTIONS: dict[str, Role] = {
    "profile.edit": Role.READER,
    "comment.write": Role.COMMENTER,
    "comment.flag": Role.COMMENTER,
    "desk.see": Role.REPORTER,
    "story.write": Role.REPORTER,
    "check.run": Role.REPORTER,
    "ledgers.browse": Role.REPORTER,
    "finding.decide": Role.EDITOR,
    "story.publish": Role.EDITOR,
    "story.correct": Role.EDITOR,
    "comment.moderate": Role.EDITOR,
    "feed.manage": Role.EDITOR,
    "section.manage": Role.EDITOR,
    "audit.see": Role.EDITOR,
    "account.manage": Role.ADMINISTRATOR,
}


def may(role: Role, action: str) -> bool:
    """Whether `role` may do `action`. Raises KeyError for an action that is not in the table."""
    return role.rank >= ACTIONS[action].rank
