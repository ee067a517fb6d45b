"""Languages without a file of their own: by the file of the nearest parent, and by what CLDR says."""

from __future__ import annotations

from copy import copy
from dataclasses import replace

from polyleaf.errors import UsageError
from polyleaf.locales.cldr_facts import filled, nearer
from polyleaf.locales.print_facts import Head, PrintFacts, make_language
from polyleaf.locales.scripts import SCRIPTS, not_set
from polyleaf.locales.shelf import Shelf
from polyleaf.locales.tags import ROOT, Tag, cldr_of, full, line_of, parse_tag
from polyleaf.model.language import Language


def derived(locale: str, shelf: Shelf) -> Language:
    """A language that has no file.

    Args:
        locale: Its locale, in the spelling of ``names.by_code``.
        shelf: The language files.

    Raises:
        ContentError: The file of its parent cannot be used.
        UsageError: Its script cannot be printed.
    """
    cldr = cldr_of(locale)
    if parent := next((one for one in line_of(locale) if one in shelf.files), ""):
        head = shelf.files[parent].head
        facts = nearer(locale, parent, shelf.files[parent].table(PrintFacts))
    else:
        head, facts = Head(cldr, cldr, _script(locale)), PrintFacts()
    return make_language(locale, _named(locale, cldr, head), filled(locale, facts), cldr)


def _named(locale: str, cldr: str, head: Head) -> Head:
    """The head with the names that CLDR has for the locale."""
    from babel import Locale  # noqa: PLC0415 - 20 ms that languages with a file can do without

    tag = parse_tag(locale) or Tag(locale)
    private = f" ({tag.private.replace('_', '-')})" if tag.private else ""
    if cldr != ROOT and (head.english == cldr or tag.territory or tag.script):
        known = Locale.parse(cldr)
        if tag.territory and not known.territory:
            known = copy(known)  # CLDR has no facts of its own on Urdu in Britain: Babel makes no such locale
            known.territory = tag.territory
        english = known.get_display_name("en") or head.english
        native = known.get_display_name(cldr) or english
        head = replace(head, english=english, native=native[0].title() + native[1:])
    return replace(head, english=f"{head.english}{private}", native=f"{head.native}{private}")


def _script(locale: str) -> str:
    """The script of a locale that has no file.

    Raises:
        UsageError: It cannot be printed.
    """
    script = full(parse_tag(locale) or Tag(locale)).script
    if script not in SCRIPTS:
        reason, hint = not_set(script)
        raise UsageError(f"{locale} cannot be printed: {reason}", hint)
    return script
