/// Rounds to the nearest whole number, halves away from zero ("half-up", as EN 16931 and French practice round).
///
/// The dividend is wide so that a quantity times a price never overflows before it is rounded.
/// - Parameters:
///   - dividend: what is divided.
///   - divisor: by what; greater than zero.
/// - Returns: the nearest whole number.
func roundedHalfUp(_ dividend: Int128, dividedBy divisor: Int128) -> Int64 {
    precondition(divisor > 0, "A rounding divides by a positive number.")
    let half = divisor / 2
    let rounded = dividend >= 0 ? (dividend + half) / divisor : -((-dividend + half) / divisor)
    return Int64(rounded)
}
