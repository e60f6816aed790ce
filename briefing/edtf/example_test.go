package edtf_test

import (
	"fmt"

	"sitrep/briefing/edtf"
)

func ExampleDate_Words() {
	for _, text := range []string{"2024-10-28", "2024-06-11~", "2024-04/..", "[..2024-10-31]", "2024-34"} {
		d, err := edtf.Parse(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(d.Words())
	}
	// Output:
	// 28 October 2024
	// about 11 June 2024
	// since April 2024
	// by 31 October 2024
	// second quarter of 2024
}
