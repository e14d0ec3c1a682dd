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
plan-card-quick-wins = Brzi rezultati
plan-card-quick-wins-note = kratke, jeftine i vidljive zaposlenima
plan-card-first = Počinju u prvom kvartalu
plan-first-quarter-heading = Aktivnosti prvog kvartala
plan-first-quarter-caption = Šta počinje u kvartalu { $quarter }, od najvišeg prioriteta
plan-first-steps = Prvi koraci
plan-quick-win = { $action }, brzi rezultat
plan-all-heading = Sve aktivnosti
plan-all-caption = Sve planirane aktivnosti po redosledu početka
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
reason-too-much = zahteva više čovek-dana po kvartalu nego što ih ima ({ $capacity })
reason-no-room = ne staje u raspoložive mesece ({ $months }): povećati broj čovek-dana po kvartalu ili broj kvartala

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
