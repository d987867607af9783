"""The forms in which English gives a figure to its source, as patterns: cues, their subjects, and what is no cue."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.signs import Signs, wider
from dateline.languages import en

#: Verbs that only people and bodies can be the subject of.
STRONG: Final = (
    r"(?:said|says|say|saying)(?! (?:goodbye|farewell|hello|nothing|yes|no|so|thanks|thank)\b)|told|noted|notes"
    r"|reported|reports|announced|announces|stated|states|added|adds|wrote"
    r"|writes|posted|posts|claimed|claims"
    r"|confirmed|confirms|estimated|estimates|calculated|calculates|acknowledged|insisted|insists|specified"
    r"|explained|explains|warned|warns"
    r"|responded|boasted|admitted|revealed|indicated|indicates|underscored|described|argued|argues|tallied"
    r"|pointed out|verified|documented|assessed|assesses|counted|reckoned|judged|tweeted|tweets|asserted|asserts"
    r"|alleged|alleges|contended|contends|reiterated|conceded|concedes|(?:maintain(?:ed|s)|conclude[ds]|declare[ds]"
    r"|stress(?:ed|es)|emphasi[sz]e[ds]|recounted|elaborated)(?= that\b|,|\.)"
)
#: Verbs that count as speech only after a known source or a noun of speech.
WEAK: Final = (
    r"puts?|gave|gives|counted|counts|recorded|records|found|finds|shows?|showed|lists?|listed|registered|suggests?"
    r"|think|thinks|reckon|has|have|had|measured|measures|logged|logs|tracked|tallies|mapped|maps|totalled|totaled"
)
SOURCE_NOUNS: Final = (
    r"officials?|authorit(?:y|ies)|ministry|analysts?|experts?|monitors?|mission|agency|office|observers?|group"
    r"|institute|figures|data|study"
    r"|analysis|count|tally|report|map|statistics|source|sources|commander|spokes(?:man|woman|person)|staff"
    r"|command|governor|mayor|leaders"
    r"|president|minister|general|police|researchers|interviewee|paper|media|outlet"
)
ACCORDING: Final = re.compile(
    r"\b(?P<cue>[Aa]ccording to|[Cc]iting|[Cc]ited by|[Aa]s reported by|[Rr]eported by|[Cc]ompiled by|[Pp]er"
    r"|[Aa]s counted by|[Oo]n the evidence available to|[Bb]ased on|[Oo]n the basis of"
    r"|[Jj]udging (?:by|from)|[Gg]oing by|[Aa]s mapped by"
    r"|[Dd]rawing on|[Aa]s (?:measured|estimated|calculated|recorded|verified) by|[Ii]n the words of)"
    r" (?P<source>[^,;:.()\"“”]+(?:\.[A-Z]\.)?[^,;:.()\"“”]*)"
)
BY_COUNT: Final = re.compile(
    r"\b[Bb]y (?P<source>(?:the |an? )?[^,;:.]{2,50}?)(?:['’]s?)? (?P<cue>count|estimates?|tally|reckoning"
    r"|calculations?|figures|data|numbers)\b"
)
#: Cues of ACCORDING that are no cue unless what follows is a known source: "per day", "based on land".
NEEDS_ACTOR: Final = re.compile(r"(?i)per|based on|on the basis of|judging (?:by|from)|going by|drawing on")
#: "DeepState's tally of 14", "the UN's latest figure was 14": nouns that only their maker owns; a country's toll or
#: losses are what it suffered.
OWN_COUNT: Final = re.compile(
    r"(?: (?:mission|office|agency|group|team|command|analysts|experts|monitors)){0,2}['’]s? (?:[\w-]+ ){0,3}?"
    r"(?P<cue>count|tally|tallies|estimates?|figures?|calculations?|reckoning|data|map|claim)"
    r"(?= (?:of|for|in|on|from|since|was|is|were|are|has|had|have|shows?|stands?|stood|puts?|at|that|and|as)\b"
    r"|[,.;:)]|$)"
)
#: A count is the figure's that stands right behind it ("DeepState's tally of 14"), or of its whole sentence when it
#: opens it ("In DeepState's figures, ..."); one that another is measured by ("unlike the UN's figures") is neither.
FIGURE_BEHIND: Final = re.compile(r"[^,;:]{0,48}\d")
OPENING: Final = re.compile(r"(?:In|On|By|From)(?: the)? ")
MEASURED_BY: Final = re.compile(
    r"(?i)\b(?:unlike|than|with|to|above|below|over|under|against|from|versus|near|\w*contradict\w*|disput\w*|exceed\w*"
    r"|match\w*|beyond|despite|like)(?: the| an?)? $"
)
#: "the count by DeepState", "figures from the UN": the same, its maker behind.
COUNT_BY: Final = re.compile(
    r"(?P<cue>[Cc]ount|[Tt]ally|[Ee]stimates?|[Ff]igures?|[Cc]alculations?|[Dd]ata|[Mm]ap|[Rr]eport|[Aa]nalysis)"
    r"(?: (?:compiled|published|released|given|issued|made|done|kept))? (?:by|from) (?:the )?"
    r"(?P<source>[^,;:.()\"“”]+?)(?= (?:is|are|was|were|has|have|stands?|stood|comes?|came|for|in|on|of|that|to)\b"
    r"|[,;:.()\"“”]|$)"
)
#: "... in May – DeepState." and "... (DeepState).": a source behind its statement.
TAIL: Final = re.compile(r"(?P<cue>\s[—–-]{1,2}\s|(?<=\w)—| \()(?P<source>[^()—–\d]{2,60}?)\)?[.!]?$")
#: "and the ISW one of 20", "while the UN put it at 20": a second source without a verb of its own.
GAPPED: Final = re.compile(
    r"\b(?:and|but|while|whereas|against)(?: only)? (?:the )?(?P<source>[A-Z][^,;:.()\"“”\d]{1,50}?)"
    r" (?P<cue>one of|one at|a figure of|a total of|a count of|at) (?=\d|about |some |around |nearly |roughly )"
)
#: "has it at 14": the one way in which having a number is stating it.
HAS_AT: Final = re.compile(
    r" (?:it|them|the (?:number|figure|total|toll|area|gain|loss(?:es)?|count))"
    r" at (?=\d|about |some |around |nearly |roughly |just )"
)
#: "recorded a net gain" says what happened to a party and what a producer counted.
OWN_GAIN: Final = re.compile(r"record(?:ed|s) (?:an?|its|their|the) (?:\w+ )?(?:gain|loss|advance)\b")
#: "DeepState, which maps the front, said": what stands between a source and its verb.
APPOSED: Final = re.compile(
    r"(?:^|(?<=[;:—–] ))(?P<source>(?:[Tt]he |[Aa]n? )?[^,;:—–]{2,70}?)(?:,| [—–-])"
    r" (?:which|who|whose|an?|the|one of|part of|based|citing|cited|quoted|speaking|writing|not|rather|like|along"
    r"|itself|himself|herself|in|on|for)\b[^;:\"“”]*(?:,| [—–-])\s*(?:(?:also|then|later|further) )?$"
)
#: "Citing the UN, AFP reported": who repeats a figure is not who made it.
CITING: Final = re.compile(r"(?i)citing")
QUOTED_BY: Final = re.compile(r"(?i)(?:cited|quoted|reported) by")
LONGEST_NAME: Final = 8
#: Verbs that are nouns as well ("territorial claims") speak only before a clause or a figure.
STRONG_CUE: Final = re.compile(
    rf"(?<![\w-])(?P<cue>(?!(?:claims|reports|states|notes|estimates|posts|describes|reported|documented)(?:[.,;]"
    rf"| (?:of|in|on|by|from|for|and|to(?! have)|are|were|is|was)\b))(?:{STRONG}))(?!\w)"
)
#: "133 square kilometres, DeepState reported." closes the sentence, which "12 killed were reported." does not.
CLOSING_CUE: Final = re.compile(
    r", (?P<source>[^,;:.]{2,60}?) (?P<cue>reported|documented|estimates?)(?=[.,;]|$| (?:on|in|at|early|late)\b)"
)
WEAK_CUE: Final = re.compile(rf"(?<![\w-])(?P<cue>{WEAK})(?!\w)")
PRONOUN: Final = re.compile(
    r"(?:^|[\s,“\"])(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Tt]he (?:ministry|mission|agency|group|service|command"
    r"|monitors?|analysts?|office|general|president|minister|commander|spokes\w+|same source))\s*(?:also |then "
    r"|further |later |separately )*$"
)
HEDGE: Final = re.compile(rf"(?<!\w)(?:{en.HEDGES})(?!\w)", re.IGNORECASE)
COLON: Final = re.compile(r"^(?P<source>[A-Z][\w .'’-]{2,40})(?P<cue>:) ")


#: "..., said the General Staff."
INVERTED: Final = re.compile(r" (?P<source>(?:[A-Z]|the |its |his |her )[^,;:.]{2,70}?)(?=[,.]|$| on | in )")
#: "was not confirmed": what was said and not who says it.
PASSIVE: Final = re.compile(r"(?:^|\s)(?:is|are|was|were|be|been|being)(?: not| also| since| later)?$")
#: What the forms that are looked for in every sentence need at least.
SIGNS: Final = Signs(
    {
        "according": r"according|citing|\bper\b|based on|basis of|judging|going by|drawing on|words of|available to"
        r"|(?:cited|reported|compiled|counted|mapped|measured|estimated|calculated|recorded|verified) by",
        "by_count": r"\bby [^,;:.]+(?:count|estimate|tally|reckoning|calculation|figures|data|numbers)",
        "closing": r", [^,;:.]+ (?:reported|documented|estimate)",
        "gapped": r"(?:one of|one at|a figure of|a total of|a count of|at) (?:\pN|about|some|around|nearly|roughly)",
        "tail": r"[—–(]|-",
        "strong": rf"\b(?:{wider(STRONG)})\b",
        "weak": rf"\b(?:{WEAK})\b",
        "count": r"count|tall|estimat|figure|calculat|reckon|data|map|claim|report|analys",
    }
)
