"""What a format of exchanged work is.

A format is one module with a ``FORMAT`` in it, and a place in the list of ``formats.py``. Writers get one argument, the
package: what it learns to carry one day (pictures of the pages for a sheet, links to a page in context) reaches every
format without a change to the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from polyleaf.catalog.exchange.reply_unit import Reply
from polyleaf.catalog.exchange.unit import Package
from polyleaf.catalog.exchange.xml_in import Node, read_xml

_XML = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<\x00", b"\xfe\xff\x00<")


@dataclass(frozen=True)
class Incoming:
    """A file that came back, before anybody knows what it is.

    Attributes:
        data: Its bytes.
        path: The file as people see it.
        target: Language tag that is wanted of a file with many languages; "" if it must have one only.
        source: Language tag of the leaflets, for files that do not say which of their languages is the source.
    """

    data: bytes
    path: str
    target: str = ""
    source: str = ""

    @cached_property
    def root(self) -> Node:
        """The root element of an XML file.

        Raises:
            ReplyError: It is no XML, is broken, or declares what could fetch other files.
        """
        return read_xml(self.data, self.path, doctype="tmx")

    @property
    def tag(self) -> str:
        """Name of the root element; "" if the file is no XML.

        Raises:
            ReplyError: It looks like XML and is broken.
        """
        return self.root.tag if self.data.lstrip(b" \t\r\n").startswith(_XML) else ""


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        name: As ``--format`` names it.
        title: As people know it, with its versions.
        sniff: Whether a file is in it, told by its content; formats before it in the list have said no.
        read: The reply in such a file; raises ``ReplyError`` if it is broken.
        write: A package as a file, the same package as the same bytes; None if work is only taken in.
        audience: For whom it is ("for agencies"), if it is written.
        endings: How names of such files end (".xlsx").
    """

    name: str
    title: str
    sniff: Callable[[Incoming], bool]
    read: Callable[[Incoming], Reply]
    write: Callable[[Package], bytes] | None = None
    audience: str = ""
    endings: tuple[str, ...] = ()
