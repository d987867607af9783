"""Fetching one file, from a server on this machine that behaves as badly as servers do."""

from __future__ import annotations

import gzip
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from dateline import hosts
from dateline.sources import connection, download, receipts
from dateline.sources.download import DownloadError, Downloads, Limits, Missing
from local_server import Asked, Play, Site, cut, fails, leads, ranged, whole

BODY = b"day,killed\n" + b"".join(b"2031-01-%02d,%d\n" % (day, 3 * day) for day in range(1, 29))
FAST = Limits(attempts=3, wait_s=0.01, longest_wait_s=2.0, silence_s=20.0, answer_s=20.0)
#: For servers that are slow on purpose; the others may be slow because the machine is busy.
IMPATIENT = Limits(attempts=2, wait_s=0.01, silence_s=0.5, answer_s=1.0, grace_s=0.3, slowest=100)
LARGEST = 1_000_000
#: More than a file's buffer holds, so that a part of it reaches the disk.
LONG = BODY * 1000


def fetch(address: str, target: Path, largest: int = LARGEST, limits: Limits = FAST) -> bool:
    with Downloads(limits) as downloads:
        return downloads.fetch(address, target, largest=largest)[1]


def refused(address: str, target: Path, largest: int = LARGEST, limits: Limits = FAST) -> str:
    """The one line of the failure; nothing may stand at the target."""
    with pytest.raises(DownloadError) as raised:
        fetch(address, target, largest, limits)
    assert not target.exists()
    (line,) = str(raised.value).splitlines()
    return line


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "incoming" / "days.csv"


def test_a_file_is_put_in_place_with_its_receipt(site: Site, target: Path) -> None:
    address = site.plays_at("/days.csv", whole(BODY, ETag='"one"', Last_Modified="Mon, 06 Jan 2031 00:00:00 GMT"))
    assert fetch(address, target) is True
    receipt = receipts.of(target)
    assert target.read_bytes() == BODY and receipt is not None
    assert (receipt.address, receipt.size, receipt.etag) == (address, len(BODY), '"one"')
    assert sorted(path.name for path in target.parent.iterdir()) == ["days.csv", "days.csv.receipt.json"]


def test_an_unchanged_file_is_not_fetched_again(site: Site, target: Path) -> None:
    address = site.plays_at("/days.csv", whole(BODY, ETag='"one"'))
    fetch(address, target)
    assert fetch(address, target) is False
    assert site.asked[1][1]["if-none-match"] == '"one"'
    assert target.read_bytes() == BODY


def test_a_file_that_was_changed_here_is_fetched_again(site: Site, target: Path) -> None:
    address = site.plays_at("/days.csv", whole(BODY, ETag='"one"'))
    fetch(address, target)
    target.write_bytes(BODY.replace(b"3", b"4"))
    assert fetch(address, target) is True
    assert "if-none-match" not in site.asked[1][1]
    assert target.read_bytes() == BODY


def test_a_changed_file_replaces_the_old_one(site: Site, target: Path) -> None:
    address = site.plays_at("/days.csv", whole(BODY, ETag='"one"'), whole(BODY + b"x\n", ETag='"two"'))
    fetch(address, target)
    assert fetch(address, target) is True
    assert target.read_bytes() == BODY + b"x\n"


def test_the_same_bytes_without_any_mark_are_no_new_file(site: Site, target: Path) -> None:
    address = site.plays_at("/days.csv", whole(BODY))
    fetch(address, target)
    assert fetch(address, target) is False


def test_what_was_cut_goes_on_where_it_stopped(site: Site, target: Path) -> None:
    address = site.plays_at("/days.csv", cut(BODY, 100, ETag='"one"'), ranged(BODY, '"one"'))
    assert fetch(address, target) is True
    assert site.asked[1][1]["range"] == "bytes=100-" and site.asked[1][1]["if-range"] == '"one"'
    assert target.read_bytes() == BODY
    assert receipts.of(target) is not None, "the hash is of the whole file"


def test_a_later_run_goes_on_too(site: Site, target: Path) -> None:
    address = site.plays_at("/days.csv", cut(BODY, 100, ETag='"one"'), fails(500))
    assert "HTTP 500" in refused(address, target)
    assert receipts.part_of(target).stat().st_size == 100
    site.plays_at("/days.csv", ranged(BODY, '"one"'))
    fetch(address, target)
    assert site.asked[-1][1]["range"] == "bytes=100-"
    assert target.read_bytes() == BODY


def test_a_file_that_changed_meanwhile_is_begun_again(site: Site, target: Path) -> None:
    newer = BODY.replace(b"2031", b"2032")
    address = site.plays_at("/days.csv", cut(BODY, 100, ETag='"one"'), ranged(newer, '"two"'))
    fetch(address, target)
    assert target.read_bytes() == newer


@pytest.mark.parametrize("etag", ["", 'W/"weak"'])
def test_without_a_strong_mark_nothing_is_patched_together(site: Site, target: Path, etag: str) -> None:
    marks = {"ETag": etag} if etag else {}
    address = site.plays_at("/days.csv", cut(BODY, 100, **marks), whole(BODY, **marks))
    fetch(address, target)
    assert "range" not in site.asked[1][1]
    assert target.read_bytes() == BODY


def test_a_range_that_cannot_be_had_is_given_up(site: Site, target: Path) -> None:
    address = site.plays_at("/days.csv", cut(BODY, 100, ETag='"one"'), fails(416), whole(BODY, ETag='"one"'))
    fetch(address, target)
    assert "range" not in site.asked[2][1]
    assert target.read_bytes() == BODY


@pytest.mark.parametrize(
    "headers",
    [
        {"Content_Range": f"bytes 50-{len(BODY) - 1}/{len(BODY)}"},
        {"Content_Range": f"bytes 100-{len(BODY) - 1}/{len(BODY)}", "Content_Encoding": "gzip"},
        {"Content_Range": "items 1-2/3"},
        {},
    ],
    ids=["elsewhere", "packed", "no bytes", "not said"],
)
def test_a_range_that_is_not_the_rest_is_not_put_together(site: Site, target: Path, headers: dict[str, str]) -> None:
    def elsewhere(asked: Asked) -> None:
        asked.give(BODY[50:], status=206, ETag='"one"', **headers)

    address = site.plays_at("/days.csv", cut(BODY, 100, ETag='"one"'), elsewhere, whole(BODY))
    fetch(address, target)
    assert target.read_bytes() == BODY


def test_a_server_that_gives_only_a_piece_is_asked_for_the_next(site: Site, target: Path) -> None:
    def piece(asked: Asked) -> None:
        asked.give(BODY[100:150], status=206, ETag='"one"', Content_Range=f"bytes 100-149/{len(BODY)}")

    address = site.plays_at("/days.csv", cut(BODY, 100, ETag='"one"'), piece, ranged(BODY, '"one"'))
    fetch(address, target)
    assert site.asked[2][1]["range"] == "bytes=150-"
    assert target.read_bytes() == BODY


def test_a_body_that_is_always_cut_is_never_put_in_place(site: Site, target: Path) -> None:
    address = site.plays_at("/days.csv", cut(BODY, 100))
    assert "try again later" in refused(address, target)
    assert len(site.asked) == FAST.attempts


@pytest.mark.parametrize("first", [fails(500), fails(503), fails(429), fails(408), lambda asked: asked.hang_up()])
def test_a_fault_that_passes_is_outlasted(site: Site, target: Path, first: Play) -> None:
    address = site.plays_at("/days.csv", first, whole(BODY))
    assert fetch(address, target) is True


def test_a_server_that_asks_to_wait_is_waited_for(site: Site, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr(download.time, "sleep", waits.append)
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=1.9), usegmt=True)
    address = site.plays_at("/days.csv", fails(429, Retry_After="2"), fails(503, Retry_After=soon), whole(BODY))
    fetch(address, target)
    assert waits[0] == 2.0 and 0 < waits[1] <= 2.0


def test_a_server_that_asks_for_an_hour_is_not(site: Site, target: Path) -> None:
    address = site.plays_at("/days.csv", fails(429, Retry_After="3600"))
    assert "3600 seconds" in refused(address, target)
    assert len(site.asked) == 1


def test_the_list_of_files_says_when_its_hour_is_over(site: Site, target: Path) -> None:
    later = str(int(datetime.now(UTC).timestamp()) + 1800)
    spent = fails(403, X_RateLimit_Remaining="0", X_RateLimit_Reset=later)
    assert "too many requests" in refused(site.plays_at("/days.csv", spent), target)


@pytest.mark.parametrize(
    ("status", "said"), [(404, "not there"), (410, "not there"), (401, "account"), (403, "account"), (400, "no file")]
)
def test_a_refusal_is_not_asked_twice(site: Site, target: Path, status: int, said: str) -> None:
    line = refused(site.plays_at("/days.csv", fails(status)), target)
    assert said in line and f"HTTP {status}" in line
    assert len(site.asked) == 1


def test_what_is_missing_can_be_told_from_what_fails(site: Site, target: Path) -> None:
    with pytest.raises(Missing):
        fetch(site.address + "/none.csv", target)


@pytest.mark.parametrize(
    "play",
    [
        whole(b"<p>Please sign in</p>", Content_Type="text/html; charset=utf-8"),
        whole(b"\n <!DOCTYPE html><title>Sign in</title>", Content_Type="application/octet-stream"),
        whole(b"\xef\xbb\xbf<html>", Content_Type="text/csv"),
        whole(b""),
    ],
    ids=["html", "html as bytes", "html as csv", "nothing"],
)
def test_a_page_in_the_place_of_data_is_refused(site: Site, target: Path, play: Play) -> None:
    line = refused(site.plays_at("/days.csv", play), target)
    assert "web page" in line or "nothing" in line
    assert list(target.parent.iterdir()) == []


def test_redirects_are_followed_a_few_times(site: Site, target: Path) -> None:
    site.plays_at("/days.csv", whole(BODY))
    site.plays_at("/b", leads("/days.csv"))
    assert fetch(site.plays_at("/a", leads("/b")), target) is True
    assert "address to address" in refused(site.plays_at("/loop", leads("/loop")), target.with_name("other.csv"))
    assert len([path for path, _ in site.asked if path == "/loop"]) == FAST.redirects + 1


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://127.0.0.1/days.csv", "http://93.184.216.34/days.csv", "//", "http://[::"]
)
def test_redirects_lead_to_no_other_kind_of_place(site: Site, target: Path, to: str) -> None:
    line = refused(site.plays_at("/days.csv", leads(to)), target)
    assert line.startswith(site.address + "/days.csv")


def test_redirects_lead_into_no_private_network(site: Site, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """127.0.0.1 plays the public host here, localhost the private one."""
    monkeypatch.setattr(hosts, "is_private", lambda host: host == "localhost")
    monkeypatch.setattr(connection, "check_hop", hosts.check_redirect)  # which lets the test's plain http pass
    inside = site.plays_at("/days.csv", whole(BODY)).replace("127.0.0.1", "localhost")
    assert "own network" in refused(site.plays_at("/a", leads(inside)), target)
    assert [path for path, _ in site.asked] == ["/a"]


def test_a_redirects_own_body_is_not_read(site: Site, target: Path) -> None:
    def stuffed(asked: Asked) -> None:
        asked.give(b"x", status=302, length=10**12, Location="/days.csv")

    site.plays_at("/days.csv", whole(BODY))
    assert fetch(site.plays_at("/a", stuffed), target) is True


def test_plain_http_is_for_this_machine_only(target: Path) -> None:
    assert "not https" in refused("http://93.184.216.34/days.csv", target)
    assert "no http address" in refused("https://", target)


def test_too_large_is_refused_before_or_while_it_comes(site: Site, target: Path) -> None:
    assert "more than" in refused(site.plays_at("/said", whole(BODY)), target, largest=50)

    def endless(asked: Asked) -> None:
        asked.send_response(200)
        asked.send_header("Transfer-Encoding", "chunked")
        asked.end_headers()
        for _ in range(10_000):
            asked.wfile.write(b"400\r\n" + b"7" * 0x400 + b"\r\n")

    assert "gives more than" in refused(site.plays_at("/endless", endless), target, largest=50_000)
    assert list(target.parent.iterdir()) == []


def test_gzip_that_nobody_asked_for_is_unpacked_within_the_limit(site: Site, target: Path) -> None:
    packed = gzip.compress(BODY)
    fetch(site.plays_at("/days.csv", whole(packed, Content_Encoding="gzip", ETag='"one"')), target)
    assert target.read_bytes() == BODY
    bomb = gzip.compress(bytes(50_000_000))
    assert len(bomb) < 100_000
    line = refused(site.plays_at("/bomb", whole(bomb, Content_Encoding="gzip")), target.with_name("bomb"))
    assert "gives more than" in line


@pytest.mark.parametrize(
    ("body", "packing", "said"),
    [
        (gzip.compress(gzip.compress(BODY)), "gzip, gzip", "not asked for"),
        (zlib.compress(BODY), "br", "not asked for"),
        (b"no gzip at all", "gzip", "packed wrongly"),
        (gzip.compress(BODY)[:-9], "gzip", "cut before its end"),
    ],
)
def test_other_packings_are_refused(site: Site, target: Path, body: bytes, packing: str, said: str) -> None:
    assert said in refused(site.plays_at("/days.csv", whole(body, Content_Encoding=packing)), target)


def test_a_server_that_stays_silent_is_given_up(site: Site, target: Path) -> None:
    assert "silent" in refused(site.plays_at("/days.csv", lambda asked: time.sleep(1.5)), target, limits=IMPATIENT)


def test_a_server_that_drips_is_given_up(site: Site, target: Path) -> None:
    def drip(asked: Asked, head: bytes) -> None:
        asked.wfile.write(head)
        for _ in range(100):
            asked.wfile.write(b"1")
            asked.wfile.flush()
            time.sleep(0.1)

    body = site.plays_at("/body", lambda asked: drip(asked, b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"))
    assert "bytes a second" in refused(body, target, limits=IMPATIENT)
    head = site.plays_at("/head", lambda asked: drip(asked, b"HTTP/1.1 200 OK\r\nX-Long: "))
    assert "did not answer" in refused(head, target, limits=IMPATIENT)


def test_nobody_listens(site: Site, target: Path) -> None:
    address = site.address
    site.end()
    assert "cannot be reached" in refused(address + "/days.csv", target)


def test_a_name_that_nobody_knows_is_not_asked_for_long(target: Path) -> None:
    assert "check the network" in refused("https://nowhere.invalid/days.csv", target)


def test_a_full_disk_is_a_line_and_what_stood_stands(site: Site, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = site.plays_at("/days.csv", whole(BODY, ETag='"one"'), whole(BODY * 2, ETag='"two"'))
    fetch(address, target)
    receipts.part_of(target).symlink_to("/dev/full")
    with pytest.raises(DownloadError, match=r"No space left.*make room"):
        fetch(address, target)
    assert target.read_bytes() == BODY and receipts.of(target) is not None
    receipts.part_of(target).unlink()
    monkeypatch.setattr(download, "SPARE", 10**18)
    with pytest.raises(DownloadError, match="MB needed"):
        fetch(address, target)
    assert target.read_bytes() == BODY


def test_a_folder_that_cannot_be_made_is_a_line(site: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DownloadError, match="DATELINE_HOME"):
        fetch(site.plays_at("/days.csv", whole(BODY)), tmp_path / "file" / "days.csv")


_ONE_FETCH = """
import sys
from pathlib import Path
from dateline.sources.download import Downloads, Limits
with Downloads(Limits()) as downloads:
    downloads.fetch(sys.argv[1], Path(sys.argv[2]), largest=1_000_000)
"""


def test_a_killed_run_is_taken_up_again(site: Site, target: Path) -> None:
    halfway, killed = threading.Event(), threading.Event()

    def half(asked: Asked) -> None:
        asked.send_response(200)
        asked.send_header("ETag", '"one"')
        asked.send_header("Content-Length", str(2 * len(LONG)))
        asked.end_headers()
        asked.wfile.write(LONG)
        halfway.set()
        killed.wait(20)

    address = site.plays_at("/days.csv", half)
    process = subprocess.Popen([sys.executable, "-c", _ONE_FETCH, address, str(target)])
    try:
        assert halfway.wait(20)
        _until(lambda: receipts.part_of(target).exists() and receipts.part_of(target).stat().st_size > 0)
    finally:
        process.kill()
        process.wait()
        killed.set()
    assert not target.exists()
    site.plays_at("/days.csv", ranged(LONG * 2, '"one"'))
    fetch(address, target)
    assert "range" in site.asked[-1][1]
    assert target.read_bytes() == LONG * 2 and receipts.of(target) is not None


def _until(true: Callable[[], bool]) -> None:
    for _ in range(400):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it never came")


def test_progress_is_told_in_bytes(site: Site, target: Path) -> None:
    told: list[tuple[int, int | None]] = []
    address = site.plays_at("/days.csv", cut(BODY, 100, ETag='"one"'), ranged(BODY, '"one"'))
    with Downloads(FAST) as downloads:
        downloads.fetch(address, target, largest=LARGEST, on_bytes=lambda *step: told.append(step))
    assert told[0] == (100, len(BODY)) and told[-1] == (len(BODY), len(BODY))


def test_a_proxy_is_used_where_the_environment_names_one(
    site: Site, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", site.address)
    monkeypatch.setenv("HTTPS_PROXY", site.address)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    site.plays_at("http://10.11.12.13/days.csv", whole(BODY))
    assert fetch("http://10.11.12.13/days.csv", target) is True
    assert target.read_bytes() == BODY
    assert "the proxy refuses" in refused("https://example.org/days.csv", target.with_name("other.csv"))
    assert site.asked[-1][0] == "CONNECT example.org:443"


@pytest.mark.parametrize("proxy", ["nonsense://x", "http://[::"])
def test_a_proxy_that_cannot_be_used_is_a_line(target: Path, monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    assert "check HTTPS_PROXY" in refused("https://example.org/days.csv", target)
