"""Pictures that look like words: scans and screenshots are told from photographs."""

import io
import random

import pytest
from PIL import Image, ImageDraw, ImageFilter

from polyleaf.source.raster import is_paper, look_at_raster


def saved(picture, kind="PNG"):
    data = io.BytesIO()
    picture.save(data, kind)
    return data.getvalue()


def words(mode="RGB", paper="white", ink="black"):
    picture = Image.new(mode, (900, 400), paper)
    drawing = ImageDraw.Draw(picture)
    for line in range(12):
        drawing.text((20, 20 + 30 * line), "Do not eat for 6 hours before your operation. " * 3, fill=ink)
    return picture


def photograph():
    chance = random.Random(1)  # noqa: S311 - no secret
    picture = Image.new("RGB", (40, 30))
    picture.putdata([tuple(chance.randrange(40, 220) for _ in range(3)) for _ in range(1200)])
    return picture.resize((800, 600), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(4))


@pytest.mark.parametrize(
    "data",
    [saved(words()), saved(words(), "JPEG"), saved(words("L", 255, 0)), saved(words("RGBA", (0, 0, 0, 0)))],
    ids=["png", "jpeg", "grey", "see-through"],
)
def test_words_on_paper(data):
    assert look_at_raster(data)[3] is None
    assert is_paper(data)


@pytest.mark.parametrize(
    "data",
    [saved(photograph()), saved(photograph(), "JPEG"), saved(Image.new("RGB", (90, 90), "white"))],
    ids=["png", "jpeg", "nothing"],
)
def test_photographs_and_empty_paper(data):
    assert look_at_raster(data)[3] is None
    assert not is_paper(data)


def test_a_huge_picture_is_not_unpacked():
    assert not is_paper(saved(Image.new("1", (9000, 5000), 1)))
