# Rapport sur le standard d’une enquête auprès du personnel.
surveyed-cover-title = Enquête auprès du personnel
surveyed-cover-subtitle = Indice, sous-indices et énoncés, vague par vague
surveyed-cover-scope = { $items } { $items ->
    [one] énoncé
   *[other] énoncés
}, { $groups } { $groups ->
    [one] sous-indice
   *[other] sous-indices
}
surveyed-lead = { $index } : { $value } sur 100 ({ $wave }).
surveyed-lead-withheld = { $index } : chiffre non publié ({ $wave }).
surveyed-of-hundred = sur 100
surveyed-caveat-share = Le chiffre d’un énoncé est la part des réponses favorables parmi les réponses valables ; « ne sait pas » et les réponses vides n’y entrent pas.
surveyed-caveat-mean = Un indice est la moyenne de ses parties, prise avant tout arrondi ; les chiffres sont imprimés avec une décimale.
surveyed-caveat-least = Rien n’est montré à quoi moins de { $least } personnes ont répondu, ni aucun indice qui en dépend : le chiffre pourrait se déduire des autres.
surveyed-profile-heading = Enquête auprès du personnel
surveyed-profile-intro = L’indice et ses parties à chaque vague, de 0 (personne ne répond favorablement) à 100 (tout le monde le fait).
surveyed-index = Indice
surveyed-table-caption = Indice et sous-indices par vague, % de réponses favorables
surveyed-table-note = Moyennes de chiffres non arrondis, imprimées avec une décimale.
surveyed-title-one = { $index } : { $value } ({ $wave })
surveyed-title-change = { $index } : de { $from } ({ $first }) à { $to } ({ $last })
surveyed-alt = Indice et sous-indices par vague. { $lines }.
surveyed-alt-line = { $index } : { $values }
surveyed-chart-note = Un point par vague ; la dernière vague est foncée et porte son chiffre.
surveyed-items-heading = Énoncé par énoncé
surveyed-items-caption = { $index } : réponses favorables par énoncé, %
surveyed-statement = Énoncé
surveyed-interval = Intervalle à 95 %
surveyed-answers = Réponses
surveyed-items-note = L’intervalle (Wilson) et le nombre de réponses valables sont ceux de { $wave }.
surveyed-method-share = Les réponses favorables sont celles que le standard déclare positives ; la part est prise sur les réponses valables.
surveyed-method-interval = L’intervalle d’une part est celui de Wilson, à 95 %. Il ne parle que du hasard, pas de ceux qui n’ont pas répondu.
