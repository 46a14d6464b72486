// Package logic is the room of everything that Backup Doctor knows and works out; its packages know nothing of windows.
// The tests here hold the house to its plan: who may import whom, and how long a file may get.
package logic
