package tomlfile_test

import (
	"fmt"

	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

func Example() {
	const text = `
[[plan]]
id = "free"
gigabytes = 5

[[plan]]
id = "small"
gigabytes = "50"
fee = 1

[[plan]]
id = "odd"
gigabytes = 3
`
	type plan struct {
		ID        string `toml:"id,required"`
		Gigabytes int    `toml:"gigabytes,required" range:"1..12000"`

		At tomlfile.Place
	}
	var file struct {
		Plans []plan `toml:"plan"`
	}
	top, err := tomlfile.Parse("plans.toml", []byte(text), tomlfile.Limits{})
	if err != nil {
		fmt.Println(err)
		return
	}
	top.Bind(&file)
	for i, p := range file.Plans {
		if i > 0 && p.Gigabytes <= file.Plans[i-1].Gigabytes {
			p.At.Wrong("gigabytes", words.Say("data-file.plan-order"), words.Sentence{})
		}
	}
	fmt.Println(top.Err())
	// Output:
	// plans.toml:8: small: gigabytes is a string; want a whole number
	// plans.toml:9: small: unknown key "fee"; want one of gigabytes, id
}
