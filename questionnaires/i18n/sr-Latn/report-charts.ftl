# Naslovi, objašnjenja i zamenski tekstovi grafikona

# Ocena i cilj
target-none = Nijedan proces nije mogao da se uporedi sa ciljem
target-all-reached = { $count ->
    [1] Proces je dostigao svoj cilj
    [2] Oba procesa su dostigla svoj cilj
   *[other] Svi procesi su dostigli svoj cilj (ukupno { $count })
}
target-all-below = { $count ->
    [1] Proces je ispod svog cilja
    [2] Oba procesa su ispod svog cilja
   *[other] Svi procesi su ispod svog cilja (ukupno { $count })
}
target-some-below = { $count ->
    [one] { $count } od { $total } procesa je ispod cilja
    [few] { $count } od { $total } procesa su ispod cilja
   *[other] { $count } od { $total } procesa je ispod cilja
}
target-alt = Ocena i cilj po procesima. { $rows }.
target-alt-unrated = { $name }: { $why }
target-alt-row = { $name }: ocena { $score }{ $range ->
    [wide] , raspon od { $lowest } do { $highest }
   *[point] { "" }
}{ $goal ->
    [given] , cilj { $target }
   *[none] { "" }
}, najniži kriterijum { $minimum }
target-caption = Traka se proteže od najniže do najviše ocene koju dopuštaju pitanja bez odgovora i tvrdnje bez dokaza. Gde trake nema, na sva pitanja je odgovoreno.
target-label-score = Ocena
target-label-target = Cilj
target-label-range = Mogući raspon ocene
target-label-lowest = Najniži kriterijum
axis-level = nivo { $level }

# Nivoi svih kriterijuma
heat-none = Nijedan proces nije ocenjen
heat-same = Na istom nivou: { $names }
heat-extremes = { $strong_count ->
    [one] Najrazvijeniji proces: { $strong }
   *[other] Najrazvijeniji procesi: { $strong }
}; { $weak_count ->
    [one] najslabije razvijen: { $weak }
   *[other] najslabije razvijeni: { $weak }
}
heat-alt = Nivoi kriterijuma po procesima. { $rows }.
heat-alt-process = { $name }, { $rating }: { $criteria }
heat-alt-score = ocena { $score }
heat-alt-criterion = { $name } { $level }
heat-alt-criterion-marked = { $name } { $level } (bez dokaza)
heat-caption = Jedno polje je jedan kriterijum; broj je njegov nivo, od 1 (ne postoji ili je povremeno) do 5 (stalno se unapređuje). Što je polje tamnije, praksa je zrelija. Ispod svakog procesa stoji njegova ocena, ponderisani prosek njegovih kriterijuma.
heat-not-applicable-note = n/p: ovde nije primenljivo.
not-applicable-short = n/p

# Dve procene jednog procesa
divergence-one-only = { CAPITAL($process) }: postoji samo jedna od dve procene
divergence-single = { $direction ->
    [higher] { CAPITAL($other) } daje viši nivo na jedinom zajedničkom kriterijumu (poređenje: { $own })
   *[lower] { CAPITAL($other) } daje niži nivo na jedinom zajedničkom kriterijumu (poređenje: { $own })
}
divergence-agree = { $process }: { $other } i { $own } slažu se na svim kriterijumima
divergence-higher = { CAPITAL($other) } daje viši nivo na { $count } od { $total } kriterijuma (poređenje: { $own })
divergence-lower = { CAPITAL($other) } daje niži nivo na { $count } od { $total } kriterijuma (poređenje: { $own })
divergence-both = { CAPITAL($other) } daje viši nivo na { $higher } od { $total } kriterijuma, a niži na { $lower } (poređenje: { $own })
divergence-alt = Nivoi procesa „{ $process }“ prema dve procene. { $rows }.
divergence-alt-row = { $name }: { $own } { $own_level }, { $other } { $other_level }

# Anketa zaposlenih
climate-none = Premalo je odgovora da bi se prikazalo mišljenje zaposlenih
climate-alike = Zaposleni jednako ocenjuju: { $names }
climate-extremes = Zaposleni su najzadovoljniji oblašću „{ $best }“, a najmanje oblašću „{ $worst }“
climate-alt = Udeo povoljnih odgovora u anketi zaposlenih, sa intervalima od 95%. { $rows }.
climate-alt-row = { $name }: { $share }
climate-alt-row-interval = { $name }: { $share } (od { $lower } do { $upper })
climate-too-few = ne prikazuje se: premalo odgovora
climate-caption = Procenat povoljnih odgovora: 4 i 5 od 5, odnosno 1 i 2 kada je slaganje loš znak. Linija je interval od 95%. Ne prikazuje se ništa gde je odgovorilo manje ljudi od praga ({ $threshold }), ukupno ili na jednu od tvrdnji.

# Plan rada
gantt-title = { $count } { $count ->
    [one] aktivnost
    [few] aktivnosti
   *[other] aktivnosti
}, od { $first } do { $last }
gantt-title-part = { $count } { $count ->
    [one] aktivnost
    [few] aktivnosti
   *[other] aktivnosti
}, od { $first } do { $last } (deo { $part } od { $parts })
gantt-alt = Kalendar plana rada. { $rows }.
gantt-alt-row = { $title } ({ $owner }): { $when }
gantt-months = { $months } mes.
gantt-caption = Aktivnosti po redosledu početka (K{ "1" } je prvi kvartal); crvena linija vodi od aktivnosti do one koja na nju čeka. Tamnije trake su aktivnosti sa brzim rezultatom. Nosilac je ispisan sivo.
load-none = Plan ne zahteva nijedan čovek-dan
load-title = Najopterećeniji kvartal je { $quarter }: { $taken } od { $capacity } čovek-dana
load-alt = Čovek-dani plana rada po kvartalima, uz raspoloživih { $capacity }. { $rows }.
load-alt-row = { $quarter }: { $days }
load-capacity = raspoloživo { $capacity }
load-caption = Čovek-dani svih uloga zajedno, ravnomerno raspoređeni na mesece svake aktivnosti.

# Više uprava jedna pored druge
comparison-title-equal = { $name }: nema razlike u odnosu na ostale ni na jednom potpokazatelju
comparison-title = { $name } ima najvišu ocenu, samostalno ili podeljeno, na { $best }, a najnižu, samostalno ili podeljeno, na { $worst } od { $total } potpokazatelja na kojima se ocene razlikuju
comparison-alt = Ocene po potpokazateljima: { $names }; tabele narednog poglavlja sadrže sve vrednosti. { $focus }: { $rows }.
comparison-caption = Objavljene ocene od 0 do 100; što je polje tamnije, ocena je viša. Linija razdvaja pokazatelje. { $note }
indicator-title = { $name }: iznad proseka na { $above } od { $total } potpokazatelja, ispod proseka na { $below }{ $equal ->
    [0] { "" }
   *[other] , jednako proseku na { $equal }
}
indicator-alt = { $group }. { $rows }.
indicator-alt-row = { $name }: { $focus } { $value }, prosek { $average }, razlika { $difference }
indicator-caption = Ocene od 0 do 100. Tačke jednake vrednosti se preklapaju i izgledaju tamnije.
indicator-label-average = Prosek
indicator-label-others = Ostale uprave
