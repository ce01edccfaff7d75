#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server behind nginx on this machine, as docs/server.md has it: TLS, cookies, uploads, live progress, and a name that the
proxy vouches for.

    Tests/Server/proxy.py .build/release/skillmix

Needs nginx and openssl. The settings of nginx are read from docs/server.md, the first block, so that what people copy is what is tried."""

import http.client
import pathlib
import re
import shutil
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.parse

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PORT, SECURE = 18321, 18443
PASSWORD = "three plain words"


def settings(folder: pathlib.Path, extra: str) -> str:
    """What docs/server.md says, with this machine's ports and a certificate of its own."""
    page = (REPOSITORY / "docs/server.md").read_text()
    block = re.search(r"```nginx\n(.*?)```", page, re.DOTALL).group(1)
    for old, new in [
        ("listen 443 ssl", f"listen 127.0.0.1:{SECURE} ssl"), ("127.0.0.1:8321", f"127.0.0.1:{PORT}"),
        ("/etc/ssl/skillmix.pem", f"{folder}/own.pem"), ("/etc/ssl/skillmix.key", f"{folder}/own.key"),
        ("skillmix.example.org", "localhost"),
    ]:
        assert old in block, f"docs/server.md no longer says {old}"
        block = block.replace(old, new)
    block = block.replace("proxy_buffering off;", "proxy_buffering off;\n    " + extra)
    temp = "".join(
        f"  {name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    return (
        f"pid {folder}/pid;\nerror_log {folder}/error.log;\nuser root;\nevents {{}}\nhttp {{\n"
        f"  access_log off;\n{temp}{block}}}\n")


def ask(
    method: str, path: str, cookie: str = "", body: bytes = b"", headers: dict[str, str] | None = None
) -> tuple[int, dict[str, str], bytes]:
    """One request by TLS."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    connection = http.client.HTTPSConnection("127.0.0.1", SECURE, context=context, timeout=60)
    sent = {"Host": f"localhost:{SECURE}", "Origin": f"https://localhost:{SECURE}", **(headers or {})}
    if cookie:
        sent["Cookie"] = cookie
    if body and "Content-Type" not in sent:
        sent["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request(method, path, body=body or None, headers=sent)
    reply = connection.getresponse()
    answer = reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read()
    connection.close()
    return answer


def form(fields: dict[str, str]) -> bytes:
    return urllib.parse.urlencode(fields).encode()


def token(page: bytes) -> str:
    return re.search(rb'name="form_token" value="([^"]+)"', page).group(1).decode()


def check(problems: list[str], holds: bool, words: str) -> None:
    if not holds:
        problems.append(words)


def work(welcome: str) -> list[str]:
    """What people do by the proxy; what goes wrong."""
    problems: list[str] = []
    status, headers, _ = ask(
        "POST", welcome, body=form({"name": "Ash", "login": "ash", "password": PASSWORD}))
    check(problems, status == 303, f"an account is not made: {status}")
    cookie = headers.get("set-cookie", "")
    check(problems, "Secure" in cookie and "HttpOnly" in cookie, f"the cookie is open: {cookie}")
    check(problems, "strict-transport-security" in headers, "nothing asks for TLS from now on")
    cookie = cookie.split(";")[0]
    _, _, page = ask("GET", "/people", cookie)
    status, _, page = ask("POST", "/people", cookie, form({"role": "planner", "form_token": token(page)}))
    link = re.search(rb"/welcome/[\w-]+", page)
    check(problems, link is not None, f"nobody can be invited: {status}")
    if link is None:
        return problems
    status, headers, _ = ask(
        "POST", link.group().decode(), body=form({"name": "Birch", "login": "birch", "password": PASSWORD}))
    cookie = headers.get("set-cookie", "").split(";")[0]
    _, _, page = ask("GET", "/weeks/1", cookie)
    status, headers, _ = ask(
        "POST", "/weeks/1/runs", cookie, form({"seconds": "4", "form_token": token(page)}))
    check(problems, status == 303, f"no run: {status}")
    # Progress comes while it is made, and not all of it at the end.
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    connection = http.client.HTTPSConnection("127.0.0.1", SECURE, context=context, timeout=60)
    connection.request("GET", "/runs/1/progress", headers={"Cookie": cookie, "Host": f"localhost:{SECURE}"})
    reply, began = connection.getresponse(), time.monotonic()
    first = reply.readline()
    check(problems, time.monotonic() - began < 3, "the first line of progress is held back")
    check(problems, bool(first), "there is no progress")
    connection.close()
    big = b"--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n" + b"a" * (21 << 20)
    try:
        status, _, _ = ask(
            "POST", "/new-week", cookie, big + b"\r\n--x--\r\n", {"Content-Type": "multipart/form-data; boundary=x"})
        check(problems, status in (400, 413), f"what is too large is taken: {status}")
    except OSError:
        pass  # The proxy hung up on it.
    for number in range(6):
        status, _, page = ask(
            "POST", "/sign-in", body=form({"login": "birch", "password": "wrong wrong wrong"}),
            headers={"X-Forwarded-For": f"10.0.0.{number}"})
    check(problems, b"too many attempts" in page, "a name does not wait after six wrong passwords")
    _, headers, _ = ask("GET", "/weeks", headers={"X-Remote-User": "birch"})
    check(problems, headers.get("location") == "/sign-in", "a heading lets somebody in whom nobody vouches for")
    return problems


def round_(skillmix: pathlib.Path, nginx: str, vouched: bool) -> list[str]:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "own.key", "-out",
             folder / "own.pem", "-days", "2", "-subj", "/CN=localhost"], check=True, capture_output=True)
        # The proxy vouches for Birch, whatever is claimed.
        extra = "proxy_set_header X-Remote-User birch;" if vouched else ""
        (folder / "nginx.conf").write_text(settings(folder, extra))
        server = subprocess.Popen(
            [skillmix, "serve", "--data", folder / "served", "--port", str(PORT), "--behind-proxy",
             *(["--trusted-header", "X-Remote-User"] if vouched else []),
             "--framework", REPOSITORY / "Competencies/intermediate-care.yaml",
             "--week", REPOSITORY / "Rosters/first-week"], stdout=subprocess.PIPE, text=True)
        proxy = subprocess.Popen([nginx, "-c", folder / "nginx.conf", "-g", "daemon off;"])
        try:
            said = ""
            while "/welcome/" not in said:
                line = server.stdout.readline()
                if not line:
                    return [f"the server ended: {said}"]
                said += line
            for _ in range(50):
                try:
                    ask("GET", "/sign-in")
                    break
                except OSError:
                    time.sleep(0.1)
            if not vouched:
                return work(path(said))
            return let_in() if make(said) else ["the account that the proxy vouches for is not made"]
        finally:
            proxy.terminate()
            server.terminate()
            proxy.wait(timeout=10)
            server.wait(timeout=30)


def path(said: str) -> str:
    return re.search(r"/welcome/\S+", said).group()


def make(said: str) -> bool:
    """The account that the proxy vouches for."""
    status, _, _ = ask("POST", path(said), body=form({"name": "Birch", "login": "birch", "password": PASSWORD}))
    return status == 303


def let_in() -> list[str]:
    """Whom the proxy vouches for comes in without a password, and nobody as somebody else."""
    problems: list[str] = []
    status, headers, page = ask("GET", "/people", headers={"X-Remote-User": "somebody else"})
    check(problems, status == 200 and b"Birch" in page, f"whom the proxy vouches for is not let in: {status}")
    cookie = headers.get("set-cookie", "").split(";")[0]
    status, headers, _ = ask("GET", "/people", cookie)
    check(problems, status == 200 and "set-cookie" not in headers, "every page begins a new visit")
    _, _, page = ask("GET", "/people", cookie)
    status, _, page = ask("POST", "/people", cookie, form({"role": "planner", "form_token": token(page)}))
    check(problems, status == 200 and b"/welcome/" in page, f"a form: {status}")
    return problems


def main() -> None:
    skillmix = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else REPOSITORY / ".build/release/skillmix").resolve()
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None:
        raise SystemExit("nginx is not installed: .ci/install-dependencies proxy")
    problems = [problem for vouched in (False, True) for problem in round_(skillmix, nginx, vouched)]
    for problem in problems:
        print("proxy:", problem)
    print(f"A server behind nginx: {len(problems)} problems.")
    raise SystemExit(1 if problems else 0)


if __name__ == "__main__":
    main()
