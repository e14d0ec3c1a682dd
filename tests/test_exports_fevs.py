"""A real survey file with three years in one sheet and codebooks beside it: nothing is lost between the file and the answers."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from diagnostics.cli import main


def _standard(path: Path, items: list[str]) -> Path:
    scale = "  s: {options: [" + ", ".join(f"{{code: '{code}', value: {code}}}" for code in range(1, 6)) + "]}\n"
    leaves = ", ".join(f"{{id: {item}, scale: s}}" for item in items)
    head = "standard: fevs\nversion: '1'\ntitle: A staff survey\nsource: {where: 'opm.gov', licence: public, ours: none}\n"
    path.write_text(f"{head}scales:\n{scale}nodes:\n  - {{id: ALL, aggregate: mean, children: [{leaves}]}}\n", encoding="utf-8")
    return path


def test_each_year_of_a_survey_file_becomes_an_assessment(truth: Path, tmp_path: Path, capsys):
    source = truth / "fevs" / "fevs_sample_responses_2023_2025.xlsx"
    out = tmp_path / "answers.parquet"
    table = pd.read_excel(source, sheet_name="fevs_sample_data_3FYs_Set1", engine="calamine")
    items = [column for column in table.columns if column.startswith("Q")]
    standard = _standard(tmp_path / "fevs.yaml", items)
    code = main(["read", str(standard), str(source), "--to", "answers", "--by", "FY", "--out", str(out)])
    told = capsys.readouterr()
    assert code == 0, told.err
    assert len(items) == 76 and f"{len(table):,} used" in told.out and "Index-Qns-Map" not in told.err
    wanted = table.melt(["FY", "Response.ID"], items).dropna().groupby(["FY", "variable"])["value"].agg(["count", "mean"])
    answers = pd.read_parquet(out)
    answers = answers[answers["answer"].notna()].assign(value=lambda each: each["answer"].astype(float))
    given = answers.groupby(["assessment", "item"])["value"].agg(["count", "mean"])
    wanted.index = pd.MultiIndex.from_tuples([(str(int(year)), item) for year, item in wanted.index])
    pd.testing.assert_frame_equal(given, wanted.loc[given.index], check_names=False, check_dtype=False)
    assert len(given) == len(wanted)
