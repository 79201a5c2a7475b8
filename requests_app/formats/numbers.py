"""Numbers with a plan behind them: telephones (E.164), IBAN (ISO 13616), cards, devices (3GPP 23.003)."""

import re
from typing import Final

import phonenumbers
from stdnum import iban, luhn

from requests_app.formats.judgement import Judgement, Sure

_IBAN_LIKE: Final = re.compile(r"[A-Za-z]{2}\d{2}[A-Za-z0-9 ]{8,}")
_CARD: Final = re.compile(r"\d(?:[ -]?\d){11,18}")
_MASKED_CARD: Final = re.compile(r"[\d*xX•# -]{12,30}")
_DEVICE: Final = re.compile(r"\d{2}[ -]?\d{6}[ -]?\d{6}(?:[ -]?\d{1,2})?")
# First figures and lengths of the large schemes (ISO/IEC 7812); without them any figures are a card.
_SCHEMES: Final = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|3[0689]\d{12}|35\d{14}|6[0245]\d{14,17}"
)
_NATIONAL: Final = re.compile(r"\(?0?\d[\d ()/.-]{4,18}\d")
_LONE_FIGURE: Final = re.compile(r"(?:^|\.)\d(?:\.|$)")
_LONGEST_NATIONAL: Final = 12
INTERNATIONAL: Final = "Write the number in international form, with + and the country code."
NEEDS_COUNTRY: Final = "This number is national: say in which country."


def judge_phone(text: str, country: str = "") -> Judgement:
    """Judge a telephone number. `country` is two letters; a national number is read as one of that
    country, and is likely at most.
    """
    plain = re.sub(r"^tel:", "", text.strip(), flags=re.IGNORECASE)
    national = not plain.startswith(("+", "00", "\uff0b"))
    written = re.sub(r"^00", "+", plain)
    if national and not country:
        wrong = NEEDS_COUNTRY if sum(map(str.isdigit, plain)) >= 5 else INTERNATIONAL
        return Judgement(kind="phone", value=plain, form="national telephone number", wrong=wrong)
    try:
        number = phonenumbers.parse(written, country or None)
    except phonenumbers.NumberParseException:
        return Judgement(kind="phone", value=plain, form="telephone number", wrong=INTERNATIONAL)
    return _judged_phone(plain, number, national=national)


def _judged_phone(plain: str, number: phonenumbers.PhoneNumber, *, national: bool) -> Judgement:
    if not phonenumbers.is_possible_number(number):
        wrong = "The number has too few or too many digits for its country."
        return Judgement(kind="phone", value=plain, form="telephone number", wrong=wrong)
    region = phonenumbers.region_code_for_number(number) or f"+{number.country_code}"
    value = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if number.extension:
        value += f" ext. {number.extension}"
    in_plan = phonenumbers.is_valid_number(number)
    notes = () if in_plan else ("The numbering plan of the country knows no such number today.",)
    form = f"national number of {region}" if national else f"telephone number of {region} (E.164)"
    sure = Sure.CERTAIN if in_plan and not national else Sure.LIKELY
    return Judgement(kind="phone", value=value, form=form, sure=sure, notes=notes)


def judge_bank_account(text: str) -> Judgement:
    """Judge an IBAN; other account numbers differ from bank to bank and are not judged."""
    plain = re.sub(r"^IBAN:?\s*", "", text.strip(), flags=re.IGNORECASE)
    if not _IBAN_LIKE.fullmatch(plain):
        return Judgement(kind="bank_account", value=text.strip(), form="account number", sure=Sure.LIKELY)
    if iban.is_valid(plain):
        return Judgement(kind="bank_account", value=iban.compact(plain), form="IBAN")
    return Judgement(
        kind="bank_account", value=plain, form="IBAN", wrong="The check digits of this IBAN are wrong."
    )


def judge_card(text: str) -> Judgement:
    digits = re.sub(r"[ -]", "", text.strip())
    if not (digits.isascii() and digits.isdigit()):
        # A number that is masked, as on a receipt, is all that many files have.
        return Judgement(
            kind="card",
            value=text.strip(),
            form="masked card number",
            sure=Sure.LIKELY,
            notes=("Masked: no check digit can be tested.",),
        )
    wrong = "" if luhn.is_valid(digits) else "The check digit of this card number is wrong."
    return Judgement(kind="card", value=digits, form="card number", wrong=wrong)


def judge_device(text: str) -> Judgement:
    """Judge the number of a device: an IMEI has a check digit, an IMEISV and a serial number have none."""
    plain = re.sub(r"^IMEI(SV)?:?\s*", "", text.strip(), flags=re.IGNORECASE)
    digits = re.sub(r"[ -]", "", plain)
    if not _DEVICE.fullmatch(plain):
        return Judgement(kind="device", value=text.strip(), form="device", sure=Sure.LIKELY)
    if len(digits) == 15:
        wrong = "" if luhn.is_valid(digits) else "The check digit of this IMEI is wrong."
        return Judgement(kind="device", value=digits, form="IMEI", wrong=wrong)
    if len(digits) == 16:
        return Judgement(kind="device", value=digits, form="IMEISV", sure=Sure.LIKELY)
    check = luhn.calc_check_digit(digits)
    note = f"14 figures: an IMEI without its check digit, which is {check}."
    return Judgement(kind="device", value=digits, form="IMEI", sure=Sure.LIKELY, notes=(note,))


def find_bank_account(text: str) -> Judgement | None:
    """Return a correct IBAN only: other groups of letters and figures may be anything."""
    plain = re.sub(r"^IBAN:?\s*", "", text.strip(), flags=re.IGNORECASE)
    if not _IBAN_LIKE.fullmatch(plain) or len(iban.compact(plain)) < 15:
        return None
    judged = judge_bank_account(text)
    # Wrong check digits of a country that has IBANs are a slip; another country's are another thing.
    return judged if not judged.wrong or plain.isupper() else None


def find_digits(text: str, country: str = "") -> Judgement | None:
    """Return what bare figures are: a card, a device or a national telephone number. Where two fit,
    none is certain.
    """
    plain = text.strip()
    found = [judge for judge in (_as_card(plain), _as_device(plain)) if judge and not judge.wrong]
    if len(found) > 1:
        forms = " or ".join(judge.form for judge in found)
        first = found[0]
        return Judgement(
            kind=first.kind,
            value=first.value,
            form=forms,
            sure=Sure.DOUBTFUL,
            notes=(f"It may be: {forms}.",),
        )
    if found:
        return found[0]
    count = sum(map(str.isdigit, plain))
    # Single figures between dots are a version or half an address.
    if _NATIONAL.fullmatch(plain) and 6 <= count <= _LONGEST_NATIONAL and not _LONE_FIGURE.search(plain):
        return judge_phone(plain, country)
    return None


def _as_card(text: str) -> Judgement | None:
    digits = re.sub(r"[ -]", "", text)
    if _CARD.fullmatch(text) and _SCHEMES.fullmatch(digits):
        return judge_card(text)
    masked = _MASKED_CARD.fullmatch(text) and re.match(r"\d{4}", text) and re.search(r"[*xX•#]{4}", digits)
    return judge_card(text) if masked and 12 <= len(digits) <= 19 else None


def _as_device(text: str) -> Judgement | None:
    """Return the figures as a device. Any 16 figures can be an IMEISV, so a card with a right check
    digit comes first.
    """
    digits = re.sub(r"[ -]", "", text)
    if not _DEVICE.fullmatch(text) or len(digits) < 15:
        return None
    return judge_device(text) if len(digits) == 15 or not _as_card_is_right(text) else None


def _as_card_is_right(text: str) -> bool:
    card = _as_card(text)
    return card is not None and not card.wrong
