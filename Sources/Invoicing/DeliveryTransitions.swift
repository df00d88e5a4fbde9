/// What takes an issued invoice further on its way to its client.
public enum DeliveryEvent: Sendable, Equatable {
    /// It was sent, by mail or by link.
    case sent
    /// A person who is not its seller opened it.
    case opened
}

extension InvoiceStatus.Delivery {
    /// How far it has travelled after an event; it never comes back.
    public func after(_ event: DeliveryEvent) -> Self {
        switch (self, event) {
        case (_, .opened), (.seen, .sent): .seen
        case (.toSend, .sent), (.sent, .sent): .sent
        }
    }
}
