extension Canvas {
    /// Draws what opens an address when it is chosen, over a place of the page.
    ///
    /// The description is what a reader hears of it (ISO 14289-1 §7.18.5).
    public func link<Value, Failure>(
        to address: String,
        description: String,
        over place: Rectangle,
        _ draw: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        precondition(pageCount > 0, "A page is added before anything is drawn.")
        let element = StructureElement(name: "Link")
        let page = pageCount - 1
        let value = try inside(element, draw)
        element.append(.link(links.count))
        links.append(Link(page: page, place: place, address: address, description: description))
        return value
    }
}
