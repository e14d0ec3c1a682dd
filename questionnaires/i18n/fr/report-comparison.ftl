# Rapport d'un référentiel sans niveaux : une administration à côté d'autres
comparison-groups-caption = Indicateurs : moyenne de leurs sous-indicateurs
comparison-below-heading = Le plus loin au-dessous de la moyenne
comparison-above-heading = Le plus loin au-dessus de la moyenne
comparison-none-below = Aucun sous-indicateur n’est au-dessous de la moyenne.
comparison-none-above = Aucun sous-indicateur n’est au-dessus de la moyenne.
comparison-item = { $name } : { $value }, moyenne { $average }, différence { $difference }.
comparison-card-items = Sous-indicateurs
comparison-card-groups = { $count ->
    [one] dans { $count } indicateur
   *[other] dans { $count } indicateurs
}
comparison-card-above = Au-dessus de la moyenne
comparison-card-below = Au-dessous de la moyenne
comparison-card-far-below = Au-dessous de { $points } ou plus
comparison-nobody = La mission ne nomme aucune autre administration à comparer.
comparison-basis = { $count ->
    [one] La moyenne est celle de { $count } administration ({ $members }), comptée là où elle a une valeur.
   *[other] La moyenne est la moyenne simple de { $count } administrations ({ $members }), chacune comptée là où elle a une valeur.
}
comparison-beside = À titre de comparaison et hors moyenne : { $names }.
comparison-published = Les valeurs sont celles publiées avec « { $standard } » ; l’outil n’ajoute que les moyennes et les différences.
comparison-missing = { $count ->
    [one] { $count } valeur manque et est indiquée par « pas de données » ; aucune n’est assimilée à zéro.
   *[other] { $count } valeurs manquent et sont indiquées par « pas de données » ; aucune n’est assimilée à zéro.
}
comparison-profile-heading = Profil comparé
comparison-indicators-heading = Indicateur par indicateur
comparison-items-caption = { $indicator } : tous les sous-indicateurs
comparison-indicator = Indicateur
comparison-sub-indicator = Sous-indicateur
comparison-average = Moyenne
comparison-rounded-note = Règle propre : la note d’un indicateur est la moyenne simple de ses sous-indicateurs.
comparison-published-note = Valeurs telles que publiées.
comparison-difference-note = Différence : { $focus } moins moyenne, à partir de valeurs non arrondies.
