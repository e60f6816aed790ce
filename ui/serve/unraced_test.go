//go:build !race && unix

package serve_test

const raced = false
