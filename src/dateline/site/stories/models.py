"""Stories, their immutable revisions and publications, and the figures that readers see."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse

from dateline.site.audit.appending import AppendOnly


class Section(models.Model):
    """A part of the site ("War in Ukraine")."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    about = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("section", args=[self.slug])


class Tag(models.Model):
    """A word by which stories are found."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=60)

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("tag", args=[self.slug])


class Picture(models.Model):
    """A picture with what it shows in words; `alternative` is for those who do not see it."""

    file = models.ImageField(upload_to="pictures/", width_field="width", height_field="height")
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    alternative = models.CharField(max_length=300)
    caption = models.CharField(max_length=300, blank=True)
    credit = models.CharField(max_length=120, blank=True)

    def __str__(self) -> str:
        return self.alternative


class State(models.TextChoices):
    """Where a story stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Story(models.Model):
    """A story under one address. What it says is in its revisions; what readers see is its last publication."""

    slug = models.SlugField(max_length=120, unique=True)
    section = models.ForeignKey(Section, on_delete=models.PROTECT, null=True, blank=True, related_name="stories")
    tags = models.ManyToManyField(Tag, blank=True, related_name="stories")
    authors = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="stories")
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT, db_index=True)
    source = models.URLField(blank=True, max_length=500)
    created = models.DateTimeField(auto_now_add=True)
    published = models.DateTimeField(null=True, blank=True, db_index=True)
    updated = models.DateTimeField(null=True, blank=True)
    current = models.ForeignKey("Revision", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    publication = models.ForeignKey("Publication", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-published", "-created"]
        verbose_name_plural = "stories"

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        return reverse("story", args=[self.slug])


def whole(title: str, standfirst: str, text: str) -> str:
    """A story as one Markdown document: headline, standfirst, text."""
    return "\n\n".join(part for part in (f"# {title}", standfirst, text) if part) + "\n"


class Revision(AppendOnly):
    """What a story said at one time. `text` is Markdown without the headline; `day` is the report's day for the check
    (None: the day on which it is checked); `sha256` is of `whole`, the Markdown that is read and checked."""

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    standfirst = models.CharField(max_length=500, blank=True)
    text = models.TextField()
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    theatre = models.CharField(max_length=40, blank=True)
    day = models.DateField(null=True, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar[list[str]] = ["-number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["story", "number"], name="one_revision_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.story} {self.number}"

    @property
    def whole(self) -> str:
        """The Markdown that is read and checked: headline, standfirst, text."""
        return whole(self.title, self.standfirst, self.text)


class Publication(AppendOnly):
    """What readers were shown from one moment on, frozen: the revision, the check as JSON (`evidence`, with `sha256` of
    its bytes), and the page's parts as they were drawn (`page`: title, standfirst, body, summary as HTML)."""

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="publications")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="publications")
    number = models.PositiveIntegerField()
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    evidence = models.TextField()
    sha256 = models.CharField(max_length=64)
    page: models.JSONField[Any, Any] = models.JSONField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["story", "number"], name="one_publication_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.story} {self.number}"


class Figure(AppendOnly):
    """One figure of one publication. `address` stays the same in later publications as long as the figure is found
    again; `claim` is its part of the check's JSON, `card` its card as HTML, `chart` an SVG document (or nothing),
    `series` the points behind it."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="figures")
    address = models.SlugField(max_length=16, db_index=True)
    key = models.CharField(max_length=12)
    exact = models.CharField(max_length=300)
    measure = models.CharField(max_length=60, blank=True, db_index=True)
    verdict = models.CharField(max_length=16, db_index=True)
    decided_by = models.CharField(max_length=140)
    claim: models.JSONField[Any, Any] = models.JSONField()
    card = models.TextField()
    chart = models.TextField(blank=True)
    series: models.JSONField[Any, Any] = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["publication", "address"], name="one_figure_an_address")
        ]

    def __str__(self) -> str:
        return f"{self.address} {self.exact}"

    def get_absolute_url(self) -> str:
        return reverse("figure", args=[self.address])


class Correction(AppendOnly):
    """What was put right in a published story, in words for its readers."""

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="corrections")
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="corrections")
    text = models.CharField(max_length=600)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-at"]

    def __str__(self) -> str:
        return self.text
