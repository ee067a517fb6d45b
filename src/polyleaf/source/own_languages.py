"""The language files of a project: ``languages/<locale>.toml``, in the form of polyleaf's own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from polyleaf.locales.shelf import FOLDER
from polyleaf.locales.table import OURS, use_folder
from polyleaf.manuscript.faults import ContentError
from polyleaf.model.project import Config, OwnLanguage


def read_own_languages(root: Path) -> tuple[OwnLanguage, ...]:
    """Put the language files of a project in front of polyleaf's own, and look each of them through.

    Args:
        root: Folder of the project.
    """
    shelf = use_folder(root / FOLDER)
    own = {} if shelf is OURS else shelf.own
    return tuple(
        OwnLanguage(locale, file.shown_as, shelf.replaces(locale), shelf.faults(locale)) for locale, file in own.items()
    )


def require_usable(config: Config, locales: Iterable[str]) -> None:
    """See to it that none of these languages has a faulty file in the project.

    Raises:
        ContentError: One has.
    """
    asked = tuple(locales)
    for own in config.refused_languages:
        if own.locale in asked:
            raise ContentError(own.faults)
