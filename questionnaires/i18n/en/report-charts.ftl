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
gantt-title = { $count ->
    [one] One action, from { $first } to { $last }
   *[other] { CAPITAL(WORDS($count)) } actions, from { $first } to { $last }
}
gantt-title-critical = { CAPITAL(WORDS($critical)) } of { $count ->
    [one] one action decides
   *[other] { WORDS($count) } actions { $critical ->
        [one] decides
       *[other] decide
    }
} when the plan ends, on { $last }
gantt-title-first = { $title } (actions 1 to { $last })
gantt-title-part = Actions { $first } to { $last } of { $total }: { $critical ->
    [0] none of them decides
    [one] one of them decides
   *[other] { WORDS($critical) } of them decide
} when the plan ends
gantt-alt = Calendar of the work plan. { $rows }.
gantt-alt-row = { $title } ({ $owner }): { $when }
gantt-alt-critical = on the critical path
gantt-alt-slack = may slip to { $day }
gantt-alt-milestone = at its end { $process } reaches its targets
gantt-alt-progress = { $share } done
gantt-alt-not-before = not before { $day }
gantt-alt-by = to be finished by { $day }
gantt-months = { $months } mo
gantt-label-action = Action
gantt-label-critical = Critical: delays the end
gantt-label-slack = Slack
gantt-label-waits = Waits for another
gantt-label-follows = Waits for its people
gantt-label-milestone = Process reaches its targets
gantt-label-quick-win = Quick win
gantt-label-progress = Share done
gantt-label-carried = Carried over
gantt-label-starts = Start fixed
gantt-label-not-before = Not before
gantt-label-by = To be finished by
gantt-caption = Actions in the order of their start, on working days. Slack is the time by which an action, and those that wait for it, can slip before the whole plan ends later. mo: months.
load-none = The plan takes no person-days
load-title = The busiest quarter is { $quarter }, with { $taken } of { $capacity } person-days taken
load-title-free = The busiest quarter is { $quarter }, with { $taken } person-days
load-title-over = { $count ->
    [one] One quarter takes more than there is: { $quarter }, { $taken } of { $capacity } person-days
   *[other] { CAPITAL(WORDS($count)) } quarters take more than there is, { $quarter } most: { $taken } of { $capacity } person-days
}
load-alt = Person-days of the work plan by quarter. { $rows }.
load-alt-row = { $quarter }: { $days } of { $capacity }
load-alt-row-free = { $quarter }: { $days }, not limited
load-capacity = capacity { $capacity }
load-caption = Person-days of all roles together, spread evenly over the working days of each action. The line is what the administration can give; what lies above it is framed, and a triangle marks the most.
plan-chart-roles = { $name } has the least room: { $taken } of { $capacity } person-days in { $month }
plan-chart-roles-free = { $name } carries the most, { $days } person-days; no role is limited
plan-chart-roles-over = { $more ->
    [0] { $names }
   *[other] { $names } and { WORDS($more) } more
} { $count ->
    [one] has
   *[other] have
} more to do in some months than there are people for
plan-chart-roles-alt = Person-days by role and month against capacity. { $rows }.
plan-chart-roles-alt-row = { $name }: { $days } person-days from { $first } to { $last }, { $note }
plan-chart-roles-caption = Person-days by month, the role with the least room first. The line is the capacity: people × working days of the month, so that holidays and closings lower it; without a line the role is limited by the total alone. What lies above it is framed, and a triangle marks the most.
plan-chart-roles-rest = Not drawn: { $names }, together { $days } person-days.
plan-chart-panel = fullest { $month }: { $taken } of { $capacity }
plan-chart-panel-free = at most { $days } a month, no limit of its own
plan-chart-panel-over = { $count ->
    [one] over in one month, { $month }: { $taken } of { $capacity }
   *[other] over in { WORDS($count) } months; { $month }: { $taken } of { $capacity }
}
plan-chart-committed = Committed
plan-chart-budget = Budget
plan-chart-budget-kept = Every year keeps to its budget; { $year } comes closest, with { $amount } of { $budget }
plan-chart-budget-none = The plan commits { $amount }; no year has a limit
plan-chart-budget-over = { $count ->
    [one] { $year } commits { $excess } more than its budget
   *[other] { CAPITAL(WORDS($count)) } years commit more than their budgets, { $year } most: { $excess } too much
}
plan-chart-budget-alt = Money committed by the work plan against its budget, by year. { $rows }.
plan-chart-budget-alt-row = { $year }: { $note }
plan-chart-budget-caption = An action’s money is committed in the year in which it starts. Working time is not part of it.
plan-chart-year = { $amount } of { $budget }
plan-chart-year-free = { $amount }, not limited
plan-chart-year-over = { $note }, { $excess } too much
plan-chart-quadrant = { CAPITAL(WORDS($count)) } of { WORDS($total) } actions { $count ->
    [one] has
   *[other] have
} much effect for little effort
plan-chart-quadrant-none = No action has much effect for little effort
plan-chart-quadrant-alt = Effort and effect of the actions. Do first: { $first }; plan carefully: { $plan }; fit in between: { $fit }; weigh again: { $weigh }. Quick wins: { $quick }. The most important: { $rows }.
plan-chart-quadrant-alt-row = { $action } { $title }, { $days } person-days, effect { $effect }
plan-chart-quadrant-caption = Effect is the priority of the finding that an action closes; 0 where it only serves other actions. Much effect is more than the middle value ({ $split }), little effort up to { $days } person-days (house rule). Both scales are stretched at their low end. Actions of equal effect stand beside each other.
plan-chart-effort = Effort, person-days
plan-chart-effect = Effect
plan-chart-do-first = Do first
plan-chart-plan-carefully = Plan carefully
plan-chart-fit-in = Fit in between
plan-chart-weigh-again = Weigh again
plan-chart-none = none

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
