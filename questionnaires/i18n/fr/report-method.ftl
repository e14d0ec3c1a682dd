# Annexes : méthode et calculs
method-heading = Méthode
method-intro = Une règle signalée comme « règle propre » est celle de l’outil ; elle ne provient d’aucune norme publiée.
method-gates = Règle propre : chaque critère passe { $count } { $count ->
    [one] seuil
   *[other] seuils
} : { $gates }. Son niveau est celui du seuil le plus bas.
method-evidence = Règle propre : une déclaration au-dessus de l’option la plus basse pour laquelle aucun document n’est cité compte au niveau 1 et porte la marque *.
method-not-applicable = Une question sans objet est laissée de côté. Les « ne sait pas » et les questions sans réponse sont comptés, jamais assimilés à zéro.
method-weights = La note d’un processus est la moyenne de ses critères selon leur poids ; celle de l’ensemble est la moyenne de ses parties selon leur poids.
method-reached = Règle propre : une note correspond au plus haut niveau dont elle atteint le chiffre ; 2,99 est au niveau 2.
method-range = La fourchette d’une note va de ce qu’elle serait si chaque question ouverte recevait la plus mauvaise réponse à ce qu’elle serait avec la meilleure.
method-focus = Base des niveaux et des constats : { $focus }. Les autres évaluations figurent à côté et n’entrent pas dans la moyenne.
method-divergence = Lorsque des évaluateurs ou des évaluations diffèrent de { $limit } niveaux ou plus, la différence est mise en évidence.
method-target = La cible est le niveau { $level }.
method-target-and-apart = La cible est le niveau { $level } ; fixées à part : { $own }.
method-targets-one-by-one = Les cibles sont fixées une par une.
method-targets-apart = Les cibles sont fixées une par une ; fixées à part : { $own }.
method-priority = Règle propre : la priorité d’un constat est son écart multiplié par le poids du critère et par un plus le nombre de critères qui en dépendent. En partant du haut, les constats qui forment les premiers { $high } de la priorité totale sont de priorité haute, ceux qui vont jusqu’à { $medium } de priorité moyenne, les autres de priorité basse.
method-plan = Règle propre : le plan de travail prend au plus { $days } jours-personnes par trimestre ; une action commence lorsque celles dont elle dépend sont achevées. L’effort et la durée des mesures sont des estimations propres à l’outil.
method-disclosure = Aucun chiffre de l’enquête ou des entretiens reposant sur moins de { $least } personnes ou réponses n’est publié.
method-rounding = Les différences partent de valeurs non arrondies. L’arrondi, à la valeur supérieure en cas de moitié, est la dernière étape.
method-published = Les valeurs figurent telles qu’elles ont été publiées ; aucune n’est arrondie, convertie ou complétée.
method-average = La moyenne est la moyenne simple de { $members }. Une administration sans valeur n’entre pas dans cette moyenne.
method-indicator = Règle propre : la note d’un indicateur est la moyenne simple de ses sous-indicateurs.
method-difference = Une différence est la valeur de l’administration examinée moins la moyenne, à partir de valeurs non arrondies.
method-two-decimals = Les moyennes et les différences sont arrondies à deux décimales en dernière étape, à la valeur supérieure en cas de moitié.
method-missing = Une valeur manquante est indiquée par « pas de données » et jamais assimilée à zéro.
method-gates-caption = Les seuils : ce que chaque niveau demande
method-gates-note = Règle propre à l’outil, dans l’esprit des modèles de maturité publics. Le seuil le plus bas décide.
method-levels-heading = Les niveaux
method-sources-heading = Sources
method-weights-heading = Poids
method-weights-caption = Poids de chaque critère dans son processus
method-weight-reason = Motif

arithmetic-heading = Calcul de chaque note
arithmetic-intro = Chaque note au-dessus des réponses, avec sa règle et ses composantes avant arrondi.
arithmetic-caption = Notes et composantes : { $focus }
arithmetic-score-of = Note de
arithmetic-how = Calcul
arithmetic-none = Aucun élément inférieur ne compte ; il n’y a donc pas de note.
arithmetic-no-weight = Tous les éléments qui comptent ont un poids nul ; il n’y a donc pas de note.
arithmetic-mean = Moyenne des éléments qui comptent : ({ $terms }) ÷ { $total } = { $result }.
arithmetic-weighted-mean = Moyenne pondérée des éléments qui comptent : ({ $terms }) ÷ { $total } = { $result }.
arithmetic-mean-long = Moyenne des éléments qui comptent : la somme des { $count } notes est { $sum } ; { $sum } ÷ { $total } = { $result }.
arithmetic-weighted-mean-long = Moyenne pondérée des éléments qui comptent : la somme des poids × notes est { $sum }, celle des poids { $total } ; { $sum } ÷ { $total } = { $result }.
arithmetic-sum = Somme des éléments qui comptent : { $terms } = { $result }.
arithmetic-lowest = L’élément le plus bas qui compte décide : { $names }, avec { $result }.
arithmetic-left-out = { $count ->
    [one] { $names } ne compte pas ici.
   *[other] { $names } ne comptent pas ici.
}
