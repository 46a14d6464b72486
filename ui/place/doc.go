// Package place holds what other widgets stand in: columns, scrollers, surfaces and tabs; what lays them out anew,
// and what keeps in view the place where a person is. A control embeds Interaction, which reveals it when it
// gains the focus.
package place
