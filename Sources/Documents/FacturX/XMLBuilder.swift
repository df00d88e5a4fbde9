/// Lets elements be written one after the other, under conditions and in loops.
@resultBuilder enum XMLBuilder {
    static func buildExpression(_ element: XML) -> [XML] { [element] }
    static func buildExpression(_ element: XML?) -> [XML] { element.map { [$0] } ?? [] }
    static func buildExpression(_ elements: [XML]) -> [XML] { elements }
    static func buildBlock(_ elements: [XML]...) -> [XML] { elements.flatMap { $0 } }
    static func buildOptional(_ elements: [XML]?) -> [XML] { elements ?? [] }
    static func buildEither(first elements: [XML]) -> [XML] { elements }
    static func buildEither(second elements: [XML]) -> [XML] { elements }
    static func buildArray(_ elements: [[XML]]) -> [XML] { elements.flatMap { $0 } }
}
