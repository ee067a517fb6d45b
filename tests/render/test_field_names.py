"""What is filled in by hand is called as the words around it say: ten boxes on a form are ten questions."""

from __future__ import annotations

import pytest
import tinyhtml5

from polyleaf.render.tagging.fields import asked

BOX = '<span data-field="cb" title="Box to tick">☐</span>'
LINE = '<span data-field="tv" title="Room to write">____</span>'


def names(block: str) -> list[str]:
    root = tinyhtml5.parse(block, namespace_html_elements=False)
    parents = {child: element for element in root.iter() for child in element}
    return [asked(one, parents) for one in root.iter() if one.get("data-field")]


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (f"<p>{BOX} I have <strong>diabetes</strong></p>", ["I have diabetes"]),
        (f"<p>I have a pacemaker: {BOX}\u00a0yes {BOX} no</p>", ["yes", "no"]),
        (f"<p>Yes {BOX} No {BOX}</p>", ["Yes", "No"]),
        (f"<p>I have read this. {BOX}</p>", ["I have read this."]),
        (f"<p><strong>{BOX}</strong> <em>Yes</em></p>", ["Yes"]),
        (f"<p>My weight: {LINE} kg, my height: {LINE}</p>", ["My weight", "kg, my height"]),
        (f"<p>{LINE} (name)</p>", ["(name)"]),
        (f"<p>{BOX} other: {LINE}</p>", ["other", "other"]),
        (f"<ul><li>{BOX} tea<ul><li>{BOX} black</li></ul></li></ul>", ["tea", "black"]),
        (f"<p>{BOX}</p><p>Tea</p>", [""]),
        (f'<p>{BOX} call <a href="tel:1"><bdi dir="ltr">01632 960 100</bdi></a></p>', ["call 01632 960 100"]),
    ],
)
def test_a_field_is_called_as_the_words_beside_it(block: str, said: list[str]) -> None:
    assert names(block) == said
