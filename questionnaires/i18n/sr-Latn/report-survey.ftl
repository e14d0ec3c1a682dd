# Izveštaj o standardu ankete među zaposlenima.
surveyed-cover-title = Anketa među zaposlenima
surveyed-cover-subtitle = Indeks, podindeksi i tvrdnje, krug po krug
surveyed-cover-scope = { $items } { $items ->
    [one] tvrdnja
    [few] tvrdnje
   *[other] tvrdnji
} u { $groups } { $groups ->
    [one] podindeksu
    [few] podindeksa
   *[other] podindeksa
}
surveyed-lead = { $index }: { $value } od 100 ({ $wave }).
surveyed-lead-withheld = { $index }: nije prikazano ({ $wave }).
surveyed-of-hundred = od 100
surveyed-caveat-share = Broj uz tvrdnju je udeo povoljnih odgovora među važećim; „ne znam“ i prazni odgovori ne ulaze ni u jedno.
surveyed-caveat-mean = Indeks je prosek svojih delova, uzet pre svakog zaokruživanja; brojevi su ispisani s jednom decimalom.
surveyed-caveat-least = Ne prikazuje se ništa na šta je odgovorilo manje od { $least } ljudi, ni indeks čiji je to deo: podatak bi se mogao izračunati iz ostalih.
surveyed-profile-heading = Anketa među zaposlenima
surveyed-profile-intro = Indeks i njegovi delovi u svakom krugu, od 0 (niko ne odgovara povoljno) do 100 (svi odgovaraju povoljno).
surveyed-index = Indeks
surveyed-table-caption = Indeks i podindeksi po krugovima, % povoljnih odgovora
surveyed-table-note = Proseci nezaokruženih brojeva, ispisani s jednom decimalom.
surveyed-title-one = { $index }: { $value } ({ $wave })
surveyed-title-change = { $index }: od { $from } ({ $first }) do { $to } ({ $last })
surveyed-alt = Indeks i podindeksi po krugovima. { $lines }.
surveyed-alt-line = { $index }: { $values }
surveyed-chart-note = Jedna tačka za svaki krug; poslednji krug je taman i nosi svoj broj.
surveyed-items-heading = Tvrdnja po tvrdnja
surveyed-items-caption = { $index }: povoljni odgovori po tvrdnjama, %
surveyed-statement = Tvrdnja
surveyed-interval = Interval od 95 %
surveyed-answers = Odgovori
surveyed-items-note = Interval (Vilson) i broj važećih odgovora odnose se na { $wave }.
surveyed-method-share = Povoljni odgovori su oni koje standard navodi kao pozitivne; udeo se računa među važećim odgovorima.
surveyed-method-interval = Interval udela je Vilsonov, na nivou od 95 %. On govori samo o slučaju, a ne o onima koji nisu odgovorili.
