"""Words that give a statement, a thought or a plan to someone: which word of a sentence may be such a cue."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dateline.languages import en_speech

_WORD: Final = re.compile(r"[A-Za-z]+")


@lru_cache(maxsize=1)
def verbs() -> dict[str, tuple[str, frozenset[str]]]:
    """Every form of a verb of saying or thinking, in lower case, with its lemma and its classes; verbs that do so
    with a preposition or a particle only have the class "with"."""
    known: dict[str, set[str]] = {}
    for group, lemmas in en_speech.VERBS.items():
        for lemma in lemmas.split():
            known.setdefault(lemma, set()).add(group)
    for lemma in en_speech.QUOTING.split():
        known.setdefault(lemma, set()).add("quote")
    for table in (en_speech.PREPOSITIONAL, en_speech.PARTICLES):
        for lemma in " ".join(table.values()).split():
            known.setdefault(lemma, set()).add("with")
    return {form: (lemma, frozenset(names)) for lemma, names in known.items() for form in en_speech.forms(lemma)}


def classes(word: str) -> frozenset[str]:
    """The classes of a form of a verb in lower case, none where it is no cue."""
    return verbs()[word][1] if word in verbs() else frozenset()


def name(word: str) -> str:
    """The one class that a form of a verb is listed under."""
    return min(classes(word))


@lru_cache(maxsize=1)
def nouns() -> dict[str, frozenset[str]]:
    """Nouns of saying and thinking, singular and plural, with their classes."""
    known: dict[str, set[str]] = {}
    for group, lemmas in en_speech.NOUNS.items():
        for lemma in lemmas.split():
            for form in (lemma, en_speech.plural(lemma)):
                known.setdefault(form, set()).add(group)
    return {form: frozenset(names) for form, names in known.items()}


@lru_cache(maxsize=1)
def adjectives() -> dict[str, str]:
    """Adjectives of thinking, feeling and meaning to, with their class."""
    return {word: name for name, words in en_speech.ADJECTIVES.items() for word in words.split()}


@lru_cache(maxsize=1)
def idioms() -> frozenset[tuple[str, str, str]]:
    """Form of a verb, noun or particle, preposition: what they say together is the preposition's object."""
    found = set()
    for idiom in en_speech.IDIOMS.split(","):
        verb, word, preposition = idiom.split()
        found |= {(form, word, preposition) for form in en_speech.forms(verb)}
    return frozenset(found)


@lru_cache(maxsize=1)
def putting() -> frozenset[str]:
    """Forms of the verbs that state a figure with "at" ("put the toll at 14")."""
    return frozenset(form for lemma in en_speech.PUTTING.split() for form in en_speech.forms(lemma))


@lru_cache(maxsize=1)
def documents() -> frozenset[str]:
    """Nouns of documents, singular and plural."""
    words = en_speech.DOCUMENTS.split()
    return frozenset(words) | {en_speech.plural(w) for w in words}


@lru_cache(maxsize=1)
def holders() -> frozenset[str]:
    """Nouns of those who hold a view, singular and plural."""
    words = en_speech.HOLDERS.split()
    return frozenset(words) | {en_speech.plural(w) for w in words}


@lru_cache(maxsize=1)
def occasions() -> frozenset[str]:
    """Nouns on which somebody speaks rather than which speak themselves ("a statement calling for talks")."""
    words = en_speech.OCCASIONS.split()
    return frozenset(words) | {en_speech.plural(w) for w in words}


@lru_cache(maxsize=1)
def light() -> frozenset[str]:
    """Forms of the verbs that carry a noun of saying ("made the claim")."""
    return frozenset(form for lemma in en_speech.LIGHT.split() for form in en_speech.forms(lemma))


@lru_cache(maxsize=1)
def prepositions() -> frozenset[tuple[str, str]]:
    """Pairs of a lemma and the preposition whose object is what is said."""
    return frozenset((lemma, word) for word, lemmas in en_speech.PREPOSITIONAL.items() for lemma in lemmas.split())


@lru_cache(maxsize=1)
def particles() -> frozenset[tuple[str, str]]:
    """Pairs of a lemma and the particle with which it says something."""
    return frozenset((lemma, word) for word, lemmas in en_speech.PARTICLES.items() for lemma in lemmas.split())


def possible(text: str) -> bool:
    """Whether `text` holds any word that may be a cue: one look-up a word, before anything is parsed."""
    return not _any_cue().isdisjoint(_WORD.findall(text.lower()))


@lru_cache(maxsize=1)
def _any_cue() -> frozenset[str]:
    words = frozenset((*verbs(), *nouns(), *adjectives(), *holders(), *documents(), "according", "against"))
    return words | putting() | {verb for verb, _, _ in idioms()}
