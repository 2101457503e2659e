import CFreeType

/// Fonts with which text is drawn upon pictures: the first that has a character gives its shape.
///
/// The fonts are the operator's own files, so that FreeType reads no bytes of others.
package struct Typeface: Sendable {
    private let fonts: [[UInt8]]

    /// - Parameter fonts: the bytes of font files; what FreeType cannot read is left out.
    package init(_ fonts: [[UInt8]]) {
        self.fonts = fonts.filter { font in Pen.with([font]) { $0.isUsable } ?? false }
    }

    /// True where nothing can be drawn.
    package var isEmpty: Bool { fonts.isEmpty }

    /// The shapes of lines of text, all of one size.
    ///
    /// Characters stand side by side in the order of the text: neither scripts that join their letters nor those that
    /// run from right to left are set as they should be.
    ///
    /// - Parameter height: of a line in pixels.
    func lines(_ texts: [String], height: Int) -> [Lettering] {
        Pen.with(fonts) { pen in texts.map { pen.lettering($0, height: height) } } ?? []
    }
}

/// A line of text: how much of each pixel it covers.
struct Lettering: Hashable, Sendable {
    private(set) var width = 0
    let height: Int
    /// One byte a pixel, row after row, of ``width`` columns.
    private(set) var coverage: [UInt8] = []

    /// The longest line that is drawn.
    fileprivate static let maximumWidth = 8_192

    fileprivate init(height: Int, glyphs: [Glyph]) {
        self.height = height
        width = min(glyphs.map { $0.left + $0.columns }.max() ?? 0, Self.maximumWidth)
        coverage = [UInt8](repeating: 0, count: max(width, 0) * height)
        for glyph in glyphs { draw(glyph) }
    }

    private mutating func draw(_ glyph: Glyph) {
        for row in 0..<glyph.rows where (0..<height).contains(glyph.top + row) {
            for column in 0..<glyph.columns where (0..<width).contains(glyph.left + column) {
                let place = (glyph.top + row) * width + glyph.left + column
                coverage[place] = max(coverage[place], glyph.coverage[row * glyph.columns + column])
            }
        }
    }
}

/// A character's shape in its place on the line.
private struct Glyph {
    let left: Int
    let top: Int
    let columns: Int
    let rows: Int
    let coverage: [UInt8]
}

/// The library and the fonts, opened for one drawing: neither may be used by two threads at once.
private final class Pen {
    private var library: FT_Library?
    private let fonts: [UnsafeBufferPointer<UInt8>]
    /// Those that were opened; nil of a font that cannot be.
    private var faces: [FT_Face?] = []

    /// FT_LOAD_RENDER, whose macro Swift does not see.
    private static let loadAndRender: FT_Int32 = 1 << 2
    /// Of a line's height, the share above the baseline, and that of the letters' own size.
    private static let ascent = 0.80
    private static let size = 0.82
    private static let maximumCharacters = 512

    /// Lends a pen for as long as the call lasts, since the fonts' bytes must stay where they are; nil without a library.
    static func with<Value>(_ fonts: [[UInt8]], _ body: (Pen) -> Value) -> Value? {
        with(fonts[...], []) { Pen($0).map(body) }
    }

    private static func with<Value>(
        _ fonts: ArraySlice<[UInt8]>,
        _ held: [UnsafeBufferPointer<UInt8>],
        _ body: ([UnsafeBufferPointer<UInt8>]) -> Value
    ) -> Value {
        guard let font = fonts.first else { return body(held) }
        return font.withUnsafeBufferPointer { with(fonts.dropFirst(), held + [$0], body) }
    }

    private init?(_ fonts: [UnsafeBufferPointer<UInt8>]) {
        self.fonts = fonts
        guard FT_Init_FreeType(&library) == 0 else { return nil }
    }

    deinit {
        for face in faces { FT_Done_Face(face) }
        FT_Done_FreeType(library)
    }

    var isUsable: Bool { fonts.indices.contains { face($0) != nil } }

    /// Opened when it is first needed: the larger fonts hardly ever are.
    private func face(_ index: Int) -> FT_Face? {
        while faces.count <= index {
            let font = fonts[faces.count]
            var face: FT_Face?
            let error = FT_New_Memory_Face(library, font.baseAddress, FT_Long(font.count), 0, &face)
            faces.append(error == 0 ? face : nil)
        }
        return faces[index]
    }

    func lettering(_ text: String, height: Int) -> Lettering {
        let pixels = FT_UInt(max(1, (Double(height) * Self.size).rounded()))
        let baseline = Int((Double(height) * Self.ascent).rounded())
        var glyphs: [Glyph] = []
        var position = 0
        for character in text.unicodeScalars.prefix(Self.maximumCharacters) {
            guard let face = face(for: character), FT_Set_Pixel_Sizes(face, 0, pixels) == 0,
                FT_Load_Char(face, FT_ULong(character.value), Self.loadAndRender) == 0, let slot = face.pointee.glyph
            else { continue }
            if let glyph = Self.glyph(slot, position, baseline) { glyphs.append(glyph) }
            position += Int(slot.pointee.advance.x >> 6)
        }
        return Lettering(height: height, glyphs: glyphs)
    }

    /// The first that has the character; the first of all, with its sign for what is missing, where none has.
    private func face(for character: Unicode.Scalar) -> FT_Face? {
        let having = fonts.indices.lazy.compactMap(face).first {
            FT_Get_Char_Index($0, FT_ULong(character.value)) != 0
        }
        return having ?? fonts.indices.lazy.compactMap(face).first
    }

    private static func glyph(_ slot: FT_GlyphSlot, _ position: Int, _ baseline: Int) -> Glyph? {
        let bitmap = slot.pointee.bitmap
        let (columns, rows, pitch) = (Int(bitmap.width), Int(bitmap.rows), Int(bitmap.pitch))
        guard columns > 0, rows > 0, let buffer = bitmap.buffer else { return nil }
        let isBits = bitmap.pixel_mode == UInt8(FT_PIXEL_MODE_MONO.rawValue)
        guard isBits || bitmap.pixel_mode == UInt8(FT_PIXEL_MODE_GRAY.rawValue) else { return nil }
        var coverage = [UInt8](repeating: 0, count: columns * rows)
        for row in 0..<rows {
            for column in 0..<columns {
                let byte = buffer[row * pitch + (isBits ? column >> 3 : column)]
                coverage[row * columns + column] =
                    isBits ? (byte >> UInt8(7 - column & 7) & 1) * 255 : byte
            }
        }
        return Glyph(
            left: max(0, position + Int(slot.pointee.bitmap_left)),
            top: baseline - Int(slot.pointee.bitmap_top),
            columns: columns,
            rows: rows,
            coverage: coverage
        )
    }
}
