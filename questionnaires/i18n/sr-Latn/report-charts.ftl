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
gantt-title = { $count ->
    [one] { $count } aktivnost, od { $first } do { $last }
    [few] { $count } aktivnosti, od { $first } do { $last }
   *[other] { $count } aktivnosti, od { $first } do { $last }
}
gantt-title-critical = O završetku plana ({ $last }) odlučuje { $critical } od { $count } aktivnosti
gantt-title-first = { $title } (aktivnosti od 1 do { $last })
gantt-title-part = Aktivnosti od { $first } do { $last } (ukupno { $total }): { $critical ->
    [0] nijedna ne odlučuje o završetku plana
   *[other] o završetku plana odlučuje { $critical }
}
gantt-alt = Kalendar plana rada. { $rows }.
gantt-alt-row = { $title } ({ $owner }): { $when }
gantt-alt-critical = na kritičnom putu
gantt-alt-slack = može da se pomeri do { $day }
gantt-alt-milestone = na kraju { $process } dostiže ciljeve
gantt-alt-progress = urađeno { $share }
gantt-alt-not-before = ne pre { $day }
gantt-alt-by = rok { $day }
gantt-months = { $months } mes.
gantt-label-action = Aktivnost
gantt-label-critical = Kritična: odlaže završetak
gantt-label-slack = Vremenska rezerva
gantt-label-waits = Čeka na drugu
gantt-label-follows = Čeka na njene ljude
gantt-label-milestone = Proces dostiže ciljeve
gantt-label-quick-win = Brzi rezultat
gantt-label-progress = Urađeni deo
gantt-label-carried = Preneta
gantt-label-starts = Utvrđen početak
gantt-label-not-before = Ne pre
gantt-label-by = Rok
gantt-caption = Aktivnosti po redosledu početka, u radnim danima (K{ "1" } je prvi kvartal). Vremenska rezerva je vreme za koje aktivnost, zajedno sa onima koje na nju čekaju, može da se pomeri a da se završetak celog plana ne odloži.
load-none = Plan ne zahteva nijedan čovek-dan
load-title = Najopterećeniji kvartal je { $quarter }: { $taken } od { $capacity } čovek-dana
load-title-free = Najopterećeniji kvartal je { $quarter }: { $taken } čovek-dana
load-title-over = { $count ->
    [one] U { $count } kvartalu potrebno je više nego što ima; najviše { $quarter }: { $taken } od { $capacity } čovek-dana
   *[other] U { $count } kvartala potrebno je više nego što ima; najviše { $quarter }: { $taken } od { $capacity } čovek-dana
}
load-alt = Čovek-dani plana rada po kvartalima. { $rows }.
load-alt-row = { $quarter }: { $days } od { $capacity }
load-alt-row-free = { $quarter }: { $days }, bez ograničenja
load-capacity = raspoloživo { $capacity }
load-caption = Čovek-dani svih uloga zajedno, ravnomerno raspoređeni na radne dane svake aktivnosti. Linija pokazuje koliko uprava može da izdvoji; ono što je iznad nje uokvireno je, a trougao označava najveće prekoračenje.
plan-chart-roles = Najmanje rezerve ima { $name }: { $taken } od { $capacity } čovek-dana, { $month }
plan-chart-roles-free = Najviše posla ima { $name }: { $days } čovek-dana; nijedna uloga nema sopstveno ograničenje
plan-chart-roles-over = U nekim mesecima ima više posla nego ljudi: { $names }{ $more ->
    [0] { "" }
    [one] {" "}i još { $more } uloga
    [few] {" "}i još { $more } uloge
   *[other] {" "}i još { $more } uloga
}
plan-chart-roles-alt = Čovek-dani po ulogama i mesecima, uz raspoložive čovek-dane. { $rows }.
plan-chart-roles-alt-row = { $name }: { $days } čovek-dana ({ $first } – { $last }), { $note }
plan-chart-roles-caption = Čovek-dani po mesecima, od uloge sa najmanje rezerve. Linija pokazuje koliko je raspoloživo: ljudi × radni dani u mesecu, pa je praznici i zatvaranja spuštaju; gde linije nema, ulogu ograničava samo ukupan broj. Ono što je iznad linije uokvireno je, a trougao označava najveće prekoračenje.
plan-chart-roles-rest = Nije nacrtano: { $names }, ukupno { $days } čovek-dana.
plan-chart-panel = najviše { $month }: { $taken } od { $capacity }
plan-chart-panel-free = najviše { $days } mesečno, bez svoje granice
plan-chart-panel-over = { $count ->
    [one] previše { $count } mes., { $month }: { $taken } od { $capacity }
   *[other] previše { $count } mes.; { $month }: { $taken } od { $capacity }
}
plan-chart-committed = Preuzete obaveze
plan-chart-budget = Budžet
plan-chart-budget-kept = Svaka godina ostaje u okviru budžeta; najbliža granici je { $year }: { $amount } od { $budget }
plan-chart-budget-none = Plan preuzima obaveze od { $amount }; nijedna godina nije ograničena
plan-chart-budget-over = { $count ->
    [one] Budžet za { $year }. godinu prekoračen je za { $excess }
   *[other] Budžet je prekoračen u više godina ({ $count }); najviše { $year }. godine, za { $excess }
}
plan-chart-budget-alt = Novac koji plan rada angažuje i budžet, po godinama. { $rows }.
plan-chart-budget-alt-row = { $year }: { $note }
plan-chart-budget-caption = Novac za aktivnost angažuje se u godini u kojoj ona počinje. Radno vreme nije uračunato.
plan-chart-year = { $amount } od { $budget }
plan-chart-year-free = { $amount }, bez ograničenja
plan-chart-year-over = { $note }, previše za { $excess }
plan-chart-quadrant = Veliki efekat uz mali napor: { $count } od { $total } aktivnosti
plan-chart-quadrant-none = Nijedna aktivnost nema veliki efekat uz mali napor
plan-chart-quadrant-alt = Napor i efekat aktivnosti. Uraditi prvo: { $first }; pažljivo pripremiti: { $plan }; uklopiti usput: { $fit }; ponovo odmeriti: { $weigh }. Brzi rezultati: { $quick }. Najvažnije: { $rows }.
plan-chart-quadrant-alt-row = { $action } { $title }, { $days } čovek-dana, efekat { $effect }
plan-chart-quadrant-caption = Efekat je prioritet nalaza koji aktivnost otklanja; 0 ako samo služi drugim aktivnostima. Veliki efekat je iznad srednje vrednosti ({ $split }), mali napor do { $days } čovek-dana (pravilo alata). Obe skale su razvučene pri dnu. Aktivnosti jednakog efekta stoje jedna pored druge.
plan-chart-effort = Napor, čovek-dani
plan-chart-effect = Efekat
plan-chart-do-first = Uraditi prvo
plan-chart-plan-carefully = Pažljivo pripremiti
plan-chart-fit-in = Uklopiti usput
plan-chart-weigh-again = Ponovo odmeriti
plan-chart-none = nema

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
