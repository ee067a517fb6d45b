"""Reads ``polyleaf.toml`` into a ``Config``; collects every fault with its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from polyleaf.errors import nearest
from polyleaf.manuscript.faults import ContentError, FaultLog, Refusal
from polyleaf.manuscript.plain_file import read_plain
from polyleaf.manuscript.toml_file import load_toml
from polyleaf.manuscript.toml_lines import TomlLines
from polyleaf.model.edition import AMERICAN, SLENDER, Edition
from polyleaf.model.finding import Waiver
from polyleaf.model.logo import LogoRules
from polyleaf.model.message import Text
from polyleaf.model.project import Config, Contact, Press, PrintJob
from polyleaf.source.logo import check_logo
from polyleaf.source.look import inks_of, read_look
from polyleaf.source.own_languages import named_again, read_own_languages, require_usable, unset_languages
from polyleaf.source.presets import own_presets
from polyleaf.source.root import CONFIG_NAME
from polyleaf.source.schema import EXAMPLES, ContactTable, EditionTable, ProjectFile, known_keys
from polyleaf.source.text import make_text
from polyleaf.source.values import shown
from polyleaf.source.wording import check_wording

CONFIG_LIMIT = 1024 * 1024
"""Most bytes of ``polyleaf.toml``."""

_BUILT_IN = {"clear": 14.0, "large": 18.0, "giant": 24.0}
_NARROWEST = 60.0
_PANEL_MARGIN = 15.0
"""In mm: of a page of a folded sheet, and of paper as narrow."""

Keys = tuple[str | int, ...]


def read_config(path: Path) -> Config:
    """The configuration of a project.

    Args:
        path: ``polyleaf.toml``.

    Raises:
        ContentError: The file cannot be used; all its faults are collected.
    """
    text = read_plain(path, CONFIG_NAME, CONFIG_LIMIT)
    own = read_own_languages(path.parent)
    config = parse_config(text, path.parent)
    faulty = {one.locale for one in own if one.faults}
    unset = unset_languages((one for one in config.locales if one not in faulty), TomlLines(text))
    config = replace(config, own_languages=(*config.own_languages, *own, *unset))
    require_usable(config, (config.source,))
    refused = {one.locale for one in config.refused_languages}
    return replace(config, targets=tuple(locale for locale in config.targets if locale not in refused))


def parse_config(text: str, root: Path | None = None) -> Config:
    """The configuration written in ``text``.

    Args:
        text: The content of ``polyleaf.toml``.
        root: Folder of the project, to look at the logo; None if there is none.

    Raises:
        ContentError: As ``read_config``.
    """
    log = FaultLog(CONFIG_NAME)
    content = load_toml(text, log, 'name = "Example Hospital"')
    lines = TomlLines(text)
    try:
        file = ProjectFile.model_validate(content)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _translate(detail, lines, log)
        raise ContentError(log.faults) from None
    contacts = {key: _contact(key, table, lines, log) for key, table in file.contacts.items()}
    editions = _editions(file.editions, lines, log)
    languages = file.languages
    again = named_again(languages.source, languages.targets, content, lines)
    if file.logo.file and root is not None:
        check_logo(root, file.logo.file, lines.find(("logo", "file")), log)
    look = read_look(file.look, lines, log)
    if log.faults:
        raise ContentError(log.faults)
    return Config(
        organisation=file.organisation.name,
        web=file.organisation.web or "",
        verify=file.organisation.verify or "",
        source=languages.source,
        targets=tuple(locale for at, locale in enumerate(languages.targets) if at not in again),
        digits=languages.digits,
        contacts=contacts,
        editions=editions,
        press=Press(**{**dict(file.press), "colours": inks_of(file.look.theme, file.press.colours)}),
        print_job=PrintJob(**{key: words for key, words in file.print if words}),
        waivers=tuple(
            Waiver(waiver.check, waiver.reason, log.at(lines.find(("checks", "waivers", index))))
            for index, waiver in enumerate(file.checks.waivers)
        ),
        critical=tuple(dict.fromkeys(file.checks.critical)),
        accessible=file.accessible,
        presets=own_presets(file.preflight),
        logo=LogoRules(file.logo.width, file.logo.clear, tuple(file.logo.colours), file.logo.file or ""),
        look=look,
        own_languages=tuple(again.values()),
    )


def _contact(key: str, table: ContactTable, lines: TomlLines, log: FaultLog) -> Contact:
    def text(field: str, words: str | None) -> Text | None:
        return written(field, words) if words else None

    def written(field: str, words: str) -> Text:
        line = lines.find(("contacts", key, field))
        made = make_text(words, log.at(line), "contact")
        check_wording(made, log)
        if made.placeholders:
            log.add(
                f"`{field}` in [contacts.{key}] holds {{{made.placeholders[0]}}}; only leaflets have facts",
                line,
                "Write the value itself",
            )
        return made

    return Contact(
        id=key,
        name=written("name", table.name),
        phone=table.phone or "",
        email=table.email or "",
        web=table.web or "",
        hours=text("hours", table.hours),
        note=text("note", table.note),
    )


def _editions(tables: Mapping[str, EditionTable], lines: TomlLines, log: FaultLog) -> dict[str, Edition]:
    """The editions as configured, else the built-in ones."""
    if not tables:
        return {name: Edition(name, size, "A4", _default_margin("A4", "")) for name, size in _BUILT_IN.items()}
    editions = {}
    for name, table in tables.items():
        fold = table.fold or ""
        margin = table.margin
        if margin is None:
            margin = _default_margin(table.paper, fold)
        set_by = "fold" if fold else "margin" if table.margin is not None else "size"
        line = lines.find(("editions", name, set_by))
        edition = Edition(name, table.size, table.paper, margin, fold, table.fields, line)
        if fold and table.fields:
            log.add(
                f"[editions.{name}]: a form that is filled in on a screen cannot be put on a sheet to fold",
                lines.find(("editions", name, "fields")),
                "Make two editions of it: one with `fields`, one with `fold`",
            )
        room = edition.width - 2 * margin
        if room < _NARROWEST and fold and (table.margin is None or edition.width - 2 * _PANEL_MARGIN < _NARROWEST):
            log.add(
                f"[editions.{name}]: {table.paper} in a {fold} has pages of {edition.width:.0f} mm, too few for text",
                line,
                f'Fold larger paper; or fold it once, fold = "booklet": its pages have {edition.sheet[0] / 2:.0f} mm',
            )
        elif room < _NARROWEST:
            log.add(
                f"[editions.{name}]: margins of {margin:g} mm leave {room:g} mm for the text",
                lines.find(("editions", name, "margin")),
                f"Choose margins of at most {(edition.width - _NARROWEST) / 2:g} mm, or larger paper",
            )
        editions[name] = edition
    return editions


def _default_margin(paper: str, fold: str) -> float:
    if fold or paper in SLENDER:
        return _PANEL_MARGIN
    return 25.4 if paper in AMERICAN else 20.0


def _translate(detail: ErrorDetails, lines: TomlLines, log: FaultLog) -> None:
    """One pydantic error as a fault for people."""
    keys: Keys = tuple(key for key in detail["loc"] if key != "[key]")
    table, key = keys[:-1], keys[-1] if keys else ""
    refusal = detail.get("ctx", {}).get("error")
    hint = ""
    match detail["type"]:
        case "extra_forbidden":
            message, hint = f"unknown key `{key}`{_in_table(table)}", _known(str(key), table)
        case "missing" if len(keys) == 1:
            message, hint = f"[{key}] is missing", EXAMPLES[str(key)]
        case "missing":
            message, hint = f"`{key}` is missing{_in_table(table)}", f'Add a line: {key} = "…"'
        case _ if isinstance(refusal, Refusal):
            message, hint = f"`{_name(keys)}` {refusal.message}", refusal.hint
        case "string_type":
            message, hint = f"`{_name(keys)}` is not text", f'Write it in quotes: {_name(keys)} = "…"'
        case "list_type":
            message, hint = f"`{_name(keys)}` is not a list", f'Write it in brackets: {_name(keys)} = ["…", "…"]'
        case "dict_type" | "model_type":
            message, hint = (
                f"`{_name(keys)}` is not a table",
                f"Write its keys under a line [{'.'.join(map(str, keys))}]",
            )
        case "literal_error":
            expected = detail.get("ctx", {}).get("expected", "")
            message, hint = f"`{_name(keys)}` is {shown(str(detail['input']))}", f"It is one of: {expected}"
        case _:
            message = f"`{_name(keys)}`: {detail['msg']}"
    log.add(message[0].upper() + message[1:], lines.find(keys), hint)


_BEFORE_TABLES = "accessible"
"""The one key outside of all tables: behind a [table], TOML takes it for one of the table's."""


def _name(keys: Keys) -> str:
    """The key a person would look for: an entry of a list is named by its list."""
    return next((key for key in reversed(keys) if isinstance(key, str)), CONFIG_NAME)


def _in_table(table: Keys) -> str:
    return f" in [{'.'.join(str(key) for key in table if isinstance(key, str))}]" if table else ""


def _known(key: str, table: Keys) -> str:
    known = known_keys(table)
    near = nearest(key, known)
    if table and not near and key == _BEFORE_TABLES:
        return f"`{key}` stands at the top of the file, before the first [table]"
    return f"Did you mean `{near}`?" if near else f"Known here: {', '.join(known)}"
