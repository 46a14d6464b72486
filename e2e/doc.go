// Package e2e works the program as a person does: it opens the real window on a virtual screen, moves the
// mouse, presses keys, and looks at the picture. A NewScreen runs Xvfb with a window manager and a session
// bus of its own; Start opens a program there with an empty home; the Window then has hands and eyes. A
// program that crashes, or that touches the window from the wrong goroutine, fails the test by itself.
//
// Everything but this page is built with the tag e2e, on Linux: go test -tags e2e ./e2e
package e2e
