"""Labels that a program has written twice, as a piece of a web page and as text of the drawing (draw.io does).

And the frames in which Inkscape lets text flow: no browser shows them.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

_FEATURES = "requiredFeatures"
_ENDS_A_LINE = re.compile(r"br|p|li|h\d", re.IGNORECASE)


def drop_web_text(root: ET.Element) -> None:
    """Takes out the web page of each ``switch`` whose text says the same words, what it never shows, and frames.

    A browser shows the web page, centred where the text is centred; a text that was cut short says other words, so its
    web page stays, and the drawing is refused.
    """
    for flowed in [one for one in root.iter() if _name(one) == "flowRoot"]:
        for region in [one for one in flowed if _name(one) in ("flowRegion", "flowRegionExclude")]:
            flowed.remove(region)
    for switch in root.iter():
        if _name(switch) != "switch" or not len(switch):
            continue
        first, *others = switch
        if _name(first) == "foreignObject":
            text = next((one for one in others if _name(one) == "text"), None)
            if text is not None and _words(text) == _words(first) and not _has_lines(first):
                switch.remove(first)
        elif _name(first) == "g" and first.get(_FEATURES) is not None:
            for other in others:  # "Text is not SVG - cannot display", with a link
                switch.remove(other)


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _words(element: ET.Element) -> str:
    """The letters of an element, without the blanks that indent it."""
    return "".join("".join(element.itertext()).split())


def _has_lines(web: ET.Element) -> bool:
    """Whether a web page ends lines that the text does not."""
    ended = any(_ENDS_A_LINE.fullmatch(_name(one)) for one in web.iter())
    said = [one for one in web.iter() if (one.text or "").strip() or any((part.tail or "").strip() for part in one)]
    return ended or sum(_name(one) == "div" for one in said) > 1
