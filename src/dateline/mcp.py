"""What an assistant may ask over the Model Context Protocol: checks and figures, read-only and without a network."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from importlib import metadata
from typing import TYPE_CHECKING, Any, Literal, ParamSpec

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

    from dateline.figures import Figure

P = ParamSpec("P")
INSTRUCTIONS = (
    "Dateline works figures of war reports out again from open data. check_text gives a verdict for every figure of a "
    "text; figure gives one measure for a period; coverage says from when to when the ledgers answer; cite says how to "
    "cite a figure. A match with a party to the war is no independent count: say whose figure it is."
)
#: Characters of a text that is checked at once; a long report has a tenth of them.
LONGEST = 400_000


class AskedWrongly(Exception):
    """One line for the assistant: what was asked for does not exist, and what does."""


def check_text(text: str, published: str | None = None, theatre: str | None = None) -> dict[str, Any]:
    """Check every figure that a report's text states. `published` is its date (YYYY-MM-DD), `theatre` the conflict
    (ukraine, gaza) where the text does not tell. Gives each claim with its verdict, readings, sources and the command
    that repeats it, and the numbers that were seen and not checked."""
    from dateline import desk
    from dateline.publishing.schema import check_dict
    from dateline.reading import read_text

    if len(text) > LONGEST:
        raise AskedWrongly(f"the text has {len(text):,} characters; at most {LONGEST:,} are checked at once")
    day = date.fromisoformat(published) if published else None
    # The text is a text whatever it looks like: a path or an address in it is not opened.
    report = desk.of_theatre(read_text(text, published=day), theatre)
    return check_dict(desk.check(report))


def figure(
    measure: str,
    start: str,
    end: str,
    by: Literal["day", "week", "month", "region", "weapon"] | None = None,
    place: str | None = None,
    where: dict[str, str] | None = None,
    per_day: bool = False,
    as_of: str | None = None,
    theatre: str | None = None,
) -> dict[str, Any]:
    """One measure (territory.net_change, strikes.launched, casualties.killed ...) from `start` to `end`, both inclusive
    (YYYY-MM-DD), with every other admissible reading, flags and sources. `where` filters: {"weapon": "shahed"}."""
    from dateline.figures import figure_dict

    return figure_dict(_figure(measure, start, end, by, place, where, per_day, as_of, theatre))


def coverage() -> list[dict[str, Any]]:
    """First and last day of every ledger of every theatre, and the days between without an answer of their own."""
    from dateline import ledgers
    from dateline.theatres import loader

    return [
        {"theatre": theatre.id, "ledger": c.ledger, "start": c.start.isoformat(), "end": c.end.isoformat(),
         "gaps": [{"start": g.start.isoformat(), "end": g.last.isoformat(), "flag": g.flag} for g in c.gaps]}
        for theatre in map(loader.load, loader.installed())
        for c in ledgers.load(theatre.folder).coverage()
    ]  # fmt: skip


def cite(
    measure: str,
    start: str,
    end: str,
    place: str | None = None,
    where: dict[str, str] | None = None,
    theatre: str | None = None,
) -> dict[str, Any]:
    """How to cite a figure: its value with unit, whose it is, the sources with address and licence, and the command
    that repeats it."""
    from dateline.figures.withholding import outgoing

    found = outgoing(_figure(measure, start, end, None, place, where, False, None, theatre))
    first = found.readings[0] if found.readings else None
    return {
        "value": found.value,
        "unit": found.unit,
        "producer": first.producer if first else None,
        "definition": found.definition,
        "flags": list(found.flags),
        "sources": [
            {"producer": s.producer, "title": s.title, "url": s.url, "licence": s.licence} for s in found.sources
        ],
        "query": found.query,
    }  # fmt: skip


#: Every tool, by the name that an assistant calls it by.
TOOLS: tuple[Callable[..., Any], ...] = (check_text, figure, coverage, cite)


def _figure(
    measure: str,
    start: str,
    end: str,
    by: Any,
    place: str | None,
    where: dict[str, str] | None,
    per_day: bool,
    as_of: str | None,
    theatre: str | None,
) -> Figure:
    from dateline import figures
    from dateline.editing import naming

    named = {key: naming.weapon(value) if key == "weapon" else value for key, value in (where or {}).items()}
    return figures.figure(
        measure, date.fromisoformat(start), date.fromisoformat(end), by=by,
        place=naming.place(place) if place else None, where=named, per="day" if per_day else None,
        as_of=date.fromisoformat(as_of) if as_of else None, theatre=theatre,
    )  # fmt: skip


def server() -> MCPServer[Any]:
    """The server with its tools, not yet running. Raises ImportError where the extra `mcp` is not installed."""
    from mcp.server.mcpserver import MCPServer
    from mcp.types import ToolAnnotations

    made: MCPServer[Any] = MCPServer("dateline", instructions=INSTRUCTIONS, version=metadata.version("dateline"),
                                     log_level="WARNING")  # fmt: skip
    for tool in TOOLS:
        made.add_tool(_plain(tool), annotations=ToolAnnotations(
            title=tool.__name__.replace("_", " "), read_only_hint=True, open_world_hint=False, idempotent_hint=True,
        ))  # fmt: skip
    return made


def _plain(tool: Callable[P, Any]) -> Callable[P, Any]:
    """The tool with its faults as one line for the assistant, and no traceback."""
    from mcp.server.mcpserver.exceptions import ToolError

    @wraps(tool)
    def asked(*args: P.args, **kwargs: P.kwargs) -> Any:
        try:
            return tool(*args, **kwargs)
        except Exception as fault:
            raise ToolError(" ".join(str(fault).split()) or type(fault).__name__) from fault

    return asked
