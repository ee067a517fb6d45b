"""Makes the skeleton of a project's own language file."""

from __future__ import annotations

from pathlib import Path

from polyleaf.errors import UsageError
from polyleaf.files import write_atomic
from polyleaf.locales.print_facts import is_locale
from polyleaf.locales.scripts import SCRIPTS
from polyleaf.locales.shelf import FOLDER
from polyleaf.locales.table import LANGUAGES, OURS, file_of, language, meanings
from polyleaf.locales.tags import ROOT, Tag, cldr_of, english_name, full, parse_tag

_HEAD = """\
# How such a file is written: docs/languages.md. What begins with # is not read: take the # away where you know.
# Leave out what you are not sure of: `polyleaf languages {locale}` says what is printed in English or not checked.
english = "{english}"
# The name as its readers look for it.
native = "{native}"
# ISO 15924.{scripts}
{script_mark}script = "{script}"
"""

_MONTHS = """
[print]
# The months, as they stand in a date. Without them, dates are printed as 2026-11-20.
# months = ["…", "…", "…", "…", "…", "…", "…", "…", "…", "…", "…", "…"]
"""
_UNITS = """
[print.units]
# Units with their number. One pattern, or one for each plural form of the language.
# hour = "{0} …"
# minute = "{0} …"
# day = { one = "{0} …", other = "{0} …" }
# week = "{0} …"
# month = "{0} …"
# year = "{0} …"
"""
_NUMBERS = """
[numbers.words]
# Numbers in words, for the checks: up to twenty, tens, halves.
# 1 = ["…"]
# 2 = ["…", "…"]
"""
_NEGATION = """
[negation]
# How the language says no, for the checks: not, never, without, nothing, nor.
# no = ["…"]
# or = ["…"]
"""
_OPPOSITES = """
[opposites]
# What turns advice round, for the checks; the tables begin where the # is taken away.
# [opposites.left_right]
# left = ["…"]
# right = ["…"]
# [opposites.before_after]
# before = ["…"]
# after = ["…"]
"""


def new_language(root: Path, code: str) -> Path:
    """Writes the skeleton of a language file.

    Args:
        root: The project.
        code: The code of the language, as people write it.

    Returns:
        The new file, called as the locale.

    Raises:
        UsageError: It is no code of a language, or the project has a file for it already.
        MachineError: It cannot be written.
    """
    tag = parse_tag(code)
    known = meanings(code) if tag else ()
    locale = known[0] if known else tag.locale if tag else ""
    if not is_locale(locale):
        raise UsageError(
            f"{code[:40]!r} is no code of a language", "Codes have two or three letters, as in ISO 639: kar."
        )
    path = root / FOLDER / f"{locale}.toml"
    if path.exists():
        raise UsageError(f"there is already {FOLDER}/{path.name}", "Change it, or choose another code.")
    write_atomic(path, _skeleton(locale).encode())
    return path


def _skeleton(locale: str) -> str:
    """Our own file of the language if there is one, which the new one takes the place of; then what is lacking."""
    in_cldr = cldr_of(locale) != ROOT
    asked = (*(() if in_cldr else (_MONTHS, _UNITS)), _NUMBERS, _NEGATION, _OPPOSITES)
    text = OURS.files[locale].path.read_text(encoding="utf-8") if locale in OURS.files else _head(locale)
    return text + "".join(part for part in asked if part.partition("]")[0].strip() not in text)


def _head(locale: str) -> str:
    tag = parse_tag(locale) or Tag(locale)
    script, like = full(tag).script, file_of(locale)
    here = language(locale) if locale in LANGUAGES and script in SCRIPTS else None
    text = _HEAD.format(
        locale=locale,
        english=here.english if here else english_name(tag.language) or "…",
        native=here.native if here else "…",
        scripts="" if script else f" One of: {', '.join(SCRIPTS)}.",
        script=script or "Latn",
        script_mark="" if script in SCRIPTS else "# ",
    )
    return text + (f'# What does not stand here is read from there.\nreads_like = "{like}"\n' if like else "")
