"""Instruments and what is in them: provisions, scope, offers, rules, time limits, grounds of refusal."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from treaties.models.provenance import LawFact


class Instrument(LawFact):
    """Anything that a request can rest on, from a convention to comity, so that one code path serves
    every legal basis.
    """

    class Kind(models.TextChoices):
        MULTILATERAL = "multilateral", _("multilateral treaty")
        REGIONAL = "regional", _("regional treaty")
        BILATERAL = "bilateral", _("bilateral treaty")
        MODEL = "model", _("model text")
        DOMESTIC = "domestic", _("domestic law")
        SCHEME = "scheme", _("scheme that is no treaty")
        COMITY = "comity", _("comity")
        LETTERS_ROGATORY = "letters_rogatory", _("letters rogatory")

    class Subject(models.TextChoices):
        CYBERCRIME = "cybercrime", _("cybercrime and electronic evidence")
        CRIME = "crime", _("certain crimes")
        MLA = "mla", _("mutual assistance in general")

    class SoleBasis(models.TextChoices):
        YES = "yes", _("can stand alone")
        NO = "no", _("cannot stand alone")
        WITHOUT_BILATERAL_TREATY = "without_bilateral_treaty", _("alone only without a bilateral treaty")
        DOMESTIC_STATUTE = "domestic_statute", _("depends on the law of the requested State")

    class Addressee(models.TextChoices):
        STATE = "state", _("the State that is asked")
        JUDICIAL_AUTHORITY = "judicial_authority", _("the judicial authority that executes it")
        PROVIDER = "provider", _("the provider")

    code = models.CharField(primary_key=True, max_length=80)
    name = models.CharField(max_length=200)
    title = models.TextField()
    reference = models.CharField(max_length=200, blank=True)
    series = models.JSONField(default=dict)
    kind = models.CharField(max_length=20, choices=Kind)
    subject = models.CharField(max_length=12, choices=Subject)
    adopted = models.DateField(null=True, blank=True)
    adopted_note = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=200, blank=True)
    opened = models.CharField(max_length=200, blank=True)
    in_force = models.DateField(null=True, blank=True)
    in_force_note = models.CharField(max_length=200, blank=True)
    dates_note = models.CharField(max_length=200, blank=True)
    depositary = models.CharField(max_length=200, blank=True)
    url = models.URLField(max_length=500, blank=True)
    usable_now = models.BooleanField()
    text_needed = models.BooleanField()
    sole_basis = models.CharField(max_length=30, choices=SoleBasis, default=SoleBasis.YES)
    no_duty = models.BooleanField(default=False)
    # Nothing but the offences of the instrument itself is within it.
    own_offences_only = models.BooleanField(default=False)
    direction_rules = models.BooleanField(default=False)
    addressee = models.CharField(max_length=20, choices=Addressee, default=Addressee.STATE)
    # The form that takes the place of a letter. Empty: a letter of request.
    form = models.CharField(max_length=200, blank=True)
    supplements = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="protocols"
    )
    membership = models.ForeignKey(
        "Organisation", null=True, blank=True, on_delete=models.SET_NULL, related_name="instruments"
    )
    parties = models.JSONField(default=list)
    party_names = models.JSONField(default=list)
    parties_note = models.TextField(blank=True)
    status_note = models.TextField(blank=True)
    role = models.TextField(blank=True)
    remarks = models.JSONField(default=list)
    verification = models.CharField(max_length=40, blank=True)
    # The day on which the list of parties was complete, if it ever was.
    complete_on = models.DateField(null=True, blank=True)
    entry_rule = models.CharField(max_length=200, blank=True)
    # Empty, or {"provisions": ["27", "28"], "provision": "27(1), 28(1)", "opt_in": "...", "always": [...]}.
    gap_filler = models.JSONField(default=dict)
    # {"general": false, "lists": {"preservation": "29(2)"}, "fallback": [...], "uses": "..."}
    contents = models.JSONField(default=dict)

    class Meta(LawFact.Meta):
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class PartOfInstrument(LawFact):
    """A row that belongs to one instrument, in the order of its file."""

    key = models.CharField(primary_key=True, max_length=160)
    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="%(class)ss")
    position = models.PositiveSmallIntegerField()

    class Meta(LawFact.Meta):
        abstract = True
        ordering = ("instrument", "position")

    def __str__(self) -> str:
        return self.key


class Provision(PartOfInstrument):
    """A provision with its heading, where the heading is known."""

    number = models.CharField(max_length=80)
    title = models.CharField(max_length=200, blank=True)


class ScopeCondition(PartOfInstrument):
    """A condition on which the instrument applies. `needs` can be compared with the facts of a case."""

    provision = models.CharField(max_length=120)
    text = models.TextField()
    test = models.CharField(max_length=200, blank=True)
    question = models.CharField(max_length=300, blank=True)
    needs = models.JSONField(default=dict)


class Offer(PartOfInstrument):
    """A kind of assistance that the instrument provides for, with its provision; comity offers "all"."""

    kind = models.CharField(max_length=60)
    provision = models.CharField(max_length=200)


class Replacement(PartOfInstrument):
    """Between two States that it binds, the instrument stands in place of others for these kinds."""

    provision = models.CharField(max_length=120)
    # Ids of the instruments that give way.
    replaced = models.JSONField(default=list)
    kinds = models.JSONField(default=list)
    text = models.TextField(blank=True)


class Rule(PartOfInstrument):
    """How the instrument regulates one topic, such as channel, language, costs or use."""

    topic = models.CharField(max_length=40)
    provision = models.CharField(max_length=200, blank=True)
    text = models.TextField()


class TimeLimit(PartOfInstrument):
    """A period that the instrument sets."""

    provision = models.CharField(max_length=120)
    text = models.TextField()
    amounts = models.JSONField(default=dict)
    # Kinds of assistance that it concerns; none named: every request.
    kinds = models.JSONField(default=list)


class RefusalGround(PartOfInstrument):
    """A ground on which a request may, or must not, be refused."""

    provision = models.CharField(max_length=120)
    ground = models.CharField(max_length=60)
    nature = models.CharField(max_length=40)
    text = models.TextField()
