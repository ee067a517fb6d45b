"""The small words of languages that share a script: they tell in which of them a text is written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import Lexicon, lexicon

_LATIN: Mapping[str, str] = {
    "en": "the of and to you your is are was for with from this that will can may if not have has it or by when "
    "what how our we who they be do does before after must should any there",
    "pl": "nie się jest są na do że jak dla aby lub przez oraz może mogą jeśli który która które państwo państwa "
    "czy od ze przed po tym tego być będzie proszę także",
    "ro": "a o și nu este sunt în cu pentru de la din care să se dacă poate mai un unei vă dumneavoastră sau pe după "
    "înainte când prin fi ce cum acest această veți",
    "so": "iyo waa oo ka ku in ah aad waxa waxaa uu ay si haddii ama la loo u kuu inaad markaad dhakhtarka kasta "
    "mid ayaa lagu waxay wuxuu waxaad kala marka hore",
    "fr": "de un d' l' le la les des une est sont et pour avec dans vous votre vos que qui ne pas sur ou peut si "
    "au aux du ce "
    "cette être",
    "de": "der die das und ist sind nicht mit für auf ein eine sie ihr ihre oder wenn kann werden wird von zu im "
    "den dem bei nach vor auch",
    "es": "de la un a en el los las una es son y para con en usted su sus que no se o puede si del al por como "
    "más este esta "
    "antes después",
    "pt": "de a um o os as uma é são e para com em você seu sua que não se ou pode do da dos das ao por como "
    "mais este "
    "esta antes depois",
    "it": "di da un la a il gli le una è sono e per con in lei suo sua che non si o può se del della dei al come "
    "più questo "
    "questa prima dopo",
    "nl": "de het een en is zijn voor met in u uw dat niet of kan als van op te bij naar ook wordt",
    "tr": "ve bir bu için ile olarak daha çok veya size sizin olabilir eğer kadar sonra önce gibi var",
    "vi": "và là của bạn có không cho với được trong một các này khi hoặc để sẽ nếu trước sau",
    "hu": "a az és egy nem hogy ez van ha vagy meg után előtt ön az kell lehet",
    "sq": "dhe të në një për me është që nga ju nuk ose mund nëse para pas",
    "lt": "ir yra jūs jūsų kad ar su į iš jei gali prieš po kaip",
    "cs": "a je na se v že pro nebo jsou který může pokud před po vám vás být také",
    "sk": "a je na sa v že pre alebo sú ktorý môže ak pred po vám vás byť tiež",
    "hr": "i je u na se da za ili su koji može ako prije nakon vas vam biti",
}
_CYRILLIC: Mapping[str, str] = {
    "uk": "і й та не що на до у в з для це цей ця ви вас вам ваш ваше ваша якщо або може можуть як від після перед "
    "чи щоб",
    "ru": "и не что на в с для это вы вас вам ваш ваше если или может могут как от после перед чтобы к по этот его",
    "bg": "и не че на в с за това вие вас ви ако или може могат как от след преди да се е са",
}
_ARABIC: Mapping[str, str] = {
    "ar": "في من على إلى أن هذا هذه التي الذي إذا أو مع عن لك قبل بعد كل قد يمكن يتم ذلك لا ما هو هي",
    "fa": "و در از به که را این با شما است برای آن یا اگر می‌شود باشد شود خود تا هم بود کنید",
    "ur": "اور میں سے کے کی کا کو ہے ہیں آپ یہ کر پر نہ ہو اگر یا بھی تو جو گا ہوتا نے",
    "ps": "او په د چې دا ته له سره که یا تاسو کې دی ده نه وي لپاره",
    "ckb": "و لە بۆ کە ئەم بە یان ئەگەر تۆ ئێوە دەکات ناکات هەیە",
}
_DEVANAGARI: Mapping[str, str] = {
    "hi": "और में से के की का को है हैं आप यह कर पर नहीं हो अगर या भी तो जो",
    "ne": "र मा को का लाई छ हुन्छ तपाईं यो वा पनि भने गर्न छन् तपाईंको",
    "mr": "आणि आहे तुम्ही तुमच्या हे किंवा तर नाही जर आहेत केले होते",
}
_BY_SCRIPT = {"Latn": _LATIN, "Cyrl": _CYRILLIC, "Arab": _ARABIC, "Deva": _DEVANAGARI}


@lru_cache
def _lexicons(script: str) -> Mapping[str, Lexicon]:
    return {base: lexicon(words) for base, words in _BY_SCRIPT.get(script, {}).items()}


def another_language(text: str, language: Language) -> str:
    """Code of the language of the same script that ``text`` is written in if it is not ``language``, else "".

    Small words decide: three and more of another language, and more than twice as many as of the own one.
    """
    lexicons = _lexicons(language.script)
    base = language.locale.split("_")[0]
    if base not in lexicons or language.locale == "pa_Arab":
        return ""
    mine = lexicons[base].found(text)
    own, known = len(mine), frozenset(mine)
    counts = {
        code: sum(word not in known for word in words.found(text)) for code, words in lexicons.items() if code != base
    }
    code = max(counts, key=lambda other: counts[other])
    return code if counts[code] >= 3 and counts[code] > 2 * own else ""  # noqa: PLR2004 - said above


def english_words(text: str) -> int:
    """How many small words of English there are in ``text``."""
    return len(_lexicons("Latn")["en"].found(text))
