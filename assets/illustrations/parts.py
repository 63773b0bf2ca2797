# ruff: noqa: E501 - the paths of a drawing are long
"""What the pictures are put together from: a sheet to draw on, sky, sea, trees, houses, people, birds.

Measures are in a sheet of 1600 x 1000 (or 1200 x 1500 upright), drawn at twice that size.
"""

import math
import random

import palette as c

Points = list[tuple[float, float]]


def n(value: float) -> str:
    """A number as short as it can be."""
    return f"{value:.1f}".removesuffix(".0")


def straight(points: Points, closed: bool = True) -> str:
    """The path through corners."""
    return "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points) + ("Z" if closed else "")


def soft(points: Points, closed: bool = False, to: Points | None = None) -> str:
    """The path that bends through `points`; `to` are corners that an open one goes on to and closes by."""
    count = len(points)
    out = f"M{n(points[0][0])} {n(points[0][1])}"
    for i in range(count if closed else count - 1):

        def at(k: int) -> tuple[float, float]:
            return points[k % count] if closed else points[min(max(k, 0), count - 1)]

        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = at(i - 1), at(i), at(i + 1), at(i + 2)
        out += (
            f"C{n(x1 + (x2 - x0) / 6)} {n(y1 + (y2 - y0) / 6)} "
            f"{n(x2 - (x3 - x1) / 6)} {n(y2 - (y3 - y1) / 6)} {n(x2)} {n(y2)}"
        )
    if to:
        out += "".join(f"L{n(x)} {n(y)}" for x, y in to) + "Z"
    return out + ("Z" if closed else "")


class Sheet:
    """One picture being drawn: every method puts something on top of what is there."""

    def __init__(self, seed: int, width: int = 1600, height: int = 1000) -> None:
        self.width, self.height = width, height
        self.rnd = random.Random(seed)
        self.body: list[str] = []
        self.defs: list[str] = []

    # --- the plainest things

    def add(self, text: str) -> None:
        """Put in SVG as it is."""
        self.body.append(text)

    def name(self, what: str) -> str:
        """A new id."""
        return f"{what}{len(self.defs)}"

    def path(self, d: str, fill: str = "none", line: str = "", w: float = 0, op: float = 1) -> None:
        """A shape, filled or drawn with a line."""
        stroke = f' stroke="{line}" stroke-width="{n(w)}"' if line else ""
        self.add(f'<path d="{d}" fill="{fill}"{stroke}' + (f' opacity="{op:.2f}"' if op < 1 else "") + "/>")

    def poly(self, points: Points, fill: str, op: float = 1) -> None:
        """A shape with corners."""
        self.path(straight(points), fill, op=op)

    def rect(self, x: float, y: float, w: float, h: float, fill: str, op: float = 1, r: float = 0) -> None:
        """A rectangle, with round corners of radius `r`."""
        self.add(
            f'<rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" fill="{fill}"'
            + (f' rx="{n(r)}"' if r else "")
            + (f' opacity="{op:.2f}"' if op < 1 else "")
            + "/>"
        )

    def oval(
        self, x: float, y: float, rx: float, ry: float, fill: str, op: float = 1, turn: float = 0
    ) -> None:
        """An ellipse, turned by degrees."""
        self.add(
            f'<ellipse cx="{n(x)}" cy="{n(y)}" rx="{n(rx)}" ry="{n(ry)}" fill="{fill}"'
            + (f' transform="rotate({n(turn)} {n(x)} {n(y)})"' if turn else "")
            + (f' opacity="{op:.2f}"' if op < 1 else "")
            + "/>"
        )

    def disc(self, x: float, y: float, r: float, fill: str, op: float = 1) -> None:
        """A circle."""
        self.oval(x, y, r, r, fill, op)

    def ring(self, x: float, y: float, r: float, line: str, w: float, op: float = 1) -> None:
        """A circle's line."""
        self.add(
            f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(r)}" fill="none" stroke="{line}" stroke-width="{n(w)}"'
            f' opacity="{op:.2f}"/>'
        )

    def line(self, points: Points, colour: str, w: float, op: float = 1, bend: bool = False) -> None:
        """A line with round ends."""
        d = soft(points) if bend else straight(points, closed=False)
        self.path(d + '" stroke-linecap="round" stroke-linejoin="round', "none", colour, w, op)

    def open(self, extra: str = "") -> None:
        """Begin a group, with a transform or clip."""
        self.add(f"<g {extra}>")

    def close(self) -> None:
        """End the group."""
        self.add("</g>")

    def clip(self, d: str) -> None:
        """Begin a group that shows only inside `d`; end it with `close`."""
        name = self.name("clip")
        self.defs.append(f'<clipPath id="{name}"><path d="{d}"/></clipPath>')
        self.open(f'clip-path="url(#{name})"')

    def fade(self, x1: float, y1: float, x2: float, y2: float, *stops: tuple[float, str, float]) -> str:
        """A fill that goes from one place to another through stops of (share, colour, opacity)."""
        name = self.name("fade")
        inner = "".join(f'<stop offset="{a}" stop-color="{b}" stop-opacity="{o}"/>' for a, b, o in stops)
        self.defs.append(
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{n(x1)}" y1="{n(y1)}" '
            f'x2="{n(x2)}" y2="{n(y2)}">{inner}</linearGradient>'
        )
        return f"url(#{name})"

    def glow(self, x: float, y: float, r: float, colour: str, op: float = 0.6) -> None:
        """Light around a point."""
        name = self.name("glow")
        self.defs.append(
            f'<radialGradient id="{name}"><stop offset="0" stop-color="{colour}" stop-opacity="{op}"/>'
            f'<stop offset=".45" stop-color="{colour}" stop-opacity="{op * 0.35:.2f}"/>'
            f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></radialGradient>'
        )
        self.disc(x, y, r, f"url(#{name})")

    def shade(self, d: str, colour: str, line: tuple[float, float, float, float], op: float = 0.6) -> None:
        """Grainy shade inside `d`, from nothing at the start of `line` to full at its end."""
        fill = self.fade(*line, (0, colour, 0), (1, colour, op))
        self.add(f'<g filter="url(#stipple)"><path d="{d}" fill="{fill}"/></g>')

    def svg(self, scale: float = 2) -> str:
        """The whole drawing."""
        w, h = self.width, self.height
        stipple = (
            '<filter id="stipple" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">'
            '<feTurbulence type="fractalNoise" baseFrequency=".62" numOctaves="1" seed="4" result="t"/>'
            '<feColorMatrix in="t" type="matrix" values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  4 0 0 0 -1.2" '
            'result="a"/><feComposite in="SourceGraphic" in2="a" operator="in"/></filter>'
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{n(w * scale)}" height="{n(h * scale)}" '
            f'viewBox="0 0 {w} {h}"><defs>{stipple}{"".join(self.defs)}</defs>{"".join(self.body)}</svg>'
        )

    # --- air and water

    def sky(self, colours: list[str], bottom: float, bands: int = 10, wave: float = 10) -> None:
        """Flat bands from the top down to the horizon, each with a slightly bent edge."""
        steps = c.ramp(colours, bands)
        self.rect(0, 0, self.width, bottom + 2, steps[0])
        for i, colour in enumerate(steps[1:], 1):
            y = bottom * (i / bands) ** 1.08
            slant = self.rnd.uniform(-wave, wave)
            edge = [(x, y + slant * math.sin(x / 420 + i * 1.7)) for x in range(-80, self.width + 240, 160)]
            self.path(soft(edge, to=[(self.width + 80, bottom + 2), (-80, bottom + 2)]), colour)

    def sun(self, x: float, y: float, r: float, colour: str, halo: str, rings: int = 3) -> None:
        """Sun or moon with flat rings of light around."""
        for i in range(rings, 0, -1):
            self.disc(x, y, r * (1 + i * 0.62), halo, 0.16)
        self.disc(x, y, r, colour)

    def cloud(self, x: float, y: float, w: float, colour: str, op: float = 1) -> None:
        """A long flat cloud, level below."""
        h = w * 0.075
        self.path(
            f"M{n(x)} {n(y)}q{n(w * 0.05)} {n(-h * 0.8)} {n(w * 0.2)} {n(-h * 0.7)}q{n(w * 0.08)} {n(-h * 1.1)} "
            f"{n(w * 0.27)} {n(-h * 0.7)}q{n(w * 0.12)} {n(-h * 0.9)} {n(w * 0.27)} {n(h * 0.2)}q{n(w * 0.16)} {n(-h * 0.1)} "
            f"{n(w * 0.26)} {n(h * 1.2)}Z",
            colour,
            op=op,
        )

    def stars(self, count: int, bottom: float, colour: str = c.CREAM) -> None:
        """Stars of three sizes, fewer near the horizon."""
        for _ in range(count):
            x, y = self.rnd.uniform(0, self.width), bottom * self.rnd.random() ** 1.4
            self.disc(x, y, self.rnd.choice((1, 1, 1.5, 1.5, 2.4)), colour, self.rnd.uniform(0.5, 1))

    def sea(self, top: float, bottom: float, colours: list[str], bands: int = 7) -> None:
        """Water in bands that grow towards the viewer."""
        steps = c.ramp(colours, bands)
        self.rect(0, top, self.width, bottom - top, steps[0])
        for i, colour in enumerate(steps[1:], 1):
            y = top + (bottom - top) * (i / bands) ** 1.7
            high = 1 + 9 * (i / bands) ** 1.5
            edge = [
                (x, y + high * math.sin(x / (60 + 40 * i) + i * 2.1))
                for x in range(-80, self.width + 160, 40)
            ]
            self.path(soft(edge, to=[(self.width + 80, bottom), (-80, bottom)]), colour)

    def glints(
        self, x: float, top: float, bottom: float, width: float, colour: str, count: int = 60, op: float = 0.9
    ) -> None:
        """The road of light on the water below sun or lamp: lens shapes, wider towards the viewer."""
        for i in range(count):
            t = (i + self.rnd.random()) / count
            y = top + (bottom - top) * t**1.35
            spread = width * (0.25 + 0.75 * t)
            length = (14 + 70 * t) * self.rnd.uniform(0.4, 1.2)
            at = x + self.rnd.gauss(0, 0.3) * spread
            self.ripple(at, y, length, 1 + 3.4 * t, colour, op * self.rnd.uniform(0.55, 1))

    def ripple(self, x: float, y: float, length: float, high: float, colour: str, op: float = 1) -> None:
        """One lens of light or dark on water."""
        a, b = n(x - length / 2), n(x + length / 2)
        self.path(
            f"M{a} {n(y)}Q{n(x)} {n(y - high)} {b} {n(y)}Q{n(x)} {n(y + high)} {a} {n(y)}Z", colour, op=op
        )

    def ripples(self, top: float, bottom: float, colour: str, count: int = 40, op: float = 0.5) -> None:
        """Ripples strewn over the water."""
        for _ in range(count):
            t = self.rnd.random()
            self.ripple(
                self.rnd.uniform(0, self.width),
                top + (bottom - top) * t**1.3,
                (20 + 110 * t) * self.rnd.uniform(0.5, 1.2),
                0.8 + 2.6 * t,
                colour,
                op * self.rnd.uniform(0.5, 1),
            )

    # --- land

    def hill(self, points: Points, colour: str, bottom: float | None = None) -> str:
        """Land under a bent edge; gives its path."""
        foot = self.height + 10 if bottom is None else bottom
        d = soft(points, to=[(points[-1][0], foot), (points[0][0], foot)])
        self.path(d, colour)
        return d

    def blob(self, x: float, y: float, rx: float, ry: float, rough: float = 0.1, count: int = 11) -> str:
        """The path of something leafy."""
        return soft(
            [
                (
                    x + rx * math.cos(a) * (1 + self.rnd.uniform(-rough, rough)),
                    y + ry * math.sin(a) * (1 + self.rnd.uniform(-rough, rough)),
                )
                for a in (math.tau * k / count for k in range(count))
            ],
            closed=True,
        )

    def beech(
        self,
        x: float,
        foot: float,
        h: float,
        dark: str,
        mid: str,
        pale: str,
        trunk: str = c.INK,
        light: float = -1,
    ) -> None:
        """A beech: broad crown in three tones, lit from the left (light=-1) or right (1)."""
        self.path(
            f"M{n(x - h * 0.04)} {n(foot)}Q{n(x - h * 0.015)} {n(foot - h * 0.2)} {n(x - h * 0.1)} {n(foot - h * 0.45)}"
            f"L{n(x + h * 0.1)} {n(foot - h * 0.45)}Q{n(x + h * 0.015)} {n(foot - h * 0.2)} {n(x + h * 0.04)} {n(foot)}Z",
            trunk,
        )
        lobes = [
            (-0.24, 0.36, 0.17),
            (0.24, 0.38, 0.17),
            (0, 0.36, 0.2),
            (-0.2, 0.58, 0.19),
            (0.2, 0.6, 0.19),
            (0, 0.6, 0.24),
            (-0.1, 0.78, 0.17),
            (0.11, 0.8, 0.15),
            (0, 0.86, 0.13),
        ]
        name = self.name("clip")
        crown = "".join(self.blob(x + dx * h, foot - dy * h, r * h, r * h, 0.07, 9) for dx, dy, r in lobes)
        self.defs.append(f'<clipPath id="{name}"><path d="{crown}"/></clipPath>')
        self.path(crown, dark)
        self.open(f'clip-path="url(#{name})"')
        for share, colour, off in ((0.86, mid, 0.07), (0.6, pale, 0.13)):
            for dx, dy, r in lobes[3 if share < 0.8 else 0 :]:
                self.path(
                    self.blob(
                        x + dx * h * 0.86 + light * off * h,
                        foot - dy * h - off * h * 0.55,
                        r * h * share,
                        r * h * share * 0.9,
                        0.1,
                        8,
                    ),
                    colour,
                )
        for _ in range(26):
            dx, dy, r = self.rnd.choice(lobes)
            self.oval(
                x + dx * h + self.rnd.uniform(-r, r) * h,
                foot - dy * h + self.rnd.uniform(-r, r) * h,
                h * 0.02,
                h * 0.009,
                self.rnd.choice((dark, mid, pale)),
                turn=self.rnd.uniform(-50, 50),
            )
        self.close()

    def wood(self, points: Points, size: float, colours: list[str], count: int = 40) -> None:
        """Tree crowns along an edge, like a wood seen from afar."""
        for i in range(count):
            t = i / (count - 1) * (len(points) - 1)
            k = min(int(t), len(points) - 2)
            x = points[k][0] + (points[k + 1][0] - points[k][0]) * (t - k)
            y = points[k][1] + (points[k + 1][1] - points[k][1]) * (t - k)
            r = size * self.rnd.uniform(0.7, 1.25)
            self.path(self.blob(x, y, r * 0.9, r, 0.09, 9), self.rnd.choice(colours))

    # --- houses

    def windows(
        self,
        x: float,
        y: float,
        cols: int,
        rows: int,
        w: float,
        h: float,
        gx: float,
        gy: float,
        fill: str,
        lit: str = "",
        share: float = 0.2,
        arch: bool = False,
    ) -> None:
        """Windows in rows; a share of them lit."""
        for r in range(rows):
            for k in range(cols):
                colour = lit if lit and self.rnd.random() < share else fill
                self.window(x + k * (w + gx), y + r * (h + gy), w, h, colour, arch)

    def window(self, x: float, y: float, w: float, h: float, fill: str, arch: bool = True) -> None:
        """One opening, with a round top if asked."""
        if arch:
            self.path(
                f"M{n(x)} {n(y + h)}V{n(y + w / 2)}a{n(w / 2)} {n(w / 2)} 0 0 1 {n(w)} 0V{n(y + h)}Z", fill
            )
        else:
            self.rect(x, y, w, h, fill)

    def house(
        self,
        x: float,
        foot: float,
        w: float,
        h: float,
        roof: float,
        wall: str,
        tile: str,
        pane: str = "",
        lit: str = "",
        chimney: bool = True,
    ) -> None:
        """A small town house with its long side towards us."""
        if chimney:
            self.rect(x + w * 0.68, foot - h - roof * 1.15, w * 0.09, roof * 0.8, c.mix(tile, c.INK, 0.3))
        self.rect(x, foot - h, w, h, wall)
        self.poly(
            [
                (x - w * 0.03, foot - h),
                (x + w * 0.1, foot - h - roof),
                (x + w * 0.9, foot - h - roof),
                (x + w * 1.03, foot - h),
            ],
            tile,
        )
        if pane and h > 36:
            cols = max(2, int(w / 34))
            step = w / cols
            for k in range(cols):
                for r in range(max(1, int(h / 52))):
                    colour = lit if lit and self.rnd.random() < 0.35 else pane
                    self.rect(x + step * (k + 0.3), foot - h + 16 + r * 48, step * 0.38, 24, colour)

    def gable(
        self, x: float, foot: float, w: float, h: float, roof: float, wall: str, tile: str, trim: str = ""
    ) -> None:
        """A house with its gable towards us."""
        self.poly(
            [(x, foot), (x, foot - h), (x + w / 2, foot - h - roof), (x + w, foot - h), (x + w, foot)], wall
        )
        edge = [
            (x - w * 0.06, foot - h + roof * 0.1),
            (x + w / 2, foot - h - roof),
            (x + w * 1.06, foot - h + roof * 0.1),
        ]
        self.path(
            straight(edge, closed=False) + '" stroke-linejoin="miter', "none", trim or tile, max(3, w * 0.05)
        )

    # --- the far shore

    def denmark(self, y: float, x: float, size: float, colour: str, low: bool = True) -> None:
        """The Danish coast with Kronborg at `x`: a long low block, corner spires, one tall tower."""
        if low:
            edge = [
                (k, y - 7 - 5 * math.sin(k / 170 + 1) - 3 * math.sin(k / 61))
                for k in range(-40, self.width + 80, 40)
            ]
            self.path(soft(edge, to=[(self.width + 40, y), (-40, y)]), colour)
        s = size

        def spire(dx: float, w: float, body: float, tip: float) -> None:
            cx = x + dx * s
            self.poly(
                [
                    (cx - w * s, y),
                    (cx - w * s, y - body * s),
                    (cx - w * 0.45 * s, y - (body + tip * 0.3) * s),
                    (cx - w * 0.4 * s, y - (body + tip * 0.5) * s),
                    (cx, y - (body + tip) * s),
                    (cx + w * 0.4 * s, y - (body + tip * 0.5) * s),
                    (cx + w * 0.45 * s, y - (body + tip * 0.3) * s),
                    (cx + w * s, y - body * s),
                    (cx + w * s, y),
                ],
                colour,
            )

        self.poly(
            [(x - 92 * s, y), (x - 78 * s, y - 14 * s), (x + 78 * s, y - 14 * s), (x + 94 * s, y)], colour
        )
        self.poly(
            [
                (x - 62 * s, y),
                (x - 62 * s, y - 36 * s),
                (x - 56 * s, y - 45 * s),
                (x + 56 * s, y - 45 * s),
                (x + 62 * s, y - 36 * s),
                (x + 62 * s, y),
            ],
            colour,
        )
        spire(-50, 6.5, 44, 42)
        spire(-6, 3.6, 48, 26)
        spire(18, 4, 46, 38)
        spire(54, 9, 58, 26)

    # --- life

    def grass(self, x: float, foot: float, high: float, colour: str, w: float = 4) -> None:
        """One blade, bent by the wind from the west."""
        lean = self.rnd.uniform(0.1, 0.55) * high
        self.path(
            f"M{n(x - w / 2)} {n(foot)}Q{n(x)} {n(foot - high * 0.7)} {n(x + lean)} {n(foot - high)}"
            f"Q{n(x + w)} {n(foot - high * 0.6)} {n(x + w / 2)} {n(foot)}Z",
            colour,
        )

    def gull(self, x: float, y: float, s: float, colour: str, turn: float = 0) -> None:
        """A gull on bent wings."""
        self.add(
            f'<path transform="translate({n(x)} {n(y)}) rotate({n(turn)}) scale({s:.2f})" fill="{colour}" '
            'd="M-30 -9C-20 -17 -9 -13 0 0C8 -14 20 -19 32 -13C22 -13 11 -7 4 4C2 8 -3 8 -5 4C-11 -6 -20 -11 -30 -9Z"/>'
        )

    def gulls(self, places: list[tuple[float, float, float]], colour: str) -> None:
        """Several gulls of (x, y, size)."""
        for x, y, s in places:
            self.gull(x, y, s, colour, self.rnd.uniform(-14, 14))

    def person(
        self,
        x: float,
        foot: float,
        h: float,
        coat: str,
        skin: str = "",
        legs: str = c.INK,
        pose: str = "stand",
        face: int = 1,
        hat: str = "",
    ) -> None:
        """A small figure: pose is stand, walk, sit, lie, wade or wave."""
        skin = skin or self.rnd.choice(c.SKINS)
        hat = hat or self.rnd.choice(c.HAIR)
        self.open(f'transform="translate({n(x)} {n(foot)}) scale({h / 100 * face:.3f} {h / 100:.3f})"')
        if pose in ("stand", "wave"):
            self.path("M-9 0L-8 -48H8L9 0H2L0 -38L-2 0Z", legs)
            self.path("M-14 -36Q-17 -78 -7 -80H7Q17 -78 14 -36Z", coat)
            if pose == "wave":
                self.line([(10, -74), (22, -92), (24, -108)], coat, 7)
        elif pose == "walk":
            self.path("M-20 0L-6 -48H8L20 -2L13 0L1 -30L-12 1Z", legs)
            self.path("M-13 -36Q-15 -78 -6 -80H8Q17 -76 14 -36Z", coat)
            self.line([(0, -70), (14, -44)], c.mix(coat, c.INK, 0.25), 6)
        elif pose == "sit":
            self.path("M-12 0V-14Q14 -22 26 -26L40 0H32L22 -16L-2 0Z", legs)
            self.path("M-16 -2Q-20 -44 -6 -50H4Q14 -48 12 -4Z", coat)
        elif pose == "wade":
            self.path("M-13 0Q-15 -30 -7 -34H7Q15 -30 13 0Z", skin)
        if pose == "lie":
            self.path("M-50 0Q-48 -16 -30 -16L6 -14L22 -30L30 -26L16 0Z", coat)
            self.path("M4 0L24 -30L34 -28L44 0H36L28 -18L16 0Z", legs)
            hx, hy = -60, -10
        else:
            hx, hy = {"sit": (2, -62), "wade": (0, -45)}.get(pose, (0, -91))
        self.disc(hx, hy, 10.5, skin)
        self.path(
            f"M{hx - 11.5} {hy + 2}a11.5 11.5 0 0 1 23 -3Q{hx - 2} {hy - 6} {hx - 4} {hy + 7}Q{hx - 9} {hy + 8} {hx - 11.5} {hy + 2}Z",
            hat,
        )
        self.close()

    def bike(self, x: float, foot: float, h: float, frame: str, face: int = 1) -> None:
        """A bicycle, its wheels on `foot`."""
        self.open(f'transform="translate({n(x)} {n(foot)}) scale({h / 100 * face:.3f} {h / 100:.3f})"')
        for wx in (-48, 48):
            self.ring(wx, -30, 29, c.INK, 4)
            self.disc(wx, -30, 4, c.INK)
        self.line([(-48, -30), (-22, -72), (34, -72), (-4, -30), (-48, -30)], frame, 6)
        self.line([(-26, -82), (-4, -30)], frame, 6)
        self.line([(48, -30), (32, -84), (22, -90)], frame, 6)
        self.line([(-34, -84), (-16, -84)], c.INK, 7)
        self.close()

    def rider(
        self,
        x: float,
        foot: float,
        h: float,
        coat: str,
        frame: str,
        face: int = 1,
        skin: str = "",
        hat: str = "",
    ) -> None:
        """Someone on a bicycle; `h` is the bicycle's height."""
        self.bike(x, foot, h, frame, face)
        self.open(f'transform="translate({n(x)} {n(foot)}) scale({h / 100 * face:.3f} {h / 100:.3f})"')
        self.line([(-24, -88), (6, -62), (-2, -22)], c.INK, 13)
        self.path("M-36 -84Q-34 -136 -4 -142Q12 -140 6 -124L-8 -82Z", coat)
        self.line([(0, -130), (14, -104), (26, -94)], c.mix(coat, c.INK, 0.2), 9)
        skin = skin or self.rnd.choice(c.SKINS)
        self.line([(0, -138), (8, -150)], skin, 11)
        self.disc(26, -94, 6, skin)
        self.disc(10, -156, 13, skin)
        self.path("M-4 -154a14 14 0 0 1 28 -4Q10 -164 6 -148Q0 -146 -4 -154Z", hat or self.rnd.choice(c.HAIR))
        self.close()

    def sailboat(self, x: float, y: float, s: float, hull: str, sail: str, shade: str) -> None:
        """A boat under sail."""
        self.open(f'transform="translate({n(x)} {n(y)}) scale({s:.2f})"')
        self.path("M2 -8V-96Q36 -50 40 -8Z", sail)
        self.path("M-4 -8V-88Q-24 -46 -28 -8Z", shade)
        self.path("M-36 -5H44Q40 6 30 8H-24Q-34 6 -36 -5Z", hull)
        self.close()

    def moored(
        self, x: float, y: float, s: float, hull: str, deck: str, mast: str, tall: float = 150
    ) -> None:
        """A boat at rest with a bare mast, stays and a small cabin."""
        self.open(f'transform="translate({n(x)} {n(y)}) scale({s:.2f})"')
        self.line([(0, -8), (0, -tall)], mast, 3.2)
        self.line([(0, -tall), (52, -12)], mast, 1)
        self.line([(0, -tall), (-48, -12)], mast, 1)
        self.line([(2, -28), (-42, -26)], mast, 4.5)
        self.path("M-24 -12V-22Q-4 -28 22 -22L28 -12Z", deck)
        self.path("M-52 -14H60Q50 6 38 10H-40Q-50 6 -52 -14Z", hull)
        self.line([(-51, -12), (58, -12)], deck, 3)
        self.close()

    def bricks(
        self, x: float, y: float, w: float, h: float, colours: list[str], count: int, size: float = 9
    ) -> None:
        """Single bricks strewn over a wall, in courses."""
        for _ in range(count):
            row = int(self.rnd.uniform(0, h / size)) * size
            at = self.rnd.uniform(x, x + w - size * 2.4)
            self.rect(
                at, y + row, size * self.rnd.uniform(1.6, 2.3), size * 0.5, self.rnd.choice(colours), 0.75
            )

    def battlements(self, x: float, y: float, w: float, count: int, high: float, colour: str) -> None:
        """`count` merlons with gaps between them, standing on `y`."""
        wide = w / (count * 2 - 1)
        for k in range(count):
            self.rect(x + k * 2 * wide, y - high, wide, high + 1, colour)

    def stepped(
        self, x: float, foot: float, w: float, h: float, steps: int, rise: float, fill: str, trim: str
    ) -> None:
        """A gable in steps: `h` up to the lowest step, then `steps` steps of `rise`, each capped with `trim`."""
        wide = w / (steps * 2 + 1)
        self.rect(x, foot - h, w, h, fill)
        for k in range(1, steps + 1):
            self.rect(x + wide * k, foot - h - rise * k, w - 2 * wide * k, rise + 1, fill)
        for k in range(steps + 1):
            y = foot - h - rise * k
            if k == steps:
                self.rect(x + wide * k - 3, y - 5, wide + 6, 6, trim)
            else:
                self.rect(x + wide * k - 3, y - 5, wide + 3, 6, trim)
                self.rect(x + w - wide * (k + 1), y - 5, wide + 3, 6, trim)

    def mirror(self, y: float, op: float = 0.3) -> None:
        """Begin a group that stands on its head below the waterline `y`; end it with `close`."""
        self.open(f'opacity="{op}" transform="translate(0 {n(2 * y)}) scale(1 -1)"')
