//go:build !unix

package cli

func catchIgnored() {}
