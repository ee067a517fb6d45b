"""What a language file tells about words that have an opposite: pairs that turn advice round, sides, before, after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from polyleaf.locales import keys
from polyleaf.locales.keys import Phrases

PAIRS = (
    "more_less", "most_least", "rise_fall", "begin_end", "sooner_later", "full_empty", "hot_cold", "upper_lower",
    "open_closed", "allowed_forbidden", "always_never", "in_out", "big_small", "long_short", "high_low", "good_bad",
    "new_old", "first_last", "same_different", "safe_dangerous", "strong_weak", "many_few", "often_rarely", "easy_hard",
    "quick_slow", "won_lost", "live_die", "public_private", "accept_refuse", "main_minor", "success_failure",
    "buy_sell", "north_south", "mother_baby", "positive_negative", "add_remove", "past_future", "domestic_foreign",
    "civil_military", "wet_dry", "man_woman", "adult_child", "arm_leg", "eye_ear", "same_next", "double_half",
    "worse_better", "day_night", "lie_stand", "only_also", "both_one", "swallow_chew", "push_pull", "breathe_in_out",
    "tighten_loosen", "awake_asleep", "local_general", "today_tomorrow", "bend_straighten", "mouth_nose", "clean_dirty",
    "enough_little", "sit_stand", "weekday_weekend", "all_some", "and_or", "take_skip", "in_fridge", "daytime_night",
    "both_either", "thin_thick", "including_except", "heavy_light", "water_milk", "back_front", "eat_drink",
    "wait_hurry", "back_forward", "reach", "clockwise", "lift_stairs",
)  # fmt: skip
"""Pairs of opposites that turn advice round, by what the two sides are called in English."""


@dataclass(frozen=True, eq=False)
class LeftRight:
    """Left and right, and what looks like one of them and is none."""

    APART: ClassVar = (("left", "right"), ("left_label", "right_label"))

    left: Phrases
    right: Phrases
    look_alikes: Phrases = ()
    left_label: Phrases = ()
    right_label: Phrases = ()


@dataclass(frozen=True, eq=False)
class BeforeAfter:
    """Before and after, and what looks like one of them and is none ("look after")."""

    APART: ClassVar = (("before", "after"),)

    before: Phrases
    after: Phrases
    within: Phrases = ()
    look_alikes: Phrases = ()


@dataclass(frozen=True, eq=False)
class Opposites:
    """Pairs of words that turn advice round: what the text says of the two, the translation should say too."""

    left_right: LeftRight | None = None
    before_after: BeforeAfter | None = None
    pairs: Annotated[Mapping[str, tuple[Phrases, Phrases, Phrases]], keys.paired(PAIRS)] = field(default_factory=dict)
