"""A format of exchanged work that polyleaf does not have: one module, and a place in the list."""

from __future__ import annotations

import json

from polyleaf.catalog.exchange.format import Format, Incoming
from polyleaf.catalog.exchange.reply_unit import Reply, ReplyUnit, broken
from polyleaf.catalog.exchange.unit import Package, Stage
from polyleaf.model.finding import Location

_FINISHED = {Stage.MISSING: None, Stage.FUZZY: False}


def write_json(package: Package) -> bytes:
    units = [
        {
            "id": unit.id,
            "context": unit.context,
            "source": unit.msgid,
            "text": unit.text,
            "finished": _FINISHED.get(unit.stage, True),
            "previous": unit.previous,
            "comments": unit.comments,
            "told": [*unit.where, *(f"{one.source} = {one.target}" for one in unit.printed)],
        }
        for unit in package.units
    ]
    head = {"leaflet": package.leaflet, "source": package.source.tag, "target": package.target.tag}
    return json.dumps({**head, "units": units}, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def read_json(file: Incoming) -> Reply:
    try:
        said = json.loads(file.data)
        units = tuple(
            ReplyUnit(
                source=one["source"],
                text=one["text"],
                place=Location(file.path, number),
                context=one["context"],
                id=one["id"],
                finished=one["finished"],
                previous=tuple(one["previous"]) if one["previous"] else None,
                comments=tuple(one["comments"]),
            )
            for number, one in enumerate(said["units"], start=1)
        )
        return Reply(file.path, (said["leaflet"],), said["source"], said["target"], units)
    except (ValueError, KeyError, TypeError) as error:
        raise broken(f"it is damaged: {error!r}"[:120], file.path) from error


FORMAT = Format(
    name="json",
    title="JSON",
    sniff=lambda file: file.data.startswith(b"{"),
    read=read_json,
    write=write_json,
    audience="for programs",
)
