"""The benchmarks compare equal results, and print what ``make bench`` promises. No timing is judged here."""

from __future__ import annotations

import re
import subprocess
import sys

import pandas as pd

from tests.conftest import PROJECT

SIDE = r"(\w+ )?[\d,.]+ s( \(scaled from 1/[\d,]+\))?, [\d,]+ MiB"
LINE = re.compile(rf"[^|]+ \| {SIDE} \| {SIDE}(, {SIDE})? \| [\d.e+]+× ((faster|slower) \| (none|≥ 50× faster)|the time \| ≤ 2× the time)")


def test_quick_benchmarks_find_equal_results_and_print_one_line_a_measure():
    command = [sys.executable, "-m", "benchmarks", "--quick"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    machine, heading, *lines = done.stdout.splitlines()
    assert re.match(r"\d+ cores, [\d.]+ GiB of memory, ", machine)
    assert heading == "name | ours | other | ratio | aim"
    assert len(lines) == 10
    assert [line for line in lines if not LINE.fullmatch(line)] == []


def test_different_results_are_noticed():
    from benchmarks.equality import differences

    ours = pd.DataFrame({"node": ["P1", "P2", "P3"], "score": [1.5, None, 3.0]})
    assert differences(ours, ours.iloc[::-1], ["node"], "other") == []
    assert differences(ours, ours.assign(score=[1.5, None, 3.1]), ["node"], "other") == ["other: column 'score' differs in 1 of 3 rows."]
    assert differences(ours, ours.fillna(0.0), ["node"], "other") == ["other: column 'score' differs in 1 of 3 rows."]
    assert differences(ours, ours.head(2), ["node"], "other")[0] == "other: 1 rows stand in one of the tables only."
    assert differences(ours.head(0), ours.head(0), ["node"], "other") == ["other: there is nothing to compare."]
