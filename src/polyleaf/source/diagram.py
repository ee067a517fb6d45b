"""The words inside an SVG diagram: they are translated like any other text."""

from __future__ import annotations

from polyleaf.source.svg import SVG, parse_svg


def diagram_labels(svg: bytes) -> tuple[str, ...]:
    """The text of each SVG ``text`` element in document order, white space folded.

    One label an element, "" for an element without words: whoever puts translations back counts elements.

    Raises:
        Refusal: The SVG is broken or unsafe (``source.svg``).
    """
    return tuple(" ".join("".join(element.itertext()).split()) for element in parse_svg(svg).iter(f"{{{SVG}}}text"))
