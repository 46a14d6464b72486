// Package logic contains the packages of everything that Backup Doctor knows and works out; none of them
// imports the toolkit. The tests of this package check the plan of the house: which package may import which,
// and the length of files.
package logic
