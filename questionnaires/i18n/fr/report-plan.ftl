# Plan de travail et approbation
plan-heading = Plan de travail pour la modernisation
plan-no-action = Aucune action n’est planifiée : rien de ce qui a été évalué n’est au-dessous de sa cible, ou rien n’entre dans la capacité du plan.
plan-none-bundled-title = Pas de plan de travail pour ce référentiel
plan-none-bundled = Aucune mesure n’accompagne le référentiel « { $standard } » ; l’outil ne planifie donc pas d’actions.
plan-findings-listed = { $count ->
    [one] { $count } constat sous la cible figure dans ce rapport ; il appartient à l’administration de définir les actions qui y répondent.
   *[other] { $count } constats sous la cible figurent dans ce rapport ; il appartient à l’administration de définir les actions qui y répondent.
}
plan-items-listed = { $count ->
    [one] { $count } sous-indicateur sous la cible figure dans ce rapport ; il appartient à l’administration de définir les actions qui y répondent.
   *[other] { $count } sous-indicateurs sous la cible figurent dans ce rapport ; il appartient à l’administration de définir les actions qui y répondent.
}
plan-shape = Le plan comprend { $count } { $count ->
    [one] action
   *[other] actions
}, de { $start } à { $finish }. L’ensemble représente { $days } jours-personnes, dans la limite des { $capacity } par trimestre que l’administration peut y consacrer.
plan-card-actions = Actions
plan-card-quick-wins = Effet rapide
plan-card-quick-wins-note = courtes, peu coûteuses et visibles pour le personnel
plan-card-first = Débutent au premier trimestre
plan-first-quarter-heading = Actions du premier trimestre
plan-first-quarter-caption = Ce qui commence en { $quarter }, par ordre de priorité
plan-first-steps = Premières étapes
plan-quick-win = { $action }, effet rapide
plan-all-heading = Toutes les actions
plan-all-caption = Toutes les actions planifiées, dans l’ordre de leur début
plan-all-note = Après : actions qui doivent être achevées auparavant. Mesuré par : l’indicateur, avec sa valeur initiale et sa cible ; l’annexe contient les formules, les livrables et les risques.
plan-when = Quand
plan-until = à { $finish }
plan-after = Après
plan-measured-by = Mesuré par
plan-measure = { $indicator } : { $baseline } → { $target }
measure-gate = { $criterion } : niveau du seuil « { $gate } »
measure-gate-formula = niveau du seuil « { $gate } » au prochain diagnostic
plan-not-scheduled-heading = Actions non planifiées
plan-not-scheduled = { $count ->
    [one] { $count } action ne trouve pas de place en { $quarters } { $quarters ->
        [one] trimestre
       *[other] trimestres
    }.
   *[other] { $count } actions ne trouvent pas de place en { $quarters } { $quarters ->
        [one] trimestre
       *[other] trimestres
    }.
}
plan-not-scheduled-caption = Actions sans place dans le plan
plan-why-no-place = Pourquoi elle n’a pas de place
reason-waits = { $count ->
    [one] dépend de { $others }, qui n’a pas de place dans le plan
   *[other] dépend de { $others }, qui n’ont pas de place dans le plan
}
reason-too-much = demande plus de jours-personnes par trimestre que les { $capacity } disponibles
reason-no-room = ne trouve pas de place en { $months } mois : augmenter les jours-personnes par trimestre ou le nombre de trimestres

approval-heading = Approbation
approval-intro = Par leur signature, les personnes ci-dessous prennent acte des constats et approuvent le plan de travail.
approval-caption = Approbation du plan de travail
approval-role = Fonction
approval-name = Nom
approval-date = Date
approval-signature = Signature
approval-head-of-administration = Directeur général ou directrice générale des douanes
approval-head-of-hr = Responsable des ressources humaines
approval-head-of-review = Chef ou cheffe de la mission de diagnostic
