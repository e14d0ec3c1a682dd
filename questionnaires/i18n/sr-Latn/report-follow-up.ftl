# Izveštaj o praćenju: četiri strane o usvojenom planu na kraju kvartala
followup-title = Praćenje plana rada
followup-subtitle = Stanje plana na kraju kvartala { $quarter }
followup-fact-day = Prijavljeno do
followup-fact-plan = Usvojeni plan
followup-fact-wave = Nastao u krugu
followup-fact-plan-value = { $start } – { $finish } (broj aktivnosti: { $actions })

# Strana 1
followup-stand-heading = Gde se nalazimo
followup-lead = Do { $day } urađeno je { $done } planiranog posla; po planu je trebalo { $planned }. { $forecast }
followup-lead-later = Ako se ništa ne planira iznova, plan se završava { $day } umesto { $planned } (radnih dana kasnije: { $days }).
followup-lead-earlier = Ako se ništa ne planira iznova, plan se završava { $day } umesto { $planned } (radnih dana ranije: { $days }).
followup-lead-in-time = Ako se ovako nastavi, plan se završava na vreme, { $day }.
followup-lead-no-date = Kraj se ne može navesti: nijedna aktivnost nema datum.
followup-card-done-share = Urađeno posla
followup-card-done-share-note = po planu do sada: { $planned }
followup-card-done = Završene
followup-card-in-progress = U toku, na vreme
followup-card-late = Kasne
followup-card-not-started = Još ne treba da počnu
followup-card-stopped = Obustavljene
followup-card-not-reported = Trebalo da počnu, neprijavljene
followup-card-end = Predviđeni kraj
followup-card-end-note = { $forecast }; po planu: { $planned }
followup-card-days = Utrošeno čovek-dana
followup-card-days-note = planirano za urađeno: { $earned }
followup-card-money = Utrošeni novac, { $currency }
followup-card-money-note = planirano za ono što je trebalo da počne: { $planned }
followup-plain-schedule-behind = Od svakih 100 čovek-dana koje je do sada trebalo uraditi urađeno je { $share }. Plan kasni.
followup-plain-schedule-ahead = Od svakih 100 čovek-dana koje je do sada trebalo uraditi urađeno je { $share }. Plan je ispred rokova.
followup-plain-schedule-level = Urađeno je ono što je do sada trebalo uraditi.
followup-plain-cost-more = Za urađeno je utrošeno { $spent } čovek-dana, a planirano je { $earned }.
followup-plain-cost-less = Za urađeno je utrošeno { $spent } od planiranih { $earned } čovek-dana.
followup-plain-cost-unknown = Niko nije prijavio koliko je čovek-dana utrošeno.
followup-plain-late = { $count ->
    [0] Nijedna aktivnost ne kasni.
    [one] Kasni { $count } aktivnost, radnih dana: { $days }.
    [few] Kasne { $count } aktivnosti, najviše radnih dana: { $days }.
   *[other] Kasni { $count } aktivnosti, najviše radnih dana: { $days }.
}
followup-plain-undated = { $count ->
    [one] { $count } aktivnost više nema datum: obustavljena je ili čeka na onu koja jeste.
    [few] { $count } aktivnosti više nemaju datum: obustavljene su ili čekaju na onu koja jeste.
   *[other] { $count } aktivnosti više nema datum: obustavljene su ili čekaju na onu koja jeste.
}
followup-plain-not-reported = { $count ->
    [one] O { $count } aktivnosti koja je trebalo da počne ništa nije prijavljeno; računa se kao neurađena.
   *[other] O { $count } aktivnosti koje je trebalo da počnu ništa nije prijavljeno; računaju se kao neurađene.
}
followup-plain-stale = { $count ->
    [one] Za { $count } aktivnost u toku poslednja prijava je starija od kvartala.
   *[other] Za { $count } aktivnosti u toku poslednje prijave su starije od kvartala.
}
followup-plain-evidence = { $count ->
    [one] { $count } aktivnost je prijavljena kao završena bez dokumenta koji to pokazuje.
    [few] { $count } aktivnosti su prijavljene kao završene bez dokumenta koji to pokazuje.
   *[other] { $count } aktivnosti je prijavljeno kao završeno bez dokumenta koji to pokazuje.
}
followup-processes-caption = Poslednja aktivnost svakog procesa: po planu i predviđeno
followup-processes-note = Predviđanje: ono što je u toku nastavlja se sa istim ljudima; ostalo sledi planiranim redom. Minus znači ranije.
followup-column-actions = Aktivnosti
followup-column-done = Završene
followup-column-planned = Kraj po planu
followup-column-forecast = Predviđeni kraj
followup-column-later = Radnih dana kasnije
followup-no-date = bez datuma

# Strana 2
followup-actual-heading = Planirano i ostvareno
followup-bars-title = { $count ->
    [0] Nijedna od tekućih aktivnosti ne kasni (ukupno { $all })
    [one] Kasni { $count } od tekućih aktivnosti (ukupno { $all })
    [few] Kasne { $count } od tekućih aktivnosti (ukupno { $all })
   *[other] Kasni { $count } od tekućih aktivnosti (ukupno { $all })
}{ $later ->
    [0] { "" }
   *[other] , kasniće ih još { $later }
}
followup-bars-caption = Gornja traka: po planu. Donja traka: kako je bilo ili se predviđa, napredak tamno. Linija je kraj kvartala. { $left ->
    [0] Prikazane su sve.
   *[other] Nije prikazano: { $left }.
}
followup-bars-alt-row = { $action }: po planu od { $start } do { $finish }, { $outcome }
followup-bars-alt = Trake kroz vreme. { $rows }.
followup-outcome-done = završena { $day }
followup-outcome-forecast = predviđena za { $day }
followup-outcome-none = bez datuma
followup-key-planned = po planu
followup-key-done = urađeno
followup-key-rest = u toku ili predstoji
followup-key-late = kasni
followup-key-stopped = obustavljena
followup-late-caption = Šta kasni ili će kasniti i zašto
followup-late-none = Nijedna aktivnost ne kasni, nije obustavljena niti neprijavljena.
followup-late-note = Radnih dana kašnjenja: od kraja po planu do predviđenog kraja. Nosioci su funkcije.{ $left ->
    [0] { "" }
   *[other] { " " }Redova koji nisu prikazani: { $left }.
}
followup-told-in = { $reason } (prijavljeno za { $quarter })
followup-column-late = Radnih dana kasni
followup-column-reason = Prijavljeni razlog
followup-column-progress = Urađeno
followup-column-due = Kraj po planu
followup-no-reason = nije prijavljen
followup-stopped = obustavljena
followup-not-reported = neprijavljena

# Strana 3
followup-indicators-heading = Pokazatelji i razlozi
followup-indicators-title = { $count ->
    [0] Nijedan izmereni pokazatelj nije dostigao cilj (ukupno { $all })
    [one] Cilj je dostigao { $count } od izmerenih pokazatelja (ukupno { $all })
    [few] Cilj su dostigla { $count } od izmerenih pokazatelja (ukupno { $all })
   *[other] Cilj je dostiglo { $count } od izmerenih pokazatelja (ukupno { $all })
}
followup-indicators-caption = Put svakog pokazatelja od polazne vrednosti, levo, do cilja, desno; tačka je poslednja prijavljena vrednost. { $left ->
    [0] Prikazani su svi izmereni.
   *[other] Nije prikazano: { $left }.
}
followup-indicators-alt = Put svakog pokazatelja od polazne vrednosti do cilja. { $rows }.
followup-indicators-alt-row = { $name }: polazna vrednost { $baseline }, sada { $value }, cilj { $target }
followup-indicators-none = Nije prijavljena nijedna vrednost pokazatelja sa polaznom vrednošću i ciljem u brojevima.
followup-indicators-table-caption = Izmereni bez polazne vrednosti u brojevima
followup-indicators-unmeasured = { $count ->
    [one] Za { $count } završenu aktivnost nije prijavljena vrednost.
    [few] Za { $count } završene aktivnosti nije prijavljena vrednost.
   *[other] Za { $count } završenih aktivnosti nije prijavljena vrednost.
}
followup-column-indicator = Pokazatelj
followup-column-baseline = Polazna vrednost
followup-column-value-now = Sada
followup-reasons-caption = Zašto aktivnosti odstupaju od plana
followup-reasons-none = Nije prijavljen nijedan razlog odstupanja.
followup-reasons-note = Prema kvartalnim prijavama, sa liste. Bez aktivnosti koje su završene na vreme.
followup-column-reason-days = Radnih dana kašnjenja

# Strana 4 sa drugim pregledom
followup-maturity-heading = Zrelost pre i posle
followup-maturity-title = { $up ->
    [0] Nijedan proces nije napredovao
    [one] Napredovao je { $up } proces od { $all }
    [few] Napredovala su { $up } procesa od { $all }
   *[other] Napredovalo je { $up } procesa od { $all }
}{ $down ->
    [0] { "" }
    [one] , nazadovao je { $down }
    [few] , nazadovala su { $down }
   *[other] , nazadovalo je { $down }
}
followup-maturity-caption = Prazan krug: prethodni pregled. Pun krug: ovaj. Crtica je cilj. Poređenje počiva na { $comparability } stavki jednog ili drugog pregleda.
followup-maturity-alt = Ocene procesa pre i posle. { $rows }.
followup-maturity-alt-row = { $name }: pre { $before }, sada { $after }
followup-maturity-before = pre
followup-maturity-after = sada
followup-maturity-target = cilj
followup-change-caption = Odakle potiču promene
followup-change-note = Razlike su uzete iz nezaokruženih ocena; ono što donose kriterijumi u zbiru daje promenu procesa. Promena nije dokaz da ju je doneo plan.
followup-column-before = Pre
followup-column-after = Sada
followup-column-change = Promena
followup-column-from = Doneo kriterijum
followup-part = { $amount } { $name } ({ $before } → { $after })
followup-part-other = { $amount } { $name }
followup-part-rest = { $amount } ostali
followup-part-none = bez promene
followup-unconfirmed = { $count ->
    [one] { $count } aktivnost je prijavljena kao završena, a njen kriterijum nije dostigao nivo na koji vodi. Naredni plan je ponovo sadrži u celini:
    [few] { $count } aktivnosti su prijavljene kao završene, a njihovi kriterijumi nisu dostigli nivo na koji vode. Naredni plan ih ponovo sadrži u celini:
   *[other] { $count } aktivnosti je prijavljeno kao završeno, a njihovi kriterijumi nisu dostigli nivo na koji vode. Naredni plan ih ponovo sadrži u celini:
}
followup-unconfirmed-title = Prijavljeno kao završeno, nivo nije potvrđen

# Strana 4 bez drugog pregleda
followup-next-heading = Šta sledi
followup-next-lead = { $count ->
    [0] U kvartalu { $quarter } ne dospeva nijedna aktivnost.
    [one] U kvartalu { $quarter } dospeva { $count } aktivnost.
    [few] U kvartalu { $quarter } dospevaju { $count } aktivnosti.
   *[other] U kvartalu { $quarter } dospeva { $count } aktivnosti.
}
followup-next-caption = Koraci naredna dva kvartala, prema predviđanju
followup-next-none = Nijedna aktivnost se ne završava u naredna dva kvartala.
followup-column-result = Rezultat
followup-decisions-heading = Odluke koje se traže
followup-decide-stopped = { $action }: obustavljena je; nastaviti je, izmeniti ili odustati.
followup-decide-waiting = { $action }: ne može da počne, jer čeka na { $other }, a ta aktivnost nema datum.
followup-decide-report = { $action }: trebalo je da počne i ništa nije prijavljeno; odrediti ko prijavljuje.
followup-decide-late = { $action }: kasni, radnih dana: { $days }; dati joj ljude ili pomeriti kraj na { $forecast }.
followup-decide-more = { $count ->
    [one] Još { $count } iste vrste stoji u tabelama.
   *[other] Još { $count } iste vrste stoje u tabelama.
}
followup-decide-none = Odluka nije potrebna: ništa ne kasni, nije obustavljeno niti neprijavljeno.
