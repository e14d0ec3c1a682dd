# What checks of a work plan found: a sentence for each check, and what to do about it (…-do).
realism-all-roles = All roles together
realism-role-in-unit = { $role } ({ $unit })
realism-severity-breach = To be corrected
realism-severity-warning = To be watched
realism-severity-note = Worth knowing
realism-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}

# Is the plan realistic?
realism-no-start = { $action } has no start.
realism-no-start-do = Give each action its first day or quarter.
realism-no-finish = { $action } has no end.
realism-no-finish-do = Give each action its last day or quarter.
realism-finish-before-start = { $action } ends on { $finish }, before it starts on { $start }.
realism-finish-before-start-do = Correct one of the two dates.
realism-before-plan = { $action } starts on { $start }; the plan begins on { $first }.
realism-before-plan-do = Move the action, or let the plan begin earlier.
realism-after-plan = { $action } ends on { $finish }; the plan ends on { $last }.
realism-after-plan-do = Start the action earlier, shorten it, or make the plan longer.
realism-longer-than-plan = { $action } takes { $days } working days; the whole plan has { $horizon }.
realism-longer-than-plan-do = Split the action into parts with results of their own, or make the plan longer.
realism-before-approval = { $action } starts on { $start }; the plan is approved on { $approved }.
realism-before-approval-do = Start it after the approval, or obtain an approval of its own.
realism-in-the-past = { $action } starts on { $start }, before the day of the plan, { $day }.
realism-in-the-past-do = Give it a start that can still be kept; if it is under way, say so in its status.
realism-no-working-day = { $action } has no working day between { $start } and { $finish }.
realism-no-working-day-do = Choose days that are neither weekends nor holidays nor closed.
realism-blackout = { $action } { $edge ->
    [start] starts
   *[finish] ends
} on { $day }, when nobody works on the plan ({ $reason }).
realism-blackout-do = Choose a day before or after the closed period.
realism-too-early = { $action } starts on { $start }; by decision it may not start before { $day }.
realism-too-early-do = Move it, or change the decision.
realism-too-late = { $action } ends on { $finish }; its deadline is { $day }.
realism-too-late-do = Start it earlier, shorten it, or change the deadline.
realism-not-as-fixed = { $action } starts on { $start }; its start was fixed for { $day }.
realism-not-as-fixed-do = Move it, or change the decision.
realism-shorter-than-estimate = { $action } has { $days } working days; even if all goes well it takes { $least }.
realism-shorter-than-estimate-do = Give it the time that it was estimated to take, or say in what it became smaller.
realism-too-short = { $action } needs { $days } person-days ({ $resource }); in its time there are { $available }.
realism-too-short-do = Give it more time or more people.
realism-no-effort = { $action } does not say how many person-days it takes.
realism-no-effort-do = Estimate the person-days by role.
realism-no-effort-by-role = { $count ->
    [one] One action gives its person-days without roles.
   *[other] { $count } actions give their person-days without roles.
}
realism-no-effort-by-role-do = Divide them by role; until then the load of each role is not complete.
realism-unknown-role = { $action } needs person-days of “{ $role }”, a role that is not known.
realism-unknown-role-do = Correct the name, or add the role.
realism-unknown-owner = { $action } is owned by “{ $role }”, which is none of the known roles.
realism-unknown-owner-do = Check that this office exists and has accepted the action.
realism-no-capacity = { $resource }: { $count ->
    [one] one action needs
   *[other] { $count } actions need
} { $days } person-days; how many people there are is not given.
realism-no-capacity-do = Say how many people there are; this load could not be judged.
realism-overload = { $resource }, { $month }: { $days } person-days of work, { $capacity } available. Most of it: { $actions }.
realism-overload-do = Move or shorten one of these actions, or add people in that month.
realism-nearly-full = { $resource }, { $month }: { $days } of { $capacity } person-days are taken ({ $share }).
realism-nearly-full-do = Leave room for illness and urgent work.
realism-no-owner = { $action } has no owner.
realism-no-owner-do = Name the office that answers for the result.
realism-busy-owner = { $owner }: { $count } actions at once on { $day }; more than { $most } are too many. Among them: { $actions }.
realism-busy-owner-do = Give some of them to others, or stagger them.
realism-unknown-predecessor = { $action } waits for { $other }, which is not in the plan.
realism-unknown-predecessor-do = Correct the id, or add the action.
realism-unplanned-predecessor = { $action } waits for { $other }, which has no place in the plan.
realism-unplanned-predecessor-do = Plan the earlier action too, or drop the one that waits for it.
realism-circle = These actions wait for each other: { $chain }.
realism-circle-do = Remove one of the links.
realism-before-predecessor = { $action } starts on { $start }, but { $other }, which comes first, ends on { $finish }.
realism-before-predecessor-do = Move one of the two, or remove the link if it does not hold.
realism-duplicate-id = The id { $action } stands { $count } times.
realism-duplicate-id-do = Give each action an id of its own.
realism-duplicate-title = { $action } has the same title as { $other }.
realism-duplicate-title-do = Keep one of the two, or say in the title how they differ.
realism-unfunded = { $action } costs { $amount }, and no source of the money is named.
realism-unfunded-do = Name the budget line or donor, or give the year a budget.
realism-no-amount = { $action } has a cost ({ $cost ->
    [low] low
    [medium] medium
   *[high] high
}), but no amount.
realism-no-amount-do = Give the amount.
realism-over-budget = { $year }: the actions that start cost { $amount }; the budget is { $budget }. The dearest: { $actions }.
realism-over-budget-do = Move actions to another year, make them cheaper, or raise the budget.
realism-back-loaded = { $count } of { $total } actions ({ $share }) end in { $quarter }, the last quarter.
realism-back-loaded-do = Bring results forward, so that some are seen and corrected in time.
realism-no-slack = None of the { $count } actions can be late without moving the end, { $finish }.
realism-no-slack-do = Leave some room between actions, or before the end.

# Is the plan measurable?
measure-no-indicator = { $action } has no indicator.
measure-no-indicator-do = Say what will be counted when the action has succeeded.
measure-no-formula = { $action }: the indicator has no formula.
measure-no-formula-do = Write down what is divided by what, and over which period.
measure-no-unit = { $action }: the indicator has no unit.
measure-no-unit-do = Give the unit: per cent, days, cases ...
measure-no-source = { $action }: it is not said where the figure comes from.
measure-no-source-do = Name the data set, or the document that shows it.
measure-unknown-source = { $action }: “{ $data }” is no data set of the kit.
measure-unknown-source-do = Name one of the kit's data sets, or “document”.
measure-no-direction = { $action }: it is not said whether more or less is better.
measure-no-direction-do = Say up or down.
measure-no-baseline = { $action }: the starting value has not been measured.
measure-no-baseline-do = Measure it before the action starts.
measure-baseline-not-a-number = { $action }: the starting value is not a number (“{ $baseline }”).
measure-baseline-not-a-number-do = Give it as a number.
measure-baseline-undated = { $action }: the starting value has no date.
measure-baseline-undated-do = Say of which day or year it is.
measure-baseline-old = { $action }: the starting value of { $day } is { $months } months old; more than { $most } are too many.
measure-baseline-old-do = Measure it again.
measure-baseline-later = { $action }: the starting value is dated { $day }, after the day of the plan, { $as_of }.
measure-baseline-later-do = Correct the date.
measure-no-target = { $action } has no target.
measure-no-target-do = Say which value is to be reached.
measure-target-not-a-number = { $action }: the target is not a number (“{ $target }”).
measure-target-not-a-number-do = Give it as a number.
measure-target-undated = { $action }: the target has no date.
measure-target-undated-do = Say by when it is to be reached.
measure-target-equals-baseline = { $action }: target and starting value are both { $value }.
measure-target-equals-baseline-do = Set a target that is better than today, or drop the action.
measure-target-against-direction = { $action }: { $direction ->
    [up] more is better, but the target ({ $target }) lies below the starting value ({ $baseline }).
   *[down] less is better, but the target ({ $target }) lies above the starting value ({ $baseline }).
}
measure-target-against-direction-do = See whether it is reached already; else correct the target, the direction or the starting value.
measure-target-impossible = { $action }: the target { $target } lies outside what is possible, { $highest ->
    [none] { $lowest } and more
   *[share] { $lowest } to 100
}.
measure-target-impossible-do = Correct the target, or its unit.
measure-target-beyond-seen = { $action }: the target is { $target }; the best unit reaches { $seen }.
measure-target-beyond-seen-do = Ask what that unit does, and whether the time is enough.
measure-no-measure-owner = { $action }: nobody is named who answers for the figure.
measure-no-measure-owner-do = Name an office.
