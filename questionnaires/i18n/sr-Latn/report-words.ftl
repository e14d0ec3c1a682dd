# Reči zajedničke za sve delove izveštaja. Piše se latinicom; ćirilica nastaje preslovljavanjem.
# Izvorni govornik ih još nije pregledao.
not-assessed = nije ocenjeno
not-applicable = nije primenljivo
no-data = nema podataka
not-shown = ne prikazuje se
series-separator = { "; " }
date = { $day }. { $month } { $year }.
# Kvartal: K1 2027.
quarter = K{ $number }{ "\u00A0" }{ $year }
quarter-short = K{ $number }
quarters-from-to = { $start } – { $finish }
dates-from-to = od { $start } do { $finish }
month = { $month } { $year }.
money = { $amount }{ "\u00A0" }{ $currency }
figure-number = Slika { $number }
table-number = Tabela { $number }
contents = Sadržaj
skip-to-report = Pređi na izveštaj
assessment-expert = procena stručnjaka
assessment-self = samoprocena
marked-note = * Za navedeni nivo nije priložen dokaz, pa se računa kao 1.
people-fewer = manje od { $least }
of-number = od { $number }

# Naslovi kolona
column-action = Aktivnost
column-answers = Odgovori
column-criterion = Kriterijum
column-difference = Razlika
column-level = Nivo
column-lowest-criterion = Najniži kriterijum
column-owner = Nosilac
column-person-days = Čovek-dani
column-priority = Prioritet
column-process = Proces
column-score = Ocena
column-target = Cilj
column-value = Vrednost
column-weight = Ponder
column-with-evidence = Sa dokazom
