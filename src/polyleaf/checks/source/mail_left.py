import re

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.leaflet import a_leaflet, a_paragraph
from polyleaf.model.block_texts import every_text
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote

_LEFT = re.compile(
    r"(?P<head>^\S+:[ ]+[^<\n]*\w[^<\n]*<[^<>\s]+@[^<>\s]+>.*$"
    r"|^\S+:[ ]+(?:re|fwd?|aw|wg|tr|rv|rif|odp|pd|antw|sv|vs|vb|yan|ynt|ilt)[ ]?:.*$)"
    r"|(?P<answer>^.*<[^<>\s]+@[^<>\s]+>[^<\n]*:$)"
    r"|(?P<greeting>^(?:dear|hi|hello|morning) (?:all|both|team|everyone|everybody|colleagues|folks)\b.*$"
    r"|^(?:dear|hi|hello|morning) [^\W\d_]+[,!] .*\b(?:leaflets?|text|draft|version)\b.*$"
    r"|^sent from my (?:iphone|ipad|phone|mobile|galaxy|android|samsung)\b.*$"
    r"|^.*\b(?:please|pls) find (?:below|attached|enclosed)\b.*\b(?:thanks|thx|regards|cheers)\b.*$)"
    r"|(?P<chat>^(?:(?:sure|certainly|of course|hi|hello|great)[!,. ]+)?here(?:'s|’s| is| are) (?:the|your|a|an)\b.*\b"
    r"(?:you|draft|version|text|leaflet)\b.*:$|^(?:let me know if|would you like me to|i hope this helps)\b.*[.!?]$)"
    r"|(?P<message>^\[\d{1,2}[:.]\d{2}[^\]\n]*\d{4}\] [^:\n]+:"
    r"|^\[?\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}[^\n-]{0,6}[\]-] [^\W\d_][^:\n]*:)"
    r"|(?P<line>^-{4,}[ ]?\w[^-\n]*\w[ ]?-{4,}$|^--$)",
    re.MULTILINE | re.IGNORECASE,
)
"""Heads and greetings of mails, what a chat program says around its text, "A. Jones <a.jones@example.org> wrote:", and
the lines above what was forwarded, or a signature."""


@check(
    "source/mail-left",
    severity=Severity.ERROR,
    rationale="""
        A text that came by mail brings along who sent it to whom and when, and the name and number of the sender below
        it. On a leaflet patients read of people whom they do not know, and call a colleague who only passed it on.
    """,
    references=("NHS service manual: content style guide, only what the reader needs",),
    example=Example(bad="From: Ann Jones <ann@example.org>\nSubject: RE: the leaflet", good="Call the ward."),
    good=lambda: a_leaflet(a_paragraph("Mail: ward@example.org")),
    bad=lambda: a_leaflet(a_paragraph("Subject: RE: the leaflet")),
)
def mail_left(leaflet: Leaflet) -> Faults:
    """A line is left from the mail in which the text came."""
    for text in every_text(leaflet):
        lines = text.msgid.replace("\\\n", "\n")
        if match := _LEFT.search(lines):
            yield Fault(
                f"{quote(match[0])} is left from a mail",
                text.location,
                "Delete what is of the mail: its head and greeting, and the lines below the text",
            )
