"""What a language file tells about things of which one may not stand for another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from polyleaf.locales import keys
from polyleaf.locales.keys import Phrases

BODY = (
    "eye",
    "ear",
    "mouth",
    "nose",
    "arm",
    "leg",
    "tongue",
    "throat",
    "neck",
    "head",
    "finger",
    "toe",
    "side",
    "back",
    "chest",
    "stomach",
    "bottom",
    "tooth",
)
"""Parts of the body; a word may stand for two of them, as Bengali "আঙুল" is a finger and a toe."""
TAKEN = ("water", "milk", "juice", "alcohol", "coffee", "tea", "salt", "sugar")
"""What a medicine is taken with, and what it may not be taken with."""
PEOPLE = (
    "mother",
    "baby",
    "adult",
    "child",
    "man",
    "woman",
    "father",
    "doctor",
    "nurse",
    "pharmacist",
    "dentist",
    "midwife",
)
"""Who takes a medicine, who gives it, and who is called."""
SEASONS = ("winter", "summer")
ORGANS = ("kidney", "liver", "heart", "lung", "bladder", "brain", "bone", "muscle", "vein", "skin")
"""Organs that are ill, and what is injected into."""
FOODS = ("egg", "fish", "nut", "meat", "cheese", "grapefruit", "bread", "rice")
KEPT = ("fridge", "freezer", "room")
"""Where a medicine is kept; a room at its temperature."""
ILLNESSES = ("asthma", "epilepsy", "stroke", "cancer", "depression", "dementia", "glaucoma")
SYMPTOMS = ("diarrhoea", "constipation", "vomiting", "cough", "rash", "dizziness")
WASHING = ("bath", "shower", "swimming")
JOINTS = ("knee", "hip", "shoulder", "ankle", "wrist", "elbow", "heel")
DOINGS = ("drive", "smoke", "fly", "swim", "sunbathe")
STATES = ("pregnant", "breastfeeding")
MEASURED = ("pressure", "sugar", "temperature", "weight", "pulse")


@dataclass(frozen=True, eq=False)
class ThingNames:
    """Things of which one may not stand for another, beside those that the pairs of opposites name."""

    body: Annotated[Mapping[str, Phrases], keys.listed(BODY, "tongue")] = field(default_factory=dict)
    taken: Annotated[Mapping[str, Phrases], keys.listed(TAKEN, "juice")] = field(default_factory=dict)
    people: Annotated[Mapping[str, Phrases], keys.listed(PEOPLE, "nurse")] = field(default_factory=dict)
    measured: Annotated[Mapping[str, Phrases], keys.listed(MEASURED, "pulse")] = field(default_factory=dict)
    seasons: Annotated[Mapping[str, Phrases], keys.listed(SEASONS, "winter")] = field(default_factory=dict)
    organs: Annotated[Mapping[str, Phrases], keys.listed(ORGANS, "kidney")] = field(default_factory=dict)
    foods: Annotated[Mapping[str, Phrases], keys.listed(FOODS, "egg")] = field(default_factory=dict)
    kept: Annotated[Mapping[str, Phrases], keys.listed(KEPT, "fridge")] = field(default_factory=dict)
    illnesses: Annotated[Mapping[str, Phrases], keys.listed(ILLNESSES, "asthma")] = field(default_factory=dict)
    symptoms: Annotated[Mapping[str, Phrases], keys.listed(SYMPTOMS, "cough")] = field(default_factory=dict)
    washing: Annotated[Mapping[str, Phrases], keys.listed(WASHING, "bath")] = field(default_factory=dict)
    joints: Annotated[Mapping[str, Phrases], keys.listed(JOINTS, "hip")] = field(default_factory=dict)
    doings: Annotated[Mapping[str, Phrases], keys.listed(DOINGS, "drive")] = field(default_factory=dict)
    states: Annotated[Mapping[str, Phrases], keys.listed(STATES, "pregnant")] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Medicines:
    """Medicines that the language calls by names that do not sound like those of others, by their English names."""

    names: Annotated[Mapping[str, Phrases], keys.listed(re.compile(r"[a-z]+(?:-[a-z]+)?"), "paracetamol")] = field(
        default_factory=dict
    )
