# %% [markdown]
# # What should be done, by whom, and in which quarter?

# %% tags=["parameters"]
mission = "missions/example"  # the mission's folder
quarters = None  # length of the plan; None takes that of mission.yaml
person_days_per_quarter = None  # person-days; None takes those of mission.yaml

# %%
from diagnostics.definitions.dataset import load_datasets
from diagnostics.definitions.problems import refuse_errors
from diagnostics.definitions.remedy import load_roles
from diagnostics.planning.judging.judged import judge_plan
from diagnostics.planning.workplan import plan_work
from diagnostics.runs import open_mission
from diagnostics.runs.plan_inputs import read_plan_inputs

# %%
opened = open_mission(mission, quarters=quarters, person_days_per_quarter=person_days_per_quarter)
scores, findings, indicators = (opened.read(name) for name in ("scores", "findings", "indicators"))
inputs = read_plan_inputs(opened)
refuse_errors(inputs.problems)

# %%
work = plan_work(findings, scores, opened.standard, opened.remedies, opened.mission, inputs.brought, indicators)
opened.write(workplan=work.plan, capacity=work.capacity, load=work.load, budget=work.budget, decisions=work.decisions)

# %%
judged = judge_plan(work.plan, opened.mission, load_roles(), [dataset.id for dataset in load_datasets()], indicators)
opened.write(realism=judged.realism, delay_risk=judged.delay_risk, measurability=judged.measurability)

# %% [markdown]
# ## Actions in the order of their start

# %%
work.plan[["action", "title", "owner", "start_on", "finish_on", "person_days", "slack_days", "critical", "after", "reason"]]

# %% [markdown]
# ## Person-days taken in each quarter, against what there is

# %%
work.capacity

# %% [markdown]
# ## Money committed in each year, against the budget

# %%
work.budget

# %% [markdown]
# ## What each decision costs

# %%
work.decisions

# %% [markdown]
# ## Is it realistic? When it ends if estimates err, and what the checks found

# %%
judged.delay_risk[judged.delay_risk["kind"] != "action"]

# %%
judged.realism[["check", "severity", "action", "month", "resource", "found", "allowed"]]

# %% [markdown]
# ## Is it measurable?

# %%
judged.measurability[["check", "severity", "action", "found"]]
