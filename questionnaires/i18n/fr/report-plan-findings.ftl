# Ce que les contrôles d’un plan de travail ont trouvé : une phrase par contrôle, et que faire (…-do).
realism-all-roles = Toutes fonctions réunies
realism-role-in-unit = { $role } ({ $unit })
realism-severity-breach = À corriger
realism-severity-warning = À surveiller
realism-severity-note = Bon à savoir
realism-more = { $count ->
    [one] et une autre
   *[other] et { $count } autres
}

# Le plan est-il réaliste ?
realism-no-start = { $action } n’a pas de début.
realism-no-start-do = Donner à chaque action son premier jour ou son premier trimestre.
realism-no-finish = { $action } n’a pas de fin.
realism-no-finish-do = Donner à chaque action son dernier jour ou son dernier trimestre.
realism-finish-before-start = { $action } finit le { $finish }, avant de commencer le { $start }.
realism-finish-before-start-do = Corriger l’une des deux dates.
realism-before-plan = { $action } commence le { $start } ; le plan débute le { $first }.
realism-before-plan-do = Déplacer l’action, ou faire débuter le plan plus tôt.
realism-after-plan = { $action } finit le { $finish } ; le plan finit le { $last }.
realism-after-plan-do = Commencer l’action plus tôt, la raccourcir, ou allonger le plan.
realism-longer-than-plan = { $action } demande { $days } jours ouvrés ; le plan entier en compte { $horizon }.
realism-longer-than-plan-do = Diviser l’action en parties qui ont chacune leur résultat, ou allonger le plan.
realism-before-approval = { $action } commence le { $start } ; le plan est approuvé le { $approved }.
realism-before-approval-do = La commencer après l’approbation, ou obtenir une approbation propre.
realism-in-the-past = { $action } commence le { $start }, avant le jour du plan, le { $day }.
realism-in-the-past-do = Lui donner un début encore possible ; si elle est en cours, l’indiquer dans son statut.
realism-no-working-day = { $action } n’a aucun jour ouvré entre le { $start } et le { $finish }.
realism-no-working-day-do = Choisir des jours qui ne sont ni des fins de semaine, ni fériés, ni fermés.
realism-blackout = { $action } { $edge ->
    [start] commence
   *[finish] finit
} le { $day }, quand personne ne travaille au plan ({ $reason }).
realism-blackout-do = Choisir un jour avant ou après la période fermée.
realism-too-early = { $action } commence le { $start } ; selon la décision, elle ne peut commencer avant le { $day }.
realism-too-early-do = La déplacer, ou changer la décision.
realism-too-late = { $action } finit le { $finish } ; son échéance est le { $day }.
realism-too-late-do = La commencer plus tôt, la raccourcir, ou changer l’échéance.
realism-not-as-fixed = { $action } commence le { $start } ; son début a été fixé au { $day }.
realism-not-as-fixed-do = La déplacer, ou changer la décision.
realism-shorter-than-estimate = { $action } dispose de { $days } jours ouvrés ; même si tout va bien, il en faut { $least }.
realism-shorter-than-estimate-do = Lui donner le temps estimé, ou dire en quoi elle a été réduite.
realism-too-short = { $action } demande { $days } jours-personnes ({ $resource }) ; sur sa durée il y en a { $available }.
realism-too-short-do = Lui donner plus de temps ou plus de monde.
realism-no-effort = { $action } n’indique pas combien de jours-personnes elle demande.
realism-no-effort-do = Estimer les jours-personnes par fonction.
realism-no-effort-by-role = { $count ->
    [one] Une action indique ses jours-personnes sans fonctions.
   *[other] { $count } actions indiquent leurs jours-personnes sans fonctions.
}
realism-no-effort-by-role-do = Les répartir par fonction ; d’ici là, la charge de chaque fonction est incomplète.
realism-unknown-role = { $action } demande des jours-personnes de « { $role } », fonction inconnue.
realism-unknown-role-do = Corriger le nom, ou ajouter la fonction.
realism-unknown-owner = { $action } a pour responsable « { $role } », qui n’est aucune des fonctions connues.
realism-unknown-owner-do = Vérifier que ce service existe et qu’il a accepté l’action.
realism-no-capacity = { $resource } : { $count ->
    [one] une action demande
   *[other] { $count } actions demandent
} { $days } jours-personnes ; le nombre de personnes n’est pas indiqué.
realism-no-capacity-do = Indiquer combien de personnes il y a ; cette charge n’a pas pu être jugée.
realism-overload = { $resource }, { $month } : { $days } jours-personnes de travail, { $capacity } disponibles. L’essentiel : { $actions }.
realism-overload-do = Déplacer ou raccourcir l’une de ces actions, ou ajouter du monde ce mois-là.
realism-nearly-full = { $resource }, { $month } : { $days } jours-personnes sur { $capacity } sont pris ({ $share }).
realism-nearly-full-do = Laisser de la place aux maladies et aux urgences.
realism-no-owner = { $action } n’a pas de responsable.
realism-no-owner-do = Nommer le service qui répond du résultat.
realism-busy-owner = { $owner } : { $count } actions à la fois le { $day } ; au-delà de { $most }, c’est trop. Parmi elles : { $actions }.
realism-busy-owner-do = En confier à d’autres, ou les échelonner.
realism-unknown-predecessor = { $action } attend { $other }, qui n’est pas dans le plan.
realism-unknown-predecessor-do = Corriger l’identifiant, ou ajouter l’action.
realism-unplanned-predecessor = { $action } attend { $other }, qui n’a pas de place dans le plan.
realism-unplanned-predecessor-do = Planifier aussi l’action antérieure, ou abandonner celle qui l’attend.
realism-circle = Ces actions s’attendent l’une l’autre : { $chain }.
realism-circle-do = Supprimer l’un des liens.
realism-before-predecessor = { $action } commence le { $start }, mais { $other }, qui la précède, finit le { $finish }.
realism-before-predecessor-do = Déplacer l’une des deux, ou supprimer le lien s’il n’a pas lieu d’être.
realism-duplicate-id = L’identifiant { $action } figure { $count } fois.
realism-duplicate-id-do = Donner à chaque action son propre identifiant.
realism-duplicate-title = { $action } porte le même titre que { $other }.
realism-duplicate-title-do = Garder l’une des deux, ou dire dans le titre ce qui les distingue.
realism-unfunded = { $action } coûte { $amount }, et aucune source de financement n’est indiquée.
realism-unfunded-do = Nommer la ligne budgétaire ou le bailleur, ou doter l’année d’un budget.
realism-no-amount = { $action } a un coût ({ $cost ->
    [low] faible
    [medium] moyen
   *[high] élevé
}), mais pas de montant.
realism-no-amount-do = Indiquer le montant.
realism-over-budget = { $year } : les actions qui commencent coûtent { $amount } ; le budget est de { $budget }. Les plus chères : { $actions }.
realism-over-budget-do = Déplacer des actions à une autre année, en réduire le coût, ou augmenter le budget.
realism-back-loaded = { $count } actions sur { $total } ({ $share }) finissent en { $quarter }, le dernier trimestre.
realism-back-loaded-do = Avancer des résultats, pour qu’une partie soit vue et corrigée à temps.
realism-no-slack = Aucune des { $count } actions ne peut tarder sans repousser la fin, le { $finish }.
realism-no-slack-do = Laisser un peu de marge entre les actions, ou avant la fin.

# Le plan est-il mesurable ?
measure-no-indicator = { $action } n’a pas d’indicateur.
measure-no-indicator-do = Dire ce que l’on comptera quand l’action aura réussi.
measure-no-formula = { $action } : l’indicateur n’a pas de formule.
measure-no-formula-do = Écrire ce que l’on divise par quoi, et sur quelle période.
measure-no-unit = { $action } : l’indicateur n’a pas d’unité.
measure-no-unit-do = Donner l’unité : pour cent, jours, cas...
measure-no-source = { $action } : il n’est pas dit d’où vient le chiffre.
measure-no-source-do = Nommer le jeu de données, ou le document qui le montre.
measure-unknown-source = { $action } : « { $data } » n’est pas un jeu de données de l’outil.
measure-unknown-source-do = Nommer l’un des jeux de données de l’outil, ou « document ».
measure-no-direction = { $action } : il n’est pas dit si plus ou moins est mieux.
measure-no-direction-do = Indiquer la hausse ou la baisse.
measure-no-baseline = { $action } : la valeur de départ n’a pas été mesurée.
measure-no-baseline-do = La mesurer avant le début de l’action.
measure-baseline-not-a-number = { $action } : la valeur de départ n’est pas un nombre (« { $baseline } »).
measure-baseline-not-a-number-do = La donner en chiffres.
measure-baseline-undated = { $action } : la valeur de départ n’a pas de date.
measure-baseline-undated-do = Dire de quel jour ou de quelle année elle est.
measure-baseline-old = { $action } : la valeur de départ du { $day } date de { $months } mois ; au-delà de { $most }, c’est trop.
measure-baseline-old-do = La mesurer de nouveau.
measure-baseline-later = { $action } : la valeur de départ est datée du { $day }, après le jour du plan, le { $as_of }.
measure-baseline-later-do = Corriger la date.
measure-no-target = { $action } n’a pas de cible.
measure-no-target-do = Dire quelle valeur est à atteindre.
measure-target-not-a-number = { $action } : la cible n’est pas un nombre (« { $target } »).
measure-target-not-a-number-do = La donner en chiffres.
measure-target-undated = { $action } : la cible n’a pas de date.
measure-target-undated-do = Dire pour quand elle est à atteindre.
measure-target-equals-baseline = { $action } : la cible et la valeur de départ sont toutes deux { $value }.
measure-target-equals-baseline-do = Fixer une cible meilleure que la situation actuelle, ou abandonner l’action.
measure-target-against-direction = { $action } : { $direction ->
    [up] plus est mieux, mais la cible ({ $target }) est au-dessous de la valeur de départ ({ $baseline }).
   *[down] moins est mieux, mais la cible ({ $target }) est au-dessus de la valeur de départ ({ $baseline }).
}
measure-target-against-direction-do = Voir si elle est déjà atteinte ; sinon corriger la cible, le sens ou la valeur de départ.
measure-target-impossible = { $action } : la cible { $target } est hors du possible, { $highest ->
    [none] { $lowest } et plus
   *[share] de { $lowest } à 100
}.
measure-target-impossible-do = Corriger la cible, ou son unité.
measure-target-beyond-seen = { $action } : la cible est { $target } ; la meilleure unité atteint { $seen }.
measure-target-beyond-seen-do = Demander ce que fait cette unité, et si le temps suffit.
measure-no-measure-owner = { $action } : personne n’est désigné pour répondre du chiffre.
measure-no-measure-owner-do = Nommer un service.
