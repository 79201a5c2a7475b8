"""Values of cryptography: digests of files, and addresses of virtual assets."""

import re
from typing import Final

from Crypto.Hash import keccak
from embit import base58, bech32

from requests_app.formats.judgement import Judgement, Sure

_DIGESTS: Final = {
    32: ("MD5", "128 bits: most likely MD5."),
    40: (
        "SHA-1",
        "160 bits: most likely SHA-1; the id of a commit and an Ethereum address without 0x look alike.",
    ),
    56: ("SHA-224", "224 bits: most likely SHA-224."),
    64: ("SHA-256", "256 bits: most likely SHA-256; the id of a transaction and SHA3-256 look alike."),
    96: ("SHA-384", "384 bits: most likely SHA-384."),
    128: ("SHA-512", "512 bits: most likely SHA-512; SHA3-512 and BLAKE2b look alike."),
}
_NAMED: Final = {"md5": 32, "sha1": 40, "sha224": 56, "sha256": 64, "sha384": 96, "sha512": 128}
_HASH: Final = re.compile(r"(?:([A-Za-z0-9-]{3,8})[:=]\s*)?([0-9A-Fa-f]+)")
_BASE58: Final = re.compile(r"[1-9A-HJ-NP-Za-km-z]{25,36}")
_SEGWIT: Final = re.compile(r"(bc|tb|bcrt|ltc)1[02-9ac-hj-np-z]{6,87}", re.IGNORECASE)
_ETHEREUM: Final = re.compile(r"0x[0-9A-Fa-f]{40}")
_NOT_A_HASH: Final = "This is not a hash value in hexadecimal of a known length."
# The first byte of a base58check address names the network and the kind.
_VERSIONS: Final = {
    0x00: "Bitcoin address (P2PKH)",
    0x05: "Bitcoin address (P2SH)",
    0x6F: "Bitcoin test network address",
    0xC4: "Bitcoin test network address (P2SH)",
    0x30: "Litecoin address",
    0x32: "Litecoin address (P2SH)",
    0x1E: "Dogecoin address",
    0x41: "Tron address",
}
_NETWORKS: Final = {
    "bc": "Bitcoin",
    "tb": "Bitcoin test network",
    "bcrt": "Bitcoin test network",
    "ltc": "Litecoin",
}


def judge_hash(text: str) -> Judgement:
    """Judge a digest by its length; a name before it settles what the length leaves open."""
    match = _HASH.fullmatch(text.strip())
    digits = match[2].lower() if match else ""
    if match is None or len(digits) not in _DIGESTS:
        return Judgement(kind="file_hash", value=text.strip(), form="hash", wrong=_NOT_A_HASH)
    form, note = _DIGESTS[len(digits)]
    named = (match[1] or "").lower().replace("-", "")
    if named not in _NAMED:
        return Judgement(kind="file_hash", value=digits, form=form, sure=Sure.LIKELY, notes=(note,))
    wrong = (
        ""
        if _NAMED[named] == len(digits)
        else f"{match[1]} has {_NAMED[named]} figures, this value {len(digits)}."
    )
    return Judgement(kind="file_hash", value=digits, form=form, wrong=wrong)


def judge_wallet(text: str) -> Judgement:
    """Judge the address of a network whose checksum is published; other networks are not judged."""
    plain = re.sub(r"^(bitcoin|ethereum):", "", text.strip(), flags=re.IGNORECASE).partition("?")[0]
    for shape, judge in ((_ETHEREUM, _ethereum), (_SEGWIT, _segwit), (_BASE58, _base58)):
        if shape.fullmatch(plain):
            return judge(plain)
    return Judgement(kind="wallet", value=plain, form="address of a virtual asset", sure=Sure.LIKELY)


def _ethereum(text: str) -> Judgement:
    """Judge an address by EIP-55: the case of its letters is the checksum; letters of one case have
    none.
    """
    digits = text[2:]
    if digits in (digits.lower(), digits.upper()):
        notes = ("All letters of one case: it carries no checksum.",)
        return Judgement(kind="wallet", value=text, form="Ethereum address", sure=Sure.LIKELY, notes=notes)
    wrong = (
        ""
        if digits == _eip55(digits)
        else "The case of its letters is wrong for this Ethereum address (EIP-55)."
    )
    return Judgement(kind="wallet", value=text, form="Ethereum address (EIP-55)", wrong=wrong)


def _eip55(digits: str) -> str:
    mask = keccak.new(digest_bits=256, data=digits.lower().encode()).hexdigest()
    return "".join(c.upper() if int(m, 16) > 7 else c for c, m in zip(digits.lower(), mask, strict=False))


def _segwit(text: str) -> Judgement:
    """Judge an address by BIP 173 for version 0 and BIP 350 from version 1 on; mixed case is refused."""
    prefix = text.lower().partition("1")[0]
    version, _program = bech32.decode(prefix, text)
    form = f"{_NETWORKS[prefix]} address ({'bech32m' if version else 'bech32'})"
    wrong = "" if version is not None else "The checksum of this address is wrong."
    value = text.lower() if not wrong else text
    return Judgement(kind="wallet", value=value, form=form if not wrong else "Bitcoin address", wrong=wrong)


def _base58(text: str) -> Judgement:
    try:
        payload = base58.decode_check(text)
    except ValueError:
        wrong = "The checksum of this address is wrong." if text[0] in "13" and len(text) < 36 else ""
        return Judgement(
            kind="wallet", value=text, form="address of a virtual asset", sure=Sure.DOUBTFUL, wrong=wrong
        )
    form = _VERSIONS.get(payload[0], "address of a virtual asset (base58check)")
    return Judgement(kind="wallet", value=text, form=form)


def find_wallet(text: str) -> Judgement | None:
    """Return an address with a true checksum only, because words of a log are base58 by accident."""
    judged = judge_wallet(text)
    if _ETHEREUM.fullmatch(text) or _SEGWIT.fullmatch(text):
        return judged
    return judged if _BASE58.fullmatch(text) and not judged.wrong and judged.sure is Sure.CERTAIN else None


def find_hash(text: str) -> Judgement | None:
    """Return a digest with at least one letter or a name: a long row of figures is something else."""
    judged = judge_hash(text)
    if (match := _HASH.fullmatch(text)) and (match[1] or "").lower().replace("-", "") in _NAMED:
        return judged
    return judged if not judged.wrong and re.search(r"[a-fA-F]|:", text) else None
