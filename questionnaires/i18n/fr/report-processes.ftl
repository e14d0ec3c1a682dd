# Une page par processus
processes-heading = Processus par processus
process-card-gap = écart { $gap }
process-card-reached = atteinte
process-card-range = fourchette { $range }
process-card-evidence-note = des réponses qui déclarent une pratique
process-nothing-applies = Rien de ce processus ne s’applique.
process-none-rated = Aucun critère de ce processus n’a été évalué.
process-all-equal = Tous sont au niveau { $level }.
process-extremes = Niveau le plus haut ({ $best }) : { $strong }. Niveau le plus bas ({ $worst }) : { $weak }.
process-not-assessed = { $count ->
    [one] { $count } critère n’a pas été évalué.
   *[other] { $count } critères n’ont pas été évalués.
}
process-not-applicable = { $count ->
    [one] { $count } critère est sans objet.
   *[other] { $count } critères sont sans objet.
}
process-incomplete = Moins de { $share } des critères applicables ont été évalués : la note est incomplète.
process-all-below = { $count ->
    [one] Le seul critère évalué est au-dessous de sa cible.
   *[other] Tous les critères évalués sont au-dessous de leur cible.
}
process-some-below = { $count ->
    [one] { $count } critère évalué sur { $total } est au-dessous de sa cible.
   *[other] { $count } critères évalués sur { $total } sont au-dessous de leur cible.
}
process-none-below = { $total ->
    [one] Le seul critère évalué n’est pas au-dessous de sa cible.
   *[other] Aucun des { $total } critères évalués n’est au-dessous de sa cible.
}
process-no-gap = { $process } : aucun critère évalué n’est au-dessous de sa cible.
criteria-caption = { $process } : niveaux des critères
criteria-held-down = Retenu par
criteria-difference-note = Une différence de { $limit } ou plus est mise en évidence.
criteria-held-down-note = Retenu par : les seuils situés au niveau du critère, lorsque celui-ci est au-dessous de sa cible.
findings-caption = { $process } : constats selon leur rang dans le diagnostic, et mesures
findings-rank = Rang
findings-finding = Constat
findings-closed-by = Mesures qui y répondent
findings-not-scheduled = non planifié
findings-no-remedy = aucune mesure n’est prévue pour cette étape
band-high = haute
band-medium = moyenne
band-low = basse

voices-survey-not-available = Enquête auprès du personnel : non disponible, aucune donnée d’enquête.
voices-survey-not-asked = L’enquête auprès du personnel ne porte pas sur ce processus.
voices-survey-not-shown = Enquête auprès du personnel : non publiée, moins de { $least } personnes y ont répondu ou ont répondu à l’une de ses affirmations.
voices-survey = { $items ->
    [1] Enquête auprès du personnel : pour la seule affirmation posée, { $share } des réponses sont favorables ({ $people } personnes ont répondu).
   *[other] Enquête auprès du personnel : en moyenne sur { $items } affirmations, { $share } des réponses sont favorables ({ $people } personnes ont répondu).
}
voices-interviews-not-available = Entretiens : non disponible, aucune donnée d’entretien.
voices-interviews-none = Aucun entretien n’a abordé ce processus.
voices-interviews-not-shown = Entretiens : non publié, moins de { $least } ont porté sur ce processus.
voices-interviews = Sur { $count } remarques faites en entretien, { $balance ->
    [favourable] les favorables l’emportent sur les critiques
    [critical] les critiques l’emportent sur les favorables
   *[equal] autant sont favorables que critiques
}.
voices-documents-not-available = Documents de référence : non disponible, aucune donnée sur les documents de référence.
voices-basics-missing = { $count ->
    [one] Un document de base manque
   *[other] Des documents de base manquent
} : { $titles }.
voices-documents-missing = Documents manquants : { $titles }.
