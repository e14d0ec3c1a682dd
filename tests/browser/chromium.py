"""Finds the Chromium that the browser tests drive; with ``--install``, installs Debian's where that is allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")
ADVICE = "The browser tests need Chromium. On Debian or Ubuntu: sudo apt-get install chromium"


def find_chromium() -> str | None:
    """The path of an installed Chromium, or nothing."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install_chromium() -> str | None:
    """Install Debian's package where this user may, and return its path."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    print("Installing Debian's chromium for the browser tests ...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)
    subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], env=environment, check=False, stdout=subprocess.DEVNULL)
    return find_chromium()


if __name__ == "__main__":
    found = find_chromium() or ("--install" in sys.argv and install_chromium())
    sys.exit(0 if found else ADVICE)
