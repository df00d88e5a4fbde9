import Documents
import FoundationEssentials
import Invoicing

/// Writes a folder of documents for the validators: `NAME.xml` each, and `manifest.json`, which says what is in them.
@main enum DocumentSamples {
    static func main() throws {
        guard let folder = CommandLine.arguments.dropFirst().first else {
            print("Usage: DocumentSamples FOLDER")
            return
        }
        let directory = URL(filePath: folder, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let samples = try Sample.all
        for sample in samples {
            let place = directory.appending(path: sample.name + ".xml")
            try Data(FacturX(sample.document).xml).write(to: place)
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

    /// Every sample, each with a name of its own.
    static var all: [Sample] {
        get throws {
            try vatSamples + buyerSamples + sellerSamples + discountSamples + depositSamples + creditNoteSamples
                + lengthSamples + scriptSamples + amountSamples
        }
    }
}
