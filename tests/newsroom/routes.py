"""Who reaches which address of the site: one table, a line for every route of the urlconf. A route that is missing here
fails the tests (test_routes.py), and so does a line whose route is gone.

`access` says who is let in:
- an action of `accounts.roles.ACTIONS`: whoever may do it; others are refused (403), without a login sent to log in;
- LOGGED_IN: everybody with an account; others are sent to log in;
- EVERYONE: nobody is asked.

`get` and `post` are the answers to whoever is let in: a status, or two, for whoever is not logged in and for whoever
is. A POST carries nothing, so a form answers 400 or shows its errors (200). `posting` is the access for a POST where it
is another one. `args` are the parts of the address; without them they come from `ARGS` by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

EVERYONE, LOGGED_IN = "everyone", "logged in"
Status = int | tuple[int, int]


@dataclass(frozen=True, slots=True)
class Route:
    """What one route answers."""

    access: str
    get: Status = 200
    post: Status = 405
    posting: str = ""
    args: Mapping[str, object] = field(default_factory=dict)


#: What the world of test_routes.py holds under each name; `comment` and `person` are numbers known only there.
ARGS: dict[str, object] = {"slug": "the-night", "address": "f-one", "key": "nothing", "pk": 0}

PEOPLE = {
    "me": Route(EVERYONE),
    "profile": Route("profile.edit", post=400),
    "account-close": Route("profile.edit", post=400),
    "people": Route("account.manage"),
    "person": Route("account.manage", post=400, args={"pk": "person"}),
    "comment": Route(EVERYONE, get=302, args={"pk": "comment"}),
    "comment-write": Route("comment.write", post=400),
    "comment-reply": Route("comment.write", post=400, args={"pk": "comment"}),
    "comment-flag": Route("comment.flag", post=400, args={"pk": "comment"}),
    "comment-delete": Route("profile.edit", get=404, post=404, args={"pk": "comment"}),
    "comments-mine": Route("profile.edit"),
    "moderation": Route("comment.moderate"),
    "moderation-act": Route("comment.moderate", get=405, post=400),
    "comments-closing": Route("comment.moderate", get=405, post=302),
}

ALLAUTH = {
    "account_login": Route(EVERYONE, get=(200, 302), post=(200, 302)),
    "account_logout": Route(EVERYONE, get=(302, 200), post=302),
    "account_inactive": Route(EVERYONE, post=405),
    "account_signup": Route(EVERYONE, get=(200, 302), post=(200, 302)),
    "account_confirm_login_code": Route(EVERYONE, get=302, post=302),
    "account_confirm_email": Route(EVERYONE, get=200, post=404),
    "account_email_verification_sent": Route(EVERYONE),
    "account_reset_password": Route(EVERYONE, post=200),
    "account_reset_password_done": Route(EVERYONE),
    "account_reset_password_from_key": Route(EVERYONE, post=200, args={"uidb36": "1", "key": "nothing"}),
    "account_reset_password_from_key_done": Route(EVERYONE),
    "account_reauthenticate": Route(LOGGED_IN, post=200),
    "account_email": Route(LOGGED_IN, post=302),
    "account_change_password": Route(LOGGED_IN, post=200),
    "account_set_password": Route(LOGGED_IN, get=302, post=302),
    "mfa_index": Route(LOGGED_IN),
    "mfa_authenticate": Route(EVERYONE, get=302, post=302),
    "mfa_login_webauthn": Route(EVERYONE, get=302, post=302),
    "mfa_list_webauthn": Route(LOGGED_IN),
    "mfa_deactivate_totp": Route(LOGGED_IN, get=404, post=404),
    "mfa_view_recovery_codes": Route(LOGGED_IN, get=404),
    "mfa_download_recovery_codes": Route(LOGGED_IN, get=404, post=404),
    **{
        name: Route(LOGGED_IN, get=302, post=302)  # the password is asked for again
        for name in (
            "mfa_reauthenticate", "mfa_activate_totp", "mfa_generate_recovery_codes", "mfa_add_webauthn",
            "mfa_reauthenticate_webauthn", "mfa_remove_webauthn", "mfa_edit_webauthn",
        )
    },
}  # fmt: skip

READERS = {
    "home": Route(EVERYONE),
    "story": Route(EVERYONE),
    "section": Route(EVERYONE, args={"slug": "war"}),
    "section-atom": Route(EVERYONE, args={"slug": "war"}),
    "section-rss": Route(EVERYONE, args={"slug": "war"}),
    "tag": Route(EVERYONE, args={"slug": "drones"}),
    "author": Route(EVERYONE, args={"slug": "reporter"}),
    "archive": Route(EVERYONE),
    "month": Route(EVERYONE, get=404, args={"year": 1999, "month": 1}),
    "search": Route(EVERYONE),
    "corrections": Route(EVERYONE),
    "figures": Route(EVERYONE),
    "figure": Route(EVERYONE),
    "figure-json": Route(EVERYONE),
    "figure-csv": Route(EVERYONE),
    "figure-svg": Route(EVERYONE, get=404),
    "atom": Route(EVERYONE),
    "rss": Route(EVERYONE),
    "sitemap": Route(EVERYONE),
    "news-sitemap": Route(EVERYONE),
    "robots": Route(EVERYONE),
    "picture": Route(EVERYONE, get=404, args={"folder": "people", "name": "nobody.jpg"}),
}

DESK = {
    "desk": Route("desk.see"),
    "desk-stories": Route("desk.see"),
    "desk-new": Route("story.write", post=422),
    "desk-receive": Route("story.write", get=405, post=422),
    "desk-preview": Route("story.write", get=405, post=200),
    "desk-story": Route("desk.see"),
    "desk-edit": Route("story.write", post=422),
    "desk-check": Route("check.run", get=405, post=302),
    "desk-check-stop": Route("check.run", get=405, post=302),
    "desk-progress": Route("desk.see", get=302),
    "desk-progress-json": Route("desk.see"),
    "desk-compare": Route("desk.see"),
    "desk-finding": Route("desk.see", get=404, args={"claim": "c1"}),  # the story has not been checked
    "desk-decide": Route("finding.decide", get=405, post=404, args={"claim": "c1"}),
    "desk-sentence": Route("story.write", get=404, post=404, args={"claim": "c1"}),
    "desk-publish": Route("desk.see"),
    "desk-publish-now": Route("story.publish", get=405, post=302),
    "desk-story-preview": Route("desk.see", get=302),
    "desk-withdraw": Route("story.publish", get=405, post=422),
    "desk-history": Route("desk.see"),
    "desk-difference": Route("desk.see"),
    "desk-restore": Route("story.write", get=405, post=302, args={"number": 1}),
    "desk-evidence": Route("desk.see", args={"number": 1}),
    "desk-publication": Route("desk.see", args={"number": 1}),
    "desk-plan": Route("story.correct", get=405, post=302),
    "desk-plan-drop": Route("story.correct", get=405, post=302),
    "desk-changes": Route("desk.see"),
    "desk-corrections": Route("desk.see"),
    "desk-audit": Route("audit.see"),
}

CHECKS = {
    "check-progress": Route("desk.see", get=404),
    "check-cancel": Route("check.run", get=405, post=404),
}

FEEDS = {
    "feed-items": Route("desk.see"),
    "feeds": Route("feed.manage", post=422),
    "feed-edit": Route("feed.manage", get=404, post=404),
    "feed-read": Route("feed.manage", get=405, post=404),
    "feed-remove": Route("feed.manage", get=405, post=404),
}

LEDGERS = {
    "ledgers": Route("ledgers.browse"),
    "ledger_coverage": Route("ledgers.browse"),
    "ledger_sources": Route("ledgers.browse"),
    "ledger_map": Route("ledgers.browse"),
    "ledger_map_picture": Route("ledgers.browse"),
    "ledger_measure": Route("ledgers.browse", args={"theatre": "ukraine", "measure": "strikes.launched"}),
}

ROUTES: dict[str, Route] = {**PEOPLE, **ALLAUTH, **READERS, **DESK, **CHECKS, **FEEDS, **LEDGERS}
