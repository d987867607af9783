"""English: people and what befalls them. Regular expressions are fragments, lower case, longer words first."""

from __future__ import annotations

from typing import Final

_PERSON: Final = (
    r"deaths?|casualt(?:y|ies)|fatalit(?:y|ies)|lives|victims?|injuries|wounded|killings?|men|women|people|residents"
    r"|workers|children|employees|passengers"
)
#: Peoples whose name alone says no more than that its bearers were there; a combatant country's soldiers may be meant
#: by others ("Russians"), which stand under no heading.
PEOPLES: Final = (
    r"ukrainians|palestinians|israelis|lebanese|syrians|yemenis|sudanese|ethiopians|tigrayans|eritreans|congolese"
    r"|somalis|iraqis|iranians|afghans|rohingyas?|burmese|haitians|malians|nigerians|armenians|kurds|druze|alawites"
    r"|masalit|yazidis|christians|muslims"
)
_RELATED: Final = (
    r"children|child|schoolchildren|women|woman|girls?|boys?|infants?|bab(?:y|ies)|toddlers?|newborns?|teenagers?"
    r"|minors|adolescents|youths|young people|(?:the )?elderly(?: people| women| men)?|pensioners?|older people|men|man"
    r"|mothers?|fathers?|parents|sons?|daughters?|brothers?|sisters?|siblings|grand(?:children|mothers?|fathers?)"
    r"|relatives|family members|members of (?:one|the same|a single|a|his|her|their|an \w+) (?:\w+ )?famil(?:y|ies)"
)
_AT_WORK: Final = (
    r"journalists?|reporters?|photographers?|cameram[ae]n|media (?:workers?|staff)|medics?|paramedics?|doctors?"
    r"|nurses?|surgeons?|(?:medical|health(?:care)?|hospital|aid|relief|humanitarian|rescue|emergency|social|un|media"
    r"|municipal|railway|energy|utility|factory|construction|farm|oil|care) (?:workers?|staff|personnel|employees?"
    r"|volunteers?)"
    r"|rescuers?|first responders?|firefighters?|volunteers?|staff(?: members)?|employees?|workers?|labou?rers?"
    r"|miners?|farmers?|fisherm[ae]n|shepherds?|herders?|drivers?|crew members?|crewm[ae]n|sailors?|seafarers?"
    r"|engineers?|electricians?|teachers?|lawyers?|judges?|clerics?|priests?|imams?|nuns|monks"
    r"|police(?:m[ae]n| officers?)|police|security (?:guards?|personnel|officers?)|guards|peacekeepers?"
    r"|traders?|merchants?|vendors?"
)
_THERE: Final = (
    r"students?|pupils?|school(?:girls?|boys?)|patients?|worship+ers?|pilgrims?|mourners?|guests?|passengers?"
    r"|commuters?|cyclists?|motorists?|pedestrians?|bystanders?|passers-?by|shoppers?|customers?|protesters?"
    r"|demonstrators?|activists?|villagers?|townspeople|tribesm[ae]n|aid[- ]seekers?|refugees?"
    r"|(?:internally )?displaced(?: people| persons?| civilians)?|idps|evacuees?|returnees?|asylum[- ]seekers?"
    r"|migrants?|settlers?|tourists?|foreigners|nationals|survivors?"
)
#: People, and whom they count: civilians; military (no ledger counts them); held (prisoners, hostages); bodies and
#: missing, which are no count of the killed; subset, a group among the victims; all. "dead", "killed" and the like
#: name the harm as well.
PEOPLE: Final[tuple[tuple[str, str], ...]] = (
    (
        rf"civilian (?:{_PERSON})|civilians"
        r"|civilian(?= (?:was|were|is|had|has|died|dead|killed|injured|wounded|in|at|near|on|by|of|when|and)\b|\W|$)"
        r"|non-combatants?",
        "civilians",
    ),
    (
        r"soldiers?|troops?|troopers?|service(?:m[ae]n|wom[ae]n| members?| personnel)|fighters?(?! (?:jets?|planes?"
        r"|aircraft|bombers?|pilots?))|combatants?|conscripts?|recruits?|draftees|reservists?|infantrym[ae]n|marines"
        r"|paratroopers?|commandos|(?<!police )(?<!security )officers?|military deaths|mercenar(?:y|ies)|militants?"
        r"|insurgents?|cadets?|gendarmes?|legionnaires?|rebels|gunm[ae]n|jihadists?|terrorists?|militiam[ae]n|guerrillas?|attackers|assailants"
        r"|paramilitaries|army dead|(?<!medical )(?<!health )(?<!aid )(?<!un )(?<!u\.n\. )(?<!humanitarian )"
        r"(?<!security )(?<!relief )(?<!emergency )personnel(?! carriers?)",
        "military",
    ),
    (
        r"prisoners?(?: of war)?|pows?|captives?|detainees?|hostages?|inmates?|abductees|internees",
        "held",
    ),
    (r"bod(?:y|ies)(?! (?:armou?r|bags?))|corpses?|sets of remains", "bodies"),
    (r"missing(?! \w)|unaccounted for", "missing"),
    (rf"{_AT_WORK}|{_RELATED}|{_THERE}", "subset"),
    (
        rf"people|persons?|individuals|human beings|souls|deaths?(?! (?:machines?|squads?|traps?|camps?))|killings"
        rf"|dead|lives|life|fatalit(?:y|ies)|casualt(?:y|ies)|victims?|residents|citizens|locals|inhabitants|{PEOPLES}"
        r"|injured|wounded|killed|others?|injuries|hurt|martyrs|burned",
        "all",
    ),
)
#: What else befalls people: whoever is driven out, freed or treated is not counted as killed by that.
FATES: Final = (
    r"displac(?:ed|ing)|drove|driven|driving|evacuat(?:ed|ing)|rescu(?:ed|ing)|sav(?:ed|ing)|free(?:d|ing)"
    r"|releas(?:ed|ing)|exchang(?:ed|ing)|swapp(?:ed|ing)|repatriat(?:ed|ing)|detain(?:ed|ing)|arrest(?:ed|ing)"
    r"|abduct(?:ed|ing)|kidnapp?(?:ed|ing)|(?:taken|took|held) (?:hostage|captive|prisoner)|fle(?:d|eing)|homeless"
    r"|uproot(?:ed|ing)|trapp(?:ed|ing)|stranded|missing|unaccounted for|surviv(?:ed|ing)|treat(?:ed|ing)|shelter(?:ed"
    r"|ing)|feed(?:ing)?|fed|serv(?:ed|es|ing)|register(?:ed|ing)|recruit(?:ed|ing)|deploy(?:ed|ing)"
    r"|mobili[sz](?:ed|ing)|led out|moved|return(?:ed|ing)|crossed|arriv(?:ed|ing)|surrender(?:ed|ing)|laid down"
    r"|join(?:ed|ing)|employ(?:ed|ing|s)|house[sd]?|housing|home to|lived?|living|need(?:ed|ing|s)?|orphan(?:ed|ing)"
    r"|widow(?:ed|ing)|buried|bury|exhum(?:ed|ing)|trained|vaccinat(?:ed|ing)|affect(?:ed|ing)|threaten(?:ed|ing)"
    r"|left without|cut off|deprived"
)
#: What kills: a toll of one of these is no toll of the whole.
CAUSES: Final = (
    r"drones?|uavs?|missiles?|bombs?|bombings?|bombardments?|shells?|shelling|mines?|landmines?|booby traps?|artillery"
    r"|munitions?|ordnance|air ?strikes?|rockets?|mortars?|grenades?|explosives?|ieds?|gunfire|small arms|snipers?"
    r"|hunger|starvation|malnutrition|disease|cholera|measles|famine|hypothermia|thirst|the cold"
)
#: One event, whose toll is not that of its day or month.
EVENTS: Final = (
    r"attack|strike|airstrike|raid|explosion|blast|bombing|bombardment|barrage|salvo|assault|massacre|ambush|crash"
    r"|shelling|shooting|detonation|collapse|incident|onslaught|hit|rampage|siege|fire|stampede"
)
#: Countries at war in our time, and what stands for one as a whole: a toll "in Sudan" is the whole country's.
COUNTRIES: Final = (
    r"(?:the )?(?:Gaza(?: Strip)?|Strip|Sudan|South Sudan|Syria|Yemen|Myanmar|Burma|Ethiopia|Eritrea"
    r"|Somalia|Lebanon|Israel"
    r"|Iraq|Iran|Libya|Mali|Niger|Nigeria|Burkina Faso|Chad|Cameroon|Mozambique|CAR|DRC"
    r"|(?:Central African|Dominican) Republic|(?:DR |Democratic Republic of (?:the )?)?Congo"
    r"|Rwanda|Burundi|Uganda|Kenya|Haiti|Colombia|Mexico|Venezuela|Ecuador"
    r"|Afghanistan|Pakistan|India|Bangladesh|Sri Lanka|Nepal|Thailand|Cambodia|Philippines|Armenia|Azerbaijan|Georgia"
    r"|Ukraine|Russia|Belarus|Moldova|Serbia|Kosovo|Bosnia(?: and Herzegovina)?|Croatia|Turkey|Türkiye|Egypt|Jordan"
    r"|Saudi Arabia|Algeria|Tunisia|Morocco|Liberia|Sierra Leone|Angola|Vietnam|Korea|China)"
)
