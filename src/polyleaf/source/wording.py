"""What goes wrong inside one text: braces that name no fact, HTML, stray marks, pictures, dead links."""

from __future__ import annotations

import re

from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.inline import Words, walk
from polyleaf.model.message import Text
from polyleaf.source.inline import TEXT_LIMIT
from polyleaf.source.values import INVISIBLE, shown

_GOOD_BRACES = re.compile(r"\{\{|\}\}|\{[A-Za-z_][A-Za-z0-9_]*\}")
_BRACED = re.compile(r"\{[^{}]*\}?|\}")
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--|-->\s*$|<\?")
_PICTURE = re.compile(r"(?<!\\)!\[[^\]]*\]\(")
_STARS = "Stress words by **two stars**"
_OTHER_MARKS = (
    (INVISIBLE, "An invisible character stands in this text", "Type the words anew, without it"),
    (re.compile(r"~~[^~]+~~"), "Words struck out are not printed so", "Delete the words, or the marks ~~ around them"),
    (
        re.compile(r"(?<!=)==[^=\s](?:[^=\n]*[^=\s])?==(?!=)"),
        "The marks == are printed as they are",
        _STARS,
    ),
    (
        re.compile(r"(?<!\+)\+\+[^+\s\\](?:[^+\n]*[^+\s])?\+\+(?!\+)"),
        "The marks ++ are printed as they are",
        _STARS,
    ),
    (
        re.compile(r"(?<=\w)~\w{1,8}~|\^[\w+-]{1,8}\^|(?<=\d)\^\(?[-+−]?\d+"),
        "Raised and lowered letters are not made by marks",
        "Type the character itself: ², ³, ⁹, ₂ (in Word: Insert, Symbol)",
    ),
    (re.compile(r"\[\^[^\]\s]+\]"), "There are no footnotes on a leaflet", "Write the note in its sentence"),
    (
        re.compile(
            r"(?<!\\)\\(?:[A-Za-z]{2,}|,(?=[A-Za-z]))|(?<=\d)~(?=(?:[mk]?g|m?l|[cm]m|h|min)\b)|\$[<>^_\\][^$\n]{0,30}\$"
        ),
        "A command of another program is printed as text",
        "Delete it: pages break where there is room, and headings begin sections",
    ),
    (
        re.compile(r"(?<!\w)__[^\W_][^_\n]{0,60}[^\W_]__[^\W\d_]|(?<!\w)[^\W_]+__[^\W_]{3,}__[^\W_]+(?!\w)"),
        "The marks __ are printed as they are",
        f"{_STARS} that touch them, with a blank before and behind",
    ),
    (
        re.compile(
            r"(?<![\w#&/])#(?:N/[AVD]\b|NV\b|[A-ZÄÉÜÖ]{2,10}[!?]|DIV/0!)|#{4,}$|(?:^|(?<=\s))=[A-Z]{2,}\([^)]*\)?"
        ),
        "What a spreadsheet says of a cell is printed as text",
        "Type the value that should stand here",
    ),
    (
        re.compile(r"^[=~+*<>•·]{4,}(?=\\?$)", re.MULTILINE),
        "A line made of signs is printed as it is",
        "Delete it: headings, ## Next section, part a leaflet",
    ),
    (
        re.compile(r"(?im)^(?!.*(?:://|www\.))\W*[^.!?;:\n]{1,80}\.(?:docx?|dotx|odt|rtf|pages|pptx?|xlsx?|pdf)\W*$"),
        "The name of a file is printed as text",
        "Delete it: readers cannot open it, and the foot of each page names the leaflet and its version",
    ),
    (
        re.compile(
            r"^h[1-6]\. \S.*|(?<!!)\[[^\]\[|\n]+\|(?:https?:|www\.|mailto:)[^\]\n]+\]"
            r"|^(={3,6}|==(?=[ ]))[^=\n]+\1$|(?<!')'''(?!')[^'\n]+'''(?!')",
            re.MULTILINE,
        ),
        "The marks of a wiki are printed as they are",
        "A heading has ## and a space before its words; stress words by **two stars**",
    ),
    (
        re.compile(r"%%[^%\n]+%%|(?<=\s)\^[A-Za-z][\w-]*$", re.MULTILINE),
        "A note to yourself, or the name of a block, is printed as text",
        "Delete it",
    ),
    (
        re.compile(
            r"^(?:last )?(?:modified|edited|updated|created|published)(?: on)? \d[\d/.-]{5,9},? \d{1,2}:\d{2}\b.*"
            r"|^\d+ (?:comments?|likes?|views?|replies|shares?)(?: +\d+ (?:comments?|likes?|views?|shares?))*(?=\\?$)",
            re.MULTILINE | re.IGNORECASE,
        ),
        "What a web page says of itself is printed as text",
        "Delete it: the end of each leaflet says whose it is, and when it was published",
    ),
    (
        re.compile(r"^[Nn]ew (?:paragraph|line)\b", re.MULTILINE),
        "What was said to a dictating program is printed as text",
        "Delete it, and leave an empty line above the words",
    ),
    (
        re.compile(r"^(?:Slide|Folie|Slajd|Diapositiva?|Слайд|幻灯片|スライド|슬라이드)\s?\d{1,3}(?=$|\s?[:.–—-])"),
        "The number of a slide is printed as text",
        "Delete it: readers have pages in their hands",
    ),
    (re.compile(r"^!!!\s"), "A note of this form is printed as text", "Write a box: :::{important} … :::"),
    (
        re.compile(r"(?<!!)\[[^\]\[]+\]\[[^\]\[^]*\]"),
        "A link whose address stands elsewhere is printed as it is typed",
        "Write the address behind the words: [our web page](https://www.example.org)",
    ),
    (
        re.compile(r"!\[[^\]\[]*\]\[[^\]\[]*\]"),
        "A picture that stands elsewhere is not printed",
        "Put it into the folder images, and write in a paragraph of its own: ![What it shows](images/name.png)",
    ),
    (
        re.compile(r"\[[^\]\[]+\][ \t]+\((?:https?:|www\.|mailto:|tel:)"),
        "This link has a space in it",
        "No space between the words and the address: [our web page](https://www.example.org)",
    ),
    (
        re.compile(r"\[\[[^\]\[\n]+\]\]"),
        "A link of this form is printed as it is typed",
        "Write the address behind the words: [our web page](https://www.example.org)",
    ),
    (
        re.compile(r"^#{1,6}(?![A-ZÄÉÜÖ/0]{2,10}[!?])[^\W\d_]|^#{7,}", re.MULTILINE),
        "The # is printed as text",
        "A heading has ## and a space before its words",
    ),
)
"""Marks of other programs: what they look like on the page is not what their author meant."""

_PATH = re.compile(r"(?<!['’])\b[A-Za-z]:\\(?!\n)(?:[^\\\n]{1,80}\\)*\S*|(?<!\S)\\\\[\w.-]+\\\S+")
"""A file or folder of Windows."""

_HTML_HINT = (
    "Delete it; **bold** and *stress* are enough. A whole web page: save it as .html, then polyleaf import page.html"
)
_LINK_HINT = "Link to https://…, mailto:…, tel:…, a fact, [our web page]({web}), or a heading, [see Risks](#risks)"
_BRACE_HINT = "A fact is {its_name}, with letters, digits and _; a real brace is written twice: {{"
_ANCHOR_HINT = "Delete it: a heading is named by its words, [see Risks](#risks)"
_BARE = re.compile(r"www\.\S|[^\s/@]+@[^\s/@]+\.\w")
_DEAD_LINK = re.compile(r"\]\(([^()\s]*)")


def check_wording(text: Text, log: FaultLog) -> None:
    """Notes what would not be printed as its author means it."""
    line = text.location.line
    if len(text.msgid) > TEXT_LIMIT:
        log.add(f"This text has {len(text.msgid)} characters", line, "Split it with empty lines into short paragraphs")
        return
    if stray := _BRACED.search(_GOOD_BRACES.sub("", text.msgid)):
        hint = _ANCHOR_HINT if stray[0][1:2] in ("#", ".") else _BRACE_HINT
        log.add(f"The brace in {shown(stray[0])} belongs to no fact", line, hint)
    if _PICTURE.search(text.msgid):
        log.add(
            "A picture inside text is not printed",
            line,
            "Put ![…](images/…) on a line of its own, with empty lines around it; a table holds words alone",
        )
    said = " ".join(inline.text for inline in walk(text.inlines) if isinstance(inline, Words))
    if html := _HTML.search(said):
        log.add(f"HTML is printed as text: {shown(html[0])}", line, _HTML_HINT)
    if dead := _DEAD_LINK.search(said):
        bare = f"Write {'mailto:' if '@' in dead[1] else 'https://'} before it"
        log.add(
            f"The link to {shown(dead[1])} leads nowhere on paper", line, bare if _BARE.match(dead[1]) else _LINK_HINT
        )
    if path := _PATH.search(text.msgid):
        hint = "Delete it: readers cannot open it, and the foot of each page names the leaflet and its version"
        log.add(f"A place on somebody’s computer is printed as text: {shown(path[0])}", line, hint)
    for pattern, message, hint in _OTHER_MARKS:
        if found := pattern.search(_PATH.sub("", text.msgid)):
            log.add(f"{message}: {shown(found[0].rstrip(chr(92)))}", line, hint)
    if "**" in said:
        log.add(
            "The stars ** are printed as they are", line, "Delete them, or let them touch the words: **bold words**"
        )
