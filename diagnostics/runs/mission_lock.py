"""One run of a mission at a time: a second one would mix its figures with those of the first.

``results/.lock`` names the process and the machine that run the mission. A run that was killed leaves it behind; the next run on the same
machine sees that the process is gone and takes the lock over. Of another machine nothing can be known: its lock is respected.
"""

from __future__ import annotations

import json
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from diagnostics.definitions.problems import WrongCall

LOCK = ".lock"
_TRIES = 3
_taking = threading.Lock()
_held: set[Path] = set()
"""The locks of this process. After a restart a machine may give the same number to another process, even to this one."""


@contextmanager
def only_run(results: Path) -> Iterator[None]:
    """Hold the lock of a mission while the block runs.

    Args:
        results: the mission's folder of results; made where it is not there.

    Raises:
        WrongCall: another run holds the lock.
    """
    results.mkdir(parents=True, exist_ok=True)
    lock = (results / LOCK).resolve()
    own = json.dumps({"pid": os.getpid(), "host": socket.gethostname()})
    with _taking:
        _take(lock, own)
        _held.add(lock)
    try:
        yield
    finally:
        _held.discard(lock)
        if _read(lock) == own:  # somebody may have deleted it by hand and started another run
            lock.unlink(missing_ok=True)


def _take(lock: Path, own: str) -> None:
    for _ in range(_TRIES):
        try:
            handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
        except FileExistsError:
            found = _read(lock)
            if found is not None and not _is_left_behind(lock, found):
                raise WrongCall(_held_by(lock, found)) from None
            if found is not None:
                _put_away(lock, found)
            continue
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(own)
        return
    raise WrongCall(_held_by(lock, _read(lock) or ""))


def _put_away(lock: Path, stale: str) -> None:
    """Remove a lock that was left behind, unless another run has replaced it by its own since it was read."""
    aside = lock.with_name(f"{LOCK}-{os.getpid()}")
    try:
        os.rename(lock, aside)
    except FileNotFoundError:
        return
    if _read(aside) == stale:
        aside.unlink()
    else:
        os.replace(aside, lock)


def _read(lock: Path) -> str | None:
    try:
        return lock.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None


def _owner(found: str) -> tuple[int, str] | None:
    """Process and machine; None where the lock does not say, as when its owner was killed while writing it."""
    try:
        data = json.loads(found)
        return int(data["pid"]), str(data["host"])
    except (ValueError, KeyError, TypeError):
        return None


def _is_left_behind(lock: Path, found: str) -> bool:
    owner = _owner(found)
    if owner is None or owner[1] != socket.gethostname():
        return False
    return lock not in _held if owner[0] == os.getpid() else not _is_alive(owner[0])


def _is_alive(pid: int) -> bool:
    if pid <= 0:
        return False
    if os.name == "nt":  # where os.kill would end the process instead of asking for it
        return _is_alive_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _is_alive_on_windows(pid: int) -> bool:
    import ctypes

    may_query, still_active = 0x1000, 259
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    handle = kernel.OpenProcess(may_query, False, pid)
    if not handle:
        return False
    code = ctypes.c_ulong()
    known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return bool(known) and code.value == still_active


def _held_by(lock: Path, found: str) -> str:
    owner = _owner(found)
    who = f"Process {owner[0]} on '{owner[1]}' runs" if owner else "Another process runs"
    return (
        f"{who} this mission already. Wait until it ends; if nothing runs there any more, delete {lock.parent.name}/{LOCK} and try again."
    )
