/// Another object, by its identifier alone or expanded in place: Stripe sends the one or the other.
struct Reference: Decodable {
    let id: String

    private enum Key: CodingKey { case id }

    init(from decoder: any Decoder) throws {
        if let id = try? decoder.singleValueContainer().decode(String.self) {
            self.id = id
        } else {
            id = try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .id)
        }
    }
}
