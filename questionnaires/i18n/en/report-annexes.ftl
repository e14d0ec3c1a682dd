# Annexes: data quality, answers, actions in detail, data beside the rating, provenance
quality-heading = Data quality
quality-intro = { $count ->
    [0] The checks of the inputs left no remark.
    [one] The checks of the inputs left one remark.
   *[other] The checks of the inputs left { WORDS($count) } remarks.
} A data set that the mission did not bring is stated as not available; nothing is guessed in its place.
quality-caption = Data sets
quality-data-set = Data set
quality-status = Status
quality-rows = Rows
quality-empty = Empty cells
quality-errors = Errors
quality-warnings = Warnings
quality-read = read
quality-not-available = { $status }
quality-not-readable = not readable
problems-caption = Remarks of the checks
problems-where = Where
problems-found = What was found
problems-advice = What to do
problems-sheet = sheet { $sheet }
problems-row = row { $row }
problems-found-nothing = found nothing
problems-allowed = allowed: { $allowed }
problems-more = { $count ->
    [one] One further remark stands in results/problems.json.
   *[other] { CAPITAL(WORDS($count)) } further remarks stand in results/problems.json.
}

answers-heading = Every criterion's answers
answers-intro = The answers are those of the { $focus }. The lowest gate gives the level; the last column holds the standard's words for it. It is empty where a claim without evidence holds the level down.
answers-wording = The standard's wording for this level
answers-marked = * The claim has no evidence and counts as level 1.
answers-not-here = does not apply here
answers-no-evidence = { $claim }, no evidence: counts { $value } *
answers-between = between two options
answers-several = several answers
answers-dont-know = don't know
answers-not-asked = not asked
answers-blank = blank

details-heading = Actions in detail
details-intro = The actions take { $days } person-days in all, those without a place in the plan included.
details-caption = Steps, results, measurement and risks of every action
details-steps = Steps
details-result = Result and how it is measured
details-risk = Risk and answer to it
details-partners = With: { $roles }
details-when = { $start } to { $finish }
details-critical = Critical: no slack
details-slack = { $days ->
    [0] No slack
    [one] Slack: one working day
   *[other] Slack: { $days } working days
}
details-amount = { $amount }
details-funding = , { $funding }
details-deliverable = Deliverable: { $text }.
details-evidence = Evidence: { $text }.
details-formula = Formula: { $text }.
details-baseline = Baseline { $baseline }, target { $target }.

beside-heading = Data beside the rating
beside-intro = These data do not enter a score. They help to judge whether a score is believable.
workforce-heading = Workforce in figures
workforce-not-available = Not available: no staff data.
workforce-caption = The workforce on the day of the figures
workforce-figure = Figure
workforce-unit = Unit
workforce-rests-on = Rests on
workforce-note = Nothing is shown that rests on fewer than { $least } people.
survey-heading = Staff survey
survey-caption = Every statement of the staff survey
survey-statement = Statement
survey-favourable = Favourable
survey-reversed = { $statement } (agreement is a bad sign)
survey-note = Answers: people who gave one; “don't know” and blank are left out. Nothing is shown for fewer than { $least } answers, nor the figure of a process that has such a statement.
documents-heading = Reference documents
documents-not-available = Not available: no reference documents data.
documents-caption = Reference documents asked for
documents-document = Document
documents-type = Type
documents-status = Status
documents-approved = Approved
documents-reviewed = Reviewed
basics-heading = Basic documents that are missing
basics-caption = Basic documents that are missing, and what that means
basics-on-list = On the list
basics-marked = marked as missing
basics-unnamed = not named
basics-absence = What its absence means
basics-note = Basic documents are those that the list of reference documents calls so. A draft, or a text no longer in force, counts as being there.
basics-none = Every basic document in scope was named.
basics-untold = It cannot be told which basic documents are missing: no document says which line of the list it answers (column listed_as).

provenance-heading = Provenance
provenance-intro = Standard “{ $standard }”, version { $version }; mission “{ $mission }”, wave { $wave }. Equal inputs, parameters and versions give an equal report.
provenance-caption = Fingerprints of the inputs
provenance-input = Input
provenance-no-inputs = The run recorded no inputs.
provenance-parameters = Parameters
provenance-settings = Settings
provenance-standard = Standard
provenance-versions = Versions
