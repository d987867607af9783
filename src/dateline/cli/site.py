"""`dateline site`: what whoever runs a newsroom does: backups, invitations, background work, Django's commands."""

from __future__ import annotations

from pathlib import Path

import click

#: The roles as `dateline.site.accounts.roles` names them; a test compares.
ROLES = ("reader", "commenter", "reporter", "editor", "administrator")


@click.group("site")
def command() -> None:
    """Look after a newsroom: keep it and put it back, invite people, run what it does in the background."""


@command.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--portable", is_flag=True, help="As rows, which SQLite and PostgreSQL can both take.")
def backup(file: Path, portable: bool) -> None:
    """Write the database and the pictures to FILE, a zip with the hash of every part. The site may go on meanwhile.

    The site's secret is not in it; passwords are, as hashes, and drafts: keep it as you keep those."""
    from dateline.site.operating import backups

    made = backups.back_up(file, portable=portable)
    size = file.stat().st_size / 1e6
    click.echo(f"wrote {file}: the database ({made.kind}) and {_pictures(made.media)}, {size:,.1f} MB")


@command.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--replace", is_flag=True, help="Also where this site holds accounts or stories: they are gone after it.")
def restore(file: Path, replace: bool) -> None:
    """Put the site back as FILE has it, wholly or not at all: every hash is compared first. Stop the site before.

    A backup of an older version is brought up to date. Everybody logs in again."""
    from dateline.site.operating import backups

    made = backups.restore(file, replace=replace)
    click.echo(f"restored what was kept on {made.made}: the database and {_pictures(made.media)}")


def _pictures(names: list[str]) -> str:
    return "1 picture" if len(names) == 1 else f"{len(names):,} pictures"


@command.command()
@click.argument("email")
@click.option("--role", type=click.Choice(ROLES), required=True, help="What they may do.")
@click.option("--name", default="", metavar="NAME", help="The name that readers see; made of the address without it.")
def invite(email: str, role: str, name: str) -> None:
    """Make an account for EMAIL, or give an existing one the role, and print a link to set a password with, once."""
    from dateline.site.operating import inviting

    made = inviting.invite(email, role, name)
    click.echo(f"{made.email} is {made.role}{'' if made.made else ', with the account that was there'}")
    click.echo(f"send them this link, with which they set a password: {made.link}")


@command.command()
def worker() -> None:
    """Run checks, poll feeds and look for new vintages until told to stop. `dateline serve` starts one of these."""
    from dateline.site.operating import setting_up

    setting_up.work()


@command.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run one of Django's own commands with the site's settings: `dateline site manage check --deploy`."""
    from dateline.site.operating import setting_up

    setting_up.manage(arguments)
