<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Avanti</translation>
    </message>
    <message>
        <source>Up one folder</source>
        <translation>Cartella superiore</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aggiorna</translation>
    </message>
    <message>
        <source>Filter this folder</source>
        <translation>Filtra questa cartella</translation>
    </message>
    <message>
        <source>Search the account</source>
        <translation>Cerca nell’account</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Salva questa ricerca…</translation>
    </message>
    <message>
        <source>What can be searched for</source>
        <translation>Che cosa si può cercare</translation>
    </message>
    <message>
        <source>Go to a path…</source>
        <translation>Vai a un percorso…</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Trova un comando…</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Nuova cartella…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Rinomina…</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Taglia</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Paste here</source>
        <translation>Incolla qui</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Sposta in…</translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation>Copia in…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Elimina…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla operazione</translation>
    </message>
    <message>
        <source>Recently deleted…</source>
        <translation>Eliminati di recente…</translation>
    </message>
    <message>
        <source>Export the files…</source>
        <translation>Esporta i file…</translation>
    </message>
    <message>
        <source>Duplicates…</source>
        <translation>Duplicati…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Anteprima</translation>
    </message>
    <message>
        <source>Show thumbnails</source>
        <translation>Mostra le miniature</translation>
    </message>
    <message>
        <source>Remove all thumbnails</source>
        <translation>Rimuovi tutte le miniature</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Mostra nella sua cartella</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Scarica</translation>
    </message>
    <message>
        <source>Download to…</source>
        <translation>Scarica in…</translation>
    </message>
    <message>
        <source>Download to the local folder</source>
        <translation>Scarica nella cartella locale</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copia il link</translation>
    </message>
    <message>
        <source>Name and link</source>
        <translation>Nome e link</translation>
    </message>
    <message>
        <source>Own template</source>
        <translation>Modello personale</translation>
    </message>
    <message>
        <source>Copy link as…</source>
        <translation>Copia il link come…</translation>
    </message>
    <message>
        <source>QR code…</source>
        <translation>Codice QR…</translation>
    </message>
    <message>
        <source>Send links to JDownloader…</source>
        <translation>Invia i link a JDownloader…</translation>
    </message>
    <message>
        <source>Recent links…</source>
        <translation>Link recenti…</translation>
    </message>
    <message>
        <source>Password and link rules…</source>
        <translation>Password e regole dei link…</translation>
    </message>
    <message>
        <source>Share this folder…</source>
        <translation>Condividi questa cartella…</translation>
    </message>
    <message>
        <source>Scan for viruses…</source>
        <translation>Cerca virus…</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Proprietà</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleziona tutto</translation>
    </message>
    <message>
        <source>Verify against this computer…</source>
        <translation>Verifica con questo computer…</translation>
    </message>
    <message>
        <source>Write a sum file…</source>
        <translation>Scrivi un file di checksum…</translation>
    </message>
    <message>
        <source>Check a sum file…</source>
        <translation>Controlla un file di checksum…</translation>
    </message>
    <message>
        <source>Join parts…</source>
        <translation>Unisci le parti…</translation>
    </message>
    <message>
        <source>Upload files…</source>
        <translation>Carica file…</translation>
    </message>
    <message>
        <source>Upload a folder…</source>
        <translation>Carica una cartella…</translation>
    </message>
    <message>
        <source>Paste links</source>
        <translation>Incolla i link</translation>
    </message>
    <message>
        <source>Fetch from the web…</source>
        <translation>Preleva dal web…</translation>
    </message>
    <message>
        <source>FTP access…</source>
        <translation>Accesso FTP…</translation>
    </message>
    <message>
        <source>Local folder</source>
        <translation>Cartella locale</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Dettagli</translation>
    </message>
    <message>
        <source>Folder tree</source>
        <translation>Albero delle cartelle</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Trasferimenti</translation>
    </message>
    <message>
        <source>One row for each batch</source>
        <translation>Una riga per ogni gruppo</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Metti tutto in pausa</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Riprendi tutto</translation>
    </message>
    <message>
        <source>Clear done</source>
        <translation>Rimuovi i completati</translation>
    </message>
    <message>
        <source>Export the list…</source>
        <translation>Esporta l’elenco…</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Importa un elenco…</translation>
    </message>
    <message>
        <source>Slow limits</source>
        <translation>Limiti lenti</translation>
    </message>
    <message>
        <source>Speed limits…</source>
        <translation>Limiti di velocità…</translation>
    </message>
    <message>
        <source>Requests to 1fichier</source>
        <translation>Richieste a 1fichier</translation>
    </message>
    <message>
        <source>Do nothing after the queue</source>
        <translation>Non fare nulla dopo la coda</translation>
    </message>
    <message>
        <source>Quit after the queue</source>
        <translation>Esci dopo la coda</translation>
    </message>
    <message>
        <source>Sleep after the queue</source>
        <translation>Sospendi dopo la coda</translation>
    </message>
    <message>
        <source>Shut down after the queue</source>
        <translation>Spegni dopo la coda</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Metti in pausa</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Riprendi</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Avvia ora</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Try all with this problem again</source>
        <translation>Riprova tutti quelli con questo problema</translation>
    </message>
    <message>
        <source>Cancel and delete the partial file</source>
        <translation>Annulla ed elimina il file parziale</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Rimuovi dall’elenco</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>In cima</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Su</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Giù</translation>
    </message>
    <message>
        <source>To the bottom</source>
        <translation>In fondo</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Priorità alta</translation>
    </message>
    <message>
        <source>Normal priority</source>
        <translation>Priorità normale</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>Priorità bassa</translation>
    </message>
    <message>
        <source>Limit the speed…</source>
        <translation>Limita la velocità…</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copia i dettagli</translation>
    </message>
    <message>
        <source>Verify again…</source>
        <translation>Verifica di nuovo…</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Apri il file</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Mostra nel gestore di file</translation>
    </message>
    <message>
        <source>Show on 1fichier</source>
        <translation>Mostra su 1fichier</translation>
    </message>
    <message>
        <source>Account and storage…</source>
        <translation>Account e spazio…</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Aggiungi un account…</translation>
    </message>
    <message>
        <source>Next account</source>
        <translation>Account successivo</translation>
    </message>
    <message>
        <source>Name and colour of this account…</source>
        <translation>Nome e colore di questo account…</translation>
    </message>
    <message>
        <source>Remove this account…</source>
        <translation>Rimuovi questo account…</translation>
    </message>
    <message>
        <source>Vouchers…</source>
        <translation>Buoni…</translation>
    </message>
    <message>
        <source>Use the key elsewhere…</source>
        <translation>Usa la chiave altrove…</translation>
    </message>
    <message>
        <source>Enter an API key…</source>
        <translation>Inserisci una chiave API…</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Dimentica la chiave</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Impostazioni…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Scorciatoie da tastiera</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>Informazioni sul programma</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Mostra la finestra</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Esci</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versione {version}</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Barra degli strumenti</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>verb</comment>
        <translation>Carica</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>noun</comment>
        <translation>Caricamento</translation>
    </message>
    <message>
        <source>Download</source>
        <comment>noun</comment>
        <translation>Scaricamento</translation>
    </message>
    <message>
        <source>View</source>
        <comment>menu</comment>
        <translation>Visualizza</translation>
    </message>
    <message>
        <source>After the queue</source>
        <translation>Dopo la coda</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Cancella il filtro</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tutti</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Attivi</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>In attesa</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Da controllare</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Non riusciti</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>transfers</comment>
        <translation>Non riusciti</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Completato</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>transfers</comment>
        <translation>Completati</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Ancora niente qui</translation>
    </message>
    <message>
        <source>Nothing is moving</source>
        <translation>Nessun trasferimento in corso</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Niente in attesa</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Niente da controllare</translation>
    </message>
    <message>
        <source>Nothing has failed</source>
        <translation>Nessun errore</translation>
    </message>
    <message>
        <source>Nothing is done yet</source>
        <translation>Ancora niente di completato</translation>
    </message>
    <message>
        <source>Drop files here to upload, or paste 1fichier links.</source>
        <translation>Trascina qui i file da caricare, o incolla link di 1fichier.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dimensione</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Aggiunto</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Who can open it</source>
        <translation>Chi può aprirlo</translation>
    </message>
    <message>
        <source>Checksum (Whirlpool)</source>
        <translation>Checksum (Whirlpool)</translation>
    </message>
    <message>
        <source>Copy the checksum</source>
        <translation>Copia il checksum</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n elemento</numerusform>
            <numerusform>%n elementi</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Niente di selezionato</translation>
    </message>
    <message>
        <source>at least {size}</source>
        <translation>almeno {size}</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Cartella</translation>
    </message>
    <message>
        <source>Enter your API key and your files on 1fichier appear here.</source>
        <translation>Inserisci la tua chiave API e i tuoi file su 1fichier compaiono qui.</translation>
    </message>
    <message>
        <source>{shown} of {items}</source>
        <translation>{shown} di {items}</translation>
    </message>
    <message>
        <source>“{folder}” is empty</source>
        <translation>«{folder}» è vuota</translation>
    </message>
    <message>
        <source>Your account is empty</source>
        <translation>Il tuo account è vuoto</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Ancora nessun account</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Nessun risultato</translation>
    </message>
    <message>
        <source>Nothing in this folder has “{text}” in its name.</source>
        <translation>Niente in questa cartella ha «{text}» nel nome.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Caricamento…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Download speed</source>
        <translation>Velocità di scaricamento</translation>
    </message>
    <message>
        <source>Upload speed</source>
        <translation>Velocità di caricamento</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Apertura…</translation>
    </message>
    <message>
        <source>Getting a server</source>
        <translation>Ricerca di un server</translation>
    </message>
    <message>
        <source>Getting the link</source>
        <translation>Richiesta del link</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>Caricamento in corso</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Scaricamento in corso</translation>
    </message>
    <message>
        <source>Finishing on the server</source>
        <translation>Completamento sul server</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Completamento</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Verifica</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>In pausa</translation>
    </message>
    <message>
        <source>Done (not verified)</source>
        <translation>Completato (non verificato)</translation>
    </message>
    <message>
        <source>Done (checksum differs)</source>
        <translation>Completato (checksum diverso)</translation>
    </message>
    <message>
        <source>Cooling down until {time}</source>
        <translation>In attesa fino alle {time}</translation>
    </message>
    <message>
        <source>Waiting {countdown}: {reason}</source>
        <translation>Attende {countdown}: {reason}</translation>
    </message>
    <message>
        <source>Waiting for network</source>
        <translation>In attesa della rete</translation>
    </message>
    <message>
        <source>{state}: {reason}</source>
        <translation>{state}: {reason}</translation>
    </message>
    <message>
        <source>Needs your answer</source>
        <translation>Serve una tua risposta</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Bassa</translation>
    </message>
    <message>
        <source>The checksum differs</source>
        <translation>Il checksum è diverso</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Gratuito</translation>
    </message>
    <message>
        <source>No key is in use.</source>
        <translation>Nessuna chiave in uso.</translation>
    </message>
    <message>
        <source>The key is kept in this system's key ring.</source>
        <translation>La chiave è nel portachiavi di questo sistema.</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} in attesa</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} in corso</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} non riusciti</translation>
    </message>
    <message>
        <source>{count} need you</source>
        <translation>{count} da controllare</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 da controllare</translation>
    </message>
    <message>
        <source>No key entered</source>
        <translation>Nessuna chiave inserita</translation>
    </message>
    <message>
        <source>Nothing to transfer</source>
        <translation>Niente da trasferire</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n giorno</numerusform>
            <numerusform>%n giorni</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter a new key</source>
        <translation>Inserisci una nuova chiave</translation>
    </message>
    <message>
        <source>Open the key page</source>
        <translation>Apri la pagina della chiave</translation>
    </message>
    <message>
        <source>Check my network</source>
        <translation>Controlla la mia rete</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Che cos’è?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Perché?</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Invia di nuovo</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Scarica di nuovo</translation>
    </message>
    <message>
        <source>Keep anyway</source>
        <translation>Conserva comunque</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Scegli un’altra cartella</translation>
    </message>
    <message>
        <source>Enter the password</source>
        <translation>Inserisci la password</translation>
    </message>
    <message>
        <source>Open the network settings</source>
        <translation>Apri le impostazioni di rete</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidi</translation>
    </message>
    <message>
        <source>Explain limits and splitting</source>
        <translation>Spiega limiti e suddivisione</translation>
    </message>
    <message>
        <source>32 letters, digits and signs, made on 1fichier's key page.</source>
        <translation>32 lettere, cifre e segni, creati nella pagina delle chiavi di 1fichier.</translation>
    </message>
    <message>
        <source>This has the shape of a key.</source>
        <translation>Ha la forma di una chiave.</translation>
    </message>
    <message>
        <source>Take it from rclone…</source>
        <translation>Prendila da rclone…</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>&amp;Chiave API</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Chiave API</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>Incolla qui la chiave</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Mostra la chiave</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>Nascondi la chiave</translation>
    </message>
    <message>
        <source>Paste the key from the clipboard</source>
        <translation>Incolla la chiave dagli appunti</translation>
    </message>
    <message>
        <source>1fichier.com, in your browser. Look for “API”.</source>
        <translation>1fichier.com, nel tuo browser. Cerca «API».</translation>
    </message>
    <message>
        <source>Checking the key</source>
        <translation>Controllo della chiave</translation>
    </message>
    <message>
        <source>Enter the key of your 1fichier account</source>
        <translation>Inserisci la chiave del tuo account 1fichier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Usa questa chiave</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Benvenuto</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Prova la demo</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Non ora</translation>
    </message>
    <message>
        <source>A made-up account on this computer. It needs no key and sends nothing.</source>
        <translation>Un account inventato su questo computer. Non serve una chiave e non invia nulla.</translation>
    </message>
    <message>
        <source>Connect to your 1fichier account</source>
        <translation>Collega il tuo account 1fichier</translation>
    </message>
    <message>
        <source>Where downloads go</source>
        <translation>Dove vanno i file scaricati</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Passo {step} di {steps}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>Check the key</source>
        <translation>Controlla la chiave</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>Apri la finestra</translation>
    </message>
    <message>
        <source>Keep it in this system's key ring</source>
        <translation>Conservala nel portachiavi di questo sistema</translation>
    </message>
    <message>
        <source>Without this the key is asked for at every start.</source>
        <translation>Altrimenti la chiave viene chiesta a ogni avvio.</translation>
    </message>
    <message>
        <source>Save downloads in</source>
        <translation>Salva i file in</translation>
    </message>
    <message>
        <source>Download folder</source>
        <translation>Cartella dei file scaricati</translation>
    </message>
    <message>
        <source>Programs sign in to 1fichier with an API key: a long password that 1fichier makes for you. Downloads need a Premium, Access or Gold account, or CDN credits; uploads and folders work without.</source>
        <translation>I programmi accedono a 1fichier con una chiave API: una lunga password che 1fichier crea per te. Per scaricare serve un account Premium, Access o Gold, oppure crediti CDN; caricamenti e cartelle funzionano anche senza.</translation>
    </message>
    <message>
        <source>Never share it: whoever has it can use your whole account.</source>
        <translation>Non condividerla mai: chi la possiede può usare tutto il tuo account.</translation>
    </message>
    <message>
        <source>It can be changed later, and for every download.</source>
        <translation>Si può cambiare in seguito, e per ogni file.</translation>
    </message>
    <message>
        <source>Drop files and folders on the window to upload them. Links are copied for you.</source>
        <translation>Trascina file e cartelle nella finestra per caricarli. I link vengono copiati per te.</translation>
    </message>
    <message>
        <source>Double-click a file to download it. Its checksum is compared with 1fichier's.</source>
        <translation>Fai doppio clic su un file per scaricarlo. Il suo checksum viene confrontato con quello di 1fichier.</translation>
    </message>
    <message>
        <source>Paste 1fichier links to download them: Ctrl+V.</source>
        <translation>Incolla link di 1fichier per scaricarli: Ctrl+V.</translation>
    </message>
    <message>
        <source>Quit whenever you like: transfers go on at the next start.</source>
        <translation>Esci quando vuoi: i trasferimenti riprendono al prossimo avvio.</translation>
    </message>
    <message>
        <source>Recent links</source>
        <translation>Link recenti</translation>
    </message>
    <message>
        <source>{running} of {all}</source>
        <translation>{running} di {all}</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limiti</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Link copiato</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifiche</translation>
    </message>
    <message>
        <source>None for 30 minutes</source>
        <translation>Nessuna per 30 minuti</translation>
    </message>
    <message>
        <source>None for an hour</source>
        <translation>Nessuna per un’ora</translation>
    </message>
    <message>
        <source>None for 8 hours</source>
        <translation>Nessuna per 8 ore</translation>
    </message>
    <message>
        <source>Notify again (silent until {time})</source>
        <translation>Notifica di nuovo (silenzio fino alle {time})</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Checksum</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Direzione</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocità</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Tempo rimanente</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Rimanente</translation>
    </message>
    <message>
        <source>Average speed</source>
        <translation>Velocità media</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connessioni</translation>
    </message>
    <message>
        <source>Remote folder</source>
        <translation>Cartella remota</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorità</translation>
    </message>
    <message>
        <source>Local path</source>
        <translation>Percorso locale</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminato</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativi</translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>Condivisi con me</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n byte</numerusform>
        </translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>{duration} rimanenti</translation>
    </message>
    <message>
        <source>done about {time}</source>
        <translation>fine verso le {time}</translation>
    </message>
    <message>
        <source>done about {day}, {time}</source>
        <translation>fine verso {day}, {time}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Oggi {time}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>proprio ora</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} g {hours} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) still running</source>
        <translation>
            <numerusform>%n trasferimento ancora in corso</numerusform>
            <numerusform>%n trasferimenti ancora in corso</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit and continue later</source>
        <translation>Esci e continua più tardi</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Lascia in esecuzione</translation>
    </message>
    <message>
        <source>Quit without asking from now on</source>
        <translation>D’ora in poi esci senza chiedere</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagine</translation>
    </message>
    <message>
        <source>Reset this page…</source>
        <translation>Ripristina questa pagina…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>verb</comment>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Immagine</translation>
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
        <translation>Documento</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Testo</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivio</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programma</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selezionato</numerusform>
            <numerusform>%n selezionati</numerusform>
        </translation>
    </message>
    <message>
        <source>Anyone with the link</source>
        <translation>Chiunque abbia il link</translation>
    </message>
    <message>
        <source>{extension} file</source>
        <translation>File {extension}</translation>
    </message>
    <message>
        <source>This is the demo: a made-up account inside this program. Nothing reaches 1fichier.</source>
        <translation>Questa è la demo: un account inventato dentro il programma. Nulla raggiunge 1fichier.</translation>
    </message>
    <message>
        <source>Its download folder is deleted when the demo ends.</source>
        <translation>La sua cartella dei file scaricati viene eliminata alla fine della demo.</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Esci dalla demo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Ferma</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostra</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>verb</comment>
        <translation>Mostra</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiato</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Generale</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Scaricamenti</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Caricamenti</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rete</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>The whole window changes at once; nothing that runs is stopped.</source>
        <translation>Tutta la finestra cambia subito; nulla di ciò che è in corso si ferma.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colori</translation>
    </message>
    <message>
        <source>Light, dark, or as your desktop is set.</source>
        <translation>Chiaro, scuro o come il desktop.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Chiedi</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Conserva entrambi</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Sostituisci</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Salta</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondi</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minuti</translation>
    </message>
    <message>
        <source>It goes on by itself in {countdown}; nothing is lost.</source>
        <translation>Riprende da solo tra {countdown}; nulla va perso.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Si riprova da solo.</translation>
    </message>
    <message>
        <source>The other transfers go on.</source>
        <translation>Gli altri trasferimenti continuano.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nulla è stato modificato.</translation>
    </message>
    <message>
        <source>Transfers wait and keep what they have.</source>
        <translation>I trasferimenti attendono e conservano ciò che hanno.</translation>
    </message>
    <message>
        <source>There is no API key yet.</source>
        <translation>Non c’è ancora una chiave API.</translation>
    </message>
    <message>
        <source>1fichier refused your API key: it was reset, disabled or mistyped.</source>
        <translation>1fichier ha rifiutato la tua chiave API: è stata reimpostata, disattivata o digitata male.</translation>
    </message>
    <message>
        <source>1fichier asks us to slow down.</source>
        <translation>1fichier chiede di rallentare.</translation>
    </message>
    <message>
        <source>1fichier counted too many requests and asks for a pause.</source>
        <translation>1fichier ha contato troppe richieste e chiede una pausa.</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>nessuna chiave</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>chiave rifiutata</translation>
    </message>
    <message>
        <source>slowed down</source>
        <translation>rallentato</translation>
    </message>
    <message>
        <source>cooling down</source>
        <translation>in pausa</translation>
    </message>
    <message>
        <source>Read {age}</source>
        <translation>Letta {age}</translation>
    </message>
    <message>
        <source>Offline: as of {age}</source>
        <translation>Offline: dati di {age}</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Richieste</translation>
    </message>
    <message>
        <source>Limits off</source>
        <translation>Limiti disattivati</translation>
    </message>
    <message>
        <source>Limits on</source>
        <translation>Limiti attivi</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastiera</translation>
    </message>
    <message>
        <source>Notifications and tray</source>
        <translation>Notifiche e area di notifica</translation>
    </message>
    <message>
        <source>Ask before quitting while files move</source>
        <translation>Chiedi prima di uscire durante i trasferimenti</translation>
    </message>
    <message>
        <source>Transfers always go on at the next start.</source>
        <translation>I trasferimenti riprendono sempre al prossimo avvio.</translation>
    </message>
    <message>
        <source>Keep this computer awake while files move</source>
        <translation>Tieni attivo il computer durante i trasferimenti</translation>
    </message>
    <message>
        <source>It may sleep again once nothing moves. The screen may still go dark.</source>
        <translation>Potrà sospendersi a trasferimenti finiti. Lo schermo può comunque spegnersi.</translation>
    </message>
    <message>
        <source>Ask where to save each download</source>
        <translation>Chiedi dove salvare ogni file</translation>
    </message>
    <message>
        <source>If a file of that name exists</source>
        <translation>Se esiste un file con quel nome</translation>
    </message>
    <message>
        <source>Verify downloads</source>
        <translation>Verifica i file scaricati</translation>
    </message>
    <message>
        <source>Verify uploads</source>
        <translation>Verifica i file caricati</translation>
    </message>
    <message>
        <source>Downloads at once</source>
        <translation>Scaricamenti simultanei</translation>
    </message>
    <message>
        <source>Uploads at once</source>
        <translation>Caricamenti simultanei</translation>
    </message>
    <message>
        <source>Connections for one large file</source>
        <translation>Connessioni per un file grande</translation>
    </message>
    <message>
        <source>Copy the link when an upload ends</source>
        <translation>Copia il link al termine di un caricamento</translation>
    </message>
    <message>
        <source>Download limit</source>
        <translation>Limite di scaricamento</translation>
    </message>
    <message>
        <source>Upload limit</source>
        <translation>Limite di caricamento</translation>
    </message>
    <message>
        <source>For all downloads together.</source>
        <translation>Per tutti gli scaricamenti insieme.</translation>
    </message>
    <message>
        <source>For all uploads together.</source>
        <translation>Per tutti i caricamenti insieme.</translation>
    </message>
    <message>
        <source>Follow a weekly schedule</source>
        <translation>Segui un programma settimanale</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>Mostra un’icona nell’area di notifica</translation>
    </message>
    <message>
        <source>Closing the window keeps the program in the tray</source>
        <translation>Chiudendo la finestra il programma resta nell’area di notifica</translation>
    </message>
    <message>
        <source>Tell when transfers are done</source>
        <translation>Avvisa quando i trasferimenti sono completati</translation>
    </message>
    <message>
        <source>Tell when something needs you</source>
        <translation>Avvisa quando serve il tuo intervento</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Nessun proxy</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatico</translation>
    </message>
    <message>
        <source>files</source>
        <translation>file</translation>
    </message>
    <message>
        <source>The language changes once what is under way in this window has ended.</source>
        <translation>La lingua cambierà al termine di ciò che è in corso in questa finestra.</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Mostra i dettagli</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Cerca nelle impostazioni</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importa…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Esporta…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Ripristina</translation>
    </message>
    <message>
        <source>Help</source>
        <comment>menu</comment>
        <translation>Aiuto</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>Registro…</translation>
    </message>
    <message>
        <source>Diagnostic report…</source>
        <translation>Rapporto diagnostico…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salva…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rinomina</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Elimina</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nuova cartella</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Invia</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Condividi</translation>
    </message>
</context>
</TS>
