"""Pages about the checks: ``docs/checks.md`` and the text of ``polyleaf explain``, both from the registry.

``python -m polyleaf.report.check_pages docs/checks.md`` writes the file.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from polyleaf.checks.check import Check
from polyleaf.checks.registry import AREAS, CHECKS
from polyleaf.errors import ExitCode
from polyleaf.model.finding import Severity

_AREAS = {
    "engine": "Checking itself",
    "source": "Leaflets as written",
    "translation": "Translations",
    "page": "Printed pages",
    "pdf": "PDF files",
    "press": "Files for the print shop",
}

_SEVERITIES = {
    Severity.ERROR: "stops a release, and `polyleaf check` ends with exit status 1",
    Severity.WARNING: "is shown; somebody should look at it",
    Severity.NOTE: "is shown with `-v`",
}

_HEAD = """\
# Checks

<!-- Written by `make docs` from src/polyleaf/checks/. Change the checks, not this file. -->

`polyleaf check` judges leaflets, translations and finished files. Each check looks for one bad pattern.
`polyleaf explain CHECK` prints what stands here.

{severities}

## Waivers

A finding that is right and yet accepted is waived by the id of its check, with the reason in writing.
For one leaflet, in its front matter:

```yaml
waivers:
  - {{check: source/sentence-too-long, reason: "The consent form has this wording."}}
```

For the whole project, in `polyleaf.toml`:

```toml
[checks]
waivers = [{{check = "source/sentence-too-long", reason = "The consent form has this wording."}}]
```

The checks on checking itself cannot be waived.
"""

_WIDTH = 100


def checks_markdown() -> str:
    """The whole of ``docs/checks.md``."""
    severities = "\n".join(f"- **{_word(severity)}** {meaning}." for severity, meaning in _SEVERITIES.items())
    parts = [_HEAD.format(severities=severities), _table(CHECKS)]
    order = list(AREAS)
    for area, group in groupby(sorted(CHECKS, key=lambda check: (order.index(check.area), check.id)), _area):
        parts.append(f"## {_AREAS[area]}\n")
        parts += [_section(check) for check in group]
    return "\n".join(parts)


def explain(check: Check[Any]) -> str:
    """What a person reads about one check on a terminal, without a line end."""
    lines = [
        f"{check.id} ({_word(check.severity)})",
        f"{check.title}.{_bars(check)}",
        "",
        *textwrap.wrap(check.rationale, _WIDTH),
        "",
        "Bad:",
        textwrap.indent(check.example.bad, "    "),
        "Good:",
        textwrap.indent(check.example.good, "    "),
        "",
        "Sources:",
        *(f"  - {reference}" for reference in check.references),
    ]
    return "\n".join(lines)


def _area(check: Check[Any]) -> str:
    return check.area


def _word(severity: Severity) -> str:
    return severity.name.lower()


def _bars(check: Check[Any]) -> str:
    return " Nobody can sign off a translation while this stands." if check.bars_sign_off else ""


def _table(checks: Sequence[Check[Any]]) -> str:
    rows = [f"| [`{check.id}`](#{_anchor(check)}) | {_word(check.severity)} | {check.title} |" for check in checks]
    return "\n".join(["## All checks", "", "| Check | Severity | Finds |", "|---|---|---|", *rows, ""])


def _anchor(check: Check[Any]) -> str:
    """The anchor Markdown viewers give the heading: its letters, digits and hyphens."""
    return check.id.replace("/", "")


def _section(check: Check[Any]) -> str:
    references = "\n".join(f"- {reference}" for reference in check.references)
    return f"""\
### {check.id}

**{check.title}.** ({_word(check.severity).capitalize()}){_bars(check)}

{check.rationale}

Bad:

{_fenced(check.example.bad)}

Good:

{_fenced(check.example.good)}

Sources:

{references}
"""


def _fenced(text: str) -> str:
    return f"````text\n{text}\n````"


def main(arguments: Sequence[str]) -> ExitCode:
    """Write the page to the one path that is given."""
    if len(arguments) != 1:
        print("python -m polyleaf.report.check_pages docs/checks.md", file=sys.stderr)  # noqa: T201 - a program's own words
        return ExitCode.USAGE
    Path(arguments[0]).write_text(checks_markdown(), encoding="utf-8")
    return ExitCode.OK


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
