# The work plan and its approval
plan-heading = Modernisation work plan
plan-no-action = No action is scheduled: nothing that was assessed lies below its target, or nothing fits the plan's capacity.
plan-none-bundled-title = No work plan for this standard
plan-none-bundled = No remedies are bundled for the standard “{ $standard }”, so the kit plans no actions for it.
plan-findings-listed = { $count ->
    [one] One finding below the target is listed in this report; the actions that close it are for the administration to name.
   *[other] { CAPITAL(WORDS($count)) } findings below the target are listed in this report; the actions that close them are for the administration to name.
}
plan-items-listed = { $count ->
    [one] One sub-indicator below the target is listed in this report; the actions that close it are for the administration to name.
   *[other] { CAPITAL(WORDS($count)) } sub-indicators below the target are listed in this report; the actions that close them are for the administration to name.
}
plan-shape = The plan holds { WORDS($count) } { $count ->
    [one] action
   *[other] actions
} from { $start } to { $finish }. Together they take { $days } person-days, within the { $capacity } a quarter that the administration can give.
plan-card-actions = Actions
plan-first-quarter-heading = Actions of the first quarter
plan-first-quarter-caption = What starts in { $quarter }, highest priority first
plan-first-steps = First steps
plan-quick-win = { $action }, quick win
plan-all-heading = All actions
plan-all-caption = All scheduled actions by process
plan-all-note = After: actions that must be finished first. Measured by: the indicator with its baseline and its target; the annex holds formulas, deliverables and risks.
plan-when = When
plan-until = to { $finish }
plan-after = After
plan-measured-by = Measured by
plan-measure = { $indicator }: { $baseline } → { $target }
measure-gate = { $criterion }: rating of the gate { $gate }
measure-gate-formula = rating of the gate { $gate } in the next review
plan-not-scheduled-heading = Not scheduled
plan-not-scheduled = { $count ->
    [one] One action has no place in the plan of { WORDS($quarters) } { $quarters ->
        [one] quarter
       *[other] quarters
    }.
   *[other] { CAPITAL(WORDS($count)) } actions have no place in the plan of { WORDS($quarters) } { $quarters ->
        [one] quarter
       *[other] quarters
    }.
}
plan-not-scheduled-caption = Actions without a place in the plan
plan-why-no-place = Why it has no place
reason-waits = { $count ->
    [one] waits for { $others }, which has no place in the plan
   *[other] waits for { $others }, which have no place in the plan
}
reason-too-much = needs { $need } people at a time of { $resource }; there are never more than { $capacity }
reason-too-long = takes { $months } months, longer than the plan
reason-too-dear = costs { $amount }, more than the money of any year
reason-no-room = finds no room within { $months } months beside actions that are more pressing or decided
reason-dropped = dropped by decision: { $reason }

# The plan's cards, means, decisions and how sure it is
plan-card-quick-wins-count = { $count ->
    [0] no quick win among them
    [one] one quick win among them
   *[other] { WORDS($count) } quick wins among them
}
plan-card-days-note = of all roles together
plan-card-end = End of the plan
plan-card-money = Money, { $currency }
plan-card-money-thousands = Thousand { $currency }
plan-card-money-millions = Million { $currency }
plan-card-money-note = money committed, working time aside
plan-card-money-unknown = { $count ->
    [one] one action has no amount
   *[other] { WORDS($count) } actions have no amount
}
plan-card-on-time = Ends on time
plan-card-on-time-note = probability, by simulation
plan-people-heading = People
plan-all-roles = all roles together
plan-no-people = The mission names no people by role, so only the person-days of all roles together limit the plan.
plan-money-heading = Money
plan-no-budget = No budget is given for the plan, so it is not held against any: it cannot be told from this report whether it can be paid for.
plan-no-amounts = No action costs money, as far as amounts are known.
plan-money-unknown = { $count ->
    [one] The amount of one action is not known; it is not in the figure.
   *[other] The amounts of { WORDS($count) } actions are not known; they are not in the figure.
}
plan-effect-heading = Effort and effect
plan-no-value = not given
plan-not-measured = no indicator
plan-own-actions = Actions added by the administration

plan-decisions-heading = What the decisions cost
plan-decisions-intro = Each decision is held against the same plan with this one decision undone; all others are kept.
plan-decisions-caption = Decisions about single actions and what follows from each
plan-decisions-decision = Decision
plan-decisions-reason = Reason
plan-decisions-cost = What it costs
plan-decisions-pin = In the plan
plan-decisions-drop = Not in the plan
plan-decisions-postpone = Later
plan-decisions-own = Added
plan-decisions-nothing = Nothing: the plan is the same without it.
plan-decisions-later = { $days ->
    [one] The whole plan ends one working day later.
   *[other] The whole plan ends { $days } working days later.
}
plan-decisions-earlier = { $days ->
    [one] The whole plan ends one working day earlier.
   *[other] The whole plan ends { $days } working days earlier.
}
plan-decisions-others = { $direction ->
    [later] Actions start { $days } working days later on average, weighted by priority.
   *[earlier] Actions start { $days } working days earlier on average, weighted by priority.
}
plan-decisions-left-out = Without a place because of it: { $actions }.
plan-decisions-taken-in = With a place because of it: { $actions }.
plan-decisions-sums = In all: { $parts }.
plan-decisions-days = { $change } person-days
plan-decisions-amount = { $direction ->
    [more] { $amount } more
   *[less] { $amount } less
}
plan-decisions-effect = effect { $change }

plan-realism-heading = How sure the plan is
plan-realism-caption = What the checks of people, money, dates and order found
plan-realism-none = The checks of people, money, dates and order found nothing: the plan fits what there is.
plan-findings-grade = Grade
plan-findings-found = What was found
plan-findings-advice = What to do
plan-measure-found-caption = What keeps progress from being measured
plan-delay-shape = The plan is finished by { $planned_on } with a probability of { $share }. Who wants to promise a day should name { $p80_on } (80{ "\u00A0" }% sure) or { $p95_on } (95{ "\u00A0" }% sure).
plan-delay-caption = By when the plan and each process will be finished
plan-delay-what = What
plan-delay-whole = The whole plan
plan-delay-planned = Planned
plan-delay-by = { $share } sure
plan-delay-on-time = On time
plan-delay-note = From many draws of the durations between { $optimistic } and { $pessimistic } of the estimate where an action has no estimates of its own (house rule). On time: the probability of being finished on the planned day or before.
plan-delay-deciding = What most often decides when the plan ends: { $actions }. Time gained there is time gained for the whole.
plan-delay-deciding-one = { $action } ({ $share } of the draws)
plan-measurable-heading = Whether progress can be measured
plan-measurable = { $count ->
    [0] No action of { WORDS($total) } has
    [one] One action of { WORDS($total) } has
   *[other] { CAPITAL(WORDS($count)) } of { WORDS($total) } actions have
} all that it takes to tell progress from figures.
plan-measure-caption = What the actions have to be measured by
plan-measure-what = What it takes
plan-measure-actions = Actions
plan-measure-without = Still without
plan-measure-indicator = Indicator with its formula
plan-measure-source = Source of the figure
plan-measure-baseline = Baseline as a number, with its day
plan-measure-target = Target with its date
plan-measure-owner = Owner who answers for it
plan-measure-of = { $count } of { $total }
plan-measure-many = { $actions } and { $rest } more

approval-heading = Approval
approval-intro = By signing, those below take note of the findings and approve the work plan.
approval-caption = Approval of the work plan
approval-role = Role
approval-name = Name
approval-date = Date
approval-signature = Signature
approval-head-of-administration = Head of the administration
approval-head-of-hr = Head of human resources
approval-head-of-review = Lead of the review
