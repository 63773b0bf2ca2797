# ruff: noqa: E501 - the paths of a drawing are long
"""By the water: pictures of the Sound and its harbours."""

import palette as c
from parts import Sheet


def the_sound_ferry() -> Sheet:
    """The double-ended ferry in the middle of the Sound, Kronborg ahead of it, our shore at our feet."""
    s = Sheet(21)
    horizon = 470
    s.sky(["#7FB7B6", c.MIST, c.SKY_PALE, c.CREAM, "#FAD9AE"], horizon, 8)
    s.sun(1120, 330, 88, "#FFF6DF", "#FFF2D2")
    s.cloud(120, 250, 430, c.WHITE, 0.7)
    s.cloud(470, 180, 300, c.WHITE, 0.5)
    s.cloud(1250, 210, 330, c.WHITE, 0.6)
    s.denmark(horizon + 2, 400, 1.5, "#86ABAB")
    s.sea(horizon, 1000, ["#BFD8CD", c.SEA_PALE, c.SEA_MID, c.SEA, c.DEEP], 9)
    s.glints(1120, horizon + 8, 900, 250, "#FFF3D6", 70)
    s.ripples(horizon + 20, 900, c.DEEP, 50, 0.35)
    ferry(s, 800, 660, 1.0)
    s.gulls([(240, 350, 0.8), (1240, 430, 1.0), (1330, 500, 0.7), (340, 560, 1.3), (1400, 640, 0.6)], c.WHITE)
    # the shore we stand on
    s.hill(
        [(-40, 850), (200, 868), (480, 905), (760, 930), (1050, 922), (1350, 880), (1640, 846)], c.SAND_DARK
    )
    s.hill([(-40, 872), (200, 888), (480, 922), (760, 946), (1050, 938), (1350, 898), (1640, 866)], c.SAND)
    for x, y, r in (
        (300, 905, 32),
        (352, 915, 20),
        (1190, 922, 26),
        (1246, 912, 40),
        (1300, 906, 18),
        (560, 938, 16),
    ):
        s.path(s.blob(x, y, r, r * 0.6, 0.08, 8), "#55707A")
        s.path(s.blob(x - r * 0.2, y - r * 0.18, r * 0.6, r * 0.3, 0.1, 8), "#86A0A2")
    for k in range(90):
        x = s.rnd.choice((s.rnd.uniform(-10, 330), s.rnd.uniform(1330, 1610)))
        s.grass(x, 1006, s.rnd.uniform(60, 170), s.rnd.choice((c.BEECH, c.BEECH_DARK, c.BEECH_PALE)), 7)
        if k % 5 == 0:
            s.disc(x + 12, 930 - s.rnd.uniform(0, 50), 9, c.BRICK_PALE)
    s.person(690, 962, 108, c.BRICK)
    s.person(742, 964, 74, c.WARM, pose="wave", face=1)
    return s


def ferry(s: Sheet, x: float, y: float, k: float) -> None:
    """A double-ended car ferry, alike fore and aft, `x` in its middle and `y` its waterline."""
    s.ripple(x, y + 22, 980 * k, 22, c.DEEP, 0.45)
    s.open(f'transform="translate({x} {y}) scale({k})"')
    # hull: wide and low, raked at both ends
    s.path("M-392 -66H392Q384 -20 352 16H-352Q-384 -20 -392 -66Z", c.DEEP)
    s.path("M-352 16Q-366 2 -375 -16H375Q366 2 352 16Z", c.BRICK)
    s.shade("M-392 -66H392Q384 -20 352 16H-352Q-384 -20 -392 -66Z", c.INK, (-100, 0, -420, 0), 0.8)
    # car deck with its long openings
    s.path("M-384 -66L-372 -112H372L384 -66Z", c.WHITE)
    for k2 in range(-7, 8):
        s.rect(k2 * 44 - 15, -98, 30, 17, c.SEA)
    s.path("M-330 -112L-318 -150H318L330 -112Z", c.CREAM)
    s.rect(-300, -141, 600, 16, c.DEEP)
    for k2 in range(-12, 12):
        s.rect(k2 * 25 - 2, -141, 4, 16, c.CREAM)
    s.rect(-346, -116, 692, 5, c.SAND_DARK)
    s.path("M-262 -150L-250 -182H250L262 -150Z", c.WHITE)
    for k2 in range(-9, 10):
        s.disc(k2 * 25, -166, 5, c.SEA)
    s.rect(-300, -153, 600, 4, c.SAND_DARK)
    for face in (1, -1):
        s.open(f'transform="scale({face} 1)"')
        s.path("M150 -182L146 -224H238L250 -182Z", c.CREAM)  # a bridge at either end
        s.path("M160 -216H234L240 -196H160Z", c.DEEP)
        s.rect(140, -229, 104, 7, c.WHITE)
        s.path("M52 -182L58 -240H104L108 -182Z", c.BRICK)
        s.rect(57, -240, 48, 12, c.INK)
        s.line([(192, -229), (192, -262)], c.INK, 3)
        s.path("M300 -112h42l8 14h-50Z", c.WARM)  # a boat in its davits
        s.close()
    s.line([(0, -182), (0, -292)], c.INK, 5)
    s.line([(-22, -262), (22, -262)], c.INK, 4)
    s.line([(-14, -280), (14, -280)], c.INK, 3)
    s.line([(0, -290), (246, -184)], c.INK, 1)
    s.line([(0, -290), (-246, -184)], c.INK, 1)
    for dx in (-232, -204, -120, 12, 34, 122, 262):
        s.person(dx, -182 if abs(dx) < 250 else -150, 24, c.INK)
    s.path(
        "M-400 18Q-372 2 -340 16Q-200 26 0 20Q200 26 340 16Q372 2 400 18Q200 34 0 30Q-200 34 -400 18Z",
        c.WHITE,
        op=0.9,
    )
    s.close()


def cold_baths() -> Sheet:
    """A bath house on piles one winter dawn: snow on the roofs, the moon going down, someone in the water."""
    s = Sheet(31)
    horizon = 560
    s.sky(["#3E7D89", "#7FAFB0", "#C4D3CB", "#F1CDB6", "#F7DDBB"], horizon, 9)
    s.sun(420, 300, 62, "#FFF9EA", "#FFF3DD", 2)
    s.cloud(900, 250, 520, "#F6D9C4", 0.6)
    s.cloud(60, 400, 380, "#F6D9C4", 0.5)
    s.denmark(horizon + 2, 250, 1.1, "#8FAAAE")
    s.sea(horizon, 1000, ["#E9CDB8", "#B9CBC4", "#7FADAE", "#3F7C86", "#1B5460"], 9)
    s.glints(420, horizon + 6, 960, 130, "#FFF5E3", 46)
    # what the water gives back
    s.add('<g opacity=".5">')
    s.path("M540 726H1262L1200 770L1034 784L898 886L756 784L600 772Z", "#24545F")
    s.close()
    for k in range(34):
        s.ripple(
            s.rnd.uniform(560, 1240),
            742 + k * 4.6,
            s.rnd.uniform(60, 280),
            3.4,
            s.rnd.choice(("#9DBDBB", "#6FA3A6", "#4F8C93")),
            0.85,
        )
    for k in range(9):
        s.ripple(s.rnd.uniform(850, 930), 740 + k * 13, s.rnd.uniform(30, 90), 3.4, c.WARM, 0.8)
    wall, lit, dark, snow = c.BRICK, c.BRICK_PALE, c.BRICK_DARK, c.WHITE
    deck = 660
    # piles
    for k in range(16):
        x = 548 + k * 46
        s.rect(x, deck, 9, 66 + (k % 3) * 6, c.INK)
        s.ripple(x + 5, 728 + (k % 3) * 6, 40, 3, c.CREAM, 0.6)
    s.rect(520, deck - 6, 760, 16, "#5A4A44")
    s.rect(520, deck - 12, 760, 7, snow)
    # low wings, end pavilions, a hall in the middle
    s.rect(580, 560, 640, 90, wall)
    s.poly([(566, 562), (590, 524), (1210, 524), (1234, 562)], snow)
    for x in range(586, 1220, 13):
        s.rect(x, 562, 2, 88, dark, 0.5)
    for x in (556, 1128):
        s.rect(x, 532, 118, 118, lit)
        s.rect(x + 78, 532, 40, 118, wall)
        s.poly([(x - 14, 534), (x + 59, 462), (x + 132, 534)], snow)
        s.poly([(x + 59, 462), (x + 132, 534), (x + 78, 534)], "#C9D9D8")
        s.line([(x + 59, 462), (x + 59, 432)], c.INK, 3)
        s.disc(x + 59, 430, 5, c.WARM)
        for k in range(3):
            s.rect(x + 16 + k * 32, 566, 20, 44, c.DEEP)
    s.rect(784, 500, 212, 150, lit)
    s.rect(920, 500, 76, 150, wall)
    for x in range(792, 996, 13):
        s.rect(x, 500, 2, 150, dark, 0.35)
    s.poly([(766, 506), (890, 398), (1014, 506)], lit)
    s.poly([(890, 398), (1014, 506), (920, 506)], wall)
    s.line([(762, 508), (890, 396), (1018, 508)], snow, 15)
    s.disc(890, 462, 19, snow)
    s.disc(890, 462, 13, c.DEEP)
    s.window(862, 566, 56, 84, c.BRICK_INK)
    for x in (804, 826, 936, 958):
        s.rect(x, 560, 17, 46, c.WARM)
    s.glow(890, 590, 190, c.WARM, 0.4)
    for x in (690, 730, 1030, 1070):
        s.rect(x, 584, 22, 34, c.WARM if x in (730, 1030) else c.DEEP)
    # sauna smoke
    s.rect(1038, 490, 20, 44, c.INK)
    s.path(
        "M1040 486C1020 450 1066 430 1050 396C1036 366 1090 350 1098 306C1104 350 1072 370 1080 400C1092 440 1050 452 1062 486Z",
        c.WHITE,
        op=0.75,
    )
    # jetty to the land on the right
    s.poly([(1270, 656), (1640, 700), (1640, 724), (1270, 668)], "#5A4A44")
    s.poly([(1270, 648), (1640, 688), (1640, 702), (1270, 656)], snow)
    for k in range(5):
        x = 1310 + k * 68
        s.rect(x, 664 + k * 8, 10, 76 + k * 8, c.INK)
        s.line([(x, 650 + k * 8), (x, 606 + k * 7)], c.INK, 4)
    s.line([(1270, 606), (1640, 644)], c.INK, 4)
    s.person(1396, 664, 70, c.SEA, pose="walk", face=-1, hat=c.WARM)
    # the ladder, and those who use it
    for x in (668, 696):
        s.line([(x, 620), (x, 764)], c.INK, 5)
    for k in range(5):
        s.line([(668, 676 + k * 18), (696, 676 + k * 18)], c.INK, 4)
    s.person(736, 650, 66, c.WHITE, skin="#E8B9A0", legs="#E8B9A0", hat=c.INK)
    for x, y, w in ((560, 800, 1.0), (470, 838, 1.2)):
        s.ripple(x, y + 2, 150 * w, 9, c.CREAM, 0.55)
        s.ripple(x, y + 3, 80 * w, 6, "#2B6670", 0.9)
        s.person(x, y, 78 * w, c.INK, skin="#E8B9A0", pose="wade", hat=c.BRICK if w == 1 else c.WARM)
    # ice at our feet
    s.hill(
        [(-40, 900), (150, 890), (380, 930), (620, 962), (900, 970), (1200, 946), (1450, 900), (1640, 880)],
        "#BFD5D3",
    )
    s.hill(
        [(-40, 918), (150, 908), (380, 948), (620, 980), (900, 988), (1200, 964), (1450, 918), (1640, 898)],
        snow,
    )
    for k in range(13):
        x, y = 1560 - k * 24, 950 + 6 * (k % 2) + abs(k - 7) * 1.2
        s.oval(x, y, 8, 4, "#BFD5D3", turn=-12)
    s.path("M1196 972q10 -30 44 -26q36 2 38 30q-40 12 -82 -4Z", c.SEA)
    s.path("M1206 954q24 -20 54 -6l-8 14q-22 -10 -46 -8Z", c.WARM)
    s.path("M1290 976l4 -20 14 0 2 12 16 2 0 6Z", c.INK)
    s.gulls([(1240, 380, 0.8), (1330, 420, 0.6), (690, 340, 0.5)], c.INK)
    return s


def dunkers() -> Sheet:
    """The white house whose roofs go on where the waves stop, and the boats before it."""
    s = Sheet(41)
    quay = 640
    s.sky(["#6DAEB2", "#A9CFC8", c.SKY, c.SKY_PALE, c.CREAM], quay, 8)
    s.sun(330, 210, 74, "#FFF8E4", "#FFF6DC")
    s.cloud(520, 200, 470, c.WHITE, 0.75)
    s.cloud(1120, 150, 420, c.WHITE, 0.6)
    s.cloud(60, 400, 320, c.WHITE, 0.5)
    # the ridge behind, with the town
    s.wood(
        [(-20, 590), (400, 560), (900, 540), (1300, 560), (1640, 590)],
        42,
        ["#8FB2A0", "#9CBBA4", "#83A89A"],
        46,
    )
    s.rect(0, 575, 1600, 80, "#83A89A")
    for x, w, h in ((60, 120, 70), (190, 90, 56), (1330, 110, 66), (1450, 120, 80)):
        s.house(x, quay, w, h, 44, "#D9C9A8", "#B97A62", "#8B8E84")
    # five swells of roof
    starts = [(220, 240, 150), (440, 250, 196), (674, 268, 246), (926, 246, 200), (1156, 230, 152)]
    for x, w, h in starts:
        top = quay - h
        crest = (
            f"{top + 92}C{x + w * 0.26} {top + 88} {x + w * 0.4} {top + 6} {x + w * 0.68} {top - 8}"
            f"C{x + w * 0.86} {top - 14} {x + w * 0.93} {top + 50} {x + w + 16} {top + 66}"
        )
        d = f"M{x} {quay}V{crest}L{x + w} {quay}Z"
        s.path(d, c.WHITE)
        s.shade(d, "#4E8A92", (x + w * 0.42, top, x + w * 1.04, top + 30), 0.95)
        s.path(f"M{x - 6} {crest}", "none", c.DEEP, 4.5)
        for k in range(3):
            s.rect(x + w * (0.24 + k * 0.2), top + 104, 12, max(14, h - 190), c.DEEP)
    s.rect(196, quay - 62, 1212, 66, c.WHITE)
    s.shade(f"M196 {quay - 62}H1408V{quay + 4}H196Z", "#5F969C", (700, quay, 1450, quay), 0.6)
    for k in range(38):
        x = 214 + k * 31
        if k % 7 == 3:
            continue
        s.rect(x, quay - 50, 27, 46, c.WARM if k in (8, 9, 18, 19, 20, 28) else (c.SEA if k % 4 else c.DEEP))
    s.rect(186, quay - 70, 1232, 9, "#5F8A90")
    # quay and people
    s.rect(0, quay, 1600, 34, c.SAND)
    s.rect(0, quay + 26, 1600, 16, c.SAND_DARK)
    for x, coat, pose, face in (
        (300, c.BRICK, "walk", 1),
        (334, c.SEA, "walk", 1),
        (760, c.INK, "stand", 1),
        (1010, c.BEECH_DARK, "walk", -1),
        (1240, c.WARM, "walk", -1),
    ):
        s.person(x, quay + 22, 50, coat, pose=pose, face=face)
    s.path(
        f"M{1003} {quay + 8}q-12 -30 -4 -44q5 -8 10 0q8 14 -6 44Z", c.BRICK_DARK
    )  # a cello on someone's back
    # harbour
    s.sea(quay + 40, 1000, ["#A9CDC6", c.SEA_PALE, c.SEA_MID, c.SEA, c.DEEP], 8)
    s.add('<g opacity=".42">')
    s.rect(196, quay + 40, 1212, 74, c.SKY_PALE)
    for x, w, h in starts:
        y = quay + 112
        s.path(
            f"M{x - 30} {y}C{x + w * 0.2} {y + 10} {x + w * 0.3} {y + h * 0.45} {x + w * 0.56} {y + h * 0.47}"
            f"C{x + w * 0.8} {y + h * 0.48} {x + w * 0.9} {y + 10} {x + w + 40} {y}Z",
            c.SKY_PALE,
        )
    s.close()
    for k in range(44):
        s.ripple(
            s.rnd.uniform(150, 1450),
            quay + 60 + k * 4.6,
            s.rnd.uniform(60, 260),
            3.2,
            s.rnd.choice((c.SEA_PALE, c.SEA_MID, "#6BAAA8")),
            0.8,
        )
    s.ripples(quay + 60, 990, c.CREAM, 24, 0.5)
    # boats and the pier they lie at
    for x, y, k, hull in (
        (250, 800, 1.3, c.DEEP),
        (1370, 790, 1.2, c.BRICK),
        (560, 838, 1.5, c.BRICK),
        (1085, 846, 1.6, c.INK),
    ):
        s.add(f'<g opacity=".35" transform="translate(0 {2 * y}) scale(1 -1)">')
        s.moored(x, y - 18, k, hull, c.CREAM, c.INK, 110)
        s.close()
        s.moored(x, y, k, hull, c.WHITE, c.INK, 190)
    s.rect(-10, 930, 1620, 80, "#7A6350")
    for k in range(32):
        s.rect(k * 52, 930, 3, 80, c.INK, 0.35)
    s.rect(-10, 922, 1620, 12, c.SAND_DARK)
    for x in (170, 780, 1390):
        s.rect(x, 884, 22, 60, c.INK)
        s.rect(x - 3, 880, 28, 9, c.SAND)
    s.gull(791, 866, 0.1, c.WHITE)
    s.path("M772 880q4 -28 24 -26q14 -22 26 -8l10 3-9 4q0 22 -22 28Z", c.WHITE)
    s.path("M772 880q-2 -16 26 -22q12 12 -4 22Z", "#8FA9AC")
    s.gulls([(620, 330, 0.8), (1320, 320, 1.0), (1240, 270, 0.6)], c.INK)
    return s


def raa_harbour() -> Sheet:
    """The fishing harbour at Råå: sheds, masts and small boats in evening sun, and a cat that waits."""
    s = Sheet(101)
    quay = 600
    s.sky(["#7DB5B5", "#B9D6CB", c.SKY_PALE, c.CREAM, "#FACD95"], quay)
    s.sun(1180, 300, 84, "#FFF4DA", "#FFE9BE")
    s.cloud(180, 210, 440, c.WHITE, 0.65)
    s.cloud(760, 150, 330, c.WHITE, 0.55)
    s.cloud(1210, 180, 330, "#FFEBD0", 0.7)
    s.sea(540, 680, ["#C9DCCB", c.SEA_PALE], 3)
    s.denmark(542, 1420, 0.7, "#9DB9B1")
    # the village behind
    s.wood([(-20, 545), (300, 530), (700, 530), (980, 556)], 36, ["#7E9F7C", "#8DAB80", "#6F9274"], 26)
    for x, w, h, wall, tile in (
        (-20, 170, 60, c.CREAM, c.BRICK),
        (160, 150, 52, "#E9C9A0", c.BRICK_DARK),
        (330, 160, 58, c.WHITE, c.BRICK),
        (520, 150, 54, "#D9A98A", c.BRICK_DARK),
        (690, 150, 50, c.CREAM, c.BRICK),
        (850, 120, 44, "#E9C9A0", c.BRICK),
    ):
        s.house(x, quay, w, h, 54, wall, tile, c.DEEP)
    # bare masts of boats behind the sheds
    for x, h in (
        (215, 250),
        (290, 300),
        (420, 240),
        (612, 310),
        (655, 260),
        (905, 330),
        (960, 250),
        (1096, 280),
    ):
        s.line([(x, quay), (x, quay - h)], "#35525A", 3.4)
        s.line([(x, quay - h), (x + 40, quay - 30)], "#35525A", 1)
        s.line([(x, quay - h), (x - 36, quay - 30)], "#35525A", 1)
        s.path(f"M{x} {quay - h}q12 -3 22 3q-10 5 -22 5Z", s.rnd.choice((c.WARM, c.BRICK)))
    # sheds with their gables to the water
    sheds = [
        (120, 128, 92, c.BRICK),
        (252, 112, 82, c.DEEP),
        (370, 136, 98, c.BRICK_DARK),
        (512, 110, 80, "#E2C08C"),
        (628, 138, 104, c.BRICK),
        (772, 116, 84, c.BEECH_DARK),
        (894, 128, 94, c.BRICK_PALE),
        (1028, 104, 76, c.SEA),
    ]
    for x, w, h, wall in sheds:
        roof = w * 0.52
        s.gable(x, quay + 4, w, h, roof, wall, c.INK, "#F4E6CC")
        s.poly(
            [(x, quay + 4), (x, quay - h + 4), (x + w * 0.5, quay + 4 - h - roof), (x + w * 0.42, quay + 4)],
            c.mix(wall, c.INK, 0.18),
            0.7,
        )
        for k in range(int(w / 12)):
            s.rect(x + 6 + k * 12, quay - h + 16, 1.6, h - 12, c.mix(wall, c.INK, 0.35), 0.55)
        s.rect(x + w * 0.32, quay - h * 0.68, w * 0.36, h * 0.68 + 4, "#F4E6CC")
        s.rect(x + w * 0.35, quay - h * 0.64, w * 0.3, h * 0.64 + 4, c.mix(wall, c.INK, 0.55))
        s.rect(x + w * 0.43, quay - h - roof * 0.3, w * 0.14, w * 0.16, c.WARM if x in (370, 894) else c.INK)
    s.rect(-10, quay, 1180, 30, "#D5B98C")
    s.poly([(-10, quay + 26), (1170, quay + 26), (1186, quay + 60), (-10, quay + 60)], "#6B5747")
    for k in range(24):
        s.rect(k * 50 + 6, quay + 28, 12, 66, "#3B3836")
    for x, coat, pose, face in (
        (338, c.WARM, "stand", 1),
        (600, c.SEA, "walk", 1),
        (1150, c.BRICK, "sit", 1),
    ):
        s.person(x, quay + 20, 54, coat, pose=pose, face=face)
    s.line([(1166, quay - 2), (1250, quay - 36)], c.INK, 3)
    s.line([(1250, quay - 36), (1256, quay + 92)], c.INK, 1)
    # pier end with a small light
    s.path("M1290 622Q1400 596 1640 600V650H1270Z", "#6E8285")
    s.path("M1300 612Q1420 590 1640 594V612Q1420 606 1290 626Z", "#93A6A2")
    s.poly([(1396, 604), (1404, 522), (1436, 522), (1444, 604)], c.WHITE)
    s.poly([(1424, 604), (1423, 522), (1436, 522), (1444, 604)], "#B9C4BC")
    s.rect(1399, 552, 41, 22, c.BRICK)
    s.rect(1398, 512, 44, 10, c.INK)
    s.rect(1408, 494, 24, 20, c.WARM)
    s.path("M1402 496q18 -22 36 0Z", c.BRICK)
    # water
    s.sea(quay + 58, 1000, ["#BFD3BE", c.SEA_PALE, c.SEA_MID, c.SEA, c.DEEP], 8)
    s.rect(-10, quay + 50, 1186, 26, c.INK, 0.35)
    s.open('opacity=".4"')
    for x, w, h, wall in sheds:
        s.path(f"M{x} {quay + 70}h{w}v{h * 0.7}l-{w / 2} {w * 0.44}l-{w / 2} -{w * 0.44}Z", wall)
    s.close()
    for k in range(60):
        s.ripple(
            s.rnd.uniform(40, 1240),
            quay + 84 + k * 3.4,
            s.rnd.uniform(50, 220),
            2.8,
            s.rnd.choice((c.SEA_PALE, c.SEA_MID, "#7DB5B0")),
            0.8,
        )
    s.glints(1190, quay + 62, 960, 170, "#FFE9BE", 60)
    for x, y, k, hull in ((250, 770, 1.15, c.BRICK), (1010, 765, 1.1, c.DEEP)):
        s.ripple(x, y + 9, 170 * k, 9, c.INK, 0.4)
        s.moored(x, y, k, hull, c.WHITE, c.INK, 180)
    fishing_boat(s, 640, 842, 1.35)
    s.ripples(800, 960, c.CREAM, 14, 0.5)
    # our side: a jetty, nets, boxes, the cat
    s.poly([(-10, 930), (1610, 950), (1610, 1010), (-10, 1010)], "#7A6350")
    s.poly([(-10, 922), (1610, 942), (1610, 954), (-10, 936)], "#B8976C")
    for k in range(26):
        s.line([(k * 66, 940 + k * 0.8), (k * 66 - 8, 1010)], c.INK, 2, 0.35)
    s.path("M110 946Q130 862 220 858Q330 852 372 950Z", c.SEA)
    s.path("M150 946Q180 884 240 882Q300 884 322 948Z", c.SEA_MID)
    for k in range(7):
        s.path(f"M{130 + k * 32} 946Q{176 + k * 14} 890 {236 + k * 4} 864", "none", c.DEEP, 2, 0.6)
        s.oval(146 + k * 34, 936 - (k % 2) * 16, 11, 9, c.WARM)
    for x, y, colour in ((1240, 948, c.BRICK), (1340, 950, c.WARM), (1290, 898, c.CREAM)):
        s.rect(x, y - 48, 92, 48, colour)
        s.rect(x, y - 48, 92, 9, c.mix(colour, c.WHITE, 0.35))
        s.rect(x + 30, y - 30, 32, 8, c.mix(colour, c.INK, 0.5))
    s.path("M1138 946q-8 -30 6 -44q-6 -24 4 -36l10 10h10l10 -10q10 18 2 36q14 16 10 44Z", c.INK)
    s.path("M1186 944q34 2 32 -34q0 -16 12 -16", "none", c.INK, 8)
    s.gulls([(520, 330, 0.9), (760, 380, 0.6), (1050, 210, 0.7), (470, 250, 0.5)], c.INK)
    return s


def fishing_boat(s: Sheet, x: float, y: float, k: float) -> None:
    """A wooden fishing boat, pointed at both ends, with a small wheelhouse."""
    s.ripple(x, y + 12, 420 * k, 18, c.INK, 0.45)
    s.open(f'transform="translate({x} {y}) scale({k})"')
    s.line([(56, -20), (56, -180)], "#7A4A2A", 5)
    s.line([(56, -92), (-60, -60)], "#7A4A2A", 5)
    s.path("M54 -94L-58 -62Q-20 -66 54 -78Z", c.CREAM)
    s.line([(56, -178), (156, -44)], c.INK, 1.2)
    s.line([(56, -178), (-150, -40)], c.INK, 1.2)
    s.path("M57 -178q16 -4 28 4q-14 6 -28 6Z", c.WARM)
    s.rect(-106, -92, 62, 62, c.WHITE)
    s.rect(-68, -92, 24, 62, "#B9C4BC")
    s.rect(-112, -98, 74, 9, c.BRICK)
    s.rect(-100, -82, 24, 20, c.DEEP)
    s.rect(-66, -82, 16, 20, c.DEEP)
    s.person(6, 0, 70, c.WARM, legs=c.WARM, hat=c.INK)
    s.path("M-168 -46Q-100 -24 0 -24Q100 -24 172 -54Q164 -8 116 12H-116Q-160 -4 -168 -46Z", c.SEA)
    s.shade(
        "M-168 -46Q-100 -24 0 -24Q100 -24 172 -54Q164 -8 116 12H-116Q-160 -4 -168 -46Z",
        c.INK,
        (40, 0, -180, 0),
        0.7,
    )
    s.path("M-168 -46Q-100 -24 0 -24Q100 -24 172 -54L171 -44Q100 -13 0 -13Q-100 -13 -166 -36Z", c.WHITE)
    s.path("M-142 -10Q-100 4 0 4Q100 4 148 -14Q136 4 116 12H-116Q-132 6 -142 -10Z", c.BRICK_DARK)
    s.close()


def harbour_night() -> Sheet:
    """The harbour on a still night: the keep on its ridge, lit windows twice over, one green light and one red."""
    s = Sheet(191)
    quay = 580
    s.sky(["#081D27", "#0D313D", "#154A57", "#256570", "#4D8589"], quay, 10, 6)
    s.stars(170, 420)
    s.sun(1180, 210, 70, "#FFF6DF", "#FFF6DF", 3)
    for dx, dy, r in ((-20, -16, 18), (12, -32, 11), (16, 22, 15), (-30, 24, 10)):
        s.path(s.blob(1180 + dx, 210 + dy, r, r * 0.8, 0.12), "#EFE3C6")
    s.rect(0, quay - 4, 1600, 46, "#3F7880")
    s.cloud(1180, 300, 380, "#3A7079", 0.8)
    s.cloud(60, 190, 420, "#1D5560", 0.8)
    # ridge and keep
    s.wood(
        [(-20, 500), (240, 440), (520, 400), (760, 410), (960, 460), (1120, 520)],
        50,
        ["#0F3640", "#123E48", "#0D2F39"],
        40,
    )
    s.hill(
        [(-40, 520), (240, 450), (520, 414), (760, 424), (960, 476), (1160, 560), (1300, 590)], "#0F3640", 620
    )
    s.rect(566, 196, 118, 236, "#5A2A26")
    s.rect(566, 196, 46, 236, "#743530")
    s.poly([(684, 196), (716, 202), (716, 430), (684, 432)], "#3A1D1E")
    s.battlements(560, 200, 130, 5, 20, "#743530")
    s.rect(560, 196, 130, 18, "#743530")
    s.rect(636, 154, 34, 44, "#5A2A26")
    s.battlements(633, 156, 40, 3, 11, "#5A2A26")
    for x, y in ((592, 250), (646, 250), (620, 300)):
        s.window(x, y, 11, 30, c.WARM if y == 300 else "#2C1213")
    s.glow(625, 316, 60, c.WARM, 0.5)
    # rows of houses climbing the slope, windows lit
    for x, y, w, h in (
        (60, 520, 110, 56),
        (200, 500, 96, 50),
        (330, 486, 110, 56),
        (470, 490, 100, 46),
        (740, 500, 110, 50),
        (880, 522, 110, 56),
        (400, 540, 120, 56),
        (780, 560, 110, 50),
    ):
        s.house(x, y, w, h, 36, "#1D4A55", "#3A2428", "#0F3640", c.WARM)
    houses = [
        (-20, 150, 130, "#2B5F69"),
        (136, 120, 170, "#3A4C58"),
        (262, 140, 142, "#5A3A38"),
        (408, 116, 190, "#35606A"),
        (530, 150, 150, "#6B3A34"),
        (686, 120, 176, "#2F5661"),
        (812, 136, 140, "#4A4448"),
        (954, 124, 160, "#5A322E"),
        (1084, 110, 118, "#2B5F69"),
    ]
    for x, w, h, wall in houses:
        s.house(x, quay, w, h, 44, wall, "#2A1A20", "#123A46", c.WARM)
        for k in range(max(1, int(w / 44))):
            s.rect(x + 10 + k * 44, quay - 34, 26, 30, "#FFDF9E" if s.rnd.random() < 0.5 else "#123A46")
    s.rect(-10, quay, 1220, 22, "#3F565A")
    s.rect(-10, quay + 18, 1220, 16, "#12303A")
    lamps = list(range(60, 1200, 142))
    for x in lamps:
        s.line([(x, quay + 4), (x, quay - 66)], c.INK, 4)
        s.disc(x, quay - 70, 7, "#FFF0C8")
        s.glow(x, quay - 70, 54, "#FFDF9E", 0.75)
    # water, and all the lights again
    s.sea(quay + 34, 1000, ["#3F7880", "#1F5560", "#154753", "#0F3540", "#0A2630"], 8)
    for x, w, h, wall in houses:
        s.path(
            f"M{x} {quay + 34}h{w}l-6 {h * 0.8}q-{w * 0.3} 8 -{w * 0.5} 0t-{w * 0.4} 0Z",
            c.mix(wall, c.INK, 0.5),
            op=0.5,
        )
    for x in lamps:
        for k in range(12):
            s.ripple(
                x + s.rnd.uniform(-6, 6),
                quay + 44 + k * 17 + s.rnd.uniform(0, 9),
                s.rnd.uniform(16, 46 + k * 2),
                3.2,
                "#FFDF9E",
                0.85 - k * 0.06,
            )
    for x, w, _, _ in houses:
        for _ in range(8):
            s.ripple(
                x + s.rnd.uniform(10, w - 10),
                quay + 46 + s.rnd.uniform(0, 120),
                s.rnd.uniform(14, 38),
                2.6,
                c.WARM,
                0.7,
            )
    s.glints(1180, quay + 40, 980, 190, "#FFF6DF", 64, 0.85)
    # the ferry far out, the pier heads with red and green
    s.ripple(1450, 588, 190, 4, "#FFDF9E", 0.6)
    s.path("M1360 574h180l-10 14h-160Z", c.INK)
    s.path("M1372 574l6 -18h144l6 18Z", "#C3CEC6")
    s.rect(1404, 542, 92, 14, "#9DB3B2")
    for k in range(11):
        s.rect(1384 + k * 12.5, 561, 8, 7, c.WARM)
    s.line([(1450, 542), (1450, 524)], c.INK, 2)
    s.disc(1450, 522, 3, "#FFF0C8")
    for x, y, colour, reach in ((1330, 660, "#E8503A", -1), (1560, 664, "#5FD39A", 1)):
        s.path(f"M{x - 40 if reach < 0 else x - 50} {y}h{90}l16 16h-126Z", "#1B3F49")
        s.poly([(x - 7, y), (x - 5, y - 60), (x + 5, y - 60), (x + 7, y)], "#C3CEC6")
        s.disc(x, y - 68, 9, colour)
        s.glow(x, y - 68, 74, colour, 0.8)
        for k in range(10):
            s.ripple(x + s.rnd.uniform(-5, 5), y + 24 + k * 17, 20 + k * 4, 3.4, colour, 0.85 - k * 0.075)
    # boats asleep, mirrored
    for x, y, k, hull in (
        (230, 770, 1.35, c.BRICK),
        (520, 742, 1.1, "#35606A"),
        (880, 790, 1.55, c.BRICK_DARK),
        (1180, 752, 1.1, "#2B5F69"),
    ):
        s.mirror(y + 8, 0.4)
        s.moored(x, y, k, c.INK, "#35606A", c.INK, 130)
        s.close()
        s.moored(x, y, k, hull, "#B9C9C4", "#D8DED2", 190)
        s.disc(x, y - 190 * k, 4, "#FFF0C8")
    s.rect(866, 756, 24, 14, c.WARM)
    s.glow(880, 762, 70, c.WARM, 0.6)
    # jetty, and one who walks home
    s.poly([(-10, 920), (1610, 900), (1610, 1010), (-10, 1010)], "#173B45")
    s.poly([(-10, 914), (1610, 894), (1610, 906), (-10, 928)], "#4A6C71")
    for k in range(27):
        s.line([(k * 64, 922 - k * 0.8), (k * 64 - 14, 1010)], c.INK, 3, 0.6)
    s.person(650, 940, 118, c.WARM, pose="walk", legs="#081D27", hat=c.BRICK)
    s.glow(690, 910, 120, "#FFDF9E", 0.35)
    s.path("M706 944v-22l-12 -12 16 6h34l14 -14-2 20-6 22h-7v-15h-24v15Z", "#081D27")
    return s
