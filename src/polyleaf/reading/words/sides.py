"""Left and right, before and after, in the words of each language. Tables in the notation of ``pattern.source``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import UNSPACED, Lexicon, lexicon

_BODY = (
    "side arm leg hand foot eye ear knee hip shoulder lung kidney breast ankle wrist elbow thigh groin heel thumb "
    "half ventricle atrium ovary testicle cheek nostril calf forearm"
)


def _english(side: str) -> str:
    """A side beside a part of the body or after "on the": elsewhere "right" is "correct" and "straight away"."""
    beside = (f"{side}_{part} {side}_{part}s {side}_{part}es" for part in _BODY.split())
    placed = (
        f"{word}_{whose}_{side}" for word in ("on", "to", "from", "at") for whose in ("the", "your", "its", "their")
    )
    return " ".join((*beside, *placed, f"{side}-hand {side}-sided {side}_upper {side}_lower"))


_LEFT: Mapping[str, str] = {
    "en": _english("left"),
    "pl": "lew* lewo",
    "ro": "stâng* stîng*",
    "uk": "лів* ліворуч зліва наліво",
    "ru": "лев* слева налево влево",
    "bg": "ляв* лев* наляво вляво",
    "ar": "*يسار* أيسر *ايسر *يسرى شمال شمالا",
    "fa": "چپ* سمت_چپ",
    "ur": "بائیں بایاں بائیاں",
    "bn": "বাম* বাঁ বাঁদিক* বাঁয়ে",
    "pa": "ਖੱਬ*",
    "gu": "ડાબ*",
    "hi": "बाएं बाएँ बायां बायाँ बायीं बाईं बायें",
    "ta": "இடது* இடப்பக்க* இடப்புற*",
    "zh": "左",
    "so": "bidix*",
    "fr": "gauche* gauches",
    "de": "link* links",
    "es": "izquierd*",
    "pt": "esquerd*",
    "it": "sinistr*",
    "tr": "sol sola solda soldan soldaki",
    "vi": "trái",
}
_RIGHT: Mapping[str, str] = {
    "en": _english("right"),
    "pl": "praw*",
    "ro": "dreapt* drept*",
    "uk": "прав* праворуч справа направо",
    "ru": "прав* справа направо вправо",
    "bg": "десн* дясн* надясно вдясно",
    "ar": "*يمين* أيمن *ايمن *يمنى",
    "fa": "راست* سمت_راست",
    "ur": "دائیں دایاں دہنا دہنے داہن*",
    "bn": "ডান* ডাইনে",
    "pa": "ਸੱਜ*",
    "gu": "જમણ*",
    "hi": "दाएं दाएँ दायां दायाँ दायीं दाईं दायें दाहिन*",
    "ta": "வலது* வலப்பக்க* வலப்புற*",
    "zh": "右",
    "so": "midig*",
    "fr": "droit* droits",
    "de": "recht* rechts",
    "es": "derech*",
    "pt": "direit*",
    "it": "destr*",
    "tr": "sağ sağa sağda sağdan sağdaki",
    "vi": "phải",
}
_BEFORE: Mapping[str, str] = {
    "en": "before prior_to beforehand earlier_than",
    "pl": "przed przedtem zanim wcześniej uprzedni* poprzedn* dotychczas* dotąd",
    "ro": "înainte* anterior* dinainte* dinaintea până* precedent* mai_devreme",
    "uk": "перед до передодні раніше заздалегідь попередн* доти перш",
    "ru": "перед до раньше заранее предварительн* прежде",
    "bg": "преди предварително по-рано предишн*",
    "ar": "قبل *قبل سابق* مسبق* أسبق",
    "fa": "قبل قبلا قبلی پیش پیشین",
    "ur": "پہلے قبل پیشگی سابقہ",
    "bn": "আগে আগের আগেই পূর্ব* আগেও",
    "pa": "ਪਹਿਲਾਂ ਪਹਿਲੇ ਪਹਿਲਾ",
    "gu": "પહેલાં પહેલા અગાઉ* પૂર્વ* પહેલેથી પહેલાંથી પહેલાંના",
    "hi": "पहले पहली पूर्व",
    "ta": "முன்* முன்பு* முன்னர் முன்னதாக முன்னால் முந்தைய முன்பே விட",
    "zh": "前 先 以前 之前",
    "so": "hor ka_hor hore horay kahor",
    "fr": "avant auparavant préalable*",
    "de": "vor vorher bevor davor zuvor vorherig* vom früher*",
    "es": "antes previo previa previamente anterior*",
    "pt": "antes previamente anterior*",
    "it": "prima precedent*",
    "tr": "önce* öncesi* evvel",
    "vi": "trước",
}
_AFTER: Mapping[str, str] = {
    "en": "after afterwards following_your following_surgery following_treatment",
    "pl": "po później potem następnie poza",
    "ro": "după ulterior* apoi de_la mai_târziu",
    "uk": "після потім пізніше згодом через по",
    "ru": "после потом позже затем через спустя",
    "bg": "след после по-късно",
    "ar": "بعد *بعد بعدها بعده بعدهما عقب تلي يلي",
    "fa": "بعد پس بعدا بعدی سپس",
    "ur": "بعد",
    "bn": "পর পরে পরেই পরের পরেও পরবর্তী*",
    "pa": "ਬਾਅਦ ਮਗਰੋਂ ਪਿੱਛੋਂ ਪਿਛਲੇ",
    "gu": "પછી* બાદ ત્યારબાદ",
    "hi": "बाद पश्चात",
    "ta": "பின்* பிறகு* பிந்தைய *பின் பிற்காலத்தில்",
    "zh": "后 後 之后 以后",
    "so": "ka_dib kadib dabadeed dambe dabadiis",
    "fr": "après ensuite suivant*",
    "de": "nach nachher nachdem danach später nachdem",
    "es": "después tras luego posterior*",
    "pt": "após depois em_seguida",
    "it": "dopo successiv* in_seguito",
    "tr": "sonra*",
    "vi": "sau",
}


@dataclass(frozen=True, slots=True)
class Opposites:
    """Two opposite words of a language, ready to be found."""

    one: Lexicon
    other: Lexicon


@lru_cache
def left_and_right(language: Language) -> Opposites | None:
    """Left and right, or None if there is no table."""
    return _opposites(language, _LEFT, _RIGHT)


@lru_cache
def before_and_after(language: Language) -> Opposites | None:
    """Before and after, or None if there is no table."""
    return _opposites(
        language, _BEFORE, _AFTER, "look_after looks_after looking_after looked_after after_all before_long"
    )


def _opposites(
    language: Language, one: Mapping[str, str], other: Mapping[str, str], without: str = ""
) -> Opposites | None:
    base = {"yue": "zh"}.get(language.locale.split("_")[0], language.locale.split("_")[0])
    if base not in one or base not in other or language.locale == "pa_Arab":
        return None
    spaced = language.script not in UNSPACED
    return Opposites(lexicon(one[base], without, spaced=spaced), lexicon(other[base], without, spaced=spaced))
