# %% [markdown]
# # Which level has each criterion, process and pillar reached?

# %% tags=["parameters"]
mission = "missions/example"  # the mission's folder

# %%
from diagnostics.runs import open_mission
from diagnostics.scoring import score_answers
from diagnostics.scoring.small_groups import told_scores

opened = open_mission(mission)
answers = opened.read("answers")

# %%
scores = score_answers(answers, opened.standard)
opened.write(scores=scores)

# %% [markdown]
# ## The assessment that the findings rest on
#
# `lowest` and `highest` are the scores still possible if everything unanswered were answered worst or best. Figures of a survey that
# rest on too few people are left out here; `results/scores.parquet` holds them.

# %%
told = told_scores(scores, opened.standard, opened.mission.thresholds.disclosure)
told[told["assessment"] == opened.mission.focus].set_index("node")
