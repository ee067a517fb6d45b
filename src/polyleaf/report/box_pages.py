"""The page about boxes, ``docs/boxes.md``, written from their table.

``python -m polyleaf.report.box_pages docs/boxes.md`` writes the file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from polyleaf.errors import ExitCode
from polyleaf.model.box_kind import BoxKind
from polyleaf.model.boxes import BOXES, CRITICAL

_HEAD = """\
# Boxes

<!-- Written by `make docs` from src/polyleaf/model/boxes.py. Change the table, not this file. -->

A box begins with a line of three colons and a name in braces, and ends with a line of three colons.
To put one box into another, give the outer one four colons.

{table}

**Critical boxes** are never printed half translated: as long as one of their texts is not translated, or differs from
what was signed off, the whole box is printed as written. A box becomes critical by a second word in its braces,
`:::{{tip critical}}`, or with all others of its kind in `polyleaf.toml`. What stands there if you say nothing:

```toml
[checks]
critical = [{critical}]
```
"""


def boxes_markdown(kinds: Iterable[BoxKind] = BOXES.values()) -> str:
    """The whole of ``docs/boxes.md``."""
    kinds = tuple(kinds)
    rows = (f"| [`{kind}`](#{kind}) | {kind.purpose} | {kind.content.inside} |" for kind in kinds)
    table = "\n".join(("| box | what it is for | what stands in it |", "|---|---|---|", *rows))
    head = _HEAD.format(table=table, critical=", ".join(f'"{name}"' for name in CRITICAL))
    return "\n".join((head, *(_section(kind) for kind in kinds)))


def _section(kind: BoxKind) -> str:
    sentences = "\n".join(_sentences(kind))
    return f"""\
### {kind}

{sentences}

````markdown
{kind.example}
````
"""


def _sentences(kind: BoxKind) -> Iterable[str]:
    yield from filter(None, (kind.purpose, kind.detail))
    if kind.title:
        yield f"Without a title of its own it says “{kind.title}”, in the reader's language."
    elif not kind.content.is_raw:
        yield "It can have a title of its own after the braces."
    if kind.marks:
        words = "; ".join(f"`{mark}`: {meaning}" for mark, meaning in kind.marks.items())
        yield f"A further word in the braces says more. {words}."
    if kind.has_sign:
        yield f"Its sign is `templates/signs/{kind}.svg`; a file of that name in a project takes its place."
    if kind.is_critical:
        yield "It is critical unless `polyleaf.toml` lists other kinds."


def main(arguments: Sequence[str]) -> ExitCode:
    """Write the page to the one path that is given."""
    if len(arguments) != 1:
        print("python -m polyleaf.report.box_pages docs/boxes.md", file=sys.stderr)  # noqa: T201 - a program's own words
        return ExitCode.USAGE
    Path(arguments[0]).write_text(boxes_markdown(), encoding="utf-8")
    return ExitCode.OK


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
