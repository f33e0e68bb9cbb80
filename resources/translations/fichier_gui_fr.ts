<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Send links to JDownloader…</source>
        <translation>Envoyer les liens à JDownloader…</translation>
    </message>
    <message>
        <source>Use the key elsewhere…</source>
        <translation>Utiliser la clé ailleurs…</translation>
    </message>
    <message>
        <source>Ready-made commands for rclone, curl and Python, the steps for JDownloader</source>
        <translation>Commandes toutes prêtes pour rclone, curl et Python, étapes pour JDownloader</translation>
    </message>
    <message>
        <source>In a terminal: the first line makes the account a remote of rclone, under the name 1fichier; the others list it and send a file to it. rclone then keeps the key in its own file, in plain text.</source>
        <translation>Dans un terminal : la première ligne fait du compte un « remote » de rclone, sous le nom 1fichier ; les autres le listent et y envoient un fichier. rclone garde alors la clé dans son propre fichier, en clair.</translation>
    </message>
    <message>
        <source>In a terminal with a POSIX shell: what is in the account, a download and an upload. Take the parts that you need.</source>
        <translation>Dans un terminal avec un shell POSIX : ce que contient le compte, un téléchargement et un téléversement. Prenez les parties utiles.</translation>
    </message>
    <message>
        <source>In a file: what is in the account and a download, with Python alone.</source>
        <translation>Dans un fichier : ce que contient le compte et un téléchargement, avec Python seul.</translation>
    </message>
    <message>
        <source>JDownloader downloads with your account once it has the key:</source>
        <translation>JDownloader télécharge avec votre compte une fois qu’il a la clé :</translation>
    </message>
    <message>
        <source>Open Settings, Account Manager, and press Add.</source>
        <translation>Ouvrez Paramètres, Gestionnaire de comptes, et appuyez sur Ajouter.</translation>
    </message>
    <message>
        <source>Look for 1fichier.com, and choose the kind of account that has “API” in its name.</source>
        <translation>Cherchez 1fichier.com, et choisissez le type de compte dont le nom contient « API ».</translation>
    </message>
    <message>
        <source>Copy the key here, paste it into the field “API Key”, and press Save.</source>
        <translation>Copiez la clé ici, collez-la dans le champ « API Key », et enregistrez.</translation>
    </message>
    <message>
        <source>To hand links over, choose files in this program, then Copy link as, Send links to JDownloader.</source>
        <translation>Pour lui donner des liens, choisissez des fichiers dans ce programme, puis Copier le lien en, Envoyer les liens à JDownloader.</translation>
    </message>
    <message>
        <source>JDownloader has taken the links.</source>
        <translation>JDownloader a pris les liens.</translation>
    </message>
    <message>
        <source>JDownloader does not answer on this computer. Start it, or write the links to a file.</source>
        <translation>JDownloader ne répond pas sur cet ordinateur. Démarrez-le, ou écrivez les liens dans un fichier.</translation>
    </message>
    <message>
        <source>JDownloader did not take the links. It asks whether it may: answer Allow.</source>
        <translation>JDownloader n’a pas pris les liens. Il demande s’il peut : répondez Autoriser.</translation>
    </message>
    <message>
        <source>JDownloader has not answered. It asks whether it may take links: look there.</source>
        <translation>JDownloader n’a pas répondu. Il demande s’il peut prendre des liens : regardez là-bas.</translation>
    </message>
    <message numerus="yes">
        <source>%n 1fichier account(s) in rclone's configuration.</source>
        <translation>
            <numerusform>%n compte 1fichier dans la configuration de rclone.</numerusform>
            <numerusform>%n comptes 1fichier dans la configuration de rclone.</numerusform>
        </translation>
    </message>
    <message>
        <source>rclone has no configuration here: {path}</source>
        <translation>rclone n’a pas de configuration ici : {path}</translation>
    </message>
    <message>
        <source>rclone's configuration is protected by a password. “rclone config show” tells the key: copy it from there.</source>
        <translation>La configuration de rclone est protégée par un mot de passe. « rclone config show » donne la clé : copiez-la de là.</translation>
    </message>
    <message>
        <source>No 1fichier account in rclone's configuration: {path}</source>
        <translation>Aucun compte 1fichier dans la configuration de rclone : {path}</translation>
    </message>
    <message>
        <source>JDownloader</source>
        <translation>JDownloader</translation>
    </message>
    <message numerus="yes">
        <source>Send %n link(s) to JDownloader</source>
        <translation>
            <numerusform>Envoyer %n lien à JDownloader</numerusform>
            <numerusform>Envoyer %n liens à JDownloader</numerusform>
        </translation>
    </message>
    <message>
        <source>It must run on this computer, and asks you whether it may take them. It gets the links alone: no key and no passwords.</source>
        <translation>Il doit tourner sur cet ordinateur, et vous demande s’il peut les prendre. Il reçoit les liens seuls : ni clé ni mots de passe.</translation>
    </message>
    <message>
        <source>Write to a file…</source>
        <translation>Écrire dans un fichier…</translation>
    </message>
    <message>
        <source>Waiting for JDownloader: it may ask you to allow it.</source>
        <translation>JDownloader est attendu : il demande peut-être votre accord.</translation>
    </message>
    <message>
        <source>Write the links to a file</source>
        <translation>Écrire les liens dans un fichier</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) written to {name}.</source>
        <translation>
            <numerusform>%n lien écrit dans {name}.</numerusform>
            <numerusform>%n liens écrits dans {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy with the key</source>
        <translation>Copier avec la clé</translation>
    </message>
    <message>
        <source>Copy without the key</source>
        <translation>Copier sans la clé</translation>
    </message>
    <message>
        <source>Commands for {program}</source>
        <translation>Commandes pour {program}</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>Copier la clé</translation>
    </message>
    <message>
        <source>Use the key elsewhere</source>
        <translation>Utiliser la clé ailleurs</translation>
    </message>
    <message>
        <source>Your account in other programs</source>
        <translation>Votre compte dans d’autres programmes</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programmes</translation>
    </message>
    <message>
        <source>Take the key from rclone…</source>
        <translation>Prendre la clé de rclone…</translation>
    </message>
    <message>
        <source>Whoever has the key can use your whole account.</source>
        <translation>Quiconque a la clé peut utiliser tout votre compte.</translation>
    </message>
    <message>
        <source>Copied, without the key.</source>
        <translation>Copié, sans la clé.</translation>
    </message>
    <message>
        <source>Copied with the key. Clipboard histories are told to leave it out.</source>
        <translation>Copié avec la clé. Les historiques du presse-papiers sont priés de l’omettre.</translation>
    </message>
    <message>
        <source>The key of rclone is in use.</source>
        <translation>La clé de rclone est utilisée.</translation>
    </message>
    <message>
        <source>The key is tried once and kept in this system's key ring. rclone keeps its own copy.</source>
        <translation>La clé est essayée une fois et gardée dans le trousseau de ce système. rclone garde sa propre copie.</translation>
    </message>
    <message>
        <source>Take the key from rclone</source>
        <translation>Prendre la clé de rclone</translation>
    </message>
    <message>
        <source>Use the account that rclone uses</source>
        <translation>Utiliser le compte que rclone utilise</translation>
    </message>
    <message>
        <source>Remotes of rclone</source>
        <translation>« Remotes » de rclone</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Choisir un autre fichier…</translation>
    </message>
    <message>
        <source>rclone's configuration ({pattern})</source>
        <translation>Configuration de rclone ({pattern})</translation>
    </message>
    <message>
        <source>rclone's configuration</source>
        <translation>Configuration de rclone</translation>
    </message>
    <message>
        <source>Take it from rclone…</source>
        <translation>La prendre de rclone…</translation>
    </message>
    <message>
        <source>Use the key of a 1fichier account that rclone knows.</source>
        <translation>Utilise la clé d’un compte 1fichier que rclone connaît.</translation>
    </message>
    <message>
        <source>Account and storage…</source>
        <translation>Compte et stockage…</translation>
    </message>
    <message>
        <source>Plan, storage, CDN credits, and the settings that 1fichier keeps</source>
        <translation>Offre, stockage, crédits CDN, et les réglages que 1fichier conserve</translation>
    </message>
    <message>
        <source>{plan} left, until {date}</source>
        <translation>{plan} restants, jusqu’au {date}</translation>
    </message>
    <message>
        <source>CDN credits for {size}. They are not spent unless you agree to it.</source>
        <translation>Crédits CDN pour {size}. Ils ne sont pas dépensés sans votre accord.</translation>
    </message>
    <message>
        <source>{size} of {total}</source>
        <translation>{size} sur {total}</translation>
    </message>
    <message>
        <source>Read {age}.</source>
        <translation>Lu {age}.</translation>
    </message>
    <message>
        <source>1fichier did not take {names}: {reason}</source>
        <translation>1fichier n’a pas accepté {names} : {reason}</translation>
    </message>
    <message>
        <source>1fichier has taken: {names}</source>
        <translation>1fichier a accepté : {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are being sent…</source>
        <translation>
            <numerusform>Envoi de %n modification…</numerusform>
            <numerusform>Envoi de %n modifications…</numerusform>
        </translation>
    </message>
    <message>
        <source>Spend CDN credits on all downloads</source>
        <translation>Dépenser des crédits CDN pour tous les téléchargements</translation>
    </message>
    <message>
        <source>1fichier then pays each of your downloads from the credits, with any program, unasked.</source>
        <translation>1fichier paie alors chacun de vos téléchargements avec les crédits, quel que soit le programme, sans demander.</translation>
    </message>
    <message>
        <source>Domain of new links</source>
        <translation>Domaine des nouveaux liens</translation>
    </message>
    <message>
        <source>Links of files that are uploaded from now on begin with it.</source>
        <translation>Les liens des fichiers téléversés à partir de maintenant commencent par lui.</translation>
    </message>
    <message>
        <source>Links of my files without encryption (http)</source>
        <translation>Liens de mes fichiers sans chiffrement (http)</translation>
    </message>
    <message>
        <source>For old players and devices only: anybody on the way can read what is downloaded.</source>
        <translation>Réservé aux anciens lecteurs et appareils : n’importe qui sur le trajet peut lire ce qui est téléchargé.</translation>
    </message>
    <message>
        <source>My downloads without encryption (http)</source>
        <translation>Mes téléchargements sans chiffrement (http)</translation>
    </message>
    <message>
        <source>Direct links begin with http where nothing else is asked for.</source>
        <translation>Les liens directs commencent par http si rien d’autre n’est demandé.</translation>
    </message>
    <message>
        <source>Show the download menu on the web site</source>
        <translation>Afficher le menu de téléchargement sur le site</translation>
    </message>
    <message>
        <source>1fichier's pages then offer ways to download before they begin.</source>
        <translation>Les pages de 1fichier proposent alors plusieurs façons de télécharger avant de commencer.</translation>
    </message>
    <message>
        <source>Files on a page of the web site</source>
        <translation>Fichiers par page du site</translation>
    </message>
    <message>
        <source>How many files 1fichier's own file manager lists at once.</source>
        <translation>Combien de fichiers le gestionnaire de fichiers de 1fichier montre à la fois.</translation>
    </message>
    <message>
        <source>Take in files sent by FTP</source>
        <translation>Traiter les fichiers envoyés par FTP</translation>
    </message>
    <message>
        <source>By itself, or only when you start it.</source>
        <translation>Automatiquement, ou seulement quand vous le lancez.</translation>
    </message>
    <message>
        <source>Folder for files sent by FTP</source>
        <translation>Dossier des fichiers envoyés par FTP</translation>
    </message>
    <message>
        <source>Where they are put once they are taken in.</source>
        <translation>Où ils sont rangés une fois traités.</translation>
    </message>
    <message>
        <source>E-mail after files were taken in by FTP</source>
        <translation>E-mail après le traitement de fichiers envoyés par FTP</translation>
    </message>
    <message>
        <source>1fichier writes to the address of the account what was taken in.</source>
        <translation>1fichier écrit à l’adresse du compte ce qui a été traité.</translation>
    </message>
    <message>
        <source>E-mail after a remote upload</source>
        <translation>E-mail après un téléversement distant</translation>
    </message>
    <message>
        <source>1fichier writes to the address of the account when it has fetched what you asked for.</source>
        <translation>1fichier écrit à l’adresse du compte quand il a récupéré ce que vous avez demandé.</translation>
    </message>
    <message>
        <source>{plan} plan</source>
        <translation>Offre {plan}</translation>
    </message>
    <message>
        <source>{plan} plan, ended on {date}</source>
        <translation>Offre {plan}, terminée le {date}</translation>
    </message>
    <message>
        <source>1fichier takes no uploads for this account.</source>
        <translation>1fichier n’accepte aucun téléversement pour ce compte.</translation>
    </message>
    <message>
        <source>No CDN credits.</source>
        <translation>Pas de crédits CDN.</translation>
    </message>
    <message>
        <source>CDN credits for {size}. They are being spent: every download costs some.</source>
        <translation>Crédits CDN pour {size}. Ils sont en train d’être dépensés : chaque téléchargement en coûte.</translation>
    </message>
    <message>
        <source>1fichier lets it be read in {time}.</source>
        <translation>1fichier permet de le lire dans {time}.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>1fichier left as it was: {names}</source>
        <translation>1fichier a laissé tel quel : {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait.</source>
        <translation>
            <numerusform>%n modification attend.</numerusform>
            <numerusform>%n modifications attendent.</numerusform>
        </translation>
    </message>
    <message>
        <source>1fichier takes changes every five minutes.</source>
        <translation>1fichier accepte des modifications toutes les cinq minutes.</translation>
    </message>
    <message>
        <source>It says: {reason}</source>
        <translation>Il répond : {reason}</translation>
    </message>
    <message>
        <source>The storage is over its limit by {size}.</source>
        <translation>Le stockage dépasse sa limite de {size}.</translation>
    </message>
    <message>
        <source>Again in {time}.</source>
        <translation>À nouveau dans {time}.</translation>
    </message>
    <message>
        <source>The storage is over its limit.</source>
        <translation>Le stockage dépasse sa limite.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) will be sent in {time}.</source>
        <translation>
            <numerusform>%n modification sera envoyée dans {time}.</numerusform>
            <numerusform>%n modifications seront envoyées dans {time}.</numerusform>
        </translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Automatiquement</translation>
    </message>
    <message>
        <source>When I start it</source>
        <translation>Quand je le lance</translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation>Ne rien envoyer</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>The settings stay as 1fichier has them.</source>
        <translation>Les réglages restent comme 1fichier les a.</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Files sent by FTP go to</source>
        <translation>Les fichiers envoyés par FTP vont dans</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Settings that 1fichier keeps</source>
        <translation>Réglages que 1fichier conserve</translation>
    </message>
    <message numerus="yes">
        <source>Save %n change(s) to the account's settings?</source>
        <translation>
            <numerusform>Enregistrer la modification des réglages du compte ?</numerusform>
            <numerusform>Enregistrer les %n modifications des réglages du compte ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>Utiliser ce dossier</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Continuer la saisie</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>Chaud</translation>
    </message>
    <message>
        <source>Used in the last 60 days; does not count</source>
        <translation>Utilisé ces 60 derniers jours ; ne compte pas</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>Froid</translation>
    </message>
    <message>
        <source>Not used for 60 days; counts</source>
        <translation>Pas utilisé depuis 60 jours ; compte</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Left for what grows cold</source>
        <translation>Reste pour ce qui devient froid</translation>
    </message>
    <message>
        <source>1fichier counted this {age}.</source>
        <translation>1fichier a compté ceci {age}.</translation>
    </message>
    <message>
        <source>Share this folder</source>
        <translation>Partager ce dossier</translation>
    </message>
    <message>
        <source>Share this folder…</source>
        <translation>Partager ce dossier…</translation>
    </message>
    <message>
        <source>Public page: anyone with its link sees the files</source>
        <translation>Page publique : qui a son lien voit les fichiers</translation>
    </message>
    <message>
        <source>E-mails of registered users</source>
        <translation>E-mails d’utilisateurs inscrits</translation>
    </message>
    <message>
        <source>May read</source>
        <translation>Peuvent lire</translation>
    </message>
    <message>
        <source>May also write</source>
        <translation>Peuvent aussi écrire</translation>
    </message>
    <message>
        <source>May read, links hidden</source>
        <translation>Peuvent lire, liens cachés</translation>
    </message>
    <message>
        <source>1fichier does not say whether it keeps a password that is not sent again: enter it to be sure.</source>
        <translation>1fichier ne dit pas s’il garde un mot de passe qui n’est pas renvoyé : saisissez-le pour en être sûr.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Partager</translation>
    </message>
    <message>
        <source>Named twice: {words}</source>
        <translation>Cité deux fois : {words}</translation>
    </message>
    <message>
        <source>{name} is public.</source>
        <translation>{name} est public.</translation>
    </message>
    <message>
        <source>The sharing of {name} is set.</source>
        <translation>Le partage de {name} est en place.</translation>
    </message>
    <message>
        <source>from the addresses {list}</source>
        <translation>depuis les adresses {list}</translation>
    </message>
    <message>
        <source>from {countries}</source>
        <translation>depuis ces pays : {countries}</translation>
    </message>
    <message>
        <source>signed in as {emails}</source>
        <translation>avec le compte {emails}</translation>
    </message>
    <message>
        <source>with a paid 1fichier plan</source>
        <translation>avec une offre payante de 1fichier</translation>
    </message>
    <message>
        <source>Anyone with the link can open it.</source>
        <translation>Toute personne ayant le lien peut l’ouvrir.</translation>
    </message>
    <message>
        <source>Whoever has the link can open it only {conditions}.</source>
        <translation>Qui a le lien peut l’ouvrir seulement {conditions}.</translation>
    </message>
    <message>
        <source>knowing the password</source>
        <translation>en connaissant le mot de passe</translation>
    </message>
    <message>
        <source>{some} or {last}</source>
        <translation>{some} ou {last}</translation>
    </message>
    <message>
        <source>Link rules</source>
        <translation>Règles du lien</translation>
    </message>
    <message>
        <source>Password and link rules…</source>
        <translation>Mot de passe et règles du lien…</translation>
    </message>
    <message numerus="yes">
        <source>Rules for the links of %n file(s)</source>
        <translation>
            <numerusform>Règles pour le lien de %n fichier</numerusform>
            <numerusform>Règles pour les liens de %n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>A password is asked for</source>
        <translation>Un mot de passe est demandé</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Only with a paid 1fichier plan</source>
        <translation>Seulement avec une offre payante de 1fichier</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Shown in the browser, without the download page</source>
        <translation>Affiché dans le navigateur, sans la page de téléchargement</translation>
    </message>
    <message>
        <source>Without encryption (http), for old players</source>
        <translation>Sans chiffrement (http), pour les anciens lecteurs</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Find a country</source>
        <translation>Chercher un pays</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>E-mails</translation>
    </message>
    <message>
        <source>Files that were not changed</source>
        <translation>Fichiers qui n’ont pas été modifiés</translation>
    </message>
    <message>
        <source>Any; such as 192.0.2.0/24, 2001:db8::/32</source>
        <translation>Toutes ; par exemple 192.0.2.0/24, 2001:db8::/32</translation>
    </message>
    <message>
        <source>Anybody, or e-mails of registered users</source>
        <translation>Tout le monde, ou les e-mails d’utilisateurs inscrits</translation>
    </message>
    <message>
        <source>Set the rules</source>
        <translation>Appliquer les règles</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s)</source>
        <translation>
            <numerusform>Au moins %n caractère</numerusform>
            <numerusform>Au moins %n caractères</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed just now; shown once the folder is read again.</source>
        <translation>Modifié à l’instant ; affiché dès que le dossier est relu.</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Inchangé</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were not changed. The others have the new rules.</source>
        <translation>
            <numerusform>%n fichier n’a pas été modifié. Les autres ont les nouvelles règles.</numerusform>
            <numerusform>%n fichiers n’ont pas été modifiés. Les autres ont les nouvelles règles.</numerusform>
        </translation>
    </message>
    <message>
        <source>Groups that are not checked stay as they are in each file.</source>
        <translation>Les groupes non cochés restent tels quels dans chaque fichier.</translation>
    </message>
    <message numerus="yes">
        <source>The password needs at least %n character(s).</source>
        <translation>
            <numerusform>Il faut au moins %n caractère au mot de passe.</numerusform>
            <numerusform>Il faut au moins %n caractères au mot de passe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rules of %n file(s) are set.</source>
        <translation>
            <numerusform>Les règles de %n fichier sont en place.</numerusform>
            <numerusform>Les règles de %n fichiers sont en place.</numerusform>
        </translation>
    </message>
    <message>
        <source>Antivirus scan</source>
        <translation>Analyse antivirus</translation>
    </message>
    <message>
        <source>Let 1fichier scan {name} for viruses?</source>
        <translation>Faire analyser {name} par l’antivirus de 1fichier ?</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Analyser</translation>
    </message>
    <message>
        <source>1fichier deletes the file for good if it takes it for infected.</source>
        <translation>1fichier supprime le fichier pour de bon s’il le juge infecté.</translation>
    </message>
    <message>
        <source>1fichier found nothing in {name}.</source>
        <translation>1fichier n’a rien trouvé dans {name}.</translation>
    </message>
    <message>
        <source>1fichier took {name} for infected and deleted it.</source>
        <translation>1fichier a jugé {name} infecté et l’a supprimé.</translation>
    </message>
    <message>
        <source>Scan for viruses…</source>
        <translation>Analyser (antivirus)…</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Propriétés</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Type de contenu</translation>
    </message>
    <message>
        <source>Downloads spend CDN credits</source>
        <translation>Les téléchargements coûtent des crédits CDN</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Public link</source>
        <translation>Lien public</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Partagé avec</translation>
    </message>
    <message>
        <source>Write every copied link like this</source>
        <translation>Utiliser ce format pour tous les liens copiés</translation>
    </message>
    <message>
        <source>QR code…</source>
        <translation>Code QR…</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>Code QR</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Unknown, left as it is: {places}</source>
        <translation>Inconnu, laissé tel quel : {places}</translation>
    </message>
    <message>
        <source>{places}; \n begins a new line, \t a column.</source>
        <translation>{places} ; \n commence une ligne, \t une colonne.</translation>
    </message>
    <message>
        <source>QR code of {link}</source>
        <translation>Code QR de {link}</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Copy link as</source>
        <translation>Copier le lien en</translation>
    </message>
    <message>
        <source>Copy link as…</source>
        <translation>Copier le lien en…</translation>
    </message>
    <message>
        <source>Recent links…</source>
        <translation>Liens récents…</translation>
    </message>
    <message>
        <source>No links yet: they come here when an upload ends.</source>
        <translation>Pas encore de lien : ils arrivent ici à la fin d’un téléversement.</translation>
    </message>
    <message>
        <source>Copied links are written as</source>
        <translation>Format des liens copiés</translation>
    </message>
    <message>
        <source>Holds for every “Copy link”; “Copy link as” offers the others.</source>
        <translation>Vaut pour chaque « Copier le lien » ; « Copier le lien en » propose les autres formats.</translation>
    </message>
    <message>
        <source>Such as {name} ({size}): {url}. “Copy link as” shows the result while you type.</source>
        <translation>Par exemple {name} ({size}) : {url}. « Copier le lien en » montre le résultat pendant la saisie.</translation>
    </message>
    <message>
        <source>Link alone</source>
        <translation>Lien seul</translation>
    </message>
    <message>
        <source>Name and link</source>
        <translation>Nom et lien</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>BBCode</source>
        <translation>BBCode</translation>
    </message>
    <message>
        <source>Own template</source>
        <translation>Modèle personnel</translation>
    </message>
    <message>
        <source>stored as</source>
        <translation>enregistré sous</translation>
    </message>
    <message>
        <source>active</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>need you</source>
        <translation>à régler</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>en échec</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminés</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>The service has not said yet whose key this is.</source>
        <translation>Le service n’a pas encore dit à qui est cette clé.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Offre</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’au</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Stocké</translation>
    </message>
    <message>
        <source>Space left</source>
        <translation>Espace restant</translation>
    </message>
    <message>
        <source>CDN credit</source>
        <translation>Crédit CDN</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>There is no key.</source>
        <translation>Il n’y a pas de clé.</translation>
    </message>
    <message>
        <source>The key is in the system's key ring.</source>
        <translation>La clé est dans le trousseau du système.</translation>
    </message>
    <message>
        <source>The key is kept for this run only.</source>
        <translation>La clé n’est gardée que pour cette session.</translation>
    </message>
    <message>
        <source>The key comes from FICHIER_API_KEY.</source>
        <translation>La clé vient de FICHIER_API_KEY.</translation>
    </message>
    <message>
        <source>[y/N]</source>
        <translation>[o/N]</translation>
    </message>
    <message>
        <source>y</source>
        <translation>o</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>API key: </source>
        <translation>Clé API : </translation>
    </message>
    <message>
        <source>This does not look like an API key (32 characters); trying it all the same.</source>
        <translation>Cela ne ressemble pas à une clé API (32 caractères) ; elle est essayée quand même.</translation>
    </message>
    <message>
        <source>Password of the files: </source>
        <translation>Mot de passe des fichiers : </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Up one folder</source>
        <translation>Dossier parent</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Filter this folder</source>
        <translation>Filtrer ce dossier</translation>
    </message>
    <message>
        <source>Go to a path…</source>
        <translation>Aller à un chemin…</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Nouveau dossier…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Download to…</source>
        <translation>Télécharger vers…</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Fetch from the web…</source>
        <translation>Récupérer depuis le web…</translation>
    </message>
    <message>
        <source>Remote uploads: 1fichier fetches files by itself from addresses</source>
        <translation>Téléversements distants : 1fichier va lui-même chercher des fichiers à des adresses</translation>
    </message>
    <message>
        <source>Not asked for yet</source>
        <translation>Pas encore demandé</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Pas accepté</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>Waits at 1fichier</source>
        <translation>En attente chez 1fichier</translation>
    </message>
    <message>
        <source>Being fetched</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Récupéré</translation>
    </message>
    <message>
        <source>It is sent to 1fichier in its turn, and can still be taken back.</source>
        <translation>L’adresse est envoyée à 1fichier à son tour, et peut encore être retirée.</translation>
    </message>
    <message>
        <source>1fichier has never been asked for it.</source>
        <translation>1fichier n’en a jamais reçu la demande.</translation>
    </message>
    <message>
        <source>1fichier has taken it and fetches it in its turn.</source>
        <translation>1fichier l’a accepté et le récupère à son tour.</translation>
    </message>
    <message>
        <source>1fichier has begun; it does not say how far it is.</source>
        <translation>1fichier a commencé, sans dire où il en est.</translation>
    </message>
    <message>
        <source>The file is in the account.</source>
        <translation>Le fichier est dans le compte.</translation>
    </message>
    <message>
        <source>An older request: choose it to ask 1fichier what became of it.</source>
        <translation>Une demande plus ancienne : la choisir pour demander à 1fichier ce qu’elle est devenue.</translation>
    </message>
    <message numerus="yes">
        <source>1fichier has fetched %n file(s).</source>
        <translation>
            <numerusform>1fichier a récupéré %n fichier.</numerusform>
            <numerusform>1fichier a récupéré %n fichiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>1fichier could not fetch it: {reason}</source>
        <translation>1fichier n’a pas pu le récupérer : {reason}</translation>
    </message>
    <message>
        <source>Nothing is at this address any more.</source>
        <translation>Il n’y a plus rien à cette adresse.</translation>
    </message>
    <message>
        <source>The server there does not let 1fichier in. It may want a cookie or a header.</source>
        <translation>Le serveur de cette adresse refuse 1fichier. Il lui faut peut-être un cookie ou un en-tête.</translation>
    </message>
    <message>
        <source>1fichier cannot reach the server there.</source>
        <translation>1fichier ne parvient pas à joindre le serveur de cette adresse.</translation>
    </message>
    <message>
        <source>The server there has a problem of its own. It may go later.</source>
        <translation>Le serveur de cette adresse a lui-même un problème. Cela ira peut-être plus tard.</translation>
    </message>
    <message>
        <source>The file is larger than the account may hold.</source>
        <translation>Le fichier est plus grand que ce que le compte peut contenir.</translation>
    </message>
    <message>
        <source>1fichier does not understand this address.</source>
        <translation>1fichier ne comprend pas cette adresse.</translation>
    </message>
    <message>
        <source>Request {number}</source>
        <translation>Demande {number}</translation>
    </message>
    <message numerus="yes">
        <source>1fichier could not fetch %n file(s).</source>
        <translation>
            <numerusform>1fichier n’a pas pu récupérer %n fichier.</numerusform>
            <numerusform>1fichier n’a pas pu récupérer %n fichiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>1fichier has fetched {name}.</source>
        <translation>1fichier a récupéré {name}.</translation>
    </message>
    <message>
        <source>The folder it was to go to is not there any more.</source>
        <translation>Le dossier de destination n’existe plus.</translation>
    </message>
    <message>
        <source>1fichier refused it: {reason}</source>
        <translation>1fichier l’a refusé : {reason}</translation>
    </message>
    <message>
        <source>1fichier could not fetch it, and does not say why.</source>
        <translation>1fichier n’a pas pu le récupérer, et ne dit pas pourquoi.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being fetched</source>
        <translation>
            <numerusform>%n en cours</numerusform>
            <numerusform>%n en cours</numerusform>
        </translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>1fichier fetches by itself, whether this program runs or not. It does not say how far it is, and cannot stop what it has taken.</source>
        <translation>1fichier récupère les fichiers lui-même, que ce programme soit ouvert ou non. Il ne dit pas où il en est, et ne peut pas arrêter ce qu’il a accepté.</translation>
    </message>
    <message>
        <source>Asked {age}</source>
        <translation>Demandé {age}</translation>
    </message>
    <message>
        <source>Fetch from the web</source>
        <translation>Récupérer depuis le web</translation>
    </message>
    <message>
        <source>Nothing has been fetched yet.</source>
        <translation>Rien n’a encore été récupéré.</translation>
    </message>
    <message>
        <source>Try again…</source>
        <translation>Réessayer…</translation>
    </message>
    <message>
        <source>Take back what was not sent</source>
        <translation>Retirer ce qui n’est pas envoyé</translation>
    </message>
    <message>
        <source>Forget what was not taken</source>
        <translation>Oublier ce qui n’est pas accepté</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Demander maintenant</translation>
    </message>
    <message>
        <source>FTP access…</source>
        <translation>Accès FTP…</translation>
    </message>
    <message>
        <source>Sub-accounts for devices that send files by FTP, and taking in what they sent</source>
        <translation>Sous-comptes pour les appareils qui envoient des fichiers par FTP, et traitement de ce qu’ils ont envoyé</translation>
    </message>
    <message>
        <source>For devices and programs that know FTP only, such as cameras. The server is {host}; what is sent there becomes files of the account once 1fichier has taken it in.</source>
        <translation>Pour les appareils et les programmes qui ne connaissent que le FTP, comme des caméras. Le serveur est {host} ; ce qui y est envoyé devient des fichiers du compte une fois traité par 1fichier.</translation>
    </message>
    <message>
        <source>FTP access</source>
        <translation>Accès FTP</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Where shall its files go?</source>
        <translation>Où faut-il mettre ses fichiers ?</translation>
    </message>
    <message>
        <source>Take in now</source>
        <translation>Traiter maintenant</translation>
    </message>
    <message>
        <source>Sub-accounts</source>
        <translation>Sous-comptes</translation>
    </message>
    <message>
        <source>Of the new sub-account</source>
        <translation>Du nouveau sous-compte</translation>
    </message>
    <message>
        <source>{name} can send files now.</source>
        <translation>{name} peut maintenant envoyer des fichiers.</translation>
    </message>
    <message>
        <source>1fichier takes in what has come. The files appear in their folders in a while.</source>
        <translation>1fichier traite ce qui est arrivé. Les fichiers apparaîtront sous peu dans leurs dossiers.</translation>
    </message>
    <message>
        <source>Taking in</source>
        <translation>Traitement</translation>
    </message>
    <message>
        <source>Files go to</source>
        <translation>Destination des fichiers</translation>
    </message>
    <message>
        <source>Remove the sub-account {name}?</source>
        <translation>Supprimer le sous-compte {name} ?</translation>
    </message>
    <message>
        <source>Devices that use it can send nothing more. Files that it has sent stay.</source>
        <translation>Les appareils qui l’utilisent ne pourront plus rien envoyer. Les fichiers qu’il a envoyés restent.</translation>
    </message>
    <message numerus="yes">
        <source>%n sub-account(s)</source>
        <translation>
            <numerusform>%n sous-compte</numerusform>
            <numerusform>%n sous-comptes</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no sub-account yet.</source>
        <translation>Il n’y a pas encore de sous-compte.</translation>
    </message>
    <message>
        <source>Remove the sub-account</source>
        <translation>Supprimer le sous-compte</translation>
    </message>
    <message>
        <source>What 1fichier fetches</source>
        <translation>Ce que 1fichier récupère</translation>
    </message>
    <message>
        <source>Asking 1fichier…</source>
        <translation>Question à 1fichier…</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) of 1fichier left out: “Paste links” is for those.</source>
        <translation>
            <numerusform>%n lien 1fichier laissé de côté : il va dans « Coller des liens ».</numerusform>
            <numerusform>%n liens 1fichier laissés de côté : ils vont dans « Coller des liens ».</numerusform>
        </translation>
    </message>
    <message>
        <source>No address in this text.</source>
        <translation>Aucune adresse dans ce texte.</translation>
    </message>
    <message>
        <source>Where shall it go?</source>
        <translation>Où faut-il le mettre ?</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>Enregistrer ici</translation>
    </message>
    <message>
        <source>Send cookies or headers along</source>
        <translation>Envoyer aussi des cookies ou des en-têtes</translation>
    </message>
    <message>
        <source>Addresses to fetch</source>
        <translation>Adresses à récupérer</translation>
    </message>
    <message>
        <source>Paste addresses (http, https, ftp), one a line or in any text: 1fichier fetches the files.</source>
        <translation>Coller des adresses (http, https, ftp), une par ligne ou dans un texte : 1fichier va chercher les fichiers.</translation>
    </message>
    <message>
        <source>Cookies</source>
        <translation>Cookies</translation>
    </message>
    <message>
        <source>name=value; name=value</source>
        <translation>nom=valeur ; nom=valeur</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>En-têtes</translation>
    </message>
    <message>
        <source>One a line, such as Referer: https://example.org/</source>
        <translation>Un par ligne, comme Referer : https://example.org/</translation>
    </message>
    <message>
        <source>No header: {lines}</source>
        <translation>Pas un en-tête : {lines}</translation>
    </message>
    <message numerus="yes">
        <source>Fetch %n file(s)</source>
        <translation>
            <numerusform>Récupérer %n fichier</numerusform>
            <numerusform>Récupérer %n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Upload files…</source>
        <translation>Téléverser des fichiers…</translation>
    </message>
    <message>
        <source>Upload a folder…</source>
        <translation>Téléverser un dossier…</translation>
    </message>
    <message>
        <source>Paste links</source>
        <translation>Coller des liens</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Afficher les détails</translation>
    </message>
    <message>
        <source>Folder tree</source>
        <translation>Arborescence</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferts</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Tout mettre en pause</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Tout reprendre</translation>
    </message>
    <message>
        <source>Clear done</source>
        <translation>Effacer les terminés</translation>
    </message>
    <message>
        <source>After the queue</source>
        <translation>À la fin de la file</translation>
    </message>
    <message>
        <source>Do nothing after the queue</source>
        <translation>Ne rien faire à la fin de la file</translation>
    </message>
    <message>
        <source>Quit after the queue</source>
        <translation>Quitter à la fin de la file</translation>
    </message>
    <message>
        <source>Sleep after the queue</source>
        <translation>Mettre en veille à la fin de la file</translation>
    </message>
    <message>
        <source>Shut down after the queue</source>
        <translation>Éteindre à la fin de la file</translation>
    </message>
    <message>
        <source>All transfers have ended. Your choice holds for this one time.</source>
        <translation>Tous les transferts sont terminés. Votre choix ne vaut que pour cette fois.</translation>
    </message>
    <message>
        <source>Shut down now</source>
        <translation>Éteindre maintenant</translation>
    </message>
    <message>
        <source>Sleep now</source>
        <translation>Mettre en veille maintenant</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>Quitter maintenant</translation>
    </message>
    <message>
        <source>This computer did not go to sleep: the system refused it.</source>
        <translation>Cet ordinateur ne s’est pas mis en veille : le système l’a refusé.</translation>
    </message>
    <message>
        <source>This computer was not shut down: the system refused it.</source>
        <translation>Cet ordinateur n’a pas été éteint : le système l’a refusé.</translation>
    </message>
    <message numerus="yes">
        <source>This computer shuts down in %n second(s)</source>
        <translation>
            <numerusform>Cet ordinateur s’éteint dans %n seconde</numerusform>
            <numerusform>Cet ordinateur s’éteint dans %n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer goes to sleep in %n second(s)</source>
        <translation>
            <numerusform>Cet ordinateur se met en veille dans %n seconde</numerusform>
            <numerusform>Cet ordinateur se met en veille dans %n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The program quits in %n second(s)</source>
        <translation>
            <numerusform>Le programme se ferme dans %n seconde</numerusform>
            <numerusform>Le programme se ferme dans %n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try all with this problem again</source>
        <translation>Réessayer tous ceux qui ont ce problème</translation>
    </message>
    <message>
        <source>Cancel and delete the partial file</source>
        <translation>Annuler et supprimer le fichier partiel</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>Tout en haut</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Plus haut</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Plus bas</translation>
    </message>
    <message>
        <source>To the bottom</source>
        <translation>Tout en bas</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Ouvrir le fichier</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Afficher dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Show on 1fichier</source>
        <translation>Afficher sur 1fichier</translation>
    </message>
    <message>
        <source>Enter an API key…</source>
        <translation>Saisir une clé API…</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Oublier la clé</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>À propos de ce programme</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Afficher la fenêtre</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Change the path</source>
        <translation>Modifier le chemin</translation>
    </message>
    <message>
        <source>There is no folder “{path}” in this account.</source>
        <translation>Il n’y a pas de dossier « {path} » dans ce compte.</translation>
    </message>
    <message>
        <source>Read {age}. 1fichier allows it every 30 seconds: the folder is read again in {countdown}.</source>
        <translation>Lu {age}. 1fichier le permet toutes les 30 secondes : le dossier sera relu dans {countdown}.</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) copied</source>
        <translation>
            <numerusform>%n lien copié</numerusform>
            <numerusform>%n liens copiés</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>1fichier desktop client</source>
        <translation>Client de bureau 1fichier</translation>
    </message>
    <message>
        <source>Browse your 1fichier account, drop files to upload them; every download is verified.</source>
        <translation>Parcourez votre compte 1fichier, déposez des fichiers pour les téléverser ; chaque téléchargement est vérifié.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. Not made by and not tied to 1fichier.com.</source>
        <translation>Logiciel libre sous licence MIT, sans aucun lien avec 1fichier.com.</translation>
    </message>
    <message>
        <source>No advertising, no telemetry, no update without asking.</source>
        <translation>Ni publicité, ni télémétrie, ni mise à jour sans demander.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Enter the password…</source>
        <translation>Saisir le mot de passe…</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Récupération…</translation>
    </message>
    <message>
        <source>From this network 1fichier may take CDN credits for it. Nothing was fetched.</source>
        <translation>Depuis ce réseau, 1fichier pourrait prélever des crédits CDN pour cela. Rien n’a été récupéré.</translation>
    </message>
    <message>
        <source>It has {size}; pictures of up to {limit} are shown.</source>
        <translation>Elle fait {size} ; les images sont affichées jusqu’à {limit}.</translation>
    </message>
    <message>
        <source>It is damaged, or of a kind that this program does not know.</source>
        <translation>Elle est endommagée, ou d’un type que ce programme ne connaît pas.</translation>
    </message>
    <message>
        <source>It is kept until the program ends, and never written to disk.</source>
        <translation>Il est gardé jusqu’à la fin du programme, et n’est jamais écrit sur le disque.</translation>
    </message>
    <message>
        <source>It is protected with a password.</source>
        <translation>Il est protégé par un mot de passe.</translation>
    </message>
    <message>
        <source>Its name is that of a text, but its bytes are not.</source>
        <translation>Son nom est celui d’un texte, mais pas son contenu.</translation>
    </message>
    <message>
        <source>Look at a picture or a text, or play sound and films, without a download</source>
        <translation>Regarder une image ou un texte, ou lire du son et des films, sans les télécharger</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Picture {name}</source>
        <translation>Image {name}</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Text of {name}</source>
        <translation>Texte de {name}</translation>
    </message>
    <message>
        <source>The beginning of it: {done} of {total}</source>
        <translation>Le début seulement : {done} sur {total}</translation>
    </message>
    <message>
        <source>There is nothing to see</source>
        <translation>Aucun aperçu possible</translation>
    </message>
    <message>
        <source>This is no text</source>
        <translation>Ce n’est pas un texte</translation>
    </message>
    <message>
        <source>This picture cannot be shown</source>
        <translation>Cette image ne peut pas être affichée</translation>
    </message>
    <message>
        <source>This picture is too large to look at</source>
        <translation>Cette image est trop grande pour être affichée</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Copier les versions</translation>
    </message>
    <message>
        <source>Version {program} · Python {python} · Qt {qt} · {system}</source>
        <translation>Version {program} · Python {python} · Qt {qt} · {system}</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Votre compte</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Enter another key…</source>
        <translation>Saisir une autre clé…</translation>
    </message>
    <message>
        <source>Removes the key from this computer. Transfers wait; nothing is lost.</source>
        <translation>Retire la clé de cet ordinateur. Les transferts attendent ; rien n’est perdu.</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Pas encore lu</translation>
    </message>
    <message>
        <source>Enter a key…</source>
        <translation>Saisir une clé…</translation>
    </message>
    <message>
        <source>A file of that name exists</source>
        <translation>Un fichier de ce nom existe</translation>
    </message>
    <message>
        <source>{name} is already in {folder}</source>
        <translation>{name} est déjà dans {folder}</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Garder les deux</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Décider plus tard</translation>
    </message>
    <message>
        <source>The file on 1fichier is {size}.</source>
        <translation>Le fichier sur 1fichier fait {size}.</translation>
    </message>
    <message>
        <source>Keep both: the new one becomes {name}.</source>
        <translation>Garder les deux : le nouveau devient {name}.</translation>
    </message>
    <message>
        <source>Replace: the file on this computer is overwritten once the new one is complete and verified.</source>
        <translation>Remplacer : le fichier de cet ordinateur est écrasé une fois le nouveau complet et vérifié.</translation>
    </message>
    <message>
        <source>Skip: the file on this computer stays, nothing is downloaded.</source>
        <translation>Ignorer : le fichier de cet ordinateur reste, rien n’est téléchargé.</translation>
    </message>
    <message numerus="yes">
        <source>Download %n file(s) to {folder}</source>
        <translation>
            <numerusform>Télécharger %n fichier dans {folder}</numerusform>
            <numerusform>Télécharger %n fichiers dans {folder}</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to download</source>
        <translation>Il n’y a rien à télécharger</translation>
    </message>
    <message>
        <source>What will be downloaded</source>
        <translation>Ce qui sera téléchargé</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>Download %n file(s)</source>
        <translation>
            <numerusform>Télécharger %n fichier</numerusform>
            <numerusform>Télécharger %n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved under another name</source>
        <translation>
            <numerusform>%n enregistré sous un autre nom</numerusform>
            <numerusform>%n enregistrés sous un autre nom</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to download</source>
        <translation>
            <numerusform>%n à télécharger</numerusform>
            <numerusform>%n à télécharger</numerusform>
        </translation>
    </message>
    <message>
        <source>{files}, {size}</source>
        <translation>{files}, {size}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>Path of the folder</source>
        <translation>Chemin du dossier</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose the download folder</source>
        <translation>Choisir le dossier de téléchargement</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>&amp;Clé API</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clé API</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>Collez la clé ici</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Afficher la clé</translation>
    </message>
    <message>
        <source>Paste the key from the clipboard</source>
        <translation>Coller la clé du presse-papiers</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>Masquer la clé</translation>
    </message>
    <message>
        <source>32 letters, digits and signs, made on 1fichier's key page.</source>
        <translation>32 lettres, chiffres et signes, créés sur la page des clés de 1fichier.</translation>
    </message>
    <message>
        <source>This has the shape of a key.</source>
        <translation>Cela a la forme d’une clé.</translation>
    </message>
    <message>
        <source>Keys usually have {usual} characters; this has {count}. It can be tried all the same.</source>
        <translation>Les clés ont d’habitude {usual} caractères ; celle-ci en a {count}. On peut l’essayer quand même.</translation>
    </message>
    <message>
        <source>This holds characters that keys usually lack. It can be tried all the same.</source>
        <translation>Elle contient des caractères que les clés n’ont pas d’habitude. On peut l’essayer quand même.</translation>
    </message>
    <message>
        <source>Open the key page</source>
        <translation>Ouvrir la page des clés</translation>
    </message>
    <message>
        <source>1fichier.com, in your browser. Look for “API”.</source>
        <translation>1fichier.com, dans votre navigateur. Cherchez « API ».</translation>
    </message>
    <message>
        <source>Checking the key</source>
        <translation>Vérification de la clé</translation>
    </message>
    <message>
        <source>Enter the key of your 1fichier account</source>
        <translation>Saisissez la clé de votre compte 1fichier</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Utiliser cette clé</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>&amp;Name of the new folder in {folder}</source>
        <translation>&amp;Nom du nouveau dossier dans {folder}</translation>
    </message>
    <message>
        <source>Name of the new folder</source>
        <translation>Nom du nouveau dossier</translation>
    </message>
    <message>
        <source>Make the folder</source>
        <translation>Créer le dossier</translation>
    </message>
    <message>
        <source>1fichier stores this as {stored}, because it refuses some of these characters. Here it is shown as you wrote it.</source>
        <translation>1fichier l’enregistre sous {stored}, car il refuse certains de ces caractères. Ici il s’affiche tel que vous l’avez écrit.</translation>
    </message>
    <message>
        <source>This is as long as a name may be: {count} characters.</source>
        <translation>Un nom ne peut être plus long : {count} caractères.</translation>
    </message>
    <message>
        <source>1fichier cannot store / \ &lt; &gt; " ' $ ` in names; look-alikes take their place.</source>
        <translation>1fichier ne peut enregistrer / \ &lt; &gt; " ' $ ` dans les noms ; des signes semblables les remplacent.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Afficher le mot de passe</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Masquer le mot de passe</translation>
    </message>
    <message>
        <source>Enter the password of {name}</source>
        <translation>Saisissez le mot de passe de {name}</translation>
    </message>
    <message>
        <source>The last password did not open it.</source>
        <translation>Le dernier mot de passe ne l’a pas ouvert.</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Mot de passe</translation>
    </message>
    <message>
        <source>Downloads that were started together with it and ask for a password try it too. It is kept until the program ends, and never written to disk.</source>
        <translation>Les téléchargements lancés avec lui qui demandent un mot de passe l’essaient aussi. Il est gardé jusqu’à la fin du programme, et jamais écrit sur le disque.</translation>
    </message>
    <message>
        <source>Text with 1fichier links</source>
        <translation>Texte avec des liens 1fichier</translation>
    </message>
    <message>
        <source>Paste links, or any text that holds links, one or hundreds.</source>
        <translation>Collez des liens, ou tout texte qui en contient, un seul ou des centaines.</translation>
    </message>
    <message>
        <source>Download folder</source>
        <translation>Dossier de téléchargement</translation>
    </message>
    <message>
        <source>Password of the protected files</source>
        <translation>Mot de passe des fichiers protégés</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Enregistrer dans</translation>
    </message>
    <message>
        <source>Use this password</source>
        <translation>Utiliser ce mot de passe</translation>
    </message>
    <message>
        <source>Files behind the links</source>
        <translation>Fichiers derrière les liens</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>No 1fichier link yet.</source>
        <translation>Pas encore de lien 1fichier.</translation>
    </message>
    <message>
        <source>No 1fichier link in this text.</source>
        <translation>Pas de lien 1fichier dans ce texte.</translation>
    </message>
    <message numerus="yes">
        <source>%n file link(s)</source>
        <translation>
            <numerusform>%n lien de fichier</numerusform>
            <numerusform>%n liens de fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder link(s)</source>
        <translation>
            <numerusform>%n lien de dossier</numerusform>
            <numerusform>%n liens de dossiers</numerusform>
        </translation>
    </message>
    <message>
        <source>{files} and {folders}</source>
        <translation>{files} et {folders}</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n laissé de côté</numerusform>
            <numerusform>%n laissés de côté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) still running</source>
        <translation>
            <numerusform>%n transfert est encore en cours</numerusform>
            <numerusform>%n transferts sont encore en cours</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit and continue later</source>
        <translation>Quitter et continuer plus tard</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Ne pas quitter</translation>
    </message>
    <message>
        <source>They stop now and go on at the next start. Downloads keep what they have; 1fichier cannot resume an upload, so a file that is half sent starts again.</source>
        <translation>Ils s’arrêtent maintenant et reprendront au prochain démarrage. Les téléchargements gardent ce qu’ils ont ; 1fichier ne sait pas reprendre un téléversement, donc un fichier à moitié envoyé recommencera.</translation>
    </message>
    <message>
        <source>Quit without asking from now on</source>
        <translation>Quitter désormais sans demander</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Folders of the account</source>
        <translation>Dossiers du compte</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>In the file list</source>
        <translation>Dans la liste des fichiers</translation>
    </message>
    <message>
        <source>In the transfers</source>
        <translation>Dans les transferts</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>verb</comment>
        <translation>Fermer</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Téléversement</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>What will be uploaded</source>
        <translation>Ce qui sera téléversé</translation>
    </message>
    <message>
        <source>What to do with files that do not go up in one piece</source>
        <translation>Que faire des fichiers qui ne partent pas d’un seul tenant</translation>
    </message>
    <message>
        <source>Split what is too large into parts</source>
        <translation>Découper en parties ce qui est trop gros</translation>
    </message>
    <message>
        <source>Leave out what is too large</source>
        <translation>Laisser de côté ce qui est trop gros</translation>
    </message>
    <message>
        <source>Start them at {time}, when the line is free</source>
        <translation>Les commencer à {time}, quand la ligne est libre</translation>
    </message>
    <message>
        <source>Send them all the same</source>
        <translation>Les envoyer quand même</translation>
    </message>
    <message numerus="yes">
        <source>%n that 1fichier would cut</source>
        <translation>
            <numerusform>%n que 1fichier couperait</numerusform>
            <numerusform>%n que 1fichier couperait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out the %n file(s) whose name is already there</source>
        <translation>
            <numerusform>Laisser de côté le fichier dont le nom existe déjà</numerusform>
            <numerusform>Laisser de côté les %n fichiers dont le nom existe déjà</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Upload %n file(s) to {folder}</source>
        <translation>
            <numerusform>Téléverser %n fichier dans {folder}</numerusform>
            <numerusform>Téléverser %n fichiers dans {folder}</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to upload</source>
        <translation>Il n’y a rien à téléverser</translation>
    </message>
    <message numerus="yes">
        <source>in %n folder(s); those that exist are used</source>
        <translation>
            <numerusform>dans %n dossier, réutilisé s’il existe déjà</numerusform>
            <numerusform>dans %n dossiers ; ceux qui existent déjà sont réutilisés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Upload %n file(s)</source>
        <translation>
            <numerusform>Téléverser %n fichier</numerusform>
            <numerusform>Téléverser %n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a name that is already there: both will exist</source>
        <translation>
            <numerusform>%n dont le nom existe déjà : les deux coexisteront</numerusform>
            <numerusform>%n dont le nom existe déjà : les deux coexisteront</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored under another name, shown here as it is</source>
        <translation>
            <numerusform>%n enregistré sous un autre nom, affiché ici tel quel</numerusform>
            <numerusform>%n enregistrés sous un autre nom, affichés ici tels quels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to upload</source>
        <translation>
            <numerusform>%n à téléverser</numerusform>
            <numerusform>%n à téléverser</numerusform>
        </translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Essayer la démonstration</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>A made-up account on this computer. It needs no key and sends nothing.</source>
        <translation>Un compte fictif sur cet ordinateur. Il ne demande pas de clé et n’envoie rien.</translation>
    </message>
    <message>
        <source>The demo could not be started. Start the program with --demo.</source>
        <translation>La démonstration n’a pas pu démarrer. Lancez le programme avec --demo.</translation>
    </message>
    <message>
        <source>Connect to your 1fichier account</source>
        <translation>Connectez votre compte 1fichier</translation>
    </message>
    <message>
        <source>Where downloads go</source>
        <translation>Où vont les téléchargements</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Étape {step} sur {steps}</translation>
    </message>
    <message>
        <source>Check the key</source>
        <translation>Vérifier la clé</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>Ouvrir la fenêtre</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Programs sign in to 1fichier with an API key: a long password that 1fichier makes for you. Downloads need a Premium, Access or Gold account, or CDN credits; uploads and folders work without.</source>
        <translation>Les programmes se connectent à 1fichier avec une clé API : un long mot de passe que 1fichier crée pour vous. Les téléchargements demandent un compte Premium, Access ou Gold, ou des crédits CDN ; téléversements et dossiers fonctionnent sans.</translation>
    </message>
    <message>
        <source>Keep it in this system's key ring</source>
        <translation>La garder dans le trousseau de ce système</translation>
    </message>
    <message>
        <source>Without this the key is asked for at every start.</source>
        <translation>Sans cela, la clé est demandée à chaque démarrage.</translation>
    </message>
    <message>
        <source>Never share it: whoever has it can use your whole account.</source>
        <translation>Ne la partagez jamais : quiconque l’a peut utiliser tout votre compte.</translation>
    </message>
    <message>
        <source>One press forgets it here: Settings, Account, Forget the key.</source>
        <translation>Un clic l’oublie ici : Réglages, Compte, Oublier la clé.</translation>
    </message>
    <message>
        <source>If it leaked, reset it on the key page: the old one stops working at once.</source>
        <translation>Si elle a fuité, réinitialisez-la sur la page des clés : l’ancienne cesse aussitôt de fonctionner.</translation>
    </message>
    <message>
        <source>Save downloads in</source>
        <translation>Enregistrer les téléchargements dans</translation>
    </message>
    <message>
        <source>It can be changed later, and for every download.</source>
        <translation>Vous pourrez le changer plus tard, et pour chaque téléchargement.</translation>
    </message>
    <message>
        <source>The key is in use. 1fichier is busy and will tell about the account later.</source>
        <translation>La clé est utilisée. 1fichier est occupé et parlera du compte plus tard.</translation>
    </message>
    <message>
        <source>Drop files and folders on the window to upload them. Links are copied for you.</source>
        <translation>Déposez fichiers et dossiers sur la fenêtre pour les téléverser. Les liens sont copiés pour vous.</translation>
    </message>
    <message>
        <source>Double-click a file to download it. Its checksum is compared with 1fichier's.</source>
        <translation>Double-cliquez sur un fichier pour le télécharger. Sa somme de contrôle est comparée à celle de 1fichier.</translation>
    </message>
    <message>
        <source>Paste 1fichier links to download them: Ctrl+V.</source>
        <translation>Collez des liens 1fichier pour les télécharger : Ctrl+V.</translation>
    </message>
    <message>
        <source>Quit whenever you like: transfers go on at the next start.</source>
        <translation>Quittez quand vous voulez : les transferts reprennent au prochain démarrage.</translation>
    </message>
    <message>
        <source>Choose where to download to</source>
        <translation>Choisir où télécharger</translation>
    </message>
    <message>
        <source>Reading what is to be downloaded…</source>
        <translation>Lecture de ce qui est à télécharger…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Verified: the checksum is the same</source>
        <translation>Vérifié : la somme de contrôle est identique</translation>
    </message>
    <message>
        <source>1fichier knows its checksum: a download is verified against it</source>
        <translation>1fichier connaît sa somme de contrôle : un téléchargement est vérifié avec elle</translation>
    </message>
    <message>
        <source>checksum known</source>
        <translation>somme de contrôle connue</translation>
    </message>
    <message>
        <source>no checksum</source>
        <translation>pas de somme de contrôle</translation>
    </message>
    <message>
        <source>{reason}: try again</source>
        <translation>{reason} : réessayer</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Average speed</source>
        <translation>Vitesse moyenne</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Temps restant</translation>
    </message>
    <message>
        <source>Remote folder</source>
        <translation>Dossier distant</translation>
    </message>
    <message>
        <source>This is the demo: a made-up account inside this program. Nothing reaches 1fichier.</source>
        <translation>Ceci est la démonstration : un compte fictif dans ce programme. Rien n’atteint 1fichier.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi ?</translation>
    </message>
    <message>
        <source>The link to {name} is on the clipboard.</source>
        <translation>Le lien vers {name} est dans le presse-papiers.</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) are on the clipboard.</source>
        <translation>
            <numerusform>%n lien est dans le presse-papiers.</numerusform>
            <numerusform>%n liens sont dans le presse-papiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your key was refused</source>
        <translation>Votre clé a été refusée</translation>
    </message>
    <message>
        <source>Transfers wait until another key is entered.</source>
        <translation>Les transferts attendent qu’une autre clé soit saisie.</translation>
    </message>
    <message>
        <source>A transfer stopped</source>
        <translation>Un transfert s’est arrêté</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) stopped</source>
        <translation>
            <numerusform>%n transfert arrêté</numerusform>
            <numerusform>%n transferts arrêtés</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the window to see why.</source>
        <translation>Ouvrez la fenêtre pour voir pourquoi.</translation>
    </message>
    <message>
        <source>Transfers complete</source>
        <translation>Transferts terminés</translation>
    </message>
    <message>
        <source>Transfers ended</source>
        <translation>Transferts achevés</translation>
    </message>
    <message>
        <source>{name} is done.</source>
        <translation>{name} est terminé.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) done.</source>
        <translation>
            <numerusform>%n fichier terminé.</numerusform>
            <numerusform>%n fichiers terminés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) failed.</source>
        <translation>
            <numerusform>%n fichier en échec.</numerusform>
            <numerusform>%n fichiers en échec.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) copied.</source>
        <translation>
            <numerusform>%n lien copié.</numerusform>
            <numerusform>%n liens copiés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Upload files</source>
        <translation>Téléverser des fichiers</translation>
    </message>
    <message>
        <source>Upload a folder</source>
        <translation>Téléverser un dossier</translation>
    </message>
    <message>
        <source>Reading what is to be uploaded…</source>
        <translation>Lecture de ce qui est à téléverser…</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Quitter la démonstration</translation>
    </message>
    <message>
        <source>The program cannot start</source>
        <translation>Le programme ne peut pas démarrer</translation>
    </message>
    <message>
        <source>Copy again</source>
        <translation>Copier à nouveau</translation>
    </message>
    <message>
        <source>Offline: as of {age}</source>
        <translation>Hors ligne : liste lue {age}</translation>
    </message>
    <message>
        <source>Read {age}</source>
        <translation>Lu {age}</translation>
    </message>
    <message>
        <source>Recent links</source>
        <translation>Liens récents</translation>
    </message>
    <message>
        <source>1fichier
No key entered</source>
        <translation>1fichier
Aucune clé saisie</translation>
    </message>
    <message>
        <source>1fichier
No network: transfers wait</source>
        <translation>1fichier
Pas de réseau : les transferts attendent</translation>
    </message>
    <message>
        <source>1fichier</source>
        <translation>1fichier</translation>
    </message>
    <message>
        <source>{running} of {all}</source>
        <translation>{running} sur {all}</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Lien copié</translation>
    </message>
    <message>
        <source>Why this transfer stands still</source>
        <translation>Pourquoi ce transfert est arrêté</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Type a path, such as /Films/2024</source>
        <translation>Tapez un chemin, tel que /Films/2024</translation>
    </message>
    <message>
        <source>Go to {folder}</source>
        <translation>Aller à {folder}</translation>
    </message>
    <message>
        <source>Folders between</source>
        <translation>Dossiers intermédiaires</translation>
    </message>
    <message>
        <source>Who can open it</source>
        <translation>Qui peut l’ouvrir</translation>
    </message>
    <message>
        <source>Checksum (Whirlpool)</source>
        <translation>Somme de contrôle (Whirlpool)</translation>
    </message>
    <message>
        <source>Copy the checksum</source>
        <translation>Copier la somme de contrôle</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
    <message>
        <source>at least {size}</source>
        <translation>au moins {size}</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Aucune sélection</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Drop to upload to {folder}</source>
        <translation>Déposez pour téléverser dans {folder}</translation>
    </message>
    <message>
        <source>Upload it too: both will exist</source>
        <translation>Le téléverser aussi : les deux existeront</translation>
    </message>
    <message>
        <source>If the folder has a file of that name</source>
        <translation>Si le dossier a un fichier de ce nom</translation>
    </message>
    <message>
        <source>overwrite duplicate existing twin</source>
        <translation>écraser doublon existant double</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left out: their names are there.</source>
        <translation>
            <numerusform>%n fichier laissé de côté : son nom existe déjà.</numerusform>
            <numerusform>%n fichiers laissés de côté : leurs noms existent déjà.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not the same for all</source>
        <translation>Pas la même chose pour tous</translation>
    </message>
    <message>
        <source>Compare the contents</source>
        <translation>Comparer les contenus</translation>
    </message>
    <message>
        <source>What is here already is skipped; of what differs, both are kept.</source>
        <translation>Ce qui est déjà ici est ignoré ; de ce qui diffère, les deux sont gardés.</translation>
    </message>
    <message>
        <source>The new file gets a number in its name.</source>
        <translation>Le nouveau fichier reçoit un numéro dans son nom.</translation>
    </message>
    <message>
        <source>The file on this computer is overwritten once the new one is complete and verified.</source>
        <translation>Le fichier de cet ordinateur est écrasé une fois le nouveau complet et vérifié.</translation>
    </message>
    <message>
        <source>The file on this computer stays, nothing is downloaded.</source>
        <translation>Le fichier de cet ordinateur reste, rien n’est téléchargé.</translation>
    </message>
    <message>
        <source>The download waits for your answer.</source>
        <translation>Le téléchargement attend votre réponse.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>On 1fichier</source>
        <translation>Sur 1fichier</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Ce qui se passe</translation>
    </message>
    <message>
        <source>Files of these names exist</source>
        <translation>Des fichiers portent déjà ces noms</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to download are on this computer already</source>
        <translation>
            <numerusform>%n fichier à télécharger est déjà sur cet ordinateur</numerusform>
            <numerusform>%n fichiers à télécharger sont déjà sur cet ordinateur</numerusform>
        </translation>
    </message>
    <message>
        <source>Files that exist</source>
        <translation>Fichiers existants</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message numerus="yes">
        <source>&amp;For all %n file(s)</source>
        <translation>
            <numerusform>&amp;Pour le fichier</numerusform>
            <numerusform>&amp;Pour les %n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;For the %n selected file(s)</source>
        <translation>
            <numerusform>&amp;Pour le fichier sélectionné</numerusform>
            <numerusform>&amp;Pour les %n fichiers sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>Only small files can be dragged to other programs from here.</source>
        <translation>Seuls les petits fichiers peuvent être glissés d’ici vers d’autres programmes.</translation>
    </message>
    <message>
        <source>It takes too long to fetch this during a drag.</source>
        <translation>C’est trop long à récupérer pendant un glisser-déposer.</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Nothing in this folder has “{text}” in its name.</source>
        <translation>Rien dans ce dossier ne contient « {text} » dans son nom.</translation>
    </message>
    <message>
        <source>Enter your API key and your files on 1fichier appear here.</source>
        <translation>Saisissez votre clé API et vos fichiers sur 1fichier apparaîtront ici.</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Pas encore de compte</translation>
    </message>
    <message>
        <source>“{folder}” is empty</source>
        <translation>« {folder} » est vide</translation>
    </message>
    <message>
        <source>Your account is empty</source>
        <translation>Votre compte est vide</translation>
    </message>
    <message>
        <source>Drop files here to upload, or paste 1fichier links.</source>
        <translation>Déposez ici des fichiers à téléverser, ou collez des liens 1fichier.</translation>
    </message>
    <message>
        <source>{shown} of {items}</source>
        <translation>{shown} sur {items}</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Progress of all transfers</source>
        <translation>Progression de tous les transferts</translation>
    </message>
    <message>
        <source>Paused: the rest of the folders is looked at when you resume.</source>
        <translation>En pause : la suite des dossiers sera parcourue à la reprise.</translation>
    </message>
    <message>
        <source>looking at folders</source>
        <translation>parcours de dossiers</translation>
    </message>
    <message>
        <source>Keep this computer awake while files move</source>
        <translation>Empêcher la mise en veille pendant les transferts</translation>
    </message>
    <message>
        <source>It may sleep again once nothing moves. The screen may still go dark.</source>
        <translation>Elle redevient possible dès que plus rien ne bouge. L’écran peut s’éteindre.</translation>
    </message>
    <message>
        <source>Outside the demo this computer would have gone to sleep now.</source>
        <translation>Hors de la démonstration, cet ordinateur se serait mis en veille maintenant.</translation>
    </message>
    <message>
        <source>Outside the demo this computer would have been shut down now.</source>
        <translation>Hors de la démonstration, cet ordinateur se serait éteint maintenant.</translation>
    </message>
    <message>
        <source>This is the demo: nothing is done to your computer.</source>
        <translation>Ceci est la démonstration : rien n’arrive à votre ordinateur.</translation>
    </message>
    <message>
        <source>{name} changed after parts of it were sent.</source>
        <translation>{name} a changé après l’envoi de certaines parties.</translation>
    </message>
    <message>
        <source>The parts on 1fichier stay as they are, but no longer belong to one file. Upload the file again to send all of it, or put it back as it was and try again.</source>
        <translation>Les parties sur 1fichier restent telles quelles, mais ne forment plus un même fichier. Téléversez de nouveau le fichier entier, ou remettez-le dans son état et réessayez.</translation>
    </message>
    <message>
        <source>It was tried several times. The other transfers go on.</source>
        <translation>Plusieurs essais ont échoué. Les autres transferts continuent.</translation>
    </message>
    <message>
        <source>name refused</source>
        <translation>nom refusé</translation>
    </message>
    <message>
        <source>The disk takes no file or folder named {name}.</source>
        <translation>Ce disque n’accepte pas le nom {name}.</translation>
    </message>
    <message>
        <source>Its content and its link are as they should be.</source>
        <translation>Son contenu et son lien sont intacts.</translation>
    </message>
    <message>
        <source>Waits: all transfers are paused</source>
        <translation>En attente : tout est en pause</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Restant</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Local path</source>
        <translation>Chemin local</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Somme de contrôle</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>It starts as soon as it is its turn.</source>
        <translation>Il commence dès que c’est son tour.</translation>
    </message>
    <message>
        <source>1fichier is asked which server to send it to.</source>
        <translation>On demande à 1fichier à quel serveur l’envoyer.</translation>
    </message>
    <message>
        <source>1fichier is asked where to fetch it from.</source>
        <translation>On demande à 1fichier où le chercher.</translation>
    </message>
    <message>
        <source>It is on its way to 1fichier.</source>
        <translation>Il est en route vers 1fichier.</translation>
    </message>
    <message>
        <source>It is on its way to this computer.</source>
        <translation>Il est en route vers cet ordinateur.</translation>
    </message>
    <message>
        <source>All of it was sent, and 1fichier is storing it.</source>
        <translation>Tout est envoyé, et 1fichier l’enregistre.</translation>
    </message>
    <message>
        <source>All of it came, and goes to the disk.</source>
        <translation>Tout est arrivé, et s’écrit sur le disque.</translation>
    </message>
    <message>
        <source>Its checksum is compared with 1fichier's.</source>
        <translation>Sa somme de contrôle est comparée à celle de 1fichier.</translation>
    </message>
    <message>
        <source>It was put off until then.</source>
        <translation>Il a été remis à ce moment-là.</translation>
    </message>
    <message>
        <source>When you resume it, it is sent from the start.</source>
        <translation>À la reprise, il repart du début.</translation>
    </message>
    <message>
        <source>When you resume it, it goes on where it was.</source>
        <translation>À la reprise, il continue où il en était.</translation>
    </message>
    <message>
        <source>Transfers: {summary}</source>
        <translation>Transferts : {summary}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Width of the panes</source>
        <translation>Largeur des panneaux</translation>
    </message>
    <message>
        <source>Height of the transfers</source>
        <translation>Hauteur des transferts</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Requests: {state}</source>
        <translation>Requêtes : {state}</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
    <message>
        <source>A made-up account inside this program. Nothing reaches 1fichier.</source>
        <translation>Un compte fictif dans ce programme. Rien n’atteint 1fichier.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Download speed</source>
        <translation>Vitesse de téléchargement</translation>
    </message>
    <message>
        <source>Upload speed</source>
        <translation>Vitesse de téléversement</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Limits on</source>
        <translation>Limites actives</translation>
    </message>
    <message>
        <source>Limits off</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>Speed limits: off</source>
        <translation>Limites de vitesse : aucune</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Speed limits: download {down}, upload {up}</source>
        <translation>Limites de vitesse : téléchargement {down}, téléversement {up}</translation>
    </message>
    <message>
        <source>Speed limits: nothing moves</source>
        <translation>Limites de vitesse : rien ne bouge</translation>
    </message>
    <message>
        <source>Slow limits</source>
        <translation>Vitesse réduite</translation>
    </message>
    <message>
        <source>Slow limits: download {down}, upload {up}</source>
        <translation>Vitesse réduite : téléchargement {down}, téléversement {up}</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>Pleine vitesse</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Arrêt</translation>
    </message>
    <message>
        <source>Off until {time}</source>
        <translation>Arrêt jusqu’à {time}</translation>
    </message>
    <message>
        <source>By the schedule</source>
        <translation>Selon le planning</translation>
    </message>
    <message>
        <source>By the schedule, until {time}</source>
        <translation>Selon le planning, jusqu’à {time}</translation>
    </message>
    <message>
        <source>Your choice over the schedule</source>
        <translation>Votre choix, à la place du planning</translation>
    </message>
    <message>
        <source>Your choice, until the schedule changes: {time}</source>
        <translation>Votre choix, jusqu’au prochain changement du planning : {time}</translation>
    </message>
    <message>
        <source>Click for full speed</source>
        <translation>Cliquez pour la pleine vitesse</translation>
    </message>
    <message>
        <source>Click for full speed until the schedule changes</source>
        <translation>Cliquez pour la pleine vitesse jusqu’au prochain changement du planning</translation>
    </message>
    <message>
        <source>Click for the slow limits: download {down}, upload {up}</source>
        <translation>Cliquez pour la vitesse réduite : téléchargement {down}, téléversement {up}</translation>
    </message>
    <message>
        <source>Click for the slow limits until the schedule changes: download {down}, upload {up}</source>
        <translation>Cliquez pour la vitesse réduite jusqu’au prochain changement du planning : téléchargement {down}, téléversement {up}</translation>
    </message>
    <message>
        <source>The usual limits hold, if there are any.</source>
        <translation>Les limites habituelles s’appliquent, s’il y en a.</translation>
    </message>
    <message>
        <source>The slow limits hold.</source>
        <translation>La vitesse réduite s’applique.</translation>
    </message>
    <message>
        <source>Nothing starts, and what moves waits. An upload that is under way begins again afterwards.</source>
        <translation>Rien ne démarre, et ce qui est en cours attend. Un téléversement en cours recommence ensuite.</translation>
    </message>
    <message>
        <source>Waits until {time}</source>
        <translation>Attend jusqu’à {time}</translation>
    </message>
    <message>
        <source>Waits: the schedule says off</source>
        <translation>Attend : le planning dit arrêt</translation>
    </message>
    <message>
        <source>The schedule lets nothing move.</source>
        <translation>Le planning ne laisse rien passer.</translation>
    </message>
    <message>
        <source>The schedule lets nothing move until {time}.</source>
        <translation>Le planning ne laisse rien passer jusqu’à {time}.</translation>
    </message>
    <message>
        <source>{count} waiting until {time}</source>
        <translation>{count} en attente jusqu’à {time}</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>Speed limits…</source>
        <translation>Limites de vitesse…</translation>
    </message>
    <message>
        <source>Limit the speed…</source>
        <translation>Limiter la vitesse…</translation>
    </message>
    <message>
        <source>Limit the speed</source>
        <translation>Limiter la vitesse</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>&amp;Limit of this transfer</source>
        <translation>&amp;Limite de ce transfert</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Limit of each of %n transfer(s)</source>
        <translation>
            <numerusform>&amp;Limite de %n transfert</numerusform>
            <numerusform>&amp;Limite de chacun des %n transferts</numerusform>
        </translation>
    </message>
    <message>
        <source>The limits for all transfers together hold as well.</source>
        <translation>Les limites de l’ensemble des transferts s’appliquent aussi.</translation>
    </message>
    <message>
        <source>Set the limit</source>
        <translation>Fixer la limite</translation>
    </message>
    <message>
        <source>1fichier asked for a pause: {countdown} left.</source>
        <translation>1fichier a demandé une pause : encore {countdown}.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) waiting: 1fichier limits how often it may be asked.</source>
        <translation>
            <numerusform>%n requête en attente : 1fichier limite la fréquence des demandes.</numerusform>
            <numerusform>%n requêtes en attente : 1fichier limite la fréquence des demandes.</numerusform>
        </translation>
    </message>
    <message>
        <source>1fichier can be asked at once.</source>
        <translation>1fichier peut être interrogé tout de suite.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>verb</comment>
        <translation>Téléverser</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>View</source>
        <comment>menu</comment>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Upload {name} to</source>
        <translation>Téléverser {name} dans</translation>
    </message>
    <message>
        <source>Upload here</source>
        <translation>Téléverser ici</translation>
    </message>
    <message>
        <source>Details copied</source>
        <translation>Détails copiés</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Rien ici pour l’instant</translation>
    </message>
    <message>
        <source>Nothing is moving</source>
        <translation>Rien n’est en cours</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Rien n’attend</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Rien ne vous attend</translation>
    </message>
    <message>
        <source>Nothing has failed</source>
        <translation>Rien n’a échoué</translation>
    </message>
    <message>
        <source>Nothing is done yet</source>
        <translation>Rien n’est encore terminé</translation>
    </message>
    <message>
        <source>Which transfers are shown</source>
        <translation>Transferts affichés</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Open the transfers</source>
        <translation>Ouvrir les transferts</translation>
    </message>
    <message>
        <source>Fold the transfers to one line</source>
        <translation>Réduire les transferts à une ligne</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>À régler</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Gratuit</translation>
    </message>
    <message>
        <source>Premium</source>
        <translation>Premium</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>No key is in use.</source>
        <translation>Aucune clé n’est utilisée.</translation>
    </message>
    <message>
        <source>The key is kept in this system's key ring.</source>
        <translation>La clé est gardée dans le trousseau de ce système.</translation>
    </message>
    <message>
        <source>The key is kept until the program ends.</source>
        <translation>La clé est gardée jusqu’à la fin du programme.</translation>
    </message>
    <message>
        <source>The key was given for this run.</source>
        <translation>La clé a été donnée pour cette session.</translation>
    </message>
    <message>
        <source>{plan}, {days}</source>
        <translation>{plan}, {days}</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>No key entered</source>
        <translation>Aucune clé saisie</translation>
    </message>
    <message>
        <source>Key in use, account not read yet</source>
        <translation>Clé utilisée, compte pas encore lu</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} en cours</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} en attente</translation>
    </message>
    <message>
        <source>{count} need you</source>
        <translation>{count} à régler</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 à régler</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} en échec</translation>
    </message>
    <message>
        <source>Nothing to transfer</source>
        <translation>Rien à transférer</translation>
    </message>
    <message>
        <source>Enter a new key</source>
        <translation>Saisir une nouvelle clé</translation>
    </message>
    <message>
        <source>Check my network</source>
        <translation>Vérifier mon réseau</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Qu’est-ce que c’est ?</translation>
    </message>
    <message>
        <source>Open the restrictions page</source>
        <translation>Ouvrir la page des restrictions</translation>
    </message>
    <message>
        <source>Explain limits and splitting</source>
        <translation>Expliquer les limites et le découpage</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Envoyer à nouveau</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Télécharger à nouveau</translation>
    </message>
    <message>
        <source>Keep anyway</source>
        <translation>Garder quand même</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Choisir un autre dossier</translation>
    </message>
    <message>
        <source>Enter the password</source>
        <translation>Saisir le mot de passe</translation>
    </message>
    <message>
        <source>Use CDN credits this time</source>
        <translation>Utiliser les crédits CDN cette fois</translation>
    </message>
    <message>
        <source>Open the network settings</source>
        <translation>Ouvrir les réglages du réseau</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
    <message>
        <source>It goes on by itself in {countdown}; nothing is lost.</source>
        <translation>Tout reprend tout seul dans {countdown} ; rien n’est perdu.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Un nouvel essai se fait tout seul.</translation>
    </message>
    <message>
        <source>The other transfers go on.</source>
        <translation>Les autres transferts continuent.</translation>
    </message>
    <message>
        <source>Transfers wait and keep what they have.</source>
        <translation>Les transferts attendent et gardent ce qu’ils ont.</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>pas de clé</translation>
    </message>
    <message>
        <source>There is no API key yet.</source>
        <translation>Il n’y a pas encore de clé API.</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>clé refusée</translation>
    </message>
    <message>
        <source>1fichier refused your API key: it was reset, disabled or mistyped.</source>
        <translation>1fichier a refusé votre clé API : elle a été réinitialisée, désactivée ou mal saisie.</translation>
    </message>
    <message>
        <source>slowed down</source>
        <translation>ralenti</translation>
    </message>
    <message>
        <source>1fichier asks us to slow down.</source>
        <translation>1fichier nous demande de ralentir.</translation>
    </message>
    <message>
        <source>cooling down</source>
        <translation>en pause forcée</translation>
    </message>
    <message>
        <source>1fichier counted too many requests and asks for a pause.</source>
        <translation>1fichier a compté trop de requêtes et demande une pause.</translation>
    </message>
    <message>
        <source>address locked</source>
        <translation>adresse bloquée</translation>
    </message>
    <message>
        <source>1fichier has locked this internet address for up to an hour.</source>
        <translation>1fichier a bloqué cette adresse internet, pour une heure au plus.</translation>
    </message>
    <message>
        <source>server busy</source>
        <translation>serveur occupé</translation>
    </message>
    <message>
        <source>A 1fichier server is overloaded.</source>
        <translation>Un serveur de 1fichier est surchargé.</translation>
    </message>
    <message>
        <source>It is tried again by itself, with longer and longer pauses.</source>
        <translation>De nouveaux essais se font tout seuls, de plus en plus espacés.</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>maintenance</translation>
    </message>
    <message>
        <source>1fichier is closed for maintenance.</source>
        <translation>1fichier est fermé pour maintenance.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>1fichier refused this request.</source>
        <translation>1fichier a refusé cette demande.</translation>
    </message>
    <message>
        <source>odd answer</source>
        <translation>réponse étrange</translation>
    </message>
    <message>
        <source>1fichier sent an answer that this program does not understand.</source>
        <translation>1fichier a envoyé une réponse que ce programme ne comprend pas.</translation>
    </message>
    <message>
        <source>link expired</source>
        <translation>lien expiré</translation>
    </message>
    <message>
        <source>The download address expired.</source>
        <translation>L’adresse de téléchargement a expiré.</translation>
    </message>
    <message>
        <source>A new one is asked for, and the download goes on where it was.</source>
        <translation>Une nouvelle est demandée, et le téléchargement reprend où il en était.</translation>
    </message>
    <message>
        <source>address not allowed</source>
        <translation>adresse non autorisée</translation>
    </message>
    <message>
        <source>1fichier does not accept requests from your present internet address or country.</source>
        <translation>1fichier n’accepte pas de demande depuis votre adresse internet ou votre pays actuels.</translation>
    </message>
    <message>
        <source>An IP or country restriction of the account or of the file keeps it out.</source>
        <translation>Une restriction d’adresse IP ou de pays, du compte ou du fichier, l’exclut.</translation>
    </message>
    <message>
        <source>VPN or data centre</source>
        <translation>VPN ou centre de données</translation>
    </message>
    <message>
        <source>This connection looks like a VPN to 1fichier, and premium downloads are refused there.</source>
        <translation>Pour 1fichier, cette connexion ressemble à un VPN, et les téléchargements premium y sont refusés.</translation>
    </message>
    <message>
        <source>It waits for you.</source>
        <translation>Le transfert vous attend.</translation>
    </message>
    <message>
        <source>It waits for you: leave the VPN or proxy and retry, or pay with CDN credits.</source>
        <translation>Il vous attend : quittez le VPN ou le proxy et réessayez, ou payez avec des crédits CDN.</translation>
    </message>
    <message>
        <source>used elsewhere</source>
        <translation>utilisé ailleurs</translation>
    </message>
    <message>
        <source>Your account was used from another internet address a moment ago.</source>
        <translation>Votre compte a servi il y a un instant depuis une autre adresse internet.</translation>
    </message>
    <message>
        <source>1fichier allows one at a time. It goes on by itself in {countdown}.</source>
        <translation>1fichier n’en permet qu’une à la fois. Tout reprend tout seul dans {countdown}.</translation>
    </message>
    <message>
        <source>owner locked</source>
        <translation>propriétaire bloqué</translation>
    </message>
    <message>
        <source>1fichier has locked the account that owns this file.</source>
        <translation>1fichier a bloqué le compte auquel appartient ce fichier.</translation>
    </message>
    <message>
        <source>Nothing is deleted here; only its owner can settle it with 1fichier.</source>
        <translation>Rien n’est supprimé ici ; seul son propriétaire peut régler cela avec 1fichier.</translation>
    </message>
    <message>
        <source>premium needed</source>
        <translation>premium requis</translation>
    </message>
    <message>
        <source>Downloads through the API need Premium, Access or CDN credits.</source>
        <translation>Les téléchargements par l’API demandent Premium, Access ou des crédits CDN.</translation>
    </message>
    <message>
        <source>Uploads and folders work without.</source>
        <translation>Téléversements et dossiers fonctionnent sans.</translation>
    </message>
    <message>
        <source>password needed</source>
        <translation>mot de passe requis</translation>
    </message>
    <message>
        <source>This file is protected by a password.</source>
        <translation>Ce fichier est protégé par un mot de passe.</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>mauvais mot de passe</translation>
    </message>
    <message>
        <source>This password does not open the file.</source>
        <translation>Ce mot de passe n’ouvre pas le fichier.</translation>
    </message>
    <message>
        <source>not shared with you</source>
        <translation>non partagé avec vous</translation>
    </message>
    <message>
        <source>The file exists, but its owner's rules keep you out.</source>
        <translation>Le fichier existe, mais les règles de son propriétaire vous en excluent.</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>This is no longer on 1fichier: it was deleted or it expired.</source>
        <translation>Ce n’est plus sur 1fichier : supprimé ou expiré.</translation>
    </message>
    <message>
        <source>already so</source>
        <translation>déjà ainsi</translation>
    </message>
    <message>
        <source>Nothing had to be changed.</source>
        <translation>Il n’y avait rien à changer.</translation>
    </message>
    <message>
        <source>name taken</source>
        <translation>nom déjà pris</translation>
    </message>
    <message>
        <source>A folder of that name is already there.</source>
        <translation>Un dossier de ce nom existe déjà.</translation>
    </message>
    <message>
        <source>It is used as it is.</source>
        <translation>Il est utilisé tel quel.</translation>
    </message>
    <message>
        <source>folder not empty</source>
        <translation>dossier non vide</translation>
    </message>
    <message>
        <source>The folder still holds something, and 1fichier deletes empty folders only.</source>
        <translation>Le dossier n’est pas vide, et 1fichier ne supprime que les dossiers vides.</translation>
    </message>
    <message>
        <source>into itself</source>
        <translation>dans lui-même</translation>
    </message>
    <message>
        <source>A folder cannot go into itself, nor into a folder inside it.</source>
        <translation>Un dossier ne peut aller ni dans lui-même, ni dans un dossier qu’il contient.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>pas de réseau</translation>
    </message>
    <message>
        <source>1fichier cannot be reached.</source>
        <translation>1fichier est injoignable.</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as the network is back.</source>
        <translation>Tout reprend tout seul dès que le réseau revient.</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>connexion perdue</translation>
    </message>
    <message>
        <source>The connection broke off.</source>
        <translation>La connexion s’est interrompue.</translation>
    </message>
    <message>
        <source>It goes on by itself from where it was.</source>
        <translation>Le transfert reprend tout seul où il en était.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message>
        <source>1fichier did not answer in time.</source>
        <translation>1fichier n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>not secure</source>
        <translation>non sécurisé</translation>
    </message>
    <message>
        <source>No secure connection: this computer's date is wrong, or something inspects its traffic.</source>
        <translation>Pas de connexion sûre : la date de cet ordinateur est fausse, ou quelque chose inspecte son trafic.</translation>
    </message>
    <message>
        <source>proxy failed</source>
        <translation>proxy en échec</translation>
    </message>
    <message>
        <source>The proxy of your settings does not answer or refuses.</source>
        <translation>Le proxy de vos réglages ne répond pas ou refuse.</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>tube</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>socket</translation>
    </message>
    <message>
        <source>device</source>
        <translation>périphérique</translation>
    </message>
    <message>
        <source>link that leads back to itself</source>
        <translation>lien qui revient sur lui-même</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>un instant</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Le fichier</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>le dossier</translation>
    </message>
    <message>
        <source>a copy</source>
        <translation>une copie</translation>
    </message>
    <message>
        <source>more than is allowed</source>
        <translation>plus que permis</translation>
    </message>
    <message>
        <source>more</source>
        <translation>davantage</translation>
    </message>
    <message>
        <source>too little</source>
        <translation>trop peu</translation>
    </message>
    <message>
        <source>Address not allowed</source>
        <translation>Adresse non autorisée</translation>
    </message>
    <message>
        <source>An account or a file on 1fichier can be limited to some internet addresses or countries. The address you use now is not among them.

If the restriction is yours, add this address or country on the restrictions page, or lift the restriction. If it belongs to someone else's file, ask its owner. A phone's connection or a VPN gives you another address, and may be the reason too.</source>
        <translation>Un compte ou un fichier de 1fichier peut être limité à certaines adresses internet ou à certains pays. L’adresse que vous utilisez n’en fait pas partie.

Si la restriction est la vôtre, ajoutez cette adresse ou ce pays sur la page des restrictions, ou levez la restriction. Si elle porte sur le fichier de quelqu’un d’autre, demandez à son propriétaire. La connexion d’un téléphone ou un VPN donne une autre adresse, et peut aussi en être la cause.</translation>
    </message>
    <message>
        <source>One internet address at a time</source>
        <translation>Une seule adresse internet à la fois</translation>
    </message>
    <message>
        <source>1fichier lets one internet address at a time fetch files for an account, and needs about five minutes to accept another one. The address changes when you go from home to a phone, switch a VPN on or off, or when a second machine downloads with the same account.

Let the other machine finish, or wait: it goes on by itself. If it happens again and again on one machine, that machine uses IPv4 and IPv6 in turn; choose one of them in the network settings.</source>
        <translation>1fichier laisse une seule adresse internet à la fois récupérer des fichiers pour un compte, et met environ cinq minutes à en accepter une autre. L’adresse change quand vous passez de la maison à un téléphone, quand vous activez ou coupez un VPN, ou quand une deuxième machine télécharge avec le même compte.

Laissez l’autre machine finir, ou patientez : la reprise est automatique. Si cela se répète sur une seule machine, celle-ci utilise tour à tour IPv4 et IPv6 ; choisissez l’un des deux dans les réglages du réseau.</translation>
    </message>
    <message>
        <source>How large a file may be</source>
        <translation>Taille maximale d’un fichier</translation>
    </message>
    <message>
        <source>1fichier takes one file of up to 300 GB with Premium, Access or Gold, of up to 50 GB with a free account, and of up to 5 GB without an account. It cuts an upload that is not through after 4 hours. Empty files are not taken.

Upload a larger file again, and this program offers to send it in parts: film.mkv.001, film.mkv.002 and so on, with a list of them, film.mkv.parts.json. Download that list, and this program fetches the parts, checks them and makes them one file again; without it too they are the file when put in order, and the list says how.</source>
        <translation>1fichier accepte un fichier de 300 Go au plus avec Premium, Access ou Gold, de 50 Go au plus avec un compte gratuit, et de 5 Go au plus sans compte. Il coupe un téléversement qui n’est pas terminé après 4 heures. Les fichiers vides ne sont pas acceptés.

Téléversez à nouveau un fichier plus grand, et ce programme propose de l’envoyer en parties : film.mkv.001, film.mkv.002, etc., avec leur liste, film.mkv.parts.json. Téléchargez cette liste, et ce programme va chercher les parties, les vérifie et en refait un seul fichier ; même sans lui, mises bout à bout, elles sont le fichier, et la liste dit comment.</translation>
    </message>
    <message>
        <source>Compare the plans</source>
        <translation>Comparer les offres</translation>
    </message>
    <message>
        <source>Why the program waits</source>
        <translation>Pourquoi le programme attend</translation>
    </message>
    <message>
        <source>1fichier limits how often its API may be asked, and locks an address or an account that asks too often. This program paces itself; others on the same account or connection count too.

Nothing is lost: everything goes on by itself when the pause is over. Files that are already on their way keep moving.</source>
        <translation>1fichier limite la fréquence des demandes à son API, et bloque une adresse ou un compte qui demande trop souvent. Ce programme se modère ; les autres sur le même compte ou la même connexion comptent aussi.

Rien n’est perdu : tout reprend tout seul à la fin de la pause. Les fichiers déjà en route continuent.</translation>
    </message>
    <message>
        <source>The key is kept until the program ends and has to be entered again next time.</source>
        <translation>La clé est gardée jusqu’à la fin du programme et sera à saisir de nouveau la prochaine fois.</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>trop grand</translation>
    </message>
    <message>
        <source>{name} has {size}; 1fichier takes files of up to {limit} on your plan.</source>
        <translation>{name} fait {size} ; avec votre offre, 1fichier accepte {limit} par fichier.</translation>
    </message>
    <message>
        <source>Upload it again to send it in parts. The other transfers go on.</source>
        <translation>Téléversez-le à nouveau pour l’envoyer en parties. Les autres transferts continuent.</translation>
    </message>
    <message>
        <source>upload refused</source>
        <translation>téléversement refusé</translation>
    </message>
    <message>
        <source>The upload server refused the file.</source>
        <translation>Le serveur de téléversement a refusé le fichier.</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>non confirmé</translation>
    </message>
    <message>
        <source>The file was sent in full, but 1fichier does not show it.</source>
        <translation>Le fichier a été envoyé en entier, mais 1fichier ne le montre pas.</translation>
    </message>
    <message>
        <source>It may still appear; nothing is sent twice without you.</source>
        <translation>Il peut encore apparaître ; rien n’est envoyé deux fois sans vous.</translation>
    </message>
    <message>
        <source>name changed</source>
        <translation>nom changé</translation>
    </message>
    <message>
        <source>1fichier stored the file under another name: {stored}.</source>
        <translation>1fichier a enregistré le fichier sous un autre nom : {stored}.</translation>
    </message>
    <message>
        <source>empty file</source>
        <translation>fichier vide</translation>
    </message>
    <message>
        <source>{name} is empty, and 1fichier takes no empty files.</source>
        <translation>{name} est vide, et 1fichier n’accepte pas de fichier vide.</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>pas un fichier</translation>
    </message>
    <message>
        <source>{name} is not a file that can be sent: it is a {what}.</source>
        <translation>{name} n’est pas un fichier que l’on peut envoyer (nature : {what}).</translation>
    </message>
    <message>
        <source>file is gone</source>
        <translation>fichier disparu</translation>
    </message>
    <message>
        <source>{name} is no longer on this computer.</source>
        <translation>{name} n’est plus sur cet ordinateur.</translation>
    </message>
    <message>
        <source>file changed</source>
        <translation>fichier modifié</translation>
    </message>
    <message>
        <source>no list of parts</source>
        <translation>pas de liste de parties</translation>
    </message>
    <message>
        <source>{name} does not say which parts make a file.</source>
        <translation>{name} ne dit pas quelles parties forment un fichier.</translation>
    </message>
    <message>
        <source>Nothing was changed. Download it again, or join the parts by hand in order.</source>
        <translation>Rien n’a été changé. Téléchargez-le de nouveau, ou assemblez les parties à la main, dans l’ordre.</translation>
    </message>
    <message>
        <source>part missing</source>
        <translation>partie manquante</translation>
    </message>
    <message>
        <source>The part {name} is not there.</source>
        <translation>La partie {name} n’est pas là.</translation>
    </message>
    <message>
        <source>What is joined so far is kept. Put it beside the others and join again.</source>
        <translation>Ce qui est déjà assemblé est conservé. Mettez-la à côté des autres et recommencez.</translation>
    </message>
    <message>
        <source>part damaged</source>
        <translation>partie endommagée</translation>
    </message>
    <message>
        <source>The part {name} is not what was sent.</source>
        <translation>La partie {name} n’est pas celle qui a été envoyée.</translation>
    </message>
    <message>
        <source>What is joined so far is kept. Download that part again and join again.</source>
        <translation>Ce qui est déjà assemblé est conservé. Téléchargez cette partie de nouveau et recommencez.</translation>
    </message>
    <message>
        <source>{name} changed while it was sent.</source>
        <translation>{name} a changé pendant l’envoi.</translation>
    </message>
    <message>
        <source>It is sent again by itself from the start.</source>
        <translation>L’envoi recommence tout seul depuis le début.</translation>
    </message>
    <message>
        <source>folder is gone</source>
        <translation>dossier disparu</translation>
    </message>
    <message>
        <source>The target folder no longer exists on 1fichier.</source>
        <translation>Le dossier de destination n’existe plus sur 1fichier.</translation>
    </message>
    <message>
        <source>checksum differs</source>
        <translation>somme différente</translation>
    </message>
    <message>
        <source>The checksum differs from 1fichier's: the copy is damaged.</source>
        <translation>La somme de contrôle diffère de celle de 1fichier : la copie est endommagée.</translation>
    </message>
    <message>
        <source>It was kept aside as {kept}.</source>
        <translation>Elle est gardée à part sous {kept}.</translation>
    </message>
    <message>
        <source>wrong size</source>
        <translation>mauvaise taille</translation>
    </message>
    <message>
        <source>The size differs from what 1fichier announced.</source>
        <translation>La taille diffère de celle annoncée par 1fichier.</translation>
    </message>
    <message>
        <source>file replaced</source>
        <translation>fichier remplacé</translation>
    </message>
    <message>
        <source>The file on 1fichier was replaced during the download.</source>
        <translation>Le fichier sur 1fichier a été remplacé pendant le téléchargement.</translation>
    </message>
    <message>
        <source>It starts again by itself with the new one.</source>
        <translation>Le téléchargement recommence tout seul avec le nouveau.</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>déjà là</translation>
    </message>
    <message>
        <source>The download folder already holds another file named {name}.</source>
        <translation>Le dossier de téléchargement contient déjà un autre fichier nommé {name}.</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>disque plein</translation>
    </message>
    <message>
        <source>The disk is full: {needed} needed, {free} free.</source>
        <translation>Le disque est plein : il faut {needed}, il reste {free}.</translation>
    </message>
    <message>
        <source>It goes on by itself once there is space.</source>
        <translation>Tout reprend tout seul dès qu’il y a de la place.</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>accès refusé</translation>
    </message>
    <message>
        <source>This computer does not let the program use {path}.</source>
        <translation>Cet ordinateur ne laisse pas le programme utiliser {path}.</translation>
    </message>
    <message>
        <source>name too long</source>
        <translation>nom trop long</translation>
    </message>
    <message>
        <source>The name is too long for this disk.</source>
        <translation>Le nom est trop long pour ce disque.</translation>
    </message>
    <message>
        <source>The download folder no longer exists: {path}.</source>
        <translation>Le dossier de téléchargement n’existe plus : {path}.</translation>
    </message>
    <message>
        <source>disk problem</source>
        <translation>problème de disque</translation>
    </message>
    <message>
        <source>This computer could not read or write {path}.</source>
        <translation>Cet ordinateur n’a pas pu lire ou écrire {path}.</translation>
    </message>
    <message>
        <source>no key ring</source>
        <translation>pas de trousseau</translation>
    </message>
    <message>
        <source>This system has no key ring to keep the key in.</source>
        <translation>Ce système n’a pas de trousseau où garder la clé.</translation>
    </message>
    <message>
        <source>key ring locked</source>
        <translation>trousseau verrouillé</translation>
    </message>
    <message>
        <source>The key ring is locked.</source>
        <translation>Le trousseau est verrouillé.</translation>
    </message>
    <message>
        <source>key ring refused</source>
        <translation>trousseau refusé</translation>
    </message>
    <message>
        <source>The key ring did not let the program in.</source>
        <translation>Le trousseau n’a pas laissé entrer le programme.</translation>
    </message>
    <message>
        <source>queue damaged</source>
        <translation>file endommagée</translation>
    </message>
    <message>
        <source>The list of transfers is damaged on the disk and cannot be written.</source>
        <translation>La liste des transferts est endommagée sur le disque et ne peut plus être écrite.</translation>
    </message>
    <message>
        <source>When the program starts again, the newest sound copy takes its place.</source>
        <translation>Au prochain démarrage du programme, la copie saine la plus récente prendra sa place.</translation>
    </message>
    <message>
        <source>The list of transfers was damaged; its copy of {copy_from} is in use.</source>
        <translation>La liste des transferts était endommagée ; sa copie du {copy_from} est utilisée.</translation>
    </message>
    <message>
        <source>What was added later is missing; what was sent since is not sent again. The damaged list was kept as {kept}.</source>
        <translation>Ce qui a été ajouté ensuite manque ; ce qui a été envoyé depuis n’est pas renvoyé. La liste endommagée est gardée sous {kept}.</translation>
    </message>
    <message>
        <source>The list of transfers was damaged and starts empty: there was no sound copy.</source>
        <translation>La liste des transferts était endommagée et repart vide : il n’y avait aucune copie saine.</translation>
    </message>
    <message>
        <source>The damaged list was kept as {kept}; your files are untouched.</source>
        <translation>La liste endommagée est gardée sous {kept} ; vos fichiers sont intacts.</translation>
    </message>
    <message>
        <source>newer version</source>
        <translation>version plus récente</translation>
    </message>
    <message>
        <source>The list of transfers was written by a newer version of this program.</source>
        <translation>La liste des transferts a été écrite par une version plus récente de ce programme.</translation>
    </message>
    <message>
        <source>Use that version, or start this one with another profile.</source>
        <translation>Utilisez cette version, ou lancez celle-ci avec un autre profil.</translation>
    </message>
    <message>
        <source>settings damaged</source>
        <translation>réglages endommagés</translation>
    </message>
    <message>
        <source>The settings could not be read; the defaults are in use.</source>
        <translation>Les réglages n’ont pas pu être lus ; ceux par défaut sont utilisés.</translation>
    </message>
    <message>
        <source>The damaged file was kept as {kept}.</source>
        <translation>Le fichier endommagé est gardé sous {kept}.</translation>
    </message>
    <message>
        <source>already running</source>
        <translation>déjà lancé</translation>
    </message>
    <message>
        <source>The program is already running with this profile and does not answer.</source>
        <translation>Le programme tourne déjà avec ce profil et ne répond pas.</translation>
    </message>
    <message>
        <source>End it, or start this one with another profile.</source>
        <translation>Arrêtez-le, ou lancez celui-ci avec un autre profil.</translation>
    </message>
    <message>
        <source>unexpected problem</source>
        <translation>problème imprévu</translation>
    </message>
    <message>
        <source>Something went wrong inside this program.</source>
        <translation>Quelque chose s’est mal passé dans ce programme.</translation>
    </message>
    <message>
        <source>It goes on; the details are in the log.</source>
        <translation>Il continue ; les détails sont dans le journal.</translation>
    </message>
    <message>
        <source>{number} B</source>
        <translation>{number} o</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} ko</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} Mo</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} Go</translation>
    </message>
    <message>
        <source>{number} TB</source>
        <translation>{number} To</translation>
    </message>
    <message>
        <source>{number} PB</source>
        <translation>{number} Po</translation>
    </message>
    <message>
        <source>{number} EB</source>
        <translation>{number} Eo</translation>
    </message>
    <message>
        <source>{size} ({bytes} bytes)</source>
        <translation>{size} ({bytes} octets)</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} j {hours} h</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>encore {duration}</translation>
    </message>
    <message>
        <source>done about {time}</source>
        <translation>fini vers {time}</translation>
    </message>
    <message>
        <source>done about {day}, {time}</source>
        <translation>fini vers le {day}, {time}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Aujourd’hui {time}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>{extension} file</source>
        <translation>Fichier {extension}</translation>
    </message>
    <message>
        <source>at least {items}</source>
        <translation>au moins {items}</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionné</numerusform>
            <numerusform>%n sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>{chosen}, {size}</source>
        <translation>{chosen}, {size}</translation>
    </message>
    <message>
        <source>Those on its access list who know the password</source>
        <translation>Ceux de sa liste d’accès qui ont le mot de passe</translation>
    </message>
    <message>
        <source>Anyone with the link and the password</source>
        <translation>Toute personne qui a le lien et le mot de passe</translation>
    </message>
    <message>
        <source>Those on its access list</source>
        <translation>Ceux de sa liste d’accès</translation>
    </message>
    <message>
        <source>Anyone with the link</source>
        <translation>Toute personne qui a le lien</translation>
    </message>
    <message>
        <source>Folder {name}</source>
        <translation>Dossier {name}</translation>
    </message>
    <message>
        <source>{kind} {name}, {size}, added {date}</source>
        <translation>{kind} {name}, {size}, ajouté {date}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>The whole window changes at once; nothing that runs is stopped.</source>
        <translation>Toute la fenêtre change aussitôt ; rien de ce qui est en cours n’est arrêté.</translation>
    </message>
    <message>
        <source>The language changes once what is under way in this window has ended.</source>
        <translation>La langue changera dès que ce qui est en cours dans cette fenêtre sera terminé.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Light, dark, or as your desktop is set.</source>
        <translation>Clair, sombre, ou comme votre bureau.</translation>
    </message>
    <message>
        <source>Ask before quitting while files move</source>
        <translation>Demander avant de quitter si des transferts sont en cours</translation>
    </message>
    <message>
        <source>Transfers always go on at the next start.</source>
        <translation>Les transferts reprennent toujours au prochain démarrage.</translation>
    </message>
    <message>
        <source>Read a shown folder again after</source>
        <translation>Relire un dossier affiché après</translation>
    </message>
    <message>
        <source>1fichier limits how often it may be asked. F5 reads a folder at once.</source>
        <translation>1fichier limite la fréquence des demandes. F5 relit un dossier tout de suite.</translation>
    </message>
    <message>
        <source>Empty means your system's own download folder.</source>
        <translation>Vide : le dossier de téléchargement de votre système.</translation>
    </message>
    <message>
        <source>Ask where to save each download</source>
        <translation>Demander où enregistrer chaque téléchargement</translation>
    </message>
    <message>
        <source>Otherwise files go straight to the download folder.</source>
        <translation>Sinon les fichiers vont droit dans le dossier de téléchargement.</translation>
    </message>
    <message>
        <source>If a file of that name exists</source>
        <translation>Si un fichier de ce nom existe</translation>
    </message>
    <message>
        <source>Same content is recognised by its checksum.</source>
        <translation>Un contenu identique se reconnaît à sa somme de contrôle.</translation>
    </message>
    <message>
        <source>Verify downloads</source>
        <translation>Vérifier les téléchargements</translation>
    </message>
    <message>
        <source>Compares the checksum before a file takes its final name.</source>
        <translation>Compare la somme de contrôle avant qu’un fichier prenne son nom définitif.</translation>
    </message>
    <message>
        <source>Downloads at once</source>
        <translation>Téléchargements simultanés</translation>
    </message>
    <message>
        <source>More is not always faster: they share your connection.</source>
        <translation>Plus n’est pas toujours plus rapide : ils partagent votre connexion.</translation>
    </message>
    <message>
        <source>Connections for one large file</source>
        <translation>Connexions par gros fichier</translation>
    </message>
    <message>
        <source>Small files use one. All downloads together never use more than 30.</source>
        <translation>Les petits fichiers en utilisent une. Tous les téléchargements réunis n’en dépassent jamais 30.</translation>
    </message>
    <message>
        <source>Copy the link when an upload ends</source>
        <translation>Copier le lien à la fin d’un téléversement</translation>
    </message>
    <message>
        <source>Replaces what is on the clipboard, once the link exists.</source>
        <translation>Remplace le contenu du presse-papiers, une fois que le lien existe.</translation>
    </message>
    <message>
        <source>Verify uploads</source>
        <translation>Vérifier les téléversements</translation>
    </message>
    <message>
        <source>Compares the checksum of what was sent with what 1fichier stored.</source>
        <translation>Compare la somme de contrôle de ce qui a été envoyé à celle de ce que 1fichier a stocké.</translation>
    </message>
    <message>
        <source>Uploads at once</source>
        <translation>Téléversements simultanés</translation>
    </message>
    <message>
        <source>1fichier's servers drop connections above four.</source>
        <translation>Au-delà de quatre, les serveurs de 1fichier coupent des connexions.</translation>
    </message>
    <message>
        <source>Show what will happen above</source>
        <translation>Afficher d’abord ce qui sera fait au-delà de</translation>
    </message>
    <message>
        <source>A drop with more files than this is listed first and waits for your go-ahead.</source>
        <translation>Un dépôt de plus de fichiers est d’abord listé et attend votre accord.</translation>
    </message>
    <message>
        <source>Download limit</source>
        <translation>Limite de téléchargement</translation>
    </message>
    <message>
        <source>For all downloads together.</source>
        <translation>Pour tous les téléchargements ensemble.</translation>
    </message>
    <message>
        <source>Upload limit</source>
        <translation>Limite de téléversement</translation>
    </message>
    <message>
        <source>For all uploads together.</source>
        <translation>Pour tous les téléversements ensemble.</translation>
    </message>
    <message>
        <source>Slow download limit</source>
        <translation>Téléchargement réduit</translation>
    </message>
    <message>
        <source>A second set of limits, one click away in the status bar and the tray.</source>
        <translation>D’autres limites, à un clic dans la barre d’état et la zone de notification.</translation>
    </message>
    <message>
        <source>Slow upload limit</source>
        <translation>Téléversement réduit</translation>
    </message>
    <message>
        <source>For all uploads together, while the slow limits are in force.</source>
        <translation>Pour tous les téléversements ensemble, en vitesse réduite.</translation>
    </message>
    <message>
        <source>Use the slow limits now</source>
        <translation>Vitesse réduite maintenant</translation>
    </message>
    <message>
        <source>Until you switch them off. With a schedule, the schedule decides.</source>
        <translation>Jusqu’à ce que vous l’arrêtiez. Avec un planning, c’est lui qui décide.</translation>
    </message>
    <message>
        <source>Follow a weekly schedule</source>
        <translation>Suivre un planning hebdomadaire</translation>
    </message>
    <message>
        <source>The switch in the status bar still overrides it, until its next change.</source>
        <translation>Le bouton de la barre d’état l’emporte, jusqu’au prochain changement.</translation>
    </message>
    <message>
        <source>Weekly schedule</source>
        <translation>Planning hebdomadaire</translation>
    </message>
    <message>
        <source>Drag over the hours to paint them. A click on a day or an hour paints all of it. With the keyboard: arrows to move, 1, 2 and 3 to paint, Shift with arrows to go on painting.</source>
        <translation>Glissez sur les heures pour les peindre. Un clic sur un jour ou une heure peint toute la ligne ou la colonne. Au clavier : flèches pour se déplacer, 1, 2 et 3 pour peindre, Maj avec les flèches pour continuer.</translation>
    </message>
    <message>
        <source>Paint with: {pace}</source>
        <translation>Peindre avec : {pace}</translation>
    </message>
    <message>
        <source>{day}, {start} to {end}: {pace}</source>
        <translation>{day}, de {start} à {end} : {pace}</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>Afficher une icône dans la zone de notification</translation>
    </message>
    <message>
        <source>Notice 1fichier links that you copy</source>
        <translation>Repérer les liens 1fichier que vous copiez</translation>
    </message>
    <message>
        <source>A line in the window offers to download them. Nothing else is read or kept.</source>
        <translation>Une ligne dans la fenêtre propose de les télécharger. Rien d’autre n’est lu ni conservé.</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>Show the program in the menu</source>
        <translation>Afficher le programme dans le menu</translation>
    </message>
    <message>
        <source>Start when you log in</source>
        <translation>Démarrer à l’ouverture de session</translation>
    </message>
    <message>
        <source>Offer “Send to 1fichier” in file managers</source>
        <translation>Proposer « Envoyer vers 1fichier » dans les gestionnaires de fichiers</translation>
    </message>
    <message>
        <source>Offer the program for 1fichier links</source>
        <translation>Proposer le programme pour les liens 1fichier</translation>
    </message>
    <message>
        <source>With the commands “Upload files…” and “Pause all”.</source>
        <translation>Avec les commandes « Téléverser des fichiers… » et « Tout mettre en pause ».</translation>
    </message>
    <message>
        <source>In the tray, without a window.</source>
        <translation>Dans la zone de notification, sans fenêtre.</translation>
    </message>
    <message>
        <source>In the “Send to” menu of files and folders.</source>
        <translation>Dans le menu « Envoyer vers » des fichiers et des dossiers.</translation>
    </message>
    <message>
        <source>Beside your browser, which stays the default.</source>
        <translation>À côté de votre navigateur, qui reste le choix par défaut.</translation>
    </message>
    <message>
        <source>Choose a default browser first: else the system might take this program for one.</source>
        <translation>Choisissez d’abord un navigateur par défaut : sinon le système pourrait prendre ce programme pour tel.</translation>
    </message>
    <message>
        <source>Dolphin, Thunar and PCManFM-Qt; in Nautilus, Nemo and Caja under “Scripts”.</source>
        <translation>Dolphin, Thunar et PCManFM-Qt ; dans Nautilus, Nemo et Caja sous « Scripts ».</translation>
    </message>
    <message>
        <source>Upload, download and share files on 1fichier.com</source>
        <translation>Téléverser, télécharger et partager des fichiers sur 1fichier.com</translation>
    </message>
    <message>
        <source>Send to 1fichier</source>
        <translation>Envoyer vers 1fichier</translation>
    </message>
    <message>
        <source>Places on the desktop</source>
        <translation>Intégration au bureau</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Télécharger…</translation>
    </message>
    <message numerus="yes">
        <source>You copied %n 1fichier link(s).</source>
        <translation>
            <numerusform>Vous avez copié %n lien 1fichier.</numerusform>
            <numerusform>Vous avez copié %n liens 1fichier.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is no 1fichier link: {text}</source>
        <translation>Ce n’est pas un lien 1fichier : {text}</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) for “{folder}”, handed over by another program.</source>
        <translation>
            <numerusform>%n élément pour « {folder} », transmis par un autre programme.</numerusform>
            <numerusform>%n éléments pour « {folder} », transmis par un autre programme.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n link(s)</source>
        <translation>
            <numerusform>Copier le lien</numerusform>
            <numerusform>Copier les %n liens</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>None for 30 minutes</source>
        <translation>Aucune pendant 30 minutes</translation>
    </message>
    <message>
        <source>None for an hour</source>
        <translation>Aucune pendant une heure</translation>
    </message>
    <message>
        <source>None for 8 hours</source>
        <translation>Aucune pendant 8 heures</translation>
    </message>
    <message>
        <source>Notify again (silent until {time})</source>
        <translation>Notifier à nouveau (silence jusqu’à {time})</translation>
    </message>
    <message>
        <source>Colours of the tray icon</source>
        <translation>Couleurs de l’icône de la zone de notification</translation>
    </message>
    <message>
        <source>For a panel on which it is hard to see.</source>
        <translation>Pour une barre sur laquelle elle se voit mal.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Coloured</source>
        <translation>En couleur</translation>
    </message>
    <message>
        <source>Light, for a dark panel</source>
        <translation>Claire, pour une barre sombre</translation>
    </message>
    <message>
        <source>Dark, for a light panel</source>
        <translation>Foncée, pour une barre claire</translation>
    </message>
    <message>
        <source>With progress, speeds and the most used commands.</source>
        <translation>Avec la progression, les vitesses et les commandes les plus utiles.</translation>
    </message>
    <message>
        <source>Closing the window keeps the program in the tray</source>
        <translation>Fermer la fenêtre garde le programme dans la zone de notification</translation>
    </message>
    <message>
        <source>Transfers go on. Quit is in the tray's menu.</source>
        <translation>Les transferts continuent. Quitter est dans le menu de l’icône.</translation>
    </message>
    <message>
        <source>Tell when transfers are done</source>
        <translation>Prévenir quand des transferts sont terminés</translation>
    </message>
    <message>
        <source>One notification for a whole batch.</source>
        <translation>Une notification pour tout un lot.</translation>
    </message>
    <message>
        <source>Tell when something needs you</source>
        <translation>Prévenir quand quelque chose vous attend</translation>
    </message>
    <message>
        <source>A failed transfer, a question, or a refused key.</source>
        <translation>Un transfert en échec, une question, ou une clé refusée.</translation>
    </message>
    <message>
        <source>Internet protocol</source>
        <translation>Protocole internet</translation>
    </message>
    <message>
        <source>1fichier allows one address at a time, so one family is best for all connections.</source>
        <translation>1fichier permet une adresse à la fois : mieux vaut un seul protocole pour toutes les connexions.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Which way connections leave this computer.</source>
        <translation>Par où les connexions quittent cet ordinateur.</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>Adresse du proxy</translation>
    </message>
    <message>
        <source>Such as http://proxy.example:8080 or socks5://127.0.0.1:1080.</source>
        <translation>Par exemple http://proxy.example:8080 ou socks5://127.0.0.1:1080.</translation>
    </message>
    <message>
        <source>Give up on a silent connection after</source>
        <translation>Abandonner une connexion muette après</translation>
    </message>
    <message>
        <source>It is then tried again.</source>
        <translation>Un nouvel essai suit.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Téléversements</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Notifications and tray</source>
        <translation>Notifications et icône</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Me demander</translation>
    </message>
    <message>
        <source>Skip if the content is the same, else keep both</source>
        <translation>Ignorer si le contenu est le même, sinon garder les deux</translation>
    </message>
    <message>
        <source>IPv4 or IPv6</source>
        <translation>IPv4 ou IPv6</translation>
    </message>
    <message>
        <source>IPv4 only</source>
        <translation>IPv4 seulement</translation>
    </message>
    <message>
        <source>IPv6 only</source>
        <translation>IPv6 seulement</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Pas de proxy</translation>
    </message>
    <message>
        <source>This proxy:</source>
        <translation>Ce proxy :</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>Mo/s</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondes</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>files</source>
        <translation>fichiers</translation>
    </message>
    <message>
        <source>Getting a server</source>
        <translation>Recherche d’un serveur</translation>
    </message>
    <message>
        <source>Getting the link</source>
        <translation>Demande du lien</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>Téléversement</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Téléchargement</translation>
    </message>
    <message>
        <source>Finishing on the server</source>
        <translation>Finalisation sur le serveur</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Finalisation</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Done (not verified)</source>
        <translation>Terminé (non vérifié)</translation>
    </message>
    <message>
        <source>Done (checksum differs)</source>
        <translation>Terminé (somme différente)</translation>
    </message>
    <message>
        <source>Needs your answer: checksum differs</source>
        <translation>Attend votre réponse : la somme de contrôle diffère</translation>
    </message>
    <message>
        <source>Needs your answer</source>
        <translation>Attend votre réponse</translation>
    </message>
    <message>
        <source>Starts at {time}</source>
        <translation>Commence à {time}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes}</source>
        <translation>{hours} h {minutes}</translation>
    </message>
    <message>
        <source>{size} needs about {time} at your speed; 1fichier cuts an upload at {limit}.</source>
        <translation>{size} demandent environ {time} à votre débit ; 1fichier coupe un téléversement au bout de {limit}.</translation>
    </message>
    <message>
        <source>Cooling down until {time}</source>
        <translation>Pause forcée jusqu’à {time}</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>noun</comment>
        <translation>Téléversement</translation>
    </message>
    <message>
        <source>Download</source>
        <comment>noun</comment>
        <translation>Téléchargement</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Pas encore vérifié</translation>
    </message>
    <message>
        <source>Not verified: no checksum to compare</source>
        <translation>Non vérifié : pas de somme de contrôle à comparer</translation>
    </message>
    <message>
        <source>Not verified: switched off in the settings</source>
        <translation>Non vérifié : désactivé dans les réglages</translation>
    </message>
    <message>
        <source>The checksum differs</source>
        <translation>La somme de contrôle diffère</translation>
    </message>
    <message>
        <source>Waiting for network</source>
        <translation>En attente du réseau</translation>
    </message>
    <message>
        <source>Waiting {countdown}: {reason}</source>
        <translation>En attente {countdown} : {reason}</translation>
    </message>
    <message>
        <source>{state}: {reason}</source>
        <translation>{state} : {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n octet</numerusform>
            <numerusform>%n octets</numerusform>
        </translation>
    </message>
    <message>
        <source>The list comes by itself as soon as 1fichier allows it.</source>
        <translation>La liste arrive toute seule dès que 1fichier le permet.</translation>
    </message>
    <message>
        <source>One row for each batch</source>
        <translation>Une ligne par lot</translation>
    </message>
    <message>
        <source>Show what was added together as one row that folds out</source>
        <translation>Afficher ce qui a été ajouté ensemble en une ligne qui se déplie</translation>
    </message>
    <message numerus="yes">
        <source>{name} and %n more</source>
        <translation>
            <numerusform>{name} et %n autre</numerusform>
            <numerusform>{name} et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n to answer</source>
        <translation>
            <numerusform>%n à régler</numerusform>
            <numerusform>%n à régler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n en échec</numerusform>
            <numerusform>%n en échec</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>batch of %n transfer(s)</source>
        <translation>
            <numerusform>lot de %n transfert</numerusform>
            <numerusform>lot de %n transferts</numerusform>
        </translation>
    </message>
    <message>
        <source>folded out</source>
        <translation>déplié</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>replié</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s)</source>
        <translation>
            <numerusform>%n transfert</numerusform>
            <numerusform>%n transferts</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows can be moved once the list is in the order of the queue</source>
        <translation>Les lignes se déplacent quand la liste est dans l’ordre de la file</translation>
    </message>
    <message>
        <source>They start first once all is resumed</source>
        <translation>Ils démarreront en premier à la reprise</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Démarrer maintenant</translation>
    </message>
    <message>
        <source>Begin at once, even where as many run as the settings allow</source>
        <translation>Commencer aussitôt, même si le nombre de transferts simultanés est atteint</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Priorité haute</translation>
    </message>
    <message>
        <source>Normal priority</source>
        <translation>Priorité normale</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>Priorité basse</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Immédiate</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haute</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Basse</translation>
    </message>
    <message>
        <source>Copy them</source>
        <translation>Les copier</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Demande en cours…</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Pas encore connu</translation>
    </message>
    <message>
        <source>Password needed</source>
        <translation>Mot de passe requis</translation>
    </message>
    <message>
        <source>Wrong password</source>
        <translation>Mauvais mot de passe</translation>
    </message>
    <message>
        <source>In the list already</source>
        <translation>Déjà dans la liste</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>Déjà là</translation>
    </message>
    <message>
        <source>Pasted twice</source>
        <translation>Collé deux fois</translation>
    </message>
    <message>
        <source>Dead link</source>
        <translation>Lien mort</translation>
    </message>
    <message>
        <source>Not a 1fichier link</source>
        <translation>Pas un lien 1fichier</translation>
    </message>
    <message>
        <source>Its name and size come soon. It can be downloaded all the same.</source>
        <translation>Son nom et sa taille arrivent bientôt. Il peut être téléchargé dès maintenant.</translation>
    </message>
    <message>
        <source>It can be downloaded.</source>
        <translation>Il peut être téléchargé.</translation>
    </message>
    <message>
        <source>Its name and size are not known. It can be downloaded all the same: its name comes with it.</source>
        <translation>Son nom et sa taille ne sont pas connus. Il peut quand même être téléchargé : son nom vient avec lui.</translation>
    </message>
    <message>
        <source>It has a password, or its owner allows it only to some.</source>
        <translation>Il a un mot de passe, ou son propriétaire ne l’ouvre qu’à certains.</translation>
    </message>
    <message>
        <source>The password did not open it. It is not tried again.</source>
        <translation>Le mot de passe ne l’a pas ouvert. Il n’est pas réessayé.</translation>
    </message>
    <message>
        <source>A download of it is among the transfers.</source>
        <translation>Son téléchargement figure parmi les transferts.</translation>
    </message>
    <message>
        <source>The folder holds a file of its name and size.</source>
        <translation>Le dossier contient un fichier de ce nom et de cette taille.</translation>
    </message>
    <message>
        <source>Another row is the same file.</source>
        <translation>Une autre ligne est le même fichier.</translation>
    </message>
    <message>
        <source>There is nothing behind it any more, or there never was.</source>
        <translation>Il n’y a plus rien derrière, ou il n’y a jamais rien eu.</translation>
    </message>
    <message>
        <source>It leads to no file and to no public folder of 1fichier.</source>
        <translation>Il ne mène à aucun fichier ni dossier public de 1fichier.</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) cannot be downloaded</source>
        <translation>
            <numerusform>%n lien ne peut pas être téléchargé</numerusform>
            <numerusform>%n liens ne peuvent pas être téléchargés</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder not read</source>
        <translation>Dossier non lu</translation>
    </message>
    <message>
        <source>The files of this public folder take its place once it is read.</source>
        <translation>Les fichiers de ce dossier public prennent sa place une fois qu’il est lu.</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>Refusé : {reason}</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) chosen</source>
        <translation>
            <numerusform>%n fichier choisi</numerusform>
            <numerusform>%n fichiers choisis</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove dead links</source>
        <translation>Retirer les liens morts</translation>
    </message>
    <message>
        <source>Copy what cannot be used</source>
        <translation>Copier les inutilisables</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Redemander</translation>
    </message>
    <message>
        <source>Filter by name or link</source>
        <translation>Filtrer par nom ou lien</translation>
    </message>
    <message>
        <source>Which links are shown</source>
        <translation>Liens affichés</translation>
    </message>
    <message>
        <source>{files}, at least {size}</source>
        <translation>{files}, au moins {size}</translation>
    </message>
    <message>
        <source>All links</source>
        <translation>Tous les liens</translation>
    </message>
    <message>
        <source>Those to download</source>
        <translation>À télécharger</translation>
    </message>
    <message>
        <source>Those with a password</source>
        <translation>Avec mot de passe</translation>
    </message>
    <message>
        <source>Those that cannot be used</source>
        <translation>Inutilisables</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) still to come</source>
        <translation>
            <numerusform>%n nom encore attendu</numerusform>
            <numerusform>%n noms encore attendus</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Tout choisir</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Ne rien choisir</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>Afficher les fichiers</translation>
    </message>
    <message numerus="yes">
        <source>The password did not open %n link(s).</source>
        <translation>
            <numerusform>Le mot de passe n’a pas ouvert %n lien.</numerusform>
            <numerusform>Le mot de passe n’a pas ouvert %n liens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) stand still: {causes}</source>
        <translation>
            <numerusform>%n transfert est à l’arrêt : {causes}</numerusform>
            <numerusform>%n transferts sont à l’arrêt : {causes}</numerusform>
        </translation>
    </message>
    <message>
        <source>Why transfers stand still</source>
        <translation>Pourquoi des transferts sont à l’arrêt</translation>
    </message>
    <message>
        <source>Show all transfers</source>
        <translation>Afficher tous les transferts</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>verb</comment>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Retry all of these</source>
        <translation>Tout réessayer</translation>
    </message>
    <message>
        <source>List the causes</source>
        <translation>Énumérer les causes</translation>
    </message>
    <message>
        <source>Fold the causes to one line</source>
        <translation>Replier les causes sur une ligne</translation>
    </message>
    <message numerus="yes">
        <source>Upload %n file(s) to</source>
        <translation>
            <numerusform>Téléverser %n fichier dans</numerusform>
            <numerusform>Téléverser %n fichiers dans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s): at most two leave in a second</source>
        <translation>
            <numerusform>%n requête : il en part deux par seconde au plus</numerusform>
            <numerusform>%n requêtes : il en part deux par seconde au plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s): 1fichier asked for a pause</source>
        <translation>
            <numerusform>%n requête : 1fichier a demandé une pause</numerusform>
            <numerusform>%n requêtes : 1fichier a demandé une pause</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s): one is asking whether the pause is over</source>
        <translation>
            <numerusform>%n requête : une autre demande si la pause est finie</numerusform>
            <numerusform>%n requêtes : une autre demande si la pause est finie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s): slower, after several refusals by 1fichier</source>
        <translation>
            <numerusform>%n requête : plus lentement, après plusieurs refus de 1fichier</numerusform>
            <numerusform>%n requêtes : plus lentement, après plusieurs refus de 1fichier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s): {folder} was read a moment ago</source>
        <translation>
            <numerusform>%n requête : {folder} vient d’être lu</numerusform>
            <numerusform>%n requêtes : {folder} vient d’être lu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s): the account was read a moment ago</source>
        <translation>
            <numerusform>%n requête : le compte vient d’être lu</numerusform>
            <numerusform>%n requêtes : le compte vient d’être lu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s): the list of all files was read a moment ago</source>
        <translation>
            <numerusform>%n requête : la liste de tous les fichiers vient d’être lue</numerusform>
            <numerusform>%n requêtes : la liste de tous les fichiers vient d’être lue</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder {folder}</source>
        <translation>Dossier {folder}</translation>
    </message>
    <message>
        <source>The account</source>
        <translation>Le compte</translation>
    </message>
    <message>
        <source>The list of all files</source>
        <translation>La liste de tous les fichiers</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>1fichier locks an address that asks too often. So a folder is read every 30 seconds at most, the account every 5 minutes, the list of all files once an hour. Files that are moving need no request.</source>
        <translation>1fichier bloque une adresse qui demande trop souvent. C’est pourquoi un dossier est lu au plus toutes les 30 secondes, le compte toutes les 5 minutes, la liste de tous les fichiers une fois par heure. Les fichiers en cours de transfert n’ont besoin d’aucune requête.</translation>
    </message>
    <message>
        <source>{countdown} left: everything that waits goes on by itself then.</source>
        <translation>Encore {countdown} : tout ce qui attend reprend ensuite tout seul.</translation>
    </message>
    <message>
        <source>1fichier asked for a pause.</source>
        <translation>1fichier a demandé une pause.</translation>
    </message>
    <message>
        <source>No request in the last hour.</source>
        <translation>Aucune requête durant la dernière heure.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in the last hour</source>
        <translation>
            <numerusform>%n requête durant la dernière heure</numerusform>
            <numerusform>%n requêtes durant la dernière heure</numerusform>
        </translation>
    </message>
    <message>
        <source>{hour}, {count} of them in the last minute.</source>
        <translation>{hour}, dont {count} durant la dernière minute.</translation>
    </message>
    <message>
        <source>Requests to 1fichier</source>
        <translation>Requêtes à 1fichier</translation>
    </message>
    <message>
        <source>May be asked again in</source>
        <translation>Peut être redemandé dans</translation>
    </message>
    <message>
        <source>Opens an explanation</source>
        <translation>Ouvre une explication</translation>
    </message>
    <message>
        <source>What has been asked of 1fichier, what waits for its turn, and why</source>
        <translation>Ce qui a été demandé à 1fichier, ce qui attend son tour, et pourquoi</translation>
    </message>
    <message>
        <source>Verify against this computer…</source>
        <translation>Vérifier avec cet ordinateur…</translation>
    </message>
    <message>
        <source>Write a sum file…</source>
        <translation>Écrire un fichier de sommes…</translation>
    </message>
    <message>
        <source>Check a sum file…</source>
        <translation>Contrôler un fichier de sommes…</translation>
    </message>
    <message>
        <source>Verify again…</source>
        <translation>Vérifier à nouveau…</translation>
    </message>
    <message>
        <source>Choose a sum file</source>
        <translation>Choisir un fichier de sommes</translation>
    </message>
    <message>
        <source>Write a sum file</source>
        <translation>Écrire un fichier de sommes</translation>
    </message>
    <message>
        <source>Choose the file to compare with {name}</source>
        <translation>Choisir le fichier à comparer à {name}</translation>
    </message>
    <message>
        <source>Choose the folder to compare with {name}</source>
        <translation>Choisir le dossier à comparer à {name}</translation>
    </message>
    <message>
        <source>{local} and {remote} on 1fichier</source>
        <translation>{local} et {remote} sur 1fichier</translation>
    </message>
    <message>
        <source>Sum files ({pattern})</source>
        <translation>Fichiers de sommes ({pattern})</translation>
    </message>
    <message>
        <source>All files ({pattern})</source>
        <translation>Tous les fichiers ({pattern})</translation>
    </message>
    <message>
        <source>What {name} says</source>
        <translation>Ce que dit {name}</translation>
    </message>
    <message>
        <source>Reading the folders…</source>
        <translation>Lecture des dossiers…</translation>
    </message>
    <message>
        <source>transfers</source>
        <translation>transferts</translation>
    </message>
    <message numerus="yes">
        <source>%n sum(s) written to {name}.</source>
        <translation>
            <numerusform>%n somme écrite dans {name}.</numerusform>
            <numerusform>%n sommes écrites dans {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Files of finished transfers</source>
        <translation>Fichiers des transferts terminés</translation>
    </message>
    <message>
        <source>There is no checksum to write.</source>
        <translation>Il n’y a aucune somme de contrôle à écrire.</translation>
    </message>
    <message>
        <source>no sum file</source>
        <translation>pas un fichier de sommes</translation>
    </message>
    <message>
        <source>{name} holds no Whirlpool sums.</source>
        <translation>{name} ne contient aucune somme Whirlpool.</translation>
    </message>
    <message>
        <source>Nothing was checked. Choose a file as whirlpooldeep or rhash --whirlpool write it.</source>
        <translation>Rien n’a été contrôlé. Choisissez un fichier tel que whirlpooldeep ou rhash --whirlpool l’écrivent.</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Identique</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Différent</translation>
    </message>
    <message>
        <source>Missing here</source>
        <translation>Absent ici</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Seulement ici</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Non contrôlé</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have no checksum and are not in the sum file.</source>
        <translation>
            <numerusform>%n fichier n’a pas de somme de contrôle et n’est pas dans le fichier de sommes.</numerusform>
            <numerusform>%n fichiers n’ont pas de somme de contrôle et ne sont pas dans le fichier de sommes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sizes differ.</source>
        <translation>Les tailles diffèrent.</translation>
    </message>
    <message>
        <source>There was nothing to compare.</source>
        <translation>Il n’y avait rien à comparer.</translation>
    </message>
    <message>
        <source>The checksum is the same.</source>
        <translation>La somme de contrôle est la même.</translation>
    </message>
    <message>
        <source>The checksum differs.</source>
        <translation>La somme de contrôle diffère.</translation>
    </message>
    <message>
        <source>It is not on this computer.</source>
        <translation>Il n’est pas sur cet ordinateur.</translation>
    </message>
    <message>
        <source>It is on this computer only.</source>
        <translation>Il n’est que sur cet ordinateur.</translation>
    </message>
    <message>
        <source>There is no checksum to compare.</source>
        <translation>Il n’y a pas de somme de contrôle à comparer.</translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n identique</numerusform>
            <numerusform>%n identiques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different</source>
        <translation>
            <numerusform>%n différent</numerusform>
            <numerusform>%n différents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing here</source>
        <translation>
            <numerusform>%n absent ici</numerusform>
            <numerusform>%n absents ici</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only here</source>
        <translation>
            <numerusform>%n seulement ici</numerusform>
            <numerusform>%n seulement ici</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <translation>
            <numerusform>%n non contrôlé</numerusform>
            <numerusform>%n non contrôlés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n n’a pas pu être lu</numerusform>
            <numerusform>%n n’ont pas pu être lus</numerusform>
        </translation>
    </message>
    <message>
        <source>Size here</source>
        <translation>Taille ici</translation>
    </message>
    <message>
        <source>Size there</source>
        <translation>Taille là-bas</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Hide what is the same</source>
        <translation>Masquer ce qui est identique</translation>
    </message>
    <message>
        <source>How far the comparison is</source>
        <translation>Avancement de la comparaison</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Files that were compared</source>
        <translation>Fichiers comparés</translation>
    </message>
    <message>
        <source>{done} of {total}: {name}</source>
        <translation>{done} sur {total} : {name}</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Exporter le tableau</translation>
    </message>
    <message>
        <source>CDN credits?</source>
        <translation>crédits CDN ?</translation>
    </message>
    <message>
        <source>Downloads from this network are paid with CDN credits: about {cost} of {credits}.</source>
        <translation>Les téléchargements depuis ce réseau se paient en crédits CDN : environ {cost}, à prendre sur {credits}.</translation>
    </message>
    <message>
        <source>1fichier does not say whether downloads from this network are paid with CDN credits: up to {cost} of {credits}.</source>
        <translation>1fichier ne dit pas si les téléchargements depuis ce réseau se paient en crédits CDN : jusqu’à {cost}, à prendre sur {credits}.</translation>
    </message>
    <message>
        <source>Nothing has been spent; they wait for your yes.</source>
        <translation>Rien n’a été dépensé ; ils attendent votre accord.</translation>
    </message>
    <message>
        <source>Use credits on this network</source>
        <translation>Payer en crédits sur ce réseau</translation>
    </message>
    <message>
        <source>Not from this network</source>
        <translation>Pas depuis ce réseau</translation>
    </message>
    <message>
        <source>Stop using credits</source>
        <translation>Ne plus payer en crédits</translation>
    </message>
    <message>
        <source>their whole size</source>
        <translation>leur taille entière</translation>
    </message>
    <message>
        <source>what your account has</source>
        <translation>ceux de votre compte</translation>
    </message>
    <message>
        <source>Downloads from this network are paid with CDN credits until the program is closed.</source>
        <translation>Les téléchargements depuis ce réseau se paient en crédits CDN jusqu’à la fermeture du programme.</translation>
    </message>
    <message>
        <source>Downloads wait for another network; each of them can still be paid with credits.</source>
        <translation>Les téléchargements attendent un autre réseau ; chacun peut encore être payé en crédits.</translation>
    </message>
    <message>
        <source>With --use-credits they are paid.</source>
        <translation>Avec --use-credits, ils sont payés.</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n trouvé</numerusform>
            <numerusform>%n trouvés</numerusform>
        </translation>
    </message>
    <message>
        <source>Read the whole account in the background</source>
        <translation>Lire tout le compte en arrière-plan</translation>
    </message>
    <message>
        <source>So that the search knows all of it. One question every few seconds, after all others.</source>
        <translation>Pour que la recherche le connaisse en entier. Une requête à quelques secondes d’intervalle, après toutes les autres.</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>pas encore connu</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>Duplicates…</source>
        <translation>Doublons…</translation>
    </message>
    <message>
        <source>What is in the account more than once, and the space it takes</source>
        <translation>Ce qui est plus d’une fois dans le compte, et la place que cela prend</translation>
    </message>
    <message>
        <source>Export the files…</source>
        <translation>Exporter les fichiers…</translation>
    </message>
    <message>
        <source>A list of the files in this folder and below it, as a table, as JSON or as links</source>
        <translation>Une liste des fichiers de ce dossier et de ses sous-dossiers : tableau, JSON ou liens</translation>
    </message>
    <message>
        <source>Copies take {size}</source>
        <translation>Les copies occupent {size}</translation>
    </message>
    <message>
        <source>Nothing is there twice</source>
        <translation>Rien n’est là deux fois</translation>
    </message>
    <message>
        <source>Looked for by checksum {where}.</source>
        <translation>Recherche par somme de contrôle {where}.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) more than once</source>
        <translation>
            <numerusform>%n fichier présent plus d’une fois</numerusform>
            <numerusform>%n fichiers présents plus d’une fois</numerusform>
        </translation>
    </message>
    <message>
        <source>{contents}, found by checksum {where}.</source>
        <translation>{contents}, d’après la somme de contrôle, {where}.</translation>
    </message>
    <message>
        <source>The {count} largest are shown.</source>
        <translation>Les {count} plus gros sont affichés.</translation>
    </message>
    <message numerus="yes">
        <source>{name} – %n copies</source>
        <translation>
            <numerusform>{name} – %n copie</numerusform>
            <numerusform>{name} – %n copies</numerusform>
        </translation>
    </message>
    <message>
        <source>What all copies but one take</source>
        <translation>Ce que prennent toutes les copies sauf une</translation>
    </message>
    <message>
        <source>Objects for programs ({pattern})</source>
        <translation>Objets pour programmes ({pattern})</translation>
    </message>
    <message>
        <source>Export the files of {folder}</source>
        <translation>Exporter les fichiers de {folder}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to {name}.</source>
        <translation>
            <numerusform>%n fichier écrit dans {name}.</numerusform>
            <numerusform>%n fichiers écrits dans {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Known so far: {coverage}.</source>
        <translation>Connu jusqu’ici : {coverage}.</translation>
    </message>
    <message numerus="yes">
        <source>%n already on 1fichier</source>
        <translation>
            <numerusform>%n déjà sur 1fichier</numerusform>
            <numerusform>%n déjà sur 1fichier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not sent: 1fichier has the content already.</source>
        <translation>
            <numerusform>%n fichier non envoyé : 1fichier en a déjà le contenu.</numerusform>
            <numerusform>%n fichiers non envoyés : 1fichier en a déjà le contenu.</numerusform>
        </translation>
    </message>
    <message>
        <source>1fichier has all of it already</source>
        <translation>1fichier a déjà tout cela</translation>
    </message>
    <message>
        <source>Comparing with what is on 1fichier…</source>
        <translation>Comparaison avec ce qui est sur 1fichier…</translation>
    </message>
    <message>
        <source>Copy links</source>
        <translation>Copier les liens</translation>
    </message>
    <message>
        <source>Use what is there</source>
        <translation>Utiliser ce qui y est</translation>
    </message>
    <message>
        <source>Copy on 1fichier what is already there, without sending it</source>
        <translation>Copier sur 1fichier ce qui y est déjà, sans l’envoyer</translation>
    </message>
    <message>
        <source>Leave it where it is, and use its links</source>
        <translation>Le laisser où il est et utiliser ses liens</translation>
    </message>
    <message>
        <source>Send what is already there once more</source>
        <translation>Envoyer encore une fois ce qui y est déjà</translation>
    </message>
    <message>
        <source>What to do with files that are already on 1fichier</source>
        <translation>Que faire des fichiers déjà sur 1fichier</translation>
    </message>
    <message>
        <source>in this very place</source>
        <translation>à cet endroit même</translation>
    </message>
    <message>
        <source>folder not known yet</source>
        <translation>dossier pas encore connu</translation>
    </message>
    <message>
        <source>&amp;Name of the search</source>
        <translation>&amp;Nom de la recherche</translation>
    </message>
    <message>
        <source>A kind (folder, picture, video, audio, document, text, archive, program, other) or an ending</source>
        <translation>Un type (folder : dossier, picture : image, video, audio, document, text, archive, program, other) ou une extension</translation>
    </message>
    <message>
        <source>A whole name; * stands for anything, ? for one character</source>
        <translation>Un nom entier ; * remplace n’importe quoi, ? un caractère</translation>
    </message>
    <message>
        <source>Everything you type must match</source>
        <translation>Tout ce que vous saisissez doit correspondre</translation>
    </message>
    <message>
        <source>Below a path, or below any folder of that name</source>
        <translation>Sous un chemin, ou sous tout dossier de ce nom</translation>
    </message>
    <message>
        <source>Case and accents do not matter. The search asks 1fichier nothing and works offline.</source>
        <translation>Ni la casse ni les accents ne comptent. La recherche ne demande rien à 1fichier et fonctionne hors ligne.</translation>
    </message>
    <message>
        <source>It searches for {text}</source>
        <translation>Elle cherche {text}</translation>
    </message>
    <message>
        <source>Larger or smaller than; 1 kB is 1,000 bytes, 1 KiB 1,024</source>
        <translation>Plus grand ou plus petit que ; 1 kB vaut 1 000 octets, 1 KiB 1 024</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Nom de la recherche</translation>
    </message>
    <message>
        <source>No file or folder of the account, as far as it is known, has all of this.</source>
        <translation>Aucun fichier ni dossier connu du compte ne réunit tout cela.</translation>
    </message>
    <message>
        <source>Not understood: {words}</source>
        <translation>Pas compris : {words}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Nothing to search for yet</source>
        <translation>Rien à chercher pour l’instant</translation>
    </message>
    <message>
        <source>Oldest list: read {age}</source>
        <translation>Liste la plus ancienne : lue {age}</translation>
    </message>
    <message>
        <source>Remove a saved search</source>
        <translation>Retirer une recherche enregistrée</translation>
    </message>
    <message>
        <source>Save the search</source>
        <translation>Enregistrer la recherche</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Enregistrer cette recherche</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Enregistrer cette recherche…</translation>
    </message>
    <message>
        <source>Search the account</source>
        <translation>Chercher dans le compte</translation>
    </message>
    <message>
        <source>Sent since then or before: a year, a month, a day, or 30d, 6w, 6m, 2y ago</source>
        <translation>Envoyé depuis ou avant : une année, un mois, un jour, ou il y a 30d (jours), 6w (semaines), 6m (mois), 2y (ans)</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Afficher dans son dossier</translation>
    </message>
    <message>
        <source>What can be searched for</source>
        <translation>Ce que l’on peut chercher</translation>
    </message>
    <message>
        <source>Where to search, and saved searches</source>
        <translation>Où chercher, et recherches enregistrées</translation>
    </message>
    <message>
        <source>Whose content is in the account more than once</source>
        <translation>Dont le contenu est plus d’une fois dans le compte</translation>
    </message>
    <message>
        <source>With a password; pass:no without</source>
        <translation>Avec mot de passe ; pass:no sans</translation>
    </message>
    <message>
        <source>Words anywhere in the name or the path, in any order</source>
        <translation>Des mots n’importe où dans le nom ou le chemin, dans n’importe quel ordre</translation>
    </message>
    <message>
        <source>Words that belong together; words that must not be there</source>
        <translation>Des mots qui vont ensemble ; des mots qui ne doivent pas y être</translation>
    </message>
    <message numerus="yes">
        <source>in all %n folder(s)</source>
        <translation>
            <numerusform>dans le seul dossier</numerusform>
            <numerusform>dans l’ensemble des %n dossiers</numerusform>
        </translation>
    </message>
    <message>
        <source>in what is known of {listed} of {folders} folders</source>
        <translation>dans {listed} dossiers lus sur {folders}</translation>
    </message>
    <message>
        <source>the first {shown} of {total}: narrow the search down</source>
        <translation>les {shown} premiers sur {total} : précisez la recherche</translation>
    </message>
    <message>
        <source>{listed} of {folders} folders have been read so far. What is in the others is not known yet.</source>
        <translation>{listed} dossiers sur {folders} ont été lus. Ce que contiennent les autres n’est pas encore connu.</translation>
    </message>
    <message>
        <source>CDN credits</source>
        <translation>crédits CDN</translation>
    </message>
    <message>
        <source>List of transfers ({pattern})</source>
        <translation>Liste de transferts ({pattern})</translation>
    </message>
    <message>
        <source>Links as text ({pattern})</source>
        <translation>Liens en texte ({pattern})</translation>
    </message>
    <message>
        <source>Table ({pattern})</source>
        <translation>Tableau ({pattern})</translation>
    </message>
    <message>
        <source>Page of links ({pattern})</source>
        <translation>Page de liens ({pattern})</translation>
    </message>
    <message numerus="yes">
        <source>Export %n transfer(s)</source>
        <translation>
            <numerusform>Exporter %n transfert</numerusform>
            <numerusform>Exporter %n transferts</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Exporter la liste</translation>
    </message>
    <message>
        <source>Lists ({pattern})</source>
        <translation>Listes ({pattern})</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) written to {name}.</source>
        <translation>
            <numerusform>%n transfert écrit dans {name}.</numerusform>
            <numerusform>%n transferts écrits dans {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importer une liste</translation>
    </message>
    <message>
        <source>Export the list…</source>
        <translation>Exporter la liste…</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Importer une liste…</translation>
    </message>
    <message>
        <source>no list</source>
        <translation>pas une liste</translation>
    </message>
    <message>
        <source>{name} is no list of transfers that this program understands.</source>
        <translation>{name} n’est pas une liste de transferts que ce programme comprend.</translation>
    </message>
    <message>
        <source>Nothing was added. Choose a file that “Export the list” wrote, or a text with links.</source>
        <translation>Rien n’a été ajouté. Choisissez un fichier écrit par « Exporter la liste », ou un texte avec des liens.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Inutilisable</translation>
    </message>
    <message>
        <source>It can be added.</source>
        <translation>Il peut être ajouté.</translation>
    </message>
    <message>
        <source>Was done</source>
        <translation>Était terminé</translation>
    </message>
    <message>
        <source>A transfer of it is in the list, or is in this file twice.</source>
        <translation>Il figure déjà dans la liste, ou deux fois dans ce fichier.</translation>
    </message>
    <message>
        <source>It had ended well when the list was written. It can be moved again.</source>
        <translation>Il s’était bien terminé quand la liste a été écrite. Il peut être refait.</translation>
    </message>
    <message>
        <source>There was nothing to add.</source>
        <translation>Il n’y avait rien à ajouter.</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n ajouté</numerusform>
            <numerusform>%n ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: done, or in the list already</source>
        <translation>
            <numerusform>%n laissé de côté : terminé ou déjà dans la liste</numerusform>
            <numerusform>%n laissés de côté : terminés ou déjà dans la liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be used</source>
        <translation>
            <numerusform>%n inutilisable</numerusform>
            <numerusform>%n inutilisables</numerusform>
        </translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>La liste est vide.</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) in {name}</source>
        <translation>
            <numerusform>%n transfert dans {name}</numerusform>
            <numerusform>%n transferts dans {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Transfers of the list</source>
        <translation>Transferts de la liste</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouveau</numerusform>
            <numerusform>%n nouveaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the list already</source>
        <translation>
            <numerusform>%n déjà dans la liste</numerusform>
            <numerusform>%n déjà dans la liste</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message numerus="yes">
        <source>Add %n transfer(s)</source>
        <translation>
            <numerusform>Ajouter %n transfert</numerusform>
            <numerusform>Ajouter %n transferts</numerusform>
        </translation>
    </message>
    <message>
        <source>Join files that come in parts</source>
        <translation>Réunir les fichiers qui arrivent en parties</translation>
    </message>
    <message>
        <source>Parts that are downloaded with their list become one verified file as they arrive.</source>
        <translation>Les parties téléchargées avec leur liste deviennent un seul fichier vérifié au fur et à mesure.</translation>
    </message>
    <message>
        <source>Join parts…</source>
        <translation>Réunir des parties…</translation>
    </message>
    <message>
        <source>Choose the list of the parts</source>
        <translation>Choisir la liste des parties</translation>
    </message>
    <message>
        <source>Lists of parts ({pattern})</source>
        <translation>Listes de parties ({pattern})</translation>
    </message>
    <message>
        <source>Joining the parts of {name}…</source>
        <translation>Réunion des parties de {name}…</translation>
    </message>
    <message>
        <source>{name} is whole: its parts were joined.</source>
        <translation>{name} est complet : ses parties ont été réunies.</translation>
    </message>
    <message>
        <source>Reading what is to be copied…</source>
        <translation>Lecture de ce qui est à copier…</translation>
    </message>
    <message>
        <source>Counting what is to be deleted…</source>
        <translation>Décompte de ce qui est à supprimer…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>Rien n’a été supprimé.</translation>
    </message>
    <message numerus="yes">
        <source>The folders of %n of these files are not known yet: they come with time.</source>
        <translation>
            <numerusform>Le dossier de %n de ces fichiers n’est pas encore connu : cela viendra.</numerusform>
            <numerusform>Les dossiers de %n de ces fichiers ne sont pas encore connus : cela viendra.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1fichier has no trash: what is deleted is gone for good, and its links stop working. For %n second(s) it can be taken back.</source>
        <translation>
            <numerusform>1fichier n’a pas de corbeille : ce qui est supprimé est perdu, et les liens ne marchent plus. Cela peut être annulé pendant %n seconde.</numerusform>
            <numerusform>1fichier n’a pas de corbeille : ce qui est supprimé est perdu, et les liens ne marchent plus. Cela peut être annulé pendant %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Take back the last name, move or deletion that can be</source>
        <translation>Revenir sur le dernier renommage, déplacement ou suppression qui peut l’être</translation>
    </message>
    <message>
        <source>Renaming: {done} of {total}</source>
        <translation>Renommage : {done} sur {total}</translation>
    </message>
    <message>
        <source>Moving: {done} of {total}</source>
        <translation>Déplacement : {done} sur {total}</translation>
    </message>
    <message>
        <source>Copying: {done} of {total}</source>
        <translation>Copie : {done} sur {total}</translation>
    </message>
    <message>
        <source>Deleting: {done} of {total}</source>
        <translation>Suppression : {done} sur {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) renamed</source>
        <translation>
            <numerusform>%n élément renommé</numerusform>
            <numerusform>%n éléments renommés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) moved</source>
        <translation>
            <numerusform>%n élément déplacé</numerusform>
            <numerusform>%n éléments déplacés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) copied</source>
        <translation>
            <numerusform>%n élément copié</numerusform>
            <numerusform>%n éléments copiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted</source>
        <translation>
            <numerusform>%n élément supprimé</numerusform>
            <numerusform>%n éléments supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of {total} could not be renamed.</source>
        <translation>
            <numerusform>%n élément sur {total} n’a pas pu être renommé.</numerusform>
            <numerusform>%n éléments sur {total} n’ont pas pu être renommés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of {total} could not be moved.</source>
        <translation>
            <numerusform>%n élément sur {total} n’a pas pu être déplacé.</numerusform>
            <numerusform>%n éléments sur {total} n’ont pas pu être déplacés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of {total} could not be copied.</source>
        <translation>
            <numerusform>%n élément sur {total} n’a pas pu être copié.</numerusform>
            <numerusform>%n éléments sur {total} n’ont pas pu être copiés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of {total} could not be deleted.</source>
        <translation>
            <numerusform>%n élément sur {total} n’a pas pu être supprimé.</numerusform>
            <numerusform>%n éléments sur {total} n’ont pas pu être supprimés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message>
        <source>“{old}” is now “{new}”.</source>
        <translation>« {old} » s’appelle maintenant « {new} ».</translation>
    </message>
    <message>
        <source>{things} moved to {folder}.</source>
        <translation>Déplacement vers {folder} terminé : {things}.</translation>
    </message>
    <message>
        <source>{things} copied to {folder}.</source>
        <translation>Copie vers {folder} terminée : {things}.</translation>
    </message>
    <message>
        <source>Delete the folder “{name}” with {things}?</source>
        <translation>Supprimer le dossier « {name} » avec {things} ?</translation>
    </message>
    <message>
        <source>Delete {things}</source>
        <translation>Supprimer {things}</translation>
    </message>
    <message numerus="yes">
        <source>{things}: deleted for good in %n second(s)</source>
        <translation>
            <numerusform>{things} : suppression définitive dans %n seconde</numerusform>
            <numerusform>{things} : suppression définitive dans %n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: {done} of {total}.</source>
        <translation>Arrêt : {done} sur {total}.</translation>
    </message>
    <message>
        <source>Taken back: {done}.</source>
        <translation>Annulé : {done}.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>« {name} »</translation>
    </message>
    <message>
        <source>{things}, {size}</source>
        <translation>{things}, {size}</translation>
    </message>
    <message>
        <source>at least {things}</source>
        <translation>au moins {things}</translation>
    </message>
    <message>
        <source>Delete {things}?</source>
        <translation>Supprimer {things} ?</translation>
    </message>
    <message>
        <source>Delete the file “{name}”, {size}?</source>
        <translation>Supprimer le fichier « {name} », {size} ?</translation>
    </message>
    <message>
        <source>Delete the empty folder “{name}”?</source>
        <translation>Supprimer le dossier vide « {name} » ?</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>New &amp;name</source>
        <translation>Nouveau &amp;nom</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nouveau nom</translation>
    </message>
    <message>
        <source>There is a folder of this name here already.</source>
        <translation>Il y a déjà un dossier de ce nom ici.</translation>
    </message>
    <message>
        <source>There is a file of this name here already; 1fichier keeps both.</source>
        <translation>Il y a déjà un fichier de ce nom ici ; 1fichier garde les deux.</translation>
    </message>
    <message>
        <source>What was not done</source>
        <translation>Ce qui n’a pas été fait</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Couper</translation>
    </message>
    <message>
        <source>Paste here</source>
        <translation>Coller ici</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Déplacer vers…</translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation>Copier vers…</translation>
    </message>
    <message>
        <source>Recently deleted…</source>
        <translation>Supprimés récemment…</translation>
    </message>
    <message>
        <source>The links on the clipboard are downloaded, files uploaded, rows that were cut or copied put here</source>
        <translation>Les liens du presse-papiers sont téléchargés, les fichiers téléversés, les lignes coupées ou copiées mises ici</translation>
    </message>
    <message>
        <source>Move {things} to</source>
        <translation>Déplacer {things} vers</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Déplacer ici</translation>
    </message>
    <message>
        <source>Copy {things} to</source>
        <translation>Copier {things} vers</translation>
    </message>
    <message>
        <source>Copy here</source>
        <translation>Copier ici</translation>
    </message>
    <message>
        <source>Its owner hides the link</source>
        <translation>Lien masqué par son propriétaire</translation>
    </message>
    <message>
        <source>The service copies by link, and the owner hides the links here</source>
        <translation>Le service copie par lien, et le propriétaire masque les liens ici</translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>Partagé avec moi</translation>
    </message>
    <message>
        <source>{name}: shared by {owner}, read only, without links</source>
        <translation>{name} : partagé par {owner}, en lecture seule, sans liens</translation>
    </message>
    <message>
        <source>{name}: shared by {owner}, read only</source>
        <translation>{name} : partagé par {owner}, en lecture seule</translation>
    </message>
    <message>
        <source>{name}: shared by {owner}</source>
        <translation>{name} : partagé par {owner}</translation>
    </message>
    <message>
        <source>{owner} shares this folder for reading only</source>
        <translation>{owner} partage ce dossier en lecture seule</translation>
    </message>
    <message>
        <source>Copy to my account…</source>
        <translation>Copier dans mon compte…</translation>
    </message>
    <message>
        <source>The service copies what is known by name, and not locked.</source>
        <translation>Le service copie ce dont le nom est connu et qui n’est pas verrouillé.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will be copied on the server, without being downloaded.</source>
        <translation>
            <numerusform>%n fichier sera copié sur le serveur, sans être téléchargé.</numerusform>
            <numerusform>%n fichiers seront copiés sur le serveur, sans être téléchargés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Search the known folders</source>
        <translation>Chercher dans les dossiers connus</translation>
    </message>
    <message>
        <source>Folders that were found</source>
        <translation>Dossiers trouvés</translation>
    </message>
    <message>
        <source>No known folder has these words in its path.</source>
        <translation>Aucun dossier connu n’a ces mots dans son chemin.</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimé</translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation>Supprimés récemment</translation>
    </message>
    <message>
        <source>Filter by name or folder</source>
        <translation>Filtrer par nom ou dossier</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Vider la liste</translation>
    </message>
    <message>
        <source>1fichier keeps nothing of these. The last {count} stay in this list, on this computer.</source>
        <translation>1fichier n’en garde rien. Les {count} derniers restent dans cette liste, sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Nothing was deleted with this program.</source>
        <translation>Rien n’a été supprimé avec ce programme.</translation>
    </message>
    <message>
        <source>Clear the list?</source>
        <translation>Vider la liste ?</translation>
    </message>
    <message>
        <source>Names, checksums and links of what was deleted are then known nowhere any more.</source>
        <translation>Les noms, sommes de contrôle et liens de ce qui a été supprimé ne sont alors plus connus nulle part.</translation>
    </message>
    <message>
        <source>Leave as they are</source>
        <translation>Laisser telles quelles</translation>
    </message>
    <message>
        <source>lower case</source>
        <translation>minuscules</translation>
    </message>
    <message>
        <source>UPPER CASE</source>
        <translation>MAJUSCULES</translation>
    </message>
    <message>
        <source>Each Word</source>
        <translation>Chaque Mot</translation>
    </message>
    <message>
        <source>First word only</source>
        <translation>Premier mot seulement</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>Pas de numéro</translation>
    </message>
    <message>
        <source>Before the name</source>
        <translation>Avant le nom</translation>
    </message>
    <message>
        <source>After the name</source>
        <translation>Après le nom</translation>
    </message>
    <message>
        <source>In place of the name</source>
        <translation>À la place du nom</translation>
    </message>
    <message>
        <source>No name is left</source>
        <translation>Il ne reste aucun nom</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Trop long</translation>
    </message>
    <message>
        <source>Given to two</source>
        <translation>Donné deux fois</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Déjà pris</translation>
    </message>
    <message>
        <source>The rules leave nothing of this name.</source>
        <translation>Les règles ne laissent rien de ce nom.</translation>
    </message>
    <message>
        <source>1fichier stores at most 250 characters of a name.</source>
        <translation>1fichier enregistre au plus 250 caractères d’un nom.</translation>
    </message>
    <message>
        <source>Another of the chosen items would have the same name.</source>
        <translation>Un autre des éléments choisis aurait le même nom.</translation>
    </message>
    <message>
        <source>Something else in the folder has this name.</source>
        <translation>Autre chose porte déjà ce nom dans le dossier.</translation>
    </message>
    <message>
        <source>This is no complete regular expression yet.</source>
        <translation>Ce n’est pas encore une expression régulière complète.</translation>
    </message>
    <message>
        <source>This pattern repeats what is itself repeated or a choice, and could run for ever: write it without that.</source>
        <translation>Ce motif répète ce qui est déjà répété ou un choix, et pourrait ne jamais finir : écrivez-le autrement.</translation>
    </message>
    <message>
        <source>The replacement names a group that the pattern does not have, or ends in a backslash.</source>
        <translation>Le remplacement nomme un groupe que le motif n’a pas, ou finit par une barre oblique inverse.</translation>
    </message>
    <message>
        <source>With look-alikes</source>
        <translation>Avec des signes semblables</translation>
    </message>
    <message numerus="yes">
        <source>Rename %n file(s)</source>
        <translation>
            <numerusform>Renommer %n fichier</numerusform>
            <numerusform>Renommer %n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rename %n folder(s)</source>
        <translation>
            <numerusform>Renommer %n dossier</numerusform>
            <numerusform>Renommer %n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rename %n item(s)</source>
        <translation>
            <numerusform>Renommer %n élément</numerusform>
            <numerusform>Renommer %n éléments</numerusform>
        </translation>
    </message>
    <message>
        <source>No name changes yet.</source>
        <translation>Aucun nom ne change pour l’instant.</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) unchanged.</source>
        <translation>
            <numerusform>%n nom inchangé.</numerusform>
            <numerusform>%n noms inchangés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every name changes.</source>
        <translation>Tous les noms changent.</translation>
    </message>
    <message numerus="yes">
        <source>%n without a name</source>
        <translation>
            <numerusform>%n sans nom</numerusform>
            <numerusform>%n sans nom</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too long</source>
        <translation>
            <numerusform>%n trop long</numerusform>
            <numerusform>%n trop longs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a name given to two</source>
        <translation>
            <numerusform>%n avec un nom donné deux fois</numerusform>
            <numerusform>%n avec un nom donné deux fois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a name that is taken</source>
        <translation>
            <numerusform>%n avec un nom déjà pris</numerusform>
            <numerusform>%n avec un nom déjà pris</numerusform>
        </translation>
    </message>
    <message>
        <source>Not possible yet: {list}.</source>
        <translation>Pas encore possible : {list}.</translation>
    </message>
    <message>
        <source>Name now</source>
        <translation>Nom actuel</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Leave extensions as they are</source>
        <translation>Laisser les extensions telles quelles</translation>
    </message>
    <message>
        <source>Show the next one</source>
        <translation>Afficher le suivant</translation>
    </message>
    <message>
        <source>&amp;Search for</source>
        <translation>&amp;Rechercher</translation>
    </message>
    <message>
        <source>Re&amp;place with</source>
        <translation>Rem&amp;placer par</translation>
    </message>
    <message>
        <source>&amp;Letters</source>
        <translation>&amp;Lettres</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Numéro</translation>
    </message>
    <message>
        <source>Te&amp;xt beside it</source>
        <translation>Te&amp;xte à côté</translation>
    </message>
    <message>
        <source>&amp;First</source>
        <translation>Pr&amp;emier</translation>
    </message>
    <message>
        <source>St&amp;ep</source>
        <translation>Pa&amp;s</translation>
    </message>
    <message>
        <source>&amp;Digits</source>
        <translation>&amp;Chiffres</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Trouver une commande…</translation>
    </message>
    <message>
        <source>Every command, folder and saved search by a few letters</source>
        <translation>Toutes les commandes, les dossiers et les recherches enregistrées, en quelques lettres</translation>
    </message>
    <message>
        <source>No folder to go to</source>
        <translation>Aucun dossier où aller</translation>
    </message>
    <message>
        <source>Nothing moves or waits</source>
        <translation>Rien en cours ni en attente</translation>
    </message>
    <message>
        <source>This is the top folder</source>
        <translation>C’est le dossier le plus haut</translation>
    </message>
    <message>
        <source>No words are searched for</source>
        <translation>Aucun mot n’est recherché</translation>
    </message>
    <message>
        <source>Only for what a search found</source>
        <translation>Seulement pour le résultat d’une recherche</translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>Rien à annuler</translation>
    </message>
    <message>
        <source>Nothing to paste here</source>
        <translation>Rien à coller ici</translation>
    </message>
    <message>
        <source>Nothing is chosen in the file list</source>
        <translation>Rien n’est choisi dans la liste des fichiers</translation>
    </message>
    <message>
        <source>Nothing is chosen in the transfers</source>
        <translation>Rien n’est choisi dans les transferts</translation>
    </message>
    <message>
        <source>No key is entered</source>
        <translation>Aucune clé n’est saisie</translation>
    </message>
    <message>
        <source>Not for what is chosen</source>
        <translation>Pas pour ce qui est choisi</translation>
    </message>
    <message>
        <source>A command, or / and a folder</source>
        <translation>Une commande, ou / et un dossier</translation>
    </message>
    <message>
        <source>Commands and folders</source>
        <translation>Commandes et dossiers</translation>
    </message>
    <message>
        <source>What the words mean</source>
        <translation>Ce que ces mots désignent</translation>
    </message>
    <message>
        <source>Nothing has these words.</source>
        <translation>Rien ne contient ces mots.</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>Recherche enregistrée</translation>
    </message>
    <message>
        <source>Go to {path}</source>
        <translation>Aller à {path}</translation>
    </message>
    <message>
        <source>File list</source>
        <translation>Liste des fichiers</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activé</translation>
    </message>
    <message>
        <source>A deletion is still waiting</source>
        <translation>Une suppression est encore en attente</translation>
    </message>
    <message>
        <source>It is sent once it can no longer be undone. If you quit before, nothing is deleted.</source>
        <translation>Elle part dès qu’elle ne peut plus être annulée. Si vous quittez avant, rien n’est supprimé.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Quit, delete nothing</source>
        <translation>Quitter sans rien supprimer</translation>
    </message>
    <message>
        <source>Vouchers…</source>
        <translation>Bons d’achat…</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>Bons d’achat</translation>
    </message>
    <message>
        <source>Codes that pay for a plan or credits: those of the account, checking and using one</source>
        <translation>Codes qui paient une offre ou des crédits : ceux du compte, vérifier et utiliser un code</translation>
    </message>
    <message>
        <source>Pays for</source>
        <translation>Donne droit à</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>Bon d’achat</translation>
    </message>
    <message>
        <source>Use…</source>
        <translation>Utiliser…</translation>
    </message>
    <message>
        <source>A voucher pays once, for any account. Whoever has the code can use it.</source>
        <translation>Un bon d’achat ne sert qu’une fois, pour n’importe quel compte. Qui a le code peut l’utiliser.</translation>
    </message>
    <message>
        <source>For the account</source>
        <translation>Pour le compte</translation>
    </message>
    <message>
        <source>This account has no voucher.</source>
        <translation>Ce compte n’a pas de bon d’achat.</translation>
    </message>
    <message>
        <source>1fichier does not know this voucher, or it was used already.</source>
        <translation>1fichier ne connaît pas ce bon d’achat, ou il a déjà été utilisé.</translation>
    </message>
    <message>
        <source>This voucher is good for: {service}</source>
        <translation>Ce bon d’achat est valable pour : {service}</translation>
    </message>
    <message>
        <source>it does not say what</source>
        <translation>ce n’est pas précisé</translation>
    </message>
    <message>
        <source>Use this voucher for {email}?</source>
        <translation>Utiliser ce bon d’achat pour {email} ?</translation>
    </message>
    <message>
        <source>It can be used once, and this cannot be taken back.</source>
        <translation>Il ne sert qu’une fois, et cela ne peut pas être annulé.</translation>
    </message>
    <message>
        <source>Use the voucher</source>
        <translation>Utiliser le bon d’achat</translation>
    </message>
    <message>
        <source>1fichier does not know this voucher or this account. Nothing was used.</source>
        <translation>1fichier ne connaît pas ce bon d’achat ou ce compte. Rien n’a été utilisé.</translation>
    </message>
    <message>
        <source>No answer came: it may have been used. Check it before you use it again.</source>
        <translation>Aucune réponse : il a peut-être été utilisé. Vérifiez-le avant de l’utiliser de nouveau.</translation>
    </message>
    <message>
        <source>The voucher was used for {email}.</source>
        <translation>Le bon d’achat a été utilisé pour {email}.</translation>
    </message>
    <message numerus="yes">
        <source>%n voucher(s)</source>
        <translation>
            <numerusform>%n bon d’achat</numerusform>
            <numerusform>%n bons d’achat</numerusform>
        </translation>
    </message>
    <message>
        <source>Check</source>
        <comment>verb</comment>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Saved rules</source>
        <translation>Règles enregistrées</translation>
    </message>
    <message>
        <source>Rename saved rules</source>
        <translation>Renommer des règles enregistrées</translation>
    </message>
    <message>
        <source>Remove saved rules</source>
        <translation>Supprimer des règles enregistrées</translation>
    </message>
    <message>
        <source>Save these rules</source>
        <translation>Enregistrer ces règles</translation>
    </message>
    <message>
        <source>Save these rules…</source>
        <translation>Enregistrer ces règles…</translation>
    </message>
    <message>
        <source>Save the rules</source>
        <translation>Enregistrer les règles</translation>
    </message>
    <message>
        <source>&amp;Name of the rules</source>
        <translation>&amp;Nom des règles</translation>
    </message>
    <message>
        <source>Name of the rules</source>
        <translation>Nom des règles</translation>
    </message>
    <message>
        <source>The password is not saved: it is entered anew each time these rules are chosen.</source>
        <translation>Le mot de passe n’est pas enregistré : il est saisi à nouveau chaque fois que ces règles sont choisies.</translation>
    </message>
    <message>
        <source>It takes the place of the rules of this name.</source>
        <translation>Elles remplacent les règles de ce nom.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) moved to the trash of this computer.</source>
        <translation>
            <numerusform>%n élément mis à la corbeille de cet ordinateur.</numerusform>
            <numerusform>%n éléments mis à la corbeille de cet ordinateur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) stay: they could not be moved to the trash.</source>
        <translation>
            <numerusform>%n élément reste en place : la mise à la corbeille a échoué.</numerusform>
            <numerusform>%n éléments restent en place : la mise à la corbeille a échoué.</numerusform>
        </translation>
    </message>
    <message>
        <source>A folder of this computer beside the list: drag from one to the other</source>
        <translation>Un dossier de cet ordinateur à côté de la liste : glissez de l’un à l’autre</translation>
    </message>
    <message>
        <source>Also in {folder} on 1fichier, of the same size</source>
        <translation>Aussi dans {folder} sur 1fichier, de même taille</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Ordinateur</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copier le chemin</translation>
    </message>
    <message>
        <source>Download to the local folder</source>
        <translation>Télécharger dans le dossier local</translation>
    </message>
    <message>
        <source>Download to {folder}</source>
        <translation>Télécharger dans {folder}</translation>
    </message>
    <message>
        <source>Drop to download to {folder}</source>
        <translation>Déposez pour télécharger dans {folder}</translation>
    </message>
    <message>
        <source>Files of this computer</source>
        <translation>Fichiers de cet ordinateur</translation>
    </message>
    <message>
        <source>Hidden files</source>
        <translation>Fichiers cachés</translation>
    </message>
    <message>
        <source>Home, downloads, drives</source>
        <translation>Dossier personnel, téléchargements, lecteurs</translation>
    </message>
    <message>
        <source>In the local folder</source>
        <translation>Dans le dossier local</translation>
    </message>
    <message numerus="yes">
        <source>It holds %n hidden item(s).</source>
        <translation>
            <numerusform>Il contient %n élément caché.</numerusform>
            <numerusform>Il contient %n éléments cachés.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its drive is not there.</source>
        <translation>Il a été déplacé, renommé ou supprimé, ou son lecteur n’est pas là.</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Mène à</translation>
    </message>
    <message>
        <source>Local folder</source>
        <translation>Dossier local</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mettre à la corbeille</translation>
    </message>
    <message>
        <source>No permission for “{folder}”</source>
        <translation>Pas d’autorisation pour « {folder} »</translation>
    </message>
    <message>
        <source>Nothing is chosen in the local folder</source>
        <translation>Rien n’est choisi dans le dossier local</translation>
    </message>
    <message>
        <source>Nothing is chosen, or no local folder is shown</source>
        <translation>Rien n’est choisi, ou aucun dossier local n’est affiché</translation>
    </message>
    <message>
        <source>Path on this computer</source>
        <translation>Chemin sur cet ordinateur</translation>
    </message>
    <message>
        <source>Places of this computer</source>
        <translation>Emplacements de cet ordinateur</translation>
    </message>
    <message>
        <source>The system has no program for “{name}”.</source>
        <translation>Le système n’a pas de programme pour « {name} ».</translation>
    </message>
    <message>
        <source>The system says: {text}</source>
        <translation>Le système répond : {text}</translation>
    </message>
    <message>
        <source>There is no folder “{path}” on this computer.</source>
        <translation>Il n’y a pas de dossier « {path} » sur cet ordinateur.</translation>
    </message>
    <message>
        <source>There is something of this name here already.</source>
        <translation>Ce nom est déjà pris ici.</translation>
    </message>
    <message>
        <source>This computer does not let you change “{name}”.</source>
        <translation>Cet ordinateur ne vous laisse pas modifier « {name} ».</translation>
    </message>
    <message>
        <source>This computer does not let you look into it.</source>
        <translation>Cet ordinateur ne vous laisse pas voir ce qu’il contient.</translation>
    </message>
    <message>
        <source>This computer takes no such name.</source>
        <translation>Cet ordinateur n’accepte pas ce nom.</translation>
    </message>
    <message>
        <source>Type a path of this computer</source>
        <translation>Saisissez un chemin de cet ordinateur</translation>
    </message>
    <message>
        <source>Upload to the folder shown</source>
        <translation>Téléverser dans le dossier affiché</translation>
    </message>
    <message>
        <source>Upload to {folder}</source>
        <translation>Téléverser dans {folder}</translation>
    </message>
    <message>
        <source>Width of the lists</source>
        <translation>Largeur des listes</translation>
    </message>
    <message>
        <source>in the account too</source>
        <translation>aussi dans le compte</translation>
    </message>
    <message>
        <source>{kind} {name}, {size}, modified {date}</source>
        <translation>{kind} {name}, {size}, modifié {date}</translation>
    </message>
    <message>
        <source>“{folder}” cannot be read</source>
        <translation>« {folder} » n’est pas lisible</translation>
    </message>
    <message>
        <source>“{folder}” is gone</source>
        <translation>« {folder} » n’est plus là</translation>
    </message>
    <message>
        <source>“{name}” could not be changed. The system says: {text}</source>
        <translation>« {name} » n’a pas pu être modifié. Le système répond : {text}</translation>
    </message>
    <message>
        <source>“{name}” is in the trash of this computer.</source>
        <translation>« {name} » est dans la corbeille de cet ordinateur.</translation>
    </message>
    <message>
        <source>“{name}” is no longer there.</source>
        <translation>« {name} » n’est plus là.</translation>
    </message>
    <message>
        <source>“{name}” stays: it could not be moved to the trash.</source>
        <translation>« {name} » reste en place : la mise à la corbeille a échoué.</translation>
    </message>
    <message>
        <source>{player} plays {name} as it comes; nothing is saved.</source>
        <translation>{player} lit {name} au fil de sa réception ; rien n’est enregistré.</translation>
    </message>
    <message>
        <source>The system’s player plays {name} as it comes; nothing is saved.</source>
        <translation>Le lecteur du système lit {name} au fil de sa réception ; rien n’est enregistré.</translation>
    </message>
    <message>
        <source>No player is set up on this computer: the browser plays {name} as it comes. A player such as VLC plays more kinds.</source>
        <translation>Aucun lecteur n’est configuré sur cet ordinateur : le navigateur lit {name} au fil de sa réception. Un lecteur comme VLC lit davantage de formats.</translation>
    </message>
    <message>
        <source>No player for {name} on this computer. Install one, such as VLC, and play it again; or give the address to a player.</source>
        <translation>Aucun lecteur pour {name} sur cet ordinateur. Installez-en un, VLC par exemple, et relancez la lecture ; ou donnez l’adresse à un lecteur.</translation>
    </message>
    <message>
        <source>It has {width} × {height} pixels: too many for the memory.</source>
        <translation>Elle fait {width} × {height} pixels : trop pour la mémoire.</translation>
    </message>
    <message>
        <source>This program does not know its kind.</source>
        <translation>Ce programme ne connaît pas ce format.</translation>
    </message>
    <message>
        <source>Only {owner} can change “{name}”: it is shared with you for reading.</source>
        <translation>Seul {owner} peut modifier « {name} » : ce dossier vous est partagé en lecture seule.</translation>
    </message>
    <message>
        <source>Only {owner} can rename, move or delete “{name}”.</source>
        <translation>Seul {owner} peut renommer, déplacer ou supprimer « {name} ».</translation>
    </message>
    <message>
        <source>Only {owner} can rename, move or delete this folder</source>
        <translation>Seul {owner} peut renommer, déplacer ou supprimer ce dossier</translation>
    </message>
    <message>
        <source>“{name}” is not shared with you any more.</source>
        <translation>« {name} » n’est plus partagé avec vous.</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>lecture seule</translation>
    </message>
    <message>
        <source>Show thumbnails</source>
        <translation>Afficher les miniatures</translation>
    </message>
    <message>
        <source>Fetch the pictures that are chosen, or those of this folder, for small pictures of them</source>
        <translation>Récupérer les images choisies, ou celles de ce dossier, pour en afficher des miniatures</translation>
    </message>
    <message>
        <source>Remove all thumbnails</source>
        <translation>Supprimer toutes les miniatures</translation>
    </message>
    <message>
        <source>Delete the small pictures that are kept on this computer</source>
        <translation>Effacer les miniatures conservées sur cet ordinateur</translation>
    </message>
    <message>
        <source>All thumbnails were removed from this computer.</source>
        <translation>Toutes les miniatures ont été supprimées de cet ordinateur.</translation>
    </message>
    <message>
        <source>The thumbnails are all there.</source>
        <translation>Toutes les miniatures sont déjà là.</translation>
    </message>
    <message>
        <source>There is no picture to be shown here.</source>
        <translation>Il n’y a ici aucune image à afficher.</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Miniatures</translation>
    </message>
    <message numerus="yes">
        <source>Fetch %n picture(s)</source>
        <translation>
            <numerusform>Récupérer %n image</numerusform>
            <numerusform>Récupérer %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetch %n picture(s) ({size}) for thumbnails?</source>
        <translation>
            <numerusform>Récupérer %n image ({size}) pour sa miniature ?</numerusform>
            <numerusform>Récupérer %n images ({size}) pour leurs miniatures ?</numerusform>
        </translation>
    </message>
    <message>
        <source>1fichier has no small pictures: each one is fetched whole, with a request of its own. The thumbnails stay on this computer.</source>
        <translation>1fichier n’a pas de miniatures : chaque image est récupérée en entier, avec sa propre requête. Les miniatures restent sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Thumbnails: fetching picture {at} of {count}, {size} in all.</source>
        <translation>Miniatures : récupération de l’image {at} sur {count}, {size} au total.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be shown.</source>
        <translation>
            <numerusform>%n image n’a pas pu être affichée.</numerusform>
            <numerusform>%n images n’ont pas pu être affichées.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name of this account</source>
        <translation>&amp;Nom de ce compte</translation>
    </message>
    <message>
        <source>Account {number}</source>
        <translation>Compte {number}</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ajouter un compte</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Ajouter un compte…</translation>
    </message>
    <message>
        <source>Add the account</source>
        <translation>Ajouter le compte</translation>
    </message>
    <message>
        <source>Another 1fichier account, with a list, a queue and a colour of its own</source>
        <translation>Un autre compte 1fichier, avec sa propre liste, sa propre file d’attente et sa propre couleur</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rose</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Bleu canard</translation>
    </message>
    <message>
        <source>Enter the key of another 1fichier account</source>
        <translation>Saisissez la clé d’un autre compte 1fichier</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Y revenir</translation>
    </message>
    <message>
        <source>Go to {account}</source>
        <translation>Aller à {account}</translation>
    </message>
    <message>
        <source>It gets a list, a queue and a colour of its own. Checking may take a minute: 1fichier says whose key it is once a minute.</source>
        <translation>Il aura sa propre liste, sa propre file d’attente et sa propre couleur. La vérification peut prendre une minute : 1fichier ne dit qu’une fois par minute à qui est une clé.</translation>
    </message>
    <message>
        <source>Its key, its list of files and its queue leave this computer. Nothing changes on 1fichier, and downloaded files stay where they are.</source>
        <translation>Sa clé, sa liste de fichiers et sa file d’attente quittent cet ordinateur. Rien ne change sur 1fichier, et les fichiers téléchargés restent où ils sont.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Name and colour</source>
        <translation>Nom et couleur</translation>
    </message>
    <message>
        <source>Name and colour of this account…</source>
        <translation>Nom et couleur de ce compte…</translation>
    </message>
    <message>
        <source>Name of this account</source>
        <translation>Nom de ce compte</translation>
    </message>
    <message>
        <source>Next account</source>
        <translation>Compte suivant</translation>
    </message>
    <message>
        <source>On show</source>
        <translation>Affiché</translation>
    </message>
    <message>
        <source>Only on this computer. Without a name it is called by its e-mail.</source>
        <translation>Seulement sur cet ordinateur. Sans nom, c’est son adresse e-mail qui le désigne.</translation>
    </message>
    <message>
        <source>Opens the menu of accounts</source>
        <translation>Ouvre le menu des comptes</translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>Retirer le compte</translation>
    </message>
    <message>
        <source>Remove this account</source>
        <translation>Retirer ce compte</translation>
    </message>
    <message>
        <source>Remove this account…</source>
        <translation>Retirer ce compte…</translation>
    </message>
    <message>
        <source>Remove {account} from this computer?</source>
        <translation>Retirer {account} de cet ordinateur ?</translation>
    </message>
    <message>
        <source>Show the next account; Ctrl+1, Ctrl+2 … go straight to one</source>
        <translation>Affiche le compte suivant ; Ctrl+1, Ctrl+2… mènent directement à l’un d’eux</translation>
    </message>
    <message>
        <source>Shows this account</source>
        <translation>Affiche ce compte</translation>
    </message>
    <message>
        <source>There is one account only</source>
        <translation>Il n’y a qu’un compte</translation>
    </message>
    <message>
        <source>{account} is no longer on this computer.</source>
        <translation>{account} n’est plus sur cet ordinateur.</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) not done yet are given up; files half downloaded stay as they are.</source>
        <translation>
            <numerusform>%n transfert inachevé est abandonné ; un fichier à moitié téléchargé reste tel quel.</numerusform>
            <numerusform>%n transferts inachevés sont abandonnés ; les fichiers à moitié téléchargés restent tels quels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) of {account} wait until you go back to that account.</source>
        <translation>
            <numerusform>%n transfert de {account} attend que vous reveniez à ce compte.</numerusform>
            <numerusform>%n transferts de {account} attendent que vous reveniez à ce compte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>Ouverture de {name}…</translation>
    </message>
    <message>
        <source>A file that was half sent starts again then.</source>
        <translation>Un fichier à moitié envoyé recommencera alors.</translation>
    </message>
    <message numerus="yes">
        <source>Drop to see what is behind %n link(s)</source>
        <translation>
            <numerusform>Déposez pour voir ce qu’il y a derrière %n lien</numerusform>
            <numerusform>Déposez pour voir ce qu’il y a derrière %n liens</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop to let 1fichier fetch this to {folder}</source>
        <translation>Déposez pour que 1fichier le récupère dans {folder}</translation>
    </message>
    <message>
        <source>Drop to upload the picture to {folder}</source>
        <translation>Déposez pour téléverser l’image dans {folder}</translation>
    </message>
    <message>
        <source>Upload a picture</source>
        <translation>Téléverser une image</translation>
    </message>
    <message>
        <source>Upload this picture to {folder}</source>
        <translation>Téléverser cette image dans {folder}</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>L’image</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} pixels</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Name of the picture</source>
        <translation>Nom de l’image</translation>
    </message>
    <message>
        <source>Picture {date}</source>
        <translation>Image {date}</translation>
    </message>
    <message>
        <source>The picture could not be saved: is there room on the disk?</source>
        <translation>L’image n’a pas pu être enregistrée : reste-t-il de la place sur le disque ?</translation>
    </message>
    <message>
        <source>A change holds at once, in menus and tool tips too.</source>
        <translation>Une modification prend effet aussitôt, dans les menus et les infobulles aussi.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Nouvelles touches</translation>
    </message>
    <message>
        <source>Press the new keys</source>
        <translation>Appuyez sur les nouvelles touches</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Définir</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>{keys}, changed</source>
        <translation>{keys}, modifié</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Chercher une commande ou une touche</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>The keys that the program gives this command</source>
        <translation>Les touches que le programme donne à cette commande</translation>
    </message>
    <message>
        <source>Choose a command, then press its new keys.</source>
        <translation>Choisissez une commande, puis appuyez sur ses nouvelles touches.</translation>
    </message>
    <message>
        <source>{keys} alone is for typing: hold Ctrl or Alt with it.</source>
        <translation>{keys} seul sert à écrire : ajoutez Ctrl ou Alt.</translation>
    </message>
    <message>
        <source>{keys} is in use for {commands}. It is taken from there.</source>
        <translation>{keys} sert déjà à {commands}. Cette commande le perdra.</translation>
    </message>
    <message>
        <source>“{command}” ({where})</source>
        <translation>« {command} » ({where})</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>API key sign in sign out log in log out password plan storage</source>
        <translation>clé API se connecter se déconnecter connexion mot de passe offre stockage espace</translation>
    </message>
    <message>
        <source>All settings to a file, without the key and without passwords.</source>
        <translation>Tous les réglages dans un fichier, sans la clé ni les mots de passe.</translation>
    </message>
    <message numerus="yes">
        <source>Change %n setting(s)</source>
        <translation>
            <numerusform>Changer %n réglage</numerusform>
            <numerusform>Changer %n réglages</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Empty the line</source>
        <translation>Vider la ligne</translation>
    </message>
    <message>
        <source>Every setting of this page goes back to its default; what changes is shown first.</source>
        <translation>Chaque réglage de cette page reprend sa valeur par défaut ; ce qui change est d’abord montré.</translation>
    </message>
    <message>
        <source>Every setting of this page has its default.</source>
        <translation>Chaque réglage de cette page a sa valeur par défaut.</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Exporter les réglages</translation>
    </message>
    <message>
        <source>Full speed all week</source>
        <translation>Pleine vitesse toute la semaine</translation>
    </message>
    <message>
        <source>HTTP SOCKS Tor tunnel server</source>
        <translation>HTTP SOCKS Tor tunnel serveur mandataire</translation>
    </message>
    <message>
        <source>HTTP SOCKS Tor tunnel server port</source>
        <translation>HTTP SOCKS Tor tunnel serveur mandataire port</translation>
    </message>
    <message>
        <source>IP address version connection</source>
        <translation>adresse IP version connexion</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Importer des réglages</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>No setting has all of these words.</source>
        <translation>Aucun réglage ne contient tous ces mots.</translation>
    </message>
    <message>
        <source>None</source>
        <comment>address</comment>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Not known to this version: {names}.</source>
        <translation>Inconnus de cette version : {names}.</translation>
    </message>
    <message>
        <source>Nothing to change</source>
        <translation>Rien à changer</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>setting</comment>
        <translation>Non</translation>
    </message>
    <message>
        <source>On</source>
        <comment>setting</comment>
        <translation>Oui</translation>
    </message>
    <message>
        <source>One setting</source>
        <translation>Un réglage</translation>
    </message>
    <message>
        <source>Reset this page…</source>
        <translation>Réinitialiser cette page…</translation>
    </message>
    <message>
        <source>Reset “{page}”</source>
        <translation>Réinitialiser « {page} »</translation>
    </message>
    <message>
        <source>Return goes to the next setting found, Down into it.</source>
        <translation>Entrée mène au réglage trouvé suivant, Bas y entre.</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Chercher un réglage</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Réglage</translation>
    </message>
    <message>
        <source>Settings ({pattern})</source>
        <translation>Réglages ({pattern})</translation>
    </message>
    <message>
        <source>Settings from a file; what would change is shown first.</source>
        <translation>Réglages d’un fichier ; ce qui changerait est d’abord montré.</translation>
    </message>
    <message>
        <source>Settings in {name}</source>
        <translation>Réglages de {name}</translation>
    </message>
    <message>
        <source>The settings in {name} are the ones you have.</source>
        <translation>Les réglages de {name} sont déjà les vôtres.</translation>
    </message>
    <message>
        <source>The value in the file cannot be used for: {settings}.</source>
        <translation>La valeur du fichier est inutilisable pour : {settings}.</translation>
    </message>
    <message>
        <source>Written to {name}, without the key and without passwords.</source>
        <translation>Écrit dans {name}, sans la clé ni les mots de passe.</translation>
    </message>
    <message>
        <source>Your system's own</source>
        <translation>Celui de votre système</translation>
    </message>
    <message>
        <source>autostart start at login startup boot menu shortcut file manager send to browser links</source>
        <translation>démarrage automatique ouverture de session lancement menu raccourci gestionnaire de fichiers envoyer vers navigateur liens</translation>
    </message>
    <message>
        <source>checksum hash integrity Whirlpool</source>
        <translation>somme de contrôle empreinte hachage intégrité Whirlpool</translation>
    </message>
    <message>
        <source>chunks threads segments acceleration</source>
        <translation>morceaux fragments segments accélération</translation>
    </message>
    <message>
        <source>clipboard URL forum</source>
        <translation>presse-papiers URL forum</translation>
    </message>
    <message>
        <source>clipboard URL share</source>
        <translation>presse-papiers URL partage</translation>
    </message>
    <message>
        <source>clipboard monitor link grabber</source>
        <translation>presse-papiers surveiller capture de liens</translation>
    </message>
    <message>
        <source>confirm preview many files drag and drop</source>
        <translation>confirmation aperçu beaucoup de fichiers glisser-déposer</translation>
    </message>
    <message>
        <source>directory path destination prompt</source>
        <translation>répertoire chemin destination demander emplacement</translation>
    </message>
    <message>
        <source>directory path destination save location</source>
        <translation>répertoire chemin destination enregistrer emplacement</translation>
    </message>
    <message>
        <source>exit close confirm warning</source>
        <translation>quitter fermer confirmation avertissement</translation>
    </message>
    <message>
        <source>index scan crawl search catalogue</source>
        <translation>index parcourir recherche catalogue</translation>
    </message>
    <message>
        <source>notification popup alert message complete</source>
        <translation>notification bulle alerte message fini terminé</translation>
    </message>
    <message>
        <source>notification popup alert message error</source>
        <translation>notification bulle alerte message erreur</translation>
    </message>
    <message>
        <source>overwrite duplicate existing rename</source>
        <translation>écraser doublon existant renommer</translation>
    </message>
    <message>
        <source>pattern format clipboard</source>
        <translation>motif format presse-papiers</translation>
    </message>
    <message>
        <source>refresh reload update interval list</source>
        <translation>actualiser recharger mise à jour intervalle liste</translation>
    </message>
    <message>
        <source>simultaneous concurrent number maximum</source>
        <translation>simultanés parallèles nombre maximum</translation>
    </message>
    <message>
        <source>sleep suspend standby power energy battery</source>
        <translation>veille suspension mise en veille énergie batterie</translation>
    </message>
    <message>
        <source>split merge assemble archive</source>
        <translation>découper fusionner assembler archive</translation>
    </message>
    <message>
        <source>systray minimise background hide</source>
        <translation>zone de notification réduire arrière-plan cacher</translation>
    </message>
    <message>
        <source>systray notification area indicator status</source>
        <translation>zone de notification indicateur état</translation>
    </message>
    <message>
        <source>systray notification area monochrome theme</source>
        <translation>zone de notification monochrome thème</translation>
    </message>
    <message>
        <source>theme dark mode night appearance look</source>
        <translation>thème mode sombre nuit apparence aspect</translation>
    </message>
    <message>
        <source>timeout wait interrupted</source>
        <translation>délai attente expiration coupure</translation>
    </message>
    <message>
        <source>timetable calendar night hours planner</source>
        <translation>horaire calendrier nuit heures planification</translation>
    </message>
    <message>
        <source>translation locale English French</source>
        <translation>traduction langue anglais français</translation>
    </message>
    <message>
        <source>{name} holds no settings of this program.</source>
        <translation>{name} ne contient pas de réglages de ce programme.</translation>
    </message>
    <message numerus="yes">
        <source>{number} of %n settings</source>
        <translation>
            <numerusform>{number} sur %n réglage</numerusform>
            <numerusform>{number} sur %n réglages</numerusform>
        </translation>
    </message>
    <message>
        <source>speed bandwidth throttle rate</source>
        <translation>vitesse débit bande passante limiter</translation>
    </message>
    <message>
        <source>speed bandwidth throttle rate turtle alternative</source>
        <translation>vitesse débit bande passante limiter tortue alternative</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Les vôtres</translation>
    </message>
    <message>
        <source>Those of the program</source>
        <translation>Ceux du programme</translation>
    </message>
    <message>
        <source>hotkey accelerator key binding</source>
        <translation>touche combinaison de touches</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s). New ones appear as they come; no key and no password is in the log.</source>
        <translation>
            <numerusform>%n ligne. Les nouvelles apparaissent au fur et à mesure ; le journal ne contient ni clé ni mot de passe.</numerusform>
            <numerusform>%n lignes. Les nouvelles apparaissent au fur et à mesure ; le journal ne contient ni clé ni mot de passe.</numerusform>
        </translation>
    </message>
    <message>
        <source>A report helps to mend it; it is shown first and sent by nobody but you.</source>
        <translation>Un rapport aide à corriger ; il vous est d’abord montré, et vous seul l’envoyez.</translation>
    </message>
    <message>
        <source>Choose a line to read all of it.</source>
        <translation>Choisissez une ligne pour la lire en entier.</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>Diagnostic report</source>
        <translation>Rapport de diagnostic</translation>
    </message>
    <message>
        <source>Diagnostic report…</source>
        <translation>Rapport de diagnostic…</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Erreurs seulement</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Grave error</source>
        <translation>Erreur grave</translation>
    </message>
    <message>
        <source>Help</source>
        <comment>menu</comment>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>It goes on. If something does not answer any more, quit and start again: nothing is lost.</source>
        <translation>Il continue. Si quelque chose ne répond plus, quittez et relancez-le : rien n’est perdu.</translation>
    </message>
    <message>
        <source>It is in English, for whoever reads it.</source>
        <translation>Il est en anglais, pour qui le lira.</translation>
    </message>
    <message>
        <source>Keys, passwords, tokens and e-mail addresses are taken out. The program sends it to nobody.</source>
        <translation>Clés, mots de passe, jetons et adresses e-mail sont retirés. Le programme ne l’envoie à personne.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>Journal…</translation>
    </message>
    <message>
        <source>One text for whoever helps you, without secrets, shown before it is copied</source>
        <translation>Un texte pour qui vous aide, sans secrets, montré avant d’être copié</translation>
    </message>
    <message>
        <source>Put together…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Chercher dans le journal</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Afficher le rapport</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>Afficher le fichier</translation>
    </message>
    <message>
        <source>Something went wrong inside the program</source>
        <translation>Quelque chose s’est mal passé dans le programme</translation>
    </message>
    <message>
        <source>Texts ({pattern})</source>
        <translation>Textes ({pattern})</translation>
    </message>
    <message>
        <source>The lines that are chosen, or all that are shown.</source>
        <translation>Les lignes choisies, ou toutes celles qui sont affichées.</translation>
    </message>
    <message>
        <source>The whole line</source>
        <translation>La ligne entière</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avertissements et erreurs</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>What you copy is exactly what you see here</source>
        <translation>Ce que vous copiez est exactement ce que vous voyez ici</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>Quelles lignes</translation>
    </message>
    <message>
        <source>With the names of files, folders and links</source>
        <translation>Avec les noms de fichiers, de dossiers et les liens</translation>
    </message>
    <message>
        <source>Written to {name}.</source>
        <translation>Écrit dans {name}.</translation>
    </message>
    <message>
        <source>Your transfers go on where they were.</source>
        <translation>Vos transferts reprennent où ils en étaient.</translation>
    </message>
    <message>
        <source>fichier-gui ended unexpectedly last time</source>
        <translation>fichier-gui s’est arrêté de façon inattendue la dernière fois</translation>
    </message>
    <message>
        <source>Present value</source>
        <translation>Valeur actuelle</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Nouvelle valeur</translation>
    </message>
    <message>
        <source>What happened…</source>
        <translation>Ce qui s’est passé…</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>The steps of this transfer, with their times and reasons</source>
        <translation>Les étapes de ce transfert, avec leurs heures et leurs raisons</translation>
    </message>
    <message>
        <source>Added to the list</source>
        <translation>Ajouté à la liste</translation>
    </message>
    <message>
        <source>A step of many transfers at once, such as “Pause all”, is not listed here.</source>
        <translation>Une étape commune à beaucoup de transferts, comme « Tout mettre en pause », n’est pas listée ici.</translation>
    </message>
    <message>
        <source>Forget everything on this computer…</source>
        <translation>Tout oublier sur cet ordinateur…</translation>
    </message>
    <message>
        <source>Keys, lists, transfers, settings and log of all accounts leave this computer</source>
        <translation>Clés, listes, transferts, réglages et journal de tous les comptes quittent cet ordinateur</translation>
    </message>
    <message>
        <source>Forget everything on this computer</source>
        <translation>Tout oublier sur cet ordinateur</translation>
    </message>
    <message>
        <source>Forget everything on this computer?</source>
        <translation>Tout oublier sur cet ordinateur ?</translation>
    </message>
    <message>
        <source>The program quits, and this goes:</source>
        <translation>Le programme se ferme, et ceci disparaît :</translation>
    </message>
    <message>
        <source>This stays:</source>
        <translation>Ceci reste :</translation>
    </message>
    <message>
        <source>Everything on 1fichier: files, links and the account itself</source>
        <translation>Tout ce qui est sur 1fichier : fichiers, liens et le compte lui-même</translation>
    </message>
    <message>
        <source>Downloaded files, and files half downloaded, where they are</source>
        <translation>Les fichiers téléchargés, même à moitié, là où ils sont</translation>
    </message>
    <message>
        <source>The program, and lists, reports and settings that you wrote to files yourself</source>
        <translation>Le programme, et les listes, rapports et réglages que vous avez vous-même enregistrés</translation>
    </message>
    <message>
        <source>forget</source>
        <comment>the word to be typed</comment>
        <translation>oublier</translation>
    </message>
    <message>
        <source>Type “{word}” to go on:</source>
        <translation>Tapez « {word} » pour continuer :</translation>
    </message>
    <message>
        <source>The word “{word}”</source>
        <translation>Le mot « {word} »</translation>
    </message>
    <message>
        <source>Forget everything and quit</source>
        <translation>Tout oublier et quitter</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Tout garder</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) in the key ring of this system</source>
        <translation>
            <numerusform>%n clé dans le trousseau de ce système</numerusform>
            <numerusform>%n clés dans le trousseau de ce système</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The lists of files, searches, link rules and small pictures of %n account(s)</source>
        <translation>
            <numerusform>Les listes de fichiers, recherches, règles de liens et miniatures de %n compte</numerusform>
            <numerusform>Les listes de fichiers, recherches, règles de liens et miniatures de %n comptes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The transfers, %n of them not done yet</source>
        <translation>
            <numerusform>Les transferts, dont %n pas encore terminé</numerusform>
            <numerusform>Les transferts, dont %n pas encore terminés</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings, the log and what crashes left</source>
        <translation>Les réglages, le journal et les traces d’arrêts inattendus</translation>
    </message>
    <message>
        <source>Places on the desktop: {places}</source>
        <translation>Intégration au bureau : {places}</translation>
    </message>
    <message>
        <source>not in the account’s folder</source>
        <translation>absent du dossier du compte</translation>
    </message>
    <message>
        <source>{column}: none</source>
        <translation>{column} : rien</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Highest of the last five minutes: down {down}, up {up}</source>
        <translation>Maximum des cinq dernières minutes : {down} en téléchargement, {up} en téléversement</translation>
    </message>
    <message>
        <source>Nothing has moved in the last five minutes</source>
        <translation>Rien n’a bougé depuis cinq minutes</translation>
    </message>
    <message>
        <source>Speed of the last minutes</source>
        <translation>Vitesse des dernières minutes</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>time</comment>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>All of it as commands too, for scripts and servers</source>
        <translation>Tout cela aussi en ligne de commande, pour les scripts et les serveurs</translation>
    </message>
    <message>
        <source>An independent program: not made by and not tied to 1fichier.com.</source>
        <translation>Un programme indépendant : ni conçu par 1fichier.com, ni lié à 1fichier.com.</translation>
    </message>
    <message>
        <source>Large files come over several connections, with speed limits by the hour</source>
        <translation>Les gros fichiers arrivent par plusieurs connexions, avec des limites de vitesse heure par heure</translation>
    </message>
    <message>
        <source>Rename, move, copy and delete on the service; names and moves can be taken back</source>
        <translation>Renommer, déplacer, copier et supprimer sur le service ; noms et déplacements peuvent être annulés</translation>
    </message>
    <message>
        <source>Search the whole account, find duplicates, look at pictures without a download</source>
        <translation>Rechercher dans tout le compte, trouver les doublons, regarder des images sans les télécharger</translation>
    </message>
    <message>
        <source>Several accounts; the keys stay in the key ring of the system</source>
        <translation>Plusieurs comptes ; les clés restent dans le trousseau du système</translation>
    </message>
    <message>
        <source>The account as a tree, with its transfers below</source>
        <translation>Le compte en arborescence, avec ses transferts en dessous</translation>
    </message>
    <message>
        <source>Uploads and downloads go on after a restart or a lost connection</source>
        <translation>Les téléversements et les téléchargements reprennent après un redémarrage ou une coupure du réseau</translation>
    </message>
    <message>
        <source>Your 1fichier account as a tree of folders: send files by drag and drop and paste their links, download files that are verified before they get their names.</source>
        <translation>Votre compte 1fichier sous forme d’arborescence : envoyez des fichiers par glisser-déposer et collez leurs liens, téléchargez des fichiers vérifiés avant de recevoir leur nom.</translation>
    </message>
    <message>
        <source>upload, download, share, storage, cloud</source>
        <translation>téléverser, télécharger, partager, stockage, nuage</translation>
    </message>
    <message>
        <source>5 minutes ago</source>
        <translation>Il y a 5 minutes</translation>
    </message>
    <message>
        <source>{slow} h slow, {off} h off</source>
        <translation>{slow} h en vitesse réduite, {off} h à l’arrêt</translation>
    </message>
    <message>
        <source>Its licence is {licence}. The text is on its page.</source>
        <translation>Sa licence est {licence}. Le texte se trouve sur sa page.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>Licences…</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Ouvrir sa page</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Composant</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Composants du programme</translation>
    </message>
    <message>
        <source>Qt {version} and Qt for Python are used under the GNU Lesser General Public License, version 3. You may change them and put your own in their place: their files are in {folder}. Their source is at {source}.</source>
        <translation>Qt {version} et Qt for Python sont utilisés sous la licence publique générale limitée GNU (LGPL), version 3. Vous pouvez les modifier et mettre vos propres versions à leur place : leurs fichiers se trouvent dans {folder}. Leur code source est disponible sur {source}.</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texte de la licence</translation>
    </message>
    <message>
        <source>The program stands on the work of others</source>
        <translation>Le programme s’appuie sur le travail d’autres personnes</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>&amp;New passphrase</source>
        <translation>&amp;Nouvelle phrase secrète</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Phrase secrète</translation>
    </message>
    <message>
        <source>&amp;Current passphrase</source>
        <translation>Phrase secrète &amp;actuelle</translation>
    </message>
    <message>
        <source>1fichier
Locked</source>
        <translation>1fichier
Verrouillé</translation>
    </message>
    <message>
        <source>A passphrase hides the window and its commands from other people at this computer. Transfers go on meanwhile. It encrypts nothing: files on this computer and the commands of the command line stay as they are.</source>
        <translation>Une phrase secrète cache la fenêtre et ses commandes aux autres personnes qui utilisent cet ordinateur. Les transferts continuent pendant ce temps. Elle ne chiffre rien : les fichiers de cet ordinateur et les commandes du terminal restent tels quels.</translation>
    </message>
    <message>
        <source>A passphrase is set.</source>
        <translation>Une phrase secrète est définie.</translation>
    </message>
    <message>
        <source>App lock</source>
        <translation>Verrouillage</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s).</source>
        <translation>
            <numerusform>Au moins %n caractère.</numerusform>
            <numerusform>Au moins %n caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>Les deux sont identiques.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Changer la phrase secrète</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>Tout oublier…</translation>
    </message>
    <message>
        <source>Nobody can look up a forgotten passphrase; the API key of the account opens the window then.</source>
        <translation>Si vous l’oubliez, elle n’est lisible nulle part : c’est alors la clé API du compte qui ouvre la fenêtre.</translation>
    </message>
    <message>
        <source>Lock after so long without input</source>
        <translation>Verrouiller après ce temps sans saisie</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>Verrouiller la fenêtre</translation>
    </message>
    <message>
        <source>Lock together with the screen</source>
        <translation>Verrouiller en même temps que l’écran</translation>
    </message>
    <message>
        <source>Lock when the window goes to the tray</source>
        <translation>Verrouiller quand la fenêtre passe dans la zone de notification</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>New passphrase, &amp;once more</source>
        <translation>Nouvelle phrase secrète, &amp;encore une fois</translation>
    </message>
    <message>
        <source>No passphrase is set.</source>
        <translation>Aucune phrase secrète n’est définie.</translation>
    </message>
    <message>
        <source>Only what is typed and pointed at in this program counts.</source>
        <translation>Seuls comptent le clavier et la souris dans ce programme.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Passphrase forgotten…</source>
        <translation>Phrase secrète oubliée…</translation>
    </message>
    <message>
        <source>Remove the passphrase</source>
        <translation>Retirer la phrase secrète</translation>
    </message>
    <message>
        <source>Set a passphrase</source>
        <translation>Définir une phrase secrète</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>Définir une phrase secrète…</translation>
    </message>
    <message>
        <source>Set the passphrase</source>
        <translation>Définir la phrase secrète</translation>
    </message>
    <message>
        <source>That is not the key of the account in this window.</source>
        <translation>Ce n’est pas la clé du compte de cette fenêtre.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Ce n’est pas la phrase secrète.</translation>
    </message>
    <message>
        <source>The API key of your account opens this window too, for whoever has it has the account. The passphrase is removed then; you can set another one in the settings.</source>
        <translation>La clé API de votre compte ouvre aussi cette fenêtre, car qui la possède a accès au compte. La phrase secrète est alors retirée ; vous pourrez en définir une autre dans les réglages.</translation>
    </message>
    <message>
        <source>The key ring is being asked.</source>
        <translation>Le trousseau est interrogé.</translation>
    </message>
    <message>
        <source>The key ring no longer has the passphrase. The key of the account opens the window.</source>
        <translation>Le trousseau n’a plus la phrase secrète. La clé du compte ouvre la fenêtre.</translation>
    </message>
    <message>
        <source>The new one holds at once.</source>
        <translation>La nouvelle est valable tout de suite.</translation>
    </message>
    <message numerus="yes">
        <source>The next try is possible in %n minute(s).</source>
        <translation>
            <numerusform>Prochain essai possible dans %n minute.</numerusform>
            <numerusform>Prochain essai possible dans %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next try is possible in %n second(s).</source>
        <translation>
            <numerusform>Prochain essai possible dans %n seconde.</numerusform>
            <numerusform>Prochain essai possible dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The passphrase is asked for when it comes back.</source>
        <translation>La phrase secrète est demandée quand elle revient.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Les deux ne sont pas encore identiques.</translation>
    </message>
    <message>
        <source>The window can then be used by everybody at this computer.</source>
        <translation>La fenêtre pourra alors être utilisée par toute personne devant cet ordinateur.</translation>
    </message>
    <message>
        <source>This window is locked</source>
        <translation>Cette fenêtre est verrouillée</translation>
    </message>
    <message>
        <source>Transfers go on.</source>
        <translation>Les transferts continuent.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Unlock with the key</source>
        <translation>Déverrouiller avec la clé</translation>
    </message>
    <message>
        <source>Where the desktop tells programs that its screen is locked: under Linux, most do.</source>
        <translation>Là où le bureau annonce aux programmes que son écran est verrouillé : sous Linux, la plupart le font.</translation>
    </message>
    <message>
        <source>Without the key there is one way left: to forget everything that this program keeps here.</source>
        <translation>Sans la clé, il reste un moyen : oublier tout ce que ce programme garde ici.</translation>
    </message>
    <message>
        <source>idle timeout inactivity automatic password</source>
        <translation>inactivité délai automatique mot de passe</translation>
    </message>
    <message>
        <source>password passphrase privacy hide protect master password</source>
        <translation>mot de passe phrase de passe confidentialité cacher protéger mot de passe principal</translation>
    </message>
    <message>
        <source>session screensaver password</source>
        <translation>session économiseur écran de veille mot de passe</translation>
    </message>
    <message>
        <source>systray hide password</source>
        <translation>zone de notification cacher mot de passe</translation>
    </message>
    <message>
        <source>{path} could not be deleted.</source>
        <translation>{path} n’a pas pu être supprimé.</translation>
    </message>
    <message numerus="yes">
        <source>%n in the place of an older file</source>
        <translation>
            <numerusform>%n à la place d’un fichier plus ancien</numerusform>
            <numerusform>%n à la place de fichiers plus anciens</numerusform>
        </translation>
    </message>
    <message>
        <source>1fichier allows several files of one name. What has the same content is never sent unasked. A file that is replaced is deleted, and its link, its password and its rules go with it.</source>
        <translation>1fichier permet plusieurs fichiers du même nom. Ce qui a le même contenu n’est jamais envoyé sans demander. Un fichier remplacé est supprimé, et son lien, son mot de passe et ses règles avec lui.</translation>
    </message>
    <message numerus="yes">
        <source>Keep both: upload the %n file(s) whose name is already there</source>
        <translation>
            <numerusform>Garder les deux : téléverser le fichier dont le nom existe déjà</numerusform>
            <numerusform>Garder les deux : téléverser les %n fichiers dont le nom existe déjà</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace it once the new one is verified</source>
        <translation>Le remplacer une fois le nouveau vérifié</translation>
    </message>
    <message numerus="yes">
        <source>Replace the %n file(s) of that name once what is new is verified</source>
        <translation>
            <numerusform>Remplacer le fichier du même nom une fois le nouveau vérifié</numerusform>
            <numerusform>Remplacer les %n fichiers du même nom une fois les nouveaux vérifiés</numerusform>
        </translation>
    </message>
    <message>
        <source>The older “{name}” stays: the new one could not be verified there.</source>
        <translation>L’ancien « {name} » reste : le nouveau n’a pas pu être vérifié à sa place.</translation>
    </message>
    <message>
        <source>What is replaced is deleted, and its link, its password and its rules go with it.</source>
        <translation>Ce qui est remplacé est supprimé, et son lien, son mot de passe et ses règles avec lui.</translation>
    </message>
    <message>
        <source>What to do with files whose name is already there</source>
        <translation>Que faire des fichiers dont le nom existe déjà</translation>
    </message>
    <message>
        <source>Ask once a week whether there is a new version</source>
        <translation>Demander une fois par semaine s’il y a une nouvelle version</translation>
    </message>
    <message>
        <source>Asks once which version is the newest; nothing is downloaded</source>
        <translation>Demande une fois quelle est la dernière version ; rien n’est téléchargé</translation>
    </message>
    <message>
        <source>Check for a new version</source>
        <translation>Rechercher une nouvelle version</translation>
    </message>
    <message>
        <source>One line in the window tells of it. Nothing is downloaded, and nothing is told of you.</source>
        <translation>Une ligne dans la fenêtre l’annonce. Rien n’est téléchargé, et rien n’est dit de vous.</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation>C’est la dernière version.</translation>
    </message>
    <message>
        <source>Version {version} is there.</source>
        <translation>La version {version} est disponible.</translation>
    </message>
    <message>
        <source>update upgrade release</source>
        <translation>mise à jour mettre à niveau version</translation>
    </message>
    <message>
        <source>A small window above all others: drop files and links on it</source>
        <translation>Une petite fenêtre au-dessus de toutes les autres : déposez-y fichiers et liens</translation>
    </message>
    <message>
        <source>Drop target</source>
        <translation>Cible de dépôt</translation>
    </message>
    <message>
        <source>Files and links that are dropped here go to {folder}</source>
        <translation>Les fichiers et les liens déposés ici vont dans {folder}</translation>
    </message>
    <message>
        <source>There is no key ring to keep a passphrase in, so the window cannot be locked. The demo uses none.</source>
        <translation>Il n’y a pas de trousseau où garder une phrase secrète : la fenêtre ne peut donc pas être verrouillée. La démonstration n’en utilise aucun.</translation>
    </message>
    <message>
        <source>The web page that should name the newest version sent something else.</source>
        <translation>La page web qui devait indiquer la dernière version a envoyé autre chose.</translation>
    </message>
    <message>
        <source>version unknown</source>
        <translation>version inconnue</translation>
    </message>
    <message>
        <source>A file of this name was already on this computer, and stayed as it was.</source>
        <translation>Un fichier de ce nom était déjà sur cet ordinateur et est resté tel quel.</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignoré</translation>
    </message>
    <message>
        <source>The same file was already on this computer, and was not fetched again.</source>
        <translation>Le même fichier était déjà sur cet ordinateur et n’a pas été téléchargé à nouveau.</translation>
    </message>
    <message>
        <source>Its download folder is deleted when the demo ends.</source>
        <translation>Son dossier de téléchargement disparaît à la fin.</translation>
    </message>
    <message>
        <source>The list of accounts could not be read; they are all there, without the names you gave.</source>
        <translation>La liste des comptes n’a pas pu être lue ; ils sont tous là, sans les noms que vous leur aviez donnés.</translation>
    </message>
    <message>
        <source>accounts damaged</source>
        <translation>comptes endommagés</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>transfers</comment>
        <translation>Terminés</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>transfers</comment>
        <translation>En échec</translation>
    </message>
    <message>
        <source>This key belongs to another of your accounts here: {name}.</source>
        <translation>Cette clé appartient à un autre de vos comptes ici : {name}.</translation>
    </message>
    <message>
        <source>key of another account</source>
        <translation>clé d’un autre compte</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
</TS>
