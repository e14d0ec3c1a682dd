"""Measure 1: 10,000 assessments of 84 criteria with three gates each, through the whole tree.

Ours gives every column of the SCORES table: scores, labels, marks, bounds and the count of every state, after looking at each row
for errors. Polars and DuckDB give the scores of all nodes and leave out the rest; plain pandas gives those of criteria and processes.
Libraries are imported where they are used, so that one side's memory is not another's.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.sides import Line, Side

FULL = 10_000
ANSWERS, PART, LINKS = "answers.parquet", "answers-part.parquet", "links.parquet"
KEYS = ("assessment", "node")
PILLARS = {"A": ("P1", "P2", "P3"), "B": ("P4", "P5"), "C": ("P6", "P7", "P8", "P9"), "D": ("P10", "P11"), "E": ("P12",)}
CRITERIA = range(1, 8)  # of each process
GATES = ("existence", "coverage", "effect")
FIGURES = ("score", "lowest", "highest")
COUNTS = ("answered", "dont_know", "not_applicable", "blank", "insufficient")
MEANS = 3  # levels of the tree that are means: processes, pillars, the root
SHARES = {"1": 0.12, "2": 0.2, "3": 0.26, "4": 0.18, "5": 0.09, "DK": 0.05, "NA": 0.05, "": 0.05}
LINES = (
    Line("scoring, in memory: groupby().apply without bounds, counts, pillars", "scoring", "ours", ("pandas",), "faster", 50),
    Line("scoring, from Parquet: without bounds, counts, labels, checks", "scoring", "ours from Parquet", ("polars", "duckdb"), "time", 2),
    Line("scoring, from Parquet: the whole table without checks", "scoring", "ours from Parquet", ("polars table",), "time", 2),
)


def make_inputs(folder: Path, assessments: int, part: int) -> None:
    """Write the answers, those of the first ``part`` assessments once more, and the links of the tree."""
    import numpy as np
    import pyarrow as pa
    from pyarrow import parquet

    from benchmarks.columns import text_column

    links = pa.Table.from_pylist([{"node": node, "parent": parent, "weight": weight} for node, parent, weight in _links()])
    parquet.write_table(links, folder / LINKS)
    items = [node for node, _, _ in _links() if "." in node]
    random = np.random.default_rng(84)
    rows = assessments * len(items)
    answers = random.choice(len(SHARES), rows, p=list(SHARES.values()))
    documents = np.where(random.random(rows) < 0.2, -1, random.integers(0, 2_000, rows))
    table = pa.table(
        {
            "assessment": text_column(
                [f"administration-{one:05}" for one in range(assessments)], np.repeat(np.arange(assessments), len(items))
            ),
            "item": text_column(items, np.tile(np.arange(len(items)), assessments)),
            "answer": text_column(list(SHARES), np.where(answers == len(SHARES) - 1, -1, answers)),
            "evidence": text_column([f"document {one}" for one in range(2_000)], documents),
        }
    )
    parquet.write_table(table, folder / ANSWERS)
    parquet.write_table(table.slice(0, part * len(items)), folder / PART)


def check(folder: Path) -> list[str]:
    """What is different between the scores of ours and of the others."""
    import pandas as pd

    from benchmarks.equality import differences, texts

    score, answers = SIDES["ours"].prepare(folder), pd.read_parquet(folder / ANSWERS)
    table = score[1](score[0])
    ours = table[[*KEYS, "score"]]
    found = [] if len(ours) == len(_links()) * answers["assessment"].nunique() else ["ours: rows are missing."]
    for name in ("polars", "duckdb"):
        found += differences(ours, texts(SIDES[name].work(folder).to_pandas(), KEYS), KEYS, name)
    whole = table[[*KEYS, *FIGURES, "label", "marked", "applicable", *COUNTS]].assign(label=pd.to_numeric(table["label"]))
    found += differences(whole, texts(SIDES["polars table"].work(folder).to_pandas(), KEYS), KEYS, "polars table")
    plain = SIDES["pandas"].work(SIDES["pandas"].prepare(folder))
    part = pd.read_parquet(folder / PART)["assessment"].unique()
    of_pandas = ours["assessment"].isin(part) & ours["node"].str.fullmatch(r"P\d+(-\d+)?")
    return found + differences(ours[of_pandas], texts(plain, KEYS), KEYS, "pandas")


def _links() -> list[tuple[str, str | None, float]]:
    """Every node below its parent, in tree order, with a weight: that of ``wco-hrm``, but 84 criteria."""
    return list(_walk())


def _walk() -> Iterator[tuple[str, str | None, float]]:
    yield "HRM", None, 1.0
    for pillar, processes in PILLARS.items():
        yield pillar, "HRM", float(len(processes))
        for process in processes:
            yield process, pillar, 1.0
            for number in CRITERIA:
                yield f"{process}-{number}", process, (1.0, 1.5, 2.0)[number % 3]
                yield from ((f"{process}-{number}.{gate}", f"{process}-{number}", 1.0) for gate in GATES)


def _standard() -> Any:
    """The bundled standard's scales, gates and levels with a tree of twelve processes."""
    from diagnostics.definitions.standard import Node
    from diagnostics.definitions.standard_loading import load_standard

    bundled = load_standard("wco-hrm")
    gates = {gate.id: gate for gate in bundled.gates}
    links = _links()

    def node(name: str, weight: float) -> Node:
        gate = gates.get(name.partition(".")[2])
        if gate:
            return Node(id=name, scale=gate.scale, respondents=gate.respondents, weight=weight)
        children = tuple(node(child, share) for child, parent, share in links if parent == name)
        return Node(id=name, aggregate="minimum" if "-" in name else "mean", children=children, weight=weight)

    return bundled.model_copy(update={"roots": (node("HRM", 1.0),)})


def _prepare_ours(folder: Path) -> tuple[Any, Any]:
    from diagnostics.intake.answer_files import read_answers
    from diagnostics.scoring import score_answers

    standard = _standard()
    return read_answers(folder / ANSWERS), lambda answers: score_answers(answers, standard)


def _prepare_ours_from_parquet(folder: Path) -> tuple[Any, Any]:
    from diagnostics.intake.answer_files import read_answers
    from diagnostics.scoring import score_answers

    standard = _standard()
    return folder / ANSWERS, lambda path: score_answers(read_answers(path), standard)


def _prepare_pandas(folder: Path) -> tuple[Any, Any]:
    import pandas as pd

    return pd.read_parquet(folder / PART), pd.read_parquet(folder / LINKS)


def _plain_pandas(inputs: tuple[Any, Any]) -> Any:
    """As a consultant would write it in a notebook: a function a group, first for criteria, then for processes."""
    import numpy as np
    import pandas as pd

    answers, links = inputs

    def level(gates: pd.DataFrame) -> float:
        claimed_only = gates["evidence"].isna() & (gates["value"] > 1)
        return gates["value"].mask(claimed_only, 1.0).min()

    def weighted_mean(criteria: pd.DataFrame) -> float:
        counted = criteria.dropna(subset=["score"])
        return np.average(counted["score"], weights=counted["weight"]) if len(counted) else np.nan

    rows = answers.merge(links[["node", "parent"]], left_on="item", right_on="node")
    rows["value"] = pd.to_numeric(rows["answer"], errors="coerce")
    criteria = rows.groupby(["assessment", "parent"]).apply(level).rename("score").rename_axis(list(KEYS)).reset_index()
    above = criteria.merge(links, on="node").groupby(["assessment", "parent"])
    processes = above.apply(weighted_mean).rename("score").rename_axis(list(KEYS)).reset_index()
    return pd.concat([criteria, processes])


def _polars(folder: Path) -> Any:
    """Categories instead of texts, one group_by a level of the tree."""
    return _polars_tree(folder, ("score",), ())


def _polars_table(folder: Path) -> Any:
    """The same with bounds, labels, marks and the count of every state."""
    import polars as pl

    table = _polars_tree(folder, FIGURES, COUNTS)
    return table.with_columns(
        applicable=pl.sum_horizontal("answered", "dont_know", "blank"),
        marked=pl.col("insufficient") > 0,
        label=(pl.col("score") + 1e-9).floor(),
    )


def _polars_tree(folder: Path, figures: tuple[str, ...], counts: tuple[str, ...]) -> Any:
    import polars as pl

    links = pl.read_parquet(folder / LINKS).with_columns(pl.col("node", "parent").cast(pl.Categorical))
    read = pl.scan_parquet(folder / ANSWERS).with_columns(pl.col("assessment", "item").cast(pl.Categorical))
    value, is_shown = pl.col("answer").cast(pl.Float64, strict=False), pl.col("evidence").is_not_null()
    applies = pl.col("answer").ne_missing("NA")
    score = pl.when(is_shown | (value <= 1)).then(value).when(value.is_not_null()).then(1.0)
    cells = {
        "score": score,
        "lowest": pl.coalesce(score, pl.when(applies).then(1.0)),
        "highest": pl.coalesce(value, pl.when(applies).then(5.0)),
        "answered": value.is_not_null(),
        "dont_know": pl.col("answer").eq_missing("DK"),
        "not_applicable": ~applies,
        "blank": pl.col("answer").is_null(),
        "insufficient": (~is_shown & (value > 1)).fill_null(False),
    }
    wanted = [cells[name].alias(name) for name in figures] + [cells[name].cast(pl.Int32).alias(name) for name in counts]
    levels = [read.select("assessment", pl.col("item").alias("node"), *wanted).collect()]
    sums = [pl.col(name).sum() for name in counts]
    for rules in ([pl.col(name).min() for name in figures], *[[_polars_mean(name) for name in figures]] * MEANS):
        below = levels[-1].join(links, on="node")
        levels.append(below.group_by("assessment", pl.col("parent")).agg(*rules, *sums).rename({"parent": "node"}))
    return pl.concat(levels)


def _polars_mean(name: str) -> Any:
    import polars as pl

    counted = pl.col("weight").filter(pl.col(name).is_not_null()).sum()
    return pl.when(counted > 0).then((pl.col(name) * pl.col("weight")).sum() / counted).alias(name)


def _duckdb(folder: Path) -> Any:
    """One query: a common table expression a level of the tree."""
    import duckdb

    mean = "sum(score * weight) / nullif(sum(weight) filter (score is not null), 0)"
    steps = [
        f"level0 as materialized (select assessment, item as node, case when evidence is null and value > 1 then 1 else value end as score"
        f" from (select *, try_cast(answer as double) as value from read_parquet('{folder / ANSWERS}')))"
    ]
    for number, rule in enumerate(("min(score)", *[mean] * MEANS)):
        steps.append(
            f"level{number + 1} as materialized (select assessment, parent as node, {rule} as score"
            f" from level{number} join read_parquet('{folder / LINKS}') using (node) group by assessment, parent)"
        )
    union = " union all ".join(f"from level{number}" for number in range(len(steps)))
    with duckdb.connect() as connection:
        return connection.sql(f"with {', '.join(steps)} {union}").to_arrow_table()


def _score(inputs: tuple[Any, Any]) -> Any:
    answers, score = inputs
    return score(answers)


SIDES = {
    "ours": Side(_prepare_ours, _score),
    "ours from Parquet": Side(_prepare_ours_from_parquet, _score),
    "pandas": Side(_prepare_pandas, _plain_pandas, part_only=True),
    "polars": Side(Path, _polars),
    "polars table": Side(Path, _polars_table),
    "duckdb": Side(Path, _duckdb),
}
