import Accounting
import Documents
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing
import Web

@Suite(.database(.needme)) struct `A logo` {
    let story = Story()
    let freelancer: Freelancer
    private let picture = PNG.bytes(width: 900, height: 300)

    init() throws {
        freelancer = try story.freelancer()
    }

    private func save(_ upload: [UInt8]?) throws {
        try SaveLogo(companyID: freelancer.companyID, upload: upload).run(in: story.office(of: .dashboard))
    }

    private var kept: [UInt8]? {
        get throws { try story.reader.company(freelancer.companyID)?.logo.flatMap { try story.reader.logo($0) } }
    }

    @Test func `is kept as a PNG drawn anew, no larger than paper needs`() throws {
        try save(picture)
        let png = try #require(try kept)
        #expect(png != picture)
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(Array(png[16..<24]) == [0, 0, 2, 88, 0, 0, 0, 200], "600 by 200 pixels")
    }

    @Test func `stands on invoices issued from now on, and stays on them`() throws {
        let plain = try story.bill(from: freelancer)
        try save(picture)
        let marked = try story.bill(from: freelancer)
        try save(nil)
        #expect(try story.reader.logo(ofInvoice: plain.id) == nil)
        let logo = try #require(try story.reader.logo(ofInvoice: marked.id))
        let issued = try #require(try story.reader.issuedInvoice(marked.id))
        let file = try #require(try story.reader.file(ofInvoice: marked.id))
        #expect(try Press().file(of: .invoice(issued), logo: logo) == file.pdf)
        #expect(try Press().file(of: .invoice(issued), logo: nil) != file.pdf)
        let shown = try Browser(story).open("/f/\(marked.link.text)/logo.png")
        #expect(shown.response.body == logo)
        #expect(try Browser(story).open("/f/\(plain.link.text)/logo.png").status == 404)
        #expect(try kept == nil)
    }

    @Test(arguments: [
        (Array("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".utf8), LogoRefusal.notAPicture),
        (Array("GIF89a".utf8), .notAPicture), ([], .notAPicture),
        ([UInt8](repeating: 0, count: 5 << 20 + 1), .tooHeavy),
        (Array(PNG.bytes(width: 900, height: 300).prefix(200)), .damaged),
    ])
    func `that is none is refused, with the reason, and changes nothing`(upload: [UInt8], refusal: LogoRefusal) throws {
        try save(picture)
        let before = try kept
        #expect(throws: refusal) { try save(upload) }
        #expect(try kept == before)
    }

    @Test func `is shared by nobody: two companies with one picture keep one each`() throws {
        try save(picture)
        let paul = try story.freelancer("paul@exemple.fr")
        try SaveLogo(companyID: paul.companyID, upload: picture).run(in: story.office(of: .dashboard))
        try SaveLogo(companyID: paul.companyID, upload: nil).run(in: story.office(of: .dashboard))
        #expect(try kept != nil)
    }
}
