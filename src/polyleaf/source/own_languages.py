"""The language files of a project: ``languages/<locale>.toml``, in the form of polyleaf's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from polyleaf.errors import UsageError
from polyleaf.locales.print_facts import is_locale
from polyleaf.locales.shelf import FOLDER
from polyleaf.locales.table import OURS, language, use_folder
from polyleaf.locales.tags import language_code, parse_tag
from polyleaf.manuscript.faults import ContentError
from polyleaf.manuscript.toml_lines import TomlLines
from polyleaf.model.finding import Fault, Location
from polyleaf.model.project import Config, OwnLanguage
from polyleaf.source.root import CONFIG_NAME
from polyleaf.source.values import shown


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


def named_again(
    source: str, targets: Sequence[str], content: Mapping[str, Any], lines: TomlLines
) -> dict[int, OwnLanguage]:
    """Names in ``targets`` of a language that stands there already, or is the source language, by their places.

    Args:
        source: The source language.
        targets: What the names mean.
        content: Of ``polyleaf.toml``, as written.
        lines: Of the same.
    """
    names = content["languages"].get("targets", ())
    found = {}
    for index, locale in enumerate(targets):
        called = locale if names[index] == locale else f"{locale}, as {shown(names[index])}"
        first = names[targets.index(locale)]
        if locale == source:
            message, hint = f"`targets` names {called}, the source language itself", "Delete it from the list"
        elif targets.index(locale) == index:
            continue
        elif first == names[index]:
            message, hint = f"`targets` names {called} twice", "Delete one of the two"
        else:
            message = f"`targets` names {called}, which stands there as {shown(first)} already"
            hint = "Delete one of the two"
        place = Location(CONFIG_NAME, lines.find(("languages", "targets", index)))
        found[index] = OwnLanguage("", CONFIG_NAME, faults=(Fault(message, place, hint),))
    return found


def unset_languages(locales: Iterable[str], lines: TomlLines) -> Iterator[OwnLanguage]:
    """Languages of a project that polyleaf knows and cannot print: a script in columns, a script without a font.

    Args:
        locales: The source language, then the targets.
        lines: Of ``polyleaf.toml``.
    """
    for number, locale in enumerate(locales):
        try:
            language(locale)
        except UsageError as error:
            line = lines.find(("languages", "targets" if number else "source"))
            fault = Fault(error.message, Location(CONFIG_NAME, line, locale=locale), error.hint)
            yield OwnLanguage(locale, CONFIG_NAME, faults=(fault,))


def require_usable(config: Config, locales: Iterable[str]) -> None:
    """See to it that none of these languages has a faulty file in the project.

    Raises:
        ContentError: One has.
    """
    asked = tuple(locales)
    for own in config.refused_languages:
        if own.locale in asked:
            raise ContentError(own.faults)
