"""A theatre's names and the language's verbs, compiled once into the patterns that the frames use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.extracting.patterns import alternation, when_asked
from dateline.languages import en
from dateline.theatres.loader import Actor, Theatre

#: Families of predicates that can govern a kind of thing.
STRIKE_VERBS: Final = frozenset({"launched", "intercepted", "lost", "through", "still", "supply"})
#: Verbs of report and of use, which say "launched" only where no stronger verb does.
WEAK_STRIKE_VERBS: Final = frozenset({"counted"})
AREA_VERBS: Final = frozenset({"gained", "retaken", "held", "ceded", "shrunk"})
HARM_VERBS: Final = frozenset({"killed", "injured", "casualties"})

_SUPPLY: Final = (
    r"produc(?:ed?|es|ing|tion)|manufactur(?:ed|es|ing)|deliver(?:ed|s|ing|y|ies)?|suppl(?:y|ied|ies|ying)|bought"
    r"|buy(?:s|ing)?"
    r"|purchas(?:ed|es|ing)|order(?:ed|s|ing)?|donat(?:ed|es|ing)|stockpil(?:ed|es|ing)?|assembl(?:ed|es|ing)"
    r"|receiv(?:ed|es|ing)"
    r"|build(?:s|ing)?|built|procur(?:ed|es|ing|ement)|(?<!by )interceptor|output|factor(?:y|ies)"
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or verbal noun at `text[start:end]` and the family of events that it names."""

    start: int
    end: int
    family: str


@dataclass(frozen=True)
class Lexicon:
    theatre: Theatre
    weapon: re.Pattern[str]
    weapon_ids: dict[str, str]
    predicate: re.Pattern[str]
    topics: tuple[tuple[str, re.Pattern[str]], ...]
    actor: re.Pattern[str]
    actors: dict[str, Actor]
    defender: re.Pattern[str]
    attacker: re.Pattern[str]
    soil: re.Pattern[str]
    inventory: re.Pattern[str]
    airspace: re.Pattern[str]
    areas: re.Pattern[str]
    elsewhere: re.Pattern[str]

    def masked(self, text: str) -> str:
        """`text` with the names of bodies blanked, so that "the Institute for the Study of War" dates nothing."""
        return _INSTITUTIONS.sub(lambda m: "x" * len(m.group()), text)

    def predicates(self, text: str) -> list[Predicate]:
        """Predicates of `text` in order; a past participle before a noun ("the occupied area") counts as well."""
        found = (m for m in self.predicate.finditer(text) if not _is_noun(text, m))
        return [Predicate(m.start(), m.end(), m.lastgroup or "") for m in found]

    def topic(self, text: str) -> str | None:
        """What `text` is about: the family of nouns that occurs first, casualties before strikes before territory
        where a stretch names several."""
        found = {name: m.start() for name, pattern in self.topics if (m := pattern.search(text))}
        for name in ("casualties", "strikes", "territory", "talks"):
            if name in found:
                return name
        return None

    def common_weapon(self, ids: list[str], joined: bool) -> str | None:
        """One weapon for several names: the most specific where they form one compound ("Iskander ballistic
        missiles"), the nearest shared parent where they are `joined` by "and"; None where they share none."""
        lines = [self.theatre.weapon_line(i) for i in ids]
        if not joined:
            return max(lines, key=len)[0]
        return next((w for w in lines[0] if all(w in line for line in lines)), None)

    def weapons_named(self, text: str) -> list[str]:
        """Ids of the weapons that `text` names, in order."""
        names = [m.group().lower() for m in self.weapon.finditer(text)]
        return [i for n in names for e in ("", "s", "es") if (i := self.weapon_ids.get(n.removesuffix(e) if e else n))]

    def producer(self, source: str) -> Actor | None:
        """The actor named in `source`: one whose alias needs two names ("AFP+ISW") first, then one that `source` is
        as a whole ("=Moscow"), else the longest alias that is not another country's ("the Polish Air Force")."""
        if (whole := self.actors.get("=" + source)) is not None:
            return whole
        for actor in self.theatre.actors:
            pairs = [a.split("+") for a in actor.aliases if "+" in a]
            if any(all(re.search(rf"(?<!\w){re.escape(n)}(?!\w)", source) for n in names) for names in pairs):
                return actor
        found = [m for m in self.actor.finditer(source) if m.group() in self.actors and not self.foreign(source, m)]
        return self.actors[sorted(found, key=lambda m: len(m.group()))[-1].group()] if found else None

    def own_ministry(self, source: str, text: str) -> Actor | None:
        """ "The defence ministry" of the one side that the sentence names; None where it names both, or a third."""
        named = _MINISTRY.fullmatch(source)
        sides = ((self.theatre.defender, self.defender), (self.theatre.attacker, self.attacker))
        said = [side for side, names in sides if named is not None and names.search(text)]
        if (
            named is None
            or len(said) != 1
            or not said[0].adjectives
            or self.elsewhere.search(text)
            or self._abroad(text)
        ):
            return None
        return self.producer(f"{said[0].adjectives[0]} {named['name'].lower()}")

    def _abroad(self, text: str) -> bool:
        others = (*en.OTHER_COUNTRIES, *self.theatre.neighbours)
        return any(re.search(rf"\b{re.escape(name)}\b", text) for name in others)

    def foreign(self, text: str, match: re.Match[str]) -> bool:
        """Whether the name of a side's body, found in `text`, stands behind a country that is not that side."""
        actor = self.actors.get(match.group())
        side = actor.side if actor is not None else ""
        owner = _OWNER.search(text, max(0, match.start() - 40), match.start())
        return bool(side and owner) and en.DEMONYMS.get(owner[1]) != side  # type: ignore[index]


_MINISTRY: Final = re.compile(
    r"(?:[Tt]he )?(?P<name>(?:[Dd]efen[cs]e|[Ii]nterior|[Ff]oreign) [Mm]inistry)(?:['’]s [a-z ]+)?"
)
#: A country or its adjective right before a body's name.
_OWNER: Final = re.compile(
    rf"(?<![\w-])({alternation([*en.DEMONYMS, *en.OTHER_COUNTRIES])})"
    r"(?:['’]s?|-\w+)?(?: \w+ed)? $"
)
_INSTITUTIONS: Final = re.compile(
    r"Study of War|Department of War|Secretary of War|Minist(?:er|ry) of War|War (?:Department|Museum|College"
    r"|Crimes \w+)|World War (?:I+|One|Two)"
    r"|prisoners? of war|POWs?|[A-Z][\w]+-(?:19|20)\d\d(?!\d)"
)


_FLAMES: Final = re.compile(r"\b(?:caught|catch(?:es|ing)?|on|under) $", re.I)


_HOUSE: Final = re.compile(
    r"\b(?:the|an?|one|this|that|another|each|every|residential|apartment|office|government|administrative|\w+-stor(?:e?y))"
    r" (?:(?!is\b|was\b|are\b|were\b|of\b)[\w-]+ ){0,2}$",
    re.IGNORECASE,
)


def _is_noun(text: str, verb: re.Match[str]) -> bool:
    """Whether the word is a noun where it stands: what caught fire was not launched, nor is a building built."""
    word = verb.group().lower()
    noun = _FLAMES if word == "fire" else _HOUSE if word == "building" else None
    return noun is not None and noun.search(text, 0, verb.start()) is not None


@lru_cache(maxsize=8)
def lexicon(theatre: Theatre) -> Lexicon:
    weapon_ids = {alias.lower(): w.id for w in theatre.weapons.values() for alias in w.aliases}
    actors = {alias: actor for actor in theatre.actors for alias in actor.aliases if "+" not in alias}
    families = (("supply", _SUPPLY), *en.PREDICATES)
    return Lexicon(
        theatre=theatre,
        weapon=_names(weapon_ids, r"(?:es|s)?"),
        weapon_ids=weapon_ids,
        predicate=re.compile(
            # "mobile fire teams" have fired nothing yet
            r"(?<![\w-])(?!fire (?:team|group|unit|crew|brigade)s?\b)(?:"
            + "|".join(f"(?P<{name}>{words})" for name, words in families)
            + r")(?![\w])",
            re.IGNORECASE,
        ),
        topics=tuple((name, re.compile(rf"(?<![\w-])(?:{words})(?!\w)", re.IGNORECASE)) for name, words in en.TOPICS),
        actor=_names([a.removeprefix("=") for a in actors], "", re.RegexFlag(0)),
        actors=actors,
        defender=_names((*theatre.defender.names, *theatre.defender.adjectives), "", re.RegexFlag(0)),
        attacker=_names((*theatre.attacker.names, *theatre.attacker.adjectives), "", re.RegexFlag(0)),
        soil=_soil(theatre),
        inventory=re.compile(
            rf"\b(?:{_any(theatre.defender_weapons)}|(?:air defen[cs]e|anti-air(?:craft)?)"
            r" (?:missile|system|interceptor|batter|unit with))\w*",
            re.IGNORECASE,
        ),
        airspace=re.compile(rf"(?:{_any(theatre.neighbours)})\b[^.;]*\bairspace|\bits airspace"),
        areas=re.compile(
            r"\b(?:(?:the )?(?:north|south|east|west|cent(?:re|er)|southeast|northeast|southwest|northwest"
            r"|south-east|north-east)"
            rf"(?:ern)?(?: (?:of (?:the country|{theatre.country.name})|{theatre.country.name}"
            rf"|and (?:south|east|north|west)(?:ern)?))?|{_any(theatre.areas)})(?!\w)"
        ),
        elsewhere=_names(_others(theatre), "", re.RegexFlag(0)),
    )


def _any(names: tuple[str, ...]) -> str:
    """An alternation that matches nothing where there are no names."""
    return alternation(names) or "(?!)"


def names_another_conflict(text: str, theatre: Theatre | None = None) -> bool:
    """Whether `text` names a country or a people of another conflict than that of `theatre`."""
    names = _others(theatre) if theatre is not None else en.OTHER_COUNTRIES
    return _names(names, "", re.RegexFlag(0)).search(text) is not None


@lru_cache(maxsize=1)
def _any_country() -> re.Pattern[str]:
    return _names(en.OTHER_COUNTRIES, "", re.RegexFlag(0))


def _names(names: Iterable[str], plural: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    alternatives = alternation(names) or "(?!)"
    return when_asked(rf"(?<![\w-])(?:{alternatives}){plural}(?!\w)", flags)


def _others(theatre: Theatre) -> set[str]:
    """Names of other conflicts' countries and peoples; none for a reader that has no country of its own."""
    sides = (theatre.defender, theatre.attacker)
    own = {*theatre.recognise, *theatre.attacker_soil, *(n for side in sides for n in (*side.names, *side.adjectives))}
    own |= {f"{adjective}s" for side in sides for adjective in side.adjectives}  # "Palestinians"
    return {*en.OTHER_COUNTRIES, *en.NEWLY_AT_WAR} - own if theatre.country.id else set()


def _soil(theatre: Theatre) -> re.Pattern[str]:
    """The attacker's own ground: a strike or an advance there is in no ledger of this theatre."""
    if not theatre.attacker.names:
        return re.compile("(?!)")
    names = "|".join(map(re.escape, (*theatre.attacker_soil, *theatre.attacker.names)))
    adjectives = "|".join(map(re.escape, theatre.attacker.adjectives))
    return re.compile(
        # "from the directions of Kursk and Oryol": where raids come from, and not where they go
        rf"(?<!\w)(?<!direction )(?<!directions )"
        rf"(?i:over|in|inside|into|across|against|at|on|of|within|targeting|hit|hitting|around"
        rf"|near) (?:the )?(?:(?:western|southern|northern|eastern|central|border|mainland|nearby|neighbou?ring"
        rf"|far|deep inside|parts of|much of) )?"
        rf"(?:(?:{names})(?!['’]s|\w| forces| troops| and [A-Z])|(?:{adjectives}) (?:Federation|regions?"
        rf"|territory|soil"
        rf"|cities|towns|airspace|oil|refin\w+|energy|airfields?|land|targets|fuel|depots?))"
        rf"|(?<!from )(?:{names}) (?:[Rr]egion|[Oo]blast)|\b(?:oil )?refiner(?:y|ies)\b|\boil depots?\b"
    )
