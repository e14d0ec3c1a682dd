# The cover and the executive summary
cover-title = Diagnostic review of human resource management
cover-title-comparison = Human resource management in comparison
cover-subtitle = Maturity profile, findings and modernisation work plan
cover-subtitle-comparison = Profile beside the compared administrations
cover-country = Country
cover-on-site = On site
cover-period = Period
cover-as-of = Figures as of
cover-standard = Standard
cover-standard-version = { $title }, version { $version }
cover-scope = Scope
cover-scope-all = All { WORDS($count) } processes
cover-wave = Wave
cover-levels = Levels
cover-levels-self = According to its self-assessment
cover-synthetic = Synthetic data: this administration and its figures are made up.
cover-dates = { $start } to { $end }
cover-items = { WORDS($items) } { $items ->
    [one] sub-indicator
   *[other] sub-indicators
} in { WORDS($groups) } { $groups ->
    [one] indicator
   *[other] indicators
}

summary-heading = Executive summary
summary-gaps-heading = The main gaps
summary-actions-heading = The first actions
summary-nothing-applies = Nothing of the processes in scope applies to { $name }.
summary-too-little = Too little was answered to rate the human resource management of { $name } as a whole.
summary-level = { $source ->
    [self] According to its self-assessment, the human resource management
   *[other] The human resource management
} of { $name } stands at level { $level } of { $highest }, { $level_name }, with a score of { $score } on the scale from { $lowest } to { $highest }.
summary-rated = { $source ->
    [self] According to its self-assessment, the human resource management
   *[other] The human resource management
} of { $name } is rated, with a score of { $score } on the scale from { $lowest } to { $highest }.
summary-level-means = Level { $level } means: { $meaning }
card-overall-score = Overall score
card-range = could lie between { $lowest } and { $highest }
card-below-target = Processes below target
card-without-evidence = Claims without evidence
card-of-criteria = of { COUNT($count) } criteria
card-without-evidence-note = counted as level 1, marked *
card-actions-planned = Actions planned
card-days-in-all = { $days } person-days in all
summary-no-process-applies = Nothing of these processes applies.
summary-no-process-rated = No process has enough answers to be rated.
summary-processes-equal = { $count ->
    [1] The process stands at { $score }.
    [2] Both processes stand at { $score }.
   *[other] All { WORDS($count) } processes stand at { $score }.
}
summary-processes = The strongest { $strong_count ->
    [one] is
   *[other] are
} { $strong } with { $best }; the weakest { $weak_count ->
    [one] is
   *[other] are
} { $weak } with { $worst }.
summary-beside-average = { $direction ->
    [above] On average the { $other } lies { $size } levels above the { $own } of the same criteria.
    [below] On average the { $other } lies { $size } levels below the { $own } of the same criteria.
   *[equal] On average the { $other } lies level with the { $own } of the same criteria.
}
summary-beside-apart = { CAPITAL(WORDS($count)) } of { WORDS($total) } { $total ->
    [one] criterion
   *[other] criteria
} { $count ->
    [one] differs
   *[other] differ
} by { $limit } levels or more.
summary-no-gap = No criterion that was assessed lies below its target.
# Stands between a name in bold and what is said of it.
colon = :
summary-gap = level { $level }, target { $target }.
summary-held = { $count ->
    [one] { CAPITAL($gates) } holds it down.
   *[other] { CAPITAL($gates) } hold it down.
}
summary-leverage = { $count ->
    [one] One other criterion rests on it.
   *[other] { CAPITAL(WORDS($count)) } other criteria rest on it.
}
summary-findings = The review makes { WORDS($count) } { $count ->
    [one] finding
   *[other] findings
}: { $bands }. The most pressing are these.
summary-band-high = { WORDS($count) } of high priority
summary-band-medium = { WORDS($count) } of medium priority
summary-band-low = { WORDS($count) } of low priority
summary-marked = * marks a level that was claimed without evidence and counts as 1.
summary-no-action = No action is scheduled.
summary-action = { $owner }, { $when }, { $days } person-days.
summary-actions-start = { $count ->
    [one] One action starts in the first quarter of the plan, { $quarter }.
   *[other] { CAPITAL(WORDS($count)) } actions start in the first quarter of the plan, { $quarter }.
}
summary-actions-highest = The { WORDS($count) } of the highest priority are:
summary-plan-before = The whole plan stands in
summary-plan-link = the work plan

caveats-title = What to bear in mind
caveats-none = All questions were answered and all claims carry evidence.
caveat-synthetic = The data are synthetic. They show how the kit works and describe no real administration.
caveat-marked = { $count ->
    [one] One criterion carries a claim for which no evidence was named: counted as level 1 and marked{ "\u00A0" }*.
   *[other] { CAPITAL(WORDS($count)) } criteria carry claims for which no evidence was named: counted as level 1 and marked{ "\u00A0" }*.
}
caveat-unanswered = Of the questions, { $told }. Blank and “don't know” widen the range in which a score could lie; “not applicable” is left out.
caveat-blank = { $count ->
    [one] 1 was left blank
   *[other] { COUNT($count) } were left blank
}
caveat-dont-know = { $count ->
    [one] 1 was answered “don't know”
   *[other] { COUNT($count) } were answered “don't know”
}
caveat-does-not-apply = { $count ->
    [one] 1 does not apply
   *[other] { COUNT($count) } do not apply
}
caveat-not-available = Not available: { $names }. Nothing was guessed in their place.
caveat-warnings = The checks of the inputs left { WORDS($count) } { $count ->
    [one] warning
   *[other] warnings
}; they stand in the
caveat-warnings-link = annex on data quality
caveat-scope = Scope: { $reason }
