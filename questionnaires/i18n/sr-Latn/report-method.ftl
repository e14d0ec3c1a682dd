# Prilozi: metod i računanje
method-heading = Metod
method-intro = Pravilo označeno kao „sopstveno pravilo“ pripada ovom alatu; ne potiče ni iz jednog objavljenog standarda.
method-gates = Sopstveno pravilo: svaki kriterijum prolazi { $count } { $count ->
    [one] prag
    [few] praga
   *[other] pragova
}: { $gates }. Njegov nivo je nivo najnižeg praga.
method-evidence = Sopstveno pravilo: tvrdnja iznad najniže mogućnosti za koju nije naveden dokument računa se kao nivo 1 i nosi oznaku *.
method-not-applicable = Pitanje koje nije primenljivo izostavlja se. Odgovori „ne znam“ i pitanja bez odgovora broje se i nikada se ne uzimaju kao nula.
method-weights = Ocena procesa je prosek njegovih kriterijuma prema njihovim ponderima; ukupna ocena je prosek delova prema njihovim ponderima.
method-reached = Sopstveno pravilo: ocena je na najvišem nivou čiji broj dostiže; 2,99 je nivo 2.
method-range = Raspon ocene ide od vrednosti koju bi imala kada bi na svako otvoreno pitanje bio dat najlošiji odgovor do vrednosti sa najboljim odgovorom.
method-focus = Osnov nivoa i nalaza: { $focus }. Ostale procene stoje pored nje i ne ulaze u prosek.
method-divergence = Gde se ocenjivači ili procene razlikuju za { $limit } ili više nivoa, razlika je istaknuta.
method-target = Cilj je nivo { $level }.
method-target-and-apart = Cilj je nivo { $level }; posebno određeno: { $own }.
method-targets-one-by-one = Ciljevi su određeni pojedinačno.
method-targets-apart = Ciljevi su određeni pojedinačno; posebno određeno: { $own }.
method-priority = Sopstveno pravilo: prioritet nalaza je zaostatak pomnožen ponderom kriterijuma i brojem kriterijuma koji od njega zavise uvećanim za jedan. Počev od vrha, nalazi koji čine prvih { $high } ukupnog prioriteta imaju visok prioritet, oni do { $medium } srednji, a ostali nizak.
method-plan = Sopstveno pravilo: plan rada uzima najviše { $days } čovek-dana po kvartalu; aktivnost počinje kada su završene one na koje čeka. Obim i trajanje mera procenjeni su u okviru ovog alata.
method-disclosure = Ne prikazuje se nijedan podatak ankete ili razgovora koji počiva na manjem broju ljudi ili odgovora od { $least }.
method-rounding = Razlike se računaju iz nezaokruženih vrednosti. Zaokruživanje, na polovini naviše po apsolutnoj vrednosti, poslednji je korak.
method-published = Vrednosti su prikazane onako kako su objavljene; nijedna nije zaokružena, preračunata ni dopunjena.
method-average = Prosek je običan prosek za: { $members }. Uprava bez vrednosti ne ulazi u taj prosek.
method-indicator = Sopstveno pravilo: ocena pokazatelja je običan prosek njegovih potpokazatelja.
method-difference = Razlika je vrednost posmatrane uprave umanjena za prosek, iz nezaokruženih vrednosti.
method-two-decimals = Proseci i razlike zaokružuju se na dve decimale u poslednjem koraku, na polovini naviše po apsolutnoj vrednosti.
method-missing = Vrednost koja nedostaje prikazuje se kao „nema podataka“ i nikada se ne uzima kao nula.
method-gates-caption = Pragovi: šta svaki nivo zahteva
method-gates-note = Sopstveno pravilo ovog alata, po ugledu na javne modele zrelosti. Odlučuje najniži prag.
method-levels-heading = Nivoi
method-sources-heading = Izvori
method-weights-heading = Ponderi
method-weights-caption = Ponder svakog kriterijuma u njegovom procesu
method-weight-reason = Razlog

arithmetic-heading = Kako nastaje svaka ocena
arithmetic-intro = Svaka ocena iznad odgovora, sa pravilom i sastojcima pre zaokruživanja.
arithmetic-caption = Ocene i njihovi sastojci: { $focus }
arithmetic-score-of = Ocena za
arithmetic-how = Kako nastaje
arithmetic-none = Nijedan niži element se ne računa, pa nema ocene.
arithmetic-no-weight = Svi elementi koji se računaju imaju ponder 0, pa nema ocene.
arithmetic-mean = Prosek elemenata koji se računaju: ({ $terms }) ÷ { $total } = { $result }.
arithmetic-weighted-mean = Ponderisani prosek elemenata koji se računaju: ({ $terms }) ÷ { $total } = { $result }.
arithmetic-mean-long = Prosek elemenata koji se računaju (broj ocena: { $count }): zbir je { $sum }; { $sum } ÷ { $total } = { $result }.
arithmetic-weighted-mean-long = Ponderisani prosek elemenata koji se računaju: zbir proizvoda pondera i ocena je { $sum }, zbir pondera { $total }; { $sum } ÷ { $total } = { $result }.
arithmetic-sum = Zbir elemenata koji se računaju: { $terms } = { $result }.
arithmetic-lowest = Odlučuje najniži element koji se računa: { $names }, sa { $result }.
arithmetic-left-out = { $count ->
    [one] Ovde se ne računa: { $names }.
   *[other] Ovde se ne računaju: { $names }.
}
