"""The languages there are: polyleaf's own, and those of the project at hand. One file a language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from polyleaf.errors import UsageError
from polyleaf.locales import names
from polyleaf.locales.derived import derived
from polyleaf.locales.print_facts import is_locale
from polyleaf.locales.shared import BUILT_IN
from polyleaf.locales.shelf import Shelf, Words, folded
from polyleaf.locales.tags import line_of
from polyleaf.model.language import Language

OURS = Shelf(BUILT_IN)
"""polyleaf's own language files."""


class _Table(Mapping[str, Language]):
    """Every language by locale. To list those that have a file is cheap; it is read when its language is asked for.

    Listed are the languages with a file. Any other locale of CLDR is there too when it is asked for.
    """

    def __init__(self) -> None:
        self.shelf = OURS
        self.state: object = None
        self.words: dict[str, Words] = {}

    def __getitem__(self, locale: str) -> Language:
        if locale in self.shelf.files:
            return self.shelf.language(locale)
        if locale not in self:
            raise KeyError(locale)
        return derived(locale, self.shelf)

    def __iter__(self) -> Iterator[str]:
        return iter(self.shelf.files)

    def __len__(self) -> int:
        return len(self.shelf.files)

    def __contains__(self, locale: object) -> bool:
        if locale in self.shelf.files:
            return True
        return isinstance(locale, str) and is_locale(locale) and names.by_code(locale, self.shelf) == locale


_table = _Table()

LANGUAGES: Mapping[str, Language] = _table
"""Every language polyleaf can print, by locale."""


def use_folder(folder: Path | None) -> Shelf:
    """Put the language files of a project in front of polyleaf's own; a process works on one project at a time.

    Args:
        folder: ``languages/`` of the project, which need not be there; None for polyleaf's own files alone.
    """
    paths = sorted(folder.iterdir()) if folder and folder.is_dir() else []
    stats = ((path, path.stat()) for path in paths if path.is_file())
    state = [(path, about.st_mtime_ns, about.st_size) for path, about in stats]
    if state != _table.state:
        _table.shelf = Shelf(folder, OURS) if folder and state else OURS
        _table.words = {}
        _table.state = state
    return _table.shelf


def language(locale: str) -> Language:
    """The language of a locale (``zh_Hans``): by its file, else by what CLDR knows of it.

    Raises:
        UsageError: There is no such locale, and the hint names the one that was meant; or its file cannot be used, or
            its script cannot be printed.
    """
    if locale in LANGUAGES:
        return LANGUAGES[locale]
    meant = meanings(locale)
    known = f"Did you mean {meant[0]!r}?" if len(meant) == 1 else names.unknown(locale, _table.shelf)[1]
    raise UsageError(f"Unknown locale {locale[:40]!r}.", known)


def meanings(text: str) -> tuple[str, ...]:
    """The locales that a code or a name of a language can mean, as people write it: ``zh-CN``, "Urdu", ``ua``."""
    return names.meanings(text, _table.shelf)


def unknown(text: str) -> tuple[str, str]:
    """What is wrong with a name that has not one meaning: a clause to stand behind it, and the way out."""
    return names.unknown(text, _table.shelf)


def file_of(locale: str) -> str:
    """The locale whose language file is read for this one: its own, or that of the nearest parent; "" if none is."""
    return next((one for one in line_of(locale) if one in _table.shelf.files), "")


def words_of(language: Language) -> Words:
    """What is known for understanding texts in a language.

    Raises:
        UsageError: Its file cannot be used.
    """
    found = _table.words.get(language.locale)
    if found is None:
        found = _table.words[language.locale] = _table.shelf.words(file_of(language.locale))
    return found


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
