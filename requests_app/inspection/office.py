"""Inside an Office document: macros, objects and links to other places are refused; its author is
reported.

Entries are read to their end within one budget, whatever the archive's directory says of their size.
"""

import io
import re
import stat
import zipfile
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from requests_app.inspection.report import Detail, Inspected, Refused, Report

MOST_UNPACKED: Final = 150 * 2**20
MOST_RATIO: Final = 200
MOST_XML: Final = 40 * 2**20
MOST_SHOWN: Final = 20_000
_CHUNK: Final = 2**16

_BY_NAME: Final = (
    (re.compile(r"vba|macrosheets/|(^|/)Basic/|(^|/)Scripts/", re.I), "office_macro"),
    (re.compile(r"embeddings/|activeX|oleObject|(^|/)Object \d+$|\.bin$", re.I), "office_object"),
    (re.compile(r"externalLinks/", re.I), "office_external"),
    (re.compile(r"\.(exe|dll|js|vbs|scr|bat|cmd|ps1|jar|lnk|html?|svg)$", re.I), "office_object"),
)
# Binary parts that every office program writes, and that hold settings of a printer only.
_HARMLESS: Final = re.compile(r"printerSettings\d*\.bin$", re.I)
_XML: Final = re.compile(r"\.(xml|rels)$", re.I)
_DDE: Final = re.compile(r"\bDDE(AUTO)?\b", re.I)
_ACTIVE_FORMULA: Final = re.compile(r"\bDDE\s*\(|\bWEBSERVICE\s*\(|\|'?[^|]*'?!", re.I)
_SCHEME: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*:|\\\\|//)", re.I)
_LINKS: Final = ("/hyperlink",)
_TEXT: Final = {"t", "p", "h", "span"}
_AUTHORS: Final = {"creator", "lastModifiedBy", "initial-creator", "Company", "Manager"}


def inspect(content: bytes) -> Inspected:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_by_directory(archive)
            parts = dict(_parts(archive, len(content)))
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, RuntimeError):
        raise Refused("unreadable") from None
    trees = {name: _tree(data) for name, data in parts.items()}
    for name, tree in trees.items():
        _refuse_active(name, tree)
    text = "\n".join(filter(None, (_text(tree) for name, tree in trees.items() if _is_body(name))))
    return Inspected(Report(details=tuple(_details(trees)), text=text[:MOST_SHOWN]))


def _refuse_by_directory(archive: zipfile.ZipFile) -> None:
    seen = set()
    for entry in archive.infolist():
        name = entry.filename
        if entry.flag_bits & 1:
            raise Refused("encrypted")
        if name in seen or name.startswith(("/", "\\")) or ".." in name.split("/") or "\\" in name:
            raise Refused("unreadable")
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise Refused("unreadable")
        seen.add(name)
        for pattern, code in _BY_NAME:
            if pattern.search(name) and not _HARMLESS.search(name):
                raise Refused(code)


def _parts(archive: zipfile.ZipFile, packed: int) -> Iterator[tuple[str, bytes]]:
    """Return name and content of the XML parts; all entries are unpacked, to count what they really
    hold.
    """
    budget = min(MOST_UNPACKED, packed * MOST_RATIO)
    for entry in archive.infolist():
        kept = bytearray()
        is_xml = bool(_XML.search(entry.filename))
        with archive.open(entry) as file:
            while chunk := file.read(_CHUNK):
                budget -= len(chunk)
                if is_xml:
                    kept += chunk
                if budget < 0 or len(kept) > MOST_XML:
                    raise Refused("bomb")
        if is_xml:
            yield entry.filename, bytes(kept)


def _tree(data: bytes) -> Element:
    """Return the XML tree; document types are refused, because entity bombs are made of them."""
    try:
        tree: Element = ElementTree.fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise Refused("bomb") from None
    except ElementTree.ParseError:
        raise Refused("unreadable") from None
    return tree


def _refuse_active(name: str, tree: Element) -> None:
    if name.endswith(".rels"):
        _refuse_external(tree)
    elif name == "[Content_Types].xml":
        if any("macroEnabled" in part.get("ContentType", "") for part in tree):
            raise Refused("office_macro")
    else:
        for node in tree.iter():
            _refuse_node(_local(node.tag), node)


def _refuse_external(tree: Element) -> None:
    for relation in tree:
        external = relation.get("TargetMode", "") == "External"
        if external and not relation.get("Type", "").endswith(_LINKS):
            raise Refused("office_external")


def _refuse_node(tag: str, node: Element) -> None:
    text = node.text or ""
    if tag in {"instrText", "fldSimple"} and _DDE.search(text + "".join(node.attrib.values())):
        raise Refused("office_dde")
    if tag in {"ddeLink", "dde-source", "dde-link"} or (tag in {"f", "definedName"} and _is_dde(text)):
        raise Refused("office_dde")
    if tag in {"event-listener", "script", "applet", "plugin"}:
        raise Refused("office_macro")
    if tag == "encryption-data":
        raise Refused("encrypted")
    for key, value in node.attrib.items():
        if _local(key) == "href" and tag != "a" and _SCHEME.match(value):
            raise Refused("office_external")
        if _local(key) == "formula" and _is_dde(value):
            raise Refused("office_dde")


def _is_dde(formula: str) -> bool:
    return bool(_ACTIVE_FORMULA.search(formula))


def _local(tag: str) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _is_body(name: str) -> bool:
    return name in {"word/document.xml", "content.xml", "xl/sharedStrings.xml"} or bool(
        re.fullmatch(r"ppt/slides/slide\d+\.xml", name)
    )


def _text(tree: Element) -> str:
    """Return the text by paragraphs, in the order of the file."""
    lines: list[str] = []
    for node in tree.iter():
        tag = _local(node.tag)
        if tag in {"p", "si", "h"}:
            lines.append("")
        if tag in _TEXT and node.text:
            lines[-1:] = [(lines[-1] if lines else "") + node.text]
        if node.tail and tag == "span" and lines:
            lines[-1] += node.tail
    return "\n".join(line for line in lines if line.strip())


def _details(trees: dict[str, Element]) -> Iterator[Detail]:
    for name in ("docProps/core.xml", "docProps/app.xml", "meta.xml"):
        for node in trees[name].iter() if name in trees else ():
            if _local(node.tag) in _AUTHORS and (node.text or "").strip():
                yield Detail("metadata_author", (node.text or "").strip()[:200], warn=True)
    if any("comments" in name.lower() for name in trees):
        yield Detail("comments", warn=True)
    tags = {_local(node.tag) for name, tree in trees.items() if _is_body(name) for node in tree.iter()}
    if tags & {"ins", "del", "tracked-changes"}:
        yield Detail("tracked_changes", warn=True)
    workbook = trees.get("xl/workbook.xml")
    if workbook is not None and any(node.get("state", "visible") != "visible" for node in workbook.iter()):
        yield Detail("hidden_sheets", warn=True)
    slides = sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", name)) for name in trees)
    if slides:
        yield Detail("slides", str(slides))
