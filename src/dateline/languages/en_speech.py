"""English words by which a text gives a statement, a thought or a plan to someone: verbs, nouns and adjectives by
class, after the classes in which dictionaries of verbs put them. Lemmas; `forms` inflects them."""

from __future__ import annotations

from typing import Final

#: Classes of verbs. `say` takes a clause or a quotation and no object ("said goodbye" gives nothing); `tell` the
#: same, after an addressee; `ask` a question; `report` and `commit` an object as well; `urge` what another shall do;
#: `judge` the thing judged; `think`, `learn` and `feel` a clause; `intend` an infinitive; `show` is for documents.
VERBS: Final[dict[str, str]] = {
    "say": (
        "say add reply remark quip comment joke whisper shout yell exclaim mutter murmur mumble scream "
        "holler sigh groan grumble moan gush snap opine theorize muse reminisce interject retort counter "
        "respond rejoin answer continue conclude reiterate repeat insist maintain contend allege aver "
        "avow assert affirm attest testify swear vouch brag boast crow gripe complain lament bemoan "
        "protest caution concede confess elaborate specify clarify reason speculate surmise hint imply "
        "intimate tweet retweet blog write post chime volunteer deadpan hypothesize posit postulate hold "
        "stipulate underline recount narrate confide marvel put"
    ),
    "tell": ("tell inform notify assure reassure remind advise brief convince persuade alert warn promise guarantee"),
    "ask": "ask wonder inquire enquire query question",
    "report": (
        "report announce claim state declare proclaim disclose reveal confirm deny admit acknowledge note "
        "observe mention cite quote argue explain describe detail outline emphasize emphasise stress "
        "underscore highlight estimate predict forecast project propose recommend suggest recall invoke "
        "reference address discuss tout dispute rebut refute repudiate debunk dismiss reject decry "
        "articulate express voice convey communicate relate publicize broadcast unveil present explore "
        "analyze analyse document chronicle examine assess calculate count reckon pronounce characterize "
        "characterise portray depict label dub term call brand deem rate demand request define view "
        "regard hail credit liken compare link tie attribute ascribe interpret cast paint pitch"
    ),
    "judge": (
        "criticize criticise condemn denounce blast slam attack assail lambaste rip chide rebuke "
        "reprimand scold chastise castigate berate deride mock ridicule belittle disparage demean insult "
        "praise laud applaud commend celebrate salute compliment endorse back support oppose favor favour "
        "champion defend justify accuse blame fault excoriate pan knock hammer bash thank congratulate "
        "apologize apologise welcome approve disapprove trumpet decry deplore embrace resist challenge "
        "contest question reject renounce disavow discredit malign vilify hit skewer trash tout second "
        "advocate flout promote echo downplay herald bemoan lament protest veto overrule overturn uphold extol "
        "revere rue honor honour repudiate"
    ),
    "urge": (
        "urge exhort implore beg beseech plead press pressure encourage instruct order command direct "
        "demand request require forbid prohibit ban invite summon lobby petition dare challenge admonish "
        "counsel coax enjoin mandate oblige obligate authorize authorise prod"
    ),
    "think": (
        "think believe know suspect assume presume guess imagine figure consider feel sense doubt expect "
        "anticipate understand realize realise recognize recognise accept agree disagree conceive "
        "envision envisage foresee fancy judge trust acknowledge remember forget conclude decide "
        "determine rule hold reckon bet"
    ),
    "learn": ("learn hear discover find notice detect ascertain establish determine gather infer deduce conclude"),
    "feel": (
        "fear worry hope wish want like love hate dislike detest resent regret admire enjoy prefer desire "
        "dread envy appreciate value respect miss welcome mourn cherish loathe despise"
    ),
    "intend": (
        "plan intend aim vow pledge promise threaten commit agree decide refuse decline offer choose "
        "resolve seek propose volunteer undertake swear elect opt hope want wish expect prepare hesitate "
        "consent"
    ),
    "show": (
        "show indicate suggest find prove demonstrate signal reflect confirm reveal conclude imply warn "
        "read illustrate attest establish"
    ),
}
#: Verbs that say something with a preposition, whose object is then what is said ("called for talks").
PREPOSITIONAL: Final[dict[str, str]] = {
    "about": (
        "speak talk complain worry joke ask tell warn write learn hear know think brag boast lie testify "
        "wonder care apologize lecture reminisce rant inquire brief question inform gripe muse comment "
        "read"
    ),
    "of": (
        "speak talk complain warn accuse boast learn hear know think dream approve disapprove write tell "
        "brag assure convince despair remind suspect"
    ),
    "for": (
        "call argue advocate plead beg apologize hope wish ask appeal lobby demand vouch blame praise "
        "criticize thank criticise fault chide mock"
    ),
    "on": "call insist comment agree report speak elaborate remark decide opine expound",
    "to": (
        "refer point object agree respond admit confess testify allude commit reply react pledge consent "
        "appeal aspire swear attest"
    ),
    "against": "warn argue protest rail advise rule caution lobby testify inveigh",
    "at": "hint scoff bristle balk laugh sneer lash marvel rage jeer",
    "with": "agree disagree sympathize side concur quarrel",
    "as": (
        "describe portray depict characterize characterise cast paint regard view see dismiss denounce "
        "hail label deride praise condemn criticize brand treat tout reject list define refer cite think "
        "interpret"
    ),
    "in": "believe trust",
    "over": "fret protest spar clash disagree worry criticize squabble",
}
#: Verbs with a particle that say what the plain verb does not ("pointed out that", "laid out a plan").
PARTICLES: Final[dict[str, str]] = {
    "out": "point lay spell call rule single lash blurt set make find",
    "on": "go",
    "up": "sum bring",
    "forth": "set put",
    "forward": "put",
    "down": "turn",
    "in": "chime weigh",
}
#: Verbs with a noun or a particle and a preposition that say something together ("took aim at the plan").
IDIOMS: Final = (
    "take aim at, take issue with, take exception to, take credit for, make fun of, poke fun at, cast doubt on,"
    " pay tribute to, give credit to, raise concern about, raise concerns about,"
    " raise questions about, raise doubts about, voice support for, lash out at, lash out against, speak out against,"
    " speak out about, speak out on, hit back at, fire back at, push back on, push back against, weigh in on,"
    " come out against, come out for, stand up for, back away from, back off from, double down on, open up about,"
    " make light of, call attention to, make mention of, make reference to, throw support behind,"
    " hold forth on, sound off on, go on about, set out for, look forward to,"
    " express support for, express concern about, express regret for"
)
#: Verbs that state a figure with "at" ("put the toll at 14").
PUTTING: Final = "put set peg have place reckon estimate value calculate"
#: Verbs that introduce a quotation only.
QUOTING: Final = (
    "begin start go put intone chant sing cry laugh smile finish recite bark bellow thunder fume preach sniff text"
    " email message tweet sign proceed correct offer explain try read"
)
#: Nouns that carry a clause, an infinitive or an object after a preposition, and belong to someone.
NOUNS: Final[dict[str, str]] = {
    "say": (
        "claim statement assertion allegation accusation charge remark comment reply testimony argument "
        "contention announcement declaration admission acknowledgment confirmation explanation denial "
        "suggestion insinuation rumor rumour complaint boast confession proclamation pronouncement "
        "assurance reminder insistence rhetoric speech account description mention discussion talk story "
        "speculation message word slogan mantra motto case point"
    ),
    "report": (
        "report finding estimate forecast prediction projection analysis assessment conclusion evidence "
        "proof survey study disclosure revelation tally count warning news notice"
    ),
    "judge": (
        "criticism praise condemnation denunciation support opposition endorsement approval disapproval "
        "backing attack objection protest outrage rebuke ridicule critique defense defence rejection"
    ),
    "urge": (
        "call demand request appeal recommendation order proposal plea instruction invitation advice "
        "requirement petition ban proposition"
    ),
    "think": (
        "belief opinion view thought idea notion assumption suspicion theory understanding impression "
        "knowledge conviction feeling doubt skepticism expectation perception sense position stance "
        "philosophy consensus agreement judgment judgement ruling determination verdict"
    ),
    "feel": (
        "fear hope worry concern wish desire regret anger frustration dissatisfaction admiration love "
        "hatred distrust mistrust anxiety interest"
    ),
    "intend": (
        "plan promise pledge vow intention decision refusal threat offer commitment bid ambition goal aim "
        "willingness resolve reluctance determination effort"
    ),
}
#: Adjectives after "be" or "feel" with a clause, an infinitive or an object after a preposition.
ADJECTIVES: Final[dict[str, str]] = {
    "think": (
        "sure certain confident convinced aware skeptical sceptical doubtful optimistic pessimistic "
        "adamant clear unaware unsure uncertain cognizant mindful satisfied supportive critical "
        "dismissive wary obvious unclear apparent evident opposed"
    ),
    "feel": (
        "afraid hopeful worried concerned happy glad sad angry proud sorry surprised disappointed "
        "frustrated fearful thrilled pleased grateful anxious upset shocked horrified alarmed delighted "
        "excited nervous ashamed furious outraged jealous passionate enthusiastic leery"
    ),
    "intend": "willing unwilling eager ready determined reluctant keen prepared hesitant inclined loath",
}
#: Verbs that say how one thing stands to another ("linked the fall to the war").
COMPARING: Final = ("compare", "liken", "link", "tie", "attribute", "ascribe", "relate", "credit")
#: Documents, which say what they show ("the survey found 31 cases").
DOCUMENTS: Final = (
    "poll survey study report data figures statistics analysis research results records document map count tally"
    " census average review audit paper article investigation estimate numbers findings memo letter bulletin"
)
#: Those who hold a view ("a critic of the law").
HOLDERS: Final = "supporter opponent critic defender advocate proponent champion admirer foe believer skeptic sceptic"
#: Nouns on which somebody speaks rather than which speak themselves ("a statement calling for talks").
OCCASIONS: Final = (
    "statement speech conference interview letter tweet post email message remark comment testimony address briefing"
    " call motion lawsuit brief paper motion press campaign rally meeting op-ed column video ad"
)
#: Nouns with a verb of their own that make a statement together ("made the claim that", "issued a warning").
LIGHT: Final = (
    "make issue give offer have release publish hold take express voice raise deliver file send put share state"
    " present announce reach repeat receive leave sign strike extract keep break renew"
)
#: Past tense and past participle of irregular verbs.
IRREGULAR: Final[dict[str, tuple[str, ...]]] = {
    "say": ("said",), "tell": ("told",), "write": ("wrote", "written"), "think": ("thought",),
    "know": ("knew", "known"), "feel": ("felt",), "find": ("found",), "hear": ("heard",), "see": ("saw", "seen"),
    "hold": ("held",), "read": ("read",), "show": ("showed", "shown"), "swear": ("swore", "sworn"),
    "understand": ("understood",), "mean": ("meant",), "speak": ("spoke", "spoken"), "go": ("went", "gone"),
    "put": ("put",), "begin": ("began", "begun"), "sing": ("sang", "sung"), "seek": ("sought",),
    "choose": ("chose", "chosen"), "forbid": ("forbade", "forbidden"), "foresee": ("foresaw", "foreseen"),
    "make": ("made",), "give": ("gave", "given"), "have": ("had",), "take": ("took", "taken"),
    "forget": ("forgot", "forgotten"), "learn": ("learned", "learnt"), "hit": ("hit",), "bet": ("bet",),
    "cast": ("cast",), "lay": ("laid",), "spell": ("spelled", "spelt"), "set": ("set",), "bring": ("brought",),
    "send": ("sent",), "broadcast": ("broadcast",), "dream": ("dreamed", "dreamt"), "draw": ("drew", "drawn"),
    "undertake": ("undertook", "undertaken"), "withdraw": ("withdrew", "withdrawn"), "lie": ("lied",),
    "tie": ("tied",), "forecast": ("forecast", "forecasted"),
}  # fmt: skip
#: Verbs that double their last letter before -ed and -ing.
DOUBLING: Final = (
    "admit refer plan slam quip blog rip prefer forbid ban beg commit permit bet chat rebut regret dub pan spar"
    " begin put hit set forget snap infer deter compel rebel confer submit occur rap tag spot"
)


def forms(lemma: str) -> tuple[str, ...]:
    """The forms of a verb: itself, -s, -ing, past tense and past participle."""
    stem = lemma + lemma[-1] if lemma in DOUBLING.split() else lemma
    if lemma == "have":
        third = "has"
    elif lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        third = lemma[:-1] + "ies"
    else:
        third = lemma + "s"
    dropped = lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ie"))
    gerund = lemma[:-2] + "ying" if lemma.endswith("ie") else (lemma[:-1] if dropped else stem) + "ing"
    if lemma in IRREGULAR:
        past = IRREGULAR[lemma]
    elif lemma.endswith("e"):
        past = (lemma + "d",)
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        past = (lemma[:-1] + "ied",)
    else:
        past = (stem + "ed",)
    return (lemma, third, gerund, *past)


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")
