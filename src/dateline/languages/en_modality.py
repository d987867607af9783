"""English words that say a thing is not so, or not yet, or only somebody's judgement: fragments, lower case.

Each group is one manner of saying it; `frames.uncheckable` says how far its word reaches.
"""

from __future__ import annotations

from typing import Final

_TO: Final = (
    r"(?: (?:itself|himself|themselves|\w+ly|also|now|still|soon|in \w+|on \w+day))? to(?! (?:have|date|the|an?)\b)"
)
#: Verbs of somebody's will before an infinitive: "intends to take", "has undertaken to ship out", "are to turn out".
INTENDING: Final = (
    r"(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|mean(?:s|t)|seek(?:s|ing)?|sought|hop(?:e|es|ed|ing)"
    r"|prepar(?:e|es|ed|ing)|vow(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|undert(?:ake|akes|ook|aken)"
    r"|commit(?:s|ted|ting)?|offer(?:s|ed|ing)?|threaten(?:s|ed|ing)?|propos(?:e|es|ed|ing)|resolv(?:e|es|ed)"
    r"|decid(?:e|es|ed)|agree(?:s|d)?|want(?:s|ed)?|wish(?:es|ed)?|volunteer(?:s|ed)?|arrang(?:e|es|ed)"
    rf"|set (?:itself )?out|get(?:s|ting)? ready|(?:is|are|was|were) (?:due|set|scheduled|slated|supposed|about"
    rf"|ready)){_TO}"
    rf"|(?:is|are) to(?! (?:blame|date|the|an?|be (?:found|seen|had|believed)|some|its|his|their)\b)(?= (?:be )?\w)"
    r"|were to(?= (?:be )?\w)"
)
#: What is promised, asked for or needed stands right behind: "promises 1,000 a day", "calls for 500 trucks".
ASKING: Final = (
    r"promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|vow(?:s|ed|ing)?|guarantee(?:s|d)?|propos(?:e|es|ed|ing)"
    r"|need(?:s|ed)?|requir(?:e|es|ed|ing)|demand(?:s|ed|ing)?|request(?:s|ed|ing)?|seek(?:s|ing)?|sought|want(?:s|ed)?"
    r"|(?:call|ask|appeal|appl|push|press|lobb)(?:s|y|ies|ied|ed|ing)? for|aim(?:s|ed|ing)? (?:for|at)|bid(?:s"
    r"|ding)? for"
    r"|budget(?:s|ed)? for|earmark(?:s|ed)?|envisag(?:e|es|ed)|envision(?:s|ed)?|(?:sets?|lays?"
    r"|laid) out(?! to)|provid(?:es|ed) for|hop(?:e|es"
    r"|ed|ing) for"
    r"|invit(?:e|es|ed)|target(?:s|ing) (?:output|production)(?: of)?|(?:target|goal|aim|ambition|quota|objective"
    r"|ceiling|limit|cap"
    r"|order|contract|request|appeal|demand|need|call|pledge|promise|commitment|proposal|offer|bid|requirement"
    r"|plan|plans"
    r"|deadline) (?:of|for)"
)
#: What stands behind a figure that is wished for: "a 1,000-drone-a-day target", "13,200 promised", "the 30,000 needed".
WISHED: Final = (
    r"target|goal|quota|ceiling|promised|pledged|needed(?! (?:has|have|had)\b)|requested|demanded|proposed|planned"
    r"|envisaged|budgeted"
)
#: The same of a figure foretold: "15 degrees of frost forecast", "500 more expected".
AWAITED: Final = r"expected|forecast|projected|predicted|anticipated|feared likely"
#: A guess about what has happened: it may hold, and is not refuted.
GUESSING: Final = (
    r"(?:may|might|could) (?:well |already |also )?have|perhaps|maybe|possibly|probably|feared|(?:may|might) be"
    r"|is unclear|it is not clear"
    r"|not yet confirmed"
)
#: Verbs of foretelling, before a clause, an infinitive or a figure.
FORETELLING: Final = (
    r"(?<!\bthan )(?<!\bas )(?:expect(?:s|ed|ing)?|anticipat(?:e|es|ed|ing)|predict(?:s|ed|ing)?|foresee(?:s|n"
    r"|ing)?|foresaw"
    r"|forecast(?:s|ing)?|forecasted|project(?:s|ed|ing)|prophes(?:y|ies|ied))(?= (?:that|to|\w)|\W)"
    r"|(?:is|are|was|were|seems?|looks?|appears?) (?:\w+ )?(?:(?:un)?likely(?! that\b)|projected|bound|certain"
    r"|sure|destined"
    r"|poised"
    r"|on (?:course|track)|in danger|at risk|doomed)(?: (?:to|of|for))?|(?:un)?likely to|most likely(?! (?:hit"
    r"|struck|killed|fell|came|was|were|had|has|\w+ed)\b)|is on pace"
    r"|at (?:this|the (?:current|present|same)) (?:speed|pace|rate|tempo)|if current trends"
)
#: What is feared stands behind: "warned of 300 raids", "a risk of".
FEARING: Final = (
    r"warn(?:s|ed|ing)? (?:of|against)|fear(?:s|ed|ing)?(?= (?:that|of|\w+ing|up to|at least|\d))|(?:risk|threat"
    r"|danger|prospect|possibility|likelihood"
    r"|chance) (?:of|that)"
    r"|risk(?:s|ed|ing)(?! of\b)|forecasts? (?:of|that|for)|predictions? (?:of|that)|projections? (?:of|that)"
)
#: What was to be and is put off: the day to which it is, lies ahead.
POSTPONING: Final = (
    r"(?:put off|postponed|delayed|pushed back|rescheduled|adjourned|put back|brought forward|deferred|moved)"
    r" (?:(?:from [^,;.]{3,30} )?(?:until|till|to))(?= )"
)
#: Modals. "May" is a month, "could not" an inability of the past, "could have" a guess about it.
MODALS: Final = (
    r"(?:could|might|(?-i:may))(?! not\b| have\b| to\b| (?:verify|confirm|identify|document|corroborate|trace"
    r"|name)\b| be (?:heard|seen|felt|reached|found|confirmed"
    r"|verified)\b)(?= [\w-])"
    r"|will(?! (?:of|and|to)\b)(?= [\w-])|(?:he|she|it|they|we|i|there)['’]ll|won['’]t"
    r"|would(?! (?:not )?(?:say|comment|confirm|disclose|specify|elaborate|name|like to)\b)(?= [\w-])"
    r"|must(?= [\w-])|(?-i:should)(?! have\b)(?= [\w-])|ought to"
    r"|(?:is|are|was|were) (?:being )?(?:asked|told|urged|obliged|required|called on|forced|pressed|ordered) to"
    r"|(?:is|are|was|were) going to(?! the\b)|is about to|are about to"
)
#: "It will be tested" is said of nobody's will; these verbs behind a modal say what somebody means to do.
DOING: Final = (
    r"press on|fight on|go (?:on|home)|leave|answer|respond|retaliate|strike back|continue|resume"
    r"|meet|hold|host|send|deliver|receive|visit|buy|purchase|build|produce|make|manufacture|turn out|supply|train"
    r"|recruit"
    r"|call up|conscript|mobili[sz]e|deploy|spend|provide|give|hand over|release|free|exchange|swap|return"
    r"|withdraw|pull"
    r"|evacuate|sign|stop|halt|cease|pause|pay|ship|transfer|complete|create|set up|install|let in|allow|admit"
    r"|see|order"
    r"|cut|raise|open|allocate|donate|station|station|field|procure|be (?:delivered|supplied|built|handed|released|paid"
    r"|exchanged|freed|deployed|sent|trained|called up|installed|let|allowed|withdrawn|evacuated|produced|completed)"
)
#: Texts that lay down what is to be done.
SCHEMES: Final = (
    r"plans?|proposals?|deals?|agreements?|accords?|truces?|ceasefires?|cease-fires?|drafts?|schemes?|programmes?"
    r"|programs?"
    r"|phases?|stages?|bills?|laws?|resolutions?|packages?|budgets?|roadmaps?|initiatives?|terms|contracts?"
    r"|treat(?:y|ies)"
)
#: "The draft gives Russia 6,600": what a text of that kind does is still to be done.
LAYING_DOWN: Final = (
    rf"(?:{SCHEMES}) (?:gives?|grants?|cedes?|leaves?|allows?|lets?|limits?|caps?|sets?|obliges?|commits?|binds?"
    rf"|calls? for)"
)
#: "... that Moscow had aimed for": behind a figure, whose wish it is.
WISHING: Final = (
    r"(?:aimed (?:for|at)|planned|wanted|hoped (?:for|to)|promised|sought|targeted|demanded|pledged|set out to|intended"
    r"|asked for|needs?|needed|wants|seeks)"
)
#: Orders for things that a later date in the sentence says are to come.
ORDERING: Final = (
    r"order(?:ed|s|ing)?|approv(?:ed|es|ing) (?:the )?(?:\w+ )?(?:sale|purchase|export|transfer|delivery) of"
    r"|contract(?:ed|s)? for|sign(?:ed|s) (?:up )?for|bought|purchased|clear(?:ed|s) the (?:sale|export) of"
)
TO_COME: Final = (
    r"to be (?:delivered|supplied|completed|handed over|produced|shipped|installed|built|fielded)|deliver(?:y|ies)"
    r"|arriv(?:e|al|als|ing)|in service"
)
#: Openings of a condition; what stands in it is not said to be so.
CONDITIONS: Final = (
    r"if(?! (?:confirmed|verified|true|accurate|any|not|only|anything|so|ever|correct)\b)|unless|provided that|in case"
    r"|as long as|supposing|assuming|suppose|on condition that|in the event (?:of|that)|whether|as (?:if|though)"
)
#: A condition by word order: "Had one in five been missed, ...", "Were Moscow to ...", "Should 500 come at once, ...".
IMAGINED: Final = r"(?:Imagine|Picture|Suppose|Say(?= \d)|Think of|Consider(?= \d)|Take(?= \d)|Let['’]s say)\b"
INVERTED_CONDITIONS: Final = (
    r"(?:Had|Were|Should) (?!not\b)[^,;.?]{3,}?(?: (?:been|be|to|come|fall|reach)\b|\w(?:ed|en) )"
)
#: Judgements that call a thing by a name.
CALLING: Final = (
    r"(?:call|describ|dub|brand|hail|label|term|deem|denounc|condemn|consider|castigat|decri|prais|lambast|slam)"
    r"(?:b?ed|l?ed|med|ied|s|es|ies|b?ing|l?ing|ming|e)?"
)
#: The most of a quality that nobody measures: "the most productive so far", "the worst-timed of the decade".
JUDGED: Final = (
    r"(?:the |its |their |his |her |one of the )(?:most (?!intense|massive|powerful|extensive|violent|lethal|deadly"
    r"|destructive|drones|missiles|in|of|since|for|on|so|this|ever|land|ground|territory|civilians?|people)[a-z]+"
    r"|least (?:useful|important|productive|likely)\w*|worst-\w+|best(?:-\w+)?|finest|toughest|hardest|darkest|saddest"
    r"|proudest|boldest|cleverest|greatest (?:mistake|error|threat|challenge|failure|tragedy|achievement|success"
    r"|crime))"
)
#: What a thing is only in somebody's eyes, behind "is".
VERDICTS: Final = (
    r"(?:no|a) (?:foregone conclusion|accident|coincidence|surprise|turning point|game-?changer|strategy"
    r"|victory|defeat|trap"
    r"|farce|disgrace|mistake|fantasy|sham|scandal|fig leaf|betrayal|blunder|folly|miracle|lost cause)"
    r"|theat(?:re|er)|madness|folly|propaganda|cowardice|hypocrisy|unforgivable|shameful|disgraceful|unacceptable|absurd"
    r"|pointless|meaningless|hopeless|unwinnable|immoral|indefensible"
)
#: Verbs of blame and praise whose object is everyone.
BLAMING: Final = (
    r"(?:has|have) (?:shamed|disgraced|betrayed|abandoned|failed|forgotten|forsaken|humiliated|dishonou?red)"
    r" (?:us|them|everyone|humanity|mankind|its people|the world|the victims|their own)\w*(?: all)?"
)
#: Superlatives of feeling, which nobody measures.
FELT: Final = (
    r"(?:the |its |their |this )(?:cruell?est|saddest|darkest|wisest|bravest|loneliest|bitterest|ugliest"
    r"|proudest|strangest"
    r"|clearest|emptiest|coldest-hearted|most shameful|most hopeful)"
)
#: Things with a name in quotation marks that may hold a number.
TITLED: Final = (
    r"slogan|song|film|movie|book|novel|poem|play|album|series|exhibition|campaign|poster|banner|podcast"
    r"|documentary|painting"
    r"|game|project|titled|entitled|called|named|dubbed|headline|headlined|reading|hashtag"
)
#: Idioms whose number counts nothing: as judgements they are opinions, the others are passed over.
JUDGING_IDIOMS: Final = (
    r"death by (?:a|one|ten) thousand cuts|a thousand cuts|worth a thousand words|a (?:million"
    r"|thousand) miles (?:from|away)"
    r"|matter(?:s|ed)? (?:far |much |a lot )?(?:less|more) than|counts? for (?:far |much )?(?:less|more) than"
)
IDIOMS: Final = (
    r"nine times out of ten|ten to one|a hundred(?: and ten)? per ?cent (?:sure|certain|behind|committed|ready)"
    r"|1[01]0 ?(?:%|per ?cent|percent) (?:sure|certain|behind|committed|ready|support)|one in a million"
    r"|fifty-fifty|50-50"
    r"|second to none|square one|zero (?:tolerance|hour|sum|chance|doubt|interest|sense|illusions?)|a million reasons"
    r"|a (?:hundred|thousand|million) (?:times (?:better|worse|over|no)|questions|thanks|apologies|years from now|ways)"
    r"|for a (?:hundred|thousand) years|\d+ squares|the five Ws|two minds|one-two|sixth sense|cloud nine|six feet under"
    r"|the nine lives|nine lives|eleventh hour|four corners|all fours|seven seas|third degree|one man['’]s"
    r"|a dime a dozen"
    r"|six of one|half a dozen of the other|two sides of|two-way|at sixes and sevens|back to zero|24/7|360[- ]degree"
)
#: Sentences whose events are played or imagined.
PLAYED: Final = (
    r"exercises?|drills?|war ?games?|man(?:o?eu|eu)vres?|simulation|simulated|rehears(?:al|ed|es)|imaginary|mock"
    r"|fictional"
    r"|fictitious|notional|hypothetical|thought experiment|novel|feature film|video game|computer game|tabletop"
)
#: What a denial calls a statement.
A_LIE: Final = (
    r"(?:(?:an?|complete|pure|total|sheer|utter|absolute|outright) )*(?:lies?|fiction|fabrications?|nonsense"
    r"|fakes?|false"
    r"|falsehoods?|hoax|propaganda|disinformation|untrue|baseless|fantasy)"
)
#: What denies the clause behind it, and what denies the clause before it.
DENYING: Final = (
    r"(?:it is|it's|it’s|it was|is it) (?:simply |just |plainly )?(?:not (?:true|the case|correct|so)|untrue"
    r"|false|a lie|nonsense)"
    r" that|den(?:y|ies|ied|ying) (?:(?:\w+ ){0,4}?(?:that|having|reports?|claims?|any)|\w+ing)|denials? (?:that|of)"
    r"|(?:reject|dismiss|refut|rebut|debunk|disput|contest)(?:s|es|ed"
    r"|ing)? (?:as \w+ )?(?:[\w'’]+ ){0,4}?(?:claims?|reports?"
    r"|suggestions?|allegations?|accusations?|figures?|estimates?|assertions?|rumou?rs|that)"
    r"|(?:no|little|without) (?:evidence|proof|sign|truth|indication|confirmation|basis"
    r"|suggestion)(?: \w+){0,2}? (?:that|of|to|for|in)"
    r"|(?:false|fake|untrue|baseless|bogus|fabricated|wrong) (?:claims?|reports?|rumou?rs|stories|figures?) (?:that|of)"
    rf"|(?:call|describ|dismiss|reject|denounc|brand)(?:s|ed|ing|es)? as [\"“]?{A_LIE}[\"”]?"
    r"|(?:falsely|wrongly) (?:claim|report|stat|said|assert)\w*|(?:doubt|doubts|doubted) that"
)
FALSE_AFTER: Final = (
    r"(?:is|are|was|were) (?:\w+ )?(?:false|untrue|a lie|lies|wrong|fake|fabricated|baseless|nonsense|not true"
    r"|incorrect"
    r"|a myth|laughed off|dismissed|rejected|denied|debunked|refuted|disproved|discredited|retracted"
    r"|disinformation|propaganda|a fabrication|an invention|made up)"
)
CLAIMED: Final = (
    r"(?:claims?|reports?|assertions?|allegations?|rumou?rs?|suggestions?|stor(?:y|ies)|notion|idea|statements?)"
)
#: Earlier wordings that a text takes back.
CORRECTED: Final = (
    r"(?:an |the )?(?:earlier|previous|prior|original|first) (?:version|headline|edition|report|count)s?[^.;]{0,60}?"
    r"(?:said|gave|stated|misstated|put|had|reported|listed)|misstated|incorrectly (?:said|stated|gave|reported|put)"
)
#: What is told of one figure against another: "April surpassed March by 20 square kilometres".
OUTDONE: Final = (
    r"(?:exceed|surpass|outstrip|outnumber|outpac|eclips|dwarf|topp|trail|lagg|miss|overshoot|overshot|undershoot"
    r"|undershot|overt[ao]k|overtook|outdid|outdon)\w*|beat(?:s|en|ing)?|(?:f[ae]ll(?:s|en|ing)?|was|were|is|are|came) "
    r"(?:just |well |far )?short of|(?:more|fewer|less|greater|larger|bigger|smaller|higher|lower) than"
)
#: What money is counted in.
MONEY: Final = (
    r"dollars?|euros?|pounds?(?: sterling)?|hryvnias?|rubles?|roubles?|shekels?|rials?|riyals?|francs?|zlotys?"
    r"|kronor|kroner"
    r"|yuan|USD|EUR|UAH|cents?"
)
#: Words right before a number that is a name or an address: "points 3 and 21", "Operation 1027", "School 14".
NUMBERED: Final = (
    r"Train|Bus|Tram|Bridge|Shaft|Unit|Post|Battalions?|Brigades?|Regiments?|Divisions?|Operations?|Resolutions?"
    r"|Routes?|Highways?|Points?|Streets?"
    r"|Forms?|Flights?"
    r"|Channels?|Heights?|Hill|Sector|Blocks?|Articles?|School|Hospital|Reactors?|Battery|Company|Road|Checkpoint"
    r"|Group of"
)
#: The same in small letters, where nothing stands behind the number.
NUMBERED_PLAIN: Final = (
    r"[Bb]attalions?|[Bb]rigades?|[Rr]egiments?|[Dd]ivisions?|[Oo]perations?|[Rr]esolutions?|[Rr]outes?|[Hh]ighways?"
    r"|[Pp]oints?|[Ss]treets?|[Ff]orms?|[Ff]lights?|[Cc]hannels?|[Hh]eights?|[Hh]ill|[Ss]ector|[Bb]locks?|[Aa]rticles?"
    r"|[Aa]partments?|[Ss]chool|[Hh]ospital|[Rr]eactors?|[Bb]uilding|[Pp]aragraphs?|[Ss]ections?|[Bb]attery|[Cc]ompany"
    r"|[Tt]able|[Ff]igure|[Gg]ate|[Pp]latform|[Rr]oad|[Cc]heckpoint|[Cc]hapters?|[Pp]ages?|[Vv]ersions?|[Gg]roup of"
    r"|rooms?|floors?|grades?|magnitude|phases?|stages?|levels?|categor(?:y|ies)|types?|lines?|cases?|lots?"
    r"|tiers?|zones?"
    r"|day|week|month|kilomet(?:re|er)|mile|mark|size|bus|tram|train|pier|berth|shaft|ward|pit"
)
#: Units of length, weight and speed, and what makes a distance a mere position.
SIZES: Final = (
    r"met(?:re|er)s?|feet|foot|ft|yards?|centimet(?:re|er)s?|millimet(?:re|er)s?|inch(?:es)?|knots?|km/h|kph|mph"
    r"|kilograms?"
    r"|kilos?|kgs?|grams?|pounds? of|lbs?|degrees?|volts?|hertz|kHz|MHz|GHz"
)
DISTANCES: Final = r"kilomet(?:re|er)s?|kms?|miles?"
POSITIONS: Final = (
    r"from|away|north|south|east|west|north-?east|north-?west|south-?east|south-?west|off|behind|long|wide|deep"
    r"|high|outside"
    r"|inland|beyond|apart|distant|per hour|an hour|in (?:length|width|diameter|depth)|of (?:coast\w*|roads?"
    r"|border|pipes?"
    r"|pipeline|tracks?|trench(?:es)?|wire|cables?|fenc(?:e|es|ing)|tunnels?|railway|defences?|defenses?"
    r"|fortifications?)"
)
MEASURED: Final = r"range|radius|depth|altitude|height|distance|speed|front|length|width|weight|diameter|perimeter"
#: What money is spent or owed by, before a bare number: "cost 3 million", "a loan of 90 billion".
SPENT: Final = (
    r"worth|cost(?:s|ing)?|paid|pays?|spent|spends?|(?:budget|loan|price|fund|bill|salary|wage|bounty|debt|fine"
    r"|grant|package) of"
    r"|raised|owed?|fined"
)
#: Behind a hyphen these make a figure; any other word makes a description ("a 16-storey block", "a 12-man crew").
COUNTED: Final = (
    r"drone|missile|shahed|uav|weapon|strong|person|people|member|soldier|square|kilo|km|mile|percent|per|fold"
    r"|times|year"
    r"|month|week|day|night|hour|minute|tonne|ton|plus|odd|some|to|and|or|point"
)
#: People of whom an age is told, and the words that tell it.
AGED: Final = (
    r"(?:wom[ae]n|m[ae]n|boys?|girls?|sons?|daughters?|child|children|widow(?:er)?s?|grand(?:sons?|daughters?"
    r"|mother|father)"
    r"|mother|father|pensioners?|teenagers?|residents?|brothers?|sisters?|twins?|veterans?)"
)
#: Who speaks, where they are numbered: "two aid workers said".
TELLERS: Final = (
    r"officials?|sources?|witness(?:es)?|workers?|residents?|diplomats?|commanders?|soldiers?|doctors?|medics?|people"
    r"|officers?|analysts?|experts?|survivors?|lawmakers?|outlets?|agenc(?:y|ies)|ministers?|aides?|drivers?|relatives"
)
