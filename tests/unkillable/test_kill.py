"""Law 8: killed at any moment, the site is whole and the next build is right."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = int(os.environ.get("PULSEN_KILLS", "100"))
"""How many builds are killed. PULSEN_KILLS=2000 takes some minutes."""
SEED = int(os.environ.get("PULSEN_KILLS_SEED", "4"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills processes as POSIX does")
def test_killed_builds_leave_no_trace(tmp_path: Path) -> None:
    """Killed at any moment, a build leaves a whole site and nothing running, and the next one is right."""
    command = [sys.executable, "-m", "tests.unkillable.kills", str(tmp_path), str(SEED), str(KILLS)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    rounds = [json.loads(line) for line in done.stdout.splitlines()][1:]

    assert done.returncode == 0, done.stderr
    assert [each for each in rounds if each["wrong"]] == []
    assert sum(not each["survived"] for each in rounds) == KILLS
    killed = [each["killed"].split()[0] for each in rounds if not each["survived"]]
    assert min(killed.count("after"), killed.count("at")) > KILLS // 5, "both ways to be killed were taken"
