# The maturity profile: levels, scores, targets, states of the answers, raters, the staff survey
profile-heading = Maturity profile
profile-basis = The figures rest on the { $focus }. A criterion's level is the lowest of its gates; a process's score is the weighted mean of its criteria and is always shown with its lowest one.
profile-targets-heading = Levels, scores and targets
levels-caption = Level, score and target by process
levels-gap = Gap
levels-range = Range
levels-note = Gap: target minus score, from unrounded values; 0.00 where the target is reached. Range: the lowest and highest score that unanswered questions, and claims without evidence, leave possible. With evidence: of the answers above the lowest option, the share for which evidence is named.
overall-caption = How the overall score comes about
overall-part = Part
overall-made-of = Made of
overall-total = the weighted mean of the scores above
overall-its-criteria = its criteria
overall-see-annex = see the annex
overall-child = { $node } { $score } (weight { $weight })
overall-note = A part without a score is left out, with its weight. Three decimals are shown so that the sum can be checked.
states-caption = What stands behind the scores: answers by state
states-answered = Answered
states-dont-know = Don't know
states-not-applicable = Not applicable
states-blank = Blank
states-no-evidence = No evidence
states-all = All processes
states-note = Counted are the questions of each process, one a gate. “No evidence”: an answer was given above the lowest option, and no document was named for it.
climate-heading = What the staff survey says
climate-not-available = Not available: no staff survey data.
climate-intro = The survey stands beside the rating and does not enter it. It shows how those who are subject to a process see it.

raters-heading = Where the raters disagree
raters-none = No criterion with enough raters to be shown divides them by { $limit } levels or more.
raters-intro = On { WORDS($count) } { $count ->
    [one] criterion
   *[other] criteria
} the raters lie { $limit } levels or more apart. Their median stands in the profile; talk about the difference before relying on it.
raters-caption = Criteria on which the raters are divided
raters-raters = Raters
raters-from = Answers from
raters-to = to
raters-on = On
