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
    classes: dict[str, set[str]] = {}
    for name, lemmas in en_speech.VERBS.items():
        for lemma in lemmas.split():
            classes.setdefault(lemma, set()).add(name)
    for lemma in en_speech.QUOTING.split():
        classes.setdefault(lemma, set()).add("quote")
    for table in (en_speech.PREPOSITIONAL, en_speech.PARTICLES):
        for lemma in " ".join(table.values()).split():
            classes.setdefault(lemma, set()).add("with")
    return {
        form: (lemma, frozenset(names)) for lemma, names in classes.items() for form in en_speech.forms(lemma)
    }


@lru_cache(maxsize=1)
def nouns() -> dict[str, frozenset[str]]:
    """Nouns of saying and thinking, singular and plural, with their classes."""
    classes: dict[str, set[str]] = {}
    for name, lemmas in en_speech.NOUNS.items():
        for lemma in lemmas.split():
            for form in (lemma, en_speech.plural(lemma)):
                classes.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in classes.items()}


@lru_cache(maxsize=1)
def adjectives() -> dict[str, str]:
    """Adjectives of thinking, feeling and meaning to, with their class."""
    return {word: name for name, words in en_speech.ADJECTIVES.items() for word in words.split()}


@lru_cache(maxsize=1)
def documents() -> frozenset[str]:
    """Nouns of documents, singular and plural."""
    words = en_speech.DOCUMENTS.split()
    return frozenset(words) | {en_speech.plural(w) for w in words}


@lru_cache(maxsize=1)
def light() -> frozenset[str]:
    """Forms of the verbs that carry a noun of saying ("made the claim")."""
    return frozenset(form for lemma in en_speech.LIGHT.split() for form in en_speech.forms(lemma)) | {"has"}


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
    known_verbs, known_nouns, known_adjectives = verbs(), nouns(), adjectives()
    return any(
        w in known_verbs or w in known_nouns or w in known_adjectives or w == "according"
        for w in _WORD.findall(text.lower())
    )
