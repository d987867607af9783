"""Which language a text is in: crude, and only as sure as scripts and everyday words allow."""

from __future__ import annotations

import re
from collections import Counter

#: Names for the message to the reader; the keys are ISO 639-1.
NAMES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "fi": "Finnish",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
_RANGES = {
    "ja": r"[\u3040-\u30ff]", "ko": r"[\uac00-\ud7af]", "zh": r"[\u4e00-\u9fff]", "ar": r"[\u0600-\u06ff]",
    "he": r"[\u0590-\u05ff]", "el": r"[\u0370-\u03ff]", "hi": r"[\u0900-\u097f]", "ka": r"[\u10a0-\u10ff]",
    "hy": r"[\u0530-\u058f]", "th": r"[\u0e00-\u0e7f]", "cyrillic": r"[\u0400-\u04ff]",
    "latin": r"[A-Za-z\u00c0-\u024f]",
}  # fmt: skip
_SCRIPTS = {code: re.compile(characters) for code, characters in _RANGES.items()}
_EVERYDAY = {
    "en":
        "the of and to in a that is was for on with as by at from has have were are it its said be an "
        "this which after not",
    "de": "der die und das von den ist mit des auf für im dem nicht ein eine als auch nach werden hat sich bei wurde",
    "fr": "le la les des et du une est dans pour qui sur par au pas plus avec sont ont été cette ce aux",
    "es": "el la los las y del que en un una por con para se su más fue han como sobre este al",
    "it": "il di che la e del della per una sono con non gli dei nel alla è stato più anche come le",
    "pt": "o os que da do em um uma para com não por dos das na no foi mais ao como são pela",
    "nl": "de het een van en is dat op te voor met zijn niet aan door ook om bij heeft naar werd",
    "pl": "w i na z się nie do że jest o to po przez jak od są za oraz był dla które",
    "tr": "ve bir bu için ile da de olarak olan daha çok sonra gibi kadar ise olduğu değil",
    "id": "yang dan di dengan untuk dari ini pada tidak itu dalam oleh adalah akan telah juga",
    "cs": "a v se na je že s z do o pro jako ale byl jsou které jeho k podle také",
    "sv": "och i att en det som på är av för med den till har inte ett om från var",
    "da": "og i at en det som på er af for med den til har ikke et om fra var blev",
    "no": "og i at en det som på er av for med den til har ikke et om fra var ble",
    "ro": "și în de la pe că nu cu din este o pentru mai au care a fost sunt",
    "hu": "a az és hogy nem is egy van ez volt meg csak mint már szerint még",
    "fi": "ja on ei että se hän oli kun mutta myös ovat joka sen mukaan ole",
}  # fmt: skip
_WORD_SETS = {code: frozenset(words.split()) for code, words in _EVERYDAY.items()}
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_FEWEST_WORDS, _FEWEST_HITS = 40, 4
_SAMPLE = 60_000


def detect_language(text: str) -> str:
    """ISO 639-1 code of the text's language; "und" where its words do not tell. A short text in Latin letters
    without another language's words counts as English."""
    text = text[:_SAMPLE]
    counts = {code: len(pattern.findall(text)) for code, pattern in _SCRIPTS.items()}
    total = sum(counts.values())
    if total == 0:
        return "und"
    # A Japanese page has more Chinese characters than kana, and some kana settle it.
    if counts["ja"] > 0.1 * (counts["ja"] + counts["zh"]) and counts["ja"] + counts["zh"] > 0.3 * total:
        return "ja"
    script, most = max(counts.items(), key=lambda item: item[1])
    if script == "cyrillic":
        return "uk" if len(_UKRAINIAN.findall(text)) > 0.01 * most else "ru"
    return script if script != "latin" else _of_latin(text)


def _of_latin(text: str) -> str:
    words = re.findall(r"[^\W\d_]+", text.lower())
    seen = Counter(words)
    hits = {code: sum(seen[word] for word in known) for code, known in _WORD_SETS.items()}
    best = max(hits, key=lambda code: (hits[code], code == "en"))
    if best != "en" and hits[best] >= _FEWEST_HITS and hits[best] > 1.4 * hits["en"] and hits[best] >= 0.1 * len(words):
        return best
    return "en" if len(words) < _FEWEST_WORDS or hits["en"] >= 0.08 * len(words) else "und"
