"""What lies beside the sheet of a press file, or claims what no standard is."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, String
from tests.inspecting.conftest import checks_of
from tests.pdf.broken_foreign import changed


def _annotated(**entries):
    def change(pdf):
        note = Dictionary({f"/{key}": value for key, value in entries.items()})
        note.Type, note.Rect = Name.Annot, Array([-90, -90, -60, -60])
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])

    return change


def _claims(pdf):
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["pdfxid:GTS_PDFXVersion"] = "PDF/X-7"


SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
FILES = {
    "a file in a note beside the sheet": (
        "press/attachment",
        _annotated(Subtype=Name.FileAttachment, FS=Dictionary(F=String("a.xml"))),
    ),
    "a script behind a link": ("press/action", _annotated(Subtype=Name.Link, A=SCRIPT)),
    "a script when a note is touched": (
        "press/action",
        _annotated(Subtype=Name.Square, AA=Dictionary(E=SCRIPT)),
    ),
    "a promise of who may change it": (
        "press/signed",
        lambda pdf: setattr(pdf.Root, "Perms", Dictionary(DocMDP=Dictionary(Type=Name.Sig))),
    ),
    "a standard that is none": ("press/not-pdf-x", _claims),
}


@pytest.mark.parametrize("name", FILES)
def test_what_lies_beside_the_sheet_is_told(clean, judge, name):
    rule, change = FILES[name]
    assert rule in checks_of(judge(changed(clean, change)))


@pytest.mark.parametrize("standard", ["PDF/X-1a:2003", "PDF/X-3:2002", "PDF/X-4", "PDF/X-4p", "PDF/X-5pg", "PDF/X-6"])
def test_standards_that_there_are_are_none_of_it(clean, judge, standard):
    def claims(pdf):
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["pdfxid:GTS_PDFXVersion"] = standard

    assert "press/not-pdf-x" not in checks_of(judge(changed(clean, claims)))


def test_a_link_that_leads_somewhere_is_no_action(clean, judge):
    leads = Dictionary(S=Name.URI, URI=String("https://example.org"))
    assert "press/action" not in checks_of(judge(changed(clean, _annotated(Subtype=Name.Link, A=leads))))
