"""What a figure counts and what it is said of, from the parse of its sentence: "400 jobs", "profit", "the bank"."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Any, Final

from dateline.extracting.amounts import units
from dateline.extracting.amounts.figure import Stated
from dateline.languages import en, en_figures, en_units

#: Parts of speech that may stand between a number and the noun it counts.
_BEFORE_NOUN: Final = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "POS", "CD", "AFX"}
)
_ADVERBS: Final = frozenset({"RB", "RBR", "RBS"})
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
_LEADS: Final = frozenset({"compound", "nmod", "amod", "poss", "nummod", "npadvmod", "quantmod", "dep", "punct"})
_OF_START: Final = frozenset({"DT", "PRP$", "PDT", "CD"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj"})
_FURTHEST: Final = 9
_CONCEPTS: Final = 3
_SINGULAR: Final = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse",
    "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf", "halves": "half", "leaves": "leaf",
    "thieves": "thief", "shelves": "shelf", "loaves": "loaf", "crises": "crisis", "analyses": "analysis",
    "criteria": "criterion", "phenomena": "phenomenon", "indices": "index", "buses": "bus", "viruses": "virus",
    "movies": "movie", "cookies": "cookie", "series": "series", "species": "species", "people": "people",
    "aircraft": "aircraft", "headquarters": "headquarters", "news": "news", "heroes": "hero", "potatoes": "potato",
    "tomatoes": "tomato", "volcanoes": "volcano", "torpedoes": "torpedo", "axes": "axe", "statuses": "status",
    "gases": "gas", "bonuses": "bonus", "campuses": "campus", "corps": "corps", "salvoes": "salvo",
}  # fmt: skip


def singular(word: str) -> str:
    """A noun's singular by spelling; a word that is none already comes back unchanged."""
    lower = word.lower()
    for plural, single in _SINGULAR.items():
        if lower == plural or (lower.endswith(plural) and plural in ("men", "women", "children")):
            start = word[: len(word) - len(plural)]
            return start + (single if start or word.islower() else word[0] + single[1:])
    if lower.endswith("ies") and len(lower) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ss|x|ch|sh|zz)es$", lower):
        return word[:-2]
    people = word[:1].isupper() and lower.endswith("is")  # "Iraqis"
    if people or (lower.endswith("s") and not re.search(r"(?:ss|us|is)$", lower) and len(lower) > 2):
        return word[:-1]
    return word


def normalized(unit: str) -> str:
    """A counted noun as one of its kind: "charging stations" is "charging station", "categories of goods" too."""
    head, of, rest = unit.partition(" of ")
    words = head.split()
    if not words:
        return unit
    return " ".join([*words[:-1], singular(words[-1])]) + of + rest


def tokens_of(doc: Any, figure: Stated) -> Any | None:
    """The span of `doc` that holds the figure, None where it holds no token of it."""
    return doc.char_span(figure.start, figure.end, alignment_mode="expand")


def counted(doc: Any, figure: Stated, numbers: Set[int]) -> list[int]:
    """The tokens of the noun that the figure counts, its adjectives before it; empty where it counts none that is
    named. `numbers` are the tokens of the sentence's figures, which a noun may stand behind ("half of the 40 jobs")."""
    span = tokens_of(doc, figure)
    if span is None:
        return []
    at = span.end
    parted = figure.kind == "fraction" and not re.search(r"\b(?:in|of)\b", span.text)
    if at < len(doc) and doc[at].lower_ == "of" and at + 1 < len(doc):
        at, parted = at + 1, True
    while parted and at < len(doc) and (doc[at].tag_ in _OF_START or at in numbers):
        at += 1
    run = _noun_run(doc, at, numbers)
    if run and not parted:
        run = _attributive(doc, figure, run)
    # "The last 16 of the Premier League" are no leagues.
    whole = parted and figure.kind == "count" and run and doc[run[-1]].tag_ == "NNP"
    return [] if whole else run


def _attributive(doc: Any, figure: Stated, run: list[int]) -> list[int]:
    """Of "a 30 word note" the words: a number above one counts no single thing, unless its noun has no plural."""
    first, last = doc[run[0]], doc[run[-1]]
    plural = last.tag_ != "NN" or last.lower_ in _SINGULAR or figure.value is None or abs(figure.value) <= 1
    return run if plural or len(run) == 1 or first.tag_ != "NN" else run[:1]


def _noun_run(doc: Any, start: int, numbers: Set[int]) -> list[int]:
    """From `start`, the words before a noun and the noun."""
    last: int | None = None
    at = start
    while at < min(len(doc), start + _FURTHEST):
        token = doc[at]
        joins = token.lower_ in ("and", "or", ",") and last is None and at > start and doc[at - 1].tag_ in ("JJ", "VBN")
        if at in numbers and last is None and at > start:
            at += 1
            continue
        if (
            not joins
            and (token.tag_ not in _BEFORE_NOUN or token.text in "|•*_")
            and not (token.tag_ in _ADVERBS and last is None)
        ):
            break
        if last is not None and token.tag_ not in (*_NOUNS, "POS", "HYPH") and not _leads(doc, last, at):
            break
        if token.tag_ in _NOUNS:
            last = at
            named = token.tag_ == "NNP" and at + 1 < len(doc) and doc[at + 1].tag_ in ("NN", "NNS")
            if not named and not _leads(doc, at, at + 1):
                break
        at += 1
    if last is None:
        return []
    run = [i for i in range(start, last + 1) if i not in numbers]
    owners = [n for n, i in enumerate(run[:-1]) if doc[i].tag_ == "POS"]
    run = run[owners[-1] + 1 :] if owners else run
    while run and doc[run[0]].tag_ in ("HYPH", "CC", ",", *_ADVERBS):
        run = run[1:]
    return run


def _leads(doc: Any, noun: int, at: int) -> bool:
    """Whether the noun at `noun` only qualifies one that stands at or behind `at`."""
    token = doc[noun]
    return token.dep_ in _LEADS and at <= token.head.i <= noun + 5 and token.head.i > noun


def is_name(doc: Any, figure: Stated, numbers: Set[int]) -> bool:
    """Whether a number behind a capital belongs to the name: "Apollo 11 landed", "the Nova 300 index", and not "Ivan
    40 goats"."""
    span = tokens_of(doc, figure)
    if span is None or span.end >= len(doc):
        return True
    behind = doc[span.end]
    if not behind.is_alpha or behind.tag_ not in ("NN", "NNS", "JJ") or behind.text[0].isupper():
        return True
    noun = counted(doc, figure, numbers)
    one_of_many = bool(noun) and doc[noun[-1]].tag_ == "NN" and figure.value != 1
    return one_of_many or span.root.head.i < span.start


def concepts(doc: Any, figure: Stated, noun: Sequence[int], numbers: Set[int]) -> tuple[str, ...]:
    """What the figure is said of, nearest first: at most three noun phrases, without articles."""
    span = tokens_of(doc, figure)
    if span is None:
        return ()
    inside = {*range(span.start, span.end), *noun, *numbers}
    found: list[Any] = []
    token = doc[noun[-1]] if noun else _root(doc, span, inside)
    if not noun:
        found += _behind(doc, span, "of")
        token = _carrier(token, inside, found)
    unnamed = _climb(token, inside, found)
    if figure.kind == "money":
        found[1:1] = _behind(doc, span, "for")
    if not found and not noun and not unnamed and figure.kind != "age":
        found += _nearest(doc, span, inside)
    phrases: list[str] = []
    for head in found:
        phrase = _phrase(head, inside)
        if _is_time(head) or (figure.kind == "age" and head.lower_ == "age"):
            continue
        if phrase and phrase not in phrases:
            phrases.append(phrase)
    return tuple(phrases[:_CONCEPTS])


def _is_time(noun: Any) -> bool:
    """Whether a noun is a stretch of time, which says when and not what."""
    unit = units.unit_of(noun.text)
    if any(t.dep_ == "compound" for t in noun.lefts):
        return False
    calendar = noun.text.lower().rstrip(".") in (*en.MONTHS, *en.WEEKDAYS, *en.SEASONS, "quarter", "date", "today")
    return calendar or (unit is not None and unit.dimension == "time")


def _root(doc: Any, span: Any, inside: set[int]) -> Any:
    """The token of the figure whose head lies outside it."""
    root = span.root
    return root if root.head.i not in inside or root.head is root else doc[span.start]


def _behind(doc: Any, span: Any, word: str) -> list[Any]:
    """The noun behind "of" or "for": "54 GB of data", "5 dollars for a ride"."""
    if span.end + 1 < len(doc) and doc[span.end].lower_ == word:
        at = span.end + 1
        while at < len(doc) and doc[at].tag_ in _OF_START:
            at += 1
        run = _noun_run(doc, at, frozenset())
        return [doc[run[-1]]] if run else []
    return []


def _carrier(token: Any, inside: set[int], found: list[Any]) -> Any:
    """The noun that a measure stands before ("a 25% premium"), which it is then said of."""
    seen = 0
    while token.dep_ in _LEADS and token.head.i > token.i and seen < _FURTHEST:
        token, seen = token.head, seen + 1
        if token.i not in inside and token.tag_ in _NOUNS and token.dep_ not in ("compound", "nmod"):
            found.append(token)
            break
    return token


def _climb(token: Any, inside: set[int], found: list[Any]) -> bool:
    """Adds the nouns above `token`: those whose phrases it ends, and the subject of its verb. Whether that is
    one without a name ("you")."""
    for _ in range(_FURTHEST):
        head = token.head
        if head is token:
            break
        if token.dep_ in _SUBJECTS:
            return False
        if head.pos_ in ("VERB", "AUX"):
            return _of_verb(head, token, inside, found)
        if head.tag_ in _NOUNS and head.i not in inside and token.dep_ != "conj":
            found.append(head)
        token = head
    return token.pos_ in ("VERB", "AUX") and _of_verb(token, token, inside, found)


def _nearest(doc: Any, span: Any, inside: set[int]) -> list[Any]:
    """The last noun before a measure, or the first behind it, where the parse ties it to none."""
    before = [t for t in doc[max(0, span.start - _FURTHEST) : span.start] if t.tag_ in _NOUNS and t.i not in inside]
    behind = [t for t in doc[span.end : span.end + _FURTHEST] if t.tag_ in _NOUNS and t.i not in inside]
    return before[-1:] or behind[:1]


def _referent(doc: Any, pronoun: Any) -> list[Any]:
    """Whom "it" or "they" most likely is: the subject named last before it in the sentence."""
    if pronoun.lower_ not in ("it", "he", "she", "they"):
        return []
    return [t for t in doc[: pronoun.i] if t.dep_ in _SUBJECTS and t.tag_ in _NOUNS][-1:]


def _of_verb(verb: Any, token: Any, inside: set[int], found: list[Any]) -> bool:
    """Adds the object beside a figure that is none itself ("raised prices by 5 %"), then the subject. Whether that is
    one without a name."""
    if token.dep_ not in ("dobj", "attr"):
        found += [c for c in verb.children if c.dep_ == "dobj" and c.i not in inside and c.tag_ in _NOUNS]
    before = verb.i - (2 if verb.i > 1 and verb.nbor(-1).text == "," else 1)
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and before >= 0 and verb.doc[before].tag_ in _NOUNS:
        found += [verb.doc[before]] if before not in inside else []  # "fines, reaching from 2 to 5"
    return _subject(verb, inside, found)


def _subject(verb: Any, inside: set[int], found: list[Any]) -> bool:
    """Adds the subject of `verb`, or of the verb that it hangs from. Whether it is one without a name."""
    for _ in range(_FURTHEST):
        subjects = [c for c in verb.children if c.dep_ in _SUBJECTS and c.i not in inside]
        named = [c for c in subjects if c.tag_ in _NOUNS or c.tag_ == "VBG"]
        if named:
            found += named
            return False
        relative = verb.dep_ in ("relcl", "acl")
        if relative and verb.head.tag_ in _NOUNS and (not subjects or subjects[0].tag_ in ("WDT", "WP", "IN")):
            if verb.head.i not in inside:
                found.append(verb.head)
            if verb.head.dep_ not in _SUBJECTS and verb.head.head is not verb.head:
                _climb(verb.head, inside, found)
            return False
        if subjects:
            found += _referent(verb.doc, subjects[0])
            return True
        if verb.head is verb or verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "aux", "prep"):
            return False
        verb = verb.head
    return False


def _phrase(head: Any, inside: set[int]) -> str:
    """A noun with what stands before it and one "of …" behind, without articles and pronouns."""
    words = _with_leads(head, inside)
    for child in head.rights:
        if child.lower_ == "of":
            behind = [w for p in child.children if p.dep_ == "pobj" for w in _with_leads(p, inside)]
            words += [child, *behind] if behind else []
    parts = [
        w.text_with_ws if n + 1 < len(words) and words[n + 1].i == w.i + 1 else f"{w.text} "
        for n, w in enumerate(words)
    ]
    return "".join(parts).strip()


def _with_leads(head: Any, inside: set[int]) -> list[Any]:
    """The noun and the words of its own that stand right before it."""
    first = min([t.i for t in head.lefts if t.dep_ in ("compound", "amod", "nmod", "poss")], default=head.i)
    words = [t for t in head.doc[first : head.i + 1] if t.i not in inside]
    return [t for t in words if t.tag_ not in ("PRP$", "DT", "PRP", "CD", "POS", ",", "$")]


def rate_behind(text: str, end: int) -> tuple[str, str] | None:
    """ "a day", "per month", "daily" right behind a counted noun: the words and the unit of time."""
    match = _RATE.match(text, end)
    if match is None:
        return None
    return match.group().strip(), match["unit"] or match["noun"] or en_figures.RATE_ADVERBS[match["adverb"]]


_RATE = re.compile(
    r"\s(?:(?:per|an?|each|every)\s(?P<unit>day|night|week|month|year|hour|minute|second|capita)(?!\w)"
    rf"|(?:per|an?)\s(?P<noun>{en_units.PER_NOUNS})(?!\w)|(?P<adverb>{'|'.join(en_figures.RATE_ADVERBS)})(?!\w))"
)
