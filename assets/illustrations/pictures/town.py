# ruff: noqa: E501 - the paths of a drawing are long
"""Brick and plaster: pictures of the town."""

import math

import palette as c
from parts import Sheet


def karnan() -> Sheet:
    """The keep on its ridge at dusk, the moon coming up behind it, the terrace stairs below."""
    s = Sheet(11)
    s.sky(["#5E9FA3", "#9CC4BC", c.SKY, c.CREAM, c.APRICOT], 700, 9)
    s.sun(672, 292, 132, "#FFF8E6", "#FFF8E6")
    for dx, dy, r in ((-38, -30, 34), (20, -62, 20), (-70, 30, 18), (-8, 40, 28), (-52, 78, 14)):
        s.path(s.blob(672 + dx, 292 + dy, r, r * 0.8, 0.12), "#F3E9CF")
    s.cloud(90, 330, 420, c.CREAM, 0.55)
    s.cloud(1130, 250, 380, c.CREAM, 0.5)
    s.cloud(1240, 470, 330, c.CREAM, 0.45)
    # woods on the ridge, far then near
    s.wood(
        [(-20, 640), (300, 590), (560, 560), (1100, 560), (1340, 600), (1640, 660)],
        46,
        ["#7FA08A", "#8BAA8C", "#76988A"],
        44,
    )
    s.hill([(-40, 646), (300, 590), (560, 562), (1100, 562), (1340, 600), (1640, 664)], "#7FA08A", 740)
    s.wood([(-20, 690), (240, 640), (520, 606), (640, 600)], 52, [c.BEECH, "#587A4E", "#708F56"], 22)
    s.wood([(1080, 600), (1200, 610), (1400, 660), (1640, 700)], 52, [c.BEECH_DARK, "#3C644A", "#48704C"], 22)
    s.hill([(-40, 700), (300, 640), (600, 606), (860, 600), (1120, 608), (1400, 670), (1640, 710)], c.BEECH)
    # the keep
    x, y, w, foot, side = 738, 186, 242, 622, 74
    right = x + w
    s.poly([(right, y), (right + side, y + 12), (right + side, foot - 6), (right, foot)], c.BRICK_DARK)
    s.rect(x, y, w, foot - y, c.BRICK)
    s.rect(x, y, w * 0.34, foot - y, c.mix(c.BRICK, c.BRICK_PALE, 0.45))
    s.shade(f"M{x} {y}H{right}V{foot}H{x}Z", c.BRICK_DARK, (x + 60, y, right + 20, y + 90), 0.75)
    s.bricks(x + 4, y + 44, w - 8, foot - y - 60, [c.BRICK_PALE, c.BRICK_DARK, "#DD8A63"], 90)
    s.bricks(right + 4, y + 60, side - 8, foot - y - 90, [c.BRICK, c.BRICK_INK], 26)
    s.poly(
        [
            (x - 6, foot),
            (x, foot - 52),
            (right, foot - 52),
            (right + side, foot - 56),
            (right + side + 4, foot - 6),
            (right, foot),
        ],
        "#8C7A6A",
    )
    s.poly(
        [(right, foot - 52), (right + side, foot - 56), (right + side + 4, foot - 6), (right, foot)],
        "#5C524C",
    )
    # its crown: a ledge on small arches, then battlements
    s.rect(x - 10, y - 2, w + 20, 44, c.mix(c.BRICK, c.BRICK_PALE, 0.3))
    s.poly(
        [(right + 10, y - 2), (right + side + 6, y + 10), (right + side + 6, y + 52), (right + 10, y + 42)],
        c.BRICK_DARK,
    )
    for k in range(11):
        s.window(x - 3 + k * 22.6, y + 20, 14, 22, c.BRICK_DARK)
    s.battlements(x - 10, y, w + 20, 6, 40, c.mix(c.BRICK, c.BRICK_PALE, 0.3))
    for k in range(3):
        a = right + 14 + k * 28
        s.poly(
            [(a, y + 2 + k * 4), (a, y - 36 + k * 4), (a + 15, y - 34 + k * 4), (a + 15, y + 6 + k * 4)],
            c.BRICK_DARK,
        )
    # the stair turret looks over it
    s.rect(x + 150, y - 82, 72, 84, c.BRICK)
    s.poly([(x + 222, y - 82), (x + 242, y - 78), (x + 242, y - 2), (x + 222, y)], c.BRICK_DARK)
    s.battlements(x + 146, y - 80, 80, 3, 22, c.BRICK)
    s.window(x + 178, y - 58, 15, 34, c.BRICK_INK)
    s.line([(x + 186, y - 92), (x + 186, y - 160)], c.INK, 3)
    s.path(f"M{x + 187} {y - 158}q20 -9 38 0t36 0l-12 12 10 12q-18 8 -36 0t-36 0Z", c.WARM)
    # openings: few and deep
    for dx, dy, a, b in (
        (46, 96, 24, 66),
        (168, 96, 24, 66),
        (107, 200, 26, 70),
        (52, 310, 15, 46),
        (178, 306, 15, 46),
    ):
        s.window(x + dx, y + dy, a, b, c.BRICK_INK)
        s.window(x + dx + a * 0.3, y + dy + 5, a * 0.7, b - 5, "#331414")
    s.window(x + 113, y + 208, 17, 62, c.WARM)
    s.glow(x + 121, y + 240, 60, c.WARM, 0.45)
    s.window(x + 98, foot - 92, 44, 88, c.BRICK_INK)
    s.window(right + 30, y + 130, 13, 50, "#331414")
    s.window(right + 32, y + 290, 11, 42, "#331414")
    # the terrace and its stairs
    stone, pale, dark = c.SAND, "#F2E3C4", c.SAND_DARK
    s.hill(
        [(-40, 800), (300, 720), (560, 660), (860, 640), (1160, 660), (1420, 730), (1640, 810)], c.BEECH_DARK
    )
    s.wood([(330, 760), (460, 700), (590, 672)], 34, ["#3C644A", c.BEECH_DARK, "#48704C"], 10)
    s.wood([(1130, 672), (1260, 716), (1390, 770)], 34, [c.BEECH_INK, c.BEECH_DARK, "#244A3F"], 10)
    s.rect(590, 652, 540, 96, c.BRICK)
    s.shade("M590 652H1130V748H590Z", c.BRICK_DARK, (600, 650, 1130, 700), 0.8)
    s.bricks(596, 660, 528, 80, [c.BRICK_PALE, c.BRICK_DARK], 46, 8)
    s.rect(584, 644, 552, 13, pale)
    for k in range(28):
        s.rect(596 + k * 19, 628, 7, 18, pale)
    s.rect(584, 622, 552, 8, pale)
    for a in (566, 1094):
        s.rect(a, 620, 62, 140, c.mix(c.BRICK, c.BRICK_PALE, 0.35))
        s.rect(a + 38, 620, 24, 140, c.BRICK_DARK)
        s.rect(a - 6, 612, 74, 18, stone)
        s.battlements(a - 6, 613, 74, 4, 16, stone)
        s.window(a + 20, 650, 14, 40, c.BRICK_INK)
    s.window(806, 664, 108, 84, c.BRICK_INK)
    s.window(816, 672, 88, 76, "#2C1213")
    s.glow(860, 722, 60, c.WARM, 0.5)
    left0, right0, left1, right1, top, end = 730, 990, 560, 1160, 748, 1004
    s.poly([(left0 - 26, top - 14), (left0, top - 14), (left1, end), (left1 - 74, end)], dark)
    s.poly([(right0 + 26, top - 14), (right0, top - 14), (right1, end), (right1 + 74, end)], "#9A7B58")
    s.clip(f"M{left0} {top}H{right0}L{right1} {end}H{left1}Z")
    count = 15
    for k in range(count):
        t0, t1 = (k / count) ** 1.25, ((k + 1) / count) ** 1.25
        a, b = top + (end - top) * t0, top + (end - top) * t1
        l1, r1 = left0 + (left1 - left0) * t1, right0 + (right1 - right0) * t1
        m = a + (b - a) * 0.5
        s.poly([(l1, a), (r1, a), (r1, m), (l1, m)], pale)
        s.poly([(l1, m), (r1, m), (r1, b), (l1, b)], stone if k % 5 else dark)
    s.close()
    s.shade(f"M{left0} {top}H{right0}L{right1} {end}H{left1}Z", "#7A5A3C", (760, 800, 1180, 900), 0.45)
    for a, foot2, high, coat, pose, face in (
        (800, 838, 62, c.BRICK, "walk", 1),
        (846, 842, 60, c.SEA, "walk", 1),
        (940, 930, 84, c.INK, "walk", -1),
        (904, 934, 52, c.WARM, "walk", -1),
    ):
        s.poly(
            [(a - 5, foot2), (a + 8, foot2), (a + high * 1.3, foot2 + 13), (a + high * 1.1, foot2 + 15)],
            "#6B4E38",
            0.4,
        )
        s.person(a, foot2, high, coat, pose=pose, face=face)
    # roofs of the old town, left and right
    for a, foot2, wide, high, roof, wall, tile in (
        (-30, 1010, 250, 150, 92, "#C98B62", c.BRICK),
        (206, 1010, 190, 96, 84, "#E1C493", c.BRICK_DARK),
        (1236, 1010, 196, 92, 82, "#9DAE9F", c.BRICK_DARK),
        (1410, 1010, 250, 152, 92, "#B98568", c.BRICK_INK),
    ):
        s.house(a, foot2, wide, high, roof, wall, tile, c.DEEP, c.WARM)
    s.shade("M1200 760H1600V1000H1200Z", c.INK, (1200, 800, 1640, 900), 0.5)
    s.gulls([(470, 420, 0.9), (1190, 330, 1.1), (540, 250, 0.55), (1290, 372, 0.6)], c.INK)
    return s


def oceanhamnen() -> Sheet:
    """New blocks around a basin one clear morning, a footbridge over the water and a kayak under it."""
    s = Sheet(81)
    quay = 610
    s.sky(["#76B3B6", "#AED2CA", c.SKY, c.CREAM, "#FBE0B8"], quay)
    s.sun(1250, 190, 76, "#FFF6DF", "#FFF2D2")
    s.cloud(160, 160, 400, c.WHITE, 0.7)
    s.cloud(1060, 330, 420, c.WHITE, 0.55)
    s.rect(0, 500, 1600, 112, "#A9C6BC")
    for x, h in ((-20, 140), (70, 100), (1410, 120), (1500, 160)):
        s.rect(x, quay - h - 60, 90, h + 70, "#98B9B2")
        s.windows(x + 12, quay - h - 46, 4, 4, 10, 14, 9, 16, "#83A8A4")
    blocks = [
        (120, 170, 270, c.BRICK, 5),
        (292, 128, 350, c.CREAM, 4),
        (422, 158, 236, "#5E7F86", 5),
        (582, 150, 420, c.BRICK_PALE, 5),
        (734, 136, 300, c.SAND, 4),
        (872, 176, 372, "#DCE3DA", 5),
        (1050, 130, 260, c.BRICK_DARK, 4),
        (1182, 160, 330, c.SAND_DARK, 5),
        (1344, 130, 230, c.CREAM, 4),
    ]
    for x, w, h, wall, cols in blocks:
        block(s, x, quay, w, h, wall, cols)
    s.rect(0, quay - 2, 1600, 30, c.SAND)
    s.rect(0, quay + 22, 1600, 24, "#8C7A6A")
    for x in (40, 470, 1120, 1540):
        s.beech(x, quay + 4, 88, c.BEECH_DARK, c.BEECH, c.BEECH_PALE, light=1)
    for x, coat, pose, face in (
        (250, c.INK, "walk", 1),
        (700, c.WARM, "walk", -1),
        (1290, c.BRICK, "walk", -1),
        (1318, c.SEA, "walk", -1),
    ):
        s.person(x, quay + 22, 44, coat, pose=pose, face=face)
    s.rider(930, quay + 22, 34, c.SEA, c.BRICK, -1)
    # basin with the houses on their heads
    s.sea(quay + 46, 1000, ["#B5D2C6", c.SEA_PALE, c.SEA_MID, c.SEA, c.DEEP], 8)
    s.clip(f"M0 {quay + 46}H1600V1000H0Z")
    s.open('opacity=".42"')
    for x, w, h, wall, _ in blocks:
        foot = quay + 46 + h * 0.72
        s.path(
            f"M{x + 4} {quay + 46}H{x + w - 2}L{x + w - 8} {foot}q-{w * 0.2} 8 -{w * 0.4} 0t-{w * 0.5} 0Z",
            wall,
        )
    s.close()
    s.close()
    for k in range(80):
        s.ripple(
            s.rnd.uniform(60, 1540),
            quay + 70 + k * 3.9,
            s.rnd.uniform(60, 240),
            2.4 + k * 0.02,
            s.rnd.choice((c.SEA_PALE, c.SEA_MID, "#7DB5B0", "#5E9FA3")),
            0.75,
        )
    s.glints(1250, quay + 60, 960, 150, "#FFF3D6", 34)
    # the footbridge: one white arc
    s.path("M-20 800Q800 610 1620 800V822Q800 640 -20 822Z", c.INK, op=0.25)
    for k in range(2, 31):
        t = k / 32
        x = -20 + 1640 * t
        y = 770 - 4 * t * (1 - t) * 95
        s.line([(x, y), (x, y - 46)], c.WHITE, 3.5)
    s.path("M-20 770Q800 580 1620 770V794Q800 616 -20 794Z", c.WHITE)
    s.path("M-20 790Q800 610 1620 790V797Q800 622 -20 797Z", "#7FA5A8")
    s.path("M-20 724Q800 534 1620 724", "none", c.WHITE, 6)
    for x in (330, 1270):
        s.poly([(x - 12, 722), (x + 12, 722), (x + 20, 860), (x - 20, 860)], "#DCE3DA")
        s.poly([(x + 4, 722), (x + 12, 722), (x + 20, 860), (x + 6, 860)], "#8FB0B0")
        s.ripple(x, 862, 110, 8, c.CREAM, 0.7)

    def deck(x: float) -> float:
        t = (x + 20) / 1640
        return 772 - 4 * t * (1 - t) * 95

    for x, coat, face, h in ((560, c.BRICK, 1, 74), (610, c.DEEP, 1, 70), (1010, c.BEECH_DARK, -1, 74)):
        s.person(x, deck(x) + 4, h, coat, pose="walk", face=face)
    s.path(f"M1046 {deck(1046) + 3}v-14l-7 -8 11 4h18l10 -9-1 13-4 14h-5v-9h-12v9Z", c.INK)
    s.rider(810, deck(810) + 3, 58, c.WARM, c.BRICK, 1)
    # kayak, gulls
    s.ripple(760, 914, 330, 14, c.INK, 0.35)
    s.path("M600 900Q760 886 920 898Q880 924 760 924Q640 924 600 900Z", c.BRICK)
    s.path("M640 900Q760 892 880 899Q760 906 640 900Z", c.BRICK_PALE)
    s.person(752, 906, 84, c.WARM, pose="wade", skin="#C98F68")
    s.path("M739 906Q737 880 744 876H760Q767 880 765 906Z", c.DEEP)
    s.line([(668, 918), (836, 850)], c.INK, 5)
    s.oval(664, 920, 18, 7, c.CREAM, turn=-22)
    s.oval(840, 848, 18, 7, c.CREAM, turn=-22)
    s.gulls([(90, 300, 0.8), (160, 250, 0.5), (980, 140, 0.7)], c.INK)
    return s


def block(s: Sheet, x: float, foot: float, w: float, h: float, wall: str, cols: int) -> None:
    """A new apartment house, lit from the right, with balconies and something green on the roof."""
    s.rect(x, foot - h, w, h, wall)
    s.shade(
        f"M{x} {foot - h}h{w}v{h}h{-w}Z",
        c.mix(wall, c.INK, 0.6),
        (x + w * 0.8, foot, x - w * 0.3, foot - 20),
        0.7,
    )
    s.rect(x + w - 12, foot - h, 12, h, c.mix(wall, c.WHITE, 0.3))
    s.rect(x - 2, foot - h - 7, w + 4, 8, c.mix(wall, c.INK, 0.35))
    dark = wall in (c.BRICK_DARK, "#5E7F86")
    gap = (w - 20) / cols
    rows = int((h - 56) / 46)
    for r in range(rows):
        for k in range(cols):
            wx, wy = x + 10 + k * gap + gap * 0.2, foot - h + 20 + r * 46
            s.rect(
                wx,
                wy,
                gap * 0.6,
                28,
                c.WARM if s.rnd.random() < 0.09 else ("#B9D5CF" if dark or s.rnd.random() < 0.2 else c.DEEP),
            )
            if (k + r) % 3 == 1:
                s.rect(
                    wx - gap * 0.16,
                    wy + 16,
                    gap * 0.92,
                    15,
                    c.mix(wall, c.WHITE, 0.55) if dark else c.mix(wall, c.INK, 0.25),
                )
    s.rect(x + 8, foot - 40, w - 16, 38, c.mix(wall, c.INK, 0.55))
    for k in range(cols):
        s.rect(x + 14 + k * gap, foot - 34, gap * 0.7, 32, c.WARM if s.rnd.random() < 0.25 else c.SEA)
    if h > 300:
        s.wood([(x + 16, foot - h - 10), (x + w * 0.5, foot - h - 12)], 12, [c.BEECH, c.BEECH_DARK], 5)


def campus() -> Sheet:
    """The rubber factory that became a university: brick, a chimney, and everyone arriving on bicycles."""
    s = Sheet(91)
    foot = 740
    s.sky(["#6FAFB3", "#A8CFC8", c.SKY, c.CREAM, "#FADDB2"], foot)
    s.sun(420, 220, 80, "#FFF6DF", "#FFF2D2")
    s.cloud(620, 180, 320, c.WHITE, 0.6)
    s.cloud(1160, 250, 420, c.WHITE, 0.65)
    s.cloud(40, 360, 300, c.WHITE, 0.5)
    # chimney
    s.poly([(972, 420), (984, 70), (1036, 70), (1048, 420)], c.BRICK)
    s.poly([(1016, 420), (1014, 70), (1036, 70), (1048, 420)], c.BRICK_DARK)
    s.bricks(986, 120, 40, 260, [c.BRICK_PALE, c.BRICK_INK], 24, 8)
    for y in (70, 96, 176, 280):
        k = (y - 70) / 350 * 12
        s.rect(978 - k, y, 64 + 2 * k, 10, c.SAND)
    s.rect(976, 60, 68, 16, c.BRICK_INK)
    # the long house
    x0, x1, top = -20, 1640, 372
    s.rect(x0, top, x1 - x0, foot - top, c.BRICK)
    s.rect(x0, top - 14, x1 - x0, 16, c.BRICK_DARK)
    s.bricks(0, top + 4, 1600, foot - top - 10, [c.BRICK_PALE, c.BRICK_DARK], 210, 8)
    bay = 92
    for k in range(18):
        x = -6 + k * bay
        s.rect(x, top, 16, foot - top, c.BRICK_PALE)
        s.rect(x + 16, top, 5, foot - top, c.BRICK_DARK)
        for r in range(3):
            y = top + 22 + r * 112
            factory_window(s, x + 31, y, 50, 88, s.rnd.random() < 0.16)
    s.rect(x0, top + 118, x1 - x0, 5, c.SAND_DARK)
    s.rect(x0, top + 230, x1 - x0, 5, c.SAND_DARK)
    # the stair tower with the door
    tx = 726
    s.rect(tx, 280, 194, foot - 280, c.BRICK_PALE)
    s.rect(tx + 150, 280, 44, foot - 280, c.BRICK)
    s.shade(f"M{tx} 280h194v{foot - 280}h-194Z", c.BRICK_DARK, (tx + 60, 300, tx + 220, 330), 0.6)
    s.bricks(tx + 4, 320, 180, 380, [c.BRICK, c.BRICK_DARK, "#E39A72"], 60, 8)
    s.stepped(tx, 300, 194, 20, 3, 26, c.BRICK_PALE, c.SAND)
    s.ring(tx + 97, 300, 30, c.SAND, 8)
    s.disc(tx + 97, 300, 27, c.CREAM)
    s.line([(tx + 97, 300), (tx + 97, 282)], c.INK, 4)
    s.line([(tx + 97, 300), (tx + 111, 306)], c.INK, 4)
    for k in range(3):
        s.window(tx + 30 + k * 50, 366, 34, 210, c.SAND)
        s.window(tx + 34 + k * 50, 371, 26, 202, c.DEEP)
        for r in range(5):
            s.rect(tx + 34 + k * 50, 402 + r * 36, 26, 3, c.SAND)
    s.window(tx + 52, 616, 90, 124, c.SAND)
    s.window(tx + 60, 625, 74, 115, c.BRICK_INK)
    s.glow(tx + 97, 700, 80, c.WARM, 0.8)
    s.rect(tx + 95, 640, 4, 100, c.SAND)
    s.shade(f"M{x0} {top}H{x1}V{foot}H{x0}Z", c.BRICK_INK, (850, 500, 1700, 560), 0.6)
    # street
    s.rect(0, foot, 1600, 260, c.SAND)
    s.rect(0, foot + 66, 1600, 200, "#8FA5A2")
    s.rect(0, foot + 62, 1600, 8, c.CREAM)
    for k in range(14):
        s.rect(k * 126 - 20, 920, 66, 7, c.CREAM)
    for x, h, tones in (
        (110, 330, (c.BRICK_DARK, "#C7762F", c.WARM)),
        (1450, 360, ("#7A4A2A", "#C7762F", c.WARM)),
        (1290, 250, (c.BEECH_DARK, c.BEECH, c.BEECH_PALE)),
    ):
        s.beech(x, foot + 52, h, *tones)
    for _ in range(40):
        s.oval(
            s.rnd.choice((s.rnd.uniform(10, 330), s.rnd.uniform(1250, 1600))),
            s.rnd.uniform(foot + 16, foot + 130),
            7,
            3.5,
            s.rnd.choice((c.WARM, "#C7762F", c.BRICK)),
            turn=s.rnd.uniform(-40, 40),
        )
    for k in range(8):
        s.bike(
            390 + k * 40,
            foot + 46,
            44,
            s.rnd.choice((c.SEA, c.BRICK, c.INK, c.WARM, c.BEECH_DARK)),
            1 if k % 2 else -1,
        )
    for x, h, coat, pose, face in (
        (770, 92, c.DEEP, "walk", 1),
        (650, 90, c.WARM, "stand", 1),
        (694, 88, c.BEECH_DARK, "wave", -1),
        (1090, 92, c.CREAM, "walk", -1),
        (1150, 86, c.SEA, "walk", -1),
    ):
        s.person(x, foot + 50, h, coat, pose=pose, face=face)
    for x, y, h, coat, frame, face in (
        (560, 900, 116, c.WARM, c.DEEP, 1),
        (880, 940, 130, c.BRICK, c.CREAM, 1),
        (1230, 896, 112, c.SEA, c.BRICK, -1),
        (250, 950, 130, c.BEECH_DARK, c.WARM, 1),
    ):
        s.oval(x, y + 1, h * 0.95, 6, c.INK, 0.25)
        s.rider(x, y, h, coat, frame, face)
    s.gulls([(560, 330, 0.7), (1240, 170, 0.8), (1310, 210, 0.5)], c.INK)
    return s


def factory_window(s: Sheet, x: float, y: float, w: float, h: float, lit: bool) -> None:
    """A tall window of many panes under a flat arch."""
    s.path(f"M{x - 3} {y + h + 3}V{y + 4}Q{x + w / 2} {y - 12} {x + w + 3} {y + 4}V{y + h + 3}Z", c.SAND)
    s.path(f"M{x} {y + h}V{y + 6}Q{x + w / 2} {y - 7} {x + w} {y + 6}V{y + h}Z", c.WARM if lit else c.DEEP)
    if not lit:
        s.path(f"M{x} {y + h * 0.62}L{x + w} {y + h * 0.2}V{y + 6}Q{x + w / 2} {y - 7} {x} {y + 6}Z", c.SEA)
    for k in (1, 2):
        s.rect(x + w * k / 3 - 1, y, 2.4, h, c.SAND)
    for k in (1, 2, 3):
        s.rect(x, y + h * k / 4, w, 2.4, c.SAND)


def konserthuset() -> Sheet:
    """The white concert hall one November evening: a high box, a low round foyer, and light in it."""
    s = Sheet(111)
    foot = 700
    s.sky(["#123A48", "#1E5965", "#3F7F88", "#8AB0AC", "#E3C6A4"], foot, 11, 6)
    for x, y, w in ((-60, 170, 620), (420, 110, 700), (1080, 210, 640), (120, 330, 460), (1220, 390, 420)):
        s.cloud(x, y, w, "#2C6470", 0.55)
    s.wood(
        [(-20, 690), (300, 640), (900, 630), (1300, 650), (1640, 690)],
        50,
        ["#1E4A50", "#235257", "#1A4248"],
        40,
    )
    s.rect(0, 660, 1600, 60, "#1A4248")
    white, shade, deep = "#F4F1E6", "#A9C0C0", "#6F949A"
    # the high part, for the music
    s.rect(640, 236, 470, foot - 236, white)
    s.poly([(1110, 236), (1210, 262), (1210, foot), (1110, foot)], deep)
    s.shade(f"M640 236h470v{foot - 236}h-470Z", "#7FA0A4", (700, 300, 1130, 340), 0.75)
    s.rect(632, 226, 486, 14, c.WHITE)
    s.poly([(1118, 226), (1218, 252), (1218, 266), (1118, 240)], "#8FB0B2")
    for k in range(5):
        s.rect(900 + k * 38, 286, 22, 150, c.DEEP)
        s.rect(900 + k * 38, 286, 22, 150, c.WARM, 0.16 + 0.12 * (k % 3))
    s.rect(1140, 330, 40, 60, c.DEEP)
    # low wing to the right
    s.rect(1060, 520, 380, foot - 520, shade)
    s.rect(1052, 510, 396, 12, white)
    for k in range(7):
        s.rect(1086 + k * 50, 560, 34, 70, c.WARM if k in (1, 2, 5) else c.DEEP)
    # the wet square, then the round foyer, all glass
    s.rect(0, foot, 1600, 300, "#1C4450")
    s.path(f"M0 {foot}H1600V{foot + 16}Q800 {foot + 26} 0 {foot + 16}Z", "#28545F")
    left, right, top = 300, 860, 452
    mid, half = (left + right) / 2, (right - left) / 2
    s.path(f"M{left} {top}V{foot}H{right}V{top}Z", "#F7D99B")
    s.glow(mid, 600, 420, c.WARM, 0.65)
    s.path(f"M{left} {top + 40}V{foot - 24}H{right}V{top + 40}Z", "#F6C878")
    s.rect(left, 590, right - left, 7, "#C98A4A")
    for x, h, coat, pose in (
        (380, 62, c.BRICK, "stand"),
        (420, 60, c.INK, "stand"),
        (520, 62, c.SEA, "walk"),
        (590, 60, c.INK, "stand"),
        (622, 62, c.BRICK_DARK, "stand"),
        (720, 62, c.INK, "walk"),
        (780, 60, c.BEECH_DARK, "stand"),
    ):
        s.person(x, foot - 24, h, coat, pose=pose)
        if x not in (520, 720):
            s.person(x + 30, 590, h * 0.8, c.mix(coat, "#F6C878", 0.25), pose="stand")
    for x in (470, 690):
        s.line([(x, top + 30), (x, top + 78)], c.INK, 2)
        s.disc(x, top + 86, 12, c.WHITE)
        s.glow(x, top + 86, 50, c.WHITE, 0.8)
    for k in range(15):
        a = math.pi * k / 14
        x = mid - half * math.cos(a)
        s.rect(x - 3, top + 36, 6, foot - top - 50, white if x < mid + 100 else shade)
    s.path(f"M{left - 8} {top}H{right + 8}V{top + 40}Q{mid} {top + 84} {left - 8} {top + 40}Z", white)
    s.shade(
        f"M{left - 8} {top}H{right + 8}V{top + 40}Q{mid} {top + 84} {left - 8} {top + 40}Z",
        "#4E7E86",
        (mid, top, right + 20, top),
        0.95,
    )
    s.shade(
        f"M{left - 8} {top}H{right + 8}V{top + 40}Q{mid} {top + 84} {left - 8} {top + 40}Z",
        "#4E7E86",
        (mid - 60, top, left - 40, top),
        0.7,
    )
    s.path(
        f"M{left - 16} {top - 4}Q{mid} {top - 26} {right + 16} {top - 4}V{top + 8}Q{mid} {top + 50} {left - 16} {top + 8}Z",
        c.WHITE,
    )
    base = f"M{left - 8} {foot - 30}Q{mid} {foot - 4} {right + 8} {foot - 30}V{foot}Q{mid} {foot + 34} {left - 8} {foot}Z"
    s.path(base, white)
    s.path(base, "#5E8A90", op=0.35)
    s.rect(540, foot - 120, 80, 136, "#FFE6B0")
    s.rect(577, foot - 120, 6, 136, c.INK)
    s.rect(516, foot - 134, 128, 14, c.WHITE)
    fill = s.fade(0, foot, 0, 1000, (0, "#F6C878", 0.75), (1, "#F6C878", 0.04))
    s.path(f"M{left - 8} {foot}Q{mid} {foot + 34} {right + 8} {foot}L{right + 160} 1000H{left - 160}Z", fill)
    fill = s.fade(0, foot, 0, 960, (0, "#DCE8E4", 0.4), (1, "#DCE8E4", 0))
    s.poly([(right, foot + 6), (1110, foot + 6), (1150, 1000), (right + 60, 1000)], fill)
    for k in range(70):
        y = foot + 26 + k * 3.9
        s.ripple(
            s.rnd.uniform(120, 1400),
            y,
            s.rnd.uniform(60, 260),
            2 + k * 0.03,
            s.rnd.choice(("#1C4450", "#163843", "#2B5A64")),
            0.85,
        )
    # bare trees
    for x, h in ((150, 400), (1490, 440)):
        s.path(
            f"M{x - 10} {foot + 30}Q{x - 4} {foot - h * 0.5} {x - 1} {foot - h}h2Q{x + 6} {foot - h * 0.5} {x + 10} {foot + 30}Z",
            c.INK,
        )
        for k in range(15):
            t = k / 15
            y, side = foot - h * (0.2 + 0.74 * t), -1 if k % 2 else 1
            reach = h * (0.34 - 0.24 * t)
            s.line(
                [(x, y), (x + side * reach * 0.5, y - reach * 0.34), (x + side * reach, y - reach * 0.9)],
                c.INK,
                5.5 - 4 * t,
                bend=True,
            )
            s.line(
                [(x + side * reach * 0.55, y - reach * 0.38), (x + side * reach * 1.05, y - reach * 0.46)],
                c.INK,
                3 - 2 * t,
            )
            s.line(
                [(x + side * reach * 0.3, y - reach * 0.2), (x + side * reach * 0.5, y - reach * 0.8)],
                c.INK,
                2.4 - 1.6 * t,
            )
    # the last to arrive
    for x, y, h, coat, face, brolly in (
        (640, 800, 108, c.BRICK, -1, c.WARM),
        (712, 804, 104, c.INK, -1, ""),
        (380, 850, 122, c.INK, 1, c.BRICK),
        (980, 780, 92, c.BEECH_DARK, -1, ""),
        (1180, 830, 112, c.INK, -1, c.SEA_PALE),
    ):
        s.open(f'opacity=".3" transform="translate(0 {2 * y}) scale(1 -1)"')
        s.person(x, y, h, c.INK, pose="walk", face=face, skin=c.INK, hat=c.INK)
        s.close()
        s.person(x, y, h, coat, pose="walk", face=face)
        if brolly:
            s.line([(x + 12 * face, y - h * 0.5), (x + 12 * face, y - h * 1.3)], c.INK, 3)
            s.path(
                f"M{x + 12 * face - h * 0.5} {y - h * 1.02}Q{x + 12 * face} {y - h * 1.62} {x + 12 * face + h * 0.5} {y - h * 1.02}"
                f"q{-h * 0.125} -10 {-h * 0.25} 0t{-h * 0.25} 0t{-h * 0.25} 0t{-h * 0.25} 0Z",
                brolly,
            )
    for _ in range(150):
        rx, ry, rl = s.rnd.uniform(-40, 1640), s.rnd.uniform(-20, 980), s.rnd.uniform(18, 46)
        s.line([(rx, ry), (rx - rl * 0.28, ry + rl)], "#DCEAE6", 1.5, 0.34)
    s.path(
        "M992 772q-20 -8 -16 -40q-8 -10 -2 -20q-4 -24 8 -34q14 4 14 30q10 8 4 20q10 30 -8 44Z", c.BRICK_DARK
    )
    return s


def moving_boxes() -> Sheet:
    """A cargo bicycle loaded with boxes and a plant, outside a green door in a red brick wall."""
    s = Sheet(201, 1200, 1500)
    s.rect(0, 0, 1200, 1500, c.BRICK)
    for r in range(60):
        for k in range(-1, 16):
            if s.rnd.random() < 0.42:
                s.rect(
                    k * 84 + (r % 2) * 42,
                    r * 22,
                    76,
                    17,
                    s.rnd.choice((c.BRICK_PALE, "#B84E38", "#9C3D2D", "#B84E38", "#A2402F", "#8E3628")),
                    0.75,
                )
    s.path("M0 0H1200V1240H0Z", s.fade(300, 400, 1300, 900, (0, c.BRICK_INK, 0), (1, c.BRICK_INK, 0.6)))
    s.poly([(-10, 0), (420, 0), (1010, 1240), (560, 1240), (-10, 300)], "#FFD79A", 0.13)
    # door with its stone and fanlight
    x, w, top, foot = 470, 330, 360, 1180
    stone = "#EAD8B4"
    s.path(f"M{x - 52} {foot}V{top + 165}a{w / 2 + 52} {w / 2 + 52} 0 0 1 {w + 104} 0V{foot}Z", stone)
    s.path(
        f"M{x + w + 10} {foot}V{top + 165}Q{x + w - 10} {top} {x + w / 2} {top - 14}Q{x + w + 40} {top - 20} {x + w + 52} {top + 165}V{foot}Z",
        "#C9AE82",
    )
    for k in range(1, 12):
        a = math.pi * k / 12
        r1, r2, cx, cy = w / 2 + 4, w / 2 + 52, x + w / 2, top + 165
        s.line(
            [(cx - r1 * math.cos(a), cy - r1 * math.sin(a)), (cx - r2 * math.cos(a), cy - r2 * math.sin(a))],
            "#B99C6E",
            2.5,
        )
    s.path(f"M{x} {foot}V{top + 165}a{w / 2} {w / 2} 0 0 1 {w} 0V{foot}Z", c.INK)
    s.path(f"M{x + 12} {top + 165}a{w / 2 - 12} {w / 2 - 12} 0 0 1 {w - 24} 0Z", "#F7D08A")
    for k in range(1, 6):
        a = math.pi * k / 6
        s.line(
            [(x + w / 2, top + 165), (x + w / 2 - 153 * math.cos(a), top + 165 - 153 * math.sin(a))], c.INK, 7
        )
    s.path(f"M{x + w / 2 - 50} {top + 165}a50 50 0 0 1 100 0Z", c.INK)
    s.rect(x + 12, top + 180, w - 24, foot - top - 180, c.SEA)
    for a in (x + 12, x + w / 2 + 4):
        ww = w / 2 - 16
        s.rect(a, top + 180, ww, foot - top - 180, c.SEA)
        for y, h in ((top + 206, 210), (top + 446, 120), (top + 596, 190)):
            s.rect(a + 22, y, ww - 44, h, "#174F5B")
            s.rect(a + 30, y + 8, ww - 52, h - 16, "#27727D")
    s.rect(x + w / 2 - 3, top + 180, 6, foot - top - 180, c.INK)
    s.disc(x + w / 2 + 18, top + 480, 9, c.WARM)
    s.rect(x + w / 2 - 60, top + 426, 36, 10, c.WARM)
    s.shade(f"M{x} {top + 180}h{w}V{foot}h{-w}Z", c.INK, (x + 140, top + 200, x + w + 60, top + 260), 0.6)
    # lamp and number-less plate, window to the right with a neighbour's cat's absence
    s.line([(352, 566), (352, 520), (420, 520)], c.INK, 7)
    s.path("M330 566h44l-8 62h-28Z", "#FFE9B8")
    s.path("M322 568q30 -36 60 0Z", c.INK)
    s.rect(334, 626, 36, 8, c.INK)
    s.glow(352, 596, 150, c.WARM, 0.75)
    s.rect(916, 520, 210, 320, stone)
    s.rect(930, 534, 182, 292, c.DEEP)
    s.poly([(930, 700), (1112, 560), (1112, 640), (930, 780)], c.SEA, 0.7)
    s.rect(1016, 534, 9, 292, stone)
    s.rect(930, 640, 182, 9, stone)
    s.rect(900, 836, 242, 22, "#C9AE82")
    s.rect(926, 804, 190, 36, c.BRICK_DARK)
    for k in range(16):
        fx = 930 + k * 12
        s.grass(fx, 812, s.rnd.uniform(30, 66), s.rnd.choice((c.BEECH, c.BEECH_PALE)), 9)
        if k % 2:
            s.disc(fx + 8, 772 - (k % 3) * 12, 9, s.rnd.choice((c.WARM, c.BLUSH, c.WHITE)))

    # climbing leaves on the left
    def vine(q: float) -> tuple[float, float]:
        return 60 + 180 * math.sin(q * 5) * (1 - q), 1240 - q * 1220

    s.line([vine(q / 20) for q in range(21)], c.BEECH_INK, 6, bend=True)
    for q in range(3, 19, 2):
        (lx, ly), side = vine(q / 20), -1 if q % 4 == 1 else 1
        s.line([(lx, ly), (lx + side * 40, ly - 40), (lx + side * 60, ly - 90)], c.BEECH_INK, 4, bend=True)
    for k in range(190):
        lx, ly = vine(k / 190)
        s.oval(
            lx + s.rnd.gauss(0, 34),
            ly + s.rnd.gauss(0, 14),
            s.rnd.uniform(14, 26),
            s.rnd.uniform(10, 17),
            s.rnd.choice((c.BEECH_DARK, c.BEECH, c.BEECH, c.BEECH_PALE, "#8A5A32")),
            turn=s.rnd.uniform(-60, 60),
        )
    # steps and pavement
    s.rect(380, 1180, 510, 36, stone)
    s.rect(380, 1208, 510, 12, "#B99C6E")
    s.rect(330, 1218, 610, 40, stone)
    s.rect(330, 1248, 610, 12, "#B99C6E")
    s.rect(0, 1256, 1200, 250, "#A7B0A4")
    s.rect(0, 1256, 1200, 12, "#7F8C86")
    for r in range(4):
        for k in range(-1, 11):
            s.path(
                f"M{k * 130 + r * 46} {1274 + r * 62}h118l14 50h-118Z",
                s.rnd.choice(("#B4BCAF", "#9CA79C", "#ABB4A8")),
                op=0.8,
            )
    cargo_bike(s, 600, 1400)
    return s


def cargo_bike(s: Sheet, x: float, foot: float) -> None:
    """A long bicycle with a low wooden box in front, loaded for a removal."""
    s.oval(x, foot + 4, 470, 22, c.INK, 0.35)
    s.open(f'transform="translate({x} {foot})"')
    for wx, r in ((-300, 104), (368, 76)):
        s.ring(wx, -r, r - 6, c.INK, 13)
        s.ring(wx, -r, r - 18, c.SAND, 3)
        for k in range(9):
            a = math.pi * k / 9
            s.line(
                [
                    (wx - (r - 16) * math.cos(a), -r - (r - 16) * math.sin(a)),
                    (wx + (r - 16) * math.cos(a), -r + (r - 16) * math.sin(a)),
                ],
                "#5E6F70",
                1.6,
            )
        s.disc(wx, -r, 12, c.INK)
    # frame
    blue = c.WARM
    s.line([(-300, -104), (-206, -262), (-176, -104), (-300, -104)], blue, 15)
    s.line([(-206, -250), (-70, -228), (-150, -104)], blue, 15)
    s.line([(-84, -330), (-62, -190), (-20, -86), (290, -86), (368, -76)], blue, 17)
    s.line([(330, -170), (368, -76)], blue, 15)
    s.line([(-176, -104), (-20, -86)], blue, 15)
    s.line([(-84, -330), (-92, -362), (-140, -378)], c.INK, 13)
    s.line([(-206, -262), (-214, -300)], c.INK, 13)
    s.path("M-270 -312Q-214 -330 -164 -306Q-160 -296 -180 -294L-250 -288Q-276 -296 -270 -312Z", c.BRICK_INK)
    s.disc(-176, -104, 26, c.INK)
    s.line([(-176, -104), (-150, -60)], c.INK, 9)
    s.rect(-168, -62, 42, 10, c.INK, r=4)
    # what is in the box: boxes, a lamp, a plant
    s.line([(232, -200), (232, -560)], c.INK, 8)
    s.path("M176 -540L204 -640H262L290 -540Z", c.BRICK_PALE)
    s.path("M232 -640H262L290 -540H244Z", c.BRICK)
    s.rect(4, -380, 190, 170, "#D7A96C")
    s.rect(150, -380, 44, 170, "#B98A50")
    s.rect(4, -380, 190, 14, "#E9C68E")
    s.rect(88, -380, 22, 74, "#F2DDB4")
    s.rect(30, -500, 140, 122, "#C99658")
    s.rect(136, -500, 34, 122, "#A87840")
    s.rect(30, -500, 140, 12, "#E2B878")
    s.rect(90, -500, 18, 56, "#EED4A4")
    s.rect(250, -300, 96, 96, c.BRICK)
    s.path("M244 -310h108l-8 26h-92Z", c.BRICK_PALE)
    for k in range(9):
        a = math.radians(-160 + k * 17.5)
        lx, ly = 298 + 118 * math.cos(a), -310 + 150 * math.sin(a)
        s.path(
            f"M298 -308Q{298 + (lx - 298) * 0.3} {-310 + (ly + 310) * 0.9} {lx} {ly}Q{298 + (lx - 298) * 0.8} {-310 + (ly + 310) * 0.4} 298 -308Z",
            (c.BEECH_DARK, c.BEECH, c.BEECH_PALE)[k % 3],
        )
    # the wooden box itself
    s.path("M-44 -232H372L340 -96H-20Z", "#8A5A3A")
    s.path("M-44 -232H372L366 -206H-38Z", "#B27D50")
    s.path("M-34 -190H362L354 -154H-30Z", "#9C6A44")
    s.shade("M-44 -232H372L340 -96H-20Z", c.BRICK_INK, (120, -200, 400, -160), 0.8)
    s.path(
        "M60 -240q60 64 150 6l6 -4q-40 90 -100 70q-50 -10 -56 -72Z", c.SEA_PALE
    )  # a scarf or a blanket hanging out
    s.path("M84 -214q50 30 104 -10l4 14q-50 40 -100 14Z", c.CREAM)
    s.close()
