"""The header of a catalog: what Poedit, msgfmt and pybabel want to find there."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from babel.core import Locale, UnknownLocaleError
from babel.messages import catalog as babel_catalog

from polyleaf.catalog.po.catalog import Catalog
from polyleaf.locales.table import LANGUAGES, own_code
from polyleaf.locales.tags import ROOT, cldr_of
from polyleaf.model.finding import Fault, Location

Fields = tuple[tuple[str, str], ...]
"""Header fields in order; a line without a colon has the name ""."""

_CHARSET = re.compile(rb"charset=([A-Za-z0-9_-]+)")
_UTF8 = ("utf-8", "utf8")


def parse_header(text: str) -> Fields:
    """The fields of a header entry's msgstr."""
    fields = []
    for line in text.split("\n"):
        name, colon, value = line.partition(":")
        if line.strip():
            fields.append((name.strip(), value.strip()) if colon else ("", line.strip()))
    return tuple(fields)


def header_text(fields: Fields) -> str:
    """The msgstr of a header entry."""
    return "".join(f"{name}: {value}\n" if name else f"{value}\n" for name, value in fields)


def charset_of(data: bytes) -> str:
    """The charset that the header of an undecoded file names, or ""."""
    match = _CHARSET.search(data)
    return match[1].decode("ascii") if match else ""


def header_faults(fields: Fields, here: Location) -> Iterator[Fault]:
    """What is wrong with a header: another charset than UTF-8, another language than that of its folder."""
    values = {name.lower(): value for name, value in fields}
    charset = re.search(r"charset=([^\s;]+)", values.get("content-type", ""), re.IGNORECASE)
    if charset and charset[1].lower() not in _UTF8:
        yield Fault(
            f"the header says charset={charset[1]}; only UTF-8 is read",
            here,
            "Save it as UTF-8: in Poedit, Translation > Properties > Charset.",
        )
    said = values.get("language", "")
    if here.locale and said not in ("", here.locale) and _base(said) != _base(here.locale):
        yield Fault(
            f'the header says "Language: {said}", but the catalog stands in the folder of {here.locale}',
            here,
            "Move the file to the folder of its language, or mend the header.",
        )


def _base(locale: str) -> str:
    """The bare language: Poedit may add a territory or drop a script."""
    try:
        base = Locale.parse(re.split(r"[@.]", locale)[0].replace("-", "_")).language
    except (ValueError, UnknownLocaleError):
        base = re.split(r"[-_@.]", locale)[0].lower()
    return own_code(base)


def with_header(catalog: Catalog, domain: str, date: datetime.date | None) -> Catalog:
    """The catalog with every header field that the gettext tools require; what a person wrote there is kept.

    Args:
        catalog: The catalog; its locale decides on ``Language`` and ``Plural-Forms``.
        domain: Name of the leaflet, or ``templates``.
        date: Date of the leaflet: the clock would make each run write other bytes.
    """
    wanted = dict(_template_fields(domain, date) if catalog.locale is None else _fields(domain, catalog.locale, date))
    if catalog.locale is None:
        return replace(catalog, headers=tuple(wanted.items()), raw=())
    fields = [(name, value or wanted.get(name, "")) for name, value in catalog.headers]
    present = {name.lower() for name, _ in fields}
    fields += [(name, value) for name, value in wanted.items() if name.lower() not in present]
    if tuple(fields) == catalog.headers:
        return catalog
    return replace(catalog, headers=tuple(fields), raw=())


def _fields(domain: str, locale: str, date: datetime.date | None) -> Mapping[str, str]:
    cldr = cldr_of(locale)
    plurals = babel_catalog.Catalog(locale=None if cldr == ROOT else cldr)
    name = LANGUAGES[locale].english if locale in LANGUAGES else locale
    return {
        "Project-Id-Version": domain,
        "PO-Revision-Date": _stamp(date),
        "Last-Translator": "Automatically generated",
        "Language-Team": name,
        "Language": locale,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plurals.plural_forms,
        "X-Generator": "polyleaf",
    }


def _template_fields(domain: str, date: datetime.date | None) -> Mapping[str, str]:
    return {
        "Project-Id-Version": domain,
        **({"POT-Creation-Date": _stamp(date)} if date else {}),
        "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
        "Language-Team": "LANGUAGE <LL@li.org>",
        "Language": "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": "polyleaf",
    }


def _stamp(date: datetime.date | None) -> str:
    return f"{date or datetime.date(2000, 1, 1)} 00:00+0000"
