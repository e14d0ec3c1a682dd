# One page a process
processes-heading = Process by process
process-card-gap = gap { $gap }
process-card-reached = reached
process-card-range = range { $range }
process-card-evidence-note = of the answers that claim something
process-nothing-applies = Nothing of this process applies.
process-none-rated = No criterion of this process has been rated.
process-all-equal = All stand at level { $level }.
process-extremes = Highest, at level { $best }: { $strong }. Lowest, at level { $worst }: { $weak }.
process-not-assessed = { $count ->
    [one] One criterion is not assessed.
   *[other] { CAPITAL(WORDS($count)) } criteria are not assessed.
}
process-not-applicable = { $count ->
    [one] One criterion is not applicable.
   *[other] { CAPITAL(WORDS($count)) } criteria are not applicable.
}
process-incomplete = Fewer than { $share } of the criteria that apply were rated: read the score as incomplete.
process-all-below = { $count ->
    [one] The one criterion that was rated lies below target.
   *[other] All criteria that were rated lie below target.
}
process-some-below = { $count ->
    [one] One of the { WORDS($total) } criteria rated lies below target.
   *[other] { CAPITAL(WORDS($count)) } of the { WORDS($total) } criteria rated lie below target.
}
process-none-below = { $total ->
    [one] The one criterion that was rated does not lie below target.
   *[other] None of the { WORDS($total) } criteria rated lies below target.
}
process-no-gap = { $process }: no criterion that was assessed lies below its target.
criteria-caption = { $process }: levels of the criteria
criteria-held-down = Held down by
criteria-difference-note = Difference of { $limit } or more is highlighted.
criteria-held-down-note = Held down by: the gates at the criterion's level, where it is below target.
findings-caption = { $process }: findings by their rank in the review, and remedies
findings-rank = Rank
findings-finding = Finding
findings-closed-by = What closes it
findings-not-scheduled = not scheduled
findings-no-remedy = no remedy is bundled for this step
band-high = high
band-medium = medium
band-low = low

voices-survey-not-available = Staff survey: not available, no staff survey data.
voices-survey-not-asked = The staff survey asks nothing about this process.
voices-survey-not-shown = Staff survey: not shown, fewer than { $least } people answered it or one of its statements.
voices-survey = { $items ->
    [one] Staff survey: on its one statement, { $share } of the answers are favourable ({ COUNT($people) } people answered).
   *[other] Staff survey: on average over its { WORDS($items) } statements, { $share } of the answers are favourable ({ COUNT($people) } people answered).
}
voices-interviews-not-available = Interviews: not available, no interview data.
voices-interviews-none = No interview touched on this process.
voices-interviews-not-shown = Interviews: not shown, fewer than { $least } spoke about this process.
voices-interviews = Of { COUNT($count) } remarks on it in interviews, { $balance ->
    [favourable] more were favourable than critical
    [critical] more were critical than favourable
   *[equal] as many were favourable as critical
}.
voices-documents-not-available = Reference documents: not available, no reference document data.
voices-basics-missing = { $count ->
    [one] A basic document is missing
   *[other] Basic documents are missing
}: { $titles }.
voices-documents-missing = Missing documents: { $titles }.
