# %% [markdown]
# # Can the answers and data of this mission be used as they are?
#
# Every input is held against the definition of its data set. What is wrong is listed with its file, row and column;
# a problem that stops the run ends this notebook.

# %% tags=["parameters"]
mission = "missions/example"  # the mission's folder

# %%
from diagnostics.definitions.data_indicators import load_data_indicators
from diagnostics.definitions.problems import errors, refuse_errors
from diagnostics.runs import open_mission, write_problems
from diagnostics.runs.plan_inputs import read_plan_inputs
from diagnostics.scoring.summaries import summarise
from diagnostics.systems.indicators import compute_indicators
from diagnostics.validation.inputs import validate_inputs
from diagnostics.validation.quality import problem_counts

opened = open_mission(mission)

# %%
checked = validate_inputs(opened.mission, opened.folder, opened.standard)
problems = (*checked.problems, *read_plan_inputs(opened).problems)
write_problems(opened, problems)

# %% [markdown]
# ## What was brought, and how complete it is

# %%
checked.quality

# %% [markdown]
# ## What has to be corrected, and what is worth knowing

# %%
problem_counts(checked.judged)

# %%
print(f"{len(errors(problems))} to correct, {len(problems) - len(errors(problems))} warnings")
refuse_errors(problems)

# %%
summaries = summarise(checked.tables, opened.standard, opened.mission)
limit = opened.mission.thresholds.disclosure
indicators = compute_indicators(checked.tables, load_data_indicators(), opened.mission.dates.as_of, limit)
opened.write(answers=checked.answers, indicators=indicators, data_quality=checked.quality, **summaries)

# %% [markdown]
# ## Indicators that these data allow

# %%
indicators.loc[indicators["reason"] == "", ["name", "value", "unit", "n"]]
