extension Int {
    /// A count as French readers expect it: "1 234".
    public var frenchGrouped: String { (self < 0 ? "−" : "") + grouped(Substring(String(magnitude))) }
}
