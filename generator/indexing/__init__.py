"""Floor 3: indexes, pure functions of all facts, recomputed wholesale and compared entry by entry."""
