# Šta su provere plana rada našle: rečenica za svaku proveru i šta preduzeti (…-do).
realism-all-roles = Sve uloge zajedno
realism-role-in-unit = { $role } ({ $unit })
realism-severity-breach = Za ispravku
realism-severity-warning = Za praćenje
realism-severity-note = Vredi znati
realism-more = i još { $count }

# Da li je plan realan?
realism-no-start = { $action } nema početak.
realism-no-start-do = Za svaku aktivnost navesti prvi dan ili prvi kvartal.
realism-no-finish = { $action } nema kraj.
realism-no-finish-do = Za svaku aktivnost navesti poslednji dan ili poslednji kvartal.
realism-finish-before-start = { $action }: kraj ({ $finish }) je pre početka ({ $start }).
realism-finish-before-start-do = Ispraviti jedan od dva datuma.
realism-before-plan = { $action }: početak ({ $start }) je pre početka plana ({ $first }).
realism-before-plan-do = Pomeriti aktivnost ili ranije započeti plan.
realism-after-plan = { $action }: kraj ({ $finish }) je posle kraja plana ({ $last }).
realism-after-plan-do = Ranije započeti aktivnost, skratiti je ili produžiti plan.
realism-longer-than-plan = Trajanje aktivnosti { $action } u radnim danima: { $days }; ceo plan ima { $horizon }.
realism-longer-than-plan-do = Podeliti aktivnost na delove sa sopstvenim rezultatima ili produžiti plan.
realism-before-approval = { $action }: početak ({ $start }) je pre odobrenja plana ({ $approved }).
realism-before-approval-do = Započeti je posle odobrenja ili pribaviti posebno odobrenje.
realism-in-the-past = { $action }: početak ({ $start }) je pre dana plana ({ $day }).
realism-in-the-past-do = Odrediti početak koji se još može održati; ako je u toku, navesti to u statusu.
realism-no-working-day = { $action }: od početka ({ $start }) do kraja ({ $finish }) nema nijednog radnog dana.
realism-no-working-day-do = Izabrati dane koji nisu ni vikend, ni praznik, ni dani kada se ne radi.
realism-blackout = { $action }: { $edge ->
    [start] početak
   *[finish] kraj
} ({ $day }) pada u vreme kada niko ne radi na planu ({ $reason }).
realism-blackout-do = Izabrati dan pre ili posle perioda u kome se ne radi.
realism-too-early = { $action }: početak ({ $start }) je pre dana koji je određen odlukom ({ $day }).
realism-too-early-do = Pomeriti je ili promeniti odluku.
realism-too-late = { $action }: kraj ({ $finish }) je posle roka ({ $day }).
realism-too-late-do = Ranije je započeti, skratiti je ili promeniti rok.
realism-not-as-fixed = { $action }: početak ({ $start }) nije onaj koji je utvrđen odlukom ({ $day }).
realism-not-as-fixed-do = Pomeriti je ili promeniti odluku.
realism-shorter-than-estimate = Radnih dana za aktivnost { $action }: { $days }; i kada sve ide dobro potrebno je { $least }.
realism-shorter-than-estimate-do = Dati joj procenjeno vreme ili navesti u čemu je smanjena.
realism-too-short = Za aktivnost { $action } potrebno je čovek-dana: { $days } ({ $resource }); u njenom trajanju ih ima { $available }.
realism-too-short-do = Dati joj više vremena ili više ljudi.
realism-no-effort = Za aktivnost { $action } nije navedeno koliko čovek-dana traži.
realism-no-effort-do = Proceniti čovek-dane po ulogama.
realism-no-effort-by-role = { $count ->
    [one] { $count } aktivnost ima čovek-dane bez podele po ulogama.
    [few] { $count } aktivnosti imaju čovek-dane bez podele po ulogama.
   *[other] { $count } aktivnosti ima čovek-dane bez podele po ulogama.
}
realism-no-effort-by-role-do = Podeliti ih po ulogama; do tada opterećenje pojedinih uloga nije potpuno.
realism-unknown-role = { $action } traži čovek-dane uloge „{ $role }“, koja nije poznata.
realism-unknown-role-do = Ispraviti naziv ili dodati ulogu.
realism-unknown-owner = Za aktivnost { $action } odgovara „{ $role }“, što nije nijedna od poznatih uloga.
realism-unknown-owner-do = Proveriti da li ta služba postoji i da li je prihvatila aktivnost.
realism-no-capacity = { $resource }: { $count ->
    [one] { $count } aktivnost traži
    [few] { $count } aktivnosti traže
   *[other] { $count } aktivnosti traži
} { $days } čovek-dana; nije navedeno koliko ljudi ima.
realism-no-capacity-do = Navesti koliko ljudi ima; ovo opterećenje nije moglo da se oceni.
realism-overload = { $resource }, { $month }: potrebno čovek-dana { $days }, raspoloživo { $capacity }. Najviše traže: { $actions }.
realism-overload-do = Pomeriti ili skratiti neku od ovih aktivnosti ili dodati ljude u tom mesecu.
realism-nearly-full = { $resource }, { $month }: zauzeto { $days } od { $capacity } čovek-dana ({ $share }).
realism-nearly-full-do = Ostaviti prostora za bolovanja i hitne poslove.
realism-no-owner = { $action } nema nosioca.
realism-no-owner-do = Navesti službu koja odgovara za rezultat.
realism-busy-owner = { $owner }: broj istovremenih aktivnosti ({ $day }) je { $count }; više od { $most } je previše. Među njima: { $actions }.
realism-busy-owner-do = Poveriti neke drugima ili ih vremenski razdvojiti.
realism-unknown-predecessor = { $action } čeka na { $other }, a te aktivnosti nema u planu.
realism-unknown-predecessor-do = Ispraviti oznaku ili dodati aktivnost.
realism-unplanned-predecessor = { $action } čeka na { $other }, a ta aktivnost nema mesta u planu.
realism-unplanned-predecessor-do = Planirati i raniju aktivnost ili odustati od one koja je čeka.
realism-circle = Ove aktivnosti čekaju jedna na drugu: { $chain }.
realism-circle-do = Ukloniti jednu od veza.
realism-before-predecessor = { $action }: početak ({ $start }) je pre kraja aktivnosti { $other }, koja joj prethodi ({ $finish }).
realism-before-predecessor-do = Pomeriti jednu od dve ili ukloniti vezu ako ne postoji.
realism-duplicate-id = Oznaka { $action } stoji { $count } puta.
realism-duplicate-id-do = Svakoj aktivnosti dati sopstvenu oznaku.
realism-duplicate-title = { $action } ima isti naziv kao { $other }.
realism-duplicate-title-do = Zadržati jednu od dve ili u nazivu reći po čemu se razlikuju.
realism-unfunded = { $action } košta { $amount }, a izvor novca nije naveden.
realism-unfunded-do = Navesti budžetsku liniju ili donatora ili za tu godinu odrediti budžet.
realism-no-amount = { $action } ima trošak ({ $cost ->
    [low] nizak
    [medium] srednji
   *[high] visok
}), ali nema iznos.
realism-no-amount-do = Navesti iznos.
realism-over-budget = { $year }: aktivnosti koje počinju koštaju { $amount }, a budžet je { $budget }. Najskuplje: { $actions }.
realism-over-budget-do = Pomeriti aktivnosti u drugu godinu, pojeftiniti ih ili povećati budžet.
realism-back-loaded = U poslednjem kvartalu ({ $quarter }) završava se { $count } od { $total } aktivnosti ({ $share }).
realism-back-loaded-do = Ostvariti deo rezultata ranije, da se na vreme vide i isprave.
realism-no-slack = Nijedna od planiranih aktivnosti ({ $count }) ne može da kasni a da se ne pomeri kraj plana ({ $finish }).
realism-no-slack-do = Ostaviti malo vremena između aktivnosti ili pred kraj.

# Da li je plan merljiv?
measure-no-indicator = { $action } nema pokazatelj.
measure-no-indicator-do = Navesti šta će se brojati kada aktivnost uspe.
measure-no-formula = { $action }: pokazatelj nema formulu.
measure-no-formula-do = Zapisati šta se čime deli i za koji period.
measure-no-unit = { $action }: pokazatelj nema jedinicu.
measure-no-unit-do = Navesti jedinicu: procenat, dani, slučajevi...
measure-no-source = { $action }: nije navedeno odakle podatak potiče.
measure-no-source-do = Navesti skup podataka ili dokument koji ga pokazuje.
measure-unknown-source = { $action }: „{ $data }“ nije skup podataka ovog alata.
measure-unknown-source-do = Navesti neki od skupova podataka alata ili „document“.
measure-no-direction = { $action }: nije navedeno da li je bolje više ili manje.
measure-no-direction-do = Navesti smer, rast ili pad.
measure-no-baseline = { $action }: polazna vrednost nije izmerena.
measure-no-baseline-do = Izmeriti je pre početka aktivnosti.
measure-baseline-not-a-number = { $action }: polazna vrednost nije broj („{ $baseline }“).
measure-baseline-not-a-number-do = Navesti je kao broj.
measure-baseline-undated = { $action }: polazna vrednost nema datum.
measure-baseline-undated-do = Navesti na koji dan ili godinu se odnosi.
measure-baseline-old = { $action }: starost polazne vrednosti ({ $day }) u mesecima je { $months }; više od { $most } je previše.
measure-baseline-old-do = Ponovo je izmeriti.
measure-baseline-later = { $action }: datum polazne vrednosti ({ $day }) je posle dana plana ({ $as_of }).
measure-baseline-later-do = Ispraviti datum.
measure-no-target = { $action } nema cilj.
measure-no-target-do = Navesti koju vrednost treba dostići.
measure-target-not-a-number = { $action }: cilj nije broj („{ $target }“).
measure-target-not-a-number-do = Navesti ga kao broj.
measure-target-undated = { $action }: cilj nema rok.
measure-target-undated-do = Navesti do kada ga treba dostići.
measure-target-equals-baseline = { $action }: cilj i polazna vrednost su jednaki ({ $value }).
measure-target-equals-baseline-do = Postaviti cilj bolji od sadašnjeg stanja ili odustati od aktivnosti.
measure-target-against-direction = { $action }: { $direction ->
    [up] bolje je više, a cilj ({ $target }) je ispod polazne vrednosti ({ $baseline }).
   *[down] bolje je manje, a cilj ({ $target }) je iznad polazne vrednosti ({ $baseline }).
}
measure-target-against-direction-do = Proveriti da li je već dostignut; inače ispraviti cilj, smer ili polaznu vrednost.
measure-target-impossible = { $action }: cilj { $target } je izvan mogućeg, { $highest ->
    [none] { $lowest } i više
   *[share] od { $lowest } do 100
}.
measure-target-impossible-do = Ispraviti cilj ili njegovu jedinicu.
measure-target-beyond-seen = { $action }: cilj je { $target }; najbolja jedinica dostiže { $seen }.
measure-target-beyond-seen-do = Pitati šta ta jedinica radi i da li je vreme dovoljno.
measure-no-measure-owner = { $action }: nije navedeno ko odgovara za podatak.
measure-no-measure-owner-do = Navesti službu.
