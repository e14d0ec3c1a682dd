# Prilozi: kvalitet podataka, odgovori, aktivnosti u pojedinostima, dodatni podaci, poreklo
quality-heading = Kvalitet podataka
quality-intro = { $count ->
    [0] Provera ulaznih podataka nije ostavila nijednu napomenu.
    [one] Provera ulaznih podataka ostavila je { $count } napomenu.
    [few] Provera ulaznih podataka ostavila je { $count } napomene.
   *[other] Provera ulaznih podataka ostavila je { $count } napomena.
} Za skup podataka koji misija nije donela stoji da nije dostupan; umesto njega se ništa ne pretpostavlja.
quality-caption = Skupovi podataka
quality-data-set = Skup podataka
quality-status = Stanje
quality-rows = Redovi
quality-empty = Prazne ćelije
quality-errors = Greške
quality-warnings = Upozorenja
quality-read = pročitano
quality-not-available = nije dostupno
quality-not-readable = nije čitljivo
problems-caption = Napomene provere
problems-where = Gde
problems-found = Šta je nađeno
problems-advice = Šta treba uraditi
problems-sheet = list { $sheet }
problems-row = red { $row }
problems-found-nothing = ništa nije nađeno
problems-allowed = dozvoljeno: { $allowed }
problems-more = { $count ->
    [one] Još { $count } napomena stoji u datoteci results/problems.json.
    [few] Još { $count } napomene stoje u datoteci results/problems.json.
   *[other] Još { $count } napomena stoji u datoteci results/problems.json.
}

answers-heading = Odgovori za svaki kriterijum
answers-intro = Poreklo odgovora: { $focus }. Najniži prag određuje nivo; poslednja kolona sadrži reči standarda za taj nivo. Prazna je kada tvrdnja bez dokaza snižava nivo.
answers-wording = Opis tog nivoa u standardu
answers-marked = * Tvrdnja nema dokaza i računa se kao nivo 1.
answers-not-here = ovde se ne primenjuje
answers-no-evidence = { $claim }, bez dokaza: računa se kao { $value } *
answers-between = između dve mogućnosti
answers-several = različiti odgovori
answers-dont-know = ne znam
answers-not-asked = nije pitano
answers-blank = bez odgovora

details-heading = Aktivnosti u pojedinostima
details-intro = Ukupno čovek-dana za sve aktivnosti, uključujući one bez mesta u planu: { $days }.
details-caption = Koraci, rezultati, merenje i rizici svake aktivnosti
details-steps = Koraci
details-result = Rezultat i kako se meri
details-risk = Rizik i odgovor na njega
details-partners = Sa: { $roles }
details-when = { $start } – { $finish }
details-critical = Kritična: bez rezerve
details-slack = { $days ->
    [0] Bez rezerve
   *[other] Rezerva, radnih dana: { $days }
}
details-amount = { $amount }
details-funding = , { $funding }
details-deliverable = Rezultat: { $text }.
details-evidence = Dokaz: { $text }.
details-formula = Formula: { $text }.
details-baseline = Polazna vrednost { $baseline }, cilj { $target }.

beside-heading = Podaci pored ocenjivanja
beside-intro = Ovi podaci ne ulaze ni u jednu ocenu. Pomažu da se proceni da li je ocena uverljiva.
workforce-heading = Zaposleni u brojkama
workforce-not-available = Nije dostupno: nema podataka o zaposlenima.
workforce-caption = Zaposleni na dan podataka
workforce-figure = Podatak
workforce-unit = Jedinica
workforce-rests-on = Počiva na
workforce-note = Ne prikazuje se nijedan podatak koji počiva na manje ljudi od { $least }.
survey-heading = Anketa zaposlenih
survey-caption = Sve tvrdnje ankete zaposlenih
survey-statement = Tvrdnja
survey-favourable = Povoljno
survey-reversed = { $statement } (slaganje je loš znak)
survey-note = Odgovori: ljudi koji su dali odgovor; „ne znam“ i prazno se izostavljaju. Ne prikazuje se ništa za manje odgovora od { $least }, kao ni podatak procesa koji sadrži takvu tvrdnju.
documents-heading = Referentni dokumenti
documents-not-available = Nije dostupno: nema podataka o referentnim dokumentima.
documents-caption = Traženi referentni dokumenti
documents-document = Dokument
documents-type = Vrsta
documents-status = Stanje
documents-approved = Odobren
documents-reviewed = Preispitan
basics-heading = Osnovni dokumenti koji nedostaju
basics-caption = Osnovni dokumenti koji nedostaju i šta to znači
basics-on-list = Na spisku
basics-marked = označen da nedostaje
basics-unnamed = nije naveden
basics-absence = Šta znači kad ga nema
basics-note = Osnovni su oni dokumenti koje spisak referentnih dokumenata tako naziva. Nacrt, ili tekst koji više nije na snazi, smatra se postojećim.
basics-none = Navedeni su svi osnovni dokumenti u obuhvatu.
basics-untold = Ne može se reći koji osnovni dokumenti nedostaju: nijedan dokument ne kaže na koji red spiska odgovara (kolona listed_as).

provenance-heading = Poreklo
provenance-intro = Standard „{ $standard }“, verzija { $version }; misija „{ $mission }“, ciklus { $wave }. Jednaki ulazni podaci, parametri i verzije daju jednak izveštaj.
provenance-caption = Otisci ulaznih podataka
provenance-input = Datoteka
provenance-no-inputs = Obrada nije zabeležila ulazne podatke.
provenance-parameters = Parametri
provenance-settings = Podešavanja
provenance-standard = Standard
provenance-versions = Verzije
