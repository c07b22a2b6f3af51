; SPDX-FileCopyrightText: 2026 The Mezasu authors
; SPDX-License-Identifier: GPL-3.0-or-later
;
; The installer: for one user, without administrator rights, without a network. Called by build:
; makensis -DVERSION= -DFROM=folder -DLISTS=folder -DICON= -DSIDE= -DKILOBYTES= -DOUT= mezasu.nsi
; Silently: /S, and /D=folder at the end.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user
!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Mezasu"
!define KIND "Mezasu.Plan"

Name "$(Product)"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Mezasu"
InstallDirRegKey HKCU "Software\Mezasu" "InstallDir"
BrandingText "Mezasu ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1041 "ProductName" "目指す (Mezasu)"
VIAddVersionKey /LANG=1041 "FileDescription" "目指す (Mezasu) のインストーラー"
VIAddVersionKey /LANG=1041 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1041 "LegalCopyright" "GPL-3.0-or-later"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\mezasu.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(Run)"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Japanese"
!insertmacro MUI_LANGUAGE "English"

LangString Product ${LANG_JAPANESE} "目指す"
LangString Product ${LANG_ENGLISH} "Mezasu"
LangString Run ${LANG_JAPANESE} "目指すを始める"
LangString Run ${LANG_ENGLISH} "Start Mezasu"
LangString PlanKind ${LANG_JAPANESE} "目指すの計画"
LangString PlanKind ${LANG_ENGLISH} "Mezasu plan"
LangString InUse ${LANG_JAPANESE} "目指すが動いています。終了してから、もう一度お試しください。"
LangString InUse ${LANG_ENGLISH} "Mezasu is running. Close it and try again."
LangString TooOld ${LANG_JAPANESE} "目指すには、Windows 10 以降が必要です。"
LangString TooOld ${LANG_ENGLISH} "Mezasu needs Windows 10 or later."
LangString NotWritten ${LANG_JAPANESE} "このフォルダーには書き込めません。別のフォルダーを選んでください。"
LangString NotWritten ${LANG_ENGLISH} "This folder cannot be written to. Choose another one."
LangString KeptLeft ${LANG_JAPANESE} "設定と救済ファイルは残してあります。計画のファイルには触れていません。"
LangString KeptLeft ${LANG_ENGLISH} "Settings and rescue files were left, and no plan was touched."

; A program that runs keeps its file from being written.
!macro RefuseWhileRunning
  ${If} ${FileExists} "$INSTDIR\mezasu.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\mezasu.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(InUse)" /SD IDOK
      SetErrorLevel 3
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro TellTheDesktop
  ; SHCNE_ASSOCCHANGED: icons and kinds of files are looked at again.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  SetShellVarContext current
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section
  !insertmacro RefuseWhileRunning
  ; What an older version brought and this one does not goes with it.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
  ${EndIf}
  ClearErrors
  CreateDirectory "$INSTDIR"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NotWritten)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  File /r "${FROM}/*"
  WriteRegStr HKCU "Software\Mezasu" "InstallDir" "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\$(Product).lnk" "$INSTDIR\mezasu.exe"
  WriteRegStr HKCU "Software\Mezasu" "Shortcut" "$SMPROGRAMS\$(Product).lnk"

  ; Plans open with a double click.
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "$(PlanKind)"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" '"$INSTDIR\mezasu.exe",0'
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\mezasu.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\.mezasu" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\.mezasu\OpenWithProgids" "${KIND}" ""
  !insertmacro TellTheDesktop

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "目指す (Mezasu)"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" '"$INSTDIR\mezasu.exe",0'
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Mezasu authors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section Uninstall
  SetShellVarContext current
  !insertmacro RefuseWhileRunning
  ; File by file: what somebody else put here stays.
  !include "${LISTS}/files.nsh"
  !include "${LISTS}/folders.nsh"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"

  ReadRegStr $0 HKCU "Software\Mezasu" "Shortcut"
  ${If} $0 != ""
    Delete "$0"
  ${EndIf}
  DeleteRegKey HKCU "Software\Mezasu"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegValue HKCU "Software\Classes\.mezasu\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifempty HKCU "Software\Classes\.mezasu\OpenWithProgids"
  ReadRegStr $0 HKCU "Software\Classes\.mezasu" ""
  ${If} $0 == "${KIND}"
    DeleteRegValue HKCU "Software\Classes\.mezasu" ""
  ${EndIf}
  DeleteRegKey /ifempty HKCU "Software\Classes\.mezasu"
  !insertmacro TellTheDesktop
  MessageBox MB_OK|MB_ICONINFORMATION "$(KeptLeft)" /SD IDOK
SectionEnd
