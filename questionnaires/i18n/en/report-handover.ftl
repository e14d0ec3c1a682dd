# The work plan as it is handed over: workbook, project file, calendar
handover-heading = Work plan
handover-synthetic = Synthetic data
handover-as-of = as of { $day }
handover-own-actions = Actions of the administration's own
handover-no-role = No role named

# Sheets of the workbook
handover-sheet-readme = Read me
handover-sheet-plan = Plan
handover-sheet-gantt = Gantt
handover-sheet-load = Load
handover-sheet-budget = Budget
handover-sheet-tracker = Tracker
handover-sheet-calendar = Calendar
handover-sheet-lists = Lists

# Headings of columns
handover-action = Id
handover-title = Action
handover-objective = Objective
handover-deliverable = Result
handover-indicator = Indicator
handover-unit = Unit
handover-baseline = Baseline
handover-baseline-on = Baseline as of
handover-target = Target
handover-target-on = Target by
handover-owner = Owner
handover-partners = Partners
handover-start = Start
handover-finish = Finish
handover-finish-quarter = Finish in quarter
handover-working-days = Working days
handover-person-days = Person-days
handover-days-of = Person-days: { $role }
handover-amount = Cost
handover-amount-in = Cost, { $currency }
handover-funding = Funding
handover-risk = Risk
handover-after = Depends on
handover-criterion = Criterion
handover-evidence = Evidence of completion
handover-critical = Critical
handover-quick-win = Quick win
handover-progress = Progress
handover-status = Status
handover-deviation = Reason for deviation
handover-next-milestone = Next milestone
handover-expected-on = Expected completion
handover-days-late = Working days late
handover-total-actions = Actions
handover-share-done = Share done, weighted by person-days

# Words in cells
handover-not-started = not started
handover-in-progress = in progress
handover-done = done
handover-stopped = stopped
handover-yes = yes
handover-yes-or-empty = Yes or empty
handover-not-allowed = Not a possible entry
handover-choose = Choose one from the list, or leave the cell empty.
handover-write-date = Write a date, for example 2027-03-15.
handover-write-number = Write a number from 0 up; progress as a percentage up to 100 %.

# Gantt
handover-gantt-note = Each bar shows the working days of the action in the month. It follows the dates on the sheet Plan.
handover-kind = Kind
handover-kind-critical = critical
handover-kind-quick = quick win
handover-kind-ordinary = other
handover-share-a-day = Share a working day

# Load
handover-load-note = Person-days by month, from the dates and person-days on the sheet Plan. Above 100 % the role is overloaded (marked with !).
handover-resource = Role
handover-measure = Measure
handover-total = Total
handover-needed = needed
handover-there = available
handover-used = used
handover-not-limited = not limited
handover-all-roles = All roles together
handover-days-a-quarter = Person-days available in a quarter, all roles
handover-people = People available
handover-unit-of-people = Unit
handover-full-time = Full-time equivalents
handover-from = From
handover-to = To
handover-code = Code

# Budget
handover-budget-note = Amounts in { $currency }. The cost of an action is committed in the year in which it starts.
handover-budget-no-currency = No budget is given. The cost of an action is committed in the year in which it starts.
handover-year = Year
handover-actions-starting = Actions that start
handover-committed = Committed
handover-available = Available
handover-left = Left
handover-share-committed = Share committed
handover-without-amount = Actions without an amount

# Tracker
handover-tracker-note = Write the value of each indicator at the end of the quarter. Way: share of the distance from baseline to target.
handover-latest = Latest value
handover-way = Way covered

# Calendar and lists
handover-calendar-note = Days on which nobody works on the plan, weekends aside. Working days everywhere in the workbook leave them out.
handover-day = Day
handover-why-closed = Holiday or reason
handover-lists-note = What the drop-down lists on the sheet Plan offer.

# Read me
handover-administration = Administration
handover-mission = Mission
handover-true-on = Baselines true on
handover-span = Quarters of the plan
handover-note = Note
handover-how = How to work in this workbook
handover-how-plan = One row an action. Change the yellow cells; rows may be sorted, columns inserted. For a new action fill one of the empty rows at the end, or insert a row above them and copy the formulas of its neighbour. The columns at the far right hold the person-days by role.
handover-how-gantt = Made from the sheet Plan by formulas. Change nothing here: change a date on the sheet Plan, and the bar moves.
handover-how-load = What each role needs and has by month, by formulas. Who is available stands below the table.
handover-how-budget = What the plan commits by year and by source of funding, against what is available.
handover-how-tracker = The values of the indicators, quarter by quarter, to look at. The progress form is what the kit reads them from.
handover-how-calendar = Public holidays and periods without work on the plan.
handover-how-lists = Roles, states and reasons. To add one, write it in a cell of the list that is free and extend the name of the range.
handover-colours = Colours
handover-how-colours = Yellow: to be filled in or changed. Grey: a formula.
handover-back = Back to the kit
handover-how-back = Save as XLSX. hrm-review adopt MISSION WORKBOOK reads the sheet Plan, tells what was changed and adopts it. Of the other sheets it says which cells were changed, since they belong into the mission's settings or the progress form.
handover-processes = Processes
handover-no-place = Without a place in the plan

# Project file and calendar
handover-calendar-name = Working days of the plan
handover-process-done = { $process }: all actions finished
handover-depends-on = Depends on: { $actions }
handover-owned-by = Owner: { $owner }
handover-measured = Indicator: { $indicator }
handover-from-to = From { $baseline } to { $target }
handover-result = Result: { $result }
handover-at-risk = Risk: { $risk }
handover-starts-now = Starts today: { $title }
handover-ends-soon = To be finished in two weeks: { $title }
handover-field-action = Action id
handover-formula = Formula
handover-data = Measured from
handover-direction = Better when
