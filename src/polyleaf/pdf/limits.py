"""Bounds on what a PDF may ask of its reader.

A PDF is untrusted input: a few kilobytes can unfold into gigabytes or draw themselves for ever. Each bound lies
far above any leaflet (8 pages, 10 kB of content a page) and any sheet for a print shop, and far below harm.
"""

from __future__ import annotations

MIB = 1024 * 1024

FILE_BYTES = 512 * MIB
"""Size of the file: a press sheet full of photographs stays below 200 MB."""

PAGES = 2_000
"""Pages of the file: no leaflet is a book, and each page costs about 5 ms."""

STREAM_BYTES = 64 * MIB
"""One stream once unpacked (Flate reaches 1000:1, so this guards the memory)."""

CONTENT_BYTES = 32 * MIB
"""Page content interpreted in the whole file; a form counts each time it is drawn. About 5 s of work."""

CMAP_BYTES = 4 * MIB
"""One character map; a full one of 65,536 codes takes 1.3 MB."""

XMP_BYTES = 4 * MIB
"""The metadata packet."""

RUNS = 200_000
"""Pieces of text in the whole file; a page of 18 pt text has 40,
in Nastaliq, where each letter has its own height, 400."""

SHAPES = 100_000
"""Shapes in the whole file, and a quarter of it on one page: a drawing in a leaflet has some 200.
More are not noted, and the page is called crowded."""

OUTLINE = 2_000
"""Corners of one shape; of a larger one only the box is kept."""

LINKS = 10_000
"""Annotations looked at on one page."""

ELEMENTS = 300_000
"""Parts of the tag tree: a leaflet has 100 a page. Each takes about 5 µs."""

ELEMENT_DEPTH = 200
"""Elements inside elements; an element inside itself nests for ever."""

FORM_DEPTH = 16
"""Forms drawn inside forms: WeasyPrint nests 2 or 3, a form that draws itself nests for ever."""

STATE_DEPTH = 1_000
"""Graphics states saved inside each other; ISO 32000-1 annex C asks readers for 28."""

OPERANDS = 100_000
"""Operands before one operator: the longest arrays of TJ hold a line of text, some 300 pieces."""

TREE_DEPTH = 64
"""Levels of the page tree above a page."""

CODES = 65_536
"""Codes of a composite font: two bytes."""

CODE_ENTRIES = 4 * CODES
"""Entries read from one table of codes; ranges may overlap, and each names up to 65,536 codes in a few bytes."""

UNICODE_PER_CODE = 512
"""UTF-16 bytes that one code may stand for (ISO 32000-1, 9.10.3)."""
