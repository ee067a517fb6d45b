"""What goes out comes back: nothing is lost on the way through any format."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from tests.catalog.exchange_samples import catalogs, package, texts

from polyleaf.catalog.exchange.change import with_changes
from polyleaf.catalog.exchange.decision import Outcome
from polyleaf.catalog.exchange.fitting import fitted
from polyleaf.catalog.exchange.format import Incoming
from polyleaf.catalog.exchange.formats import outgoing, read_reply, writer
from polyleaf.catalog.exchange.match import match
from polyleaf.catalog.exchange.packing import pack
from polyleaf.catalog.exchange.pieces import coded, hide, unhide
from polyleaf.catalog.exchange.reply_unit import Reply
from polyleaf.catalog.exchange.tmx import Pair, Tmx, tmx_reply, write_tmx
from polyleaf.catalog.exchange.unit import Package
from polyleaf.catalog.po.catalog import FUZZY, Catalog
from polyleaf.model.message import TextState
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import starter_root
from polyleaf.translating.sending import ExchangeProject
from polyleaf.workspace import Workspace

LENIENT = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
STARTER = starter_root()


def through(style: str) -> Callable[[Package, Catalog, Path], Reply]:
    def way(one: Package, catalog: Catalog, tmp: Path) -> Reply:
        path = tmp / "reply"
        path.write_bytes(writer(style)(one))
        return read_reply(path, "reply")

    return way


def through_tmx(one: Package, catalog: Catalog, tmp: Path) -> Reply:
    done = [entry for entry in catalog.current if entry.state is TextState.TRANSLATED]
    pairs = tuple(Pair(entry.msgid, {one.target.tag: entry.text}, entry.context, one.leaflet) for entry in done)
    data = write_tmx(Tmx(one.source.tag, pairs))
    return tmx_reply(Incoming(data, "reply"))


FULL = [one.name for one in outgoing()]
WAYS = {**{style: through(style) for style in FULL}, "tmx": through_tmx}


def emptied(catalog: Catalog, *, keep_fuzzy: bool = False) -> Catalog:
    """The catalog as it was before anybody worked on it."""
    return replace(
        catalog,
        entries=tuple(
            entry
            if entry.obsolete or (keep_fuzzy and entry.state is not TextState.TRANSLATED)
            else replace(
                entry,
                text="",
                flags=tuple(flag for flag in entry.flags if flag != FUZZY),
                previous=None,
                comments=entry.comments if keep_fuzzy else (),
                raw=(),
            )
            for entry in catalog.entries
        ),
    )


def taken(catalog: Catalog, reply: Reply) -> Catalog:
    matching = match(catalog, reply)
    assert not matching.faults
    assert all(one.outcome is not Outcome.UNMATCHED for one in matching.decisions)
    return with_changes(catalog, {one.before.key: one.after for one in matching.decisions})


def plain(catalog: Catalog) -> Catalog:
    """Without the order of flags, which says nothing."""
    return replace(
        catalog, entries=tuple(replace(entry, flags=tuple(sorted(entry.flags))) for entry in catalog.entries)
    )


@pytest.mark.parametrize("way", FULL)
@LENIENT
@given(catalog=catalogs)
def test_a_catalog_comes_back_from_a_file_alone(way, catalog, tmp_path_factory):
    tmp = tmp_path_factory.getbasetemp()
    reply = WAYS[way](package(catalog), catalog, tmp)
    assert plain(taken(emptied(catalog), reply)) == plain(catalog)


@LENIENT
@given(catalog=catalogs)
def test_finished_translations_come_back_from_a_memory(catalog, tmp_path_factory):
    # A memory has no ids that tell what left the house, so what tools do to texts is undone in it.
    catalog = replace(catalog, entries=tuple(replace(one, text=fitted(one.text, one.msgid)) for one in catalog.entries))
    assume(any(entry.state is TextState.TRANSLATED for entry in catalog.current))
    reply = through_tmx(package(catalog), catalog, tmp_path_factory.getbasetemp())
    assert plain(taken(emptied(catalog, keep_fuzzy=True), reply)) == plain(catalog)


@pytest.mark.parametrize("way", FULL)
@settings(LENIENT, max_examples=30)
@given(catalog=catalogs)
def test_a_reply_that_says_nothing_new_changes_nothing(way, catalog, tmp_path_factory):
    reply = WAYS[way](package(catalog), catalog, tmp_path_factory.getbasetemp())
    assert taken(catalog, reply) == catalog


@pytest.mark.parametrize("way", FULL)
@settings(LENIENT, max_examples=20)
@given(catalog=catalogs)
def test_the_same_job_gives_the_same_bytes(way, catalog):
    write = writer(way)
    assert write(package(catalog)) == write(package(catalog))


@pytest.mark.parametrize("way", FULL)
@settings(LENIENT, max_examples=20)
@given(catalog=catalogs)
def test_only_what_needs_work_goes_out(way, catalog, tmp_path_factory):
    due = [entry.msgid for entry in catalog.current if entry.state is not TextState.TRANSLATED]
    assume(due)
    reply = WAYS[way](package(catalog, changed=True), catalog, tmp_path_factory.getbasetemp())
    assert [answer.source for answer in reply.answers] == due


@given(texts)
@example("_x000D_ _x005F_x000D_ \ufffe")
def test_hidden_characters_come_back(words):
    assert unhide(hide(words)) == words


@given(texts, texts)
def test_pieces_make_up_the_text(source, text):
    for words, pieces in zip((source, text), coded(source, text), strict=True):
        assert "".join(piece if isinstance(piece, str) else piece.braced for piece in pieces) == words


def starter_catalogs() -> list[tuple[str, str]]:
    return sorted((path.parts[-3], path.stem) for path in (STARTER / "translations").glob("*/LC_MESSAGES/*.po"))


@pytest.fixture(scope="module")
def starter_exchange():
    return ExchangeProject(Workspace(read_project(STARTER), datetime.date(2026, 11, 20)))


@pytest.mark.parametrize(("locale", "name"), starter_catalogs())
def test_every_starter_catalog_survives_every_format(locale, name, starter_exchange, tmp_path):
    subject = starter_exchange.subject(name, locale)
    stored, catalog = starter_exchange.catalog(subject)
    assert stored is not None
    printing = (starter_exchange.printing("en_GB"), starter_exchange.printing(locale))
    one = pack(subject, catalog, printing)
    for way in WAYS.values():
        keep_fuzzy = way is through_tmx
        reply = way(one, catalog, tmp_path)
        assert plain(taken(emptied(catalog, keep_fuzzy=keep_fuzzy), reply)) == plain(catalog)
        assert taken(catalog, reply) == catalog
