"""The memory of a project as a file for others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from polyleaf.catalog.exchange.tmx import write_tmx
from polyleaf.catalog.memory.filling import export_memory
from polyleaf.catalog.signoff.signed_texts import signed_off_by
from polyleaf.files import write_atomic
from polyleaf.translating.sending import may_write
from polyleaf.workspace import Workspace


def send_memory(
    workspace: Workspace,
    locales: Sequence[str],
    leaflets: Sequence[str],
    out: Path,
    *,
    approved: bool = False,
    force: bool = False,
) -> tuple[int, int]:
    """Write the finished translations to a TMX file.

    Args:
        workspace: The project and its sign-offs.
        locales: Only these; all targets if empty.
        leaflets: Only these catalogs; all if empty.
        out: The file.
        approved: Only what is signed off.
        force: Whether another file of that name may be replaced.

    Returns:
        Number of texts, and of translations.

    Raises:
        MachineError: A file cannot be read or written.
        UsageError: A locale is not the project's, or a file of that name stands there.
    """
    project = workspace.project
    tmx = export_memory(project, locales, leaflets, signed_off_by(workspace.ledger) if approved else None)
    data = write_tmx(tmx)
    if may_write(project, out, data, force=force):
        write_atomic(out, data)
    return len(tmx.pairs), sum(len(pair.texts) for pair in tmx.pairs)
