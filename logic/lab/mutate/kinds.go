package main

import (
	"go/ast"
	"go/token"
	"regexp"
	"strconv"
	"strings"
)

// operators are what may stand in an operator's place.
var operators = map[token.Token][]string{
	token.LSS: {"<=", ">="}, token.LEQ: {"<", ">"}, token.GTR: {">=", "<="}, token.GEQ: {">", "<"},
	token.EQL: {"!="}, token.NEQ: {"=="}, token.LAND: {"||"}, token.LOR: {"&&"},
	token.ADD: {"-"}, token.SUB: {"+"}, token.MUL: {"/"}, token.QUO: {"*"}, token.REM: {"*"}, token.AND: {"|"},
	token.ADD_ASSIGN: {"-="}, token.SUB_ASSIGN: {"+="}, token.MUL_ASSIGN: {"/="}, token.QUO_ASSIGN: {"*="},
	token.INC: {"--"}, token.DEC: {"++"},
}

// opposites are names of which one is easily taken for the other.
var opposites = map[string]string{
	"Low": "High", "High": "Low", "min": "max", "max": "min", "true": "false", "false": "true",
	"Before": "After", "HasPrefix": "HasSuffix", "Floor": "Ceil", "Ceil": "Floor",
}

// visit notes the mutants of one node; those of its parts come when they are visited.
func (f *finder) visit(n ast.Node) {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		f.swapOperator(n, n.OpPos, n.Op)
		if n.Op == token.OR { // a flag is lost
			f.replace(n, f.textOf(n.X))
			f.replace(n, f.textOf(n.Y))
		}
	case *ast.UnaryExpr:
		if n.Op == token.NOT || n.Op == token.SUB {
			f.replace(n, f.textOf(n.X))
		}
	case *ast.BasicLit:
		f.changeLiteral(n)
	case *ast.Ident:
		if other, ok := opposites[n.Name]; ok {
			f.replace(n, other)
		}
	case *ast.CallExpr:
		f.swapArguments(n)
		f.loosenPattern(n)
	case *ast.IfStmt:
		f.negate(n.Cond)
	case *ast.ForStmt:
		f.negate(n.Cond)
	case ast.Stmt:
		f.changeStatement(n)
	}
}

func (f *finder) swapOperator(shown ast.Node, at token.Pos, op token.Token) {
	start := f.offset(at)
	for _, other := range operators[op] {
		f.add(shown, start, start+len(op.String()), other)
	}
}

// negate turns a condition around. Comparisons and "not" are turned around where they stand.
func (f *finder) negate(cond ast.Expr) {
	switch c := cond.(type) {
	case *ast.ParenExpr:
		f.negate(c.X)
	case *ast.BinaryExpr:
		if c.Op == token.LAND || c.Op == token.LOR {
			f.negate(c.X)
			f.negate(c.Y)
		}
	case *ast.Ident, *ast.CallExpr, *ast.SelectorExpr, *ast.IndexExpr:
		f.replace(cond, "!("+f.textOf(cond)+")")
	}
}

// changeStatement drops a statement, or the error that a return hands on.
func (f *finder) changeStatement(n ast.Stmt) {
	switch n := n.(type) {
	case *ast.ExprStmt, *ast.DeferStmt:
		f.replace(n, "")
	case *ast.BranchStmt:
		if n.Tok == token.BREAK || n.Tok == token.CONTINUE {
			f.replace(n, "")
		}
	case *ast.IncDecStmt:
		f.swapOperator(n, n.TokPos, n.Tok)
	case *ast.AssignStmt:
		f.swapOperator(n, n.TokPos, n.Tok)
		if n.Tok != token.DEFINE {
			f.replace(n, "")
		}
	case *ast.ReturnStmt:
		for _, result := range n.Results {
			if name, ok := result.(*ast.Ident); ok && name.Name == "err" {
				f.add(n, f.offset(name.Pos()), f.offset(name.End()), "nil")
			}
		}
		if len(n.Results) == 2 {
			f.swap(n, n.Results[0], n.Results[1])
		}
	}
}

// swapArguments exchanges neighbours.
func (f *finder) swapArguments(n *ast.CallExpr) {
	for i := 1; i < len(n.Args); i++ {
		f.swap(n, n.Args[i-1], n.Args[i])
	}
}

func (f *finder) swap(shown ast.Node, a, b ast.Expr) {
	from, between, to := f.textOf(a), string(f.source[f.offset(a.End()):f.offset(b.Pos())]), f.textOf(b)
	if from == to {
		return
	}
	_, isValue := a.(*ast.BasicLit)
	_, isText := b.(*ast.BasicLit)
	if isValue != isText { // a key or a format, and what it is about
		return
	}
	f.add(shown, f.offset(a.Pos()), f.offset(b.End()), to+between+from)
}

// changeLiteral moves a number by one, a factor by half.
func (f *finder) changeLiteral(n *ast.BasicLit) {
	switch n.Kind {
	case token.INT:
		value, err := strconv.ParseInt(n.Value, 0, 64)
		switch {
		case err != nil:
		case n.Value == "0o600":
			f.replace(n, "0o644")
		case n.Value == "0o700":
			f.replace(n, "0o755")
		default:
			f.replace(n, strconv.FormatInt(value+1, 10))
			if value > 0 {
				f.replace(n, strconv.FormatInt(value-1, 10))
			}
		}
	case token.FLOAT:
		f.replace(n, "("+n.Value+"*1.5)")
	}
}

// How a pattern may be changed: the fewest of a repetition, and one of several words.
var (
	fewest = regexp.MustCompile(`\{(\d+)`)
	word   = regexp.MustCompile(`\|[\pL\d]+`)
)

// loosenPattern changes a regular expression.
func (f *finder) loosenPattern(n *ast.CallExpr) {
	called, ok := n.Fun.(*ast.SelectorExpr)
	if !ok || called.Sel.Name != "MustCompile" {
		return
	}
	for _, arg := range n.Args {
		ast.Inspect(arg, func(part ast.Node) bool {
			pattern, ok := part.(*ast.BasicLit)
			if !ok || pattern.Kind != token.STRING {
				return true
			}
			start := f.offset(pattern.Pos())
			for _, at := range fewest.FindAllStringSubmatchIndex(pattern.Value, -1) {
				count, _ := strconv.Atoi(pattern.Value[at[2]:at[3]]) // digits
				f.add(pattern, start+at[2], start+at[3], strconv.Itoa(count+1))
			}
			for _, at := range word.FindAllStringIndex(pattern.Value, -1) {
				if !strings.HasSuffix(pattern.Value[:at[0]], `\`) {
					f.add(pattern, start+at[0], start+at[1], "")
				}
			}
			return true
		})
	}
}
