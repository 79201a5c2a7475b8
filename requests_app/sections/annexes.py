"""Documents that go with the request: what they are, and the file."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from requests_app.annexes import uploads
from requests_app.inspection import kinds
from requests_app.models import Annex
from requests_app.sections.drafts import ItemForm, draft_field
from requests_app.sections.groups import SENDING_IT
from requests_app.sections.languages import LanguageField
from requests_app.sections.section import Items, Section

# For the box that the browser opens; what a file is, its content says.
ACCEPTED = ",".join(sorted({*kinds.SUFFIXES.values(), ".jpeg", ".tiff"}))


class AnnexForm(ItemForm):
    """The fields of one annex. The file is checked like any other answer; its name and declared type
    are not used.
    """

    language = LanguageField(label=_("Language"))
    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "PDF, a picture (PNG, JPEG, TIFF), an Office document (DOCX, XLSX, PPTX, ODT, ODS), text or "
            "CSV, up to %(size)s MB. It is examined before it can leave the house."
        )
        % {"size": uploads.MOST_BYTES // 2**20},
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        allow_empty_file=True,
    )

    optional = frozenset({"language", "pages"})

    class Meta:
        model = Annex
        fields = ("kind", "title", "language", "pages")
        formfield_callback = draft_field
        help_texts = {"pages": _("Counted for you when the file is examined.")}

    upload: uploads.Upload | None = None
    stored: uploads.Stored | None = None

    def clean_file(self) -> Any:
        given = self.cleaned_data["file"]
        others = self.mla.annex_set.exclude(pk=self.instance.pk)
        together = others.aggregate(bytes=Sum("size"))["bytes"] or 0
        self.upload = uploads.accept(given, together=together) if given else None
        return given

    def columns(self, only: frozenset[str] | None = None) -> dict[str, Any]:
        """Return the columns, after storing a new file. An autosave sends the same file again, which
        changes nothing.

        A number of pages that is left blank is filled in by the job that examines the file.
        """
        values = super().columns(only)
        values.pop("file", None)
        if self.upload is not None and self.upload.sha256 != self.instance.sha256:
            self.stored = self._stored(self.upload)
        if self.stored is not None:
            values |= {"file": self.stored, "pages": None}
        elif values.get("pages", 0) is None and self.instance.stored_as:
            values.pop("pages")
        return values

    def _stored(self, upload: uploads.Upload) -> uploads.Stored | None:
        """Return the stored file. None means that there is no room: the other answers are saved, and
        the field says so.
        """
        try:
            return uploads.store(upload)
        except ValidationError as reason:
            self.add_error("file", reason)
            return None

    def fields_of(self, columns: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in columns.items() if name != "file"}

    def discard(self) -> None:
        if self.stored is not None:
            uploads.discard(self.stored.name)


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
