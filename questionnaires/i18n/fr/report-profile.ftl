# Profil de maturité
profile-heading = Profil de maturité
profile-basis = Base des chiffres : { $focus }. Le niveau d’un critère est celui de son seuil le plus bas ; la note d’un processus est la moyenne pondérée de ses critères et figure toujours avec le critère le plus bas.
profile-targets-heading = Niveaux, notes et cibles
levels-caption = Niveau, note et cible par processus
levels-gap = Écart
levels-range = Fourchette
levels-note = Écart : cible moins note, à partir de valeurs non arrondies ; 0,00 lorsque la cible est atteinte. Fourchette : la note la plus basse et la plus haute que laissent possibles les questions sans réponse et les déclarations sans pièce justificative. Justifié : parmi les réponses au-dessus de l’option la plus basse, part de celles pour lesquelles une pièce est citée.
overall-caption = Calcul de la note globale
overall-part = Partie
overall-made-of = Composition
overall-total = moyenne pondérée des notes ci-dessus
overall-its-criteria = ses critères
overall-see-annex = voir l’annexe
overall-child = { $node } { $score } (poids { $weight })
overall-note = Une partie sans note est laissée de côté avec son poids. Trois décimales sont données pour que le calcul puisse être vérifié.
states-caption = Ce que recouvrent les notes : état des réponses
states-answered = Réponse
states-dont-know = Ne sait pas
states-not-applicable = Sans objet
states-blank = Sans réponse
states-no-evidence = Non justifié
states-all = Tous les processus
states-note = Sont comptées les questions de chaque processus, une par seuil. « Non justifié » : la réponse dépasse l’option la plus basse et aucun document n’a été cité.
climate-heading = Ce que dit l’enquête auprès du personnel
climate-not-available = Non disponible : aucune donnée d’enquête auprès du personnel.
climate-intro = L’enquête accompagne l’évaluation sans y entrer. Elle montre comment un processus est perçu par celles et ceux qu’il concerne.

raters-heading = Là où les évaluateurs divergent
raters-none = Parmi les critères notés par assez d’évaluateurs pour être montrés, aucun ne les sépare de { $limit } niveaux ou plus.
raters-intro = { $count ->
    [one] Sur { $count } critère, les évaluateurs diffèrent de { $limit } niveaux ou plus.
   *[other] Sur { $count } critères, les évaluateurs diffèrent de { $limit } niveaux ou plus.
} Le profil retient leur médiane ; il convient d’en discuter avant de s’y fier.
raters-caption = Critères qui divisent les évaluateurs
raters-raters = Évaluateurs
raters-from = Réponses de
raters-to = à
raters-on = Seuils
