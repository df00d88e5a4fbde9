import CQPDF

/// The values of a document, and new ones for it.
extension QPDFFile {
    var catalog: QPDFObject { QPDFObject(self, unsafe qpdf_get_root(handle)) }
    var trailer: QPDFObject { QPDFObject(self, unsafe qpdf_get_trailer(handle)) }
    var pageCount: Int { unsafe Int(qpdf_get_num_pages(handle)) }

    func page(_ index: Int) -> QPDFObject { QPDFObject(self, unsafe qpdf_get_page_n(handle, index)) }

    func object(_ number: Int) -> QPDFObject {
        QPDFObject(self, unsafe qpdf_get_object_by_id(handle, Int32(number), 0))
    }

    /// A value in PDF's notation, without references.
    func parse(_ notation: String) -> QPDFObject { QPDFObject(self, unsafe qpdf_oh_parse(handle, notation)) }

    func dictionary() -> QPDFObject { QPDFObject(self, unsafe qpdf_oh_new_dictionary(handle)) }

    func integer(_ value: Int) -> QPDFObject { QPDFObject(self, unsafe qpdf_oh_new_integer(handle, Int64(value))) }

    /// A text of one line, in UTF-16 where it must.
    func text(_ value: String) -> QPDFObject {
        QPDFObject(self, unsafe qpdf_oh_new_unicode_string(handle, printableLine(value)))
    }

    /// An array of references.
    func array(_ items: [QPDFObject] = []) -> QPDFObject {
        let array = QPDFObject(self, unsafe qpdf_oh_new_array(handle))
        for item in items { array.append(item) }
        return array
    }

    /// Gives a value a number, by which others refer to it.
    func indirect(_ value: QPDFObject) -> QPDFObject {
        QPDFObject(self, unsafe qpdf_make_indirect_object(handle, value.handle))
    }

    /// A new stream with what its dictionary says.
    func stream(_ bytes: [UInt8], _ dictionary: String = "<< >>") -> QPDFObject {
        let stream = QPDFObject(self, unsafe qpdf_oh_new_stream(handle))
        let entries = parse(dictionary)
        for key in entries.keys { stream.dictionary[key] = entries[key] }
        stream.replaceStream(bytes)
        return stream
    }

    /// The same value here as in another document, with all it refers to.
    func copy(_ foreign: QPDFObject) -> QPDFObject {
        QPDFObject(self, unsafe qpdf_oh_copy_foreign_object(handle, foreign.file.handle, foreign.handle))
    }
}
