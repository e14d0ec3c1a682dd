# Naslovna strana i sažetak
cover-title = Dijagnostički pregled upravljanja ljudskim resursima
cover-title-comparison = Upravljanje ljudskim resursima u poređenju
cover-subtitle = Profil zrelosti, nalazi i plan rada za modernizaciju
cover-subtitle-comparison = Profil u odnosu na upoređene uprave
cover-country = Država
cover-on-site = Na terenu
cover-period = Period
cover-as-of = Podaci na dan
cover-standard = Standard
cover-standard-version = { $title }, verzija { $version }
cover-scope = Obuhvat
cover-scope-all = Svi procesi ({ $count })
cover-wave = Ciklus
cover-levels = Nivoi
cover-levels-self = Prema samoproceni uprave
cover-synthetic = Izmišljeni podaci: ova uprava i njeni brojevi ne postoje.
cover-dates = { $start } – { $end }
cover-items = { $items } { $items ->
    [one] potpokazatelj
    [few] potpokazatelja
   *[other] potpokazatelja
} u { $groups } { $groups ->
    [one] pokazatelju
    [few] pokazatelja
   *[other] pokazatelja
}

summary-heading = Sažetak
summary-gaps-heading = Glavni zaostaci
summary-actions-heading = Prve aktivnosti
summary-nothing-applies = Nijedan od obuhvaćenih procesa nije primenljiv na upravu „{ $name }“.
summary-too-little = Odgovora je premalo da bi se upravljanje ljudskim resursima u upravi „{ $name }“ ocenilo u celini.
summary-level = { $source ->
    [self] Prema samoproceni, upravljanje ljudskim resursima u upravi
   *[other] Upravljanje ljudskim resursima u upravi
} „{ $name }“ je na nivou { $level } od { $highest } ({ $level_name }), sa ocenom { $score } na skali od { $lowest } do { $highest }.
summary-rated = { $source ->
    [self] Prema samoproceni, upravljanje ljudskim resursima u upravi
   *[other] Upravljanje ljudskim resursima u upravi
} „{ $name }“ ima ocenu { $score } na skali od { $lowest } do { $highest }.
summary-level-means = Nivo { $level } znači: { $meaning }
card-overall-score = Ukupna ocena
card-range = moguće od { $lowest } do { $highest }
card-below-target = Procesi ispod cilja
card-without-evidence = Tvrdnje bez dokaza
card-of-criteria = od { $count } kriterijuma
card-without-evidence-note = računaju se kao nivo 1, oznaka *
card-actions-planned = Planirane aktivnosti
card-days-in-all = ukupno čovek-dana: { $days }
summary-no-process-applies = Nijedan od ovih procesa nije primenljiv.
summary-no-process-rated = Nijedan proces nema dovoljno odgovora da bi bio ocenjen.
summary-processes-equal = { $count ->
    [1] Proces ima ocenu { $score }.
    [2] Oba procesa imaju ocenu { $score }.
   *[other] Svi procesi (ukupno { $count }) imaju ocenu { $score }.
}
summary-processes = { $strong_count ->
    [one] Najrazvijeniji proces je { $strong } (ocena { $best })
   *[other] Najrazvijeniji procesi su { $strong } (ocena { $best })
}, a { $weak_count ->
    [one] najslabije je razvijen proces { $weak } (ocena { $worst }).
   *[other] najslabije su razvijeni procesi { $weak } (ocena { $worst }).
}
summary-beside-average = { $direction ->
    [above] Na zajedničkim kriterijumima prosečna razlika između dve procene ({ $other } minus { $own }) iznosi +{ $size } nivoa.
    [below] Na zajedničkim kriterijumima prosečna razlika između dve procene ({ $other } minus { $own }) iznosi −{ $size } nivoa.
   *[equal] Na zajedničkim kriterijumima obe procene ({ $other } i { $own }) u proseku su jednake.
}
summary-beside-apart = { $count ->
    [0] Ni na jednom od { $total } kriterijuma razlika ne iznosi { $limit } ili više nivoa.
   *[other] Razlika iznosi { $limit } ili više nivoa na { $count } od { $total } kriterijuma.
}
summary-no-gap = Nijedan ocenjeni kriterijum nije ispod svog cilja.
# Između podebljanog naziva i onoga što se o njemu kaže.
colon = :
summary-gap = nivo { $level }, cilj { $target }.
summary-held = { $count ->
    [one] Prag koji ga zadržava: { $gates }.
   *[other] Pragovi koji ga zadržavaju: { $gates }.
}
summary-leverage = { $count ->
    [one] Od njega zavisi još { $count } kriterijum.
    [few] Od njega zavise još { $count } kriterijuma.
   *[other] Od njega zavisi još { $count } kriterijuma.
}
summary-findings = Pregled sadrži { $count } { $count ->
    [one] nalaz
    [few] nalaza
   *[other] nalaza
}: { $bands }. Najhitniji su sledeći.
summary-band-high = { $count } visokog prioriteta
summary-band-medium = { $count } srednjeg prioriteta
summary-band-low = { $count } niskog prioriteta
summary-marked = Oznaka * stoji uz nivo za koji nije priložen dokaz i koji se računa kao 1.
summary-no-action = Nijedna aktivnost nije planirana.
summary-action = { $owner }, { $when }, čovek-dana: { $days }.
summary-actions-start = { $count ->
    [one] U prvom kvartalu plana ({ $quarter }) počinje { $count } aktivnost.
    [few] U prvom kvartalu plana ({ $quarter }) počinju { $count } aktivnosti.
   *[other] U prvom kvartalu plana ({ $quarter }) počinje { $count } aktivnosti.
}
summary-actions-highest = Najvišeg prioriteta ({ $count }) su:
summary-plan-before = Ceo plan sadrži poglavlje
summary-plan-link = Plan rada za modernizaciju

caveats-title = Šta treba imati u vidu
caveats-none = Na sva pitanja je odgovoreno i sve tvrdnje imaju dokaz.
caveat-synthetic = Podaci su izmišljeni. Pokazuju kako alat radi i ne opisuju nijednu stvarnu upravu.
caveat-marked = { $count ->
    [one] { $count } kriterijum sadrži tvrdnju za koju nije naveden dokaz: računa se kao nivo 1 i nosi oznaku{ "\u00A0" }*.
    [few] { $count } kriterijuma sadrže tvrdnje za koje nije naveden dokaz: računaju se kao nivo 1 i nose oznaku{ "\u00A0" }*.
   *[other] { $count } kriterijuma sadrži tvrdnje za koje nije naveden dokaz: računaju se kao nivo 1 i nose oznaku{ "\u00A0" }*.
}
caveat-unanswered = Pitanja: { $told }. Pitanje bez odgovora i odgovor „ne znam“ šire raspon u kome ocena može biti; „nije primenljivo“ se izostavlja.
caveat-blank = bez odgovora: { $count }
caveat-dont-know = sa odgovorom „ne znam“: { $count }
caveat-does-not-apply = neprimenljivo: { $count }
caveat-not-available = Nije dostupno: { $names }. Ništa nije pretpostavljeno umesto toga.
caveat-warnings = { $count ->
    [one] Provera ulaznih podataka ostavila je { $count } upozorenje; nalazi se u prilogu
    [few] Provera ulaznih podataka ostavila je { $count } upozorenja; nalaze se u prilogu
   *[other] Provera ulaznih podataka ostavila je { $count } upozorenja; nalaze se u prilogu
}
caveat-warnings-link = Kvalitet podataka
caveat-scope = Obuhvat: { $reason }
