# %% [markdown]
# # What does the administration need to know, and what should it do?
#
# Each cell ends in one section of the report. The exporters `hrm-html`, `hrm-pdf` and `hrm-docx` take these blocks and nothing else.

# %% tags=["parameters"]
mission = "missions/example"  # the mission's folder
default_target = None  # as the findings took it; None takes the target of mission.yaml
quarters = None  # as the plan took it
person_days_per_quarter = None  # as the plan took it
language = None  # en, fr, sr-Latn or sr-Cyrl; None takes that of mission.yaml

# %%
from diagnostics.reporting import sections
from diagnostics.runs import open_mission
from diagnostics.runs.material import gather_material

parameters = {"default_target": default_target, "quarters": quarters, "person_days_per_quarter": person_days_per_quarter}
opened = open_mission(mission, **parameters, language=language)
material = gather_material(opened)

# %%
sections.cover(material)

# %% [markdown]
# ## The whole in plain words

# %%
sections.executive_summary(material)

# %% [markdown]
# ## All results at a glance

# %%
sections.profile(material)

# %% [markdown]
# ## One page a process, or one an indicator

# %%
sections.details(material)

# %% [markdown]
# ## Who does what, when, measured by what

# %%
sections.work_plan(material)

# %% [markdown]
# ## Method, data quality, every answer, provenance

# %%
sections.annexes(material)
