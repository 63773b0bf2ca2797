"""Pictures measured beside sharp, Eleventy-img and Astro: CPU, bytes at equal quality, what is fetched.

    python -m tests.bench.images PHOTOS --node DIR --ssimulacra2 COMMAND [--work DIR] [SECTION ...]

PHOTOS is a folder of JPEGs at least 1920 px wide, four or more of them of 12 Mpx or more. DIR is where
``npm install node@24 sharp@0.35 @11ty/eleventy@3 @11ty/eleventy-img@7 astro@7`` was run; without it only
Pulsen is measured. COMMAND gets two PPM files, original and distorted, and prints the SSIMULACRA2 score, as
the program of the reference implementation does; without it the PyPI package ``ssimulacra2`` has to be there
(slow, some 0.5 points off). Sections, all in this order by default:

    encode   AVIF in four widths: CPU, bytes, score; then at the score of sharp's default
    knobs    the same for other settings of the encoder and other ways to shrink (needs encode's results)
    pages    bytes that a phone, a tablet and a laptop fetch for a page with a hero, 6 cards and 2 figures
    library  ``pulsen build`` of a site with 100 photos of 12 Mpx: cold, and again

CPU is user + system time of a process and all its descendants (wait4). Tables are printed as Markdown, raw
figures kept in DIR of --work, which is some 2 GB. Runs on Linux; takes more than an hour on two cores.
"""

from __future__ import annotations

import argparse
import importlib
import io
import json
import math
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import fmean, geometric_mean, median
from typing import Any, NamedTuple

from PIL import Image, ImageCms, ImageFilter, ImageOps

from generator.imaging import CLASSES, Box, Encoding, Job, Limits, Variant, cost, inspect, render, version

ROOT = Path(__file__).resolve().parents[2]
WIDTHS = (640, 960, 1280, 1920)
QUALITIES = (44, 50, 56, 62)
LANCZOS = Image.Resampling.LANCZOS
Table = list[Sequence[object]]

# ---- processes --------------------------------------------------------------------------------------------


class Usage(NamedTuple):
    """What a command took; memory is the peak of proportional set sizes (PSS) added up, in MiB."""

    cpu: float
    wall: float
    tree: float = 0.0
    children: float = 0.0


def pss(pid: int) -> float:
    """MiB of one process, shared pages divided among those who share them."""
    try:
        found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0


def descendants(pid: int) -> list[int]:
    """All processes below one that are alive now."""
    parents: dict[int, list[int]] = defaultdict(list)
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.read_text().rpartition(")")[2].split()[1])].append(int(stat.parent.name))
        except OSError:
            continue
    below = list(parents[pid])
    for each in below:
        below += parents[each]
    return below


def run(command: Sequence[str | Path], folder: Path, sample: bool = False) -> tuple[Usage, str]:
    """Run a command to its end. Raises RuntimeError with its words if it fails."""
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "output.log"
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "ASTRO_TELEMETRY_DISABLED": "1", "CI": "1"}
    tree = children = 0.0
    with log.open("wb") as out:
        start = time.perf_counter()
        child = subprocess.Popen(
            [str(each) for each in command], cwd=folder, env=environ, stdout=out, stderr=out
        )
        ended = threading.Event()

        def watch() -> None:
            nonlocal tree, children
            while sample and not ended.wait(0.1):
                below = sum(map(pss, descendants(child.pid)))
                tree, children = max(tree, pss(child.pid) + below), max(children, below)

        watcher = threading.Thread(target=watch)
        watcher.start()
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        ended.set()
        watcher.join()
    child.returncode = os.waitstatus_to_exitcode(status)
    text = log.read_text("utf-8", "replace")
    if child.returncode:
        raise RuntimeError(f"{command[:3]} failed:\n{text[-2000:]}")
    return Usage(usage.ru_utime + usage.ru_stime, wall, tree, children), text


def cell(value: object) -> str:
    """A figure as it is read most easily."""
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:.1f}" if abs(value) >= 10 else f"{value:.3f}"
    return str(value)


def show(title: str, head: Sequence[str], rows: Table) -> None:
    """A table in Markdown."""
    print(f"\n### {title}\n\n| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for row in rows:
        print(f"| {' | '.join(map(cell, row))} |")
    print(flush=True)


# ---- quality ----------------------------------------------------------------------------------------------


class Scorer:
    """SSIMULACRA2 by a command, or by the port to numpy."""

    def __init__(self, command: str | None, folder: Path) -> None:
        self.command = command
        self.folder = folder / "score"
        self.folder.mkdir(parents=True, exist_ok=True)

    def files(self, original: Path, distorted: Path) -> float:
        """The score of two PPM files."""
        if self.command is None:
            return float(
                importlib.import_module("ssimulacra2").compute_ssimulacra2(str(original), str(distorted))
            )
        out = subprocess.run([self.command, original, distorted], capture_output=True, check=True, text=True)
        return float(out.stdout.split()[-1])

    def picture(self, originals: Sequence[Path], distorted: Image.Image) -> float:
        """The mean score against several originals; a difference of one row or column is cut off."""
        target = self.folder / f"{threading.get_ident()}.ppm"
        found = []
        for original in originals:
            with Image.open(original) as other:
                size = min(other.width, distorted.width), min(other.height, distorted.height)
                assert max(other.width - size[0], other.height - size[1]) <= 1, (
                    f"{other.size} {distorted.size}"
                )
                same = original
                if other.size != size:
                    same = target.with_suffix(".cut.ppm")
                    other.crop((0, 0, *size)).save(same)
            distorted.convert("RGB").crop((0, 0, *size)).save(target)
            found.append(self.files(same, target))
        return fmean(found)


def spread(work: Callable[..., float], calls: Iterable[tuple[Any, ...]]) -> list[float]:
    """Calls in two threads; scoring is done by other processes and never while CPU is measured."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda call: work(*call), calls))


def between(points: Sequence[tuple[float, float]], x: float) -> float:
    """y at x on the line through sorted points; beyond the ends the last piece goes on."""
    points = sorted(points)
    at = next((i for i in range(1, len(points) - 1) if x < points[i][0]), len(points) - 1)
    (x0, y0), (x1, y1) = points[at - 1], points[at]
    return y0 if x1 == x0 else y0 + (y1 - y0) * (x - x0) / (x1 - x0)


def whole(path: Path) -> Image.Image:
    """The photo upright, decoded in full, in sRGB once it is made smaller (see `reference`)."""
    with Image.open(path) as image:
        return ImageOps.exif_transpose(image).convert("RGB")


def reference(photo: Image.Image, size: tuple[int, int]) -> Image.Image:
    """One Lanczos step from the full decoding, then sRGB."""
    small = photo.resize(size, LANCZOS)
    if profile := photo.info.get("icc_profile"):
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
        changed = ImageCms.profileToProfile(
            small,
            source,
            ImageCms.createProfile("sRGB"),
            renderingIntent=intent,
            outputMode="RGB",
            flags=flags,
        )
        small = changed or small
    return small


# ---- encode -----------------------------------------------------------------------------------------------

SHARP = """
import sharp from "sharp"; import { writeFileSync } from "node:fs";
const { photos, out, mode } = JSON.parse(process.argv[2]); const took = {};
for (const [name, path, sizes] of photos) {
  const before = process.cpuUsage();
  for (const [width, height] of sizes) {
    const made = sharp(path).autoOrient(), file = `${out}/${name}-${width}`;
    if (mode === "avif") await made.resize(width).avif().toFile(file + ".avif");
    else if (mode === "own") await made.resize(width).png({ compressionLevel: 1 }).toFile(file + ".png");
    else await made.resize(width, height, { fit: "fill", fastShrinkOnLoad: false })
      .png({ compressionLevel: 1 }).toFile(file + ".png");
  }
  const used = process.cpuUsage(before); took[name] = (used.user + used.system) / 1e6;
}
writeFileSync(`${out}/took.json`, JSON.stringify(took));
"""
ELEVENTY_IMG = """
import Image from "@11ty/eleventy-img";
const { photos, out } = JSON.parse(process.argv[2]);
for (const [name, path, sizes] of photos)
  const widths = sizes.map((size) => size[0]);
  await Image(path, { widths, formats: ["avif"], outputDir: out, useCache: false });
"""
ASTRO_CONFIG = 'export default { devToolbar: { enabled: false }, cacheDir: "./.cache" };\n'
ASTRO_ENCODE = """---
import { Image } from "astro:assets";
const found = Object.values(import.meta.glob("../photos/*.jpg", { eager: true })).map((each) => each.default);
---
{found.map((photo) => (
  <Image src={photo} alt="" format="avif" width={1920} widths={[640, 960, 1280, 1920]} />
))}
"""


class Node:
    """The peers, in a folder where npm installed them."""

    def __init__(self, folder: Path) -> None:
        self.modules = folder.resolve() / "node_modules"
        own = self.modules / ".bin/node"
        self.program = own if own.exists() else Path("node")

    def prepare(self, folder: Path) -> None:
        """A fresh project folder that finds the peers."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "package.json").write_text('{"type": "module", "private": true}\n')
        (folder / "node_modules").symlink_to(self.modules)

    def script(self, folder: Path, text: str, argument: object) -> Usage:
        """Run a script."""
        self.prepare(folder)
        (folder / "run.js").write_text(text)
        return run([self.program, "run.js", json.dumps(argument)], folder)[0]

    def astro(self, folder: Path, page: str, photos: Iterable[Path]) -> Usage:
        """Build a site of one page."""
        self.prepare(folder)
        for name, text in (("astro.config.mjs", ASTRO_CONFIG), ("src/pages/index.astro", page)):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text)
        place(photos, folder / "src/photos")
        return run([self.program, "node_modules/astro/bin/astro.mjs", "build"], folder)[0]

    def eleventy(self, folder: Path, page: str, photos: Iterable[Path]) -> Usage:
        """Build a site of one page with the image transform, which has no options here."""
        self.prepare(folder)
        (folder / "index.html").write_text(page)
        (folder / "eleventy.config.js").write_text(
            'import { eleventyImageTransformPlugin as images } from "@11ty/eleventy-img";\n'
            "export default (config) => { config.addPlugin(images); };\n"
        )
        place(photos, folder / "photos")
        return run([self.program, "node_modules/@11ty/eleventy/cmd.cjs"], folder)[0]

    def versions(self) -> str:
        """Names and numbers."""
        names = ("node", "sharp", "@11ty/eleventy", "@11ty/eleventy-img", "astro")
        found = {name: json.loads((self.modules / name / "package.json").read_text()) for name in names}
        return ", ".join(f"{name} {package['version']}" for name, package in found.items())


def place(photos: Iterable[Path], folder: Path) -> None:
    """Copies of photos."""
    folder.mkdir(parents=True, exist_ok=True)
    for photo in photos:
        shutil.copyfile(photo, folder / photo.name)


class Photo(NamedTuple):
    """A photo to measure with, upright."""

    name: str
    path: Path
    width: int
    height: int

    @property
    def sizes(self) -> list[tuple[int, int]]:
        """The four sizes wanted of it."""
        return [(width, (2 * self.height * width + self.width) // (2 * self.width)) for width in WIDTHS]


def photos_of(folder: Path) -> list[Photo]:
    """The JPEGs of a folder that are wide enough."""
    found = []
    for path in sorted(folder.glob("*.jpg")):
        seen = inspect(path.read_bytes(), Limits())
        if seen.width >= WIDTHS[-1]:
            found.append(Photo(path.stem, path.resolve(), seen.width, seen.height))
    return found


def work_pulsen(out: Path, folder: Path, quality: int) -> None:
    """In a process of its own: what `generator.developing` does for each photo. Quality 0 means lossless."""
    took = {}
    for photo in photos_of(folder):
        before = time.process_time()
        standard = CLASSES["standard"]["avif"]
        encoding = (
            Encoding("avif", quality, standard.speed, standard.subsampling)
            if quality
            else Encoding("png", 100)
        )
        variants = tuple(Variant(*size, encoding) for size in photo.sizes)
        job = Job(Box(0, 0, photo.width, photo.height), variants)
        content = photo.path.read_bytes()
        cost(inspect(content, Limits()), job)
        for variant, made in zip(variants, render(photo.path.read_bytes(), job, Limits()), strict=True):
            (out / f"{photo.name}-{variant.width}.{encoding.format}").write_bytes(made)
        took[photo.name] = time.process_time() - before
    (out / "took.json").write_text(json.dumps(took))


class Bench:
    """One run: photos, peers, a scorer and a folder to work in."""

    def __init__(self, photos: Path, work: Path, node: Node | None, scorer: Scorer, runs: int) -> None:
        self.folder, self.photos = photos.resolve(), photos_of(photos)
        self.work, self.node, self.scorer, self.runs = work, node, scorer, runs
        self.files = [(photo.name, width) for photo in self.photos for width in WIDTHS]

    def keep(self, name: str, data: object) -> None:
        """Raw figures, for later."""
        (self.work / f"{name}.json").write_text(json.dumps(data))

    def kept(self, name: str) -> Any:
        """Raw figures of an earlier section."""
        return json.loads((self.work / f"{name}.json").read_text())

    def pulsen(self, quality: int) -> tuple[Usage, Path]:
        """AVIF (or lossless, 0) of all photos."""
        out = self.work / f"encode/pulsen-{quality}"
        out.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "tests.bench.images", "--worker", out, self.folder, str(quality)]
        return run(command, out)[0], out

    def sharp(self, mode: str) -> tuple[Usage, Path]:
        """AVIF by sharp's defaults, or PNG in its own pixels, or in those without shrinking on load."""
        assert self.node
        out = self.work / f"encode/sharp-{mode}"
        out.mkdir(parents=True, exist_ok=True)
        photos = [(photo.name, str(photo.path), photo.sizes) for photo in self.photos]
        argument = {"photos": photos, "out": str(out), "mode": mode}
        return self.node.script(self.work / "encode/sharp-script", SHARP, argument), out

    def originals(self) -> dict[str, list[Path]]:
        """``name-width`` -> what is taken for the truth: one step of Lanczos, by Pillow and by sharp."""
        folder = self.work / "encode/originals"
        folder.mkdir(parents=True, exist_ok=True)
        found: dict[str, list[Path]] = defaultdict(list)
        exact = self.sharp("exact")[1] if self.node else None
        for photo in self.photos:
            full = whole(photo.path)
            for size in photo.sizes:
                key = f"{photo.name}-{size[0]}"
                reference(full, size).save(folder / f"{key}.pillow.ppm")
                found[key].append(folder / f"{key}.pillow.ppm")
                if exact:
                    Image.open(exact / f"{key}.png").convert("RGB").save(folder / f"{key}.sharp.ppm")
                    found[key].append(folder / f"{key}.sharp.ppm")
        return found

    def own(self, out: Path) -> dict[str, list[Path]]:
        """``name-width`` -> the pixels that the encoder got."""
        for path in out.glob("*.png"):
            Image.open(path).convert("RGB").save(path.with_suffix(".ppm"))
        return {path.stem: [path] for path in out.glob("*.ppm")}

    def encode(self) -> None:
        """Section `encode`."""
        makers: dict[str, Callable[[], tuple[Usage, Path]]] = {
            f"pulsen q{quality}": (lambda quality=quality: self.pulsen(quality)) for quality in QUALITIES
        }
        if self.node:
            makers["sharp default"] = lambda: self.sharp("avif")
        used: dict[str, list[Usage]] = defaultdict(list)
        took: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        outs: dict[str, Path] = {}
        for _ in range(self.runs):
            for name, make in makers.items():
                usage, outs[name] = make()
                used[name].append(usage)
                for photo, cpu in json.loads((outs[name] / "took.json").read_text()).items():
                    took[name][photo].append(cpu)
        originals = self.originals()
        own = {"pulsen": self.own(self.pulsen(0)[1])}
        if self.node:
            own["sharp"] = self.own(self.sharp("own")[1])
        data: dict[str, Any] = {}
        for name, out in outs.items():
            keys = [f"{photo}-{width}" for photo, width in self.files]
            pictures = [Image.open(out / f"{key}.avif") for key in keys]
            common = spread(
                self.scorer.picture, [(originals[k], p) for k, p in zip(keys, pictures, strict=True)]
            )
            mine = own[name.split()[0]]
            alone = spread(self.scorer.picture, [(mine[k], p) for k, p in zip(keys, pictures, strict=True)])
            data[name] = {
                "cpu": median(each.cpu for each in used[name]),
                "took": {photo: median(each) for photo, each in took[name].items()},
                "bytes": {key: (out / f"{key}.avif").stat().st_size for key in keys},
                "score": dict(zip(keys, common, strict=True)),
                "alone": dict(zip(keys, alone, strict=True)),
            }
        self.keep("encode", data)
        rows: Table = [
            (
                name,
                each["cpu"],
                sum(each["bytes"].values()),
                *means(each["score"]),
                fmean(each["alone"].values()),
            )
            for name, each in data.items()
        ]
        if self.node:
            rows += self.peers()
        head = ["", "CPU s", "bytes", "score", *map(str, WIDTHS), "score of the encoder alone"]
        show(f"{len(self.photos)} photos, AVIF in 4 widths", head, rows)
        if self.node:
            self.equal(data)

    def peers(self) -> Table:
        """CPU and bytes of Eleventy-img and Astro, which use sharp: once, and not scored."""
        assert self.node
        photos = [(photo.name, str(photo.path), photo.sizes) for photo in self.photos]
        folder = self.work / "encode/eleventy-img"
        argument = {"photos": photos, "out": "made"}
        rows: Table = []
        for name, usage, made in (
            ("eleventy-img", self.node.script(folder, ELEVENTY_IMG, argument), folder / "made"),
            (
                "astro",
                self.node.astro(
                    self.work / "encode/astro", ASTRO_ENCODE, [photo.path for photo in self.photos]
                ),
                self.work / "encode/astro/dist",
            ),
        ):
            sizes = [path.stat().st_size for path in made.rglob("*.avif")]
            rows.append((f"{name} ({len(sizes)} files)", usage.cpu, sum(sizes), *[""] * 6))
        return rows

    def equal(self, data: Mapping[str, Any]) -> None:
        """CPU and bytes of Pulsen at the quality where each file scores what sharp's scores."""
        curves = [data[f"pulsen q{quality}"] for quality in QUALITIES]
        target = data["sharp default"]
        rows: Table = []
        for kind in ("score", "alone"):
            ratios, cpu, quality, outside = {}, {}, {}, 0
            for key, score in target[kind].items():
                seen = [each[kind][key] for each in curves]
                sizes = [math.log(each["bytes"][key]) for each in curves]
                outside += not min(seen) <= score <= max(seen)
                quality[key] = between(list(zip(seen, map(float, QUALITIES), strict=True)), score)
                ratios[key] = (
                    math.exp(between(list(zip(seen, sizes, strict=True)), score)) / target["bytes"][key]
                )
            for photo in self.photos:
                at = fmean(quality[f"{photo.name}-{width}"] for width in WIDTHS)
                points = [
                    (float(q), each["took"][photo.name]) for q, each in zip(QUALITIES, curves, strict=True)
                ]
                cpu[photo.name] = between(points, at)
            total = sum(ratio * target["bytes"][key] for key, ratio in ratios.items()) / sum(
                target["bytes"].values()
            )
            by_photo = {p.name: geometric_mean(ratios[f"{p.name}-{w}"] for w in WIDTHS) for p in self.photos}
            cpus = {photo: cpu[photo] / target["took"][photo] for photo in cpu}
            by_width = [geometric_mean(ratios[f"{p.name}-{width}"] for p in self.photos) for width in WIDTHS]
            whose = "common" if kind == "score" else "its own"
            head = (whose, fmean(quality.values()), sum(cpu.values()) / sum(target["took"].values()))
            rows.append(
                (*head, max(cpus.values()), total, geometric_mean(ratios.values()), *by_width, outside)
            )
            show(
                f"By photo, against {whose} pixels, sharp = 1",
                ["photo", "bytes", "CPU"],
                [(name, by_photo[name], cpus[name]) for name in sorted(by_photo, key=by_photo.__getitem__)],
            )
        head_row = ["originals", "mean q", "CPU", "worst photo", "bytes, sum", "bytes, mean of files"]
        show(
            "Pulsen at the score of sharp's default, sharp = 1",
            [*head_row, *map(str, WIDTHS), "outside"],
            rows,
        )

    # ---- knobs --------------------------------------------------------------------------------------------

    def knobs(self) -> None:
        """Section `knobs`: only the widths 960 and 1920."""
        folder = self.work / "encode/originals"
        target = self.kept("encode")["sharp default"]
        calls, keys = [], []
        cpu: dict[tuple[str, int], float] = defaultdict(float)
        for photo in self.photos:
            for pixels, knobs in KNOBS.items():
                small = shrink(photo, pixels)
                for name, options in knobs.items():
                    for quality in KNOB_QUALITIES:
                        for image in small:
                            stream, before = io.BytesIO(), time.process_time()
                            image.save(stream, "AVIF", **{**PLAIN, **options, "quality": quality})
                            cpu[name, quality] += time.process_time() - before
                            key = f"{photo.name}-{image.width}"
                            calls.append((sorted(folder.glob(f"{key}.*.ppm")), stream))
                            keys.append((name, quality, key, len(stream.getvalue())))
        found = spread(lambda files, made: self.scorer.picture(files, Image.open(made)), calls)
        curves: dict[str, dict[str, list[tuple[float, float, int]]]] = defaultdict(lambda: defaultdict(list))
        for (name, quality, key, size), score in zip(keys, found, strict=True):
            curves[name][key].append((score, math.log(size), quality))
        self.keep("knobs", curves)
        rows: Table = []
        base_cpu = fmean(cpu["speed 6, 4:2:0 (as it is)", quality] for quality in KNOB_QUALITIES)
        for name, files in curves.items():
            ratios = {
                key: math.exp(between([(s, b) for s, b, _ in points], target["score"][key]))
                / target["bytes"][key]
                for key, points in files.items()
            }
            total = sum(ratio * target["bytes"][key] for key, ratio in ratios.items())
            total /= sum(target["bytes"][key] for key in ratios)
            by_width = [
                geometric_mean(r for k, r in ratios.items() if k.endswith(f"-{w}")) for w in (960, 1920)
            ]
            q = fmean(
                between([(s, float(q)) for s, _, q in points], target["score"][k])
                for k, points in files.items()
            )
            spent = fmean(cpu[name, quality] for quality in KNOB_QUALITIES) / base_cpu
            rows.append(
                (name, q, spent, total, geometric_mean(ratios.values()), *by_width, max(ratios.values()))
            )
        head = [
            "",
            "mean q",
            "encoder's CPU, first = 1",
            "bytes, sum",
            "mean of files",
            "960",
            "1920",
            "worst file",
        ]
        show("Settings at the score of sharp's default (common originals), bytes of sharp = 1", head, rows)


PLAIN = {"speed": 6, "subsampling": "4:2:0", "codec": "aom", "max_threads": 1, "autotiling": False}
KNOB_QUALITIES = (46, 58)
KNOBS: dict[str, dict[str, dict[str, Any]]] = {
    "draft": {
        "speed 6, 4:2:0 (as it is)": {},
        "4:4:4": {"subsampling": "4:4:4"},
        "speed 8": {"speed": 8},
        "speed 5": {"speed": 5},
        "tune=ssimulacra2": {"advanced": {"tune": "ssimulacra2"}},
        "4:4:4, tune=ssimulacra2": {"subsampling": "4:4:4", "advanced": {"tune": "ssimulacra2"}},
        "tune=ssim": {"advanced": {"tune": "ssim"}},
        "enable-chroma-deltaq=1": {"advanced": {"enable-chroma-deltaq": "1"}},
    },
    "full": {"full decode, each width from it": {}},
    "unsharp": {"unsharp mask 0.5 px, 30 %": {}},
    "soft": {"denoise: blur 0.4 px": {}},
}
"""How pixels are made -> name -> options of Pillow's AVIF besides PLAIN."""


def shrink(photo: Photo, pixels: str) -> list[Image.Image]:
    """960 and 1920 px wide, in one of several ways."""
    sizes = [size for size in photo.sizes if size[0] in (960, 1920)]
    if pixels == "full":
        full = whole(photo.path)
        return [reference(full, size) for size in sizes]
    variants = tuple(Variant(*size, Encoding("png", 100)) for size in photo.sizes)
    made = render(photo.path.read_bytes(), Job(Box(0, 0, photo.width, photo.height), variants), Limits())
    images = [Image.open(io.BytesIO(each)).convert("RGB") for each in made]
    chosen = [image for image in images if image.width in (960, 1920)]
    if pixels == "unsharp":
        return [image.filter(ImageFilter.UnsharpMask(0.5, 30, 0)) for image in chosen]
    if pixels == "soft":
        return [image.filter(ImageFilter.GaussianBlur(0.4)) for image in chosen]
    return chosen


def means(scores: Mapping[str, float]) -> Iterator[float]:
    """The mean of all, and of each width."""
    yield fmean(scores.values())
    for width in WIDTHS:
        yield fmean(score for key, score in scores.items() if key.endswith(f"-{width}"))


def main() -> None:
    """Arguments in, tables out."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("photos", type=Path)
    parser.add_argument("sections", nargs="*", metavar="SECTION")
    parser.add_argument("--node", type=Path)
    parser.add_argument("--ssimulacra2")
    parser.add_argument("--work", type=Path, default=ROOT / "build/bench")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    node = Node(arguments.node) if arguments.node else None
    bench = Bench(arguments.photos, work, node, Scorer(arguments.ssimulacra2, work), arguments.runs)
    print(f"{version()}\n{node.versions() if node else 'no peers'}\nload {os.getloadavg()}")
    for section in arguments.sections or SECTIONS:
        getattr(bench, section)()
        print(f"load {os.getloadavg()}", flush=True)


SECTIONS = ("encode", "knobs", "pages", "library")

if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        work_pulsen(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
    else:
        main()
