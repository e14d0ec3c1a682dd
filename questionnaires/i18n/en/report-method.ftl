# Annexes: method and arithmetic
method-heading = Method
method-intro = A rule marked “house rule” is the kit's own; it comes from no published standard.
method-gates = House rule: each criterion passes { WORDS($count) } { $count ->
    [one] gate
   *[other] gates
}: { $gates }. Its level is the lowest of them.
method-evidence = House rule: a claim above the lowest option for which no document is named counts as level 1 and is marked *.
method-not-applicable = A question that does not apply is left out. “Don't know” and blank answers are counted, never taken as zero.
method-weights = A process's score is the mean of its criteria by their weights; the whole is the mean of its parts by their weights.
method-reached = House rule: a score is at the highest level whose number it reaches; 2.99 is level 2.
method-range = The range of a score runs from what it would be if every open question had the worst answer to what it would be with the best one.
method-focus = Levels and findings rest on the { $focus }. Other assessments stand beside it and are not averaged with it.
method-divergence = Where raters or assessments lie { $limit } levels or more apart, the difference is highlighted.
method-target = The target is level { $level }.
method-target-and-apart = The target is level { $level }; set apart: { $own }.
method-targets-one-by-one = Targets are set one by one.
method-targets-apart = Targets are set one by one; set apart: { $own }.
method-priority = House rule: the priority of a finding is its gap times the weight of the criterion times one plus the number of criteria that require it. Taken from the top, the findings that make up the first { $high } of all priority are high, those up to { $medium } medium, the rest low.
method-plan = House rule: the work plan takes at most { $days } person-days a quarter; an action starts when those it waits for are finished. Effort and duration of the remedies are house estimates.
method-disclosure = No figure of the survey or the interviews is shown that rests on fewer than { $least } people or answers.
method-rounding = Differences are taken from unrounded values. Rounding, half away from zero, is the last step.
method-published = The values are shown as they were published; none is rounded, converted or filled in.
method-average = The average is the plain mean over { $members }. An administration without a value is left out of that average.
method-indicator = House rule: an indicator's score is the plain mean of its sub-indicators.
method-difference = A difference is the value of the administration in focus minus the average, taken from unrounded values.
method-two-decimals = Averages and differences are rounded to two decimals, half away from zero, as the last step.
method-missing = A missing value is shown as “no data” and never taken as zero.
method-gates-caption = The gates: what each level asks for
method-gates-note = House rule of this kit, in the style of public maturity models. The lowest gate decides.
method-levels-heading = The levels
method-sources-heading = Sources
method-weights-heading = Weights
method-weights-caption = Weight of every criterion in its process
method-weight-reason = Reason

arithmetic-heading = How each score comes about
arithmetic-intro = Every score above the answers, with its rule and its parts before rounding.
arithmetic-caption = Scores and their parts: { $focus }
arithmetic-score-of = Score of
arithmetic-how = How it comes about
arithmetic-none = None of its children counts, so that there is no score.
arithmetic-no-weight = All its children that count have the weight 0, so that there is no score.
arithmetic-mean = Mean of the children that count: ({ $terms }) ÷ { $total } = { $result }.
arithmetic-weighted-mean = Weighted mean of the children that count: ({ $terms }) ÷ { $total } = { $result }.
arithmetic-mean-long = Mean of the children that count: { $count } scores add up to { $sum }; { $sum } ÷ { $total } = { $result }.
arithmetic-weighted-mean-long = Weighted mean of the children that count: weight × score adds up to { $sum }, the weights to { $total }; { $sum } ÷ { $total } = { $result }.
arithmetic-sum = Sum of the children that count: { $terms } = { $result }.
arithmetic-lowest = The lowest child that counts decides: { $names } with { $result }.
arithmetic-left-out = { $count ->
    [one] { $names } does not count here.
   *[other] { $names } do not count here.
}
