import Accounting
import French
import PDF

/// A stamp, set askew as by hand: two rings around its words.
struct Stamp {
    let canvas: Canvas
    let title: String
    let detail: String?
    let colour: Colour

    init(_ stamp: Marks.Stamp, on canvas: Canvas) {
        self.canvas = canvas
        switch stamp {
        case .paid(let day):
            (title, detail) = ("FACTURE ACQUITTÉE", day.map { "le \($0.frenchLong)" })
            colour = Colour(0x166534)
        case .cancelled(let number):
            (title, detail) = ("ANNULÉE", "par l’avoir \(number)")
            colour = Colour(0x991B1B)
        }
    }

    func draw() {
        let room = Paper.stamp
        let heading = canvas.paragraph(title, TextStyle(size: 13, weight: .bold, colour: colour, alignment: .centre))
        let under = detail.map {
            canvas.paragraph(printable($0), TextStyle(size: 9, weight: .semibold, colour: colour, alignment: .centre))
        }
        let width = max(heading.width, under?.width ?? 0) + 30
        let height = heading.height + (under?.height ?? 0) + 16
        let box = Rectangle(
            x: room.x + room.width - width - 4,
            y: room.y + (room.height - height) / 2,
            width: width,
            height: height
        )
        let middle = Point(x: box.x + box.width / 2, y: box.y + box.height / 2)
        canvas.turned(byDegrees: -4, around: middle) {
            canvas.stroke(box, width: 2, colour: colour, cornerRadius: 6)
            let inner = Rectangle(x: box.x + 3.5, y: box.y + 3.5, width: box.width - 7, height: box.height - 7)
            canvas.stroke(inner, width: 0.6, colour: colour, cornerRadius: 3.5)
            canvas.tagged(.paragraph) {
                canvas.draw(heading, at: Point(x: middle.x - heading.width / 2, y: box.y + 8))
                if let under {
                    canvas.draw(under, at: Point(x: middle.x - under.width / 2, y: box.y + 8 + heading.height))
                }
            }
        }
    }
}
