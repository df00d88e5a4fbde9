import Invoicing
import Store
import Testing
import Web

@testable import Dashboard

@Suite struct `The form of a client` {
    private static let business = Form([
        Form.Field("kind", "business"), Form.Field("name", "Durand SARL"), Form.Field("street", "2 quai Voltaire"),
        Form.Field("postal_code", "75007"), Form.Field("city", "Paris"), Form.Field("siren", "443 061 841"),
        Form.Field("vat_number", "FR64443061841"), Form.Field("email", "compta@durand.example"),
    ])

    @Test func `is read when nothing is wrong with it`() throws {
        let expected = Buyer(
            kind: .business,
            name: "Durand SARL",
            address: Address(street: "2 quai Voltaire", postalCode: "75007", city: "Paris"),
            siren: SIREN("443061841"),
            vatNumber: "FR64443061841",
            email: "compta@durand.example"
        )
        #expect(try ClientInput.read(Self.business).value.buyer == expected)
    }

    @Test func `what is optional may be left empty`() throws {
        let buyer = try ClientInput.read(Self.business.with(["siren": "", "vat_number": "", "email": ""])).value.buyer
        #expect(buyer.siren == nil)
        #expect(buyer.vatNumber == nil)
        #expect(buyer.email == nil)
    }

    @Test(arguments: [
        ("kind", "autre"), ("name", ""), ("name", String(repeating: "a", count: 201)), ("street", ""),
        ("street", String(repeating: "a", count: 301)), ("postal_code", ""),
        ("postal_code", String(repeating: "1", count: 21)),
        ("city", ""), ("city", String(repeating: "a", count: 101)), ("siren", "443061842"), ("vat_number", "X"),
        ("email", "durand"), ("siret", "44306184100048"), ("siret", "73282932000074"), ("phone", "appelez"),
        ("vat_number", "FR44732829320"), ("notes", String(repeating: "a", count: 2_001)), ("email", "a@b.fr, c@d.fr"),
    ])
    func `each wrong field has its message at its name, and no other has one`(name: String, value: String) {
        let messages = ClientInput.read(Self.business.with([name: value])).messages
        #expect(Array(messages.keys) == [name])
        #expect(messages[name]?.hasSuffix(".") == true)
    }

    @Test(arguments: [("443061842", "clé"), ("44306184", "9 chiffres"), ("44306184A", "9 chiffres")])
    func `a SIREN is said to be too short, or to have a wrong digit`(siren: String, word: String) {
        #expect(ClientInput.read(Self.business.with(["siren": siren])).messages["siren"]?.contains(word) == true)
    }

    @Test func `a postal code has five digits in France, and is as it is elsewhere`() throws {
        let odd = Self.business.with(["postal_code": "SW1A 1AA"])
        #expect(Array(ClientInput.read(odd).messages.keys) == ["postal_code"])
        #expect(Array(ClientInput.read(Self.business.with(["postal_code": "7500"])).messages.keys) == ["postal_code"])
        let british = odd.with(["country": "GB", "siren": "", "vat_number": ""])
        #expect(try ClientInput.read(british).value.buyer.address.postalCode == "SW1A 1AA")
    }

    /// A consumer may refuse to give an address; a professional's is a mention of the law.
    @Test func `CGI ann. II art. 242 nonies A I-1°: only a person may have no address`() throws {
        let nowhere: [String: String?] = ["street": "", "postal_code": "", "city": ""]
        #expect(
            ClientInput.read(Self.business.with(nowhere)).messages.keys.sorted() == ["city", "postal_code", "street"]
        )
        let person = Self.business.with(nowhere).with(["kind": "person"])
        #expect(try ClientInput.read(person).value.buyer.address.isBlank)
    }

    @Test func `a person has no number of a business`() throws {
        let buyer = try ClientInput.read(Self.business.with(["kind": "person"])).value.buyer
        #expect(buyer.kind == .person)
        #expect(buyer.siren == nil)
        #expect(buyer.vatNumber == nil)
    }

    @Test func `keeps what was typed`() {
        let input = ClientInput(Self.business.with(["siren": " 12 ", "email": "<b>"]))
        #expect(input.siren == " 12 ")
        #expect(input.email == "<b>")
        #expect(input.kind == "business")
        #expect(input.city == "Paris")
    }
}
