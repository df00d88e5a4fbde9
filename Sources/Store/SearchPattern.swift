extension String {
    /// The pattern for `LIKE … ESCAPE '|'` of whatever contains this text, its own `%` and `_` being themselves.
    var asPart: String {
        "%" + reduce(into: "") { $0 += "|%_".contains($1) ? "|\($1)" : String($1) } + "%"
    }
}
