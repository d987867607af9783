"""What an amount counts: an area, weapons, people, a stretch of time, or what a figure before it counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.lexicon import Lexicon
from dateline.extracting.patterns import when_asked
from dateline.languages import en, en_people

Kind = Literal["area", "weapon", "people", "time", "anchor", "bare", "other"]


@dataclass(frozen=True, slots=True)
class Thing:
    """`end` is where the noun phrase ends. `weapon` None with kind "weapon" is everything that flies in.
    `of_them`: the amount is a part of a figure named before. `own` marks the defender's own weapons."""

    kind: Kind
    end: int
    unit: str | None = None
    weapon: str | None = None
    population: str | None = None
    noun: str = ""
    of_them: bool = False
    own: bool = False


_OF_THEM = when_asked(
    r"^(?: more| others?)?,? (?:of|among|out of) (?:(?:them|which|whom|the total|that number|the latter)\b(?: all)?"
    r"|(?:those|these|the|its|their|all|that \w+['’]s)(?!\w)(?: the)?)",
    re.IGNORECASE,
)
#: Words that no noun phrase goes on with: verbs, prepositions, determiners, pronouns, adverbs of place and time.
_STOP: Final = when_asked(
    r"a|about|above|across|after|again|against|ago|all|alone|along|also|amid|among|amongst|an|any|are|around|as"
    r"|at|await|away|be|became|because|been|before|began|behind|being|below|beside|between|beyond|but|by|came"
    r"|can|carrying|come|could|despite|did|do|does|during|each|either|every|except|face|fell|fled|flew|for|from"
    r"|gone|got|had|has|have|having|he|held|her|here|his|how|if|in|including|inside|instead|into|is|it|its|kept"
    r"|lack|last|lay|made|may|might|must|my|near|need|needs|nor|not|now|of|off|on|onto|our|out|outside|over|per"
    r"|remain|remained|remains|rose|said|sat|says|she|should|since|so|some|stayed|still|stood|taken|than|that"
    r"|the|their|then|there|these|they|this|those|through|throughout|to|today|together|too|took|toward|towards"
    r"|under|until|upon|via|was|we|went|were|what|when|where|which|while|who|whom|whose|will|with|within"
    r"|without|worth|would|yesterday|yet|you|your|work|works|worked|function|functions|operate|operates|exist|stay"
    r"|arrive|arrives|arrived|stand|stands|overnight|cross|crosses|crossed|flee|flees|escaped|drowned|starved"
)
#: "28 villages north of the city".
_SIDES: Final = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_WORD = when_asked(r"[^\W\d_][\w'’./-]*|\d[\w-]*|[^\w\s]")
_PEOPLE = tuple(
    (re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE), population) for pattern, population in en_people.PEOPLE
)
_AREA = tuple((re.compile(rf"[\s-]?(?:{pattern})(?!\w)", re.IGNORECASE), unit) for pattern, unit in en.AREA_UNITS)
_TIME = when_asked(
    rf"[\s-]?(?:(?:consecutive|straight|successive|whole|full|more|further) )*(?P<noun>{en.TIME_NOUNS})(?!\w|-hand)",
    re.IGNORECASE,
)
_OTHER_UNITS = when_asked(
    r"[\s-]?(?:kilomet(?:er|re)s?|kms?|miles?|met(?:er|re)s?|tonnes?|tons?|kilograms?|kg|dollars?|euros?"
    r"|hryvnias?|rubles?|roubles?|barrels?"
    r"|megawatts?|gigawatts?|MW|GW|degrees?|hectares?|acres?|litres?|liters?)(?!\w)",
    re.IGNORECASE,
)
_ALL = when_asked(rf"(?:{en.ALL_WEAPONS})(?!\w)", re.IGNORECASE)


def thing(text: str, amount: Amount, stop: int, words: Lexicon) -> Thing:
    """What `amount` counts, looking no further than `stop` (the next amount or the sentence's end)."""
    if amount.kind == "money":
        return Thing("other", amount.end, amount.unit, noun=text[amount.core_start : amount.core_end])
    for pattern, unit in _AREA:
        if match := pattern.match(text, amount.end):
            return Thing("area", match.end(), unit, noun=match.group().strip())
    if re.match(r" (?:an?|per|each|every) (?:day|night|week|month|year)\b", text[amount.end :]):
        return Thing("bare", amount.end)
    if match := _OTHER_UNITS.match(text, amount.end):
        return Thing("other", match.end(), match.group().strip(" -").lower(), noun=match.group().strip(" -"))
    if match := _TIME.match(text, amount.end):
        return Thing("time", match.end(), match["noun"].lower().rstrip("s"), noun=match["noun"])
    hyphened = _HYPHENED.match(text, amount.end)
    if hyphened is not None and hyphened["noun"]:
        return _hyphened(text, hyphened, words)
    anchor = _OF_THEM.match(text[amount.end : stop])
    start = amount.end + anchor.end() if anchor else hyphened.end() if hyphened else amount.end
    if amount.kind == "vague" and (of := re.match(r" (?:more )?of (?:the )?", text[start:stop])) and anchor is None:
        start += of.end()
    if anchor is None and (ours := re.match(r" of (?:our|my) ", text[start:stop])) is not None:
        start += ours.end() - 1  # "105 of our soldiers have fallen"
    end = _phrase_end(text, start, stop, words)
    found = _weapons(text, start, end, words) or _people(text, start, end)
    if found is not None and found.noun.lower() == "targets" and _STRUCK.search(text[: amount.start]):
        found = None  # what is struck stands on the ground
    if found is not None:
        return Thing(
            found.kind, found.end, found.unit, found.weapon, found.population, found.noun, anchor is not None, found.own
        )
    if anchor is not None:
        return Thing("anchor", start, of_them=True)
    befell = _FATED.match(text, amount.end) is not None or _DRIVEN.search(text[: amount.start]) is not None
    if end == start and befell and anchor is None and not _OF_HARMED.search(text[: amount.start]):
        return Thing("other", amount.end, "people")
    noun = text[start:end].strip(" ,'’\"”")
    return Thing("other", end, noun=noun) if re.search(r"[A-Za-z]{2}", noun) else Thing("bare", amount.end)


_STRUCK: Final = when_asked(
    r"\b(?:hit|hits|hitting|struck|strik(?:es?|ing)|attack(?:ed|ing|s)?|bomb(?:ed|ing|s)|pounded|shelled|against|on)"
    r"(?: (?:at least|more than|over|about|some|nearly|a total of|another|around|up to|the))* $",
    re.IGNORECASE,
)
_OF_HARMED: Final = when_asked(r"\b(?:of|among) (?:the|those|these|them|whom)(?: [a-z]+){0,2},? $", re.IGNORECASE)
#: "and driven 9,000 from their homes".
_DRIVEN: Final = when_asked(r"\b(?:driven|drove|driving|uproot(?:ed|ing)|displac(?:ed|ing)) (?:another |a further )?$")
#: What befalls people alone, right behind their number: "750,000 fled", "another 90,000 are in need of".
_FATED: Final = when_asked(
    r" (?:more |others )?(?:(?:have|has|had|were|was|are|is|been|being|also|still|since|now|again|remain(?:ed)?) )*"
    r"(?:fled|(?:internally )?displaced|uprooted|driven (?:out|from)|homeless|in need\b"
    r"|need(?:ed)? (?:it|aid|food|help|shelter|water|care|surgery|treatment)"
    r"|fac(?:e|ed|ing) (?:hunger|famine|starvation|crisis|emergency)|(?:went|go|going) hungry|starving"
    r"|stands? (?:on|at) (?:its|the) (?:edge|brink|verge)|widowed|orphaned|vaccinated"
    r"|hospitali[sz]ed|arrested|detained|abducted|kidnapped|conscripted)(?!\w)",
    re.IGNORECASE,
)


#: "a 40-drone raid", "a 300-strong swarm of drones".
_HYPHENED = when_asked(r"-(?:(?P<strong>strong|odd|plus|something)|(?P<noun>[a-z]{3,}))\b", re.IGNORECASE)


def _hyphened(text: str, match: re.Match[str], words: Lexicon) -> Thing:
    """The noun that a hyphen ties to the number; what the whole phrase names is not counted."""
    noun = match["noun"]
    found = _weapons(noun, 0, len(noun), words) or _people(noun, 0, len(noun)) or Thing("other", 0, noun=noun)
    return replace(found, end=match.end())


def _phrase_end(text: str, start: int, stop: int, words: Lexicon) -> int:
    """End of the noun phrase that starts at `start`: before a verb, a preposition or a mark."""
    end, after_join, last = start, False, ""
    for count, match in enumerate(_WORD.finditer(text, start, stop)):
        word = match.group().lower()
        if _STOP.fullmatch(word.rstrip(".")) or count > 12 or re.fullmatch(r"[;:.()!?\"“”—–]", word):
            break
        if word in _SIDES and text.startswith(" of", match.end()):
            break
        if word in ("and", "or", ",", "&"):
            after_join = True
            continue
        noun = words.weapon.match(text, match.start()) or _ALL.match(text, match.start())
        people = any(p.match(text, match.start()) for p, _ in _PEOPLE)
        if after_join and word in ("wounded", "injured") and last not in ("dead", "killed", "deaths"):
            break
        if after_join and not (
            noun
            or word in ("other", "decoy", "strike", "attack", "decoys", "wounded", "injured", "cruise", "ballistic")
        ):
            break
        verb = words.predicate.match(text, match.start())
        if verb is not None and _BLOWS.fullmatch(word) and _OF_BLOWS.fullmatch(last):
            verb = None  # "11 artillery hits"
        if (
            verb is not None
            and not noun
            and not people
            and not re.match(
                r"\s(?:and decoy |and )?(?:drones?|uavs?|missiles?|munitions"
                r"|(?:un(?:crewed|manned|piloted) )?aerial (?:vehicles?|systems?))",
                text[verb.end() :],
                re.IGNORECASE,
            )
        ):
            break
        whole = word.rstrip(".")
        done = whole in _TAKEN or (_DONE.fullmatch(whole) and not (noun or people))
        if done and last.endswith("s") and not after_join:
            break  # "41 cargo flights landing", "31 mercenaries prisoner"
        after_join, last = False, word.strip(".")
        closed = match.end() - (1 if match.group().endswith(".") and not re.search(r"\w\.\w\.$", match.group()) else 0)
        end = max(closed, noun.end() if noun else 0) if noun is None or noun.end() <= stop else closed
    return end


#: What stands behind a plural noun and is no part of its name.
_DONE: Final = when_asked(r"alive|changed|[a-z]{3,}ing")
_TAKEN: Final = frozenset({"prisoner", "hostage", "captive"})
_BLOWS: Final = when_asked(r"hits|strikes|impacts")
_OF_BLOWS: Final = when_asked(r"artillery|mortar|rocket|direct|shell")


def _weapons(text: str, start: int, end: int, words: Lexicon) -> Thing | None:
    named = list(words.weapon.finditer(text, start, end))
    general = _ALL.search(text, start, end)
    names = (*words.theatre.defender.adjectives, *words.theatre.defender_weapons)
    # A reader that knows no sides knows no weapons of the defender's own either.
    own = re.search(rf"(?:{'|'.join(map(re.escape, names))})\b", text[start:end]) if names else None
    if not named:
        return Thing("weapon", general.end(), "weapons", noun=general.group(), own=own is not None) if general else None
    ids, joined, last = [], False, start
    for match in named:
        alias = match.group().lower()
        ids.append(_weapon_id(alias, words))
        joined = joined or bool(
            re.search(r"(?:,|\band\b|\bor\b|&)", text[last : match.start()], re.IGNORECASE) and last != start
        )
        last = match.end()
    weapon = words.common_weapon(ids, joined)
    family = words.theatre.weapon_line(weapon)[-1] if weapon else None
    if family and _OTHER_TYPES.match(text, named[-1].end()):
        weapon = family  # "98 Shaheds and drones of other types"
    unit = {"drone": "drones", "missile": "missiles"}.get(family or "", "weapons")
    return Thing(
        "weapon", named[-1].end(), unit, weapon, noun=text[named[0].start() : named[-1].end()], own=own is not None
    )


_OTHER_TYPES: Final = when_asked(
    r"(?: [A-Za-z]+)?(?: drones| UAVs)?(?:,| and)(?: [A-Za-z]+)*? (?:drones|UAVs|imitators?|decoys|simulators"
    r"|munitions)"
    r"(?: drones| UAVs)? of (?:other|various|different) (?:types|kinds)\b"
)


def _weapon_id(alias: str, words: Lexicon) -> str:
    for ending in ("", "s", "es"):
        if ending == "" or alias.endswith(ending):
            found = words.weapon_ids.get(alias[: len(alias) - len(ending)] if ending else alias)
            if found:
                return found
    raise KeyError(alias)  # the pattern is built from these very names


#: Whose name decides whom a phrase counts where it has several: "12 wounded soldiers" are soldiers.
_RANK: Final = ("civilians", "military", "held", "missing", "bodies", "subset", "all")
#: What may stand between two words for people that are one count: "dead or wounded", "women and children".
_JOINED: Final = when_asked(r"\s?(?:,|and|or|/|as well as)?\s?(?:other )?")
#: A word that says of the people named behind it what they are: "wounded Ukrainian soldiers".
_ATTRIBUTIVE: Final = when_asked(
    r"(?:dead|killed|wounded|injured|missing|civilian|displaced|older|elderly)$", re.IGNORECASE
)
_BETWEEN: Final = when_asked(r"(?: [\w-]+){0,3} ?")


def _people(text: str, start: int, end: int) -> Thing | None:
    """The people named in a noun phrase; it ends with the last word that names people or their harm."""
    found = sorted(
        (
            (start + m.start(), start + m.end(), population)
            for pattern, population in _PEOPLE
            for m in re.finditer(rf"(?<!\w)(?:{pattern.pattern})", text[start:end], re.IGNORECASE)
            if not (m.group().lower() == "burned" and text[start : start + m.start()].strip())  # "four houses burned"
        ),
    )
    if not found:
        return None
    last, named = found[0][1], [found[0][2]]
    for at, stop, population in found[1:]:
        gap = text[last:at]
        loose = _ATTRIBUTIVE.search(text[start:last]) is not None and _BETWEEN.fullmatch(gap) is not None
        verb = gap == " " and text.startswith("lives", at)  # "one in five Ukrainians lives"
        if at < last or loose or (_JOINED.fullmatch(gap) and not verb):
            last = max(last, stop)
            named.append(population)
    population = min(named, key=_RANK.index)
    return Thing("people", last, "people", population=population, noun=text[start:last].strip())
