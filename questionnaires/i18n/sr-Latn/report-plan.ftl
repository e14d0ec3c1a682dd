# Plan rada i odobrenje
plan-heading = Plan rada za modernizaciju
plan-no-action = Nijedna aktivnost nije planirana: ništa od ocenjenog nije ispod cilja ili ništa ne staje u raspoložive čovek-dane plana.
plan-none-bundled-title = Za ovaj standard nema plana rada
plan-none-bundled = Uz standard „{ $standard }“ ne postoje mere, pa alat za njega ne planira aktivnosti.
plan-findings-listed = { $count ->
    [one] U ovom izveštaju naveden je { $count } nalaz ispod cilja; aktivnosti koje ga otklanjaju određuje uprava.
    [few] U ovom izveštaju navedena su { $count } nalaza ispod cilja; aktivnosti koje ih otklanjaju određuje uprava.
   *[other] U ovom izveštaju navedeno je { $count } nalaza ispod cilja; aktivnosti koje ih otklanjaju određuje uprava.
}
plan-items-listed = { $count ->
    [one] U ovom izveštaju naveden je { $count } potpokazatelj ispod cilja; aktivnosti koje otklanjaju zaostatak određuje uprava.
    [few] U ovom izveštaju navedena su { $count } potpokazatelja ispod cilja; aktivnosti koje otklanjaju zaostatak određuje uprava.
   *[other] U ovom izveštaju navedeno je { $count } potpokazatelja ispod cilja; aktivnosti koje otklanjaju zaostatak određuje uprava.
}
plan-shape = Plan sadrži { $count } { $count ->
    [one] aktivnost
    [few] aktivnosti
   *[other] aktivnosti
}, od { $start } do { $finish }. Ukupno čovek-dana: { $days }, u okviru { $capacity } po kvartalu koliko uprava može da izdvoji.
plan-card-actions = Aktivnosti
plan-first-quarter-heading = Aktivnosti prvog kvartala
plan-first-quarter-caption = Šta počinje u kvartalu { $quarter }, od najvišeg prioriteta
plan-first-steps = Prvi koraci
plan-quick-win = { $action }, brzi rezultat
plan-all-heading = Sve aktivnosti
plan-all-caption = Sve planirane aktivnosti po procesima
plan-all-note = Posle: aktivnosti koje moraju biti završene pre nje. Meri se: pokazatelj sa polaznom vrednošću i ciljem; prilog sadrži formule, rezultate i rizike.
plan-when = Kada
plan-until = do { $finish }
plan-after = Posle
plan-measured-by = Meri se
plan-measure = { $indicator }: { $baseline } → { $target }
measure-gate = { $criterion }: nivo praga „{ $gate }“
measure-gate-formula = nivo praga „{ $gate }“ u narednom pregledu
plan-not-scheduled-heading = Nije planirano
plan-not-scheduled = { $count ->
    [one] Za { $count } aktivnost nema mesta u planu (broj kvartala: { $quarters }).
   *[other] Za { $count } aktivnosti nema mesta u planu (broj kvartala: { $quarters }).
}
plan-not-scheduled-caption = Aktivnosti bez mesta u planu
plan-why-no-place = Zašto nema mesta
reason-waits = { $count ->
    [one] čeka na { $others }, a ta aktivnost nema mesta u planu
   *[other] čeka na { $others }, a te aktivnosti nemaju mesta u planu
}
reason-too-much = traži { $need } ljudi istovremeno ({ $resource }), a nikada ih nema više od { $capacity }
reason-too-long = traje { $months } mes., duže od plana
reason-too-dear = košta { $amount }, više od novca bilo koje godine
reason-no-room = ne staje u raspoložive mesece ({ $months }) pored aktivnosti koje su hitnije ili o kojima je odlučeno
reason-dropped = izostavljena odlukom: { $reason }

# Ključni brojevi plana, sredstva, odluke i pouzdanost
plan-card-quick-wins-count = { $count ->
    [0] nijedna sa brzim rezultatom
    [one] od toga { $count } sa brzim rezultatom
   *[other] od toga { $count } sa brzim rezultatom
}
plan-card-days-note = svih uloga zajedno
plan-card-end = Kraj plana
plan-card-money = Novac, { $currency }
plan-card-money-thousands = Hiljada { $currency }
plan-card-money-millions = Miliona { $currency }
plan-card-money-note = angažovani novac, bez radnog vremena
plan-card-money-unknown = { $count ->
    [one] { $count } aktivnost bez iznosa
    [few] { $count } aktivnosti bez iznosa
   *[other] { $count } aktivnosti bez iznosa
}
plan-card-on-time = Kraj na vreme
plan-card-on-time-note = verovatnoća, po simulaciji
plan-people-heading = Ljudi
plan-all-roles = sve uloge zajedno
plan-no-people = Za misiju nije navedeno koliko ljudi ima po ulogama, pa plan ograničava samo ukupan broj čovek-dana.
plan-money-heading = Novac
plan-no-budget = Budžet za plan nije naveden, pa se iz ovog izveštaja ne može reći da li plan može da se finansira.
plan-no-amounts = Nijedna aktivnost ne košta novac, koliko je poznato.
plan-money-unknown = { $count ->
    [one] Za { $count } aktivnost iznos nije poznat i nije na slici.
    [few] Za { $count } aktivnosti iznos nije poznat i nije na slici.
   *[other] Za { $count } aktivnosti iznos nije poznat i nije na slici.
}
plan-effect-heading = Napor i efekat
plan-no-value = nije navedeno
plan-not-measured = nema pokazatelja
plan-own-actions = Aktivnosti koje je dodala uprava

plan-decisions-heading = Koliko koštaju odluke
plan-decisions-intro = Svaka odluka upoređena je sa istim planom bez nje, dok sve druge ostaju.
plan-decisions-caption = Odluke o pojedinim aktivnostima i šta iz njih sledi
plan-decisions-decision = Odluka
plan-decisions-reason = Razlog
plan-decisions-cost = Koliko košta
plan-decisions-pin = U planu
plan-decisions-drop = Nije u planu
plan-decisions-postpone = Kasnije
plan-decisions-own = Dodato
plan-decisions-nothing = Ništa: plan je i bez nje isti.
plan-decisions-later = Kraj celog plana pomera se na kasnije (radnih dana: { $days }).
plan-decisions-earlier = Kraj celog plana pomera se na ranije (radnih dana: { $days }).
plan-decisions-others = { $direction ->
    [later] Aktivnosti u proseku počinju kasnije (radnih dana: { $days }, ponderisano prioritetom).
   *[earlier] Aktivnosti u proseku počinju ranije (radnih dana: { $days }, ponderisano prioritetom).
}
plan-decisions-left-out = Zbog nje ostaje bez mesta: { $actions }.
plan-decisions-taken-in = Zbog nje dobija mesto: { $actions }.
plan-decisions-sums = Ukupno: { $parts }.
plan-decisions-days = čovek-dani { $change }
plan-decisions-amount = { $direction ->
    [more] { $amount } više
   *[less] { $amount } manje
}
plan-decisions-effect = efekat { $change }

plan-realism-heading = Koliko je plan pouzdan
plan-realism-caption = Šta su pokazale provere ljudi, novca, datuma i redosleda
plan-realism-none = Provere ljudi, novca, datuma i redosleda nisu našle ništa: plan staje u ono što postoji.
plan-findings-grade = Težina
plan-findings-found = Šta je nađeno
plan-findings-advice = Šta uraditi
plan-measure-found-caption = Šta sprečava merenje napretka
plan-delay-shape = Verovatnoća da plan bude završen do planiranog dana ({ $planned_on }) iznosi { $share }. Ko želi da obeća dan, neka navede { $p80_on } (sigurnost 80%) ili { $p95_on } (sigurnost 95%).
plan-delay-caption = Do kada će biti završeni plan i svaki proces
plan-delay-what = Šta
plan-delay-whole = Ceo plan
plan-delay-planned = Planirano
plan-delay-by = Sigurno { $share }
plan-delay-on-time = Na vreme
plan-delay-note = Iz mnogo izvlačenja trajanja, između { $optimistic } i { $pessimistic } procene gde aktivnost nema sopstvene procene (pravilo alata). Na vreme: verovatnoća da bude završeno planiranog dana ili ranije.
plan-delay-deciding = O kraju plana najčešće odlučuje: { $actions }. Vreme dobijeno tu dobijeno je za celinu.
plan-delay-deciding-one = { $action } ({ $share } izvlačenja)
plan-measurable-heading = Da li je napredak merljiv
plan-measurable = Aktivnosti koje imaju sve što je potrebno da se napredak vidi iz brojeva: { $count } od { $total }.
plan-measure-caption = Šta aktivnosti imaju za merenje
plan-measure-what = Šta je potrebno
plan-measure-actions = Aktivnosti
plan-measure-without = Još nema
plan-measure-indicator = Pokazatelj sa formulom
plan-measure-source = Izvor podatka
plan-measure-baseline = Polazna vrednost u broju, sa danom
plan-measure-target = Cilj sa rokom
plan-measure-owner = Nosilac koji za to odgovara
plan-measure-of = { $count } od { $total }
plan-measure-many = { $actions } i još { $rest }

approval-heading = Odobrenje
approval-intro = Svojim potpisom dole navedeni primaju nalaze na znanje i odobravaju plan rada.
approval-caption = Odobrenje plana rada
approval-role = Funkcija
approval-name = Ime i prezime
approval-date = Datum
approval-signature = Potpis
approval-head-of-administration = Direktor Uprave carina
approval-head-of-hr = Rukovodilac za ljudske resurse
approval-head-of-review = Vođa pregleda
