# The follow-up report: four pages on an adopted plan at the end of a quarter
followup-title = Follow-up of the work plan
followup-subtitle = Where the plan stood at the end of { $quarter }
followup-fact-day = Reported up to
followup-fact-plan = Adopted plan
followup-fact-wave = Made in wave
followup-fact-plan-value = { $start } to { $finish }, { $actions } actions

# Page 1
followup-stand-heading = Where things stand
followup-lead = By { $day }, { $done } of the planned work was done; the plan wanted { $planned }. { $forecast }
followup-lead-later = If nobody plans anew, it ends on { $day } instead of { $planned }: { $days } working days later.
followup-lead-earlier = If nobody plans anew, it ends on { $day } instead of { $planned }: { $days } working days earlier.
followup-lead-in-time = If it goes on like this, it ends as planned on { $day }.
followup-lead-no-date = No end can be told: no action has a date.
followup-card-done-share = Work done
followup-card-done-share-note = planned by now: { $planned }
followup-card-done = Actions done
followup-card-in-progress = Under way, in time
followup-card-late = Late, not done
followup-card-not-started = Not yet due to begin
followup-card-stopped = Stopped
followup-card-not-reported = Begun by plan, not reported
followup-card-end = Forecast end
followup-card-end-note = { $forecast }; planned: { $planned }
followup-card-days = Person-days spent
followup-card-days-note = planned for what was done: { $earned }
followup-card-money = Money spent, { $currency }
followup-card-money-note = planned for what should have begun: { $planned }
followup-plain-schedule-behind = Of every 100 person-days that should have been done by now, { $share } were done. The plan is behind.
followup-plain-schedule-ahead = Of every 100 person-days that should have been done by now, { $share } were done. The plan is ahead.
followup-plain-schedule-level = What should have been done by now was done.
followup-plain-cost-more = What was done took { $spent } person-days where { $earned } were planned for it.
followup-plain-cost-less = What was done took { $spent } of the { $earned } person-days planned for it.
followup-plain-cost-unknown = Nobody reported how many person-days were spent.
followup-plain-late = { $count ->
    [0] No action is late.
    [one] One action is late, by { $days } working days.
   *[other] { CAPITAL(WORDS($count)) } actions are late, by up to { $days } working days.
}
followup-plain-undated = { $count ->
    [one] One action has no date any more: it was stopped, or waits for one that was.
   *[other] { CAPITAL(WORDS($count)) } actions have no date any more: they were stopped, or wait for one that was.
}
followup-plain-not-reported = { $count ->
    [one] Of one action that should have begun nothing was reported; it counts as not done.
   *[other] Of { WORDS($count) } actions that should have begun nothing was reported; they count as not done.
}
followup-plain-stale = { $count ->
    [one] Of one action under way the latest report is older than the quarter.
   *[other] Of { WORDS($count) } actions under way the latest reports are older than the quarter.
}
followup-plain-evidence = { $count ->
    [one] One action is reported done without a document that shows it.
   *[other] { CAPITAL(WORDS($count)) } actions are reported done without a document that shows it.
}
followup-processes-caption = Last action of each process: planned and forecast
followup-processes-note = Forecast: what is under way goes on with the same people; the rest follows in the planned order. A minus means earlier.
followup-column-actions = Actions
followup-column-done = Done
followup-column-planned = Planned end
followup-column-forecast = Forecast end
followup-column-later = Working days later
followup-no-date = no date

# Page 2
followup-actual-heading = Plan against actual
followup-bars-title = { $count ->
    [0] None of { $all } current actions is late
    [one] One of { $all } current actions is late
   *[other] { CAPITAL(WORDS($count)) } of { $all } current actions are late
}{ $later ->
    [0] { "" }
    [one] , one more will be
   *[other] , { WORDS($later) } more will be
}
followup-bars-caption = Upper bar: as planned. Lower bar: as it went, or is forecast to go, its progress in dark. The line is the end of the quarter. { $left ->
    [0] All of them are shown.
    [one] One more is not shown.
   *[other] { $left } more are not shown.
}
followup-bars-alt-row = { $action }: planned { $start } to { $finish }, { $outcome }
followup-bars-alt = Bars over time. { $rows }.
followup-outcome-done = done on { $day }
followup-outcome-forecast = forecast for { $day }
followup-outcome-none = without a date
followup-key-planned = planned
followup-key-done = done
followup-key-rest = under way or to come
followup-key-late = late
followup-key-stopped = stopped
followup-late-caption = What is late or will be, and why
followup-late-none = No action is late, stopped or unreported.
followup-late-note = Working days late: from the planned to the forecast end. Owners are functions.{ $left ->
    [0] { "" }
    [one] { " " }One more row is not shown.
   *[other] { " " }{ $left } more rows are not shown.
}
followup-told-in = { $reason } (told for { $quarter })
followup-column-late = Working days late
followup-column-reason = Reason told
followup-column-progress = Done
followup-column-due = Planned end
followup-no-reason = none told
followup-stopped = stopped
followup-not-reported = not reported

# Page 3
followup-indicators-heading = Indicators and reasons
followup-indicators-title = { $count ->
    [one] One of { $all } measured indicators has reached its target
   *[other] { CAPITAL(WORDS($count)) } of { $all } measured indicators have reached their target
}
followup-indicators-caption = The way of each indicator from its baseline, on the left, to its target, on the right; the dot is the value last reported. { $left ->
    [0] All measured ones are shown.
    [one] One more is not shown.
   *[other] { $left } more are not shown.
}
followup-indicators-alt = The way of each indicator from baseline to target. { $rows }.
followup-indicators-alt-row = { $name }: baseline { $baseline }, now { $value }, target { $target }
followup-indicators-none = No value of an indicator with a baseline and a target in figures was reported.
followup-indicators-table-caption = Measured without a baseline in figures
followup-indicators-unmeasured = { $count ->
    [one] Of one action that is done no value was reported.
   *[other] Of { WORDS($count) } actions that are done no value was reported.
}
followup-column-indicator = Indicator
followup-column-baseline = Baseline
followup-column-value-now = Now
followup-reasons-caption = Why actions deviate from the plan
followup-reasons-none = No reason for a deviation was told.
followup-reasons-note = As told in the quarterly reports, from a list. Without actions that were finished in time.
followup-column-reason-days = Working days late

# Page 4 with a second diagnostic
followup-maturity-heading = Maturity before and after
followup-maturity-title = { $up ->
    [0] No process has risen
    [one] One process of { $all } has risen
   *[other] { CAPITAL(WORDS($up)) } processes of { $all } have risen
}{ $down ->
    [0] { "" }
    [one] , one has fallen
   *[other] , { WORDS($down) } have fallen
}
followup-maturity-caption = Hollow: the diagnostic before. Filled: this one. The tick is the target. The comparison rests on { $comparability } of the items of either.
followup-maturity-alt = Scores of the processes before and after. { $rows }.
followup-maturity-alt-row = { $name }: { $before } before, { $after } now
followup-maturity-before = before
followup-maturity-after = now
followup-maturity-target = target
followup-change-caption = Where the changes come from
followup-change-note = Differences are taken from unrounded scores; what the criteria bring adds up to the change of the process. A change is no proof that the plan brought it about.
followup-column-before = Before
followup-column-after = Now
followup-column-change = Change
followup-column-from = Brought by
followup-part = { $amount } { $name } ({ $before } → { $after })
followup-part-other = { $amount } { $name }
followup-part-rest = { $amount } others
followup-part-none = no change
followup-unconfirmed = { $count ->
    [one] One action is reported done, and its criterion has not reached the level that it leads to. The next plan holds it again in full:
   *[other] { CAPITAL(WORDS($count)) } actions are reported done, and their criteria have not reached the level that they lead to. The next plan holds them again in full:
}
followup-unconfirmed-title = Reported done, level not confirmed

# Page 4 without a second diagnostic
followup-next-heading = What comes next
followup-next-lead = { $count ->
    [0] No action is due in { $quarter }.
    [one] One action is due in { $quarter }.
   *[other] { CAPITAL(WORDS($count)) } actions are due in { $quarter }.
}
followup-next-caption = Milestones of the next two quarters, by their forecast
followup-next-none = No action ends in the next two quarters.
followup-column-result = Result
followup-decisions-heading = Decisions asked for
followup-decide-stopped = { $action } was stopped: take it up again, change it or drop it.
followup-decide-waiting = { $action } cannot begin: it waits for { $other }, which has no date.
followup-decide-report = { $action } should have begun, and nobody reported on it: name who reports.
followup-decide-late = { $action } is { $days } working days late: give it people, or put its end to { $forecast }.
followup-decide-more = { $count ->
    [one] One more of the same kinds stands in the tables.
   *[other] { CAPITAL(WORDS($count)) } more of the same kinds stand in the tables.
}
followup-decide-none = No decision is needed: nothing is late, stopped or unreported.
