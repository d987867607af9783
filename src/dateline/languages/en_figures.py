"""English around figures: what moves them up or down, what makes a number a name, a date or a time."""

from __future__ import annotations

from typing import Final

#: Verbs, nouns and adverbs that say by how much something moved. Fragments, lower case.
UP: Final = (
    r"rose|rises?|risen|rising|increas(?:ed?|es|ing)|gr[eo]w(?:n|s|ing|th)?|gain(?:ed|s|ing)?|jump(?:ed|s|ing)?"
    r"|climb(?:ed|s|ing)?|soar(?:ed|s|ing)?|surg(?:ed?|es|ing)|add(?:ed|s|ing)?|up|advanc(?:ed|es|ing)|rall(?:ied|ies)"
    r"|expand(?:ed|s|ing)?|leap(?:t|ed|s)?|spik(?:ed|es|ing)|rais(?:ed?|es|ing)|swell(?:ed|s)?|uptick|upturn"
)
DOWN: Final = (
    r"fell|falls?|fallen|falling|drop(?:ped|s|ping)?|declin(?:ed?|es|ing)|decreas(?:ed?|es|ing)|slid(?:es|ing)?"
    r"|slip(?:ped|s|ping)?|skid(?:ded|s|ding)?|lost|los(?:e|es|ing)|loss|down|plung(?:ed?|es|ing)|plummet(?:ed|s|ing)?|tumbl(?:ed?|es|ing)"
    r"|sank|sunk|sink(?:s|ing)?|shed(?:s|ding)?|shr[aiu]nk(?:s|ing)?|dip(?:ped|s|ping)?|cut(?:s|ting)?|reduc(?:ed?|es"
    r"|ing|tion)|slump(?:ed|s|ing)?|eas(?:ed|es|ing)|contract(?:ed|s|ing)|lower(?:ed|s|ing)?|downturn|slash(?:ed|es|ing)?"
)
#: Verbs that "up" and "down" belong to without saying that anything rose or fell: "shot down 12", "set up 3".
PARTICLE_VERBS: Final = (
    r"sh(?:oo|o)t\w*|br(?:ing|ought)\w*|t(?:ake|ook|aken|aking)|knock\w*|gun\w*|pa(?:y|id|ying)|tr(?:ack|ump)\w*|turn\w*"
    r"|hunt\w*|write|wrote|writ\w+|put\w*|t(?:ear|ore|orn)|burn\w*|break\w*|broke\w*|m(?:ade|ake|akes|aking)|bl(?:ew|ow"
    r"|own|owing)|set\w*|pick\w*|end\w*|g(?:ive|ave|iven|iving)|round\w*|us(?:e|ed|ing)|show\w*|build\w*|built|com(?:e"
    r"|es|ing)|came|sign\w*|open\w*|line[ds]?|lining|blow\w*|back\w*|buy\w*|bought|cover\w*|pull\w*|s(?:it|at)|stand\w*"
    r"|stood|speed\w*|wrap\w*|lock\w*|clos(?:e|es|ing)\s(?:it|them)|rack\w*|notch\w*|chalk\w*|call\w*|free[ds]?|eat\w*|ate"
)
#: Words before a number that make it the number of something: "Article 5", "page 12", "version 2".
NUMBERED: Final = (
    r"articles?|resolutions?|orders?|decrees?|routes?|highways?|flights?|channels?|chapters?|pages?|versions?|sections?"
    r"|parts?|phases?|stages?|rounds?|levels?|tiers?|classes|class|grades?|types?|models?|marks?|rooms?|figures?|tables?"
    r"|volumes?|episodes?|seasons?|gates?|lines?|platforms?|units?|brigades?|regiments?|numbers?|nos?\.?|#|steps?"
    r"|exhibits?|groups?|magnitude|boeing|airbus|world war|day|week|quarter|q|game|act|rule|title|mk\.?|covid"
)
#: Words that begin with a capital only because a sentence does, or that never name what a number follows.
PLAIN_CAPITALS: Final = frozenset([
    "set", "the", "a", "an", "in", "on", "at", "by", "for", "from", "with", "of", "to", "and", "or", "but", "as",
    "if", "when", "while", "after", "before", "since", "until", "about", "around", "some", "over", "under", "nearly",
    "almost", "only", "just", "more", "less", "fewer", "than", "least", "up", "down", "all", "these", "those", "they",
    "we", "he", "she", "it", "there", "that", "this", "between", "among", "another", "every", "each", "last", "next",
    "first", "his", "her", "its", "their", "our", "my", "your", "no", "not", "so", "then", "now", "today", "once",
    "was", "were", "is", "are", "has", "had", "have", "said", "says", "which", "who", "what", "why", "how", "during",
    "within", "per", "roughly", "approximately", "plus", "minus", "both", "additional", "exactly",
])  # fmt: skip
#: Behind a number and a name: an address; the second list only where the sentence stops there; the third before a name.
STREETS: Final = (
    r"Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Boulevard|Blvd|Terrace|Crescent|Gardens|Highway|Parkway|Quay|Mews"
)
STREETS_LAST: Final = r"Way|Drive|Dr|Square|Sq|Place|Pl|Court|Ct|Close|Row|Parade|Plaza|Alley"
STREETS_FIRST: Final = r"Rue|Ave|Avenue|Via|Calle|Prospekt|Avenida|Piazza"
#: "a day", "nightly": what turns an amount into a rate, and the unit of time.
RATE_ADVERBS: Final = {"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "annually": "year",
                       "yearly": "year", "hourly": "hour"}  # fmt: skip
#: Whom and what four bare digits count that might be a year.
COUNTED_PLAINLY: Final = (
    r"people|civilians?|soldiers?|troops|drones?|missiles?|uavs?|shaheds?|strikes?|attacks?|homes?|houses?|children"
    r"|men|women|workers|employees|jobs|students|deaths|cases|residents|families|vehicles|copies|times|patients"
)
#: Sport and votes: two small numbers with a dash beside these are a score.
SCORED: Final = (
    r"w[io]n\w*|los[est]\w*|beat\w*|defeat\w*|dr[ae]wn?|victor\w+|le[ad]d?|leading|scor\w+|thrash\w*|trail\w*|vot\w+"
)
#: What follows "100m" where the letter means metres and not millions.
METRES: Final = (
    r"tall|long|wide|high|deep|thick|away|above|below|across|sprint|race|runn?\w*|hurdles|relay|freestyle|butterfly"
    r"|backstroke|breaststroke|medley|north|south|east|west|from|radius|x|record|swim|final|dash|yacht|tower|mast"
)
