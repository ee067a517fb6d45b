"""Numbers written as words, language by language: "two", "half", "twice", "thousand"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import UNSPACED, source

# One row a language: value -> words in the notation of ``pattern.source``. Values up to twenty are what leaflets write
# out; one is often an article, so a lone "one" proves nothing (see ``amounts``).
_ONES: Mapping[str, str] = {
    "en": "0:zero|1:one once single first|2:two twice second|3:three third|4:four fourth|5:five fifth|6:six "
    "sixth|7:seven|8:eight|9:nine|10:ten|12:twelve dozen|"
    "15:fifteen|20:twenty|24:twenty-four|30:thirty|40:forty|"
    "48:forty-eight|50:fifty|60:sixty|70:seventy|80:eighty|90:ninety|100:hundred|1000:thousand|"
    "1/2:half half_an half_a|1/4:quarter quarter_of_an|3/2:one_and_a_half",
    "pl": "0:zero zera|1:jeden jedna jedno jedną jednej jednego raz|2:dwa dwie dwóch dwoma dwojga dwaj dwukrotnie|"
    "3:trzy trzech trzema trzej trzykrotnie|4:cztery czterech czterema|5:pięć pięciu|6:sześć sześciu|"
    "7:siedem siedmiu|8:osiem ośmiu|9:dziewięć dziewięciu|10:dziesięć dziesięciu|12:dwanaście dwunastu|"
    "15:piętnaście piętnastu|20:dwadzieścia dwudziestu|30:trzydzieści|40:czterdzieści|"
    "50:pięćdziesiąt|60:sześćdziesiąt|70:siedemdziesiąt|80:osiemdziesiąt|90:dziewięćdziesiąt|100:sto stu|1000:tysiąc|"
    "1/2:pół połow*|3/2:półtora półtorej|1/4:kwadrans",
    "ro": "0:zero|1:unu una un o dată|2:doi două dublu|3:trei|4:patru|5:cinci|6:șase|7:șapte|8:opt|9:nouă|10:zece|"
    "12:doisprezece douăsprezece|15:cincisprezece|20:douăzeci|30:treizeci|40:patruzeci|"
    "50:cincizeci|60:șaizeci|70:șaptezeci|80:optzeci|90:nouăzeci|100:sută|1000:mie|"
    "1/2:jumătate|1/4:sfert",
    "uk": "0:нуль нуля|1:один одна одне одну одного однієї одній раз|2:два дві двох двома двом двічі|3:три трьох "
    "трьома тричі|"
    "4:чотири чотирьох|5:п'ять п'яти п'ятьох|6:шість шести шістьох|7:сім семи|8:вісім восьми|9:дев'ять дев'яти|"
    "10:десять десяти|12:дванадцять дванадцяти|15:п'ятнадцять|20:двадцять двадцяти|30:тридцять|40:сорок|"
    "50:п'ятдесят|60:шістдесят|70:сімдесят|80:вісімдесят|90:дев'яносто|"
    "100:сто|1000:тисяча|1/2:пів половин* півгодини|3/2:півтора півтори",
    "ar": "0:صفر|1:واحد واحدة واحدا مرة|2:اثنان اثنين اثنتان اثنتين مرتين مرتان|3:ثلاث ثلاثة|4:أربع أربعة|5:خمس خمسة|"
    "6:ست ستة|7:سبع سبعة|8:ثمان ثماني ثمانية|9:تسع تسعة|10:عشر عشرة|20:عشرون عشرين|30:ثلاثون ثلاثين|60:ستون ستين|"
    "100:مئة مائة|1000:ألف|1/2:نصف|1/4:ربع",
    "fa": "0:صفر|1:یک|2:دو|3:سه|4:چهار|5:پنج|6:شش|7:هفت|8:هشت|9:نه|10:ده|12:دوازده|15:پانزده|20:بیست|30:سی|60:شصت|"
    "100:صد|1000:هزار|1/2:نیم نصف|1/4:ربع",
    "ur": "0:صفر|1:ایک|2:دو "
    "دونوں|3:تین|4:چار|5:پانچ|6:چھ|7:سات|8:آٹھ|9:نو|10:دس|12:بارہ|15:پندرہ|20:بیس|30:تیس|60:ساٹھ|"
    "100:سو|1000:ہزار|1/2:آدھا آدھے آدھی|3/2:ڈیڑھ|5/2:ڈھائی|1/4:پاؤ",
    "bn": "0:শূন্য|1:এক একটি একটা একবার|2:দুই দুটি দুটো দুবার|3:তিন তিনটি|4:চার চারটি|5:পাঁচ পাঁচটি|6:ছয় "
    "ছয়টি|7:সাত|8:আট|"
    "9:নয়|10:দশ|12:বারো|15:পনেরো|20:বিশ|30:ত্রিশ|60:ষাট|100:একশ একশো|1000:হাজার|1/2:আধ আধা "
    "অর্ধেক|3/2:দেড়|5/2:আড়াই",
    "pa": "0:ਸਿਫ਼ਰ ਜ਼ੀਰੋ|1:ਇੱਕ "
    "ਇਕ|2:ਦੋ|3:ਤਿੰਨ|4:ਚਾਰ|5:ਪੰਜ|6:ਛੇ|7:ਸੱਤ|8:ਅੱਠ|9:ਨੌਂ|10:ਦਸ|12:ਬਾਰਾਂ|15:ਪੰਦਰਾਂ|20:ਵੀਹ|30:ਤੀਹ|60:ਸੱਠ|"
    "100:ਸੌ|1000:ਹਜ਼ਾਰ|1/2:ਅੱਧਾ ਅੱਧੇ ਅੱਧੀ|3/2:ਡੇਢ|5/2:ਢਾਈ",
    "gu": "0:શૂન્ય|1:એક|2:બે|3:ત્રણ|4:ચાર|5:પાંચ|6:છ|7:સાત|8:આઠ|9:નવ|10:દસ|12:બાર|15:પંદર|20:વીસ|30:ત્રીસ|60:સાઠ|"
    "100:સો|1000:હજાર|1/2:અડધો અડધી અડધા અડધું|3/2:દોઢ|5/2:અઢી",
    "ta": "0:பூஜ்ஜியம் சுழியம்|1:ஒரு ஒன்று|2:இரண்டு இரு|3:மூன்று|4:நான்கு "
    "நாலு|5:ஐந்து|6:ஆறு|7:ஏழு|8:எட்டு|9:ஒன்பது|10:பத்து|12:பன்னிரண்டு|"
    "15:பதினைந்து|20:இருபது|30:முப்பது|60:அறுபது|100:நூறு|1000:ஆயிரம்|1/2:அரை|3/2:ஒன்றரை",
    "zh": "0:零|1:一|2:两 二 兩|3:三|4:四|5:五|6:六|7:七|8:八|9:九|10:十|12:十二|15:十五|20:二十|24:二十四|30:三十|"
    "48:四十八|60:六十|100:一百|1000:一千|1/2:半",
    "so": "0:eber|1:hal mar kow|2:laba labo "
    "laba-jeer|3:saddex|4:afar|5:shan|6:lix|7:toddoba|8:siddeed|9:sagaal|10:toban|"
    "12:laba_iyo_toban|15:shan_iyo_toban|20:labaatan|30:soddon|60:lixdan|100:boqol|1000:kun|1/2:badh nus",
    "fr": "0:zéro|1:un "
    "une|2:deux|3:trois|4:quatre|5:cinq|6:six|7:sept|8:huit|9:neuf|10:dix|12:douze|24:vingt-quatre|1/2:demi*",
    "de": "0:null|1:ein eine einen einer einem eins|2:zwei zweimal|3:drei "
    "dreimal|4:vier|5:fünf|6:sechs|7:sieben|8:acht|"
    "9:neun|10:zehn|12:zwölf|1/2:halb* hälfte|3/2:anderthalb*",
    "es": "0:cero|1:un una uno|2:dos|3:tres|4:cuatro|5:cinco|6:seis|7:siete|8:ocho|9:nueve|10:diez|12:doce|1/2:medi*",
    "ru": "0:ноль нуля|1:один одна одно одну одного одной раз|2:два две двух двумя дважды|3:три трех тремя трижды|"
    "4:четыре четырех|5:пять пяти|6:шесть шести|7:семь семи|8:восемь восьми|9:девять девяти|10:десять десяти|"
    "12:двенадцать двенадцати|20:двадцать двадцати|24:двадцать_четыре|1/2:пол половин* полчаса|3/2:полтора полутора",
    "it": "0:zero|1:un uno una|2:due|3:tre|4:quattro|5:cinque|6:sei|7:sette|8:otto|9:nove|10:dieci|12:dodici|"
    "24:ventiquattro|1/2:mezz* metà",
    "pt": "0:zero|1:um uma|2:dois duas|3:três|4:quatro|5:cinco|6:seis|7:sete|8:oito|9:nove|10:dez|12:doze|1/2:mei*",
    "tr": "0:sıfır|1:bir|2:iki|3:üç|4:dört|5:beş|6:altı|7:yedi|8:sekiz|9:dokuz|10:on|12:on_iki|20:yirmi|1/2:yarım yarı",
    "nl": "0:nul|1:een één|2:twee|3:drie|4:vier|5:vijf|6:zes|7:zeven|8:acht|9:negen|10:tien|12:twaalf|1/2:half halve",
    "cs": "0:nula nul|1:jeden jedna jedno|2:dva dvě dvou|3:tři tří|4:čtyři čtyř|5:pět pěti|6:šest šesti|7:sedm|8:osm|"
    "9:devět|10:deset|12:dvanáct|1/2:půl",
    "hu": "0:nulla|1:egy|2:két kettő|3:három|4:négy|5:öt|6:hat|7:hét|8:nyolc|9:kilenc|10:tíz|12:tizenkettő|1/2:fél",
    "hi": "0:शून्य|1:एक|2:दो|3:तीन|4:चार|5:पाँच पांच|6:छह छः|7:सात|8:आठ|9:नौ|10:दस|12:बारह|1/2:आधा आधे आधी|3/2:डेढ़|5/2:ढाई",
}

_MORE: Mapping[str, str] = {
    "en": "1000:thousand|1000000:million|1000000000:billion",
    "pl": "1000:tys tys. tysiąc tysiące tysięcy|1000000:mln milion miliony milionów",
    "ro": "1000:mii|1000000:milioane milion de_milioane",
    "uk": "1000:тис тис. тисяч тисячі|1000000:млн мільйон*",
    "ar": "1000:ألف آلاف|1000000:مليون ملايين",
    "fa": "1000:هزار|1000000:میلیون",
    "ur": "1000:ہزار|100000:لاکھ|10000000:کروڑ|1000000:ملین",
    "bn": "1000:হাজার|100000:লাখ লক্ষ|10000000:কোটি",
    "pa": "1000:ਹਜ਼ਾਰ|100000:ਲੱਖ|10000000:ਕਰੋੜ",
    "gu": "1000:હજાર|100000:લાખ|10000000:કરોડ",
    "hi": "1000:हज़ार हजार|100000:लाख|10000000:करोड़",
    "ta": "1000:ஆயிரம்|100000:லட்சம் இலட்சம்|10000000:கோடி|1000000:மில்லியன்",
    "zh": "10000:万 萬|100000000:亿 億",
    "so": "1000:kun|1000000:milyan",
    "ru": "1000:тыс тыс. тысяч*|1000000:млн миллион*|1000000000:млрд миллиард*",
    "de": "1000:tausend|1000000:million millionen mio mio.|1000000000:milliarde milliarden",
    "fr": "1000:mille|1000000:million millions|1000000000:milliard milliards",
    "es": "1000:mil|1000000:millón millones",
    "it": "1000:mila|1000000:milione milioni|1000000000:miliardo miliardi",
    "pt": "1000:mil|1000000:milhão milhões",
}
"""What multiplies a number in digits: "10 thousand", "1万"."""

_DUALS: Mapping[str, str] = {
    "ar": "دقيقتين دقيقتان ساعتين ساعتان يومين يومان أسبوعين أسبوعان شهرين شهران سنتين سنتان عامين عامان",
    "he": "שעתיים יומיים שבועיים חודשיים שנתיים",
}
"""Units that say "two" by themselves."""


_TENS, _UNITS = range(20, 100, 10), range(1, 10)
_JOINED = re.compile(r"[\s\-]+(?:(?:și|و|y|e)\s+)?")
"""What stands between "twenty" and "four"."""


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of a language.

    Attributes:
        words: Finds one; None in a language without a row.
        more: Finds a multiplier right after a number in digits.
        duals: Finds a unit that says "two"; None if there are none.
    """

    words: re.Pattern[str] | None
    more: re.Pattern[str] | None
    duals: re.Pattern[str] | None
    _values: tuple[tuple[Fraction, re.Pattern[str]], ...]
    _factors: tuple[tuple[Fraction, re.Pattern[str]], ...]

    def value(self, word: str) -> Fraction:
        """Value of a word that ``words`` found."""
        return next(value for value, pattern in self._values if pattern.fullmatch(word))

    def found(self, text: str) -> Iterator[tuple[int, int, Fraction]]:
        """Start, end and value of every number in words; "twenty four" is one number."""
        waiting: tuple[int, int, Fraction] | None = None
        for match in self.words.finditer(text) if self.words else ():
            value = self.value(match[0])
            if waiting:
                start, end, tens = waiting
                if tens in _TENS and value in _UNITS and _JOINED.fullmatch(text, end, match.start()):
                    waiting = start, match.end(), tens + value
                    continue
                yield waiting
            waiting = match.start(), match.end(), value
        if waiting:
            yield waiting

    def factor(self, word: str) -> Fraction:
        """Value of a word that ``more`` found."""
        return next(value for value, pattern in self._factors if pattern.fullmatch(word))


@lru_cache
def numerals(language: Language) -> Numerals:
    """The number words of a language."""
    base = language.locale.split("_")[0]
    spaced = language.script not in UNSPACED
    values = _patterns(_ONES.get(base, ""), spaced=spaced)
    factors = _patterns(_MORE.get(base, ""), spaced=spaced)
    return Numerals(
        re.compile("|".join(pattern.pattern for _, pattern in values)) if values else None,
        re.compile(rf"[\s\-]?(?P<word>{'|'.join(pattern.pattern for _, pattern in factors)})") if factors else None,
        re.compile(source(_DUALS[base])) if base in _DUALS else None,
        values,
        factors,
    )


def _patterns(table: str, *, spaced: bool) -> tuple[tuple[Fraction, re.Pattern[str]], ...]:
    """The rows of a table, those with the longest words first: "十二" before "十"."""
    rows = [one.partition(":") for one in table.split("|") if one]
    found = [(Fraction(value), words) for value, _, words in rows]
    found.sort(key=lambda one: -max(map(len, one[1].split())))
    return tuple((value, re.compile(source(words, spaced=spaced))) for value, words in found)
