import Accounting
import Documents
import FoundationEssentials
import Invoicing

/// Writes a folder of documents for the validators: `NAME.xml` each, and `manifest.json`, which says what is in them.
@main enum DocumentSamples {
    static func main() throws {
        if CommandLine.arguments.dropFirst().first == "--measure" {
            let names = ["with-everything", "logo-wide", "lines-25", "lines-500"]
            return try Measuring(names, memoryAfter: [100, 1_000, 5_000]).report()
        }
        guard let folder = CommandLine.arguments.dropFirst().first else {
            print("Usage: DocumentSamples FOLDER, or DocumentSamples --measure")
            return
        }
        let directory = URL(filePath: folder, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let samples = try Sample.all
        let press = Press()
        for sample in samples {
            let place = directory.appending(path: sample.name)
            try Data(FacturX(sample.document).xml).write(to: place.appendingPathExtension("xml"))
            let file = try press.file(of: sample.document, logo: sample.logo)
            try Data(file).write(to: place.appendingPathExtension("pdf"))
            let marked = try press.rendition(of: file, sample.marks)
            try Data(marked).write(to: place.appendingPathExtension("today.pdf"))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(samples.map(ManifestEntry.init)).write(to: directory.appending(path: "manifest.json"))
        print("\(samples.count) documents in \(folder)")
    }
}

/// A document with the name of its file.
struct Sample {
    let name: String
    let document: LegalDocument
    /// The seller's logo, a PNG.
    var logo: [UInt8]? = nil

    /// Every sample, each with a name of its own.
    static var all: [Sample] {
        get throws {
            try vatSamples + buyerSamples + sellerSamples + discountSamples + depositSamples + creditNoteSamples
                + lengthSamples + scriptSamples + amountSamples + layoutSamples
        }
    }
}

extension Sample {
    /// What is laid over the file: the codes while nothing is paid, or a stamp; over a credit note, nothing.
    var marks: Marks {
        guard document.creditNote == nil else { return Marks() }
        if name.hasPrefix("rate-") { return Marks(stamp: .paid(on: document.issuedOn.adding(days: 9))) }
        if name.hasPrefix("exempt-") { return Marks(stamp: .cancelled(by: "A-2026-0001"), isDuplicate: true) }
        return Marks(cardAddress: "https://needme.example/f/\(name)/payer", transfer: transferCode)
    }

    /// The code for a transfer; nil when there is nothing to transfer, or nowhere.
    var transferCode: TransferCode? {
        guard document.creditNote == nil, let bank = document.invoice.seller.bank else { return nil }
        return TransferCode(
            bank: bank,
            beneficiary: document.invoice.seller.legalName,
            amount: document.payable,
            reference: document.number.text
        )
    }
}
