"""A newsroom to try: accounts of every role, three published stories, comments, a correction, a draft that waits.
All of it is made by what the desk itself uses, in a folder of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from dateline.ledgers.store.folder import home
from dateline.site.operating.setting_up import SiteError

#: Where the demo lies, below the folder of the store or the one that is named for the site.
FOLDER = "site-demo"
#: Marks a folder as the demo's, and says that it is whole.
_MARK, _WHOLE = "this-is-a-demo", "whole"


def folder() -> Path:
    """The demo's own folder: never the site's."""
    given = os.environ.get("DATELINE_SITE_HOME", "").strip()
    return Path(given).expanduser() / FOLDER if given else home() / FOLDER


def settle(say: Callable[[str], None], *, fresh: bool = False) -> None:
    """Makes the demo's folder the site's, and SQLite its database, for this process and those that it starts. One that
    was left half made is thrown away, with `fresh` a whole one too. Raises SiteError."""
    where = folder()
    mark = where / _MARK
    if where.exists() and not mark.exists() and any(where.iterdir()):
        raise SiteError(f"{where}: is no demo's folder, so it is left as it is; move it away")
    if where.exists() and (fresh or (mark.exists() and mark.read_text(encoding="ascii") != _WHOLE)):
        shutil.rmtree(where)
    where.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not mark.exists():
        mark.write_text("begun", encoding="ascii")
    if os.environ.pop("DATABASE_URL", ""):
        say("the demo keeps to a file of its own; DATABASE_URL is left alone")
    os.environ["DATELINE_SITE_HOME"] = str(where)


def fill(say: Callable[[str], None]) -> None:
    """Makes what is shown, once; says the accounts' passwords, which are kept nowhere."""
    from django.conf import settings

    mark = Path(settings.SITE_FOLDER) / _MARK
    if mark.exists() and mark.read_text(encoding="ascii") == _WHOLE:
        say("the demo is as it was left; its passwords were printed when it was made (--demo --fresh makes it again)")
        return
    from dateline.site.demo import making

    say("making the demo: three stories are checked and published ...")
    passwords = making.make()
    mark.write_text(_WHOLE, encoding="ascii")
    say("log in with one of these; the passwords are printed this once:")
    width = max(map(len, passwords))
    for email, password in passwords.items():
        say(f"  {email:<{width}}  {password}")
