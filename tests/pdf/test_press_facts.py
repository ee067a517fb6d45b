"""What a press sees in a file."""

import pikepdf
import pytest
from tests.pdf.press_samples import pressed, typeset

from polyleaf.model.inks import inks, is_black, is_white, total_ink
from polyleaf.model.press_facts import PressFacts
from polyleaf.pdf.press.facts import read_press
from polyleaf.pdf.unreadable import UnreadablePdf


@pytest.fixture(scope="module")
def ours(tmp_path_factory) -> PressFacts:
    path, _ = pressed(tmp_path_factory.mktemp("facts"))
    return read_press(path, "dist/x-press.pdf")


@pytest.fixture
def drawn(tmp_path):
    """The facts of a page with the given content."""

    def drawn(content, resources=None, change=None, **page):
        pdf = pikepdf.new()
        pdf.add_blank_page(page_size=(200, 200))
        first = pdf.pages[0].obj
        first.Contents = pikepdf.Stream(pdf, content)
        first.Resources = pikepdf.Dictionary(resources(pdf) if resources else {})
        for key, value in page.items():
            first[f"/{key}"] = value
        if change:
            change(pdf)
        pdf.save(tmp_path / "drawn.pdf")
        return read_press(tmp_path / "drawn.pdf", "drawn.pdf")

    return drawn


def test_our_own_file(ours):
    assert (ours.pdfx, ours.trapped, ours.has_id, ours.version) == ("PDF/X-4", "False", True, "1.6")
    assert not ours.encrypted
    assert not ours.tagged
    (intent,) = ours.intents
    assert (intent.kind, intent.identifier, intent.registry) == ("GTS_PDFX", "FOGRA39", "http://www.color.org")
    assert (intent.profile.space, intent.profile.kind, intent.profile.components) == ("CMYK", "prtr", 4)
    assert (ours.actions, ours.fields, ours.signed, ours.attachments, ours.layers, ours.spots) == (
        (),
        0,
        False,
        False,
        0,
        (),
    )
    first, second = ours.pages
    assert first.group == "DeviceCMYK"
    assert first.transparent
    assert first.annotations == ()
    assert set(first.inside) <= {"DeviceCMYK", "DeviceGray", "Pattern"}
    assert set(first.blend_spaces) <= {"DeviceCMYK", "DeviceGray"}
    assert second.texts or second.paths or second.images or second.shadings


def test_text_with_its_inks(ours):
    found = {text.text.strip(): text for text in ours.pages[0].texts}
    assert found["small print"].size == pytest.approx(8)
    assert is_black(found["small print"].fill)
    assert found["small print"].overprint
    assert found["small print"].overprint_mode == 1
    assert inks(found["Head"].fill) == (1, 0.75, 0, 0.18)
    assert total_ink(found["Head"].fill) == pytest.approx(193)
    assert not found["Head"].overprint
    assert is_white(found["reversed"].fill)
    assert not found["reversed"].overprint
    assert is_white(found["drawn"].stroke)
    left, bottom, right, top = found["Head"].box
    assert 90 < left < right < 500
    assert 700 < bottom < top < 880


def test_pictures_with_their_resolution(ours):
    pictures = ours.pages[0].images
    assert len(pictures) == 6
    for picture in pictures:
        assert picture.base in ("DeviceCMYK", "DeviceGray")
        assert picture.ppi == pytest.approx(120 / 40 * 25.4, abs=0.5)


def test_lines_as_wide_as_they_appear(drawn):
    page = drawn(b"q .5 0 0 .5 0 0 cm 1 w 1 0 0 RG 0 0 m 100 0 l S Q 0 w 0 0 m 9 9 l S 0 0 1 rg 5 5 20 30 re f").pages[
        0
    ]
    assert [path.width for path in page.paths] == [0.5, 0.0, 0.0]
    assert page.paths[0].stroke.space == "DeviceRGB"
    assert page.paths[0].fill is None
    assert page.paths[2].box == (5, 5, 25, 35)
    assert page.paths[2].stroke is None


def test_overprint_follows_the_graphics_state(drawn):
    def states(pdf):
        return {
            "/ExtGState": pikepdf.Dictionary(
                A=pikepdf.Dictionary(OP=True, OPM=1), B=pikepdf.Dictionary(OP=True, op=False)
            )
        }

    page = drawn(b"0 0 0 1 k /A gs 0 0 5 5 re f q /B gs 0 0 5 5 re f 0 0 5 5 re S Q 0 0 5 5 re f", states).pages[0]
    assert [path.overprint for path in page.paths] == [True, False, True, True]


def test_spot_colours_are_named(drawn):
    def spaces(pdf):
        tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 0, 0], N=1)
        spot = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name("/Gold"), pikepdf.Name.DeviceCMYK, tint])
        both = pikepdf.Array(
            [
                pikepdf.Name.DeviceN,
                pikepdf.Array([pikepdf.Name("/All"), pikepdf.Name("/None")]),
                pikepdf.Name.DeviceCMYK,
                tint,
            ]
        )
        return {"/ColorSpace": pikepdf.Dictionary(S=spot, N=both)}

    facts = drawn(b"/S cs 1 scn 0 0 5 5 re f /N cs 1 1 scn 0 0 5 5 re f", spaces)
    assert facts.spots == ("Gold", "All")
    assert [path.fill.space for path in facts.pages[0].paths] == ["Separation", "DeviceN"]


@pytest.mark.parametrize(("place", "told"), [(b"2 2 6 6", ()), (b"2 2 60 60", ("All",)), (b"90 90 9 9", ("All",))])
def test_the_colour_of_marks_belongs_outside_of_the_page(drawn, place, told):
    def resources(pdf):
        tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
        space = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.All, pikepdf.Name.DeviceCMYK, tint])
        return {"/ColorSpace": pikepdf.Dictionary(A=space)}

    facts = drawn(b"/A cs 1 scn " + place + b" re f", resources, BleedBox=[20, 20, 180, 180])
    assert facts.spots == told


def test_what_is_hidden_in_patterns_and_masks(drawn):
    def inside(pdf):
        pattern = pikepdf.Stream(pdf, b"1 0 0 rg 0 0 1 1 re f")
        pattern.update(
            pikepdf.Dictionary(
                PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 2, 2], XStep=2, YStep=2, Resources={}
            )
        )
        group = pikepdf.Stream(pdf, b"/CS0 cs 5 0 0 sc 0 0 1 1 re f")
        lab = pikepdf.Array([pikepdf.Name.Lab, pikepdf.Dictionary(WhitePoint=[0.96, 1, 0.82])])
        group.update(
            pikepdf.Dictionary(
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Form,
                BBox=[0, 0, 9, 9],
                Resources=pikepdf.Dictionary(ColorSpace=pikepdf.Dictionary(CS0=lab)),
                Group=pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB),
            )
        )
        mask = pikepdf.Dictionary(SMask=pikepdf.Dictionary(S=pikepdf.Name.Luminosity, G=pdf.make_indirect(group)))
        return {"/Pattern": pikepdf.Dictionary(P=pdf.make_indirect(pattern)), "/ExtGState": pikepdf.Dictionary(M=mask)}

    page = drawn(b"/Pattern cs /P scn 0 0 50 50 re f /M gs 0 0 5 5 re f", inside).pages[0]
    assert {*page.inside, *(path.fill.space for path in page.paths)} == {"Pattern", "DeviceRGB", "Mask", "Lab"}
    assert page.inside == ("Lab",)
    assert page.transparent


def test_boxes_units_and_turns(drawn):
    page = drawn(
        b"", TrimBox=pikepdf.Array([190, 10, 10, 190]), Rotate=-90, UserUnit=2, CropBox=pikepdf.Array([5, 5, 195, 195])
    ).pages[0]
    assert page.trim == (10, 10, 190, 190)
    assert (page.rotate, page.user_unit, page.crop, page.bleed) == (270, 2.0, (5, 5, 195, 195), None)
    assert (page.texts, page.paths, page.images, page.shadings) == ((), (), (), ())
    assert page.cut == page.trim == page.printed


def test_scripts_forms_and_files(drawn):
    def dangerous(pdf):
        root = pdf.Root
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        root.OpenAction = script
        root.AA = pikepdf.Dictionary(WC=script)
        signature = pikepdf.Dictionary(FT=pikepdf.Name.Sig, V=pikepdf.Dictionary(Type=pikepdf.Name.Sig))
        root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([signature, pikepdf.Dictionary(FT=pikepdf.Name.Tx)]))
        root.Names = pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=pikepdf.Array()))
        root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.OCG)]))
        link = pikepdf.Dictionary(
            Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="x")
        )
        pdf.pages[0].obj.Annots = pikepdf.Array([link])

    facts = drawn(b"", change=dangerous)
    assert facts.actions == ("JavaScript",)
    assert (facts.fields, facts.signed, facts.attachments, facts.layers) == (2, True, True, 1)
    (link,) = facts.pages[0].annotations
    assert (link.kind, link.box) == ("Link", (0, 0, 9, 9))


@pytest.mark.parametrize(
    ("content", "strange"),
    [
        (b"0 0 0 1 k 6 6 9 9 rectangle f", ("rectangle",)),
        (b"BT (Take 2 tablets) TJJ ET", ("TJJ",)),
        (b"0,5 w 1.5e-05 0 m --2 9 l S", ("0,5", "1.5e-05", "--2")),
        (b"BX 4 sparkle EX", ("sparkle",)),
        (b"q Q Q", ("Q without q",)),
        (b"BT BT ET", ("BT inside BT",)),
        (b"q 1 j 2 J 3 M [] 0 d 1 i /Perceptual ri /A MP /A BMC EMC 0 0 9 9 re F", ()),  # q may be left open
        (b"q 9 0 0 9 0 0 cm BI /W 2 /H 1 /IM true /I false /BPC 1 ID \x80 EI Q", ()),
        (b"/Span <</A true /B null>> BDC EMC", ()),
    ],
)
def test_commands_that_pdf_does_not_have(drawn, content, strange):
    assert drawn(content).pages[0].strange == strange


def test_a_state_is_saved_and_restored_within_one_form(drawn):
    def resources(pdf):
        form = pikepdf.Stream(pdf, b"Q Q 0 0 9 9 re f", Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
        return {"/XObject": pikepdf.Dictionary(F=form)}

    assert drawn(b"q q /F Do Q Q", resources).pages[0].strange == ("Q without q",)


def test_a_letter_of_pixels_has_its_size(drawn):
    content = b"q 9 0 0 9 0 0 cm BI /W 47 /H 70 /IM true /BPC 1 /D [1 0] ID " + bytes(420) + b" EI Q"
    (image,) = drawn(content).pages[0].images
    assert (image.width, image.height, image.stencil) == (47, 70, True)


def test_the_page_to_show_first_is_no_action(drawn):
    def shows(pdf):
        pdf.Root.OpenAction = pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.FitH, None])

    assert drawn(b"", change=shows).actions == ()


def test_a_plain_accessible_file_is_read_too(tmp_path):
    facts = read_press(typeset("<p>Hello <a href='https://example.org'>there</a>", tmp_path / "x.pdf"), "x.pdf")
    assert facts.pdfx == ""
    assert facts.intents == ()
    assert facts.tagged
    assert facts.pages[0].texts[0].fill.space in ("DeviceRGB", "DeviceGray")
    assert [annotation.kind for annotation in facts.pages[0].annotations] == ["Link"]


def test_a_pattern_inside_itself_ends(drawn):
    def inside(pdf):
        pattern = pdf.make_indirect(pikepdf.Stream(pdf, b"/Pattern cs /P scn 0 0 1 1 re f 1 0 0 rg 0 0 1 1 re f"))
        own = pikepdf.Dictionary(Pattern=pikepdf.Dictionary(P=pattern))
        pattern.update(
            pikepdf.Dictionary(
                PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 2, 2], XStep=2, YStep=2, Resources=own
            )
        )
        return {"/Pattern": pikepdf.Dictionary(P=pattern)}

    page = drawn(b"/Pattern cs /P scn 0 0 50 50 re f", inside).pages[0]
    assert "DeviceRGB" in [path.fill.space for path in page.paths]


def test_more_than_any_page_holds_is_refused(drawn):
    with pytest.raises(UnreadablePdf):
        drawn(b"q " * 5_000)


def test_metadata_that_is_no_xml_says_nothing(drawn):
    def broken(pdf):
        pdf.Root.Metadata = pikepdf.Stream(pdf, b"<x:xmpmeta <<<")

    assert drawn(b"", change=broken).xmp == {}


def test_thin_lines_around_a_tint_overprint_it(tmp_path):
    box = "background: #e6edf7; border-block: 1pt solid #000; border-inline-start: 2mm solid #003087; padding: 2mm"
    path, _ = pressed(tmp_path, f"<div style='{box}'>Tell us</div>")
    black = [one for one in read_press(path, "x.pdf").pages[0].paths if one.over_ink and is_black(one.fill)]
    assert {(round(one.bar, 1), one.overprint) for one in black} == {(1.0, True)}
