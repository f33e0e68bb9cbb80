; The installer for Windows: for one user, without an administrator.
; installer/setup_windows.py gives it to Inno Setup 6.3 with what it does not say itself: names, version and folders.

[Setup]
AppId={#Name}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher={#Authors}
VersionInfoVersion={#Version}
VersionInfoDescription={#Summary}
DefaultDirName={autopf}\{#Name}
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
ArchitecturesAllowed={#Machine}
ArchitecturesInstallIn64BitMode={#Machine}
MinVersion=10.0.17763
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
SetupIconFile={#Icon}
UninstallDisplayIcon={app}\{#Name}-window.exe
UninstallDisplayName={#Name}
CloseApplications=yes
RestartApplications=no
ShowLanguageDialog=no
OutputDir={#Output}
OutputBaseFilename={#Stem}
#ifdef SignTool
SignTool={#SignTool}
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"
Name: "it"; MessagesFile: "compiler:Languages\Italian.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"
Name: "pt"; MessagesFile: "compiler:Languages\Portuguese.isl"

[CustomMessages]
en.Forget=Remove the API key, the settings and the list of transfers as well?%n%nFiles that you have downloaded stay.
de.Forget=Auch den API-Schlüssel, die Einstellungen und die Liste der Übertragungen entfernen?%n%nHeruntergeladene Dateien bleiben.
es.Forget=¿Quitar también la clave API, los ajustes y la lista de transferencias?%n%nLos archivos descargados se conservan.
fr.Forget=Supprimer aussi la clé API, les réglages et la liste des transferts ?%n%nLes fichiers que vous avez téléchargés restent.
it.Forget=Rimuovere anche la chiave API, le impostazioni e l'elenco dei trasferimenti?%n%nI file scaricati restano.
ja.Forget=API キー、設定、転送の一覧も削除しますか?%n%nダウンロードしたファイルは残ります。
pt.Forget=Remover também a chave da API, as definições e a lista de transferências?%n%nOs ficheiros transferidos ficam.
en.Kept=The key, the settings and the list could not be removed. Open the key ring of Windows to remove the key.
de.Kept=Schlüssel, Einstellungen und Liste konnten nicht entfernt werden. Der Schlüssel steht in der Anmeldeinformationsverwaltung.
es.Kept=No se pudieron quitar la clave, los ajustes y la lista. La clave está en el administrador de credenciales de Windows.
fr.Kept=La clé, les réglages et la liste n’ont pas pu être supprimés. La clé se trouve dans le gestionnaire d’identification de Windows.
it.Kept=Non è stato possibile rimuovere chiave, impostazioni ed elenco. La chiave è in Gestione credenziali di Windows.
ja.Kept=キー、設定、一覧を削除できませんでした。キーは Windows の資格情報マネージャーにあります。
pt.Kept=Não foi possível remover a chave, as definições e a lista. A chave está no Gestor de credenciais do Windows.

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; What an earlier version brought and this one does not.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Source}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion
Source: "{#Licence}"; DestDir: "{app}"; DestName: "LICENSE.txt"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Name}-window.exe"; Comment: "{#Summary}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Name}-window.exe"; Comment: "{#Summary}"; Tasks: desktopicon

[Run]
Filename: "{app}\{#Name}-window.exe"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

[Code]
function Forgotten(What: String): Boolean;
var
  Code: Integer;
begin
  Result := Exec(ExpandConstant('{app}\{#Name}.exe'), 'forget ' + What, '', SW_HIDE, ewWaitUntilTerminated, Code)
    and (Code = 0);
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if Step <> usUninstall then
    exit;
  { Entries for the start with the session and for "Send to" would lead nowhere. }
  Forgotten('places');
  if UninstallSilent then
    exit;
  if MsgBox(CustomMessage('Forget'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES then
    if not Forgotten('everything --yes') then
      MsgBox(CustomMessage('Kept'), mbError, MB_OK);
end;
