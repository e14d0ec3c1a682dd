# The report of a standard without levels: one administration beside others
comparison-groups-caption = Indicators: mean of their sub-indicators
comparison-below-heading = Furthest below the average
comparison-above-heading = Furthest above the average
comparison-none-below = No sub-indicator lies below the average.
comparison-none-above = No sub-indicator lies above the average.
comparison-item = { $name }: { $value }, average { $average }, difference { $difference }.
comparison-card-items = Sub-indicators
comparison-card-groups = { $count ->
    [one] in { $count } indicator
   *[other] in { $count } indicators
}
comparison-card-above = Above the average
comparison-card-below = Below the average
comparison-card-far-below = Below it by { $points } or more
comparison-nobody = The mission names no other administrations to compare with.
comparison-basis = The average is the plain mean of the { WORDS($count) } { $count ->
    [one] administration
   *[other] administrations
} { $members }, each counted where it has a value.
comparison-beside = { $count ->
    [one] { $names } is shown beside and does not enter it.
   *[other] { $names } are shown beside and do not enter it.
}
comparison-published = The values are those published with “{ $standard }”; the kit adds only averages and differences.
comparison-missing = { $count ->
    [one] One value is missing and shown as “no data”; none is taken as zero.
   *[other] { CAPITAL(WORDS($count)) } values are missing and shown as “no data”; none is taken as zero.
}
comparison-profile-heading = Profile in comparison
comparison-indicators-heading = Indicator by indicator
comparison-items-caption = { $indicator }: every sub-indicator
comparison-indicator = Indicator
comparison-sub-indicator = Sub-indicator
comparison-average = Average
comparison-rounded-note = House rule: an indicator's score is the plain mean of its sub-indicators.
comparison-published-note = Values as published.
comparison-difference-note = Difference: { $focus } minus average, from unrounded values.
