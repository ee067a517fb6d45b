"""Where language files stand: polyleaf's own, and in front of them those of a project."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from polyleaf.errors import nearest
from polyleaf.locales.cldr_facts import filled
from polyleaf.locales.language_file import LanguageFile
from polyleaf.locales.print_facts import Head, PrintFacts, is_locale, make_language
from polyleaf.locales.scripts import iso_code
from polyleaf.locales.shared import shared
from polyleaf.locales.tags import cldr_of
from polyleaf.manuscript.faults import ContentError
from polyleaf.model.finding import Fault, Location
from polyleaf.model.language import Language

T = TypeVar("T")

FOLDER = "languages"
"""Name of the folder, in the package and in a project."""

_ENDINGS = (".toml", ".toml.txt")
"""How a language file ends, as people type it and as Windows saves it."""

_LEFT_BEHIND = (".", "~$")
"""How names begin of what macOS, Office and editors leave beside a file that is open or was copied."""


class Words:
    """What is known for understanding texts of one language.

    Args:
        files: Its file, then that of the language it is read like, and so on; none if nothing is known.
    """

    def __init__(self, *files: LanguageFile) -> None:
        self.files = files

    def section(self, kind: type[T]) -> T:
        """A table; an empty one if there is none.

        Raises:
            ContentError: The table cannot be used.
        """
        holder = self._holder(kind)
        return holder.table(kind) if holder else kind()

    def owner(self, kind: type) -> str:
        """The locale in whose file the table stands, or ""."""
        holder = self._holder(kind)
        return holder.locale if holder else ""

    def _holder(self, kind: type) -> LanguageFile | None:
        return next((file for file in self.files if file.has(kind)), None)


class Shelf:
    """The language files of a folder, and behind them those of another shelf. Nothing is read before it is asked for.

    Args:
        folder: The folder; it need not be there.
        behind: Asked for what is not here. Files there are read like files there, whatever stands in front.
    """

    def __init__(self, folder: Path, behind: Shelf | None = None) -> None:
        self._folder, self._behind = folder, behind
        self._languages: dict[str, Language] = {}
        self._words: dict[str, Words] = {}
        self._faults: dict[str, tuple[Fault, ...]] = {}
        self._of_script: dict[tuple[str, type], tuple[tuple[str, Words], ...]] = {}

    @cached_property
    def own(self) -> Mapping[str, LanguageFile]:
        """The files of this folder by locale, sorted. Files that are called otherwise are none."""
        paths = sorted(self._folder.glob("*.toml")) if self._folder.is_dir() else []
        return {path.stem: LanguageFile(path, f"{FOLDER}/{path.name}") for path in paths if is_locale(path.stem)}

    @cached_property
    def misnamed(self) -> tuple[Path, ...]:
        """Files of this folder that are to be language files by their ending, and are not read for their names."""
        paths = sorted(self._folder.iterdir()) if self._folder.is_dir() else []
        read = {file.path for file in self.own.values()}
        meant = (path for path in paths if path.name.casefold().endswith(_ENDINGS) and path not in read)
        return tuple(path for path in meant if not path.name.startswith(_LEFT_BEHIND))

    @cached_property
    def files(self) -> Mapping[str, LanguageFile]:
        """The file of every locale, sorted."""
        every = {**(self._behind.files if self._behind else {}), **self.own}
        return {locale: every[locale] for locale in sorted(every)}

    @cached_property
    def heads(self) -> Mapping[str, Head]:
        """What each language is, by locale; without those whose file cannot be used."""
        found: dict[str, Head] = {}
        for locale, file in self.files.items():
            with suppress(ContentError):
                found[locale] = file.head
        return found

    @cached_property
    def other_codes(self) -> Mapping[str, str]:
        """The locale, or the code of a language without a file, for each code that others write; folded."""
        own = ((code, locale) for locale, head in self.heads.items() for code in head.other_codes)
        return {folded(code): meant for code, meant in (*shared().slips.items(), *shared().other_codes.items(), *own)}

    def replaces(self, locale: str) -> str:
        """English name of the language behind that a file of this folder takes the place of, or ""."""
        head = self._behind.heads.get(locale) if self._behind and locale in self.own else None
        return head.english if head else ""

    def language(self, locale: str) -> Language:
        """The language of a locale that has a file.

        Raises:
            ContentError: The file cannot be used.
        """
        if locale not in self.own and self._behind:
            return self._behind.language(locale)
        if locale not in self._languages:
            file = self.own[locale]
            self._languages[locale] = make_language(
                locale, file.head, filled(locale, file.table(PrintFacts)), cldr_of(locale)
            )
        return self._languages[locale]

    def words(self, locale: str) -> Words:
        """The words of a locale; none if it has no file.

        Raises:
            ContentError: The head of its file cannot be used.
        """
        if locale not in self.own:
            return self._behind.words(locale) if self._behind else Words()
        if locale not in self._words:
            chain = [self.own[locale]]
            while (like := chain[-1].head.reads_like) in self.own and self.own[like] not in chain:
                chain.append(self.own[like])
            behind = self._behind.words(like).files if self._behind and like not in self.own else ()
            self._words[locale] = Words(*chain, *behind)
        return self._words[locale]

    def of_script(self, script: str, kind: type) -> tuple[tuple[str, Words], ...]:
        """Locale and words of every language of a script (ISO 15924) that has a table of its own."""
        if (script, kind) not in self._of_script:
            found = []
            for locale, head in self.heads.items():
                with suppress(ContentError):  # a faulty file is no neighbour, and is told elsewhere
                    if iso_code(head.script) == script and self.files[locale].has(kind):
                        self.files[locale].table(kind)
                        found.append((locale, self.words(locale)))
            self._of_script[script, kind] = tuple(found)
        return self._of_script[script, kind]

    def faults(self, locale: str) -> tuple[Fault, ...]:
        """Everything that is wrong with the file of a locale, and with what it is read like."""
        if locale not in self._faults:
            self._faults[locale] = self._looked_through(self.files[locale])
        return self._faults[locale]

    def _looked_through(self, file: LanguageFile) -> tuple[Fault, ...]:
        place = Location(file.shown_as)
        if file.path.resolve().parent != file.path.parent.resolve():
            return (Fault("The file is a link that leads out of its folder", place, "Copy the file"),)
        found, chain = file.faults(), [file.locale]
        while not found and (like := file.head.reads_like):
            place = file.at("reads_like")
            if like in chain:
                return (Fault(f"`reads_like` goes in a circle: {' → '.join((*chain, like))}", place),)
            if like not in self.files:
                near = nearest(like, self.files)
                hint = f"Did you mean {near!r}?" if near else ""
                return (Fault(f"`reads_like` is {like!r}, a language without a file", place, hint),)
            file = self.files[like]
            found = file.faults()
            chain.append(like)
        return found


def folded(code: str) -> str:
    """A language code in small letters, its parts joined by ``_``."""
    return code.casefold().replace("-", "_")
