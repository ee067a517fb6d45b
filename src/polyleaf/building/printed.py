"""A finished accessible file, read back beside the document it should show."""

from __future__ import annotations

from pathlib import Path

from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.validation import Conformance, Validation
from polyleaf.pdf.tag_tree import read_both
from polyleaf.pdf.validators.page_validation import find_page_validation
from polyleaf.pdf.validators.validator import Absent
from polyleaf.render.order import RenderOrder


def printed_document(
    order: RenderOrder, path: Path, shown_as: str, standard: str, pages: int | None
) -> PrintedDocument:
    """A finished file for the checks.

    Args:
        order: What it should say, and how.
        path: The file.
        shown_as: What findings call it.
        standard: The standard it is held against, or "" if that was done already.
        pages: How many pages were laid out; None if it is not known.

    Raises:
        UnreadablePdf: The file cannot be read.
    """
    validations = _validations(path, standard)
    facts, tags = read_both(path, shown_as)
    return PrintedDocument(
        order.document, order.edition, facts, order.families, validations, tags, order.source, order.logo, pages
    )


def _validations(path: Path, standard: str) -> tuple[Validation, ...]:
    """The verdict of the quick validator, if it is there and knows the standard; veraPDF has its own command."""
    validator = find_page_validation()
    if not standard or isinstance(validator, Absent) or standard not in validator.profiles:
        return ()
    return tuple(validator.validate((path,), Conformance(standard)))
