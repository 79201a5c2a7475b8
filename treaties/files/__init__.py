"""The shape of the data files. Decoding is strict: an unknown key, a wrong type or a value outside
its list is refused with the path of the key.

`docs/data-format.md` says the same in words. What a file says of source and confidence holds for
every row of it that says nothing of its own.
"""

from treaties.files.instrument import (
    AmendmentFile,
    ContentsRow,
    GapFillerRow,
    InstrumentFile,
    Needs,
    OfferRow,
    RefusalRow,
    ReplacesRow,
    RequirementRow,
    RuleRow,
    ScopeRow,
    TimeLimitRow,
)
from treaties.files.own_law import (
    AuthoritiesFile,
    AuthorityRow,
    DeclarationRow,
    LanguagesRow,
    NoTreatyRow,
    OwnLawFile,
    RedFlagRow,
    ThresholdRow,
)
from treaties.files.participation import (
    BEGINNING,
    BINDING,
    ActRow,
    BilateralFile,
    BilateralRow,
    ParticipationFile,
)
from treaties.files.row import Row
from treaties.files.states import OrganisationRow, StateRow, StatesFile
from treaties.files.vocabulary import (
    CategoryRow,
    DraftFieldRow,
    ElementRow,
    GroupRow,
    KindRow,
    ParticularRow,
    VocabularyFile,
)

__all__ = [
    "BEGINNING",
    "BINDING",
    "ActRow",
    "AmendmentFile",
    "AuthoritiesFile",
    "AuthorityRow",
    "BilateralFile",
    "BilateralRow",
    "CategoryRow",
    "ContentsRow",
    "DeclarationRow",
    "DraftFieldRow",
    "ElementRow",
    "GapFillerRow",
    "GroupRow",
    "InstrumentFile",
    "KindRow",
    "LanguagesRow",
    "Needs",
    "NoTreatyRow",
    "OfferRow",
    "OrganisationRow",
    "OwnLawFile",
    "ParticipationFile",
    "ParticularRow",
    "RedFlagRow",
    "RefusalRow",
    "ReplacesRow",
    "RequirementRow",
    "Row",
    "RuleRow",
    "ScopeRow",
    "StateRow",
    "StatesFile",
    "ThresholdRow",
    "TimeLimitRow",
    "VocabularyFile",
]
