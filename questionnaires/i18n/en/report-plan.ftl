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
plan-card-quick-wins = Quick wins
plan-card-quick-wins-note = short, cheap and visible to staff
plan-card-first = Start in the first quarter
plan-first-quarter-heading = Actions of the first quarter
plan-first-quarter-caption = What starts in { $quarter }, highest priority first
plan-first-steps = First steps
plan-quick-win = { $action }, quick win
plan-all-heading = All actions
plan-all-caption = All scheduled actions in the order of their start
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
    [one] One action finds no place within { WORDS($quarters) } { $quarters ->
        [one] quarter
       *[other] quarters
    }.
   *[other] { CAPITAL(WORDS($count)) } actions find no place within { WORDS($quarters) } { $quarters ->
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
reason-too-much = needs more person-days in a quarter than the { $capacity } there are
reason-no-room = finds no room within { $months } months: raise the person-days a quarter or the number of quarters

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
