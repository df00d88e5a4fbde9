import French
import Invoicing
import Testing

@Suite struct `An address` {
    @Test func `is printed in its lines, without France`() {
        #expect(
            Address(street: "1 rue de la Paix", postalCode: "75002", city: "Paris").french == [
                "1 rue de la Paix", "75002 Paris",
            ]
        )
    }

    @Test func `a foreign one ends with its country`() {
        let address = Address(street: "Unter den Linden 1", postalCode: "10117", city: "Berlin", country: "DE")
        #expect(address.french == ["Unter den Linden 1", "10117 Berlin", "Allemagne"])
    }

    @Test func `what is missing leaves no empty line`() {
        #expect(Address(street: " ", postalCode: "", city: "").french.isEmpty)
    }
}
