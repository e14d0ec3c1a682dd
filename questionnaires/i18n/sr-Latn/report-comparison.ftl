# Izveštaj za standard bez nivoa: jedna uprava pored drugih
comparison-groups-caption = Pokazatelji: prosek njihovih potpokazatelja
comparison-below-heading = Najdalje ispod proseka
comparison-above-heading = Najdalje iznad proseka
comparison-none-below = Nijedan potpokazatelj nije ispod proseka.
comparison-none-above = Nijedan potpokazatelj nije iznad proseka.
comparison-item = { $name }: { $value }, prosek { $average }, razlika { $difference }.
comparison-card-items = Potpokazatelji
comparison-card-groups = { $count ->
    [one] u { $count } pokazatelju
   *[other] u { $count } pokazatelja
}
comparison-card-above = Iznad proseka
comparison-card-below = Ispod proseka
comparison-card-far-below = Ispod za { $points } ili više
comparison-nobody = Misija ne navodi druge uprave za poređenje.
comparison-basis = Prosek je običan prosek uprava ({ $count }): { $members }; svaka se računa gde ima vrednost.
comparison-beside = Radi poređenja i izvan proseka: { $names }.
comparison-published = Vrednosti su one objavljene uz „{ $standard }“; alat dodaje samo proseke i razlike.
comparison-missing = { $count ->
    [one] Nedostaje { $count } vrednost, prikazana kao „nema podataka“; nijedna se ne uzima kao nula.
    [few] Nedostaju { $count } vrednosti, prikazane kao „nema podataka“; nijedna se ne uzima kao nula.
   *[other] Nedostaje { $count } vrednosti, prikazanih kao „nema podataka“; nijedna se ne uzima kao nula.
}
comparison-profile-heading = Profil u poređenju
comparison-indicators-heading = Pokazatelj po pokazatelj
comparison-items-caption = { $indicator }: svi potpokazatelji
comparison-indicator = Pokazatelj
comparison-sub-indicator = Potpokazatelj
comparison-average = Prosek
comparison-rounded-note = Sopstveno pravilo: ocena pokazatelja je običan prosek njegovih potpokazatelja.
comparison-published-note = Vrednosti kako su objavljene.
comparison-difference-note = Razlika: { $focus } minus prosek, iz nezaokruženih vrednosti.
