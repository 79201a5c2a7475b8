"""The repeated items of a request: one row each, with a key that is stable between revisions.

The attributes have the names of the structs in `content/items.py` and `content/history.py`.
"""

from collections.abc import Iterable, Mapping
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from requests_app.models.answers import choice_field, day_field, line_field, text_field
from requests_app.models.keeping import Version
from requests_app.models.request import MLARequest


class Item(models.Model):
    """An item. `key` is its id in the snapshot; `revision` is the last save that changed it."""

    prefix = "i"

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="%(class)s_set")
    key = models.CharField(max_length=40, editable=False)
    position = models.PositiveIntegerField(default=0)
    revision = models.PositiveIntegerField(default=0)
    # One token a form: a second click on "add" finds the first row.
    creation_token = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["request", "key"], name="%(class)s_key_once"),
            models.UniqueConstraint(fields=["request", "creation_token"], name="%(class)s_added_once"),
        ]

    def __str__(self) -> str:
        return f"{self.key} of {self.request_id}"

    @classmethod
    def append_to(cls, request: MLARequest, **values: object) -> Self:
        """Return a new last row. The caller must hold the lock of the request, so that keys do not
        collide.
        """
        numbers = [int(key[len(cls.prefix) :]) for key in cls.keys_of(request)]
        number = max(numbers, default=0) + 1
        values.setdefault("key", f"{cls.prefix}{number}")
        return cls._default_manager.create(request=request, position=number, **values)

    @classmethod
    def append_all_to(
        cls, request: MLARequest, rows: Iterable[Mapping[str, object]], **common: object
    ) -> list[Self]:
        """Add new last rows in one statement. The caller must hold the lock of the request."""
        last = max((int(key[len(cls.prefix) :]) for key in cls.keys_of(request)), default=0)
        return cls._default_manager.bulk_create(
            cls(request=request, key=f"{cls.prefix}{number}", position=number, **row, **common)
            for number, row in enumerate(rows, start=last + 1)
        )

    @classmethod
    def keys_of(cls, request: MLARequest) -> list[str]:
        """Return all keys, also of removed rows, because their versions are kept under them and they
        may come back.
        """
        standing = cls._default_manager.filter(request=request).values_list("key", flat=True)
        removed = Version.objects.filter(request=request, removed=True).values_list("item", flat=True)
        keys = standing.union(removed)
        return [key for key in keys if key.startswith(cls.prefix) and key[len(cls.prefix) :].isdigit()]


class LegalBasis(models.Model):
    """An instrument relied on, by its code in the law data."""

    class Role(models.TextChoices):
        MAIN = "main", _("Main basis")
        ADDITIONAL = "additional", _("Additional basis")
        FALLBACK = "fallback", _("Fall-back")

    request = models.ForeignKey(MLARequest, models.CASCADE, related_name="bases")
    instrument = models.SlugField(max_length=80)
    role = models.CharField(max_length=12, choices=Role, default=Role.MAIN)
    articles = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["request", "instrument"], name="basis_once"),
            models.UniqueConstraint(
                fields=["request"], condition=models.Q(role="main"), name="one_main_basis"
            ),
        ]

    def __str__(self) -> str:
        return self.instrument


class Reply(Item):
    """A question of the requested State, under its number, and the answer."""

    prefix = "r"

    number = line_field(_("Its number in their letter"))
    question = text_field(_("What they ask"))
    answer = text_field(_("Answer"))


class Fact(Item):
    """A fact of the case, and how it is known."""

    prefix = "f"

    text = text_field(_("What happened"))
    on = day_field(_("Date"))
    until = day_field(_("Until"))
    place = line_field(_("Place"))
    learned = text_field(_("How this is known"))


class Offence(Item):
    """An offence, with its penalty and conduct."""

    class Limitation(models.TextChoices):
        KNOWN = "known", _("The period is known")
        NOT_BARRED = "not_barred", _("The offence is not subject to limitation")
        NOT_KNOWN = "not_known", _("Not established yet")

    prefix = "o"

    title = line_field(_("Offence"))
    provision = line_field(_("Provision"))
    max_years = models.FloatField(
        _("Maximum penalty in years"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(200)],
    )
    life = models.BooleanField(_("Imprisonment for life"), default=False)
    penalty = line_field(_("Penalty in words"))
    limitation_status = choice_field(_("Limitation"), Limitation)
    limitation_on = day_field(_("Time-barred on"))
    limitation = line_field(_("Limitation in words"))
    conduct = text_field(_("The conduct in plain words"))
    law_text = text_field(_("Text of the provision"))


class Person(Item):
    """A person concerned by the request."""

    class Nature(models.TextChoices):
        NATURAL = "natural", _("A person")
        LEGAL = "legal", _("A company or other body")

    class Role(models.TextChoices):
        SUSPECT = "suspect", _("Suspect")
        ACCUSED = "accused", _("Accused")
        CONVICTED = "convicted", _("Convicted person")
        VICTIM = "victim", _("Victim")
        WITNESS = "witness", _("Witness")
        EXPERT = "expert", _("Expert")
        HOLDER = "holder", _("Holder of evidence")
        OTHER = "other", _("Other")

    class Sex(models.TextChoices):
        FEMALE = "female", _("Female")
        MALE = "male", _("Male")
        OTHER = "other", _("Other or not stated")

    class Custody(models.TextChoices):
        FREE = "free", _("At liberty")
        DETAINED = "detained", _("Detained before judgment")
        SERVING = "serving", _("Serving a sentence")
        WANTED = "wanted", _("At large and wanted")
        NOT_KNOWN = "not_known", _("Not known")

    prefix = "p"

    nature = choice_field(_("Who"), Nature, default="natural")
    role = choice_field(_("Role in the case"), Role)
    family_name = line_field(_("Family name, or name of the body"))
    given_names = line_field(_("Given names"))
    original_script = line_field(_("Name in the original script"))
    transliteration = line_field(_("Spelling in Latin letters follows"))
    aliases = line_field(_("Other names"))
    sex = choice_field(_("Sex"), Sex)
    birth_date = day_field(_("Date of birth, or of registration"))
    birth_place = line_field(_("Place of birth, or of registration"))
    nationality = line_field(_("Nationality"))
    further_nationalities = line_field(_("Other nationalities"))
    document = line_field(_("Identity document"))
    registration_number = line_field(_("Registration number, and the register"))
    registered_office = text_field(_("Registered office"))
    representatives = text_field(_("Who represents it"))
    parents = line_field(_("Names of the parents"))
    address = text_field(_("Address"))
    location = text_field(_("Where the person is believed to be"))
    custody = choice_field(_("Custody"), Custody)
    custody_place = line_field(_("Place of custody, and since when"))
    link = text_field(_("Part in the case"))


class DataItem(Item):
    """One identifier over one period."""

    class Type(models.TextChoices):
        EMAIL = "email", _("E-mail account")
        ACCOUNT = "account", _("User account")
        PHONE = "phone", _("Telephone number")
        IP = "ip", _("IP address")
        URL = "url", _("Web address")
        DOMAIN = "domain", _("Domain name")
        DEVICE = "device", _("Device")
        BANK_ACCOUNT = "bank_account", _("Bank account")
        CARD = "card", _("Payment card")
        WALLET = "wallet", _("Virtual-asset address")
        MESSAGE = "message", _("Message id")
        FILE_HASH = "file_hash", _("Hash of a file")
        OTHER = "other", _("Other")

    prefix = "d"

    type = choice_field(_("Kind of identifier"), Type)
    identifier = line_field(_("Identifier"))
    port = models.PositiveIntegerField(
        _("Source port"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(65535)]
    )
    # What the log shows, without a zone: a timestamp with a zone would be converted, and the original lost.
    start = models.CharField(_("From"), max_length=19, blank=True, default="")
    end = models.CharField(_("To"), max_length=19, blank=True, default="")
    zone = line_field(_("Time zone of the log"))
    provider = line_field(_("Provider that holds the data"))
    provider_state = models.CharField(_("State of the provider"), max_length=3, blank=True, default="")
    location_basis = text_field(_("Why the data are believed to be there"))
    relevance = text_field(_("How the data bear on the offence"))
    source = line_field(_("Where the identifier comes from"))
    facts = models.JSONField(_("Facts it rests on"), default=list, blank=True)
    offences = models.JSONField(_("Offences it bears on"), default=list, blank=True)
    measures = models.JSONField(_("Measures that concern it"), default=list, blank=True)


class Measure(Item):
    """One act that is asked of the requested State."""

    prefix = "m"

    kind = models.SlugField(_("Kind of assistance"), max_length=60)
    basis = line_field(_("Article it rests on"))
    description = text_field(_("What the requested State is asked to do"))
    reason = text_field(_("Why this measure is needed"))
    categories = line_field(_("Data or documents wanted"))
    holder = line_field(_("Who holds them"))
    start = day_field(_("From"))
    end = day_field(_("To"))
    form_of_evidence = line_field(_("Form of the evidence"))
    procedure = text_field(_("Procedure for this measure"))
    facts = models.JSONField(_("Facts it rests on"), default=list, blank=True)
    offences = models.JSONField(_("Offences it bears on"), default=list, blank=True)
    particulars = models.JSONField(default=dict, blank=True)


class Annex(Item):
    """A document that goes with the request."""

    class Kind(models.TextChoices):
        LAW_TEXT = "law_text", _("Text of the law")
        ORDER = "order", _("Order of a court or prosecutor")
        CERTIFICATE = "certificate", _("Certificate of an authority")
        TRANSLATION_CERTIFICATE = "translation_certificate", _("Certificate of the translator")
        AUTHENTICATION = "authentication", _("Apostille or legalisation")
        IDENTITY = "identity", _("Particulars of a person")
        SCHEDULE = "schedule", _("Schedule of data")
        TRANSLATION = "translation", _("Translation")
        EVIDENCE = "evidence", _("Evidence")
        OTHER = "other", _("Other")

    prefix = "a"

    kind = choice_field(_("Kind"), Kind)
    title = line_field(_("Title"))
    language = line_field(_("Language"))
    pages = models.PositiveIntegerField(_("Pages"), null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, default="", editable=False)
    # Name of the file in the private store; never derived from what the officer's file was called.
    stored_as = models.UUIDField(null=True, blank=True, editable=False)
    size = models.PositiveBigIntegerField(null=True, blank=True, editable=False)
