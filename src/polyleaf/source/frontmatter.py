"""Reads the front matter of a leaflet: the keys between the two ``---`` lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from polyleaf.errors import nearest
from polyleaf.manuscript.faults import FaultLog, Refusal
from polyleaf.model.facts import Fact
from polyleaf.model.finding import Location, Waiver
from polyleaf.model.leaflet import NO_DATE, Layout, Leaflet, Promise
from polyleaf.model.message import Text
from polyleaf.source import values
from polyleaf.source.dates import date
from polyleaf.source.fact_values import read_fact
from polyleaf.source.front_matter_lines import tell_notes
from polyleaf.source.key_points import points_box
from polyleaf.source.keys import as_known, slips
from polyleaf.source.text import make_text
from polyleaf.source.wording import check_wording
from polyleaf.source.yaml_tree import Entries, Entry, Items, Node, Scalar, read_yaml, with_its_colon

T = TypeVar("T")

REQUIRED = ("title", "code", "version", "published", "review_by", "owner")
OPTIONAL = ("summary", "contacts", "references", "facts", "waivers", "layout", "key", "contents", "fit")
KNOWN = (*REQUIRED, *OPTIONAL)

_EXAMPLES = {
    "title": "Vertebroplasty",
    "code": "RAD-014",
    "version": '"1.0"',
    "published": "2026-11-20",
    "review_by": "2028-11-20",
    "owner": "Interventional Radiology",
}


def read_front_matter(
    front: str | None, log: FaultLog, name: str, contacts: Mapping[str, object]
) -> tuple[Leaflet, bool]:
    """The leaflet of a front matter, still without a body; and whether it has all that a leaflet needs.

    What is missing or unusable stands by its name (``[code]``), so that a draft can be printed.

    Args:
        front: The lines between the ``---`` lines, which begin on line 2; None if there are none.
        log: Takes the faults.
        name: Name of the leaflet.
        contacts: Contacts of the project, by id.
    """
    tree = read_yaml(front, 2, log) if front is not None else None
    tell_notes(front.split("\n") if tree and front else (), log)
    if tree is None:  # told already
        return _leaflet(_Reader(Entries({}, 1), FaultLog(log.path)), name, contacts)
    return _leaflet(_Reader(tree, log), name, contacts)


def _leaflet(reader: _Reader, name: str, contacts: Mapping[str, object]) -> tuple[Leaflet, bool]:
    reader.refuse_unknown()
    title = reader.required("title", values.words)
    code = reader.required("code", values.words)
    version = reader.version()
    published = reader.required("published", date)
    review_by = reader.required("review_by", date)
    owner = reader.required("owner", values.words)
    summary = reader.optional("summary", values.words)
    closing = tuple(contact for contact in reader.texts("contacts") if reader.known_contact(contact, contacts))
    references = tuple(reader.words_at(scalar).msgid for scalar in reader.texts("references"))
    facts, fact_locations = reader.facts()
    waivers = reader.waivers(name)
    layout = reader.optional("layout", values.layout) or Layout.FULL
    whole = bool(title and code and version and published and review_by and owner)
    if published and review_by and review_by <= published:
        reader.fault(
            "review_by", f"`review_by` ({review_by}) is not after `published` ({published})", "Check both dates"
        )
    return Leaflet(
        name=name,
        path=reader.path,
        title=reader.text(title or f"[{name}]", "title"),
        summary=reader.text(summary, "summary") if summary else None,
        code=code or "[code]",
        version=version or "[version]",
        published=published or NO_DATE,
        review_by=review_by or NO_DATE,
        owner=owner or "[owner]",
        contacts=tuple(scalar.text for scalar in closing),
        references=references,
        facts=facts,
        blocks=points_box(tuple(reader.words_at(scalar) for scalar in reader.texts("key")), reader.log),
        fact_locations=fact_locations,
        waivers=waivers,
        locations=reader.places(),
        layout=layout,
        contents=reader.optional("contents", values.switch),
        fit=reader.promise(),
    ), whole


class _Reader:
    def __init__(self, tree: Entries, log: FaultLog) -> None:
        self._entries = as_known(tree.entries, KNOWN)
        self._slips = slips(self._entries, KNOWN)
        self.log = log

    @property
    def path(self) -> str:
        return self.log.path

    def line(self, key: str) -> int:
        return self._entries[key].line if key in self._entries else 1

    def places(self) -> dict[str, Location]:
        return {key: self.log.at(entry.line) for key, entry in self._entries.items()}

    def fault(self, key: str, message: str, hint: str) -> None:
        self.log.add(message, self.line(key), hint)

    def text(self, words: str, key: str) -> Text:
        made = make_text(words, self.log.at(self.line(key)), key)
        check_wording(made, self.log)
        return made

    def words_at(self, scalar: Scalar) -> Text:
        made = make_text(scalar.text, self.log.at(scalar.line))
        check_wording(made, self.log)
        return made

    def refuse_unknown(self) -> None:
        for key, near in self._slips.items():
            hint = f"Did you mean `{near}`?" if near else f"Known here: {', '.join(KNOWN)}"
            self.log.add(f"Unknown key `{values.shown(key)[1:-1]}` in the front matter", self.line(key), hint)

    def required(self, key: str, read: Callable[[str], T]) -> T | None:
        if key not in self._entries:
            if key not in self._slips.values():
                self.log.add(
                    f"`{key}` is missing in the front matter", 1, f"Add a line, such as {key}: {_EXAMPLES[key]}"
                )
            return None
        return self.optional(key, read)

    def promise(self) -> Promise | None:
        pages = self.optional("fit", values.pages)
        return None if pages is None else Promise(pages, self.log.at(self.line("fit")))

    def optional(self, key: str, read: Callable[[str], T]) -> T | None:
        entry = self._entries.get(key)
        if entry is None:
            return None
        if not isinstance(entry.value, Scalar):
            self.log.add(f"`{key}` is not a single value", entry.line, "Text with [ { or : in it stands in quotes")
            return None
        return self._try(key, entry.line, entry.value, read)

    def _try(self, key: str, line: int, scalar: Scalar, read: Callable[[str], T]) -> T | None:
        try:
            return read(scalar.text.strip())
        except Refusal as refusal:
            self.log.add(f"`{key}` {refusal.message}", line, refusal.hint)
        return None

    def version(self) -> str | None:
        """The version must be text: as a number, 1.10 would be 1.1."""
        version = self.required("version", values.words)
        entry = self._entries.get("version")
        if version and entry and isinstance(entry.value, Scalar) and not entry.value.is_text:
            self.log.add("`version` has no quotes, so 1.10 would be 1.1", entry.line, f'Write version: "{version}"')
            return None
        return version

    def texts(self, key: str) -> tuple[Scalar, ...]:
        """A list of texts."""
        found: list[Scalar] = []
        for item in self._list(key, "[ward, pals]" if key == "contacts" else "a line with - before each"):
            item = item if key == "contacts" else with_its_colon(item)  # noqa: PLW2901 - the same in one piece
            if isinstance(item, Scalar) and item.text.strip():
                found.append(item)
            else:
                self.log.add(f"An entry of `{key}` is not text", item.line, "Text with : in it stands in quotes")
        return tuple(found)

    def _list(self, key: str, example: str) -> tuple[Node, ...]:
        entry = self._entries.get(key)
        if entry is None or _is_empty(entry):
            return ()
        if isinstance(entry.value, Scalar) and key != "waivers":
            words = entry.value.text.split(",") if key == "contacts" else [entry.value.text]
            return tuple(replace(entry.value, text=one.strip()) for one in words if one.strip())
        if not isinstance(entry.value, Items):
            self.log.add(f"`{key}` is not a list", entry.line, f"Write it as a list: {example}")
            return ()
        return entry.value.items

    def known_contact(self, scalar: Scalar, contacts: Mapping[str, object]) -> bool:
        if scalar.text in contacts:
            return True
        self.log.add(*unknown_contact(scalar.text, contacts, scalar.line))
        return False

    def facts(self) -> tuple[dict[str, Fact], dict[str, Location]]:
        entry = self._entries.get("facts")
        facts: dict[str, Fact] = {}
        places: dict[str, Location] = {}
        if entry is None or _is_empty(entry):
            return facts, places
        if not isinstance(entry.value, Entries):
            self.log.add(
                "`facts` is not a list of names", entry.line, "Under it: fasting_food: {quantity: 6, unit: hour}"
            )
            return facts, places
        for name, fact_entry in entry.value.entries.items():
            places[name] = self.log.at(fact_entry.line)
            if fact := read_fact(name, fact_entry, self.log):
                facts[name] = fact
        return facts, places

    def waivers(self, leaflet: str) -> tuple[Waiver, ...]:
        waivers: list[Waiver] = []
        example = '{check: source/sentence-too-long, reason: "why"}'
        for item in self._list("waivers", f"[{example}]"):
            if not isinstance(item, Entries) or set(item.entries) != {"check", "reason"}:
                self.log.add("A waiver has exactly a `check` and a `reason`", item.line, f"Write {example}")
                continue
            parts = {
                key: self._try(key, entry.line, entry.value, values.check_id if key == "check" else values.words)
                for key, entry in item.entries.items()
                if isinstance(entry.value, Scalar)
            }
            check, reason = parts.get("check"), parts.get("reason")
            if check and reason:
                waivers.append(Waiver(check, reason, self.log.at(item.line), leaflet))
            elif len(parts) < 2:  # noqa: PLR2004 - check and reason
                self.log.add("A waiver's `check` and `reason` are texts", item.line, f"Write {example}")
        return tuple(waivers)


def unknown_contact(contact: str, contacts: Mapping[str, object], line: int) -> tuple[str, int, str]:
    """The fault of naming a contact that ``polyleaf.toml`` does not have."""
    near = nearest(contact, contacts)
    known = f"Contacts of this project: {', '.join(contacts)}" if contacts else "polyleaf.toml has no contacts yet"
    hint = f"Did you mean {near}?" if near else f"Add [contacts.<id>] to polyleaf.toml. {known}"
    return f"There is no contact {values.shown(contact)} in polyleaf.toml", line, hint


def _is_empty(entry: Entry) -> bool:
    return isinstance(entry.value, Scalar) and not entry.value.text
