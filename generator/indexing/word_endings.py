"""Endings that readers type and that the stemmers of search indexes leave on a word.

The Swedish stemmer of Snowball (snowballstem.org, algorithms/swedish) takes the ending off *staden* and
*trappor*, but not off *tornet*, *trappan* and *bron*, so they would not find *torn*, *trappor* and *broar*.
The other languages it knows are not in need of this.
"""

from __future__ import annotations

from collections.abc import Mapping

ENDINGS: Mapping[str, str] = {"sv": r"(?<=\p{L}{3})(?:et|an|(?<=[aeiouyåäö])n)$"}
"""Primary language subtag -> a regular expression as scripts write it."""
