"""What readers and moderators fill in."""

from __future__ import annotations

from django import forms

from dateline.site.comments.posting import LONGEST


class CommentForm(forms.Form):
    """A comment or a reply."""

    text = forms.CharField(
        max_length=LONGEST,
        label="Your comment",
        help_text="Plain text; addresses become links.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class FlagForm(forms.Form):
    """Why a comment is reported."""

    reason = forms.CharField(max_length=300, label="What is wrong with this comment?")


class ModerationForm(forms.Form):
    """What a moderator does with the comments that are ticked."""

    act = forms.ChoiceField(choices=[("show", "Show"), ("hide", "Hide")])
    reason = forms.CharField(max_length=300, required=False, label="Reason", help_text="Needed to hide a comment.")
