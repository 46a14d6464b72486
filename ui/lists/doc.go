// Package lists holds the two columns beside the centre of the window: the checklist and the likely causes.
package lists
