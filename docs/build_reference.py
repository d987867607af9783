"""Writes what the documents say of the code: docs/reference (the commands as Click knows them, every code that a check
can print, measures, sources, theatres, JSON), what the commands in the tutorial and in docs/how-to/figure.md print, and
the example in README.md.

    python docs/build_reference.py [FOLDER]     default: the project's own folder

`make docs` runs it; a test compares what it writes with what is kept.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import get_args, get_type_hints

import click
from json_reference import check_json, figure_json
from own_csv_reference import own_csv
from roles_reference import roles
from shown_output import shown
from sources_reference import sources, theatres

from dateline import desk, ledgers, publishing
from dateline.cli.commands import COMMANDS, dateline
from dateline.cli.demo import REPORT
from dateline.editing.mending import DIMENSIONS, DOUBTS, KEYS, PER, UNITS
from dateline.figures import FLAGS
from dateline.ledgers import MEASURES
from dateline.publishing import FORMATS, wording
from dateline.records.claim import Frame, Measure
from dateline.records.finding import Gap, Reason, Verdict
from dateline.theatres import loader

ROOT = Path(__file__).resolve().parents[1]
#: Where README.md shows the demo: between these, so many claims, so wide.
MARKS = ("<!-- demo -->", "<!-- /demo -->")
ROWS, WIDTH = 11, 100
HEAD = "<!-- Written by docs/build_reference.py; change the code, then `make docs`. -->\n"
FRAMES = {
    "level": "a figure as it stands: 367 drones",
    "rate": "so much a day, week or month: 14 km2 per day",
    "change": "how much more or less than in another period: 44 % less than in August",
    "ratio": "how many times: more than doubled April",
    "share": "a part of a whole: 19 % of the country",
    "part_of": "a part of the figure before it: of those, 56",
    "extreme": "the most or least of a stretch of time: fastest this year",
    "rank": "a place in an order: the second-highest",
    "streak": "so many periods in a row: three consecutive nights",
    "trend": "a direction over periods: rose for the third month",
    "first_since": "the first in a time: first direct talks since 2022",
    "elapsed": "how long something has lasted: the fourth year",
    "weekday": "the day of the week of a date",
    "role": "a person's office at the report's date",
    "plan": "something announced; not checkable",
    "prediction": "a forecast; not checkable",
    "opinion": "a judgement; not checkable",
}
#: What the program and its libraries read of their surroundings; a test compares it with the code.
ENVIRONMENT = {
    "NO_COLOR": "no colour, also on a terminal",
    "TERM": "`dumb`: neither colour nor a line that is written over",
    "DATELINE_HOME": "the folder of the store; in the user's data folder without it",
    "DATELINE_OFFLINE": "set to 1: nothing is fetched, neither a report's page nor a source",
    "DATELINE_THEATRES": "folders of your own theatres ([how](../how-to/add-a-theatre.md))",
    "DATELINE_EDITOR": "the name kept with a correction, instead of the login",
    "DATELINE_TODAY": "the day (YYYY-MM-DD) up to which a publisher's file may speak; today without it",
    "DATELINE_DEBUG": "a traceback where something unexpected fails",
    "DATABASE_URL": "the site's database: `postgres://USER:PASSWORD@HOST/NAME`; SQLite in the site's folder without it",
    "DATELINE_SITE_HOME": "the site's folder: database, uploads, secret; `site` in the folder of the store without it",
    "DATELINE_SITE_ADDRESS": "the address that readers use; with `https://` cookies, redirects and HSTS follow",
    "DATELINE_SITE_HOSTS": "other names under which the site answers",
    "DATELINE_SITE_NAME": "what the site is called; `Dateline` without it",
    "DATELINE_SITE_TIME_ZONE": "the zone in which the site's times are shown, as `Europe/Kyiv`; UTC without it",
    "DATELINE_SITE_SECRET": "what signs sessions and links; made and kept in the site's folder without it",
    "DATELINE_SITE_PROXIES": "how many proxies stand before the site and are believed about whose a request is; 0",
    "DATELINE_SITE_MAIL": "the mail server: `smtp://USER:PASSWORD@HOST`, `smtps://` ...; mail is printed without it",
    "DATELINE_SITE_MAIL_FROM": "whom the site's mail is from",
    "DATELINE_SITE_CONTACT": "where readers write to about an error",
    "DATELINE_SITE_COMMENTS": "how many comments one account may write in a minute; 6",
    "DATELINE_SITE_HOLD": "which comments wait for a moderator: `new` (the first; many links), `links`, `all`, `none`",
    "DATELINE_SITE_LEASE": "seconds after which a check whose worker fell silent is begun again",
    "DATELINE_SITE_ALLOWED_HOSTS": "hosts of the desk's own network that reports and feeds may be fetched from",
    "HTTPS_PROXY": "the proxy for requests; `HTTP_PROXY` likewise, for plain http",
    "NO_PROXY": "hosts that are asked without the proxy",
    "SSL_CERT_FILE": "the certificates to trust, where a proxy signs pages with its own; or `SSL_CERT_DIR`",
}
#: What each format is for, and the ending of `--out` that chooses it.
FORMS = {
    "text": ("`.txt`", "people, in a terminal"),
    "json": ("`.json`", "programs: everything ([every key](check-json.md))"),
    "jsonl": ("`.jsonl`", "programs: one claim a line"),
    "html": ("`.html`, `.htm`", "readers: one page without network"),
    "md": ("`.md`", "a wiki, an issue, a pull request"),
    "csv": ("`.csv`", "a spreadsheet: one claim a row"),
    "sarif": ("`.sarif`", "editors and code scanning (SARIF 2.1.0)"),
    "github": ("", "notes beside the lines of a draft in a GitHub workflow"),
    "jsonld": ("`.jsonld`", "search engines (schema.org)"),
    "annotations": ("", "W3C Web Annotations"),
    "bundle": ("`.zip`", "handing the proof on: page, findings, data, sources, hashes"),
}


def _context() -> click.Context:
    """As wide as the files of this project are."""
    return click.Context(
        dateline, info_name="dateline", terminal_width=100, max_content_width=100, **dateline.context_settings
    )


def commands() -> str:
    """Every command's own help text."""
    context = _context()
    parts = [HEAD, "# Commands\n", _fenced(dateline.get_help(context))]
    for name in COMMANDS:
        command = dateline.get_command(context, name)
        assert command is not None
        own = click.Context(command, info_name=name, parent=context, terminal_width=100, max_content_width=100)
        parts += [f"## dateline {name}\n", _fenced(command.get_help(own))]
        for below, part in command.commands.items() if isinstance(command, click.Group) else ():
            inner = click.Context(part, info_name=below, parent=own, terminal_width=100, max_content_width=100)
            parts += [f"### dateline {name} {below}\n", _fenced(part.get_help(inner))]
    return "\n".join(parts)


def environment() -> str:
    """Every variable that changes what the program does."""
    rows = [f"| `{name}` | {effect} |" for name, effect in ENVIRONMENT.items()]
    return "\n".join([HEAD, "# Environment variables\n", "| variable | effect |\n|---|---|", *rows, ""])


def formats() -> str:
    """Every form that a check can take."""
    known = next(p for p in dateline.get_command(_context(), "check").params if p.name == "format_").type.choices
    if set(known) != set(FORMS) or not set(FORMATS) <= set(FORMS):
        raise SystemExit(f"build_reference.py: FORMS says other formats than the code: {set(known) ^ set(FORMS)}")
    rows = [f"| `{name}` | {FORMS[name][0]} | {FORMS[name][1]} |" for name in known]
    head = [HEAD, "# Formats\n", "What `dateline check` writes: by `--format`, or by the ending of `--out`.\n"]
    return "\n".join([*head, "| format | ending | for |\n|---|---|---|", *rows, "", _FIGURE_FORMS])


_FIGURE_FORMS = """`dateline figure` has `table`, `csv`, `svg` and `json` ([every key](figure-json.md)).
"""


def codes() -> str:
    """Verdicts, reasons, frames, flags and what an editor can mend."""
    parts = [HEAD, "# Codes\n", "What a check prints and what its JSON holds. The same words everywhere.\n"]
    parts += ["## Verdicts\n", "| code | printed | when |\n|---|---|---|"]
    order = [v for v in wording.ORDER if v in get_args(Verdict)]
    assert set(order) == set(get_args(Verdict))
    parts += [f"| `{v}` | {wording.SHAPES[v]} {wording.WORDS[v]} | {wording.MEANINGS[v]} |" for v in order]
    parts += ["\n[What refutes a figure](../explanation/refuting.md) says how narrowly they are drawn.\n"]
    parts += ["## Reasons\n", "The reason says why a figure was not checked, or under what it matches.\n"]
    parts += ["| code | meaning |\n|---|---|"]
    parts += [f"| `{r}` | {REASONS[r]} |" for r in get_args(Reason)]
    parts += ["\n## Frames\n", "| code | the form of the claim |\n|---|---|"]
    parts += [f"| `{f}` | {FRAMES[f]} |" for f in get_args(Frame)]
    parts += ["\n## Flags of days\n", "| flag | meaning |\n|---|---|"]
    assert set(get_args(get_type_hints(Gap)["flag"])) <= set(FLAGS)
    parts += [f"| `{kind}` | {meaning} |" for kind, meaning in FLAGS.items()]
    parts += ["\n## What an editor can mend\n", "| key | values |\n|---|---|"]
    parts += [f"| `{key}` | {_values(key)} |" for key in KEYS]
    return "\n".join(parts) + "\n"


def measures() -> str:
    """Every measure: definition, unit, dimensions, aggregation, what else it may mean, and which sources have it."""
    parts = [HEAD, "# Measures\n", _MEASURES_LEAD]
    for name in get_args(Measure):
        info = MEASURES[name]
        parts += [f"## {name}\n", f"{info.definition}\n", "| property | value |\n|---|---|"]
        parts += [f"| unit | {info.unit} |", f"| over time | {_AGGREGATION[info.aggregation]} |"]
        parts += [f"| `--where`, `--by` | {_listed(info.dimensions) or 'none'} |"] if info.ledger != "calendar" else []
        parts += [f"| definitions | {'; '.join(f'*{k}*: {v}' for k, v in info.definitions.items())} |"]
        parts += [f"| uncertainty | {info.uncertainty} |", f"| words | {', '.join(info.words)} |"]
        parts += ["| breaks | the ledger flags the day on which its definition changes |"] if info.breaks else []
        parts += [f"| sources | {_sources(info.ledger)} |\n"]
    return "\n".join(parts)


_MEASURES_LEAD = """What `dateline figure` and a check know to ask for; `src/dateline/ledgers/measures.yml` is the one
list. A level is the last entry on or before the day; a flow is summed over entries that tile the period, and how many
of its days they cover is said; a count is of entries. Nothing is summed across producers, definitions, populations or
vintages. A newsroom's own series (`own_csv`) may fill any of them.
"""
_AGGREGATION = {"level": "level: the last on or before", "flow": "flow: summed", "count": "count: of entries"}


def _sources(ledger: str) -> str:
    """The producers whose figures fill the ledger, by theatre."""
    found = []
    for theatre in map(loader.load, loader.installed()):
        producers = ledgers.load(theatre.folder).producers
        families = (ledger, "area_published") if ledger == "territory" else (ledger,)
        names = [p for p in producers.ids() if set(families) & set(producers[p].ledgers)]
        found += [f"{theatre.id}: {_listed(tuple(names))}"] if names else []
    return "; ".join(found) or "no bundled ledger; entries come with an import"


def figures() -> str:
    """docs/how-to/figure.md with the output of every command that it shows, without lines that name sources."""
    return shown((ROOT / "docs/how-to/figure.md").read_text(encoding="utf-8"), sources=False)


def running(page: str) -> str:
    """A page with the output of every command that it shows, sources included."""
    return shown((ROOT / page).read_text(encoding="utf-8"))


def _values(key: str) -> str:
    written = {
        "measure": "[a measure](measures.md), or `none`",
        "frame": "a frame above",
        "value": "a number: `367`, `1,200`, `13.9`",
        "low": "a number: the lower end of a stated range",
        "high": "a number: the upper end of a stated range",
        "unit": f"{_listed(UNITS)}, and each of them with `/{'`, `/'.join(PER)}`",
        "comparator": "`eq`, `approx`, `gt`, `ge`, `lt`, `le`",
        "period": "`2025-05-01/2025-05-31`, `2025-05-25`, `2025-05` or `2025`; ends inclusive",
        "baseline": "the period compared with, written like a period",
        "place": "a region's or settlement's id or name: `UA-14`, `Donetsk`; `UA` the whole country; `none`",
        "weapon": "a weapon's id or name: `shahed`, `missile`; `all`",
        "speaker": "who is said to have made the figure, as the text names them; `none`",
        "producer": "the producer's id: `deepstate`; `none`",
        "doubt": f"{_listed(DOUBTS)}; `none` lifts ours",
    }
    if key in written:
        return written[key]
    return f"{_listed(DIMENSIONS[key])}; `none`" if DIMENSIONS[key] else "a word; `none`"


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{w}`" for w in words)


def _fenced(text: str) -> str:
    return f"```\n{text.rstrip()}\n```\n"


def readme() -> str:
    """README.md with the start of the demo's own output between its two marks."""
    report = ROOT / "src" / "dateline" / "demo" / REPORT
    shown = publishing.render(desk.check(desk.read(str(report))), "text", width=WIDTH)
    lines = shown.splitlines()
    end = next(i for i, line in enumerate(lines) if line.startswith(f"c{ROWS + 1} "))
    before, _, rest = (ROOT / "README.md").read_text(encoding="utf-8").partition(MARKS[0])
    return f"{before}{MARKS[0]}\n{_fenced(chr(10).join([*lines[:end], '...']))}{MARKS[1]}{rest.partition(MARKS[1])[2]}"


#: What each reason means for a figure, at more length than a card has room for.
REASONS = {
    "plan": "not checkable: something announced",
    "prediction": "not checkable: a forecast",
    "opinion": "not checkable: a judgement",
    "no_ledger": "not checked: no ledger counts this",
    "out_of_coverage": "not checked: the text is about days that lie outside those of the ledger",
    "gap": "not checked: the ledger has no answer for some of the days",
    "stale": "not checked: the ledger ends before the days that the text is about; a pull may help",
    "ambiguous_period": "not checked: the text leaves open which days it means",
    "ambiguous_place": "not checked: the text leaves open which place it means",
    "undefined_term": "not checked: it is not clear what is counted, or the text may have been misread",
    "misread": "not checked: an editor says that the report was misread",
    "scope": "matches, but for another scope: the whole country, say, where the text names a town",
    "definition": "matches, but under another definition: gross gain, say, where the text means net",
    "population": "matches, but for other people: civilians, say, where the text means all",
    "coverage": 'matches, but only as far as the ledger goes: it starts later than "since the war began"',
    "cut_off": "matches, but only with a map or bulletin cut off at another hour or day",
    "tie": "matches, but another period is just as high",
    "misattributed": "matches, but the figure is another producer's than the one named",
}
#: Pages with commands whose whole output they show.
RUNNING = ("docs/tutorial.md", "docs/explanation/readings.md", "docs/explanation/time.md")
#: Every file that is written here, and by what.
PAGES: dict[str, Callable[[], str]] = {
    "docs/reference/commands.md": commands,
    "docs/reference/codes.md": codes,
    "docs/reference/measures.md": measures,
    "docs/reference/formats.md": formats,
    "docs/reference/sources.md": lambda: f"{HEAD}\n{sources()}",
    "docs/reference/theatres.md": lambda: f"{HEAD}\n{theatres()}",
    "docs/reference/environment.md": environment,
    "docs/reference/check-json.md": lambda: f"{HEAD}\n{check_json()}",
    "docs/reference/figure-json.md": lambda: f"{HEAD}\n{figure_json()}",
    "docs/reference/own-csv.md": lambda: HEAD + own_csv(),
    "docs/reference/roles.md": lambda: f"{HEAD}\n{roles()}",
    "docs/how-to/figure.md": figures,
    **{page: partial(running, page) for page in RUNNING},
    "README.md": readme,
}


def main() -> None:
    """What ships is described: neither a store nor theatres of whoever runs this are looked at."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    for name in [name for name in os.environ if name.startswith("DATELINE_")]:
        del os.environ[name]
    with tempfile.TemporaryDirectory() as home:
        os.environ["DATELINE_HOME"] = str(Path(home) / "store")
        for name, made in PAGES.items():
            text = made()
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
