# Couverture et synthèse
cover-title = Diagnostic de la gestion des ressources humaines
cover-title-comparison = La gestion des ressources humaines en comparaison
cover-subtitle = Profil de maturité, constats et plan de travail pour la modernisation
cover-subtitle-comparison = Profil au regard des administrations comparées
cover-country = Pays
cover-on-site = Sur place
cover-period = Période
cover-as-of = Données au
cover-standard = Référentiel
cover-standard-version = { $title }, version { $version }
cover-scope = Périmètre
cover-scope-all = L’ensemble des { $count } processus
cover-wave = Vague
cover-levels = Niveaux
cover-levels-self = Selon l’auto-évaluation de l’administration
cover-synthetic = Données fictives : cette administration et ses chiffres sont inventés.
cover-dates = du { $start } au { $end }
cover-items = { $items } { $items ->
    [one] sous-indicateur
   *[other] sous-indicateurs
}, { $groups } { $groups ->
    [one] indicateur
   *[other] indicateurs
}

summary-heading = Synthèse
summary-gaps-heading = Principaux écarts
summary-actions-heading = Premières actions
summary-nothing-applies = Aucun des processus examinés ne s’applique à l’administration suivante : { $name }.
summary-too-little = Trop peu de réponses ont été données pour évaluer dans son ensemble la gestion des ressources humaines de l’administration suivante : { $name }.
summary-level = { $source ->
    [self] Selon l’auto-évaluation de l’administration « { $name } », sa gestion des ressources humaines (GRH)
   *[other] La gestion des ressources humaines (GRH) de l’administration « { $name } »
} se situe au niveau { $level } sur { $highest } ({ $level_name }), avec une note de { $score } sur l’échelle de { $lowest } à { $highest }.
summary-rated = { $source ->
    [self] Selon l’auto-évaluation de l’administration « { $name } », sa gestion des ressources humaines (GRH)
   *[other] La gestion des ressources humaines (GRH) de l’administration « { $name } »
} obtient une note de { $score } sur l’échelle de { $lowest } à { $highest }.
summary-level-means = Le niveau { $level } signifie : { $meaning }
card-overall-score = Note globale
card-range = entre { $lowest } et { $highest }
card-below-target = Processus sous la cible
card-without-evidence = Déclarations non justifiées
card-of-criteria = sur { $count } { $count ->
    [one] critère
   *[other] critères
}
card-without-evidence-note = comptées au niveau 1, marquées *
card-actions-planned = Actions planifiées
card-days-in-all = { $days } jours-personnes au total
summary-no-process-applies = Aucun de ces processus ne s’applique.
summary-no-process-rated = Aucun processus n’a reçu assez de réponses pour être évalué.
summary-processes-equal = { $count ->
    [1] Le processus obtient la note de { $score }.
    [2] Les deux processus obtiennent la note de { $score }.
   *[other] Les { $count } processus obtiennent tous la note de { $score }.
}
summary-processes = { $strong_count ->
    [one] Le processus le plus avancé est { $strong }, avec une note de { $best }
   *[other] Les processus les plus avancés sont { $strong }, avec une note de { $best }
} ; { $weak_count ->
    [one] le moins avancé est { $weak }, avec { $worst }.
   *[other] les moins avancés sont { $weak }, avec { $worst }.
}
summary-beside-average = { $direction ->
    [above] Sur les critères communs, l’écart moyen entre { $other } et { $own } est de +{ $size } (en niveaux).
    [below] Sur les critères communs, l’écart moyen entre { $other } et { $own } est de −{ $size } (en niveaux).
   *[equal] Sur les critères communs, l’écart moyen entre { $other } et { $own } est nul.
}
summary-beside-apart = { $count ->
    [0] Aucun des { $total } critères ne présente un écart de { $limit } niveaux ou plus.
    [one] { $count } critère sur { $total } présente un écart de { $limit } niveaux ou plus.
   *[other] { $count } critères sur { $total } présentent un écart de { $limit } niveaux ou plus.
}
summary-no-gap = Aucun critère évalué n’est au-dessous de sa cible.
# Entre un nom en gras et ce qui en est dit.
colon = { " :" }
summary-gap = niveau { $level }, cible { $target }.
summary-held = { $count ->
    [one] Seuil qui le retient : { $gates }.
   *[other] Seuils qui le retiennent : { $gates }.
}
summary-leverage = { $count ->
    [one] { $count } autre critère en dépend.
   *[other] { $count } autres critères en dépendent.
}
summary-findings = Le diagnostic aboutit à { $count } { $count ->
    [one] constat
   *[other] constats
} : { $bands }. Voici les plus urgents.
summary-band-high = { $count } de priorité haute
summary-band-medium = { $count } de priorité moyenne
summary-band-low = { $count } de priorité basse
summary-marked = L’astérisque * signale un niveau déclaré sans pièce justificative, qui compte pour 1.
summary-no-action = Aucune action n’est planifiée.
summary-action = { $owner }, { $when }, { $days } jours-personnes.
summary-actions-start = { $count ->
    [one] { $count } action commence au premier trimestre du plan, { $quarter }.
   *[other] { $count } actions commencent au premier trimestre du plan, { $quarter }.
}
summary-actions-highest = Les { $count } plus prioritaires sont :
summary-plan-before = L’ensemble figure dans
summary-plan-link = le plan de travail

caveats-title = À garder à l’esprit
caveats-none = Toutes les questions ont reçu une réponse et toutes les déclarations sont justifiées.
caveat-synthetic = Les données sont fictives. Elles montrent le fonctionnement de l’outil et ne décrivent aucune administration réelle.
caveat-marked = { $count ->
    [one] { $count } critère repose sur une déclaration sans pièce justificative : il compte au niveau 1 et porte la marque{ "\u00A0" }*.
   *[other] { $count } critères reposent sur des déclarations sans pièce justificative : ils comptent au niveau 1 et portent la marque{ "\u00A0" }*.
}
caveat-unanswered = Parmi les questions, { $told }. Une question sans réponse ou un « ne sait pas » élargit la fourchette de la note ; « sans objet » est laissé de côté.
caveat-blank = { $count ->
    [one] { $count } est restée sans réponse
   *[other] { $count } sont restées sans réponse
}
caveat-dont-know = { $count ->
    [one] { $count } a reçu la réponse « ne sait pas »
   *[other] { $count } ont reçu la réponse « ne sait pas »
}
caveat-does-not-apply = { $count ->
    [one] { $count } est sans objet
   *[other] { $count } sont sans objet
}
caveat-not-available = Non disponible : { $names }. Rien n’a été supposé à la place.
caveat-warnings = { $count ->
    [one] Le contrôle des données a laissé { $count } avertissement ; il figure dans
   *[other] Le contrôle des données a laissé { $count } avertissements ; ils figurent dans
}
caveat-warnings-link = l’annexe sur la qualité des données
caveat-scope = Périmètre : { $reason }
