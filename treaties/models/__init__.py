"""The rows of the law."""

from treaties.models.authority import Authority, Designation
from treaties.models.data_set import DataSet
from treaties.models.instrument import (
    Instrument,
    Offer,
    Provision,
    RefusalGround,
    Replacement,
    Rule,
    ScopeCondition,
    TimeLimit,
)
from treaties.models.own_law import AcceptedLanguages, NoTreatyBasis, RedFlag, Threshold
from treaties.models.participation import Declaration, Participation, TreatyAct
from treaties.models.proposal import Proposal, ReleaseDecision
from treaties.models.provenance import LawFact
from treaties.models.requirement import Requirement
from treaties.models.state import Membership, Organisation, State
from treaties.models.verification import Verification
from treaties.models.vocabulary import (
    AssistanceKind,
    DataCategory,
    DraftField,
    Element,
    KindGroup,
    Particular,
)

__all__ = [
    "AcceptedLanguages",
    "AssistanceKind",
    "Authority",
    "DataCategory",
    "DataSet",
    "Declaration",
    "Designation",
    "DraftField",
    "Element",
    "Instrument",
    "KindGroup",
    "LawFact",
    "Membership",
    "NoTreatyBasis",
    "Offer",
    "Organisation",
    "Participation",
    "Particular",
    "Proposal",
    "Provision",
    "RedFlag",
    "RefusalGround",
    "ReleaseDecision",
    "Replacement",
    "Requirement",
    "Rule",
    "ScopeCondition",
    "State",
    "Threshold",
    "TimeLimit",
    "TreatyAct",
    "Verification",
]
