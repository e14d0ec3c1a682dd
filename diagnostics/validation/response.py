"""Who answered a survey, and how completely, by unit."""

from __future__ import annotations

from datetime import date

import pandas as pd

COLUMNS = {"unit": "str", "staff": "Int64", "respondents": "Int64", "rate": "float64", "completeness": "float64"}


def no_response() -> pd.DataFrame:
    """The table without a row."""
    return pd.DataFrame(columns=list(COLUMNS)).astype(COLUMNS)


def response_by_unit(survey: pd.DataFrame | None, staff: pd.DataFrame | None, as_of: date, disclosure: int) -> pd.DataFrame:
    """Set the respondents of each unit beside its staff.

    Args:
        survey: the typed data set: respondent, unit, value.
        staff: the typed data set: unit, hired_on, left_on, has_left; none where it was not brought.
        as_of: the day on which the staff are counted.
        disclosure: people; nothing is shown of a unit with fewer respondents or fewer staff. Where that is one unit alone, the
            next smallest is withheld too, as the total would tell.

    Returns:
        One row a unit of the survey, by name; everything but the name is empty where it is withheld or not known:
            unit          str
            staff         Int64    people in post on the day
            respondents   Int64    people
            rate          float    0-1, respondents / staff; above 1 the two do not speak of the same units
            completeness  float    0-1, statements answered, "don't know" among them, of those that were asked
    """
    if survey is None or survey["unit"].isna().all():
        return no_response()
    by_unit = survey.dropna(subset=["unit"]).groupby("unit")
    table = pd.DataFrame({"respondents": by_unit["respondent"].nunique(), "completeness": by_unit["value"].count() / by_unit.size()})
    table["staff"] = _in_post(staff, as_of).reindex(table.index) if staff is not None else pd.NA
    table["rate"] = table["respondents"] / table["staff"].astype("Float64").astype("float64")
    smallest = table[["respondents", "staff"]].astype("Float64").min(axis=1)
    withheld = smallest < disclosure
    if withheld.sum() == 1 and len(table) > 1:
        withheld[smallest[~withheld].idxmin()] = True
    table = table.reset_index().astype(COLUMNS)[list(COLUMNS)]
    table.loc[withheld.to_numpy(), ["staff", "respondents", "rate", "completeness"]] = pd.NA
    return table


def _in_post(staff: pd.DataFrame, as_of: date) -> pd.Series:
    day = pd.Timestamp(as_of)
    gone = staff["left_on"].lt(day) | (staff["left_on"].isna() & (staff["has_left"] == "yes"))
    has_begun = staff["hired_on"].le(day) | staff["hired_on"].isna()
    return staff[has_begun & ~gone].groupby("unit").size()
