"""The forms in which English gives a figure to its source, as patterns: cues, their subjects, and what is no cue."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.patterns import when_asked
from dateline.extracting.signs import Signs, wider
from dateline.languages import en

#: Verbs that only people and bodies can be the subject of.
STRONG: Final = (
    r"continue[sd]? to (?:say|assess|report|insist|estimate|maintain|note|believe|warn|argue|claim|state)"
    r"|(?:said|says|say|saying)(?! (?:goodbye|farewell|hello|nothing|yes|no|so|thanks|thank)\b)|told|noted|notes"
    r"|reported|reports|announced|announces|stated|states(?= that\b|,|:|\.)|added|adds|wrote"
    r"|writes|posted|posts|claimed|claims"
    r"|confirmed|confirms|estimated|estimates|calculated|calculates|acknowledged|insisted|insists|specified"
    r"|explained|explains|warned|warns"
    r"|responded|boasted|admitted|revealed|indicated|indicates|underscored|described|argued|argues|tallied"
    r"|pointed out|verified|documented|assessed|assesses|counted|reckoned|judged|tweeted|tweets|asserted|asserts"
    r"|alleged|alleges|contended|contends|reiterated|conceded|concedes|(?:maintain(?:ed|s)|conclude[ds]|declare[ds]"
    r"|stress(?:ed|es)|emphasi[sz]e[ds]|recounted|elaborated|complained)(?= that\b|,|\.)"
    r"|predict(?:ed|s)(?= that\b|[,.]| on\b| in\b)"
)
#: Verbs that count as speech only after a known source or a noun of speech.
WEAK: Final = (
    r"puts?|gave|gives|counted|counts|recorded|records|found|finds|shows?|showed|lists?|listed|registered|suggests?"
    r"|think|thinks|reckon|has|have|had|measured|measures|logged|logs|tracked|tallies|mapped|maps|totalled|totaled"
    r"|indicates?|projects|projected|expects?|coded|codes|attribute[ds]?|admits|acknowledges|concedes|sp(?:ea"
    r"|o)ke?s? of|talk(?:s|ed)? of|learned|detected|note|report|estimate|claim|warn|confirm"
    r"|assess|write|argue|believes?|calculate|conclude|impl(?:y|ies|ied)|reads?|cites?|fears?|feared"
    r"|c(?:an|ould) (?:only )?(?:confirm|verify|document|corroborate)|count|record|document|list"
    r"|(?:raise|revise|lower|update|correct)[ds](?= (?:its|the|their"
    r"|[\w-]+['’]s) (?:[\w-]+ ){0,2}?(?:toll|count|tally|estimate|figure|number)\b)"
    r"|(?:admit(?:s|ted)?|own(?:s|ed)? up) to|maintains?|reckons"
    r"|(?:arriv(?:es|ed) at|c(?:omes?|ame) (?:up with|to)|makes it|made it)(?= (?:an? (?:[\w-]+ ){0,2}(?:totals?|figure"
    r"|number|tally|sum|gain|loss|advance|estimate|count)\b|\d|about \d|some \d|around \d|roughly \d|nearly \d))"
)
SOURCE_NOUNS: Final = (
    r"officials?|authorit(?:y|ies)|ministry|analysts?|experts?|monitors?|mission|agency|office|observers?|group"
    r"|institute|figures|data|study"
    r"|analysis|count|tally|report|map|statistics|source|sources|commander|spokes(?:man|woman|person)|staff"
    r"|command|governor|mayor|leaders"
    r"|president|minister|general|police|researchers|interviewee|paper|media|outlet"
)
ACCORDING: Final = when_asked(
    r"\b(?P<cue>[Aa]ccording to|[Cc]iting|[Cc]ited by|[Aa]s reported by|[Rr]eported by|[Cc]ompiled by|[Pp]er(?! cent)"
    r"|(?:[Aa]sked|[Pp]olled|[Ss]urveyed) by|[Aa]s counted by|[Oo]n the evidence available to|[Bb]ased on"
    r"|[Oo]n the basis of"
    r"|[Jj]udging (?:by|from)|[Gg]oing by|[Aa]s mapped by"
    r"|[Dd]rawing on|[Aa]s (?:measured|estimated|calculated|recorded|verified) by|[Ii]n the (?:words|view|opinion"
    r"|estimation|assessment|judge?ment|account|telling|reckoning) of"
    r"|[Aa]s (?:given|told|shown|tallied|documented|assessed|reckoned|put|seen|registered|logged) by)"
    r" (?P<source>[^,;:.()\"“”]+(?:\.[A-Z]\.)?[^,;:.()\"“”]*)"
)
#: "8,119 deaths verified by the UN": a passive whose maker is a source; what "is not verified by" him is not his, and
#: "against 300 counted by the UN" gives him the other figure only.
MADE_BY: Final = when_asked(
    r"(?P<cue>(?:verified|documented|recorded|counted|tallied|registered|logged|tracked|confirmed|identified|estimated"
    r"|published|released|gathered|collected|mapped) by) (?P<source>(?:the |an? )?[^,;:.()\"“”]+?)"
    r"(?= (?:in|on|over|during|for|since|between|from|by|to|up|as|at|and|or|was|were|is|are|had|has|have|this|last|that"
    r"|there|so|across|under|while|but|within|alone)\b|[,;:.()\"“”]|$)"
)
NOT_MADE: Final = when_asked(
    r"(?:\b(?:not|never|cannot|neither|nor|yet to be|unless|if|until|once)\b|n['’]t\b)[^,;]{0,40}$"
    r"|\b(?:against|than|compared (?:with|to)|unlike|versus|from)(?: \S+){1,4} $",
    re.IGNORECASE,
)
#: "in ISW's assessment", "on DeepState's map".
IN_VIEW: Final = when_asked(
    r"(?:\b(?:[Ii]n|[Oo]n|[Uu]nder)|^From) (?P<source>(?:the |an? )?[^,;:.]{2,50}?)['’]s? (?:own |latest |last |new )?"
    r"(?P<cue>(?:assessment|view|estimation|reckoning|telling|account|judge?ment|version|reading|opinion)\b"
    r"|(?:estimates?|words|tally|count|calculations?|figures|maps?|data|books|records|bulletin)"
    r"(?=[,.;:)]|$| (?:the|of|for|at|on|in)\b))"
)
#: "as the mayor has it".
AS_HAS: Final = when_asked(
    r"\b[Aa]s (?P<source>[^,;:.]{2,50}?) (?P<cue>has|ha[ds]|puts?|tells?|told|sees?|reckons?|counts?|measures?"
    r"|estimates?|calculates?) it\b"
)
BY_COUNT: Final = when_asked(
    r"\b[Bb]y (?!(?:the|an?|any|some|most) (?:\w+ )?(?:count|tally|estimates?|reckoning|account) of\b)"
    r"(?P<source>(?:the |an? )?[^,;:.]{2,50}?)(?:['’]s?)?"
    r"(?: (?:own|latest|last|first|official|geolocated|published|running|verified))?"
    r" (?P<cue>count|estimates?|tally|reckoning|account|admission|telling|calculations?|figures|data|numbers|evidence"
    r"|guess|arithmetic|records|books|mapping)\b"
)
#: "by the count of a prisoners' association".
BY_COUNT_OF: Final = when_asked(
    r"\b[Bb]y the (?:\w+ )?(?P<cue>count|tally|estimates?|reckoning|account) of (?P<source>(?:the |an?"
    r" )?[^,;:.()\d]{2,60}?)"
    r"(?= (?:in|on|over|for|since|at|and|or|but|while)\b| (?=\d)|[,;:.()]|$)"
)
#: "by initial reports", "on early accounts": nobody is named, and the figure is theirs.
UNNAMED: Final = when_asked(
    r"\b(?P<cue>[Bb]y|[Oo]n|[Ff]rom|[Ii]n) (?P<source>(?:the )?(?:initial|first|early|preliminary|some|several|various"
    r"|most|local|unconfirmed) (?:official )?(?:reports|accounts|estimates|counts))"
    r"(?=[,.;)]|$| \d| (?:at|some|about|around|more|over|up|no|dozens|scores|hundreds|thousands|an?|the)\b)"
)
#: What a side or a capital says of its own, or speaks of: "Khartoum puts its losses at 40", "the rebels admit to 9".
OWNS_UP: Final = when_asked(
    r"(?:puts?|gives|gave|set|sets) (?:its|their|his|her|the) (?:own )?(?:[\w'’-]+ ){0,2}?(?:losses|dead|toll"
    r"|casualties|number|total|count|figure|wounded|fallen|tally)\b[^,;.\d]{0,40} (?:at|as) "
    r"|(?:sp(?:ea|o)ke?s?|talk(?:s|ed)?) of (?:(?:about|some|only|just|more than|over|at least|up to|nearly) )*\d"
    r"|(?:admit(?:s|ted)?|own(?:s|ed)? up) to |can (?:only )?confirm "
)
JOINED: Final = when_asked(r"^(?:while|whereas|and|but|though|although|yet|as) ", re.IGNORECASE)
#: Days and months before a source: "Between 6 and 12 February the Observatory".
TIMED: Final = when_asked(
    rf"^(?:(?:[Ff]rom|[Bb]etween|[Ii]n|[Oo]n|[Ss]ince|[Bb]y|[Dd]uring|[Aa]s of|[Ff]or|[Uu]ntil|[Uu]p to) [^,;]*?"
    rf"|\d{{1,2}} )"
    rf"(?:\d{{1,4}}|\b(?:{'|'.join(name.capitalize() for name in en.MONTHS)})) (?=(?:the |[A-Z])[^\d]*$)"
    rf"(?!(?:{'|'.join(name.capitalize() for name in en.MONTHS)})\b)"
    rf"|^(?:(?:(?:[Ll]ate|[Ee]arly) )?[Oo]n )?(?:{'|'.join(name.capitalize() for name in en.WEEKDAYS)})"
    r"(?: (?:morning|afternoon|evening|night))?,? (?=the |[A-Z])"
)
#: "the toll was put at 40 by the mayor": a passive whose maker stands behind the figure.
PUT_BY: Final = when_asked(
    r"\b(?P<cue>(?:put|set|placed|estimated|reckoned|given|counted|reported|revised) (?:at|as|to) (?:[\w-]+ ){0,2}?"
    r"[\d,.]+(?: \w+){0,2}? by) (?P<source>(?:the |an? |its |their )?[^,;:.()\"“”\d]+?)"
    r"(?= (?:in|on|over|during|for|since|at|and|or|but|while|this|last)\b|[,;:.()\"“”]|$)"
)
#: Cues of ACCORDING that are no cue unless what follows is a known source: "per day", "based on land".
NEEDS_ACTOR: Final = when_asked(r"(?i)per|based on|on the basis of|judging (?:by|from)|going by|drawing on")
#: "DeepState's tally of 14", "the UN's latest figure was 14": nouns that only their maker owns; a country's toll or
#: losses are what it suffered.
OWN_COUNT: Final = when_asked(
    r"(?: (?:mission|office|agency|group|team|command|analysts|experts|monitors)){0,2}['’]s? (?:[\w-]+ ){0,3}?"
    r"(?P<cue>count|tally|tallies|estimates?|figures?|calculations?|reckoning|data|map|claim)"
    r"(?= (?:of|for|in|on|from|since|was|is|were|are|has|had|have|shows?|stands?|stood|puts?|at|that|and|as)\b"
    r"|[,.;:)]|$)"
)
#: A count is the figure's that stands right behind it ("DeepState's tally of 14"), or of its whole sentence when it
#: opens it ("In DeepState's figures, ..."); one that another is measured by ("unlike the UN's figures") is neither.
FIGURE_BEHIND: Final = when_asked(r"[^,;:]{0,48}\d")
OPENING: Final = when_asked(r"(?:In|On|By|From)(?: the)? ")
MEASURED_BY: Final = when_asked(
    r"(?i)\b(?:unlike|than|with|to|above|below|over|under|against|from|versus|near|\w*contradict\w*|disput\w*|exceed\w*"
    r"|match\w*|beyond|despite|like)(?: the| an?)? $"
)
#: "the count by DeepState", "figures from the UN": the same, its maker behind.
COUNT_BY: Final = when_asked(
    r"(?P<cue>[Cc]ount|[Tt]ally|[Ee]stimates?|[Ff]igures?|[Cc]alculations?|[Dd]ata|[Mm]ap|[Rr]eport|[Aa]nalysis)"
    r"(?: (?:compiled|published|released|given|issued|made|done|kept))? (?:by|from) (?:the )?"
    r"(?P<source>[^,;:.()\"“”]+?)(?= (?:is|are|was|were|has|have|stands?|stood|comes?|came|for|in|on|of|that|to)\b"
    r"|[,;:.()\"“”]|$)"
)
#: "... in May – DeepState." and "... (DeepState).": a source behind its statement.
#: "the health ministry's toll stood at": a toll is its maker's where the maker's trade is counting.
OWN_TOLL: Final = when_asked(
    r"\b(?P<source>(?:[Tt]he |[Ii]ts |[A-Z][\w’']+ )?(?:[\w-]+ ){0,4}?[\w-]+)['’]s? (?:own |latest |last |new "
    r"|official |running ){0,2}"
    r"(?P<cue>count|tally|toll|estimates?|figures?|calculations?|reckoning|data|bulletin|numbers)"
    r"(?= (?:of|for|in|on|since|was|is|were|are|has|had|stands?|stood|puts?|rose|reached|at|that|from|went"
    r"|passed|crossed"
    r"|topped|climbed|exceeded|surpassed|hit|grew|jumped|fell|impl(?:y|ies|ied)|now|so)\b|[,.;:)]|$)"
)
TAIL: Final = when_asked(r"(?P<cue>\s[—–-]{1,2}\s|(?<=\w)—| \((?:source: )?)(?P<source>[^()—–\d]{2,60}?)\)?[.!]?$")
#: "and the ISW one of 20", "while the UN put it at 20": a second source without a verb of its own.
GAPPED: Final = when_asked(
    r"(?:;|\b(?:and|but|while|whereas|against))(?: only)? (?:the )?(?P<source>[A-Za-z][^,;:.()\"“”\d]{1,50}?)"
    r",? (?P<cue>one of|one at|a figure of|a total of|a count of|at) (?=\d|about |some |around |nearly |roughly )"
)
#: "has it at 14": the one way in which having a number is stating it.
HAS_AT: Final = when_asked(
    r" (?:it|them|the (?:number|figure|total|toll|area|gain|loss(?:es)?|count))"
    r" at (?=\d|about |some |around |nearly |roughly |just )"
)
#: "recorded a net gain" says what happened to a party and what a producer counted.
OWN_GAIN: Final = when_asked(r"record(?:ed|s) (?:an?|its|their|the) (?:\w+ )?(?:gain|loss|advance)\b")
#: "DeepState, which maps the front, said": what stands between a source and its verb.
APPOSED: Final = when_asked(
    r"(?:^|(?<=[;:—–] ))(?P<source>(?:[Tt]he |[Aa]n? )?[^,;:—–]{2,70}?)(?:,| [—–-])"
    r" (?:which|who|whose|an?|the|one of|part of|based|citing|cited|quoted|speaking|writing|not|rather|like|along"
    r"|itself|himself|herself|in|on|for)\b[^;:\"“”]*(?:,| [—–-])\s*(?:(?:also|then|later|further) )?$"
)
#: "Citing the UN, AFP reported": who repeats a figure is not who made it.
CITING: Final = when_asked(r"(?i)citing")
QUOTED_BY: Final = when_asked(r"(?i)(?:cited|quoted|reported) by")
LONGEST_NAME: Final = 8
#: Verbs that are nouns as well ("territorial claims") speak only before a clause or a figure.
STRONG_CUE: Final = when_asked(
    rf"(?<![\w-])(?P<cue>(?!(?:claims|reports|states|notes|estimates|posts|describes|reported|documented)(?:[.,;]"
    rf"| (?:of|in|on(?! (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{{1,2}} [A-Z]|[A-Z][a-z]+ \d)\b)|by|from"
    rf"|for|and|to(?! have)|are|were|is|was)\b))(?:{STRONG}))(?!\w)"
)
#: "133 square kilometres, DeepState reported." closes the sentence, which "12 killed were reported." does not.
CLOSING_CUE: Final = when_asked(
    r", (?P<source>(?:[Tt]he [^,;:.\d]{2,60}, (?=[A-Z]))?[^,;:.]{2,60}?),? (?P<cue>report(?:ed|s)|documented"
    r"|estimates?|claims|states|notes|counts)(?=[.,;]|$| (?:on|in|at|early|late)\b)"
)
#: Verbs that stand behind a comma as participles of what was said, with the day behind them.
PARTICIPLE: Final = when_asked(r"announced|confirmed|reported|estimated|described|stated|revealed|documented")
WHEN: Final = when_asked(r" (?:on|in|at|by|last|this|early|late|earlier|two|three)\b")
WEAK_CUE: Final = when_asked(rf"(?<![\w-])(?P<cue>{WEAK})(?!\w)")
PRONOUN: Final = when_asked(
    r"(?:^|[\s,“\"])(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Tt]he (?:ministry|mission|agency|group|service|command"
    r"|monitors?|analysts?|office|general|president|minister|commander|spokes\w+|same source))\s*(?:also |then "
    r"|further |later |separately )*$"
)
HEDGE: Final = when_asked(rf"(?<!\w)(?:{en.HEDGES})(?!\w)", re.IGNORECASE)
#: "Russia's gains: 90 km2 in May": what is counted, and nobody who says so.
HEADING: Final = when_asked(
    r"\b(?:gains?|loss(?:es)?|advances?|seizures?|captures?|progress|occupation|territor(?:y|ies)|casualties|deaths|toll"
    r"|killed|injured|attacks?|strikes?|raids?|drones|missiles|launch(?:es)?|offensives?)"
    r"(?: (?:in|of|on|since|by) [^:]+)?$",
    re.IGNORECASE,
)
COLON: Final = when_asked(r"^(?P<source>[A-Z][\w .'’-]{2,40})(?P<cue>:) ")


#: "..., said the General Staff."
INVERTED: Final = when_asked(
    r" (?P<source>(?:[A-Z]|(?:the|its|his|her|an?|one|two|three|local) )[^,;:.]{2,70}?"
    r"|(?:[a-z-]+ ){0,2}(?:government|ministry|army|military|police|officials|authorities|rebels|medics|monitors?|mayor"
    r"|governor|ombudsman|agency|watchdog|charity|council|town hall))(?=[,.]|$| on | in )"
)
#: "a teacher of 31 from the town".
AGED: Final = when_asked(r" (?:of|aged) \d\d(?= |$)")
#: "Of the 724 villagers whose deaths " before "the mission could verify".
WHOSE: Final = when_asked(r"^.*\bwhose (?:[\w-]+ ){1,2}?(?=(?:the|an?|its|their) )", re.DOTALL)
#: "was not confirmed": what was said and not who says it.
PASSIVE: Final = when_asked(r"(?:^|\s)(?:is|are|was|were|be|been|being)(?: not| also| since| later)?$")
#: "it has counted", "the ministry had put".
AUXILIARY: Final = when_asked(r" (?:has|have|had)(?: (?:so far|also|now|since|already))?$")
#: A name before a verb of speech; words that open a clause are written large as well.
PERSON: Final = when_asked(
    r"(?:^|\s)(?!(?:If|When|As|Once|Until|Unless|Although|Though|While|Not|Also|So|Then|But|And|Yet|Even|Since|Where"
    r"|What"
    r"|That|This|Those|These|Which|There|Never|First|Later|Before|After)\b)[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]*)*$"
)
#: "the army spokesman, " before "Effie Defrin, said".
TITLE: Final = when_asked(r"(?:^|[,;:—–] )(?P<source>(?:[Tt]he |[Ii]ts )(?:[\w'’.-]+ ){0,6}?[\w'’-]+), $")
#: Verbs in the plural that are nouns as well.
PLURAL_VERBS: Final = frozenset(
    (
        "note",
        "report",
        "estimate",
        "claim",
        "warn",
        "confirm",
        "assess",
        "argue",
        "believe",
        "calculate",
        "conclude",
        "write",
        "count",
        "record",
        "document",
        "list",
        "imply",
        "cite",
        "fear",
    )
)
PLURAL_SUBJECT: Final = when_asked(r"(?<!['’])s(?: (?:at|for|in|of|with|from) [^,;]+)?$|(?i:people|police|data)$")
#: "some in Kyiv fear", "many at the front say": people told only by where they are.
SOME_THERE: Final = when_asked(
    r"(?:^|\s)(?:[Ss]ome|[Mm]any|[Mm]ost|[Oo]thers|[Ss]everal|[Ff]ew)"
    r" (?:in|at|on|inside|within|across) [^,;:.\d]{2,40}$"
)
#: "we assess", "we now put it at": whoever writes, where the text names no other speaker and quotes nobody.
OURS: Final = when_asked(
    r"^(?![^\n]*[\"“”])[^\n]*?\b(?P<source>[Ww]e) (?:(?:now|still|also|currently|therefore|have|can|conservatively) )*"
    r"(?P<cue>assess(?:ed)?|estimated?|judged?|reckon(?:ed)?|calculated?|counted|verified|documented|recorded"
    r"|(?:have )?confirm(?:ed)?)(?!\w)"
)
#: Verbs of keeping count, by which a pronoun speaks for the source before.
KEEPS: Final = when_asked(
    r"logged|logs|recorded|records|counted|counts|documented|registered|tracked|listed|lists|puts?|found"
)
PRONOUN_ALONE: Final = when_asked(r"(?:^|\s)(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he)$")
#: What those who suffer do as well as those who count: "the army recorded", "the group has", "the hospital gave".
NOT_OF: Final = when_asked(r"gave|gives|has|have|had|recorded|records|puts?|registered|think|thinks|showed|shows?")
GIVES_A_FIGURE: Final = when_asked(
    r" (?:(?:the|a|its|their|an) )?(?:[\w-]+ ){0,2}?(?:figures?|numbers?|tolls?|tally|total|count|estimates?"
    r"|range) (?:of|as|at|for)\b"
    r"| [^,;:.]{2,60} at (?=[\d$]|about |some |around |nearly |roughly |just |more |less |fewer |at |between |over )"
)
#: "more than the ministry claimed": what is said is another figure.
THAN: Final = when_asked(r"(?:^|\s)than [^,;]+$")
ON_ITS_BOOKS: Final = when_asked(
    r" (?:now )?(?:on|in) (?:its|their) (?:books?|list|lists|records?|registers?|rolls?|files)\b"
)
#: "the UN quoted medics as saying", "the UN, quoting medics, said": who is quoted says it.
QUOTED: Final = when_asked(r"^.{2,40}?(?: quoted (?P<one>.{2,60}) as|, quoting (?P<other>.{2,60}))$")
#: A body, or a person in office, named by a common noun.
DEFINITE: Final = when_asked(
    r"(?i)^the (?:(?P<body>ministry|mission|agency|office|service|command)|general|president|minister|commander)$"
)
#: What a body with a name of its own does and a place or an army does not: "found that", "..., has found."
FOUND: Final = when_asked(r"(?:found|finds|shows?|showed|suggests?|indicates?)(?= that\b|[.,;]|$)")
#: What the forms need at least (re2): a second look, since most sentences give nothing to anyone.
SIGNS: Final = Signs(
    {
        "according": r"according|citing|\bper\b|based on|basis of|judging|going by|drawing on|available to"
        r"|\bin the \S+ of |\pL by ",
        "by": r"\bby ",
        "view": r"assessment|view|estimat|reckoning|telling|account|judge?ment|version|reading|opinion|words|tally"
        r"|count|calculation|figures|map|data|books|records|bulletin",
        "as": r"\bas .* it\b",
        "closing": r"report(?:ed|s)|documented|estimate|claims|states|notes|counts",
        "toll": "count|tall|toll|estimat|figure|calculat|reckon|data|bulletin",
        "strong": rf"\b(?:{wider(STRONG)})\b",
        "weak": rf"\b(?:{wider(WEAK)})\b",
        "count": r"count|tall|estimat|figure|calculat|reckon|data|map|claim|report|analys",
        "unnamed": wider(UNNAMED.pattern),
        "gapped": r"(?:one of|one at|a figure of|a total of|a count of|\bat) (?:\d|about|some|around|nearly|roughly)",
        "tail": r"[—–(]| -",
        "ours": r"\bwe ",
    }
)
