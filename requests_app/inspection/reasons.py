"""Why a file may not come in, and what to do instead, in words; the lines of a report, by their codes."""

from typing import Final

from django.utils.translation import gettext_noop as _

REASONS: Final[dict[str, str]] = {
    "empty": _("The file is empty. Choose the file again."),
    "program": _("This is a program or a script, whatever its name says. The portal never keeps one."),
    "archive": _("This is an archive. Unpack it, and attach each document as an annex of its own."),
    "old_office": _("This is a document of an old Office version. Save it as DOCX, XLSX, PPTX or PDF."),
    "rich_text": _("Rich text can carry other files. Save it as PDF and attach that."),
    "markup": _("This is a web page, a drawing or XML, which can carry scripts. Print it to PDF."),
    "mail": _(
        "An e-mail carries other files and the path it came by. Print it to PDF, and attach what came with "
        "it as annexes of their own."
    ),
    "other_picture": _("This kind of picture is not taken. Save it as PNG or JPEG."),
    "unknown": _(
        "This is not a PDF, a picture (PNG, JPEG, TIFF), an Office document or a plain text in UTF-8."
    ),
    "unreadable": _("The file is damaged or incomplete. Save or scan it again."),
    "encrypted": _("The file is encrypted. Save it without a password and attach that."),
    "two_in_one": _(
        "The file is two files in one: something stands behind its end. Save or export it again."
    ),
    "bomb": _("The file unpacks to far more than it should. Save it again, or print it to PDF."),
    "too_many_points": _("The picture is too large. Scan it at a lower resolution."),
    "too_many_pages": _("The file has too many pages. Split it into several annexes."),
    "too_complex": _(
        "The file takes too much time or memory to look into. Print it to a new PDF file, or split it."
    ),
    "pdf_script": _("The PDF holds scripts. Print it to a new PDF file and attach that."),
    "pdf_launch": _("The PDF starts other programs. Print it to a new PDF file and attach that."),
    "pdf_files": _(
        "The PDF carries other files inside. Attach those by themselves, and the PDF printed anew."
    ),
    "pdf_remote": _(
        "The PDF loads or sends something elsewhere. Print it to a new PDF file and attach that."
    ),
    "pdf_media": _("The PDF plays sound, film or 3D. Print it to a new PDF file and attach that."),
    "pdf_form": _("The PDF is a form that computes (XFA). Print it to a new PDF file and attach that."),
    "office_macro": _("The document holds macros. Save it as PDF and attach that."),
    "office_object": _("The document has other files or objects embedded. Save it as PDF and attach that."),
    "office_external": _(
        "The document loads something from elsewhere. Break the links, or save it as PDF."
    ),
    "office_dde": _("The document asks other programs for data (DDE or a web service). Save it as PDF."),
}

DETAILS: Final[dict[str, str]] = {
    "pdf_version": _("PDF version"),
    "page_size": _("Page size"),
    "fonts_embedded": _("Fonts, all embedded"),
    "fonts_missing": _("Fonts that are not embedded: another machine shows others"),
    "fonts_none": _("No fonts: text on the pages is a picture, and cannot be searched"),
    "resolution": _("Dots per inch"),
    "pdfa": _("PDF/A, part"),
    "links": _("Links to elsewhere"),
    "signatures": _("Electronic signatures"),
    "metadata_author": _("Names its author"),
    "metadata_creator": _("Names the program it was made with"),
    "metadata_title": _("Carries a title"),
    "metadata_subject": _("Carries a subject"),
    "metadata_keywords": _("Carries keywords"),
    "metadata_company": _("Names a company"),
    "metadata_place": _("Tells the place where the picture was taken"),
    "metadata_picture": _("Tells about the picture"),
    "picture_size": _("Points"),
    "comments": _("Holds comments"),
    "tracked_changes": _("Holds tracked changes: what was deleted can be read"),
    "hidden_sheets": _("Holds hidden sheets"),
    "slides": _("Slides"),
    "lines": _("Lines"),
    "computed_cells": _("Holds cells that a spreadsheet computes"),
}
