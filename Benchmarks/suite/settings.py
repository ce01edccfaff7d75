# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured, unless the command line says otherwise."""

from __future__ import annotations

import os

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BENCHMARKS = os.path.join(REPOSITORY, "Benchmarks")
SKILLMIX = os.path.join(REPOSITORY, ".build", "release", "skillmix")
SEARCH_SPEED = os.path.join(REPOSITORY, ".build", "release", "SearchSpeed")
PEER_PYTHON = os.path.join(BENCHMARKS, ".venv", "bin", "python")
RESULTS = os.path.join(BENCHMARKS, "results")

# People on the roster, and the weeks of each size by the seed they are generated from.
SIZES = [12, 40, 120, 400, 1000, 2000]
WEEKS = [1001, 1002, 1003, 1004, 1005]
SECONDS = 120

# Sizes that other solvers are given: a first plan of larger weeks takes them longer than they have.
PEER_SIZES = [40, 120]
PEER_SECONDS = 600

# What `--quick` measures: two minutes in all.
QUICK_SIZES = [12, 40, 120]
QUICK_WEEKS = 1
QUICK_SECONDS = 10
QUICK_PEER_SIZES = [40]
QUICK_PEER_SECONDS = 20

# Seconds at which plans are compared on the way.
MOMENTS = [1, 10, 60]
