// backupdoctor.com is what a console finds first when somebody types "backupdoctor". It starts backupdoctor.exe beside it
// in the same console, waits, and ends with its exit code: for a program with a window, a console itself does not wait.
#include <wchar.h>
#include <windows.h>

int wmain(void) {
	static wchar_t program[32768], line[32768];
	DWORD length = GetModuleFileNameW(NULL, program, 32768), code = 1;
	if (length < 4 || length >= 32768) return 1;
	wcscpy(program + length - 4, L".exe");

	const wchar_t *rest = GetCommandLineW(); // after the name of the program, which may be in quotation marks
	int quoted = 0;
	for (; *rest && (quoted || (*rest != L' ' && *rest != L'\t')); rest++)
		if (*rest == L'"') quoted = !quoted;
	if (wcslen(program) + wcslen(rest) + 3 >= 32768) return 1;
	wcscpy(line, L"\"");
	wcscat(wcscat(wcscat(line, program), L"\""), rest);

	STARTUPINFOW start = {.cb = sizeof start, .dwFlags = STARTF_USESTDHANDLES};
	start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
	start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
	start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
	PROCESS_INFORMATION child;
	if (!CreateProcessW(program, line, NULL, NULL, TRUE, 0, NULL, NULL, &start, &child)) return 1;
	WaitForSingleObject(child.hProcess, INFINITE);
	GetExitCodeProcess(child.hProcess, &code);
	return (int)code;
}
