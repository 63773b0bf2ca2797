"""Design tokens as custom properties."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.token import Token

_CHOICE = """\
[data-theme="light"] { color-scheme: light; }
[data-theme="dark"] { color-scheme: dark; }
"""
"""What a reader chose on the root wins over the system's preference."""


def custom_properties(tokens: Iterable[Token]) -> str:
    """The style sheet ``tokens.css``. Browsers without ``light-dark()`` get the light scheme."""
    plain, twofold = [], []
    for token in tokens:
        name = f"--{token.name}"
        plain.append(f"  {name}: {f'var(--{token.alias})' if token.alias else token.light};\n")
        if not token.alias and token.light != token.dark:
            twofold.append(f"    {name}: light-dark({token.light}, {token.dark});\n")
    if not twofold:
        return f":root {{\n{''.join(plain)}}}\n"
    return (
        f":root {{\n  color-scheme: light;\n{''.join(plain)}}}\n"
        "@supports (color: light-dark(#000, #fff)) {\n"
        f"  :root {{\n    color-scheme: light dark;\n{''.join(twofold)}  }}\n{_CHOICE}}}\n"
    )
