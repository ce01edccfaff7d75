# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benchmarks share. CONTRIBUTING.md says how to run them."""
