"""What a validator said of a finished file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Conformance(StrEnum):
    """A standard for accessible PDF files that a validator can hold a file against."""

    UA1 = "pdf/ua-1"
    """ISO 14289-1:2014, on PDF 1.7."""
    UA2 = "pdf/ua-2"
    """ISO 14289-2:2024, on PDF 2.0."""
    WTPDF = "wtpdf"
    """Well-Tagged PDF 1.0 for accessibility (PDF Association, 2024): PDF/UA-2 and its declaration."""

    @property
    def label(self) -> str:
        """As people write it: ``PDF/UA-1``."""
        return {"pdf/ua-1": "PDF/UA-1", "pdf/ua-2": "PDF/UA-2", "wtpdf": "WTPDF 1.0"}[self.value]


@dataclass(frozen=True, slots=True)
class Violation:
    """One rule that a file breaks.

    Attributes:
        rule: The validator's own name of the rule: ``7.2-43`` (clause and test) or ``PDFUA1-LI-KIDS-001``.
        message: What the rule asks for, or what is wrong.
        count: In how many places.
    """

    rule: str
    message: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Validation:
    """The verdict of one validator on one file.

    Attributes:
        validator: Name and version: ``page-validation 0.11.0``.
        profile: What the file was held against.
        passed: Whether it conforms.
        violations: The rules it breaks, most places first.
        trouble: Why there is no verdict, or ""; a file without a verdict has not passed.
    """

    validator: str
    profile: Conformance
    passed: bool
    violations: tuple[Violation, ...] = ()
    trouble: str = ""

    @property
    def word(self) -> str:
        """``pass``, ``fail`` or ``not judged``."""
        return "pass" if self.passed else ("not judged" if self.trouble else "fail")

    def __str__(self) -> str:
        return f"{self.validator} {self.profile}: {self.word}"
