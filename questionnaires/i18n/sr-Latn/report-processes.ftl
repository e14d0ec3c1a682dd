# Po jedna strana za svaki proces
processes-heading = Proces po proces
process-card-gap = zaostatak { $gap }
process-card-reached = dostignut
process-card-range = raspon { $range }
process-card-evidence-note = odgovora koji nešto tvrde
process-nothing-applies = Ništa iz ovog procesa nije primenljivo.
process-none-rated = Nijedan kriterijum ovog procesa nije ocenjen.
process-all-equal = Svi su na nivou { $level }.
process-extremes = Najviši nivo ({ $best }): { $strong }. Najniži nivo ({ $worst }): { $weak }.
process-not-assessed = { $count ->
    [one] { $count } kriterijum nije ocenjen.
    [few] { $count } kriterijuma nisu ocenjena.
   *[other] { $count } kriterijuma nije ocenjeno.
}
process-not-applicable = { $count ->
    [one] { $count } kriterijum nije primenljiv.
    [few] { $count } kriterijuma nisu primenljiva.
   *[other] { $count } kriterijuma nije primenljivo.
}
process-incomplete = Ocenjeno je manje od { $share } primenljivih kriterijuma: ocenu treba čitati kao nepotpunu.
process-all-below = { $count ->
    [1] Jedini ocenjeni kriterijum je ispod cilja.
   *[other] Svi ocenjeni kriterijumi su ispod cilja.
}
process-some-below = { $count ->
    [one] { $count } od { $total } ocenjenih kriterijuma je ispod cilja.
    [few] { $count } od { $total } ocenjenih kriterijuma su ispod cilja.
   *[other] { $count } od { $total } ocenjenih kriterijuma je ispod cilja.
}
process-none-below = { $total ->
    [1] Jedini ocenjeni kriterijum nije ispod cilja.
   *[other] Nijedan od { $total } ocenjenih kriterijuma nije ispod cilja.
}
process-no-gap = { $process }: nijedan ocenjeni kriterijum nije ispod svog cilja.
criteria-caption = { $process }: nivoi kriterijuma
criteria-held-down = Zadržava ga
criteria-difference-note = Istaknuta je razlika od { $limit } ili više.
criteria-held-down-note = Zadržava ga: pragovi na nivou kriterijuma, kada je on ispod cilja.
findings-caption = { $process }: nalazi po rangu u pregledu i mere
findings-rank = Rang
findings-finding = Nalaz
findings-closed-by = Mere koje ga otklanjaju
findings-not-scheduled = nije planirano
findings-no-remedy = za ovaj korak nije predviđena mera
band-high = visok
band-medium = srednji
band-low = nizak

voices-survey-not-available = Anketa zaposlenih: nije dostupno, nema podataka ankete.
voices-survey-not-asked = Anketa zaposlenih ne sadrži pitanja o ovom procesu.
voices-survey-not-shown = Anketa zaposlenih: ne prikazuje se, jer je na nju ili na jednu od njenih tvrdnji odgovorilo manje ljudi od praga ({ $least }).
voices-survey = { $items ->
    [1] Anketa zaposlenih: na jedinu tvrdnju povoljno je odgovorilo { $share } (broj ljudi koji su odgovorili: { $people }).
   *[other] Anketa zaposlenih: u proseku na { $items } { $items ->
        [few] tvrdnje
       *[other] tvrdnji
    } povoljno je { $share } odgovora (broj ljudi koji su odgovorili: { $people }).
}
voices-interviews-not-available = Razgovori: nije dostupno, nema podataka iz razgovora.
voices-interviews-none = Nijedan razgovor se nije dotakao ovog procesa.
voices-interviews-not-shown = Razgovori: ne prikazuje se, jer je o ovom procesu vođeno manje razgovora od praga ({ $least }).
voices-interviews = Primedbe o procesu u razgovorima ({ $count }): { $balance ->
    [favourable] povoljnih je više nego kritičkih
    [critical] kritičkih je više nego povoljnih
   *[equal] povoljnih je koliko i kritičkih
}.
voices-documents-not-available = Referentni dokumenti: nije dostupno, nema podataka o referentnim dokumentima.
voices-basics-missing = { $count ->
    [one] Nedostaje osnovni dokument
   *[other] Nedostaju osnovni dokumenti
}: { $titles }.
voices-documents-missing = Dokumenti koji nedostaju: { $titles }.
