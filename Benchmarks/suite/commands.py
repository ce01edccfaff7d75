# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs commands and says what they took."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
import time
from dataclasses import dataclass

# Lines of a failed command's messages that are repeated.
LINES = 20


class CommandFailed(Exception):
    """A command that ended with another code than 0, or did not end, with what it said."""


@dataclass
class Finished:
    """A command that ended well: what it printed, how long it took and the most memory it held."""

    output: str
    seconds: float
    kilobytes: int


def run(arguments: list[str], limit: float | None = None, folder: str | None = None) -> Finished:
    """Runs a command to its end, or raises `CommandFailed`; beyond `limit` seconds it is killed.

    The memory that the system reports for a child is at least what its parent held when it was started. So whoever
    calls this must stay small: anything large is read in processes of its own.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as messages:
        started = time.monotonic()
        process = subprocess.Popen(arguments, stdout=output, stderr=messages, cwd=folder)
        try:
            status, usage = _wait(process.pid, None if limit is None else started + limit)
        except BaseException:
            process.kill()
            process.wait()
            raise
        seconds = time.monotonic() - started
        code = process.returncode = os.waitstatus_to_exitcode(status)
        if code != 0:
            said = (_text(messages) + _text(output)).strip().splitlines()[-LINES:]
            why = f"ended with {code}" if code > 0 else f"was ended by signal {-code}, after {seconds:.0f} s"
            raise CommandFailed("\n  ".join([f"{shlex.join(arguments)} {why}:", *said]))
        return Finished(_text(output), seconds, usage.ru_maxrss)


def _wait(pid: int, deadline: float | None):
    while True:
        ended, status, usage = os.wait4(pid, 0 if deadline is None else os.WNOHANG)
        if ended:
            return status, usage
        if time.monotonic() > deadline:
            os.kill(pid, 9)
            deadline = None
        else:
            time.sleep(0.02)


def _text(file) -> str:
    file.seek(0)
    return file.read().decode("utf-8", errors="replace")
