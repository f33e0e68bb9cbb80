<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Up one folder</source>
        <translation>Eine Ebene höher</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Filter this folder</source>
        <translation>Diesen Ordner filtern</translation>
    </message>
    <message>
        <source>Search the account</source>
        <translation>Im ganzen Konto suchen</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Diese Suche speichern…</translation>
    </message>
    <message>
        <source>What can be searched for</source>
        <translation>Was sich suchen lässt</translation>
    </message>
    <message>
        <source>Go to a path…</source>
        <translation>Gehe zu Pfad…</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Befehl suchen…</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Neuer Ordner…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste here</source>
        <translation>Hier einfügen</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Verschieben nach…</translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation>Kopieren nach…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Recently deleted…</source>
        <translation>Zuletzt gelöscht…</translation>
    </message>
    <message>
        <source>Export the files…</source>
        <translation>Dateiliste exportieren…</translation>
    </message>
    <message>
        <source>Duplicates…</source>
        <translation>Duplikate…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau anzeigen</translation>
    </message>
    <message>
        <source>Show thumbnails</source>
        <translation>Miniaturen anzeigen</translation>
    </message>
    <message>
        <source>Remove all thumbnails</source>
        <translation>Alle Miniaturen entfernen</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>In seinem Ordner anzeigen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download to…</source>
        <translation>Herunterladen nach…</translation>
    </message>
    <message>
        <source>Download to the local folder</source>
        <translation>In den lokalen Ordner herunterladen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Name and link</source>
        <translation>Name und Link</translation>
    </message>
    <message>
        <source>Own template</source>
        <translation>Eigene Vorlage</translation>
    </message>
    <message>
        <source>Copy link as…</source>
        <translation>Link kopieren als…</translation>
    </message>
    <message>
        <source>QR code…</source>
        <translation>QR-Code…</translation>
    </message>
    <message>
        <source>Send links to JDownloader…</source>
        <translation>Links an JDownloader senden…</translation>
    </message>
    <message>
        <source>Recent links…</source>
        <translation>Letzte Links…</translation>
    </message>
    <message>
        <source>Password and link rules…</source>
        <translation>Passwort und Regeln für Links…</translation>
    </message>
    <message>
        <source>Share this folder…</source>
        <translation>Diesen Ordner freigeben…</translation>
    </message>
    <message>
        <source>Scan for viruses…</source>
        <translation>Auf Viren prüfen…</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Verify against this computer…</source>
        <translation>Mit diesem Computer vergleichen…</translation>
    </message>
    <message>
        <source>Write a sum file…</source>
        <translation>Prüfsummendatei schreiben…</translation>
    </message>
    <message>
        <source>Check a sum file…</source>
        <translation>Prüfsummendatei prüfen…</translation>
    </message>
    <message>
        <source>Join parts…</source>
        <translation>Teile zusammenfügen…</translation>
    </message>
    <message>
        <source>Upload files…</source>
        <translation>Dateien hochladen…</translation>
    </message>
    <message>
        <source>Upload a folder…</source>
        <translation>Ordner hochladen…</translation>
    </message>
    <message>
        <source>Paste links</source>
        <translation>Links einfügen</translation>
    </message>
    <message>
        <source>Fetch from the web…</source>
        <translation>Aus dem Web holen…</translation>
    </message>
    <message>
        <source>FTP access…</source>
        <translation>FTP-Zugang…</translation>
    </message>
    <message>
        <source>Local folder</source>
        <translation>Lokaler Ordner</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Folder tree</source>
        <translation>Ordnerbaum</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>One row for each batch</source>
        <translation>Eine Zeile je Auftrag</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>Clear done</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Export the list…</source>
        <translation>Liste exportieren…</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Liste importieren…</translation>
    </message>
    <message>
        <source>Slow limits</source>
        <translation>Langsame Grenzen</translation>
    </message>
    <message>
        <source>Speed limits…</source>
        <translation>Geschwindigkeitsgrenzen…</translation>
    </message>
    <message>
        <source>Requests to 1fichier</source>
        <translation>Anfragen an 1fichier</translation>
    </message>
    <message>
        <source>Do nothing after the queue</source>
        <translation>Nach der Warteschlange nichts tun</translation>
    </message>
    <message>
        <source>Quit after the queue</source>
        <translation>Nach der Warteschlange beenden</translation>
    </message>
    <message>
        <source>Sleep after the queue</source>
        <translation>Nach der Warteschlange schlafen legen</translation>
    </message>
    <message>
        <source>Shut down after the queue</source>
        <translation>Nach der Warteschlange herunterfahren</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Jetzt starten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try all with this problem again</source>
        <translation>Alle mit diesem Problem erneut versuchen</translation>
    </message>
    <message>
        <source>Cancel and delete the partial file</source>
        <translation>Abbrechen und Teildatei löschen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>Ganz nach oben</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>To the bottom</source>
        <translation>Ganz nach unten</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Hohe Priorität</translation>
    </message>
    <message>
        <source>Normal priority</source>
        <translation>Normale Priorität</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>Niedrige Priorität</translation>
    </message>
    <message>
        <source>Limit the speed…</source>
        <translation>Geschwindigkeit begrenzen…</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Verify again…</source>
        <translation>Erneut prüfen…</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>In der Dateiverwaltung anzeigen</translation>
    </message>
    <message>
        <source>Show on 1fichier</source>
        <translation>Auf 1fichier anzeigen</translation>
    </message>
    <message>
        <source>Account and storage…</source>
        <translation>Konto und Speicher…</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Konto hinzufügen…</translation>
    </message>
    <message>
        <source>Next account</source>
        <translation>Nächstes Konto</translation>
    </message>
    <message>
        <source>Name and colour of this account…</source>
        <translation>Name und Farbe dieses Kontos…</translation>
    </message>
    <message>
        <source>Remove this account…</source>
        <translation>Dieses Konto entfernen…</translation>
    </message>
    <message>
        <source>Vouchers…</source>
        <translation>Gutscheine…</translation>
    </message>
    <message>
        <source>Use the key elsewhere…</source>
        <translation>Schlüssel anderswo verwenden…</translation>
    </message>
    <message>
        <source>Enter an API key…</source>
        <translation>API-Schlüssel eingeben…</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Schlüssel vergessen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>Über dieses Programm</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Symbolleiste</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>verb</comment>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>noun</comment>
        <translation>Upload</translation>
    </message>
    <message>
        <source>Download</source>
        <comment>noun</comment>
        <translation>Download</translation>
    </message>
    <message>
        <source>View</source>
        <comment>menu</comment>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>After the queue</source>
        <translation>Nach der Warteschlange</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>transfers</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>transfers</comment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Noch nichts hier</translation>
    </message>
    <message>
        <source>Nothing is moving</source>
        <translation>Nichts wird übertragen</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nichts braucht Sie</translation>
    </message>
    <message>
        <source>Nothing has failed</source>
        <translation>Nichts ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Nothing is done yet</source>
        <translation>Noch nichts ist fertig</translation>
    </message>
    <message>
        <source>Drop files here to upload, or paste 1fichier links.</source>
        <translation>Dateien zum Hochladen hier ablegen oder 1fichier-Links einfügen.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Who can open it</source>
        <translation>Wer ihn öffnen kann</translation>
    </message>
    <message>
        <source>Checksum (Whirlpool)</source>
        <translation>Prüfsumme (Whirlpool)</translation>
    </message>
    <message>
        <source>Copy the checksum</source>
        <translation>Prüfsumme kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>at least {size}</source>
        <translation>mindestens {size}</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Enter your API key and your files on 1fichier appear here.</source>
        <translation>Geben Sie Ihren API-Schlüssel ein, dann erscheinen Ihre Dateien bei 1fichier hier.</translation>
    </message>
    <message>
        <source>{shown} of {items}</source>
        <translation>{shown} von {items}</translation>
    </message>
    <message>
        <source>“{folder}” is empty</source>
        <translation>„{folder}“ ist leer</translation>
    </message>
    <message>
        <source>Your account is empty</source>
        <translation>Ihr Konto ist leer</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Noch kein Konto</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>Nothing in this folder has “{text}” in its name.</source>
        <translation>Nichts in diesem Ordner hat „{text}“ im Namen.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Download speed</source>
        <translation>Download-Geschwindigkeit</translation>
    </message>
    <message>
        <source>Upload speed</source>
        <translation>Upload-Geschwindigkeit</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Getting a server</source>
        <translation>Server wird gesucht</translation>
    </message>
    <message>
        <source>Getting the link</source>
        <translation>Link wird geholt</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>Wird hochgeladen</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird heruntergeladen</translation>
    </message>
    <message>
        <source>Finishing on the server</source>
        <translation>Wird auf dem Server abgeschlossen</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Wird abgeschlossen</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Done (not verified)</source>
        <translation>Fertig (nicht geprüft)</translation>
    </message>
    <message>
        <source>Done (checksum differs)</source>
        <translation>Fertig (Prüfsumme weicht ab)</translation>
    </message>
    <message>
        <source>Cooling down until {time}</source>
        <translation>Pause bis {time}</translation>
    </message>
    <message>
        <source>Waiting {countdown}: {reason}</source>
        <translation>Wartet {countdown}: {reason}</translation>
    </message>
    <message>
        <source>Waiting for network</source>
        <translation>Wartet auf das Netz</translation>
    </message>
    <message>
        <source>{state}: {reason}</source>
        <translation>{state}: {reason}</translation>
    </message>
    <message>
        <source>Needs your answer</source>
        <translation>Braucht Ihre Antwort</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>The checksum differs</source>
        <translation>Die Prüfsumme weicht ab</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Kostenlos</translation>
    </message>
    <message>
        <source>No key is in use.</source>
        <translation>Kein Schlüssel in Verwendung.</translation>
    </message>
    <message>
        <source>The key is kept in this system's key ring.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund dieses Systems.</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} wartend</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} laufend</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{count} need you</source>
        <translation>{count} brauchen Sie</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 braucht Sie</translation>
    </message>
    <message>
        <source>No key entered</source>
        <translation>Kein Schlüssel eingegeben</translation>
    </message>
    <message>
        <source>Nothing to transfer</source>
        <translation>Nichts zu übertragen</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter a new key</source>
        <translation>Neuen Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Open the key page</source>
        <translation>Schlüsselseite öffnen</translation>
    </message>
    <message>
        <source>Check my network</source>
        <translation>Mein Netz prüfen</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Erneut herunterladen</translation>
    </message>
    <message>
        <source>Keep anyway</source>
        <translation>Trotzdem behalten</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Anderen Ordner wählen</translation>
    </message>
    <message>
        <source>Enter the password</source>
        <translation>Passwort eingeben</translation>
    </message>
    <message>
        <source>Open the network settings</source>
        <translation>Netzeinstellungen öffnen</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Explain limits and splitting</source>
        <translation>Grenzen und Aufteilen erklären</translation>
    </message>
    <message>
        <source>32 letters, digits and signs, made on 1fichier's key page.</source>
        <translation>32 Buchstaben, Ziffern und Zeichen, erzeugt auf der Schlüsselseite von 1fichier.</translation>
    </message>
    <message>
        <source>This has the shape of a key.</source>
        <translation>Das sieht aus wie ein Schlüssel.</translation>
    </message>
    <message>
        <source>Take it from rclone…</source>
        <translation>Aus rclone übernehmen…</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>API-&amp;Schlüssel</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>Schlüssel hier einfügen</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>Schlüssel verbergen</translation>
    </message>
    <message>
        <source>Paste the key from the clipboard</source>
        <translation>Schlüssel aus der Zwischenablage einfügen</translation>
    </message>
    <message>
        <source>1fichier.com, in your browser. Look for “API”.</source>
        <translation>1fichier.com, in Ihrem Browser. Suchen Sie dort nach „API“.</translation>
    </message>
    <message>
        <source>Checking the key</source>
        <translation>Der Schlüssel wird geprüft</translation>
    </message>
    <message>
        <source>Enter the key of your 1fichier account</source>
        <translation>Geben Sie den Schlüssel Ihres 1fichier-Kontos ein</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Diesen Schlüssel verwenden</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>A made-up account on this computer. It needs no key and sends nothing.</source>
        <translation>Ein erfundenes Konto auf diesem Computer. Es braucht keinen Schlüssel und sendet nichts.</translation>
    </message>
    <message>
        <source>Connect to your 1fichier account</source>
        <translation>Mit Ihrem 1fichier-Konto verbinden</translation>
    </message>
    <message>
        <source>Where downloads go</source>
        <translation>Wohin Downloads kommen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Check the key</source>
        <translation>Schlüssel prüfen</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>Fenster öffnen</translation>
    </message>
    <message>
        <source>Keep it in this system's key ring</source>
        <translation>Im Schlüsselbund dieses Systems aufbewahren</translation>
    </message>
    <message>
        <source>Without this the key is asked for at every start.</source>
        <translation>Sonst wird bei jedem Start nach dem Schlüssel gefragt.</translation>
    </message>
    <message>
        <source>Save downloads in</source>
        <translation>Downloads speichern in</translation>
    </message>
    <message>
        <source>Download folder</source>
        <translation>Download-Ordner</translation>
    </message>
    <message>
        <source>Programs sign in to 1fichier with an API key: a long password that 1fichier makes for you. Downloads need a Premium, Access or Gold account, or CDN credits; uploads and folders work without.</source>
        <translation>Programme melden sich bei 1fichier mit einem API-Schlüssel an: einem langen Passwort, das 1fichier für Sie erzeugt. Downloads brauchen ein Premium-, Access- oder Gold-Konto oder CDN-Guthaben; Uploads und Ordner gehen auch ohne.</translation>
    </message>
    <message>
        <source>Never share it: whoever has it can use your whole account.</source>
        <translation>Geben Sie ihn nie weiter: Wer ihn hat, kann Ihr ganzes Konto benutzen.</translation>
    </message>
    <message>
        <source>It can be changed later, and for every download.</source>
        <translation>Das lässt sich später ändern, auch für jeden einzelnen Download.</translation>
    </message>
    <message>
        <source>Drop files and folders on the window to upload them. Links are copied for you.</source>
        <translation>Ziehen Sie Dateien und Ordner ins Fenster, um sie hochzuladen. Die Links werden für Sie kopiert.</translation>
    </message>
    <message>
        <source>Double-click a file to download it. Its checksum is compared with 1fichier's.</source>
        <translation>Doppelklicken Sie auf eine Datei, um sie herunterzuladen. Ihre Prüfsumme wird mit der von 1fichier verglichen.</translation>
    </message>
    <message>
        <source>Paste 1fichier links to download them: Ctrl+V.</source>
        <translation>Fügen Sie 1fichier-Links ein, um sie herunterzuladen: Strg+V.</translation>
    </message>
    <message>
        <source>Quit whenever you like: transfers go on at the next start.</source>
        <translation>Beenden Sie, wann Sie wollen: Übertragungen gehen beim nächsten Start weiter.</translation>
    </message>
    <message>
        <source>Recent links</source>
        <translation>Letzte Links</translation>
    </message>
    <message>
        <source>{running} of {all}</source>
        <translation>{running} von {all}</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Link kopiert</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>None for 30 minutes</source>
        <translation>30 Minuten lang keine</translation>
    </message>
    <message>
        <source>None for an hour</source>
        <translation>Eine Stunde lang keine</translation>
    </message>
    <message>
        <source>None for 8 hours</source>
        <translation>8 Stunden lang keine</translation>
    </message>
    <message>
        <source>Notify again (silent until {time})</source>
        <translation>Wieder benachrichtigen (still bis {time})</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Verbleibend</translation>
    </message>
    <message>
        <source>Average speed</source>
        <translation>Mittlere Geschwindigkeit</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Remote folder</source>
        <translation>Ordner auf 1fichier</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Local path</source>
        <translation>Lokaler Pfad</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>Für mich freigegeben</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>noch {duration}</translation>
    </message>
    <message>
        <source>done about {time}</source>
        <translation>fertig gegen {time}</translation>
    </message>
    <message>
        <source>done about {day}, {time}</source>
        <translation>fertig gegen {day}, {time}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Heute {time}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} T. {hours} Std.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} Std. {minutes} Min.</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} Min. {seconds} s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) still running</source>
        <translation>
            <numerusform>%n Übertragung läuft noch</numerusform>
            <numerusform>%n Übertragungen laufen noch</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit and continue later</source>
        <translation>Beenden und später fortsetzen</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Quit without asking from now on</source>
        <translation>Künftig ohne Nachfrage beenden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Reset this page…</source>
        <translation>Diese Seite zurücksetzen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>verb</comment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Anyone with the link</source>
        <translation>Alle, die den Link haben</translation>
    </message>
    <message>
        <source>{extension} file</source>
        <translation>{extension}-Datei</translation>
    </message>
    <message>
        <source>This is the demo: a made-up account inside this program. Nothing reaches 1fichier.</source>
        <translation>Dies ist die Demo: ein erfundenes Konto in diesem Programm. Nichts gelangt zu 1fichier.</translation>
    </message>
    <message>
        <source>Its download folder is deleted when the demo ends.</source>
        <translation>Ihr Download-Ordner wird gelöscht, wenn die Demo endet.</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Demo verlassen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>verb</comment>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Uploads</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The whole window changes at once; nothing that runs is stopped.</source>
        <translation>Das ganze Fenster wechselt sofort; nichts, was läuft, wird angehalten.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light, dark, or as your desktop is set.</source>
        <translation>Hell, dunkel oder wie Ihr Desktop.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>It goes on by itself in {countdown}; nothing is lost.</source>
        <translation>In {countdown} geht es von selbst weiter; nichts geht verloren.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>The other transfers go on.</source>
        <translation>Die anderen Übertragungen gehen weiter.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Transfers wait and keep what they have.</source>
        <translation>Die Übertragungen warten und behalten, was sie haben.</translation>
    </message>
    <message>
        <source>There is no API key yet.</source>
        <translation>Es gibt noch keinen API-Schlüssel.</translation>
    </message>
    <message>
        <source>1fichier refused your API key: it was reset, disabled or mistyped.</source>
        <translation>1fichier hat Ihren API-Schlüssel abgelehnt: Er wurde zurückgesetzt, gesperrt oder vertippt.</translation>
    </message>
    <message>
        <source>1fichier asks us to slow down.</source>
        <translation>1fichier bittet um weniger Anfragen.</translation>
    </message>
    <message>
        <source>1fichier counted too many requests and asks for a pause.</source>
        <translation>1fichier hat zu viele Anfragen gezählt und bittet um eine Pause.</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>slowed down</source>
        <translation>gebremst</translation>
    </message>
    <message>
        <source>cooling down</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Read {age}</source>
        <translation>Gelesen: {age}</translation>
    </message>
    <message>
        <source>Offline: as of {age}</source>
        <translation>Offline: Stand {age}</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Limits off</source>
        <translation>Grenzen aus</translation>
    </message>
    <message>
        <source>Limits on</source>
        <translation>Grenzen an</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Notifications and tray</source>
        <translation>Benachrichtigungen und Leiste</translation>
    </message>
    <message>
        <source>Ask before quitting while files move</source>
        <translation>Vor dem Beenden fragen, solange Dateien übertragen werden</translation>
    </message>
    <message>
        <source>Transfers always go on at the next start.</source>
        <translation>Übertragungen gehen beim nächsten Start immer weiter.</translation>
    </message>
    <message>
        <source>Keep this computer awake while files move</source>
        <translation>Diesen Computer wach halten, solange Dateien übertragen werden</translation>
    </message>
    <message>
        <source>It may sleep again once nothing moves. The screen may still go dark.</source>
        <translation>Danach darf er wieder schlafen. Der Bildschirm darf weiterhin dunkel werden.</translation>
    </message>
    <message>
        <source>Ask where to save each download</source>
        <translation>Bei jedem Download nach dem Ort fragen</translation>
    </message>
    <message>
        <source>If a file of that name exists</source>
        <translation>Wenn es eine Datei dieses Namens gibt</translation>
    </message>
    <message>
        <source>Verify downloads</source>
        <translation>Downloads prüfen</translation>
    </message>
    <message>
        <source>Verify uploads</source>
        <translation>Uploads prüfen</translation>
    </message>
    <message>
        <source>Downloads at once</source>
        <translation>Downloads zugleich</translation>
    </message>
    <message>
        <source>Uploads at once</source>
        <translation>Uploads zugleich</translation>
    </message>
    <message>
        <source>Connections for one large file</source>
        <translation>Verbindungen für eine große Datei</translation>
    </message>
    <message>
        <source>Copy the link when an upload ends</source>
        <translation>Link kopieren, wenn ein Upload endet</translation>
    </message>
    <message>
        <source>Download limit</source>
        <translation>Download-Grenze</translation>
    </message>
    <message>
        <source>Upload limit</source>
        <translation>Upload-Grenze</translation>
    </message>
    <message>
        <source>For all downloads together.</source>
        <translation>Für alle Downloads zusammen.</translation>
    </message>
    <message>
        <source>For all uploads together.</source>
        <translation>Für alle Uploads zusammen.</translation>
    </message>
    <message>
        <source>Follow a weekly schedule</source>
        <translation>Wochenplan befolgen</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>Symbol in der Leiste zeigen</translation>
    </message>
    <message>
        <source>Closing the window keeps the program in the tray</source>
        <translation>Beim Schließen des Fensters bleibt das Programm in der Leiste</translation>
    </message>
    <message>
        <source>Tell when transfers are done</source>
        <translation>Melden, wenn Übertragungen fertig sind</translation>
    </message>
    <message>
        <source>Tell when something needs you</source>
        <translation>Melden, wenn etwas Sie braucht</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Kein Proxy</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>The language changes once what is under way in this window has ended.</source>
        <translation>Die Sprache wechselt, sobald beendet ist, was in diesem Fenster läuft.</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Details anzeigen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Help</source>
        <comment>menu</comment>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>Protokoll…</translation>
    </message>
    <message>
        <source>Diagnostic report…</source>
        <translation>Diagnosebericht…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Freigeben</translation>
    </message>
</context>
</TS>
