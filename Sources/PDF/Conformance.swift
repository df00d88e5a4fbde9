/// What PDF/A-3B and PDF/UA-1 ask of a document beyond its drawing.
extension QPDFFile {
    /// Says how glyphs are found in embedded fonts, which cairo 1.16 leaves out (ISO 19005-3 §6.2.11.3.2).
    func mapGlyphs(of pages: [QPDFObject]) {
        for page in pages {
            let fonts = page["/Resources"]["/Font"]
            for key in fonts.keys {
                for font in fonts[key]["/DescendantFonts"].items
                where font["/Subtype"].name == "/CIDFontType2" && font["/CIDToGIDMap"].isNull {
                    font["/CIDToGIDMap"] = parse("/Identity")
                }
            }
        }
    }

    /// Writes the properties, in both places, the language and the colour profile.
    func writeProperties(_ properties: DocumentProperties, profile: [UInt8]) {
        let time = text(CalendarTime(properties.creationTime).pdf)
        let information = indirect(parse("<< >>"))
        information["/Title"] = text(properties.title)
        information["/Author"] = text(properties.author)
        information["/Subject"] = text(properties.subject)
        information["/Creator"] = text(properties.creator)
        information["/Producer"] = text(DocumentProperties.producer)
        information["/CreationDate"] = time
        information["/ModDate"] = time
        trailer["/Info"] = information

        catalog["/Lang"] = text(properties.language)
        catalog["/ViewerPreferences"] = parse("<< /DisplayDocTitle true >>")
        catalog["/Metadata"] = stream(Metadata(properties).bytes, "<< /Type /Metadata /Subtype /XML >>")
        let intent = parse("<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) >>")
        intent["/DestOutputProfile"] = stream(profile, "<< /N 3 >>")
        catalog["/OutputIntents"] = array([indirect(intent)])
    }

    /// Adds files, named in the tree of names and associated with the whole document (ISO 19005-3 §6.8).
    func attach(_ attachments: [Attachment]) {
        guard !attachments.isEmpty else { return }
        let names = array()
        let associated = array()
        for attachment in attachments.sorted(by: { $0.name < $1.name }) {
            let specification = specification(of: attachment)
            names.append(text(attachment.name))
            names.append(specification)
            associated.append(specification)
        }
        let tree = parse("<< >>")
        tree["/Names"] = names
        catalog["/Names"] = parse("<< >>")
        catalog["/Names"]["/EmbeddedFiles"] = tree
        catalog["/AF"] = associated
    }

    private func specification(of attachment: Attachment) -> QPDFObject {
        let subtype = attachment.mimeType.utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            return character.isLetter || character.isNumber || "-+.".contains(character) ? String(character) : hash(byte)
        }
        let content = stream(attachment.bytes, "<< /Type /EmbeddedFile /Subtype /\(subtype.joined()) >>")
        let parameters = parse("<< /Size \(attachment.bytes.count) >>")
        parameters["/ModDate"] = text(CalendarTime(attachment.modificationTime).pdf)
        content.dictionary["/Params"] = parameters
        let files = parse("<< >>")
        files["/F"] = content
        files["/UF"] = content
        let specification = indirect(
            parse("<< /Type /Filespec /AFRelationship /\(attachment.relationship.rawValue) >>")
        )
        specification["/F"] = text(attachment.name)
        specification["/UF"] = text(attachment.name)
        specification["/Desc"] = text(attachment.description)
        specification["/EF"] = files
        return specification
    }

    /// A byte as names write what they cannot hold (ISO 32000-1 §7.3.5).
    private func hash(_ byte: UInt8) -> String { "#" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
}
