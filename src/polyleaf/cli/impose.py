"""``polyleaf impose``."""

from __future__ import annotations

import re
from pathlib import Path

import click

from polyleaf.cli.options import verbose_option
from polyleaf.errors import ExitCode, UsageError

_THICKNESS = re.compile(r"([0-9](?:\.[0-9]{1,3})?) ?mm")
_THICKEST = 1.0
"""mm: board of 1 mm cannot be folded."""


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@click.option(
    "--scheme",
    type=click.Choice(["booklet", "2up", "4up", "trifold", "zfold"]),
    default="booklet",
    show_default=True,
    help="Folded and stapled; 2 or 4 leaves to cut; one sheet in three panels.",
)
@click.option(
    "--sheet",
    type=click.Choice(["A4", "A3", "SRA3", "Letter", "Legal"]),
    default="A3",
    show_default=True,
    help="The paper in the printer.",
)
@click.option(
    "--bind",
    type=click.Choice(["auto", "left", "right"]),
    default="auto",
    show_default=True,
    help="The edge that is folded or stapled; by itself, right for languages read from the right.",
)
@click.option(
    "--paper-thickness",
    "thickness",
    metavar="LENGTH",
    default="0.11mm",
    show_default=True,
    help="Of one sheet; inner pages of a booklet move towards the fold by it.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    metavar="OUT",
    help="The PDF file to write (default: FILE-SCHEME.pdf here); a picture of the sheets (.svg) comes beside it.",
)
@verbose_option
def impose(file: Path, scheme: str, sheet: str, bind: str, thickness: str, out: Path | None) -> ExitCode:
    r"""Put the pages of a PDF on sheets to be printed on both sides, then folded or cut.

    Pages keep their size and stay as sharp as they are. A leaflet of a right-to-left language is bound
    at the right. Tags and links are left behind: hand out the file itself to people who read on a
    screen.

    The exit status is 1 if the file cannot be put on sheets.

    \b
    Example:
      polyleaf impose dist/knee/ar/knee-ar-clear.pdf --sheet A3
      polyleaf impose dist/knee/pl/knee-pl-booklet.pdf --sheet A4 -o booklet.pdf
    """
    from polyleaf.files import write_atomic
    from polyleaf.pdf.imposition.impose import impose as put_on_sheets
    from polyleaf.pdf.imposition.order import ImposeOrder
    from polyleaf.pdf.imposition.picture import picture
    from polyleaf.pdf.imposition.schemes import Binding, Scheme
    from polyleaf.report.imposition import imposition_lines

    target = out if out is not None else Path(f"{file.stem}-{scheme}.pdf")
    drawing = target.with_suffix(".svg")
    if target.resolve() == file.resolve() or target.suffix.lower() != ".pdf":
        raise UsageError(f"{target} cannot be written to", "Give -o the name of another file that ends in .pdf.")
    order = ImposeOrder(Scheme(scheme), sheet, None if bind == "auto" else Binding(bind), _length(thickness))
    result = put_on_sheets(file, str(file), order, target)
    write_atomic(drawing, picture(result, file.name).encode())
    for line in imposition_lines(result, str(target), str(drawing)):
        click.echo(line)
    return ExitCode.OK


def _length(written: str) -> float:
    """A thickness in mm."""
    found = _THICKNESS.fullmatch(written.strip())
    if found is None or float(found[1]) > _THICKEST:
        raise UsageError(
            f"the paper thickness {written[:40]!r} is not one",
            "Write it in mm: --paper-thickness 0.11mm (90 g paper has 0.11, 130 g has 0.15; 0mm moves nothing).",
        )
    return float(found[1])
