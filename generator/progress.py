"""A line on the terminal that tells how far long work is."""

from __future__ import annotations

import os
import sys
import time

import click

from generator.survey import Progress


def progress_line() -> Progress | None:
    """A line that is rewritten while work goes on; silent where nobody watches."""
    if not sys.stderr.isatty() or os.environ.get("CI"):
        return None
    began: dict[int, float] = {}
    shown = [0.0]

    def show(phase: str, done: int, total: int) -> None:
        moment = time.monotonic()
        # Phases are told apart by how much there is to do: their words change while they last.
        start = began.setdefault(total, moment)
        if done == total:
            click.echo(f"\r{' ' * 70}\r", nl=False, err=True)
        elif moment - shown[0] > 0.1:
            shown[0] = moment
            left = (moment - start) / done * (total - done)
            click.echo(f"\r{phase}: {done}/{total}, {left:.0f} s left   ", nl=False, err=True)

    return show
