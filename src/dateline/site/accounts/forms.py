"""What people say of themselves."""

from __future__ import annotations

import unicodedata
from typing import Any, ClassVar

from django import forms
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile

from dateline.site.accounts.models import User
from dateline.site.accounts.pictures import LARGEST, Unusable, reencoded
from dateline.site.accounts.roles import Role

#: Marks that turn the direction of text or cannot be seen: a name made of them could pass for another.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def cleaned_name(value: str) -> str:
    """A name on one line, without marks that cannot be seen. Raises ValidationError."""
    name = " ".join("".join(c for c in value if unicodedata.category(c) not in _UNSEEN or c.isspace()).split())
    if not any(c.isalnum() for c in name):
        raise forms.ValidationError("Write a name with at least one letter.")
    return name


class SignupForm(forms.Form):
    """What allauth's own form for a new account lacks."""

    name = forms.CharField(
        max_length=120,
        label="Name",
        help_text="Shown beside your comments.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ("name", "email", "password1")

    def clean_name(self) -> str:
        return cleaned_name(self.cleaned_data["name"])

    def signup(self, request: Any, user: User) -> None:
        """Nothing is left to do: the adapter has kept the name."""


class ProfileForm(forms.ModelForm[User]):
    """One's own name, biography and picture."""

    class Meta:
        model = User
        fields = ("name", "biography", "picture")
        widgets: ClassVar[dict[str, forms.Widget]] = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "biography": forms.Textarea(attrs={"rows": 6}),
            "picture": forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        }
        help_texts: ClassVar[dict[str, str]] = {
            "name": "Shown beside your comments and stories.",
            "biography": "A few sentences about you, shown beside stories that you write.",
            "picture": f"JPEG, PNG or WebP, at most {LARGEST // 1_000_000} MB; where and when it was taken goes.",
        }

    def clean_name(self) -> str:
        return cleaned_name(self.cleaned_data["name"])

    def clean_picture(self) -> Any:
        """The upload as a new file of our own making; what is kept already, or the wish to clear it, passes."""
        given = self.cleaned_data.get("picture")
        if not isinstance(given, UploadedFile):
            return given
        try:
            return ContentFile(reencoded(given), name="portrait.jpg")
        except Unusable as problem:
            raise forms.ValidationError(str(problem)) from problem


class CloseForm(forms.Form):
    """The password, before an account is closed for good."""

    password = forms.CharField(
        label="Password", strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        given: str = self.cleaned_data["password"]
        if not self.user.check_password(given):
            raise forms.ValidationError("This is not your password.")
        return given


class RoleForm(forms.Form):
    """What an administrator decides about an account."""

    role = forms.ChoiceField(choices=[(r.value, r.value) for r in Role], label="Role")
    active = forms.BooleanField(required=False, label="May log in")
    reason = forms.CharField(max_length=200, required=False, label="Reason", help_text="Kept in the audit trail.")
