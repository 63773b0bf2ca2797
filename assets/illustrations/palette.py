"""The colours all pictures share, and how to mix them. Change one here and it changes everywhere."""

INK = "#0B2731"
DEEP = "#0F3D4A"
SEA = "#1F6470"
SEA_MID = "#3F8C90"
SEA_PALE = "#8FBFB8"
MIST = "#C6DBD4"
SKY = "#DCE8E1"
SKY_PALE = "#EEF2E8"
CREAM = "#F8F0DF"
WHITE = "#FDFAF1"
SAND = "#E7D0A8"
SAND_DARK = "#C8A678"
BRICK_PALE = "#CF6B4C"
BRICK = "#AC4532"
BRICK_DARK = "#78291F"
BRICK_INK = "#4A1B1A"
BEECH_PALE = "#9DB06A"
BEECH = "#648350"
BEECH_DARK = "#315541"
BEECH_INK = "#173B37"
WARM = "#F2A444"
APRICOT = "#F6C48E"
BLUSH = "#F0B7A0"
SKINS = ["#E9B99C", "#F1C8A8", "#C98F68", "#8A5A3F", "#A8704C"]
HAIR = ["#2A1E1C", "#4A2F25", "#8A5A32", "#D9B06A", "#7A3A22"]


def mix(one: str, other: str, share: float) -> str:
    """`share` of `other` in `one`, as #RRGGBB."""
    pairs = [(int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def ramp(colours: list[str], steps: int) -> list[str]:
    """`steps` colours evenly from the first to the last of `colours`."""
    out = []
    for i in range(steps):
        at = i / max(1, steps - 1) * (len(colours) - 1)
        k = min(int(at), len(colours) - 2)
        out.append(mix(colours[k], colours[k + 1], at - k))
    return out
