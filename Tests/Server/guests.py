# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that runs by itself, and people who ask it for pages as a browser does."""

import http.client
import pathlib
import re
import signal
import subprocess
import time
import urllib.parse

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PASSWORD = "three plain words"


class Server:
    """A server of a folder, until it is ended or killed."""

    def __init__(self, skillmix: pathlib.Path, data: pathlib.Path, week: pathlib.Path) -> None:
        self.process = subprocess.Popen(
            [skillmix, "serve", "--data", data, "--port", "0", "--framework",
             week.parents[1] / "Competencies/intermediate-care.yaml", "--week", week],
            stdout=subprocess.PIPE, text=True)
        self.welcome = None
        while line := self.process.stdout.readline():
            if found := re.search(r"serves at http://(\S+):(\d+)", line):
                self.port = int(found[2])
            if found := re.search(r"/welcome/(\S+)", line):
                self.welcome = found[1]
            if "Ctrl-C" in line:
                return
        raise RuntimeError("the server ended at once")

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=60)


class Guest:
    """Somebody with a browser."""

    def __init__(self, server: Server) -> None:
        self.server, self.cookie, self.token = server, "", ""
        # Where pages are that have numbers, by what they are.
        self.places: dict[str, str] = {}

    def ask(self, path: str, fields: dict[str, str] | None = None) -> tuple[int, str, str]:
        """A page, or what becomes of a form: status, where it leads, text."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        headers = {"Cookie": self.cookie} if self.cookie else {}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields | {"form_token": self.token})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request("GET" if fields is None else "POST", path, body, headers)
            response = connection.getresponse()
            text = response.read().decode()
        finally:
            connection.close()
        if cookie := response.getheader("Set-Cookie"):
            self.cookie = cookie.split(";")[0]
        if found := re.search(r'name="form_token" value="([^"]+)"', text):
            self.token = found[1]
        return response.status, response.getheader("Location") or "", text

    def account(self, token: str, name: str) -> None:
        status, _, text = self.ask(f"/welcome/{token}", {"name": name, "login": name, "password": PASSWORD})
        if status != 303:
            raise RuntimeError(text)
        self.ask("/keys")

    def invite(self, role: str) -> str:
        return re.search(r"/welcome/([\w-]+)", self.ask("/people", {"role": role})[2])[1]

    def waits_for(self, run: str, part: str) -> str:
        """Asks for a run's page until it leads to what it made, and says where that is."""
        for _ in range(1_200):
            _, leads, text = self.ask(run)
            if leads.startswith(part):
                return leads
            if "came to nothing" in text:
                break
            time.sleep(0.5)
        raise RuntimeError(f"nothing came of {run}: {text}")
