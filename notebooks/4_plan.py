# %% [markdown]
# # What should be done, by whom, and in which quarter?

# %% tags=["parameters"]
mission = "missions/example"  # the mission's folder
quarters = None  # length of the plan; None takes that of mission.yaml
person_days_per_quarter = None  # person-days; None takes those of mission.yaml

# %%
from diagnostics.planning.workplan import load_by_quarter, plan_work
from diagnostics.runs import open_mission

opened = open_mission(mission, quarters=quarters, person_days_per_quarter=person_days_per_quarter)
scores, findings = opened.read("scores"), opened.read("findings")

# %%
workplan = plan_work(findings, scores, opened.standard, opened.remedies, opened.mission)
capacity = load_by_quarter(workplan, opened.mission.plan)
opened.write(workplan=workplan, capacity=capacity)

# %% [markdown]
# ## Actions in the order of their start

# %%
workplan[["action", "title", "owner", "start", "finish", "person_days", "after", "reason"]]

# %% [markdown]
# ## Person-days taken in each quarter, against what there is

# %%
capacity
