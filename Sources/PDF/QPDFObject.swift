import CQPDF
import Glibc

/// A value within one of qpdf's documents: a name for it, good for as long as the document lives.
struct QPDFObject {
    let file: QPDFFile
    let handle: qpdf_oh

    init(_ file: QPDFFile, _ handle: qpdf_oh) {
        self.file = file
        self.handle = handle
    }

    var isNull: Bool { unsafe qpdf_oh_is_null(file.handle, handle) != 0 }
    var isDictionary: Bool { unsafe qpdf_oh_is_dictionary(file.handle, handle) != 0 }
    var isArray: Bool { unsafe qpdf_oh_is_array(file.handle, handle) != 0 }
    var isStream: Bool { unsafe qpdf_oh_is_stream(file.handle, handle) != 0 }
    var isIndirect: Bool { unsafe qpdf_oh_is_indirect(file.handle, handle) != 0 }
    var isInteger: Bool { unsafe qpdf_oh_is_integer(file.handle, handle) != 0 }
    /// The number of an indirect object.
    var number: Int { unsafe Int(qpdf_oh_get_object_id(file.handle, handle)) }
    /// The number it is, with its fraction.
    var real: Double { unsafe qpdf_oh_get_numeric_value(file.handle, handle) }
    var integer: Int { unsafe Int(clamping: qpdf_oh_get_int_value(file.handle, handle)) }

    /// The name it is, with its slash.
    var name: String? {
        guard unsafe qpdf_oh_is_name(file.handle, handle) != 0 else { return nil }
        return unsafe String(cString: qpdf_oh_get_name(file.handle, handle))
    }

    /// The text it is, whatever the file encodes texts in.
    var text: String? {
        guard unsafe qpdf_oh_is_string(file.handle, handle) != 0 else { return nil }
        return unsafe String(cString: qpdf_oh_get_utf8_value(file.handle, handle))
    }

    var count: Int { isArray ? unsafe Int(qpdf_oh_get_array_n_items(file.handle, handle)) : 0 }

    /// What an array holds.
    var items: [QPDFObject] {
        (0..<count).map { item($0) }
    }

    func item(_ index: Int) -> QPDFObject {
        QPDFObject(file, unsafe qpdf_oh_get_array_item(file.handle, handle, Int32(index)))
    }

    /// The keys of a dictionary, each with its slash.
    var keys: [String] {
        guard isDictionary else { return [] }
        unsafe qpdf_oh_begin_dict_key_iter(file.handle, handle)
        var keys: [String] = []
        while unsafe qpdf_oh_dict_more_keys(file.handle) != 0 {
            keys.append(unsafe String(cString: qpdf_oh_dict_next_key(file.handle)))
        }
        return keys
    }

    /// The value of a key, null when there is none; setting replaces it.
    subscript(key: String) -> QPDFObject {
        get { QPDFObject(file, unsafe qpdf_oh_get_key(file.handle, handle, key)) }
        nonmutating set { unsafe qpdf_oh_replace_key(file.handle, handle, key, newValue.handle) }
    }

    func append(_ item: QPDFObject) {
        unsafe qpdf_oh_append_item(file.handle, handle, item.handle)
    }

    /// Another dictionary with the same values.
    var shallowCopy: QPDFObject {
        let copy = file.parse("<< >>")
        for key in keys { copy[key] = self[key] }
        return copy
    }

    /// As PDF writes it.
    var notation: String { unsafe String(cString: qpdf_oh_unparse_resolved(file.handle, handle)) }

    /// The dictionary of a stream.
    var dictionary: QPDFObject { QPDFObject(file, unsafe qpdf_oh_get_dict(file.handle, handle)) }

    /// A stream's bytes, decoded; nil when qpdf does not know how.
    func streamBytes() throws(DrawingError) -> [UInt8]? {
        var isDecoded: QPDF_BOOL = 0
        var bytes: UnsafeMutablePointer<UInt8>?
        var count = 0
        let code = unsafe qpdf_oh_get_stream_data(
            file.handle,
            handle,
            qpdf_dl_generalized,
            &isDecoded,
            &bytes,
            &count
        )
        // > The buffer is allocated with malloc and must be freed by the caller.
        defer { unsafe free(bytes) }
        try file.check(code)
        try file.checkObjects()
        guard isDecoded != 0 else { return nil }
        return unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: count))
    }

    /// Gives a stream new bytes, which qpdf compresses when it writes.
    func replaceStream(_ bytes: [UInt8]) {
        let none = file.parse("null")
        unsafe qpdf_oh_replace_stream_data(file.handle, handle, bytes, bytes.count, none.handle, none.handle)
    }
}

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

    func integer(_ value: Int) -> QPDFObject { QPDFObject(self, unsafe qpdf_oh_new_integer(handle, Int64(value))) }

    /// A text, in UTF-16 where it must.
    func text(_ value: String) -> QPDFObject {
        QPDFObject(self, unsafe qpdf_oh_new_unicode_string(handle, value))
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
