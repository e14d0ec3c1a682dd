# %% [markdown]
# # Where does the administration stand below its targets, and what matters most?

# %% tags=["parameters"]
mission = "missions/example"  # the mission's folder
default_target = None  # level or score; None takes the target of mission.yaml

# %%
from diagnostics.planning.findings import find_gaps, target_profile
from diagnostics.runs import open_mission
from diagnostics.scoring.small_groups import told_scores

opened = open_mission(mission, default_target=default_target)
answers, scores = opened.read("answers"), opened.read("scores")

# %%
targets = target_profile(scores, opened.standard, opened.mission)
findings = find_gaps(scores, answers, targets, opened.standard, opened.remedies, opened.mission)
opened.write(targets=targets, findings=findings)

# %% [markdown]
# ## Findings, most pressing first
#
# Priority is gap × weight of the criterion × (1 + number of criteria that require it). This is a house rule. Figures of a survey that
# rest on too few people are left out here.

# %%
told = told_scores(scores, opened.standard, opened.mission.thresholds.disclosure).dropna(subset="score")
shown = told.loc[told["assessment"] == opened.mission.focus, "node"]
findings.loc[findings["node"].isin(shown), ["rank", "node", "name", "level", "target", "gap", "priority", "band", "limiting"]]
