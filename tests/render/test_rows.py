"""What stands on one row with a gap between is read as one line: steps and their numbers, entries and their pages."""

import shutil
from pathlib import Path

import pytest
from bench.readers import evince, mupdf, no_evince, pdfium, poppler

from polyleaf.model.spoken import words
from polyleaf.render.weasy import write_pdf

STEPS = (
    "ستتلقى دواء في الوريد لكي تهدأ وتشعر بالنعاس قبل أن نبدأ ببضع دقائق، ولن تنام تمامًا في أثناء ذلك.",
    "يخدر الطبيب الجلد والمنطقة المحيطة به بإبرة صغيرة، ثم ينتظر بضع دقائق حتى يزول الإحساس بالألم كله.",
    "500 mg من الدواء تكفي، واتصل على 01632 960 100 إذا احتجت إلى المزيد منه في الليل أو في النهار.",
)
ENTRIES = (("عن العلاج", 4), ("بعد العلاج في البيت", 13))
PAGE = """<html lang=ar dir=rtl><title>A</title><style>
@page { size: 150mm 300mm } html { font: 18pt/2 Noto Naskh Arabic, Noto Sans }
li { position: relative; list-style: none; padding-inline-start: 2.2em }
.n { position: absolute; inset-inline-start: 0 }
.e { display: table; width: 100% } .e > * { display: table-cell } .p { text-align: end }
</style>"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    steps = "".join(f"<li><span class=n>{number}</span>{step}" for number, step in enumerate(STEPS, 1))
    entries = "".join(
        f"<div class=e><span>{name}</span><span class=p><bdi class=on-page>{page}</bdi></span></div>"
        for name, page in ENTRIES
    )
    target = tmp_path_factory.mktemp("rows") / "x.pdf"
    write_pdf(f"{PAGE}<p>مرحبا بكم<p>أهلا<ol>{steps}</ol>{entries}<p>أهلا<p>إلى اللقاء", lambda _: (b"", ""), target)
    return target


@pytest.mark.parametrize("read", [pdfium, poppler, mupdf, evince])
def test_steps_and_entries_are_read_in_their_order(printed: Path, read) -> None:
    if (read is mupdf and not shutil.which("mutool")) or (read is evince and no_evince()):
        pytest.skip("it is not installed")
    told = words(" ".join(read(printed)))
    steps = [f"{number} {step}" for number, step in enumerate(map(words, STEPS), 1)]
    assert " ".join(steps[read is evince :]) in told  # it loses the first line of a page
    if read is not mupdf:  # MuPDF begins a new line there
        assert all(f"{name} {page}" in told for name, page in ENTRIES)
