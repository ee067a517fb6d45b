"""What the layout engine may load: what it is given, and nothing else."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

from polyleaf.pictures.colour import in_screen_colours

_EMBEDDED = re.compile(r"data:(image/(?:png|jpeg|jpg));base64,(.*)", re.IGNORECASE | re.DOTALL)

Resource = Callable[[str], tuple[bytes, str]]
"""Gives the bytes and the media type of an address, or raises ``KeyError``."""


class Fetcher(URLFetcher):  # type: ignore[misc]
    """Serves registered resources and nothing else: no files, no network."""

    def __init__(self, resource: Resource) -> None:
        super().__init__(allowed_protocols=())
        self._resource = resource

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 - WeasyPrint's signature
        """What stands at an address.

        Raises:
            ValueError: It is not part of the leaflet.
        """
        try:
            data, media_type = self._inside(url) if url.startswith("data:") else self._resource(url)
        except KeyError:
            message = f"{url} is not part of the leaflet; nothing is loaded from elsewhere"
            raise ValueError(message) from None
        return URLFetcherResponse(url, data, {"Content-Type": media_type})

    def _inside(self, url: str) -> tuple[bytes, str]:
        """A picture inside a drawing."""
        match = _EMBEDDED.fullmatch(url)
        if match is None:
            raise KeyError(url[:40])
        try:
            data = base64.b64decode("".join(unquote(match[2]).split()), validate=True)
        except ValueError:
            raise KeyError(url[:40]) from None
        return in_screen_colours(data), match[1].lower()
