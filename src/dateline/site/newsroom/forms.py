"""The desk's forms."""

from __future__ import annotations

from itertools import chain, count
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import slugify

from dateline.reading import ReadingError
from dateline.site.accounts.models import User
from dateline.site.newsroom import pictures, receiving
from dateline.site.newsroom.publishing import LONGEST
from dateline.site.newsroom.saving import Place, writers
from dateline.site.stories.models import Picture, Revision, Section, Story
from dateline.site.stories.writing import Draft
from dateline.theatres import loader

_AREA = {"spellcheck": "true"}


def _theatres() -> list[tuple[str, str]]:
    """The conflicts that a text can be read as of."""
    known = [(name, loader.load(name).title) for name in loader.installed()]
    return [("", "As the text says"), *known, (loader.ANYWHERE, "None of these")]


class StoryForm(forms.Form):
    """What a story says, and where it stands on the site. `base` is the number of the revision it was begun from."""

    title = forms.CharField(label="Headline", max_length=200)
    standfirst = forms.CharField(
        max_length=500, required=False, widget=forms.Textarea(attrs={**_AREA, "rows": 2}),
        help_text="One or two sentences below the headline.",
    )  # fmt: skip
    text = forms.CharField(
        max_length=800_000, widget=forms.Textarea(attrs={**_AREA, "rows": 22, "data-count": "words"}),
        help_text="Markdown: an empty line between paragraphs, ## before a subheading, **bold**, [words](address).",
    )  # fmt: skip
    section = forms.ModelChoiceField(Section.objects.all(), required=False, empty_label="Choose a section")
    tags = forms.CharField(max_length=300, required=False, help_text="Parted by commas.")
    authors = forms.ModelMultipleChoiceField(
        User.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )  # fmt: skip
    theatre = forms.ChoiceField(label="Conflict", required=False)
    day = forms.DateField(
        label="Day of the report", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="“This month” and “last night” are read from this day. Empty: the day of the check.",
    )  # fmt: skip
    picture = forms.FileField(
        label="Lead picture", required=False, help_text="JPEG, PNG, WebP or GIF of up to 5 MB.",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/gif"}),
    )  # fmt: skip
    alternative = forms.CharField(
        label="What the picture shows", max_length=300, required=False,
        help_text="For those who do not see it. Needed with a picture.",
    )  # fmt: skip
    caption = forms.CharField(max_length=300, required=False)
    credit = forms.CharField(max_length=120, required=False)
    no_picture = forms.BooleanField(label="Publish without the picture", required=False)
    base = forms.IntegerField(widget=forms.HiddenInput, required=False)
    source = forms.URLField(widget=forms.HiddenInput, required=False, max_length=500, assume_scheme="https")
    item = forms.IntegerField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(
        label="What you changed, and why", max_length=300, required=False, help_text="For your colleagues."
    )  # fmt: skip

    def __init__(self, *args: Any, kept: Picture | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept = kept
        self.fields["authors"].queryset = writers()  # type: ignore[attr-defined]
        self.fields["theatre"].choices = _theatres()  # type: ignore[attr-defined]

    def clean_title(self) -> str:
        return " ".join(str(self.cleaned_data["title"]).split())

    def clean_standfirst(self) -> str:
        return " ".join(str(self.cleaned_data["standfirst"]).split())

    def clean_text(self) -> str:
        return str(self.cleaned_data["text"]).replace("\r\n", "\n").strip()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        shown = cleaned.get("picture") or (self.kept and not cleaned.get("no_picture"))
        if shown and not (cleaned.get("alternative") or "").strip():
            self.add_error("alternative", "Say what the picture shows: some readers hear it instead of seeing it.")
        return cleaned

    def take_picture(self) -> Picture | None:
        """The picture to publish with: a new one, the one there was (with its words as they are now), or none. Raises
        PictureError."""
        cleaned = self.cleaned_data
        said = {name: str(cleaned[name]).strip() for name in ("alternative", "caption", "credit")}
        sent = cleaned["picture"]
        if isinstance(sent, UploadedFile):
            return pictures.keep(sent, sent.size or 0, **said)
        if self.kept is None or cleaned["no_picture"]:
            return None
        if all(getattr(self.kept, name) == words for name, words in said.items()):
            return self.kept
        return Picture.objects.create(file=self.kept.file.name, **said)

    def draft(self, picture: Picture | None) -> Draft:
        """What the form says."""
        c = self.cleaned_data
        return Draft(c["title"], c["text"], c["standfirst"], picture, c["theatre"], c["day"])

    def place(self, writer: User) -> Place:
        """Where the form puts the story; whoever writes is its author where none is named."""
        c = self.cleaned_data
        names = [name.strip() for name in c["tags"].split(",") if any(ch.isalnum() for ch in name)]
        return Place(c["section"], list(dict.fromkeys(names)), list(c["authors"]) or [writer])


def values_of(story: Story, revision: Revision) -> dict[str, Any]:
    """What the form shows of a story that there is."""
    picture = revision.picture
    return {
        "title": revision.title, "standfirst": revision.standfirst, "text": revision.text,
        "theatre": revision.theatre, "day": revision.day, "section": story.section_id,
        "tags": ", ".join(story.tags.values_list("name", flat=True)),
        "authors": list(story.authors.values_list("pk", flat=True)),
        "alternative": picture.alternative if picture else "", "caption": picture.caption if picture else "",
        "credit": picture.credit if picture else "", "base": revision.number,
    }  # fmt: skip


class ReceiveForm(forms.Form):
    """A report to begin from: one of a file, an address, or pasted text."""

    file = forms.FileField(
        required=False, help_text=".md, .txt, .html or .docx, up to 5 MB.",
        widget=forms.FileInput(attrs={"accept": ".md,.markdown,.txt,.html,.htm,.docx"}),
    )  # fmt: skip
    address = forms.CharField(
        required=False, max_length=500, widget=forms.URLInput(attrs={"placeholder": "https://"}),
        help_text="The report's own page; it must be public.",
    )  # fmt: skip
    pasted = forms.CharField(
        label="Text", required=False, max_length=800_000, widget=forms.Textarea(attrs={**_AREA, "rows": 6})
    )  # fmt: skip

    def receive(self) -> receiving.Received | None:
        """What was given as a draft; None where the form has an error, which stands beside its field."""
        if not self.is_valid():
            return None
        given = [name for name in ("file", "address", "pasted") if self.cleaned_data[name]]
        if len(given) != 1:
            self.add_error(given[0] if given else "file", "Give one of the three: a file, an address or a text.")
            return None
        try:
            return self._receive(given[0])
        except ReadingError as error:
            self.add_error(given[0], str(error))
        return None

    def _receive(self, which: str) -> receiving.Received:
        value = self.cleaned_data[which]
        if which == "address":
            return receiving.from_address(str(value).strip())
        if which == "pasted":
            return receiving.from_text(str(value))
        if value.size > receiving.LARGEST:
            raise receiving.too_large(value.name, value.size)
        return receiving.from_file(value.read(), value.name)


class SectionForm(forms.ModelForm[Section]):
    """A section's name and what it is about. Its address is made of its first name and stays."""

    name = forms.CharField(max_length=80)
    about = forms.CharField(
        label="What it is about", max_length=300, required=False, widget=forms.Textarea(attrs={**_AREA, "rows": 2}),
        help_text="One or two sentences, shown on its page.",
    )  # fmt: skip

    class Meta:
        model = Section
        fields = ("name", "about")

    def clean_name(self) -> str:
        name = " ".join(str(self.cleaned_data["name"]).split())
        if Section.objects.filter(name__iexact=name).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("There is a section of this name: choose another.")
        return name

    def save(self, commit: bool = True) -> Section:
        """The section; a new one gets an address that no other has."""
        if not self.instance.slug:
            self.instance.slug = _free_address(str(self.cleaned_data["name"]))
        return super().save(commit)


def _free_address(name: str) -> str:
    """An address made of the name. Numbered where it is taken, and where the name has no letter of an address."""
    stem = slugify(name)[:40] or "section"
    taken = set(Section.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(slug for slug in chain([stem], (f"{stem}-{n}" for n in count(2))) if slug not in taken)


class PublishForm(forms.Form):
    """What readers, or the audit trail, are told of a republication."""

    correction = forms.CharField(
        max_length=LONGEST, required=False, widget=forms.Textarea(attrs={**_AREA, "rows": 3}),
        help_text="Readers see this below the story and in the log of corrections; it can never be changed.",
    )  # fmt: skip
    minor = forms.CharField(
        label="Or why none is needed", max_length=300, required=False,
        help_text="A typing error, say. Kept in the audit trail.",
    )  # fmt: skip


class WithdrawForm(forms.Form):
    """Why a story is taken off the site."""

    reason = forms.CharField(
        label="Why it is withdrawn", max_length=LONGEST - 20, widget=forms.Textarea(attrs={**_AREA, "rows": 2}),
        help_text="Readers see this in the log of corrections.",
    )  # fmt: skip
