/// A node of the logical tree, as it is drawn.
final class StructureElement {
    /// What a node holds, in reading order.
    enum Child {
        /// Another node.
        case element(StructureElement)
        /// What was drawn between a pair of marks.
        case mark(Mark)
        /// A link's sensitive place, by its index among the canvas's links.
        case link(Int)
    }

    /// A piece of one page's content.
    struct Mark {
        /// The page, from 0.
        let page: Int
        /// The piece's number on its page once decoration has lost its marks (MCID).
        let number: Int
    }

    let name: String
    var attributes: String?
    var alternative: String?
    private(set) var children: [Child] = []

    init(name: String, attributes: String? = nil, alternative: String? = nil) {
        self.name = name
        self.attributes = attributes
        self.alternative = alternative
    }

    convenience init(_ tag: StructureTag) {
        self.init(name: tag.name, attributes: tag.attributes)
        if case .figure(let alternative) = tag { self.alternative = alternative }
    }

    func append(_ child: Child) { children.append(child) }
}

/// A place that opens an address, in points from the page's top left corner.
struct Link {
    let page: Int
    let place: Rectangle
    let address: String
    let description: String
}
