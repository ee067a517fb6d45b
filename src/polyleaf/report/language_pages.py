"""``docs/languages.md``: every language, what its checks have words for, and how a language file is written.

``python -m polyleaf.report.language_pages docs/languages.md`` writes the file.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

from polyleaf.errors import ExitCode
from polyleaf.locales.keys import is_needed, name_of, table_of
from polyleaf.locales.language_file import TABLES
from polyleaf.locales.shared import BUILT_IN
from polyleaf.locales.table import LANGUAGES, use_folder
from polyleaf.model.language import Language
from polyleaf.reading.coverage import KINDS, holder

_HEAD = """\
# Languages

<!-- Written by `make docs` from src/polyleaf/languages/. Change the language files, not this file. -->

These codes go into `source`, `targets` and `-l`, and so do other names for the same languages: `zh-CN`, `pt-br`,
`Urdu`, `tl`. Any other locale of CLDR can be used by its code too (`pt-AO`, `es-419`, `en-GB-x-easy`): it is printed
as CLDR has it and read by the words of its parent. `polyleaf languages WORD` finds a language, and says what there is
for it on this computer: font, words around the text, words for the checks.

All that polyleaf knows of a language stands in one file, `src/polyleaf/languages/<code>.toml`. Its second line says
what it was read against. What is printed with a number and has no word there is printed in the source language.

A check can find a slip only where it has words of the language. **yes** is a table in the language's own file; a code
is the language whose table is read; **–** is none, and then slips of that kind are not noticed: have them compared by
a reviser. `polyleaf check -v` and `polyleaf catalog status` say it too. Without words of its own for units and the
clock, a language is read with the forms that CLDR has. *The wrong language* is one of the same script, from which
it is told by its small words.

"""

_FORM = """\
## How a language file is written

A language file is TOML: `key = "text"`, `key = ["word", "word"]`, tables under `[name]`, notes behind `#`. It is
called as the code of its language (`sw.toml`, `zh_Hant.toml`) and saved as UTF-8. `en.toml` is a good model.

- Phrases are written with spaces: `"no one"`. Capitals do not matter, nor do vowel points of Arabic and Hebrew.
- A `*` stands for any letters: `"nie*"` is every word that begins so, `"*less"` every word that ends so.
- A table that is absent is absent on purpose: what needs it is not checked. Leave out what you are not sure of.
- With `reads_like = "zh_Hans"`, tables that do not stand in the file are read from there; a table that stands in the
  file, even an empty one, takes the place of the whole table.
- A language in two scripts is written once: with `respells = "sr"` and `spelling`, tables are read from there in other
  letters.

A project may bring its own file, `languages/<code>.toml` beside `polyleaf.toml` (`polyleaf languages new kar` writes a
skeleton that asks for what is needed); it takes the place of polyleaf's own
for that language. A file with a fault is named with the line, and its language is left out until it is mended.
"""


def languages_markdown() -> str:
    """The whole of the page, for polyleaf's own language files."""
    use_folder(None)
    form = tomllib.loads((BUILT_IN / "form.toml").read_text(encoding="utf-8"))
    parts = [_HEAD, *_languages(), "\n", _FORM]
    for name, kind in TABLES.items():
        about = form[name or "head"]
        heading = f"`[{name}]`" if name else "The lines above the first table"
        parts += [f"\n### {heading}\n\n{about['_']}\n\n| key | what it says |\n|---|---|\n", *_rows(kind, about, "")]
    return "".join(parts)


def _languages() -> Iterator[str]:
    kinds = " | ".join(kind.name for kind in KINDS)
    yield f"| code | language | own name | script | font | {kinds} |\n"
    yield "|---" * (5 + len(KINDS)) + "|\n"
    for language in sorted(LANGUAGES.values(), key=lambda one: one.english):
        cells = [f"`{language.locale}`", language.english, language.native, language.script, language.families[0]]
        cells += (_cell(holder(kind, language), language) for kind in KINDS)
        yield f"| {' | '.join(cells)} |\n"


def _cell(locale: str, language: Language) -> str:
    if not locale:
        return "–"
    return "yes" if locale == language.locale else f"`{locale}`"


def _rows(kind: type, about: Mapping[str, Any], path: str) -> Iterator[str]:
    hints = get_type_hints(kind)
    for one in fields(kind):
        name = name_of(one)
        said = about[name]["_"] if isinstance(about[name], dict) else about[name]
        needed = " Needed." if is_needed(one) else ""
        yield f"| `{path}{name}` | {said.replace('|', '/')}{needed} |\n"
        if inner := table_of(hints[one.name]):
            yield from _rows(inner, about[name], f"{path}{name}.")


def main(arguments: Sequence[str]) -> ExitCode:
    """Write the page to the one path that is given."""
    if len(arguments) != 1:
        print("python -m polyleaf.report.language_pages docs/languages.md", file=sys.stderr)  # noqa: T201 - a program's own words
        return ExitCode.USAGE
    Path(arguments[0]).write_text(languages_markdown(), encoding="utf-8")
    return ExitCode.OK


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
