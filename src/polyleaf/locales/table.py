"""The languages there are: polyleaf's own, and those of the project at hand. One file a language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from polyleaf.errors import UsageError, nearest
from polyleaf.locales.shared import BUILT_IN
from polyleaf.locales.shelf import Shelf, Words, folded
from polyleaf.model.language import Language

OURS = Shelf(BUILT_IN)
"""polyleaf's own language files."""


class _Table(Mapping[str, Language]):
    """Every language by Babel locale. To list the locales is cheap; a file is read when its language is asked for."""

    def __init__(self) -> None:
        self.shelf = OURS
        self.state: object = None

    def __getitem__(self, locale: str) -> Language:
        if locale not in self.shelf.files:
            raise KeyError(locale)
        return self.shelf.language(locale)

    def __iter__(self) -> Iterator[str]:
        return iter(self.shelf.files)

    def __len__(self) -> int:
        return len(self.shelf.files)

    def __contains__(self, locale: object) -> bool:
        return locale in self.shelf.files


_table = _Table()

LANGUAGES: Mapping[str, Language] = _table
"""Every language polyleaf can print, by Babel locale."""


def use_folder(folder: Path | None) -> Shelf:
    """Put the language files of a project in front of polyleaf's own; a process works on one project at a time.

    Args:
        folder: ``languages/`` of the project, which need not be there; None for polyleaf's own files alone.
    """
    paths = sorted(folder.glob("*.toml")) if folder and folder.is_dir() else []
    stats = ((path, path.stat()) for path in paths if path.is_file())
    state = [(path, about.st_mtime_ns, about.st_size) for path, about in stats]
    if state != _table.state:
        _table.shelf = Shelf(folder, OURS) if folder and state else OURS
        _table.state = state
    return _table.shelf


def language(locale: str) -> Language:
    """The language of a Babel locale (``zh_Hans``).

    Raises:
        UsageError: There is no file for it, and the hint names the nearest; or its file cannot be used.
    """
    try:
        return LANGUAGES[locale]
    except KeyError:
        raise UsageError(f"Unknown locale {locale[:40]!r}.", _hint(locale)) from None


def words_of(language: Language) -> Words:
    """What is known for understanding texts in a language.

    Raises:
        UsageError: Its file cannot be used.
    """
    return _table.shelf.words(language.locale)


def words_of_script(script: str, kind: type) -> tuple[tuple[str, Words], ...]:
    """Locale and words of every language of a script (ISO 15924) that has a table of this kind in its own file."""
    return _table.shelf.of_script(script, kind)


def own_code(code: str) -> str:
    """The locale that a code of other programs and people means ("tl" is ``fil``); the code itself if it is not known.

    Args:
        code: A language tag with ``-`` or ``_``, in letters of any case.
    """
    return _table.shelf.other_codes.get(folded(code), code)


def territories_alike(locale: str) -> bool:
    """Whether texts in a language for one country serve in every other."""
    head = _table.shelf.heads.get(locale)
    return bool(head and head.territories_alike)


def _hint(locale: str) -> str:
    heads = _table.shelf.heads
    by_name = {name.casefold(): code for code, head in heads.items() for name in (head.english, head.native)}
    meant = _table.shelf.other_codes.get(folded(locale)) or by_name.get(locale.casefold()) or nearest(locale, heads)
    if not meant and (name := nearest(locale, by_name)):
        meant = by_name[name]
    if meant in heads:
        return f"Did you mean {meant!r} ({heads[meant].english})?"
    return "Locales are written as in Babel: 'pl', 'zh_Hans', 'fa_AF'. A new language is one file in languages/."
