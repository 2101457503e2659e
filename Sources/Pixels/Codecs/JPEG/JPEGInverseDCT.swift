/// The inverse discrete cosine transform of a block of 8 x 8 (ITU-T T.81 §A.3.3), in whole numbers.
///
/// The one of Loeffler, Ligtenberg and Moschytz, of eleven multiplications for each line, with constants of 13 bits:
/// its samples of twelve bits differ from those computed with floating-point numbers by one at most.
enum JPEGInverseDCT {
    private static let constantBits: Int32 = 13
    /// Bits of fraction kept between the columns and the lines; more would not fit twelve-bit samples.
    private static let passBits: Int32 = 1

    /// Turns coefficients, line by line, into samples around zero. No value traps; those that no encoder makes may
    /// come out as anything.
    static func transform(_ block: inout MutableSpan<Int32>) {
        for column in 0..<8 {
            pass(&block, from: column, step: 8, shift: constantBits &- passBits)
        }
        for line in 0..<8 {
            // The last three bits are the transform's own factor of 8.
            pass(&block, from: line &* 8, step: 1, shift: constantBits &+ passBits &+ 3)
        }
    }

    /// The sample of every place of a block that has no other coefficient than the first.
    @inline(__always)
    static func sample(_ first: Int32) -> Int32 { (first &+ 4) &>> 3 }

    @inline(__always)
    private static func pass(_ block: inout MutableSpan<Int32>, from start: Int, step: Int, shift: Int32) {
        let x0 = block[start]
        let (x1, x2, x3) = (block[start &+ step], block[start &+ 2 &* step], block[start &+ 3 &* step])
        let (x4, x5) = (block[start &+ 4 &* step], block[start &+ 5 &* step])
        let (x6, x7) = (block[start &+ 6 &* step], block[start &+ 7 &* step])
        let rounding: Int32 = 1 &<< (shift &- 1)
        if x1 | x2 | x3 | x4 | x5 | x6 | x7 == 0 {
            let value = (x0 &<< constantBits &+ rounding) &>> shift
            for index in 0..<8 { block[start &+ index &* step] = value }
            return
        }
        let (e0, e1, e2, e3) = even(x0, x2, x4, x6)
        let (o0, o1, o2, o3) = odd(x1, x3, x5, x7)
        block[start] = (e0 &+ o3 &+ rounding) &>> shift
        block[start &+ step] = (e1 &+ o2 &+ rounding) &>> shift
        block[start &+ 2 &* step] = (e2 &+ o1 &+ rounding) &>> shift
        block[start &+ 3 &* step] = (e3 &+ o0 &+ rounding) &>> shift
        block[start &+ 4 &* step] = (e3 &- o0 &+ rounding) &>> shift
        block[start &+ 5 &* step] = (e2 &- o1 &+ rounding) &>> shift
        block[start &+ 6 &* step] = (e1 &- o2 &+ rounding) &>> shift
        block[start &+ 7 &* step] = (e0 &- o3 &+ rounding) &>> shift
    }

    /// With c(n) for √2 cos(nπ/16), the factors are c(6), c(2) + c(6) and c(2) - c(6).
    @inline(__always)
    private static func even(_ x0: Int32, _ x2: Int32, _ x4: Int32, _ x6: Int32) -> (Int32, Int32, Int32, Int32) {
        let common = (x2 &+ x6) &* 4433
        let low = common &- x6 &* 15_137
        let high = common &+ x2 &* 6270
        let sum = (x0 &+ x4) &<< constantBits
        let difference = (x0 &- x4) &<< constantBits
        return (sum &+ high, difference &+ low, difference &- low, sum &- high)
    }

    /// The factors are sums and differences of c(1), c(3), c(5) and c(7).
    @inline(__always)
    private static func odd(_ x1: Int32, _ x3: Int32, _ x5: Int32, _ x7: Int32) -> (Int32, Int32, Int32, Int32) {
        let all = (x7 &+ x3 &+ x5 &+ x1) &* 9633
        let outer = (x7 &+ x1) &* -7373
        let inner = (x5 &+ x3) &* -20_995
        let upper = all &- (x7 &+ x3) &* 16_069
        let lower = all &- (x5 &+ x1) &* 3196
        return (
            x7 &* 2446 &+ outer &+ upper, x5 &* 16_819 &+ inner &+ lower,
            x3 &* 25_172 &+ inner &+ upper, x1 &* 12_299 &+ outer &+ lower
        )
    }
}
