"""Holds finished files against a standard with every validator that is installed."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from polyleaf.building.item import TWIN, item_of
from polyleaf.building.manifest import read_manifest
from polyleaf.errors import MachineError, UsageError
from polyleaf.model.output import ACCESSIBLE
from polyleaf.model.validation import Conformance, Validation
from polyleaf.pdf.validators.page_validation import NAME as PAGE_VALIDATION
from polyleaf.pdf.validators.page_validation import PageValidation, find_page_validation
from polyleaf.pdf.validators.validator import Absent, Validator
from polyleaf.pdf.validators.verapdf import find_verapdf
from polyleaf.workers.pool import run_orders
from polyleaf.workers.worker import Failure

NAMES = ("page-validation", "verapdf")
"""What the validators are called on the command line."""


@dataclass(frozen=True, slots=True)
class Bench:
    """The validators, as this machine has them.

    Attributes:
        used: Those that are asked.
        idle: Those that are installed and do not know the profile.
        absent: Those that are not there, and why.
    """

    used: tuple[Validator, ...]
    idle: tuple[Validator, ...]
    absent: tuple[Absent, ...]


def bench(profile: Conformance, wanted: Collection[str] = ()) -> Bench:
    """The validators for a profile.

    Args:
        profile: What files are held against.
        wanted: Only these; each of them must be able to judge. Any that can, if empty.

    Raises:
        MachineError: One that is wanted is not there, or there is none at all.
        UsageError: One that is wanted does not know the profile.
    """
    finders = {"page-validation": find_page_validation, "verapdf": find_verapdf}
    found = [finders[name]() for name in NAMES if not wanted or name in wanted]
    absent = tuple(one for one in found if isinstance(one, Absent))
    there: list[Validator] = [one for one in found if not isinstance(one, Absent)]
    used = tuple(one for one in there if profile in one.profiles)
    idle = tuple(one for one in there if profile not in one.profiles)
    if wanted and idle:
        raise UsageError(f"{idle[0].name} does not know {profile.label}", "Use --with verapdf.")
    if absent and (wanted or not used):
        reasons = "; ".join(f"{one.name}: {one.reason}" for one in absent)
        remedies = " and ".join(dict.fromkeys(one.remedy for one in absent))
        missing = "a validator is missing" if wanted else f"no validator for {profile.label} is installed"
        raise MachineError(f"{missing} ({reasons})", f"{remedies}, then see `polyleaf doctor`.")
    return Bench(used, idle, absent)


def built_files(out: Path) -> tuple[Path, ...]:
    """Every accessible file under ``out`` that polyleaf made, by path; files for print shops are held to other rules.

    Raises:
        UsageError: There is none.
    """
    manifest, _ = read_manifest(out)
    files = []
    for path in sorted(out.glob("*/*/*.pdf")):
        relative = path.relative_to(out).as_posix()
        item = item_of(PurePosixPath(relative))
        known = manifest.get(relative)
        if item is not None and (known.output if known else item.kind) in (ACCESSIBLE.name, TWIN):
            files.append(path)
    if not files:
        raise UsageError(f"there is no built file in {out}", "Build first: polyleaf build")
    return tuple(files)


def validate(
    files: Sequence[Path], profile: Conformance, validators: Iterable[Validator], workers: int = 0
) -> Iterator[tuple[Path, Validation]]:
    """The verdict of each validator on each file, as they come.

    Args:
        files: To be judged.
        profile: What they are held against.
        validators: Who judges; they know the profile.
        workers: Processes for validators that run in Python; 0 means one for each core.

    Raises:
        MachineError: A validator does not work.
    """
    for validator in validators:
        if isinstance(validator, PageValidation):
            yield from _in_workers(files, profile, validator, workers or len(os.sched_getaffinity(0)))
        else:
            yield from zip(files, validator.validate(files, profile), strict=True)


def _in_workers(
    files: Sequence[Path], profile: Conformance, validator: PageValidation, workers: int
) -> Iterator[tuple[Path, Validation]]:
    """In processes of their own: a file that crashes a library of machine code costs itself alone."""
    with closing(run_orders(partial(_judge, validator, profile), files, workers)) as results:
        for path, result in results:
            if isinstance(result, Failure):
                name = f"{PAGE_VALIDATION} {validator.version}"
                yield path, Validation(name, profile, passed=False, trouble=result.message)
            else:
                yield path, result


def _judge(validator: PageValidation, profile: Conformance, path: Path) -> Validation:
    (verdict,) = validator.validate((path,), profile)
    return verdict
