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

# Plan de travail
gantt-title = { $count } { $count ->
    [one] action
   *[other] actions
}, de { $first } à { $last }
gantt-title-part = { $count } { $count ->
    [one] action
   *[other] actions
}, de { $first } à { $last } (partie { $part } sur { $parts })
gantt-alt = Calendrier du plan de travail. { $rows }.
gantt-alt-row = { $title } ({ $owner }) : { $when }
gantt-months = { $months } mois
gantt-caption = Actions dans l’ordre de leur début ; un trait rouge relie une action à celle qui l’attend. Les barres foncées sont les actions à effet rapide. Le responsable figure en gris.
load-none = Le plan ne demande aucun jour-personne
load-title = Trimestre le plus chargé : { $quarter }, avec { $taken } jours-personnes sur { $capacity }
load-alt = Jours-personnes du plan de travail par trimestre, pour une capacité de { $capacity }. { $rows }.
load-alt-row = { $quarter } : { $days }
load-capacity = capacité { $capacity }
load-caption = Jours-personnes de toutes les fonctions, répartis également sur les mois de chaque action.

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
