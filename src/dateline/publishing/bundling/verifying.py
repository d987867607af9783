"""Whether a bundle is as it was packed: every byte of it follows from contents whose hashes are stated inside."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dateline.publishing.bundling.archive import packed
from dateline.publishing.bundling.packing import BUNDLE_SCHEMA, MANIFEST, SEAL
from dateline.publishing.bundling.repeating import Again, repeated

#: Bytes that a bundle may unpack to; one of a long report is under a hundredth of it.
LIMIT = 200_000_000


class BundleError(Exception):
    """One line: what was given is no bundle that this version can read."""


@dataclass(frozen=True, slots=True)
class Verified:
    """`problems` is empty where the bundle is whole. `claims` and `policy` are as it states them. `again` are its
    figures worked out from its own series; `members` what it holds."""

    files: int
    claims: int
    policy: str
    report_sha256: str
    problems: tuple[str, ...]
    again: tuple[Again, ...] = ()
    members: Mapping[str, bytes] = field(default_factory=dict, repr=False)


def verify(data: bytes) -> Verified:
    """Compares what a bundle holds with what it says it holds, and works its figures out again from its series.
    Raises BundleError where it cannot be read as one."""
    files, damaged = _files(data)
    if MANIFEST in damaged:
        return Verified(len(files), 0, "", "", tuple(damaged.values()))
    manifest = _manifest(files)
    problems = [*damaged.values(), *_sealed(files), *_listed(files, manifest, frozenset(damaged))]
    if not problems and packed(files) != data:
        problems.append("the archive around the files was changed: packed again, they give other bytes")
    told = _read(files.get("check.json", b""))
    claims = told.get("claims", []) if isinstance(told, dict) else []
    if not problems and manifest.get("with_text"):
        problems += _quoted(files["report.txt"].decode(), claims)
    ways = manifest.get("again")
    again = () if problems else tuple(repeated(claims, ways if isinstance(ways, dict) else {}, files))
    return Verified(len(files), len(claims), str(manifest.get("policy", "")), str(manifest.get("report_sha256", "")),
                    tuple(problems), again, files)  # fmt: skip


def _files(data: bytes) -> tuple[dict[str, bytes], dict[str, str]]:
    """The members that can be read, and by name what is wrong with the others."""
    files: dict[str, bytes] = {}
    damaged: dict[str, str] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > LIMIT:
                raise BundleError(f"it would unpack to over {LIMIT // 1_000_000} MB: no bundle is that large")
            for member in members:
                try:
                    files[member.filename] = archive.read(member)
                except zipfile.BadZipFile:
                    damaged[member.filename] = f"{member.filename}: was changed; it does not fit its own checksum"
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as fault:
        raise BundleError(f"not a bundle, or damaged: {fault}") from fault
    return files, damaged


def _manifest(files: dict[str, bytes]) -> dict[str, Any]:
    if MANIFEST not in files:
        raise BundleError(f"not a bundle: it holds no {MANIFEST} (`dateline check REPORT --out FILE.zip` writes one)")
    found = _read(files[MANIFEST])
    if not isinstance(found, dict) or not isinstance(found.get("files"), dict):
        raise BundleError(f"{MANIFEST} is damaged: it lists no files")
    if found.get("bundle") != BUNDLE_SCHEMA:
        raise BundleError(f"bundle format {found.get('bundle')!r}; this version reads {BUNDLE_SCHEMA}: update Dateline")
    return found


def _sealed(files: dict[str, bytes]) -> list[str]:
    seal = f"{hashlib.sha256(files[MANIFEST]).hexdigest()}  {MANIFEST}\n".encode()
    if files.get(SEAL) == seal:
        return []
    return [f"{MANIFEST}: was changed, or its hash in {SEAL} was"]


def _listed(files: dict[str, bytes], manifest: dict[str, Any], damaged: frozenset[str]) -> list[str]:
    listed: dict[str, Any] = manifest["files"]
    found = [f"{name}: was added" for name in sorted(set(files) - set(listed) - {MANIFEST, SEAL})]
    found += [f"{name}: is missing" for name in sorted(set(listed) - set(files) - damaged)]
    for name, stated in listed.items():
        told = stated if isinstance(stated, dict) else {}
        data = files.get(name)
        if data is not None and hashlib.sha256(data).hexdigest() != told.get("sha256"):
            found.append(f"{name}: was changed; its hash is not the one in {MANIFEST}")
    return found


def _quoted(text: str, claims: list[Any]) -> list[str]:
    """Every claim's quotation stands in the text where it says."""
    quotes = [(claim["id"], claim["quote"]) for claim in claims]
    return [f"{name}: its quotation is not in report.txt at its place" for name, quote in quotes
            if text[quote["start"] : quote["end"]] != quote["exact"]]  # fmt: skip


def _read(data: bytes) -> Any:
    try:
        return json.loads(data)
    except ValueError:
        return None
