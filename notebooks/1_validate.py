# %% [markdown]
# # Can the answers and data of this mission be used as they are?
#
# Every input is held against the definition of its data set. What is wrong is listed with its file, row and column;
# a problem that stops the run ends this notebook.

# %% tags=["parameters"]
mission = "missions/example"  # the mission's folder

# %%
from diagnostics.definitions.problems import errors, refuse_errors
from diagnostics.runs import open_mission, write_problems
from diagnostics.scoring.summaries import summarise
from diagnostics.validation.inputs import validate_inputs
from diagnostics.validation.quality import problem_counts

opened = open_mission(mission)

# %%
checked = validate_inputs(opened.mission, opened.folder, opened.standard)
write_problems(opened, checked.problems)

# %% [markdown]
# ## What was brought, and how complete it is

# %%
checked.quality

# %% [markdown]
# ## What has to be corrected, and what is worth knowing

# %%
problem_counts(checked.judged)

# %%
print(f"{len(errors(checked.problems))} to correct, {len(checked.problems) - len(errors(checked.problems))} warnings")
refuse_errors(checked.problems)

# %%
summaries = summarise(checked.tables, opened.standard, opened.mission)
opened.write(answers=checked.answers, data_quality=checked.quality, **summaries)
