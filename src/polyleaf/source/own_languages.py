"""The language files of a project: ``languages/<locale>.toml``, in the form of polyleaf's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from polyleaf.errors import UsageError
from polyleaf.locales.print_facts import is_locale
from polyleaf.locales.shelf import FOLDER
from polyleaf.locales.table import OURS, language, use_folder
from polyleaf.locales.tags import language_code, parse_tag
from polyleaf.manuscript.faults import ContentError
from polyleaf.manuscript.toml_lines import TomlLines
from polyleaf.model.finding import Fault, Location
from polyleaf.model.project import Config, OwnLanguage


def read_own_languages(root: Path) -> tuple[OwnLanguage, ...]:
    """Put the language files of a project in front of polyleaf's own, and look each of them through.

    Args:
        root: Folder of the project.
    """
    shelf = use_folder(root / FOLDER)
    if shelf is OURS:
        return ()
    own = (OwnLanguage(name, one.shown_as, shelf.replaces(name), shelf.faults(name)) for name, one in shelf.own.items())
    return (*own, *map(_misnamed, shelf.misnamed))


def _misnamed(path: Path) -> OwnLanguage:
    """A file that is read for no language, because of its name."""
    shown_as, name = f"{FOLDER}/{path.name}", path.name[: path.name.casefold().index(".toml")]
    code = (tag.locale if (tag := parse_tag(name)) else "") or language_code(name)
    hint = f"Name it {code}.toml" if is_locale(code) else "Name it by the code of the language, as in ISO 639: kar.toml"
    return OwnLanguage(
        "", shown_as, faults=(Fault("The name of this file is no code of a language", Location(shown_as), hint),)
    )


def unset_languages(locales: Iterable[str], lines: TomlLines, path: str) -> Iterator[OwnLanguage]:
    """Languages of a project that polyleaf knows and cannot print: a script in columns, a script without a font.

    Args:
        locales: The source language, then the targets.
        lines: Of ``polyleaf.toml``.
        path: How faults name that file.
    """
    for number, locale in enumerate(locales):
        try:
            language(locale)
        except UsageError as error:
            line = lines.find(("languages", "targets" if number else "source"))
            fault = Fault(error.message, Location(path, line, locale=locale), error.hint)
            yield OwnLanguage(locale, path, faults=(fault,))


def require_usable(config: Config, locales: Iterable[str]) -> None:
    """See to it that none of these languages has a faulty file in the project.

    Raises:
        ContentError: One has.
    """
    asked = tuple(locales)
    for own in config.refused_languages:
        if own.locale in asked:
            raise ContentError(own.faults)
