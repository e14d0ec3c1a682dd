# Mots communs à toutes les parties du rapport. Espace fine insécable avant ; : ! ? % et dans les guillemets.
# Personne dont c’est la langue maternelle ne les a encore relus.
not-assessed = non évalué
not-applicable = sans objet
no-data = pas de données
not-shown = non publié
series-separator = { " ; " }
date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
# Un trimestre : T1 2027.
quarter = T{ $number }{ "\u00A0" }{ $year }
quarter-short = T{ $number }
quarters-from-to = { $start } à { $finish }
dates-from-to = du { $start } au { $finish }
month = { $month } { $year }
money = { $amount }{ "\u00A0" }{ $currency }
figure-number = Figure { $number }
table-number = Tableau { $number }
contents = Sommaire
skip-to-report = Aller au rapport
assessment-expert = évaluation de l’expert
assessment-self = auto-évaluation
marked-note = * Le niveau a été déclaré sans pièce justificative et compte pour 1.
people-fewer = moins de { $least }
of-number = sur { $number }

# Titres de colonnes
column-action = Action
column-answers = Réponses
column-criterion = Critère
column-difference = Différence
column-level = Niveau
column-lowest-criterion = Critère le plus bas
column-owner = Responsable
column-person-days = Jours-personnes
column-priority = Priorité
column-process = Processus
column-score = Note
column-target = Cible
column-value = Valeur
column-weight = Poids
column-with-evidence = Justifié
