"""What happens to a site that is kept and put back, each scene in a process of its own: the settings are read once.

    python tests/newsroom/scenes.py SCENE FOLDER      prints what came of it as JSON

The site is the one that the environment names (DATELINE_SITE_HOME, DATABASE_URL); FOLDER is for the scene's files.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import sys
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateline.cli.guard import run
from dateline.site.operating import setting_up


def command(*arguments: object) -> tuple[int, str]:
    """A command of the command line: its exit code, and what it said."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = run([str(a) for a in arguments])
    return code, said.getvalue()


def filled() -> None:
    """A site with an account, a story of two revisions, a picture."""
    setting_up.begin()
    setting_up.prepare()
    from django.conf import settings
    from PIL import Image

    from dateline.site.accounts.keeping import create
    from dateline.site.accounts.roles import Role
    from dateline.site.newsroom import pictures
    from dateline.site.stories.writing import Draft, begin, revise

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick: nobody logs in
    reporter = create("Ruth Example", "ruth@example.org", "a long way to Tipperary", Role.REPORTER)
    drawn = io.BytesIO()
    Image.new("RGB", (32, 24), "red").save(drawn, "PNG")
    picture = pictures.keep(io.BytesIO(drawn.getvalue()), len(drawn.getvalue()), alternative="A red field")
    story = begin(reporter, Draft("The night", "Russia launched 367 drones.", picture=picture))
    revise(story, reporter, Draft("The night", "Russia launched 299 drones; “двісті”.", picture=picture), "fewer")


def changed() -> None:
    """What somebody does after the backup."""
    from PIL import Image

    from dateline.site.accounts.keeping import create
    from dateline.site.accounts.roles import Role
    from dateline.site.newsroom import pictures
    from dateline.site.stories.models import Revision, Story
    from dateline.site.stories.writing import Draft, revise

    late = create("Late Comer", "late@example.org", "a long way to Tipperary", Role.READER)
    drawn = io.BytesIO()
    Image.new("RGB", (32, 24), "blue").save(drawn, "PNG")
    pictures.keep(io.BytesIO(drawn.getvalue()), len(drawn.getvalue()), alternative="A blue field")
    revise(Story.objects.get(), late, Draft("Gone", "Nothing."), "emptied")
    first = Revision.objects.exclude(picture=None).first()
    assert first is not None and first.picture is not None
    Path(first.picture.file.path).unlink()


def content() -> dict[str, Any]:
    """All that the site holds: every row but the trail's word of a restore, every picture's hash."""
    from django.conf import settings
    from django.core import serializers

    from dateline.site.operating.databases import _models

    rows = {
        model._meta.label: sorted(
            json.dumps(row, sort_keys=True)
            for row in json.loads(serializers.serialize("json", model._base_manager.order_by("pk")))
            if row["fields"].get("what") != "site.restored"
        )
        for model in _models()
    }
    media = Path(settings.MEDIA_ROOT)
    files = {str(p.relative_to(media)): hashlib.sha256(p.read_bytes()).hexdigest()
             for p in sorted(media.rglob("*")) if p.is_file()}  # fmt: skip
    return {"rows": {label: found for label, found in rows.items() if found}, "files": files}


def there_and_back(folder: Path, *options: str) -> dict[str, Any]:
    filled()
    before = content()
    kept = command("site", "backup", folder / "kept.zip", *options)
    changed()
    wrecked = content()
    refused = command("site", "restore", folder / "kept.zip")
    untouched = content()
    restored = command("site", "restore", folder / "kept.zip", "--replace")
    return {"before": before, "kept": kept, "wrecked": wrecked, "refused": refused, "untouched": untouched,
            "restored": restored, "after": content(), "next": goes_on()}  # fmt: skip


def goes_on() -> str:
    """New rows get numbers of their own after a restore."""
    from dateline.site.accounts.keeping import create
    from dateline.site.accounts.roles import Role
    from dateline.site.stories.writing import Draft, begin

    author = create("Next One", "next@example.org", "a long way to Tipperary", Role.REPORTER)
    return begin(author, Draft("Afterwards", "Russia launched 12 drones.")).slug


def portable(folder: Path) -> dict[str, Any]:
    return there_and_back(folder, "--portable")


def keep_only(folder: Path) -> dict[str, Any]:
    filled()
    return {"kept": command("site", "backup", folder / "kept.zip", "--portable"), "content": content()}


def restore_only(folder: Path) -> dict[str, Any]:
    restored = command("site", "restore", folder / "kept.zip")
    return {"restored": restored, "content": content(), "next": goes_on()}


def restore_wrong(folder: Path) -> dict[str, Any]:
    return {"said": command("site", "restore", folder / "kept.zip")}


def hostile(folder: Path) -> dict[str, Any]:
    """Backups that are not what they should be, each refused, with the site as it was."""
    filled()
    command("site", "backup", folder / "kept.zip")
    before = content()
    found: dict[str, Any] = {}
    for name, spoil in SPOILED.items():
        spoiled = folder / f"{name}.zip"
        _rewritten(folder / "kept.zip", spoiled, spoil)
        found[name] = [*command("site", "restore", spoiled, "--replace"), content() == before]
    (folder / "text.zip").write_text("no zip")
    found["no zip"] = [*command("site", "restore", folder / "text.zip", "--replace"), content() == before]
    cut = (folder / "kept.zip").read_bytes()
    (folder / "cut.zip").write_bytes(cut[: len(cut) // 2])
    found["cut short"] = [*command("site", "restore", folder / "cut.zip", "--replace"), content() == before]
    return found


def _rewritten(source: Path, target: Path, spoil: Callable[[dict[str, bytes], dict[str, Any]], None]) -> None:
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(parts.pop("manifest.json"))
    spoil(parts, manifest)
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        archive.writestr("manifest.json", json.dumps(manifest))


def _restated(parts: dict[str, bytes], manifest: dict[str, Any], name: str, data: bytes) -> None:
    parts[name] = data
    manifest["parts"][name] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}


def _picture(parts: dict[str, bytes], manifest: dict[str, Any]) -> None:
    name = next(name for name in parts if name.startswith("media/"))
    parts[name] = parts[name][:-1] + bytes([parts[name][-1] ^ 1])


def _outside(parts: dict[str, bytes], manifest: dict[str, Any]) -> None:
    _restated(parts, manifest, "media/../../evil.txt", b"evil")


def _unlisted(parts: dict[str, bytes], manifest: dict[str, Any]) -> None:
    parts["media/more.jpg"] = b"more"


def _newer(parts: dict[str, bytes], manifest: dict[str, Any]) -> None:
    manifest["migrations"]["stories"].append("9999_to_come")


def _other_schema(parts: dict[str, bytes], manifest: dict[str, Any]) -> None:
    manifest["schema"] = 99


def _database(parts: dict[str, bytes], manifest: dict[str, Any]) -> None:
    """A database whose hash is right and whose content fails at its end."""
    name = next(name for name in parts if name.startswith("database."))
    data = parts[name]
    if name.endswith(".sql"):
        spoiled = data + b"\nINSERT INTO no_such_table VALUES (1);\n"
    else:
        spoiled = data[: len(data) // 2] + b"\0" * (len(data) - len(data) // 2)
    _restated(parts, manifest, name, spoiled)


SPOILED: dict[str, Callable[[dict[str, bytes], dict[str, Any]], None]] = {
    "a picture's byte": _picture, "a name outside": _outside, "a file not listed": _unlisted,
    "a newer version": _newer, "another schema": _other_schema, "half a database": _database,
}  # fmt: skip


def rows_that_fail(folder: Path) -> dict[str, Any]:
    """Rows of which the last cannot be: nothing of those before it stays."""
    filled()
    command("site", "backup", folder / "kept.zip", "--portable")
    changed()
    before = content()

    def spoil(parts: dict[str, bytes], manifest: dict[str, Any]) -> None:
        lost = {"model": "stories.revision", "pk": 77, "fields": {"story": 4711, "number": 1, "author": 1, "title": "x",
                "text": "x", "at": "2026-01-01T00:00:00Z", "sha256": ""}}  # fmt: skip
        _restated(parts, manifest, "database.jsonl", parts["database.jsonl"] + json.dumps(lost).encode() + b"\n")

    _rewritten(folder / "kept.zip", folder / "spoiled.zip", spoil)
    said = command("site", "restore", folder / "spoiled.zip", "--replace")
    return {"said": said, "same": content()["rows"] == before["rows"]}


def while_written(folder: Path) -> dict[str, Any]:
    """Backups taken while somebody writes: each holds whole transactions."""
    filled()
    from django.db import connection

    from dateline.site.accounts.models import User
    from dateline.site.stories.writing import Draft, begin

    stop, wrote = threading.Event(), []

    def write() -> None:
        author = User.objects.get()
        while not stop.is_set():
            wrote.append(begin(author, Draft("Another night", "Russia launched 12 drones.")).slug)
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        while len(wrote) < 3 and writer.is_alive():
            stop.wait(0.01)
        kept = [command("site", "backup", folder / f"kept-{n}.zip")[0] for n in range(2)]
    finally:
        stop.set()
        writer.join()
    halves = []
    for number in range(2):
        command("site", "restore", folder / f"kept-{number}.zip", "--replace")
        found = content()["rows"]
        halves.append(len(found["stories.Story"]) != len(found["stories.Revision"]) - 1)
    return {"kept": kept, "halves": halves, "wrote": len(wrote)}


def invited(folder: Path) -> dict[str, Any]:
    """An invitation's link leads to a page that sets the password, once."""
    first = command("site", "invite", "Ada@Example.org", "--role", "administrator", "--name", "Ada Example")
    nonsense = command("site", "invite", "nobody", "--role", "editor")
    last = command("site", "invite", "ada@example.org", "--role", "editor")
    command("site", "invite", "bert@example.org", "--role", "administrator")
    again = command("site", "invite", "ada@example.org", "--role", "editor")
    from django.test import Client
    from django.test.utils import setup_test_environment

    from dateline.site.accounts.models import User

    setup_test_environment()
    link = first[1].rstrip().rpartition(" ")[2]
    password = "what nobody else would say"
    client = Client()
    page = client.get(link, follow=True)
    client.post(page.redirect_chain[-1][0], dict.fromkeys(page.context["form"].fields, password))
    user = User.objects.get(email__iexact="ada@example.org")
    used = Client().get(link, follow=True)
    return {"first": first, "nonsense": nonsense, "last": last, "again": again, "role": user.role, "name": user.name,
            "set": user.check_password(password), "used": bool(used.context.get("token_fail"))}  # fmt: skip


def demo(folder: Path) -> dict[str, Any]:
    """The demo as it is made, and as it is found by a second start."""
    from dateline.site import demo as made

    said: list[str] = []
    made.settle(said.append)
    setting_up.begin()
    setting_up.prepare()
    made.fill(said.append)
    again: list[str] = []
    made.fill(again.append)
    return {"said": said, "again": again, **_shown()}


def _shown() -> dict[str, Any]:
    """What the demo holds, and what its pages answer."""
    from django.test import Client
    from django.test.utils import setup_test_environment

    from dateline.site.accounts.models import User
    from dateline.site.checks.deciding import undecided
    from dateline.site.comments.models import Comment
    from dateline.site.intake.models import Feed
    from dateline.site.newsroom.readiness import decided_check
    from dateline.site.stories.models import Correction, Story

    setup_test_environment()
    stories = Story.objects.order_by("id")
    published = [story for story in stories if story.publication is not None]
    waiting = [story for story in stories if story.publication is None]
    check = decided_check(waiting[0])
    client = Client()
    pages = [client.get(story.get_absolute_url()) for story in published]
    return {
        "verdicts": {story.slug: [(f.exact, f.verdict, f.decided_by) for f in story.publication.figures.all()]
                     for story in published if story.publication is not None},
        "pages": [page.status_code for page in pages],
        "pictures": [client.get(story.current.picture.file.url).status_code for story in published
                     if story.current is not None and story.current.picture is not None],
        "corrections": [(c.story.slug, c.publication.number) for c in Correction.objects.all()],
        "comments": [(c.state, c.parent_id is not None) for c in Comment.objects.order_by("id")],
        "undecided": [claim.quote.exact for claim in undecided(check)] if check is not None else [],
        "roles": sorted(user.role for user in User.objects.all()),
        "feeds": [feed.active for feed in Feed.objects.all()],
    }  # fmt: skip


def failing(folder: Path) -> dict[str, Any]:
    """What is printed when a page fails, here because a table is gone, and when there is no such page."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        setting_up.begin()
        setting_up.prepare()
        from django.db import connection
        from django.test import Client

        client = Client(raise_request_exception=False, headers={"host": "127.0.0.1"})
        missing = client.get("/no/such/page").status_code
        strange = client.get("/", headers={"host": "elsewhere.example"}).status_code
        quiet = said.getvalue()
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE stories_story RENAME TO gone")
        failed = client.get("/").status_code
    return {"statuses": [missing, strange, failed], "quiet": quiet, "said": said.getvalue()}


if __name__ == "__main__":
    scene: Callable[[Path], dict[str, Any]] = globals()[sys.argv[1]]
    print(json.dumps(scene(Path(sys.argv[2]))))
