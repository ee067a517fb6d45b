from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import AN_INTENT, press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_facts import ProfileFacts
from polyleaf.model.press_file import PressFile

_MAY_NAME = ("PDF/X-1", "PDF/X-3")
"""Standards in which a registered way of printing may be named without its profile (ISO 15930-4 and 15930-6, 6.4)."""

_REGISTRY = "color.org"


@check(
    "press/output-profile-not-cmyk",
    severity=Severity.ERROR,
    rationale="""
        The profile describes how inks look on paper. One of a screen, or none at all, tells the print shop nothing.
    """,
    references=("GWG 2022, R0035", "ISO 15930-7, 6.4 (DestOutputProfile)"),
    example=Example(
        bad="An output intent with an sRGB profile", good="One with a CMYK output profile, such as FOGRA39"
    ),
    good=press_file,
    bad=lambda: press_file(intents=(replace(AN_INTENT, profile=ProfileFacts("RGB", "mntr", 3)),)),
)
def output_profile_not_cmyk(subject: PressFile) -> Faults:
    """The output profile is not that of a press."""
    for intent in subject.facts.intents:
        if intent.kind != "GTS_PDFX":
            continue
        profile = intent.profile
        named = bool(intent.identifier) and _REGISTRY in intent.registry
        if profile is None and named and subject.facts.pdfx.startswith(_MAY_NAME):
            continue
        if profile is None or (profile.space, profile.kind, profile.components) != ("CMYK", "prtr", 4):
            what = "no profile" if profile is None else f"a profile for {profile.space or 'nothing that is known'}"
            yield Fault(
                f"The output intent has {what}, not one of a press with four inks",
                place(subject),
                "Export it with the CMYK output profile that the print shop names",
            )
