"""`dateline brief`: the figures of a period as a draft report that its own check confirms."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import output
from dateline.cli.dates import Day

if TYPE_CHECKING:
    from dateline.briefing import Brief

_ENDINGS = (".md", ".html")
_LAST = "last"


class Month(click.ParamType):  # type: ignore[type-arg]  # generic only from Click 8.4 on
    """YYYY-MM, or the word that stands for the last whole month."""

    name = "month"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date | str:
        if value == _LAST or isinstance(value, date):
            return value  # type: ignore[no-any-return]
        try:
            if not re.fullmatch(r"\d{4}-\d{2}", str(value), re.ASCII):
                raise ValueError(value)
            return date.fromisoformat(f"{value}-01")
        except ValueError:
            self.fail(f"{value!r} is no month; write it as 2025-08, or leave it away for the last one", param, ctx)


@click.command()
@click.option("--theatre", metavar="NAME", help="The conflict; without it the one that the package names first.")
@click.option("--week", type=Day(_LAST), is_flag=False, flag_value=_LAST, metavar="[DATE]",
              help="The week from Monday that holds DATE; without one the last whole week.")  # fmt: skip
@click.option("--month", type=Month(), is_flag=False, flag_value=_LAST, metavar="[YYYY-MM]",
              help="That month; without one the last whole month.")  # fmt: skip
@click.option("--from", "start", type=Day(), help="First day.")
@click.option("--to", "end", type=Day(), help="Last day, inclusive.")
@click.option("--as-of", type=Day("today"), default="today", show_default=True,
              help="With what was known on that day.")  # fmt: skip
@click.option("--out", metavar="FILE", required=True,
              help="Where to write: FILE.md with its charts beside it, or FILE.html with all in it.")  # fmt: skip
def command(
    *, theatre: str | None, week: date | str | None, month: date | str | None, start: date | None, end: date | None,
    as_of: date | str, out: str,
) -> None:  # fmt: skip
    """Write the figures of a week, a month or other days as a draft report, with charts and sources.

    Every figure carries the id of its claim; `dateline check FILE.md` finds each of them again and confirms it. What
    that check would not confirm is left out, and that is said.
    """
    path = output.checked_out(out)
    if path.suffix.lower() not in _ENDINGS:
        raise click.UsageError(f"--out {out}: a brief is written as {' or '.join(_ENDINGS)}")
    today = date.today() if isinstance(as_of, str) else as_of
    first, last = _days(week, month, start, end, today)
    from dateline.briefing import brief

    found = brief(theatre, first, last, today)
    if path.suffix.lower() == ".html":
        output.write(found.to_html(), path)
    else:
        output.write(found.to_markdown(_charts(found, path)), path)
    for about, why in found.left_out:
        output.warn(f"left out: {about} ({why})")


def _charts(found: Brief, path: Path) -> dict[str, str]:
    """The charts written beside the page, by name."""
    files = {}
    for picture in found.pictures:
        beside = path.with_name(f"{path.stem}-{picture.name}.svg")
        output.write(picture.svg, beside)
        files[picture.name] = beside.name.replace(" ", "%20")
    return files


def _days(
    week: date | str | None, month: date | str | None, start: date | None, end: date | None, today: date
) -> tuple[date, date]:
    """First and last day of the one period asked for."""
    asked = [name for name, given in (("--week", week), ("--month", month), ("--from", start or end)) if given]
    if len(asked) != 1:
        raise click.UsageError(
            f"{' and '.join(asked)} are two periods: choose one" if asked
            else "name a period: --week, --month, or --from and --to"
        )  # fmt: skip
    if week is not None:
        monday = today - timedelta(days=today.weekday() + 7) if isinstance(week, str) else week
        monday -= timedelta(days=monday.weekday())
        return monday, monday + timedelta(days=6)
    if month is not None:
        first = (today.replace(day=1) - timedelta(days=1)).replace(day=1) if isinstance(month, str) else month
        return first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    if start is None or end is None:
        raise click.UsageError("--from and --to go together: name both days")
    return start, end
