"""What edits mean for translations, for a person and for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from polyleaf.catalog.progress.impact import Edit, EditKind, Impact
from polyleaf.catalog.progress.word_diff import marked, word_diff
from polyleaf.catalog.signoff.reasons import change_words
from polyleaf.model.approval import Standing
from polyleaf.model.artifact import Artifact, State
from polyleaf.model.wording import count
from polyleaf.translating.impact import LeafletImpact


def impact_text(found: Sequence[LeafletImpact]) -> str:
    """Leaflet by leaflet: what was reworded, what it is per language, and which files are of an older text."""
    return "\n".join(_lines(found))


def _lines(found: Sequence[LeafletImpact]) -> Iterator[str]:
    concerned = [one for one in found if one.matters]
    for one in concerned:
        yield f"{one.leaflet.name} ({one.leaflet.code}, version {one.leaflet.version})"
        yield from _source_lines(one)
        yield from _edit_lines(one)
        yield from _language_lines(one.impacts)
        yield from _file_lines(one.files)
        yield ""
    other = [file for one in found if not one.matters for file in one.files]
    if other:
        files = count(len(other), "other file in dist/ is", "other files in dist/ are")
        yield f"{files} not what a build would make now: polyleaf build"
    rows = [row for one in concerned for row in one.impacts if row.edits]
    words, fresh = sum(row.words for row in rows), sum(row.words_new for row in rows)
    void = sum(row.verdict.standing is Standing.VOID for one in concerned for row in one.impacts)
    if not concerned:
        yield "No translation is behind its leaflet."
    else:
        work = f"{count(len(rows), 'catalog')} with work, {count(words, 'word')} to pay for"
        yield f"{work} ({fresh} of them new), sign-offs void: {void}"


def _source_lines(one: LeafletImpact) -> Iterator[str]:
    if one.source is None:
        return
    change = one.source
    yield f"  since then: {len(change.before)} reworded, {len(change.new)} new, {len(change.gone)} gone"
    for (_, now), before in change.before.items():
        yield f"    {marked(word_diff(before, now))}"
    yield from (f"    {{+{now}+}}" for _, now in change.new)
    yield from (f"    [-{text}-]" for text in change.gone)
    yield from (f"    {change_words(fact)}" for fact in change.facts)


def _edit_lines(one: LeafletImpact) -> Iterator[str]:
    """Each text once, with the languages that wait for it."""
    waiting: dict[tuple[str, str, str, EditKind], list[str]] = {}
    edits: dict[tuple[str, str, str, EditKind], Edit] = {}
    for row in one.impacts:
        for edit in row.edits:
            key = (*edit.key, edit.before, edit.kind)
            edits.setdefault(key, edit)
            waiting.setdefault(key, []).append(row.language.locale)
    for key, edit in edits.items():
        critical = ", critical" if edit.critical else ""
        text = marked(word_diff(edit.before, edit.now)) if edit.before else edit.now
        yield f"  {edit.location}: {edit.kind.value}{critical} ({', '.join(waiting[key])})"
        yield f"    {text}"


def _language_lines(rows: Sequence[Impact]) -> Iterator[str]:
    for row in rows:
        parts = [f"{row.count(kind)} {kind.value}" for kind in EditKind if row.count(kind)]
        if row.gone:
            parts.append(f"{len(row.gone)} gone")
        if row.edits:
            parts.append(f"{count(row.words, 'word')} to pay for ({row.words_new} new)")
        if row.verdict.standing is Standing.VOID and row.verdict.approval:
            parts.append(f"sign-off of {row.verdict.approval.date} void")
        parts += map(str, row.faults)
        if parts:
            yield f"  {row.language.locale}: {', '.join(parts)}"
        if row.verdict.standing is Standing.VOID:
            yield from (f"    {change_words(change)}" for change in row.verdict.changes)


def _file_lines(files: Sequence[Artifact]) -> Iterator[str]:
    if not files:
        return
    printed = [file for file in files if file.state is State.RELEASE]
    yield f"  files no longer current: {len(files)}, {len(printed)} of them released and perhaps on paper"
    yield from (f"    dist/{file.path} ({file.state.value}, version {file.version})" for file in files)


def impact_json(found: Sequence[LeafletImpact]) -> str:
    """``{"leaflets": [...]}`` with everything the text tells."""
    return json.dumps({"leaflets": [_leaflet(one) for one in found]}, ensure_ascii=False, indent=2)


def _leaflet(one: LeafletImpact) -> dict[str, Any]:
    source = one.source
    return {
        "leaflet": one.leaflet.name,
        "code": one.leaflet.code,
        "version": one.leaflet.version,
        "since": None
        if source is None
        else {
            "reworded": [{"before": before, "now": now} for (_, now), before in source.before.items()],
            "new": [now for _, now in source.new],
            "gone": list(source.gone),
            "facts": [{"fact": one.what, "before": one.before, "now": one.now} for one in source.facts],
        },
        "languages": [_impact(row) for row in one.impacts],
        "files": [{"path": file.path, "state": file.state.value, "version": file.version} for file in one.files],
    }


def _impact(row: Impact) -> dict[str, Any]:
    return {
        "locale": row.language.locale,
        "words": row.words,
        "words_new": row.words_new,
        "texts": [
            {
                "kind": edit.kind.value,
                "context": edit.context,
                "before": edit.before or None,
                "now": edit.now,
                "difference": marked(word_diff(edit.before, edit.now)) if edit.before else None,
                "translation": edit.translation or None,
                "words": edit.words,
                "words_new": edit.words_new,
                "critical": edit.critical,
                "path": edit.location.path,
                "line": edit.location.line,
            }
            for edit in row.edits
        ],
        "gone": list(row.gone),
        "standing": row.verdict.standing.value,
        "reasons": [change_words(change) for change in row.verdict.changes],
        "faults": list(map(str, row.faults)),
    }
