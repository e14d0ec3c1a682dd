"""The staff climate survey: 640 respondents whose answers follow the state of each process."""

from __future__ import annotations

from typing import Any

import numpy as np

from synthetic.draw import Draw

COLUMNS = ("respondent", "unit", "grade_band", "sex", "item", "value")
MOOD, NOISE = 0.55, 0.95  # standard deviations in points: of a person over all items, of one answer

Row = tuple[object, ...]
Story = dict[str, Any]


def make_survey(items: list[Story], people: Story, draw: Draw) -> list[Row]:
    """One row for each respondent and item of the instrument, in this order."""
    story = people["survey"]
    count = story["respondents"]
    units = draw.by_weight({unit["id"]: unit["staff"] for unit in people["units"]}, count)
    bands = draw.by_weight(story["bands"], count)
    sexes = draw.by_weight(story["sex"], count)
    values = _values(items, story, units, bands, draw)
    return [
        (f"R{number + 1:04}", units[number], bands[number], sexes[number], item["id"], values[number, place])
        for number in range(count)
        for place, item in enumerate(items)
    ]


def _values(items: list[Story], story: Story, units: np.ndarray, bands: np.ndarray, draw: Draw) -> np.ndarray:
    """Codes 1-5, DK or empty: a row for each respondent, a column for each item."""
    count = len(units)
    band_shift = np.array([story["band_shift"][band] for band in bands])
    border = np.isin(units, story["border"]["units"])
    person = draw.around(count) * MOOD + band_shift
    columns = []
    for item in items:
        process = item["process"]
        mean = story["mean"][process] + story["item_shift"].get(item["id"], 0)
        favourable = mean + person + border * story["border"]["shift"][process] + draw.around(count) * NOISE
        level = np.clip(np.floor(favourable + 0.5), 1, 5).astype(int)
        code = (6 - level if item.get("reverse") else level).astype(str).astype(object)
        code[draw.share(count) < story["dont_know"][process]] = "DK"
        code[draw.share(count) < story["blank"]] = ""
        columns.append(code)
    return _broken_off(np.column_stack(columns), story["breaks_off"], draw)


def _broken_off(values: np.ndarray, chance: float, draw: Draw) -> np.ndarray:
    """Some respondents stop on the way: all after that is empty."""
    count, items = values.shape
    stops = np.where(draw.share(count) < chance, np.floor(draw.share(count) * items), items)
    return np.where(np.arange(items) >= stops[:, None], "", values)
