"""The fixed cast of the tests, and what they work on. Everybody and everything is fictional."""

import factory

from requests_app.models import (
    Case,
    DataItem,
    Fact,
    LegalBasis,
    Measure,
    MLARequest,
    Offence,
    Officer,
    Person,
    Unit,
)

PASSWORD = "correct horse battery staple"


class UnitFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Unit
        django_get_or_create = ("code",)

    code = "cyber"
    name = factory.LazyAttribute(lambda unit: f"Unit {unit.code}")


class OfficerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Officer
        django_get_or_create = ("username",)

    username = factory.Sequence(lambda number: f"officer-{number}")
    first_name = factory.LazyAttribute(lambda officer: officer.username.title())
    last_name = "Fictional"
    role = Officer.Role.DRAFTER
    unit = factory.SubFactory(UnitFactory)


class CaseFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Case

    reference = factory.Sequence(lambda number: f"2026-{number:04d}")
    title = "Robbery of a fictional bank"
    unit = factory.SubFactory(UnitFactory)


class MLARequestFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MLARequest

    reference = factory.Sequence(lambda number: f"MLA-2026-9{number:03d}")
    title = "Mailbox of a fictional suspect"
    requesting = "NOR"
    requested = "GBR"
    case = factory.SubFactory(CaseFactory)
    case_reference = factory.LazyAttribute(lambda mla: mla.case.reference)
    author = factory.SubFactory(OfficerFactory)


def add_content(mla: MLARequest) -> MLARequest:
    """One row of each kind, so that every page of the wizard has something to show."""
    LegalBasis.objects.create(request=mla, instrument="budapest", role="main", articles="29")
    Fact.append_to(mla, text="On 20 February 2026 a fictional bank was robbed.")
    Offence.append_to(mla, title="Aggravated robbery", provision="Penal Code section 328", max_years=15)
    Person.append_to(mla, family_name="Exempel", given_names="Alex", role="suspect")
    Measure.append_to(mla, kind="preservation", description="Preserve the mailbox.")
    DataItem.append_to(
        mla,
        type="email",
        identifier="harbour.lantern@example.org",
        start="2026-02-01 00:00:00",
        end="2026-06-09 23:59:59",
        zone="UTC",
        provider="Mailhost Example Ltd",
        facts=["f1"],
        offences=["o1"],
        measures=["m1"],
    )
    return mla
