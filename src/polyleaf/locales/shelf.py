"""Where language files stand: polyleaf's own, and in front of them those of a project."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from polyleaf.errors import nearest
from polyleaf.locales.language_file import LanguageFile
from polyleaf.locales.print_facts import Head, is_locale, make_language
from polyleaf.locales.scripts import iso_code
from polyleaf.locales.shared import shared
from polyleaf.locales.words import NAMES
from polyleaf.manuscript.faults import ContentError
from polyleaf.model.finding import Fault, Location
from polyleaf.model.language import Language

T = TypeVar("T")

FOLDER = "languages"
"""Name of the folder, in the package and in a project."""


class Words:
    """What is known for understanding texts of one language: its own tables, then those of the language it is like.

    Args:
        file: Its file; None if nothing is known.
        like: The words of the language that it is read like.
    """

    def __init__(self, file: LanguageFile | None = None, like: Words | None = None) -> None:
        self._file, self._like = file, like
        self._read: dict[type, object] = {}

    def section(self, kind: type[T]) -> T:
        """A table; an empty one if there is none.

        Raises:
            ContentError: The table cannot be used.
        """
        found = self._read.get(kind)
        if not isinstance(found, kind):
            file = self._holder(kind)
            found = self._read[kind] = file.section(kind, NAMES[kind]) if file else kind()
        return found

    def owner(self, kind: type) -> str:
        """The locale in whose file the table stands, or ""."""
        file = self._holder(kind)
        return file.locale if file else ""

    def _holder(self, kind: type) -> LanguageFile | None:
        if self._file and self._file.has(NAMES[kind]):
            return self._file
        return self._like._holder(kind) if self._like else None  # noqa: SLF001 - one of its own kind


class Shelf:
    """The language files of a folder, and behind them those of another shelf. Nothing is read before it is asked for.

    Args:
        folder: The folder; it need not be there.
        shown_as: How faults name it.
        behind: Asked for what is not here. Files there are read like files there, whatever stands in front.
    """

    def __init__(self, folder: Path, shown_as: str, behind: Shelf | None = None) -> None:
        self._folder, self._shown_as, self._behind = folder, shown_as, behind
        self._languages: dict[str, Language] = {}
        self._words: dict[str, Words] = {}
        self._faults: dict[str, tuple[Fault, ...]] = {}
        self._of_script: dict[tuple[str, type], tuple[tuple[str, Words], ...]] = {}

    @property
    def is_of_project(self) -> bool:
        """Whether these are the files of a project."""
        return self._behind is not None

    def replaces(self, locale: str) -> str:
        """English name of the language behind that a file of this folder takes the place of, or ""."""
        head = self._behind.heads.get(locale) if self._behind and locale in self.own else None
        return head.english if head else ""

    @cached_property
    def own(self) -> dict[str, LanguageFile]:
        """The files of this folder by locale, sorted. Files that are called otherwise are none."""
        paths = sorted(self._folder.glob("*.toml")) if self._folder.is_dir() else []
        return {
            path.stem: LanguageFile(path, f"{self._shown_as}/{path.name}") for path in paths if is_locale(path.stem)
        }

    @cached_property
    def locales(self) -> tuple[str, ...]:
        """Every locale that has a file, sorted."""
        return tuple(sorted({*self.own, *(self._behind.locales if self._behind else ())}))

    @cached_property
    def heads(self) -> Mapping[str, Head]:
        """What each language is, by locale; without those whose file cannot be used."""
        found: dict[str, Head] = {}
        for locale in self.locales:
            with suppress(ContentError):
                found[locale] = self.file(locale).head
        return found

    @cached_property
    def other_codes(self) -> Mapping[str, str]:
        """The locale, or the code of a language without a file, for each code that others write; folded."""
        own = ((code, locale) for locale, head in self.heads.items() for code in head.other_codes)
        return {folded(code): meant for code, meant in (*shared().other_codes.items(), *own)}

    def file(self, locale: str) -> LanguageFile:
        """The file of a locale that has one."""
        found = self.own.get(locale)
        if found is not None:
            return found
        if self._behind is None:
            raise KeyError(locale)
        return self._behind.file(locale)

    def faults(self, locale: str) -> tuple[Fault, ...]:
        """Everything that is wrong with the file of a locale, and with what it is read like."""
        if locale not in self._faults:
            self._faults[locale] = self._looked_through(locale)
        return self._faults[locale]

    def _looked_through(self, locale: str) -> tuple[Fault, ...]:
        from babel import localedata  # noqa: PLC0415 - nobody needs it who has no language files

        file = self.file(locale)
        if file.path.resolve().parent != file.path.parent.resolve():
            return (Fault("The file is a link that leads out of its folder", Location(file.shown_as), "Copy the file"),)
        if not localedata.exists(locale):
            message = f"CLDR, whose numbers and dates polyleaf prints, has no language {locale!r}"
            return (Fault(message, Location(file.shown_as), "Call the file by the code of a language of CLDR"),)
        found = file.faults()
        chain = [locale]
        while not found and (like := file.head.reads_like):
            place = self.file(locale).at("reads_like")
            if like in chain:
                return (Fault(f"`reads_like` goes in a circle: {' → '.join((*chain, like))}", place),)
            if like not in self.locales:
                near = nearest(like, self.locales)
                hint = f"Did you mean {near!r}?" if near else ""
                return (Fault(f"`reads_like` is {like!r}, a language without a file", place, hint),)
            chain.append(like)
            file = self.file(like)
            found = file.faults()
        return found

    def language(self, locale: str) -> Language:
        """The language of a locale that has a file.

        Raises:
            ContentError: The file cannot be used.
        """
        if locale not in self.own and self._behind is not None:
            return self._behind.language(locale)
        if locale not in self._languages:
            file = self.own[locale]
            self._languages[locale] = make_language(locale, file.head, file.print_facts)
        return self._languages[locale]

    def words(self, locale: str) -> Words:
        """The words of a locale; none if it has no file.

        Raises:
            ContentError: The head of its file cannot be used.
        """
        if locale not in self.own and self._behind is not None:
            return self._behind.words(locale)
        if locale not in self._words:
            self._words[locale] = self._chained(locale, ())
        return self._words[locale]

    def of_script(self, script: str, kind: type) -> tuple[tuple[str, Words], ...]:
        """Locale and words of every language of a script (ISO 15924) that has a table of its own."""
        if (script, kind) not in self._of_script:
            found = []
            for locale, head in self.heads.items():
                if iso_code(head.script) == script and self.file(locale).has(NAMES[kind]):
                    with suppress(ContentError):  # a faulty file is no neighbour, and is told elsewhere
                        self.words(locale).section(kind)
                        found.append((locale, self.words(locale)))
            self._of_script[script, kind] = tuple(found)
        return self._of_script[script, kind]

    def _chained(self, locale: str, seen: tuple[str, ...]) -> Words:
        if locale not in self.own:
            return self._behind.words(locale) if self._behind else Words()
        file = self.own[locale]
        like = file.head.reads_like
        return Words(file, self._chained(like, (*seen, locale)) if like and like not in (*seen, locale) else None)


def folded(code: str) -> str:
    """A language code in small letters, its parts joined by ``_``."""
    return code.casefold().replace("-", "_")
