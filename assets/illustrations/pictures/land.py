# ruff: noqa: E501 - the paths of a drawing are long
"""Gardens, cliffs and islands."""

import math
from itertools import pairwise

import palette as c
from parts import Sheet, soft


def sofiero() -> Sheet:
    """The small castle above its ravine, rhododendrons in flower below it, the Sound behind."""
    s = Sheet(51)
    horizon = 400
    s.sky(["#79B4B5", "#B5D5CC", c.SKY, c.SKY_PALE, c.CREAM], horizon)
    s.sun(330, 180, 70, "#FFF8E4", "#FFF6DC")
    s.cloud(560, 170, 360, c.WHITE, 0.7)
    s.cloud(1180, 130, 380, c.WHITE, 0.6)
    s.denmark(horizon + 2, 200, 0.95, "#93B5B2")
    s.sea(horizon, 660, ["#C5DCD0", c.SEA_PALE, "#5FA3A3", c.SEA_MID], 6)
    s.glints(330, horizon + 6, 560, 120, "#FFF8E4", 40)
    for x, y, k in ((140, 470, 0.36), (470, 446, 0.28), (260, 520, 0.5)):
        s.sailboat(x, y, k, c.DEEP, c.WHITE, c.SKY)
    # the park behind the house
    s.wood(
        [(560, 500), (700, 430), (900, 400), (1200, 390), (1400, 410), (1640, 420)],
        60,
        ["#5E8B6A", "#6F9A70", "#4F7C62"],
        34,
    )
    s.hill([(430, 620), (600, 545), (760, 520), (1000, 512), (1300, 520), (1640, 530)], c.BEECH)
    house(s, 700, 540)
    for x, h in ((1350, 320), (1600, 350), (1480, 400), (650, 170)):
        s.beech(x, 570, h, c.BEECH_DARK, c.BEECH, c.BEECH_PALE)
    # lawn down to the ravine
    s.hill([(380, 660), (560, 572), (760, 545), (1000, 540), (1300, 556), (1640, 580)], c.BEECH_PALE)
    s.path("M905 540Q900 600 980 640T860 880L990 880Q1110 680 1010 622Q950 590 955 540Z", c.SAND)
    s.shade(
        "M380 660L560 572 760 545 1000 540 1300 556 1640 580V900H380Z", c.BEECH, (900, 560, 1000, 800), 0.9
    )
    s.hill([(-40, 640), (160, 610), (360, 640), (560, 740), (760, 830), (900, 860)], c.BEECH_DARK)
    s.wood(
        [(-20, 630), (160, 600), (330, 640), (480, 710), (620, 790)],
        50,
        [c.BEECH_DARK, "#3F6A4A", "#4C7A52"],
        18,
    )
    s.hill([(700, 900), (900, 820), (1150, 730), (1400, 690), (1640, 680)], "#3F6A4A")
    # people on the lawn
    for x, y, h, coat, pose, face in (
        (978, 640, 54, c.WHITE, "walk", 1),
        (1008, 642, 50, c.BRICK, "walk", 1),
        (790, 632, 46, c.SEA, "sit", 1),
        (842, 634, 46, c.BRICK, "sit", -1),
    ):
        s.person(x, y, h, coat, pose=pose, face=face)
    s.path("M984 592a26 26 0 0 1 52 -4Z", c.WARM)
    s.line([(1010, 590), (1006, 616)], c.INK, 2)
    # rhododendrons, far ones small, near ones large
    blush, rose, deep = "#F3C3BA", "#DE7F76", "#B84A55"
    for x, y, r, flower in (
        (60, 720, 88, rose),
        (250, 726, 80, blush),
        (400, 790, 84, c.WHITE),
        (1180, 770, 74, blush),
        (1330, 742, 86, rose),
        (1500, 740, 104, c.WHITE),
        (560, 860, 88, rose),
        (1040, 842, 84, deep),
        (800, 890, 80, blush),
        (110, 880, 150, deep),
        (340, 940, 136, blush),
        (1250, 910, 138, rose),
        (1490, 910, 168, blush),
        (600, 985, 120, c.WHITE),
        (1010, 990, 116, c.WHITE),
        (800, 1010, 110, rose),
    ):
        rhododendron(s, x, y, r, flower)
    s.gulls([(520, 300, 0.7), (600, 270, 0.5), (90, 330, 0.8)], c.DEEP)
    return s


def house(s: Sheet, x: float, foot: float) -> None:
    """Sofiero: brick with pale bands, stepped gables, a slender spire."""
    trim = "#F2E3C4"
    s.rect(x + 236, foot - 318, 40, 190, c.BRICK)
    s.rect(x + 258, foot - 318, 18, 190, c.BRICK_DARK)
    s.poly([(x + 228, foot - 316), (x + 256, foot - 418), (x + 284, foot - 316)], "#5E9C8C")
    s.poly([(x + 256, foot - 418), (x + 284, foot - 316), (x + 262, foot - 316)], "#3E7A70")
    s.line([(x + 256, foot - 416), (x + 256, foot - 446)], c.INK, 2.5)
    s.disc(x + 256, foot - 444, 4, c.WARM)
    s.window(x + 246, foot - 290, 12, 26, c.BRICK_INK)
    for a in (110, 180, 330, 400):
        s.rect(x + a, foot - 252, 20, 60, c.BRICK_DARK)
        s.rect(x + a - 3, foot - 254, 26, 6, trim)
    s.poly(
        [(x + 20, foot - 150), (x + 60, foot - 222), (x + 460, foot - 222), (x + 500, foot - 150)], "#55646A"
    )
    s.rect(x + 20, foot - 152, 480, 152, c.BRICK)
    for a, w, h, steps, rise in ((0, 124, 160, 4, 19), (396, 124, 160, 4, 19), (196, 128, 166, 4, 22)):
        s.stepped(x + a, foot, w, h, steps, rise, c.BRICK_PALE if a < 300 else c.BRICK, trim)
        d = f"M{x + a} {foot}v{-h}h{w}v{h}Z"
        s.shade(d, c.BRICK_DARK, (x + a + 20, foot, x + a + w + 10, foot), 0.7)
        s.window(x + a + w / 2 - 8, foot - h - rise * 2, 16, 32, c.BRICK_INK)
        for r in (0, 1):
            for k in range(3):
                s.rect(x + a + 15 + k * 35, foot - 132 + r * 66, 24, 42, trim)
                s.rect(x + a + 18 + k * 35, foot - 129 + r * 66, 18, 36, c.DEEP)
    for a in (138, 166, 340, 368):
        for r in (0, 1):
            s.rect(x + a - 3, foot - 132 + r * 66, 22, 42, trim)
            s.rect(x + a, foot - 129 + r * 66, 16, 36, c.DEEP)
    s.rect(x - 2, foot - 78, 524, 5, trim)
    s.rect(x - 4, foot - 8, 528, 12, "#8C7A6A")
    s.window(x + 240, foot - 62, 40, 62, trim)
    s.window(x + 245, foot - 57, 30, 57, c.BRICK_INK)
    s.poly([(x + 220, foot + 14), (x + 300, foot + 14), (x + 290, foot), (x + 230, foot)], trim)


def rhododendron(s: Sheet, x: float, y: float, r: float, flower: str) -> None:
    """A dome of dark leaves with round clusters of flowers on its lit side."""
    d = s.blob(x, y, r * 1.15, r * 0.86, 0.06, 12)
    s.path(d, c.BEECH_INK)
    s.clip(d)
    s.path(s.blob(x - r * 0.2, y - r * 0.22, r, r * 0.72, 0.08), "#235044")
    for _ in range(int(r / 5)):
        a, q = s.rnd.uniform(0, math.tau), s.rnd.uniform(0.2, 1)
        px, py = x + r * 1.1 * q * math.cos(a), y + r * 0.8 * q * math.sin(a)
        s.oval(px, py, r * 0.1, r * 0.035, "#3F6A4A", turn=s.rnd.uniform(-40, 40))
    s.close()
    dark = c.mix(flower, c.BRICK_INK, 0.22)
    placed: list[tuple[float, float]] = []
    size = 9 + r * 0.1
    for _ in range(160):
        a, q = s.rnd.uniform(0, math.tau), s.rnd.random() ** 0.6
        px, py = x - r * 0.06 + r * 1.02 * q * math.cos(a), y - r * 0.1 + r * 0.72 * q * math.sin(a)
        if all(math.hypot(px - a2, py - b2) > size * 2.05 for a2, b2 in placed):
            placed.append((px, py))
    for px, py in placed:
        s.path(s.blob(px, py + size * 0.12, size, size * 0.9, 0.12, 7), dark)
        s.path(s.blob(px - size * 0.15, py - size * 0.12, size * 0.78, size * 0.68, 0.16, 7), flower)
        for k in range(3):
            s.disc(
                px - size * 0.3 + k * size * 0.28, py - size * 0.1 - (k % 2) * size * 0.24, size * 0.1, dark
            )


def kullaberg_light() -> Sheet:
    """The white low lighthouse on the last cliff of Skåne, its beams over sea and heather at nightfall."""
    s = Sheet(61)
    horizon = 620
    s.sky(["#0A2430", "#0F3D4A", "#1F5A66", "#4B868A", "#A9B9A6", "#F0C08A"], horizon, 11, 6)
    s.stars(150, 430)
    lx, ly = 1000, 268
    # beams
    for x2, y2, spread, op in ((-300, 150, 120, 0.62), (2100, 90, 110, 0.5)):
        fill = s.fade(lx, ly, x2, y2, (0, "#FFE3A3", op), (1, "#FFE3A3", 0.02))
        s.poly([(lx, ly - 5), (x2, y2 - spread), (x2, y2 + spread), (lx, ly + 5)], fill)
        s.poly([(lx, ly - 2), (x2, y2 - spread * 0.4), (x2, y2 + spread * 0.4), (lx, ly + 2)], fill)
    s.sea(horizon, 1000, ["#C9B695", "#5F9394", "#2A6A75", "#154754", "#0C2C38"], 8)
    s.glints(420, horizon + 5, 900, 240, "#F6C98E", 60, 0.8)
    # a ship far out
    s.path("M196 619h70l-8 9h-54Z", c.INK)
    s.rect(240, 606, 16, 14, c.INK)
    s.disc(216, 614, 3, c.WARM)
    s.disc(248, 602, 3, c.WARM)
    # surf, then the mountain in planes of rock, far to near
    for x, y, w in ((500, 900, 150), (540, 800, 110), (596, 700, 70), (470, 964, 190)):
        s.ripple(x, y, w, 9, "#DDE8DC", 0.75)
        s.ripple(x - 24, y + 12, w * 0.8, 5, "#DDE8DC", 0.5)
    s.poly([(1120, 626), (1240, 500), (1400, 470), (1640, 430), (1640, 700), (1120, 700)], "#2E5D66")
    rock = [
        (560, 760),
        (612, 640),
        (640, 560),
        (700, 520),
        (730, 452),
        (820, 428),
        (900, 404),
        (1120, 402),
        (1250, 426),
        (1420, 440),
        (1640, 480),
        (1640, 1010),
        (470, 1010),
        (500, 880),
    ]
    s.poly(rock, "#16333D")
    planes = [
        ([(560, 760), (612, 640), (640, 560), (700, 520), (690, 640), (640, 760), (600, 850)], "#6F8A88"),
        ([(700, 520), (730, 452), (820, 428), (800, 540), (740, 640), (690, 640)], "#7F9893"),
        ([(820, 428), (900, 404), (930, 470), (880, 580), (800, 540)], "#5D7D7E"),
        ([(690, 640), (740, 640), (800, 540), (880, 580), (830, 740), (740, 830), (640, 760)], "#4A6C71"),
        ([(560, 760), (600, 850), (500, 880)], "#56767B"),
        ([(640, 760), (740, 830), (700, 960), (560, 1010), (470, 1010), (500, 880), (600, 850)], "#3A5B62"),
        ([(930, 470), (1040, 480), (1080, 620), (960, 720), (830, 740), (880, 580)], "#2F505A"),
        ([(740, 830), (830, 740), (960, 720), (980, 860), (880, 1010), (560, 1010), (700, 960)], "#274752"),
        ([(1080, 620), (1200, 540), (1330, 640), (1260, 820), (1100, 860), (960, 720)], "#203F4A"),
    ]
    for points, colour in planes:
        s.poly(points, colour)
    s.poly([(640, 560), (700, 520), (690, 560), (650, 620)], "#A7B3A2")
    s.poly([(730, 452), (820, 428), (800, 462), (736, 486)], "#B5BEA9")
    s.poly([(560, 760), (612, 640), (610, 720), (576, 790)], "#94A59B")
    s.shade("M560 760L730 452 1640 480V1010H470Z", "#081C25", (760, 500, 1400, 1000), 0.85)
    # heather and grass on top
    s.path(
        "M722 478Q740 448 820 424T1010 394Q1180 392 1420 434L1640 476V600Q1420 520 1300 512T1100 462Q1010 476 940 458T800 462Q760 458 722 478Z",
        "#31513F",
    )
    s.path(
        "M760 458Q860 420 1000 428T1300 470L1640 540V600Q1420 520 1300 512T1100 462Q1010 476 940 458T800 462Z",
        "#203C36",
    )
    for _ in range(120):
        x = s.rnd.uniform(740, 1600)
        y = 424 + max(0, x - 1000) ** 1.2 * 0.03 + max(0, 1000 - x) * 0.06 + s.rnd.uniform(-8, 22)
        s.oval(x, y, s.rnd.uniform(5, 12), 4, s.rnd.choice(("#8A4A5C", "#A65E66", "#6B3A4E", "#3E6049")))
    # the lighthouse: a low house, a short square tower, a lantern
    s.open('transform="translate(1000 402)"')
    s.rect(-128, -62, 256, 64, "#E9E3D2")
    s.rect(20, -62, 108, 64, "#B9C4BC")
    s.poly([(-140, -60), (-112, -96), (112, -96), (140, -60)], c.BRICK)
    s.poly([(16, -96), (112, -96), (140, -60), (16, -60)], c.BRICK_DARK)
    for x in (-108, -72, 64, 98):
        s.rect(x, -46, 17, 26, c.WARM if x in (-72, 64) else c.DEEP)
    s.rect(-34, -112, 68, 114, c.WHITE)
    s.rect(6, -112, 28, 114, "#C3CEC6")
    s.window(-10, -34, 20, 36, c.DEEP)
    s.window(-8, -86, 12, 26, c.DEEP)
    s.rect(-46, -118, 92, 9, "#E9E3D2")
    for k in range(9):
        s.rect(-45 + k * 11, -130, 2, 13, c.WHITE)
    s.rect(-46, -132, 92, 3, c.WHITE)
    s.rect(-22, -150, 44, 34, "#FFF0BE")
    for x in (-22, -8, 6, 20):
        s.rect(x, -150, 2.5, 34, c.INK)
    s.path("M-27 -149Q-22 -176 0 -178Q22 -176 27 -149Z", c.BRICK_DARK)
    s.line([(0, -176), (0, -196)], c.INK, 3)
    s.close()
    s.glow(lx, ly, 150, "#FFE3A3", 0.95)
    # someone has stopped on the path
    s.path("M1000 404Q1090 414 1130 440T1300 512L1350 524Q1240 470 1170 440T1030 402Z", "#B0A482", op=0.75)
    s.person(1180, 450, 44, c.WARM, hat=c.BRICK)
    s.path("M1202 452v-14l-8 -6 10 2h16l8 -6-2 10-4 14h-4v-8h-10v8Z", c.INK)
    # two porpoises
    for x, y, k in ((250, 820, 1.0), (346, 846, 0.8)):
        s.open(f'transform="translate({x} {y}) scale({k})"')
        s.path("M-46 4Q-22 -28 8 -26L14 -42Q22 -32 24 -22Q44 -12 56 4Z", c.INK)
        s.close()
        s.ripple(x, y + 5, 150 * k, 6, "#C9D9CF", 0.8)
    return s


def ven() -> Sheet:
    """The flat island with its cliffs at nightfall, small domes in the middle of it and a new star above."""
    s = Sheet(71)
    horizon = 520
    s.sky(["#0C2B38", "#124454", "#256570", "#5E979A", "#BFC9B4", "#F2C795"], horizon, 11, 5)
    s.stars(170, 430)
    # circles the stars go in, and the new star
    for k, r in enumerate((120, 190, 260, 330, 400)):
        s.add(
            f'<circle cx="800" cy="190" r="{r}" fill="none" stroke="{c.CREAM}" stroke-width="1.6" opacity="{0.34 - k * 0.04:.2f}" '
            f'stroke-dasharray="{30 + k * 34} {22 + k * 30} {6 + k * 8} {40 + k * 20}"/>'
        )
    for x, y, r in (
        (690, 236, 5),
        (640, 120, 4),
        (930, 90, 5),
        (1050, 250, 4),
        (540, 210, 4),
        (1120, 120, 5),
        (470, 70, 4),
    ):
        s.disc(x, y, r, c.CREAM)
    s.line([(640, 120), (690, 236), (800, 190), (930, 90), (1050, 250)], c.CREAM, 1.4, 0.5)
    s.glow(800, 190, 110, "#FFE9B8", 0.8)
    s.path("M800 142Q804 186 848 190Q804 194 800 238Q796 194 752 190Q796 186 800 142Z", "#FFF6DA")
    s.denmark(horizon + 2, 190, 0.8, "#6E9C9B")
    s.sea(horizon, 1000, ["#D9C6A0", "#7BA9A3", "#37777F", "#1C5562", "#0F3946"], 9)
    s.glints(800, 800, 985, 420, "#F4D7A4", 40, 0.5)
    s.ripples(560, 990, "#BFD5C9", 40, 0.4)
    # the island: top as a slanted disc, cliffs below
    top = [
        (240, 640),
        (300, 600),
        (430, 570),
        (620, 553),
        (820, 548),
        (1020, 556),
        (1180, 576),
        (1300, 606),
        (1360, 644),
        (1310, 672),
        (1180, 694),
        (1000, 706),
        (800, 710),
        (600, 706),
        (420, 692),
        (290, 668),
    ]
    s.open('transform="translate(800 690) scale(.86) translate(-800 -680)"')
    coarse = [*top[8:], top[0]][::-1]
    front = [coarse[0], (244, 645), (256, 654), *coarse[1:-1], (1346, 654), (1356, 648), coarse[-1]]

    def depth(x: float) -> float:
        return 96 * math.sin(math.pi * min(1, max(0, (x - 240) / 1120))) ** 0.26

    foot = [(x, y + depth(x)) for x, y in front]
    s.ripple(800, 800, 1340, 46, "#0F3946", 0.5)
    s.path(soft([(x, y + 9) for x, y in foot]), "none", c.CREAM, 4, 0.6)
    s.path(soft(foot, to=front[::-1]), "#D3AC78")
    # gullies in the cliff: lit to the left, dark to the right of each
    s.clip(soft(foot, to=front[::-1]))
    for i in range(24):
        x = 262 + i * 46
        k = next(k for k in range(len(front) - 1) if front[k][0] <= x <= front[k + 1][0])
        (x1, y1), (x2, y2) = front[k], front[k + 1]
        y = y1 + (y2 - y1) * (x - x1) / (x2 - x1) - 6
        deep, w = depth(x) + 20, 40 + 6 * (i % 3)
        s.path(
            f"M{x - 6} {y}Q{x + w * 0.3} {y + deep * 0.5} {x + w * 0.1 - 8} {y + deep}L{x + w} {y + deep}"
            f"Q{x + w * 0.9} {y + deep * 0.4} {x + w * 0.6} {y}Z",
            "#A67C52" if i % 2 else "#B58A5C",
        )
        s.path(
            f"M{x + w * 0.6} {y}Q{x + w * 0.9} {y + deep * 0.4} {x + w} {y + deep}l-9 1Q{x + w * 0.7} {y + deep * 0.5}"
            f" {x + w * 0.4} {y}Z",
            "#7C5A40",
        )
        s.path(
            f"M{x - 18} {y + 2}q-6 {deep * 0.5} -10 {deep * 0.8}l14 2q4 {-deep * 0.4} 0 {-deep * 0.78}Z",
            "#EBCB96",
        )
    s.close()
    for (x1, y1), (x2, y2) in pairwise(foot[4:-4]):
        for _ in range(int((x2 - x1) / 16)):
            q = s.rnd.random()
            s.path(
                s.blob(
                    x1 + (x2 - x1) * q,
                    y1 + (y2 - y1) * q - 4,
                    s.rnd.uniform(12, 24),
                    s.rnd.uniform(7, 13),
                    0.12,
                    8,
                ),
                s.rnd.choice((c.BEECH_DARK, "#41684A", "#2A4C40")),
            )
    # fields
    green = "M240 640" + "".join(f"L{x} {y}" for x, y in top[1:]) + "Z"
    s.path(green, "#8FA35E")
    s.clip(green)
    for pts, colour in (
        ([(200, 700), (330, 560), (520, 540), (470, 720)], "#B9B06A"),
        ([(470, 720), (520, 540), (640, 540), (640, 720)], "#74905A"),
        ([(640, 720), (650, 540), (700, 540), (700, 720)], "#D9BF7C"),
        ([(940, 720), (920, 540), (1040, 540), (1100, 720)], "#6B8A55"),
        ([(1100, 720), (1040, 540), (1180, 540), (1290, 720)], "#C9B56E"),
        ([(1290, 720), (1180, 540), (1400, 540), (1440, 720)], "#5F8152"),
    ):
        s.poly(pts, colour)
    for k in range(7):
        s.line([(1110 + k * 26, 715), (1046 + k * 20, 550)], "#A8985C", 2, 0.8)
        s.line([(250 + k * 30, 715), (350 + k * 24, 550)], "#9C9858", 2, 0.7)
    s.path("M300 660Q560 640 800 650T1340 640", "none", c.CREAM, 4, 0.85)
    s.close()
    # the garden and the domes of Stjerneborg
    s.oval(810, 630, 112, 38, "#4E7350")
    s.oval(810, 628, 92, 30, c.SAND)
    s.oval(810, 628, 82, 25, "#7E9A5C")
    for x, y, r in ((766, 622, 20), (856, 622, 20), (810, 616, 30), (784, 640, 17), (838, 640, 17)):
        s.rect(x - r, y, 2 * r, r * 0.36, c.WHITE)
        s.path(f"M{x - r} {y}a{r} {r * 1.15} 0 0 1 {2 * r} 0Z", "#7FC0AC")
        s.path(
            f"M{x} {y - r * 1.15}a{r} {r * 1.15} 0 0 1 {r} {r * 1.15}H{x + r * 0.3}Q{x + r * 0.4} {y - r * 0.6} {x} {y - r * 1.15}Z",
            "#3F8579",
        )
        s.rect(x - 1.5, y - r * 1.15 - 9, 3, 10, c.INK)
        s.disc(x, y - r * 1.15 - 10, 3, c.WARM)
    s.rect(806, 590, 8, 22, "#12303A")
    # the church on the edge, farms and trees
    s.rect(352, 596, 66, 32, c.WHITE)
    s.poly([(346, 598), (360, 576), (410, 576), (424, 598)], c.BRICK)
    s.rect(330, 566, 30, 62, c.WHITE)
    s.rect(350, 566, 10, 62, "#B9C4BC")
    s.poly([(326, 568), (345, 540), (364, 568)], c.BRICK_DARK)
    s.window(340, 584, 9, 18, c.DEEP)
    for x in (376, 398):
        s.window(x, 606, 8, 14, c.WARM)
    for x, y, k in ((560, 610, 1), (1010, 604, 0.9), (1190, 628, 1.1)):
        s.house(x, y, 56 * k, 16 * k, 16 * k, c.WHITE, c.BRICK, c.WARM)
        s.wood([(x - 16, y - 6), (x - 4, y - 12)], 14 * k, [c.BEECH_DARK, "#41684A"], 3)
        s.wood([(x + 62 * k, y - 8), (x + 84 * k, y - 4)], 15 * k, [c.BEECH_DARK, "#41684A"], 3)
    for x, y in ((450, 612), (690, 590), (930, 586), (1270, 632), (500, 664), (1060, 672), (660, 676)):
        s.path(s.blob(x, y - 8, 13, 13), c.BEECH_DARK)
        s.path(s.blob(x - 3, y - 11, 8, 8), "#5C8353")
    s.close()
    # the boat over
    s.ripple(1180, 902, 180, 9, "#0F3946", 0.7)
    s.path("M1110 884H1256L1240 904H1128Z", c.WHITE)
    s.path("M1136 884l6 -22h74l8 22Z", c.CREAM)
    for k in range(4):
        s.rect(1150 + k * 17, 867, 11, 9, c.WARM)
    s.rect(1170, 842, 28, 20, c.BRICK)
    s.ripple(1070, 904, 110, 5, c.CREAM, 0.7)
    s.disc(1204, 838, 3, c.WARM)
    return s


def fredriksdal() -> Sheet:
    """The yard of the manor in early summer: timber frames and thatch, beeches, geese on their way somewhere."""
    s = Sheet(121)
    s.sky(["#7FB8B6", "#B9D8CC", c.SKY_PALE, c.CREAM, "#FBE3B8"], 620)
    s.sun(470, 190, 76, "#FFF8E4", "#FFF3D2")
    s.cloud(860, 170, 380, c.WHITE, 0.7)
    s.cloud(1240, 300, 300, c.WHITE, 0.5)
    s.wood(
        [(-20, 540), (400, 500), (800, 480), (1200, 500), (1640, 540)],
        70,
        ["#7FA077", "#90AE80", "#729670"],
        34,
    )
    s.rect(0, 540, 1600, 120, "#729670")
    for x, h in ((500, 420), (1110, 440), (1290, 400), (310, 420)):
        s.beech(x, 650, h, c.BEECH_DARK, c.BEECH, c.BEECH_PALE)
    # the manor
    x, w, foot = 560, 480, 650
    wall, trim = "#F0D9A2", c.WHITE
    s.rect(x, foot - 170, w, 170, wall)
    s.shade(f"M{x} {foot - 170}h{w}v170h{-w}Z", c.SAND_DARK, (x + 100, foot, x + w + 80, foot), 0.8)
    s.poly(
        [(x - 16, foot - 168), (x + 24, foot - 240), (x + w - 24, foot - 240), (x + w + 16, foot - 168)],
        c.BRICK,
    )
    s.poly(
        [(x + 20, foot - 238), (x + 66, foot - 276), (x + w - 66, foot - 276), (x + w - 20, foot - 238)],
        c.BRICK_PALE,
    )
    s.poly(
        [
            (x + w * 0.6, foot - 168),
            (x + w * 0.6, foot - 240),
            (x + w - 24, foot - 240),
            (x + w + 16, foot - 168),
        ],
        c.BRICK_DARK,
        0.4,
    )
    for a in (x + 110, x + w - 134):
        s.rect(a, foot - 318, 26, 60, c.BRICK_DARK)
        s.rect(a - 3, foot - 322, 32, 7, c.SAND)
    for a in (x + 56, x + w - 82):
        s.window(a, foot - 226, 26, 42, trim)
        s.window(a + 4, foot - 222, 18, 36, c.DEEP)
    s.poly([(x + 160, foot - 170), (x + 240, foot - 250), (x + 320, foot - 170)], wall)
    s.line([(x + 150, foot - 168), (x + 240, foot - 254), (x + 330, foot - 168)], trim, 8)
    s.disc(x + 240, foot - 196, 17, trim)
    s.disc(x + 240, foot - 196, 12, c.DEEP)
    for k in range(9):
        if k == 4:
            continue
        a = x + 22 + k * 50
        for y, h in ((foot - 148, 58), (foot - 72, 50)):
            s.rect(a, y, 28, h, trim)
            s.rect(a + 4, y + 4, 20, h - 8, c.SEA)
            s.rect(a + 13, y + 4, 2, h - 8, trim)
    for a in (x, x + 160, x + 312, x + w - 10):
        s.rect(a, foot - 168, 10, 168, trim)
    s.window(x + 214, foot - 112, 52, 112, trim)
    s.window(x + 221, foot - 104, 38, 104, c.BEECH_DARK)
    s.rect(x + 204, foot - 4, 72, 10, trim)
    # the yard
    s.rect(0, 646, 1600, 360, c.BEECH_PALE)
    s.path("M744 650H856L1130 1010H470Z", c.SAND)
    s.shade("M744 650H856L1130 1010H470Z", c.SAND_DARK, (700, 900, 1100, 940), 0.7)
    for _ in range(70):
        t = s.rnd.random()
        s.oval(
            800 + s.rnd.uniform(-1, 1) * (56 + 250 * t),
            660 + 330 * t,
            4 + 8 * t,
            2 + 4 * t,
            s.rnd.choice(("#D8BC8C", "#C9A877", c.CREAM)),
        )
    timbered(s, -60, 770, 500, 150, 150, 1)
    timbered(s, 1160, 770, 500, 150, 150, -1)
    s.hill([(-40, 770), (200, 774), (470, 800), (560, 1010)], c.BEECH)
    s.hill([(1050, 1010), (1130, 800), (1400, 774), (1640, 770)], "#557A4C")
    # a branch of beech reaches in from the right
    s.line([(1640, 150), (1500, 120), (1380, 40)], "#4A5A56", 20, bend=True)
    s.line([(1640, 170), (1540, 190), (1470, 250)], "#4A5A56", 14, bend=True)
    for _ in range(60):
        a, b = s.rnd.uniform(1230, 1640), s.rnd.uniform(-30, 270)
        if (a - 1230) * 0.75 > b - 60:
            s.path(
                s.blob(a, b, 54, 38, 0.14, 8),
                s.rnd.choice((c.BEECH_DARK, c.BEECH_DARK, c.BEECH, "#48704C", c.BEECH_PALE)),
            )
    # hollyhocks, geese and someone with a barrow
    for _ in range(13):
        hx = s.rnd.choice((s.rnd.uniform(20, 380), s.rnd.uniform(1200, 1440)))
        h = s.rnd.uniform(90, 170)
        fy = s.rnd.uniform(816, 850)
        s.line([(hx, fy), (hx + 5, fy - h)], c.BEECH_PALE, 5)
        colour = s.rnd.choice(("#DE7F76", "#F3C3BA", c.WHITE, "#B84A55"))
        for j in range(6):
            s.disc(hx + 5 * j / 6 + (-6 if j % 2 else 6), fy - h * 0.36 - j * h * 0.12, 13 - j * 1.3, colour)
            s.disc(hx + 5 * j / 6 + (-6 if j % 2 else 6), fy - h * 0.36 - j * h * 0.12, 3, c.WARM)
        s.oval(hx - 14, fy - 10, 20, 9, c.BEECH_PALE, turn=24)
        s.oval(hx + 16, fy - 14, 20, 9, c.BEECH_DARK, turn=-24)
    for gx, gy, k in (
        (640, 860, 1.15),
        (730, 880, 1.2),
        (826, 870, 1.15),
        (920, 900, 1.3),
        (566, 886, 0.7),
        (996, 858, 0.7),
    ):
        goose(s, gx, gy, k)
    s.person(812, 716, 78, c.SEA, pose="walk", hat=c.WARM)
    s.path("M838 686h54l-12 22h-34Z", c.BRICK)
    s.disc(888, 710, 8, c.INK)
    s.path(s.blob(864, 682, 26, 12), c.BEECH_DARK)
    s.gulls([(690, 260, 0.5), (740, 236, 0.4)], c.DEEP)
    return s


def timbered(s: Sheet, x: float, foot: float, w: float, h: float, roof: float, light: int) -> None:
    """A long half-timbered house under thatch; `light` is 1 when the sun is on it."""
    wall = "#F4E2B8" if light > 0 else "#E2C994"
    beam = c.BRICK_DARK
    s.rect(x, foot - h, w, h, wall)
    cols = 9
    step = w / cols
    for k in range(cols + 1):
        s.rect(x + k * step - 5, foot - h, 10, h, beam)
    for y in (foot - h, foot - h * 0.5 - 5, foot - 10):
        s.rect(x, y, w, 10, beam)
    for k in range(cols):
        a = x + k * step
        if k in (1, 7):
            s.line([(a + 4, foot - 6), (a + step - 4, foot - h * 0.5)], beam, 8)
            s.line([(a + step - 4, foot - h * 0.5), (a + 4, foot - h + 6)], beam, 8)
        elif k in (2, 4, 6):
            s.rect(a + 10, foot - h + 16, step - 20, h * 0.5 - 28, c.WHITE)
            s.rect(a + 13, foot - h + 19, step - 26, h * 0.5 - 34, c.DEEP)
            s.rect(a + step / 2 - 1.5, foot - h + 16, 3, h * 0.5 - 28, c.WHITE)
        elif k == 5:
            s.rect(a + 5, foot - h + 26, step - 10, h - 26, c.BEECH_DARK)
            s.rect(a + 5, foot - h * 0.5, step - 10, 4, c.INK)
    d = (
        f"M{x - 24} {foot - h + 14}Q{x + 10} {foot - h - roof * 0.6} {x + 44} {foot - h - roof}H{x + w - 44}"
        f"Q{x + w - 10} {foot - h - roof * 0.6} {x + w + 24} {foot - h + 14}Q{x + w / 2} {foot - h + 2} {x - 24} {foot - h + 14}Z"
    )
    s.path(d, "#B99A63" if light > 0 else "#947A50")
    s.clip(d)
    for k in range(46):
        a = x - 20 + k * (w + 40) / 46
        s.line(
            [(a, foot - h + 20), (a + 14, foot - h - roof)],
            s.rnd.choice(("#D5B57A", "#8E7447", "#A5884F")),
            3,
            0.6,
        )
    s.rect(x, foot - h - roof - 4, w, 24, "#7A6240")
    s.close()
    for k in range(15):
        s.line(
            [
                (x + 50 + k * (w - 100) / 14, foot - h - roof - 8),
                (x + 62 + k * (w - 100) / 14, foot - h - roof + 24),
            ],
            "#5A4830",
            5,
        )
    s.rect(x + w * 0.3, foot - h - roof - 46, 40, 60, c.BRICK)
    s.rect(x + w * 0.3 - 4, foot - h - roof - 50, 48, 9, c.SAND)


def goose(s: Sheet, x: float, y: float, k: float) -> None:
    """A goose walking right."""
    s.oval(x, y + 1, 44 * k, 5 * k, c.BEECH_INK, 0.25)
    s.open(f'transform="translate({x} {y}) scale({k})"')
    s.line([(-4, -16), (-8, 0)], c.WARM, 4)
    s.line([(8, -16), (12, 0)], c.WARM, 4)
    s.path(
        "M-44 -40Q-20 -52 10 -44Q22 -48 22 -70Q20 -92 34 -92Q44 -90 44 -80L36 -76Q34 -50 32 -34Q22 -12 -10 -14Q-34 -18 -44 -40Z",
        c.WHITE,
    )
    s.path("M-36 -38Q-10 -48 12 -36Q0 -20 -18 -24Q-30 -28 -36 -38Z", "#C3CEC6")
    s.path("M43 -84l13 5-13 4Z", c.WARM)
    s.disc(36, -84, 2.2, c.INK)
    s.close()


def groningen() -> Sheet:
    """The lawn by the Sound one summer evening: kites, blankets, a ball that rolls a little too far west."""
    s = Sheet(131)
    horizon = 500
    s.sky(["#7DB8B8", "#B5D7CD", c.SKY_PALE, c.CREAM, "#FBD9A6", "#F7C08A"], horizon, 11)
    s.sun(560, 400, 84, "#FFF4D6", "#FFE3AE")
    s.cloud(90, 200, 400, c.WHITE, 0.65)
    s.cloud(1190, 330, 360, "#FFF0D8", 0.7)
    s.denmark(horizon + 2, 250, 1.15, "#86A9A6")
    s.sea(horizon, 640, ["#F3D6A8", "#B9CFBF", c.SEA_PALE, "#5FA3A3"], 6)
    s.glints(560, horizon + 5, 630, 160, "#FFF1CC", 40)
    for x, y, k in ((860, 566, 0.5), (1340, 548, 0.4), (1460, 580, 0.62)):
        s.sailboat(x, y, k, c.DEEP, c.WHITE, "#E8DCC0")
    s.ripple(1090, 528, 210, 6, c.DEEP, 0.3)
    s.path("M1010 508h150l-8 18h-134Z", c.DEEP)
    s.path("M1018 508l5 -13h124l5 13Z", c.WHITE)
    s.rect(1044, 484, 82, 11, c.CREAM)
    s.rect(1070, 472, 12, 12, c.BRICK)
    s.rect(1096, 472, 12, 12, c.BRICK)
    # shore and lawn in long waves of green
    s.hill([(-40, 624), (300, 612), (700, 628), (1100, 616), (1640, 630)], "#93A6A2")
    s.hill([(-40, 640), (300, 628), (700, 644), (1100, 632), (1640, 646)], "#B5C27E")
    s.hill([(-40, 690), (400, 670), (800, 700), (1200, 680), (1640, 700)], c.BEECH_PALE)
    s.hill([(-40, 790), (300, 800), (800, 770), (1300, 810), (1640, 790)], "#83A060")
    s.hill([(-40, 920), (400, 900), (900, 930), (1300, 900), (1640, 920)], c.BEECH)
    s.path("M-20 742Q500 700 900 720T1640 700V716Q1300 730 900 738T-20 764Z", "#EAD7AC")
    # people strolling along the path
    for x, y, h, coat, face in (
        (190, 752, 62, c.BRICK, 1),
        (224, 752, 58, c.SEA, 1),
        (1280, 724, 58, c.INK, -1),
        (470, 728, 54, c.INK, -1),
    ):
        s.person(x, y, h, coat, pose="walk", face=face)
    s.rider(800, 730, 48, c.WARM, c.BRICK, -1)
    # blankets
    for x, y, w, one, two in (
        (330, 850, 250, c.BRICK, c.CREAM),
        (1180, 870, 280, c.SEA, c.SKY),
        (720, 940, 260, c.WARM, c.CREAM),
        (60, 930, 170, c.DEEP, c.SEA_PALE),
    ):
        s.poly([(x, y), (x + w, y - 10), (x + w + 40, y + 34), (x + 26, y + 46)], one)
        for k in (0.2, 0.5, 0.8):
            s.poly(
                [
                    (x + w * k, y - 10 * k),
                    (x + w * (k + 0.06), y - 10 * k),
                    (x + 26 + (w + 14) * (k + 0.06), y + 46 - 12 * k),
                    (x + 26 + (w + 14) * k, y + 46 - 12 * k),
                ],
                two,
                0.85,
            )
        s.path(f"M{x + w} {y - 10}q24 -14 30 2l10 42Z", c.mix(one, c.INK, 0.2))
    for x, y, h, coat, pose, face in (
        (400, 880, 96, c.SEA, "sit", 1),
        (520, 876, 94, c.WARM, "sit", -1),
        (1270, 902, 92, c.BRICK, "lie", 1),
        (1380, 886, 96, c.CREAM, "sit", 1),
        (800, 972, 104, c.BRICK_DARK, "sit", 1),
        (910, 968, 100, c.DEEP, "sit", -1),
        (150, 958, 98, c.BRICK_PALE, "lie", 1),
    ):
        s.oval(x, y + 2, h * 0.6, 6, c.BEECH_INK, 0.25)
        s.person(x, y, h, coat, pose=pose, face=face)
    for x, y in ((455, 872), (1330, 890), (858, 962)):
        s.path(f"M{x - 18} {y}v-22h36v22Z", "#B98A50")
        s.path(f"M{x - 14} {y - 22}q14 -28 28 0", "none", "#8A5A32", 4)
    # the ball, and who runs after it
    s.disc(640, 800, 15, c.WHITE)
    s.path("M640 785a15 15 0 0 1 0 30Z", c.BRICK)
    s.person(720, 818, 84, c.BRICK, pose="walk", face=-1)
    s.path("M770 816v-20l-10 -11 15 5h28l12 -12-2 18-6 20h-6v-14h-20v14Z", c.INK)
    # kites and those who hold them
    kites = (
        (1010, 190, 1.25, 20, c.BRICK, c.WARM, (1060, 786)),
        (700, 130, 0.75, -14, c.SEA, c.CREAM, (620, 704)),
        (1330, 150, 0.6, 30, c.WARM, c.BRICK, (1500, 742)),
    )
    for x, y, k, turn, one, two, (hx, hy) in kites:
        s.path(
            f"M{x} {y}Q{(x + hx) / 2 + 60} {(y + hy) / 2 + 90} {hx + 12} {hy - 84 * (0.6 if k < 1 else 1)}",
            "none",
            c.INK,
            1.6,
            0.7,
        )
        s.open(f'transform="translate({x} {y}) rotate({turn}) scale({k})"')
        s.path("M0 120Q40 150 10 186T30 250T8 320", "none", c.INK, 2)
        for ty, tx in ((164, 20), (216, 14), (266, 26), (312, 10)):
            s.path(f"M{tx} {ty}l-18 -9v18ZM{tx} {ty}l18 -9v18Z", two)
        s.path("M0 -100L66 -14 0 124-66 -14Z", one)
        s.path("M0 -100L66 -14H0Z", two)
        s.path("M0 124L-66 -14H0Z", two)
        s.path("M0 -14H66L0 124Z", c.mix(one, c.INK, 0.2))
        s.line([(0, -100), (0, 124)], c.INK, 2)
        s.line([(-66, -14), (66, -14)], c.INK, 2)
        s.close()
    for (hx, hy), h, coat, face in (
        ((1060, 800), 92, c.SEA, 1),
        ((620, 714), 54, c.BRICK, 1),
        ((1500, 752), 60, c.BEECH_DARK, -1),
    ):
        s.oval(hx, hy + 1, h * 0.3, 5, c.BEECH_INK, 0.25)
        s.person(hx, hy, h, coat, pose="wave", face=face)
    for _ in range(130):
        s.grass(
            s.rnd.uniform(-10, 1600),
            s.rnd.uniform(985, 1010),
            s.rnd.uniform(16, 46),
            s.rnd.choice((c.BEECH_DARK, "#557A4C", c.BEECH_PALE)),
            6,
        )
    s.gulls([(330, 330, 0.6), (410, 300, 0.45), (1180, 420, 0.6)], c.INK)
    return s
