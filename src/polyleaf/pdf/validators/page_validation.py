"""The door to ``page-validation``: a validator without Java, quick enough for every build. It knows PDF/UA-1 alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from polyleaf.model.validation import Conformance, Validation, Violation
from polyleaf.pdf.validators.validator import EXTRA, Absent, TooLarge, file_bytes, plain, violation, worst_first

NAME = "page-validation"
_PROFILES = {Conformance.UA1: "ua1"}


@dataclass(frozen=True, slots=True)
class PageValidation:
    """The library, imported when it is first used.

    Attributes:
        version: Of the distribution.
    """

    version: str
    name: str = NAME
    profiles: frozenset[Conformance] = frozenset(_PROFILES)

    def validate(self, paths: Iterable[Path], profile: Conformance) -> Iterator[Validation]:
        """One verdict for each file.

        Raises:
            KeyError: It does not know the profile.
        """
        for path in paths:
            yield self._validation(path, profile)

    def _validation(self, path: Path, profile: Conformance) -> Validation:
        wanted = _PROFILES[profile]
        try:
            import page  # noqa: PLC0415 - optional, and 50 MB

            # Bytes, not the path: the library takes paths of valid Unicode only.
            report = page.validate_pdf_bytes(file_bytes(path), profile=wanted)
            found = worst_first(_violations(report.failures))
            passed = report.is_compliant is True
        except TooLarge as error:
            return self._trouble(profile, str(error))
        except OSError as error:
            return self._trouble(profile, f"it cannot be read: {error.strerror or error}")
        except Exception as error:  # noqa: BLE001 - an alpha version may fail in any way, and that is no verdict
            return self._trouble(profile, f"{NAME} cannot judge it: {plain(str(error)) or type(error).__name__}")
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # how a panic in Rust comes up: not an Exception
                raise
            return self._trouble(profile, f"{NAME} failed: {plain(str(error))}")
        if not passed and not found:
            found = (Violation("?", f"{NAME} names no rule"),)
        return Validation(f"{NAME} {self.version}", profile, passed, () if passed else found)

    def _trouble(self, profile: Conformance, reason: str) -> Validation:
        return Validation(f"{NAME} {self.version}", profile, passed=False, trouble=reason)


def find_page_validation() -> PageValidation | Absent:
    """The library, if it is installed; it is not imported for that."""
    try:
        known = version(NAME)
    except PackageNotFoundError:
        return Absent(NAME, "it is not installed", EXTRA)
    return PageValidation(plain(known, 40))


def _violations(failures: Iterable[Any]) -> Iterator[Violation]:
    """The failures of the library; it tells each place, and the first place of a rule speaks for all."""
    for failure in failures:
        yield violation(str(failure.rule_id), str(failure.message), 1)
