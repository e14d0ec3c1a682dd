# Words that every part of the report uses. English is written as the United Nations write it.
not-assessed = not assessed
not-applicable = not applicable
no-data = no data
not-shown = not shown
series-separator = { "; " }
date = { $day } { $month } { $year }
# A quarter of a year, such as 2027-Q1.
quarter = { $year }-Q{ $number }
quarter-short = Q{ $number }
quarters-from-to = { $start } to { $finish }
dates-from-to = { $start } to { $finish }
month = { $month } { $year }
money = { $currency }{ "\u00A0" }{ $amount }
count-in-words = { $count ->
    [0] no
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] twelve
   *[other] { COUNT($count) }
}
figure-number = Figure { $number }
table-number = Table { $number }
contents = Contents
skip-to-report = Skip to the report
assessment-expert = expert rating
assessment-self = self-assessment
marked-note = * A level was claimed without evidence and counts as 1.
people-fewer = fewer than { $least }
of-number = of { $number }

# Headings of columns
column-action = Action
column-answers = Answers
column-criterion = Criterion
column-difference = Difference
column-level = Level
column-lowest-criterion = Lowest criterion
column-owner = Owner
column-person-days = Person-days
column-priority = Priority
column-process = Process
column-score = Score
column-target = Target
column-value = Value
column-weight = Weight
column-with-evidence = With evidence
