# Titres, légendes et textes de remplacement des graphiques

# Note et cible
target-none = Aucun processus n’a pu être comparé à une cible
target-all-reached = { $count ->
    [1] Le processus a atteint sa cible
    [2] Les deux processus ont atteint leur cible
   *[other] Les { $count } processus ont tous atteint leur cible
}
target-all-below = { $count ->
    [1] Le processus n’atteint pas sa cible
    [2] Aucun des deux processus n’atteint sa cible
   *[other] Aucun des { $count } processus n’atteint sa cible
}
target-some-below = { $count ->
    [1] Un processus sur { $total } n’atteint pas sa cible
   *[other] { $count } processus sur { $total } n’atteignent pas leur cible
}
target-alt = Note et cible par processus. { $rows }.
target-alt-unrated = { $name } : { $why }
target-alt-row = { $name } : note { $score }{ $range ->
    [wide] , fourchette de { $lowest } à { $highest }
   *[point] { "" }
}{ $goal ->
    [given] , cible { $target }
   *[none] { "" }
}, critère le plus bas { $minimum }
target-caption = La bande va de la note la plus basse à la note la plus haute que laissent possibles les questions sans réponse et les déclarations sans pièce justificative. Là où il n’y a pas de bande, toutes les questions ont reçu une réponse.
target-label-score = Note
target-label-target = Cible
target-label-range = Fourchette possible de la note
target-label-lowest = Critère le plus bas
axis-level = niveau { $level }

# Niveaux de tous les critères
heat-none = Aucun processus n’a été évalué
heat-same = Même niveau : { $names }
heat-extremes = { $strong_count ->
    [one] Processus le plus avancé : { $strong }
   *[other] Processus les plus avancés : { $strong }
} ; { $weak_count ->
    [one] le moins avancé : { $weak }
   *[other] les moins avancés : { $weak }
}
heat-alt = Niveaux des critères par processus. { $rows }.
heat-alt-process = { $name }, { $rating } : { $criteria }
heat-alt-score = note { $score }
heat-alt-criterion = { $name } { $level }
heat-alt-criterion-marked = { $name } { $level } (sans pièce justificative)
heat-caption = Une case par critère ; le chiffre est son niveau, de 1 (absent ou ponctuel) à 5 (en amélioration continue). Plus la case est foncée, plus la pratique est mûre. Au-dessous de chaque processus figure sa note, moyenne pondérée de ses critères.
heat-not-applicable-note = s.o. : sans objet ici.
not-applicable-short = s.o.

# Deux évaluations d'un processus
divergence-one-only = { CAPITAL($process) } : une seule des deux évaluations est disponible
divergence-single = { $direction ->
    [higher] { CAPITAL($other) } plus élevée sur le seul critère commun (référence : { $own })
   *[lower] { CAPITAL($other) } plus basse sur le seul critère commun (référence : { $own })
}
divergence-agree = { $process } : { $other } et { $own } concordent sur tous les critères
divergence-higher = { CAPITAL($other) } plus élevée sur { $count } { $count ->
    [one] critère
   *[other] critères
} sur { $total } (référence : { $own })
divergence-lower = { CAPITAL($other) } plus basse sur { $count } { $count ->
    [one] critère
   *[other] critères
} sur { $total } (référence : { $own })
divergence-both = { CAPITAL($other) } plus élevée sur { $higher } { $higher ->
    [one] critère
   *[other] critères
} sur { $total }, plus basse sur { $lower } (référence : { $own })
divergence-alt = Niveaux du processus « { $process } » selon deux évaluations. { $rows }.
divergence-alt-row = { $name } : { $own } { $own_level }, { $other } { $other_level }

# Enquête auprès du personnel
climate-none = Trop peu de réponses pour montrer l’avis du personnel
climate-alike = Le personnel juge de la même façon : { $names }
climate-extremes = L’avis du personnel est le plus favorable sur « { $best } » et le moins favorable sur « { $worst } »
climate-alt = Part des réponses favorables à l’enquête auprès du personnel, avec intervalles à 95 %. { $rows }.
climate-alt-row = { $name } : { $share }
climate-alt-row-interval = { $name } : { $share } (de { $lower } à { $upper })
climate-too-few = non publié : trop peu de réponses
climate-caption = Réponses favorables en pourcentage : 4 et 5 sur 5, ou 1 et 2 lorsque l’accord est un mauvais signe. Le trait est l’intervalle à 95 %. Rien n’est publié lorsque moins de { $threshold } personnes ont répondu, ou ont répondu à l’une des affirmations.

# Le plan de travail
gantt-title = { $count ->
    [one] { $count } action, du { $first } au { $last }
   *[other] { $count } actions, du { $first } au { $last }
}
gantt-title-critical = { $critical } { $critical ->
    [one] action
   *[other] actions
} sur { $count } { $critical ->
    [one] décide
   *[other] décident
} de la fin du plan, le { $last }
gantt-title-first = { $title } (actions 1 à { $last })
gantt-title-part = Actions { $first } à { $last } sur { $total } : { $critical ->
    [0] aucune ne décide
    [one] { $critical } décide
   *[other] { $critical } décident
} de la fin du plan
gantt-alt = Calendrier du plan de travail. { $rows }.
gantt-alt-row = { $title } ({ $owner }) : { $when }
gantt-alt-critical = sur le chemin critique
gantt-alt-slack = peut glisser jusqu’au { $day }
gantt-alt-milestone = à son terme, { $process } atteint ses cibles
gantt-alt-progress = fait à { $share }
gantt-alt-not-before = pas avant le { $day }
gantt-alt-by = à terminer le { $day } au plus tard
gantt-months = { $months } mois
gantt-label-action = Action
gantt-label-critical = Critique : retarde la fin
gantt-label-slack = Marge
gantt-label-waits = En attend une autre
gantt-label-follows = Attend son personnel
gantt-label-milestone = Processus à ses cibles
gantt-label-quick-win = Effet rapide
gantt-label-progress = Part réalisée
gantt-label-carried = Reportée
gantt-label-starts = Début fixé
gantt-label-not-before = Pas avant
gantt-label-by = À terminer avant
gantt-caption = Actions dans l’ordre de leur début, en jours ouvrés. La marge est le temps dont une action, avec celles qui en dépendent, peut glisser sans que la fin du plan soit retardée.
load-none = Le plan ne demande aucun jour-personne
load-title = Trimestre le plus chargé : { $quarter }, avec { $taken } jours-personnes sur { $capacity }
load-title-free = Trimestre le plus chargé : { $quarter }, avec { $taken } jours-personnes
load-title-over = { $count ->
    [one] Un trimestre demande plus que le disponible : { $quarter }, { $taken } jours-personnes sur { $capacity }
   *[other] { $count } trimestres demandent plus que le disponible, surtout { $quarter } : { $taken } jours-personnes sur { $capacity }
}
load-alt = Jours-personnes du plan de travail par trimestre. { $rows }.
load-alt-row = { $quarter } : { $days } sur { $capacity }
load-alt-row-free = { $quarter } : { $days }, sans limite
load-capacity = capacité { $capacity }
load-caption = Jours-personnes de toutes les fonctions, répartis également sur les jours ouvrés de chaque action. La ligne indique ce que l’administration peut fournir ; ce qui la dépasse est encadré, et un triangle marque le maximum.
plan-chart-roles = { $name } : la fonction qui a le moins de réserve, { $taken } jours-personnes sur { $capacity } en { $month }
plan-chart-roles-free = { $name } : la fonction la plus chargée, { $days } jours-personnes ; aucune n’a de limite propre
plan-chart-roles-over = Plus de travail que de personnes certains mois : { $names }{ $more ->
    [0] { "" }
    [one] {" "}et { $more } autre fonction
   *[other] {" "}et { $more } autres fonctions
}
plan-chart-roles-alt = Jours-personnes par fonction et par mois, et capacité. { $rows }.
plan-chart-roles-alt-row = { $name } : { $days } jours-personnes de { $first } à { $last }, { $note }
plan-chart-roles-caption = Jours-personnes par mois, en commençant par la fonction qui a le moins de réserve. La ligne est la capacité : personnes × jours ouvrés du mois ; les jours fériés et les fermetures l’abaissent. Sans ligne, seul le total limite la fonction. Ce qui dépasse est encadré, et un triangle marque le maximum.
plan-chart-roles-rest = Non représenté : { $names }, en tout { $days } jours-personnes.
plan-chart-panel = au plus haut { $month } : { $taken } sur { $capacity }
plan-chart-panel-free = au plus { $days } par mois, sans limite propre
plan-chart-panel-over = { $count ->
    [one] dépassée 1 mois, { $month } : { $taken } sur { $capacity }
   *[other] dépassée { $count } mois ; { $month } : { $taken } sur { $capacity }
}
plan-chart-committed = Engagé
plan-chart-budget = Budget
plan-chart-budget-kept = Chaque année respecte son budget ; { $year } s’en approche le plus, avec { $amount } sur { $budget }
plan-chart-budget-none = Le plan engage { $amount } ; aucune année n’a de limite
plan-chart-budget-over = { $count ->
    [one] { $year } engage { $excess } de plus que son budget
   *[other] { $count } années engagent plus que leur budget, surtout { $year } : { $excess } de trop
}
plan-chart-budget-alt = Montants engagés par le plan de travail et budget, par année. { $rows }.
plan-chart-budget-alt-row = { $year } : { $note }
plan-chart-budget-caption = Le montant d’une action est engagé l’année où elle commence. Le temps de travail n’y est pas compté.
plan-chart-year = { $amount } sur { $budget }
plan-chart-year-free = { $amount }, sans limite
plan-chart-year-over = { $note }, { $excess } de trop
plan-chart-quadrant = { $count } { $count ->
    [one] action
   *[other] actions
} sur { $total } { $count ->
    [one] a
   *[other] ont
} beaucoup d’effet pour peu d’effort
plan-chart-quadrant-none = Aucune action n’a beaucoup d’effet pour peu d’effort
plan-chart-quadrant-alt = Effort et effet des actions. À faire d’abord : { $first } ; à préparer avec soin : { $plan } ; à glisser entre deux : { $fit } ; à réexaminer : { $weigh }. Effet rapide : { $quick }. Les plus importantes : { $rows }.
plan-chart-quadrant-alt-row = { $action } { $title }, { $days } jours-personnes, effet { $effect }
plan-chart-quadrant-caption = L’effet est la priorité du constat auquel l’action répond ; 0 si elle ne fait que servir d’autres actions. Beaucoup d’effet : plus que la valeur médiane ({ $split }) ; peu d’effort : jusqu’à { $days } jours-personnes (règle de l’outil). Les deux échelles sont étirées vers le bas. Les actions de même effet sont placées côte à côte.
plan-chart-effort = Effort, jours-personnes
plan-chart-effect = Effet
plan-chart-do-first = À faire d’abord
plan-chart-plan-carefully = À préparer avec soin
plan-chart-fit-in = À glisser entre deux
plan-chart-weigh-again = À réexaminer
plan-chart-none = aucune

# Plusieurs administrations côte à côte
comparison-title-equal = { $name } : aucun écart avec les autres administrations, quel que soit le sous-indicateur
comparison-title = { $total ->
    [one] Sur { $total } sous-indicateur dont les notes diffèrent, { $name } a la note la plus haute, seule ou à égalité, pour { $best } et la plus basse, seule ou à égalité, pour { $worst }
   *[other] Sur { $total } sous-indicateurs dont les notes diffèrent, { $name } a la note la plus haute, seule ou à égalité, pour { $best } et la plus basse, seule ou à égalité, pour { $worst }
}
comparison-alt = Notes par sous-indicateur : { $names } ; les tableaux du chapitre suivant donnent toutes les valeurs. { $focus } : { $rows }.
comparison-caption = Notes de 0 à 100 telles que publiées ; plus la case est foncée, plus la note est haute. Un trait sépare les indicateurs. { $note }
indicator-title = { $name } : au-dessus de la moyenne pour { $above } { $above ->
    [one] sous-indicateur
   *[other] sous-indicateurs
} sur { $total }, au-dessous pour { $below }{ $equal ->
    [0] { "" }
   *[other] , à égalité pour { $equal }
}
indicator-alt = { $group }. { $rows }.
indicator-alt-row = { $name } : { $focus } { $value }, moyenne { $average }, différence { $difference }
indicator-caption = Notes de 0 à 100. Les points de même valeur se superposent et paraissent plus foncés.
indicator-label-average = Moyenne
indicator-label-others = Autres administrations
