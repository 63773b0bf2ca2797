"""What this room says when a picture cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Reason = Literal["unknown-format", "corrupt", "truncated", "too-large", "heic-needs-extra", "empty"]
REASONS: tuple[Reason, ...] = get_args(Reason)


class Unusable(Exception):  # noqa: N818 - said of the picture, and returned as a value too
    """These bytes will never become a picture, whatever is tried: a mistake of content, not of the program.

    ``Exception``
    +-- ``Unusable``      the picture: ``reason`` is one of `REASONS`, ``detail`` half a sentence in English
    +-- ``WorkersLost``   the machine: see `generator.imaging.pool`

    A `ValueError` out of this room is a bug of its caller, such as a crop outside the picture.
    """

    def __init__(self, reason: Reason, detail: str = "") -> None:
        # Both go to `Exception`, so that the error survives the way back from another process.
        super().__init__(reason, detail)
        self.reason: Reason = reason
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.reason}: {self.detail}" if self.detail else self.reason


@dataclass(frozen=True)
class Limits:
    """How much one picture may ask of the machine."""

    max_megapixels: float = 100.0
    """Millions of pixels of a still; of all frames together in an animation."""
    max_frames: int = 1000
    """Frames of an animation: one million frames of one pixel each are few pixels and a long wait."""

    def check(self, width: int, height: int, frames: int = 1) -> None:
        """Raise `Unusable` where a picture of this size is too large, or no picture."""
        if width < 1 or height < 1:
            raise Unusable("corrupt", f"it says that it is {width} x {height} pixels large")
        if frames > self.max_frames:
            raise Unusable("too-large", f"more than {self.max_frames} frames")
        if width * height * frames > self.max_megapixels * 1_000_000:
            pixels = width * height * frames / 1_000_000
            raise Unusable("too-large", f"{pixels:.0f} megapixels, and {self.max_megapixels:g} are allowed")
