"""Approved terms of one language: what a word of the leaflets is called, and what it must not be called."""

from __future__ import annotations

from dataclasses import dataclass

from polyleaf.model.finding import Fault, Location


@dataclass(frozen=True, slots=True)
class Term:
    """One term.

    Attributes:
        term: As leaflets have it, in the source language ("blood thinner").
        translations: What it may be called, the preferred word first; () if it only has forbidden words.
        forbidden: What it must not be called.
        note: For translators.
        safety: Whether a wrong word harms: then it is an error, else a warning.
        location: Where it stands.
    """

    term: str
    translations: tuple[str, ...]
    forbidden: tuple[str, ...]
    note: str
    safety: bool
    location: Location

    @property
    def kept(self) -> bool:
        """Whether the term is a name that stays as it is: "MRI", "PALS"; "cement" is a Polish word too and is bent."""
        return self.term in self.translations and self.term != self.term.lower()


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of one language.

    Attributes:
        locale: The language.
        path: The file, relative to the project.
        terms: Every term that could be read, in the order of the file.
        faults: What is wrong with the file; the other terms hold.
    """

    locale: str
    path: str
    terms: tuple[Term, ...] = ()
    faults: tuple[Fault, ...] = ()
