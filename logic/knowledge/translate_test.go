package knowledge_test

import (
	"reflect"
	"strings"
	"testing"

	"backupdoctor/assets"
	"backupdoctor/logic/knowledge"
)

// TestTranslationReachesEveryText finds texts for people that a translation would leave English, among them
// those of a field that was added later: every text with a blank in it that is neither the phone's nor a note
// for who keeps the base.
func TestTranslationReachesEveryText(t *testing.T) {
	base, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string]bool{}
	translated := base.Translated(func(key, english string) string {
		if keys[key] {
			t.Errorf("%s is the key of two texts", key)
		}
		keys[key] = true
		return "~" + english
	})
	notForPeople := map[string]bool{
		"Why": true, "MinutesWhy": true, "MoneyWhy": true, "DefaultWhy": true, "Unproposed": true, "Address": true, "Grade": true, "Exact": true, "Order": true,
		"Text of Message": true, "Text of Localised": true, "Text of Label": true, "Value": true, "Needs": true, "Title of Source": true,
	}
	var walk func(v reflect.Value, in string)
	walk = func(v reflect.Value, in string) {
		switch v.Kind() {
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i), in)
			}
		case reflect.Struct:
			for i := range v.NumField() {
				f := v.Type().Field(i)
				if !f.IsExported() || notForPeople[f.Name] || notForPeople[f.Name+" of "+v.Type().Name()] {
					continue
				}
				if f.Type.Kind() == reflect.String && strings.Contains(v.Field(i).String(),
					" ") && !strings.HasPrefix(v.Field(i).String(), "~") {
					t.Errorf("%s of %s stays English: %q", f.Name, in, v.Field(i).String())
				}
				walk(v.Field(i), v.Type().Name())
			}
		}
	}
	for _, part := range []any{
		translated.Groups, translated.Causes, translated.Checks, translated.Fixes,
		translated.Gates, translated.Messages, translated.Screens, translated.Languages,
	} {
		for i := range reflect.ValueOf(part).Len() {
			walk(reflect.ValueOf(part).Index(i), "")
		}
	}
	if strings.HasPrefix(base.Causes[0].Title, "~") || strings.HasPrefix(base.Checks[0].Answers[0].Label,
		"~") {
		t.Error("translating changes the base that is translated")
	}
	if len(keys) < 500 {
		t.Errorf("only %d texts are translated", len(keys))
	}
}
