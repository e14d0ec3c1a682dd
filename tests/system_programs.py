"""Finds the programs of the system that tests drive; with ``--install``, installs Debian's packages where that is allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Program(NamedTuple):
    """A program of the system: the names it may have, its Debian packages, and what needs it."""

    names: tuple[str, ...]
    packages: tuple[str, ...]
    used_by: str

    def find(self) -> str | None:
        """Its path, or nothing."""
        return next((path for name in self.names if (path := shutil.which(name))), None)

    @property
    def advice(self) -> str:
        """What to do where it is missing."""
        return f"{self.used_by} need {self.names[0]}. On Debian or Ubuntu: sudo apt-get install {' '.join(self.packages)}"


CHROMIUM = Program(("chromium", "chromium-browser", "google-chrome"), ("chromium",), "The browser tests")
LIBREOFFICE = Program(("soffice", "libreoffice"), ("libreoffice-calc", "libreoffice-writer"), "The tests of forms and workbooks")
JAVA = Program(("java",), ("default-jre-headless",), "The tests of the project file")
PROGRAMS = (CHROMIUM, LIBREOFFICE, JAVA)


def install(programs: Sequence[Program]) -> None:
    """Install Debian's packages of missing programs, where this user may."""
    packages = [package for program in programs if not program.find() for package in program.packages]
    if not packages or os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print(f"Installing Debian's {', '.join(packages)} for the tests ...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)
    command = ["apt-get", "install", "-y", "-qq", *packages]
    subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)


def convert_with_libreoffice(path: Path, kind: str, folder: Path) -> Path:
    """A file as LibreOffice opens and saves it again.

    Args:
        path: the file.
        kind: what to save as: ``xlsx``, ``pdf`` ...
        folder: where to; a profile of its own lies there too, so that several may run at once.
    """
    program = LIBREOFFICE.find()
    assert program, LIBREOFFICE.advice
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    made = folder / f"{path.stem}.{kind}"
    assert made.is_file(), done.stderr
    return made


if __name__ == "__main__":
    if "--install" in sys.argv:
        install(PROGRAMS)
    sys.exit("\n".join(program.advice for program in PROGRAMS if not program.find()) or 0)
