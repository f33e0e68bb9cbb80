<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Up one folder</source>
        <translation>Subir una carpeta</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Filter this folder</source>
        <translation>Filtrar esta carpeta</translation>
    </message>
    <message>
        <source>Search the account</source>
        <translation>Buscar en la cuenta</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Guardar esta búsqueda…</translation>
    </message>
    <message>
        <source>What can be searched for</source>
        <translation>Qué se puede buscar</translation>
    </message>
    <message>
        <source>Go to a path…</source>
        <translation>Ir a una ruta…</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Buscar un comando…</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Carpeta nueva…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar el nombre…</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Paste here</source>
        <translation>Pegar aquí</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Mover a…</translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation>Copiar a…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Recently deleted…</source>
        <translation>Eliminados recientemente…</translation>
    </message>
    <message>
        <source>Export the files…</source>
        <translation>Exportar los archivos…</translation>
    </message>
    <message>
        <source>Duplicates…</source>
        <translation>Duplicados…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Show thumbnails</source>
        <translation>Mostrar miniaturas</translation>
    </message>
    <message>
        <source>Remove all thumbnails</source>
        <translation>Quitar todas las miniaturas</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Mostrar en su carpeta</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Download to…</source>
        <translation>Descargar en…</translation>
    </message>
    <message>
        <source>Download to the local folder</source>
        <translation>Descargar en la carpeta local</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Name and link</source>
        <translation>Nombre y enlace</translation>
    </message>
    <message>
        <source>Own template</source>
        <translation>Plantilla propia</translation>
    </message>
    <message>
        <source>Copy link as…</source>
        <translation>Copiar enlace como…</translation>
    </message>
    <message>
        <source>QR code…</source>
        <translation>Código QR…</translation>
    </message>
    <message>
        <source>Send links to JDownloader…</source>
        <translation>Enviar enlaces a JDownloader…</translation>
    </message>
    <message>
        <source>Recent links…</source>
        <translation>Enlaces recientes…</translation>
    </message>
    <message>
        <source>Password and link rules…</source>
        <translation>Contraseña y reglas de enlaces…</translation>
    </message>
    <message>
        <source>Share this folder…</source>
        <translation>Compartir esta carpeta…</translation>
    </message>
    <message>
        <source>Scan for viruses…</source>
        <translation>Buscar virus…</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Propiedades</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Verify against this computer…</source>
        <translation>Verificar con este equipo…</translation>
    </message>
    <message>
        <source>Write a sum file…</source>
        <translation>Escribir un archivo de sumas…</translation>
    </message>
    <message>
        <source>Check a sum file…</source>
        <translation>Comprobar un archivo de sumas…</translation>
    </message>
    <message>
        <source>Join parts…</source>
        <translation>Unir partes…</translation>
    </message>
    <message>
        <source>Upload files…</source>
        <translation>Subir archivos…</translation>
    </message>
    <message>
        <source>Upload a folder…</source>
        <translation>Subir una carpeta…</translation>
    </message>
    <message>
        <source>Paste links</source>
        <translation>Pegar enlaces</translation>
    </message>
    <message>
        <source>Fetch from the web…</source>
        <translation>Traer de la web…</translation>
    </message>
    <message>
        <source>FTP access…</source>
        <translation>Acceso FTP…</translation>
    </message>
    <message>
        <source>Local folder</source>
        <translation>Carpeta local</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Folder tree</source>
        <translation>Árbol de carpetas</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transferencias</translation>
    </message>
    <message>
        <source>One row for each batch</source>
        <translation>Una fila por lote</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Pausar todo</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Reanudar todo</translation>
    </message>
    <message>
        <source>Clear done</source>
        <translation>Quitar terminados</translation>
    </message>
    <message>
        <source>Export the list…</source>
        <translation>Exportar la lista…</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Importar una lista…</translation>
    </message>
    <message>
        <source>Slow limits</source>
        <translation>Límites lentos</translation>
    </message>
    <message>
        <source>Speed limits…</source>
        <translation>Límites de velocidad…</translation>
    </message>
    <message>
        <source>Requests to 1fichier</source>
        <translation>Solicitudes a 1fichier</translation>
    </message>
    <message>
        <source>Do nothing after the queue</source>
        <translation>No hacer nada tras la cola</translation>
    </message>
    <message>
        <source>Quit after the queue</source>
        <translation>Salir tras la cola</translation>
    </message>
    <message>
        <source>Sleep after the queue</source>
        <translation>Suspender tras la cola</translation>
    </message>
    <message>
        <source>Shut down after the queue</source>
        <translation>Apagar tras la cola</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Empezar ya</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Try all with this problem again</source>
        <translation>Reintentar todas con este problema</translation>
    </message>
    <message>
        <source>Cancel and delete the partial file</source>
        <translation>Cancelar y eliminar el archivo parcial</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>Al principio</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>To the bottom</source>
        <translation>Al final</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Prioridad alta</translation>
    </message>
    <message>
        <source>Normal priority</source>
        <translation>Prioridad normal</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>Prioridad baja</translation>
    </message>
    <message>
        <source>Limit the speed…</source>
        <translation>Limitar la velocidad…</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Verify again…</source>
        <translation>Verificar de nuevo…</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Abrir archivo</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Mostrar en el gestor de archivos</translation>
    </message>
    <message>
        <source>Show on 1fichier</source>
        <translation>Mostrar en 1fichier</translation>
    </message>
    <message>
        <source>Account and storage…</source>
        <translation>Cuenta y almacenamiento…</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Añadir una cuenta…</translation>
    </message>
    <message>
        <source>Next account</source>
        <translation>Cuenta siguiente</translation>
    </message>
    <message>
        <source>Name and colour of this account…</source>
        <translation>Nombre y color de esta cuenta…</translation>
    </message>
    <message>
        <source>Remove this account…</source>
        <translation>Quitar esta cuenta…</translation>
    </message>
    <message>
        <source>Vouchers…</source>
        <translation>Cupones…</translation>
    </message>
    <message>
        <source>Use the key elsewhere…</source>
        <translation>Usar la clave en otro programa…</translation>
    </message>
    <message>
        <source>Enter an API key…</source>
        <translation>Introducir una clave API…</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Olvidar la clave</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Configuración…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>Acerca de este programa</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Mostrar la ventana</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versión {version}</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Barra de herramientas</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>verb</comment>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>noun</comment>
        <translation>Subida</translation>
    </message>
    <message>
        <source>Download</source>
        <comment>noun</comment>
        <translation>Descarga</translation>
    </message>
    <message>
        <source>View</source>
        <comment>menu</comment>
        <translation>Ver</translation>
    </message>
    <message>
        <source>After the queue</source>
        <translation>Tras la cola</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activas</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requieren atención</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallidas</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>transfers</comment>
        <translation>Fallidas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>transfers</comment>
        <translation>Terminadas</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Todavía no hay nada</translation>
    </message>
    <message>
        <source>Nothing is moving</source>
        <translation>No se transfiere nada</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Nada en espera</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nada requiere su atención</translation>
    </message>
    <message>
        <source>Nothing has failed</source>
        <translation>No ha fallado nada</translation>
    </message>
    <message>
        <source>Nothing is done yet</source>
        <translation>Todavía no hay nada terminado</translation>
    </message>
    <message>
        <source>Drop files here to upload, or paste 1fichier links.</source>
        <translation>Suelte aquí archivos para subirlos o pegue enlaces de 1fichier.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Who can open it</source>
        <translation>Quién puede abrirlo</translation>
    </message>
    <message>
        <source>Checksum (Whirlpool)</source>
        <translation>Suma de comprobación (Whirlpool)</translation>
    </message>
    <message>
        <source>Copy the checksum</source>
        <translation>Copiar la suma</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n elemento</numerusform>
            <numerusform>%n elementos</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nada seleccionado</translation>
    </message>
    <message>
        <source>at least {size}</source>
        <translation>al menos {size}</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Enter your API key and your files on 1fichier appear here.</source>
        <translation>Introduzca su clave API y sus archivos de 1fichier aparecerán aquí.</translation>
    </message>
    <message>
        <source>{shown} of {items}</source>
        <translation>{shown} de {items}</translation>
    </message>
    <message>
        <source>“{folder}” is empty</source>
        <translation>«{folder}» está vacía</translation>
    </message>
    <message>
        <source>Your account is empty</source>
        <translation>Su cuenta está vacía</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Todavía no hay cuenta</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Sin coincidencias</translation>
    </message>
    <message>
        <source>Nothing in this folder has “{text}” in its name.</source>
        <translation>Nada en esta carpeta tiene «{text}» en el nombre.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Download speed</source>
        <translation>Velocidad de descarga</translation>
    </message>
    <message>
        <source>Upload speed</source>
        <translation>Velocidad de subida</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Getting a server</source>
        <translation>Obteniendo un servidor</translation>
    </message>
    <message>
        <source>Getting the link</source>
        <translation>Obteniendo el enlace</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>Subiendo</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Descargando</translation>
    </message>
    <message>
        <source>Finishing on the server</source>
        <translation>Finalizando en el servidor</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Finalizando</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Verificando</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Done (not verified)</source>
        <translation>Terminada (sin verificar)</translation>
    </message>
    <message>
        <source>Done (checksum differs)</source>
        <translation>Terminada (la suma no coincide)</translation>
    </message>
    <message>
        <source>Cooling down until {time}</source>
        <translation>En pausa hasta las {time}</translation>
    </message>
    <message>
        <source>Waiting {countdown}: {reason}</source>
        <translation>Espera {countdown}: {reason}</translation>
    </message>
    <message>
        <source>Waiting for network</source>
        <translation>Esperando la red</translation>
    </message>
    <message>
        <source>{state}: {reason}</source>
        <translation>{state}: {reason}</translation>
    </message>
    <message>
        <source>Needs your answer</source>
        <translation>Necesita su respuesta</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>The checksum differs</source>
        <translation>La suma de comprobación no coincide</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>No key is in use.</source>
        <translation>No hay ninguna clave en uso.</translation>
    </message>
    <message>
        <source>The key is kept in this system's key ring.</source>
        <translation>La clave se guarda en el llavero de este sistema.</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} en espera</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} en curso</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} con error</translation>
    </message>
    <message>
        <source>{count} need you</source>
        <translation>{count} requieren su atención</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 requiere su atención</translation>
    </message>
    <message>
        <source>No key entered</source>
        <translation>Sin clave</translation>
    </message>
    <message>
        <source>Nothing to transfer</source>
        <translation>Nada que transferir</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter a new key</source>
        <translation>Introducir otra clave</translation>
    </message>
    <message>
        <source>Open the key page</source>
        <translation>Abrir la página de la clave</translation>
    </message>
    <message>
        <source>Check my network</source>
        <translation>Comprobar mi red</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>¿Qué es esto?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Descargar de nuevo</translation>
    </message>
    <message>
        <source>Keep anyway</source>
        <translation>Conservar de todos modos</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Elegir otra carpeta</translation>
    </message>
    <message>
        <source>Enter the password</source>
        <translation>Introducir la contraseña</translation>
    </message>
    <message>
        <source>Open the network settings</source>
        <translation>Abrir la configuración de red</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>Explain limits and splitting</source>
        <translation>Explicar límites y división</translation>
    </message>
    <message>
        <source>32 letters, digits and signs, made on 1fichier's key page.</source>
        <translation>32 letras, cifras y signos, creados en la página de claves de 1fichier.</translation>
    </message>
    <message>
        <source>This has the shape of a key.</source>
        <translation>Tiene la forma de una clave.</translation>
    </message>
    <message>
        <source>Take it from rclone…</source>
        <translation>Tomarla de rclone…</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>C&amp;lave API</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clave API</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>Pegue aquí la clave</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Mostrar la clave</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>Ocultar la clave</translation>
    </message>
    <message>
        <source>Paste the key from the clipboard</source>
        <translation>Pegar la clave del portapapeles</translation>
    </message>
    <message>
        <source>1fichier.com, in your browser. Look for “API”.</source>
        <translation>1fichier.com, en su navegador. Busque «API».</translation>
    </message>
    <message>
        <source>Checking the key</source>
        <translation>Comprobando la clave</translation>
    </message>
    <message>
        <source>Enter the key of your 1fichier account</source>
        <translation>Introduzca la clave de su cuenta de 1fichier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Usar esta clave</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Le damos la bienvenida</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Probar la demostración</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>A made-up account on this computer. It needs no key and sends nothing.</source>
        <translation>Una cuenta inventada en este equipo. No necesita clave ni envía nada.</translation>
    </message>
    <message>
        <source>Connect to your 1fichier account</source>
        <translation>Conectar con su cuenta de 1fichier</translation>
    </message>
    <message>
        <source>Where downloads go</source>
        <translation>Dónde van las descargas</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Paso {step} de {steps}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Check the key</source>
        <translation>Comprobar la clave</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>Abrir la ventana</translation>
    </message>
    <message>
        <source>Keep it in this system's key ring</source>
        <translation>Guardarla en el llavero de este sistema</translation>
    </message>
    <message>
        <source>Without this the key is asked for at every start.</source>
        <translation>Si no, la clave se pide en cada inicio.</translation>
    </message>
    <message>
        <source>Save downloads in</source>
        <translation>Guardar las descargas en</translation>
    </message>
    <message>
        <source>Download folder</source>
        <translation>Carpeta de descargas</translation>
    </message>
    <message>
        <source>Programs sign in to 1fichier with an API key: a long password that 1fichier makes for you. Downloads need a Premium, Access or Gold account, or CDN credits; uploads and folders work without.</source>
        <translation>Los programas entran en 1fichier con una clave API: una contraseña larga que 1fichier crea para usted. Para descargar hace falta una cuenta Premium, Access o Gold, o créditos CDN; las subidas y las carpetas funcionan sin ello.</translation>
    </message>
    <message>
        <source>Never share it: whoever has it can use your whole account.</source>
        <translation>No la comparta nunca: quien la tenga puede usar toda su cuenta.</translation>
    </message>
    <message>
        <source>It can be changed later, and for every download.</source>
        <translation>Se puede cambiar más tarde, y para cada descarga.</translation>
    </message>
    <message>
        <source>Drop files and folders on the window to upload them. Links are copied for you.</source>
        <translation>Suelte archivos y carpetas en la ventana para subirlos. Los enlaces se copian solos.</translation>
    </message>
    <message>
        <source>Double-click a file to download it. Its checksum is compared with 1fichier's.</source>
        <translation>Haga doble clic en un archivo para descargarlo. Su suma se compara con la de 1fichier.</translation>
    </message>
    <message>
        <source>Paste 1fichier links to download them: Ctrl+V.</source>
        <translation>Pegue enlaces de 1fichier para descargarlos: Ctrl+V.</translation>
    </message>
    <message>
        <source>Quit whenever you like: transfers go on at the next start.</source>
        <translation>Salga cuando quiera: las transferencias siguen en el próximo inicio.</translation>
    </message>
    <message>
        <source>Recent links</source>
        <translation>Enlaces recientes</translation>
    </message>
    <message>
        <source>{running} of {all}</source>
        <translation>{running} de {all}</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Enlace copiado</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>None for 30 minutes</source>
        <translation>Ninguna durante 30 minutos</translation>
    </message>
    <message>
        <source>None for an hour</source>
        <translation>Ninguna durante una hora</translation>
    </message>
    <message>
        <source>None for 8 hours</source>
        <translation>Ninguna durante 8 horas</translation>
    </message>
    <message>
        <source>Notify again (silent until {time})</source>
        <translation>Volver a notificar (silencio hasta las {time})</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Suma</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sentido</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Tiempo restante</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Restante</translation>
    </message>
    <message>
        <source>Average speed</source>
        <translation>Velocidad media</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Remote folder</source>
        <translation>Carpeta remota</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Local path</source>
        <translation>Ruta local</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>Compartido conmigo</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>quedan {duration}</translation>
    </message>
    <message>
        <source>done about {time}</source>
        <translation>termina hacia las {time}</translation>
    </message>
    <message>
        <source>done about {day}, {time}</source>
        <translation>termina hacia el {day}, {time}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Hoy {time}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} d {hours} h</translation>
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
        <translation>{number} %</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) still running</source>
        <translation>
            <numerusform>%n transferencia sigue en curso</numerusform>
            <numerusform>%n transferencias siguen en curso</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit and continue later</source>
        <translation>Salir y seguir después</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Seguir en marcha</translation>
    </message>
    <message>
        <source>Quit without asking from now on</source>
        <translation>Salir sin preguntar a partir de ahora</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Reset this page…</source>
        <translation>Restablecer esta página…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>verb</comment>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
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
        <translation>Texto</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivo comprimido</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n seleccionado</numerusform>
            <numerusform>%n seleccionados</numerusform>
        </translation>
    </message>
    <message>
        <source>Anyone with the link</source>
        <translation>Cualquiera con el enlace</translation>
    </message>
    <message>
        <source>{extension} file</source>
        <translation>Archivo {extension}</translation>
    </message>
    <message>
        <source>This is the demo: a made-up account inside this program. Nothing reaches 1fichier.</source>
        <translation>Esto es la demostración: una cuenta inventada dentro de este programa. Nada llega a 1fichier.</translation>
    </message>
    <message>
        <source>Its download folder is deleted when the demo ends.</source>
        <translation>Su carpeta de descargas se borra al terminar la demostración.</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Salir de la demostración</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>verb</comment>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Descargas</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Subidas</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Escritorio</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>The whole window changes at once; nothing that runs is stopped.</source>
        <translation>Toda la ventana cambia al momento; no se detiene nada de lo que está en curso.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Light, dark, or as your desktop is set.</source>
        <translation>Claro, oscuro o como su escritorio.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Preguntarme</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Conservar ambos</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>It goes on by itself in {countdown}; nothing is lost.</source>
        <translation>Sigue sola en {countdown}; no se pierde nada.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Se reintenta automáticamente.</translation>
    </message>
    <message>
        <source>The other transfers go on.</source>
        <translation>Las demás transferencias siguen.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>Transfers wait and keep what they have.</source>
        <translation>Las transferencias esperan y conservan lo que tienen.</translation>
    </message>
    <message>
        <source>There is no API key yet.</source>
        <translation>Todavía no hay clave API.</translation>
    </message>
    <message>
        <source>1fichier refused your API key: it was reset, disabled or mistyped.</source>
        <translation>1fichier rechazó su clave API: se restableció, se desactivó o tiene un error.</translation>
    </message>
    <message>
        <source>1fichier asks us to slow down.</source>
        <translation>1fichier pide ir más despacio.</translation>
    </message>
    <message>
        <source>1fichier counted too many requests and asks for a pause.</source>
        <translation>1fichier contó demasiadas solicitudes y pide una pausa.</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>sin clave</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>clave rechazada</translation>
    </message>
    <message>
        <source>slowed down</source>
        <translation>ralentizado</translation>
    </message>
    <message>
        <source>cooling down</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>Read {age}</source>
        <translation>Leída {age}</translation>
    </message>
    <message>
        <source>Offline: as of {age}</source>
        <translation>Sin conexión: datos de {age}</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Limits off</source>
        <translation>Sin límites</translation>
    </message>
    <message>
        <source>Limits on</source>
        <translation>Con límites</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Notifications and tray</source>
        <translation>Notificaciones y bandeja</translation>
    </message>
    <message>
        <source>Ask before quitting while files move</source>
        <translation>Preguntar antes de salir mientras se transfieren archivos</translation>
    </message>
    <message>
        <source>Transfers always go on at the next start.</source>
        <translation>Las transferencias siguen siempre en el próximo inicio.</translation>
    </message>
    <message>
        <source>Keep this computer awake while files move</source>
        <translation>Mantener el equipo despierto mientras se transfieren archivos</translation>
    </message>
    <message>
        <source>It may sleep again once nothing moves. The screen may still go dark.</source>
        <translation>Podrá dormir cuando no se mueva nada. La pantalla aún puede apagarse.</translation>
    </message>
    <message>
        <source>Ask where to save each download</source>
        <translation>Preguntar dónde guardar cada descarga</translation>
    </message>
    <message>
        <source>If a file of that name exists</source>
        <translation>Si existe un archivo con ese nombre</translation>
    </message>
    <message>
        <source>Verify downloads</source>
        <translation>Verificar las descargas</translation>
    </message>
    <message>
        <source>Verify uploads</source>
        <translation>Verificar las subidas</translation>
    </message>
    <message>
        <source>Downloads at once</source>
        <translation>Descargas simultáneas</translation>
    </message>
    <message>
        <source>Uploads at once</source>
        <translation>Subidas simultáneas</translation>
    </message>
    <message>
        <source>Connections for one large file</source>
        <translation>Conexiones para un archivo grande</translation>
    </message>
    <message>
        <source>Copy the link when an upload ends</source>
        <translation>Copiar el enlace al terminar una subida</translation>
    </message>
    <message>
        <source>Download limit</source>
        <translation>Límite de descarga</translation>
    </message>
    <message>
        <source>Upload limit</source>
        <translation>Límite de subida</translation>
    </message>
    <message>
        <source>For all downloads together.</source>
        <translation>Para todas las descargas juntas.</translation>
    </message>
    <message>
        <source>For all uploads together.</source>
        <translation>Para todas las subidas juntas.</translation>
    </message>
    <message>
        <source>Follow a weekly schedule</source>
        <translation>Seguir un horario semanal</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>Mostrar un icono en la bandeja</translation>
    </message>
    <message>
        <source>Closing the window keeps the program in the tray</source>
        <translation>Al cerrar la ventana, el programa sigue en la bandeja</translation>
    </message>
    <message>
        <source>Tell when transfers are done</source>
        <translation>Avisar al terminar las transferencias</translation>
    </message>
    <message>
        <source>Tell when something needs you</source>
        <translation>Avisar cuando algo requiera su atención</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Sin proxy</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>files</source>
        <translation>archivos</translation>
    </message>
    <message>
        <source>The language changes once what is under way in this window has ended.</source>
        <translation>El idioma cambiará cuando termine lo que está en curso en esta ventana.</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Mostrar detalles</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Buscar en la configuración</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Help</source>
        <comment>menu</comment>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>Registro…</translation>
    </message>
    <message>
        <source>Diagnostic report…</source>
        <translation>Informe de diagnóstico…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Carpeta nueva</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Compartir</translation>
    </message>
</context>
</TS>
