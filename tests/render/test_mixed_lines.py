"""Right-to-left sentences with what officers type between their words come back whole, nothing turned or torn."""

import shutil
from pathlib import Path

import pytest
from bench.readers import mupdf, pdfium, poppler

from polyleaf.model.spoken import words
from polyleaf.render.weasy import write_pdf

PAGE = """<html lang={lang} dir=rtl><title>A</title>
<style>html {{ font: 14pt {font}, Noto Sans }} @page {{ size: 420mm 297mm }}</style>{paragraphs}"""
SENTENCES = {
    "ar": (
        "Noto Naskh Arabic",
        "خذ <bdi dir=ltr>5–10 ml</bdi> من Paracetamol (Calpol®) كل <bdi dir=ltr>4–6</bdi> ساعات، ولا تتجاوز 4 جرعات.",
        "اتصل على <bdi dir=ltr>+44 (0)1632 960 100</bdi> (من 9.30am إلى 5.30pm)، أو اكتب إلى skin.clinic@example.org.",
        "<bdi dir=ltr>140/90</bdi>، فاتصل بالرقم 111.",
        "تناول ½ قرص في الصباح و¼ قرص في المساء.",
        "عمود فقري منحنٍ. نسبة السكر (HbA1c) أقل من 48 mmol/mol (6.5%).",
        "الغرفة 3B في المبنى C، الطابق 2، الساعة 14:15.",
        "اقرأ “Your skin biopsy” (PDF، 2.4 MB).",
        "<bdi dir=ltr>www.example.org/vitamins?id=12</bdi>.",
        "اتصل بالرقم <bdi dir=ltr>0113 496 0123</bdi>، صباحًا.",
        "هل تتناول warfarin؟ نعم! أو Calpol® (شراب) – مرة؛ 2 ≠ 3.",
        "«نعم» ثم على “OK” أو “No”، من “A” إلى “B”.",
        "<bdi dir=ltr>RAD-014</bdi> · <bdi dir=ltr>1.0</bdi> · العربية",
    ),
    "ur": (
        "Noto Nastaliq Urdu",
        "دوا کا نام: co-amoxiclav <bdi dir=ltr>250/125</bdi> (یا Augmentin)، دن میں دو بار۔",
        "وٹامن B12 اور وٹامن D3 (<bdi dir=ltr>1,000 IU</bdi>) مفید ہیں؛ دیکھیں <bdi dir=ltr>www.example.org/b-a</bdi>۔",
        "ڈاکٹر John Smith سے پوچھیں: کیا مجھے MRI (یا CT) کی ضرورت ہے؟",
        "صبح ½ گولی اور شام ¼ گولی لیں۔",
        "ہر 1000 میں سے 10 سے 20 افراد۔ <bdi dir=ltr>COVID-19</bdi> اور B12۔",
    ),
    "he": (
        "Noto Sans Hebrew",
        "קחו Amoxicillin 500 mg שלוש פעמים ביום במשך <bdi dir=ltr>5–7</bdi> ימים, ב-24 שעות.",
        "התקשרו (בין 9.30am ו-5.30pm), או כתבו אל <bdi dir=ltr>skin.clinic@example.org</bdi> לפני התור.",
        "ד״ר Smith (מחלקת MRI)! או Zapain®; האם Calpol – כן?",
        "מנה מרבית: 1.5 g/יום [ראו עמוד 4].",
    ),
}
APART = {mupdf: ("اقرأ “", "ו-5.30pm")}
"""What MuPDF parts: a blank before or behind a sign that stands at a text it does not take for a word."""


@pytest.fixture(scope="module", params=sorted(SENTENCES))
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], Path]:
    font, *sentences = SENTENCES[request.param]
    target = tmp_path_factory.mktemp("mixed") / "x.pdf"
    paragraphs = "".join(f"<p>{sentence}" for sentence in sentences)
    write_pdf(PAGE.format(lang=request.param, font=font, paragraphs=paragraphs), lambda _: (b"", ""), target)
    return [sentence.replace("<bdi dir=ltr>", "").replace("</bdi>", "") for sentence in sentences], target


@pytest.mark.parametrize("read", [pdfium, poppler, mupdf])
def test_sentences_come_back_whole(printed: tuple[list[str], Path], read) -> None:
    if read is mupdf and not shutil.which("mutool"):
        pytest.skip("mutool is not installed")
    sentences, path = printed
    told = words(" ".join(read(path)))
    expected = [one for one in sentences if not any(part in one for part in APART.get(read, ()))]
    assert not [one for one in map(words, expected) if one not in told and one.replace("½", "1/2") not in told], told
