# Annexes : qualité des données, réponses, détail des actions, données complémentaires, provenance
quality-heading = Qualité des données
quality-intro = { $count ->
    [0] Le contrôle des données n’a laissé aucune remarque.
    [one] Le contrôle des données a laissé { $count } remarque.
   *[other] Le contrôle des données a laissé { $count } remarques.
} Un jeu de données que la mission n’a pas fourni est indiqué comme non disponible ; rien n’est supposé à sa place.
quality-caption = Jeux de données
quality-data-set = Jeu de données
quality-status = État
quality-rows = Lignes
quality-empty = Cellules vides
quality-errors = Erreurs
quality-warnings = Avertissements
quality-read = lu
quality-not-available = non disponible
quality-not-readable = illisible
problems-caption = Remarques du contrôle
problems-where = Où
problems-found = Ce qui a été trouvé
problems-advice = Ce qu’il faut faire
problems-sheet = feuille { $sheet }
problems-row = ligne { $row }
problems-found-nothing = rien trouvé
problems-allowed = admis : { $allowed }
problems-more = { $count ->
    [one] { $count } autre remarque figure dans results/problems.json.
   *[other] { $count } autres remarques figurent dans results/problems.json.
}

answers-heading = Réponses à chaque critère
answers-intro = Origine des réponses : { $focus }. Le seuil le plus bas donne le niveau ; la dernière colonne en reprend la formulation dans le référentiel. Elle est vide lorsqu’une déclaration sans pièce justificative abaisse le niveau.
answers-wording = Formulation du référentiel pour ce niveau
answers-marked = * La déclaration n’est pas justifiée et compte au niveau 1.
answers-not-here = ne s’applique pas ici
answers-no-evidence = { $claim }, non justifié : compte pour { $value } *
answers-between = entre deux options
answers-several = plusieurs réponses
answers-dont-know = ne sait pas
answers-not-asked = non demandé
answers-blank = sans réponse

details-heading = Détail des actions
details-intro = Les actions demandent { $days } jours-personnes au total, y compris celles qui n’ont pas de place dans le plan.
details-caption = Étapes, résultats, mesure et risques de chaque action
details-steps = Étapes
details-result = Résultat et mesure
details-risk = Risque et parade
details-partners = Avec : { $roles }
details-when = { $start } – { $finish }
details-critical = Critique : aucune marge
details-slack = { $days ->
    [0] Aucune marge
    [one] Marge : { $days } jour ouvré
   *[other] Marge : { $days } jours ouvrés
}
details-amount = { $amount }
details-funding = , { $funding }
details-deliverable = Livrable : { $text }.
details-evidence = Pièce justificative : { $text }.
details-formula = Formule : { $text }.
details-baseline = Valeur initiale { $baseline }, cible { $target }.

beside-heading = Données complémentaires
beside-intro = Ces données n’entrent dans aucune note. Elles aident à juger si une note est crédible.
workforce-heading = Les effectifs en chiffres
workforce-not-available = Non disponible : aucune donnée sur le personnel.
workforce-caption = Les effectifs à la date des données
workforce-figure = Indicateur
workforce-unit = Unité
workforce-rests-on = Repose sur
workforce-note = Aucun chiffre reposant sur moins de { $least } personnes n’est publié.
survey-heading = Enquête auprès du personnel
survey-caption = Toutes les affirmations de l’enquête auprès du personnel
survey-statement = Affirmation
survey-favourable = Favorables
survey-reversed = { $statement } (l’accord est un mauvais signe)
survey-note = Réponses : personnes qui en ont donné une ; les « ne sait pas » et les absences de réponse sont laissés de côté. Rien n’est publié pour moins de { $least } réponses, ni le chiffre d’un processus comportant une telle affirmation.
documents-heading = Documents de référence
documents-not-available = Non disponible : aucune donnée sur les documents de référence.
documents-caption = Documents de référence demandés
documents-document = Document
documents-type = Type
documents-status = État
documents-approved = Approuvé le
documents-reviewed = Revu le
basics-heading = Documents de base manquants
basics-caption = Documents de base manquants, et ce que cela signifie
basics-on-list = Sur la liste
basics-marked = signalé comme manquant
basics-unnamed = non mentionné
basics-absence = Ce que signifie son absence
basics-note = Les documents de base sont ceux que la liste des documents de référence désigne comme tels. Un projet, ou un texte qui n’est plus en vigueur, compte comme présent.
basics-none = Tous les documents de base du périmètre ont été mentionnés.
basics-untold = On ne peut pas dire quels documents de base manquent : aucun document n’indique la ligne de la liste à laquelle il répond (colonne listed_as).

provenance-heading = Provenance
provenance-intro = Référentiel « { $standard } », version { $version } ; mission « { $mission } », vague { $wave }. Des données, des paramètres et des versions identiques donnent un rapport identique.
provenance-caption = Empreintes des données d’entrée
provenance-input = Fichier
provenance-no-inputs = L’exécution n’a enregistré aucune donnée d’entrée.
provenance-parameters = Paramètres
provenance-settings = Réglages
provenance-standard = Référentiel
provenance-versions = Versions
