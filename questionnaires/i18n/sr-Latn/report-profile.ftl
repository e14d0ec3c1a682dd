# Profil zrelosti
profile-heading = Profil zrelosti
profile-basis = Osnov prikazanih podataka: { $focus }. Nivo kriterijuma je nivo njegovog najnižeg praga; ocena procesa je ponderisani prosek njegovih kriterijuma i uvek se prikazuje zajedno sa najnižim kriterijumom.
profile-targets-heading = Nivoi, ocene i ciljevi
levels-caption = Nivo, ocena i cilj po procesima
levels-gap = Zaostatak
levels-range = Raspon
levels-note = Zaostatak: cilj minus ocena, iz nezaokruženih vrednosti; 0,00 gde je cilj dostignut. Raspon: najniža i najviša ocena koju dopuštaju pitanja bez odgovora i tvrdnje bez dokaza. Sa dokazom: od odgovora iznad najniže mogućnosti, udeo onih za koje je naveden dokaz.
overall-caption = Kako nastaje ukupna ocena
overall-part = Deo
overall-made-of = Sastav
overall-total = ponderisani prosek gornjih ocena
overall-its-criteria = njegovi kriterijumi
overall-see-annex = videti prilog
overall-child = { $node } { $score } (ponder { $weight })
overall-note = Deo bez ocene izostavlja se zajedno sa svojim ponderom. Prikazane su tri decimale kako bi se zbir mogao proveriti.
states-caption = Šta stoji iza ocena: odgovori po stanju
states-answered = Odgovoreno
states-dont-know = Ne znam
states-not-applicable = Nije primenljivo
states-blank = Bez odgovora
states-no-evidence = Bez dokaza
states-all = Svi procesi
states-note = Broje se pitanja svakog procesa, po jedno za svaki prag. „Bez dokaza“: dat je odgovor iznad najniže mogućnosti, a nijedan dokument nije naveden.
climate-heading = Šta kaže anketa zaposlenih
climate-not-available = Nije dostupno: nema podataka ankete zaposlenih.
climate-intro = Anketa stoji pored ocenjivanja i ne ulazi u njega. Pokazuje kako proces vide oni na koje se odnosi.

raters-heading = Gde se ocenjivači ne slažu
raters-none = Među kriterijumima sa dovoljno ocenjivača da bi se prikazali nema onih na kojima se ocenjivači razlikuju za { $limit } ili više nivoa.
raters-intro = { $count ->
    [one] Na { $count } kriterijumu ocenjivači se razlikuju za { $limit } ili više nivoa.
   *[other] Na { $count } kriterijuma ocenjivači se razlikuju za { $limit } ili više nivoa.
} U profilu stoji njihova medijana; o razlici treba razgovarati pre nego što se na nju osloni.
raters-caption = Kriterijumi oko kojih se ocenjivači ne slažu
raters-raters = Ocenjivači
raters-from = Odgovori od
raters-to = do
raters-on = Pragovi
