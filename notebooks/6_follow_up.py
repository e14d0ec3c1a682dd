# %% [markdown]
# # How far is the adopted plan, and what has it changed?
#
# Runs where `mission.yaml` names progress reports on an adopted plan, or the scores of the diagnostic before. The cells with sections
# make the follow-up report of four pages.

# %% tags=["parameters"]
mission = "missions/example"  # the mission's folder
language = None  # en, fr, sr-Latn or sr-Cyrl; None takes that of mission.yaml

# %%
from diagnostics.reporting.sections import follow_up
from diagnostics.runs import open_mission
from diagnostics.runs.follow_up import gather_follow_up, read_follow_up

opened = open_mission(mission, language=language)
followed = read_follow_up(opened)
material = gather_follow_up(opened, followed)
opened.write(progress=followed.history, variance=material.variance, forecast=material.forecast)

# %%
follow_up.cover(material)

# %% [markdown]
# ## Where things stand

# %%
follow_up.where_things_stand(material)

# %% [markdown]
# ## Plan against actual

# %%
follow_up.plan_against_actual(material)

# %% [markdown]
# ## Indicators, and reasons for deviation

# %%
follow_up.indicators_and_reasons(material)

# %% [markdown]
# ## Maturity before and after, or what comes next

# %%
follow_up.before_and_after(material)
