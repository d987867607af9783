"""Pulling sources from a server on this machine: what is fetched, what is imported, and who is harmed by a failure."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dateline import hosts
from dateline.figures import figure
from dateline.importing import import_source, pulling
from dateline.importing.pulling import Pulled, Step, plan, pull
from dateline.sources import SOURCES
from dateline.sources.addresses import name_of, pull_of
from dateline.sources.connection import Limits
from dateline.sources.description import describe
from dateline.sources.intake import SourceError
from local_server import Play, Site, cut, fails, leads, whole

FAST = Limits(attempts=2, wait_s=0.01, longest_wait_s=1.0)
TODAY = date(2031, 2, 3)


class Imports:
    """Stands for the import: remembers what it was given."""

    def __init__(self, fault: str = "") -> None:
        self.given: list[tuple[str, str]] = []
        self.fault = fault

    def __call__(self, source: str, path: Path, *, released: date | None = None) -> str:
        self.given.append((source, path.name))
        if self.fault:
            raise SourceError(self.fault)
        return "2 added"


@pytest.fixture
def imports() -> Imports:
    return Imports()


@pytest.fixture
def states(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Another `pull:` in the description of a source."""

    def set_to(source: str, **stated: object) -> None:
        sound = describe(source)
        other = replace(sound, extra={**sound.extra, "pull": stated})
        known = pulling.describe
        monkeypatch.setattr(pulling, "describe", lambda name: other if name == source else known(name))

    return set_to


def pulled(source: str, home: Path, imports: Imports, **given: object) -> Pulled:
    return pull(source, home, imports, limits=FAST, today=TODAY, **given)  # type: ignore[arg-type]


def tree(**files: bytes) -> bytes:
    """GitHub's answer about a folder of a repository."""
    entries = [
        {"path": name.replace("__", "."), "type": "blob", "size": len(content), "mode": "100644",
         "sha": hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()}
        for name, content in files.items()
    ]  # fmt: skip
    return json.dumps({"sha": "x", "tree": entries, "truncated": False}).encode()


def serve(site: Site, *, listed: bool = True, **files: bytes) -> None:
    if listed:
        site.plays_at("/tree", whole(tree(**files)))
    for name, content in files.items():
        site.plays_at(f"/raw/{name.replace('__', '.')}", whole(content))


@pytest.fixture
def folder(site: Site, states: Callable[..., None]) -> Site:
    states("deepstate", listing=site.address + "/tree", each=site.address + "/raw/{name}", names=r"day_\d\.json")
    return site


def test_a_file_is_fetched_and_imported(
    site: Site, tmp_path: Path, imports: Imports, states: Callable[..., None]
) -> None:
    states("gaza", addresses=[site.plays_at("/api/days.json", whole(b"[1]", ETag='"1"'))])
    found = pulled("gaza", tmp_path, imports)
    assert (found.state, found.files, found.fetched, found.size) == ("fetched", 1, 1, 3)
    assert imports.given == [("gaza", "days.json")] and found.imported == ("2 added",)
    assert (tmp_path / "incoming" / "gaza" / "days.json").read_bytes() == b"[1]"
    again = pulled("gaza", tmp_path, imports)
    assert (again.state, again.fetched, again.newest) == ("unchanged", 0, "days.json")
    assert again.since == datetime.now(UTC).date().isoformat()


def test_a_file_whose_import_failed_is_imported_by_the_next_pull(
    site: Site, tmp_path: Path, states: Callable[..., None]
) -> None:
    states("gaza", addresses=[site.plays_at("/days.json", whole(b"[1]", ETag='"1"'))])
    failed = pulled("gaza", tmp_path, Imports(fault="days.json: no rows"))
    assert (failed.state, failed.said) == ("failed", "days.json: no rows")
    later = Imports()
    assert pulled("gaza", tmp_path, later).state == "unchanged"
    assert later.given == [("gaza", "days.json")]


def test_of_a_folder_only_what_is_missing_or_other_is_fetched(folder: Site, tmp_path: Path, imports: Imports) -> None:
    serve(folder, day_1__json=b"{1}", day_2__json=b"{2}", README__md=b"words")
    first = pulled("deepstate", tmp_path, imports)
    assert (first.state, first.files, first.fetched) == ("fetched", 2, 2)
    serve(folder, day_1__json=b"{1}", day_2__json=b"{2, mended}", day_3__json=b"{3}")
    folder.asked.clear()
    second = pulled("deepstate", tmp_path, imports)
    assert (second.files, second.fetched, second.size) == (3, 2, 14)
    assert [path for path, _ in folder.asked] == ["/tree", "/raw/day_2.json", "/raw/day_3.json"]
    here = tmp_path / "incoming" / "deepstate"
    assert (here / "day_2.json").read_bytes() == b"{2, mended}"
    assert sorted(path.name for path in here.iterdir()) == [".lock", "day_1.json", "day_2.json", "day_3.json"]
    assert imports.given == [("deepstate", "deepstate")] * 2, "the folder is imported, not each file"
    assert pulled("deepstate", tmp_path, imports).state == "unchanged"


def test_files_put_there_by_hand_are_not_fetched(folder: Site, tmp_path: Path, imports: Imports) -> None:
    serve(folder, day_1__json=b"{1}", day_2__json=b"{2}")
    here = tmp_path / "incoming" / "deepstate"
    here.mkdir(parents=True)
    (here / "day_1.json").write_bytes(b"{1}")
    assert pulled("deepstate", tmp_path, imports).fetched == 1


def test_a_folder_that_is_not_whole_is_not_imported_and_goes_on_later(
    folder: Site, tmp_path: Path, imports: Imports
) -> None:
    serve(folder, day_1__json=b"{1}", day_2__json=b"{2}", day_3__json=b"{3}")
    folder.plays_at("/raw/day_2.json", fails(500))
    found = pulled("deepstate", tmp_path, imports)
    assert found.state == "failed" and "1 of 3 files are fetched and stay" in found.said
    assert imports.given == []
    folder.plays_at("/raw/day_2.json", whole(b"{2}"))
    assert pulled("deepstate", tmp_path, imports).fetched == 2


def test_a_file_that_is_not_the_listed_one_is_not_taken(folder: Site, tmp_path: Path, imports: Imports) -> None:
    serve(folder, day_1__json=b"{1}")
    folder.plays_at("/raw/day_1.json", whole(b"{9}"))
    found = pulled("deepstate", tmp_path, imports)
    assert found.state == "failed" and "another file than its list says" in found.said
    assert not list((tmp_path / "incoming" / "deepstate").glob("*.json"))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b'{"message": "Not Found"}', "something else"),
        (b"[1, 2]", "something else"),
        (b'{"tree": [{"path": "day_1.j', "something else"),
        (json.dumps({"tree": [], "truncated": True}).encode(), "cut short"),
        (json.dumps({"tree": [], "truncated": False}).encode(), "names no file"),
        (tree(other__json=b"1"), "names no file"),
    ],
)
def test_a_list_that_is_none_is_a_line(
    folder: Site, tmp_path: Path, imports: Imports, answer: bytes, said: str
) -> None:
    folder.plays_at("/tree", whole(answer))
    found = pulled("deepstate", tmp_path, imports)
    assert found.state == "failed" and said in found.said


def test_no_listed_name_leaves_its_folder(
    site: Site, tmp_path: Path, imports: Imports, states: Callable[..., None]
) -> None:
    states("deepstate", listing=site.address + "/tree", each=site.address + "/{name}", names=r".*")
    answer = json.loads(tree(good=b"1"))
    for bad in ("../../evil", "/etc/evil", ".hidden", "a/b", "a\\b", ""):
        answer["tree"].append({**answer["tree"][0], "path": bad})
    site.plays_at("/tree", whole(json.dumps(answer).encode()))
    site.plays_at("/good", whole(b"1"))
    assert pulled("deepstate", tmp_path, imports).files == 1


def test_the_newest_year_that_is_there(
    site: Site, tmp_path: Path, imports: Imports, states: Callable[..., None]
) -> None:
    states("gaza", yearly=site.address + "/ged{yy}1.zip")
    site.plays_at("/ged301.zip", whole(b"PK30"))
    assert pulled("gaza", tmp_path, imports).newest == "ged301.zip"
    site.plays_at("/ged311.zip", whole(b"PK31"))
    assert pulled("gaza", tmp_path, imports).newest == "ged311.zip"
    del site.plays["/ged311.zip"], site.plays["/ged301.zip"]
    assert "none of 2 addresses" in pulled("gaza", tmp_path, imports).said


def test_the_months_that_are_there(site: Site, tmp_path: Path, imports: Imports, states: Callable[..., None]) -> None:
    states("gaza", monthly=site.address + "/v{yy}_{month}.csv", months=3)
    site.plays_at("/v30_11.csv", whole(b"november"))
    site.plays_at("/v30_12.csv", whole(b"december"))
    found = pulled("gaza", tmp_path, imports)
    assert (found.state, found.files, found.newest) == ("fetched", 2, "v30_12.csv")
    assert imports.given == [("gaza", "v30_11.csv"), ("gaza", "v30_12.csv")]
    assert [path for path, _ in site.asked] == ["/v30_11.csv", "/v30_12.csv", "/v31_1.csv"]


def test_a_file_beside_may_be_missing_and_is_named(
    site: Site, tmp_path: Path, imports: Imports, states: Callable[..., None]
) -> None:
    days, more, gone = (
        site.plays_at("/days.json", whole(b"[1]")),
        site.plays_at("/more.json", whole(b"[2]")),
        "/gone.json",
    )
    states("gaza", addresses=[days], also=[site.address + gone, more])
    found = pulled("gaza", tmp_path, imports)
    assert (found.state, found.files, found.newest) == ("fetched", 2, "more.json")
    assert len(found.notices) == 1 and gone in found.notices[0]
    site.plays_at("/more.json", fails(500))
    assert pulled("gaza", tmp_path, imports).state == "failed"


@pytest.mark.parametrize("play", [fails(404), fails(500), cut(b"[1, 2]", 3), whole(b"<html>")])
def test_a_failure_harms_no_other_source(
    site: Site, tmp_path: Path, imports: Imports, states: Callable[..., None], play: Play
) -> None:
    states("gaza", addresses=[site.plays_at("/bad", play)])
    states("talks", addresses=[site.plays_at("/talks.csv", whole(b"date,place\n"))])
    found = [pulled(source, tmp_path, imports) for source in ("gaza", "talks")]
    assert [one.state for one in found] == ["failed", "fetched"]
    assert len(found[0].said.splitlines()) == 1
    assert imports.given == [("talks", "talks.csv")]


def test_two_pulls_of_one_source_do_not_meet(
    site: Site, tmp_path: Path, imports: Imports, states: Callable[..., None]
) -> None:
    inner: list[Pulled] = []
    states("gaza", addresses=[site.plays_at("/days.json", whole(b"[1]"))])

    def meanwhile(source: str, path: Path, *, released: date | None = None) -> None:
        inner.append(pulled("gaza", tmp_path, imports))

    pull("gaza", tmp_path, meanwhile, limits=FAST)
    assert "another pull" in inner[0].said


def test_progress_counts_files_and_bytes(folder: Site, tmp_path: Path, imports: Imports) -> None:
    serve(folder, day_1__json=b"{1}", day_2__json=b"{2}")
    steps: list[Step] = []
    pulled("deepstate", tmp_path, imports, watch=steps.append)
    assert Step("deepstate", "day_2.json", 2, 2, 3, 3) in steps
    assert steps[-1] == Step("deepstate", "importing deepstate", 1, 1, 0, None)


def test_by_hand(tmp_path: Path, imports: Imports, states: Callable[..., None]) -> None:
    states("airforce", by_hand="sign in and save it.")
    found = pulled("airforce", tmp_path, imports)
    assert (found.state, found.said) == ("by hand", "sign in and save it; then `dateline import airforce PATH`")
    assert list(tmp_path.iterdir()) == []


def test_offline_asks_nobody(
    site: Site, tmp_path: Path, imports: Imports, states: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    states("gaza", addresses=[site.plays_at("/days.json", whole(b"[1]"))])
    monkeypatch.setenv("DATELINE_OFFLINE", "1")
    found = pulled("gaza", tmp_path, imports)
    assert found.state == "failed" and "dateline import gaza" in found.said
    assert site.asked == []


def test_a_plan_asks_nobody_and_says_what_is_here(
    site: Site, tmp_path: Path, imports: Imports, states: Callable[..., None]
) -> None:
    states("gaza", addresses=[site.plays_at("/days.json", whole(b"[1]"))])
    assert plan("gaza", tmp_path).files == 0
    assert site.asked == [] and list(tmp_path.iterdir()) == []
    pulled("gaza", tmp_path, imports)
    found = plan("gaza", tmp_path)
    assert (found.files, found.newest, found.since) == (1, "days.json", datetime.now(UTC).date().isoformat())
    assert found.addresses == (site.address + "/days.json",)


def test_another_address(site: Site, tmp_path: Path, imports: Imports) -> None:
    mirror = site.plays_at("/mine/casualties.json", whole(b"[1]"))
    assert pulled("gaza", tmp_path, imports, mirror=mirror).newest == "casualties.json"
    assert "folder of files" in pulled("deepstate", tmp_path, imports, mirror=mirror).said
    assert "name of a file" in pulled("gaza", tmp_path, imports, mirror=site.address).said


SECRET = "open:s%C3%A9same%2F7"


def with_login(address: str) -> str:
    return address.replace("://", f"://{SECRET}@")


@pytest.mark.parametrize("plays", [whole(b"[1]"), fails(503), fails(404), cut(b"[1]", 1)])
def test_a_password_is_sent_and_neither_printed_nor_kept(
    site: Site, tmp_path: Path, imports: Imports, plays: Play
) -> None:
    mirror = with_login(site.plays_at("/mine/casualties.json", plays))
    found = pulled("gaza", tmp_path, imports, mirror=mirror)
    sent = base64.b64encode("open:sésame/7".encode()).decode()
    assert {headers["authorization"] for _, headers in site.asked} == {f"Basic {sent}"}
    told = [repr(found), repr(plan("gaza", tmp_path, mirror=mirror))]
    told += [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*") if path.is_file()]
    assert not [text for text in told if "same" in text or sent in text]


def test_a_password_does_not_go_where_a_server_leads_on(site: Site, tmp_path: Path, imports: Imports) -> None:
    with Site() as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        elsewhere = other.plays_at("/elsewhere.json", whole(b"[1]"))
        mirror = with_login(site.plays_at("/mine.json", leads(elsewhere)))
        assert pulled("gaza", tmp_path, imports, mirror=mirror).state == "fetched"
        other.shutdown()
    assert ["authorization" in headers for _, headers in (*site.asked, *other.asked)] == [True, False]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://ann:secret@example.org/a.json", "https://example.org/a.json"),
        ("https://ann@example.org:8443/a.json?b=c@d", "https://example.org:8443/a.json?b=c@d"),
        ("https://ann:sec/ret@example.org/a.json", "https://example.org/a.json"),
        ("https://ann:se@cret@example.org/a.json", "https://example.org/a.json"),
        ("HTTPS://ann:secret@[::1/a.json", "HTTPS://[::1/a.json"),
        ("https://example.org/@ann/a.json", "https://example.org/@ann/a.json"),
        ("example", "example"),
    ],
)
def test_an_address_without_its_login(address: str, shown: str) -> None:
    bare, authorization = hosts.without_login(address)
    assert (bare, bool(authorization)) == (shown, address != shown)


def test_what_is_led_to_is_told_without_its_password(site: Site, tmp_path: Path, imports: Imports) -> None:
    mirror = site.plays_at("/mine.json", leads("http://ann:secret@example.org/a.json"))
    said = pulled("gaza", tmp_path, imports, mirror=mirror).said
    assert "example.org" in said and "secret" not in said


def square(north: float) -> bytes:
    """A map of our own: one square in the south-east, up to this latitude."""
    ring = [[37.0, 48.0], [38.0, 48.0], [38.0, north], [37.0, north], [37.0, 48.0]]
    drawn = {"type": "Polygon", "coordinates": [ring]}
    return json.dumps(
        {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": drawn}]}
    ).encode()


def test_from_a_folder_of_maps_to_a_figure(folder: Site, home: Path, states: Callable[..., None]) -> None:
    """Two maps, and on the next day a third: only that is fetched, and its step is in the ledger."""
    maps = {f"deepstatemap_data_203101{day}__geojson": square(north) for day, north in (("01", 48.2), ("02", 48.3))}
    names = r"deepstatemap_data_\d{8}\.geojson"
    states("deepstate", listing=folder.address + "/tree", each=folder.address + "/raw/{name}", names=names)
    serve(folder, **maps)
    assert pull("deepstate", home, import_source, limits=FAST).state == "fetched"
    first, second = held(1), held(2)
    serve(folder, **maps, deepstatemap_data_20310103__geojson=square(48.5))
    found = pull("deepstate", home, import_source, limits=FAST)
    assert (found.files, found.fetched) == (3, 1)
    assert second > first > 0
    assert held(3) - second == pytest.approx(2 * (second - first), rel=0.01), "two tenths of a degree after one"


def held(day: int) -> float:
    """Square kilometres on that day of January 2031, as `dateline figure` has them."""
    value = figure("territory.held", date(2031, 1, day), date(2031, 1, day), as_of=TODAY).value
    assert value is not None
    return value


@pytest.mark.parametrize("source", SOURCES)
def test_every_source_says_how_it_is_had(source: str) -> None:
    """The addresses themselves are asked by nobody here: https, and each ends in a file's name."""
    how = pull_of(describe(source), TODAY)
    assert "pull" in describe(source).extra
    assert bool(how.by_hand) + bool(how.listing) + bool(how.addresses) == 1
    for address in (*how.addresses, how.each.format(name="x.json")):
        assert address == "" or (address.startswith("https://") and name_of(address))
