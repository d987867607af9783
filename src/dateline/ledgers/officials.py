"""Terms of office: who held which office of which country, from when to when."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.ledgers.files import Folder, day, table
from dateline.records.finding import Coverage

_COLUMNS = ("person", "name_variants", "office", "office_variants", "country", "start", "end", "source")
_WORD = re.compile(r"[^\W\d_]+")
#: Spelling differences between transliterations of one Cyrillic name, applied after diacritics are gone.
_FOLDS = (
    ("skyi", "ski"), ("skyy", "ski"), ("skiy", "ski"), ("skii", "ski"), ("sky", "ski"), ("yi", "i"), ("iy", "i"),
    ("ii", "i"), ("yy", "i"), ("iu", "yu"), ("ia", "ya"), ("ie", "ye"), ("kh", "h"), ("ks", "x"), ("g", "h"),
    ("y", "i"), ("w", "v"), ("ou", "u"), ("ck", "k"), ("ff", "v"), ("ss", "s"),
)  # fmt: skip
_SPELLINGS = {"defense": "defence", "us": "", "u": "", "s": "", "the": "", "of": "", "for": "", "affairs": ""}
_OFFICES = {"minister": "minister", "ministry": "minister", "pm": "prime minister", "premier": "prime minister"}
_TITLES = frozenset({"gen", "general", "lt", "col", "colonel", "admiral", "mr", "mrs", "dr", "sir"})


@dataclass(frozen=True, slots=True)
class Term:
    """One term; `start` or `last` None where it is not known, `in_office` where the row states no end."""

    person: str
    names: tuple[str, ...]
    office: str
    offices: tuple[str, ...]
    country: str
    start: date | None
    stop: date | None
    source: str
    confidence: str

    def covers(self, when: date) -> bool:
        return self.start is not None and self.start <= when and (self.stop is None or when <= self.stop)


class OfficialsLedger:
    """Terms by person; names and offices are matched without case, diacritics and transliteration."""

    def __init__(self, folder: Folder) -> None:
        self.terms = tuple(_term(row) for row in table(folder / "officials.csv", _COLUMNS))
        self._by_surname: dict[str, list[Term]] = {}
        for term in self.terms:
            for surname in {words[-1] for name in term.names if (words := _name_words(name))}:
                self._by_surname.setdefault(surname, []).append(term)

    def coverage(self) -> Coverage:
        starts = [term.start for term in self.terms if term.start is not None]
        ends = [when for term in self.terms for when in (term.start, term.stop) if when is not None]
        return Coverage("officials", min(starts), max(ends))

    def of_person(self, written: str) -> tuple[Term, ...]:
        """Terms of the person so written: the surname must fit, and each given name or initial that is written."""
        words = _name_words(written)
        if not words:
            return ()
        found = [t for t in self._by_surname.get(words[-1], ()) if any(_same(words, _name_words(n)) for n in t.names)]
        return tuple(dict.fromkeys(found))

    def of_office(self, written: str, country: str | None) -> tuple[Term, ...]:
        """Terms of the office so written, in `country` where it is known."""
        wanted = office_words(written)
        return tuple(
            term
            for term in self.terms
            if (country is None or term.country == country) and any(office_words(o) == wanted for o in term.offices)
        )


def office_words(written: str) -> frozenset[str]:
    """The words that tell an office apart: "Minister of Foreign Affairs" and "Foreign Minister" are one."""
    bare = re.sub(r"\([^)]*\)", " ", written.replace("-", " "))
    words: set[str] = set()
    for word in _WORD.findall(_bare(bare).replace(".", "")):
        for part in _OFFICES.get(word, _SPELLINGS.get(word, word)).split():
            words.add(_ADJECTIVES.get(part, part))
    return frozenset(words - {""})


_ADJECTIVES = {
    "ukrainian": "", "ukraine": "", "russian": "", "russia": "", "american": "", "british": "", "uk": "",
    "french": "", "france": "", "german": "", "germany": "", "polish": "", "poland": "", "israeli": "",
    "turkish": "", "belarusian": "", "federal": "", "palestinian": "", "leader": "leader", "nato": "", "un": "",
    "eu": "", "european": "european",
}  # fmt: skip


def _term(row: dict[str, str]) -> Term:
    names = tuple(n.strip() for n in (row["person"], *row["name_variants"].split("|")) if n.strip())
    offices = tuple(o.strip() for o in (row["office"], *row["office_variants"].split("|")) if o.strip())
    return Term(
        row["person"], names, row["office"], offices, row["country"], day(row["start"]), day(row["end"], last=True),
        row["source"], row.get("confidence") or "",
    )  # fmt: skip


def _bare(text: str) -> str:
    """Lower case without diacritics."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in split if not unicodedata.combining(c))


def _name_words(name: str) -> tuple[str, ...]:
    text = _bare(name).replace("'", "").replace("’", "").replace("ʼ", "")
    words = [word for word in _WORD.findall(text) if word not in _TITLES]
    if len(words) > 1 and words[-1] in ("jr", "sr", "ii", "iii", "iv"):
        words.pop()
    return tuple(_folded(word) for word in words)


def _folded(word: str) -> str:
    for written, sound in _FOLDS:
        word = word.replace(written, sound)
    return word


def _same(written: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Do the two names fit? Same surname; a given name written must match one known, or be its initial."""
    if not known or written[-1] != known[-1]:
        return False
    given, others = written[:-1], known[:-1]
    if not given:
        return True
    if not others:  # a variant of the surname alone says nothing of the given name
        return False
    return _fits(given[0], others) or _fits(others[0], given)


def _fits(one: str, names: Iterable[str]) -> bool:
    return any(one == name or (min(len(one), len(name)) == 1 and one[0] == name[0]) for name in names)
