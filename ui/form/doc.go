// Package form holds the controls with which a person enters a value. A control knows its text and its value,
// and calls back when a person changes it; what the value is for, it does not know.
package form
