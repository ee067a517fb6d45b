"""Markdown of other programs: read as the web page that it is for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from polyleaf.importing.gathered import Gathered, Notice, Remark
from polyleaf.importing.opening import ImportRefusal, decoded
from polyleaf.importing.web import read_web
from polyleaf.importing.web_pictures import FindPicture
from polyleaf.importing.word.changes import Changes
from polyleaf.source.general_markdown import as_web_page, front_values

MOST_BYTES = 2 * 2**20
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_OURS = frozenset(("title", "code", "version", "review_by"))
"""Keys that only a leaflet of polyleaf has together."""

_KEPT = ("description", "subject", "keywords", "summary")
_SAID = (
    "title",
    "lang",
    "date",
    "published",
    "code",
    "version",
    "owner",
    "department",
    "review_by",
    "review date",
    *_KEPT,
)
"""Keys whose values have their places in a leaflet; all others stand in a note."""

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?:(?!\1).)+\1")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+([\w-]{2,30})(?:[ \t]+[\w-]+)*(?:[ \t]+\"([^\"]*)\")?[ \t]*")
"""``!!! warning "Title"``: MkDocs; what belongs to it is moved in."""

_BRACKETED = re.compile(r"(:{3,})[ \t]*([\w-]{2,30})\[([^\]]*)\][ \t]*")
"""``:::tip[Title]``: Docusaurus."""

_BOLD_NOTE = re.compile(r"(>[ \t]*)\*\*(Note|Tip|Important|Warning|Caution)\*\*:?[ \t]*", re.IGNORECASE)
_TICKED = re.compile(r"([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[[xX]\](?=[ \t])")
_CONTENTS = re.compile(r"[ \t]*(?:\[TOC\]|\[\[_TOC_\]\]|\[\[toc\]\]|\{:toc\}|\{\{<? ?toc ?>?\}\})[ \t]*", re.IGNORECASE)
_PICTURE = re.compile(r"!\[\[([^\[\]|]{1,200})(?:\|[^\[\]]*)?\]\]")
_LINK = re.compile(r"\[\[(?:([^\[\]|]{1,200})\|)?([^\[\]|]{1,200})\]\]")
_MARKED = re.compile(r"(?<![=\w])==(?=\S)([^=\n]{1,200}?)(?<=\S)==(?![=\w])")
_LOW = re.compile(r"(?<=[\w)])(?<!~)~([\w+-]{1,8})~(?!~)")
_HIGH = re.compile(r"(?<=[\w)])\^([\w+-]{1,8})\^")
_NAMED = re.compile(r"[ \t]*\{#([\w:.-]{1,80})(?:[ \t][^{}]*)?\}[ \t]*$")
_LOOKS = re.compile(r"[ \t]*\{:?(?:[ \t]*[.#][\w:-]+|[ \t]+[\w-]+=(?:\"[^\"]*\"|[^\s{}]+))+[ \t]*\}")
_COMMAND = re.compile(r"\{%.{0,300}?%\}|\{\{.{0,300}?\}\}|\{\{<.{0,300}?>\}\}")


def read_markdown(data: bytes, shown_as: str, changes: Changes, find: FindPicture) -> Gathered:
    """What stands in a Markdown file; the arguments are those of ``read_web``.

    Raises:
        ImportRefusal: It is too large, or a leaflet already.
    """
    if len(data) > MOST_BYTES:
        raise ImportRefusal(shown_as, f"is larger than {MOST_BYTES // 2**20} MB", "Split it into several leaflets.")
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n").replace("\0", " ")
    match = _FRONT.match(text)
    properties = front_values(match[1]) if match else {}
    if set(properties) >= _OURS:
        hint = "Copy its folder into leaflets/ of the project: nothing has to be turned into anything."
        raise ImportRefusal(shown_as, "is a leaflet of polyleaf already", hint)
    notices: list[Notice] = []
    body = as_common(text[match.end() :] if match else text, notices)
    found = read_web(as_web_page(body).encode(), shown_as, changes, find)
    front = ", ".join(f"{key}: {said}" for key, said in properties.items() if key.lower() not in _SAID and said)
    above = (Remark(f"Front matter of the document: {front}"),) if front else ()
    known = {"published": properties["date"], **properties} if "date" in properties else properties
    words = "\n".join((found.words, front, *(said for key, said in properties.items() if key.lower() in _KEPT)))
    elements, told = (*above, *found.elements), (*found.notices, *notices)
    return Gathered(elements, (), {"title": "", **known}, (), told, properties.get("lang", ""), words)


def as_common(text: str, notices: list[Notice]) -> str:
    """The text with the signs of other programs as CommonMark, HTML and boxes.

    Args:
        text: What stands below the front matter.
        notices: Takes what is not taken.
    """
    return "\n".join(_lines(text.split("\n"), _Teller(notices)))


class _Teller:
    """Tells once of each kind."""

    def __init__(self, notices: list[Notice]) -> None:
        self._notices = notices

    def __call__(self, what: str, place: str = "") -> None:
        if not any(one.what == what for one in self._notices):
            self._notices.append(Notice(what, place))


def _lines(lines: Sequence[str], tell: _Teller) -> Iterator[str]:
    at, fence = 0, ""
    while at < len(lines):
        line = lines[at]
        at += 1
        if match := _FENCE.match(line):
            fence = "" if fence and match[1].startswith(fence) else fence or match[1]
        if fence or match or line.startswith(("    ", "\t")):
            yield line if fence or match else _TICKED.sub(r"\1☑", line)
        elif match := _ADMONITION.fullmatch(line):
            end = next((to for to in range(at, len(lines)) if _ends(lines[to])), len(lines))
            yield from _boxed(match[1], match[2] or "", [one[4:] for one in lines[at:end]], tell)
            at = end
        elif match := _BRACKETED.fullmatch(line):
            yield f"{match[1]}{{{match[2]}}} {match[3]}"
        elif match := _BOLD_NOTE.fullmatch(line):
            yield f"{match[1]}[!{match[2].upper()}]"
        elif _CONTENTS.fullmatch(line):
            tell("The table of contents is not printed: a leaflet has none")
        else:
            yield _outside_code(_TICKED.sub(r"\1☑", line), lambda part: _plain(part, tell))


def _ends(line: str) -> bool:
    """Whether a line does not belong to what is moved in."""
    return bool(line.strip()) and not line.startswith(("    ", "\t"))


def _boxed(kind: str, title: str, inner: Sequence[str], tell: _Teller) -> Iterator[str]:
    inside = list(_lines([line.removeprefix("\t") for line in inner], tell))
    colons = max((len(line) - len(line.lstrip(":")) for line in inside), default=0)
    fence = ":" * (max(colons, 2) + 1)
    yield from ("", f"{fence}{{{kind}}} {title}".rstrip(), *inside, fence, "")


def _outside_code(line: str, change: Callable[[str], str]) -> str:
    done, at = "", 0
    for code in _CODE.finditer(line):
        done += change(line[at : code.start()]) + code[0]
        at = code.end()
    return done + change(line[at:])


def _plain(line: str, tell: _Teller) -> str:
    if _PICTURE.search(line):
        tell("A picture of another program was not taken: put it in as :::{figure}", line.strip()[:60])
    if _COMMAND.search(line):
        tell("Commands of another program stand in the text: look what they were to print", line.strip()[:60])
    line = _PICTURE.sub(lambda match: f"<!-- A picture was here: {match[1]} -->", line)
    if _LINK.search(line):
        tell("Links to other notes lead nowhere in a leaflet: their words were taken", line.strip()[:60])
    line = _LINK.sub(r"\2", line)
    if _MARKED.search(line):
        tell("Words marked with a highlighter are plain words now", line.strip()[:60])
    line = _HIGH.sub(r"<sup>\1</sup>", _LOW.sub(r"<sub>\1</sub>", _MARKED.sub(r"\1", line)))
    line = _NAMED.sub(r' <a id="\1"></a>', line)
    return line if _COMMAND.search(line) or line.startswith(":::") else _LOOKS.sub("", line)
