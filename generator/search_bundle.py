"""A search bundle whose bytes depend on nothing but what is indexed.

Pagefind 1.5 keeps the values of a filter in a hash map, so their order is another with every run, and with
it the digests that files are named by: of the filter, of the list that names it, and in the entry file. Here
the values are sorted and the names made anew. A `.pf_filter` is ``[name, [[value, [page, ...]], ...]]``, a
`.pf_meta` ``[version, pages, chunks, [[filter, its file], ...], sorts, fields]``; both are CBOR (RFC 8949, of
which arrays, text and whole numbers are used) after a signature, in gzip.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import Any

_SIGNATURE = b"pagefind_dcd"
_UNSIGNED, _TEXT, _ARRAY = 0, 3, 4
_ENDLESS, _END = 31, 0xFF


class _UnknownFormatError(Exception):
    """Another version of Pagefind writes something else."""


def _read(data: bytes, at: int = 0) -> tuple[Any, int]:
    """A CBOR item and where the next one begins."""
    major, length = data[at] >> 5, data[at] & 31
    at += 1
    if length == _ENDLESS and major == _ARRAY:
        items = []
        while data[at] != _END:
            item, at = _read(data, at)
            items.append(item)
        return items, at + 1
    if length > 27:
        raise _UnknownFormatError
    if length >= 24:
        size = 1 << (length - 24)
        length, at = int.from_bytes(data[at : at + size], "big"), at + size
    if major == _UNSIGNED:
        return length, at
    if major == _TEXT:
        return data[at : at + length].decode("utf-8"), at + length
    if major == _ARRAY:
        items = []
        for _ in range(length):
            item, at = _read(data, at)
            items.append(item)
        return items, at
    raise _UnknownFormatError


def _written(item: Any) -> bytes:
    """A CBOR item as bytes."""
    if isinstance(item, int):
        return _head(_UNSIGNED, item)
    if isinstance(item, str):
        text = item.encode("utf-8")
        return _head(_TEXT, len(text)) + text
    return _head(_ARRAY, len(item)) + b"".join(map(_written, item))


def _head(major: int, length: int) -> bytes:
    if length < 24:
        return bytes((major << 5 | length,))
    size = next(power for power in range(4) if length < 1 << (8 << power))
    return bytes((major << 5 | 24 + size,)) + length.to_bytes(1 << size, "big")


def _unpacked(content: bytes) -> Any:
    data = gzip.decompress(content)
    if not data.startswith(_SIGNATURE):
        raise _UnknownFormatError
    item, end = _read(data, len(_SIGNATURE))
    if end != len(data):
        raise _UnknownFormatError
    return item


def _packed(item: Any) -> tuple[bytes, str]:
    """The bytes of a file, and a digest for its name."""
    data = _SIGNATURE + _written(item)
    return gzip.compress(data, 9, mtime=0), hashlib.blake2b(data, digest_size=5).hexdigest()


def canonical(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Name -> bytes of the same bundle of one language, the same for the same pages.

    A bundle that does not look as described above is returned as it is: it serves readers no less.
    """
    try:
        return _canonical(files)
    except (_UnknownFormatError, LookupError, ValueError, TypeError, OSError, EOFError):
        return dict(files)


def _canonical(files: Mapping[str, bytes]) -> dict[str, bytes]:
    kept = dict(files)
    (meta_file,) = (name for name in files if name.endswith(".pf_meta"))
    meta = _unpacked(kept.pop(meta_file))
    entry = json.loads(kept["pagefind-entry.json"])
    ((tag, language),) = entry["languages"].items()
    filters = []
    for name, filter_file in meta[3]:
        field, values = _unpacked(kept.pop(f"filter/{filter_file}.pf_filter"))
        content, digest = _packed([field, sorted(values)])
        kept[f"filter/{tag}_{digest}.pf_filter"] = content
        filters.append([name, f"{tag}_{digest}"])
    meta[3] = sorted(filters)
    content, digest = _packed(meta)
    language["hash"] = f"{tag}_{digest}"
    kept[f"pagefind.{tag}_{digest}.pf_meta"] = content
    kept["pagefind-entry.json"] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return kept
