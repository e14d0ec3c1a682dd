"""Measure 2: 1,000,000 respondents on 60 items, to percentages and indices of six dimensions in three subgroups.

A dimension's percent positive is the mean of its items' percentages, its index the mean of their points from 0 to 100. Ours gives both
with bootstrap intervals of 2,000 draws of whole respondents, and each item's shares with Wilson's intervals, after looking at each cell
for errors. Libraries are imported where they are used, so that one side's memory is not another's.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.sides import Line, Side

FULL = 1_000_000
SURVEY, PART = "survey.parquet", "survey-part.parquet"
UNITS = ("audit", "border", "support")
CODES = ("1", "2", "3", "4", "5")
TEXTS = (*CODES, "DK", "NA")
ITEMS = tuple(f"Q{number:02}" for number in range(1, 61))
DIMENSIONS = {item: f"D{place // 10 + 1}" for place, item in enumerate(ITEMS)}
RESAMPLES, DRAWS_OF_PANDAS = 2_000, 100
DRAW_KEYS, ITEM_KEYS = ("unit", "dimension"), ("unit", "item")
Z = 1.959963984540054  # of a 95 % interval
LINES = (
    Line("survey, in memory: groupby().apply with the bootstrap in a loop", "survey", "ours", ("pandas",), "faster", 50),
    Line("survey, in memory: groupby().apply without intervals, checks", "survey", "ours", ("pandas without intervals",)),
    Line("survey, from Parquet: without intervals, checks", "survey", "ours from Parquet", ("polars", "duckdb"), "time", 2),
    Line(
        "survey, from Parquet: items' percent positive with Wilson's intervals",
        "survey",
        "ours, items from Parquet",
        ("polars items", "duckdb items"),
        "time",
        2,
    ),
)


def make_inputs(folder: Path, respondents: int, part: int) -> None:
    """Write the answers, one row a respondent, and those of the first ``part`` respondents once more."""
    import numpy as np
    import pyarrow as pa
    from pyarrow import parquet

    from benchmarks.columns import text_column

    random = np.random.default_rng(60)
    mood = random.normal(size=respondents)  # answers of one person go together
    columns = {"unit": text_column(UNITS, random.integers(0, len(UNITS), respondents))}
    for place, item in enumerate(ITEMS):
        felt = 3.2 + 0.3 * np.sin(place) + 0.7 * mood + 0.8 * random.normal(size=respondents)
        answers = np.clip(np.round(felt), 1, len(CODES)).astype(np.int64) - 1
        silent = random.random(respondents)
        answers[silent < 0.09] = -1
        answers[silent < 0.06] = TEXTS.index("NA")
        answers[silent < 0.04] = TEXTS.index("DK")
        columns[item] = text_column(TEXTS, answers)
    table = pa.table(columns)
    parquet.write_table(table, folder / SURVEY)
    parquet.write_table(table.slice(0, part), folder / PART)


def check(folder: Path) -> list[str]:
    """What is different between the figures of ours and of the others."""
    import pandas as pd

    from benchmarks.equality import differences, texts

    shares, scores = SIDES["ours from Parquet"].work(folder)
    dimensions, items = _dimensions(scores), shares.rename(columns={"positive_lower": "lower", "positive_upper": "upper"})
    figures = dimensions[[*DRAW_KEYS, "positive", "points"]]
    items = items[[*ITEM_KEYS, "positive", "lower", "upper"]]
    found = [] if len(figures) == len(UNITS) * len(set(DIMENSIONS.values())) else ["ours: rows are missing."]
    for name in ("polars", "duckdb"):
        found += differences(figures, texts(SIDES[name].work(folder).to_pandas(), DRAW_KEYS), DRAW_KEYS, name)
        theirs = SIDES[f"{name} items"].work(folder).to_pandas()
        found += differences(items, texts(theirs, ITEM_KEYS), ITEM_KEYS, f"{name} items")
    plain = _plain_figures(pd.read_parquet(folder / SURVEY))
    found += differences(figures, texts(plain, DRAW_KEYS), DRAW_KEYS, "pandas without intervals")
    part = _dimensions(_ours(pd.read_parquet(folder / PART))[1])
    drawn = _plain_intervals(SIDES["pandas"].prepare(folder))
    found += differences(part[figures.columns], texts(drawn[figures.columns], DRAW_KEYS), DRAW_KEYS, "pandas")
    return found + _strange_intervals(part, drawn)


def _strange_intervals(ours: Any, drawn: Any) -> list[str]:
    """Intervals of two bootstraps are never equal: 100 draws place a limit within 0.07 widths or so; four times that is a fault."""
    import numpy as np

    both = ours.merge(drawn, on=list(DRAW_KEYS), suffixes=("", "_drawn"))
    found = []
    for figure in ("positive", "points"):
        width = both[f"{figure}_upper"] - both[f"{figure}_lower"]
        apart = np.maximum(*(np.abs(both[f"{figure}_{end}"] - both[f"{figure}_{end}_drawn"]) for end in ("lower", "upper")))
        if not (apart < 0.3 * width).all():
            found.append(f"pandas: an interval of '{figure}' is elsewhere.")
    return found


def _dimensions(scores: Any) -> Any:
    """Our indices with one row a unit and dimension."""
    names = scores["index"].str.split(" ", expand=True)
    scores = scores.assign(dimension=names[0], figure=names[1]).rename(columns={"score": ""})
    wide = scores.pivot(index=list(DRAW_KEYS), columns="figure", values=["", "score_lower", "score_upper"])
    wide.columns = [figure + end.replace("score", "") for end, figure in wide.columns]
    return wide.reset_index()


def _ours(table: Any) -> tuple[Any, Any]:
    from diagnostics.scoring.surveys.survey_figures import Index, index_scores, item_shares

    measures = {"positive": "percent-positive", "points": "index-0-100"}
    indices = [
        Index(f"{dimension} {figure}", tuple(item for item in ITEMS if DIMENSIONS[item] == dimension), measure)
        for dimension in dict.fromkeys(DIMENSIONS.values())
        for figure, measure in measures.items()
    ]
    survey = _coded(table)
    return item_shares(survey, ["unit"]), index_scores(survey, indices, ["unit"], resamples=RESAMPLES)


def _coded(table: Any) -> Any:
    from diagnostics.scoring.surveys.survey_figures import Layout, SurveyScale, code_survey

    return code_survey(table, SurveyScale(CODES, positive=("4", "5"), negative=("1", "2")), ITEMS, Layout(groups=("unit",)))


def _our_items(table: Any) -> Any:
    from diagnostics.scoring.surveys.survey_figures import item_shares

    return item_shares(_coded(table), ["unit"])


def _read(path: Path) -> Any:
    import pandas as pd

    return pd.read_parquet(path)


def _read_as_categories(path: Path) -> Any:
    from diagnostics.intake.parquet_columns import read_parquet_columns

    return read_parquet_columns(path)


def _numbers(table: Any) -> Any:
    import pandas as pd

    return table[list(ITEMS)].apply(pd.to_numeric, errors="coerce").assign(unit=table["unit"])


def _figures(people: Any) -> Any:
    """Percent positive and points of each dimension; people without an opinion are in neither sum."""
    import pandas as pd

    numbers = people[list(ITEMS)]
    positive = (numbers >= 4).sum() / numbers.notna().sum() * 100
    points = (numbers.mean() - 1) * 25
    return pd.DataFrame({"positive": positive, "points": points}).groupby(DIMENSIONS).mean().rename_axis("dimension")


def _plain_figures(table: Any) -> Any:
    """As a consultant would write it in a notebook, without intervals."""
    return _numbers(table).groupby("unit").apply(_figures).reset_index()


def _plain_intervals(numbers: Any) -> Any:
    """The same with intervals: respondents are drawn again and again, and every draw goes through the same function."""
    import pandas as pd

    def with_intervals(people: pd.DataFrame) -> pd.DataFrame:
        draws = pd.concat(_figures(people.sample(frac=1, replace=True, random_state=seed)) for seed in range(DRAWS_OF_PANDAS))
        limits = draws.groupby("dimension").quantile([0.025, 0.975]).unstack()
        limits.columns = [f"{figure}_{'lower' if share < 0.5 else 'upper'}" for figure, share in limits.columns]
        return _figures(people).join(limits)

    return numbers.groupby("unit").apply(with_intervals).reset_index()


def _polars_items(folder: Path) -> Any:
    """Count each different answer of an item; shares from the few hundred counts."""
    import polars as pl

    survey = pl.scan_parquet(folder / SURVEY)
    counts = [survey.group_by("unit", answer=item).len("people").with_columns(item=pl.lit(item)) for item in ITEMS]
    code = pl.col("answer").cast(pl.Int64, strict=False)
    people = pl.col("people").cast(pl.Float64)
    answered = people.filter(code.is_not_null()).sum()
    figures = (
        pl.concat(counts)
        .group_by("unit", "item")
        .agg(
            answered=answered,
            positive=people.filter(code >= 4).sum() / answered * 100,
            points=((code - 1) * 25 * people).sum() / answered,
        )
    )
    share, n = pl.col("positive") / 100, pl.col("answered")
    middle = (share + Z**2 / (2 * n)) / (1 + Z**2 / n)
    half = Z * (share * (1 - share) / n + Z**2 / (4 * n**2)).sqrt() / (1 + Z**2 / n)
    return figures.with_columns(lower=(middle - half) * 100, upper=(middle + half) * 100).collect()


def _polars(folder: Path) -> Any:
    import polars as pl

    items = _polars_items(folder).with_columns(dimension=pl.col("item").replace_strict(DIMENSIONS))
    return items.group_by(DRAW_KEYS).agg(pl.col("positive", "points").mean())


def _duckdb(folder: Path, query: str) -> Any:
    """Count each different answer of an item; shares from the few hundred counts."""
    import duckdb

    path = folder / SURVEY
    counts = " union all ".join(
        f"select unit, '{item}' as item, '{DIMENSIONS[item]}' as dimension, try_cast({item} as tinyint) as code, count(*) as people"
        f" from read_parquet('{path}') group by all"
        for item in ITEMS
    )
    shares = (
        "select unit, item, dimension, sum(people) filter (code is not null) as n, sum(people) filter (code >= 4) / n as share,"
        " sum((code - 1) * 25 * people) / n as points from counts group by all"
    )
    with duckdb.connect() as connection:
        return connection.sql(f"with counts as ({counts}), shares as ({shares}) {query}").to_arrow_table()


_DIMENSIONS_QUERY = "select unit, dimension, avg(share) * 100 as positive, avg(points) as points from shares group by all"
_ITEMS_QUERY = f"""
select unit, item, share * 100 as positive, (middle - half) * 100 as lower, (middle + half) * 100 as upper from (
    select *, {Z**2} as z2, (share + z2 / (2 * n)) / (1 + z2 / n) as middle,
        sqrt(z2 * (share * (1 - share) / n + z2 / (4 * n * n))) / (1 + z2 / n) as half
    from shares)
"""

SIDES = {
    "ours": Side(lambda folder: _read(folder / SURVEY), _ours),
    "ours from Parquet": Side(Path, lambda folder: _ours(_read_as_categories(folder / SURVEY))),
    "ours, items from Parquet": Side(Path, lambda folder: _our_items(_read_as_categories(folder / SURVEY))),
    # Turning texts into numbers is not timed here, which is to its advantage: only the loop may be scaled up by its draws.
    "pandas": Side(lambda folder: _numbers(_read(folder / PART)), _plain_intervals, part_only=True, share=DRAWS_OF_PANDAS / RESAMPLES),
    "pandas without intervals": Side(lambda folder: _read(folder / SURVEY), _plain_figures),
    "polars": Side(Path, _polars),
    "duckdb": Side(Path, partial(_duckdb, query=_DIMENSIONS_QUERY)),
    "polars items": Side(Path, _polars_items),
    "duckdb items": Side(Path, partial(_duckdb, query=_ITEMS_QUERY)),
}
