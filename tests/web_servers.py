"""Apache and nginx as processes of the tests, with a folder of theirs and a free port."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import free_port, wait_for

_MODULES = ("mpm_event", "authz_core", "mime", "dir", "negotiation", "rewrite", "headers", "alias")
_APACHE = """
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
ServerRoot {here}
PidFile {here}/apache.pid
ErrorLog {here}/error.log
TypesConfig /etc/mime.types
AddEncoding x-gzip .gz .tgz
DocumentRoot {root}
<Directory {root}>
  Options Indexes FollowSymLinks MultiViews
  AllowOverride All
  Require all granted
</Directory>
"""
_NGINX = """
daemon off;
master_process off;
pid {here}/nginx.pid;
error_log {here}/error.log;
events {{}}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {here}/body; proxy_temp_path {here}/proxy; fastcgi_temp_path {here}/fastcgi;
  uwsgi_temp_path {here}/uwsgi; scgi_temp_path {here}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {root};
    include {snippet};
  }}
}}
"""


def program(name: str, package: str) -> str:
    """Return the path of a server; without it the test is skipped, or fails where all tests are to run."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    if found:
        return found
    if os.environ.get("TALENT_MOVES_ALL_TESTS"):
        pytest.fail(f"{name} is missing: apt-get install {package}")
    pytest.skip(f"needs Debian's package {package}")


@contextmanager
def apache(here: Path, root: Path, port: int = 0) -> Iterator[str]:
    """Serve a folder with Apache; yields the address of its root, with a slash at the end."""
    command = program("apache2", "apache2")
    port = port or free_port()
    modules = Path("/usr/lib/apache2/modules")
    loaded = [f"LoadModule {name}_module {modules}/mod_{name}.so" for name in _MODULES]
    here.mkdir(parents=True, exist_ok=True)
    (here / "apache.conf").write_text("\n".join(loaded) + _APACHE.format(here=here, root=root, port=port))
    server = subprocess.Popen([command, "-X", "-f", str(here / "apache.conf")], stderr=subprocess.DEVNULL)
    yield from _running(server, port)


@contextmanager
def nginx(here: Path, root: Path, snippet: Path) -> Iterator[str]:
    """Serve a folder with nginx and a file of its configuration; yields the address of its root, with a slash at the end."""
    command = program("nginx", "nginx")
    port = free_port()
    here.mkdir(parents=True, exist_ok=True)
    (here / "nginx.conf").write_text(_NGINX.format(here=here, root=root, port=port, snippet=snippet))
    server = subprocess.Popen([command, "-p", str(here), "-c", str(here / "nginx.conf"), "-e", str(here / "error.log")], stderr=subprocess.DEVNULL)
    yield from _running(server, port)


def _running(server: subprocess.Popen[bytes], port: int) -> Iterator[str]:
    try:
        wait_for(f"http://127.0.0.1:{port}/probe.txt", server)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(timeout=20)
