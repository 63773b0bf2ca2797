"""Floor 2: bytes become values. A parse knows only its own bytes and its options."""
