; Installs {{.Name}} for the person who runs it, without the rights of an administrator; /S asks nothing.
Target amd64-unicode
Name "{{.Name}}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\{{.Name}}"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
Icon "backupdoctor.ico"
UninstallIcon "backupdoctor.ico"
BrandingText "{{.Name}} {{.Version}}"
VIProductVersion "{{.Version}}.{{.Build}}"
VIAddVersionKey ProductName "{{.Name}}"
VIAddVersionKey FileDescription "{{.Name}} Setup"
VIAddVersionKey FileVersion "{{.Version}}"
VIAddVersionKey LegalCopyright "MIT license"
AutoCloseWindow true
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

!define CLASSES "Software\Classes"
!define KIND "{{.ID}}.Case"
!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\{{.ID}}"
!define PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths\backupdoctor.exe"

!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section
  SetOutPath "$INSTDIR"
  File "backupdoctor.exe"
  File "backupdoctor.com"
  File "LICENSE.txt"
  File "NOTICE.txt"
  File "third-party.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\{{.Name}}.lnk" "$INSTDIR\backupdoctor.exe"
  WriteRegStr HKCU "${CLASSES}\.{{.Suffix}}" "" "${KIND}"
  WriteRegStr HKCU "${CLASSES}\.{{.Suffix}}" "Content Type" "{{.MediaType}}"
  WriteRegStr HKCU "${CLASSES}\${KIND}" "" "{{.CaseName}}"
  WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\backupdoctor.exe,1"
  WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\backupdoctor.exe" "%1"'
  WriteRegStr HKCU "${PATHS}" "" "$INSTDIR\backupdoctor.exe"
  WriteRegStr HKCU "${LISTED}" "DisplayName" "{{.Name}}"
  WriteRegStr HKCU "${LISTED}" "DisplayVersion" "{{.Version}}"
  WriteRegStr HKCU "${LISTED}" "DisplayIcon" "$INSTDIR\backupdoctor.exe"
  WriteRegStr HKCU "${LISTED}" "Publisher" "The Backup Doctor authors"
  WriteRegStr HKCU "${LISTED}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${LISTED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${LISTED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${LISTED}" "NoModify" 1
  WriteRegDWORD HKCU "${LISTED}" "NoRepair" 1
  !insertmacro TellExplorer
SectionEnd

; What a person made, cases and settings, stays.
Section Uninstall
  Delete "$INSTDIR\backupdoctor.exe"
  Delete "$INSTDIR\backupdoctor.com"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\NOTICE.txt"
  Delete "$INSTDIR\third-party.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\{{.Name}}.lnk"
  DeleteRegKey HKCU "${CLASSES}\${KIND}"
  ReadRegStr $0 HKCU "${CLASSES}\.{{.Suffix}}" ""
  StrCmp $0 "${KIND}" 0 +2
  DeleteRegKey HKCU "${CLASSES}\.{{.Suffix}}"
  DeleteRegKey HKCU "${PATHS}"
  DeleteRegKey HKCU "${LISTED}"
  !insertmacro TellExplorer
SectionEnd
