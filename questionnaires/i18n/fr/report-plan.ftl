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
plan-first-quarter-heading = Actions du premier trimestre
plan-first-quarter-caption = Ce qui commence en { $quarter }, par ordre de priorité
plan-first-steps = Premières étapes
plan-quick-win = { $action }, effet rapide
plan-all-heading = Toutes les actions
plan-all-caption = Toutes les actions planifiées, par processus
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
    [one] { $count } action n’a pas de place dans le plan de { $quarters } { $quarters ->
        [one] trimestre
       *[other] trimestres
    }.
   *[other] { $count } actions n’ont pas de place dans le plan de { $quarters } { $quarters ->
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
reason-too-much = demande { $need } personnes à la fois ({ $resource }) ; il n’y en a jamais plus de { $capacity }
reason-too-long = dure { $months } mois, plus que le plan
reason-too-dear = coûte { $amount }, plus que le budget de chacune des années
reason-no-room = ne trouve pas de place en { $months } mois à côté d’actions plus pressantes ou décidées
reason-dropped = écartée par décision : { $reason }

# Chiffres clés du plan, moyens, décisions et fiabilité
plan-card-quick-wins-count = { $count ->
    [0] aucune à effet rapide
    [one] dont { $count } à effet rapide
   *[other] dont { $count } à effet rapide
}
plan-card-days-note = toutes fonctions confondues
plan-card-end = Fin du plan
plan-card-money = Montant, { $currency }
plan-card-money-thousands = Milliers { $currency }
plan-card-money-millions = Millions { $currency }
plan-card-money-note = engagés, hors temps de travail
plan-card-money-unknown = { $count ->
    [one] { $count } action sans montant
   *[other] { $count } actions sans montant
}
plan-card-on-time = Fin à temps
plan-card-on-time-note = probabilité, par simulation
plan-people-heading = Personnel
plan-all-roles = toutes les fonctions
plan-no-people = La mission ne précise pas les effectifs par fonction : seul le total des jours-personnes limite le plan.
plan-money-heading = Budget
plan-no-budget = Aucun budget n’est indiqué pour le plan : ce rapport ne peut pas dire s’il peut être financé.
plan-no-amounts = Aucune action n’a de coût connu.
plan-money-unknown = { $count ->
    [one] Le montant d’une action n’est pas connu ; il ne figure pas dans le graphique.
   *[other] Les montants de { $count } actions ne sont pas connus ; ils ne figurent pas dans le graphique.
}
plan-effect-heading = Effort et effet
plan-no-value = non indiqué
plan-not-measured = aucun indicateur
plan-own-actions = Actions ajoutées par l’administration

plan-decisions-heading = Ce que coûtent les décisions
plan-decisions-intro = Chaque décision est comparée au même plan sans elle, toutes les autres étant maintenues.
plan-decisions-caption = Décisions sur des actions et leurs conséquences
plan-decisions-decision = Décision
plan-decisions-reason = Motif
plan-decisions-cost = Ce qu’elle coûte
plan-decisions-pin = Retenue
plan-decisions-drop = Écartée
plan-decisions-postpone = Reportée
plan-decisions-own = Ajoutée
plan-decisions-nothing = Rien : sans elle, le plan est le même.
plan-decisions-later = { $days ->
    [one] La fin du plan est retardée de { $days } jour ouvré.
   *[other] La fin du plan est retardée de { $days } jours ouvrés.
}
plan-decisions-earlier = { $days ->
    [one] La fin du plan est avancée de { $days } jour ouvré.
   *[other] La fin du plan est avancée de { $days } jours ouvrés.
}
plan-decisions-others = { $direction ->
    [later] Les actions commencent plus tard : { $days } jours ouvrés en moyenne, pondérés par la priorité.
   *[earlier] Les actions commencent plus tôt : { $days } jours ouvrés en moyenne, pondérés par la priorité.
}
plan-decisions-left-out = Perdent leur place de ce fait : { $actions }.
plan-decisions-taken-in = Trouvent une place de ce fait : { $actions }.
plan-decisions-sums = En tout : { $parts }.
plan-decisions-days = { $change } jours-personnes
plan-decisions-amount = { $direction ->
    [more] { $amount } de plus
   *[less] { $amount } de moins
}
plan-decisions-effect = effet { $change }

plan-realism-heading = Fiabilité du plan
plan-realism-caption = Ce que les vérifications du personnel, du budget, des dates et de l’ordre ont relevé
plan-realism-none = Les vérifications du personnel, du budget, des dates et de l’ordre n’ont rien relevé : le plan tient dans les moyens disponibles.
plan-findings-grade = Gravité
plan-findings-found = Constat
plan-findings-advice = Que faire
plan-measure-found-caption = Ce qui empêche de mesurer les progrès
plan-delay-shape = Le plan est achevé le { $planned_on } au plus tard avec une probabilité de { $share }. Pour s’engager sur une date, mieux vaut annoncer le { $p80_on } (sûr à 80{ "\u202F" }%) ou le { $p95_on } (sûr à 95{ "\u202F" }%).
plan-delay-caption = Quand le plan et chaque processus seront achevés
plan-delay-what = Objet
plan-delay-whole = Le plan entier
plan-delay-planned = Prévu
plan-delay-by = Sûr à { $share }
plan-delay-on-time = À temps
plan-delay-note = D’après de nombreux tirages des durées, entre { $optimistic } et { $pessimistic } de l’estimation lorsqu’une action n’a pas d’estimations propres (règle de l’outil). À temps : probabilité d’être achevé au jour prévu ou avant.
plan-delay-deciding = Ce qui décide le plus souvent de la fin du plan : { $actions }. Le temps gagné là est gagné pour l’ensemble.
plan-delay-deciding-one = { $action } ({ $share } des tirages)
plan-measurable-heading = Les progrès sont-ils mesurables
plan-measurable = Actions qui ont tout ce qu’il faut pour mesurer les progrès par des chiffres : { $count } sur { $total }.
plan-measure-caption = Ce qui permet de mesurer les actions
plan-measure-what = Ce qu’il faut
plan-measure-actions = Actions
plan-measure-without = Manque encore pour
plan-measure-indicator = Indicateur et sa formule
plan-measure-source = Source du chiffre
plan-measure-baseline = Valeur initiale chiffrée et datée
plan-measure-target = Cible datée
plan-measure-owner = Responsable
plan-measure-of = { $count } sur { $total }
plan-measure-many = { $actions } et { $rest } autres

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
