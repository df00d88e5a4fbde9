/// The numbers of one business, which say the same of it: a SIRET and a French VAT number contain the SIREN.
public struct BusinessNumbers: Sendable, Equatable {
    /// The business.
    public let siren: SIREN?
    /// One of its places.
    public let siret: SIRET?
    /// Under which it owes VAT.
    public let vatNumber: String?

    /// Why numbers are not those of one business.
    public enum Conflict: Error, Sendable, Equatable {
        /// The SIRET is that of another business.
        case siret
        /// The VAT number is that of another business.
        case vatNumber
    }

    /// Numbers that were read one by one; the SIREN is taken from the others when it was not given.
    ///
    /// - Throws: ``Conflict``.
    public init(siren: SIREN?, siret: SIRET?, vatNumber: String?) throws(Conflict) {
        let known = siren ?? siret?.siren
        if let known, let siret, siret.siren != known { throw .siret }
        let ofVAT = vatNumber.flatMap { $0.hasPrefix("FR") ? SIREN(String($0.dropFirst(4))) : nil }
        if let known, let ofVAT, ofVAT != known { throw .vatNumber }
        self.siren = known ?? ofVAT
        self.siret = siret
        self.vatNumber = vatNumber
    }
}
