"""English: numerals, months, modifiers, units, offices, verbs. Regular expressions are fragments, lower case."""

from __future__ import annotations

from typing import Final

ONES: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: Final = {
    "hundred": 100, "dozen": 12, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000, "mln": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000, "m": 1_000_000, "k": 1_000, "b": 1_000_000_000,
}  # fmt: skip
ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
}  # fmt: skip
#: Denominators of fractions, in percent of the whole when taken once.
DENOMINATORS: Final = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
                       "eighth": 8, "ninth": 9, "tenth": 10}  # fmt: skip
#: Vague words: lowest and highest whole number that the word admits (None: no upper end).
VAGUE: Final[dict[str, tuple[float, float | None]]] = {
    "tens of thousands": (20_000, 99_999), "hundreds of thousands": (200_000, 999_999),
    "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2_000, None),
    "tens": (20, 99), "several dozen": (24, 99), "several hundred": (200, 999), "several thousand": (2_000, 9_999),
    "a few hundred": (200, 999), "a few dozen": (24, 99), "millions": (2_000_000, None),
    "tens of millions": (20_000_000, 99_999_999), "hundreds of millions": (200_000_000, 999_999_999),
    "tens of billions": (2e10, 99_999_999_999), "hundreds of billions": (2e11, 999_999_999_999),
    "billions": (2e9, None), "several million": (2e6, 9_999_999), "several billion": (2e9, 9_999_999_999),
    "a few thousand": (2_000, 9_999), "a few million": (2e6, 9_999_999),
}  # fmt: skip
MULTIPLE_WORDS: Final = {
    "doubled": 2.0, "doubling": 2.0, "double": 2.0, "doubles": 2.0, "twice": 2.0, "twofold": 2.0, "two-fold": 2.0,
    "tripled": 3.0, "tripling": 3.0, "triple": 3.0, "triples": 3.0, "thrice": 3.0, "trebled": 3.0,
    "treble": 3.0, "threefold": 3.0, "three-fold": 3.0, "quadrupled": 4.0, "quadrupling": 4.0, "quadruple": 4.0,
    "fourfold": 4.0, "four-fold": 4.0, "fivefold": 5.0, "five-fold": 5.0, "sixfold": 6.0, "six-fold": 6.0,
    "tenfold": 10.0, "ten-fold": 10.0, "halved": 2.0, "halving": 2.0,
}  # fmt: skip
#: Words before a number and what they make of it.
BEFORE: Final[tuple[tuple[str, str], ...]] = (
    (r"(?:no|not) (?:fewer|less) than|at least|at a minimum|(?:a )?minimum of|not under|a minimum", "ge"),
    (
        r"(?:just |slightly |well |far |a little )?(?<!no )(?<!not )(?:more than|(?<!handed )(?<!turned"
        r" )(?<!took )(?<!taken )(?<!hand )(?<!turn )(?<!handing )over|above|in excess of|exceeding"
        r"|exceeded|exceeds"
     r"|topped|topping|tops|surpassing|surpassed|beyond|(?<!the )(?<!this )past|upwards? of|north of"
     r"|greater than|higher than|passed)", "gt"),
    (
        r"(?:no|not) (?:more|higher|greater) than|at most|up to"
        r"|(?<!twice )(?<!thrice )(?<!times )(?<!half )as (?:many|much) as(?! the\b)|a maximum of|not exceeding",
        "le",
    ),
    (
        r"(?:just |slightly |a little |well )?(?<!no )(?<!not )(?:less than|fewer than|under|below|short of|shy of)",
        "lt",
    ),
    (r"nearly|almost|close to|just about|approaching|not quite|verging on", "nearly"),
    (r"about|around|some|roughly|approximately|an estimated|estimated|circa|ca\.?|approx\.?|in the region of"
     r"|on the order of|perhaps|maybe|(?:nearer|closer)(?: to)?|something like|~|≈", "approx"),
)  # fmt: skip
#: Words after a number and its noun.
AFTER: Final[tuple[tuple[str, str], ...]] = (
    (r"or more|or above|and more|or so many|-plus|\+|plus", "ge"),
    (r"or so|or thereabouts|give or take", "approx"),
    (r"or fewer|or less|or under", "le"),
)
MONTHS: Final = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
    "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
ABBREVIATIONS: Final = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "sgt",
        "adm",
        "brig",
        "st",
        "sen",
        "rep",
        "gov",
        "prof",
        "jr",
        "sr",
        "no",
        "vs",
        "etc",
        "approx",
        "inc",
        "ltd",
        "co",
        "corp",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "e.g",
        "i.e",
        "a.m",
        "p.m",
        "u.s",
        "u.k",
        "u.n",
        "sq",
        "fig",
        "ca",
    ]
)
#: Units of area in square kilometres.
AREA_UNITS: Final[tuple[tuple[str, str], ...]] = (
    (r"(?:square|sq\.?)[ -]?(?:kilomet(?:er|re)s?|kms?)|sqkm|km²|km2|km\^2|square-kilomet(?:er|re)s?", "km2"),
    (r"(?:square|sq\.?)[ -]?(?:miles?|mi)|mi²|square-miles?", "sqmi"),
    (r"hectares?|ha\b", "ha"),
)
#: What the arms industry's and the defender's bulletins call everything that flies in.
ALL_WEAPONS: Final = (
    r"(?:long-range |aerial |air |air attack |strike )?(?:munitions?|weapons?|projectiles?|aerial targets?"
    r"|air targets?"
    r"|air attack means|means of air attack|aerial objects|targets)"
)
TIME_NOUNS: Final = r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|quarters?|years?|decades?)"

#: Verbs and verbal phrases by what they say happened. Order within a family matters: longest first.
PREDICATES: Final[tuple[tuple[str, str], ...]] = (
    ("still", r"(?:still|remain(?:ed|s|ing)?) (?:in the air|airborne|in flight|unaccounted for)"),
    ("lost", r"jamm(?:ed|ing)|jams|suppress(?:ed|ing)?|lost (?:from|to) (?:view|(?:the )?radars?)|locationally"
             r" lost|los(?:t|ing) (?:[\w,.]+ ){1,4}?(?:from|on|to) (?:view|(?:the )?radars?)|location(?:ally)? lost"
             r"|went missing|gone missing|vanished|disappear(?:ed|ing)(?: from radars?)?|lost in location"
             r"|fail(?:ed|ing) to reach (?:their|its|the)? ?(?:intended )?(?:targets?|goals?|destinations?)"
             r"|(?:did not|didn['’]t|never) reach(?:ed)? (?:their|its) (?:intended )?(?:targets?|goals?|destinations?)"
                 r"|turned back|dropped off radars?|lost on radars?|lost (?:track|contact)"
                 r"|neutrali[sz]ed by electronic warfare"
             r"|(?:were|was|being|been|got|also|another|more) lost|simulators? lost"
             r"|(?<=\d )lost(?! (?:their|his|her|its|in|to|lives|limbs|ground|the|an?)\b| \d)"),
    ("through",
        r"breach(?:ed|ing|es)?|penetrat(?:ed|ing|es?)|(?:got|get|gets|getting|made it|making it|broke|break|slipp?ed"
        r"|came"
                    r"|passed|evaded?|leaked?) (?:through|past)|evad(?:ed|ing)|were not (?:intercepted|stopped"
                    r"|shot down|downed)"
                    r"|(?:was|were) not brought down|reach(?:ed|ing) (?:their|its) (?:targets?|goals?)"
                    r"|struck their targets?"
                r"|hit their targets?|hit home|managed to hit|struck home|escaped interception"),
    ("intercepted",
        r"sh(?:ot|oot|oots|ooting) (?:\w+ ){0,2}?down|shootdowns?|down(?:ed|ing)\b(?! from)|intercept(?:ed|ing|s"
        r"|ions?)?"
                    r"|(?:(?:did|do|does) not|didn['’]t|fail(?:ed|ing) to|never) (?:get|got|make it|made it|break"
                    r"|broke)"
                    r" (?:through|past)|deal(?:t|s|ing)? with|downs\b|fell to (?:air defen[cs]es?|interceptors?)"
                    r"|f[ae]ll(?:en|s)? (?:prey|victim) to"
                    r"|destroy(?:ed|ing|s)?|neutrali[sz](?:ed|ing|es?)|br(?:ought|ing|ings|inging) (?:\w+ ){0,2}?down"
                        r"|stopp(?:ed|ing)|knock(?:ed|ing|s)? (?:\w+ ){0,2}?(?:out|down)|repell(?:ed|ing)|repelled"
                        r"|thwart(?:ed|ing)"
                        r"|defeat(?:ed|ing)|t(?:ook|ake|aken|aking) (?:out|down)|eliminat(?:ed|ing)|parried"
                        r"|fended off|fend off"
                        r"|beat(?:en)? back|halted|foiled|shot-down|disabled|interception rate|kill rate"
                        r"|rendered harmless|swat(?:s|ted|ting)?\b|zapp(?:ed|ing)|pick(?:ed|ing) off"
                        r"|(?:bat|blast|bl[eo]w|br[io]|burn|claw|haul|hit|knock|pick|pluck|pull|rip|scrub|shoot|shot"
                        r"|smash|snatch|sw[ae]|t[ao]|tore|wip|yank)\w*"
                        r"(?= (?:[\w,.'’-]+ ){1,6}?(?:out of|from) the (?:sky|skies)\b)"),
    ("retaken", r"re(?:took|take|taken|taking)|recaptur(?:ed|ing|es?)|liberat(?:ed|ing|es?|ion)|w(?:on|in|inning) back"
                r"|regain(?:ed|ing|s)?|reclaim(?:ed|ing|s)?|t(?:ook|ake|aken|aking) back|de-?occup(?:ied|ying)"
                r"|clawed back|claw back|recover(?:ed|ing|s)?|cleared of"
                r"|back under \w+['’]?s? control|push(?:ed|ing) back"),
    ("held",
        r"h(?:olds?|olding|eld)\b(?! talks| (?:a |an )?(?:\w+ )?(?:meeting|summit|call|conference|talks|elections?"
        r"|hearing|vote|ceremony)| back| out| off)|control(?:s|led|ling)?\b(?! of\b)|occup(?:ies|ying)|occupied"
             r"|under (?:[\w'’]+ ){0,2}?(?:control|occupation)|in (?:[\w'’]+ ){0,3}?hands|keeps?|kept|retains?"
             r"|(?:control|occupation) of|possess(?:es)?|sits on|amounts? to|swathe|cl(?:ings?|inging|ung) (?:on )?to"
             r"|(?:hang(?:s|ing)?|hung) on ?to"),
    ("gained",

            r"(?:t(?:ook|ake|akes|aken|aking)|gain(?:ed|ing)?|seiz(?:ed|ing)|established) (?:full |partial "
            r"|complete )?control(?: of| over)?"
        r"|gain(?:ed|ing|s)?|captur(?:ed|ing|es?)|seiz(?:ed|ing|es?|ures?)|grabb?(?:ed|ing|s)?|conquer(?:ed|ing|s)?"
        r"|conquests?"
                   r"|overr[ua]n|overrun(?:ning|s)?|occupi?(?:ed|y)|t(?:ook|ake|akes|aken|aking)\b(?! place| part)"
                   r"|annex(?:ed|ing)"
                   r"|advanc(?:ed|ing|es?)|land grabs?|haul|inroads|fell to|fallen to|falling to|falls to"
                   r"|brought? under (?:\w+ )?control"
               r"|swallow(?:ed|ing)|absorb(?:ed|ing)|acquir(?:ed|ing)|add(?:ed|ing)\b(?! that)|lost to"
                   r"|(?:mov|push|press|edg|inch|creep|roll|surg)(?:e|ed|es|s|ing)? forward|(?:went|crept|go(?:es"
                   r"|ing)) forward"
                   r"|make gains|made gains|wrest(?:ed|ing)|bit(?:ten)? off|snatch(?:ed|ing)|takeover"
                   r"|occupation (?:grew|expanded)|occupation"),
    ("ceded", r"g(?:ave|iven) up|relinquish(?:ed|ing)"
             r"|ced(?:ed|es|ing)|surrender(?:ed|ing)|yielded|l(?:ost|ose|oses|osing)\b(?! from| in location)"
             r"|loss(?:es)?\b|withdr(?:ew|awn|awal)"),
    ("shrunk", r"shr(?:ank|unk|ink\w*)|contract(?:ed|s)\b|(?:declin|decreas|dwindl|reced)\w+ by|net (?:\w+ )?loss"),
    ("killed",
        r"kill(?:ed|ing|s)?(?! rate| chain| zone| switch)|killings|di(?:ed|e|es)\b|d(?:ead|eaths?)\b|fatalit(?:y|ies)"
        r"|lives(?! (?:in|under|on|with|near|there|abroad|alone|below|among|off|outside)\b)|(?:death )?tolls?"
        r"|body count|slain|slay(?:ing|s)?|slew|perish(?:ed|ing)?|dying|fatally (?:shot|injured|wounded|hurt)|shot dead"
        r"|shot to death|gunned down|mow(?:ed|n) down|murder(?:ed|ing|s)?|massacr(?:ed|ing|es?)|slaughter(?:ed|ing)?"
        r"|assassinat(?:ed|ing|ions?)|behead(?:ed|ing)|(?:summarily|extrajudicially) execut(?:ed|ing)"
        r"|(?:burn(?:ed|t)|beaten|starv(?:ed|ing)|crushed|tortured|froze|frozen) to death|succumb(?:ed|ing)"
        r"|martyr(?:ed|ing|s)?"
        r"|loss of life|claim(?:ed|ing)? (?:[\w,.]+ ){0,3}?lives|t(?:ook|ake|aken) (?:[\w,.]+ ){0,4}?lives"),
    ("injured", r"injur(?:ed|ing|ies|es?)|wound(?:ed|ing|s)?|hurt(?:ing)?|maim(?:ed|ing|s)?|crippl(?:ed|ing)"
        r"|(?<=\d )burned(?=[,.;]| and (?:injured|wounded|in)\b)"),
    ("casualties", r"casualt(?:y|ies)"),
    ("launched",
        r"launch(?:ed|ing|es)?|fir(?:ed|ing|es?)\b|s(?:ent|end|ends|ending)\b|unleash(?:ed|ing|es)?|fl(?:ew|y|own|ies"
        r"|ying)\b"
                     r"|deploy(?:ed|ing|s)?|attack(?:ed|ing|s)?|target(?:ed|ing)|aim(?:ed|ing)|hurl(?:ed|ing|s)?"
                     r"|rain(?:ed|ing)"
                     r"|pummell?(?:ed|ing)|pound(?:ed|ing|s)?|bombard(?:ed|ing|ments?)?|barrages?|salvos?|salvoes"
                     r"|raids?|assaults?|volleys?"
                 r"|swarms?|waves?|strik(?:es?|ing)|struck|hit(?:s|ting)?"
                     r"|fl(?:ung|ing(?:s|ing)?)|loos(?:ed|ing)|let (?:loose|fly)|pepper(?:ed|ing)|blitz(?:ed)?"
                 r"|direct(?:ed|ing)|releas(?:ed|ing)|lobb?(?:ed|ing)|shower(?:ed|ing)|throw|threw|thrown"
                     r"|dispatch(?:ed|ing)"
                 r"|armada|onslaught|bombing|shell(?:ed|ing)"),
    ("counted",

            r"count(?:ed|s)?\b|us(?:ed|ing|es|e)\b|employ(?:ed|ing|s)|expend(?:ed|ing)|observ(?:ed|ing)|involv(?:ed"
            r"|ing|es?)|number(?:ed|ing)|came in|arriv(?:ed|ing)"
            r"|compris(?:ed|ing)"
        r"|consist(?:ed|ing)"
                    r"|brought|detect(?:ed|ing)|track(?:ed|ing)|logg(?:ed|ing)|register(?:ed|ing)|record(?:ed|ing)"
                    r"|overflew|crossed into|entered|saw\b"
                    r"|faced?|facing"),
)  # fmt: skip
#: Nouns that say what a number-free comparison is about.
TOPICS: Final[tuple[tuple[str, str], ...]] = (
    ("territory",
        r"territor(?:y|ial|ies)|ground|land|advances?|advancing|gains?|front(?:-| )?lines?|(?:battle|contact) lines?"
        r"|lines? of contact|the line near|square (?:kilomet(?:er"
        r"|re)s?|miles?)"
                  r"|occupied area|occupation|pace|seizures?|haul|captured|capture|seized|inroads|swathes?"),
    ("strikes",
        r"drones?|missiles?|strikes?|raids?|barrages?|salvos?|salvoes|bombardments?|air assaults?|shaheds?|uavs?"
        r"|volleys?|air (?:war|campaign)"
                    r"|aerial (?:attacks?|assaults?)|(?:air|drone|missile|overnight|combined|mass|massive) attacks?"
                    r"|attacks?|munitions|onslaughts?"),
    ("casualties",
        r"casualt(?:y|ies)|killings|civilian (?:deaths?|toll|harm)|deaths?|death toll|toll|fatalit(?:y|ies)"
        r"|killed|injured"
        r"|wounded"
                   r"|deadliest|bloodiest|lives|(?:\w+s|\w+['’]s|the) dead (?:have|has|had|were|was|are|number)"),
    ("talks", r"(?:peace |direct |face-to-face |bilateral )?(?:talks|negotiations?|meetings?)"),
)  # fmt: skip
MAXIMA: Final = (
    r"largest|biggest|heaviest|highest|greatest|fastest|quickest|deadliest|bloodiest|worst|steepest|strongest|gravest"
    r"|fiercest|most (?:serious|severe|violent|lethal|deadly)|most intense"
    r"|most massive|most productive|most powerful|most extensive|most|record|record-breaking|record-high"
    r"|record-setting|all-time high"
    r"|most destructive"
    r"|costliest|longest|busiest|broadest|peak|farthest|furthest"
)
MINIMA: Final = (
    r"smallest|lowest|slowest|least|fewest|weakest|lightest|record low|all-time low|poorest|quietest|calmest|shortest"
    r"|mildest|briefest"
)
#: Words that say a thing has not happened yet, or is a guess or a judgement.
PLANS: Final = (
    r"plan(?:s|ned|ning)? to|propos(?:ed|es|ing) (?:\w+ ){0,4}(?:talks|meeting|round|ceasefire|truce|summit"
    r"|exchange)|will (?:meet|hold|host|send|deliver|receive|visit)"
    r"|(?:is|are|was|were) (?:due|scheduled|set|slated) (?:to|for)|intends? to|promis(?:ed|es|ing)|vow(?:ed|s"
    r"|ing)?|pledg(?:ed|es|ing)"
    r"|aim(?:s|ed|ing) to|agreed to (?:meet|hold)|upcoming|by the end of next (?:year|month)"
)
PREDICTIONS: Final = (
    r"expect(?:s|ed|ing)?|anticipat(?:e|es|ed|ing)|predict(?:s|ed|ing)?|forecast(?:s|ed|ing)?|foresee[sn]?"
    r"|project(?:s|ed) that|reckon(?:s|ed)?"
    r"|would (?:need|take|require|be|reach)|will (?:be|become|reach|exceed|rise|fall|grow|take|need|have)|(?:is"
    r"|are) likely to|likely to"
    r"|at this (?:speed|pace|rate)|at the current (?:speed|pace|rate)|could (?:reach|rise|grow|exceed|launch|take"
    r"|be)|may (?:reach|rise|exceed|soon)|by (?:next )?(?:autumn|spring|summer|winter)"
)
SPEECH: Final = (
    r"said|says?|saying|told|notes?|noted|reports?|reported|announc(?:ed|es)|stat(?:ed|es)|add(?:ed|s)|writ(?:es"
    r"|ten)|wrote|post(?:ed|s)|"
    r"claim(?:ed|s)|confirm(?:ed|s)|estimat(?:ed|es?)|calculat(?:ed|es)|found|finds|record(?:ed|s)|count(?:ed|s)"
    r"|put|puts|gave|gives|"
    r"show(?:s|ed|n)?|according|cited|citing|document(?:ed|s)|verified|register(?:ed|s)|listed|lists|told"
    r"|insist(?:s|ed)|think|thinks|"
    r"explain(?:ed|s)|acknowledg(?:ed|es)|indicat(?:ed|es?)|suggest(?:ed|s)?|underscor(?:ed|es)|warn(?:ed|s)"
    r"|describ(?:ed|es)|tall(?:ied|ies)"
    r"|respond(?:ed|s)|reveal(?:ed|s)|admit(?:ted|s)|boast(?:ed|s)|specified|recorded|pointed out|argue[sd]?"
)
HEDGES: Final = (
    r"reportedly|allegedly|apparently|purportedly|supposedly|seemingly|is said to|are said to|seems? to|appears? to"
    r"|unconfirmed"
)
#: Offices held by people, as the press writes them; countries and adjectives stand before or after.
OFFICES: Final = (
    r"(?:presidential chief of staff|head of the (?:Presidential Office|Office of the President|presidential office)"
    r"|secretary of (?:the |\w+['’]s )?(?:National Security and Defen[cs]e Council|Security Council)"
    r"|(?:Security Council|NSDC) secretary|(?:SBU|HUR|GUR|GRU|SVR|FSB) (?:chief|head)|head of the (?:SBU"
    r"|Security Service)"
    r"|General Staff chief|Army Secretary|(?:UN|NATO) chief|Kremlin spokes(?:man|person|woman)"
    r"|vice[- ]president|president|(?:deputy )?prime minister|premier|chancellor|king|queen"
    r"|(?:deputy )?(?:foreign|defen[cs]e|interior|finance|justice|energy|economy) (?:minister|secretary)"
    r"|(?:deputy )?minister of (?:foreign affairs|defen[cs]e|internal affairs)|secretary of (?:state|defen[cs]e"
    r"|war)|secretary[- ]general"
    r"|national security advis[eo]r|commander[- ]in[- ]chief|(?:supreme )?commander"
    r"|chief of (?:the general )?staff|army chief|top general"
    r"|special envoy|presidential envoy|envoy|ambassador|press secretary"
    r"|intelligence chief|spy chief|military intelligence chief"
    r"|high commissioner for human rights|(?:foreign|eu foreign) policy chief|head of state|human rights chief)"
)
#: Words of markets and budgets, whose gains and records are no ground.
ECONOMY: Final = (
    r"barrels?|crude|prices?|shares|stocks?|index|bonds?|wheat|grain|futures|currency|hryvnia|rouble|ruble"
    r"|inflation|gdp|exports?"
    r"|imports?|budget|deficit|tariffs?|markets?|billion|earnings|revenues?|output"
)
#: Countries and peoples of other conflicts and of the diplomacy around this one: a casualty or a strike beside such
#: a name is not this theatre's unless the sentence says so.
OTHER_COUNTRIES: Final = (
    "Gaza", "Israel", "Israeli", "Palestinian", "Palestinians", "West Bank", "Lebanon", "Lebanese", "Syria",
    "Syrian", "Iran",
    "Iranian", "Iraq", "Iraqi", "Yemen", "Sudan", "Sudanese", "Ethiopia", "Tigray", "Myanmar", "Somalia", "Congo",
    "Rwanda", "Mali",
    "Niger", "Nigeria", "Burkina Faso", "Afghanistan", "Taliban", "Pakistan", "Kashmir", "Armenia", "Azerbaijan",
    "Karabakh",
    "Houthi", "Houthis", "Hamas", "Hezbollah", "Chechnya", "Vietnam", "Libya", "Darfur", "Khartoum", "Haiti",
    "Venezuela", "Colombia",
    "Kosovo", "Serbia", "Bosnia", "Saudi Arabia", "Egypt", "Jordan", "Eritrea", "Kivu", "M23", "Amhara", "Sahel",
    "Cambodia", "Thailand", "India", "Chad", "Mozambique", "Cameroon", "South Sudan", "Rafah", "Khan Younis",
)  # fmt: skip
#: Names that mean another war wherever they are not the theatre's own.
NEWLY_AT_WAR: Final = ("Ukraine", "Ukrainian", "Ukrainians")
DEMONYMS: Final = {
    "Ukrainian": "UA", "Ukraine": "UA", "Russian": "RU", "Russia": "RU", "U.S.": "US", "US": "US", "American": "US",
    "United States": "US", "America": "US", "British": "GB", "UK": "GB", "U.K.": "GB", "Britain": "GB",
    "United Kingdom": "GB",
    "French": "FR", "France": "FR", "German": "DE", "Germany": "DE", "Polish": "PL", "Poland": "PL", "Israeli": "IL",
    "Israel": "IL", "Turkish": "TR", "Turkey": "TR", "Türkiye": "TR", "Belarusian": "BY", "Belarus": "BY",
    "Chinese": "CN",
    "China": "CN", "Italian": "IT", "Italy": "IT", "NATO": "NATO", "EU": "EU", "European Union": "EU",
    "European Commission": "EU",
    "European Council": "EU", "UN": "UN", "U.N.": "UN", "United Nations": "UN", "Hungarian": "HU", "Hungary": "HU",
    "Kremlin": "RU",
    "Palestinian": "PS", "Canadian": "CA", "Canada": "CA", "Finnish": "FI", "Finland": "FI", "Slovak": "SK",
    "Slovakia": "SK",
    "Kyiv": "UA", "Moscow": "RU", "Washington": "US", "White House": "US", "Iranian": "IR", "Iran": "IR",
}  # fmt: skip
