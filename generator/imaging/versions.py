"""Everything the bytes of a rendition depend on, in one line."""

from __future__ import annotations

import importlib
from typing import Any

from PIL import _avif, features

SPEC = 1
"""Of this room: to be raised with any change that alters pixels or bytes."""

_LIBRARIES = ("avif", "webp", "libjpeg_turbo", "jpg", "littlecms2", "zlib_ng", "zlib", "libtiff")


def _heif() -> str:
    try:
        plugin: Any = importlib.import_module("pillow_heif")
    except ImportError:
        return "none"
    return f"{plugin.__version__} (libheif {plugin.libheif_version()})"


def version() -> str:
    """Names and numbers of our recipe, Pillow and its libraries. Equal lines mean equal bytes."""
    parts = [f"spec {SPEC}", f"pillow {features.version('pil')}"]
    parts += [f"{name} {features.version(name) or 'none'}" for name in _LIBRARIES]
    return "; ".join([*parts, str(_avif.codec_versions()), f"pillow-heif {_heif()}"])
