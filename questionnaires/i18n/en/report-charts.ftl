# Titles, captions, labels and alt texts of the charts. An alt text says in words all that its chart shows.

# Score against target
target-none = No process could be held against a target
target-all-reached = { $count ->
    [1] The process has reached its target
    [2] Both processes have reached their target
   *[other] All { WORDS($count) } processes have reached their target
}
target-all-below = { $count ->
    [1] The process is below its target
    [2] Both processes are below their target
   *[other] All { WORDS($count) } processes are below their target
}
target-some-below = { $count ->
    [one] One of { WORDS($total) } processes is below target
   *[other] { CAPITAL(WORDS($count)) } of { WORDS($total) } processes are below target
}
target-alt = Score against target by process. { $rows }.
target-alt-unrated = { $name } is { $why }
target-alt-row = { $name }: score { $score }{ $range ->
    [wide] , possibly { $lowest } to { $highest }
   *[point] { "" }
}{ $goal ->
    [given] , target { $target }
   *[none] { "" }
}, lowest criterion { $minimum }
target-caption = The band runs from the lowest to the highest score that the unanswered questions, and the claims without evidence, leave possible. Where there is no band, every question was answered.
target-label-score = Score
target-label-target = Target
target-label-range = Where the score could lie
target-label-lowest = Lowest criterion
axis-level = level { $level }

# Levels of all criteria
heat-none = No process has been assessed
heat-same = { $count ->
    [one] { CAPITAL($names) } stands at the same level
   *[other] { CAPITAL($names) } stand at the same level
}
heat-extremes = { CAPITAL($strong) } { $strong_count ->
    [one] is
   *[other] are
} strongest, { $weak } { $weak_count ->
    [one] is
   *[other] are
} weakest
heat-alt = Levels of the criteria by process. { $rows }.
heat-alt-process = { $name }, { $rating }: { $criteria }
heat-alt-score = score { $score }
heat-alt-criterion = { $name } { $level }
heat-alt-criterion-marked = { $name } { $level } (no evidence)
heat-caption = One cell a criterion; the number is its level, from 1 (absent or ad hoc) to 5 (optimising). The darker, the more mature. Below each process: its score, the weighted mean of its criteria.
heat-not-applicable-note = n/a: not applicable here.
not-applicable-short = n/a

# Two assessments of a process
divergence-one-only = { CAPITAL($process) }: only one of the two assessments is there
divergence-single = { $direction ->
    [higher] The { $other } is higher than the { $own } on the one criterion that both rated
   *[lower] The { $other } is lower than the { $own } on the one criterion that both rated
}
divergence-agree = The { $other } agrees with the { $own } on all criteria of { $process }
divergence-higher = The { $other } is higher than the { $own } on { WORDS($count) } of { WORDS($total) } { $total ->
    [one] criterion
   *[other] criteria
}
divergence-lower = The { $other } is lower than the { $own } on { WORDS($count) } of { WORDS($total) } { $total ->
    [one] criterion
   *[other] criteria
}
divergence-both = The { $other } is higher than the { $own } on { WORDS($higher) } of { WORDS($total) } { $total ->
    [one] criterion
   *[other] criteria
}, lower on { WORDS($lower) }
divergence-alt = Levels of { $process } by two assessments. { $rows }.
divergence-alt-row = { $name }: { $own } { $own_level }, { $other } { $other_level }

# The staff survey
climate-none = Too few answers to show what staff say
climate-alike = Staff judge { $names } alike
climate-extremes = Staff are most favourable on “{ $best }” and least on “{ $worst }”
climate-alt = Share of favourable answers in the staff survey, with 95 % intervals. { $rows }.
climate-alt-row = { $name }: { $share }
climate-alt-row-interval = { $name }: { $share } ({ $lower } to { $upper })
climate-too-few = not shown: too few answers
climate-caption = Per cent favourable: answers 4 and 5 of 5, or 1 and 2 where agreement is a bad sign. The line is the 95 % interval. Nothing is shown where fewer than { $threshold } people answered, or answered one of the statements.

# The work plan
gantt-title = { CAPITAL(WORDS($count)) } { $count ->
    [one] action
   *[other] actions
} from { $first } to { $last }
gantt-title-part = { CAPITAL(WORDS($count)) } { $count ->
    [one] action
   *[other] actions
} from { $first } to { $last } (part { $part } of { $parts })
gantt-alt = Calendar of the work plan. { $rows }.
gantt-alt-row = { $title } ({ $owner }): { $when }
gantt-months = { $months } mo
gantt-caption = Actions in the order of their start; a red line leads from an action to one that waits for it. The darker bars are quick wins. The owner stands in grey.
load-none = The plan takes no person-days
load-title = The busiest quarter is { $quarter }, with { $taken } of { $capacity } person-days taken
load-alt = Person-days of the work plan by quarter, against a capacity of { $capacity }. { $rows }.
load-alt-row = { $quarter }: { $days }
load-capacity = capacity { $capacity }
load-caption = Person-days of all roles together, spread evenly over the months of each action.

# Several administrations side by side
comparison-title-equal = { $name } differs from the others on no sub-indicator
comparison-title = { $name } has the highest score, alone or shared, on { WORDS($best) } and the lowest, alone or shared, on { WORDS($worst) } of the { WORDS($total) } { $total ->
    [one] sub-indicator
   *[other] sub-indicators
} on which scores differ
comparison-alt = Scores by sub-indicator of { $names }; the tables of the next chapter hold every value. { $focus }: { $rows }.
comparison-caption = Scores from 0 to 100 as published; the darker, the higher. A line separates the indicators. { $note }
indicator-title = { $name } is above the average on { WORDS($above) } of { WORDS($total) } { $total ->
    [one] sub-indicator
   *[other] sub-indicators
}, below on { WORDS($below) }{ $equal ->
    [0] { "" }
   *[other] , { WORDS($equal) } equal to it
}
indicator-alt = { $group }. { $rows }.
indicator-alt-row = { $name }: { $focus } { $value }, average { $average }, difference { $difference }
indicator-caption = Scores from 0 to 100. Dots of equal value lie on each other and look darker.
indicator-label-average = Average
indicator-label-others = The other administrations
