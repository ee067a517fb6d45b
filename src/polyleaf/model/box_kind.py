"""What is to be said of a kind of box: who reads it, what it prints by itself, how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from polyleaf.model.box_words import BoxWord


class Content(Enum):
    """What stands between the two lines of a box: in words for officers, and whether it is read line by line.

    Each has one reader in ``source.boxes``. Where it is read line by line, what follows the braces is an argument;
    elsewhere it is Markdown, and what follows the braces is the title.
    """

    BLOCKS = "Paragraphs, lists, tables, figures and further boxes.", False
    KEY_POINTS = "One list of at most five points.", False
    STEPS = "One numbered list, perhaps with a paragraph before it.", False
    RISKS = (
        "Risks: one fact alone on a line, below it a colon, a space and the words; or a list: `- {fact} words`.",
        False,
    )
    FACTS = "Facts, each alone on a line, and on the next line a colon, a space and the words.", False
    TIMES = "Times, each alone on a line, and on the next line a colon, a space and the words.", False
    TABLE = "One table.", False
    BENEFITS = "Two tables: the first row of one begins with `benefits`, that of the other with `harms`.", False
    OPTIONS = "One table with a column an option; `nothing` is doing nothing.", False
    DOSES = "One table with the columns `medicine`, `for`, `looks`, `morning`, `noon`, `evening`, `bed`.", False
    PICTURES = "Two figures.", False
    FIGURE = "First the options, `:alt: …` and perhaps `:width: …`; then the caption, one paragraph.", True
    CONTACT = "Nothing: the words stand in `polyleaf.toml`.", True
    FIELDS = "Fields: `:date:` has a line to write on, `:date: 4 May` does not. Paragraphs before them.", False
    LINES = "Nothing, or paragraphs before the lines.", False
    LINK = "Paragraphs. Behind the braces stands the address, not a title.", False

    def __init__(self, inside: str, is_raw: bool) -> None:
        self.inside = inside
        self.is_raw = is_raw


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxKind:
    """A kind of box.

    Attributes:
        name: The word in the braces. The box has it as its class in style sheets, and its sign as its file's name.
        purpose: What it is for, in a sentence for officers.
        detail: What else there is to know, in sentences.
        example: How it is written.
        content: What may stand in it.
        title: What is printed over it if the author gave it no title (a msgid); "" for nothing.
        note: What translators are told of that title.
        paragraph: What translators are told of a paragraph in it.
        item: What they are told of an item of a list in it; "" for what they are told of any list.
        role: ARIA role of its element, "" for none; ``render.tagging.roles`` has the structure type of each.
        is_framed: Whether it has the frame and the space of a box.
        has_sign: Whether a drawn sign, ``templates/signs/<name>.svg``, stands before its title.
        is_whole: Whether it must never be printed over two pages, because people cut it off or hand it in.
        is_cut_off: Whether a line to cut along stands above it.
        is_critical: Whether it is never printed half translated, unless ``polyleaf.toml`` lists other kinds.
        marks: Further words that may stand in its braces, each with what it says.
        term: What translators are told of the first line of an entry, where it holds entries.
        entry: What they are told of its words.
        words: Words that it prints in itself.
        fields: Names of the fields that it has if the author names none.
        lines: Lines to write on if the author gives no number in the braces; 0 for a whole page.
    """

    name: str
    purpose: str = field(repr=False)
    detail: str = field(default="", repr=False)
    example: str = field(repr=False)
    content: Content = Content.BLOCKS
    title: str = ""
    note: str = field(default="", repr=False)
    paragraph: str = field(default="", repr=False)
    item: str = field(default="", repr=False)
    role: str = ""
    is_framed: bool = True
    has_sign: bool = False
    is_whole: bool = False
    is_cut_off: bool = False
    is_critical: bool = False
    marks: Mapping[str, str] = field(default_factory=dict, repr=False, hash=False)
    term: str = field(default="", repr=False)
    entry: str = field(default="", repr=False)
    words: tuple[BoxWord, ...] = field(default=(), repr=False)
    fields: tuple[str, ...] = ()
    lines: int = 1

    def __str__(self) -> str:
        return self.name
