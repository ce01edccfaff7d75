# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes weeks up, and writes their programmes for other solvers."""

from __future__ import annotations

import hashlib
import os

from suite import commands
from suite.settings import REPOSITORY, SKILLMIX


def generate(folder: str, staff: int, seed: int) -> str:
    """A made-up week's folder below a folder; made only once.

    It is generated from the repository's own folder, whose framework the week then refers to.
    """
    week = os.path.join(folder, f"{staff}-{seed}")
    if not os.path.exists(week):
        commands.run(
            [SKILLMIX, "generate", week, "--staff", str(staff), "--seed", str(seed)], folder=REPOSITORY)
    return week


def export(week: str) -> str:
    """The week's programme as free MPS, beside the week; written only once."""
    programme = week + ".mps"
    if not os.path.exists(programme):
        commands.run([SKILLMIX, "export", week, "--mps", programme])
    return programme


def fingerprint(path: str) -> str:
    """A file's contents in sixteen letters: runs on the same file can be used again."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()[:16]
