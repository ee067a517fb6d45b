"""What a Word file of polyleaf carries unseen: which leaflet it is, in which language, and what was written then."""

from __future__ import annotations

import base64
import binascii
import zlib

from polyleaf.importing.gathered import Carried
from polyleaf.importing.word.parts import Parts

SPACE = "urn:polyleaf:leaflet"
_MOST = 4 * 2**20


def packed(carried: Carried) -> bytes:
    """The part (custom XML) that Word and LibreOffice keep as it is."""
    content = base64.b64encode(zlib.compress(carried.source.encode(), 9)).decode()
    return f'<leaflet xmlns="{SPACE}" name="{carried.leaflet}" locale="{carried.locale}">{content}</leaflet>'.encode()


def carried_in(parts: Parts) -> Carried | None:
    """What a file carries; None if polyleaf did not make it, or a program has thrown it away."""
    for name in sorted(parts.names):
        if not name.startswith("customXml/item") or name.startswith("customXml/itemProps"):
            continue
        root = parts.xml(name)
        if root.tag == f"{{{SPACE}}}leaflet":
            source = _unpacked(root.text or "")
            return None if source is None else Carried(root.get("name", ""), root.get("locale", ""), source)
    return None


def _unpacked(content: str) -> str | None:
    try:
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(base64.b64decode(content), _MOST)
        return None if unpacker.unconsumed_tail else data.decode()
    except (binascii.Error, ValueError, zlib.error):
        return None
