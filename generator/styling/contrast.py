"""Whether colours that are seen together can be told apart (WCAG 2.2, criteria 1.4.3 and 1.4.11)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

from generator.model.colour import Colour, contrast, parse_colour, readable
from generator.model.problem import N_, Problem, problem
from generator.model.token import LEAST, ContrastPair, Token

_MESSAGES = {
    "light": N_(
        "{text} {colour} on {ground} {ground_colour} has a contrast of {ratio} in the light scheme; "
        "it must be at least {least}."
    ),
    "dark": N_(
        "{text} {colour} on {ground} {ground_colour} has a contrast of {ratio} in the dark scheme; "
        "it must be at least {least}."
    ),
}


def check_contrast(pairs: Iterable[ContrastPair], tokens: Mapping[str, Token]) -> Iterator[Problem]:
    """Pairs that too many people could not read. Pairs with an unknown token are passed over."""
    for pair in pairs:
        text, ground = tokens.get(pair.text), tokens.get(pair.ground)
        if text is None or ground is None:
            continue
        for scheme, message in _MESSAGES.items():
            seen, behind = _colour(text, scheme), _colour(ground, scheme)
            if seen is None or behind is None:
                continue
            behind = behind.over(Colour(1, 1, 1) if scheme == "light" else Colour(0, 0, 0))
            ratio, least = contrast(seen.over(behind), behind), LEAST[pair.use]
            if ratio < least:
                yield problem(
                    "contrast",
                    # Whoever spoke last is the one who can mend it.
                    ground.where if ground.layer > text.layer else text.where,
                    message,
                    N_("The nearest lightness that can be read: {text}: {suggested}"),
                    text=text.name,
                    colour=seen.hex,
                    ground=ground.name,
                    ground_colour=behind.hex,
                    ratio=f"{math.floor(ratio * 100) / 100:.2f}",
                    least=f"{least:g}",
                    suggested=readable(seen.over(behind), behind, least).hex,
                )


def _colour(token: Token, scheme: str) -> Colour | None:
    return parse_colour(token.light if scheme == "light" else token.dark)
