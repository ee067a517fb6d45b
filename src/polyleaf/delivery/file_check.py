"""Says of a file in somebody's hands which print it is, whether it is current, and whether anybody changed it."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from polyleaf.building.prints_file import NAME as LEDGER
from polyleaf.delivery.archive import opened_archive
from polyleaf.delivery.job_ticket import MOST_BYTES, NAME, JobTicket, read_ticket
from polyleaf.errors import PolyleafError
from polyleaf.files import open_plain, read_bounded
from polyleaf.inspecting.currency import Answer, Currency, Known
from polyleaf.inspecting.verify import Verifier, by_code
from polyleaf.model.print_code import Mistyped, read_code
from polyleaf.pdf.reader import read_keywords
from polyleaf.pdf.unreadable import UnreadablePdf
from polyleaf.zipped import Zip

_NEAR = 2
"""Folders above a file in which the job ticket of an unpacked bundle is looked for."""


def verify_file(verifier: Verifier, path: Path) -> tuple[Answer, ...]:
    """What there is to say of a PDF file, or of every file of a bundle.

    Args:
        verifier: Knows the project.
        path: The file. A bundle is a zip file.

    Raises:
        UsageError: A bundle cannot be used.
        OSError: The file cannot be read.
    """
    if path.suffix.lower() == ".zip":
        with opened_archive(path, path.name) as archive:
            ticket = read_ticket(archive.read(NAME, MOST_BYTES), f"{path.name}:{NAME}")
            return tuple(_bundle(verifier, path, archive, ticket))
    return (_file(verifier, path),)


def codes_in(path: Path) -> tuple[str, ...]:
    """The codes that will be asked for when a file or bundle is verified, as far as it tells easily."""
    try:
        if path.suffix.lower() == ".zip":
            with opened_archive(path, path.name) as archive:
                ticket = read_ticket(archive.read(NAME, MOST_BYTES), f"{path.name}:{NAME}")
                return tuple(item.code for item in ticket.items)
        return (read_keywords(path, path.name),)
    except (PolyleafError, OSError):
        return ()  # it is told when the file is verified


def _bundle(verifier: Verifier, path: Path, archive: Zip, ticket: JobTicket) -> Iterator[Answer]:
    listed = {item.file: item.sha256 for item in ticket.items} | dict(ticket.documents)
    recorded = {item.code: item.print for item in ticket.items}
    for item in ticket.items:
        subject = f"{path.name}:{item.file}"
        trouble = _trouble(archive, item.file, item.sha256)
        if not trouble and verifier.disowns(item.code, item.sha256):
            trouble = _DISOWNED
        if trouble:
            yield Answer(subject, Currency.ALTERED, item.code, item.print, reasons=(trouble,), hint=_AGAIN)
        else:
            yield replace(verifier.code(item.code, recorded), subject=subject)
    for name, digest in ticket.documents.items():
        if trouble := _trouble(archive, name, digest):
            yield Answer(f"{path.name}:{name}", Currency.ALTERED, reasons=(trouble,), hint=_AGAIN)
    for name in archive.names:
        if name not in listed and name != NAME:
            reason = f"{NAME} does not list it"
            yield Answer(f"{path.name}:{name}", Currency.ALTERED, reasons=(reason,), hint=_AGAIN)


_DISOWNED = f"{NAME} lists it, but {LEDGER} has other files for this code"
_AGAIN = "Do not print it. Ask for the file again where it came from."


def _trouble(archive: Zip, name: str, digest: str) -> str:
    if name not in archive.names:
        return f"{NAME} lists it, but it is not in the bundle"
    return "" if archive.sha256(name) == digest else f"it is not the file that {NAME} lists: it was changed"


def _file(verifier: Verifier, path: Path) -> Answer:
    with open_plain(path) as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    known = (*_near(path), *verifier.known())
    same = next((one for one in known if one.sha256 == digest), None)
    if same is None:
        return replace(_unlisted(verifier, path, known), subject=str(path))
    if same.source == NAME and verifier.disowns(same.print.code, digest):
        return Answer(str(path), Currency.ALTERED, same.print.code, same.print, reasons=(_DISOWNED,), hint=_AGAIN)
    answer = verifier.code(same.print.code, by_code(known))
    return replace(answer, subject=str(path), reasons=(*answer.reasons, f"unchanged: {same.source} lists the file"))


def _unlisted(verifier: Verifier, path: Path, known: Sequence[Known]) -> Answer:
    """What a file that no record lists says of itself."""
    try:
        code = read_code(read_keywords(path, path.name))
    except UnreadablePdf as error:
        return Answer("", Currency.UNKNOWN, reasons=(error.message,), hint=error.hint)
    if isinstance(code, Mistyped):
        reason = "the file carries no code: polyleaf did not make it, or another program saved it again"
        return Answer("", Currency.UNKNOWN, reasons=(reason,), hint="Verify the code on its last page instead.")
    found = next((one for one in known if one.print.code == code), None)
    if found is not None:
        reason = f"it says that it is {code}, but is not the file that {found.source} lists: it was changed"
        return Answer("", Currency.ALTERED, code, found.print, reasons=(reason,), hint=_AGAIN)
    answer = verifier.code(code)
    if answer.currency is Currency.UNKNOWN:
        return answer
    return replace(
        answer,
        currency=Currency.UNCONFIRMED,
        reasons=("no record lists this file, so nobody can say whether it was changed", *answer.reasons),
        hint="Build it again, or verify it beside the job.json that it came with.",
    )


def _near(path: Path) -> Iterator[Known]:
    """What the job ticket of an unpacked bundle around the file lists."""
    for folder in list(path.resolve().parents)[:_NEAR]:
        with contextlib.suppress(OSError, PolyleafError):
            data = read_bounded(folder / NAME, MOST_BYTES)
            for item in read_ticket(data, NAME).items:
                yield Known(item.sha256, item.print, NAME)
            return
