/// The XMP packet of a document: what the Info dictionary says, and which standards are kept (ISO 19005-3 §6.6).
struct Metadata {
    private let properties: DocumentProperties

    init(_ properties: DocumentProperties) {
        self.properties = properties
    }

    /// The packet in UTF-8.
    var bytes: [UInt8] {
        let time = CalendarTime(properties.creationTime).xmp
        let text = """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(escaped(properties.title))</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>\(escaped(properties.author))</rdf:li></rdf:Seq></dc:creator>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">\(escaped(properties.subject))</rdf:li></rdf:Alt></dc:description>
            <dc:language><rdf:Bag><rdf:li>\(escaped(properties.language))</rdf:li></rdf:Bag></dc:language>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <xmp:CreatorTool>\(escaped(properties.creator))</xmp:CreatorTool>
            <xmp:CreateDate>\(time)</xmp:CreateDate>
            <xmp:ModifyDate>\(time)</xmp:ModifyDate>
            <pdf:Producer>\(DocumentProperties.producer)</pdf:Producer>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="3" pdfaid:conformance="B"/>
            <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
            \(facturX)<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag>
            \(schemas)</rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>

            """
        return Array(text.utf8)
    }

    private var facturX: String {
        guard let facturX = properties.facturX else { return "" }
        return """
            <rdf:Description rdf:about="" xmlns:fx="\(Self.facturXNamespace)">
            <fx:DocumentType>\(escaped(facturX.documentType))</fx:DocumentType>
            <fx:DocumentFileName>\(escaped(facturX.fileName))</fx:DocumentFileName>
            <fx:Version>\(escaped(facturX.version))</fx:Version>
            <fx:ConformanceLevel>\(escaped(facturX.conformanceLevel))</fx:ConformanceLevel>
            </rdf:Description>

            """
    }

    private static let facturXNamespace = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"

    /// Schemas that PDF/A does not know by itself must be described (ISO 19005-3 §6.6.2.3).
    private var schemas: String {
        let universalAccess = schema(
            "PDF/UA identification schema",
            "http://www.aiim.org/pdfua/ns/id/",
            "pdfuaid",
            [("part", "Integer", "internal", "the part of ISO 14289 that is kept")]
        )
        guard properties.facturX != nil else { return universalAccess }
        let texts = [
            ("DocumentType", "the kind of document: INVOICE"), ("DocumentFileName", "the name of the embedded XML file"),
            ("Version", "the version of the XML schema"), ("ConformanceLevel", "the profile of the XML data"),
        ]
        return universalAccess
            + schema(
                "Factur-X PDFA Extension Schema",
                Self.facturXNamespace,
                "fx",
                texts.map { ($0, "Text", "external", $1) }
            )
    }

    private func schema(
        _ title: String,
        _ namespace: String,
        _ prefix: String,
        _ properties: [(name: String, type: String, category: String, description: String)]
    ) -> String {
        let described = properties.map { property in
            """
            <rdf:li rdf:parseType="Resource"><pdfaProperty:name>\(property.name)</pdfaProperty:name>\
            <pdfaProperty:valueType>\(property.type)</pdfaProperty:valueType>\
            <pdfaProperty:category>\(property.category)</pdfaProperty:category>\
            <pdfaProperty:description>\(property.description)</pdfaProperty:description></rdf:li>

            """
        }
        return """
            <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>\(title)</pdfaSchema:schema>\
            <pdfaSchema:namespaceURI>\(namespace)</pdfaSchema:namespaceURI><pdfaSchema:prefix>\(prefix)</pdfaSchema:prefix>\
            <pdfaSchema:property><rdf:Seq>
            \(described.joined())</rdf:Seq></pdfaSchema:property></rdf:li>

            """
    }
}

/// A text as XML holds it; characters that XML forbids become U+FFFD.
private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\t", "\n": result.unicodeScalars.append(scalar)
        case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
