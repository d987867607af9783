"""Page furniture by its own words: what sites print around a story in English.

Every rule is for a whole line. A sentence that ends in a full stop is furniture only where no report could state it
("We use cookies ..."): a figure must never be lost because it stands near a button.
"""

from __future__ import annotations

import re

_BUTTONS = (
    r"log ?(?:in|out)|sign (?:in|up|out|off)|register|subscribe(?: (?:now|today|here))?|become a "
    r"member|donate(?: now)?|"
    r"support us|(?:main |site |open |close |toggle )?(?:menu|navigation)|search(?: (?:this )?site)?|home(?: ?page)?|"
    r"skip to (?:main |the )?(?:content|navigation|footer)|share(?: (?:this|on|via|with)\b.{0,30})?|share|"
    r"tweet(?: this)?|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|"
    r"youtube|tiktok|bluesky|"
    r"threads|flipboard|pocket|e-?mail(?: this)?(?: article| story)?|print(?: this)?(?: article| "
    r"story| page)?|rss(?: feed)?|"
    r"copy(?: the)? link|link copied!?|save(?: (?:this )?(?:article|story)| for later)?|bookmark|"
    r"gift(?: this)? article|"
    r"listen(?: to (?:this )?(?:article|story))?|advertise(?:ment)?(?: with us)?|ad|ads|sponsored(?: "
    r"content)?|promoted|close|cancel|"
    r"back to (?:top|home)|(?:load|show|see|view|read) (?:more|all|less)(?: (?:comments|stories|"
    r"articles|news))?|more|"
    r"(?:accept|reject|allow|decline)(?: all)?(?: cookies)?|(?:manage |cookie |privacy )(?:cookies|"
    r"preferences|settings|choices|policy|notice)|"
    r"terms(?: (?:of|and|&) (?:use|service|conditions))?|(?:contact|about|help)(?: us)?|careers|newsletters?|"
    r"my account|account|profile|notifications|continue reading.{0,40}|keep reading|next(?: article| "
    r"story)?|previous(?: article| story)?|"
    r"download(?: (?:the |our )?app)?|get the app|live ?updates|report an error|corrections?|feedback|"
    r"all rights reserved|"
    r"enter your e-?mail(?: address)?|your e-?mail(?: address)?|submit|send|go|ok|got it|i (?:agree|accept)|dismiss|"
    r"be the first to comment|add (?:a )?comment|post (?:a )?comment|reply|report comment|follow"
)
_BUTTON = re.compile(rf"(?:{_BUTTONS})", re.IGNORECASE)
_BUTTON_GAP = re.compile(r"\s*[|•·/»›>]\s*|\s{2,}|,\s*")

_LINE = re.compile(
    "|".join(
        (
            r"follow (?:us|him|her|them|the author|[\w@.]+(?: [\w@.]+)?) on (?:twitter|x|facebook|instagram|"
            r"telegram|linkedin|bluesky|youtube|threads|mastodon|google news)\b.{0,60}",
            r"(?:©|\(c\)|copyright (?:©|\(c\)|by|(?:19|20)\d\d)).{0,160}",
            r".{0,120}\ball rights reserved\.?",
            r"(?:we|(?:this|our) (?:web)?site|(?:we|this site) and our partners) (?:may )?uses? cookies\b.*",
            r"by (?:continuing|using|clicking|signing up|subscribing|registering)\b.{0,80}\b(?:you (?:agree|"
            r"consent|accept)|cookies|terms)\b.*",
            r"(?:please )?(?:sign up|subscribe|register)\b.{0,30}\b(?:newsletters?|briefing|e-?mails?|inbox|"
            r"podcast|channel|alerts?|unlimited|to (?:read|continue|comment))\b.{0,120}",
            r"get (?:the|our|all|more|breaking)\b.{0,80}\b(?:inbox|newsletter|e-?mail|alerts?)\b.{0,60}",
            r".{0,80}\b(?:delivered|sent|straight) (?:straight |directly |right )?to your (?:inbox|e-?mail|"
            r"phone)\b.{0,60}",
            r"you (?:can unsubscribe at any time|have been subscribed|are now subscribed)\b.{0,60}",
            r"(?:this (?:article|story) (?:is|was) (?:for|only for) (?:subscribers|members))\b.{0,60}",
            r"(?:already (?:a|have an?)|not a) (?:subscriber|member|account)\b.{0,60}",
            r"please (?:enable|turn on|disable|turn off) (?:javascript|your ad ?blocker|cookies)\b.{0,80}",
            r"(?:advertisement|advertising|ad feedback|story continues below(?: this)? (?:ad|advertisement)|"
            r"scroll to continue.{0,30}|article continues (?:below|after).{0,40})\.?",
            r"\d+\s*[- ]?min(?:ute)?s?\.?(?: of)? read(?:ing)?(?: time)?",
            r"(?:reading|read) time\s*:?\s*\d+.{0,15}",
            r"\d[\d.,]*\s?[km]?\s+(?:shares?|views?|likes?|reads|followers|reactions?)",
            r"(?:photo|photograph|image|picture|illustration|video|graphic|map|credit|photo credit|image "
            r"credit|image source|source image)s?"
            r"\s*(?::|/|\bby\b|\bcourtesy\b)\s*[^.!?\d]{1,80}",
            r"(?:file photo|getty images|shutterstock|handout)(?:[ /,|].{0,40})?",
            r"[^.!?\d]{0,60}(?:/|via |\| ?)(?:getty images|reuters|afp|ap|epa(?:-efe)?|shutterstock|anadolu|"
            r"ukrinform)(?:/[\w ]{1,30})?",
            r"(?:tags?|topics?|filed under|categories|keywords|in this (?:article|story))\s*:.{0,160}",
            r"(?:e-?mail|contact)\s*(?:me|us|the (?:author|reporter|editor)|him|her)?\s*(?:at|:)\s*\S+@\S+",
            r"(?:have a (?:tip|story)|got a (?:tip|story)|spotted an? (?:error|typo))\b.{0,100}",
        )
    ),
    re.IGNORECASE,
)
#: No control or notice is longer, in characters.
_LONGEST = 400
_RELATED = re.compile(
    r"(?:related(?: (?:articles?|stories|topics|news|content|coverage|links?|reading|posts?))?|read "
    r"(?:more|next|also)|also read|"
    r"see also|more (?:on this(?: (?:story|topic))?|from [\w' ]{2,40}|stories|news|coverage|about "
    r"[\w' ]{2,40})|further reading|"
    r"recommended(?: (?:for you|stories|reading))?|you (?:may|might) (?:also )?(?:like|be interested in)|don.t miss|"
    r"(?:most|editors?.?s?) (?:read|popular|viewed|picks?|shared)|trending(?: now)?|top stories|"
    r"latest (?:news|stories)|"
    r"in other news|in case you missed it|popular(?: stories)?|what to read next|up next|elsewhere)",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:(?:view |show |see )?(?:all )?\d*\s*comments?(?:\s*\(\d+\))?|leave a (?:comment|reply)|join "
    r"the (?:conversation|discussion)|"
    r"(?:post|add|write) a comment|no comments(?: yet)?\b.{0,60}|comments are (?:closed|off|disabled)\.?|"
    r"comments? section|what do you think\?)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:\b(?:REUTERS|AFP|EPA|AP|Getty Images|EPA-EFE|Anadolu)\s?/\s?[\w][\w .'-]{1,40}|\((?:AP |AFP |"
    r"EPA )?(?:Photo|Image|Picture)\b[^)]{0,80}\)|"
    r"(?:[-–—/|,(]|\bvia)\s?(?:Getty Images|Shutterstock|AFP via Getty Images|Getty)\)?|"
    r"\[[^\]]{0,60}/[^\]]{0,40}\])\.?$"
)
_CAPTION = re.compile(r"(?:file )?(?:photo|image|picture|caption|video)\s*:\s*\S", re.IGNORECASE)
_SIGN_OFF = re.compile(
    r"\(?(?:additional )?(?:reporting|writing|editing|compiled|written|edited) by [^.]{2,200}\.?\)?", re.IGNORECASE
)


def is_interface(words: str) -> bool:
    """Whether the line is a control or notice of the page: log in, share, cookies, copyright, "7 min read"."""
    bare = words.strip(" .!>»›:•|-–—☰×✕")
    if not bare:
        return True
    if len(words) > _LONGEST:
        return False
    if all(_BUTTON.fullmatch(part.strip(" .!")) for part in _BUTTON_GAP.split(bare) if part.strip(" .!")):
        return True
    return _LINE.fullmatch(words) is not None


def is_related_header(words: str) -> bool:
    """Whether the line opens a list of other stories, and states nothing else."""
    return _RELATED.fullmatch(words.strip(" :>»›|•-–—")) is not None


def is_related_link(words: str) -> bool:
    """Whether the line is a link to another story ("Read more: ..."): no full stop, so that no sentence is lost."""
    head, colon, rest = words.partition(":")
    if not colon:
        head, colon, rest = words.partition("|")
    return bool(colon and rest.strip() and _RELATED.fullmatch(head.strip()) and not ends_sentence(words))


def is_comments_header(words: str) -> bool:
    """Whether the line opens the readers' comments."""
    return _COMMENTS.fullmatch(words.strip(" :>»›|•-–—")) is not None


def is_credited_caption(words: str) -> bool:
    """Whether the line describes a picture: it says so, or it ends with a photographer's credit."""
    return bool(_CREDIT.search(words) or (_CAPTION.match(words) and ends_sentence(words)))


def is_sign_off(words: str) -> bool:
    """Whether the line is an agency's list of who reported and edited."""
    return _SIGN_OFF.fullmatch(words) is not None


_END = re.compile(r"[.!?…][\"'”’»)\]]*$")


def ends_sentence(words: str) -> bool:
    """Whether the line ends as a sentence does."""
    return _END.search(words) is not None
