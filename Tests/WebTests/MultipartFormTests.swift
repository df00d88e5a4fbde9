import Testing
import Web

/// Files come from anybody: what is read is bounded, and what does not hold together is nothing.
@Suite struct `A form with files` {
    private static let type = "multipart/form-data; boundary=XyZ"

    private let end = "--XyZ--\r\n"

    private func read(_ body: String, type: String = type) -> MultipartForm? {
        MultipartForm(body: Array(body.utf8), contentType: type)
    }

    private func field(_ name: String, _ value: String) -> String {
        "--XyZ\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }

    private func file(_ content: String, named name: String = "f.pdf") -> String {
        "--XyZ\r\ncontent-disposition:form-data;name=pdf;filename=\"\(name)\"\r\nContent-Type: application/pdf\r\n\r\n"
            + content + "\r\n"
    }

    @Test func `has fields and files, as browsers send them`() throws {
        let form = try #require(read(field("jeton", "é%22+\r\n") + file("%PDF\r\n\u{0}") + field("b", "") + end))
        #expect(form.fields.fields == [Form.Field("jeton", "é%22+\r\n"), Form.Field("b", "")])
        #expect(form["jeton"] == "é%22+\r\n")
        let file = try #require(form.file("pdf"))
        #expect(file.fileName == "f.pdf")
        #expect(file.type == "application/pdf")
        #expect(file.bytes == Array("%PDF\r\n\u{0}".utf8))
        #expect(form.file("jeton") == nil)
    }

    @Test func `where no file was chosen has none`() throws {
        let form = try #require(read(file("", named: "") + "--XyZ--"))
        #expect(form.files.count == 1)
        #expect(form.file("pdf") == nil)
    }

    @Test(arguments: [
        ("f\\\"", nil), ("a%22b.pdf", "a\"b.pdf"), ("a%0D%0Ab", "a\r\nb"), ("100%25", "100%25"),
        ("C:\\a.pdf", "C:\\a.pdf"),
        ("é😀.pdf", "é😀.pdf"), ("%", "%"),
    ])
    func `names its files as browsers escape them`(written: String, name: String?) {
        #expect(read(file("x", named: written) + "--XyZ--")?.files.first?.fileName == name)
    }

    @Test(arguments: [
        "--XyZ", "--XyZ--", "\n--XyZ--\r\n", "XyZ", "\r\n--XyZ \r\n", "\r\n--XyZa\r\n", "\r\n--XyZ-", "\r\r\n--Xy",
        "\r\n",
        "--XyZ\r\n", "\r\n\r\n--XyZ \r\n",
    ])
    func `takes for content what only looks like a boundary`(content: String) throws {
        let form = try #require(read(file(content) + "--XyZ--\r\n"))
        #expect(form.file("pdf")?.bytes == Array(content.utf8))
    }

    @Test(arguments: [
        "", "--", "--XyZ", "--XyZ\r\n", "--XyZ-", "x--XyZ--", "\r\n--XyZ--", "--XyZ--x", "--XyZ--\r\nx",
        "--XyZ--\r\n\r\n",
        "--XyZ\r\n\r\nx\r\n--XyZ--", "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
        "--XyZ\r\nContent-Disposition\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--XyZ",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--XyZ--\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\" b\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nA: form-data\r\na: form-data\r\n\r\nx\r\n--XyZ--",
        "--XyZ\nContent-Disposition: form-data; name=\"a\"\n\nx\n--XyZ--",
    ])
    func `that does not hold together is none`(body: String) {
        #expect(read(body) == nil)
    }

    @Test func `without any part is empty`() {
        #expect(read("--XyZ--\r\n")?.fields.fields.isEmpty == true)
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"XyZ",
        "multipart/mixed; boundary=XyZ", "multipart/form-data; boundary=Xé",
        "multipart/form-data; boundary=XyZ; boundary=XyZ", "multipart/form-data; boundary=\"XyZ \"", "", ";", "; =",
        "a;b",
        "multipart/form-data; boundary=" + String(repeating: "a", count: 71),
    ])
    func `without a boundary of the rules is none`(type: String) {
        #expect(read(field("a", "x") + "--XyZ--", type: type) == nil)
    }

    @Test(arguments: [
        "multipart/form-data; boundary=\"XyZ\"", "Multipart/Form-Data;boundary=XyZ",
        "multipart/form-data; charset=utf-8; boundary=XyZ",
    ])
    func `says its boundary in several ways`(type: String) {
        #expect(read(field("a", "x") + "--XyZ--", type: type)?["a"] == "x")
    }

    @Test func `has no more than a hundred parts`() {
        let parts = String(repeating: field("a", "x"), count: MultipartForm.maximumPartCount)
        #expect(read(parts + "--XyZ--")?.fields.fields.count == MultipartForm.maximumPartCount)
        #expect(read(parts + field("a", "x") + "--XyZ--") == nil)
    }

    @Test func `has no longer header than four kilobytes`() {
        #expect(read(file("x", named: String(repeating: "a", count: 3_900)) + "--XyZ--")?.files.count == 1)
        #expect(read(file("x", named: String(repeating: "a", count: 4_200)) + "--XyZ--") == nil)
        #expect(read("--XyZ\r\n" + String(repeating: "a:b\r\n", count: 100_000)) == nil)
    }

    @Test func `leaves out a field that is not UTF-8, and not the others`() {
        let bad =
            Array("--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8) + [0xFF] + Array("\r\n".utf8)
        let body = bad + Array((field("b", "x") + "--XyZ--").utf8)
        #expect(MultipartForm(body: body, contentType: Self.type)?.fields.fields == [Form.Field("b", "x")])
    }

    /// Quadratic time would be hours.
    @Test(.timeLimit(.minutes(10)), arguments: ["\r\n--Xy", "\r", "\r\n", "\r\n--XyZ.", "-", "\r\n--XyZ-\r\n--XyZ\r"])
    func `of five megabytes of almost-boundaries is read as fast as any`(piece: String) {
        let content = String(repeating: piece, count: 5_000_000 / piece.utf8.count)
        #expect(read(file(content) + "--XyZ--")?.files.first?.bytes.count == content.utf8.count)
    }

    @Test func `is read through its request`() {
        var request = Request(.post, "/", body: Array((field("a", "x") + file("y") + "--XyZ--").utf8))
        #expect(request.multipartForm == nil)
        request.headers.add("content-type", Self.type)
        #expect(request.form["a"] == "x")
        #expect(request.multipartForm?.file("pdf")?.bytes == Array("y".utf8))
    }
}
