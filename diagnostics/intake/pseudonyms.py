"""Codes and numbers of persons become pseudonyms on reading. Who holds the mission's key, and nobody else, can repeat it."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import os
import re
import secrets
from pathlib import Path

import pandas as pd

from diagnostics.definitions.mission import Mission
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.values import map_distinct

KEY_FILE = ".pseudonym-key"
CONSENSUS = "consensus"
"""Stands for what a group agreed on, so it names no person and stays as it is."""

_BYTES = 10  # 80 bits: two of a million persons share a pseudonym once in a trillion missions


def pseudonym_key(mission: Mission, inputs: Path) -> bytes:
    """The mission's key, made on first use and kept in ``inputs/.pseudonym-key``.

    A mission of made-up data protects nobody: its key follows from its id, so that every machine gets equal results.

    Raises:
        BadInput: the key file is damaged. It is never replaced, as earlier results could not be joined any more.
    """
    if mission.administration.synthetic:
        return hashlib.sha256(f"synthetic mission {mission.mission}".encode()).digest()
    path = inputs / KEY_FILE
    if not path.is_file():
        _make_key(path)
    text = path.read_text(encoding="ascii", errors="replace").strip()
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        advice = "The key is damaged. Restore it from a backup; or delete it, and results of earlier runs will no longer match."
        raise BadInput([Problem(f"inputs/{KEY_FILE}", advice, "damaged-key")])
    return bytes.fromhex(text)


def _make_key(path: Path) -> None:
    """Write a new key beside and link it into place: a run that starts at the same moment finds a whole key, and the same one."""
    beside = path.with_name(f"{KEY_FILE}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32) + "\n")
        try:
            os.link(beside, path)
        except FileExistsError:
            pass
        except OSError:  # a file system without links
            os.replace(beside, path)
    except OSError as error:
        advice = f"The key for pseudonyms cannot be written ({error.strerror}). Make the folder 'inputs' writable."
        raise BadInput([Problem(f"inputs/{KEY_FILE}", advice, "key-not-writable")]) from None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def pseudonymise(persons: pd.Series, key: bytes) -> pd.Series:
    """Replace each code by 16 letters and digits that are the same wherever the code stands; null stays null."""

    def pseudonym(person: str) -> str:
        if person.casefold() == CONSENSUS:
            return CONSENSUS
        digest = hmac.new(key, person.encode("utf-8"), hashlib.sha256).digest()[:_BYTES]
        return base64.b32encode(digest).decode("ascii").lower()

    return map_distinct(persons, pseudonym).astype("str")
