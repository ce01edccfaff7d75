# SPDX-License-Identifier: GPL-3.0-or-later
"""A Slurm of one machine and two cores in a folder of its own, for tests: munge, a controller and one node, started by hand
as root, and ended by their pid files."""

from __future__ import annotations

import os
import pathlib
import secrets
import signal
import socket
import subprocess
import time

SETTINGS = """\
ClusterName=skillmix
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
SlurmdParameters=config_overrides
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
SlurmctldPort={controller}
SlurmdPort={node}
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
KillWait=5
SlurmdTimeout=10
SchedulerParameters=batch_sched_delay=0,sched_interval=2
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes={host} Default=YES MaxTime=INFINITE State=UP
"""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def tool(name: str) -> str:
    """Where a program is; Debian keeps daemons in a folder that is not on everybody's path."""
    for folder in [*os.environ["PATH"].split(":"), "/usr/sbin", "/usr/local/sbin"]:
        if os.access(path := os.path.join(folder, name), os.X_OK):
            return path
    raise SystemExit(f"There is no {name}: .ci/install-dependencies slurm installs it.")


class CannotRun(Exception):
    """Slurm's daemons do not run on this machine."""


class Cluster:
    """`with Cluster(folder) as cluster:` has it running."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder = folder
        self.settings = folder / "slurm.conf"
        self.host = socket.gethostname().split(".")[0]

    @property
    def environment(self) -> dict[str, str]:
        """With which Slurm's commands find it."""
        return {**os.environ, "SLURM_CONF": str(self.settings)}

    def __enter__(self) -> "Cluster":
        if os.geteuid() != 0:
            raise SystemExit("A Slurm of its own needs root: run it in a container, or as root.")
        for name in ("state", "spool"):
            (self.folder / name).mkdir()
        self.folder.chmod(0o755)
        key = self.folder / "munge.key"
        key.write_bytes(secrets.token_bytes(128))
        key.chmod(0o400)
        self.settings.write_text(
            SETTINGS.format(folder=self.folder, host=self.host, controller=free_port(), node=free_port()))
        try:
            self.begin(key)
        except BaseException as failure:
            self.__exit__()
            # Daemons that are not let begin are the machine's. Those that begin and do nothing may be ours.
            if not isinstance(failure, (OSError, subprocess.SubprocessError)):
                raise
            raise CannotRun(f"LEFT OUT: Slurm's daemons cannot be started on this machine: {failure}") from failure
        return self

    def begin(self, key: pathlib.Path) -> None:
        """Starts all daemons and waits until there is something to be done by them."""
        # The folder above may be open to all, which munge does not like and a test does not mind.
        self.start(
            "munged", "--force", f"--socket={self.folder}/munge.socket", f"--key-file={key}",
            f"--pid-file={self.folder}/munged.pid", f"--log-file={self.folder}/munged.log",
            f"--seed-file={self.folder}/munge.seed")
        self.start("slurmctld", "-f", self.settings, "-c")
        self.start_node()
        self.wait("idle", self.is_idle)

    def __exit__(self, *_: object) -> None:
        for name in ("slurmd", "slurmctld", "munged"):
            self.stop(name)

    def start(self, name: str, *arguments: object) -> None:
        """Starts a daemon, which goes on by itself."""
        subprocess.run(
            [tool(name), *map(str, arguments)], env=self.environment, check=True, stdout=subprocess.DEVNULL, timeout=60)

    def start_node(self, hiding: pathlib.Path | None = None) -> None:
        """Starts the node, with an empty folder of its own where there is one to be hidden from it."""
        command = [tool("slurmd"), "-f", str(self.settings), "-N", self.host]
        if hiding is not None:
            command = ["unshare", "--mount", "sh", "-c", 'mount -t tmpfs none "$1" && shift && exec "$@"', "sh",
                       str(hiding), *command]
        subprocess.run(command, env=self.environment, check=True, stdout=subprocess.DEVNULL, timeout=60)
        # It goes on by itself before it says by which number it is to be ended.
        self.wait("started", (self.folder / "slurmd.pid").exists)

    def is_idle(self) -> bool:
        """Whether the node answers and has nothing to do."""
        return self.ask("sinfo", "--noheader", "--format=%t").split() == ["idle"]

    def steps(self) -> list[int]:
        """The processes by which the node does tasks."""
        found = []
        for entry in pathlib.Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and (entry / "comm").read_text().strip() == "slurmstepd":
                    if os.fsencode(str(self.folder)) in (entry / "environ").read_bytes():
                        found.append(int(entry.name))
            except OSError:
                continue
        return found

    def stop(self, name: str, by: int = signal.SIGTERM) -> None:
        """Ends a daemon by its pid file."""
        file = self.folder / f"{name}.pid"
        try:
            process = int(file.read_text())
            os.kill(process, by)
        except (OSError, ValueError):
            return
        for _ in range(300):
            try:
                os.kill(process, 0)
                # Whoever is its parent may not have taken note of its end.
                if pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z":
                    break
            except OSError:
                break
            time.sleep(0.1)
        file.unlink(missing_ok=True)

    def ask(self, *command: str) -> str:
        """What a command of Slurm prints; nothing where it fails."""
        run = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60, check=False)
        return run.stdout if run.returncode == 0 else ""

    def wait(self, words: str, holds, seconds: float = 60) -> None:
        """Waits until something holds."""
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                logs = "".join(
                    f"\n{file.name}: {file.read_text(errors='replace')[-2000:]}" for file in self.folder.glob("*.log"))
                raise SystemExit(f"Slurm is not {words} after {seconds:.0f} seconds.{logs}")
            time.sleep(0.1)
