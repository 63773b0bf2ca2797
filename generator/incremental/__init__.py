"""Floor 1: facts, tracker, store, staleness. Knows no HTML and no cities; it would serve another program.

The whole idea: every output remembers the keys it looked at (its trace). A change is the set of keys
whose value is different now (the delta). An output is stale if and only if the two sets meet.
"""
