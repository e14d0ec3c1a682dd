# %% [markdown]
# # What does the administration need to know, and what should it do?
#
# Each cell ends in one section of the report. The exporters `hrm-html` and `hrm-pdf` take these blocks and nothing else.

# %% tags=["parameters"]
mission = "missions/example"  # the mission's folder

# %%
from diagnostics.reporting import sections
from diagnostics.runs import open_mission
from diagnostics.runs.material import gather_material

material = gather_material(open_mission(mission))

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
