# A report on the standard of a staff survey.
surveyed-cover-title = Staff survey
surveyed-cover-subtitle = Index, sub-indices and statements, wave by wave
surveyed-cover-scope = { WORDS($items) } { $items ->
    [one] statement
   *[other] statements
} in { WORDS($groups) } { $groups ->
    [one] sub-index
   *[other] sub-indices
}
surveyed-lead = The { $index } stands at { $value } of 100 in { $wave }.
surveyed-lead-withheld = The { $index } is not shown for { $wave }.
surveyed-of-hundred = of 100
surveyed-caveat-share = A statement's figure is the share of favourable answers among the valid ones; “don't know” and blank answers are in neither.
surveyed-caveat-mean = An index is the mean of its parts, taken before any rounding; figures are printed with one decimal.
surveyed-caveat-least = Nothing is shown to which fewer than { $least } people answered, nor an index that it is part of: it could be worked out from the rest.
surveyed-profile-heading = Staff survey
surveyed-profile-intro = The index and its parts in every wave, from 0 (nobody answers favourably) to 100 (everybody does).
surveyed-index = Index
surveyed-table-caption = Index and sub-indices by wave, % favourable
surveyed-table-note = Means of unrounded figures, printed with one decimal.
surveyed-title-one = The { $index } is { $value } in { $wave }
surveyed-title-change = The { $index } goes from { $from } in { $first } to { $to } in { $last }
surveyed-alt = Index and sub-indices by wave. { $lines }.
surveyed-alt-line = { $index }: { $values }
surveyed-chart-note = One dot a wave; the last wave is dark and carries its figure.
surveyed-items-heading = Statement by statement
surveyed-items-caption = { $index }: favourable answers by statement, %
surveyed-statement = Statement
surveyed-interval = 95 % interval
surveyed-answers = Answers
surveyed-items-note = Interval (Wilson) and number of valid answers are those of { $wave }.
surveyed-method-share = Favourable answers are those that the standard declares as positive; the share is taken over valid answers.
surveyed-method-interval = The interval of a share is Wilson's, at 95 %. It speaks of chance only, not of who did not answer.
