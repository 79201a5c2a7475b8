"""Documents that go with the request: what they are, and the file."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from requests_app import uploads
from requests_app.models import Annex
from requests_app.sections.drafts import ItemForm, draft_field
from requests_app.sections.groups import SENDING_IT
from requests_app.sections.languages import LanguageField
from requests_app.sections.section import Items, Section


class AnnexForm(ItemForm):
    """The file is checked like any other answer; its name and its declared type are not looked at."""

    language = LanguageField(label=_("Language"))
    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, PNG or JPEG, up to %(size)s MB.") % {"size": uploads.MOST_BYTES // 2**20},
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg"}),
        allow_empty_file=True,
    )

    optional = frozenset({"language", "pages"})

    class Meta:
        model = Annex
        fields = ("kind", "title", "language", "pages")
        formfield_callback = draft_field
        help_texts = {"pages": _("Counted for you when you attach a file.")}

    upload: uploads.Upload | None = None
    stored_as: UUID | None = None

    def clean_file(self) -> Any:
        given = self.cleaned_data["file"]
        self.upload = uploads.accept(given) if given else None
        return given

    def columns(self, only: frozenset[str] | None = None) -> dict[str, Any]:
        """A new file is stored here. An autosave sends the same file again, which changes nothing."""
        values = super().columns(only)
        values.pop("file", None)
        if self.upload is None or self.upload.sha256 == self.instance.sha256:
            return values
        self.stored_as = uploads.store(self.upload)
        return values | {
            "stored_as": self.stored_as,
            "sha256": self.upload.sha256,
            "size": len(self.upload.content),
            "pages": self.upload.pages,
        }

    def discard(self) -> None:
        if self.stored_as is not None:
            uploads.discard(self.stored_as)


SECTION = Section(
    slug="annexes",
    group=SENDING_IT,
    title=_("Annexes"),
    intro=_("Attach the documents that the letter refers to."),
    items=Items(
        model=Annex,
        form=AnnexForm,
        singular=_("annex"),
        title=_("Annexes"),
        hint=_("Files are read by your unit only, and leave the house with the letter."),
        heading="title",
        summary=("kind", "language", "pages"),
    ),
)
