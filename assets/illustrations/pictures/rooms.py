# ruff: noqa: E501 - the paths of a drawing are long
"""Indoors: a studio, a table with many hands, a potter's wheel, an organ, a shared office."""

import math

import palette as c
from parts import Sheet


def studio() -> Sheet:
    """A desk by a wide window over the roofs; on the paper, the view has begun to turn into a picture."""
    s = Sheet(141)
    # the view
    s.open('transform="translate(0 -60)"')
    s.sky(["#86BDBB", "#BFDBCF", c.SKY_PALE, c.CREAM, "#FBDDAE"], 430, 8)
    s.sun(980, 260, 70, "#FFF6DF", "#FFEFC8")
    s.cloud(420, 210, 330, c.WHITE, 0.7)
    s.cloud(1050, 190, 260, c.WHITE, 0.6)
    s.denmark(432, 620, 0.8, "#8FB0AE")
    s.sea(430, 640, ["#CADFD2", c.SEA_PALE, "#5FA3A3", c.SEA_MID], 6)
    s.glints(980, 438, 600, 90, "#FFF6DF", 34)
    s.path("M800 478h130l-8 14H808Z", c.DEEP)
    s.path("M810 478l6 -14h98l6 14Z", c.WHITE)
    s.rect(840, 452, 12, 12, c.BRICK)
    s.rect(876, 452, 12, 12, c.BRICK)
    s.rect(280, 600, 1040, 150, c.BRICK_DARK)
    for x, y, w, h, wall, tile in (
        (300, 640, 180, 80, "#E1C493", c.BRICK),
        (470, 650, 150, 60, c.CREAM, c.BRICK_DARK),
        (640, 660, 190, 74, "#D9A98A", c.BRICK_PALE),
        (860, 664, 160, 60, c.CREAM, c.BRICK),
        (1030, 650, 190, 90, "#C9B38A", c.BRICK_DARK),
        (1200, 640, 140, 60, c.CREAM, c.BRICK),
        (370, 720, 220, 76, c.BRICK_PALE, c.BRICK_DARK),
        (620, 730, 170, 70, "#9DAE9F", c.BRICK),
        (810, 724, 210, 66, "#E1C493", c.BRICK_DARK),
        (1050, 730, 210, 78, c.CREAM, c.BRICK),
    ):
        s.house(x, y, w, h, 52, wall, tile, c.DEEP, c.WARM)
    s.close()
    s.path(
        "M716 604C700 584 736 570 722 550C712 534 744 526 742 506C752 530 730 540 738 556C748 576 722 586 730 604Z",
        c.WHITE,
        op=0.7,
    )
    # the wall around it
    wall, left, right, top, sill = "#17505C", 300, 1300, 84, 650
    s.path(f"M0 0H1600V1000H0ZM{left} {top}V{sill}H{right}V{top}Z" + '" fill-rule="evenodd', wall)
    s.shade(f"M{right} 0H1600V1000H{right}Z", c.INK, (right - 80, 300, 1600, 400), 0.7)
    s.poly([(0, 1000), (0, 700), (left, 640), (left, 1000)], "#0F3D4A", 0.5)
    frame = c.CREAM
    for x in (left - 16, 620, 964, right - 2):
        s.rect(x, top - 16, 18, sill - top + 22, frame)
        s.rect(x + 12, top - 16, 6, sill - top + 22, c.SAND_DARK, 0.6)
    s.rect(left - 16, top - 16, right - left + 32, 18, frame)
    s.rect(left - 8, 250, right - left + 16, 11, frame)
    s.rect(left - 46, sill - 6, right - left + 92, 26, c.WHITE)
    s.rect(left - 46, sill + 14, right - left + 92, 8, c.SAND_DARK)
    # a gull looks in
    s.open(f'transform="translate(1110 {sill - 6}) scale(1.5)"')
    s.line([(-6, -12), (-6, 0)], c.WARM, 3)
    s.line([(5, -12), (5, 0)], c.WARM, 3)
    s.path(
        "M-44 -22Q-20 -46 10 -44Q16 -66 32 -62Q42 -58 42 -50Q36 -44 30 -40Q26 -12 -4 -10Q-28 -12 -44 -22Z",
        c.WHITE,
    )
    s.path("M-50 -20Q-24 -42 8 -36Q2 -16 -22 -18Z", "#7F9CA2")
    s.path("M-50 -20l-18 4 22 2Z", c.INK)
    s.path("M41 -55l16 6-16 4Z", c.WARM)
    s.disc(34, -54, 2.4, c.INK)
    s.close()
    # a picture on either wall, a string of sketches
    for x, y, w, h, sky, sea in (
        (70, 150, 160, 210, c.APRICOT, c.SEA_MID),
        (1376, 190, 150, 190, c.SKY, c.BRICK),
    ):
        s.rect(x - 8, y - 8, w + 16, h + 16, c.INK, 0.3)
        s.rect(x - 10, y - 12, w + 16, h + 16, c.SAND)
        s.rect(x, y, w - 4, h - 4, sky)
        s.rect(x, y + h * 0.6, w - 4, h * 0.4 - 4, sea)
        s.disc(x + w * 0.6, y + h * 0.4, w * 0.17, c.CREAM)
    s.line([(40, 470), (160, 496), (270, 470)], c.INK, 2, bend=True)
    for x, y, colour, turn in ((70, 480, c.CREAM, -4), (136, 494, c.BLUSH, 3), (204, 484, c.SKY, -3)):
        s.open(f'transform="rotate({turn} {x} {y})"')
        s.rect(x, y, 50, 66, colour)
        s.rect(x + 20, y - 6, 8, 16, c.WARM)
        s.close()
    s.path("M80 530l14 -22 12 12 8 -8 2 20Z", c.SEA)
    # the desk
    s.poly([(-10, 772), (1610, 772), (1610, 1010), (-10, 1010)], "#C99A5E")
    for y, x1, x2 in (
        (806, 40, 700),
        (838, 600, 1560),
        (884, 60, 460),
        (930, 900, 1580),
        (968, 140, 900),
        (862, 1000, 1330),
    ):
        s.line([(x1, y), ((x1 + x2) / 2, y + 5), (x2, y - 1)], "#AE7F48", 3, 0.7, bend=True)
    s.rect(-10, 764, 1620, 14, "#E0B87C")
    s.poly([(300, 778), (1300, 778), (1130, 1000), (60, 1000)], "#FFE9B8", 0.22)
    # the paper with the tower on it, half painted
    s.open('transform="translate(800 860) rotate(-3)"')
    s.poly([(-236, -70), (224, -70), (262, 124), (-276, 124)], c.INK, 0.25)
    s.poly([(-240, -78), (220, -78), (256, 114), (-280, 114)], c.WHITE)
    s.poly([(-212, -64), (192, -64), (200, -20), (-222, -20)], "#BFDBCF")
    s.poly([(-222, -20), (200, -20), (206, 14), (-230, 14)], c.SEA_PALE)
    s.path("M-230 14H206L212 44Q120 60 60 40T-120 52T-238 48Z", c.SEA_MID)
    s.disc(90, -40, 18, "#FFE9B8")
    s.poly([(-92, -52), (-30, -52), (-28, 36), (-98, 36)], c.BRICK)
    s.poly([(-46, -52), (-30, -52), (-28, 36), (-44, 36)], c.BRICK_DARK)
    s.battlements(-95, -52, 68, 4, 11, c.BRICK)
    s.path("M-238 48Q-130 30 -60 34T10 56L-30 62T-160 70Z", c.BEECH)
    s.line([(40, 70), (90, 66), (140, 78), (196, 70)], "#9AA9A4", 2.5, 0.9, bend=True)
    s.line([(60, 88), (120, 84), (180, 92)], "#9AA9A4", 2.5, 0.9, bend=True)
    s.close()
    # brush on its way, brushes in a jar, a mug, paints, a lamp
    s.open('transform="translate(1010 900) rotate(32)"')
    s.rect(-150, -6, 160, 11, c.BRICK, r=5)
    s.rect(-178, -7, 32, 13, "#9AA9A4")
    s.path("M-178 -8Q-206 -6 -222 2Q-204 8 -178 7Z", c.INK)
    s.close()
    for dx, dy, turn, colour in (
        (-26, -120, -12, c.BRICK),
        (-6, -150, -3, c.INK),
        (14, -128, 6, c.WARM),
        (32, -112, 14, c.SEA_PALE),
    ):
        s.open(f'transform="translate({430 + dx} 776) rotate({turn})"')
        s.rect(-4, dy, 8, -dy, colour)
        s.rect(-6, dy - 20, 12, 22, "#C3CEC6")
        s.path(f"M-7 {dy - 20}Q-8 {dy - 44} 0 {dy - 56}Q8 {dy - 44} 7 {dy - 20}Z", "#4A2F25")
        s.close()
    s.path("M384 740H476L468 840Q430 852 392 840Z", "#6F949A")
    s.path("M440 740H476L468 840Q456 848 440 848Z", "#4A6C71")
    s.rect(382, 734, 96, 12, c.SKY)
    s.oval(1300, 872, 86, 16, c.INK, 0.25)
    s.path("M1236 776H1352L1342 862Q1294 878 1246 862Z", c.BRICK_PALE)
    s.path("M1312 776H1352L1342 862Q1330 868 1312 870Z", c.BRICK)
    s.oval(1294, 778, 58, 12, c.BRICK_DARK)
    s.oval(1294, 780, 48, 8, "#3A1F18")
    s.path("M1350 792q40 -2 32 32q-8 26 -36 20l2 -14q18 2 20 -12q2 -14 -16 -12Z", c.BRICK)
    s.path(
        "M1280 760C1262 730 1300 716 1284 686C1278 668 1300 656 1300 640C1308 668 1292 676 1298 694C1308 724 1276 736 1292 760Z",
        c.WHITE,
        op=0.6,
    )
    s.rect(480, 900, 200, 66, c.INK, r=8)
    for k, colour in enumerate((c.BRICK, c.WARM, c.SAND, c.BEECH, c.SEA_MID, c.DEEP, c.BLUSH, c.WHITE)):
        s.rect(490 + (k % 4) * 47, 907 + (k // 4) * 27, 40, 22, colour, r=5)
    s.oval(150, 876, 110, 18, c.INK, 0.25)
    s.path("M96 800H204L192 874Q150 886 108 874Z", c.CREAM)
    s.path("M164 800H204L192 874Q180 880 164 880Z", c.SAND_DARK)
    for k in range(11):
        a = math.radians(-168 + k * 15.6)
        lx, ly = 150 + 130 * math.cos(a), 800 + 190 * math.sin(a)
        s.path(
            f"M150 804Q{150 + (lx - 150) * 0.25} {800 + (ly - 800) * 0.85} {lx} {ly}Q{150 + (lx - 150) * 0.9} {800 + (ly - 800) * 0.5} 150 804Z",
            (c.BEECH_DARK, c.BEECH, c.BEECH_PALE)[k % 3],
        )
    s.line([(1500, 800), (1450, 560), (1330, 470)], c.INK, 11)
    s.disc(1450, 560, 13, c.INK)
    s.path("M1430 800q70 -26 140 0v14h-140Z", c.INK)
    s.path("M1340 440L1240 500Q1270 560 1330 548L1366 486Z", c.WARM)
    s.path("M1240 500Q1270 560 1330 548Q1290 540 1240 500Z", "#FFF0C8")
    return s


def language_cafe() -> Sheet:
    """A round table seen from above: five people, cups, notebooks, buns, many hands."""
    s = Sheet(151)
    s.rect(0, 0, 1600, 1000, c.DEEP)
    for k in range(13):
        s.rect(0, k * 80, 1600, 77, s.rnd.choice(("#17505C", "#154A56", "#1A5662")))
        for _ in range(3):
            s.rect(s.rnd.uniform(0, 1600), k * 80, 3, 77, c.DEEP)
    cx, cy, r = 800, 500, 318
    s.glow(cx, cy, 780, c.WARM, 0.5)
    s.open('transform="translate(800 520) scale(.93) translate(-800 -500)"')
    s.oval(cx + 26, cy + 34, r + 22, r + 20, c.INK, 0.4)
    people = [
        (-90, c.BRICK, c.SKINS[1], c.HAIR[3], 1),
        (-18, c.WARM, c.SKINS[3], c.HAIR[0], 2),
        (54, c.BEECH, c.SKINS[0], c.HAIR[4], 1),
        (126, c.SKY, c.SKINS[4], "#B84A55", 3),
        (198, c.SEA_MID, c.SKINS[2], c.HAIR[1], 2),
    ]

    def seat(a: float) -> str:
        return f'transform="translate({cx} {cy}) rotate({a + 90})"'

    for a, coat, _, _, _ in people:  # chairs and bodies, under the table's edge
        s.open(seat(a))
        s.rect(-70, -r - 186, 140, 80, "#7A4A2A", r=26)
        s.oval(0, -r - 70, 118, 56, c.INK, 0.35)
        s.oval(0, -r - 82, 116, 58, coat)
        s.path(
            f"M0 {-r - 140}Q112 {-r - 136} 116 {-r - 82}Q110 {-r - 30} 20 {-r - 25}Q70 {-r - 80} 0 {-r - 140}Z",
            c.mix(coat, c.INK, 0.22),
        )
        s.close()
    s.disc(cx, cy, r + 8, "#A87840")
    s.disc(cx, cy, r, "#E3BD82")
    for k in range(4):
        s.ring(cx - 60, cy - 30, 50 + k * 52, "#D2A768", 4, 0.6)
    s.shade(
        f"M{cx - r} {cy}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0Z",
        "#8A5A32",
        (cx - 60, cy - 80, cx + r, cy + r),
        0.6,
    )
    # buns in the middle, a candle
    s.disc(cx + 6, cy + 8, 96, c.INK, 0.22)
    s.disc(cx, cy, 96, c.WHITE)
    s.disc(cx, cy, 80, "#E6ECE6")
    for k in range(5):
        a = math.tau * k / 5 + 0.4
        bx, by = cx + 46 * math.cos(a), cy + 46 * math.sin(a)
        if k == 3:
            for _ in range(7):
                s.disc(bx + s.rnd.uniform(-16, 16), by + s.rnd.uniform(-16, 16), 3, "#B97A3C")
            continue
        s.disc(bx, by, 30, "#B9743A")
        s.disc(bx - 2, by - 2, 27, "#D9994F")
        turn = [
            (bx + (4 + q * 2.6) * math.cos(q * 0.9 + k), by + (4 + q * 2.6) * math.sin(q * 0.9 + k))
            for q in range(9)
        ]
        s.line(turn, "#8A4F26", 4.5, bend=True)
        for _ in range(6):
            s.disc(bx + s.rnd.uniform(-18, 18), by + s.rnd.uniform(-18, 18), 2.4, c.WHITE)
    s.disc(cx, cy, 15, c.SEA)
    s.disc(cx, cy, 10, "#FFE9B8")
    s.disc(cx, cy, 4, c.WARM)
    s.glow(cx, cy, 90, "#FFE9B8", 0.55)
    # what lies before each
    for i, (a, coat, _, _, _) in enumerate(people):
        s.open(seat(a))
        if i in (0, 2, 4):
            s.open(f'transform="rotate({-8 + i * 5} 0 {-r + 112})"')
            s.rect(-66, -r + 74, 136, 92, c.INK, 0.2, r=6)
            s.rect(-70, -r + 68, 136, 92, c.CREAM, r=5)
            s.rect(-3, -r + 68, 3, 92, c.SAND_DARK)
            for q in range(5):
                for side in (-60, 8):
                    s.line(
                        [(side, -r + 84 + q * 15), (side + s.rnd.uniform(26, 48), -r + 84 + q * 15)],
                        "#6F949A",
                        3.5,
                    )
            s.close()
        else:
            for q, colour in enumerate((c.BRICK_PALE, c.SEA_PALE, c.BEECH_PALE)):
                s.open(f'transform="rotate({-24 + q * 22} 0 {-r + 20})"')
                s.rect(-30, -r + 82, 60, 80, c.WHITE, r=6)
                s.rect(-24, -r + 88, 48, 56, colour, r=3)
                if q == 0:
                    s.path(f"M-16 {-r + 136}v-22l16 -16 16 16v22Z", c.CREAM)
                elif q == 1:
                    s.path(f"M-16 {-r + 130}h34l-8 10h-20ZM0 {-r + 126}v-30l14 28Z", c.CREAM)
                else:
                    s.disc(0, -r + 112, 15, c.CREAM)
                    s.rect(-3, -r + 118, 6, 24, c.CREAM)
                s.close()
        side = 118
        s.disc(side + 3, -r + 132, 47, c.INK, 0.22)
        s.disc(side, -r + 128, 46, c.WHITE)
        s.rect(side - 46 if side < 0 else side + 30, -r + 122, 18, 12, c.WHITE)
        s.disc(side, -r + 128, 31, c.mix(coat, c.WHITE, 0.35))
        s.disc(side, -r + 128, 26, "#5A3322" if i % 3 else "#B9853F")
        s.path(f"M{side - 14} {-r + 116}q10 -10 22 -4", "none", c.CREAM, 3, 0.7)
        s.close()
    # arms over the edge, hands, and heads on top
    for i, (a, coat, skin, hair, style) in enumerate(people):
        dark = c.mix(coat, c.INK, 0.14)
        s.open(seat(a))
        cup = 118
        far = (cup * 0.86, -r + 96)
        near = (-cup * 0.34, -r + 92)
        if i in (1, 3):
            near = (-cup * 0.5, -r + 150)
        for (hx, hy), sx in ((far, 1 if cup > 0 else -1), (near, -1 if cup > 0 else 1)):
            s.line([(sx * 92, -r - 78), (sx * 112, -r - 6), (hx * 0.92, hy - 26)], dark, 46)
            s.line([(hx * 0.96, hy - 22), (hx, hy + 2)], skin, 27)
            s.oval(hx, hy + 8, 20, 23, skin)
            away = 1 if hx < 0 else -1
            s.line([(hx + away * 12, hy + 2), (hx + away * 25, hy + 18)], skin, 11)
            for q in (-9, 0, 9):
                s.line([(hx + q, hy + 18), (hx + q * 1.1, hy + 34)], skin, 9)
        if i == 0:
            s.line([(near[0] + 6, near[1] + 40), (near[0] - 22, near[1] - 6)], c.WARM, 6)
        s.disc(0, -r - 72, 60, c.INK, 0.25)
        s.oval(0, -r - 56, 40, 42, skin)
        s.path(f"M-9 {-r - 22}q9 18 18 0Z", skin)
        s.disc(0, -r - 82, 56, hair)
        if style == 2:
            for q in range(12):
                t = math.tau * q / 12
                s.disc(50 * math.cos(t), -r - 82 + 50 * math.sin(t), 15, hair)
        elif style == 3:
            s.path(
                f"M-56 {-r - 82}Q-50 {-r - 28} 0 {-r - 34}Q50 {-r - 28} 56 {-r - 82}Q54 {-r - 150} 0 {-r - 150}Q-54 {-r - 150} -56 {-r - 82}Z",
                hair,
            )
            s.path(f"M-30 {-r - 130}Q0 {-r - 60} 36 {-r - 126}", "none", c.mix(hair, c.INK, 0.3), 4)
        else:
            if i == 0:
                s.disc(0, -r - 130, 26, c.mix(hair, c.INK, 0.18))
            s.path(f"M-34 {-r - 110}Q0 {-r - 70} 30 {-r - 122}", "none", c.mix(hair, c.WHITE, 0.25), 4, 0.8)
        s.close()
    s.close()
    return s


def clay() -> Sheet:
    """A salt-glazed jug still on the potter's wheel, a window towards the sea, the shelf with those that are done."""
    s = Sheet(161, 1200, 1500)
    s.rect(0, 0, 1200, 1500, "#2B6670")
    s.path("M0 0H1200V1500H0Z", s.fade(300, 300, 1250, 1100, (0, c.INK, 0), (1, c.INK, 0.55)))
    # window
    s.rect(96, 130, 420, 520, c.CREAM)
    s.clip("M116 150H496V630H116Z")
    s.open('transform="translate(0 110)"')
    s.sky(["#86BDBB", c.SKY, c.CREAM, "#FBDDAE"], 350, 7)
    s.sun(330, 220, 58, "#FFF6DF", "#FFEFC8", 2)
    s.sea(350, 560, [c.SEA_PALE, c.SEA_MID, c.SEA], 5)
    s.glints(330, 356, 520, 70, "#FFF6DF", 26)
    s.sailboat(200, 390, 0.5, c.DEEP, c.WHITE, c.SKY)
    s.close()
    s.path("M100 560Q240 500 330 560T520 570V640H100Z", c.BEECH_DARK)
    s.close()
    s.rect(300, 140, 13, 500, c.CREAM)
    s.rect(110, 330, 390, 11, c.CREAM)
    s.rect(70, 640, 472, 26, c.WHITE)
    s.rect(70, 660, 472, 10, c.SAND_DARK)
    s.poly([(116, 680), (496, 680), (1040, 1500), (520, 1500)], "#FFE3A3", 0.13)
    # shelves with finished pots
    for y in (330, 600):
        s.rect(640, y, 600, 20, "#8A5A3A")
        s.rect(640, y, 600, 6, "#B27D50")
        s.rect(640, y + 20, 600, 16, c.INK, 0.35)
    pots = (
        (690, 330, 90, 130, "#B9743A", c.SEA),
        (810, 330, 70, 90, c.SAND, c.BRICK),
        (905, 330, 100, 150, "#6F949A", c.CREAM),
        (1040, 330, 80, 110, c.BRICK_PALE, c.CREAM),
        (680, 600, 110, 120, c.SAND_DARK, c.SEA),
        (815, 600, 70, 150, c.BRICK, c.CREAM),
        (920, 600, 120, 90, "#9A6A3E", c.SAND),
        (1065, 600, 84, 130, c.SEA_PALE, c.BRICK),
    )
    for x, y, w, h, one, two in pots:
        d = (
            f"M{x + w * 0.28} {y - h}H{x + w * 0.72}L{x + w * 0.68} {y - h * 0.84}Q{x + w * 1.06} {y - h * 0.66} {x + w} {y - h * 0.3}"
            f"Q{x + w * 0.94} {y - h * 0.04} {x + w * 0.78} {y}H{x + w * 0.22}Q{x + w * 0.06} {y - h * 0.04} {x} {y - h * 0.3}"
            f"Q{x - w * 0.06} {y - h * 0.66} {x + w * 0.32} {y - h * 0.84}Z"
        )
        s.path(d, one)
        s.clip(d)
        s.rect(x - 10, y - h * 0.56, w + 20, h * 0.07, two)
        s.rect(x - 10, y - h * 0.44, w + 20, h * 0.03, two)
        s.rect(x + w * 0.64, y - h, w, h, c.INK, 0.28)
        s.close()
    # the wheel: bench, wheel head, turning clay water
    s.poly([(90, 1190), (1110, 1190), (1170, 1500), (30, 1500)], "#6B4630")
    s.poly([(90, 1190), (1110, 1190), (1120, 1236), (80, 1236)], "#9C6A44")
    s.shade("M90 1190H1110L1170 1500H30Z", c.INK, (400, 1200, 1200, 1400), 0.7)
    s.oval(600, 1196, 420, 74, c.INK, 0.45)
    s.path("M210 1150Q210 1086 600 1086T990 1150V1186Q990 1250 600 1250T210 1186Z", "#4A6C71")
    s.oval(600, 1150, 390, 66, "#8FB0B0")
    s.oval(600, 1148, 360, 58, "#A9C0BC")
    for k, (rx, op) in enumerate(((330, 0.9), (296, 0.7), (268, 0.8))):
        s.add(
            f'<ellipse cx="600" cy="1146" rx="{rx}" ry="{rx * 0.165:.0f}" fill="none" stroke="#7FA09E" stroke-width="5" opacity="{op}" '
            f'stroke-dasharray="{380 - k * 60} {90 + k * 40}"/>'
        )
    s.oval(600, 1142, 250, 36, "#5A3A28", 0.55)
    # the jug
    body = (
        "M512 452H688L680 540Q676 580 716 640Q838 760 826 900Q812 1050 716 1130Q600 1166 484 1130Q388 1050 374 900"
        "Q362 760 484 640Q524 580 520 540Z"
    )
    s.path("M676 530Q850 490 888 620Q914 760 806 830L790 796Q862 740 840 634Q814 552 684 582Z", "#7A4526")
    s.path("M676 530Q850 490 888 620Q892 660 888 690Q872 540 684 552Z", "#B9743A")
    s.path(body, "#A9683A")
    s.clip(body)
    s.path("M340 430H860V600Q760 690 600 680T340 620Z", "#8A5230")
    s.path("M340 600Q420 690 600 694T860 600V640Q760 724 600 716T340 640Z", "#C98B52")
    for y, h, colour in ((760, 16, c.DEEP), (788, 6, c.DEEP), (1010, 16, c.DEEP), (994, 6, c.DEEP)):
        s.path(f"M340 {y}Q600 {y + 66} 860 {y}V{y + h}Q600 {y + h + 66} 340 {y + h}Z", colour)
    # a wave, painted before firing
    for k in range(6):
        x = 392 + k * 80
        y = 884 + 40 * math.sin(math.pi * (k + 0.5) / 6)
        s.path(
            f"M{x - 30} {y + 20}Q{x - 10} {y - 40} {x + 26} {y - 24}Q{x + 50} {y - 8} {x + 30} {y + 6}Q{x + 34} {y - 14} {x + 14} {y - 12}"
            f"Q{x} {y - 4} {x + 6} {y + 18}Q{x + 30} {y + 36} {x + 56} {y + 22}V{y + 34}Q{x + 20} {y + 52} {x - 30} {y + 32}Z",
            c.DEEP,
        )
    for _ in range(420):
        s.disc(
            s.rnd.uniform(370, 830),
            s.rnd.uniform(450, 1150),
            s.rnd.uniform(1.2, 3),
            s.rnd.choice(("#D9A269", "#6B3D22", "#C58A50")),
            0.75,
        )
    s.close()
    s.shade(body, "#3A1D12", (560, 800, 850, 860), 0.95)
    s.path(
        "M432 760Q400 830 412 930Q420 980 440 1010Q424 900 452 800Q466 740 500 690Q460 714 432 760Z",
        "#F2CB94",
        op=0.85,
    )
    s.path("M540 560Q548 520 544 476h20Q566 520 558 566Z", "#F2CB94", op=0.7)
    s.path("M496 440Q470 452 462 476Q490 492 520 486Q600 500 696 478L700 446Z", "#8A5230")
    s.oval(600, 446, 98, 22, "#B9743A")
    s.oval(600, 448, 80, 14, "#2C140C")
    s.path("M506 442Q476 440 452 466Q474 478 512 470Z", "#B9743A")
    # water bowl, sponge, tools
    s.oval(196, 1216, 120, 24, c.INK, 0.4)
    s.path("M86 1120H306Q300 1206 236 1216H156Q92 1206 86 1120Z", c.SAND)
    s.path("M230 1120H306Q300 1206 236 1216H220Z", c.SAND_DARK)
    s.oval(196, 1122, 110, 22, c.SAND_DARK)
    s.oval(196, 1124, 96, 16, c.SEA_MID)
    s.line([(960, 1230), (1090, 1186)], "#D9B06A", 14)
    s.line([(1090, 1186), (1130, 1172)], c.INK, 7)
    s.path("M900 1240q10 -50 60 -46t56 46q-60 18 -116 0Z", c.WARM)
    for k in range(7):
        s.disc(924 + k * 12, 1226 - (k % 3) * 9, 4, "#C7762F")
    return s


def violin_organ() -> Sheet:
    """An organ in a high brick church, light falling from one side, someone practising, a violin on the bench."""
    s = Sheet(171, 1200, 1500)
    s.rect(0, 0, 1200, 1500, "#123E4A")
    # vault
    for x, w, colour in ((-140, 1480, "#1B525D"), (60, 1080, "#246069"), (170, 860, "#2F6E75")):
        s.path(
            f"M{x} 1500V{560}Q{x + w * 0.08} 140 {x + w / 2} {20 + (1480 - w) * 0.12}Q{x + w * 0.92} 140 {x + w} 560V1500Z",
            colour,
        )
    for x, w in ((60, 1080), (170, 860)):
        s.path(
            f"M{x} 1500V560Q{x + w * 0.08} 140 {x + w / 2} {20 + (1480 - w) * 0.12}Q{x + w * 0.92} 140 {x + w} 560V1500",
            "none",
            c.BRICK_DARK,
            26,
        )
        s.path(
            f"M{x} 1500V560Q{x + w * 0.08} 140 {x + w / 2} {20 + (1480 - w) * 0.12}Q{x + w * 0.92} 140 {x + w} 560V1500",
            "none",
            c.BRICK,
            10,
        )
    # tall windows either side
    for x, lit in ((-20, True), (1094, False)):
        s.path(
            f"M{x} 1000V420Q{x + 10} 330 {x + 63} 290Q{x + 116} 330 {x + 126} 420V1000Z",
            c.SAND if lit else c.BRICK_INK,
        )
        s.path(
            f"M{x + 14} 990V424Q{x + 20} 350 {x + 63} 316Q{x + 106} 350 {x + 112} 424V990Z",
            "#FFE9B8" if lit else c.SEA,
        )
        for k in range(6):
            s.rect(x + 14, 460 + k * 90, 98, 6, c.BRICK_INK)
        s.rect(x + 60, 316, 6, 680, c.BRICK_INK)
    # the case
    wood, pale, dark = "#7A4526", "#A9683A", "#4A2A1C"
    s.rect(250, 900, 700, 330, wood)
    s.shade("M250 900H950V1230H250Z", dark, (400, 900, 1000, 960), 0.9)
    s.rect(214, 884, 772, 30, pale)
    s.rect(214, 906, 772, 10, dark)
    towers = ((262, 120, 400), (382, 130, 560), (512, 176, 260), (688, 130, 560), (818, 120, 400))
    for i, (x, w, top) in enumerate(towers):
        s.rect(x - 8, top, w + 16, 890 - top, dark)
        count = 5 if w < 150 else 7
        step = w / count
        for k in range(count):
            mid = abs(k - (count - 1) / 2)
            rise = (k if i == 3 else count - 1 - k) * 26
            px, py = x + k * step, top + 44 + (mid * 20 if i not in (1, 3) else (100 - rise * 0.8))
            foot = 800 - (60 - mid * 20 if i not in (1, 3) else 30)
            s.rect(px + 1, py, step - 2, foot - py, "#F0D9A2")
            s.rect(px + 1 + (step - 2) * 0.56, py, (step - 2) * 0.44, foot - py, "#B98A50")
            s.rect(px + 3, py + 6, 3, foot - py - 12, c.WHITE)
            s.path(
                f"M{px + 2} {foot}H{px + step - 2}L{px + step / 2 + 3} 884H{px + step / 2 - 3}Z", "#D5B071"
            )
            s.path(
                f"M{px + step / 2} {foot}H{px + step - 2}L{px + step / 2 + 3} 884H{px + step / 2}Z", "#94683A"
            )
            s.path(f"M{px + 4} {foot - 6}Q{px + step / 2} {foot - 34} {px + step - 4} {foot - 6}Z", dark)
            s.oval(px + step / 2, py + 1, step / 2 - 1, 5, dark)
        if i in (1, 3):
            s.poly([(x - 8, top + 20), (x + w + 8, top + 20), (x + w + 8, top - 4), (x - 8, top - 4)], pale)
        else:
            s.rect(x - 18, top - 6, w + 36, 34, pale)
            s.rect(x - 18, top + 20, w + 36, 8, dark)
            for k in range(5):
                bx = x + w * (k + 0.5) / 5
                s.path(f"M{bx - 12} {top + 28}q12 26 24 0Z", c.WARM)
    s.path("M494 256L600 150 706 256Z", wood)
    s.path("M600 150L706 256H600Z", dark)
    s.path("M488 260L600 146 712 260", "none", pale, 14)
    s.disc(600, 222, 17, c.WARM)
    for x in (322, 878):
        s.path(f"M{x} 394v-46", "none", pale, 10)
        s.disc(x, 340, 17, c.WARM)
    # a swallow has found its way in
    s.path(
        "M690 118Q660 96 626 100Q650 112 662 124Q640 128 620 146Q652 140 676 134Q694 150 700 176Q706 150 704 130Q730 122 748 98Q716 104 700 116Z",
        c.INK,
    )
    # light from the left
    s.poly([(40, 330), (112, 420), (760, 1500), (120, 1500), (0, 1260), (0, 420)], "#FFE3A3", 0.16)
    s.poly([(112, 430), (112, 700), (520, 1500), (300, 1500)], "#FFE3A3", 0.14)
    for _ in range(60):
        t = s.rnd.random()
        s.disc(60 + 480 * t + s.rnd.uniform(-80, 180), 420 + 980 * t, s.rnd.uniform(1, 2.8), "#FFF0C8", 0.7)
    # panels, console, the one who plays
    for x in (276, 372, 762, 858):
        s.rect(x, 940, 70, 240, dark, 0.6)
        s.rect(x + 8, 948, 54, 224, pale, 0.35)
    s.rect(456, 930, 288, 300, dark)
    s.rect(474, 946, 252, 60, "#5A3A28")
    s.rect(540, 950, 120, 66, c.CREAM)
    s.rect(599, 950, 3, 66, c.SAND_DARK)
    for k in range(5):
        s.rect(550, 962 + k * 11, 42, 2.5, "#6F949A")
        s.rect(608, 962 + k * 11, 42, 2.5, "#6F949A")
    for y in (1030, 1052):
        s.rect(474, y, 252, 17, c.CREAM)
        for k in range(30):
            s.rect(476 + k * 8.4, y, 5 if k % 7 not in (2, 6) else 1, 9 if k % 7 not in (2, 6) else 17, c.INK)
    for x in (492, 512, 688, 708):
        for y in (960, 984):
            s.disc(x, y, 6.5, c.CREAM)
    for x in (462, 738):
        s.rect(x - 5, 984, 10, 50, c.CREAM)
        s.path(f"M{x - 6} 980q6 -26 12 0q-6 8 -12 0Z", c.WARM)
        s.glow(x, 974, 110, c.WARM, 0.75)
    s.rect(456, 1180, 288, 60, "#3A1F18")
    for k in range(13):
        s.rect(476 + k * 20, 1188, 12, 52, "#94683A" if k % 2 else pale)
    s.path("M520 1240Q500 1090 552 1054Q600 1034 648 1054Q700 1090 680 1240Z", c.BRICK)
    s.path("M610 1040Q640 1044 648 1054Q700 1090 680 1240H640Q660 1120 610 1040Z", c.BRICK_DARK)
    s.line([(536, 1090), (498, 1120), (520, 1056)], c.BRICK, 34)
    s.line([(664, 1090), (702, 1120), (680, 1056)], c.BRICK_DARK, 34)
    s.disc(521, 1046, 14, c.SKINS[2])
    s.disc(680, 1046, 14, c.SKINS[2])
    s.rect(586, 1020, 28, 36, c.SKINS[2])
    s.oval(600, 992, 42, 48, c.HAIR[0])
    s.disc(600, 938, 22, c.HAIR[0])
    # bench, floor, the violin
    s.rect(440, 1236, 320, 24, pale)
    s.rect(440, 1256, 320, 8, dark)
    for x in (462, 718):
        s.rect(x, 1262, 22, 110, wood)
    s.rect(0, 1360, 1200, 150, "#0F3540")
    s.poly([(0, 1360), (1200, 1360), (1200, 1372), (0, 1372)], "#2F6E75")
    for k in range(9):
        s.line([(600 + (k - 4) * 130, 1372), (600 + (k - 4) * 230, 1500)], "#1B525D", 4)
    s.line([(0, 1426), (1200, 1426)], "#1B525D", 4)
    s.path("M430 1372H770L840 1410H360Z", c.INK, op=0.35)
    s.open('transform="translate(842 1276) rotate(14) scale(.84)"')
    s.path(
        "M0 -96Q46 -98 48 -58Q48 -38 30 -20Q30 0 52 22Q64 84 0 92Q-64 84 -52 22Q-30 0 -30 -20Q-48 -38 -48 -58Q-46 -98 0 -96Z",
        "#B9602E",
    )
    s.path("M0 -96Q46 -98 48 -58Q48 -38 30 -20Q30 0 52 22Q64 84 0 92Z", "#8A3F20")
    s.rect(-9, -210, 18, 160, c.INK)
    s.path("M-12 -208q-4 -34 14 -38q20 4 10 20l-4 18Z", "#6B3018")
    for x in (-20, 16):
        s.path(f"M{x} -16q8 12 2 26q-6 12 2 22", "none", c.INK, 4)
    s.rect(-16, 22, 32, 6, c.SAND)
    s.path("M-8 40h16l-4 44h-8Z", c.INK)
    for x in (-5, -1.6, 1.6, 5):
        s.line([(x, -196), (x, 44)], c.CREAM, 1)
    s.close()
    s.line([(930, 1010), (912, 1352)], pale, 6)
    s.line([(938, 1014), (920, 1350)], c.CREAM, 2.5)
    return s


def hub_desk() -> Sheet:
    """A shared office in an old factory: light through a saw-tooth roof, one long table, people at work."""
    s = Sheet(181)
    s.rect(0, 0, 1600, 1000, "#EADFC8")
    # sky above and the teeth of the roof
    s.sky(["#6FAFB3", "#A8CFC8", c.SKY, c.CREAM], 420, 7)
    s.sun(250, 92, 46, "#FFF6DF", "#FFF2D2", 2)
    teeth = [(-60, 360), (300, 360), (660, 360), (1020, 360), (1380, 360)]
    for x, w in teeth:
        s.poly([(x, 330), (x, 100), (x + w, 330)], "#2B5F69")
        s.poly([(x, 100), (x + w, 330), (x + w + 16, 330), (x + 8, 88), (x - 10, 88)], c.BRICK)
        s.poly([(x, 330), (x, 128), (x + w * 0.84, 330)], "#E0D3B6")
        s.shade(f"M{x} 330V128L{x + w * 0.84} 330Z", c.SAND_DARK, (x, 200, x + w, 320), 0.9)
        s.rect(x - 14, 92, 66, 240, c.INK)
        for k in range(4):
            s.rect(x - 7, 106 + k * 56, 52, 48, "#CFE5DC" if k else "#E9F1E4")
            s.rect(x + 17, 106 + k * 56, 4, 48, c.INK)
            s.path(
                f"M{x - 7} {154 + k * 56}L{x + 45} {112 + k * 56}V{128 + k * 56}L{x + 12} {154 + k * 56}Z",
                c.WHITE,
                op=0.6,
            )
    # wall of old brick painted white, with tall windows
    s.rect(0, 326, 1600, 480, "#F1E7D2")
    for _ in range(150):
        r = s.rnd.randrange(0, 40)
        s.rect(
            s.rnd.uniform(0, 1580),
            340 + r * 11,
            s.rnd.uniform(16, 26),
            7,
            s.rnd.choice(("#E6D9BE", "#F8F1E2", "#DCCDAF")),
        )
    s.rect(0, 318, 1600, 18, c.INK)
    for k in range(17):
        s.poly([(k * 100 - 20, 336), (k * 100 + 80, 336), (k * 100 + 30, 372)], "#F1E7D2")
        s.line([(k * 100 - 20, 338), (k * 100 + 30, 372), (k * 100 + 80, 338)], c.INK, 5)
    s.rect(0, 370, 1600, 7, c.INK)
    for x in (190, 640, 1090):
        s.path(f"M{x} 660V420Q{x + 110} 382 {x + 220} 420V660Z", c.INK)
        s.clip(f"M{x + 9} 652V426Q{x + 110} 393 {x + 211} 426V652Z")
        s.rect(x, 380, 220, 290, c.SKY)
        s.rect(x, 520, 220, 50, c.SEA_PALE)
        s.rect(x, 560, 220, 100, c.SEA_MID)
        s.house(x + 20 + (x % 60), 652, 90, 46, 30, c.CREAM, c.BRICK)
        s.house(x + 120, 660, 110, 66, 36, "#D9A98A", c.BRICK_DARK)
        s.close()
        for k in (1, 2, 3):
            s.rect(x + k * 55 - 3, 404 if k == 2 else 410, 6, 250, c.INK)
        for k in (1, 2):
            s.rect(x, 410 + k * 80, 220, 5, c.INK)
    for a in (0, 360, 720, 1080):
        s.poly([(a + 20, 120), (a + 20, 300), (a + 560, 1000), (a + 330, 1000)], "#FFE9B8", 0.16)
    # iron columns, a bicycle on the wall, a shelf
    for x in (520, 980, 1440):
        s.rect(x, 336, 22, 480, "#2B5F69")
        s.rect(x + 14, 336, 8, 480, c.DEEP)
        s.poly([(x - 20, 336), (x + 42, 336), (x + 22, 380), (x, 380)], "#2B5F69")
    s.open('transform="rotate(-8 90 560)"')
    s.bike(86, 610, 120, c.BRICK)
    s.close()
    for y, colours in (
        (500, (c.BRICK, c.SEA, c.WARM, c.BEECH, c.SAND_DARK)),
        (590, (c.SEA, c.CREAM, c.BRICK_DARK, c.WARM, c.DEEP)),
    ):
        s.rect(1476, y, 130, 10, "#8A5A3A")
        for k, colour in enumerate(colours):
            s.rect(1484 + k * 19, y - 54 + (k % 3) * 7, 15, 54 - (k % 3) * 7, colour)
    # lamps over the table
    for x in (330, 760, 1200):
        s.line([(x, 336), (x, 470)], c.INK, 3)
        s.path(f"M{x - 62} 516Q{x - 54} 466 {x} 464Q{x + 54} 466 {x + 62} 516Z", c.BRICK)
        s.path(f"M{x} 464Q{x + 54} 466 {x + 62} 516H{x + 24}Q{x + 26} 480 {x} 464Z", c.BRICK_DARK)
        s.oval(x, 516, 62, 8, "#FFE9B8")
        s.glow(x, 560, 130, c.WARM, 0.35)
    # those who work
    for x, coat, skin, hair, style in (
        (250, c.SEA, c.SKINS[1], c.HAIR[3], 0),
        (500, c.WARM, c.SKINS[3], c.HAIR[0], 1),
        (780, c.BRICK, c.SKINS[0], c.HAIR[2], 2),
        (1050, c.CREAM, c.SKINS[4], c.HAIR[0], 0),
        (1310, c.BEECH_DARK, c.SKINS[2], c.HAIR[4], 1),
    ):
        bust(s, x, 790, coat, skin, hair, style)
    # the table and what is on it
    s.rect(60, 776, 1480, 30, "#D7A96C")
    s.rect(60, 776, 1480, 8, "#F0CD96")
    s.rect(60, 800, 1480, 10, "#8A5A32")
    for x in (330, 860, 1130):
        s.poly([(x - 80, 778), (x - 66, 700), (x + 66, 700), (x + 80, 778)], "#9DB3B2")
        s.poly([(x - 60, 706), (x + 60, 706), (x + 80, 778), (x + 20, 778)], "#B9CBC8")
        s.rect(x - 92, 772, 184, 8, c.INK)
        s.disc(x, 738, 8, c.SKY)
    for x, colour in ((190, c.BRICK), (600, c.CREAM), (970, c.SEA), (1420, c.WARM)):
        s.rect(x, 742, 32, 36, colour)
        s.path(f"M{x + 32} 748q16 2 12 14q-2 10 -12 10", "none", colour, 5)
    s.path("M430 778v-12h92v12ZM438 766v-10h80v10Z", c.SEA)
    s.rect(446, 746, 70, 10, c.BRICK)
    for x, h in ((690, 92), (1484, 120)):
        s.path(f"M{x - 26} {778 - 40}H{x + 26}L{x + 20} 778H{x - 20}Z", c.BRICK_PALE)
        for k in range(9):
            a = math.radians(-160 + k * 17.5)
            lx, ly = x + h * 0.62 * math.cos(a), 738 + h * math.sin(a)
            s.path(
                f"M{x} 742Q{x + (lx - x) * 0.3} {738 + (ly - 738) * 0.9} {lx} {ly}Q{x + (lx - x) * 0.9} {738 + (ly - 738) * 0.4} {x} 742Z",
                (c.BEECH_DARK, c.BEECH, c.BEECH_PALE)[k % 3],
            )
    # under the table, floor, a dog asleep
    s.rect(0, 806, 60, 200, "#D5C3A0")
    s.rect(0, 806, 1600, 200, "#C9B38A")
    for k in range(5):
        s.rect(0, 826 + k * 40 + k * k * 2, 1600, 3, "#B39A6E")
    s.rect(60, 800, 1480, 14, "#8A5A32")
    for x in (130, 900, 1450):
        s.poly([(x - 10, 812), (x + 14, 812), (x + 44, 960), (x + 28, 960)], c.INK)
        s.poly([(x - 10, 812), (x + 14, 812), (x - 24, 960), (x - 40, 960)], c.INK)
    for x in (250, 500, 780, 1050, 1310):
        s.line([(x - 20, 814), (x - 24, 880), (x - 30, 936)], c.INK, 22)
        s.line([(x + 20, 814), (x + 26, 880), (x + 22, 936)], c.INK, 22)
        s.oval(x - 36, 942, 26, 11, s.rnd.choice((c.BRICK, c.WARM, c.WHITE)))
        s.oval(x + 18, 942, 26, 11, s.rnd.choice((c.BRICK, c.WHITE)))
    s.oval(640, 952, 130, 14, c.INK, 0.25)
    s.path("M520 950Q520 880 610 876Q680 870 726 906Q770 900 772 928Q770 950 740 952Z", "#8A5A32")
    s.path("M700 914Q716 884 748 896Q776 906 786 926Q784 942 758 944Q726 948 700 914Z", "#A8704C")
    s.path("M716 900q-22 8 -16 40q22 0 30 -26Z", "#4A2F25")
    s.disc(784, 928, 6, c.INK)
    s.line([(754, 922), (764, 924)], c.INK, 3)
    s.path("M522 936q-30 -10 -26 -40", "none", "#8A5A32", 13)
    return s


def bust(s: Sheet, x: float, foot: float, coat: str, skin: str, hair: str, style: int) -> None:
    """Someone seated behind a table, seen from the front."""
    s.open(f'transform="translate({x} {foot}) scale(.88)"')
    s.path("M-84 0Q-86 -96 -40 -112Q0 -124 40 -112Q86 -96 84 0Z", coat)
    s.path("M16 -118Q86 -104 84 0H36Q50 -70 16 -118Z", c.mix(coat, c.INK, 0.2))
    s.rect(-15, -142, 30, 36, c.mix(skin, c.INK, 0.12))
    if style == 1:
        s.path("M-46 -176Q-50 -240 0 -242Q50 -240 46 -176Q48 -130 38 -110H-38Q-48 -130 -46 -176Z", hair)
    s.oval(0, -172, 36, 44, skin)
    s.path("M-38 -174Q-44 -226 0 -226Q44 -226 38 -174Q32 -200 8 -204Q-22 -204 -38 -174Z", hair)
    if style == 2:
        s.disc(0, -234, 22, hair)
        s.ring(-14, -170, 11, c.INK, 3)
        s.ring(14, -170, 11, c.INK, 3)
    s.close()
