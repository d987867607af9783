"""The form of a feed."""

from __future__ import annotations

from typing import Any

from django import forms

from dateline.hosts import HostError
from dateline.site.intake.fetching import guard
from dateline.site.intake.models import Feed
from dateline.site.intake.polling import FEWEST, MOST


class FeedForm(forms.ModelForm[Feed]):
    """Where a feed is, and how often it is read."""

    address = forms.URLField(
        max_length=500, assume_scheme="https", label="Address",
        help_text="The RSS or Atom feed itself, on the public web or on a host that the site's settings allow.",
    )  # fmt: skip
    minutes = forms.IntegerField(
        min_value=FEWEST, max_value=MOST, initial=30, label="Minutes between two readings",
        help_text=f"{FEWEST} to {MOST}. A feed that fails is read less often until it answers again.",
    )  # fmt: skip
    name = forms.CharField(max_length=120, required=False, help_text="Left empty, the feed's own title.")

    class Meta:
        model = Feed
        fields = ("address", "name", "section", "minutes", "active")
        help_texts = {"section": "Where its stories go unless a reporter says otherwise."}  # noqa: RUF012
        labels = {"active": "Read it"}  # noqa: RUF012

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["section"].empty_label = "None"  # type: ignore[attr-defined]

    def clean_address(self) -> str:
        address = str(self.cleaned_data["address"]).strip()
        try:
            guard().check(address)
        except HostError as error:
            raise forms.ValidationError(f"This address is not read, as {error}.") from None
        return address

    def save(self, commit: bool = True) -> Any:
        """A feed whose address is new is read from the start, and soon."""
        if "address" in self.changed_data:
            self.instance.etag = self.instance.modified = self.instance.error = ""
            self.instance.failures, self.instance.due = 0, None
        elif "minutes" in self.changed_data or "active" in self.changed_data:
            self.instance.due = None
        return super().save(commit)
