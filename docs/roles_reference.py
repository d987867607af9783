"""Writes docs/reference/roles.md: what each role of the newsroom may do, from the table that the site asks."""

from __future__ import annotations

from dateline.site.accounts.roles import ACTIONS, Role, may

#: What each action is, in words; the builder stops where this and the code differ.
WORDS = {
    "profile.edit": "edit one's own profile, delete one's own comments, close one's account",
    "comment.write": "write comments and replies",
    "comment.flag": "report a comment to the moderators",
    "desk.see": "see the desk: drafts, checks, history, what would now read differently",
    "story.write": "begin, write, upload and restore drafts",
    "check.run": "have a draft checked",
    "ledgers.browse": "browse the ledgers and download from them",
    "finding.decide": "accept, dismiss or override a finding",
    "story.publish": "publish and withdraw stories",
    "story.correct": "correct what was published",
    "comment.moderate": "show, hide and restore comments, close a story to them",
    "feed.manage": "add, change and remove feeds",
    "section.manage": "add and rename sections",
    "audit.see": "see the audit trail",
    "account.manage": "give roles, deactivate and activate accounts",
}
WHO = {
    Role.READER: "has an account and has not confirmed an address, or may no longer comment",
    Role.COMMENTER: "has confirmed an address",
    Role.REPORTER: "writes for the newsroom",
    Role.EDITOR: "decides, publishes, moderates",
    Role.ADMINISTRATOR: "decides who is who",
}
_LEAD = """Each role may do all that those before it may. Reading what is published asks for none. The table is the one
that the site itself asks (`src/dateline/site/accounts/roles.py`); a test asks every address as every role.
"""


def roles() -> str:
    """The page. Raises SystemExit where words and code differ."""
    if set(WORDS) != set(ACTIONS) or set(WHO) != set(Role):
        raise SystemExit(f"roles_reference.py: WORDS and ACTIONS differ: {sorted(set(WORDS) ^ set(ACTIONS))}")
    parts = ["# Roles\n", _LEAD, "| role | who |\n|---|---|"]
    parts += [f"| {role.value} | {WHO[role]} |" for role in Role]
    parts += ["\n## What each may do\n", f"| to | action | {' | '.join(role.value for role in Role)} |"]
    parts += ["|---|---|" + ":-:|" * len(Role)]
    for action in ACTIONS:
        marks = " | ".join("yes" if may(role, action) else "–" for role in Role)
        parts.append(f"| {WORDS[action]} | `{action}` | {marks} |")
    return "\n".join(parts) + "\n"
