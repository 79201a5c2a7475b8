"""States, territories, and organisations with their members."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from treaties.models.provenance import LawFact


class State(LawFact):
    """A State, a territory with treaties of its own, or an organisation that is party to treaties."""

    class Kind(models.TextChoices):
        STATE = "state", _("State")
        TERRITORY = "territory", _("territory")
        ORGANISATION = "organisation", _("organisation")

    code = models.CharField(primary_key=True, max_length=3)
    iso2 = models.CharField(max_length=2, unique=True)
    m49 = models.CharField(max_length=3, blank=True)
    kind = models.CharField(max_length=12, choices=Kind)
    # By language: {"en": "Norway", "fr": "Norvège", ...}. `short` and `formal` are the names used by the
    # United Nations; `common` is there where people say something shorter.
    short = models.JSONField(default=dict)
    common = models.JSONField(default=dict)
    formal = models.JSONField(default=dict)
    article = models.JSONField(default=dict)
    languages = models.JSONField(default=list)
    # The code of the State to which a territory belongs.
    part_of = models.CharField(max_length=3, blank=True)

    class Meta(LawFact.Meta):
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name_in("en")

    @property
    def name(self) -> str:
        """Return the name in the reader's language where the United Nations have one in it, else in
        English.
        """
        return self.name_in(_un_language())

    @property
    def formal_name(self) -> str:
        return self.formal_name_in(_un_language())

    @property
    def name_in_text(self) -> str:
        """Return the English name with the article that a sentence needs: "the Netherlands"."""
        return f"{self.article.get('en', '')} {self.name_in('en')}".strip()

    @property
    def name_in_sentence(self) -> str:
        """Return the name in the reader's language; in English with its article."""
        return self.name_in_text if _un_language() == "en" else self.name

    def name_in(self, language: str) -> str:
        names = self.common or self.short
        return str(names.get(language) or names["en"])

    def formal_name_in(self, language: str) -> str:
        return str(self.formal.get(language) or self.formal.get("en") or self.name_in(language))


def _un_language() -> str:
    return (get_language() or "en").split("-")[0]


class Organisation(LawFact):
    """An organisation whose members an instrument binds, or allows to use it."""

    code = models.CharField(primary_key=True, max_length=40)
    name = models.CharField(max_length=200)

    class Meta(LawFact.Meta):
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class Membership(LawFact):
    """One State's membership of an organisation."""

    key = models.CharField(primary_key=True, max_length=60)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="memberships")
    state = models.ForeignKey(State, on_delete=models.CASCADE, related_name="memberships")

    class Meta(LawFact.Meta):
        ordering = ("key",)

    def __str__(self) -> str:
        return self.key
