"""Screen colours become the inks they should, and profiles are what they say."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms
from tests.pdf.press_samples import COATED

from polyleaf.errors import UsageError
from polyleaf.pdf.press.palette import MaskPalette, PressPalette, Source
from polyleaf.pdf.press.profile import BUILT_IN, find_profile, load
from polyleaf.pdf.press.separation import separation

BYTE = st.integers(0, 255)
SEPARATION = separation(COATED)


def palette(black_only=False, **chosen):
    return PressPalette(SEPARATION, {f"#{key}": value for key, value in chosen.items()}, black_only=black_only)


def test_black_is_black_ink_and_white_is_paper():
    assert palette().converted(Source.RGB, (0, 0, 0)) == (0, 0, 0, 1)
    assert palette().converted(Source.GRAY, (0,)) == (0, 0, 0, 1)
    assert palette().converted(Source.RGB, (1, 1, 1)) == (0, 0, 0, 0)
    assert palette().converted(Source.LAB, (0, 0, 0)) == (0, 0, 0, 1)


@given(BYTE)
def test_greys_are_black_ink_alone_and_darker_means_more(level):
    inks = SEPARATION.inks((level, level, level))
    assert inks[:3] == (0, 0, 0)
    darker = SEPARATION.inks((max(0, level - 1),) * 3)
    assert darker[3] >= inks[3]


@given(BYTE, BYTE, BYTE)
def test_inks_stay_below_the_limit_of_the_profile(red, green, blue):
    inks = SEPARATION.inks((red, green, blue))
    assert all(0 <= ink <= 1 for ink in inks)
    assert sum(inks) <= 3.01


@given(BYTE, BYTE, BYTE)
def test_black_print_takes_one_ink(red, green, blue):
    inks = palette(black_only=True).converted(Source.RGB, (red / 255, green / 255, blue / 255))
    assert inks[:3] == (0, 0, 0)


def test_dark_colours_are_solid_in_black_print():
    assert palette(black_only=True).converted(Source.RGB, (0, 48 / 255, 135 / 255)) == (0, 0, 0, 1)
    shade = palette(black_only=True).converted(Source.RGB, (0, 48 / 255, 135 / 255), exact=True)
    assert 0.7 < shade[3] < 1
    assert palette(black_only=True).converted(Source.CMYK, (1, 0.75, 0, 0.18)) == (0, 0, 0, 1)


def test_the_map_wins_over_the_profile():
    brand = (1.0, 0.55, 0.0, 0.05)
    mapped = palette(**{"005EB8": brand})
    assert mapped.converted(Source.RGB, (0, 0x5E / 255, 0xB8 / 255), text=True) == brand
    mapped.converted(Source.RGB, (1, 0, 0))
    found = {one.screen: one for one in mapped.replaced()}
    assert found["#005eb8"].chosen
    assert found["#005eb8"].text
    assert not found["#ff0000"].chosen
    assert not found["#ff0000"].text
    assert mapped.uses_colour


def test_greys_are_not_noted_as_brand_colours():
    plain = palette()
    plain.converted(Source.RGB, (0.5, 0.5, 0.5), text=True)
    assert plain.replaced() == ()
    assert not plain.uses_colour


def test_a_tint_is_near_what_the_screen_shows():
    """Back through the profile, the inks give the colour again."""
    output = ImageCms.getOpenProfile(str(COATED.path))
    for colour in ((200, 80, 90), (120, 150, 110), (230, 237, 247), (90, 110, 150)):
        inks = bytes(round(255 * ink) for ink in SEPARATION.inks(colour))
        shown = ImageCms.profileToProfile(
            Image.frombytes("CMYK", (1, 1), inks),
            output,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        assert shown.tobytes() == pytest.approx(colour, abs=8)


@given(BYTE)
def test_masks_keep_their_lightness(level):
    light = level / 255
    assert MaskPalette().converted(Source.RGB, (light, light, light)) == (pytest.approx(light, abs=1e-3),)
    assert MaskPalette().converted(Source.GRAY, (light,)) == (light,)


@pytest.mark.parametrize("name", BUILT_IN)
def test_built_in_profiles_are_output_profiles(name, tmp_path):
    profile = find_profile(name, tmp_path)
    opened = ImageCms.getOpenProfile(str(profile.path)).profile
    assert (opened.xcolor_space, opened.device_class) == ("CMYK", "prtr")
    assert profile.registered
    assert profile.identifier in name
    assert "zlib" in opened.copyright
    assert profile.path.stat().st_size < 300_000
    assert profile.sha256 in (profile.path.parent / "README.md").read_text()
    assert "zlib" in (profile.path.parent / "LICENCE.txt").read_text()


def test_a_profile_of_the_project(tmp_path):
    (tmp_path / "icc").mkdir()
    (tmp_path / "icc/shop.icc").write_bytes(COATED.path.read_bytes())
    profile = find_profile("icc/shop.icc", tmp_path)
    assert (profile.identifier, profile.ink_limit) == ("FOGRA39", 320.0)
    (tmp_path / "icc/shop.icc").write_bytes(b"changed")
    with pytest.raises(UsageError, match="has just been changed"):
        load(profile)


def srgb():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (None, "cannot be opened"),
        (b"", "is no ICC profile"),
        (b"acsp" * 100, "is no ICC profile"),
        (srgb(), "is a profile for RGB colours"),
        (COATED.path.read_bytes()[:5000], "is damaged"),
        (COATED.path.read_bytes().replace(b"prtrCMYK", b"linkCMYK", 1), "is no output profile"),
    ],
)
def test_profiles_that_are_refused(tmp_path, data, reason):
    if data is not None:
        (tmp_path / "x.icc").write_bytes(data)
    with pytest.raises(UsageError, match=reason) as caught:
        find_profile("x.icc", tmp_path)
    assert caught.value.message.startswith("polyleaf.toml: [press] profile “x.icc”")
    assert "built-in FOGRA39" in caught.value.hint


def test_a_profile_outside_the_project_is_refused(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "out.icc").write_bytes(COATED.path.read_bytes())
    (tmp_path / "in/link.icc").symlink_to(tmp_path / "out.icc")
    for name in ("../out.icc", "link.icc"):
        with pytest.raises(UsageError, match="leads out of the project"):
            find_profile(name, tmp_path / "in")


def test_the_profiles_are_in_the_package():
    folder = Path(COATED.path).parent
    assert {path.name for path in folder.iterdir()} >= {
        "README.md",
        "LICENCE.txt",
        "FOGRA39L_coated.icc",
        "FOGRA29L_uncoated.icc",
    }
