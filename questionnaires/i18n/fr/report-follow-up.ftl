# Le rapport de suivi : quatre pages sur un plan adopté à la fin d’un trimestre
followup-title = Suivi du plan de travail
followup-subtitle = État du plan à la fin de { $quarter }
followup-fact-day = Déclaré jusqu’au
followup-fact-plan = Plan adopté
followup-fact-wave = Établi à la vague
followup-fact-plan-value = du { $start } au { $finish }, { $actions } actions

# Page 1
followup-stand-heading = Où en est-on
followup-lead = Au { $day }, { $done } du travail prévu était fait ; le plan en voulait { $planned }. { $forecast }
followup-lead-later = Sans nouvelle planification, il s’achève le { $day } au lieu du { $planned } : { $days } jours ouvrés plus tard.
followup-lead-earlier = Sans nouvelle planification, il s’achève le { $day } au lieu du { $planned } : { $days } jours ouvrés plus tôt.
followup-lead-in-time = À ce rythme, il s’achève comme prévu le { $day }.
followup-lead-no-date = Aucune fin ne peut être donnée : aucune action n’a de date.
followup-card-done-share = Travail fait
followup-card-done-share-note = prévu à ce jour : { $planned }
followup-card-done = Achevées
followup-card-in-progress = En cours, à temps
followup-card-late = En retard
followup-card-not-started = Pas encore à commencer
followup-card-stopped = Arrêtées
followup-card-not-reported = À commencer, non déclarées
followup-card-end = Fin estimée
followup-card-end-note = { $forecast } ; prévue : { $planned }
followup-card-days = Jours-personnes utilisés
followup-card-days-note = prévus pour ce qui est fait : { $earned }
followup-card-money = Dépenses, { $currency }
followup-card-money-note = prévues pour ce qui devait commencer : { $planned }
followup-plain-schedule-behind = Sur 100 jours-personnes qui devaient être faits à ce jour, { $share } l’ont été. Le plan est en retard.
followup-plain-schedule-ahead = Sur 100 jours-personnes qui devaient être faits à ce jour, { $share } l’ont été. Le plan est en avance.
followup-plain-schedule-level = Ce qui devait être fait à ce jour l’a été.
followup-plain-cost-more = Ce qui est fait a pris { $spent } jours-personnes, là où { $earned } étaient prévus.
followup-plain-cost-less = Ce qui est fait a pris { $spent } des { $earned } jours-personnes prévus à cet effet.
followup-plain-cost-unknown = Personne n’a déclaré combien de jours-personnes ont été utilisés.
followup-plain-late = { $count ->
    [0] Aucune action n’est en retard.
    [one] { $count } action est en retard, de { $days } jours ouvrés.
   *[other] { $count } actions sont en retard, jusqu’à { $days } jours ouvrés.
}
followup-plain-undated = { $count ->
    [one] { $count } action n’a plus de date : elle a été arrêtée, ou en attend une qui l’a été.
   *[other] { $count } actions n’ont plus de date : elles ont été arrêtées, ou en attendent une qui l’a été.
}
followup-plain-not-reported = { $count ->
    [one] { $count } action qui devait commencer n’a fait l’objet d’aucune déclaration ; elle compte comme non faite.
   *[other] { $count } actions qui devaient commencer n’ont fait l’objet d’aucune déclaration ; elles comptent comme non faites.
}
followup-plain-stale = { $count ->
    [one] Pour { $count } action en cours, la dernière déclaration est antérieure au trimestre.
   *[other] Pour { $count } actions en cours, les dernières déclarations sont antérieures au trimestre.
}
followup-plain-evidence = { $count ->
    [one] { $count } action est déclarée achevée sans document qui le montre.
   *[other] { $count } actions sont déclarées achevées sans document qui le montre.
}
followup-processes-caption = Dernière action de chaque processus : prévue et estimée
followup-processes-note = Estimation : ce qui est en cours continue avec les mêmes personnes ; le reste suit dans l’ordre prévu. Un moins signifie plus tôt.
followup-column-actions = Actions
followup-column-done = Achevées
followup-column-planned = Fin prévue
followup-column-forecast = Fin estimée
followup-column-later = Jours ouvrés de plus
followup-no-date = sans date

# Page 2
followup-actual-heading = Prévu et réalisé
followup-bars-title = { $count ->
    [0] Aucune des { $all } actions actuelles n’est en retard
    [one] { $count } des { $all } actions actuelles est en retard
   *[other] { $count } des { $all } actions actuelles sont en retard
}{ $later ->
    [0] { "" }
    [one] , { $later } autre le sera
   *[other] , { $later } autres le seront
}
followup-bars-caption = Barre du haut : prévu. Barre du bas : réalisé, ou estimé, l’avancement en foncé. La ligne est la fin du trimestre. { $left ->
    [0] Toutes sont montrées.
    [one] { $left } autre n’est pas montrée.
   *[other] { $left } autres ne sont pas montrées.
}
followup-bars-alt-row = { $action } : prévue du { $start } au { $finish }, { $outcome }
followup-bars-alt = Barres dans le temps. { $rows }.
followup-outcome-done = achevée le { $day }
followup-outcome-forecast = estimée au { $day }
followup-outcome-none = sans date
followup-key-planned = prévu
followup-key-done = fait
followup-key-rest = en cours ou à venir
followup-key-late = en retard
followup-key-stopped = arrêtée
followup-late-caption = Ce qui est ou sera en retard, et pourquoi
followup-late-none = Aucune action n’est en retard, arrêtée ou non déclarée.
followup-late-note = Jours ouvrés de retard : de la fin prévue à la fin estimée. Les responsables sont des fonctions.{ $left ->
    [0] { "" }
    [one] { " " }{ $left } autre ligne n’est pas montrée.
   *[other] { " " }{ $left } autres lignes ne sont pas montrées.
}
followup-told-in = { $reason } (déclaré pour { $quarter })
followup-column-late = Jours de retard
followup-column-reason = Raison déclarée
followup-column-progress = Fait
followup-column-due = Fin prévue
followup-no-reason = aucune déclarée
followup-stopped = arrêtée
followup-not-reported = non déclarée

# Page 3
followup-indicators-heading = Indicateurs et raisons
followup-indicators-title = { $count ->
    [0] Aucun des { $all } indicateurs mesurés n’a atteint sa cible
    [one] { $count } des { $all } indicateurs mesurés a atteint sa cible
   *[other] { $count } des { $all } indicateurs mesurés ont atteint leur cible
}
followup-indicators-caption = Le chemin de chaque indicateur, de sa valeur initiale à gauche à sa cible à droite ; le point est la dernière valeur déclarée. { $left ->
    [0] Tous les indicateurs mesurés sont montrés.
    [one] { $left } autre n’est pas montré.
   *[other] { $left } autres ne sont pas montrés.
}
followup-indicators-alt = Le chemin de chaque indicateur, de la valeur initiale à la cible. { $rows }.
followup-indicators-alt-row = { $name } : valeur initiale { $baseline }, à présent { $value }, cible { $target }
followup-indicators-none = Aucune valeur d’un indicateur avec valeur initiale et cible en chiffres n’a été déclarée.
followup-indicators-table-caption = Mesurés sans valeur initiale en chiffres
followup-indicators-unmeasured = { $count ->
    [one] Pour { $count } action achevée, aucune valeur n’a été déclarée.
   *[other] Pour { $count } actions achevées, aucune valeur n’a été déclarée.
}
followup-column-indicator = Indicateur
followup-column-baseline = Valeur initiale
followup-column-value-now = À présent
followup-reasons-caption = Pourquoi des actions s’écartent du plan
followup-reasons-none = Aucune raison d’écart n’a été déclarée.
followup-reasons-note = Selon les déclarations trimestrielles, d’après une liste. Sans les actions achevées à temps.
followup-column-reason-days = Jours ouvrés de retard

# Page 4 avec un second diagnostic
followup-maturity-heading = Maturité avant et après
followup-maturity-title = { $up ->
    [0] Aucun processus n’a progressé
    [one] { $up } processus sur { $all } a progressé
   *[other] { $up } processus sur { $all } ont progressé
}{ $down ->
    [0] { "" }
    [one] , { $down } a reculé
   *[other] , { $down } ont reculé
}
followup-maturity-caption = Cercle vide : le diagnostic précédent. Cercle plein : celui-ci. Le trait est la cible. La comparaison porte sur { $comparability } des éléments de l’un ou de l’autre.
followup-maturity-alt = Scores des processus avant et après. { $rows }.
followup-maturity-alt-row = { $name } : { $before } avant, { $after } à présent
followup-maturity-before = avant
followup-maturity-after = à présent
followup-maturity-target = cible
followup-change-caption = D’où viennent les changements
followup-change-note = Les différences sont prises sur des scores non arrondis ; ce qu’apportent les critères donne en somme le changement du processus. Un changement ne prouve pas que le plan l’a produit.
followup-column-before = Avant
followup-column-after = À présent
followup-column-change = Écart
followup-column-from = Apporté par
followup-part = { $amount } { $name } ({ $before } → { $after })
followup-part-other = { $amount } { $name }
followup-part-rest = { $amount } autres
followup-part-none = pas de changement
followup-unconfirmed = { $count ->
    [one] { $count } action est déclarée achevée, et son critère n’a pas atteint le niveau auquel elle mène. Le prochain plan la reprend en entier :
   *[other] { $count } actions sont déclarées achevées, et leurs critères n’ont pas atteint le niveau auquel elles mènent. Le prochain plan les reprend en entier :
}
followup-unconfirmed-title = Déclarée achevée, niveau non confirmé

# Page 4 sans second diagnostic
followup-next-heading = Ce qui vient ensuite
followup-next-lead = { $count ->
    [0] Aucune action n’arrive à terme en { $quarter }.
    [one] { $count } action arrive à terme en { $quarter }.
   *[other] { $count } actions arrivent à terme en { $quarter }.
}
followup-next-caption = Étapes des deux prochains trimestres, selon l’estimation
followup-next-none = Aucune action ne s’achève dans les deux prochains trimestres.
followup-column-result = Résultat
followup-decisions-heading = Décisions demandées
followup-decide-stopped = { $action } a été arrêtée : la reprendre, la modifier ou l’abandonner.
followup-decide-waiting = { $action } ne peut pas commencer : elle attend { $other }, qui n’a pas de date.
followup-decide-report = { $action } devait commencer, et rien n’a été déclaré : désigner qui déclare.
followup-decide-late = { $action } a { $days } jours ouvrés de retard : lui donner des personnes, ou reporter sa fin au { $forecast }.
followup-decide-more = { $count ->
    [one] { $count } autre du même genre figure dans les tableaux.
   *[other] { $count } autres du même genre figurent dans les tableaux.
}
followup-decide-none = Aucune décision n’est nécessaire : rien n’est en retard, arrêté ou non déclaré.
