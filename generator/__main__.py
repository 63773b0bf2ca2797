"""``python -m generator`` is ``pulsen``."""

from generator.cli import main

main(prog_name="pulsen")
