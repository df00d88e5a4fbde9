import PDF

/// The data for software that a PDF may carry (Factur-X 1.0).
public enum ElectronicInvoice {
    /// Finds the electronic invoice inside a stranger's PDF.
    ///
    /// - Parameter document: the bytes of the PDF.
    /// - Returns: the bytes of the electronic invoice; nil when there is none.
    /// - Throws: `EmbeddedFile.Failure` when the file cannot be read.
    public static func read(from document: [UInt8]) throws -> [UInt8]? {
        do {
            return try EmbeddedFile.read(named: FacturX.fileName, from: document)
        } catch .missing {
            return nil
        }
    }
}
