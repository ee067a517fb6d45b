"""How each language says no: words, and forms of verbs where a language bends the verb instead.

Tables in the notation of ``pattern.source``. ``no`` are the words that deny; ``maybe`` are words that often go with a
denial in one language and not in the other ("until", "unable", "stop"): they excuse a denial in the other text, and
lack nothing themselves. ``without`` are phrases that look like a denial and are none ("whether or not"). ``weak``
words deny in some sentences only: they are enough of a denial, and not enough to wonder about one. ``paired`` words
("nobody", "nothing" in Slavic languages and Romanian) deny only together with one of ``particle``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import UNSPACED, Lexicon, lexicon


@dataclass(frozen=True, slots=True)
class Row:
    """How one language denies."""

    no: str
    maybe: str = ""
    without: str = ""
    weak: str = ""
    paired: str = ""
    particle: str = ""


_PERSIAN_VERBS = (
    "کن کرد شو شد باش بود دار داشت خور نوش گیر گرفت ده داد رو رفت یامد یاید یایند یایی توان گذار گذاشت زن بر ریز "
    "ریخت کش مان گو گفت خواه خواست بین دید دان پرس خر خوان نویس نوشت پوش شکن یفت یاور ینداز یست رس یاب یافت شناس "
    "فهم پذیر نشین خواب بند بست چسب مال شور لرز ترس ایست گردد گشت ساز ساخت باید بلع ترک"
)
_PERSIAN = " ".join(f"ن{verb}*" for verb in _PERSIAN_VERBS.split())

NEGATION: Mapping[str, Row] = {
    "en": Row(
        "not no n't *n't cannot never none nothing nobody no_one nowhere neither nor without unless",
        "until except only stop* avoid* prevent* fail* refuse* refusal unable unlikely unusual* unwell unsafe "
        "uncommon uncertain uncomfortable impossible incorrect* incomplete* invalid inactive insufficient* "
        "disagree* discomfort disappear* different* lack* absence free rare* rarely hardly seldom instead rather "
        "else other_than lose* lost miss* missing missed empty wrong* ban* forbid* forbidden protect* too whether "
        "stay_away keep_away alternative* less *less more_than had_to non* un* *-free error failed out_of denied "
        "deny "
        "exclude* excluding ignore* skip* suppress* silently reject*",
        "whether_or_not not_only no_longer_than or_not no_matter under* unit* union* unique* universal* university "
        "uniform* regardless",
    ),
    "pl": Row(
        "nie ani ani_nie nigdy nikt nikogo nikomu nic niczego niczym żaden żadn* bez brak* niemożliw* chyba_że oprócz",
        "dopóki zanim odm* unik* zapobie* przesta* odstaw* zrezygn* tylko",
        "nie_tylko nie_więcej nie_mniej czy_nie niebo nieba niedziel* niemiec* niemc* niektór* nieco niemal "
        "niemalże niech "
        "niestety niekiedy nieraz niebiesk* niego niej niemu nieść niesie niezwykl* niezwłoczn*",
        weak="nie* wyklucz* poza błędn*",
        paired="nikt nikogo nikomu nic niczego nigdy ani",
        particle="nie bez",
    ),
    "ro": Row(
        "nu n-am n-ai n-a n-au n-o nici niciun nicio niciuna niciunul nimic nimeni niciodată fără lipsa lipsă "
        "lipsește decât_dacă imposibil* ne*nd",
        "până evita* opri* refuz* doar numai",
        "nu_numai nu_doar nevoi* negru neagr* nerv* nepot* necesar* necesit* negativ* neapărat",
        weak="ne* insuficient* afara",
        paired="nimic nimeni niciodată niciun nicio",
        particle="nu n-am n-ai n-a n-au fără ne*",
    ),
    "uk": Row(
        "не ні ані без немає нема ніхто нікого нічого ніколи жодн* неможлив* відмов* хіба_що якщо_тільки крім",
        "доки поки уник* запобі* припин* лише тільки",
        "не_лише не_тільки чи_не небо неба неділ* нерв* нехай неначе негайн* немов необхідн* неодмінно незважаючи "
        "невдовзі недавн* нещодавн* нести несе",
        weak="не* відсутн* заборон* поза припинен*",
        paired="ніхто нікого нічого ніколи жодн*",
        particle="не без немає нема",
    ),
    "ru": Row(
        "не ни без нет никто никого ничего никогда никак* нельзя невозможн* кроме",
        "пока избег* прекрат*",
        "не_только небо неба недел* нерв* немедленн* необходим* несколько немецк* недавн* нести несет",
        weak="не* запре* отсутств*",
    ),
    "bg": Row("не ни без няма никой никога нищо никак* недейте освен", "докато", "не_само"),
    "ar": Row(
        "لا ولا فلا ألا بلا لم ولم فلم لن ولن فلن ليس وليس فليس ليست وليست ليسوا لست غير وغير عدم وعدم بعدم لعدم "
        "دون بدون خالية خالي إلا وإلا سوى أن_لا كيلا تعذر* يتعذر",
        "حتى تجنب* توقف* منع* يمنع* تمنع* امتنع* فقط قبل",
        "لا_فقط ما_إذا_لا أم_لا",
        weak="فشل* مجهول* ممنوع* محظور*",
    ),
    "fa": Row(
        f"نمی* نیست* ندار* نه نکن* هیچ* بدون هرگز مگر غیر_از {_PERSIAN}",
        "تا جلوگیری خودداری پرهیز قطع فقط برخلاف",
        "نه_تنها",
        weak="نامعتبر نامناسب نادرست ناممکن ناشناس* ناموفق ناتوان* غیر*",
        paired="هیچ*",
        particle=f"نمی* نیست* ندار* بدون {_PERSIAN}",
    ),
    "ur": Row(
        "نہ نہیں مت بغیر بلا کبھی_نہیں سوائے ورنہ ناممکن", "جب_تک بچ* روک* پرہیز صرف گریز", "نہ_صرف یا_نہیں کہ_نہیں"
    ),
    "bn": Row(
        "না নয় নেই নন নই নাই ছাড়া বিনা *েনি *য়নি *ননি *রিনি *ইনি নি অসম্ভব",
        "পর্যন্ত এড়* বন্ধ থাম* শুধু ঠেক*",
        "কি_না কিনা তিনি ইনি উনি যিনি শুধু_না নাকি না_দেওয়া_পর্যন্ত না_বলা_পর্যন্ত না_হওয়া_পর্যন্ত না_করা_পর্যন্ত না_আসা_পর্যন্ত না_যাওয়া_পর্যন্ত",
        weak="ব্যর্থ* অনুপস্থিত নিষিদ্ধ অবৈধ অজানা অসমর্থ*",
    ),
    "pa": Row(
        "ਨਾ ਨਹੀਂ ਨਹੀ ਬਿਨਾਂ ਬਿਨਾ ਬਗੈਰ ਬਗ਼ੈਰ ਮਤ ਸਿਵਾਏ",
        "ਜਦੋਂ_ਤੱਕ ਬਚ* ਰੋਕ* ਬੰਦ ਸਿਰਫ਼",
        "ਜਾਂ_ਨਹੀਂ ਨਾ_ਸਿਰਫ਼",
        weak="ਅਸਫਲ ਅਸਫ਼ਲ",
    ),
    "gu": Row(
        "ન ના નહીં નહિં નહિ નહી નથી નહોત* વિના વગર સિવાય અશક્ય",
        "સુધી ટાળ* અટકાવ* બંધ ફક્ત",
        "કે_નહીં કે_નહિં કે_નહિ માત્ર_નહીં",
        weak="નિષ્ફળ અપૂરત*",
    ),
    "hi": Row("न ना नहीं नही मत बिना बगैर सिवाय", "जब_तक बच* रोक* बंद केवल", "या_नहीं न_केवल कि_नहीं"),
    "ta": Row(
        "இல்லை *ில்லை *வில்லை *ல்லை அல்ல அல்லாத இல்லா* *ாமல்* *ாது *ாத *ாதீர்கள் *ாதே *ாதபடி *ாவிட்டால் "
        "*ாவிட்டாலும் மாட்ட* வேண்டாம் *தல்ல *மல்ல *ாமலே இன்றி தவிர *மின்றி *ாதவ* *ாதது",
        "வரை தவிர்* தடு* நிறுத்த* மட்டும்",
        "காது போது எப்போது இப்போது அப்போது சாதாரண மட்டுமல்ல மட்டும்_அல்ல இல்லையா",
    ),
    "zh": Row(
        "不 没 沒 无 無 未 别 別 勿 莫 非 禁止 除非 免 拒绝",
        "之前 以前 停止 避免 防止 预防 阻止 只 仅",
        "是否 是不是 会不会 可不可以 要不要 有没有 不同 不仅 不但 不只 不过 不管 不论 不断 不久 不良 不舒服 "
        "差不多 对不起 非常 免费 分别 特别 级别 性别 类别 区别 别人 识别 个别 免疫 未来 无论 除了 不得不 不止",
    ),
    "so": Row(
        "ma uma kuma kama lama isma igama soma kamaan uma_aha ha hana aanan aadan inaadan uusan inuusan aysan "
        "inaysan aanay inaanay aanu inaanu inaanan lahayn la'aan la'aanta waxba weligaa weligiis marnaba waayo "
        "waayeen waayay bilaa aha maaha maya mooyee",
        "ilaa jooji* iska_ilaali* diid* keliya",
        "ha_ahaato ha_ahaatee ha_ahaado inkastoo_aan",
        "aan inaan",
        paired="aha waxba",
        particle="ma aan ha hana",
    ),
    "fr": Row(
        "ne n' pas jamais rien personne aucun aucune sans ni non sauf",
        "avant jusqu* évite* arrête*",
        "non_seulement",
        weak="impossible échec* échou* invalide* incorrect* inconnu* incapable* interdit* inattendu* incompatible*",
    ),
    "de": Row(
        "nicht nichts nie niemals niemand kein* ohne weder noch außer un*lich",
        "bevor bis vermeid*",
        "nicht_nur",
        weak="ungültig* unbekannt* unzulässig* unvollständig* fehl* außerhalb",
    ),
    "es": Row(
        "no nunca jamás nada nadie ningún ningun* sin ni tampoco salvo excepto",
        "hasta evit*",
        "no_solo",
        weak="imposib* fall* inválid* incapaz desconocid*",
    ),
    "pt": Row(
        "não nunca jamais nada ninguém nenhum* sem nem exceto salvo",
        "até evit*",
        "não_só",
        weak="impossív* falh* inválid* incapaz desconhecid* erro",
    ),
    "it": Row(
        "non mai nulla niente nessun* senza né tranne salvo",
        "finché evit*",
        "non_solo",
        weak="impossibil* fallit* errore errat* sconosciut* incapac*",
    ),
    "vi": Row("không chưa đừng chẳng chớ không_thể", "trước_khi tránh", "hay_không không_chỉ"),
}
"""Denials by language code without region."""


@dataclass(frozen=True, slots=True)
class Negation:
    """The denials of a language, ready to be found."""

    no: Lexicon
    weak: Lexicon
    maybe: Lexicon
    paired: Lexicon
    particle: Lexicon

    def denials(self, sentence: str) -> int:
        """How often a sentence denies, as far as its words tell."""
        no = self.no.found(sentence)
        weak = [word for word in self.weak.found(sentence) if word not in no]
        alone = 0 if self.particle.found(sentence) else len(self.paired.found(sentence))
        return len(no) + len(weak) - alone

    def firm(self, sentence: str) -> int:
        """How often a sentence denies, "nobody" and its like not counted where they only go along with a "not"."""
        return self.denials(sentence) - (len(self.paired.found(sentence)) if self.particle.found(sentence) else 0)

    def surely(self, sentence: str) -> bool:
        """Whether a sentence certainly denies something."""
        return bool(self.no.found(sentence))

    def excuses(self, sentence: str) -> bool:
        """Whether a sentence has a word that another language may say with a denial."""
        return bool(self.maybe.found(sentence))


@lru_cache
def negation(language: Language) -> Negation | None:
    """The denials of a language, or None if there is no table for it."""
    base = {"yue": "zh"}.get(language.locale.split("_")[0], language.locale.split("_")[0])
    found = NEGATION.get(base)
    if found is None or language.locale == "pa_Arab":
        return None
    spaced = language.script not in UNSPACED
    tables = (found.no, found.weak, found.maybe, found.paired, found.particle)
    return Negation(*(lexicon(table, found.without, spaced=spaced) for table in tables))
